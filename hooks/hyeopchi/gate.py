"""The gate: the last look at a built site before it is published.

It trusts neither the templates nor the sanitiser: it reads the files themselves. A tag once
judged safe is not judged again, so ten thousand pages cost little more than reading them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from hyeopchi.gate_styles import foreign_fetches
from hyeopchi.gate_tags import TOKEN, Tag, TagJudge, policy_hashes
from hyeopchi.problem import START, Place, Problem

MOST_TOLD = 20
"""Problems of one rule that are told one by one: a fault in a template is on every page."""
_MOST_REMEMBERED = 50_000

_POLICY = ("default-src 'none'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
           "base-uri 'none'", "form-action 'self'")
_TEMPLATE_HINT = "이 쪽을 만드는 틀(hooks/theme/)이나 자료를 고쳐 주세요"
_POLICY_HINT = '<meta charset="utf-8"> 바로 뒤에 content_security_policy()의 값을 넣어 주세요'
_BEFORE_POLICY = (b"<!", b"<html", b"<head>", b"<meta")


def content_security_policy(script_hashes: Iterable[str] = (), preview: bool = False,
                            inline_styles: bool = False) -> str:
    """The Content-Security-Policy of a page: nothing but the site's own files.

    ``script_hashes`` (``'sha256-…'``, quoted) let inline scripts run. ``preview`` lets any
    inline script run, because the preview's server writes one into every page whose text
    changes each time. ``inline_styles`` is for pages that set styles by script.
    """
    scripts = "'self' 'unsafe-inline'" if preview else " ".join(("'self'", *script_hashes))
    styles = "'self' 'unsafe-inline'" if inline_styles else "'self'"
    return "; ".join((*_POLICY, f"style-src {styles}", f"script-src {scripts}"))


def check_site(site: Path, expected: Iterable[str], inline_styles: tuple[str, ...] = (),
               preview: bool = False) -> Iterator[Problem]:
    """Everything in the folder ``site`` that keeps it from being published.

    ``expected``: addresses that must stand, such as ``cases/2016-x/`` or ``data/x.json``.
    ``inline_styles``: beginnings of the addresses whose pages may carry styles of their own,
    such as ``basket/``. Paths of problems are relative to ``site``.
    """
    yield from _told(_problems(site, expected, inline_styles, preview))


def _problems(site: Path, expected: Iterable[str], inline_styles: tuple[str, ...],
              preview: bool) -> Iterator[Problem]:
    yield from _missing(site, expected)
    strict, styled = _PageGate(False, preview), _PageGate(True, preview)
    for path in _files(site):
        if path.endswith(".html"):
            gate = styled if inline_styles and path.startswith(inline_styles) else strict
            yield from gate.check(path, (site / path).read_bytes())
        elif path.endswith(".css"):
            yield from _check_styles(path, (site / path).read_bytes())


class _PageGate:
    """Checks pages and remembers the tags it has judged."""

    def __init__(self, inline_styles: bool, preview: bool) -> None:
        self._judge = TagJudge(allows_styles=inline_styles)
        self._inline_styles, self._preview = inline_styles, preview
        self._ids: dict[bytes, str] = {}
        self._special: dict[bytes, Tag] = {}

    def check(self, path: str, page: bytes) -> Iterator[Problem]:
        """What is wrong with one page."""
        if problem := _not_utf8(path, page):
            yield problem
            return
        tokens = TOKEN.findall(page)
        distinct = set(tokens)
        yield from self._judge_new(path, page, distinct)
        special = {token: self._special[token] for token in distinct & self._special.keys()}
        yield from self._policy_problems(path, page, tokens, special)
        yield from _repeated_ids(path, page, [one for one in map(self._ids.get, tokens) if one])

    def _judge_new(self, path: str, page: bytes, distinct: set[bytes]) -> Iterator[Problem]:
        if len(self._ids) > _MOST_REMEMBERED:
            self._ids.clear()
            self._special.clear()
        for token in distinct - self._ids.keys():
            tag = self._judge.judge(token)
            for rule, message in tag.faults:
                yield _at(path, page, page.find(token), rule, message, _TEMPLATE_HINT)
            if not tag.faults:
                self._ids[token] = tag.id
            if tag.script_hash or tag.policy is not None:
                self._special[token] = tag

    def _policy_problems(self, path: str, page: bytes, tokens: list[bytes],
                         special: dict[bytes, Tag]) -> Iterator[Problem]:
        policies = [token for token, tag in special.items() if tag.policy is not None]
        if not policies:
            yield Problem.at(path, START, "gate-policy", "Content-Security-Policy가 없습니다", _POLICY_HINT)
            return
        policy = special[policies[0]].policy
        if len(policies) > 1 or not self._is_whole(policy) or not _is_first(page, tokens, policies[0]):
            yield _at(path, page, page.find(policies[0]), "gate-policy",
                      "Content-Security-Policy가 약하거나 제자리에 있지 않습니다", _POLICY_HINT)
        allowed = policy_hashes(policy)
        for token, tag in special.items():
            if tag.script_hash and not self._preview and tag.script_hash not in allowed:
                yield _at(path, page, page.find(token), "gate-script",
                          "Content-Security-Policy에 없는 스크립트가 쪽 안에 있습니다",
                          f"파일로 옮기거나 {tag.script_hash}를 정책에 넣어 주세요")

    def _is_whole(self, policy: str) -> bool:
        whole = content_security_policy(policy_hashes(policy), self._preview, self._inline_styles)
        return _directives(policy) == _directives(whole)


def _directives(policy: str) -> dict[str, tuple[str, ...]] | None:
    """The directives of a policy; None if one stands twice, for browsers take the first."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    directives = {part[0].lower(): tuple(part[1:]) for part in parts}
    return directives if len(directives) == len(parts) else None


