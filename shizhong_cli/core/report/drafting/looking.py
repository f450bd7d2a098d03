"""Which lines of a text stand in a part that looks back, by the headings of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_TELLS_BACK = re.compile("回顾|总结|过去|成效|成就|成绩|完成情况|执行情况|提前实现|圆满")
_TELLS_AHEAD = re.compile("今年|今后|未来|明年|下一步|安排|部署|目标|任务|要求|思路|打算|展望")
_LATER_PART = re.compile("第?[二三四]、|第[二三四]部分")
_LONGEST = 40


def in_parts(lines: Sequence[str], back: bool) -> Iterator[tuple[int, str, bool]]:
    """Every line that is no heading of a part, and whether its part looks back; ``back`` before any heading."""
    for number, line in enumerate(lines, 1):
        if (
            len(line) <= _LONGEST
            and not line.endswith("。")
            and (_TELLS_BACK.search(line) or _TELLS_AHEAD.search(line))
        ):
            back = bool(_TELLS_BACK.search(line))
        else:
            yield number, line, back


def is_later_part(line: str, named: str) -> bool:
    """Whether a heading with 2026年主要工作 comes behind the part that looks back: 三、2026年主要工作."""
    return named.endswith("主要工作") and _LATER_PART.match(line) is not None
