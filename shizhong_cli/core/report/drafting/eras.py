"""What time the paragraphs and sentences of a report speak of, and whether they look back or ahead.

A report that has begun to look ahead goes on doing so: only a heading that says plainly that it looks back turns it.
A heading or sentence without a word of time changes nothing.
"""

from __future__ import annotations

import re

from shizhong_cli.core.report.drafting.parts import NAMED_PART, names_part, part_of
from shizhong_cli.core.report.drafting.phrases import COMPARED, OF_A_TASK, PLAN_NAME, SINCE
from shizhong_cli.core.report.drafting.plans import plan_of, plan_years
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.core.report.drafting.several import several_years
from shizhong_cli.core.report.drafting.turns import IS_WANTED, SAID, is_hoped, is_turn, planned_word
from shizhong_cli.tuples import NamedTuple


class Era(NamedTuple):
    """What time a sentence speaks of."""

    ahead: bool  # of what is to come
    year: int  # the year that it speaks of, or the last one
    first: int = 0  # the first year, where it speaks of several
    expected: bool = False  # the paragraph with the headline expectations
    told: bool = False  # words of the text say whether it looks ahead, and of when it speaks
    part: str = ""  # of the year, where it is not over: S1
    under: int = 0  # of one year in a part that tells of several: the first of these

    @property
    def span(self) -> str:
        """The years as a period."""
        return f"{self.first}/{self.year}" if self.first else str(self.year)

    @property
    def base(self) -> int:
        """The year that several years are compared with."""
        return (self.first or self.under or plan_of(self.year)[0]) - 1


_LOOKS_ASIDE = re.compile(
    "(?:[^,，。]{0,6}(?:在)?(?:回顾|总结)[^,，。]{2,24}(?:时|工作|成绩)[,，])|"
    "(?:(?:[^,，。]{0,8}(?:回顾|总结)了?)?过去(?:的|这)?[一五]年(?!的?经验)|[一二三四五六七八九十]{1,3}年来"
    "|建[区市县州]以来|撤[县地]设[市区]以来|多年来|这些年)"
)
_ONE = re.compile("一年来|这一年|一年间|过去的?一年|刚刚过去|去年|全年")
_TARGETS = re.compile(
    r"(?:预期|奋斗|发展|主要|工作|总体|指导性|约束性)(?:性)?(?:目标|"
    r"指标)(?:任务)?(?:[^，。；,;:]{0,8}?(?:是|为|:|如下|确定|达到|——)|$)|预期目标(?:建议)?[,，。]"
)
_REACHED = re.compile("完成了?|超额|圆满|好于|去年|实现了")
_BEFORE = re.compile(
    r"(?:报告[^,，。]{0,6}[:,])?(?:((?:19|20)[0-9]{2})年[,，是]"
    r"|[^,，。0-9到至从由]{0,8}((?:19|20)[0-9]{2})年(?:全年)?(?:实现|完成|取得|圆满)了?(?!.{0,6}目标是))"
)
"""A paragraph of its own about a year that is over, in a part that looks ahead."""
_CAME_TO = re.compile(
    "(?:据介绍|据?初?步?(?:统计|核算|测算|预计)|[^,，。]{0,8}显示)?[,，]?((?:19|20)[0-9]{2})年[,，]?"
    "[^,，。;到至0-9]{0,20}[0-9][0-9.]*(?:[百千万亿]*元)?,?(?:同比|比上年|较上年)?(?:增长|下降)"
    "|(?:据介绍|据?初?步?(?:统计|核算|测算|预计)|[^,，。]{0,8}显示)?[,，]?((?:19|20)[0-9]{2})年[,，]?"
    "[^,，。;到至]{0,20}(?:完成|实现|达到?|增长|为)[^,，。;0-9]{0,12}[0-9]"
    "|(?:[^,，。;到至0-9]{0,20}[,，])?[^,，。;到至0-9]{0,12}((?:19|20)[0-9]{2})年[^,，。;0-9]{0,24}(?:成绩|成效|成就|成果|答卷)[^,，。;0-9]{0,4}:"
)
_IS_COUNTED = re.compile(
    "(?:据|经)[^,，。]{0,6}(?:统计|核算|测算|预测|快报)[^,，。]{0,4}[,，]|初步(?:核算|统计|测算)[,，]"
)
"""据统计，…: what was counted is over, and nobody says of which year."""
_CAME_IN = re.compile(
    "[0-9]%?[,，][^,，。;]{0,8}(?:排|位?居|列)(?:在)?全[国省市区县州][^,，。;]{0,4}[第前首]"
    f"|{OF_A_TASK}"
    "|比(?:(?:19|20)[0-9]{2}年|上年|去年)翻|[0-9][百千万亿]*元[,，](?:[^,，。;]{0,12}[,，])?(?:同比|比上年|比去年)(?:增长|下降)[0-9]"
)
"""690亿元，同比增长15%，增速排全区第3位: what is told so came in."""
_LEAD = 40
_SO_FAR = re.compile(f"(?:今年|(?:19|20)[0-9]{{2}}年)(?:以来|{NAMED_PART})[,，]")
"""2022年一季度, in a part that looks ahead, tells of what is over."""
_OUTLINE_SAYS = re.compile("纲要(?:[(（][^)）]{1,6}[)）])?》?[^,，。]{0,6}(?:提出|明确)")
_ASKS_FOR = re.compile(f"{_OUTLINE_SAYS.pattern}|^(?:[^,，。]{{0,12}}[,，])?[^,，。]{{0,8}}提出")
"""Of a text that tells of the outline of a plan: 在“百姓富”方面，提出…"""
_ENUMERATES = re.compile("分[季月]|其中|[从按][^,，]{1,6}[看分][,，]|环比|[一二三四]季度[^,，]*[,，、][一二三四]季度")
"""分季度看, 一季度…: parts that are told one by one do not go for what follows."""


