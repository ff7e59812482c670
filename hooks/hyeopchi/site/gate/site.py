"""The gate: the last look at a built site before it is published.

It trusts neither the templates nor the sanitiser: it reads the files themselves. A tag once
judged safe is not judged again, so ten thousand pages cost little more than reading them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from hyeopchi.files.problem import START, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.processes import ALONE, Crew
from hyeopchi.site.content_policy import content_security_policy
from hyeopchi.site.gate.page import PageGate
from hyeopchi.site.gate.stylesheet import foreign_fetches

__all__ = ["MOST_TOLD", "check_site", "content_security_policy"]

MOST_TOLD = 20
"""Problems of one rule that are told one by one: a fault in a template is on every page."""

_PAGES = (".html", ".htm", ".xhtml")


def check_site(
    site: Path,
    expected: Iterable[str],
    inline_styles: tuple[str, ...] = (),
    preview: bool = False,
    crew: Crew = ALONE,
    own: tuple[str, ...] = (),
) -> Iterator[Problem]:
    """Everything in the folder ``site`` that keeps it from being published.

    ``expected``: addresses that must stand, such as ``cases/2016-x/`` or ``data/x.json``.
    ``inline_styles``: beginnings of the addresses whose pages may carry styles of their own,
    such as ``basket/index.html``. ``own``: the addresses that the operator has set. Paths of problems are relative to ``site``.
    """
    judge = _judge(site, inline_styles, preview, own)
    found = crew.map(
        judge, [path for path in _files(site) if path.lower().endswith((*_PAGES, ".css"))]
    )
    yield from _told(chain(_missing(site, expected), chain.from_iterable(found)))


def _judge(
    site: Path, inline_styles: tuple[str, ...], preview: bool, own: tuple[str, ...]
) -> Callable[[str], tuple[Problem, ...]]:
    """What tells the problems of one file; it remembers the tags it has judged."""
    plain = PageGate(preview=preview, own=own)
    styled = PageGate(inline_styles=True, preview=preview, own=own)

    def judge(path: str) -> tuple[Problem, ...]:
        if path.lower().endswith(".css"):
            return tuple(_check_styles(path, (site / path).read_text("utf-8", "replace")))
        gate = styled if inline_styles and path.startswith(inline_styles) else plain
        return tuple(gate.check(path, (site / path).read_bytes()))

    return judge


def _check_styles(path: str, css: str) -> Iterator[Problem]:
    for address in foreign_fetches(css):
        shown = address if len(address) <= 60 else address[:60] + "…"
        yield Problem.at(
            path,
            START,
            Rule.GATE_STYLE,
            f"다른 곳에서 가져오는 것이 있습니다: '{shown}'",
            "파일을 docs/assets/에 두고 상대 주소로 적어 주세요",
        )


def _missing(site: Path, expected: Iterable[str]) -> Iterator[Problem]:
    for address in expected:
        path = f"{address}index.html" if not address or address.endswith("/") else address
        if not (site / path).is_file():
            yield Problem.at(
                path,
                START,
                Rule.GATE_PAGE,
                f"있어야 할 쪽이 없습니다: '/{address}'",
                "짓는 동안 나온 다른 오류를 먼저 봐 주세요",
            )


def _files(site: Path) -> Iterator[str]:
    """The paths of all files in ``site``: relative, posix, always in the same order."""
    for folder, folders, names in os.walk(site):
        folders.sort()
        inside = Path(folder).relative_to(site).as_posix()
        yield from (name if inside == "." else f"{inside}/{name}" for name in sorted(names))


def _told(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of every rule, then one for each rule that counts the rest."""
    times: Counter[str] = Counter()
    untold: dict[str, Problem] = {}
    for problem in problems:
        times[problem.rule] += 1
        if times[problem.rule] <= MOST_TOLD:
            yield problem
        else:
            untold.setdefault(problem.rule, problem)
    for first in untold.values():
        yield Problem(
            first.path,
            first.line,
            first.column,
            first.rule,
            f"같은 문제가 여기부터 {times[first.rule] - MOST_TOLD:,}곳 더 있습니다",
            "위의 것부터 고치고 다시 지어 주세요",
        )
