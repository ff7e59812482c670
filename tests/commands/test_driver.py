"""What drives the browser is tried once, and what it lacks is installed or named."""

import pytest

from support import debian, driver
from support.console import Stop, all_of

LACKS = (
    "/srv/driver/node: error while loading shared libraries: {}: "
    "cannot open shared object file: No such file or directory"
)


def drive(monkeypatch: pytest.MonkeyPatch, said: list[str], installs: bool) -> list[tuple]:
    """A driver that says one thing after the other; the packages that are asked for."""
    asked: list[tuple] = []
    monkeypatch.setattr(driver, "trial", lambda: said.pop(0))
    monkeypatch.setattr(debian, "install", lambda *words: bool(asked.append(words)) or installs)
    return asked


def test_the_driver_starts_here() -> None:
    assert driver.trial() == ""


def test_a_library_that_the_driver_lacks_is_installed(monkeypatch) -> None:
    asked = drive(monkeypatch, [LACKS.format("libatomic.so.1"), ""], installs=True)
    driver.ready()
    assert asked == [("libatomic.so.1", "libatomic1")]


@pytest.mark.parametrize("installs", [True, False])
def test_a_library_that_cannot_be_had_is_named_with_its_package(monkeypatch, installs) -> None:
    drive(monkeypatch, [LACKS.format("libatomic.so.1")] * 2, installs)
    with pytest.raises(Stop) as stopped:
        driver.ready()
    assert (stopped.value.message, stopped.value.code) == (
        "브라우저를 부리는 프로그램(Playwright)에 libatomic.so.1 라이브러리가 없습니다. "
        "설치하고 다시 실행하세요.\n"
        "  Debian·Ubuntu: apt install libatomic1",
        1,
    )


def test_two_libraries_are_installed_one_after_the_other(monkeypatch) -> None:
    libraries = ["libatomic.so.1", "libstdc++.so.6"]
    asked = drive(monkeypatch, [*map(LACKS.format, libraries), ""], installs=True)
    driver.ready()
    assert asked == [("libatomic.so.1", "libatomic1"), ("libstdc++.so.6", "libstdc++6")]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            LACKS.format("libstrange-2.so.7"),
            "브라우저를 부리는 프로그램(Playwright)에 libstrange-2.so.7 라이브러리가 없습니다. "
            "설치하고 다시 실행하세요.",
        ),
        (
            "one\nSegmentation fault",
            "브라우저를 부리는 프로그램(Playwright)이 시작되지 않습니다: Segmentation fault",
        ),
    ],
)
def test_whatever_else_keeps_it_from_starting_is_told(monkeypatch, said, message) -> None:
    drive(monkeypatch, [said], installs=True)
    with pytest.raises(Stop) as stopped:
        driver.ready()
    assert stopped.value.message == message


def test_all_that_is_missing_is_named_at_once() -> None:
    def stop(message: str) -> None:
        raise Stop(message)

    with pytest.raises(Stop) as stopped:
        all_of(lambda: stop("Pango가 없습니다."), lambda: 1, lambda: stop("Chromium이 없습니다."))
    assert stopped.value.message == "Pango가 없습니다.\nChromium이 없습니다."
    assert all_of(lambda: 1, lambda: 2) == (1, 2)


def test_nothing_is_installed_where_it_may_not_be(monkeypatch) -> None:
    monkeypatch.setattr(debian, "may_install", lambda: False)
    monkeypatch.setattr(debian, "succeeds", lambda command: pytest.fail(str(command)))
    assert debian.install("Chromium", "chromium") is False


def test_packages_are_asked_for_once_their_lists_are_there(monkeypatch, capsys) -> None:
    ran = []
    monkeypatch.setattr(debian, "may_install", lambda: True)
    monkeypatch.setattr(debian, "_update", lambda: ran.append("update"))
    monkeypatch.setattr(debian, "succeeds", lambda command: not ran.append(command))
    assert debian.install("Chromium", "chromium")
    assert ran == [
        "update",
        ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"],
    ]
    assert capsys.readouterr().out == "데비안 꾸러미로 설치합니다: Chromium\n"
