"""The settings: what ``mkdocs.yml`` says of the library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """What the one place in ``mkdocs.yml`` says; an empty text where it says nothing.

    ``site_url`` and ``repo_url`` end with a slash. ``edit_uri`` leads from the repository's
    address to a file's edit page. ``preview``: pages are made for a look, not for publishing.
    ``answer_days``: within how many days those who look after the library answer whoever asks for a
    record to be mended or taken down; None where they have not said.
    ``papers``: what to print is made with the site, so that pages may lead to it. ``release``: the
    site is for the public, and so needs someone to write to.
    """

    name: str = "협치도서관"
    operator: str = ""
    contact: str = ""
    answer_days: int | None = None
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    version: str = ""
    preview: bool = False
    papers: bool = False
    release: bool = False

    def edit_address(self, file: str) -> str:
        """Where ``file``, which stands beside the folder of records, is edited; "" where that is unknown."""
        beside, _, folder = self.edit_uri.rstrip("/").rpartition("/")
        return f"{self.repo_url}{beside}/{file}" if self.repo_url and folder and beside else ""
