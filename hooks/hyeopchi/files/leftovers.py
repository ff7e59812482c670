"""Leftovers: what the system or an editor puts beside a person's files, and nobody means to publish."""

from __future__ import annotations

import re
from fnmatch import translate

PATTERNS = (
    # macOS
    ".DS_Store",
    "._*",
    ".AppleDouble",
    ".localized",
    ".fseventsd",
    ".Spotlight-V100",
    ".TemporaryItems",
    ".Trashes",
    "Icon\r",
    "__MACOSX",
    # Windows
    "Thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "$RECYCLE.BIN",
    "System Volume Information",
    # Linux and network drives
    ".directory",
    ".Trash-*",
    ".nfs*",
    ".fuse_hidden*",
    "@eaDir",
    # Word, 한글 and LibreOffice, while a file is open
    "~$*",
    ".~lock.*#",
    "*.tmp",
    # Vim, Emacs and others: swap, lock and backup files
    ".*.sw[a-p]",
    "4913",
    ".#*",
    "#*#",
    "*~",
    "*.bak",
    "*.orig",
    ".goutputstream-*",
    ".*.kate-swp",
    # Editors' settings
    ".idea",
    ".vscode",
    ".obsidian",
    # git
    ".git",
    ".gitignore",
    ".gitkeep",
)
"""The names, as shell patterns, whatever their case."""

_NAME = re.compile("|".join(map(translate, PATTERNS)), re.IGNORECASE)


def is_leftover(name: str) -> bool:
    """Whether a file or folder of this name is passed over."""
    return _NAME.match(name) is not None
