"""Whether every number of a text is declared, and every declared figure stands in the text: ``cover``.

A figure and a number are the same when digits, value (scale words multiplied out) and unit are: 2.70 is not 2.7, and 家
is not 户. Each is used once: first inside a section, the best fit by wording and measure where several would do, then
across sections. What is left over on either side is a finding.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from shizhong_cli.core.figure.characters import half_width, is_digit
from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.terms import Bound
from shizhong_cli.core.pack.declared import Exclusion
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.report.compared import Coverage, Excluded, Match, Printed
from shizhong_cli.core.report.crowds import Crowds
from shizhong_cli.core.report.figure_keys import Key, ends_of, key_of, keys_of
from shizhong_cli.core.report.layout import without_dirt
from shizhong_cli.core.report.scanning import NumberClass

_DIGITS = re.compile("[0-9]+")
NumbersFor = Callable[[Figure, Key], Sequence[int]]
Misfit = tuple[bool, bool, bool, bool, bool, int]


def cover(catalogue: Catalogue, numbers: Sequence[Printed], located: Iterable[str]) -> Coverage:
    """Match the numbers of a text with the figures of the data; ``located`` are the sections found in the text."""
    work = _Cover(catalogue, numbers, frozenset(located))
    work.take_exclusions()
    work.match_ranges()
    work.match_inside_sections()
    work.match_across_sections()
    work.match_shared()
    work.match_claimed()
    return work.result()


def are_a_range(one: Printed, other: Printed) -> bool:
    """Whether two numbers are the ends of what is printed as a range."""
    bounds = {one.number.bound, other.number.bound}
    near = not one.has_text or other.number.start - one.number.end <= _MOST_BETWEEN
    return bounds == {Bound.AT_LEAST, Bound.AT_MOST} and one.section == other.section and near


_MOST_BETWEEN = 4
"""Characters between the ends of a range."""


class _Cover:
    """What is still free on both sides, and what has been settled."""

    def __init__(self, catalogue: Catalogue, numbers: Sequence[Printed], located: frozenset[str]) -> None:
        self.catalogue, self.numbers, self.located = catalogue, numbers, located
        every = catalogue.figures()
        self.keys = [keys_of(figure, catalogue) for figure in every]
        self.number_keys = {n: key for n, it in enumerate(numbers) if (key := key_of(it.number, catalogue.units))}
        self.figures = {f: figure for f, figure in enumerate(every) if not figure.shared}
        self.shared = {f: figure for f, figure in enumerate(every) if figure.shared}
        self.free = dict(enumerate(numbers))
        self.matches: dict[int, Match] = {}  # by the number of the figure
        self.misplaced: dict[int, Match] = {}
        self.excluded: dict[int, Excluded] = {}
        self.outdated: list[Exclusion] = []

    def take_exclusions(self) -> None:
        """Each takes the first number that it names, a quantity rather than what is excluded anyway."""
        by_digits: dict[str, deque[int]] = {}
        for n in sorted(self.free, key=lambda n: (self.numbers[n].number.class_ is not NumberClass.QUANTITY, n)):
            by_digits.setdefault(first_digits(self.numbers[n].text), deque()).append(n)
        for exclusion in self.catalogue.exclusions:
            if (named := self._named(exclusion, by_digits)) is None:
                self.outdated.append(exclusion)
            else:
                self.excluded[named] = Excluded(self.free.pop(named), exclusion)

    def _named(self, exclusion: Exclusion, by_digits: Mapping[str, deque[int]]) -> int | None:
        """The number that an exclusion names."""
        wanted = without_dirt(exclusion.text)
        anywhere = exclusion.section not in self.located
        first = by_digits.get(first_digits(wanted), deque())
        while first and first[0] not in self.free:
            first.popleft()
        for candidates in (first, self.free):  # nearly always one with the same digits
            for n in candidates:
                it = self.numbers[n]
                if n in self.free and (anywhere or it.section == exclusion.section) and names(wanted, it):
                    return n
        return None

    def match_ranges(self) -> None:
        """Figures such as 5%—5.5%, which stand in the text as two numbers, one behind the other."""
        pairs: dict[tuple[Key, Key], list[tuple[int, int]]] = {}
        for n in self._quantities():
            if n + 1 in self.free and n + 1 in self.number_keys and are_a_range(self.numbers[n], self.numbers[n + 1]):
                pairs.setdefault((self.number_keys[n], self.number_keys[n + 1]), []).append((n, n + 1))
        for f, figure in list(self.figures.items()):
            alike = list(chain.from_iterable(pairs.get(ends, []) for ends in ends_of(figure, self.catalogue)))
            if found := self._pair(figure, alike):
                lower, upper = (self.free.pop(n) for n in found)
                elsewhere = figure.section in self.located and lower.section != figure.section
                (self.misplaced if elsewhere else self.matches)[f] = Match(self.figures.pop(f), lower, upper)

    def _pair(self, figure: Figure, pairs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
        """The two numbers of a range that are still free, those of its section before others."""
        free = [pair for pair in pairs if pair[0] in self.free and pair[1] in self.free]
        return min(free, key=lambda pair: (self.numbers[pair[0]].section != figure.section, pair), default=None)

    def match_inside_sections(self) -> None:
        """Figures and numbers of one section; a figure whose section was not found waits for the rest."""
        by_place: dict[tuple[str, Key], list[int]] = {}
        for n in self._quantities():
            by_place.setdefault((self.numbers[n].section, self.number_keys[n]), []).append(n)
        self._match(lambda figure, key: by_place.get((figure.section, key), ()), self.located, self.matches)

    def match_across_sections(self) -> None:
        """What is left: first figures whose section could not be told, then those that stand elsewhere."""
        by_key: dict[Key, list[int]] = {}
        for n in self._quantities():
            by_key.setdefault(self.number_keys[n], []).append(n)
        sections = frozenset(figure.section for figure in self.figures.values())
        self._match(lambda _, key: by_key.get(key, ()), sections - self.located, self.matches)
        self._match(lambda _, key: by_key.get(key, ()), sections & self.located, self.misplaced)

    def _quantities(self) -> list[int]:
        """The quantities that are still free and can be compared."""
        return [n for n in self.free if n in self.number_keys]

    def _match(self, numbers_for: NumbersFor, sections: frozenset[str], into: dict[int, Match]) -> None:
        """Take the best pairs first, equal ones in the order of the report, then what a crowd leaves."""
        wanted = {f: figure for f, figure in self.figures.items() if figure.section in sections}
        crowds = Crowds([it.number.noun for it in self.numbers])
        for n, f in self._best_first(numbers_for, wanted, crowds):
            if n in self.free and f in self.figures:
                into[f] = Match(self.figures.pop(f), self.free.pop(n))
        for f in sorted(wanted.keys() & self.figures.keys()):
            for key in self.keys[f]:
                place = crowds.next_free(numbers_for(wanted[f], key), self.free)
                if place is not None:
                    into[f] = Match(self.figures.pop(f), self.free.pop(place))
                    break

    def _best_first(
        self, numbers_for: NumbersFor, wanted: Mapping[int, Figure], crowds: Crowds
    ) -> Iterator[tuple[int, int]]:
        """Numbers with the figures that they could be, the best pairs first."""
        pairs: list[tuple[Misfit, int, int]] = []
        for f, figure in wanted.items():
            name = self.catalogue.indicators[figure.indicator].name
            places = chain.from_iterable(crowds.likely(name, numbers_for(figure, key)) for key in self.keys[f])
            pairs += [(self._misfit(figure, self.numbers[n]), n, f) for n in places]
        return ((n, f) for _, n, f in sorted(pairs))

    def _misfit(self, figure: Figure, it: Printed) -> Misfit:
        """How badly a figure fits a number by wording, unit, measure and name; smaller is better."""
        number, written = it.number, figure.written
        measure = number.measure is not None and number.measure is not figure.measure
        common = set(number.noun) & set(self.catalogue.indicators[figure.indicator].name)
        other_estimate = number.estimated != written.estimated
        other_figure = figure.reference not in it.figures
        unit = is_digit(it.text[-1:]) is not is_digit(half_width(written.text)[-1:])  # one side alone has it printed
        return other_figure, not Match(figure, it).says_the_same, unit, measure, other_estimate, -len(common)

    def match_shared(self) -> None:
        """Figures that share a number: another figure must have it."""
        holders: dict[Key, list[Printed]] = {}
        for match in self.matches.values():
            if key := key_of(match.printed.number, self.catalogue.units):
                holders.setdefault(key, []).append(match.printed)
        for f, figure in list(self.shared.items()):
            held = list(chain.from_iterable(holders.get(key, ()) for key in self.keys[f]))
            if figure.section in self.located:
                held = [it for it in held if it.section == figure.section]
            if held:
                fits = [(self._misfit(figure, it), n) for n, it in enumerate(held)]
                self.matches[f] = Match(self.shared.pop(f), held[min(fits)[1]])

    def match_claimed(self) -> None:
        """A figure may claim what was read as a name or a mark: 15分钟."""
        claimable = {n: key for n, it in self.free.items() if (key := self._key_if_claimed(it))}
        for f, figure in list(self.figures.items()):
            for n in [n for n, key in claimable.items() if key in self.keys[f] and n in self.free]:
                if figure.section not in self.located or self.numbers[n].section == figure.section:
                    self.matches[f] = Match(self.figures.pop(f), self.free.pop(n))
                    break

    def _key_if_claimed(self, it: Printed) -> Key | None:
        """What a name or a mark would be as a figure."""
        if it.number.class_ in (NumberClass.QUANTITY, NumberClass.DATE):
            return None
        read = read_printed(it.text, self.catalogue.units)
        return (read.digits, abs(read.value), read.unit, read.step) if read else None

    def result(self) -> Coverage:
        """Everything settled, and what is left over; in the order of the files and of the text."""
        for n, it in list(self.free.items()):
            if it.number.class_ is not NumberClass.QUANTITY and not it.is_unread:
                self.excluded[n] = Excluded(self.free.pop(n))
        left = self.figures | self.shared
        return Coverage(
            tuple(self.matches[f] for f in sorted(self.matches)),
            tuple(self.free.values()),
            tuple(left[f] for f in sorted(left)),
            tuple(self.misplaced[f] for f in sorted(self.misplaced)),
            tuple(self.excluded[n] for n in sorted(self.excluded)),
            tuple(self.outdated),
        )


def first_digits(text: str) -> str:
    """By which numbers and exclusions are looked up."""
    found = _DIGITS.search(text)
    return found[0] if found else ""


def names(wanted: str, it: Printed) -> bool:
    """Whether an exclusion names a number: by itself, or with words around it."""
    own = it.text
    if own not in wanted and wanted != it.number.digits:
        return False
    if not it.has_text:
        return True
    text, start, end = it.before + own + it.after, len(it.before), len(it.before) + len(own)
    if wanted == it.number.digits:
        return True
    place = text.find(wanted)
    while place >= 0:
        if place <= start and end <= place + len(wanted):
            return True
        place = text.find(wanted, place + 1)
    return False
