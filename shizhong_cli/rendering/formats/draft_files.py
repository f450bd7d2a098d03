"""The two YAML files of a draft, with a ``# check:`` comment on everything that was guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.common_indicators import Common, common_of, prices_of
from shizhong_cli.core.pack.model import Indicator
from shizhong_cli.core.report.drafting import Draft, DraftedFigure, DraftedIndicator, LeftOut
from shizhong_cli.core.report.drafting.in_words import InWords
from shizhong_cli.core.report.drafting.records import binding_of
from shizhong_cli.core.report.drafting.witness import Witness
from shizhong_cli.escapes.yaml import flow_mapping, one_line, scalar
from shizhong_cli.rendering.sentences.guesses import guesses_text
from shizhong_cli.rendering.wording import Words


def baselines_text(draft: Draft, words: Words) -> str:
    """``baselines.yaml``: sections, units, indicators with their figures, exclusions."""
    file = _File(draft, words)
    lines = [
        *file.head("baselines"),
        f"report: {flow_mapping({'title': draft.title})}" if draft.title else "",
        "",
        *file.sections(),
        *file.units(),
        *file.indicators([it for it in draft.indicators if it.looks_back]),
        *file.exclusions(),
    ]
    return "\n".join(lines) + "\n"


def targets_text(draft: Draft, words: Words) -> str:
    """``targets.yaml``: the indicators that have no baseline, and the targets."""
    file = _File(draft, words)
    lines = [
        *file.head("targets"),
        *file.indicators([it for it in draft.indicators if not it.looks_back]),
        *file.targets(),
    ]
    return "\n".join(lines) + "\n"


class _File:
    """Parts of the files, as lines."""

    def __init__(self, draft: Draft, words: Words) -> None:
        self.draft, self.words = draft, words
        self.ids = {indicator.id for indicator in draft.indicators}

    def head(self, kind: str) -> list[str]:
        """What the file is."""
        title = one_line(self.draft.title) or str(self.draft.year)
        counts = {"high": self.draft.count(2), "medium": self.draft.count(1), "low": self.draft.count(0)}
        return [
            f"# {title} · {self.words(f'draft.{kind}')}",
            f"# {self.words('draft.head')}",
            f"# yaml-language-server: $schema=./{kind}.schema.json",
            f"# {self.words('draft.head.counts', exclusions=len(self.draft.exclusions), **counts)}",
            f"# {self.words('draft.head.first')}",
            *(f"# {line}" for line in year_lines(self.draft, self.words)),
            "",
        ]

    def sections(self) -> Iterator[str]:
        """Every heading, in the order of the text."""
        yield "sections:"
        for section in self.draft.sections:
            entry = {"name": section.name, "begins": section.begins}
            yield f"  {scalar(section.path)}: {flow_mapping(entry)}"
        yield ""

    def units(self) -> Iterator[str]:
        """The words that the program does not know by itself."""
        own = {word: unit for word, unit in self.draft.units.items() if word not in BUILT_IN}
        if not own:
            return
        yield "units:"
        for word, unit in sorted(own.items(), key=lambda entry: entry[0] != entry[1].symbol):
            entry = {"name_en": unit.name_en, "whole": "true" if unit.whole else "false"}
            yield f"  {scalar(word)}: {flow_mapping(entry if word == unit.symbol else {'same_as': unit.symbol})}"
        yield ""

    def indicators(self, indicators: list[DraftedIndicator]) -> Iterator[str]:
        """What each is, and its baselines."""
        yield "indicators:" if indicators else "indicators: {}"
        section = ""
        weak = False
        for indicator in sorted(indicators, key=lambda it: it.is_weak):
            if indicator.is_weak and not weak:
                weak, section = True, ""
                yield ""
                yield f"  # ══ {self.words('draft.weak')}"
            if (here := indicator.section) != section:
                section = here
                yield ""
                yield f"  # ── {one_line(section)}"
            yield from self.indicator(indicator)
        yield ""

    def indicator(self, indicator: DraftedIndicator) -> Iterator[str]:
        """One of them."""
        known, common = indicator.known, common_of(indicator.name)
        yield f"  {indicator.id}:  # check: {self.words('draft.kept' if known else 'draft.guessed')}"
        yield f"    name: {scalar(indicator.name)}"
        english = known.name_en if known else common.name_en if common else ""
        if english and english != indicator.name:
            yield f"    name_en: {scalar(english)}"
        yield f"    direction: {indicator.direction}"
        if known:
            yield from self.known(known)
        else:
            yield from _told(indicator, common)
        yield from _of_the_figures(indicator)
        if indicator.stood:
            yield f"    in_words: {scalar(indicator.stood.words)}"
        if indicator.baselines:
            yield "    figures:"
        for figure in indicator.baselines:
            yield f"      - {_figure({}, figure)}{self.check(figure)}"

    def known(self, known: Indicator) -> Iterator[str]:
        """What the other data say about it besides."""
        yield from _common(known, known.prices)
        if known.may_exceed:
            yield "    may_exceed: true"
        if known.may_be_negative:
            yield "    may_be_negative: true"
        lists: Mapping[str, list[str]] = {
            "units": list(known.units),
            "within": [id for id in known.within if id in self.ids],
            "companions": [id for id in known.companions if id in self.ids],
        }
        for key, texts in lists.items():
            if texts:
                yield f"    {key}: [{', '.join(map(scalar, texts))}]"

    def targets(self) -> Iterator[str]:
        """Every target, in the order of the text."""
        figures = [(figure, indicator) for indicator in self.draft.indicators for figure in indicator.targets]
        in_words = [(target, indicator) for indicator in self.draft.indicators for target in indicator.in_words]
        yield "targets:" if figures or in_words else "targets: []"
        weak = False
        for figure, indicator in sorted(figures, key=lambda pair: (not pair[0].sure, pair[0].printed.number.start)):
            if not figure.sure and not weak:
                weak = True
                yield ""
                yield f"  # ══ {self.words('draft.weak')}"
            yield f"  - {_figure({'indicator': indicator.id}, figure, figure.bound_by)}{self.check(figure)}"

        for target, indicator in sorted(in_words, key=lambda pair: (pair[0].line, pair[0].column)):
            if not weak:
                weak = True
                yield ""
                yield f"  # ══ {self.words('draft.weak')}"
            yield f"  - {self.in_words(target, indicator)}"

    def in_words(self, target: InWords, indicator: DraftedIndicator) -> str:
        """A target without a number: set against the economy where that is drafted too, else only its words."""
        economy = common_of("地区生产总值")
        assert economy is not None
        against = target.to_the_economy and economy.id in self.ids and indicator.id != economy.id
        entry = {"indicator": indicator.id, "growth" if against else "qualitative": target.words}
        rest = {
            "period": target.era.span,
            "section": target.section,
            "binding": binding_of(target.era),
        }
        relative = f", relative: {flow_mapping({'to': economy.id})}" if against else ""
        guessed = ", guessed: [measure, name]" if against else ", guessed: [name]"
        check = f"  # check: {self.words('draft.sure.0')} · {target.line}:{target.column}"
        return f"{flow_mapping(entry)[:-1]}{relative}, {flow_mapping(rest)[1:-1]}{guessed}}}{check}"

    def exclusions(self) -> Iterator[str]:
        """The quantities that are no figures, each with its place."""
        if not self.draft.exclusions:
            return
        yield "exclusions:"
        for left in self.draft.exclusions:
            unit = left.printed.number.unknown_unit
            gaps = {"unit": unit} if left.reason is LeftOut.UNKNOWN_UNIT else {}
            reason = self.words(f"draft.left_out.{left.reason}", **gaps)
            where = f"{left.printed.line}:{left.printed.column}"
            entry = {"text": left.text, "section": left.printed.section, "reason": reason}
            yield f"  # check: {where} {one_line(left.printed.before[-10:])}【{one_line(left.printed.text)}】"
            yield f"  - {flow_mapping(entry)}"

    def check(self, figure: DraftedFigure) -> str:
        """The comment behind a figure: how sure it is, and what was guessed."""
        sure = self.words(f"draft.sure.{figure.sure}")
        doubts = guesses_text(figure.doubts, self.words)
        place = f"{figure.printed.line}:{figure.printed.column}"
        return f"  # check: {sure}{f' ({doubts})' if doubts else ''} · {place}"


def _common(known: Indicator | Common, prices: Mapping[Measure, str]) -> Iterator[str]:
    if prices:
        yield _prices(prices)
    if known.per:
        yield f"    per: {scalar(known.per)}"


def _told(indicator: DraftedIndicator, common: Common | None) -> Iterator[str]:
    """The price bases by the name, and those of a growth by the text, where it says 实际增长; what else is known."""
    prices = common.prices if common else prices_of(indicator.name)
    if indicator.is_real:
        prices = {**prices, **dict.fromkeys(_GROWTHS, "constant")}
    if common:
        yield from _common(common, prices)
    elif prices:
        yield _prices(prices)


_GROWTHS = (Measure.GROWTH, Measure.AVERAGE_GROWTH)


def _prices(prices: Mapping[Measure, str]) -> str:
    return f"    prices: {flow_mapping({measure.value: basis for measure, basis in prices.items()})}"


def _of_the_figures(indicator: DraftedIndicator) -> Iterator[str]:
    """What the figures tell of the indicator, where nothing was known of it."""
    if indicator.known:
        return
    if indicator.per and not common_of(indicator.name):
        yield f"    per: {scalar(indicator.per)}"
    if indicator.may_exceed:
        yield "    may_exceed: true"


def _figure(front: dict[str, str], figure: DraftedFigure, binding: str = "") -> str:
    entry = {
        **front,
        Measure(figure.measure).value: figure.written.text,
        "unit": figure.unit,
        "period": figure.period,
        "since": figure.since,
        "multiple": "times" if figure.multiple else "",
        "shared": "true" if figure.shared else "",
        "section": figure.printed.section,
        "binding": binding,
        "wording": figure.wording,
    }
    text = flow_mapping(entry)
    return f"{text[:-1]}, guessed: [{', '.join(figure.doubts)}]}}" if figure.doubts else text


def year_lines(draft: Draft, words: Words) -> list[str]:
    """Which year was taken, whence, and who has another."""
    found = draft.found
    lines = [words("draft.year", year=found.year, witnesses=_witnesses(found.agreeing, words))]
    if found.against:
        lines.append(words("draft.year.against", witnesses=_witnesses(found.against, words)))
    elif not found.is_certain:
        lines.append(words("draft.year.alone"))
    return lines


def _witnesses(witnesses: Iterable[Witness], words: Words) -> str:
    named = [
        words("draft.witness", kind=kind, line=it.line, year=it.year) if it.line else kind
        for it in witnesses
        for kind in (words(f"draft.witness.{it.kind}"),)
    ]
    return words("list.separator").join(named)
