"""What the caller's environment says: kept where it tells how packages come, not where they go."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Mapping

DISTURBING = (
    "PYTHONHOME",
    "PYTHONOPTIMIZE",
    "PYTHONPATH",
    "PYTHONPLATLIBDIR",
    "PYTHONSAFEPATH",
    "PYTHONWARNINGS",
)
"""Variables that put other modules before ours, hide our own, or take the tests' asserts away."""
FETCHING = frozenset(
    "cache_dir cert client_cert default_timeout extra_index_url find_links index_url "
    "keyring_provider no_cache_dir no_index prefer_binary proxy timeout trusted_host "
    "use_deprecated use_feature".split()
)
"""Settings of pip that say from where and how packages come; all others are left out."""

_SECTIONS = ("global", "install", ":env:")
"""Where pip's settings stand, the later ones over the earlier ones."""
_SETTING = re.compile(
    rf"^(?P<section>{'|'.join(_SECTIONS)})\.(?P<name>[\w-]+)=(?P<value>'.*'|\".*\")$", re.MULTILINE
)


def undisturbed(environ: Mapping[str, str]) -> dict[str, str]:
    """``environ`` without what would disturb a Python of our own."""
    return {name: value for name, value in environ.items() if name not in DISTURBING}


def for_pip(environ: Mapping[str, str], listed: str) -> dict[str, str]:
    """The environment of our pip, given what ``pip config list`` has ``listed`` under ``environ``.

    A person's pip may put packages into a home or folder of theirs (``PIP_USER``, ``target =``).
    """
    said = sorted(_SETTING.finditer(listed), key=lambda one: _SECTIONS.index(one["section"]))
    settings = {one["name"].replace("-", "_"): ast.literal_eval(one["value"]) for one in said}
    return {
        **{name: value for name, value in environ.items() if not name.startswith("PIP_")},
        **{
            f"PIP_{name.upper()}": " ".join(value.split())
            for name, value in settings.items()
            if name in FETCHING
        },
        "PIP_CONFIG_FILE": os.devnull,
    }
