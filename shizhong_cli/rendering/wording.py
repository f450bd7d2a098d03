"""Every word that people read, in Chinese and English; the texts themselves are in ``rendering.texts``."""

from __future__ import annotations

from enum import StrEnum

from shizhong_cli.rendering.texts import (
    causes,
    checks,
    coverage,
    domain,
    figures,
    help,
    problems,
    report,
    scan,
    targets,
    workbook,
)

TEXTS = (
    help.TEXTS
    | domain.TEXTS
    | targets.TEXTS
    | checks.TEXTS
    | figures.TEXTS
    | report.TEXTS
    | scan.TEXTS
    | coverage.TEXTS
    | problems.TEXTS
    | causes.TEXTS
    | workbook.TEXTS
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
        """The text for ``key`` with its gaps filled."""
        text = TEXTS[key][self._column]
        return text.format(**parts) if parts else text

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in TEXTS

    def pick(self, zh: str, en: str) -> str:
        """The one of two texts from the data that is in this language; the Chinese one when there is no other."""
        return zh if self._column == 0 or not en else en
