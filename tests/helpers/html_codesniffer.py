"""HTML_CodeSniffer, a second judge of a page beside axe.

``HTMLCS.js`` is the published build of html_codesniffer 2.5.1 unchanged, its licence (BSD) beside it.
No Python package brings it, so it is kept here.
"""

from __future__ import annotations

from hashlib import sha256

from support.environment import ROOT

_FILE = ROOT / "tests/data/html_codesniffer/HTMLCS.js"
HTML_CODESNIFFER = _FILE.read_text(encoding="utf-8")
SHA256 = "bc9501382a35bff6acfc255945b1ed732fcec544cfcaeec17b5ac8d79a6c7967"
RUN = """() => new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, () =>
  done(HTMLCS.getMessages().filter((one) => one.type === HTMLCS.ERROR)
    .map((one) => `${one.code}: ${one.element.outerHTML.slice(0, 80)}`)), failed))"""


def is_unchanged() -> bool:
    """Whether the kept file is the published one."""
    return sha256(_FILE.read_bytes()).hexdigest() == SHA256
