"""How personal numbers and addresses are written in Korea: patterns over folded text.

Every repetition is bounded and every pattern starts at the edge of a number or a word, so
that no text makes them slow; those searched for in whole files start with a digit, because a
search for one class of characters is many times faster. "호" right after a number makes it the
number of a document.
"""

from __future__ import annotations

import re

# What people and Markdown put between the parts of one number.
GAP = r"[-\s.*_`~/·|()\\:+>=]"
LEAST_DIGITS = 10
"""Digits of the shortest number looked for, an old mobile number (011-000-0000)."""

NUMBERS = re.compile(rf"[0-9](?:{GAP}{{0,6}}[0-9]){{{LEAST_DIGITS - 1},}}")
"""A stretch of so many digits: every number that starts with a digit lies in one."""

_START = r"(?<![0-9])"
_END = r"(?![0-9])(?!호)"

# yymmdd-Nxxxxxx, where N tells century and sex, of citizens 1-4 (9, 0), of foreigners 5-8.
_JOINT = r"(?:[ \t._/~·:*\\`=-]{1,5}|[ \t]{0,2}-[ \t]{0,2}\n[ \t>]{0,4})"
RESIDENT = re.compile(
    rf"{_START}(?:(?:19|20)?[0-9]{{6}}{_JOINT}[0-9]{{7}}"
    r"|(?:19|20)?[0-9]{2}([-. /])[0-9]{2}\1[0-9]{2} ?-{1,2} ?[0-9]{7}"
    r"|(?<![0-9] )[0-9](?: [0-9]){5} ?-? ?[0-9](?: [0-9]){6}(?! ?[0-9])"
    rf"|[0-9]{{13}}){_END}"
)
RESIDENT_APART = re.compile(rf"[0-9](?<![0-9]{{2}})[0-9]{{5}}[^0-9\n]{{1,12}}[0-9]{{7}}{_END}")
"""Both halves with words between them, as in "앞자리 …, 뒷자리 …": means something only near a label."""
RESIDENT_LABEL = re.compile(
    r"주민 ?(?:등록)? ?번호|주민등록|외국인 ?(?:등록)? ?번호|외국인등록|거소 ?(?:신고)? ?번호|생년월일"
    r"|(?i:\brrn\b)"
)
COMPANY_LABEL = re.compile(r"법인 ?(?:등록)? ?번호\W{0,4}\Z")

MOBILE = re.compile(
    rf"{_START}(?:(?:(?:00)?82{GAP}{{0,6}}0?{GAP}{{0,3}}|0)"
    rf"1[016-9]{GAP}{{0,6}}[0-9]{{3,4}}{GAP}{{0,6}}[0-9]{{4}}"
    rf"|(?<![0-9] )0 1 [016-9](?:[ -]{{1,3}}[0-9]){{7,8}}(?! ?[0-9])){_END}"
)

_CARD_GAP = r"[-. \t*_|/·\\]{1,3}"
CARD = re.compile(
    rf"{_START}(?:[0-9]{{4}}({_CARD_GAP})[0-9]{{4}}\1[0-9]{{4}}\1[0-9]{{4}}"
    rf"|[0-9]{{4}}({_CARD_GAP})[0-9]{{6}}\2[0-9]{{4,5}}"
    rf"|[0-9]{{14,19}}){_END}"
)
CARD_LABEL = re.compile(r"카드|\b(?i:card|visa|master|amex)")
YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}\D*){2,5}\Z")
"""Nothing but years: the heading of a table."""

ACCOUNT = re.compile(
    rf"{_START}(?<![0-9][-.,])"
    r"(?:[0-9]{1,6}(?: ?- ?[0-9]{1,8}){1,4}|[0-9]{2,6}(?: [0-9]{2,8}){2,3}|[0-9]{10,14})"
    rf"(?!-[0-9])(?! ?(?:원|[천만억조백]+ ?원)|[명회건개년]){_END}"
)
ACCOUNT_LABEL = re.compile(
    r"은행(?![나동로잎])|뱅크|농협|수협|신협|새마을금고|우체국|계좌|입금|송금|이체|예금"
    r"|통장 ?(?:번호|사본)"
)
BANK_NAME = re.compile(
    r"(?:국민|신한|우리|하나|기업|산업|외환|씨티|제일|\b(?:KB|IBK|NH|SC|KDB)) ?\Z"
)
"""A bank's name without the word for banks: only right before a number in groups."""
OFFICE_PHONE = re.compile(r"0[2-9][0-9]{0,2}[- ]?[0-9]{3,4}[- ]?[0-9]{4}\Z")
BUSINESS = re.compile(r"[0-9]{3}-[0-9]{2}-[0-9]{5}\Z")
BUSINESS_LABEL = re.compile(r"사업자|고유 ?번호|납세")
DATED = re.compile(r"(?:19|20)[0-9]{2}(?:[- ]?(?:0[1-9]|1[0-2])[- ]?[0-3][0-9]|-[0-9]+\Z)")

