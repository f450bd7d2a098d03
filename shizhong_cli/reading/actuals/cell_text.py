"""The content of a cell of a workbook as the text that a person typed, or sees.

A workbook keeps binary numbers of 15 digits: 1520.3 is stored as 1520.2999999999999545. It keeps 5.2% as 0.052 with
a format, and September 2026 as the first day of it with a format that shows no day.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from shizhong_cli.core.figure.characters import half_width

_DIGITS = 15
_WIDE_NUMBER = re.compile("[０-９．，％－＋／0-9.,%+/-]+")
_INVISIBLE = "\ufeff\u200b"

_YEAR_MONTH = frozenset({27, 36, 50, 52, 57})
_MONTH_DAY = frozenset({28, 29, 51, 53, 54, 58})
_YEAR_MONTH_DAY = frozenset({30, 31}) | _MONTH_DAY
"""Formats of dates that the Chinese Excel has by number alone, without saying what they are (ECMA-376, 18.8.30)."""

_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_CURRENCY = re.compile(r"\[\$(?P<sign>[^\]-]*)(?:-(?P<locale>[^\]]*))?\]")
_YUAN = frozenset(("", "¥", "￥"))
_YEN = frozenset(("411", "ja-jp"))
_PADDING = re.compile(r"[_*].")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_PLAIN_NUMBER = re.compile(r"[#0?][#0?.,]*(?<!,)")
_HAN = re.compile("[\u3400-\u9fff‰]")


class BadCell(Exception):
    """A cell whose content cannot be taken as it is; ``code`` is that of the problem."""

    def __init__(self, code: str, found: str) -> None:
        super().__init__(code, found)
        self.code = code
        self.found = found


def cell_text(value: object, format: str = "General", format_id: int = 0, epoch: datetime | None = None) -> str:
    """The text of a cell by its value and number format. Raises ``BadCell`` for truth values and what is no number."""
    match value:
        case None:
            return ""
        case bool():
            raise BadCell("X008", str(value).upper())
        case datetime() | date():
            return _date_text(value, format)
        case int() | float() if format_id in _YEAR_MONTH | _YEAR_MONTH_DAY:
            return _serial_text(value, format_id, epoch or datetime(1899, 12, 30))
        case int() | float():
            return _number_text(value, format)
        case _:
            return _plain_text(str(value))


def typed_text(value: object, format: str, format_id: int, epoch: datetime | None, dated: bool) -> str:
    """The same where the cell is to be what a person typed: a date only as far as they can have typed no other thing.

    A spreadsheet makes 2026-09-30 of ``9-30`` or ``9/30``, of this year whatever the table is about, and what became
    the first of a month may have been typed as that month or, in January, as the year. Raises ``BadCell`` for those,
    and for any date where ``dated`` does not say that there is one to be.
    """
    text = cell_text(value, format, format_id, epoch)
    if isinstance(value, date):
        shown = _shown(format)
    elif isinstance(value, int | float) and format_id in _YEAR_MONTH | _YEAR_MONTH_DAY:
        shown = "m-d" if format_id in _MONTH_DAY else "y-m-d"
    elif isinstance(value, time | timedelta):
        shown = ""
    else:
        return text
    if not dated or not _is_certain(text, shown):
        raise BadCell("X017", text)
    return text


def _is_certain(text: str, shown: str) -> bool:
    """Whether a date of which a format shows these parts can be nothing else."""
    parts = zip("ymd", (0, len("2026"), len("2026-09")), strict=True)
    hides = any(part not in shown and len(text) > length for part, length in parts)
    is_first = len(text) > len("2026-09") and text.endswith("-01")
    return not hides and not is_first and text[:4] not in _YEARS_AS_DAYS


_YEARS_AS_DAYS = ("1905", "1906")
"""A year that is typed into a cell for dates is the number of a day in these years: 2024 is 1905-07-16."""


def _plain_text(text: str) -> str:
    """Without blanks around it; a number in full-width signs in the usual ones."""
    text = text.strip().strip(_INVISIBLE).strip()
    return half_width(text) if _WIDE_NUMBER.fullmatch(text) else text


def _date_text(value: date, format: str) -> str:
    """An ISO date with as much of it as the format shows: a month is not its first day."""
    shown = _shown(format)
    if "y" in shown and "d" not in shown and value.day == 1:
        return value.isoformat()[: 7 if "m" in shown or value.month > 1 else 4]
    return value.isoformat()[:10]


def _shown(format: str) -> str:
    """The letters of a format that stand for parts of a date."""
    return _QUOTED.sub("", _IN_BRACKETS.sub("", format)).lower()


def _serial_text(value: int | float, format_id: int, epoch: datetime) -> str:
    """A date that is a number of days."""
    try:
        day = epoch + timedelta(days=float(value))
    except (OverflowError, ValueError):
        raise BadCell("X007", str(value)) from None
    return day.isoformat()[: 7 if format_id in _YEAR_MONTH else 10]


def _number_text(value: int | float, format: str) -> str:
    try:
        number = Decimal(f"{value:.{_DIGITS}g}")
    except OverflowError:
        raise BadCell("X007", f"{str(value)[:_DIGITS]}…") from None
    if not number.is_finite():
        raise BadCell("X007", str(value))
    section = format.split(";")[0]
    if any(map(_is_foreign, _CURRENCY.finditer(section))):
        raise BadCell("X011", format)
    section = _PADDING.sub("", _IN_BRACKETS.sub("", section))
    if "%" in _QUOTED.sub("", section):
        return f"{_decimal_text(number * 100)}%"
    words = "".join(quoted or escaped for quoted, escaped in _QUOTED.findall(section)).strip()
    if not _HAN.search(section):
        return _decimal_text(number)
    if not _HAN.search(words):  # not in quotation marks
        words = "".join(_HAN.findall(section))
    bare = _QUOTED.sub("", section).replace(words, "").strip()
    if section.startswith('"') or not _PLAIN_NUMBER.fullmatch(bare):
        raise BadCell("X011", format)
    return f"{_decimal_text(number)}{words}"


def _is_foreign(currency: re.Match[str]) -> bool:
    """Whether a bracket shows another sign than that of the yuan; ¥ in Japan is the yen."""
    sign, locale = currency["sign"].strip(), (currency["locale"] or "").lower()
    return sign not in _YUAN or (bool(sign) and locale in _YEN)


def _decimal_text(number: Decimal) -> str:
    """Without an exponent and without zeros at the end."""
    return format(number.normalize() if number else Decimal(0), "f")
