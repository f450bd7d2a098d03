"""The indicators that the figures of a draft belong to, each with an id that stays the same."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Bound, Measure
from shizhong_cli.core.figure.units import RATIOS, STEP
from shizhong_cli.core.pack.common_indicators import common_of, direction_of
from shizhong_cli.core.pack.model import Catalogue, Indicator
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.ids import Romanize, id_for
from shizhong_cli.core.report.drafting.in_words import InWords, Stood
from shizhong_cli.core.report.drafting.known_names import KnownNames
from shizhong_cli.core.report.drafting.records import Doubt, DraftedFigure, DraftedIndicator

_PART_OF = re.compile("占[^,，。]*$")
_IS_RATE = re.compile("(?:率|比重|占比|比例|指数|强度|覆盖面|满意度|份额)$|占")
_EACH = re.compile(
    "(人|户|亩|村|校|班|床|台)均|平均每(人|户|亩|村)"
    "|每([百千万]{1,2}(?:名|个)?(?:常住|户籍|适龄)?(?:人口|人|户|亩|劳动力|就业人员|老年人|儿童))"
)
_REAL = re.compile("(?:实际|按可比价格?(?:计算)?|按不变价格?(?:计算)?)[,，]?(?:同比)?(?:增长|增速|增幅|下降)?$")
"""实际增长: without what prices rose by."""
_FULL = 100
_ONE_SIDED = (Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST)


_IN_FULL = {
    "经济总量": "地区生产总值",
    "一产": "第一产业增加值",
    "二产": "第二产业增加值",
    "三产": "第三产业增加值",
}
"""What a speech calls an indicator that tables call otherwise."""


class Indicators:
    """Indicators met so far."""

    def __init__(self, like: Catalogue, romanize: Romanize | None) -> None:
        self.romanize = romanize
        self.all: dict[str, DraftedIndicator] = {}
        self.ids: dict[str, str] = {}  # by name
        self.known = KnownNames(like)
        self.said: dict[tuple[str, ...], list[DraftedFigure]] = {}  # of one indicator, measure and time
        self.numbers: dict[tuple[str, ...], dict[str, int]] = {}  # of those that cannot all be true, by what they say
        self.taken = set(self.known.indicators)  # ids

    def put(self, name: str, figure: DraftedFigure, clause: Clause) -> bool:
        """Add a figure to the indicator of its name; not when its section has said the same before.

        Of two figures of one indicator for one time that do not say the same, the second is another indicator.
        """
        name = _IN_FULL.get(name, name)
        known = self.known.find(name, figure.printed, figure.measure, _amount_unit(figure))
        if known is None and _is_part(name, figure, clause):
            name = f"{name}占比"
        unit = _amount_unit(figure, known)
        first = self._open(name, known, 1)
        if unit and first.unit not in ("", unit):
            name, known, unit = _measured_in(name, unit), None, _amount_unit(figure)
            figure = _of_a_guessed_name(figure)
            first = self._open(name, known, 1)
        vaguer = self._vaguer(first, figure)
        number, indicator = self._free(first, name, figure, unit)
        said = self.said[_key(indicator, figure)]
        if any(_is_same(other, figure) for other in said):
            return False
        said.append(figure)
        if number > 1:
            figure = _of_a_guessed_name(figure)
        indicator.unit = indicator.unit or unit
        _note(indicator, figure)
        (indicator.targets if figure.era.ahead else indicator.baselines).append(figure)
        return vaguer is None or self.put(name, vaguer, clause)

    def put_in_words(self, target: InWords) -> None:
        """Add a target that has no number, once in a section."""
        indicator = self._open(target.name, self.known.named(target.name), 1)
        if all((it.words, it.section) != (target.words, target.section) for it in indicator.in_words):
            indicator.in_words.append(target)

    def put_stood(self, stood: Stood) -> None:
        """Add what is said of how an indicator stood, where no figure of it is printed."""
        indicator = self._open(stood.name, self.known.named(stood.name), 1)
        if not indicator.baselines and indicator.stood is None:
            indicator.stood = stood

    def _vaguer(self, first: DraftedIndicator, figure: DraftedFigure) -> DraftedFigure | None:
        """Take away what says less of the same in the same section: 突破5000亿元 before 达5600亿元.

        Of targets none says less: 增长5%以上，力争5.5% asks for the first.
        """
        said = self.said.get(_key(first, figure), [])
        if figure.written.bound is not Bound.EXACT or figure.era.ahead:
            return None
        for other in said:
            if other.written.bound in _ONE_SIDED and other.printed.section == figure.printed.section:
                said.remove(other)
                (first.targets if other.era.ahead else first.baselines).remove(other)
                return other
        return None

    def _free(
        self, first: DraftedIndicator, name: str, figure: DraftedFigure, unit: str
    ) -> tuple[int, DraftedIndicator]:
        """The first indicator of this name that says nothing else of the same time, and its number."""
        numbers = self.numbers.setdefault(_key(first, figure), {})
        number = numbers.get(figure.written.text, 1)
        while True:
            indicator = first if number == 1 else self._open(name, None, number)
            said = self.said.setdefault(_key(indicator, figure), [])
            if (not unit or indicator.unit in ("", unit)) and _go_together(said, figure):
                numbers[figure.written.text] = number
                return number, indicator
            number = max(number, next(reversed(numbers.values()), 1)) + 1  # the last one given is the highest

    def _open(self, name: str, known: Indicator | None, number: int) -> DraftedIndicator:
        """An indicator of this name, the first or one more."""
        if number > 1:
            name = f"{name}（{number}）"
        id = self._id(name, known)
        if id in self.all:
            return self.all[id]
        common = None if known else common_of(name)
        direction = known.direction if known else common.direction if common else direction_of(name, False)
        indicator = DraftedIndicator(id, known.name if known else name, known, direction)
        indicator.unit = self.known.units.get(known.id, "") if known else ""
        self.all[id] = indicator
        self.taken.add(id)
        return indicator

    def _id(self, name: str, known: Indicator | None) -> str:
        if known:
            return known.id
        common = common_of(name)
        if common:
            return common.id
        if name not in self.ids:
            self.ids[name] = id_for(name, self.romanize, self.taken)
            self.taken.add(self.ids[name])
        return self.ids[name]


_EXTENT = {
    **dict.fromkeys(("平方米", "亩", "公顷", "平方公里"), "面积"),
    **dict.fromkeys(("公里", "米", "千米"), "长度"),
    **dict.fromkeys(("人", "名"), "人数"),
    "户": "户数",
    "人次": "人次",
    "元": "金额",
}


def _measured_in(name: str, unit: str) -> str:
    """面积 of a thing that was counted before: 改造旧屋区52个1206万平方米."""
    extent = _EXTENT.get(unit, "")
    is_said = not extent or name.endswith((extent, "）")) or common_of(f"{name}{extent}") is not None
    return f"{name}（{unit}）" if is_said else f"{name}{extent}"


def _of_a_guessed_name(figure: DraftedFigure) -> DraftedFigure:
    """With a doubt of its name: another figure has taken the one that the words say."""
    return figure if Doubt.NAME in figure.doubts else figure._replace(doubts=(*figure.doubts, Doubt.NAME))


def _is_part(name: str, figure: DraftedFigure, clause: Clause) -> bool:
    """Whether a share is printed of something that is no rate by its name: …, 占全市的五分之一."""
    return figure.measure is Measure.SHARE and bool(_PART_OF.search(clause.clause)) and not _IS_RATE.search(name)


def _go_together(said: list[DraftedFigure], figure: DraftedFigure) -> bool:
    """Whether a figure can be told of the same thing as others.

    Where one section has two of them, 增长6%，力争6.5%, what is meant otherwise is not set against it.
    """
    apart = len({it.printed.section for it in (*said, figure)}) <= len(said)
    return all(_agree(it, figure) for it in said if not (apart and it.wording != figure.wording))


def _agree(first: DraftedFigure, second: DraftedFigure) -> bool:
    """Whether two figures for one thing can both be true: 1451.6亿元, and in another section 正向1500亿元迈进."""
    one, other = first.written, second.written
    if one.text == other.text:
        return True
    if first.printed.section == second.printed.section:
        return False
    return one.unit == other.unit and not (one.entailed() & other.entailed()).is_empty


def _is_same(first: DraftedFigure, second: DraftedFigure) -> bool:
    return first.written.text == second.written.text and first.printed.section == second.printed.section


def _note(indicator: DraftedIndicator, figure: DraftedFigure) -> None:
    """What a figure tells of its indicator: a rate that passes 100 %, an amount for each of something."""
    if figure.measure is Measure.SHARE and figure.written.value > _FULL:
        indicator.may_exceed = True
    indicator.per = for_each_of(indicator.name) or indicator.per
    if figure.measure in (Measure.GROWTH, Measure.AVERAGE_GROWTH) and _REAL.search(figure.printed.before):
        indicator.is_real = True


def for_each_of(name: str) -> str:
    """What an average is for each of, as its name says: 人, 千人口; nothing where it says none."""
    each = _EACH.search(name)
    return next(filter(None, each.groups())) if each else ""


def _amount_unit(figure: DraftedFigure, known: Indicator | None = None) -> str:
    """The unit of an amount, the first of those that count the same; nothing for a rate."""
    unit = figure.written.unit or figure.unit
    if unit in RATIOS or unit == STEP:
        return ""
    return known.units[0] if known and unit in known.units else unit


def _key(indicator: DraftedIndicator, figure: DraftedFigure) -> tuple[str, ...]:
    """What two figures have in common when they say the same thing."""
    role = "target" if figure.era.ahead else "baseline"
    return indicator.id, role, figure.measure, figure.period, figure.since
