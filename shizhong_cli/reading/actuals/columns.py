"""The columns of a file of actuals, by the headings that people give them, and the files that hold them."""

from __future__ import annotations

COLUMNS = {
    "indicator": ("indicator", "指标", "指标 id", "指标id"),
    "as_of": ("as_of", "as of", "截至", "时点", "日期"),
    "figure": ("figure", "数值", "实际", "actual", "value"),
    "unit": ("unit", "单位"),
    "source": ("source", "来源"),
    "note": ("note", "备注"),
    "recorded": ("recorded", "记录时间", "记录"),
    "doubt": ("doubt", "存疑"),
}
"""The columns of a file of actuals, each with the headings it may have."""


OF_HEADINGS = ("A004", "A009")
"""Problems of a single heading: its column is passed over, and no row is."""


WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
