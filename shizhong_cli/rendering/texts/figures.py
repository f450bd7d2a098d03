"""The pages about figures: show and export."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "show.direction": ("方向", "Direction"),
    "show.prices": ("价格", "Prices"),
    "show.figures": ("数据", "Figures"),
    "show.actuals": ("实际数", "Actuals"),
    "show.note": ("注", "Note"),
    "show.since": ("比 {since}", "since {since}"),
}  # fmt: skip
