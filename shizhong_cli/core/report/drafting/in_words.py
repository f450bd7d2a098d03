"""What is told without a number: targets (居民收入增长与经济增长同步), and how things stood (居民消费价格总体平稳)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.leads import without_end
from shizhong_cli.core.report.drafting.outline import Outline
from shizhong_cli.core.report.drafting.phrases import LEADING
from shizhong_cli.core.report.layout import clean, layout_of, plain_of
from shizhong_cli.tuples import NamedTuple

_ECONOMY = "(?:经济增长|经济增速|经济发展|地区生产总值增长|GDP增长|地区生产总值增速|GDP增速)"
_OTHERS = "(?:全[国省市区州]|全自治区|城[镇市]居民)(?:人均可支配)?(?:收入)?(?:平均)?(?:水平|增速|增幅|增长)?"
_FASTER = "(?:略?高于|略?快于|不低于|不慢于|跑赢)"
_SAID = re.compile(
    r"(?P<name>[^,，;；。:：!！、0-9%]{2,20}?)(?P<growth>增长|增速|增幅)?(?:继续|基本|力争|保持|也)*"
    rf"(?P<words>(?:[与和同跟]{_ECONOMY}(?:基本)?(?:保持)?(?:基本)?同步|{_FASTER}{_ECONOMY})|{_FASTER}{_OTHERS})"
    "(?=[,，;；。、!！和]|$)"
)
_CLAUSE = re.compile("[^,，;；。:：!！\n]+")
_ELSE = re.compile(
    r"(?P<name>(?:PM2\.5|PM10)?[^,，;；。:：、0-9%]{2,24}?)(?P<words>"
    rf"{_FASTER}[^,，;；。:：、0-9%]{{2,14}}(?:增速|增幅|增长|水平|收入)"
    r"|(?:保持|继续|实现)*(?:稳步|稳定|持续|平稳|较快|合理|进一步|稳中|促稳)(?:提升|增长|提高|下降|降低|改善|优化|提质|有升|有进|向好|增加|扩大)"
    r"|(?:总体|基本)?保持(?:总体|基本)?(?:平稳|稳定)|(?:基本)?(?:与全[国省市区]|同全[国省市区])(?:基本)?(?:保持)?(?:一致|同步)"
    r"|(?:全面|超额)?完成(?:国家|[省市区]|自治区|上级)?(?:下达|核定|约束性|控制)的?(?:计划|目标|指标|任务|要求)*"
    r"|(?:控制|保持|运行|稳定)在(?:合理区间|合理范围|[国省市][^,，;；。]{0,8}(?:以内|之内|范围内))|只减不增|只增不减)$"
)
"""Of a sentence with targets, what else its clauses may ask for."""
_STOOD = re.compile(
    r"(?P<name>[^,，;；。:：、0-9%]{2,16}?)(?P<words>(?:总体|基本|大体|继续|持续|保持)*(?:平稳|稳定|持平|温和上涨|稳中有[升降]))$"
)
_PRICES = re.compile("^(?:物价|消费价格|价格)(?:总水平|水平|涨幅|形势)?$")
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


class Stood(NamedTuple):
    """How a common indicator stood, as the report says it without a number."""

    name: str
    words: str
    section: str


def in_words_of(text: str, outline: Outline) -> Iterator[InWords]:
    """The targets in words of the sentences that look ahead."""
    layout = layout_of(plain_of(text), outline.sections)
    lines = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    for start, end, era in _sentences(text, outline):
        if era.ahead and era.told:
            for at, said, words, grows in _targets(text, start, end, era):
                if name := _name(clean(said)):
                    against = grows and not era.first and bool(_TO_THE_ECONOMY.search(words))
                    line = bisect_right(lines, at)
                    column = at - lines[line - 1] + 1
                    yield InWords(name, words, against, era, layout.section_at(at), line, column)


def stood_of(text: str, outline: Outline) -> Iterator[Stood]:
    """What the sentences that look back say of common indicators without a number: 居民消费价格总体平稳."""
    layout = layout_of(plain_of(text), outline.sections)
    for start, end, era in _sentences(text, outline):
        for clause in _CLAUSE.finditer(text, start, end) if not era.ahead else ():
            if found := _STOOD.search(clean(clause[0])):
                name = _PRICES.sub("居民消费价格", _name(found["name"]))
                if common_of(name):
                    yield Stood(name, found["words"], layout.section_at(clause.start()))


def _sentences(text: str, outline: Outline) -> Iterator[tuple[int, int, Era]]:
    starts = [*(start for start, _ in outline.eras), len(text)]
    for number, (start, era) in enumerate(outline.eras):
        yield start, starts[number + 1], era


def _targets(text: str, start: int, end: int, era: Era) -> Iterator[tuple[int, str, str, bool]]:
    """Where each stands, its name, its words, and whether it is a growth."""
    known = []
    for found in _SAID.finditer(text, start, end):
        known.append(found.span())
        words = clean(found["words"])
        grows = bool(found["growth"]) or bool(_TO_THE_ECONOMY.search(words))
        yield found.start(), found["name"], words, grows
    for clause in _CLAUSE.finditer(text, start, end) if era.expected else ():
        if any(first < clause.end() and clause.start() < last for first, last in known):
            continue
        if other := _ELSE.search(clean(clause[0])):
            name, _ = without_end(other["name"])
            yield clause.start(), name, other["words"], False


def _name(words: str) -> str:
    """The noun phrase without what leads to it; nothing where none is left."""
    for _ in range(4):
        found = LEADING.match(words)
        if not found or not found[0] or len(words) - found.end() < 2:
            break
        words = words[found.end() :]
    name = _GROWS.sub("", words)
    return name if 2 <= len(name) <= _LONGEST and not _NO_NAME.search(name) else ""
