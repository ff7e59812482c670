"""Contribute: three ways to bring a case into the library, the simplest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hyeopchi.contribute import session_form
from hyeopchi.contribute.form_data import step_of
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.schema.fields import Field, Schema
from hyeopchi.schema.kinds import Kind
from hyeopchi.schema.vocabulary import Term
from hyeopchi.site.view import TO_CONTRIBUTING, Crumb, View

CONTRIBUTE = Crumb("사례 보태기", "contribute/")
SESSION = Crumb(session_form.TITLE, "contribute/session/")
_NEW_CASE = Kind.CASE


class Receiver(NamedTuple):
    """Where contributions go; "" for what ``mkdocs.yml`` does not say. ``repo`` ends with a slash."""

    contact: str
    repo: str
    branch: str


def contribute_views(library: Library) -> Iterator[View]:
    """``/contribute/``, ``/contribute/tell/``, ``/contribute/session/`` and ``/contribute/form/``."""
    receiver = receiver_of(library.settings)
    yield View(
        CONTRIBUTE.address,
        CONTRIBUTE.label,
        "contribute.html",
        dict,
        "도서관에 사례를 보태는 세 가지 길",
        styles=("ways-in",),
        door=TO_CONTRIBUTING,
    )
    yield View(
        "contribute/tell/",
        "2분 알리기",
        "contribute_tell.html",
        partial(_fill_tell, library, receiver),
        "제목과 지역, 볼 곳과 한 문장으로 사례나 틀린 곳을 알립니다.",
        (CONTRIBUTE,),
        styles=("form",),
        scripts=("contribute/tell",),
        door=TO_CONTRIBUTING,
    )
    yield View(
        SESSION.address,
        SESSION.label,
        "contribute_session.html",
        partial(_fill_session, library, receiver),
        "수업을 해 본 뒤 쓴 시간과 빼거나 바꾼 것을 알립니다.",
        (CONTRIBUTE,),
        styles=("form",),
        scripts=("contribute/session",),
        door=TO_CONTRIBUTING,
    )
    yield View(
        "contribute/form/",
        "사례 쓰기",
        "contribute_form.html",
        partial(_fill_form, library, receiver),
        "차례대로 물음에 답해 사례 한 건을 씁니다.",
        (CONTRIBUTE,),
        styles=("form", "approval"),
        scripts=("contribute/form",),
        door=TO_CONTRIBUTING,
    )


def receiver_of(settings: Settings) -> Receiver:
    """Where contributions go, as the settings say; the branch is in the address of edit pages (``edit/main/…``)."""
    parts = settings.edit_uri.strip("/").split("/")
    return Receiver(settings.contact, settings.repo_url, parts[1] if len(parts) > 1 else "main")


def _fill_tell(library: Library, receiver: Receiver) -> Mapping[str, Any]:
    return {"receiver": receiver, "districts": tuple(library.vocabularies["districts"])}


def _fill_session(library: Library, receiver: Receiver) -> Mapping[str, Any]:
    courses = (one for one in library.of_kind(Kind.COLLECTION) if one.get("session"))
    return {
        "receiver": receiver,
        "form": session_form,
        "districts": tuple(library.vocabularies["districts"]),
        "courses": tuple(
            (one, json.dumps(tuple(session_form.step_labels(one)), ensure_ascii=False))
            for one in courses
        ),
    }


def _fill_form(library: Library, receiver: Receiver) -> Mapping[str, Any]:
    return {
        "receiver": receiver,
        "questions": tuple(_questions(library.schema, tuple(library.vocabularies["steps"]))),
    }


def _questions(schema: Schema, steps: tuple[Term, ...]) -> Iterator[tuple[Term, tuple[Field, ...]]]:
    """What the form asks of a case, step by step."""
    for step in steps:
        yield step, tuple(field for field in schema.of_kind(_NEW_CASE) if step_of(field) == step.id)
