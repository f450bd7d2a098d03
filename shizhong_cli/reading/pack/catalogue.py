"""``baselines.yaml`` and ``targets.yaml`` to the model, with every problem of both files in one list."""

from __future__ import annotations

import re
from collections.abc import Collection
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from pathlib import Path

from shizhong_cli.core.figure.alike import Alike
from shizhong_cli.core.figure.characters import other_digit
from shizhong_cli.core.figure.frozen import frozen
from shizhong_cli.core.figure.once import once
from shizhong_cli.core.figure.terms import Bound, Rounding
from shizhong_cli.core.figure.units import BUILT_IN, RATIOS, STEP, Unit
from shizhong_cli.core.pack.below_zero import marked
from shizhong_cli.core.pack.declared import DeclaredCheck, Exclusion, Rate, Silence
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Catalogue, Figure, Indicator, Section, Target
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.core.pack.terms import Direction, Role
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack import conventions as agreed
from shizhong_cli.reading.pack.declared import Declared, can_be_one
from shizhong_cli.reading.pack.exclusions import read_exclusions
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.figures import BASELINE_KEYS, REFERENCE_KEYS, TARGET_KEYS, read_figure
from shizhong_cli.reading.pack.judgements import read_checks, read_silences
from shizhong_cli.reading.pack.located import Mapping, Node, parse_yaml, read_yaml
from shizhong_cli.reading.pack.places import BASELINES, TARGETS, shown_as
from shizhong_cli.reading.spelling import nearest

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
    "in_words", "may_be_negative", "figures",
)  # fmt: skip


def load_catalogue(folder: Path) -> Catalogue:
    """Read both files of a folder. Raises ``CannotGoOn`` with every problem when there is any."""
    catalogue, problems = read_catalogue(folder)
    if problems:
        raise CannotGoOn(problems)
    return catalogue


