"""Make papers to print and to edit: python3 scripts/pdf.py [ID …] [--book NAME] [--all] [--out DIR] [--cases DIR] [--format pdf|hwpx|docx|epub] [--people N]

A case to teach with becomes its handouts, a collection a pamphlet, a course its kit too; --book makes one book,
--all everything. Each file is judged before it is kept.
Exit code: 0 made, 1 something was not made, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from support import environment, mkdocs, pango, records
from support.console import FAILED, WRONG_USAGE, Parser, Stop, because, run, say

if TYPE_CHECKING:
    from hyeopchi.library.library import Library
    from hyeopchi.paper.blocks.sheet import Sheet
    from hyeopchi.paper.kit.kit import Kit


def main() -> int:
    """Make what the command line asks for."""
    parser = Parser(
        description="기록에서 나누어 줄 종이를 PDF, HWPX, DOCX로, 책을 PDF와 EPUB으로 만듭니다."
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="사례나 읽기 묶음의 id")
    parser.add_argument(
        "--book",
        action="append",
        default=[],
        metavar="이름",
        help="책 하나를 만듭니다: white-paper, basics, all. 여러 번 줄 수 있습니다",
    )
    parser.add_argument("--all", action="store_true", help="모두 만듭니다. 책까지 만듭니다")
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("papers"),
        metavar="폴더",
        help="파일을 둘 폴더 (기본: papers)",
    )
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--format",
        action="append",
        metavar="형식",
        help="pdf, hwpx, docx, epub 가운데 이 형식만 만듭니다. 여러 번 줄 수 있습니다 (기본: 모두)",
    )
    parser.add_argument(
        "--people",
        type=int,
        metavar="명",
        help="꾸러미를 몇 명이 쓸지. 몇 부를 복사하고 모두 몇 장인지 이 수로 셉니다 (기본: 24)",
    )
    options = parser.parse_args()
    if not options.ids and not options.book and not options.all:
        parser.error("ids")
    people = number_of_people(options.people)
    cases = records.existing(options.cases)
    pango.look()
    environment.enter("paper")
    pango.ready()
    library = opened(cases)
    wanted = sheets([*options.ids, *stems(options.book, library)], options.all, library, people)
    return make(wanted, options.out, library, formats(options.format))


def formats(asked: "Sequence[str] | None") -> tuple[str, ...]:
    """The endings to write, all where none is asked for; ``Stop`` where one is unknown."""
    from hyeopchi.paper.writers.formats import ENDINGS

    unknown = [ending for ending in asked or () if ending not in ENDINGS]
    if unknown:
        raise Stop(
            f"만들 수 없는 형식입니다: {unknown[0]}\n쓸 수 있는 형식: {', '.join(ENDINGS)}",
            WRONG_USAGE,
        )
    return tuple(asked or ENDINGS)


def opened(cases: Path) -> "Library":
    """The library of the records in ``cases``, with what ``mkdocs.yml`` says; ``Stop`` where they are broken."""
    os.environ.update(mkdocs.environment(cases))
    from hyeopchi.build import open_site
    from hyeopchi.site.mkdocs_pages import settings_in

    site = open_site(cases, settings_in(environment.ROOT / "mkdocs.yml"))
    if site.is_refused:
        raise Stop(f"{site.report}기록을 고친 다음 다시 실행하세요.")
    return site.library


def number_of_people(asked: int | None) -> int:
    """For how many kits are made; ``Stop`` where so many cannot meet."""
    from hyeopchi.paper.kit.amounts import FEWEST, MOST, PEOPLE

    if asked is not None and not FEWEST <= asked <= MOST:
        raise Stop(
            f"--people에는 {FEWEST}에서 {MOST} 사이의 수를 적어 주세요: {asked}", WRONG_USAGE
        )
    return asked or PEOPLE


def stems(names: Sequence[str], library: "Library") -> list[str]:
    """The stems of the books of these names; ``Stop`` where there is no such book."""
    from hyeopchi.paper.catalogue import book_names
    from hyeopchi.text.nearest import nearest

    known = book_names(library)
    for name in names:
        if name not in known:
            near = nearest(name, known)
            raise Stop(
                f"그런 책이 없습니다: {name}\n"
                + (f"혹시 ‘{near}’인가요? " if near else "")
                + f"만들 수 있는 책: {', '.join(known)}",
                WRONG_USAGE,
            )
    return [known[name] for name in names]


def sheets(
    ids: Sequence[str], is_all: bool, library: "Library", people: int
) -> "Iterator[Sheet | Kit]":
    """The sheets of every id of a record or stem of a book, or all there are; ``Stop`` where an id has none.

    Kits are made for so many ``people``.
    """
    from hyeopchi.paper.catalogue import book_names
    from hyeopchi.paper.papers import all_papers, of_book, of_record

    if is_all:
        return all_papers(library, people)
    books = book_names(library).values()
    for one in ids:
        if one not in books:
            _check(one, library)
    return chain.from_iterable(
        of_book(one, library) if one in books else of_record(library.by_id[one], library, people)
        for one in dict.fromkeys(ids)
    )


def _check(one: str, library: "Library") -> None:
    from hyeopchi.paper.catalogue import papers_of
    from hyeopchi.text.nearest import nearest

    record = library.by_id.get(one)
    if record is None:
        near = nearest(one, library.by_id)
        raise Stop(
            f"그런 기록이 없습니다: {one}" + (f"\n혹시 ‘{near}’인가요?" if near else ""),
            WRONG_USAGE,
        )
    if record.is_withdrawn:
        replaced = record["withdrawn"].get("replaced_by")
        raise Stop(
            f"거둔 기록이라 만들지 않습니다: {one}"
            + (f"\n대신할 기록: {replaced}" if replaced else ""),
            WRONG_USAGE,
        )
    if not papers_of(record, library):
        raise Stop(
            f"나누어 줄 종이가 없는 기록입니다: {one}\n"
            "교육에 쓰기(teaching)를 적은 사례와 읽기 묶음만 만들 수 있습니다. 다른 기록은 그 쪽에서 바로 인쇄하세요.",
            WRONG_USAGE,
        )


def make(
    wanted: "Iterable[Sheet | Kit]", folder: Path, library: "Library", endings: tuple[str, ...]
) -> int:
    """Write ``wanted`` into ``folder``, say what was made; the exit code."""
    from hyeopchi.paper.writing import write_papers

    began, made, size, bad = time.monotonic(), 0, 0, 0
    try:
        for written in write_papers(wanted, folder, library.settings, endings):
            if written.faults:
                bad += 1
                say(f"{written.name}: " + "\n  ".join(written.faults), stream=sys.stderr)
            else:
                made, size = made + 1, size + written.size
                say(f"{written.name} ({written.size / 1024:,.0f}KB)")
    except OSError as error:
        raise Stop(
            f"파일을 쓰지 못했습니다: {because(error)}\n--out에 쓸 수 있는 폴더를 적어 주세요."
        ) from error
    say(
        f"{made:,}개({size / 1e6:,.1f}MB)를 {time.monotonic() - began:.1f}초에 만들었습니다: {folder.resolve()}"
    )
    if bad:
        say(f"{bad}개는 만들지 못했습니다. 위의 까닭을 보세요.", stream=sys.stderr)
    return FAILED if bad else 0


if __name__ == "__main__":
    run(main)
