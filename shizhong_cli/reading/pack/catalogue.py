"""``baselines.yaml`` and ``targets.yaml`` to the model, with every problem of both files in one list."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from shizhong_cli.core.figure.characters import other_digit
from shizhong_cli.core.figure.terms import Bound, Measure, Rounding
from shizhong_cli.core.figure.units import BUILT_IN, PERCENT, POINT, RATIOS, STEP, TIMES, Unit
from shizhong_cli.core.pack.model import (
    Band,
    Catalogue,
    DeclaredCheck,
    Exclusion,
    Figure,
    Indicator,
    Rate,
    Section,
    Silence,
    points_per_unit,
)
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.terms import Direction, Kind, QuestionRule, Role
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack.exclusions import read_exclusions
from shizhong_cli.reading.pack.fields import Fields, scalar_text
from shizhong_cli.reading.pack.figures import (
    BASELINE_KEYS,
    MEASURES,
    REFERENCE_KEYS,
    TARGET_KEYS,
    Declared,
    read_figure,
)
from shizhong_cli.reading.pack.located import Mapping, Node, read_yaml
from shizhong_cli.reading.pack.places import BASELINES, TARGETS, shipped
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_number

_ID = re.compile(r"[a-z][a-z0-9_]*")
_FILE_KEYS = {
    BASELINES: (
        "report", "rounding", "sections", "units", "indicators", "references", "checks", "silence", "exclusions",
    ),
    TARGETS: (
        "report", "rounding", "sections", "units", "conventions", "profiles", "rates", "indicators", "targets",
        "exclusions",
    ),
}  # fmt: skip
_INDICATOR_KEYS = (
    "name", "name_en", "direction", "prices", "units", "per", "may_exceed", "within", "companions", "akin", "same_as",
    "in_words", "figures",
)  # fmt: skip


def load_catalogue(folder: Path) -> Catalogue:
    """Read both files of a folder. Raises ``CannotGoOn`` with every problem when there is any."""
    catalogue, problems = read_catalogue(folder)
    if problems:
        raise CannotGoOn(problems)
    return catalogue


def read_catalogue(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read both files of a folder: what could be read, and every problem met."""
    reader = _Reader()
    documents = []
    for name in (BASELINES, TARGETS):
        shown = _shown(folder / name)
        node, problems = read_yaml(folder / name, shown)
        reader.problems += problems
        if isinstance(node, Mapping):
            documents.append((name, Fields(node, _FILE_KEYS[name], reader.problems)))
        else:
            reader.complete = False
            if node is not None:
                reader.problems.append(Problem(node.place, "K004", name, "mapping"))
    for name, fields in documents:
        reader.read_head(name, fields)
    for _, fields in documents:
        reader.read_indicators(fields)
    reader.check_mentions()
    for name, fields in documents:
        if name == BASELINES:
            reader.read_references(fields)
            reader.read_checks(fields)
            reader.read_silences(fields)
        else:
            reader.read_targets(fields)
            if "profiles" in fields:
                reader.read_profiles(fields)
            if "rates" in fields:
                reader.read_rates(fields)
        reader.exclusions += read_exclusions(fields, reader.sections, reader.problems)
    return reader.catalogue(), reader.problems


def _shown(path: Path) -> str:
    """The path as places show it: relative to the working folder when it lies below it; shipped data by their name."""
    if path.parent == shipped():
        return path.name
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # elsewhere, no working folder, a loop of links
        return str(path)


