"""Whether a number reports or is to be reached: by the time of its sentence, and the years and verbs of its clause."""

from __future__ import annotations

import re
from collections.abc import Callable

from shizhong_cli.core.figure.units import MONEY
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.phrases import COMPARED, ONCE_DONE
from shizhong_cli.core.report.drafting.reach import Reach
from shizhong_cli.tuples import NamedTuple

_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_ON_TOP = re.compile("在[^,，。]*基础上|[由从][^,，。]*$")
_WANTED = re.compile("力争|确保|有望|计划|拟|将(?=[建新达实完突增提])|要(?=[建新达实完突增提])|目标")
_IS_HOPED = re.compile("力争(?!在)|确保|预期目标|(?:^|[,，:])计划(?:种植|新建|新增|引进|培育|实施|完成)[^,，]*$")
_DONE = re.compile("已(?!有)|了(?!解)|荣获|获评|圆满|顺利完成")
_IS_KNOWN = re.compile("(?:再)?创(?:下|造)?(?:历史)?新[高低]|创历史")
"""What is told behind a number that is known: 高校毕业生820多万人，再创新高."""
_IS_PREMISE = re.compile("[^,，。;；0-9]{0,8}[,，](?:我们)?(?:要|必须|务必|需要|应当)")
"""今年毕业生达81万人，要…: what is there is told for what is to be done about it."""
_ASKED = re.compile("(?<![于占成的塌低])目标(?:任务)?(?:增长|为|是)?[^,，;。0-9]{0,2}$")
"""确保目标增长12%, told while the year runs."""
_SET_AGAINST = re.compile(
    "(?:[快慢高低好优大小]于|占|完成|超额?|距离?|比|较)[^,，;。0-9]{0,10}目标(?:任务)?[^,，;。0-9]{0,4}$"
)
"""快于年度目标0.6个百分点, 完成年度目标任务的61.8%: what came in, beside what was asked for."""
_LAST_YEAR = re.compile("去年|上年")
_SO_FAR = re.compile("(?:目前|现在|迄今|至今|截至目前|到目前为止)[^,，。;；]*已经?")
"""目前已建成12个, of what there is before anything more is done."""


class Spoken(NamedTuple):
    """The era of one number, and whether its role leaves no doubt."""

    era: Era
    certain: bool


def era_of(clause: Clause, era: Era, reach: Reach) -> Spoken:
    """The era of a sentence as it holds for one number of it."""
    if ONCE_DONE.search(clause.sentence):
        return Spoken(era, False)
    words = _ON_TOP.sub("", COMPARED.sub("", clause.clause))
    years = [int(found) for found in _YEAR.findall(words)]
    if era.ahead:
        return _of_what_is_ahead(words, years, clause, era, reach)
    if asked := _asked_for(clause, words, years, era, reach):
        return Spoken(Era(True, asked, told=True), False)
    if not era.told:
        return Spoken(Era(True, reach.plan) if _IS_HOPED.search(clause.clause) else era, False)
    to_come = _names(clause.sentence, lambda year: year > reach.back)
    return Spoken(era, era.told and not (to_come or _WANTED.search(clause.clause)))


def _asked_for(clause: Clause, words: str, years: list[int], era: Era, reach: Reach) -> int:
    """The year that a number is asked for, in a sentence that looks back; 0 where it is not."""
    if era.part and _ASKED.search(clause.clause) and not _SET_AGAINST.search(clause.clause):
        return reach.plan
    return years[-1] if years and years[-1] > reach.back and _BY_THEN.search(words) else 0


_BY_THEN = re.compile("到|力争|确保|计划|目标|将")


def _of_what_is_ahead(words: str, years: list[int], clause: Clause, era: Era, reach: Reach) -> Spoken:
    """The era of one number in a sentence that looks ahead."""
    if years and years[-1] < reach.plan:
        return Spoken(Era(False, years[-1], told=True), False)
    if _SO_FAR.search(words):
        return Spoken(Era(False, reach.plan - 1), False)
    if _LAST_YEAR.search(words):
        return Spoken(Era(False, reach.plan - 1, told=True), False)
    return Spoken(
        era,
        era.told
        and not (
            _DONE.search(clause.clause)
            or _IS_KNOWN.search(clause.follows)
            or _IS_PREMISE.match(clause.follows)
            or _names(clause.sentence, lambda year: year < reach.plan)
        ),
    )


def _names(sentence: str, is_such: Callable[[int], bool]) -> bool:
    """Whether a sentence names such a year, and does not only compare with it."""
    words = _ON_TOP.sub("", COMPARED.sub("", sentence))
    return any(is_such(int(found)) for found in _YEAR.findall(words))


def is_of_a_task(name: str, unit: str) -> bool:
    """Whether a name is that of a task: 财政收入任务174万元, was that asked for, or what came of it?"""
    return unit in (MONEY, "") and name.endswith(("任务", "年初", "年初预算", "调整预算", "年度计划"))
