"""Which indicators of two packs are one: two years of a place, or two places in a year.

An indicator of the second pack belongs to one of the first at most; where several could have it and none has the better
claim, none gets it. The order of the files plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.common_indicators import COMMON, common_of
from shizhong_cli.core.pack.likeness import NUMBER, concept_of, likeness_of, may_be_one, plain_name
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator
from shizhong_cli.problems import Place
from shizhong_cli.tuples import NamedTuple


class MatchedBy(StrEnum):
    """Why two indicators are taken for one; the better reason first."""

    FILE = "file"  # the file of matches says so
    ID = "id"
    SAME_AS = "same_as"  # one of the two packs says so
    NAME = "name"  # the same name, or two names of one common indicator
    GUESS = "guess"


class Sure(StrEnum):
    """How sure a guess is."""

    MEDIUM = "medium"  # the names differ by words that change nothing
    LOW = "low"  # the names are alike


class Partner(NamedTuple):
    """Two indicators that are one."""

    last: str
    this: str
    by: MatchedBy
    sure: Sure | None = None  # of a guess


class GivenMatch(NamedTuple):
    """What a file says about an indicator of the first pack; an empty ``this`` says that it has no partner."""

    last: str
    this: str
    place: Place


class Partners(NamedTuple):
    """All pairs of two packs, by either side."""

    pairs: tuple[Partner, ...]
    doubtful: tuple[Partner, ...] = ()  # without a partner on either side; they may be one, and nothing tells

    def of_last(self, id: str) -> list[Partner]:
        """The partners of an indicator of the first pack, the best first."""
        own = [pair for pair in self.pairs if pair.last == id]
        return sorted(own, key=lambda pair: (list(MatchedBy).index(pair.by), pair.this))

    def of_this(self, id: str) -> Partner | None:
        """The pair that an indicator of the second pack is in."""
        return next((pair for pair in self.pairs if pair.this == id), None)


def partners_of(last: Catalogue, this: Catalogue, given: Iterable[GivenMatch] = ()) -> Partners:
    """The pairs of two packs: what a file says, then by id, ``same_as``, name, and last by a guess."""
    given = tuple(given)
    fixed = {match.last for match in given}
    pairs = [Partner(match.last, match.this, MatchedBy.FILE) for match in given if match.this]
    free = [indicator for indicator in last.indicators.values() if indicator.id not in fixed]
    several = _shared_names(last) | _shared_names(this)
    for claim in (_by_id, _by_same_as, _by_name):
        claims = claim(free, _left_of(this, pairs))
        pairs += _undisputed(claims if claim is _by_same_as else _told_apart(claims, last, several))
    paired = {pair.last for pair in pairs}
    single = [indicator for indicator in free if indicator.id not in paired]
    pairs += _guesses(last, this, single, _left_of(this, pairs), several)
    return Partners(tuple(pairs), tuple(_doubtful(free, _left_of(this, pairs), pairs)))


def _doubtful(free: Iterable[Indicator], left: Sequence[Indicator], pairs: Iterable[Partner]) -> Iterator[Partner]:
    """Pairs that may well be right, of indicators that have no partner for all that."""
    paired = {pair.last for pair in pairs}
    for one in (indicator for indicator in free if indicator.id not in paired):
        for other in left:
            if may_be_one(one.name, other.name):
                yield Partner(one.id, other.id, MatchedBy.GUESS, Sure.LOW)


def _left_of(this: Catalogue, pairs: Iterable[Partner]) -> list[Indicator]:
    """The indicators that no pair has yet."""
    taken = {pair.this for pair in pairs}
    return [indicator for indicator in this.indicators.values() if indicator.id not in taken]


def names_of(indicator: Indicator) -> tuple[str, ...]:
    """Every name that a report may call an indicator by."""
    known = common_of(plain_name(indicator.name))
    aliases = _ALIASES.get(known.id, ()) if known else ()
    words = [word for word in indicator.same_as if not word.isascii()]
    return tuple(dict.fromkeys(filter(None, (indicator.name, *words, *aliases))))


def loose_names_of(indicator: Indicator) -> tuple[str, ...]:
    """Words that a report uses for an indicator in passing: 物价总体平稳 speaks of consumer prices."""
    known = common_of(plain_name(indicator.name))
    return _LOOSELY.get(known.id if known else indicator.id, ())


_LOOSELY: Mapping[str, tuple[str, ...]] = {
    "budget_revenue": ("财政收入", "预算收入"),
    "consumer_prices": ("物价", "消费价格", "CPI"),
    "disposable_income_per_capita": ("居民收入", "城乡居民收入", "可支配收入"),
    "energy_per_gdp": ("能耗", "节能降碳", "节能减排"),
    "fixed_asset_investment": ("固投", "固定资产投资", "投资规模"),
    "foreign_capital_used": ("外资",),
    "gdp": ("经济总量", "生产总值", "经济增长"),
    "grain_output": ("粮食",),
    "large_industrial_value_added": ("规上工业", "规模以上工业", "规模工业"),
    "retail_sales": ("社零", "消费品零售", "消费品市场"),
    "registered_unemployment_rate": ("失业率",),
    "rural_disposable_income_per_capita": ("农民收入", "农村居民收入", "可支配收入"),
    "total_trade": ("进出口", "外贸"),
    "urban_disposable_income_per_capita": ("城镇居民收入", "可支配收入"),
    "urban_new_jobs": ("新增就业", "就业形势", "就业"),
    "urban_unemployment_rate": ("失业率",),
}
"""By the id of a common indicator; a place found by one of these only says that the matter is spoken of."""


def _shared_names(catalogue: Catalogue) -> set[str]:
    """Plain names that several indicators of a pack have, none of them a common one: 产业规模, 产业规模（2）."""
    names: dict[str, int] = {}
    for indicator in catalogue.indicators.values():
        plain = plain_name(indicator.name)
        names[plain] = names.get(plain, 0) + 1
    return {name for name, number in names.items() if number > 1 and common_of(name) is None}


def _told_apart(pairs: Iterable[Partner], last: Catalogue, several: set[str]) -> Iterator[Partner]:
    """The pairs whose name tells them from others; which of several 产业规模 is which, no name and number tells.

    An id that somebody gave does; one that a draft made of the name does not.
    """
    for pair in pairs:
        indicator = last.indicators[pair.last]
        if (_MADE_UP.fullmatch(indicator.id) is None and pair.by is MatchedBy.ID) or (
            plain_name(indicator.name) not in several and not NUMBER.search(half_width(indicator.name))
        ):
            yield pair


_MADE_UP = re.compile("x_[0-9a-f]{8}")


def _aliases() -> dict[str, tuple[str, ...]]:
    names: dict[str, list[str]] = {}
    for name, common in COMMON.items():
        names.setdefault(common.id, []).append(name)
    return {id: tuple(own) for id, own in names.items()}


_ALIASES: Mapping[str, tuple[str, ...]] = _aliases()
"""The names of every common indicator, by its id."""


def _undisputed(pairs: Iterable[Partner]) -> list[Partner]:
    """The pairs in which the indicator of the second pack is claimed once."""
    claims: dict[str, dict[str, Partner]] = {}
    for pair in pairs:
        claims.setdefault(pair.this, {}).setdefault(pair.last, pair)
    return [next(iter(own.values())) for own in claims.values() if len(own) == 1]


def _by_id(last: Iterable[Indicator], this: Iterable[Indicator]) -> Iterator[Partner]:
    """One id in both packs; not where the name says that it is another indicator's in one of them."""
    ours, theirs = ({it.id: concept_of(it.name) for it in own} for own in (last, this))
    for id, concept in theirs.items():
        own = ours.get(id)
        if own == concept or (own is not None and concept not in ours.values() and own not in theirs.values()):
            yield Partner(id, id, MatchedBy.ID)


