"""Rules: what a problem may say is broken, each by a stable id.

Whoever reads an id finds here its name, by its name the one function that tells of it, and
there the message. The form on the page tells of some of them while one writes: ``TWINS`` name
the scripts that do.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Rule(StrEnum):
    """The id of a rule, as reports and scripts have it."""

    ACTOR_INCOMPLETE = "actor-incomplete"
    ACTOR_LOOKS_LISTED = "actor-looks-listed"
    ACTOR_TWICE = "actor-twice"
    BAD_FOLDER = "bad-folder"
    BAD_ID = "bad-id"
    BAD_REPLACEMENT = "bad-replacement"
    BANK_ACCOUNT = "bank-account"
    BASIS_WITHOUT_NOTE = "basis-without-note"
    BASIS_WITHOUT_SOURCE = "basis-without-source"
    BODY_LINES = "body-lines"
    BROKEN_CHARACTER = "broken-character"
    BROKEN_LINK = "broken-link"
    BUDGET_SUM = "budget-sum"
    CARD_NUMBER = "card-number"
    CARD_TELLS_ITS_SIDE = "card-tells-its-side"
    CIRCULAR_LINK = "circular-link"
    COMPATIBILITY_HANJA = "compatibility-hanja"
    CONTROL_CHARACTER = "control-character"
    DATE_TO_COME = "date-to-come"
    DEEP_NESTING = "deep-nesting"
    DOCUMENT_NOT_SEEN = "document-not-seen"
    DOCUMENT_TWICE = "document-twice"
    DOCUMENT_WITHOUT_TYPE = "document-without-type"
    DOCS_ADDRESS = "docs-address"
    DOCS_FIELD = "docs-field"
    DOCS_TITLE = "docs-title"
    DOCS_HEADING = "docs-heading"
    DOCS_HTML = "docs-html"
    DOCS_PLACEHOLDER = "docs-placeholder"
    DOCS_LINK = "docs-link"
    DRIVING_LICENCE = "driving-licence"
    DUPLICATE_KEY = "duplicate-key"
    EASY_SHEET_LENGTH = "easy-sheet-length"
    EASY_TOO_SHORT = "easy-too-short"
    EMPTY_SECTION = "empty-section"
    EMPTY_VALUE = "empty-value"
    FIELD_DESCRIPTION = "field-description"
    FIELD_OF_OTHER_KIND = "field-of-other-kind"
    FIGURE_WITHOUT_BASE = "figure-without-base"
    FILE_ENCODING = "file-encoding"
    FILE_SIZE = "file-size"
    FILLED_THOUGH_NOT_APPLICABLE = "filled-though-not-applicable"
    FINISHED_TOO_EARLY = "finished-too-early"
    FINISHED_WITHOUT_DATE = "finished-without-date"
    FOREIGN_MARKUP = "foreign-markup"
    FRONT_MATTER = "front-matter"
    GATE_ADDRESS = "gate-address"
    GATE_ATTRIBUTE = "gate-attribute"
    GATE_CHARSET = "gate-charset"
    GATE_ELEMENT = "gate-element"
    GATE_ID = "gate-id"
    GATE_MARKUP = "gate-markup"
    GATE_PAGE = "gate-page"
    GATE_POLICY = "gate-policy"
    GATE_SCRIPT = "gate-script"
    GATE_STYLE = "gate-style"
    HEADING_FORM = "heading-form"
    HEADING_LEVEL = "heading-level"
    HEADING_ORDER = "heading-order"
    HIDDEN_CHARACTER = "hidden-character"
    HOME_ADDRESS = "home-address"
    ID_PREFIX = "id-prefix"
    IMAGE = "image"
    LETTER_NOT_ON_PAPER = "letter-not-on-paper"
    LEVELS_APART = "levels-apart"
    LIKE_ACTOR = "like-actor"
    LIKE_RECORD = "like-record"
    LINE_LENGTH = "line-length"
    LINK_ADDRESS = "link-address"
    LINK_FORM = "link-form"
    MANY_MARKS = "many-marks"
    MERGE_MARKS = "merge-marks"
    MISSING_FIELD = "missing-field"
    MISSING_VOCABULARY = "missing-vocabulary"
    MIXED_CHANGE = "mixed-change"
    MOBILE_NUMBER = "mobile-number"
    NO_EASY_VERSION = "no-easy-version"
    NOT_A_GROUP = "not-a-group"
    NOT_ANCHOR = "not-anchor"
    NOT_BOOLEAN = "not-boolean"
    NOT_CITATIONS = "not-citations"
    NOT_DATE = "not-date"
    NOT_EDTF = "not-edtf"
    NOT_INTEGER = "not-integer"
    NOT_LINK = "not-link"
    NOT_MONEY = "not-money"
    NOT_NUMBER = "not-number"
    NOT_ONE_LINE = "not-one-line"
    NOT_ONE_VALUE = "not-one-value"
    NOT_SLUG = "not-slug"
    NOT_URL = "not-url"
    NUMBER_IS_WORD = "number-is-word"
    NUMBER_OUTSIDE = "number-outside"
    ODD_BLANK = "odd-blank"
    ONGOING_WITH_END = "ongoing-with-end"
    OPEN_MARKS = "open-marks"
    OUTSIDE_FOLDER = "outside-folder"
    PAPER = "paper"
    PAPER_NOT_HANDED_OUT = "paper-not-handed-out"
    PARAGRAPH_LENGTH = "paragraph-length"
    PASSPORT_NUMBER = "passport-number"
    PLANNED_WITH_OUTCOMES = "planned-with-outcomes"
    PRIVATE_CHARACTER = "private-character"
    PRIVATE_EMAIL = "private-email"
    RANGE_BACKWARDS = "range-backwards"
    RAW_HTML = "raw-html"
    RECEIPT_LINK = "receipt-link"
    REMOVED_DOCUMENT = "removed-document"
    REMOVED_RECORD = "removed-record"
    REPEATED_HEADING = "repeated-heading"
    REPEATED_ID = "repeated-id"
    REPEATED_LINK = "repeated-link"
    REPEATED_NUMBER = "repeated-number"
    REPEATED_RECEIPT = "repeated-receipt"
    REPEATED_SESSION = "repeated-session"
    REPEATED_REQUEST = "repeated-request"
    REPEATED_SOURCE = "repeated-source"
    REPEATED_TERM = "repeated-term"
    REQUEST_ANSWER = "request-answer"
    REQUEST_LINK = "request-link"
    RESIDENT_NUMBER = "resident-number"
    REVISED_TOO_EARLY = "revised-too-early"
    SAID_ELSEWHERE = "said-elsewhere"
    SAID_IN_PLACE = "said-in-place"
    SESSION_LINK = "session-link"
    SESSION_MINUTES = "session-minutes"
    SELF_LINK = "self-link"
    SHORTER_NOT_LESS = "shorter-not-less"
    SETTINGS = "settings"
    SOURCE_LOOKS_LISTED = "source-looks-listed"
    SOURCE_WITHOUT_ADDRESS = "source-without-address"
    SPAN_BACKWARDS = "span-backwards"
    STAGE_OUTSIDE_PERIOD = "stage-outside-period"
    STRAY_FILE = "stray-file"
    TABLE_FORM = "table-form"
    TEXT_NOT_COMPOSED = "text-not-composed"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    UNCITED_DOCUMENT = "uncited-document"
    UNCITED_QUANTITY = "uncited-quantity"
    UNKNOWN_ANCHOR = "unknown-anchor"
    UNKNOWN_AND_NOT_APPLICABLE = "unknown-and-not-applicable"
    UNKNOWN_DOCUMENT = "unknown-document"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_FIELD_NAME = "unknown-field-name"
    UNGROUNDED_PARAGRAPH = "ungrounded-paragraph"
    UNKNOWN_HEADING = "unknown-heading"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_TERM = "unknown-term"
    UNREADABLE_FILE = "unreadable-file"
    UNUSED_SOURCE = "unused-source"
    VEHICLE_PLATE = "vehicle-plate"
    VERDICT_WITHOUT_SOURCE = "verdict-without-source"
    VOCABULARY_EXTRA = "vocabulary-extra"
    VOCABULARY_HEAD = "vocabulary-head"
    VOCABULARY_TERM = "vocabulary-term"
    WIDE_TABLE = "wide-table"
    WITHDRAWN_LINK = "withdrawn-link"
    WITHDRAWN_TOO_EARLY = "withdrawn-too-early"
    WRONG_FOLDER = "wrong-folder"
    YAML_ANCHOR = "yaml-anchor"
    YAML_COMMENT = "yaml-comment"
    YAML_DEPTH = "yaml-depth"
    YAML_DOCUMENT = "yaml-document"
    YAML_ESCAPE = "yaml-escape"
    YAML_KEY = "yaml-key"
    YAML_MAPPING = "yaml-mapping"
    YAML_SIZE = "yaml-size"
    YAML_SYNTAX = "yaml-syntax"
    YAML_TAG = "yaml-tag"


TWINS: Mapping[str, tuple[Rule, ...]] = {
    "body_rules": (
        Rule.BODY_LINES,
        Rule.EMPTY_SECTION,
        Rule.HEADING_FORM,
        Rule.HEADING_LEVEL,
        Rule.HEADING_ORDER,
        Rule.MANY_MARKS,
        Rule.REPEATED_HEADING,
        Rule.UNKNOWN_HEADING,
    ),
    "check": (
        Rule.MISSING_FIELD,
        Rule.NOT_ONE_LINE,
        Rule.SAID_IN_PLACE,
        Rule.TOO_LONG,
        Rule.TOO_MANY,
        Rule.UNKNOWN_TERM,
    ),
    "handed_out": (Rule.PAPER_NOT_HANDED_OUT,),
    "inputs": (Rule.TOO_MANY,),
    "lookups": (
        Rule.BROKEN_LINK,
        Rule.UNKNOWN_DOCUMENT,
    ),
    "markup_rules": (
        Rule.DEEP_NESTING,
        Rule.FOREIGN_MARKUP,
        Rule.HEADING_FORM,
        Rule.LINK_ADDRESS,
        Rule.LINK_FORM,
        Rule.MANY_MARKS,
        Rule.OPEN_MARKS,
        Rule.PARAGRAPH_LENGTH,
        Rule.RAW_HTML,
        Rule.WIDE_TABLE,
    ),
    "number_rules": (
        Rule.BUDGET_SUM,
        Rule.NUMBER_IS_WORD,
        Rule.NUMBER_OUTSIDE,
        Rule.REPEATED_NUMBER,
    ),
    "personal": (
        Rule.BANK_ACCOUNT,
        Rule.CARD_NUMBER,
        Rule.DRIVING_LICENCE,
        Rule.HOME_ADDRESS,
        Rule.MOBILE_NUMBER,
        Rule.PASSPORT_NUMBER,
        Rule.PRIVATE_EMAIL,
        Rule.RESIDENT_NUMBER,
        Rule.VEHICLE_PLATE,
    ),
    "record_rules": (
        Rule.DATE_TO_COME,
        Rule.FIELD_OF_OTHER_KIND,
        Rule.FILLED_THOUGH_NOT_APPLICABLE,
        Rule.FINISHED_TOO_EARLY,
        Rule.FINISHED_WITHOUT_DATE,
        Rule.REPEATED_LINK,
        Rule.SELF_LINK,
        Rule.UNKNOWN_ANCHOR,
        Rule.UNKNOWN_AND_NOT_APPLICABLE,
        Rule.UNKNOWN_FIELD_NAME,
        Rule.VERDICT_WITHOUT_SOURCE,
    ),
    "review": (Rule.REPEATED_ID,),
    "rules": (
        Rule.ACTOR_INCOMPLETE,
        Rule.ACTOR_TWICE,
        Rule.BAD_ID,
        Rule.BASIS_WITHOUT_NOTE,
        Rule.BASIS_WITHOUT_SOURCE,
        Rule.EASY_TOO_SHORT,
        Rule.FIGURE_WITHOUT_BASE,
        Rule.ID_PREFIX,
        Rule.LEVELS_APART,
        Rule.NOT_MONEY,
        Rule.ONGOING_WITH_END,
        Rule.PLANNED_WITH_OUTCOMES,
        Rule.RANGE_BACKWARDS,
        Rule.REPEATED_SOURCE,
        Rule.REPEATED_TERM,
        Rule.SOURCE_WITHOUT_ADDRESS,
        Rule.SPAN_BACKWARDS,
        Rule.STAGE_OUTSIDE_PERIOD,
        Rule.UNCITED_QUANTITY,
        Rule.UNKNOWN_SOURCE,
    ),
    "scalars": (
        Rule.NOT_ANCHOR,
        Rule.NOT_BOOLEAN,
        Rule.NOT_DATE,
        Rule.NOT_EDTF,
        Rule.NOT_INTEGER,
        Rule.NOT_LINK,
        Rule.NOT_NUMBER,
        Rule.NOT_SLUG,
        Rule.NOT_URL,
    ),
    "table_rules": (Rule.TABLE_FORM,),
    "teaching_rules": (
        Rule.CARD_TELLS_ITS_SIDE,
        Rule.EASY_SHEET_LENGTH,
        Rule.SHORTER_NOT_LESS,
        Rule.UNGROUNDED_PARAGRAPH,
    ),
    "tell": (Rule.TOO_LONG,),
    "text": (
        Rule.BROKEN_CHARACTER,
        Rule.HIDDEN_CHARACTER,
        Rule.LETTER_NOT_ON_PAPER,
        Rule.PRIVATE_CHARACTER,
    ),
    "text_rules": (
        Rule.COMPATIBILITY_HANJA,
        Rule.LINE_LENGTH,
        Rule.MERGE_MARKS,
        Rule.ODD_BLANK,
    ),
}
"""The rules that the form tells of too, by the script below ``javascripts/contribute/`` that does."""
