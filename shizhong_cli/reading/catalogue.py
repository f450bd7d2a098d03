"""``baselines.yaml`` and ``targets.yaml`` to the model, with every problem of both files in one list."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from shizhong_cli.core.model import Band, Catalogue, DeclaredCheck, Figure, Indicator, Section, Silence
from shizhong_cli.core.period import InvalidPeriod, Period, parse_period
from shizhong_cli.core.units import BUILT_IN, PERCENT, POINT, STEP, TIMES, Unit
from shizhong_cli.core.vocabulary import Binding, Direction, Kind, Measure, QuestionRule, Role, Rounding
from shizhong_cli.core.written import NotANumber, UnknownUnit, Written, parse_figure
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.fields import Fields, nearest, scalar_text
from shizhong_cli.reading.located import Mapping, Node, read_yaml

BASELINES = "baselines.yaml"
TARGETS = "targets.yaml"

_ID = re.compile(r"[a-z][a-z0-9_]*")
_MEASURES = tuple(measure.value for measure in Measure)
_FILE_KEYS = {
    BASELINES: ("report", "rounding", "sections", "units", "indicators", "checks", "silence"),
    TARGETS: ("report", "rounding", "sections", "units", "conventions", "indicators", "targets"),
}
_INDICATOR_KEYS = (
    "name", "name_en", "direction", "prices", "units", "per", "may_exceed", "within", "companions", "figures",
)  # fmt: skip
_COMMON_KEYS = ("unit", "period", "since", "section", "rounding", "rounded_to", "multiple", "note", "note_en")
_BASELINE_KEYS = (*_MEASURES, *_COMMON_KEYS)
_TARGET_KEYS = ("indicator", *_MEASURES, "qualitative", *_COMMON_KEYS, "binding")

_FITS = {
    Measure.GROWTH: (PERCENT, TIMES, "‰"),
    Measure.AVERAGE_GROWTH: (PERCENT, TIMES, "‰"),
    Measure.SHARE: (PERCENT, "‰", ""),
}
"""The units that a measure can be printed in, where not every unit will do."""


def data_folder(given: Path | None) -> Path:
    """The folder to read: the one given, else SHIZHONG_DATA, else the data that came with the program."""
    if given is not None:
        return given
    if variable := os.environ.get("SHIZHONG_DATA"):
        return Path(variable)
    package = Path(__file__).resolve().parent.parent
    shipped = package / "data"
    return shipped if (shipped / TARGETS).is_file() else package.parent


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
        elif node is not None:
            reader.problems.append(Problem(node.place, "K004", name, "mapping"))
    for name, fields in documents:
        reader.read_head(name, fields)
    for _, fields in documents:
        reader.read_indicators(fields)
    reader.check_mentions()
    for name, fields in documents:
        if name == BASELINES:
            reader.read_checks(fields)
            reader.read_silences(fields)
        else:
            reader.read_targets(fields)
    return reader.catalogue(), reader.problems


def _shown(path: Path) -> str:
    """The path as places show it: relative to the working folder when it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


