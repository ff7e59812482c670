"""Cut the print fonts' fallbacks again: python3 scripts/make_fonts.py

The print font lacks letters that records hold: ∼ and ☑ as 한글 types them, subscripts, rare Hanja.
Each fallback is a published font cut down to what the ones before it lack. They change about as
often as the print font, so they are kept in the repository and nothing else needs this: what the
lock ``fonts`` pins goes into an environment that is thrown away afterwards.
"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("support") / "start.py"))

import subprocess
from tempfile import TemporaryDirectory

from support import environment as environment_module
from support.console import Parser, Stop, run, say
from support.installer import install, make_venv

FOLDER = environment_module.ROOT / "hooks/hyeopchi/paper/writers/template/fonts"
LISTING = environment_module.ROOT / "hooks/hyeopchi/text/print_letters.txt"
CUTTER = Path(__file__).with_name("drawing") / "fallback_fonts.py"


def main() -> int:
    """Write the fallbacks with a Python that has the published fonts."""
    Parser(description="인쇄용 글꼴에 없는 글자를 대신 그릴 글꼴을 다시 만듭니다.").parse_args()
    with TemporaryDirectory() as folder:
        environment = environment_module.Environment(Path(folder, "fonts"))
        make_venv(environment.folder)
        install(
            environment.python,
            environment_module.ROOT / "requirements-fonts.txt",
            Path(folder, "setup.log"),
        )
        command = [str(environment.python), str(CUTTER), str(FOLDER), str(LISTING)]
        if subprocess.run(command).returncode != 0:
            raise Stop("글꼴을 만들지 못했습니다. 위에 나온 까닭을 보세요.")
    say(f"{FOLDER.relative_to(environment_module.ROOT)}에 글꼴을 만들었습니다.")
    return 0


if __name__ == "__main__":
    run(main)
