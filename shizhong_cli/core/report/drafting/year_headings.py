"""A heading that names the work of a year, and does not say whether it is over: 一、2017年的工作."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from shizhong_cli.core.report.drafting.looking import is_told_of

_WORK = re.compile(
    "(?:第?[一二三四五]、|[(（][一二三四五][)）]|第[一二三四五]部分)?((?:19|20)[0-9]{2})年(?:度)?的?(?:主要|各项|政府|[省市县区旗镇乡]政府|全[省市县区旗镇乡])?的?工作(?:情况)?[:。]?"
)
_READ_ON = 4
"""Lines behind the heading that can tell of what time it is."""
_IS_OVER = re.compile(
    "预计(?:全年)?[^。,，;]{0,24}[0-9]|(?:这一年|一年来|过去一年)[,，]|[比较](?:上年|去年)|同比|(?:任务|目标|事项?)[^。,，;]{0,8}(?:完成|办成|实现)了?|就要过[完去]|即将过去"
)


def years_worked(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The years of such headings whose part tells results, each with the line of the heading, from 1."""
    for number, line in enumerate(lines):
        if found := _WORK.fullmatch(line):
            behind = [it for it in lines[number + 1 :] if it][:_READ_ON]
            if any(_tells_results(it) for it in behind):
                yield int(found[1]), number + 1


def _tells_results(line: str) -> bool:
    """Whether a sentence of a line tells what came about, and not what is to be."""
    return any(_IS_OVER.search(sentence) and is_told_of(sentence) for sentence in line.split("。"))
