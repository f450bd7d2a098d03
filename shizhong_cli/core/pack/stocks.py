"""Which indicators are stocks: what there is on a day (存量, 时点数), not what a year came to."""

from __future__ import annotations

from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import RATIOS
from shizhong_cli.core.pack.model import Catalogue

_NAMED = (
    r"(?<!新增)(?<!净增)(?<!发放)(?:余额|存款|贷款|保有量|存量|库存|存栏|(?<!出生)(?<!死亡)人口|资产|负债|债务|市值|床位|总?里程|管理规模|"
    r"[市场经营]{2}主体|户数|总?装机|装机容量)(?:总量|总额|总数)?$"
)
"""What a name ends with where it is one of a stock."""


def is_stock(catalogue: Catalogue, id: str) -> bool:
    """Whether its amounts are those of a day: by every amount that is declared, by its name where none is."""
    declared = (*catalogue.baselines_of(id), *catalogue.numbered_targets_of(id), *catalogue.references_of(id))
    amounts = {one.measure for one in declared if one.written.unit not in RATIOS} & {Measure.LEVEL, Measure.FLOW}
    return amounts == {Measure.LEVEL} if amounts else bool(compiled(_NAMED).search(catalogue.indicators[id].name))
