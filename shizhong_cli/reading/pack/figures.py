"""One figure or target of a YAML file to the model: number, unit, periods and the rest, every problem noted."""

from __future__ import annotations

from shizhong_cli.core.figure.as_many import as_many
from shizhong_cli.core.figure.period import Period, parse_period
from shizhong_cli.core.figure.terms import Measure, Rounding
from shizhong_cli.core.figure.units import POINT, RATIOS, STEP, TIMES
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.fitting import FITTING, fits
from shizhong_cli.core.pack.goal import WordedTarget
from shizhong_cli.core.pack.model import Figure, Target
from shizhong_cli.core.pack.terms import Binding, Role
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.beside import period_of, read_beside
from shizhong_cli.reading.pack.declared import Declared, in_first_unit
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.goals import read_relative
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_number

MEASURES = tuple(measure.value for measure in Measure)
_COMMON_KEYS = (
    "unit", "period", "since", "section", "rounding", "rounded_to", "multiple", "shared", "estimated", "note",
    "note_en", "guessed",
)  # fmt: skip
BASELINE_KEYS = dict.fromkeys((*MEASURES, *_COMMON_KEYS, "revised"))
REFERENCE_KEYS = dict.fromkeys(
    ("indicator", *MEASURES, *_COMMON_KEYS, "source", "source_en", "published"),
)
TARGET_KEYS = dict.fromkeys((
    "indicator", *MEASURES, "qualitative", *_COMMON_KEYS, "binding", "responsible", "wording", "held", "provisional",
    "above_last_year", "adjusted", "profile", "base_differs", "base_differs_en", "milestones", "relative",
))  # fmt: skip


def read_figure(declared: Declared, indicator: str, fields: Fields, role: Role, rounding: Rounding) -> Target | None:
    """One figure, or a target in words; ``None``, with the problems noted, when it cannot be used.

    ``rounding`` is that of its file.
    """
    kind = _kind(declared, fields, role)
    measure = Measure(kind) if kind in MEASURES else None
    relative = read_relative(declared, fields)
    in_words = kind == "qualitative" or relative is not None
    written = _read_written(declared, indicator, fields, measure)
    period, since = _read_periods(declared, fields, measure)
    source, section, binding = _read_by_role(declared, fields, role, kind)
    own_rounding = fields.choice("rounding", Rounding, rounding) or rounding
    as_multiple, since = _read_multiple(fields, measure, written, since)
    if period is None or indicator not in declared.indicators or (written is None) != in_words:
        return None
    place, words = fields.place_of(kind or ""), fields.text(kind or "")
    beside = read_beside(declared, indicator, fields, (kind, measure, written, period))
    if measure is None or written is None:
        if role is not Role.TARGET:
            return None
        return WordedTarget(
            indicator, period, section, place, words, measure, relative, since, binding, beside.note, beside.note_en,
            beside.responsible, beside.wording, beside.held, beside.provisional, beside.above,
            beside.differs, beside.differs_en, beside.guessed, beside.schedule,
        )  # fmt: skip
    return Figure(
        indicator, role, period, section, place, measure, written, since, binding, own_rounding, as_multiple,
        _counts(declared, indicator, written), beside.note, beside.note_en, beside.responsible, beside.shared,
        beside.wording, beside.held, beside.provisional, beside.differs, beside.differs_en, None, beside.replaced, "",
        source, beside.source_en, beside.guessed, beside.published, beside.schedule, beside.milestones, relative,
    )  # fmt: skip


def _read_multiple(
    fields: Fields, measure: Measure | None, written: Written | None, since: Period | None
) -> tuple[bool, Period | None]:
    """Whether it is so many times as much, by declaration or words, and the base that the words may name."""
    is_declared = fields.one_of("multiple", ("increase", "times"), "increase") == "times"
    if measure is not Measure.GROWTH or written is None or not written.multiple:
        return is_declared, since
    times = as_many(written.text)
    return True, parse_period(times.since) if since is None and times and times.since else since


def _kind(declared: Declared, fields: Fields, role: Role) -> str | None:
    """The one key that holds the figure."""
    kinds = [key for key in (*MEASURES, "qualitative") if key in fields]
    if len(kinds) != 1:
        expected = (*MEASURES, "qualitative") if role is Role.TARGET else MEASURES
        declared.problems.append(Problem(fields.place, "F004", ", ".join(kinds), ", ".join(expected)))
    return kinds[0] if len(kinds) == 1 else None


