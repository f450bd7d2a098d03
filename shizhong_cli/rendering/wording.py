"""Every word that people read, in Chinese and English; the texts themselves are in ``rendering.texts``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from string import Formatter

from shizhong_cli.escapes.visible import one_line
from shizhong_cli.rendering.texts import (
    causes,
    checks,
    coverage,
    domain,
    help,
    ledger,
    lights,
    months,
    problems,
    report,
    review,
    scan,
    settle,
    targets,
    workbook,
)

TEXTS = (
    help.TEXTS
    | domain.TEXTS
    | targets.TEXTS
    | checks.TEXTS
    | report.TEXTS
    | review.TEXTS
    | scan.TEXTS
    | coverage.TEXTS
    | problems.TEXTS
    | causes.TEXTS
    | workbook.TEXTS
    | settle.TEXTS
    | ledger.TEXTS
    | lights.TEXTS
    | months.TEXTS
)
"""Key to (Chinese, English)."""


class Language(StrEnum):
    """A language of the output."""

    ZH = "zh"
    EN = "en"


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._column = 0 if language is Language.ZH else 1

    def __call__(self, key: str, **parts: object) -> str:
        """The text for ``key`` with its gaps filled; the name of a file stays on the line, whatever is in it."""
        text = TEXTS[key][self._column]
        if not parts:
            return text
        filled = {k: one_line(str(v)) if isinstance(v, PurePath) else v for k, v in parts.items()}
        return _COUNTING.vformat(text, (), filled) if "|" in text else text.format(**filled)

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in TEXTS

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts from the data that is in this language; the Chinese one when there is no other."""
        return zh if self._column == 0 or not en else en


class _Counting(Formatter):
    """Fills gaps like ``{number:row|rows}`` with what is said of one or of several."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, stroke, several = format_spec.partition("|")
        return str(super().format_field(value, format_spec)) if not stroke else one if str(value) == "1" else several


_COUNTING = _Counting()


def with_minus(formula: str) -> str:
    """A formula whose minus is one; a hyphen would tie the two numbers together."""
    return formula.replace(" - ", " \u2212 ").replace(" = -", " = \u2212")
