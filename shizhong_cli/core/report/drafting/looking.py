"""What looks back: the lines of a part, by the headings of the parts, and what is said behind a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TELLS_BACK = re.compile("回顾|总结|过去|成效|成就|成绩|完成情况|执行情况|提前实现|圆满")
_TELLS_AHEAD = re.compile("今年|今后|未来|明年|下一步|安排|部署|目标|任务|要求|思路|打算|展望")
_LATER_PART = re.compile("第?[二三四]、|第[二三四]部分")
_LONGEST = 40
_IS_A_SENTENCE = re.compile("。|[,，].*[,，]")


def in_parts(lines: Sequence[str], back: bool) -> Iterator[tuple[int, str, bool]]:
    """Every line that is no heading of a part, and whether its part looks back; ``back`` before any heading."""
    for number, line in enumerate(lines, 1):
        is_heading = len(line) <= _LONGEST and not _IS_A_SENTENCE.search(line)
        if is_heading and (_TELLS_BACK.search(line) or _TELLS_AHEAD.search(line)):
            back = bool(_TELLS_BACK.search(line))
        else:
            yield number, line, back


def is_later_part(line: str, named: str) -> bool:
    """Whether a heading with 2026年主要工作 comes behind the part that looks back: 三、2026年主要工作."""
    return named.endswith("主要工作") and _LATER_PART.match(line) is not None


_IS_OVER = re.compile(
    "的一年|预计|(?:领导|支持|指导|关心|帮助|努力)下|完成|实现|达到?|增长|下降|取得|面对|突破|迈[上出]"
)
_IS_AHEAD = re.compile(
    "将|力争|确保|做好|计划(?=[新完实建总达引培])|今年|明年|(?<![主重需])要(?![素求闻道])|^目标|目标[是为:]|"
    "(?:预期(?:目标|指标)|(?:主要|奋斗|发展|控制)目标)(?!任务?圆?满?完成)|主要任务|安排|工作重点|重点工作|总体要求"
)


def is_told_of(said: str) -> bool:
    """Whether what a sentence says behind a year is over, and not planned."""
    said = _QUOTED.sub("", said)
    return bool(_IS_OVER.search(said)) and not _IS_AHEAD.search(said)


_QUOTED = re.compile("“[^”]*”")
"""按照“疫情要防住”的要求: words of others."""
