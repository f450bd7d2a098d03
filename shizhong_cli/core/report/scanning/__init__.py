"""Every number of a text, with what it is: ``scan``."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.scanning.flow import without_furniture
from shizhong_cli.core.report.scanning.found import FoundNumber, FoundWord
from shizhong_cli.core.report.scanning.reader import scan, words_of
from shizhong_cli.core.report.scanning.tables import Cell

__all__ = ["Cell", "FoundNumber", "FoundWord", "NumberClass", "scan", "without_furniture", "words_of"]
