"""Data drafted from the text of a report that nobody has described yet."""

from __future__ import annotations

from shizhong_cli.core.report.drafting.drafting import draft
from shizhong_cli.core.report.drafting.records import Doubt, Draft, DraftedFigure, DraftedIndicator, LeftOut

__all__ = ["Doubt", "Draft", "DraftedFigure", "DraftedIndicator", "LeftOut", "draft"]
