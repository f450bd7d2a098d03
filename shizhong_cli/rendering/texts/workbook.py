"""Workbooks: the sheet that a department fills, results as a sheet, and what can be wrong with a filled one."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "problem.W002": ("文件写不了：{found}", "the file cannot be written: {found}"),
    "problem.W003": ("文件已经存在；要覆盖请加 --force", "the file exists already; add --force to replace it"),
}  # fmt: skip
