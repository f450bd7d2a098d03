"""The columns of a file of actuals, by the headings that people give them, and the files that hold them."""

from __future__ import annotations

COLUMNS = {
    "indicator": ("indicator", "指标", "指标 id", "指标id"),
    "as_of": ("as_of", "as of", "截至", "时点", "日期"),
    "figure": ("figure", "数值", "实际", "actual", "value"),
    "unit": ("unit", "单位"),
    "measure": ("measure", "类型"),
    "source": ("source", "来源"),
    "note": ("note", "备注"),
    "recorded": ("recorded", "记录时间", "记录"),
    "doubt": ("doubt", "存疑"),
    "by": ("by", "经办", "记录人"),
    "withdraws": ("withdraws", "撤销"),
    "evidence": ("evidence", "佐证", "佐证材料", "依据"),
    "confirmed_by": ("confirmed_by", "confirmed by", "核实人", "确认人"),
    "confirmed_at": ("confirmed_at", "confirmed at", "核实时间", "确认时间"),
    "report": ("report", "报告", "所属报告"),
}
"""The columns of a file of actuals, each with the headings it may have."""


MEASURES = {
    "期末数": "level", "存量": "level", "期间数": "flow", "累计数": "flow", "增长": "growth", "增速": "growth",
    "年均增长": "average_growth", "占比": "share", "比重": "share", "增减": "change", "增量": "change",
}  # fmt: skip
"""Chinese words for what an actual measures."""


OF_HEADINGS = ("A004", "A009")
"""Problems of a single heading: its column is passed over, and no row is."""


OF_ANOTHER_REPORT = ("A047", "A048")
"""Problems of a whole file: its figures were recorded for another report, and none of them counts here."""


WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
