"""Every number of a text, with what it is: ``scan``."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.scanning.found import FoundNumber, FoundWord
from shizhong_cli.core.report.scanning.reader import scan, words_of

__all__ = ["FoundNumber", "FoundWord", "NumberClass", "scan", "words_of"]
