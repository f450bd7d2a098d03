"""Every number of a text, with what it is: ``scan``."""

from __future__ import annotations

from shizhong_cli.core.scanning.found import FoundNumber, NumberClass
from shizhong_cli.core.scanning.reader import scan

__all__ = ["FoundNumber", "NumberClass", "scan"]