@dataclass
class _Reader:
    """Remembers what has been declared while the two files are read one after the other."""

    problems: list[Problem] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    baselines: list[Figure] = field(default_factory=list)
    targets: list[Figure] = field(default_factory=list)
    references: list[Figure] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=lambda: dict(BUILT_IN))
    rounding: dict[str, Rounding] = field(default_factory=dict)
    band: Band = field(default_factory=Band)
    checks: list[DeclaredCheck] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    mentions: list[tuple[str, Node]] = field(default_factory=list)
    title: str = ""
    title_en: str = ""
    profiles: dict[str, Profile] = field(default_factory=dict)
    rates: list[Rate] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)
    seen: dict[tuple[str, ...], Place] = field(default_factory=dict)
    unit_of: dict[str, tuple[str, Place]] = field(default_factory=dict)
    complete: bool = True  # both files could be read, so that a missing name is really missing

    @property
    def declared(self) -> Declared:
        """What a figure can refer to."""
        return Declared(self.indicators, self.sections, self.units, self.problems)

    def catalogue(self) -> Catalogue:
        """Everything read, frozen."""
        return Catalogue(
            self.indicators, tuple(self.baselines), tuple(self.targets), self.sections, self.units, self.band,
            tuple(self.checks), tuple(self.silences), self.title, self.title_en, self.profiles, tuple(self.rates),
            tuple(self.exclusions), tuple(self.references),
        )  # fmt: skip

    def complain(self, place: Place, code: str, found: str = "", expected: str = "", suggestion: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, code, found, expected, suggestion))

    # ── head of a file ─────────────────────────────────────────────────────────

    def read_head(self, name: str, fields: Fields) -> None:
        """Report, rounding, sections, units, conventions."""
        rounding = fields.choice("rounding", Rounding, Rounding.NEAREST)
        self.rounding[fields.file] = rounding or Rounding.NEAREST
        if report := fields.mapping("report"):
            head = Fields(report, ("title", "title_en", "date"), self.problems)
            self.title = self.title or head.text("title")
            self.title_en = self.title_en or head.text("title_en")
        for path, entry in (fields.mapping("sections") or _NOTHING).entries.items():
            self._read_section(path, entry.value)
        for symbol, entry in (fields.mapping("units") or _NOTHING).entries.items():
            self._read_unit(symbol, entry.value)
        if name == TARGETS and (conventions := fields.mapping("conventions")):
            self._read_conventions(Fields(conventions, ("about",), self.problems))

    def _read_section(self, path: str, node: object) -> None:
        own = path.split("/")[-1]
        if isinstance(node, Mapping):
            fields = Fields(node, ("name", "name_en", "begins"), self.problems)
            name = fields.text("name", own)
            self.sections[path] = Section(path, name, fields.text("name_en", name), fields.text("begins"))
        else:
            self.sections[path] = Section(path, own, own)

    def _read_unit(self, symbol: str, node: object) -> None:
        """A unit of the place: 盏: {name_en: lamps, whole: true}; ``same_as`` makes it a spelling of a known one."""
        if not isinstance(node, Mapping):
            self.units[symbol] = Unit(symbol, symbol, symbol, True)
            return
        fields = Fields(node, ("name_en", "whole", "same_as"), self.problems)
        if same := fields.text("same_as"):
            if same in self.units:
                self.units[symbol] = self.units[same]
            else:
                self.complain(fields.place_of("same_as"), "F002", same, suggestion=nearest(same, self.units))
            return
        whole = fields.flag("whole", True)
        self.units[symbol] = Unit(symbol, fields.text("name_en", symbol), symbol, whole)

    def _read_conventions(self, conventions: Fields) -> None:
        about = conventions.mapping("about")
        if about is None:
            return
        fields = Fields(about, ("growth", "otherwise", "reason", "reason_en"), self.problems)
        growth = self._convention(fields, "growth", POINT)
        otherwise = self._convention(fields, "otherwise", PERCENT)
        self.band = Band(
            self.band.growth if growth is None else growth,
            self.band.otherwise if otherwise is None else otherwise / 100,
            fields.text("reason"),
            fields.text("reason_en"),
        )

    def _convention(self, fields: Fields, key: str, unit: str) -> Fraction | None:
        text = fields.text(key)
        if not text:
            return None
        written = read_number(text, self.units, fields.place_of(key), self.problems)
        if written is None:
            return None
        if written.unit != unit or written.value < 0:
            self.complain(fields.place_of(key), "F003", text, unit)
            return None
        return written.value

    # ── indicators and figures ─────────────────────────────────────────────────

    def read_indicators(self, fields: Fields) -> None:
        """The indicators of a file, with the baselines among them."""
        for id, entry in (fields.mapping("indicators") or _NOTHING).entries.items():
            if not isinstance(entry.value, Mapping):
                self.complain(entry.value.place, "K004", id, "mapping")
                continue
            if not _ID.fullmatch(id):
                other = other_digit(id)
                self.complain(entry.key_place, "F010" if other else "K006", id, other)
            described = Fields(entry.value, _INDICATOR_KEYS, self.problems)
            indicator = self._read_indicator(id, entry.key_place, described)
            if id in self.indicators:
                self.complain(entry.key_place, "R003", id, str(self.indicators[id].place))
            self.indicators.setdefault(id, indicator)
            for node in described.sequence("figures"):
                if isinstance(node, Mapping):
                    self._read_figure(id, Fields(node, BASELINE_KEYS, self.problems), Role.BASELINE)
                else:
                    self.complain(node.place, "K004", "figures", "mapping")

    def _read_indicator(self, id: str, place: Place, fields: Fields) -> Indicator:
        units = fields.texts("units")
        for word, node in units:
            if word not in self.units:
                self.complain(node.place, "F002", word, suggestion=nearest(word, self.units))
        within, companions, akin = (fields.texts(key) for key in ("within", "companions", "akin"))
        same_as = tuple(word for word, _ in fields.texts("same_as"))
        self.mentions += [*within, *companions, *akin]
        return Indicator(
            id, fields.required("name"), fields.required("name_en"),
            fields.choice("direction", Direction) or Direction.NONE,
            place, self._read_prices(fields), tuple(word for word, _ in units), fields.flag("may_exceed", False),
            tuple(word for word, _ in within), tuple(word for word, _ in companions), fields.text("per"),
            tuple(word for word, _ in akin), same_as, fields.text("in_words"),
        )  # fmt: skip

    def check_mentions(self) -> None:
        """Indicators that others mention must exist; called when all have been read."""
        for id, node in self.mentions:
            self.mention(id, node.place)

    def mention(self, id: str, place: Place) -> None:
        """An indicator that is referred to must exist, unless a file that could declare it was not readable."""
        if id and self.complete and id not in self.indicators:
            self.complain(place, "R001", id, suggestion=nearest(id, self.indicators))

    def _read_prices(self, fields: Fields) -> AbstractMapping[Measure, str]:
        prices: dict[Measure, str] = {}
        node = fields.mapping("prices")
        if node is None:
            return prices
        for key in Fields(node, MEASURES, self.problems).node.entries:
            basis = scalar_text(node.entries[key].value, key, self.problems)
            if basis is not None and basis not in ("current", "constant"):
                self.complain(node.entries[key].value.place, "K003", basis, "current, constant")
            elif basis is not None and key in MEASURES:
                prices[Measure(key)] = basis
        return prices

    def read_targets(self, fields: Fields) -> None:
        """The targets of ``targets.yaml``."""
        self._read_listed(fields, "targets", TARGET_KEYS, Role.TARGET)

    def read_references(self, fields: Fields) -> None:
        """The figures of others in ``baselines.yaml``, each with its source."""
        self._read_listed(fields, "references", REFERENCE_KEYS, Role.REFERENCE)

    def _read_listed(self, fields: Fields, key: str, keys: Collection[str], role: Role) -> None:
        """A list of figures that each name their indicator."""
        for node in fields.sequence(key):
            if not isinstance(node, Mapping):
                self.complain(node.place, "K004", key, "mapping")
                continue
            figure = Fields(node, keys, self.problems)
            id = figure.required("indicator")
            self.mention(id, figure.place_of("indicator"))
            self._read_figure(id, figure, role)

    def read_profiles(self, fields: Fields) -> None:
        """How the base year of an indicator was spread: ``gdp: {quarters: [22%, 25%, 26%, 27%], source: …}``."""
        from shizhong_cli.reading.assumptions import Part, read_profile

        for id, entry in (fields.mapping("profiles") or _NOTHING).entries.items():
            self.mention(id, entry.key_place)
            if not isinstance(entry.value, Mapping):
                self.complain(entry.value.place, "K004", id, "mapping")
                continue
            profile = Fields(entry.value, ("quarters", "months", "source"), self.problems)
            given = [key for key in ("quarters", "months") if key in profile]
            if len(given) != 1:
                self.complain(profile.place, "F004", ", ".join(given), "quarters, months")
                continue
            parts = [Part(text, node.place) for text, node in profile.texts(given[0])]
            if len(parts) != {"quarters": 4, "months": 12}[given[0]]:
                self.complain(profile.place_of(given[0]), "B001", str(len(parts)))
                continue
            place = profile.place_of(given[0])
            known = read_profile(parts, profile.text("source"), self.units, place, self.problems)
            if known is not None:
                self.profiles[id] = known

    def read_rates(self, fields: Fields) -> None:
        """Dated exchange rates: ``- {rate: 1美元=7.1元, date: 2026-09-30, source: …}``."""
        from shizhong_cli.reading.assumptions import Part, read_rate

        for node in fields.sequence("rates"):
            if not isinstance(node, Mapping):
                self.complain(node.place, "K004", "rates", "mapping")
                continue
            entry = Fields(node, ("rate", "date", "source"), self.problems)
            rate, date = (Part(entry.required(key), entry.place_of(key)) for key in ("rate", "date"))
            known = rate.text and date.text and read_rate(rate, date, entry.text("source"), self.units, self.problems)
            if not known:
                continue
            same = (r for r in self.rates if {r.unit, r.into} == {known.unit, known.into} and r.date == known.date)
            if (other := next(same, None)) is not None:
                self.complain(rate.place, "B007", rate.text, other.text)
            self.rates.append(known)

    def _read_figure(self, indicator: str, fields: Fields, role: Role) -> None:
        figure = read_figure(self.declared, indicator, fields, role, self.rounding[fields.file])
        if figure is None:
            return
        key = (figure.role, figure.reference, figure.section, figure.qualitative and figure.printed)
        if key in self.seen:
            self.complain(figure.place, "R004", figure.reference, str(self.seen[key]))
            return
        self.seen[key] = figure.place
        self._check_unit(figure)
        if figure.written is not None and figure.written.bound is Bound.ABOUT:
            half = self.band.half_width(figure) / points_per_unit(figure.written.unit)
            figure = figure._replace(half_band=half)
        kept = {Role.BASELINE: self.baselines, Role.TARGET: self.targets, Role.REFERENCE: self.references}
        kept[role].append(figure)

    def _check_unit(self, figure: Figure) -> None:
        """All amounts of one indicator are in one unit: 家 is not 户."""
        written = figure.written
        if written is None or written.unit in RATIOS or written.unit == STEP:
            return
        unit, place = self.unit_of.setdefault(figure.indicator, (written.unit, figure.place))
        if unit != written.unit:
            self.complain(figure.place, "F008", written.unit, f"{unit} ({place})")

    # ── checks ─────────────────────────────────────────────────────────────────

    def read_checks(self, fields: Fields) -> None:
        """The relations that ``baselines.yaml`` declares."""
        keys = (
            "expression",
            "kind",
            "name",
            "name_en",
            "unknown",
            "unknown_en",
            "not_checkable",
            "not_checkable_en",
            "promise",
            "unit",
        )
        for id, entry in (fields.mapping("checks") or _NOTHING).entries.items():
            if not isinstance(entry.value, Mapping):
                self.complain(entry.value.place, "K004", id, "mapping")
                continue
            check = Fields(entry.value, keys, self.problems)
            expression, scalar = check.required("expression"), check.scalar("expression")
            if expression and scalar:
                self.checks.append(
                    DeclaredCheck(
                        id, expression, entry.key_place, scalar.place_at,
                        check.choice("kind", Kind, Kind.DECLARED) or Kind.DECLARED, check.text("name", id),
                        check.text("name_en", id), check.text("unknown"), check.text("unknown_en"),
                        check.text("not_checkable"), check.text("not_checkable_en"),
                        check.text("promise"),
                        check.one_of("unit", ("", TIMES), ""),
                    )
                )  # fmt: skip

    def read_silences(self, fields: Fields) -> None:
        """The questions that the author has answered, each with a reason."""
        for node in fields.sequence("silence"):
            if not isinstance(node, Mapping):
                self.complain(node.place, "K004", "silence", "mapping")
                continue
            silence = Fields(node, ("question", "indicator", "reason"), self.problems)
            rule = silence.choice("question", QuestionRule)
            indicator, reason = silence.required("indicator"), silence.required("reason")
            self.mention(indicator, silence.place_of("indicator"))
            if rule and indicator and reason:
                self.silences.append(Silence(rule, indicator, reason, node.place))


_NOTHING = Mapping("", None, {})
