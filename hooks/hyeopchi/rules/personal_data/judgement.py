"""Whether a match of a pattern is personal data.

Every function takes a match over folded text; its surroundings are read from ``match.string``.
"""

from __future__ import annotations

import re

from hyeopchi.rules.personal_data import patterns as known
from hyeopchi.rules.personal_data.masks import digits_of, national

_BEFORE, _AFTER = 30, 12
"""Characters before and after a number in which a label still speaks of it."""

_LONGEST_ADDRESS = 300
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_CITIZEN, _FOREIGNER = 11, 13
"""The checksum of registration numbers issued before October 2020."""


def is_resident_number(match: re.Match[str]) -> bool:
    """A labelled number, or a possible date of birth with seven digits set apart from it.

    Thirteen bare digits need the checksum instead, which numbers since October 2020 lack.
    """
    digits = digits_of(match)
    if known.COMPANY_LABEL.search(_before(match)):
        return False
    if _near(known.RESIDENT_LABEL, match):
        return True
    bare = digits == match[0]
    if bare and _is_code(match):
        return False
    return _is_birth(digits) and (not bare or _has_resident_checksum(digits))


def is_resident_number_apart(match: re.Match[str]) -> bool:
    """Near a label, beginning with a possible date of birth, and not written as one number."""
    digits = digits_of(match)
    return bool(
        _near(known.RESIDENT_LABEL, match)
        and _is_birth(digits)
        and not known.RESIDENT.match(match.string, match.start())
    )


def _is_birth(digits: str) -> bool:
    """Whether ``[yy]yymmddN…`` may start with a date, its century agreeing with N."""
    month, day, kind = digits[-11:-9], digits[-9:-7], digits[-7]
    centuries = {"19": "1256", "20": "3478"}
    agrees = kind in centuries.get(digits[:-13], "0123456789")
    return "01" <= month <= "12" and "01" <= day <= "31" and agrees


def _has_resident_checksum(digits: str) -> bool:
    weighted = sum(int(digit) * weight for digit, weight in zip(digits[:-1], _WEIGHTS, strict=True))
    base = _FOREIGNER if digits[6] in "5678" else _CITIZEN
    return (base - weighted % 11) % 10 == int(digits[-1])


def is_mobile_number(match: re.Match[str]) -> bool:
    """Right number of digits for its prefix, no end of another number (1,010), no years."""
    number = national(match)
    bare = digits_of(match) == match[0]
    goes_on = r"[0-9][.,]\Z" if bare else r"[0-9],\Z"
    if "-" not in match[0] and re.search(goes_on, _before(match)):
        return False
    if number[:3] == "010":
        return not bare or len(number) == len("01000000000")
    return not known.YEARS.match(number[3:])


def is_card_number(match: re.Match[str]) -> bool:
    """A card's first digit and the Luhn check; in groups, with a label, or 16 bare digits."""
    digits = digits_of(match)
    if digits[0] in "01" or known.YEARS.match(match[0]) or not _has_luhn(digits):
        return False
    if digits != match[0]:
        return True
    if _is_code(match):
        return False
    sixteen = len(digits) == 16 and not known.DATED.match(digits)
    return sixteen or _near(known.CARD_LABEL, match)


def _has_luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0


def is_account(match: re.Match[str]) -> bool:
    """10 to 14 digits near a word for banks, and neither telephone, date nor business."""
    digits = digits_of(match)
    named = "-" in match[0] and known.BANK_NAME.search(_before(match))
    if not 10 <= len(digits) <= 14 or not (named or _near(known.ACCOUNT_LABEL, match)):
        return False
    other = (
        known.OFFICE_PHONE.match(match[0])
        or known.DATED.match(match[0])
        or known.YEARS.match(match[0])
        or known.MOBILE.match(match[0])
    )
    business = known.BUSINESS.match(match[0]) and _near(known.BUSINESS_LABEL, match)
    return not other and not business and not (digits == match[0] and _is_code(match))


def is_licence(match: re.Match[str]) -> bool:
    """Near a word for licences, with its region before it or among its digits."""
    digits = digits_of(match)
    whole = len(digits) == known.LICENCE_DIGITS and not known.DATED.match(match[0])
    regional = whole or known.REGION.search(_before(match))
    return bool(regional and _near(known.LICENCE_LABEL, match))


def is_passport(match: re.Match[str]) -> bool:
    """A number of a passport's form near a word for passports."""
    return _near(known.PASSPORT_LABEL, match)


def is_private_email(match: re.Match[str]) -> bool:
    """Neither a public body's address, nor git's, nor a file name such as ``logo@2x.png``."""
    local, domain, ending = match.groups()
    return (
        local != "git"
        and ending.lower() not in known.FILE_ENDINGS
        and not known.OFFICIAL_DOMAIN.search(known.DOT.sub(".", domain))
    )


def is_plate(match: re.Match[str]) -> bool:
    """Two or three digits and an unmistakable syllable, or a region or a word for cars."""
    sure = len(match[1]) > 1 and match[2] in known.PLAIN_PLATE_SYLLABLES
    return bool(sure or known.REGION.search(_before(match)) or _near(known.PLATE_LABEL, match))


def is_home(match: re.Match[str]) -> bool:
    """An apartment's block and flat, or a flat right after a word for homes."""
    block = match[2] and int(match[1]) >= known.LEAST_BLOCK
    return bool(block) or bool(known.HOME_LABEL.search(_before(match)))


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _BEFORE) : match.start()]


def _near(label: re.Pattern[str], match: re.Match[str]) -> bool:
    after = match.string[match.end() : match.end() + _AFTER]
    return bool(label.search(_before(match)) or label.search(after))


def _is_code(match: re.Match[str]) -> bool:
    """Whether bare digits are part of a commit hash, a document's number or a web address."""
    around = match.string[max(0, match.start() - 1) : match.end() + 1]
    return bool(re.search("[A-Za-z]", around)) or _in_web_address(match)


def _in_web_address(match: re.Match[str]) -> bool:
    """Whether the digits stand in an http(s) address: its numbers are those of articles."""
    start = max(0, match.start() - _LONGEST_ADDRESS)
    word = re.split(r"[\s<>()\"']", match.string[start : match.start()])[-1]
    return "://" in word
