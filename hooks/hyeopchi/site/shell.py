"""The shell: what stands around every page, however the page is made."""

from __future__ import annotations

from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.site.content_policy import content_security_policy, script_hash
from hyeopchi.site.metadata import picture
from hyeopchi.site.view import DOORS, Door, View


@dataclass(frozen=True, slots=True)
class Shell:
    """What the shell's template needs. ``preview_notice`` is "" where there is nothing to say.

    ``picture`` is the address of the library's share picture, "" where no public address is known.
    ``lets_scripts_in``: a server writes a script of its own into every page, whose text is not known.
    """

    settings: Settings
    doors: tuple[Door, ...]
    preview_notice: str
    picture: str
    lets_scripts_in: bool = False

    def policy_of(self, view: View | None) -> str:
        """The Content-Security-Policy of a page; None stands for the page for wrong addresses."""
        return content_security_policy(
            preview=self.lets_scripts_in, inline_styles=bool(view and view.sets_styles)
        )

    def policy_alone(self, script: str) -> str:
        """The policy of a page that has styles and one ``script`` of its own, and no other file."""
        return content_security_policy((script_hash(script.encode()),), inline_styles=True)


def shell_of(library: Library) -> Shell:
    """The shell of every page of ``library``."""
    said = library.settings
    return Shell(said, DOORS, _preview_notice(library), picture(said), said.preview)


def _preview_notice(library: Library) -> str:
    errors = sum(problem.is_error for problem in library.problems)
    if not library.settings.preview or not library.problems:
        return ""
    if not errors:
        return f"살펴볼 곳이 {len(library.problems)}개 있습니다. 보기"
    return f"고칠 곳이 {errors}개 있습니다. 보기"
