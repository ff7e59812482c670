"""The pages below ``docs/``: Markdown that people write, checked, filled and laid into the site's own shell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.docs_pages import DOCS, docs, docs_pages
from helpers.small_library import STORY, page, said, small_library
from hyeopchi.build import Site, open_site
from hyeopchi.files.source import SourceFile
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.schema.vocabulary_reader import read_vocabularies
from hyeopchi.site.docs.page import DocsPage, read_docs
from hyeopchi.site.docs.placeholders import (
    BLOCKS,
    PLACEHOLDERS,
    filled,
    guarded,
    is_block,
    placeholders,
)
from hyeopchi.site.docs.words import words_of
from support.environment import ROOT

TEMPLATES = ROOT / "hooks/theme/pages/placeholders"
CASES = ROOT / "cases"
WORDS = read_vocabularies(CASES / "_vocabulary", "cases/_vocabulary")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return small_library(tmp_path_factory.mktemp("docs"), STORY)


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """A folder of pages, with a picture in it."""
    (folder / "assets").mkdir(parents=True)
    (folder / "assets/mark.png").write_bytes(b"")
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def problems(library: Library, folder: Path) -> list[str]:
    """What the site says of the pages in ``folder``."""
    return [one.text() for one in Site(library).with_docs(folder).library.problems]


def test_no_html_stands_in_the_pages_that_people_edit() -> None:
    tags = re.compile(r"</?[a-zA-Z][^>\n]*>|<!--")
    found = [
        f"{one.path}: {tag}"
        for one in docs()
        for tag in tags.findall(re.sub(r"`[^`\n]*`", "", one.source.text))
    ]
    assert len(docs()) > 5 and found == []


def test_the_pages_of_the_library_have_nothing_to_mend() -> None:
    site = open_site(CASES, Settings(), DOCS)
    assert [one.text() for one in site.library.problems if one.path.startswith("docs/")] == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "글만 있습니다.\n",
            "1:1: 쪽은 제목으로 시작합니다 → 앞머리 아래 첫 줄에 '# 제목'을 적어 주세요",
        ),
        ("", "1:1: 쪽은 제목으로 시작합니다 → 앞머리 아래 첫 줄에 '# 제목'을 적어 주세요"),
        ("# 하나\n\n# 둘\n", "3:1: 제목(#)이 둘 이상입니다: '둘' → '## 둘'로 적어 주세요"),
        (
            "# 하나\n\n### 셋 {#three}\n",
            "3:1: 제목의 단계를 건너뛰었습니다: '### 셋' → ##로 시작해 주세요",
        ),
        (
            "# 하나\n\n## 둘 {#a}\n\n## 셋 {#a}\n",
            "5:1: 한 쪽에 같은 이름표가 두 번 있습니다: 'a' → 다른 이름표를 붙여 주세요",
        ),
        (
            "# 하나\n\n글에 <b>굵게</b\n",
            "3:4: 쪽의 글에는 HTML을 쓸 수 없습니다: '<b>' → "
            "마크다운으로 적거나, 보이려는 글이면 `로 감싸 주세요",
        ),
        (
            "# 하나\n\n<!-- 숨긴 글 -->\n",
            "3:1: 쪽의 글에는 HTML을 쓸 수 없습니다: '<!--' → "
            "마크다운으로 적거나, 보이려는 글이면 `로 감싸 주세요",
        ),
        (
            "# 하나\n\n기록은 {{ count }}개\n",
            "3:5: 없는 자리 표시입니다: '{{ count }}' → '{{ counts }}'를 쓰려던 것인가요?",
        ),
        (
            "# 하나\n\n{{ verdicts/chagned }}\n",
            "3:1: 없는 자리 표시입니다: '{{ verdicts/chagned }}' → "
            "'{{ verdicts/changed }}'를 쓰려던 것인가요?",
        ),
        (
            "# 하나\n\n{{ library.settings.contact|safe }}\n",
            "3:1: 없는 자리 표시입니다: '{{ library.settings.contact|safe }}' → "
            "쓸 수 있는 이름은 CONTRIBUTING.md에 있습니다",
        ),
        (
            "# 하나\n\n지금은 {{ counts }}\n",
            "3:5: 글 사이에 둘 수 없는 자리 표시입니다: '{{ counts }}' → "
            "앞뒤를 한 줄씩 비우고 따로 한 줄에 적어 주세요",
        ),
        (
            "# 하나\n\n[가기](https://example.org/{{ library-name }})\n",
            "3:26: 주소와 그림의 설명, 쪽의 제목에는 자리 표시를 쓸 수 없습니다 → 글에만 적어 주세요",
        ),
        (
            "# 하나 {{ library-name }}\n",
            "1:6: 주소와 그림의 설명, 쪽의 제목에는 자리 표시를 쓸 수 없습니다 → 글에만 적어 주세요",
        ),
        (
            "# 하나\n\n[안내](othr.md)\n",
            "3:6: 없는 쪽이나 그림입니다: 'othr.md' → 'other.md'를 쓰려던 것인가요?",
        ),
        (
            "# 하나\n\n[낱말](vocabulary/)\n",
            "3:6: 없는 쪽이나 그림입니다: 'vocabulary/' → 'vocabulary/index.md'를 쓰려던 것인가요?",
        ),
        (
            "# 하나\n\n[거기](other.md#their)\n",
            "3:6: 그 쪽에 없는 자리입니다: 'other.md#their' → '#there'를 쓰려던 것인가요?",
        ),
        (
            "# 하나\n\n[밖](../mkdocs.yml)\n",
            "3:5: 없는 쪽이나 그림입니다: '../mkdocs.yml' → "
            "docs/ 안의 .md 파일이나, 도서관이 만드는 쪽이면 그 주소에 index.md를 붙여 적어 주세요",
        ),
        (
            "# 하나\n\n[누르기](javascript:alert(1))\n",
            "3:7: 쓸 수 없는 주소입니다: 'javascript:alert(1)' → "
            "https://로 시작하는 주소나 docs/ 안의 파일을 적어 주세요",
        ),
        (
            "# 하나\n\n![그림](assets/none.png)\n",
            "3:7: 없는 쪽이나 그림입니다: 'assets/none.png' → "
            "docs/ 안의 .md 파일이나, 도서관이 만드는 쪽이면 그 주소에 index.md를 붙여 적어 주세요",
        ),
        (
            "---\ndescripton: 소개\n---\n# 하나\n",
            "2:1: 쪽의 앞머리에 없는 이름입니다: 'descripton' → 'description'을 쓰려던 것인가요?",
        ),
        (
            "---\ntemplate: ../x.html\n---\n# 하나\n",
            "2:1: 쪽의 앞머리에 없는 이름입니다: 'template' → 쓸 수 있는 이름: description, joins_page",
        ),
        (
            "---\njoins_page: 예\n---\n# 하나\n",
            "2:13: joins_page에는 true만 적습니다 → 예: joins_page: true",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_nearest_right_value(
    library: Library, tmp_path: Path, text: str, problem: str
) -> None:
    other = "# 다른 쪽\n\n## 여기 {#there}\n"
    folder = written(tmp_path / "docs", {"page.md": text, "other.md": other})
    assert problems(library, folder)[0] == f"docs/page.md:{problem}"


def test_two_files_do_not_become_one_page(library: Library, tmp_path: Path) -> None:
    folder = written(tmp_path / "docs", {"help.md": "# 도움말\n", "help/index.md": "# 도움말\n"})
    assert problems(library, folder) == [
        "docs/help/index.md:1:1: 'help.md'와 같은 주소의 쪽이 됩니다: '/help/' → "
        "두 글을 한 파일로 합치거나 파일의 이름을 바꿔 주세요"
    ]


def test_a_link_to_words_whose_page_is_not_made_is_told(library: Library, tmp_path: Path) -> None:
    files = {
        "a.md": "# 가\n\n[놀이](none.md 'x')\n",
        "none.md": "---\njoins_page: true\n---\n# 놀이\n",
    }
    found = problems(library, written(tmp_path / "docs", files))
    assert len(found) == 1
    assert found[0].startswith("docs/a.md:3:6: 없는 쪽이나 그림입니다: 'none.md' → ")


def test_a_preview_lists_what_is_wrong_and_takes_no_page_for_a_record(
    library: Library, tmp_path: Path
) -> None:
    folder = written(tmp_path / "docs", {"help.md": "# 도움말\n\n{{ conts }}\n"})
    looked = Site(replace(library, settings=Settings(preview=True))).with_docs(folder)
    assert not looked.is_refused
    assert "cases/help/" not in {view.address for view in looked.views()}
    told = next(view for view in looked.views() if view.address == "preview-problems/")
    assert (
        "docs/help.md 3번째 줄, 1번째 글자: 없는 자리 표시입니다: '{{ conts }}' "
        "'{{ counts }}'를 쓰려던 것인가요?"
    ) in said(str(looked.templates.render(told)))


def test_all_that_is_wrong_is_told_at_once(library: Library, tmp_path: Path) -> None:
    text = "# 하나\n\n{{ nothing-like-it }} <i>글</i> [가기](x.md)\n"
    folder = written(tmp_path / "docs", {"a.md": text, "b.md": "글\n"})
    assert len(problems(library, folder)) == 5


def test_code_may_show_what_the_text_may_not_hold(library: Library, tmp_path: Path) -> None:
    text = "# 하나\n\n`<b>`와 `{{ counts }}`\n\n```\n<b> {{ nothing }}\n    [x](y.md)\n```\n"
    folder = written(tmp_path / "docs", {"page.md": text})
    assert problems(library, folder) == []
    html = docs_pages(library, folder)["page/"]()
    assert "<code>&lt;b&gt;</code>와 <code>{{ counts }}</code>" in html
    assert "<pre><code>&lt;b&gt; {{ nothing }}\n&#32;   [x](y.md)</code></pre>" in html


def test_a_new_file_is_a_new_page_with_its_way_home(library: Library, tmp_path: Path) -> None:
    folder = written(
        tmp_path / "docs",
        {
            "help.md": "# 도움말\n\n머리글\n",
            "help/more.md": "---\ndescription: 더 적은 것\n---\n\n# 더 보기\n\n"
            "{{ library-name }}이/가 돕습니다.\n\n## 둘째 {#second}\n\n[앞으로](../help.md)\n",
        },
    )
    html = docs_pages(library, folder)["help/more/"]()
    assert '<li><a href="../../help/">도움말</a></li>' in html
    assert "<h1>더 보기</h1>\n<p>협치도서관이 돕습니다.</p>" in html
    assert (
        '<section aria-labelledby="second">\n<h2 id="second">둘째</h2>\n<p><a href="../">앞으로</a></p>'
        in html
    )


def test_words_join_a_page_that_the_library_makes(library: Library, tmp_path: Path) -> None:
    text = "# 방법이라는 말\n\n머리글입니다.\n\n## 더 읽기 {#more}\n\n글\n"
    folder = written(tmp_path / "docs", {"methods.md": text})
    html = docs_pages(library, folder)["methods/"]()
    assert said(html).startswith("첫 쪽 분류와 낱말 방법이라는 말 방법이라는 말 머리글입니다.")
    assert html.index('id="more"') < html.index('id="street-forum"')


def test_words_for_a_page_that_is_not_made_are_no_page(library: Library, tmp_path: Path) -> None:
    text = "---\njoins_page: true\n---\n# 없는 쪽\n"
    folder = written(tmp_path / "docs", {"nothing/here.md": text})
    assert dict(docs_pages(library, folder)) == {}


@pytest.mark.parametrize(
    ("edit_uri", "address"),
    [
        ("edit/main/cases/", "https://github.com/x/y/edit/main/docs/guide/reviewers.md"),
        ("-/edit/main/cases/", "https://github.com/x/y/-/edit/main/docs/guide/reviewers.md"),
    ],
)
def test_a_page_leads_to_where_its_words_are_edited(
    tmp_path: Path, edit_uri: str, address: str
) -> None:
    settings = Settings(repo_url="https://github.com/x/y/", edit_uri=edit_uri)
    html = page(small_library(tmp_path, {}, settings), "guide/reviewers/")
    assert f'<a href="{address}" rel="external noopener noreferrer">이 쪽의 글 고치기</a>' in html


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(edit_uri="edit/main/cases/"), Settings(repo_url="https://x.kr/y/")],
)
def test_without_a_repository_no_page_offers_to_edit(tmp_path: Path, settings: Settings) -> None:
    assert "고치기" not in page(small_library(tmp_path, {}, settings), "guide/")


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (Settings(contact="hello@example.org"), "연락할 곳은 hello@example.org입니다."),
        (
            Settings(repo_url="https://github.com/x/y/"),
            "연락할 전자우편은 아직 없습니다. 저장소의 이슈에 적어 주세요.",
        ),
        (
            Settings(),
            "연락할 곳이 아직 없습니다. "
            "꾸리는 분은 mkdocs.yml의 extra.library.contact나 repo_url을 적어 주세요.",
        ),
    ],
)
def test_a_page_tells_the_way_that_there_is_to_write(
    tmp_path: Path, settings: Settings, sentence: str
) -> None:
    html = page(small_library(tmp_path, {}, settings), "about/accessibility/")
    assert f"쓰기 어려운 곳이 있으면 알려 주세요. {sentence}" in said(html)


def test_every_placeholder_has_its_template_and_is_told_to_contributors() -> None:
    names = sorted([*PLACEHOLDERS, *BLOCKS])
    assert sorted({file.stem for file in TEMPLATES.iterdir()} - {"terms"}) == names
    rows = re.findall(
        r"^\| `\{\{ ([a-z-]+) \}\}` \| (.+?) \| (.+?) \|$", _contributing(), re.MULTILINE
    )
    places = {**dict.fromkeys(PLACEHOLDERS, "글 사이"), **dict.fromkeys(BLOCKS, "한 줄에 따로")}
    assert sorted(rows) == sorted(
        (name, meaning, places[name]) for name, meaning in {**PLACEHOLDERS, **BLOCKS}.items()
    )


def _contributing() -> str:
    return (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_no_placeholder_hides_a_vocabulary(library: Library) -> None:
    assert [name for name in [*PLACEHOLDERS, *BLOCKS] if name in library.vocabularies] == []


def test_a_value_never_becomes_markup(tmp_path: Path) -> None:
    settings = Settings(name='<b onclick="x">도서관</b> [x](y) **{{ counts }}**')
    html = page(small_library(tmp_path, {}, settings), "about/")
    assert "&lt;b onclick=&#34;x&#34;&gt;도서관&lt;/b&gt; [x](y) **{{ counts }}**" in html


@given(st.text(st.sampled_from("가{ }`#\n<a>[]():~-/x"), max_size=60))
def test_any_text_keeps_its_places_and_all_that_is_no_placeholder(text: str) -> None:
    one = DocsPage("a.md", SourceFile("docs/a.md", text))
    assert len(one.plain) == len(text) and one.plain.count("\n") == text.count("\n")
    assert guarded(one, WORDS) == text
    assert [text[found.start : found.end][:2] for found in placeholders(one)] == [
        "{{" for _ in placeholders(one)
    ]


@given(st.sampled_from(sorted([*PLACEHOLDERS, *BLOCKS])), st.sampled_from(["은/는", "을/를", ""]))
def test_what_is_guarded_is_filled_in_its_place(name: str, pair: str) -> None:
    one = DocsPage(
        "a.md", SourceFile("docs/a.md", f"앞 `{{{{ {name} }}}}` {{{{ {name} }}}}{pair} 뒤")
    )
    particle = {"은/는": "은", "을/를": "을", "": ""}[pair]
    text = filled(guarded(one, WORDS), lambda name, is_alone: "<i>값</i>")
    assert text == f"앞 `{{{{ {name} }}}}` <i>값</i>{particle} 뒤"
    alone = filled(f"<p>\ue000{name}\ue001</p>", lambda name, is_alone: "값")
    assert alone == ("값" if is_block(name) else "<p>값</p>")


def test_words_are_taken_apart_at_their_headings() -> None:
    words = words_of(
        '<h1 id="t">제목</h1>\n<p>머리</p>\n<h2 id="a">하나</h2>\n<p><a href="https://x.kr/">밖</a></p>\n'
        '<h2 id="b">둘</h2>\n<table></table>'
    )
    assert words.lead == "<p>머리</p>\n"
    assert [one.id for one in words.sections] == ["a", "b"]
    assert '<a rel="external noopener noreferrer" href="https://x.kr/">밖</a>' in words.section("a")
    assert (
        '<div class="table-scroll" tabindex="0" role="group" aria-labelledby="b"><table>'
        in words.section("b")
    )
    assert words.section("c") == "" and [one.id for one in words.beside("a")] == ["b"]


def test_leftovers_and_hidden_files_are_no_pages(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "docs", {"a.md": "# 가\n", ".hidden/b.md": "# 나\n", ".c.md": "# 다\n"}
    )
    assert [one.path for one in read_docs(folder)] == ["a.md"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("README.md", ""),
        ("about.md", "about/"),
        ("guide/index.md", "guide/"),
        ("guide/reviewers.md", "guide/reviewers/"),
    ],
)
def test_the_place_of_a_file_is_the_address_of_its_page(path: str, address: str) -> None:
    assert DocsPage(path, SourceFile(path, "")).address == address
