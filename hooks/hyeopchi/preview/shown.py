"""What a preview shows: a library, its pages and its data, as of one state of its files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hyeopchi.preview.data_files import DataFiles
from hyeopchi.site.mkdocs_single_pages import Edition
from hyeopchi.site.view import View

INDEX = "index.html"


@dataclass(frozen=True)
class Shown:
    """Pages and data; ``is_broken``: its words cannot be read, and all there is says so."""

    edition: Edition
    data: DataFiles
    is_broken: bool

    def view(self, address: str) -> View | None:
        """The page at an address; what is wrong with words that cannot be read, wherever a page may stand."""
        is_index = address == INDEX or address.endswith(f"/{INDEX}")
        place = address.removesuffix(INDEX) if is_index else address
        found = self.edition.views.get(place)
        if found is None and place.endswith("/") and self.is_broken:
            return replace(self.edition.views[""], address=place)
        return found

    def file(self, address: str) -> bytes | None:
        """What a build writes at an address that is no page's; None where it writes nothing."""
        content = self.edition.file(address)
        if content is None:
            content = self.data.file(address)
        other = self.edition.other_page(address) if content is None else None
        return other.encode() if other is not None else content
