"""How personal data is shown without being told: check logs are public."""

from __future__ import annotations

import re


def resident(match: re.Match[str]) -> str:
    """``850101-1******``."""
    digits = digits_of(match)
    return f"{digits[-13:-7]}-{digits[-7]}******"


def mobile(match: re.Match[str]) -> str:
    """``010-****-**78``."""
    number = national(match)
    return f"{number[:3]}-{'*' * (len(number) - 7)}-**{number[-2:]}"


def email(match: re.Match[str]) -> str:
    """``k***@example.com``; a number in the domain is hidden too."""
    return f"{match[1][0]}***@{re.sub('[0-9]', '*', match[2])}"


def last_two(match: re.Match[str]) -> str:
    """The match with ``-`` between its groups and only the last two digits told."""
    plain = re.sub(r"[^0-9A-Za-z가-힣]+", "-", match[0])
    return re.sub(r"[0-9](?=(?:[^0-9]*[0-9]){2})", "*", plain)


def no_digit(match: re.Match[str]) -> str:
    """The match with no digit told."""
    return re.sub("[0-9]", "*", match[0])


def national(match: re.Match[str]) -> str:
    """The digits with 0 in place of the country's +82, 0082 or +82 (0)."""
    return re.sub(r"\A(?:00)?820?(?=1)", "0", digits_of(match))


def digits_of(match: re.Match[str]) -> str:
    """The ASCII digits of the match."""
    return re.sub("[^0-9]", "", match[0])
