"""What is found for who comes and in what groups they sit: small files, of which ``/teach/find/`` reads one.

``data/teach/<audience or any>-<group size or any>.json`` holds ``counts``, how many fit in each
span of minutes that can be chosen, and ``listed``, the first of each span as (span, address,
title, words). A file is never longer than ``MOST_LISTED`` lines for each span.
"""

from __future__ import annotations

import json
from pathlib import Path

from hyeopchi.library.addresses import teaching_address
from hyeopchi.library.library import Library
from hyeopchi.library.teachable import Found, answers, found_for_each, teachables

FOLDER = "data/teach"
_ANY = "any"


def write_teaching(library: Library, site_dir: Path) -> None:
    """A file for each audience and size of group, and for any, where something can be taught."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    found = teachables(library)
    for one in found_for_each(found, answers(found, library)) if found else ():
        file = folder / f"{one.audience or _ANY}-{one.group_size or _ANY}.json"
        text = json.dumps(_told(one, library), ensure_ascii=False, separators=(",", ":"))
        file.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _told(found: Found, library: Library) -> dict[str, object]:
    return {
        "counts": found.counts,
        "listed": [
            (span, teaching_address(one.record.id), one.record.title, one.said(library))
            for span, one in found.listed
        ],
    }