PASSPORT = re.compile(
    r"(?<![0-9A-Za-z])[A-Za-z]{1,2}[ -]?(?:[0-9]{7,8}|(?!(?:19|20)[0-9]{2}[ -](?:19|20))[0-9]{4}[ -][0-9]{4}|[0-9]{3}[A-Za-z][0-9]{4})"
    r"(?![0-9A-Za-z])(?!호)"
)
PASSPORT_LABEL = re.compile(r"여 ?권|(?i:passport)")
PASSPORT_SIGNS = ("여권", "여 권", "passport")
"""One of them stands, in lower case, in every text that the label is found in."""

# rr-yy-nnnnnn-nn: two digits or the name for the region that gave it, then the year.
LICENCE = re.compile(
    rf"{_START}(?:[0-9]{{2}}[- .]{{0,3}})?[0-9]{{2}}[- .]{{0,3}}[0-9]{{6}}[- .]{{0,3}}"
    rf"[0-9]{{2}}{_END}"
)
LICENCE_DIGITS = 12
LICENCE_LABEL = re.compile(r"면허|운전|(?i:licen[cs]e)")

_OPEN, _CLOSE = r" ?[(\[{<] ?", r" ?[)\]}>] ?"
DOT = re.compile(
    rf"\.| \. |,(?=com|net|kr|co|go|or)|{_OPEN}(?:(?i:dot)|점|닷|쩜){_CLOSE}"
    r"| (?:(?i:dot)|점|닷|쩜) | ?(?:닷|쩜) ?(?=컴|넷|com|net|kr)"
)
"""What people write for the dot of a domain, so that no program reads it."""
EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64})"
    rf"(?: {{0,3}}@ {{0,3}}|{_OPEN}(?:(?i:at)|골뱅이|앳){_CLOSE}| {{0,3}}(?:골뱅이|앳) {{0,3}}"
    r"| (?i:at) (?=[A-Za-z0-9-]{1,63} (?:(?i:dot)|점|닷) ))"
    rf"((?:[A-Za-z0-9가-힣-]{{1,63}}(?:{DOT.pattern})){{1,6}}([A-Za-z]{{2,24}}|컴|넷))(?![A-Za-z0-9])"
)
EMAIL_SIGNS = ("@", "at)", "at ", "at]", "at}", "at>", "골뱅이", "앳")
"""One of them stands, in lower case, in every text that an address is found in."""
OFFICIAL_DOMAIN = re.compile(r"(?:\A|\.)(?:go|or|re|korea|seoul)\.kr\Z", re.IGNORECASE)
"""Government, non-profit and research bodies, officials' mail, the city: no private address."""

FILE_ENDINGS = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp"))

# 자동차등록번호판 등의 기준에 관한 고시: the syllables a plate may carry.
PLATE_SYLLABLE = (
    "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]"
)
PLATE = re.compile(
    r"([0-9](?<![0-9]{2})(?<![0-9][.,][0-9])[0-9]{0,2}) ?"
    rf"({PLATE_SYLLABLE})"
    r"[ -]?([0-9]{4})(?![0-9])(?! ?[년원명개회억만천건점월%호,])"
)
PLAIN_PLATE_SYLLABLES = frozenset("가나다라마거너더러머버저노누두루허바사아")
"""The others are also words after a number (12조 3456, 20주 2018): those need a context."""

PLATE_LABEL = re.compile(r"차량|자동차|번호판|차 ?번호|주차")
REGION = re.compile(
    "(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
    r"[ -]?\Z"
)

HOME = re.compile(
    r"([0-9](?<![0-9,][0-9])[0-9]{0,3})"
    r"(?:( ?동)[ ,]{0,2}(?:[0-9]{1,2}층 ?)?[Bb]?[0-9]{1,4} ?호|층 ?[0-9]{3,4}호"
    r"|(?<=[0-9]{3})(?<!제[0-9]{3})(?<!제[0-9]{4})호"
    r"|(?<=[1-9][0-9]{2})(?<![0-9]{4})-[0-9]{3,4}(?![0-9-]) ?호?)"
    r"(?![선차기출])(?! ?[를을]? ?(?:공급|건설|매입|임대|준공|입주|규모|이상|이하))"
)
HOME_LABEL = re.compile(
    r"(?:아파트|반지하|[Aa][Pp][Tt]|빌라|맨션|연립|다세대|오피스텔|원룸|고시원|하이츠)[^\n0-9]{0,4}\Z"
)
LEAST_BLOCK = 101
"""Apartment blocks count from 101: such a 동 with a 호 is a home without further sign."""
