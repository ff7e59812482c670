"""The district map: the outline of every district, as ``scripts/make_map.py`` drew it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DRAWING = Path(__file__).with_name("district_map.json")


@dataclass(frozen=True, slots=True)
class Shape:
    """One district: the ``d`` of its SVG path, and where its name is centred."""

    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """A drawing of ``width`` × ``height`` units; ``shapes`` by the first five digits of the 법정동 code.

    ``attribution`` names whose boundaries these are and must stand beside the drawing.
    """

    attribution: str
    width: int
    height: int
    shapes: Mapping[str, Shape]


@cache
def district_map() -> DistrictMap:
    """The drawing of Seoul."""
    drawn = json.loads(_DRAWING.read_text(encoding="utf-8"))
    shapes = {code: Shape(**shape) for code, shape in drawn.pop("shapes").items()}
    return DistrictMap(shapes=shapes, **drawn)
