"""The file of settings, ``mkdocs.yml``: read before MkDocs does, so that a mistake is told in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from hyeopchi.files.problem import START, Place, Problem
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import read_source
from hyeopchi.files.yaml_mistakes import explain
from hyeopchi.text.nearest import nearest
from hyeopchi.text.quoting import quoted

OURS = ("operator", "contact", "answer_days", "cases", "cache", "papers", "release")
"""What ``extra.library`` may say."""
NEEDED = {
    "cases": "!ENV [HYEOPCHI_CASES, cases]",
    "cache": "!ENV [HYEOPCHI_CACHE, .cache/search]",
}
"""What it must say, and how."""
LIBRARY = "extra.library"
TOP = (
    "site_name site_url site_description site_author site_dir docs_dir repo_url repo_name edit_uri"
    " edit_uri_template copyright theme extra extra_css extra_javascript extra_templates hooks watch"
    " plugins markdown_extensions mdx_configs nav not_in_nav exclude_docs draft_docs validation strict"
    " use_directory_urls dev_addr remote_branch remote_name INHERIT"
).split()
"""What MkDocs 1.6 lets the file say at its top (www.mkdocs.org/user-guide/configuration)."""

_WEB_ADDRESS = re.compile(
    r"https?://(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(?::(?P<port>\d{1,5}))?(?:/[^\s?#\\<>\"']*)?",
    re.IGNORECASE,
)
"""A scheme and a host of any kind, a name in an intranet or a number too; nothing after the path."""
_MAIL_ADDRESS = re.compile(r"[\w.+%-]+@[a-z0-9가-힣-]+(?:\.[a-z0-9가-힣-]+)*", re.IGNORECASE)
_SSH_ADDRESS = re.compile(r"(?:ssh://)?git@(?P<host>[\w.-]+)[:/](?P<path>[\w./-]+?)(?:\.git)?/?")
_BARE_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[:/]\S*)?", re.IGNORECASE)
_NO_COLON = re.compile(r"\s*(?P<name>[a-z_]+)[ \t]+(?![:#])\S")
_DAYS = re.compile(r"(?<!\d)(?:[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])(?!\d)")
_HIGHEST_PORT = 65535

_Pairs = dict[str, tuple[yaml.Node, yaml.Node]]


def settings_problems(file: Path, shown: str = "mkdocs.yml") -> tuple[Problem, ...]:
    """What is wrong with the settings in ``file``, which problems name ``shown``. Never raises."""
    source = read_source(file, shown)
    if isinstance(source, Problem):
        return (source,)
    try:
        root = yaml.compose(source.text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError) as error:
        return (_without_colon(source.text, shown) or explain(error, source.text, shown, 1),)
    if not isinstance(root, yaml.MappingNode):
        return (
            Problem.at(
                shown,
                START,
                Rule.SETTINGS,
                "'이름: 값'이 하나도 없습니다",
                "예: site_name: 협치도서관",
            ),
        )
    return tuple(_problems(root, shown))


def _without_colon(text: str, shown: str) -> Problem | None:
    """The first line that names a setting and has no colon; the parser stumbles over a later one."""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _NO_COLON.match(line)
        if found:
            return Problem.at(
                shown,
                Place(number, found.end("name") + 1),
                Rule.SETTINGS,
                f"{found['name']} 뒤에 쌍점(:)이 없습니다",
                f"'{found['name']}: 값'으로 적어 주세요. 쌍점 뒤에는 한 칸을 띄웁니다",
            )
    return None


def _problems(root: yaml.MappingNode, shown: str) -> Iterator[Problem]:
    top = _pairs(root)
    yield from _named(root, "", TOP, OURS, LIBRARY, shown)
    if "site_name" not in top:
        yield _lacking("", "site_name", "협치도서관", shown)
    for name, example in (
        ("site_url", "https://example.org/library/"),
        ("repo_url", "https://github.com/계정/저장소"),
    ):
        if name in top:
            yield from _web_address(name, top[name][1], example, shown)
    yield from _library_problems(top, shown)


def _library_problems(top: _Pairs, shown: str) -> Iterator[Problem]:
    library = _library(top)
    if library is None:
        yield from _no_library(top, shown)
        return
    said = _pairs(library)
    yield from _named(library, LIBRARY, OURS, TOP, "", shown)
    for name, value in NEEDED.items():
        if name not in said:
            yield _lacking(LIBRARY, name, value, shown, _place(library))
    for name in ("operator", "contact"):
        if name in said:
            yield from _plain(f"{LIBRARY}.{name}", said[name][1], shown)
    if "contact" in said:
        yield from _contact(said["contact"][1], shown)
    if "answer_days" in said:
        yield from _days(f"{LIBRARY}.answer_days", said["answer_days"][1], shown)


def _library(top: _Pairs) -> yaml.MappingNode | None:
    extra = top["extra"][1] if "extra" in top else None
    found = _pairs(extra).get("library") if isinstance(extra, yaml.MappingNode) else None
    return found[1] if found and isinstance(found[1], yaml.MappingNode) else None


def _pairs(node: yaml.MappingNode) -> _Pairs:
    return {key.value: (key, value) for key, value in node.value if _is_text(key)}


def _is_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode)


def _place(node: yaml.Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)


def _text(node: yaml.Node) -> str:
    """What a setting says, "" for nothing and for what an environment variable will say."""
    is_empty = not _is_text(node) or node.tag == "tag:yaml.org,2002:null"
    return "" if is_empty or node.tag.startswith("!") else node.value.strip()


def _plain(name: str, node: yaml.Node, shown: str) -> Iterator[Problem]:
    if not _is_text(node) and not node.tag.startswith("!"):
        yield Problem.at(
            shown,
            _place(node),
            Rule.SETTINGS,
            f"{name}에는 글 한 줄을 적습니다: 목록이나 묶음이 있습니다",
            "값 전체를 큰따옴표로 감싸 주세요",
        )


def _web_address(name: str, node: yaml.Node, example: str, shown: str) -> Iterator[Problem]:
    yield from _plain(name, node, shown)
    address = _text(node)
    found = _WEB_ADDRESS.fullmatch(address)
    if address and not (found and int(found["port"] or 0) <= _HIGHEST_PORT):
        yield Problem.at(
            shown,
            _place(node),
            Rule.SETTINGS,
            f"{name}에는 http://나 https://로 시작하는 웹 주소를 적습니다: {quoted(address)}",
            _nearest_address(address) or f"예: {example}",
        )


def _nearest_address(address: str) -> str:
    """The web address that was meant, "" where that is not plain."""
    if ssh := _SSH_ADDRESS.fullmatch(address):
        return f"https://{ssh['host']}/{ssh['path']}"
    return f"https://{address}" if _BARE_HOST.fullmatch(address) else ""


def _contact(node: yaml.Node, shown: str) -> Iterator[Problem]:
    contact = _text(node)
    if contact and not _MAIL_ADDRESS.fullmatch(contact):
        found = _MAIL_ADDRESS.search(contact)
        yield Problem.at(
            shown,
            _place(node),
            Rule.SETTINGS,
            f"{LIBRARY}.contact에는 전자우편 주소 하나만 적습니다: {quoted(contact)}",
            found[0] if found else "예: hello@example.org",
        )


def _days(name: str, node: yaml.Node, shown: str) -> Iterator[Problem]:
    yield from _plain(name, node, shown)
    days = _text(node)
    if days and not _DAYS.fullmatch(days):
        found = _DAYS.search(days)
        yield Problem.at(
            shown,
            _place(node),
            Rule.SETTINGS,
            f"{name}에는 1에서 365까지의 날수만 적습니다: {quoted(days)}",
            found[0] if found else "예: 14",
        )


def _no_library(top: _Pairs, shown: str) -> Iterator[Problem]:
    """What is said where ``extra.library`` is no group: the name that was meant for it, if any is."""
    extra = top["extra"][1] if "extra" in top else None
    said = _pairs(extra) if isinstance(extra, yaml.MappingNode) else {}
    near = nearest("library", said)
    found = said[near][0] if near else extra
    yield Problem.at(
        shown,
        _place(found) if found else START,
        Rule.SETTINGS,
        f"{LIBRARY} 묶음이 없습니다" + (f": {quoted(near)}" if near and near != "library" else ""),
        "extra 아래에 library:를 적고, 그 아래에 두 칸 들여 operator, contact, cases를 적어 주세요",
    )


def _lacking(group: str, name: str, value: str, shown: str, place: Place = START) -> Problem:
    return Problem.at(
        shown, place, Rule.SETTINGS, f"{_full(group, name)}이(가) 없습니다", f"{name}: {value}"
    )


def _named(
    node: yaml.MappingNode,
    group: str,
    known: Sequence[str],
    others: Sequence[str],
    elsewhere: str,
    shown: str,
) -> Iterator[Problem]:
    """Names that ``group`` does not know, and those that it says twice.

    ``others`` are the names that ``elsewhere``, another group, knows.
    """
    seen: set[str] = set()
    for key, _ in node.value:
        name = key.value if _is_text(key) else ""
        if name in seen:
            message, hint = f"{_full(group, name)}을(를) 두 번 적었습니다", "하나만 남겨 주세요"
        elif name in known:
            seen.add(name)
            continue
        else:
            message = f"{group or '맨 바깥'}에 없는 이름입니다: {quoted(name)}"
            hint = _where(name, known, others, elsewhere)
        yield Problem.at(shown, _place(key), Rule.SETTINGS, message, hint)


def _where(name: str, known: Sequence[str], others: Sequence[str], elsewhere: str) -> str:
    """What was meant by a name that is not ``known``, and where it stands."""
    if name in others:
        return f"{name}은(는) {elsewhere + ' 아래' if elsewhere else '맨 바깥'}에 적습니다"
    near = nearest(name, known)
    if near:
        return f"{near}을(를) 쓰려던 것인가요?"
    return f"쓸 수 있는 이름: {', '.join(known)}"


def _full(group: str, name: str) -> str:
    return f"{group}.{name}" if group else name
