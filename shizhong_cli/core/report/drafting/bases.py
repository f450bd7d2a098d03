"""What a number is compared with, as far as the words beside it tell: the year or the plan that is its base."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.numerals import DIGITS
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.report.compared import Printed
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.eras import Era
from shizhong_cli.core.report.drafting.phrases import COMPARED, PLAN_NAME
from shizhong_cli.core.report.drafting.plans import plan_years

PLAN = re.compile(PLAN_NAME)
YEAR = re.compile(r"((?:19|20)[0-9][0-9])年(?!第|以来)")
_RISEN_FROM = re.compile(
    f"[由从](?:(?:19|20)[0-9]{{2}}年|{PLAN_NAME}[期末初底]*)末?的?[^,，。;到至为]{{0,24}}(?=[到至为])"
)
"""由2000年的2135元增加到3266元: the year of what something rose from."""


def since_of(clause: Clause, words: str) -> str:
    """A base as a period: “十三五”末 is 2020, “十三五” the years 2016 to 2020; nothing for the year before."""
    compared = COMPARED.search(clause.clause) or _JUST_BEFORE.search(clause.sentence)
    words = compared[0] if compared else words
    if plan := PLAN.search(words):
        first, last = plan_years(plan[1])
        return str(last) if re.search("末|底", words) else str(first - 1) if "初" in words else f"{first}/{last}"
    found = YEAR.search(words) or re.search(r"是((?:19|20)[0-9]{2})年[末底]?的", clause.clause)
    return found[1] if found else ""


_JUST_BEFORE = re.compile(f"(?:{COMPARED.pattern})(?<=相比)(?=[,，][^,，。;；]*$)")
"""与2010年相比，生产总值增长54.5%."""


def folded_since(it: Printed, clause: Clause, era: Era) -> str:
    """The year that something has doubled since: 五年翻了一番; or that it is so many times of: 五年前的1.85倍."""
    if ago := _YEARS_AGO.search(clause.segment):
        return str(era.year - DIGITS[ago[1]])
    found = _YEARS_FOLDED.search(clause.clause) if it.text.startswith("翻") else None
    return str(era.year - DIGITS[found[1]]) if found else ""


_YEARS_AGO = re.compile("(?:是|为|相当于|达到?)([两三四五六七八])年前的$")
"""总量是五年前的1.85倍."""
_YEARS_FOLDED = re.compile("(?<!第)([两三四五])年(?:内|间|来)?(?:实现|就|连)?了?$")


def base_told(clause: Clause) -> str:
    """The one year that the number before in the same sentence is set against: 比“九五”末增长68.1%，年均增长10.9%."""
    before = [found[0] for found in COMPARED.finditer(clause.sentence)][-1:]
    base = next((_base_year(words) for words in before if re.search("[末底年]", words)), "")
    return base if "/" not in base else ""


def _base_year(words: str) -> str:
    if plan := PLAN.search(words):
        return str(plan_years(plan[1])[1]) if re.search("[末底]", words) else ""
    found = YEAR.search(words)
    return found[1] if found else ""


def without_bases(words: str) -> str:
    """Without what something is compared with, rose from, or is priced at: 2300元（2010年不变价）."""
    return _RISEN_FROM.sub("", COMPARED.sub("", _PRICED.sub("", words)))


_PRICED = re.compile("[(（]?按?(?:19|20)[0-9]{2}年(?:不变|可比)?价格?(?:计算|计)?[)）]?")


_OF_THE_BASE = re.compile("[较比][^,，;；增减高低多少]{2,12}的$")


def is_the_base(clause: Clause, since: str, measure: Measure) -> bool:
    """Whether an amount is what it was then: 较“十三五”末的93.1亿元增加44亿元."""
    is_amount = measure in (Measure.FLOW, Measure.LEVEL)
    return bool(is_amount and since and "/" not in since and _OF_THE_BASE.search(clause.segment))
