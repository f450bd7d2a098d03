"""Parts of the area that a report is of: what is told of them is no figure of the whole."""

from __future__ import annotations

import re

from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.clauses import Clause

_PART = re.compile(
    "[\u4e00-\u9fff]{2,8}?(?:经济圈|都市圈|城市群|经济带|新区|开发区|高新区|经开区|综保区|保税区|产业园|片区)(?=[\u4e00-\u9fff])"
)
_OF_THE_WHOLE = re.compile("全[省市区县州年]|我[省市区县州]")


def part_of_the_area(lead: str, clause: Clause) -> str:
    """丙江经济圈 of 丙江经济圈规划编制完成，经济总量增长6.3%; nothing for other names."""
    part = _PART.match(clause.sentence) if common_of(lead) else None
    return "" if part is None or part[0] in lead or _OF_THE_WHOLE.search(clause.clause) else part[0]
