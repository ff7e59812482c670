"""Compiled templates: what Jinja makes of them, for every environment of a command and for later commands."""

from __future__ import annotations

from hashlib import sha256
from types import BuiltinMethodType, CodeType, FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined]

from hyeopchi.files.kept import Kept
from hyeopchi.schema.entry import Entry

_OWN_NAMES = frozenset(dir(Entry))
_CALLED_AS_THEY_ARE = frozenset({MethodType, FunctionType, BuiltinMethodType})


def render_quickly(environment: Environment) -> None:
    """Let the templates of ``environment`` write and call as every other does, in less time."""
    environment.template_class = CompiledTemplate
    environment.context_class = CallingContext


class CompiledTemplate(Template):
    """A template that escapes what it writes as every other does, in a third of the time.

    Jinja makes ``Markup`` of each piece, to join them a moment later: a fifteenth of what it takes
    to render the pages.
    """

    @classmethod
    def from_code(cls, environment: Environment, code: CodeType, *rest: Any) -> Template:
        template = super().from_code(environment, code, *rest)
        # What the code of this template knows by name; it escapes all that it writes by this one.
        template.root_render_func.__globals__["escape"] = _written
        return template


def _written(value: object) -> str:
    """``value`` as it is written into a page."""
    if type(value) is str:
        return str(escaped_text(value))
    return value if type(value) is Markup else escape(value)


class CallingContext(Context):
    """A context that sees by its kind how a thing is called: a macro, or what wants nothing of the context.

    Jinja asks each thing, and what it is called by, whether it wants the context or its
    environment: a twelfth of what it takes to render the pages.
    """

    def call(self, called: Any, /, *arguments: Any, **named: Any) -> Any:
        kind = type(called)
        if kind is Macro:
            arguments = (self.eval_ctx, *arguments)
        elif kind not in _CALLED_AS_THEY_ARE or hasattr(called, "jinja_pass_arg"):
            return super().call(called, *arguments, **named)
        named.pop("_loop_vars", None)  # for those that want the context
        named.pop("_block_vars", None)
        return called(*arguments, **named)


class EntryEnvironment(Environment):
    """Asks an entry for its field at once.

    Jinja looks for an attribute of that name first, finds none, and goes by an exception: a
    twentieth of what it takes to render the pages.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is not Entry or attribute in _OWN_NAMES:
            return super().getattr(obj, attribute)
        value = obj.get(attribute, missing)
        return self.undefined(obj=obj, name=attribute) if value is missing else value


class CompiledTemplates(BytecodeCache):
    """Knows what templates were compiled to: in this process, and in earlier ones by what is ``kept``.

    A template of other words is compiled anew; what is kept is of this very code and its packages.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = kept
        self._codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None
        if bucket.code is None and self.kept:
            bucket.bytecode_from_string(self.kept.get(_key(bucket)) or b"")
            self._remember(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._remember(bucket)
        if self.kept:
            self.kept.put(_key(bucket), bucket.bytecode_to_string())

    def _remember(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key] = bucket.checksum, bucket.code


def _key(bucket: Bucket) -> bytes:
    """What a template's code is kept under: its name and file, and its words."""
    return sha256(f"template {bucket.key} {bucket.checksum}".encode()).digest()


COMPILED = CompiledTemplates()
"""Those of this process."""
