"""The pages about figures: show and export."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "show.direction": ("方向", "Direction"),
    "show.prices": ("价格", "Prices"),
    "show.figures": ("数据", "Figures"),
    "show.references": ("第三方数据（不是报告的数，不参加核对）", "Third-party figures (not the report's, and in no check)"),
    "show.actuals": ("实际数", "Actuals"),
    "show.note": ("注", "Note"),
    "show.since": ("比 {since}", "since {since}"),
}  # fmt: skip
