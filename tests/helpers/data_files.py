"""The data files of a library, without its pages."""

from __future__ import annotations

from pathlib import Path

from hyeopchi.exports.dataset import in_order
from hyeopchi.exports.write import join_records, write_beside_records, write_records
from hyeopchi.library.library import Library


def write_data_files(library: Library, site_dir: Path) -> None:
    """Write all of them below ``site_dir``, as a build by one process does."""
    write_beside_records(library, site_dir)
    write_records(library, site_dir, in_order(library))
    join_records(library, site_dir)
