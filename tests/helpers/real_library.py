"""The library's own records, read once for all tests of a process: they are frozen."""

from __future__ import annotations

from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.reader import read_archive
from support.environment import ROOT

ARCHIVE = read_archive(ROOT / "cases")
LIBRARY = Library(ARCHIVE)
ADDRESSED = Library(ARCHIVE, Settings(site_url="https://library.example/"))
"""The same that knows its address, as what is printed has to."""
