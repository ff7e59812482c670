"""Rules that keep personal data out of the library (rule 6 of the safety rules).

They read the whole raw file, comments and front matter too, and never print what they find:
check logs are public, so every message carries a masked form. Numbers that identify a person
are errors; an e-mail address, a plate or a home address may be meant, and is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from hyeopchi.files.problem import Problem, Severity
from hyeopchi.files.rule import Rule
from hyeopchi.files.source import SourceFile
from hyeopchi.rules.findings import Finding, report
from hyeopchi.rules.personal_data import judgement as judge
from hyeopchi.rules.personal_data import masks
from hyeopchi.rules.personal_data import patterns as known
from hyeopchi.rules.personal_data.reading import between_words, numbers, read, words

_ERASE = "번호를 지워 주세요"
_ERASE_OR_OFFICE = "번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요"


def resident_number(source: SourceFile) -> Iterator[Problem]:
    """No resident or foreigner registration number stands in a record."""
    whole = numbers(source, known.RESIDENT, judge.is_resident_number)
    apart = between_words(source, known.RESIDENT_APART, judge.is_resident_number_apart)
    yield from _report(
        source,
        Rule.RESIDENT_NUMBER,
        (*whole, *apart),
        "주민등록번호나 외국인등록번호로 보이는 번호가 있습니다",
        masks.resident,
        f"{_ERASE}. 법인등록번호라면 번호 바로 앞에 '법인등록번호'라고 적어 주세요",
    )


def mobile_number(source: SourceFile) -> Iterator[Problem]:
    """No mobile telephone number stands in a record."""
    yield from _report(
        source,
        Rule.MOBILE_NUMBER,
        numbers(source, known.MOBILE, judge.is_mobile_number),
        "휴대전화 번호로 보이는 번호가 있습니다",
        masks.mobile,
        _ERASE_OR_OFFICE,
    )


def card_number(source: SourceFile) -> Iterator[Problem]:
    """No payment card number stands in a record."""
    yield from _report(
        source,
        Rule.CARD_NUMBER,
        numbers(source, known.CARD, judge.is_card_number),
        "카드 번호로 보이는 번호가 있습니다",
        masks.last_two,
        f"{_ERASE}. 문서 번호라면 번호 뒤에 '호'를 붙여 주세요",
    )


def bank_account(source: SourceFile) -> Iterator[Problem]:
    """No bank account number stands in a record."""
    yield from _report(
        source,
        Rule.BANK_ACCOUNT,
        numbers(source, known.ACCOUNT, judge.is_account),
        "계좌 번호로 보이는 번호가 있습니다",
        masks.last_two,
        "번호를 지우고, 꼭 필요하면 기관의 누리집 주소를 쓰세요",
    )


def driving_licence(source: SourceFile) -> Iterator[Problem]:
    """No driving licence number stands in a record."""
    yield from _report(
        source,
        Rule.DRIVING_LICENCE,
        numbers(source, known.LICENCE, judge.is_licence),
        "운전면허 번호로 보이는 번호가 있습니다",
        masks.last_two,
        _ERASE,
    )


def passport_number(source: SourceFile) -> Iterator[Problem]:
    """No passport number stands in a record."""
    if _has_sign(source, known.PASSPORT_SIGNS):
        yield from _report(
            source,
            Rule.PASSPORT_NUMBER,
            words(source, known.PASSPORT, judge.is_passport),
            "여권 번호로 보이는 번호가 있습니다",
            masks.last_two,
            _ERASE,
        )


def private_email(source: SourceFile) -> Iterator[Problem]:
    """An e-mail address belongs to a public body (go.kr, or.kr, re.kr, seoul.kr, korea.kr)."""
    if _has_sign(source, known.EMAIL_SIGNS):
        yield from _report(
            source,
            Rule.PRIVATE_EMAIL,
            words(source, known.EMAIL, judge.is_private_email),
            "개인 전자우편 주소로 보이는 글이 있습니다",
            masks.email,
            "주소를 지우고, 꼭 필요하면 기관의 대표 주소를 쓰세요",
            Severity.WARNING,
        )


def vehicle_plate(source: SourceFile) -> Iterator[Problem]:
    """No vehicle's plate number stands in a record."""
    yield from _report(
        source,
        Rule.VEHICLE_PLATE,
        between_words(source, known.PLATE, judge.is_plate),
        "자동차 번호로 보이는 글이 있습니다",
        masks.last_two,
        _ERASE,
        Severity.WARNING,
    )


def home_address(source: SourceFile) -> Iterator[Problem]:
    """No home address stands in a record: the neighbourhood is enough."""
    yield from _report(
        source,
        Rule.HOME_ADDRESS,
        between_words(source, known.HOME, judge.is_home),
        "집 주소로 보이는 글이 있습니다",
        masks.no_digit,
        "동네 이름까지만 남기고 동·호수를 지워 주세요",
        Severity.WARNING,
    )


def _has_sign(source: SourceFile, signs: Iterable[str]) -> bool:
    text = read(source.text).lowered
    return any(sign in text for sign in signs)


def _report(
    source: SourceFile,
    rule: Rule,
    matches: Iterable[re.Match[str]],
    message: str,
    mask: Callable[[re.Match[str]], str],
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Iterator[Problem]:
    folded = read(source.text).folded
    yield from report(
        source,
        rule,
        (
            Finding(folded.raw_offset(match.start()), f"{message}: {mask(match)}", hint)
            for match in matches
        ),
        severity,
    )


RULES = (
    resident_number,
    mobile_number,
    card_number,
    bank_account,
    driving_licence,
    passport_number,
    private_email,
    vehicle_plate,
    home_address,
)
