"""Requests: what people who are named or hold rights asked for, and what was done, as a public list."""

from __future__ import annotations

from hyeopchi.records.kept_list import Form, field

OPEN = "open"
"""The state of a request that nobody has answered yet."""
REMOVAL, DONE = "withdraw", "done"
"""The wish that a record goes, and the state of a request that was followed."""

REQUESTS = Form(
    "_requests.yml",
    "requests",
    "받은 요청",
    "[{number: 1, date: 2026-11-22, asker: named, wish: correct, record: 2026-alley-chairs, state: open}]",
    (
        field("number", "번호", "integer", "1"),
        field("date", "받은 날", "date", "2026-11-22"),
        field("asker", "누가", "term", "named", vocabulary="request-askers"),
        field("wish", "무엇을", "term", "correct", vocabulary="request-wishes"),
        field("record", "어느 기록", "link", "2026-alley-chairs", need=""),
        field("state", "상태", "term", "open", vocabulary="request-states"),
        field("answered", "답한 날", "date", "2026-12-01", need=""),
        field("done", "한 일", "text", "이름을 맡은 자리로 바꾸었습니다", need="", length=200),
    ),
)
"""Entries have ``number``, ``date``, ``asker``, ``wish``, ``state``; where they apply ``record`` (a
link); once answered ``answered`` (a day) and ``done``."""
