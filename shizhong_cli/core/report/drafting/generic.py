"""Words that name nothing by themselves, with what was named before: 总投资 of 新开工项目50个，总投资30亿元."""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.leads import LONGEST
from shizhong_cli.core.report.drafting.made import ADDED
from shizhong_cli.core.report.drafting.phrases import INDICATED

_OF_WHAT_GROWS = ("产量", "产值", "总产", "单产", "存栏", "出栏", "收入")
_GROWN = re.compile("(?:(?:播种|种植|养殖)(?:面积)?|年末存栏|[出存]栏|栽植)$")
"""产量 behind 粮食播种面积 is that of the grain, 存栏 behind 生猪出栏 of the pigs."""
_WHOLE = re.compile("总$")
_ALL_OF_THEM = ("总数", "数量", "总数量")


def joined_to(word: str, whose: str, measured: bool) -> str:
    """A name of a word and whose it is; ``measured`` where that was named with a number before it."""
    if not whose or whose.endswith(word):
        return whose or word
    if word in _ALL_OF_THEM or (word == "总量" and INDICATED.search(whose)):
        return whose
    if word == "死亡":
        return f"{whose}死亡人数"[-LONGEST:]
    whose = _without_its_total(word, whose)
    if word.endswith("率") and (at := whose.find(word[:2])) > 1:
        return f"{whose[:at]}{word}"
    return f"{_stem(word, whose, measured)}{word}"[-LONGEST:]


def _without_its_total(word: str, whose: str) -> str:
    """高速公路 of 新增高速公路里程, where 总里程 follows."""
    return _WHOLE.sub("", ADDED.sub("", whose).removesuffix(word[1:])) or whose if word.startswith("总") else whose


def _stem(word: str, whose: str, measured: bool) -> str:
    """粮食 of 粮食播种面积, where its 产量 follows."""
    stem = INDICATED.sub("", whose) if measured else whose
    return (_GROWN.sub("", stem) if word.endswith(_OF_WHAT_GROWS) else stem) or whose
