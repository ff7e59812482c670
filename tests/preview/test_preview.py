"""The preview shows what a build writes, as the files are at the moment it is asked for."""

from __future__ import annotations

import gc
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest

from helpers.small_library import STORY, small_library
from hyeopchi.files.kept import Kept
from hyeopchi.paper.content.form import FORM_FILES
from hyeopchi.preview.preview import Preview
from hyeopchi.records.kept_memory import KeptMemory
from measure.synthetic import write_synthetic
from support.environment import ROOT

FORUM = "geumcheon-gu/2017-market-forum.md"
SCRIPT = re.compile(r'<script type="module" src="/-/reload\.js\?[0-9-]+"></script>')
NOTICE = re.compile(r'    <aside class="preview-notice".*?</aside>\n', re.DOTALL)
DATA = (
    "assets/stylesheets/library.css",
    "assets/javascripts/search/box.js",
    "cases/2019-jungnang-dinggadong/record.json",
    "cases/2019-jungnang-dinggadong/cite.ris",
    "data/fields.json",
    "data/records.csv",
    FORM_FILES[1].address,
    "sitemap.xml",
    "404.html",
)


def test_every_page_is_the_one_that_a_build_writes(real: Preview, site: Path) -> None:
    made = pages(real)
    written = {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in site.rglob("index.html")
    }
    assert made.keys() - {"preview-problems/"} == written.keys()
    assert [one for one, text in written.items() if NOTICE.sub("", made[one]) != text] == []


def pages(preview: Preview) -> dict[str, str]:
    """Every page by its address."""
    edition = preview.refresh().edition
    return {address: edition.page(view) for address, view in edition.views.items()}


def test_a_page_that_is_asked_for_has_one_script_more(real: Preview) -> None:
    edition = real.refresh().edition
    shown = page(real, "about/")
    assert SCRIPT.sub("", shown) == edition.page(edition.views["about/"])
    assert SCRIPT.findall(shown)


@pytest.mark.parametrize("address", DATA)
def test_what_stands_beside_the_pages_is_what_a_build_writes(
    real: Preview, site: Path, address: str
) -> None:
    assert real.answer(address).content == (site / address).read_bytes()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """The folder of a small library of one record of each kind."""
    small_library(tmp_path / "cases", STORY)
    return tmp_path / "cases"


def page(preview: Preview, address: str) -> str:
    answer = preview.answer(address)
    assert answer.status == 200, answer.content.decode()
    return answer.content.decode()


def test_a_page_and_the_lists_are_as_the_record_is_now(opened, cases: Path, said) -> None:
    preview = opened(cases)
    assert "장터에서 동네 예산" in page(preview, "cases/2017-market-forum/")
    edit(cases / FORUM, "장터에서 동네", "시장에서 동네")
    for address in ("cases/2017-market-forum/", "cases/", "districts/geumcheon-gu/"):
        assert "시장에서 동네 예산" in page(preview, address)
    assert said == ["바뀐 파일을 다시 읽었습니다: cases/geumcheon-gu/2017-market-forum.md"]


def test_what_was_shown_before_goes_once_a_record_is_saved(opened, cases: Path) -> None:
    preview = opened(cases)
    page(preview, "cases/2017-market-forum/")
    edit(cases / FORUM, "장터에서 동네", "시장에서 동네")
    page(preview, "cases/2017-market-forum/")
    before = ref(preview.refresh())
    edit(cases / FORUM, "시장에서 동네", "장터에서 동네")
    page(preview, "cases/2017-market-forum/")
    assert gc.isenabled()
    gc.collect()
    assert before() is None


def test_a_broken_record_shows_its_problems_in_its_place_until_it_is_mended(opened, cases) -> None:
    preview = opened(cases)
    page(preview, "")
    edit(cases / FORUM, "kind: case", "kind: cake")
    shown = page(preview, "cases/2017-market-forum/")
    assert "고칠 곳이 있는 기록: 2017-market-forum" in shown
    assert "cake" in shown
    assert "고칠 곳이" in page(preview, "cases/2017-plan/")
    edit(cases / FORUM, "kind: cake", "kind: case")
    assert "장터에서 동네 예산" in page(preview, "cases/2017-market-forum/")
    assert "preview-notice" not in page(preview, "cases/2017-plan/")


