"""Every number of a text, with what it is: ``scan``."""

from __future__ import annotations

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.scanning.found import FoundNumber
from shizhong_cli.core.report.scanning.reader import scan

__all__ = ["FoundNumber", "NumberClass", "scan"]
