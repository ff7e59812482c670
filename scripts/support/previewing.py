"""Shows the preview; serve.py runs it as a program of its own: previewing.py CASES PORT [open]"""

from pathlib import Path
from runpy import run_path

run_path(str(Path(__file__).with_name("start.py")))

import sys
import webbrowser
from pathlib import Path
from tempfile import TemporaryDirectory

from hyeopchi.files.kept import KEPT, Kept
from hyeopchi.preview.preview import Preview
from hyeopchi.records.kept_memory import KeptMemory
from hyeopchi.search.publishing import show_in_preview
from hyeopchi.site.compiled_templates import COMPILED
from support import mkdocs
from support.console import Stop, run, say
from support.preview_host import PreviewServer


def main() -> int:
    """Serve until Ctrl+C."""
    cases, port, opens = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] == ["open"]
    with TemporaryDirectory(prefix="hyeopchi-preview-") as made, PreviewServer(port) as server:
        preview = opened(cases, Path(made), server.local)
        preview.answer("")
        show_in_preview(cases, mkdocs.cache(), Path(made))
        server.preview = preview
        address = f"{server.local}{preview.mount}"
        say(f"미리보기 주소: {address} (끝내려면 Ctrl+C)")
        if opens:
            webbrowser.open(address)
        server.serve_forever()
    return 0


def opened(cases: Path, made: Path, local: str) -> Preview:
    """The preview; ``Stop`` where MkDocs does not take the settings."""
    try:
        COMPILED.kept = Kept(mkdocs.cache().with_name(KEPT))
        before = KeptMemory(COMPILED.kept)
        return Preview(mkdocs.CONFIGURATION, cases, made, local, say, before)
    except Exception as error:  # whatever MkDocs or what it loads raises
        raise Stop(f"설정을 읽지 못했습니다: {error}\n설정을 고치고 다시 실행하세요.") from error


if __name__ == "__main__":
    run(main)
