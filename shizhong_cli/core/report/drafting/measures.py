"""What measure a number has, and whether the words next to it say so beyond doubt.

The scanner suggests one; here it is held against unit, verb and name. A measure is certain only where the verb next to
the number leaves one reading.
"""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import PER_MILLE, PERCENT, POINT, STEP, TENTH, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.common_indicators import prices_of
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.amounts import kind_of_an_amount
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import QUALIFIERS, REACHES, STANDS, Kind, is_yearly_mean
from shizhong_cli.core.report.drafting.name import Name
from shizhong_cli.core.report.drafting.phrases import AGAINST_OTHERS, TIMES_OTHERS

_GROWS = re.compile(
    r"(?:增长(?!率)|(?<!年均)增速|增幅|涨幅|降幅|下降(?!到|至|为)|上涨|下滑|下跌|递增|回升|负增长|"
    r"(?<=同比)[增升降减])" + QUALIFIERS
)
_IN_BRACKETS = re.compile("[(（][^()（）0-9]{1,8}[)）]$")
_GROWTH_WANTED = re.compile(
    "(?:增长|增速|增幅)的?(?:预期|奋斗|年度|调控)*目标值?(?:[设确拟]?定|安排|设)?(?:为|是|在|:)?$"
)
"""增长的预期目标为9%."""
_PACE_WANTED = re.compile(
    "(?:增速|增幅|增长率)[^。;；0-9]{0,16}[,，][^,，]{0,6}目标(?:[设确]?定|安排|设)?(?:为|是|在)?$"
)
"""经济增速是综合性指标，今年预期目标设定为6%."""
_WHAT_IT_WAS = re.compile(
    "[比较、](?:[上去]年|全年|今年|[前一二三四]+季度|[上下]半年|[0-9]{1,2}[—–~至到-]|[0-9]月)[^,，;；]{0,8}[(（]$"
)
"""比1—2月（3.1%）回落1.6个百分点: the growth then."""
_AVERAGE = re.compile(
    r"(?:年均|年平均|平均每年|年复合)(?:分别|实际|名义|同比|约|各|均|净)*(?:增长|增速|增加|增幅|递增|递减|上涨|上升|提[高升]|扩大|涨幅|"
    r"下降|降低|降幅|减少|缩[减小]|[压削]减|回落|下滑|下跌|收窄|负增长|[增降减])" + QUALIFIERS
)
_SHARE_OF = re.compile(
    r"(?:占|相当于)[^,，。]*$|完成[^,，。]*(?:任务|目标|计划|预算)(?:[(（][^)）]*[)）])?的$|达到?[^,，。]{2,12}的$|(?:比重|占比|比例)[^,，。]{0,8}$"
)
_RATE = re.compile(r"(?:(?<!增长)率|自然增长率|[盖密]度|比重|占比|比例|覆盖面|强度|指数|份额|满意度|进度|达标)$")
_CUT = re.compile("精简|压[降减]|取消|削减")
"""Falls that the figure itself does not say: 精简四成."""


_RATES = (Measure.GROWTH, Measure.AVERAGE_GROWTH, Measure.SHARE)
_GROWS_OR_MOVES = re.compile(
    f"{_GROWS.pattern}|(?:缩短|压缩|压减|缩减|减少|降低|精简|提高|提升|增加|扩大|上升){QUALIFIERS}"
)


PROPORTION = (":", "∶", "︰")
"""What stands between the parts of a proportion."""


def kind_of_figure(it: Printed, clause: Clause, name: Name, written: Written, unit: str) -> Kind:
    """The measure of one number by itself."""
    if is_against_others(clause):
        return Kind(it.number.measure or Measure.CHANGE, False)
    if unit in (POINT, STEP):
        return Kind(Measure.CHANGE, unit == POINT and not is_yearly_mean(clause.segment))
    if unit == TIMES:
        return _of_times(it, clause, name)
    if unit in (PERCENT, PER_MILLE, TENTH) or is_part(written, unit):
        if _OF_ITSELF.search(clause.clause):
            return Kind(Measure.GROWTH, False, True)
        kind = _of_a_ratio(it, clause, name, written)
        return kind._replace(certain=False) if is_in_a_proportion(clause) else kind
    kind = kind_of_an_amount(it, clause, name, unit)
    return Kind(Measure.CHANGE, False) if _has_fallen(kind, written, unit) else kind


def _has_fallen(kind: Kind, written: Written, unit: str) -> bool:
    """Whether an amount below zero is by how much something fell."""
    if kind.measure is Measure.LEVEL:
        return written.value < 0 and unit != "摄氏度"
    return written.value < 0 and kind.measure is Measure.FLOW and written.text[:1] in "减降下"


