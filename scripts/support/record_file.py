"""A whole record that someone sent, as the form on the site makes it: to where it belongs."""

from __future__ import annotations

from pathlib import Path

from hyeopchi.cli import shown_folder
from hyeopchi.files.problem import Problem
from hyeopchi.files.source import SourceFile, decode
from hyeopchi.rules import personal_data
from hyeopchi.rules.guests import id_of, read_guest
from hyeopchi.schema.entry import Entry
from hyeopchi.schema.link import ID
from hyeopchi.text.quoting import printable, quoted
from hyeopchi.text.romanisation import proposed_id
from support import records
from support.console import Stop, say
from support.filing import keep_former, put, refuse
from support.sent_text import Sent


def take_in_record(sent: Sent, file: Path, cases: Path, out: Path | None, replaces: bool) -> int:
    """Put the record that ``file`` holds into its folder, or at ``out``; 1 where something is left to mend.

    What stands there is replaced only where ``replaces`` says so, and is kept. A number that names a
    person never comes into the folder: then nothing is written.
    """
    archive = records.read(cases, shown_folder(cases))
    source = _source_of(sent, file)
    record_id = id_of(file)
    record, _ = read_guest(source, record_id, archive)
    if not ID.fullmatch(record_id) and not out:
        record_id = _proposed(record.entry)
        say(f"파일 이름이 기록의 주소가 될 수 없어 제목에서 지었습니다: {record_id}")
    known = None if out else archive.by_id.get(record_id)
    if known and replaces:
        place = cases / known.folder / f"{known.id}.md"
        keep_former(place, cases)
        return put(place, source.text, cases, "w")
    if known:
        say(
            f"{quoted(record_id)} 기록이 이미 있습니다: {known.source.path}\n"
            "그 기록을 고친 것이면 --replace를 붙여 다시 실행하세요. 있던 것은 따로 남깁니다."
        )
    place = out or cases / record.folder / f"{record_id}.md"
    refuse(place, cases, archive)
    return put(place, source.text, cases)


def _source_of(sent: Sent, file: Path) -> SourceFile:
    """What was sent, with what is to tell of it told; what cannot be read stops here."""
    for said in sent.told:
        say(said)
    source = decode(sent.text.encode("utf-8", "surrogateescape"), printable(file.name))
    if isinstance(source, Problem):
        raise Stop(source.text())
    _refuse_personal(source)
    return source


def _refuse_personal(source: SourceFile) -> None:
    found = [
        problem for rule in personal_data.RULES for problem in rule(source) if problem.is_error
    ]
    if found:
        told = "\n".join(problem.text() for problem in found)
        raise Stop(f"{told}\n번호를 지우고 다시 들이세요. 아무것도 옮기지 않았습니다.")


def _proposed(entry: Entry) -> str:
    """An id made of the title, with the year in which it began."""
    period = entry.get("period") or {}
    when = period.get("start") or period.get("end") or entry.get("declared_on")
    return proposed_id(str(entry.get("title") or ""), getattr(when, "year", None))
