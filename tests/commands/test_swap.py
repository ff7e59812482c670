"""The old site stays until the new one is whole."""

from pathlib import Path

import pytest

from support.console import Stop
from support.swap import recover, replacing


def write_site(folder: Path, text: str) -> Path:
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    (folder / "data/records.json").write_text("[]", encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", "old")


def text_of(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_whole_build_takes_the_place_of_the_old_site(site: Path) -> None:
    (site / "gone.html").touch()
    with replacing(site) as fresh:
        write_site(fresh, "new")
    assert text_of(site) == "new"
    assert names_in(site) == ["data", "index.html"]
    assert names_in(site.parent) == ["site"]


def test_the_first_build_makes_the_folder_and_those_above_it(tmp_path: Path) -> None:
    with replacing(tmp_path / "www/library") as fresh:
        write_site(fresh, "new")
    assert text_of(tmp_path / "www/library") == "new"


@pytest.mark.parametrize("crash", [Stop("멈춤"), KeyboardInterrupt(), SystemExit(143)])
def test_a_crash_while_building_leaves_the_old_site(site: Path, crash: BaseException) -> None:
    def build() -> None:
        with replacing(site) as fresh:
            write_site(fresh, "half")
            raise crash

    with pytest.raises(type(crash)):
        build()
    assert text_of(site) == "old"
    assert names_in(site.parent) == ["site"]


def test_a_crash_in_the_middle_of_the_swap_brings_the_old_site_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def crash_when_new(self: Path, target: Path) -> Path:
        if "new-" in self.name:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", crash_when_new)
    with pytest.raises(KeyboardInterrupt), replacing(site) as fresh:
        write_site(fresh, "new")
    assert text_of(site) == "old"
    assert names_in(site.parent) == ["site"]


def test_a_build_killed_between_the_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    write_site(tmp_path / ".site.hyeopchi-old", "old")
    write_site(tmp_path / ".site.hyeopchi-new-0123", "new")
    recover(tmp_path / "site")
    assert text_of(tmp_path / "site") == "old"
    assert names_in(tmp_path) == ["site"]


def test_a_build_killed_after_the_renames_leaves_nothing_for_the_next(site: Path) -> None:
    write_site(site.parent / ".site.hyeopchi-old", "older")
    recover(site)
    assert text_of(site) == "old"
    assert names_in(site.parent) == ["site"]


def test_leftovers_of_a_site_beside_it_are_not_touched(site: Path) -> None:
    write_site(site.parent / ".site2.hyeopchi-old", "other")
    recover(site)
    assert names_in(site.parent) == [".site2.hyeopchi-old", "site"]


@pytest.mark.parametrize("name", ["thesis.hwp", "index.html", ".git"])
def test_a_folder_with_other_files_is_refused_and_kept(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / name).touch()
    with pytest.raises(Stop) as stopped, replacing(folder):
        pass
    assert stopped.value.message == (
        f"이 폴더에는 다른 파일이 있어 지우지 않습니다: {folder}\n"
        "--site-dir에 빈 폴더나 새 폴더를 적어 주세요."
    )
    assert names_in(folder) == [name]


def test_a_git_checkout_that_holds_a_site_is_refused(site: Path) -> None:
    (site / ".git").mkdir()
    with pytest.raises(Stop), replacing(site):
        pass
    assert text_of(site) == "old"


def test_a_file_in_the_place_of_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(Stop), replacing(tmp_path / "site"):
        pass
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with replacing(tmp_path / "site") as fresh:
        write_site(fresh, "new")
    assert text_of(tmp_path / "site") == "new"


def test_behind_a_symbolic_link_the_real_folder_is_replaced(site: Path) -> None:
    link = site.parent / "public"
    link.symlink_to(site)
    with replacing(link) as fresh:
        write_site(fresh, "new")
    assert link.is_symlink()
    assert text_of(site) == "new"


def test_two_builds_of_one_folder_do_not_run_at_once(site: Path) -> None:
    with replacing(site) as fresh:
        write_site(fresh, "new")
        with pytest.raises(Stop) as stopped, replacing(site):
            pass
    assert stopped.value.message == (
        f"다른 명령이 같은 폴더에 짓고 있습니다: {site}\n그 명령이 끝난 뒤 다시 실행하세요."
    )
    assert text_of(site) == "new"
