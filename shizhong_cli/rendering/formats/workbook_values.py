"""Fields of rows as cells of a workbook: numbers stay numbers, with formats that never say 100 % of what is not.

A workbook keeps 15 digits. A decimal with more of them stays text; a fraction that does not end is cut to 15.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from shizhong_cli.core.figure.exact import Fraction, exact_number
from shizhong_cli.core.pack.rows import Row
from shizhong_cli.core.progress.settling.terms import Kept
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.escapes.visible import visible
from shizhong_cli.rendering.formats.number_fields import RATIOS, decimal_of, is_number
from shizhong_cli.rendering.pages.book import BookCell, Share
from shizhong_cli.rendering.pages.settle import KEPT_TONES
from shizhong_cli.rendering.pages.sheet import Tone
from shizhong_cli.rendering.pages.standing import STATUS_TONES
from shizhong_cli.rendering.sentences.numbers import percent, short
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

TEXT = "@"
_OF_GAPS = (
    "status", "target", "period", "actual", "as_of", "completion", "used", "elapsed", "lead", "gap", "gap_unit",
    "forecast", "unit", "required", "required_unit", "end_value", "end_status", "responsible", "reason",
)  # fmt: skip
_OF_PROMISES = (
    "status", "target", "period", "result", "gap", "gap_unit", "reason", "repeated", "word_for_word", "matched_by",
    "sure", "file", "line", "result_file", "result_line",
)  # fmt: skip
_OF_FIGURES = ("role", "measure", "period", "since", "figure", "value", "unit", "bound", "section", "note")
ROOM = 4  # around a text
_NARROWEST, _WIDEST = 6, 48  # columns
STATUSES = ("status", "end_status", "then_status", "now_status")
_WORDS = dict.fromkeys(STATUSES, "status") | {
    "measure": "measure",
    "binding": "binding",
    "role": "role",
    "bound": "bound_word",
    "reason": "reason",
    "trend": "trend",
    "light": "light",
}
"""Fields that hold a word of the domain, each with the family that its text is in."""
_WORDS_OF_PROMISES = _WORDS | {
    "status": "kept",
    "reason": "why",
    "matched_by": "matched",
    "sure": "sure",
    "result_measure": "measure",
    "relation": "places",
}
"""The same in rows of promises and of places side by side."""
_MOST_DECIMALS = 12
_LONGEST = 32_000  # a cell holds 32 767 characters


class Value(NamedTuple):
    """What goes into a cell, how it is to be shown, and what it will look like."""

    content: str | int | Decimal | None
    format: str
    shown: str

    @property
    def is_number(self) -> bool:
        """Whether it stands to the right."""
        return isinstance(self.content, int | Decimal)


def book_value(cell: BookCell) -> Value:
    """The cell of a table for people: a number with its words as its format, or a text."""
    content = cell.content
    if isinstance(content, str):
        return plain(content)
    number, shown = decimal_of(content.value), content.shown
    if content.value.denominator == 1 and number != int(content.value):
        return text_value(shown)  # more digits than a workbook keeps
    if isinstance(content, Share):
        decimals = max(len(shown.rstrip("%").partition(".")[2]), 1)
        return Value(number, f"0.{'0' * decimals}%", shown)
    digits = f"#,##0{f'.{chr(48) * content.places}' if content.places else ''}"
    around = f"{_quoted(content.before)}{{}}{_quoted(content.after)}".format
    signed = f"{around(f'+{digits}')};{around(f'-{digits}')};{around(digits)}"
    return Value(number, signed if content.signed else around(digits), shown)


def _quoted(text: str) -> str:
    """A text inside the format of a number."""
    return '"{}"'.format(text.replace('"', '""')) if text else ""


def in_order(fields: Iterable[str], words: Words) -> tuple[list[str], int]:
    """Of targets and figures the fields that people read in front, and how many these are; of other rows all."""
    given = list(dict.fromkeys(fields))
    subject = words.pick("name", "name_en") if "name" in given else "indicator"
    wanted = _wanted(given)
    first = [field for field in dict.fromkeys((subject, *wanted)) if field in given]
    return first + [field for field in given if field not in first], len(first)


def _wanted(given: Sequence[str]) -> Sequence[str]:
    """What people read first."""
    if "matched_by" in given:
        return _OF_PROMISES if "status" in given else given
    return _OF_GAPS if "status" in given else _OF_FIGURES if "role" in given else given


def looks_of(fields: Sequence[str], words: Words) -> dict[str, Tone]:
    """The words of a status, each with its tone: those of promises, or of targets."""
    if "matched_by" in fields:
        return {words(f"kept.{kept}"): KEPT_TONES[kept] for kept in Kept}
    return {words(f"status.{status}"): STATUS_TONES[status] for status in Status}


def value_of(field: str, row: Row, words: Words) -> Value:
    """The cell for one field of a row."""
    content = row[field]
    if content is None or content == "":
        return Value(None, TEXT, "")
    if isinstance(content, bool):
        return text_value(words(f"cell.{str(content).lower()}"))
    if isinstance(content, int):
        return Value(content, "0", str(content))
    text = " ".join(map(str, content)) if isinstance(content, list | tuple) else str(content)
    if is_number(field):
        return _number(text, field in RATIOS)
    return text_value(_word(field, text, row, words))


def values_of(row: Row, fields: Sequence[str], words: Words) -> list[Value]:
    """The cells of a row, blank where it has no such field."""
    return [value_of(field, row, words) if field in row else plain("") for field in fields]


def text_value(text: str) -> Value:
    """A cell that holds a text; Excel shows no longer one than 255 letters in the format of texts."""
    text = clean(text)
    return Value(text, TEXT if len(text) <= 255 else "General", text)


def plain(text: str) -> Value:
    """A cell that holds a text, or nothing."""
    return text_value(text) if text else Value(None, TEXT, "")


def plain_row(texts: Iterable[str]) -> list[Value]:
    """Cells that hold texts."""
    return [plain(text) for text in texts]


def clean(text: str) -> str:
    """The text as a workbook can hold and show it."""
    text = visible(text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def display_width(text: str) -> int:
    """How many half-width letters its longest line takes; a Chinese one takes two."""
    return max(map(_line_width, text.split("\n")))


def width_for(heading: str, values: Iterable[Value], least: int) -> int:
    """How wide a column is: as its longest line with room around it, within reason."""
    longest = max([display_width(heading), *(display_width(value.shown) for value in values)])
    return min(max(longest + ROOM, least, _NARROWEST), _WIDEST)


def lines_needed(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many half-width letters."""
    return sum(-(-max(display_width(line), 1) // width) for line in text.split("\n"))


def _line_width(line: str) -> int:
    return sum(map(_letter_width, line))


def _letter_width(letter: str) -> int:
    """Quotation marks and the like are wide in Chinese fonts; the signs of Latin-1 are not."""
    kind = unicodedata.east_asian_width(letter)
    return 2 if kind in "WF" or (kind == "A" and letter > "\xff") else 1


def _word(field: str, text: str, row: Row, words: Words) -> str:
    """A word of the domain in the language of the page; anything else as it is."""
    if field == "required_unit":
        return text.replace("/month", words("cell.month")).replace("/year", words("cell.year"))
    families = _WORDS_OF_PROMISES if "matched_by" in row else _WORDS
    if field == "status" and row.get("reason") in ("word_only", "no_figure"):
        return words(f"kept.{row['reason']}")
    key = f"{families.get(field)}.{text}"
    if words.has(f"cell.{key}"):  # where the sentence names what a row does not have
        return words(f"cell.{key}")
    return words(key, period=row.get("period")) if words.has(key) else text


def _number(text: str, ratio: bool) -> Value:
    """A decimal or ``n/d`` as a number; as text when its digits would not all be kept, or shown."""
    value = exact_number(text)
    number = decimal_of(value)
    shown = percent(value) if ratio else short(value)
    decimals = max(len(shown.rstrip("%").partition(".")[2]), 1 if ratio else 0)
    if decimals > _MOST_DECIMALS or ("/" not in text and Fraction(number) != value):
        return text_value(shown if ratio else text)
    places = f".{'0' * decimals}" if decimals else ""
    return Value(number, f"0{places}%" if ratio else f"#,##0{places}", shown)
