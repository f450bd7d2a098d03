"""Which several years words speak of: 五年来, 过去三年, “十三五”时期."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.numerals import numeral_value
from shizhong_cli.core.report.drafting.phrases import PLAN_NAME
from shizhong_cli.core.report.drafting.plans import plan_years

_SEVERAL = re.compile(
    r"(?P<five>(?<!连续)(?<!第)五年(?!规划|计划|行动|攻坚|方案|目标|内|间?实?现?[翻连])|(?<!连续)(?<![0-9])5年(?:来|间|累计|共)|(?:过去|近|这)5年"
    r"|(?:本|上一|第?[一二三四五六七八九十]+)届(?:人民)?政府(?=工作的?回顾|[^,，。]{0,6}以来))"
    r"|(?:过去的?|近|这)(?P<past>[两三四六七八十])年(?!规划|计划|行动|攻坚)"
    r"|(?<!连续)(?<!第)(?P<years>[二三四]十|(?<!十)[两三四六七八十])年(?:来|间|累计|共)"
    rf"|{PLAN_NAME.replace('(十', '(?P<plan>十', 1)}(?!规划)"
)


def several_years(words: str, year: int) -> tuple[int, int, int] | None:
    """The several years that words speak of, as first and last, and where they do so."""
    found = _SEVERAL.search(words)
    if not found:
        return None
    if found["plan"]:
        first, last = plan_years(found["plan"])
        last = max(last, year) if words.startswith("以来", found.end()) else last
    elif re.search(r"(?:今后|未来|今后的)$", words[: found.start()]):
        first, last = year, year + 4
    else:
        number = found["past"] or found["years"]
        first, last = year + 1 - (int(numeral_value(number) or 0) if number else 5), year
    return first, last, found.start()