def test_a_record_that_is_renamed_or_deleted_is_at_its_old_address_no_more(opened, cases) -> None:
    preview = opened(cases)
    page(preview, "cases/nd-first-book/")
    (cases / "seoul/nd-first-book.md").rename(cases / "seoul/nd-other-book.md")
    assert preview.answer("cases/nd-first-book/").status == 404
    assert "협치를 처음 배우는 책" in page(preview, "cases/nd-other-book/")
    (cases / "seoul/nd-other-book.md").unlink()
    assert preview.answer("cases/nd-other-book/").status == 404


def test_changed_words_and_broken_words_show_at_once(opened, cases: Path) -> None:
    preview = opened(cases)
    words = cases / "_vocabulary/kinds.yml"
    edit(words, "label: 선언", "label: 다짐글")
    assert "다짐글" in page(preview, "kinds/declaration/")
    kept = words.read_text("utf-8")
    words.write_text("id: [", "utf-8")
    for address in ("", "cases/2017-plan/", "kinds/"):
        assert "괄호의 짝을 맞춰 주세요" in page(preview, address)
    words.write_text(kept, "utf-8")
    assert "다짐글" in page(preview, "kinds/declaration/")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the settings and of the pages that people write; the templates are the project's own."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    return tmp_path


def test_changed_pages_stylesheets_and_settings_show_at_once(opened, cases, project, said) -> None:
    preview = opened(cases, project / "mkdocs.yml")
    page(preview, "about/")
    edit(project / "docs/about.md", "# ", "# 새로 쓴 ")
    assert "<h1>새로 쓴 " in page(preview, "about/")
    (project / "docs/assets/stylesheets/parts/button.css").write_text(".new { margin: 0 }", "utf-8")
    assert ".new { margin: 0 }" in page(preview, "assets/stylesheets/library.css")
    (project / "docs/assets/new.txt").write_text("새것", "utf-8")
    assert page(preview, "assets/new.txt") == "새것"
    edit(project / "mkdocs.yml", "site_name: 협치도서관", "site_name: 마을도서관")
    assert "<strong>마을도서관</strong>" in page(preview, "about/")
    edit(project / "mkdocs.yml", "site_name: 마을도서관", "site_nane: 마을도서관")
    assert "site_nane" in page(preview, "preview-problems/")
    assert "<strong>마을도서관</strong>" in page(preview, "about/")
    edit(project / "mkdocs.yml", "site_nane: 마을도서관", "site_name: 동네도서관")
    edit(project / "mkdocs.yml", "name: material", "name: materiel")
    assert "Unrecognised theme name: &#39;materiel&#39;" in page(preview, "preview-problems/")
    edit(project / "mkdocs.yml", "name: materiel", "name: material")
    assert "<strong>동네도서관</strong>" in page(preview, "about/")


def test_a_template_that_fails_is_told_in_place_of_its_page(
    opened, cases: Path, tmp_path: Path, monkeypatch, said
) -> None:
    templates = tmp_path / "theme/pages"
    shutil.copytree(ROOT / "hooks/theme/pages", templates)
    monkeypatch.setattr("hyeopchi.site.templating.TEMPLATES", templates)
    monkeypatch.setattr("hyeopchi.preview.preview.TEMPLATES", templates)
    preview = opened(cases)
    page(preview, "compare/")
    kept = (templates / "compare.html").read_text("utf-8")
    (templates / "compare.html").write_text(f"{kept}\n{{% nothing %}}", "utf-8")
    answer = preview.answer("compare/")
    line = kept.count("\n") + 2
    assert answer.status == 500
    assert f"compare.html:{line}</p>\n<pre>Encountered unknown tag" in answer.content.decode()
    assert SCRIPT.search(answer.content.decode())
    assert said[-1].startswith("쪽을 만들지 못했습니다: ")
    (templates / "compare.html").write_text(f"{kept}<p>덧붙임</p>", "utf-8")
    assert preview.answer("compare/").status == 200


@pytest.mark.parametrize(
    "address",
    [
        "../mkdocs.yml",
        "assets/../../mkdocs.yml",
        "search/../../mkdocs.yml",
        "data/../../x",
        "cases/2017-plan/../../x",
        "..\\..\\mkdocs.yml",
        "/etc/hostname",
        "a\0b",
        "a" * 60_000,
        "cases/" + "a/" * 2_000,
        "-/nothing",
        "about.md",
        "index.md",
        "가/\ud800/",
        "%2e%2e/mkdocs.yml",
    ],
    ids=range(15),
)
def test_no_address_leads_elsewhere(small: Preview, address: str) -> None:
    answer = small.answer(address)
    assert (answer.status, answer.kind) == (404, "text/html; charset=utf-8")
    assert "찾는 쪽이 없습니다" in answer.content.decode()


