"""Received: the cases that people sent in, as those who look after the library list them."""

from __future__ import annotations

from hyeopchi.records.kept_list import Form, field

ADDED = "added"
"""The state of a case that became a record."""

RECEIVED = Form(
    "_received.yml",
    "received",
    "받은 사례",
    "[{number: 1, date: 2026-11-22, district: mapo-gu, title: 골목에 의자를 놓다, state: reading}]",
    (
        field("number", "번호", "integer", "1"),
        field("date", "받은 날", "date", "2026-11-22"),
        field("district", "지역", "term", "mapo-gu", vocabulary="districts"),
        field("title", "제목", "text", "골목에 의자를 놓다", length=80),
        field("state", "상태", "term", "reading", vocabulary="receipt-states"),
        field("record", "실린 기록", "link", "2026-alley-chairs", need=""),
        field("note", "덧붙임", "text", "자료의 쪽을 여쭈었습니다", need="", length=120),
    ),
)
"""Entries have ``number``, ``date``, ``district``, ``title``, ``state`` and, where they apply,
``record`` (a link) and ``note``."""
