"""Postings: which records carry which terms, packed into bytes.

A file is: the length of its terms, the terms (each as one character for how much it shares with
the one before, ``chr(48 + shared)``, its rest and a line feed), for every term the number of its
records and of its bytes, and then every term's records. Records are steps from one to the next,
or a bitmap where more than an eighth of all carry the term; weights follow, two in a byte.
All numbers are written in sevens of bits, the lowest first.

In memory a posting is ``record << 4 | weight``; a facet's weights are 0 and left out.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

Postings: TypeAlias = "array[int]"
"""``array("I")`` of postings, in ascending order."""
_BITMAP_SHARE = 8


def encode(terms: Mapping[str, Postings], count: int, weighted: bool = True) -> bytes:
    """The file of ``terms`` in a library of ``count`` records."""
    names = sorted(terms)
    packed = [_pack(terms[name], count, weighted) for name in names]
    text = _shared(names).encode()
    head = bytearray(number(len(text)) + text)
    for name, one in zip(names, packed, strict=True):
        head += number(len(terms[name])) + number(len(one))
    return bytes(head) + b"".join(packed)


def decode(data: bytes, count: int, weighted: bool = True) -> dict[str, Postings]:
    """What ``encode`` was given."""
    length, at = _read(data, 0)
    names = list(_unshared(data[at : at + length].decode()))
    at += length
    sizes = []
    for _ in names:
        records, at = _read(data, at)
        size, at = _read(data, at)
        sizes.append((records, size))
    terms = {}
    for name, (records, size) in zip(names, sizes, strict=True):
        terms[name] = _unpack(data[at : at + size], records, count, weighted)
        at += size
    return terms


def number(value: int) -> bytes:
    """A number in sevens of bits."""
    if value < 0x80:
        return bytes((value,))
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    found.append(value)
    return bytes(found)


def _read(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _shared(names: Iterable[str]) -> str:
    lines, before = [], ""
    for name in names:
        shared = 0
        while shared < min(len(name), len(before), 9) and name[shared] == before[shared]:
            shared += 1
        lines.append(f"{shared}{name[shared:]}\n")
        before = name
    return "".join(lines)


def _unshared(text: str) -> Iterator[str]:
    before = ""
    for line in text.splitlines():
        before = before[: int(line[0])] + line[1:]
        yield before


def _pack(postings: Postings, count: int, weighted: bool) -> bytes:
    records = (
        _bitmap(postings, count) if len(postings) * _BITMAP_SHARE > count else _steps(postings)
    )
    return records + _weights(postings) if weighted else records


def _bitmap(postings: Postings, count: int) -> bytes:
    found = bytearray(-(-count // 8))
    for posting in postings:
        record = posting >> 4
        found[record >> 3] |= 1 << (record & 7)
    return bytes(found)


def _steps(postings: Postings) -> bytes:
    found, before = bytearray(), 0
    for posting in postings:
        record = posting >> 4
        step = record - before
        if step < 0x80:
            found.append(step)
        else:
            found += number(step)
        before = record
    return bytes(found)


def _weights(postings: Postings) -> bytes:
    nibbles = [posting & 15 for posting in postings]
    if len(nibbles) % 2:
        nibbles.append(0)
    return bytes(low | high << 4 for low, high in zip(nibbles[::2], nibbles[1::2], strict=True))


def _unpack(data: bytes, records: int, count: int, weighted: bool) -> Postings:
    if records * _BITMAP_SHARE > count:
        at = -(-count // 8)
        found = [record for record in range(count) if data[record >> 3] >> (record & 7) & 1]
    else:
        found, at, before = [], 0, 0
        for _ in range(records):
            step, at = _read(data, at)
            before += step
            found.append(before)
    if not weighted:
        return array("I", (record << 4 for record in found))
    weights = data[at:]
    return array(
        "I",
        (
            record << 4 | weights[index >> 1] >> 4 * (index & 1) & 15
            for index, record in enumerate(found)
        ),
    )
