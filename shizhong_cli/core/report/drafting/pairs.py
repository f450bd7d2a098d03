"""Two numbers of which one rose or fell to the other: 从210亿元增加到305亿元."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import MONEY, PER_MILLE, PERCENT, TENTH, TIMES
from shizhong_cli.core.pack.common_indicators import common_of
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.kinds import Kind, is_sum
from shizhong_cli.core.report.drafting.measures import is_in_a_proportion
from shizhong_cli.core.report.drafting.name import Name

_FROM = re.compile("(?:由|(?<!服)从)(?!事)[^,，。;]{0,24}$")
_TO = re.compile(
    r"(?:左右|以上|多|余)?[,，、]?(?:[^,，。;0-9]{0,6}?)(?:[增升降减缩扩提压跃攀回拓][加长高低升少短小大缩落宽]?|上升|下降|发展|调整|优化|收窄|延长|上调|下调|壮大)?"
    r"(?:[了]?(?:到|至|为)了?的?|(?<=调整))(?:(?:19|20)[0-9]{2}年[末底]?的?|[今去上]?年[末底]?的?|目前的?|现在的?)?(?:约|近|超过?|达)?"
)
_RATIOS = (PERCENT, PER_MILLE, TENTH)


_LISTED = re.compile("(?:左右|以上|以内|以下)?(?:[、和与及]|以及)?")
_GOES_ON = re.compile("(?:左右|以上|以内|以下)?[、和及与]")
_VERB = re.compile(
    "达|为|共|有|突破|超|稳定|保持|控制|增|减|降|升|提高|下降|建|引进|培育|完成|实现|新[增建设开签培引认]|改造|净|累计|发放|办|拨付|投"
)


def is_listed(before: Clause, clause: Clause, kind: Kind) -> bool:
    """Whether a number says the same as the one before it in a list: 新增小巨人企业6家、高新技术企业40家."""
    if _LISTED.fullmatch(clause.between):
        return True
    same_clause = clause.clause.startswith(before.clause) and before.sentence_number == clause.sentence_number
    goes_on = _GOES_ON.match(clause.between) is not None and not _VERB.search(clause.between)
    return same_clause and goes_on and kind.measure in (Measure.CHANGE, Measure.FLOW)


def is_pair(first: Clause, second: Clause, unit: str, other: str) -> bool:
    """Whether something came from the first number to the second, which stands next to it."""
    return (
        (unit == other or unit not in (*_RATIOS, TIMES))
        and not (is_in_a_proportion(first) or is_in_a_proportion(second))
        and rises(first, second)
    )


def rises(first: Clause, second: Clause) -> bool:
    """Whether the words before two numbers say that one became the other: 由15:62:23调整为14:57:29."""
    return bool(_FROM.search(first.clause)) and bool(_TO.fullmatch(second.between))


def measure_of_pair(name: Name, unit: str, kind: Kind) -> Kind:
    """What both numbers are: never the rise itself."""
    if unit in _RATIOS:
        return (
            kind
            if kind.measure is Measure.GROWTH and name.text.endswith(("增速", "增幅"))
            else Kind(Measure.SHARE, True)
        )
    common = common_of(name.text)
    if common and common.kind:
        return Kind(common.kind, True)
    # money may be what was spent in each of the years
    is_told = unit != MONEY or bool(_NO_SUM_OF_A_YEAR.search(name.text))
    return Kind(Measure.FLOW, True) if is_sum(name.text) and unit != TIMES else Kind(Measure.LEVEL, is_told)


_NO_SUM_OF_A_YEAR = re.compile(
    "余额|存款|贷款|资产|负债|债务|市值|标准|价格?|工资|养老金|低保|补助金|[人户亩]均|每[人户亩]"
)
"""Of money that is a stock, or for each."""
