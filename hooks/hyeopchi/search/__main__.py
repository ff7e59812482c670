"""Make or refresh the index: ``python -m hyeopchi.search --cases DIR --cache DIR [--into DIR]``."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from hyeopchi.search.index import Index


def main() -> int:
    """Refresh the index in the cache; copy it into the folder that is given."""
    parser = argparse.ArgumentParser(prog="hyeopchi.search")
    for name in ("--cases", "--cache", "--into"):
        parser.add_argument(name, type=Path, required=name != "--into")
    options = parser.parse_args()
    began = time.monotonic()
    index = Index(options.cases, options.cache)
    report = index.refresh()
    if options.into:
        index.shelf.copy_to(options.into)
    print(f"기록 {report.records:,}개의 찾아보기 색인을 {time.monotonic() - began:.1f}초에 만들었습니다. "
          f"(새로 넣은 기록 {report.changed:,}개)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
