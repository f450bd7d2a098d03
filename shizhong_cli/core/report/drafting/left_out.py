"""The quantities of a report that are no figures of its data, each with words that tell it from others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.coverage import first_digits, names
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.conditions import is_condition, is_said_in_passing
from shizhong_cli.core.report.drafting.kinds import LENGTHS_OF_TIME
from shizhong_cli.core.report.drafting.records import DraftedExclusion, LeftOut

_MOST_ALIKE, _NEIGHBOURS = 50, 6
_RUNS = re.compile(
    r"(?:连续|历时|用时|提前|为期|仅用|耗时|持续|时隔|近|这|过去|未来|今后|每|坚持|实施|奋战|走过|已|第|前|后|满|滚动|间隔|至少|又|迟|早|延长|结束|历经|改革开放)(?:了|约|近|超过?|的)?$"
)
_RUNS_ON = re.compile(
    r"^(?:累计|共|[位稳]?居|蝉联|保持|入选|荣获|获|来|内|间|前|后|以来|以上的?[^,]|行动|计划|攻坚|规划|[^,，。]{0,2}(?:全[省市国]|行动)|实现|正增长|无|增长|未|被|零|高于|高速|快于|超|位列|排名|跻身|举办|翻|新[高低]|[来]?最[高低好快]|过渡期|规划期|[\u4e00-\u9fff]{0,12}(?:纲要|规划)|(?:历史)?的(?:历史|历程|政策|营业税|期限)|政策|的?(?:历程|奋斗|努力|时间|建设|发展))"
)
_ONE_OF = re.compile("[\u4e00-\u9fff“”]{1,16}之一(?!般)")
"""全国30个典型县之一: how many others there are."""
_EARLIER_TARGET = re.compile("(?:左右|以上|以内)?的(?:[\u4e00-\u9fff]{0,6})(?:目标|预期)(?!率|值达)")
"""高于年初12%的目标: what the report before asked for."""
_PLANNED = re.compile(
    "(?:完成|占|为|比)(?:全?年度?|年初|调整|既定|预期|“?十[一二三四五六七]五”?)*(?:计划|任务|目标|预算)(?:目标|任务)?[(（]?$"
)
"""完成年计划18亿元的100%: what was asked for, and not what came in."""
_CLOCK = re.compile("[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?$")
_SET = re.compile("(?:[压缩减降延][缩短减至到长]?[到至为]|控制在|不超过|不少于|达到)(?:约|近)?$")
"""压缩至1个工作日内: what a time is to come to, and not how long something lasted."""


def why_no_figure(it: Printed, clause: Clause, is_written: bool, looks_back: bool) -> LeftOut | None:
    """Why a quantity is no figure: how long something lasted, the count of a jubilee, or that it cannot be written."""
    if looks_back and _was_asked_for(clause):
        return LeftOut.EARLIER_TARGET
    unit = it.number.unit or it.number.unknown_unit
    if unit in ("届", "周年") or (unit == "年" and clause.after.startswith("周")):
        return LeftOut.ANNIVERSARY
    if unit in LENGTHS_OF_TIME and _lasts(clause):
        return LeftOut.DURATION
    if reason := _said_of_others(it, clause):
        return reason
    if is_written and it.section:
        return None
    return LeftOut.UNKNOWN_UNIT if it.number.unknown_unit else LeftOut.UNREADABLE


def _was_asked_for(clause: Clause) -> bool:
    """Whether a number is what an earlier report asked for."""
    return bool(_EARLIER_TARGET.match(clause.after) or _PLANNED.search(clause.clause))


def _said_of_others(it: Printed, clause: Clause) -> LeftOut | None:
    """Whether a number says which things are meant, how many others there are, or what time it was."""
    if is_condition(it, clause):
        return LeftOut.CONDITION
    if is_said_in_passing(it, clause):
        return LeftOut.ASIDE
    if _ONE_OF.match(clause.after):
        return LeftOut.ONE_OF
    clock = it.number.unit == "" and _CLOCK.search(f"{clause.sentence}{it.number.digits}")
    return LeftOut.CLOCK if clock else None


def _lasts(clause: Clause) -> bool:
    """Whether a time is how long something lasted."""
    runs = _RUNS.search(clause.segment) or _RUNS_ON.match(clause.after)
    return bool(runs) and not _SET.search(clause.segment)


def exclusions_of(
    left_out: Sequence[tuple[Printed, LeftOut]], numbers: Sequence[Printed]
) -> tuple[DraftedExclusion, ...]:
    """What was left out, each with words that tell it from its neighbours and from those with the same digits."""
    alike: dict[tuple[str, str], list[Printed]] = {}
    order: dict[int, int] = {}
    for n, it in enumerate(numbers):
        alike.setdefault((it.section, it.number.digits), []).append(it)
        order[it.number.start] = n
    exclusions = []
    taken: set[int] = set()
    for it, reason in left_out:
        n = order[it.number.start]
        near = numbers[max(0, n - _NEIGHBOURS) : n + _NEIGHBOURS]
        same = alike[it.section, it.number.digits]
        others = [other for other in (*near, *same[:_MOST_ALIKE]) if other.number.start not in taken]
        text = _telling(it, others) if len(same) <= _MOST_ALIKE else it.text
        taken.add(_taken_by(text, it, others).number.start)
        exclusions.append(DraftedExclusion(it, text, reason))
    return tuple(exclusions)


def _taken_by(wanted: str, it: Printed, others: Sequence[Printed]) -> Printed:
    """The number that an exclusion takes: where nothing tells two apart, the first of them."""
    named = [other for other in others if other.section == it.section and names(wanted, other)]
    return min([*named, it], key=lambda other: _rank(wanted, other))


def _telling(it: Printed, others: Sequence[Printed]) -> str:
    """The number with as few words around it as tell it from others; or else as make it the first that is meant."""
    texts = [
        it.text,
        *(it.text + it.after[:n] for n in (1, 2, 4, 6)),
        *(it.before[-n:] + it.text for n in (1, 2, 4, 8)),
    ]
    rest = [other for other in others if other.section == it.section and other.number.start != it.number.start]
    alone = (text for text in texts if not any(names(text, other) for other in rest))
    texts += [it.before[-16:] + it.text + it.after[:12], it.before + it.text + it.after]
    first = (text for text in texts if _is_first_named(text, it, rest))
    return next(alone, None) or next(first, it.text)


def _is_first_named(wanted: str, it: Printed, others: Sequence[Printed]) -> bool:
    """Whether an exclusion takes this number before any other that it names."""
    own = _rank(wanted, it)
    return names(wanted, it) and all(own < _rank(wanted, other) for other in others if names(wanted, other))


def _rank(wanted: str, it: Printed) -> tuple[bool, bool, int]:
    """In which order an exclusion looks at numbers: those with its digits first, of these quantities before others."""
    other_digits = first_digits(it.text) != first_digits(wanted)
    return other_digits, not other_digits and it.number.class_ is not NumberClass.QUANTITY, it.number.start