def _by_same_as(last: Iterable[Indicator], this: Iterable[Indicator]) -> Iterator[Partner]:
    ours, theirs = list(last), list(this)
    for own, others, turned in ((ours, theirs, False), (theirs, ours, True)):
        known = _by_words(others)
        for indicator in own:
            for word in indicator.same_as:
                for other in known.get(plain_name(word), ()):
                    pair = (other, indicator.id) if turned else (indicator.id, other)
                    yield Partner(*pair, MatchedBy.SAME_AS)


def _by_words(indicators: Iterable[Indicator]) -> dict[str, list[str]]:
    """Ids by id and by name."""
    known: dict[str, list[str]] = {}
    for indicator in indicators:
        for word in {plain_name(indicator.id), plain_name(indicator.name)}:
            known.setdefault(word, []).append(indicator.id)
    return known


def _by_name(last: Iterable[Indicator], this: Iterable[Indicator]) -> Iterator[Partner]:
    known: dict[str, list[str]] = {}
    for indicator in last:
        known.setdefault(concept_of(indicator.name), []).append(indicator.id)
    for indicator in this:
        for id in known.get(concept_of(indicator.name), ()):
            yield Partner(id, indicator.id, MatchedBy.NAME)


# ── guesses ──────────────────────────────────────────────────────────────────

_ALIKE = 0.8


def _guesses(
    last: Catalogue, this: Catalogue, single: Iterable[Indicator], free: Iterable[Indicator], several: set[str]
) -> list[Partner]:
    """Pairs of names that are alike, where both print numbers of one kind and neither has a second choice as good."""
    rest = [(it, plain_name(it.name), _kinds(this.baselines, it.id)) for it in free]
    found: list[tuple[float, Partner]] = []
    for indicator in single:
        name, kinds = plain_name(indicator.name), _kinds(last.figures(), indicator.id)
        for other, its_name, its_kinds in rest:
            likeness = likeness_of(name, its_name) if kinds & its_kinds else 0
            if likeness >= _ALIKE:
                sure = Sure.MEDIUM if likeness == 1 and name not in several else Sure.LOW
                found.append((likeness, Partner(indicator.id, other.id, MatchedBy.GUESS, sure)))
    return [pair for likeness, pair in found if not _is_rivalled(likeness, pair, found)]


def _is_rivalled(likeness: float, pair: Partner, found: list[tuple[float, Partner]]) -> bool:
    return any(
        other != pair and value >= likeness and (other.last == pair.last or other.this == pair.this)
        for value, other in found
    )


def _kinds(figures: Iterable[Figure], id: str) -> set[tuple[Measure | None, str]]:
    """What kinds of numbers an indicator has, by measure and unit."""
    return {(f.measure, f.written.unit) for f in figures if f.indicator == id}
