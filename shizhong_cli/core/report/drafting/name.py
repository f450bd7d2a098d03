"""A name of a number, and the one that a sentence gives to a number without a noun of its own."""

from __future__ import annotations

import re

from shizhong_cli.core.figure.units import Unit
from shizhong_cli.core.report.drafting.clauses import Clause
from shizhong_cli.core.report.drafting.leads import lead_of
from shizhong_cli.core.report.drafting.phrases import GENERIC
from shizhong_cli.tuples import NamedTuple

_DID = re.compile(
    "跻身|入选|(?:稳|跃|高)居|获[评批得]|荣获|稳产|丰收|增收|连跨|再创|[位稳]居|列[全入]|成为|提速|不断做大|持续|加快|全面|(?<=[率速幅量额值])是|不断|稳步|有序|(?:明显|显著|快速|迅速|蓬勃|健康|超常|高端|顺利|加速|强势|有力|扎实|平稳)+(?:$|(?=推进|发展|增长|壮大|崛起|提升|运行|实施|提速|加快|好转))|开启|进入|[迈跨][上入过越]"
)
"""What ends the noun of a clause that tells what it did: 电池产业跻身国家级集群."""


class Name(NamedTuple):
    """A name, and whether the words next to the number say it."""

    text: str
    sure: bool
    behind: bool = False  # it stands behind the number: 6家企业
    aside: bool = False  # a distance to others, or one for each person: what follows is not named after it
    own: bool = True  # said of this number, not taken over from the one before
    part: str = ""  # of a share of a whole: what is the part, of which a growth behind it is


NOTHING = Name("", False)


def handed_on(name: Name, last: Name) -> Name:
    """After which of a name and the one before it what follows is named."""
    return last if last.text and (name.behind or name.aside) else name


_AND_SO = re.compile("(?:[,，、]|和|与|及|以及)?(?:近|约|有|超过?)*")


def goes_on_with_another(clause: Clause, last: Name) -> bool:
    """Whether nothing stands before a number but what the number before it counts: 6所小学、5所初中."""
    if _AND_SO.fullmatch(clause.segment):
        return bool(last.text)
    return (
        not clause.is_first and clause.between == clause.segment and clause.segment.endswith(("、", "和", "与", "及"))
    )


def from_the_sentence(clause: Clause, generic: bool = False, verb: bool = False, unit: Unit | None = None) -> Name:
    """The last noun phrase of the clauses before; else what was done with the money."""
    parts = re.split("[,，:]", clause.sentence)[:-1]
    for part in reversed([it for it in parts[-3:] if not _UNDER_WHICH.match(it)]):
        lead, _ = lead_of(re.split("[0-9]", part)[-1].removeprefix("年") if not generic else part)
        lead = _DID.split(lead)[0] if len(_DID.split(lead)[0]) > 1 else lead
        if len(lead) > 1 and lead not in GENERIC:
            return Name(lead, False)
    spent = _SPENT.search(clause.segment) if verb and unit is not None and unit.currency else None
    return Name(f"{spent[1]}资金", False) if spent else NOTHING


_UNDER_WHICH = re.compile(
    "(?:面对|围绕|根据|按照|为了|随着|由于|坚持|紧扣|聚焦|紧盯|锚定|追求|制定|受|在[^,，]*(?:下|中|背景|形势)$)"
)
"""面对新形势, of which nothing is told."""
_SPENT = re.compile("(投入|争取|安排|发放|拨付|筹集|下达|兑现|投放)")
