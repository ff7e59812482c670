"""The ways in: the page that offers them, two minutes, a mistake told from a record, a record's history."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from helpers.small_library import rendered, small_library
from hyeopchi.build import open_site
from hyeopchi.library.settings import Settings
from hyeopchi.records.history import changes_of
from hyeopchi.records.reader import read_archive
from hyeopchi.site.pages.contribute import receiver_of

FORUM = "2018-siheung4-residents-council"
TITLE = "주민이 먼저 맡고, 서로 빨리 답한 동네"
OPEN = Settings(
    contact="desk@example.org",
    repo_url="https://github.com/example/library/",
    edit_uri="edit/trunk/cases/",
)
RECORD = """kind: case
title: 골목에 의자를 놓다
summary: 마포구의 한 골목에서 주민들이 의자를 놓았습니다.
districts: [mapo-gu]
domains: [neighbourhood]
period: {{start: 2016, end: 2017}}
status: {{value: underway, from: {{note: 3쪽}}}}
case_type: programme
scale: dong
sources: [{{key: note, title: 골목 모임 기록, date: 2017, rights: unknown, url_note: 종이로 봄}}]
added: 2018-01-01
revised: {revised}
"""


def test_three_ways_lead_in_the_simplest_first(page: Page) -> None:
    page.goto("/contribute/")
    assert page.locator(".ways-in h2").all_inner_texts() == [
        "2분 알리기",
        "문서 서식에 적어 보내기",
        "이 누리집에서 쓰기",
    ]
    assert page.get_by_text("이 도서관의 받는 주소가 아직 정해지지 않았습니다.").is_visible()
    assert page.locator('.ways-in a[href^="mailto:"]').count() == 0


def test_two_minutes_make_a_short_letter(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/contribute/tell/")
    page.get_by_role("button", name="글로 복사하기").click()
    assert page.locator(".endings__said").inner_text() == "알릴 것을 먼저 한 칸이라도 적어 주세요."
    page.get_by_label("무슨 일인가요").fill("골목 쉼터")
    page.get_by_label("어디의 일인가요").select_option("마포구")
    page.get_by_label("어디에서 볼 수 있나요").fill("https://example.org/a")
    words = page.get_by_label("왜 알리고 싶은가요")
    words.fill("010-0000-1234로 물어보세요")
    words.blur()
    page.get_by_text("휴대전화 번호로 보이는 번호가 있습니다").wait_for()
    words.fill("주민이 함께 만들었습니다.")
    page.get_by_role("button", name="글로 복사하기").click()
    page.get_by_text("복사했습니다.").wait_for()
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"무슨 일: 골목 쉼터\n지역: 마포구\n볼 곳: https://example.org/a\n한 문장: 주민이 함께 만들었습니다.\n알린 날: {today}"
    )
    with page.expect_download() as handed:
        page.get_by_role("button", name="파일로 내려받기").click()
    assert handed.value.suggested_filename == "tell.txt"
    assert page.locator(".endings__ways li").count() == 3, (
        "no address to write to, so no way to write there"
    )


def test_a_mistake_is_told_with_the_record_and_what_was_selected(page: Page) -> None:
    page.goto(f"/cases/{FORUM}/")
    page.evaluate("""() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector(".record__text p"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }""")
    selected = " ".join(page.evaluate("getSelection().toString()").split())[:200].strip()
    page.locator(".tools a.mistake").click()
    about = page.locator(".tell__about")
    page.get_by_label("무엇이 틀렸고 무엇이 맞나요").wait_for()
    assert about.inner_text() == f"‘{TITLE}’ 기록의 틀린 곳을 알립니다. 자리: ‘{selected}’"
    assert page.get_by_label("어느 기록인가요").input_value() == TITLE
    assert page.locator(".tell__text").inner_text().startswith(f"기록: {FORUM} (")


def test_a_record_that_is_not_there_opens_empty_fields(
    page: Page, page_problems: list[str]
) -> None:
    for address in ("2099-not-there", "../x", "<b>"):
        page.goto(f"/contribute/tell/?record={address}&passage=x")
        page.get_by_text("주소에 적힌 기록을 찾지 못해 빈 칸을 열었습니다.").wait_for()
        assert page.get_by_label("무슨 일인가요").input_value() == ""
    page_problems[:] = [problem for problem in page_problems if "404" not in problem]


def test_without_scripts_the_ways_are_told_in_words(browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/cases/{FORUM}/")
    page.locator(".history a.mistake").click()
    page.wait_for_url(f"**/contribute/tell/?record={FORUM}")
    assert page.locator("noscript h2").is_visible()
    assert (
        "아래 네 가지를 적어 도서관을 알려 준 분에게 보내 주세요."
        in page.locator("noscript p").text_content()
    )
    assert not page.get_by_label("무슨 일인가요").is_visible()
    context.close()


def test_a_library_that_can_be_written_to_offers_it(tmp_path: Path) -> None:
    pages = rendered(small_library(tmp_path, {}, OPEN))
    assert 'href="mailto:desk@example.org?subject=' in pages["contribute/"]
    assert (
        'data-contact="desk@example.org" data-repo="https://github.com/example/library/" data-branch="trunk"'
        in pages["contribute/form/"]
    )
    assert "받는 주소가 아직" not in pages["contribute/"]


@pytest.mark.parametrize(
    ("edit_uri", "branch"), [("edit/trunk/cases/", "trunk"), ("", "main"), ("edit/", "main")]
)
def test_the_branch_is_read_from_the_address_of_edit_pages(edit_uri: str, branch: str) -> None:
    assert receiver_of(Settings(edit_uri=edit_uri)).branch == branch


def git(folder: Path, *arguments: str, day: str = "2018-03-05") -> None:
    when = {
        "GIT_AUTHOR_DATE": f"{day}T12:00:00+09:00",
        "GIT_COMMITTER_DATE": f"{day}T12:00:00+09:00",
    }
    who = [
        "-c",
        "user.name=library",
        "-c",
        "user.email=desk@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(
        ["git", "-C", str(folder), *who, *arguments],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", **when},
    )


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    """The records of a repository in which one was added, and revised on 5 March and on 7 April."""
    library = small_library(
        tmp_path / "cases",
        {"mapo-gu/2016-chairs": RECORD.format(revised="[2018-03-05, 2018-04-07]")},
    )
    assert library.problems == ()
    git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / "cases/mapo-gu/2016-chairs.md"
    for day, words in (
        ("2018-01-01", "의자 기록을 넣음"),
        ("2018-03-05", "기간을 고침"),
        ("2018-03-05", "010-0000-1234로 온 말을 따라 자료를 더함"),
    ):
        file.write_text(file.read_text("utf-8") + "\n", encoding="utf-8")
        git(tmp_path, "add", ".", day=day)
        git(tmp_path, "commit", "-qm", words, day=day)
    return tmp_path / "cases"


def test_a_revision_says_what_was_done_on_its_day(cases: Path) -> None:
    changes = changes_of(read_archive(cases).records, cases)
    assert changes == {
        ("2016-chairs", "2018-03-05"): ("기간을 고침", "010-****-****로 온 말을 따라 자료를 더함")
    }


def test_a_history_that_is_cut_off_or_absent_adds_nothing(cases: Path, tmp_path: Path) -> None:
    shallow, plain = tmp_path / "shallow", tmp_path / "plain"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{tmp_path}", str(shallow)],
        check=True,
        capture_output=True,
    )
    small_library(plain, {"mapo-gu/2016-chairs": RECORD.format(revised="[2018-03-05]")})
    (tmp_path / ".git").rename(tmp_path / "away")
    for folder in (shallow / "cases", plain):
        assert changes_of(read_archive(folder).records, folder) == {}


def test_git_is_not_asked_where_nothing_was_revised(
    cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "hyeopchi.records.history.repository_of", lambda folder: pytest.fail("git was asked")
    )
    assert changes_of([], cases) == {}


def test_the_page_of_a_record_shows_its_history(cases: Path) -> None:
    site = open_site(cases, Settings())
    view = next(view for view in site.views() if view.address == "cases/2016-chairs/")
    history = (
        str(site.templates.render(view))
        .partition('<h2 id="history">')[2]
        .partition("</section>")[0]
    )
    assert "<li>2018년 1월 1일: 넣음</li>" in history
    assert (
        '<li>2018년 3월 5일: 고침 <span class="fact__note">기간을 고침 · 010-****-****로 온 말을 따라 자료를 더함</span></li>'
        in history
    )
    assert "<li>2018년 4월 7일: 고침</li>" in history
