"""Check the records: python3 scripts/check.py [--cases DIR] [--changed BASE] [--format text|json|github] [FILE …]

Needs no site generator: any Python with PyYAML and python-frontmatter will do.
Exit code: 0 no errors, 1 errors, 2 wrong usage.
"""

import _environment  # first: it stops a Python that is too old

import sys

import _records
from _console import run


def main() -> int:
    """Run the checker of the library on the command line's arguments."""
    _records.enter_reader()
    sys.path.insert(0, str(_environment.ROOT / "hooks"))
    from hyeopchi.cli import check

    return check(sys.argv[1:])


if __name__ == "__main__":
    run(main)
