"""The ids of rules: one list, which the functions that tell of them and the form's scripts share."""

from __future__ import annotations

import re

import pytest

from helpers.sources import HOOKS, SCRIPTS, rules_named
from hyeopchi.files.rule import TWINS, Rule
from hyeopchi.schema.scalars import SCALARS
from support.environment import ROOT

FORM = ROOT / "docs/assets/javascripts/contribute"
OF_TYPES = {f"not-{name}" for name in SCALARS}
"""Told by one function for all types of values: ``schema/interpreter.py``."""


def test_every_rule_is_told_of_somewhere() -> None:
    told = {
        name
        for file in (*HOOKS.rglob("*.py"), *SCRIPTS.rglob("*.py"))
        for name in rules_named(file)
    }
    assert {rule.name for rule in Rule if rule not in OF_TYPES} - told == set()


def test_a_rules_name_is_its_id() -> None:
    assert {rule: rule.name.lower().replace("_", "-") for rule in Rule} == {
        rule: rule.value for rule in Rule
    }


@pytest.mark.parametrize("script", sorted(file.stem for file in FORM.glob("*.js")))
def test_a_script_of_the_form_tells_of_the_rules_whose_twin_it_is_named(script: str) -> None:
    text = (FORM / f"{script}.js").read_text("utf-8")
    written = {rule for rule in Rule if "-" in rule and f'"{rule}"' in text}
    if "rule: `not-${type}`" in text:
        written |= {Rule(f"not-{name}") for name in re.findall(r"^  (\w+): \[", text, re.MULTILINE)}
    assert written == set(TWINS.get(script, ()))
