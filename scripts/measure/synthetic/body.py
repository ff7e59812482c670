"""The bodies of the synthetic records."""

from __future__ import annotations

from hyeopchi.schema.kinds import Kind
from measure.synthetic.shelf import Shelf, Sketch
from measure.synthetic.words import Words

_CASE = ("무엇이 문제였나", "누가 무엇을 했나", "무엇이 달라졌나", "디딤돌과 걸림돌", "배울 점")
_OTHER = ("어떤 것인가", "무엇을 담았나", "어떻게 읽을까", "남은 물음")
_SECTIONS = {"full": 4, "thin": 2, "stub": 1}


def body(sketch: Sketch, made: Shelf, words: Words) -> str:
    """The Markdown below the front matter: more sections the deeper the record."""
    headings = (_CASE if sketch.kind == Kind.CASE else _OTHER)[: _SECTIONS[sketch.depth]]
    if sketch.depth == "stub":
        return f"\n## {headings[0]}\n\n자료에 이름만 나옵니다.\n"
    return "".join(f"\n## {heading}\n\n{_section(sketch, made, words)}\n" for heading in headings)


def _section(sketch: Sketch, made: Shelf, words: Words) -> str:
    blocks = [words.sentences(2, 5) for _ in range(words.random.randint(1, 3))]
    if words.chance(0.3):
        blocks.append("\n".join(f"- {words.sentences(1, 1)}" for _ in range(3)))
    target = made.earlier(Kind.CASE, sketch, words.random)
    if target and words.chance(0.4):
        blocks.append(
            f"비슷한 이야기가 [{words.place()}의 기록]({target.id})에 있습니다. **{words.place()}** 이야기입니다."
        )
    return "\n\n".join(blocks)
