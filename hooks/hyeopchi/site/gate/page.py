"""Judging pages of the built site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hyeopchi.files.problem import START, Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.site.content_policy import hashes_in, is_whole
from hyeopchi.site.gate.tag import TOKEN, Tag, TagJudge

_MOST_REMEMBERED = 50_000
"""Tags; beyond them the memory is emptied, for ids and addresses of records never end."""
_LONGEST_REMEMBERED = 300
"""Bytes; a longer tag holds the words of one record and stands on no other page."""
_BEFORE_POLICY = (b"<!", b"<html", b"<head>", b"<meta")
_BEGINNING = (
    '<!doctype html> … <meta charset="utf-8"> … <meta http-equiv="Content-Security-Policy" …>'
)
_TEMPLATE_HINT = "이 쪽을 만드는 틀이나 자료를 고쳐 주세요"
_POLICY_HINT = f"모든 쪽은 이렇게 시작합니다: {_BEGINNING}"


class PageGate:
    """Checks pages one after the other and remembers the tags it has judged.

    ``inline_styles``: the pages may carry styles of their own. ``preview``: any inline script
    may stand in them. ``own``: the addresses that the operator has set.
    """

    def __init__(
        self, inline_styles: bool = False, preview: bool = False, own: tuple[str, ...] = ()
    ) -> None:
        self._judge = TagJudge(allows_styles=inline_styles, own=own)
        self._inline_styles, self._preview = inline_styles, preview
        self._ids: dict[bytes, str] = {}
        self._special: dict[bytes, Tag] = {}

    def check(self, path: str, page: bytes) -> Iterator[Problem]:
        """What is wrong with ``page``, reported under ``path``."""
        if problem := _unreadable(path, page):
            yield problem
            return
        tokens = TOKEN.findall(page)
        distinct = set(tokens)
        yield from sorted(self._faults(path, page, distinct))
        special = {token: self._special[token] for token in distinct.intersection(self._special)}
        yield from self._policy_problems(path, page, special)
        ids = list(filter(None, map(self._ids.get, tokens)))
        if len(ids) > len(set(ids)):
            yield from self._repeated_ids(path, page, Counter(ids))

    def _faults(self, path: str, page: bytes, distinct: set[bytes]) -> Iterator[Problem]:
        if len(self._ids) > _MOST_REMEMBERED:
            self._ids.clear()
            self._special.clear()
        for token in distinct.difference(self._ids):
            tag = self._judge.judge(token)
            for rule, message in tag.faults:
                yield Problem.at(path, _place(page, token), rule, message, _TEMPLATE_HINT)
            if not tag.faults and (tag.id or len(token) <= _LONGEST_REMEMBERED):
                self._ids[token] = tag.id
            if tag.script_hash or tag.policy is not None:
                self._special[token] = tag

    def _policy_problems(
        self, path: str, page: bytes, special: dict[bytes, Tag]
    ) -> Iterator[Problem]:
        policies = [token for token, tag in special.items() if tag.policy is not None]
        if not policies:
            yield Problem.at(
                path, START, Rule.GATE_POLICY, "Content-Security-Policy가 없습니다", _POLICY_HINT
            )
            return
        policy = special[policies[0]].policy or ""
        is_strong = is_whole(policy, self._preview, self._inline_styles)
        if len(policies) > 1 or not is_strong or not _rules_the_page(page, policies[0]):
            yield Problem.at(
                path,
                _place(page, policies[0]),
                Rule.GATE_POLICY,
                "Content-Security-Policy가 정한 것과 다르거나 제자리에 있지 않습니다",
                _POLICY_HINT,
            )
        for token, tag in special.items():
            if tag.script_hash and not self._preview and tag.script_hash not in hashes_in(policy):
                yield Problem.at(
                    path,
                    _place(page, token),
                    Rule.GATE_SCRIPT,
                    "쪽 안에 Content-Security-Policy에 없는 스크립트가 있습니다",
                    "스크립트를 docs/assets/의 파일로 옮겨 주세요",
                )

    def _repeated_ids(self, path: str, page: bytes, ids: Counter[str]) -> Iterator[Problem]:
        for name, times in ids.items():
            if times > 1:
                places = (
                    match.start()
                    for match in TOKEN.finditer(page)
                    if self._ids.get(match[0]) == name
                )
                next(places)
                yield Problem.at(
                    path,
                    _place_of(page, next(places)),
                    Rule.GATE_ID,
                    f"한 쪽에 같은 id가 {times}번 있습니다: '{name}'",
                    _TEMPLATE_HINT,
                )


def _unreadable(path: str, page: bytes) -> Problem | None:
    try:
        page.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem.at(
            path,
            _place_of(page, error.start),
            Rule.GATE_CHARSET,
            "UTF-8이 아닌 글자가 있습니다",
            _TEMPLATE_HINT,
        )
    if (
        page.lstrip()[:15].lower() == b"<!doctype html>"
        and b'<meta charset="utf-8">' in page[:1024]
    ):
        return None
    return Problem.at(
        path,
        START,
        Rule.GATE_CHARSET,
        "쪽의 시작이 바르지 않아 브라우저가 다르게 읽을 수 있습니다",
        _POLICY_HINT,
    )


def _rules_the_page(page: bytes, policy: bytes) -> bool:
    """Whether only the head's first tags stand before ``policy``, which rules what follows it."""
    head = page[: page.find(policy)]
    return (
        all(token.startswith(_BEFORE_POLICY) for token in TOKEN.findall(head))
        and not TOKEN.sub(b"", head).strip()
    )


def _place(page: bytes, token: bytes) -> Place:
    """Where ``token`` first stands as a token of its own."""
    return _place_of(
        page, next(match.start() for match in TOKEN.finditer(page) if match[0] == token)
    )


def _place_of(page: bytes, offset: int) -> Place:
    before = page[:offset].decode("utf-8", "replace")
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
