"""Sessions: how meetings went that were led by a course, as a public list; none is invented."""

from __future__ import annotations

from hyeopchi.records.kept_list import Form, field

SESSIONS = Form(
    "_sessions.yml",
    "sessions",
    "해 본 기록",
    "[{number: 1, date: 2026-11-22, course: reader-basics, people: 18, planned: [20, 40], used: [25, 35]}]",
    (
        field("number", "번호", "integer", "1"),
        field("date", "해 본 날", "date", "2026-11-22"),
        field("course", "수업", "link", "reader-basics"),
        field("district", "지역", "term", "mapo-gu", need="", vocabulary="districts"),
        field("people", "사람 수", "integer", "18"),
        field("planned", "계획한 시간", "integer", "[20, 40]", many=True),
        field("used", "쓴 시간", "integer", "[25, 35]", many=True),
        field("cut", "뺀 것", "text", "둘째 놀이를 뺐습니다", need="", length=200),
        field("worked", "잘된 것", "text", "원탁을 넷으로 나눈 것", need="", length=200),
        field("changed", "바꾼 것", "text", "읽기를 소리 내어 했습니다", need="", length=200),
    ),
)
"""Entries have ``number``, ``date``, ``course`` (a link), ``people``, and minutes a step as they were
``planned`` and ``used`` (0 for a step that was left out); where told ``district``, ``cut``, ``worked``, ``changed``."""