def outlined(reach: Reach) -> Era:
    """The years of the plan whose outline this is or tells of."""
    first, last = reach.five or (reach.plan, reach.plan)
    return Era(True, last, first, told=True)


def era_of_sentence(sentence: str, era: Era, reach: Reach, begins: bool) -> Era:
    """What a sentence speaks of, by its words; ``begins`` says that it is the first of its paragraph."""
    sentence = COMPARED.sub("", sentence)
    if (runs := _running(sentence, reach)) is not None:
        return runs
    if reach.five and (_ASKS_FOR if reach.is_told else _OUTLINE_SAYS).search(sentence[:_LEAD]):
        return outlined(reach)
    if names_targets(sentence):
        return _of_targets(sentence, era, reach)
    if not era.ahead:
        return _turned(sentence, reach) or _back(sentence, era, reach)
    return _of_what_is_ahead(sentence, era, reach, begins)


def _turned(sentence: str, reach: Reach) -> Era | None:
    """What a sentence speaks of that begins to look ahead: 今年我们将…, 到2020年, “十三五”时期 before it has begun."""
    to_come = _YEARS_TO_COME.match(sentence)
    if to_come and (years := several_years(to_come[0], reach.plan)):
        return Era(True, years[1], years[0], told=True)
    if is_turn(sentence, reach):
        return Era(True, reach.plan, told=reach.is_sure or is_hoped(sentence))
    if (by := by_a_year(sentence)) > max(reach.back, reach.plan - 1):
        return Era(True, by, told=True)
    plan = _PLAN_TO_COME.match(sentence)
    first, last = plan_years(plan[1]) if plan else (0, 0)
    return Era(True, last, first, told=True) if first > reach.back else None


def _of_what_is_ahead(sentence: str, era: Era, reach: Reach, begins: bool) -> Era:
    """What a sentence speaks of in a part that looks ahead."""
    if begins and (over := _begins_with_what_is_over(sentence, reach)):
        return over
    if (so_far := _SO_FAR.match(sentence)) and not IS_WANTED.search(sentence[:_LEAD]):
        return Era(False, reach.plan, part=part_of(so_far[0]) or "")
    if aside := _aside(sentence[:_LEAD], reach):
        return aside
    if _came_in(sentence, era.expected and not begins):
        return Era(False, reach.back)
    own = _ahead(sentence[:_LEAD], era, reach)
    return own._replace(expected=False) if begins else own


