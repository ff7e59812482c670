"""What a reviewer reads in a proposal: the text of each changed record before and after, in which nothing acts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.small_library import STORY, small_library
from hyeopchi.library.settings import Settings
from hyeopchi.site.change_summary import change_summary, wrapped
from hyeopchi.site.change_text import UNDRAWN, WITHHELD, Changed, Text, read_changed
from hyeopchi.site.page_text import page_text
from support.environment import ROOT

PLACE = "geumcheon-gu/2017-market-forum.md"
HOSTILE = "`````\n</details><img src=//evil.example>@everyone #1 https://evil.example [x](javascript:1) \u202egpj\u0000 ```` ~~~"
FENCE = re.compile(r"(`{3,})(?:diff)?")


def git(folder: Path, *arguments: str) -> None:
    who = [
        "-c",
        "user.name=library",
        "-c",
        "user.email=desk@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """The records of a small library, committed."""
    small_library(tmp_path / "cases", STORY)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "기록을 넣음")
    return tmp_path / "cases"


def change(cases: Path, old: str, new: str, more: str = "") -> None:
    file = cases / PLACE
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new) + more, "utf-8")


def read(cases: Path) -> dict[str, Changed]:
    found = read_changed(cases, "cases", "main", Settings())
    return {one.path.removeprefix("cases/"): one for one in found}


def outside(markdown: str) -> list[str]:
    """The lines that stand in no fence, as CommonMark reads fences."""
    lines, fence = [], ""
    for line in markdown.split("\n"):
        opened = FENCE.fullmatch(line)
        if fence:
            ends = re.fullmatch(r" {0,3}(`{3,})[ \t]*", line)
            fence = "" if ends and len(ends[1]) >= len(fence) else fence
        elif opened:
            fence = opened[1]
        else:
            lines.append(line)
    assert fence == "", "a fence is open at the end"
    return lines


def test_a_changed_record_shows_its_text_before_and_after(cases: Path) -> None:
    change(cases, "장터에서 동네 예산을", "장터에서 마을 예산을")
    assert list(read(cases)) == [PLACE]
    told = change_summary(read_changed(cases, "cases", "main", Settings()))
    assert told.startswith("## 바뀐 기록 1개\n\n")
    assert (
        "\n### `장터에서 마을 예산을 이야기하다`\n\n`cases/geumcheon-gu/2017-market-forum.md` · 고친 기록\n"
        in told
    )
    assert "\n-# 장터에서 동네 예산을 이야기하다\n" in told
    assert "\n+# 장터에서 마을 예산을 이야기하다\n" in told
    _, before, after = re.split(
        r"<summary>(?:앞: 지금 도서관의 글|뒤: 이 제안의 글)</summary>", told
    )
    assert (
        "# 장터에서 동네 예산을 이야기하다\n" in before
        and "# 장터에서 마을 예산을 이야기하다\n" in after
    )
    assert "2017년 6월 20일" in after and "빈터를 정원으로" in after, (
        "it is the page that is read, not the file"
    )


def test_a_new_record_and_one_that_is_gone_are_told(cases: Path) -> None:
    (cases / PLACE).rename(cases / "geumcheon-gu/2017-other-forum.md")
    found = read(cases)
    assert {path: (one.before is None, one.after is None) for path, one in found.items()} == {
        PLACE: (False, True),
        "geumcheon-gu/2017-other-forum.md": (True, False),
    }
    told = change_summary(tuple(found.values()))
    assert [
        line.rpartition(" · ")[2] for line in told.split("\n") if line.startswith("`cases/")
    ] == ["없어진 기록", "새 기록"]


def test_a_record_that_cannot_be_drawn_shows_its_file(cases: Path) -> None:
    change(cases, "kind: case", "kind: poem")
    after = read(cases)[PLACE].after
    assert after.note == UNDRAWN
    assert after.lines[:2] == ("---", "kind: poem")


@pytest.mark.parametrize("number", ["010-0000-1234", "990230-1234567", "국민은행 123456-01-123456"])
def test_a_number_that_names_a_person_is_in_no_summary(cases: Path, number: str) -> None:
    change(cases, "장터 기록", f"{number} 기록")
    change(cases, "장터에서 동네 예산을", f"{number} 예산을")
    told = change_summary(read_changed(cases, "cases", "main", Settings()))
    assert f"> `{WITHHELD}`\n" in told
    assert number not in told and number[-6:] not in told


def test_strangers_text_does_nothing_in_a_summary(cases: Path) -> None:
    change(
        cases,
        "장터 기록",
        f'"{HOSTILE.replace(chr(10), " ").replace(chr(0), "")}"',
        f"\n## 무엇이 문제였나\n\n{HOSTILE}\n",
    )
    told = change_summary(read_changed(cases, "cases", "main", Settings()))
    assert "evil.example" in told
    assert [line for line in outside(told) if "evil" in line or "@" in line] == []
    assert "\u202e" not in told and "U+202E" in told


texts = st.none() | st.lists(st.text(max_size=200) | st.just(HOSTILE), max_size=12).map(
    lambda lines: Text(tuple(lines))
)
changes = st.lists(
    st.builds(Changed, st.text(max_size=60), st.text(max_size=60), texts, texts), max_size=6
)


@settings(max_examples=60)
@given(changes, st.integers(600, 6_000))
def test_whatever_is_written_a_summary_fits_and_all_of_it_stands_in_fences(
    found: list[Changed], most: int
) -> None:
    told = change_summary(found, most)
    assert len(told.encode()) <= most
    shown = re.compile(
        r"|#{2,3} .*|`[^`\n]*`( · \S+ ?\S*)?|> `[^`\n]*`|</?details( open)?>(<summary>[^<>`]*</summary>)?|[가-힣][^`<@\[]*"
    )
    assert [line for line in outside(told) if not shown.fullmatch(line)] == []


def test_a_thousand_records_leave_room_for_what_was_left_out() -> None:
    text = Text(("아주 긴 글입니다." * 30,) * 40)
    told = change_summary(
        [Changed(f"cases/seoul/2017-{n}.md", "긴 글", None, text) for n in range(1_000)]
    )
    assert 900_000 < len(told.encode()) <= 1_000_000
    assert re.search(
        r"\n요약에 더 담을 수 없어 기록 \d+개를 뺐습니다. preview에서 봐 주세요.\n\Z", told
    )


def test_no_change_is_said(cases: Path) -> None:
    assert (
        change_summary(read_changed(cases, "cases", "main", Settings()))
        == "바뀐 기록이 없습니다.\n"
    )


def test_the_command_adds_to_the_summary_of_a_job(cases: Path, tmp_path: Path) -> None:
    change(cases, "장터에서 동네 예산을", "장터에서 마을 예산을")
    summary = tmp_path / "summary.md"
    summary.write_text("앞의 것\n", "utf-8")
    command = [sys.executable, str(ROOT / "scripts/review.py"), "--cases", str(cases), "--changed"]
    done = subprocess.run(
        [*command, "main"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "GITHUB_STEP_SUMMARY": str(summary)},
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert summary.read_text("utf-8").startswith("앞의 것\n## 바뀐 기록 1개\n")
    wrong = subprocess.run([*command, "nowhere"], capture_output=True, encoding="utf-8")
    assert wrong.returncode == 2
    assert "nowhere" in wrong.stderr and "Traceback" not in wrong.stderr


def test_the_text_of_a_page_is_what_one_reads() -> None:
    html = (
        '<h2 id="a">무엇을 했나</h2><p>모였습니다. 또 <b>모였습니다</b>.<br>2017. 6. 20. 끝.</p><ul><li>하나<li>둘</ul>'
        "<table><tr><th>해</th><td>사람</td></tr></table><p hidden>숨은 글</p><script>x</script>"
        '<span class="visually-hidden">귀로만</span><nav>차례<nav>안</nav></nav>a &lt; b'
    )
    assert page_text(html) == [
        "## 무엇을 했나",
        "모였습니다.",
        "또 모였습니다.",
        "2017. 6. 20. 끝.",
        "- 하나",
        "- 둘",
        "해 | 사람",
        "a < b",
    ]


@given(st.text("가a🪑 ", max_size=80), st.integers(2, 20))
def test_a_long_line_is_parted_and_loses_nothing(line: str, width: int) -> None:
    pieces = list(wrapped(line, width))
    assert "".join(pieces).replace(" ", "") == line.replace(" ", "")
    assert all(sum(1 + (char in "가🪑") for char in piece) <= width for piece in pieces)
