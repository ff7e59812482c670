"""Data files of a preview: what a build writes beside the pages, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from hyeopchi.exports.teaching import FOLDER as TEACHING
from hyeopchi.exports.teaching import write_teaching
from hyeopchi.exports.write import write_helps, write_lists, write_record
from hyeopchi.library.library import Library
from hyeopchi.paper.content.form import FORM_FILES, write_form

_LISTS = ("data/records.json", "data/records.csv")


class DataFiles:
    """The data of one library in a folder of its own, which goes when this does."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = TemporaryDirectory(prefix="hyeopchi-")
        self._made: frozenset[str] = frozenset()
        self._ready: set[str] = set()

    def file(self, address: str) -> bytes | None:
        """The content of a data file; None where a build writes none at ``address``."""
        name, make = self._maker(address)
        if name and name not in self._ready:
            make()
            self._made = names_below(Path(self._folder.name))
            self._ready.add(name)
        return Path(self._folder.name, address).read_bytes() if address in self._made else None

    def close(self) -> None:
        """Remove the files."""
        self._folder.cleanup()

    def _maker(self, address: str) -> tuple[str, Callable[[], None]]:
        """What makes the file at ``address``, and a name for all that it makes; "" where nothing does."""
        library, folder = self._library, Path(self._folder.name)
        record = library.by_id.get(address.removeprefix("cases/").partition("/")[0])
        if record and address.startswith(record.link.address):
            return record.id, partial(write_record, library, folder, record)
        if address in _LISTS:
            return _LISTS[0], partial(write_lists, library, folder)
        if address.startswith(f"{TEACHING}/"):
            return TEACHING, partial(write_teaching, library, folder)
        if address.startswith("data/"):
            return "data/", partial(write_helps, library, folder)
        if address in {form.address for form in FORM_FILES}:
            return FORM_FILES[0].address, partial(write_form, library, folder)
        return "", lambda: None


def names_below(folder: Path) -> frozenset[str]:
    """Every file below ``folder`` by its path from there: no other name leads into it."""
    return frozenset(
        one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()
    )
