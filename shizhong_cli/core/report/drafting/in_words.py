"""Targets without a number: 居民收入增长与经济增长同步, 规上工业增加值增速高于全省平均水平."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.outline import Outline
from shizhong_cli.core.report.drafting.phrases import LEADING
from shizhong_cli.core.report.layout import clean, layout_of, plain_of

_ECONOMY = "(?:经济增长|经济增速|经济发展|地区生产总值增长|GDP增长|地区生产总值增速|GDP增速)"
_OTHERS = "(?:全[国省市区州]|全自治区|城[镇市]居民)(?:人均可支配)?(?:收入)?(?:平均)?(?:水平|增速|增幅|增长)?"
_FASTER = "(?:略?高于|略?快于|不低于|不慢于|跑赢)"
_SAID = re.compile(
    r"(?P<name>[^,，;；。:：!！、0-9%]{2,20}?)(?P<growth>增长|增速|增幅)?(?:继续|基本|力争|保持|也)*"
    rf"(?P<words>(?:[与和同跟]{_ECONOMY}(?:基本)?(?:保持)?(?:基本)?同步|{_FASTER}{_ECONOMY})|{_FASTER}{_OTHERS})"
    "(?=[,，;；。、!！和]|$)"
)
_TO_THE_ECONOMY = re.compile(_ECONOMY)
_GROWS = re.compile("(?:增长|增速|增幅)$")
_NO_NAME = re.compile("[与和同跟高快不]|^增|^(?:总量|规模|质量|效益|速度|人均|占比|比重|水平)$")
_LONGEST = 40


class InWords(NamedTuple):
    """One target in words, with its place."""

    name: str
    words: str  # as printed
    to_the_economy: bool  # set against the growth of the gross regional product
    era: Era
    section: str
    line: int
    column: int


def in_words_of(text: str, outline: Outline) -> Iterator[InWords]:
    """The targets in words of the sentences that look ahead."""
    layout = layout_of(plain_of(text), outline.sections)
    lines = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    starts = [*(start for start, _ in outline.eras), len(text)]
    for number, (start, era) in enumerate(outline.eras):
        if era.ahead and era.told:
            for found in _SAID.finditer(text, start, starts[number + 1]):
                if name := _name(clean(found["name"])):
                    words = clean(found["words"])
                    grows = bool(found["growth"]) or bool(_TO_THE_ECONOMY.search(words))
                    against = grows and not era.first and bool(_TO_THE_ECONOMY.search(words))
                    at = found.start()
                    line = bisect_right(lines, at)
                    column = at - lines[line - 1] + 1
                    yield InWords(name, words, against, era, layout.section_at(at), line, column)


def _name(words: str) -> str:
    """The noun phrase without what leads to it; nothing where none is left."""
    for _ in range(4):
        found = LEADING.match(words)
        if not found or not found[0] or len(words) - found.end() < 2:
            break
        words = words[found.end() :]
    name = _GROWS.sub("", words)
    return name if 2 <= len(name) <= _LONGEST and not _NO_NAME.search(name) else ""