def _read_written(declared: Declared, indicator: str, fields: Fields, measure: Measure | None) -> Written | None:
    """The number as printed, in the unit of its indicator; a target in words, or relative to another, has none."""
    if measure is None or "relative" in fields:
        return None
    symbol, known = _read_unit(declared, fields)
    text = fields.required(measure.value)
    if not known or not text:
        return None
    place = fields.place_of(measure.value)
    written = read_number(text, declared.units, place, declared.problems, symbol, declared.alike)
    if written is None:
        return None
    same = declared.indicators[indicator].units if indicator in declared.indicators else ()
    if symbol is not None and written.unit != symbol and not {symbol, written.unit} <= {*same}:
        declared.problems.append(Problem(fields.place_of("unit"), "F005", fields.text("unit"), written.unit))
    if problem := _misfit(measure, written, place):
        declared.problems.append(problem)
        return None
    if fields.flag("estimated", False):
        written = written._replace(estimated=True)
    return in_first_unit(declared, indicator, _rounded_to(declared, written, fields))


def _read_unit(declared: Declared, fields: Fields) -> tuple[str | None, bool]:
    """The unit that is declared beside the number, if any, and whether it is known."""
    unit = fields.text("unit")
    if unit and unit not in declared.units:
        suggestion = nearest(unit, declared.units)
        declared.problems.append(Problem(fields.place_of("unit"), "F002", unit, suggestion=suggestion))
        return None, False
    return declared.units[unit].symbol if unit else None, True


def _misfit(measure: Measure, written: Written, place: Place) -> Problem | None:
    """What is wrong with a unit for this measure, if anything."""
    if _is_fit(measure, written):
        return None
    unit, fitting = written.unit, FITTING.get(measure, ())
    if not unit:
        return Problem(place, "F006", written.text, suggestion=f"{written.text}%" if fitting else "")
    if fitting:
        suggestion = Measure.CHANGE.value if unit == POINT else ""
        return Problem(place, "F003", written.text, ", ".join(word for word in fitting if word), suggestion)
    suggestion = Measure.CHANGE.value if unit in (POINT, STEP) else f"{Measure.GROWTH}, {Measure.SHARE}"
    return Problem(place, "F003", written.text, "家, 亿元 …", suggestion)


def _is_fit(measure: Measure, written: Written) -> bool:
    if written.unit == TIMES and "番" in written.text and measure not in FITTING:  # 翻一番 is no stock
        return False
    return fits(measure, written.unit) and (bool(written.unit) or not written.digits or measure is Measure.SHARE)


def _rounded_to(declared: Declared, written: Written, fields: Fields) -> Written:
    text = fields.text("rounded_to")
    if not text:
        return written
    step = read_number(text, declared.units, fields.place_of("rounded_to"), declared.problems, written.unit)
    if step is None:
        return written
    if step.value <= 0:
        declared.problems.append(Problem(fields.place_of("rounded_to"), "F001", text))
        return written
    return written._replace(place=step.value, whole=False)


def _read_periods(declared: Declared, fields: Fields, measure: Measure | None) -> tuple[Period | None, Period | None]:
    period = period_of(fields, "period", required=True)
    since = period_of(fields, "since")
    if measure is Measure.AVERAGE_GROWTH and "since" not in fields:
        declared.problems.append(Problem(fields.place, "K002", expected="since"))
    if since and period and since.last >= period.last:
        declared.problems.append(Problem(fields.place_of("since"), "P002", str(since), str(period)))
        return None, None
    return period, since


def _read_by_role(declared: Declared, fields: Fields, role: Role, kind: str | None) -> tuple[str, str, Binding | None]:
    """What not every figure has: who published a reference, where in the report another stands, how a target binds."""
    source = fields.required("source") if role is Role.REFERENCE else ""
    section = _read_section(declared, fields) if role is not Role.REFERENCE else ""
    return source, section, _read_binding(declared, fields, kind) if role is Role.TARGET else None


def _read_section(declared: Declared, fields: Fields) -> str:
    path = fields.required("section")
    if path and declared.sections and path not in declared.sections:
        suggestion = nearest(path, declared.sections)
        declared.problems.append(Problem(fields.place_of("section"), "R002", path, suggestion=suggestion))
    return path


def _read_binding(declared: Declared, fields: Fields, kind: str | None) -> Binding | None:
    binding = fields.choice("binding", Binding, Binding.TASK)
    if kind is not None and kind != "qualitative" and binding is Binding.QUALITATIVE:
        declared.problems.append(Problem(fields.place_of("binding"), "F007", str(binding)))
    return binding


def _counts(declared: Declared, indicator: str, written: Written) -> bool:
    """Whether the figure counts things that come in whole numbers."""
    if declared.indicators[indicator].per or written.unit in RATIOS:
        return False
    return written.unit in declared.units and declared.units[written.unit].whole