def is_in_a_proportion(clause: Clause) -> bool:
    """15:40:45, of which no one number has a name of its own."""
    return clause.between.endswith(PROPORTION) or clause.follows.startswith(PROPORTION)


def is_against_others(clause: Clause) -> bool:
    """Whether a number is a distance to what others have, by its own words or those of the list it stands in."""
    words = clause.clause if clause.segment == "、" else clause.segment
    return bool(AGAINST_OTHERS.search(words))


def is_part(written: Written, unit: str) -> bool:
    """Whether a number is a part of a whole: 五分之一, 1/5."""
    return not unit and (written.scale if written.digits else written.value).denominator > 1


def _of_times(it: Printed, clause: Clause, name: Name) -> Kind:
    if TIMES_OTHERS.fullmatch(clause.segment):
        return Kind(Measure.LEVEL, False)
    if it.number.measure is Measure.LEVEL or re.search("倍差|倍率|覆盖", name.text):
        return Kind(Measure.LEVEL, bool(STANDS.search(clause.segment) or REACHES.search(clause.segment)))
    real = _is_real(name)
    if it.number.measure is Measure.SHARE:
        said = re.search("(?:是|为|相当于|增至|达到?|扩大到|增加到|增长到)", clause.segment)
        return Kind(Measure.GROWTH, bool(said) and not real, True)
    return Kind(Measure.GROWTH, bool(_GROWS.search(clause.segment)) and not real)


def _is_real(name: Name) -> bool:
    """Whether it grows at constant prices, so that so many times as much may be by amounts or by rates."""
    return prices_of(name.text).get(Measure.GROWTH) == "constant"


_OF_ITSELF = re.compile(
    "(?:恢复[到至]|相当于|达到?|为|是|[升增]至)(?:(?:19|20)[0-9]{2}年(?:同期|末|底)?|[上去]年(?:同期)?)的(?:约|近)?$"
)
"""恢复到2019年的104%: so many times as much as it was itself."""


def _of_a_ratio(it: Printed, clause: Clause, name: Name, written: Written) -> Kind:
    segment = _IN_BRACKETS.sub("", clause.segment or clause.clause)
    if _AVERAGE.search(segment):
        return Kind(Measure.AVERAGE_GROWTH, True)
    if _is_growth_said(segment, clause, name, written):
        return Kind(Measure.GROWTH, True)
    if _SHARE_OF.search(segment) and not _moved_by(segment):
        return Kind(Measure.SHARE, True)
    is_rate = bool(_RATE.search(name.text))
    reaches = bool(REACHES.search(segment))
    if not reaches and (_GROWS_OR_MOVES.search(segment) or _falls(written)):
        falls_unsaid = written.value > 0 and bool(_CUT.search(segment))
        return Kind(Measure.GROWTH, not is_rate and written.value != 0 and not falls_unsaid)
    return _of_a_rate(it, clause) if not is_rate else Kind(Measure.SHARE, _is_said(segment, name, reaches))


def _is_rise_of_prices(name: Name, written: Written) -> bool:
    """居民消费价格指数3%左右: by so much prices rose, for the index itself is near 100."""
    return bool(_OF_PRICES.search(name.text)) and 0 < abs(written.value) < _NO_INDEX


_OF_PRICES = re.compile("价格(?:总水平|总?指数|涨幅|水平)?$|^(?:CPI|PPI)$")
_NO_INDEX = 50


def _falls(written: Written) -> bool:
    """下降3%, and not -1.2‰, which a rate may be."""
    return written.value < 0 and written.text[:1] not in "-－−"


def _is_growth_said(segment: str, clause: Clause, name: Name, written: Written) -> bool:
    wanted = _GROWTH_WANTED.search(segment) or _PACE_WANTED.search(clause.sentence)
    return bool(wanted) or _is_rise_of_prices(name, written)


def _is_said(segment: str, name: Name, reaches: bool) -> bool:
    """Whether a rate is said to stand at its number: 失业率3.2%, 覆盖率达到98%."""
    return reaches or bool(STANDS.search(segment)) or segment.endswith(name.text)


def _of_a_rate(it: Printed, clause: Clause) -> Kind:
    """What the scanner suggests, where neither name nor verb says it."""
    if _WHAT_IT_WAS.search(clause.segment):
        return Kind(Measure.GROWTH, False)
    found = it.number.measure if it.number.measure in _RATES else Measure.SHARE
    if STANDS.search(clause.segment) and not _GROWS_OR_MOVES.search(clause.segment):
        return Kind(Measure.SHARE, False)
    return Kind(found, found is Measure.SHARE and bool(_SHARE_OF.search(clause.clause)))


def _moved_by(segment: str) -> bool:
    """占比提高5%, and not 占比提高到5%."""
    return bool(_GROWS.search(segment)) and not REACHES.search(segment)
