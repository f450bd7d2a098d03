"""Every word that people read, in Chinese and English; the texts themselves are in ``rendering.texts``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath

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
        return text.format(**{k: one_line(str(v)) if isinstance(v, PurePath) else v for k, v in parts.items()})

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in TEXTS

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts from the data that is in this language; the Chinese one when there is no other."""
        return zh if self._column == 0 or not en else en


def with_minus(formula: str) -> str:
    """A formula whose minus is one; a hyphen would tie the two numbers together."""
    return formula.replace(" - ", " \u2212 ")