def read_catalogue(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read both files of a folder: what could be read, and every problem met; places go by the working folder."""
    return _read({name: read_yaml(folder / name, shown_as(folder / name)) for name in (BASELINES, TARGETS)})


def read_files(baselines: Path, targets: Path) -> tuple[Catalogue, list[Problem]]:
    """The same of two files, whatever they are called; places name them as they are asked for."""
    return _read({BASELINES: read_yaml(baselines), TARGETS: read_yaml(targets)})


def read_texts(baselines: str, targets: str) -> tuple[Catalogue, list[Problem]]:
    """The same of the texts of both files, which places call by the names of the files."""
    return _read({name: parse_yaml(text, name) for name, text in ((BASELINES, baselines), (TARGETS, targets))})


def read_documents(baselines: Mapping, targets: Mapping) -> tuple[Catalogue, list[Problem]]:
    """The same of what both files would hold."""
    return _read({BASELINES: (baselines, []), TARGETS: (targets, [])})


def _read(files: AbstractMapping[str, tuple[Node | None, list[Problem]]]) -> tuple[Catalogue, list[Problem]]:
    reader = _Reader()
    documents = []
    for name, (node, problems) in files.items():
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
            reader.read_judgements(fields)
        else:
            reader.read_targets(fields)
            reader.read_assumptions(fields)
        reader.exclusions += read_exclusions(fields, reader.sections, reader.problems)
    return reader.catalogue(), reader.problems


@dataclass
class _Reader:
    """Remembers what has been declared while the two files are read one after the other."""

    problems: list[Problem] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    baselines: list[Figure] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    references: list[Figure] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=lambda: dict(BUILT_IN))
    rounding: dict[str, Rounding] = field(default_factory=dict)
    conventions: agreed.Conventions = field(default_factory=agreed.Conventions)
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

    @once
    def declared(self) -> Declared:
        """What a figure can refer to, as it grows; called when the units are complete."""
        return Declared(self.indicators, self.sections, self.units, self.problems, Alike(self.units))

    @property
    def known(self) -> agreed.Known:
        """What a number in a convention is read with."""
        return agreed.Known(self.units, self.problems)

    def catalogue(self) -> Catalogue:
        """Everything read, frozen."""
        return marked(Catalogue(
            frozen(self.indicators), tuple(self.baselines), tuple(self.targets), frozen(self.sections),
            frozen(self.units), self.conventions.band, tuple(self.checks), tuple(self.silences), self.title,
            self.title_en, frozen(self.profiles), tuple(self.rates), tuple(self.exclusions),
            tuple(self.references), self.conventions.lights,
        ))  # fmt: skip

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
            agreed.read_unit(self.known, symbol, entry.value)
        if name == TARGETS and (conventions := fields.mapping("conventions")):
            self.conventions = agreed.read_conventions(self.known, conventions)

    def _read_section(self, path: str, node: object) -> None:
        own = path.split("/")[-1]
        if isinstance(node, Mapping):
            fields = Fields(node, ("name", "name_en", "begins"), self.problems)
            name = fields.text("name", own)
            self.sections[path] = Section(path, name, fields.text("name_en", name), fields.text("begins"))
        else:
            self.sections[path] = Section(path, own, own)

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
        name, units = fields.required("name"), fields.texts("units")
        for word, node in units:
            if word not in self.units:
                self.complain(node.place, "F002", word, suggestion=nearest(word, self.units))
            elif units[0][0] in self.units and not can_be_one(self.units, word, units[0][0]):
                self.complain(node.place, "F013", word, units[0][0])
        within, companions, akin = (fields.texts(key) for key in ("within", "companions", "akin"))
        same_as = tuple(word for word, _ in fields.texts("same_as"))
        self.mentions += [*within, *companions, *akin]
        return Indicator(
            id, name, fields.text("name_en", name),
            fields.choice("direction", Direction) or Direction.NONE,
            place, frozen(agreed.read_prices(fields, self.problems)), tuple(word for word, _ in units),
            fields.flag("may_exceed", False),
            tuple(word for word, _ in within), tuple(word for word, _ in companions), fields.text("per"),
            tuple(word for word, _ in akin), same_as, fields.text("in_words"), fields.flag("may_be_negative", False),
        )  # fmt: skip

    def check_mentions(self) -> None:
        """Indicators that others mention must exist; called when all have been read."""
        for id, node in self.mentions:
            self.mention(id, node.place)

    def mention(self, id: str, place: Place) -> None:
        """An indicator that is referred to must exist, unless a file that could declare it was not readable."""
        if id and self.complete and id not in self.indicators:
            self.complain(place, "R001", id, suggestion=nearest(id, self.indicators))

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

    def read_assumptions(self, fields: Fields) -> None:
        """How base years were spread, and exchange rates."""
        for id, place, profile in agreed.read_profiles(self.known, fields.mapping("profiles") or _NOTHING):
            self.mention(id, place)
            if profile is not None:
                self.profiles[id] = profile
        if "rates" in fields:
            self.rates += agreed.read_rates(self.known, fields)

    def read_judgements(self, fields: Fields) -> None:
        """The relations that ``baselines.yaml`` declares, and the questions that it answers."""
        self.checks += read_checks(fields.mapping("checks") or _NOTHING, self.problems)
        for id, place, silence in read_silences(fields, self.problems):
            self.mention(id, place)
            if silence is not None:
                self.silences.append(silence)

    def _read_figure(self, indicator: str, fields: Fields, role: Role) -> None:
        figure = read_figure(self.declared, indicator, fields, role, self.rounding.get(fields.file, Rounding.NEAREST))
        if figure is None:
            return
        words = figure.printed if isinstance(figure, WordedTarget) else ""
        key = (figure.role, figure.reference, figure.section, words, figure.wording)  # 增长6%，力争6.5% are two
        if key in self.seen:
            self.complain(figure.place, "R004", figure.reference, str(self.seen[key]))
            return
        self.seen[key] = figure.place
        if isinstance(figure, WordedTarget):
            self.targets.append(figure)
            return
        self._check_unit(figure)
        if figure.written.bound is Bound.ABOUT:
            half = self.conventions.band.half_width(figure) / figure.points
            figure = figure._replace(half_band=half)
        kept: dict[Role, list[Figure] | list[Target]] = {
            Role.BASELINE: self.baselines, Role.TARGET: self.targets, Role.REFERENCE: self.references,
        }  # fmt: skip
        kept[role].append(figure)

    def _check_unit(self, figure: Figure) -> None:
        """All amounts of one indicator are in one unit: 家 is not 户."""
        written = figure.written
        if written.unit in RATIOS or written.unit == STEP:
            return
        unit, place = self.unit_of.setdefault(figure.indicator, (written.unit, figure.place))
        if unit != written.unit:
            self.complain(figure.place, "F008", written.unit, f"{unit} ({place})")


_NOTHING = Mapping("", None, {})
