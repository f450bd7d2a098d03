"""Traffic lights: their colours and by what they are given."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "light.red": ("红灯", "red"),
    "light.yellow": ("黄灯", "yellow"),
    "light.green": ("绿灯", "green"),
    "light.none": ("都不亮", "none"),
    "light.counts": ("亮灯：{counts}。", "Lights: {counts}."),
    "light.rule": (
        "完成、正常亮绿灯；左右之内亮黄灯；未完成亮红灯。落后的：累计数慢于序时 {lead} 个百分点以内、增速和占比差 {points} 个百分点以内、"
        "其余差 {otherwise} 以内亮黄灯，超过亮红灯。不可比、不能判定、存疑的不亮灯。{reason}",
        "Green: met or on track; yellow: within the band; red: missed. What is behind is yellow within {lead} points of the time "
        "elapsed for sums, {points} points for rates and shares, {otherwise} for the rest, and red beyond. None where nothing can "
        "be compared, rounding leaves it open, or the figure is in doubt. {reason}",
    ),
    "column.light": ("亮灯", "Light"),
    "column.field.light": ("亮灯", "Light"),
}  # fmt: skip
