"""A page names all modules that its scripts import, so that none has to be waited for."""

from __future__ import annotations

import re
from pathlib import Path

from hyeopchi.site.modules import Modules


def test_imports_are_found_through_others_each_once_the_nearest_first(tmp_path: Path) -> None:
    (tmp_path / "form").mkdir()
    (tmp_path / "form/page.js").write_text(
        'import { a } from "./list.js";\nimport {\n  b,\n  c,\n} from "../words.js";\n',
        encoding="utf-8",
    )
    (tmp_path / "form/list.js").write_text(
        '/** @typedef {import("./types.js").A} A */\nimport "../words.js";\n', encoding="utf-8"
    )
    (tmp_path / "words.js").write_text('import { deep } from "./form/deep.js";\n', encoding="utf-8")
    (tmp_path / "form/deep.js").write_text('import { a } from "./list.js";\n', encoding="utf-8")
    assert Modules(tmp_path).imported(["form/page"]) == ("form/list", "words", "form/deep")


def test_a_page_without_scripts_names_no_module(tmp_path: Path) -> None:
    assert Modules(tmp_path).imported([]) == ()


def test_the_form_waits_for_no_module_and_every_module_that_a_page_names_is_there(
    site: Path,
) -> None:
    named = {
        page: re.findall(
            r'<link rel="modulepreload" href="((?:\.\./)*)([^"]+)">',
            page.read_text(encoding="utf-8"),
        )
        for page in (
            site / "contribute/form/index.html",
            site / "search/index.html",
            site / "basket/index.html",
        )
    }
    assert [
        len(found) > least for found, least in zip(named.values(), (20, 1, 1), strict=True)
    ] == [True, True, True]
    assert [
        (page.parent / up / name)
        for page, found in named.items()
        for up, name in found
        if not (page.parent / up / name).is_file()
    ] == []
