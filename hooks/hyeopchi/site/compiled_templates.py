"""Compiled templates: what Jinja makes of them, for every environment of a command and for later commands."""

from __future__ import annotations

from hashlib import sha256
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache

from hyeopchi.files.kept import Kept


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
