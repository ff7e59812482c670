"""The shell: what stands around every page, however the page is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.site.content_policy import content_security_policy
from hyeopchi.site.metadata import picture
from hyeopchi.site.view import View

_BROWSE = "cases/"
_NOT_BROWSING = frozenset(
    {
        "",
        "about",
        "basket",
        "contribute",
        "fields",
        "glossary",
        "guide",
        "preview-problems",
        "teach",
        "vocabulary",
    }
)
"""First parts of the addresses of pages that lead to no records, and so do not stand behind the door to them."""


@dataclass(frozen=True, slots=True)
class Door:
    """One of the few ways into the library that every page offers; ``note`` says what is behind it."""

    label: str
    address: str
    note: str

    def holds(self, view: View) -> bool:
        """Whether the page stands behind this door."""
        first = view.address.partition("/")[0]
        return (
            first not in _NOT_BROWSING
            if self.address == _BROWSE
            else self.address.startswith(f"{first}/")
        )


@dataclass(frozen=True, slots=True)
class Shell:
    """What the shell's template needs. ``preview_notice`` is "" where there is nothing to say.

    ``picture`` is the address of the library's share picture, "" where no public address is known.
    """

    settings: Settings
    doors: tuple[Door, ...]
    preview_notice: str
    picture: str

    def policy_of(self, view: View | None) -> str:
        """The Content-Security-Policy of a page; None stands for the page for wrong addresses."""
        return content_security_policy(
            preview=self.settings.preview, inline_styles=bool(view and view.sets_styles)
        )


def shell_of(library: Library) -> Shell:
    """The shell of every page of ``library``."""
    return Shell(
        library.settings, tuple(_doors()), _preview_notice(library), picture(library.settings)
    )


def _doors() -> Iterator[Door]:
    yield Door("둘러보기", _BROWSE, "모든 기록을 깊은 것부터")
    yield Door("교육에 쓰기", "teach/", "함께 배우는 자리의 종이와 차례")
    yield Door("사례 보태기", "contribute/", "우리 동네에서 해 본 일을 알리기")


def _preview_notice(library: Library) -> str:
    errors = sum(problem.is_error for problem in library.problems)
    if not library.settings.preview or not library.problems:
        return ""
    if not errors:
        return f"살펴볼 곳이 {len(library.problems)}개 있습니다. 보기"
    return f"고칠 곳이 {errors}개 있습니다. 보기"
