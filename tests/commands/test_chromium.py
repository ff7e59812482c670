"""Where the browser of the tests comes from, in which order."""

import os
from pathlib import Path

import pytest

from support import chromium as chromium_module
from support import debian
from support.chromium import HEADLESS, VARIABLE, candidates, chromium, find
from support.console import Stop

posix = pytest.mark.skipif(os.name == "nt", reason="makes executables with a POSIX shell")


def program(path: Path, code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A computer without a browser; the list fills with the ways of installing that are tried."""
    tried: list[str] = []
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(chromium_module, "find", lambda *_: None)
    monkeypatch.setattr(chromium_module, "_from_playwright", lambda: tried.append("playwright"))
    monkeypatch.setattr(chromium_module, "_from_debian", lambda: tried.append("debian"))
    monkeypatch.setattr(debian, "offers", lambda package: False)
    return tried


@posix
def test_the_given_path_comes_before_the_variable(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, str(program(tmp_path / "variable")))
    assert chromium(str(program(tmp_path / "given"))) == (tmp_path / "given").resolve()
    assert chromium(None) == (tmp_path / "variable").resolve()


def test_a_given_path_that_does_not_start_is_an_error(tmp_path) -> None:
    with pytest.raises(Stop) as stopped:
        chromium(str(tmp_path / "nothing"))
    assert stopped.value.message == (
        f"브라우저를 실행할 수 없습니다: {tmp_path / 'nothing'}\n"
        "--chromium이나 HYEOPCHI_CHROMIUM에 적은 경로를 확인하세요."
    )


@posix
def test_commands_are_looked_for_in_order(tmp_path) -> None:
    program(tmp_path / "microsoft-edge")
    program(tmp_path / "google-chrome")
    assert find({"PATH": str(tmp_path)}, "linux") == tmp_path / "google-chrome"
    program(tmp_path / "chromium")
    assert find({"PATH": str(tmp_path)}, "linux") == tmp_path / "chromium"
    program(tmp_path / HEADLESS)
    assert find({"PATH": str(tmp_path)}, "linux") == tmp_path / HEADLESS


@posix
@pytest.mark.parametrize("offered", [True, False])
def test_a_debian_gets_the_one_without_windows_though_it_has_another(
    tmp_path, monkeypatch, offered: bool
) -> None:
    monkeypatch.setenv("PATH", str(program(tmp_path / "chromium").parent))
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(debian, "offers", lambda package: offered and package == HEADLESS)
    monkeypatch.setattr(debian, "install", lambda what, package: program(tmp_path / package))
    assert chromium(None) == tmp_path / (HEADLESS if offered else "chromium")


@posix
def test_a_kin_of_debian_without_it_gets_the_one_with_windows(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(debian, "offers", lambda package: False)
    monkeypatch.setattr(
        debian,
        "install",
        lambda what, package: package == "chromium" and program(tmp_path / package),
    )
    assert chromium(None) == tmp_path / "chromium"


@posix
def test_a_browser_that_does_not_start_is_passed_over(tmp_path) -> None:
    program(tmp_path / "chromium", code=1)
    program(tmp_path / "google-chrome")
    assert find({"PATH": str(tmp_path)}, "linux") == tmp_path / "google-chrome"


def test_the_usual_places_of_macos_are_known() -> None:
    assert list(map(str, candidates({"PATH": ""}, "darwin"))) == [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]


def test_the_usual_places_of_windows_are_known() -> None:
    places = [path.as_posix() for path in candidates({"PATH": "", "PROGRAMFILES": "C:/P"}, "win32")]
    assert places == [
        "C:/P/Google/Chrome/Application/chrome.exe",
        "C:/P/Chromium/Application/chrome.exe",
        "C:/P/Microsoft/Edge/Application/msedge.exe",
    ]


def test_without_any_the_tests_stop_instead_of_skipping(nothing_installed) -> None:
    with pytest.raises(Stop) as stopped:
        chromium(None)
    assert nothing_installed == ["debian", "playwright"]
    assert (stopped.value.message, stopped.value.code) == (
        "브라우저 시험에 쓸 Chromium을 찾지도 설치하지도 못했습니다.\n"
        "Chromium, Chrome, Edge 가운데 하나를 설치하거나\n"
        "--chromium에 실행 파일의 경로를 적어 다시 실행하세요.",
        1,
    )