@dataclass
class _Reader:
    """Remembers what has been declared while the two files are read one after the other."""

    problems: list[Problem] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    baselines: list[Figure] = field(default_factory=list)
    targets: list[Figure] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=lambda: dict(BUILT_IN))
    rounding: dict[str, Rounding] = field(default_factory=dict)
    band: Band = field(default_factory=Band)
    checks: list[DeclaredCheck] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    mentions: list[tuple[str, Node]] = field(default_factory=list)
    title: str = ""
    title_en: str = ""
    seen: dict[tuple[str, ...], Place] = field(default_factory=dict)

    def catalogue(self) -> Catalogue:
        """Everything read, frozen."""
        return Catalogue(
            self.indicators, tuple(self.baselines), tuple(self.targets), self.sections, self.units, self.band,
            tuple(self.checks), tuple(self.silences), self.title, self.title_en,
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
            fields = Fields(node, ("name", "name_en"), self.problems)
            name = fields.text("name", own)
            self.sections[path] = Section(path, name, fields.text("name_en", name))
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
        whole = self._flag(fields, "whole", "true")
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
        written = self._parse(text, fields.place_of(key))
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
                self.complain(entry.key.place, "K006", id)
            if id in self.indicators:
                self.complain(entry.key.place, "R003", id, str(self.indicators[id].place))
                continue
            described = Fields(entry.value, _INDICATOR_KEYS, self.problems)
            self.indicators[id] = self._read_indicator(id, entry.key.place, described)
            for node in described.sequence("figures"):
                if isinstance(node, Mapping):
                    self._read_figure(id, Fields(node, _BASELINE_KEYS, self.problems), Role.BASELINE)
                else:
                    self.complain(node.place, "K004", "figures", "mapping")

    def _read_indicator(self, id: str, place: Place, fields: Fields) -> Indicator:
        units = fields.texts("units")
        for word, node in units:
            if word not in self.units:
                self.complain(node.place, "F002", word, suggestion=nearest(word, self.units))
        within, companions = fields.texts("within"), fields.texts("companions")
        self.mentions += [*within, *companions]
        return Indicator(
            id, fields.required("name"), fields.required("name_en"),
            fields.choice("direction", Direction) or Direction.NONE,
            place, self._read_prices(fields), tuple(word for word, _ in units), self._flag(fields, "may_exceed"),
            tuple(word for word, _ in within), tuple(word for word, _ in companions), fields.text("per"),
        )  # fmt: skip

    def check_mentions(self) -> None:
        """Indicators that others mention must exist; called when all have been read."""
        for id, node in self.mentions:
            if id not in self.indicators:
                self.complain(node.place, "R001", id, suggestion=nearest(id, self.indicators))

    def _flag(self, fields: Fields, key: str, default: str = "false") -> bool:
        word = fields.text(key, default)
        if word not in ("true", "false"):
            self.complain(fields.place_of(key), "K003", word, "true, false")
        return word == "true"

    def _read_prices(self, fields: Fields) -> AbstractMapping[Measure, str]:
        prices: dict[Measure, str] = {}
        node = fields.mapping("prices")
        if node is None:
            return prices
        for key in Fields(node, _MEASURES, self.problems).node.entries:
            basis = scalar_text(node.entries[key].value, key, self.problems)
            if basis is not None and basis not in ("current", "constant"):
                self.complain(node.entries[key].value.place, "K003", basis, "current, constant")
            elif basis is not None and key in _MEASURES:
                prices[Measure(key)] = basis
        return prices

    def read_targets(self, fields: Fields) -> None:
        """The targets of ``targets.yaml``."""
        for node in fields.sequence("targets"):
            if not isinstance(node, Mapping):
                self.complain(node.place, "K004", "targets", "mapping")
                continue
            target = Fields(node, _TARGET_KEYS, self.problems)
            id = target.required("indicator")
            if id and id not in self.indicators:
                self.complain(target.place_of("indicator"), "R001", id, suggestion=nearest(id, self.indicators))
            self._read_figure(id, target, Role.TARGET)

    def _read_figure(self, indicator: str, fields: Fields, role: Role) -> None:
        kinds = [key for key in (*_MEASURES, "qualitative") if key in fields]
        if len(kinds) != 1:
            expected = ", ".join(_TARGET_KEYS[1:8] if role is Role.TARGET else _MEASURES)
            self.complain(fields.place, "F004", ", ".join(kinds), expected)
        kind = kinds[0] if kinds else None
        measure = Measure(kind) if kind in _MEASURES else None
        written = self._read_written(indicator, fields, measure) if measure else None
        period = self._read_period(fields, "period", required=True)
        since = self._read_period(fields, "since")
        if measure is Measure.AVERAGE_GROWTH and "since" not in fields:
            self.complain(fields.place, "K002", expected="since")
        if since and period and since.last >= period.last:
            self.complain(fields.place_of("since"), "P002", str(since), str(period))
        section = self._read_section_of(fields)
        usable = period is not None and (written is not None or kind == "qualitative")
        if period is None or not usable or indicator not in self.indicators:
            return
        file_rounding = self.rounding.get(fields.file, Rounding.NEAREST)
        figure = Figure(
            indicator, role, period, section, fields.place_of(kind or ""), measure, written,
            fields.text("qualitative"), since, self._read_binding(fields, role, kind),
            fields.choice("rounding", Rounding, file_rounding) or file_rounding,
            self._read_multiple(fields), self._counts(indicator, written), fields.text("note"), fields.text("note_en"),
        )  # fmt: skip
        self._keep(figure)

    def _keep(self, figure: Figure) -> None:
        """File a figure, once for each statement of the report."""
        key = (figure.role, figure.reference, figure.section, figure.qualitative and figure.printed)
        if key in self.seen:
            self.complain(figure.place, "R004", figure.reference, str(self.seen[key]))
            return
        self.seen[key] = figure.place
        (self.baselines if figure.role is Role.BASELINE else self.targets).append(figure)

    def _read_written(self, indicator: str, fields: Fields, measure: Measure) -> Written | None:
        text = fields.required(measure.value)
        unit = fields.text("unit") or None
        if unit is not None and unit not in self.units:
            self.complain(fields.place_of("unit"), "F002", unit, suggestion=nearest(unit, self.units))
            return None
        place = fields.place_of(measure.value)
        written = self._parse(text, place, self.units[unit].symbol if unit else None) if text else None
        if written is None:
            return None
        if unit is not None and written.unit != self.units[unit].symbol:
            self.complain(fields.place_of("unit"), "F005", unit, written.unit)
        fits = _FITS.get(measure)
        if fits is not None and written.unit not in fits:
            self.complain(place, "F003", text, ", ".join(f for f in fits if f))
            return None
        if fits is None and (written.unit in (PERCENT, "‰", TIMES) or not written.unit):
            self.complain(place, "F003" if written.unit else "F006", text)
            return None
        if written.unit in (POINT, STEP) and measure is not Measure.CHANGE:
            self.complain(place, "F003", text, "change")
            return None
        known = self.indicators.get(indicator)
        if known and written.unit in known.units:
            written = written._replace(unit=known.units[0])
        return self._rounded_to(written, fields)

    def _rounded_to(self, written: Written, fields: Fields) -> Written:
        text = fields.text("rounded_to")
        if not text:
            return written
        step = self._parse(text, fields.place_of("rounded_to"), written.unit)
        if step is None or step.value <= 0:
            self.complain(fields.place_of("rounded_to"), "F001", text)
            return written
        return written._replace(place=step.value, whole=False)

    def _parse(self, text: str, place: Place, unit: str | None = None) -> Written | None:
        try:
            return parse_figure(text, self.units, unit)
        except UnknownUnit as error:
            self.complain(place, "F002", error.found, suggestion=nearest(error.found, self.units))
        except NotANumber as error:
            self.complain(place, "F001", error.found)
        return None

    def _read_period(self, fields: Fields, key: str, required: bool = False) -> Period | None:
        text = fields.required(key) if required else fields.text(key)
        if not text:
            return None
        try:
            return parse_period(text)
        except InvalidPeriod:
            self.complain(fields.place_of(key), "P001", text)
            return None

    def _read_section_of(self, fields: Fields) -> str:
        path = fields.required("section")
        if path and self.sections and path not in self.sections:
            self.complain(fields.place_of("section"), "R002", path, suggestion=nearest(path, self.sections))
        return path

    def _read_binding(self, fields: Fields, role: Role, kind: str | None) -> Binding | None:
        if role is Role.BASELINE:
            return None
        binding = fields.choice("binding", Binding, Binding.QUALITATIVE if kind == "qualitative" else Binding.TASK)
        without_number = binding in (Binding.QUALITATIVE, Binding.DELEGATED)
        if without_number != (kind == "qualitative"):
            self.complain(fields.place_of("binding"), "F007", str(binding))
        return binding

    def _read_multiple(self, fields: Fields) -> bool:
        """``multiple: times`` declares that 1.5倍 means 1.5 times as many; ``increase`` is the rule."""
        word = fields.text("multiple", "increase")
        if word not in ("increase", "times"):
            self.complain(fields.place_of("multiple"), "K003", word, "increase, times")
        return word == "times"

    def _counts(self, indicator: str, written: Written | None) -> bool:
        if written is None or self.indicators[indicator].per:
            return False
        return written.unit in self.units and self.units[written.unit].whole

    # ── checks ─────────────────────────────────────────────────────────────────

    def read_checks(self, fields: Fields) -> None:
        """The relations that ``baselines.yaml`` declares; their expressions are read by ``core.expression``."""
        keys = (
            "expression",
            "kind",
            "name",
            "name_en",
            "unknown",
            "unknown_en",
            "not_checkable",
            "not_checkable_en",
        )
        for id, entry in (fields.mapping("checks") or _NOTHING).entries.items():
            if not isinstance(entry.value, Mapping):
                self.complain(entry.value.place, "K004", id, "mapping")
                continue
            check = Fields(entry.value, keys, self.problems)
            expression = check.required("expression")
            if expression:
                self.checks.append(
                    DeclaredCheck(
                        id, expression, entry.key.place, check.place_of("expression"),
                        check.choice("kind", Kind, Kind.DECLARED) or Kind.DECLARED, check.text("name", id),
                        check.text("name_en", id), check.text("unknown"), check.text("unknown_en"),
                        check.text("not_checkable"), check.text("not_checkable_en"),
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
            if indicator and indicator not in self.indicators:
                place = silence.place_of("indicator")
                self.complain(place, "R001", indicator, suggestion=nearest(indicator, self.indicators))
            if rule and indicator and reason:
                self.silences.append(Silence(rule, indicator, reason, node.place))


_NOTHING = Mapping("", None, {})
