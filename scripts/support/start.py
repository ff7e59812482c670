"""The start of every command: an old Python is told so, and what the commands import is found.

A command runs this before it imports anything of ours, whatever its surroundings let Python look
for by itself. No syntax newer than Python 3.6 stands here or in the commands: an older Python
must get as far as the message below.
"""

import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "파이썬 3.11 이상이 필요합니다. 지금 쓰는 것은 {}.{}입니다.\n"
        "새 파이썬을 설치한 뒤 같은 명령을 다시 실행하세요. (python.org/downloads)".format(
            *sys.version_info[:2]
        )
    )

SCRIPTS = Path(__file__).resolve().parents[1]
for folder in (SCRIPTS.parent / "hooks", SCRIPTS):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
