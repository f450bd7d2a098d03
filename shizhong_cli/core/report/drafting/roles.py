"""Whether a number reports or is to be reached: by the time of its sentence, and the years and verbs of its clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.phrases import COMPARED

_YEAR = re.compile("((?:19|20)[0-9]{2})年")
_ON_TOP = re.compile("在[^,，。]*基础上|[由从][^,，。]*$")
_WANTED = re.compile("力争|确保|计划|拟|将(?=[建新达实完突增提])|要(?=[建新达实完突增提])|目标")
_DONE = re.compile("已(?!有)|了(?!解)|荣获|获评|圆满|顺利完成")
_LAST_YEAR = re.compile("去年|上年")


class Spoken(NamedTuple):
    """The era of one number, and whether its role leaves no doubt."""

    era: Era
    certain: bool


def era_of(clause: Clause, era: Era, year: int) -> Spoken:
    """The era of a sentence as it holds for one number of it."""
    words = _ON_TOP.sub("", COMPARED.sub("", clause.clause))
    years = [int(found) for found in _YEAR.findall(words)]
    if not era.told and not era.ahead:
        return Spoken(era, False)
    if era.ahead:
        if years and years[-1] < year:
            return Spoken(Era(False, years[-1], told=True), False)
        if _LAST_YEAR.search(words):
            return Spoken(Era(False, year - 1, told=True), False)
        return Spoken(era, era.told and not _DONE.search(clause.clause))
    if years and years[-1] >= year and re.search("到|力争|确保|计划|目标|将", words):
        return Spoken(Era(True, years[-1], told=True), False)
    return Spoken(era, era.told and not _WANTED.search(clause.clause))
