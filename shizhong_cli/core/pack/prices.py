"""At which prices an amount or a growth of an indicator is: as declared, else as its name tells.

In national accounts levels are at current prices and growth rates at constant prices (SNA 2008, chapter 15). What is
declared for a growth counts for an average growth, and the other way round, and so it is with a level and a sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.patterns import compiled
from shizhong_cli.core.figure.terms import RATES, Measure
from shizhong_cli.core.pack.common_indicators import COMMON, bare_name, prices_of
from shizhong_cli.core.pack.model import Indicator
from shizhong_cli.core.pack.terms import PRICE_BASES

_CURRENT, _CONSTANT = PRICE_BASES
_AMOUNTS = (Measure.LEVEL, Measure.FLOW)
_ALIKE = {
    Measure.GROWTH: Measure.AVERAGE_GROWTH,
    Measure.AVERAGE_GROWTH: Measure.GROWTH,
    Measure.LEVEL: Measure.FLOW,
    Measure.FLOW: Measure.LEVEL,
}
_VALUE_ADDED = "(?:生产总值|增加值)$"
"""What is measured at constant prices by the national accounts; of other 产值 only those of the table are known."""
_IN_BRACKETS = r"\([^()]*\)$"


def basis_of(indicator: Indicator, measure: Measure) -> str:
    """``current``, ``constant``, or nothing where neither declaration nor name tells."""
    return declared_basis(indicator, measure) or _basis_in(_by_name(indicator.id, indicator.name), measure)


def declared_basis(indicator: Indicator, measure: Measure) -> str:
    """The same, as it is declared."""
    return _basis_in(indicator.prices, measure)


def _basis_in(prices: Mapping[Measure, str], measure: Measure) -> str:
    return prices.get(measure) or prices.get(_ALIKE.get(measure, measure), "")


def prices_differ(indicator: Indicator, amount: Measure, rate: Measure) -> bool:
    """Whether an amount and a rate do not check each other; an amount of no known basis is at current prices."""
    if amount not in _AMOUNTS or rate not in RATES:
        own, other = indicator.prices.get(amount), indicator.prices.get(rate)
        return bool(own and other and own != other)
    of_rate = basis_of(indicator, rate)
    return bool(of_rate) and (basis_of(indicator, amount) or _CURRENT) != of_rate


def grows_at_constant_prices(indicator: Indicator) -> bool:
    """Whether its growth leaves out what prices rose by, so that no two amounts at current prices tell it."""
    return basis_of(indicator, Measure.GROWTH) == _CONSTANT


@lru_cache(maxsize=4096)
def _by_name(id: str, name: str) -> Mapping[Measure, str]:
    plain = bare_name(compiled(_IN_BRACKETS).sub("", half_width(name)))
    is_product = compiled(_VALUE_ADDED).search(plain) is not None
    return prices_of(plain) if is_product or plain in COMMON else _BY_ID.get(id, {})


_BY_ID: Mapping[str, Mapping[Measure, str]] = {known.id: known.prices for known in COMMON.values()}