def _came_in(sentence: str, expected: bool) -> bool:
    """Whether a sentence tells of what is over by how it tells it; ``expected`` where what is expected is told."""
    counted = _IS_COUNTED.match(sentence) or (_CAME_IN.search(sentence) and not IS_WANTED.search(sentence))
    return bool(counted) and not expected


def _begins_with_what_is_over(sentence: str, reach: Reach) -> Era | None:
    """The year, or the years of a plan, before the one that is planned, where a paragraph begins with it."""
    if (past := _BEFORE.match(sentence)) and int(past[1] or past[2]) < reach.plan:
        return Era(False, int(past[1] or past[2]))
    plan = _PLAN_TO_COME.match(sentence)
    first, last = plan_years(plan[1]) if plan else (0, 0)
    return Era(False, last, first, told=True) if plan and last < reach.plan else None


def _running(sentence: str, reach: Reach) -> Era | None:
    """What a sentence speaks of that names a part of the year which is not over."""
    if not reach.part:
        return None
    lead = sentence[:_LEAD]
    own = None if _ENUMERATES.match(lead) else part_of(lead)
    part = reach.part if names_part(lead, reach.part) else own
    if part in (None, "S2") or IS_WANTED.search(lead):
        return None
    year = re.search("((?:19|20)[0-9]{2})年", lead)
    of = int(year[1]) if year else reach.back - 1 if re.search("去年|上年", lead) else reach.back
    return Era(False, min(of, reach.back), told=True, part=part or "")


def _aside(lead: str, reach: Reach) -> Era | None:
    """What a sentence looks back on in a part that looks ahead: 二十年来, 建区以来; 2007年完成收入2102亿元."""
    said = SAID.match(lead)
    past = _CAME_TO.match(lead[said.end() :] if said else lead)
    year = int(next(filter(None, past.groups()))) if past else reach.plan
    if year < reach.plan:
        return Era(False, year)
    if not _LOOKS_ASIDE.match(lead):
        return None
    several = several_years(lead, reach.back)
    return Era(False, reach.back, several[0] if several else 0)


def looks_over_years(sentence: str) -> bool:
    """Whether a sentence turns to several years for all that follows: 回望过去五年, …"""
    return _OVER_YEARS.match(sentence) is not None


_OVER_YEARS = re.compile(f"(?:回望|回顾|回首|纵观)(?:了)?(?:这|过去的?|{PLAN_NAME}(?:时期)?的?|走过的)(?:[三五]年)?")


def is_in_passing(sentence: str, era: Era, own: Era) -> bool:
    """Whether the time of a sentence is its own only: 去年利润增长…, 三年累计…, in a part about other years."""
    if own.ahead or era.ahead:
        return False
    if _FIRST_IN_ALL.match(sentence):
        return True
    return bool(era.first) and not own.first and not SCENE.match(sentence)


_IN_ALL = re.compile("[两三四五六七八十]年(?:累计|共)")
_GONE_BY = re.compile("(?:过去|近|这)的?[两三四五六七八九十]+年(?:来|间)?")
"""结合过去十年工作的体会: years that are no time to do something in."""
_FIRST_IN_ALL = re.compile(f"[^,，。;]{{0,6}}{_IN_ALL.pattern}")
SCENE = re.compile(
    "[^,，。;]{0,12}(?:[去上]年|一年|一年来|一年间|全年|(?:19|20)[0-9]{2}年)[,，]|[^,，。;]{0,8}刚刚过去"
)
"""What sets the time for all that follows: 2021年, 一年来,"""


def names_targets(sentence: str) -> bool:
    """Whether a sentence says what the targets are."""
    found = _TARGETS.search(sentence)
    return found is not None and not _REACHED.search(sentence[max(0, found.start() - 16) : found.start()])


