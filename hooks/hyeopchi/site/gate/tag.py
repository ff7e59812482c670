"""Judging one tag of a built page: may it be published?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from hyeopchi.files.rule import Rule
from hyeopchi.site.content_policy import script_hash
from hyeopchi.site.gate.stylesheet import foreign_fetches
from hyeopchi.text.url import Kind, kind_of

# Quantifiers of single letters are possessive (++, *+) and the commonest tags come first: half the
# time. Those of groups are not: before 3.11.5 Python mistakes them.
_BLANK = rb"[ \t\n\r\f]"
_NAME = rb"[a-zA-Z][a-zA-Z0-9:-]*+"
_ATTRIBUTES = (
    rb"(?:" + _BLANK + rb"++[^\x00-\x20\x22'<>/=\x7f]++"
    rb"(?:"
    + _BLANK
    + rb"*+="
    + _BLANK
    + rb"*+(?:\x22[^\x22<]*+\x22|'[^'<]*+'|[^\x00-\x20\x22'<>=`]++))?)*"
    + _BLANK
    + rb"*+"
)
_SCRIPT = rb"script" + _ATTRIBUTES + rb">[^<]*+(?:<(?!(?i:/script)|!--)[^<]*+)*</script>"
_STYLE = rb"style" + _ATTRIBUTES + rb">[^<]*+</style>"

TOKEN = re.compile(
    rb"<(?:/" + _NAME + _BLANK + rb"*+>"
    rb"|(?!script|style)" + _NAME + _ATTRIBUTES + rb"/?>"
    rb"|" + _SCRIPT + rb"|" + _STYLE + rb"|" + _NAME + _ATTRIBUTES + rb"/?>"
    rb"|!--(?!-?>)[^<]*?-->|!(?i:doctype html)>|)"
)
"""Every ``<`` of a page begins a match. A match that is a bare ``<`` is none of what a page
may hold, so that no browser can read it differently: a complete tag without ``<`` in its
attributes, a comment without ``<``, a whole script or style element, the doctype."""

_CLASS = rb"(?: class=\x22[a-z _-]*\x22)?"
PLAIN = re.compile(
    rb"<(?:a" + _CLASS + rb" href=\x22(?:\.\./)*(?:[a-z0-9-]+/)*\x22"
    rb"|meta (?:name|property)=\x22[A-Za-z:.]+\x22 content=\x22[^\x22<>&]*\x22"
    rb"|(?:h[1-6]|li|dt|tr)" + _CLASS + rb" id=\x22(?P<id>[^\x22<>&]*)\x22"
    rb"|li" + _CLASS + rb" data-record=\x22[a-z0-9-]*\x22)>"
)
"""Tags that differ on every page and have nothing in them to be judged: links to other pages of the
site, what a page tells machines of its record, places. Reading one takes twenty times as long."""
_WITH_CONTENT = re.compile(
    rb"(<(?:script|style)" + _ATTRIBUTES + rb">)(.*)</(?:script|style)>", re.DOTALL
)
_DATA_IMAGE = re.compile(r"data:image/[a-z+.-]+[;,]")

_ELEMENTS = frozenset(
    {
        "applet",
        "base",
        "embed",
        "fencedframe",
        "frame",
        "frameset",
        "iframe",
        "listing",
        "noembed",
        "noframes",
        "object",
        "param",
        "plaintext",
        "portal",
        "xmp",
        # They set other elements' attributes, or hold HTML that is read by rules of its own.
        "animate",
        "animatemotion",
        "animatetransform",
        "foreignobject",
        "handler",
        "math",
        "set",
    }
)
_ATTRIBUTES_REFUSED = frozenset({"srcdoc", "ping", "background", "manifest", "archive", "codebase"})
_FETCHED = frozenset({"href", "src", "poster", "action", "formaction", "xlink:href"})
_FETCHED_LISTS = frozenset({"srcset", "imagesrcset"})
_STYLING = frozenset(
    {
        "style",
        "fill",
        "stroke",
        "filter",
        "mask",
        "clip-path",
        "cursor",
        "marker-start",
        "marker-mid",
        "marker-end",
    }
)
_NOT_FETCHED = frozenset(
    {
        "alternate",
        "author",
        "bookmark",
        "canonical",
        "cite-as",
        "describedby",
        "help",
        "license",
        "me",
        "next",
        "prev",
        "schema.dcterms",
        "up",
    }
)
"""``rel`` of a ``link`` that a browser follows only when asked."""
_JSON = frozenset({"application/json", "application/ld+json"})

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tag:
    """What a page needs to know of one tag, and ``faults``: what is wrong with it (rule, words).

    ``id`` is "" where it has none; ``script_hash`` is that of an inline script; ``policy`` is
    the content of a Content-Security-Policy.
    """

    id: str = ""
    faults: tuple[tuple[Rule, str], ...] = ()
    script_hash: str = ""
    policy: str | None = None


class _Reader(HTMLParser):
    """The name and the attributes of the one tag it is fed."""

    def read(self, tag: str) -> tuple[str, list[tuple[str, str]]]:
        self.reset()
        self.found: tuple[str, list[tuple[str, str]]] = ("", [])
        self.feed(tag)
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = (tag, [(name, value or "") for name, value in attrs])


class TagJudge:
    """Judges tags; ``allows_styles`` where a page may carry styles of its own.

    ``own``: addresses that the operator has set, each of which counts as one of the web, whatever
    its host: a library may stand at a number or a bare name of an intranet.
    """

    def __init__(self, allows_styles: bool = False, own: tuple[str, ...] = ()) -> None:
        self._own = own
        self._reader = _Reader()
        self._allows_styles = allows_styles

    def judge(self, token: bytes) -> Tag:
        """The verdict on one match of ``TOKEN``."""
        plain = PLAIN.fullmatch(token)
        if plain:
            return Tag((plain["id"] or b"").decode("utf-8", "replace"))
        return self.judge_closely(token)

    def judge_closely(self, token: bytes) -> Tag:
        """The same verdict, of a tag that is read whatever it looks like."""
        if token == b"<":
            return Tag(faults=((Rule.GATE_MARKUP, "바르게 닫히지 않은 '<'가 있습니다"),))
        if token[1:2] in (b"/", b"!"):
            return Tag()
        with_content = _WITH_CONTENT.fullmatch(token)
        opening, content = with_content.groups() if with_content else (token, None)
        name, pairs = self._reader.read(opening.decode("utf-8", "replace"))
        if name != _name_of(token).lower() or (name in ("script", "style") and content is None):
            return Tag(
                faults=((Rule.GATE_MARKUP, f"바르게 닫히지 않은 태그가 있습니다: <{name}>"),)
            )
        attributes = dict(reversed(pairs))
        faults = (
            *self._element_faults(name, content),
            *self._attribute_faults(name, pairs, attributes),
        )
        return Tag(
            attributes.get("id", ""),
            faults,
            _hash_of(name, attributes, content),
            _policy_of(attributes),
        )

    def _element_faults(self, name: str, content: bytes | None) -> Iterator[tuple[Rule, str]]:
        if name in _ELEMENTS or (name == "style" and not self._allows_styles):
            yield Rule.GATE_ELEMENT, f"쓸 수 없는 요소입니다: <{name}>"
        elif name == "style":
            for address in foreign_fetches((content or b"").decode("utf-8", "replace")):
                yield Rule.GATE_STYLE, f"다른 곳에서 가져오는 것이 있습니다: '{_short(address)}'"

    def _attribute_faults(
        self, element: str, pairs: list[tuple[str, str]], attributes: Attributes
    ) -> Iterator[tuple[Rule, str]]:
        if len(pairs) > len(attributes):
            yield Rule.GATE_ATTRIBUTE, f"한 태그에 같은 속성이 두 번 있습니다: <{element}>"
        for name, value in pairs:
            if self._is_refused(name) or (
                name == "http-equiv" and value.lower() != "content-security-policy"
            ):
                yield (
                    Rule.GATE_ATTRIBUTE,
                    f'쓸 수 없는 속성입니다: <{element} {name}="{_short(value)}">',
                )
            elif not _is_address_safe(element, name, self._in_the_web(value), attributes):
                yield (
                    Rule.GATE_ADDRESS,
                    f'쓸 수 없는 주소입니다: <{element} {name}="{_short(value)}">',
                )

    def _in_the_web(self, value: str) -> str:
        """``value``, at a host that is beyond doubt where it is one of our own addresses."""
        own = next((one for one in self._own if f"{value}/".startswith(one)), None)
        return value if own is None else f"https://own.example/{value[len(own) :]}"

    def _is_refused(self, attribute: str) -> bool:
        return (
            attribute.startswith("on")
            or attribute in _ATTRIBUTES_REFUSED
            or (attribute == "style" and not self._allows_styles)
        )


def _name_of(token: bytes) -> str:
    name = re.match(_NAME, token[1:])
    return name[0].decode() if name else ""


def _hash_of(name: str, attributes: Attributes, content: bytes | None) -> str:
    """The hash of an inline script; "" for a script in a file, for data, for any other tag."""
    is_script = name == "script" and attributes.get("type", "").lower() not in _JSON
    return script_hash(content or b"") if is_script and "src" not in attributes else ""


def _policy_of(attributes: Attributes) -> str | None:
    is_policy = attributes.get("http-equiv", "").lower() == "content-security-policy"
    return attributes.get("content", "") if is_policy else None


def _is_address_safe(element: str, name: str, value: str, attributes: Attributes) -> bool:
    if name == "cite" or (name == "href" and element in ("a", "area")):
        return kind_of(value).is_safe
    if name in _FETCHED_LISTS:
        return all(kind_of(part) is Kind.INSIDE for part in value.replace(",", " ").split())
    if name in _STYLING:
        return not any(foreign_fetches(value))
    if name not in _FETCHED:
        return True
    rel = set(attributes.get("rel", "").lower().split()) if element == "link" else set()
    if rel and rel <= _NOT_FETCHED and kind_of(value) is Kind.OUTSIDE:
        return True
    return kind_of(value) is Kind.INSIDE or _is_own_image(
        value, element == "img" or rel == {"icon"}
    )


def _is_own_image(value: str, is_image: bool) -> bool:
    return is_image and bool(_DATA_IMAGE.match(value))


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:60] + "…"
