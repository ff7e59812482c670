"""Take in a filled form: python3 scripts/import.py FILE [--cases DIR] [--out FILE] [--replace]

An HWPX or DOCX form becomes a draft record for a person to finish; a free document only notes.
What a meeting tells of a course (the paper of its kit, or the text of the page) goes into the list of sessions.
A record that the form on the site has made goes into its folder, however it was saved or pasted.
Never overwrites a file, but where --replace says so: then the former one is kept beside.
Exit code: 0 a draft without errors, 1 something is left to do, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

from collections.abc import Iterator
from typing import TYPE_CHECKING

from support import environment, records
from support.console import FAILED, WRONG_USAGE, Parser, Stop, because, run, say

if TYPE_CHECKING:
    from hyeopchi.contribute.documents.document import Document
    from hyeopchi.contribute.form_wording import Own
    from hyeopchi.contribute.left import Left
    from hyeopchi.records.archive import Archive


PLAIN = (".md", ".txt")
"""The ends of names of files that hold plain text."""


def main() -> int:
    """Read the form and write what it gives."""
    parser = Parser(
        description="채워서 보내온 서식(HWPX, DOCX)을 기록의 초안으로 만들고, 누리집에서 쓴 기록(.md)을 알맞은 폴더에, 해 본 기록을 그 목록에 둡니다."
    )
    parser.add_argument("file", type=Path, metavar="파일", help="채운 서식이나 기록")
    parser.add_argument(
        "--cases",
        type=Path,
        default=records.FOLDER,
        metavar="폴더",
        help="기록이 든 폴더 (기본: cases)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="파일", help="쓸 파일. 예: cases/mapo-gu/2018-our-forum.md"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="고친 기록(.md)이 왔을 때, 같은 이름의 기록을 이것으로 바꿉니다",
    )
    options = parser.parse_args()
    records.existing(options.cases)
    environment.enter("site")
    try:
        return take_in(options.file, options.cases, options.out, options.replace)
    except OSError as error:
        raise Stop(f"파일을 쓰지 못했습니다: {because(error)}") from error


def take_in(file: Path, cases: Path, out: Path | None, replaces: bool = False) -> int:
    """Make a draft, or notes, of ``file``, or put the record that it is into its folder; the exit code."""
    from support.record_file import take_in_record
    from support.sent_text import sent_record

    data = read(file)
    sent = sent_record(data)
    if sent:
        return take_in_record(sent, file, cases, out, replaces)
    if file.suffix.lower() in PLAIN:
        return take_in_words(file, data, cases)
    document = opened(file, data)
    told = sheet(document, cases)
    return take_in_form(document, file, cases, out, replaces) if told is None else told


def take_in_words(file: Path, data: bytes, cases: Path) -> int:
    """Take in the session that plain text tells of; ``Stop`` where it tells of none."""
    told = session(data.decode("utf-8", "replace"), cases)
    if told is None:
        raise Stop(
            f"{file.name}: 글에서 기록의 앞머리를 찾지 못했습니다. --- 다음 줄에 kind:로 시작해야 합니다.\n"
            "누리집에서 내려받은 파일이나 복사한 글을 그대로 주세요."
        )
    return told


def take_in_form(
    document: "Document", file: Path, cases: Path, out: Path | None, replaces: bool
) -> int:
    """Make a draft of a filled form, put the record that the document holds into its folder, or keep notes."""
    from hyeopchi.contribute.filled_form import read_form
    from interview.new_record import NewRecord
    from support.record_file import take_in_record
    from support.sent_text import sent_record

    work = NewRecord(cases, out)
    filled = read_form(document, work.archive.schema, work.archive.vocabularies, own(work.archive))
    if not filled.is_form:
        sent = sent_record(document.text.encode())
        return (
            take_in_record(sent, file, cases, out, replaces) if sent else note(file, document.text)
        )
    remarks = list(_remarks(filled.left))
    for remark in remarks:
        say(masked(remark))
    return max(work.write(filled.draft, remarks), FAILED if remarks else 0)


def session(text: str, cases: Path) -> int | None:
    """Put the session that ``text`` tells of into the list, and give the exit code; None where it tells of none."""
    from hyeopchi.contribute.session_form import TITLE, read_session
    from hyeopchi.records.reader import read_archive
    from support.session_file import take_in_session

    if TITLE not in text:
        return None
    archive = read_archive(cases)
    told = read_session(text, archive)
    return None if told is None else take_in_session(told, archive, cases)


def sheet(document: "Document", cases: Path) -> int | None:
    """Put the session that a filled sheet tells of into the list, and give the exit code; None for other documents."""
    from hyeopchi.contribute.session_form import TITLE
    from hyeopchi.contribute.session_sheet import read_sheet
    from hyeopchi.records.reader import read_archive
    from support.session_file import take_in_session

    if TITLE not in document.text:
        return None
    archive = read_archive(cases)
    told = read_sheet(document, archive, lambda course: empty_sheet(course, archive))
    return None if told is None else take_in_session(told, archive, cases)


def empty_sheet(course_id: str, archive: "Archive") -> "Document":
    """What the sheet of a course says before anyone fills it in; nothing where there is no such course."""
    from hyeopchi.contribute.documents.document import Document, read_document
    from hyeopchi.library.library import Library
    from hyeopchi.paper.kit.handed_out import course_of
    from hyeopchi.paper.kit.making import told_sheet
    from hyeopchi.paper.writers.formats import writer
    from hyeopchi.site.mkdocs_pages import settings_in

    course = archive.by_id.get(course_id)
    if course is None or not course.get("session"):
        return Document(())
    library = Library(archive, settings_in(environment.ROOT / "mkdocs.yml"))
    empty = writer("docx")(told_sheet(course_of(course, library)), library.settings)
    return read_document(empty)


def own(archive: "Archive") -> "Own":
    """What the form says that is made of these records, before anyone fills it in."""
    from hyeopchi.contribute.documents.document import read_document
    from hyeopchi.contribute.form_wording import Own
    from hyeopchi.library.library import Library
    from hyeopchi.paper.content.form import case_form, form_files
    from hyeopchi.site.mkdocs_pages import settings_in

    library = Library(archive, settings_in(environment.ROOT / "mkdocs.yml"))
    forms = form_files(case_form(library), library.settings)
    return Own.of(read_document(data) for _, data in forms)


def read(file: Path) -> bytes:
    """What the file holds, no more than is ever read of one; ``Stop`` where it cannot be read."""
    from hyeopchi.contribute.documents.document import MOST_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise Stop(
            f"파일을 읽을 수 없습니다: {file}\n파일의 이름과 권한을 확인하세요.", WRONG_USAGE
        ) from error


def opened(file: Path, data: bytes) -> "Document":
    """What the document says that ``file`` holds; ``Stop`` where it is none."""
    from hyeopchi.contribute.documents.document import Unreadable, read_document

    try:
        return read_document(data)
    except Unreadable as error:
        raise Stop(f"{file.name}: {error}") from error


def _remarks(left: "tuple[Left, ...]") -> "Iterator[str]":
    if left:
        yield "서식에서 칸을 찾지 못한 것입니다. 알맞은 칸에 옮기고 이 줄들을 지우세요."
    for one in left:
        yield f"- {one.where}: {' / '.join(one.text.splitlines())}"


def masked(text: str) -> str:
    """``text`` on one line, long numbers and mail names hidden: what a terminal shows may be copied on."""
    from hyeopchi.text.quoting import quoted

    return quoted(text)[1:-1]


def note(file: Path, text: str) -> int:
    """Keep the words of a document that is no form, beside it; 1, since a person must go on."""
    from hyeopchi.files.source import SourceFile
    from hyeopchi.rules import personal_data

    kept = _unused(file)
    with kept.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write(text.rstrip() + "\n")
    say(
        f"이 문서에는 사례 서식의 물음이 없어 칸을 나눌 수 없습니다. 글만 옮겨 두었습니다: {kept}\n"
        "서식(python3 scripts/form.py)에 옮겨 적거나, 글을 보면서 python3 scripts/new.py로 새로 쓰세요."
    )
    for rule in personal_data.RULES:
        for problem in rule(SourceFile(kept.name, text)):
            say(problem.text())
    return FAILED


def _unused(file: Path) -> Path:
    names = (f"{file.stem}{f'-{number}' if number > 1 else ''}.txt" for number in range(1, 1000))
    return next(place for place in map(file.with_name, names) if not place.exists())


if __name__ == "__main__":
    run(main)