def test_a_changed_program_is_said_to_need_a_new_start(
    opened, cases, tmp_path, monkeypatch, said
) -> None:
    program = tmp_path / "program"
    program.mkdir()
    monkeypatch.setattr("hyeopchi.preview.preview.PACKAGE", program)
    preview = opened(cases)
    page(preview, "")
    (program / "easy.py").write_text("", "utf-8")
    page(preview, "")
    assert said == [
        "바뀐 파일을 다시 읽었습니다: program/easy.py",
        "프로그램이 바뀌었습니다. 바뀐 대로 보려면 미리보기를 끝내고 다시 시작해 주세요.",
    ]


def test_who_waits_is_told_of_a_change(opened, cases: Path) -> None:
    preview = opened(cases)
    (state,) = re.findall(r"reload\.js\?([0-9-]+)", page(preview, "about/"))
    assert preview.wait(state, 0) == state
    edit(cases / FORUM, "장터에서 동네", "시장에서 동네")
    after = preview.wait(state, 30)
    assert after != state
    assert f"reload.js?{after}" in page(preview, "about/")


def test_what_earlier_commands_have_read_is_not_read_again(
    opened, cases, tmp_path, monkeypatch
) -> None:
    first = pages(opened(cases, before=KeptMemory(Kept(tmp_path / "kept"))))
    monkeypatch.setattr(
        "hyeopchi.records.reader._read_alone", lambda *_: pytest.fail("it was read")
    )
    preview = opened(cases, before=KeptMemory(Kept(tmp_path / "kept")))
    assert pages(preview) == first
    monkeypatch.undo()
    edit(cases / FORUM, "장터에서 동네", "시장에서 동네")
    assert "시장에서 동네 예산" in page(preview, "cases/2017-market-forum/")


class Editing:
    """Fifty edits of a library as people make them, from one seed."""

    def __init__(self, cases: Path, seed: int) -> None:
        self._cases, self._random = cases, random.Random(seed)

    def steps(self, count: int) -> Iterator[None]:
        """Make one edit after the other."""
        kinds: list[Callable[[Path], None]] = [
            self._word,
            self._word,
            self._title,
            self._withdraw,
            self._move,
            self._rename,
            self._break,
            self._copy,
            self._delete,
            self._vocabulary,
        ]
        for _ in range(count):
            files = sorted(self._cases.glob("[a-z]*/*.md"))
            self._random.choice(kinds)(self._random.choice(files))
            yield

    def _word(self, file: Path) -> None:
        file.write_text(f"{file.read_text('utf-8')}\n덧붙인 글입니다.\n", "utf-8")

    def _title(self, file: Path) -> None:
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"(?m)^title: .*", "title: 새로 붙인 제목", text), "utf-8")

    def _withdraw(self, file: Path) -> None:
        said = "\nwithdrawn: {date: 2026-11-29, reason: 사실과 달라 거두었습니다.}\nadded:"
        file.write_text(file.read_text("utf-8").replace("\nadded:", said, 1), "utf-8")

    def _move(self, file: Path) -> None:
        to = self._random.choice(sorted(self._cases.glob("[a-z]*/"))) / file.name
        file.rename(to)

    def _rename(self, file: Path) -> None:
        file.rename(file.with_name(f"{file.stem}-b.md"))

    def _break(self, file: Path) -> None:
        file.write_text(file.read_text("utf-8").replace("kind: ", "kin: ", 1), "utf-8")

    def _copy(self, file: Path) -> None:
        shutil.copyfile(file, file.with_name(f"{file.stem}-c.md"))

    def _delete(self, file: Path) -> None:
        file.unlink()

    def _vocabulary(self, file: Path) -> None:
        words = self._cases / "_vocabulary/domains.yml"
        text = words.read_text("utf-8")
        labels = sorted(set(re.findall(r"label: .*", text)))
        label = self._random.choice(labels)
        words.write_text(text.replace(label, f"{label} 새말", 1), "utf-8")


def test_after_fifty_edits_every_page_is_as_if_read_for_the_first_time(
    opened, tmp_path: Path
) -> None:
    cases = tmp_path / "cases"
    cases.mkdir()
    write_synthetic(cases, 20, 7)
    preview = opened(cases)
    for _ in Editing(cases, 7).steps(50):
        preview.refresh()
    again, anew = pages(preview), pages(opened(cases))
    assert again.keys() == anew.keys()
    assert [one for one, text in anew.items() if again[one] != text] == []
