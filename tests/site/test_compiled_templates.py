"""Templates are compiled once: later commands take what was made of the same words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChainableUndefined, DictLoader, Environment, pass_context, pass_environment
from markupsafe import Markup

from hyeopchi.files.kept import Kept
from hyeopchi.schema.entry import Entry
from hyeopchi.site.compiled_templates import CompiledTemplates, EntryEnvironment, render_quickly

EVERY_WAY_OUT = """{% macro boxed(one) %}<b title="{{ one }}">{{ one }}{{ caller() if caller }}</b>{% endmacro %}
{% set said %}<i>{{ value }}</i>{% endset %}
{{ value }}{{ said }}{{ boxed(value) }}{{ boxed(said) }}{{ value ~ said }}{{ value|safe }}{{ value|e }}{{ missing.part }}
{% call boxed(value) %}{{ value }}{% endcall %}{% for one in [value, said] %}{{ one }}{{ loop.index }}{% endfor %}
{% autoescape false %}{{ value }}{% endautoescape %}{% filter upper %}{{ value }}{% endfilter %}"""


EVERY_KIND_OF_CALL = """{% macro boxed(one, other="b") %}[{{ one }}{{ other }}{{ caller(one) if caller }}{{ varargs }}{{ kwargs }}]{% endmacro %}
{% block part %}{{ with_context("a") }}{{ self.more() }}{% endblock %}{% block more %}{{ plain("a", other=value) }}{% endblock %}
{% for one in value %}{{ with_context("one") }}{{ thing.method(one, other=loop.index) }}{{ thing.of_context("loop") }}
{{ boxed(one) }}{{ boxed(one, other=loop.cycle(1, 2)) }}{% call(each) boxed(one, 2, 3, four=4) %}{{ each }}{% endcall %}
{{ thing(one) }}{{ asking(one) }}{{ [one].index(one) }}{{ words.get(one, plain) == plain }}{{ range(loop.index) }}{{ dict(a=one) }}
{% endfor %}{{ missing.part.called }}"""


class Thing:
    """What a template is given, with all the ways in which it may be called."""

    def __call__(self, *given: object, **named: object) -> str:
        return f"call {given} {named}"

    def method(self, *given: object, **named: object) -> str:
        return f"method {given} {named}"

    @pass_context
    def of_context(self, context: Mapping[str, object], name: str) -> str:
        return f"{name} is {type(context.get(name)).__name__}"


class Asking:
    """A thing that wants the environment when it is called."""

    @pass_environment
    def __call__(self, environment: Environment, *given: object) -> str:
        return f"{environment.autoescape} {given}"


@pass_context
def with_context(context: Mapping[str, object], name: str) -> str:
    """What the page knows under a name where this is called."""
    return f"{name} is {context.get(name)}"


def plain(*given: object, **named: object) -> str:
    """Whatever it was given."""
    return f"plain {given} {named}"


class Watched(Environment):
    """An environment that counts how often it compiles."""

    compiled = 0

    def compile(self, *arguments, **options):
        self.compiled += 1
        return super().compile(*arguments, **options)


def rendered(words: str, kept: Kept | None, codes: CompiledTemplates | None = None) -> tuple:
    """What a template of ``words`` renders to, and how often it was compiled, in a command of its own."""
    environment = Watched(
        loader=DictLoader({"page.html": words}),
        bytecode_cache=codes or CompiledTemplates(kept),
    )
    return environment.get_template("page.html").render(name="협치"), environment.compiled


def test_a_later_command_compiles_no_template_of_the_same_words(tmp_path: Path) -> None:
    assert rendered("{{ name }} 1", Kept(tmp_path, "1")) == ("협치 1", 1)
    assert rendered("{{ name }} 1", Kept(tmp_path, "1")) == ("협치 1", 0)


def test_a_template_of_other_words_and_other_code_make_all_new(tmp_path: Path) -> None:
    rendered("{{ name }} 1", Kept(tmp_path, "1"))
    assert rendered("{{ name }} 2", Kept(tmp_path, "1")) == ("협치 2", 1)
    assert rendered("{{ name }} 1", Kept(tmp_path, "2")) == ("협치 1", 1)


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 400])
def test_what_was_spoilt_is_compiled_again(tmp_path: Path, spoilt: bytes) -> None:
    rendered("{{ name }} 1", Kept(tmp_path, "1"))
    for file in tmp_path.rglob("*-*"):
        file.write_bytes(spoilt)
    assert rendered("{{ name }} 1", Kept(tmp_path, "1")) == ("협치 1", 1)


def test_within_a_command_every_environment_takes_what_one_compiled() -> None:
    codes = CompiledTemplates()
    assert rendered("{{ name }} 1", None, codes) == ("협치 1", 1)
    assert rendered("{{ name }} 1", None, codes) == ("협치 1", 0)


def both_ways(page: str, **values: object) -> tuple[str, str]:
    """What a page renders to by our environment, and by plain Jinja."""
    ours, plain_one = (
        kind(loader=DictLoader({"page.html": page}), autoescape=True, undefined=ChainableUndefined)
        for kind in (EntryEnvironment, Environment)
    )
    render_quickly(ours)
    made, expected = (one.get_template("page.html").render(**values) for one in (ours, plain_one))
    return made, expected


class _Named(str):
    """A text of a class of its own."""


@given(
    st.text("<>&\"'a가 ")
    | st.text("<>&\"'a가 ").map(Markup)
    | st.text("<>&\"'a가 ").map(_Named)
    | st.integers()
    | st.none()
    | st.lists(st.text("<>&"))
)
def test_a_page_is_written_as_any_other_template_of_jinja_writes_it(value: object) -> None:
    made, expected = both_ways(EVERY_WAY_OUT, value=value)
    assert made == expected


@given(st.lists(st.text("<&가", max_size=3) | st.integers(), max_size=3))
def test_a_template_calls_everything_as_any_other_of_jinja_does(value: list[object]) -> None:
    called = {"thing": Thing(), "asking": Asking(), "with_context": with_context, "plain": plain}
    made, expected = both_ways(EVERY_KIND_OF_CALL, value=value, words={}, a="page", **called)
    assert made == expected


@given(
    st.dictionaries(
        st.sampled_from(["title", "items", "get", "keys", "none"]),
        st.none() | st.booleans() | st.text("<가", max_size=2),
    )
)
def test_an_entry_is_asked_as_any_other_template_asks_it(values: dict[str, object]) -> None:
    page = """{{ one.title }}|{{ one["title"] }}|{{ one["items"] }}|{% for name in one.keys() %}{{ name }}{% endfor %}
    {{ one.get("none", "나") }}|{{ one.none is defined }}|{{ one.missing.part }}|{{ one.items() | length }}"""
    made, expected = both_ways(page, one=Entry(values))
    assert made == expected
