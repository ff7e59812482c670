"""The words of a page below ``docs/``, from the HTML that the generator made of its Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

_H1 = re.compile(r"<h1[^>]*>.*?</h1>\s*", re.DOTALL)
_SECTION = re.compile(r"(?=<h2[ >])")
_ID = re.compile(r'<h2[^>]*\sid="([^"]+)"')
_ABROAD = re.compile(r'<a (?![^>]*\brel=)(?=[^>]*\bhref="https?:)')
_PICTURE = re.compile(r'<p>(?P<img><img [^>]*?)\s*title="(?P<caption>[^"]*)"(?P<rest>[^>]*>)</p>')
_CODE = re.compile(r"<pre[^>]*>(.*?)</pre>", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


class Section(NamedTuple):
    """What stands under one heading of the second level, the heading with it."""

    id: str
    html: Markup


class Words(NamedTuple):
    """What stands between title and first section, and the sections in order."""

    lead: Markup = Markup()
    sections: tuple[Section, ...] = ()

    def section(self, name: str) -> Markup:
        """The section with the id ``name``, nothing where the page has none."""
        return next((one.html for one in self.sections if one.id == name), Markup())

    def beside(self, *names: str) -> tuple[Section, ...]:
        """The sections that have none of these ids."""
        return tuple(one for one in self.sections if one.id not in names)

    def filled(self, fill: Callable[[str], str]) -> Words:
        """The same words, each part as ``fill`` gives it."""
        sections = tuple(Section(one.id, Markup(fill(one.html))) for one in self.sections)
        return Words(Markup(fill(self.lead)), sections)


NO_WORDS = Words()


def words_of(html: str) -> Words:
    """``html`` taken apart and in the markup of our pages: sections, figures, lists of terms."""
    lead, *sections = _SECTION.split(_laid_out(_H1.sub("", html, count=1)))
    return Words(Markup(lead), tuple(map(_section, sections)))


def _section(html: str) -> Section:
    found = _ID.match(html)
    name = found[1] if found else ""
    table = f'<div class="table-scroll" tabindex="0" role="group" aria-labelledby="{name}">'
    body = _TABLE.sub(lambda one: f"{table}{one[0]}</div>", html)
    return Section(name, Markup(f'<section aria-labelledby="{name}">\n{body}\n</section>\n'))


def _laid_out(html: str) -> str:
    html = html.replace("<dl>", '<dl class="terms">')
    html = _ABROAD.sub('<a rel="external noopener noreferrer" ', html)
    return _CODE.sub(_with_indents, _PICTURE.sub(_figure, html))


def _figure(picture: re.Match[str]) -> str:
    image = f"{picture['img']} {picture['rest'].lstrip()}".replace(
        "<img ", '<img loading="lazy" decoding="async" '
    )
    caption = f"<figcaption>{picture['caption']}</figcaption>"
    return f'<figure class="picture">\n{image}\n{caption}\n</figure>'


def _with_indents(code: re.Match[str]) -> str:
    """The code with its indents as signs: templates drop the blanks at the start of a line."""
    return f"<pre>{code[1]}</pre>".replace("\n ", "\n&#32;")