def _is_first(page: bytes, tokens: list[bytes], policy: bytes) -> bool:
    """Whether nothing but the head's first tags stands before ``policy``: it rules what follows."""
    before = tokens[:tokens.index(policy)]
    text = TOKEN.sub(b"", page[:page.find(policy)])
    return all(token.startswith(_BEFORE_POLICY) for token in before) and not text.strip()


def _not_utf8(path: str, page: bytes) -> Problem | None:
    try:
        page.decode("utf-8")
    except UnicodeDecodeError as error:
        return _at(path, page, error.start, "gate-charset", "UTF-8이 아닌 글자가 있습니다", _TEMPLATE_HINT)
    if b'<meta charset="utf-8">' in page[:1024] and page.lstrip()[:15].lower() == b"<!doctype html>":
        return None
    return Problem.at(path, START, "gate-charset", "쪽이 <!doctype html>과 <meta charset=\"utf-8\">로 시작하지 않습니다",
                      _TEMPLATE_HINT)


def _repeated_ids(path: str, page: bytes, ids: list[str]) -> Iterator[Problem]:
    if len(ids) == len(set(ids)):
        return
    for name, times in Counter(ids).items():
        if times > 1:
            yield _at(path, page, page.find(f'id="{name}"'.encode()), "gate-id",
                      f"한 쪽에 같은 id가 {times}번 있습니다: '{name}'", "id는 쪽마다 하나뿐이어야 합니다")


def _check_styles(path: str, css: bytes) -> Iterator[Problem]:
    for fetch in foreign_fetches(css.decode("utf-8", "replace")):
        yield _at(path, css, fetch.offset, "gate-style", f"다른 곳에서 가져오는 것이 있습니다: '{fetch.address[:60]}'",
                  "파일을 docs/assets/에 두고 상대 주소로 적어 주세요", in_characters=True)


def _missing(site: Path, expected: Iterable[str]) -> Iterator[Problem]:
    for address in expected:
        path = address + "index.html" if address.endswith("/") or not address else address
        if not (site / path).is_file():
            yield Problem.at(path, START, "gate-page", f"있어야 할 쪽이 없습니다: '/{address}'",
                             "기록마다 쪽이 하나 있어야 합니다. 짓는 중에 난 오류를 봐 주세요")


def _files(site: Path) -> Iterator[str]:
    """The paths of all files in ``site``, relative, posix, in a fixed order."""
    for folder, folders, names in os.walk(site):
        folders.sort()
        inside = Path(folder).relative_to(site).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in sorted(names))


def _at(path: str, content: bytes, offset: int, rule: str, message: str, hint: str,
        in_characters: bool = False) -> Problem:
    text = content.decode("utf-8", "replace")
    before = text[:offset] if in_characters else content[:max(0, offset)].decode("utf-8", "replace")
    place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return Problem.at(path, place, rule, message, hint)


def _told(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of every rule, then one for each rule that counts its rest."""
    times: Counter[str] = Counter()
    last: dict[str, Problem] = {}
    for problem in problems:
        times[problem.rule] += 1
        if times[problem.rule] <= MOST_TOLD:
            yield problem
        else:
            last[problem.rule] = last.get(problem.rule, problem)
    for rule, first in last.items():
        yield Problem.at(first.path, Place(first.line, first.column), rule,
                         f"같은 문제가 여기부터 {times[rule] - MOST_TOLD:,}곳 더 있습니다", "위의 것부터 고치고 다시 지어 주세요")