def _of_targets(sentence: str, era: Era, reach: Reach) -> Era:
    lead, year = sentence[:60], reach.plan
    years = several_years(lead, year)
    if years and years[1] < year:
        return era
    this = re.search(f"{planned_word(reach)}|{year}年", lead)
    if years and not (this and this.start() < years[2]):
        return Era(True, years[1], years[0], True, True)
    if this or not era.ahead:
        return Era(True, year, 0, True, True)
    return era._replace(expected=True)


_YEARS_TO_COME = re.compile(
    "[^,，。;0-9]{0,4}(?:今后|未来)[三五]年(?:是|[,，]|[^,，。;]{0,12}(?:要|将|力争|确保|年均|目标))"
)
_PLAN_TO_COME = re.compile(f"[^,，。;0-9]{{0,2}}{PLAN_NAME}(?:时期|期间)")
_BY_A_YEAR = re.compile(
    "(?:[^,，。;0-9]{0,6}|[^。;]{0,40}[,，](?:力争|确保|争取|努力))"
    f"[到至](?:((?:19|20)[0-9]{{2}})年[末底]?[,，]|{PLAN_NAME}[期]?末)"
)


def by_a_year(sentence: str) -> int:
    """The year of 到2035年, which goes for its sentence and those behind it, and not for the paragraphs that follow."""
    found = _BY_A_YEAR.match(sentence)
    if not found:
        return 0
    return int(found[1]) if found[1] else plan_years(found[2])[1]


def _ahead(lead: str, era: Era, reach: Reach) -> Era:
    year = reach.plan
    if (by := by_a_year(lead)) >= year:
        return Era(True, by, 0, era.expected, True, under=era.first or era.under)
    told = _GONE_BY.sub("", _IN_ALL.sub("", lead))  # 五年累计: of the years that are spoken of already
    years = several_years(told, year)
    one = re.search(f"^[^，。]{{0,6}}(?:{planned_word(reach)}|{year}年)", lead)
    if years and years[1] >= year and (not one or years[2] < one.start()) and years[2] < 12:
        return Era(True, years[1], years[0], era.expected, True)
    of_one = one and not re.search("今年[起来后底]", lead)
    return Era(True, year, 0, era.expected, True, under=era.first or era.under) if of_one else era


def _back(sentence: str, era: Era, reach: Reach) -> Era:
    lead, back = sentence[:_LEAD], reach.back
    if (since := SINCE.search(lead)) and int(since[1]) < back:
        return Era(False, back, int(since[1]), told=True)
    if era.part:
        return era
    if (earlier := _EARLIER.match(lead)) and int(earlier["year"]) < back:
        return Era(False, int(earlier["year"]), told=True, under=era.first or era.under)
    one = _one_year(lead, reach)
    several = several_years(lead, back)
    if several and several[1] <= back and (not one or several[2] < one.start()):
        return Era(False, several[1], several[0], told=True)
    return _of_one_year(sentence, one[0], era, reach) if one else era


_EARLIER = re.compile(
    "(?:回顾|[^,，。;0-9到至从由比较自是为与和在]{0,6})(?P<year>(?:19|20)[0-9]{2})年(?:[,，]|全[国省市区县州旗镇年]|我[省市区县州])"
)
"""2024年，全县…, in a part about 2025."""


def _of_one_year(sentence: str, said: str, era: Era, reach: Reach) -> Era:
    """The year that words such as 去年 and 全年 stand for."""
    year = reach.back - (reach.late and said.endswith("去年"))
    may_be_ahead = said == "全年" and not _IS_KNOWN.search(sentence)
    return Era(False, year, told=era.told or not may_be_ahead, under=era.first or era.under)


_IS_KNOWN = re.compile("核算|统计|同比|[比较](?:上年|去年)")


def _one_year(lead: str, reach: Reach) -> re.Match[str] | None:
    """Where words that look back speak of one year."""
    this = _OF_THIS_YEAR.match(lead) if reach.late else None
    return _ONE.search(lead) or this or re.search(rf"^[^到至从由]{{0,8}}{reach.back}年", lead)


_OF_THIS_YEAR = re.compile("[^,，。]{0,6}今年")
