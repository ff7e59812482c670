"""Check the records: python3 scripts/check.py [--cases DIR] [--changed BASE] [--format text|json|github] [FILE …]

Needs no site generator: any Python with PyYAML and python-frontmatter will do.
Exit code: 0 no errors, 1 errors, 2 wrong usage.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import sys

from support import records
from support.console import run


def main() -> int:
    """Run the checker of the library on the command line's arguments."""
    records.enter_reader()
    from hyeopchi.cli import check

    return check(sys.argv[1:])


if __name__ == "__main__":
    run(main)
