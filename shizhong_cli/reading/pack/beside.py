"""What few figures have beside number, period and place: notes, who answers for it, what was guessed of it."""

from __future__ import annotations

from shizhong_cli.core.figure.period import Period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.figure.written import Written
from shizhong_cli.core.pack.goal import Adjustment, Milestone
from shizhong_cli.core.pack.profile import Profile
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.declared import Declared
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.goals import read_milestones
from shizhong_cli.reading.pack.replacements import read_replacements
from shizhong_cli.reading.pack.schedules import read_schedule
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.reading.values import read_period
from shizhong_cli.tuples import NamedTuple

GUESSES = ("role", "period", "measure", "name", "unit", "bound", "direction")
"""What of a figure a draft can have guessed; see ``core.checking.guesses`` for what that means."""

_KEYS = frozenset((
    "note", "note_en", "responsible", "shared", "wording", "held", "provisional", "above_last_year", "base_differs",
    "base_differs_en", "adjusted", "revised", "source_en", "guessed", "published", "profile", "milestones",
))  # fmt: skip
"""Where it stands."""


class Beside(NamedTuple):
    """What a figure or a target can have; see ``core.pack.printed`` for what it means."""

    note: str = ""
    note_en: str = ""
    responsible: str = ""
    shared: bool = False
    wording: str = ""
    held: bool = False
    provisional: bool = False
    above: bool = False
    differs: str = ""
    differs_en: str = ""
    replaced: tuple[Adjustment, ...] = ()
    source_en: str = ""
    guessed: tuple[str, ...] = ()
    published: Period | None = None
    schedule: Profile | None = None
    milestones: tuple[Milestone, ...] = ()


_NOTHING = Beside()


def read_beside(
    declared: Declared, indicator: str, fields: Fields,
    known: tuple[str | None, Measure | None, Written | None, Period],
) -> Beside:  # fmt: skip
    """All of it, of a figure whose kind, measure, number and period are known."""
    if fields.has_none_of(_KEYS):
        return _NOTHING
    kind, measure, written, period = known
    note, note_en, responsible = (fields.text(key) for key in ("note", "note_en", "responsible"))
    shared, wording = fields.flag("shared", False), fields.text("wording")
    held, provisional = _read_held(declared, fields, measure), fields.flag("provisional", False)
    above = _read_above(declared, fields, kind)
    differs, differs_en = fields.text("base_differs"), fields.text("base_differs_en")
    replaced, source_en = read_replacements(declared, indicator, fields, written), fields.text("source_en")
    guessed, published = _read_guessed(declared, fields), period_of(fields, "published")
    schedule = read_schedule(fields, (measure, written, period), declared.units)
    numbered = measure is not None and written is not None
    milestones = read_milestones(declared, indicator, fields, written, period) if numbered and written else ()
    return Beside(
        note, note_en, responsible, shared, wording, held, provisional, above, differs, differs_en, replaced, source_en,
        guessed, published, schedule, milestones,
    )  # fmt: skip


def _read_guessed(declared: Declared, fields: Fields) -> tuple[str, ...]:
    """What a draft guessed of the figure; each word once."""
    found = []
    for word, node in fields.texts("guessed") if "guessed" in fields else ():
        if word not in GUESSES:
            declared.problems.append(Problem(node.place, "K003", word, ", ".join(GUESSES), nearest(word, GUESSES)))
        elif word not in found:
            found.append(word)
    return tuple(found)


def _read_held(declared: Declared, fields: Fields, measure: Measure | None) -> bool:
    """Whether a state is to be kept: only a stock or a share is one."""
    held = fields.flag("held", False)
    if held and measure not in (None, Measure.LEVEL, Measure.SHARE):
        declared.problems.append(Problem(fields.place_of("held"), "F004", f"held, {measure}", "level, share"))
    return held


def _read_above(declared: Declared, fields: Fields, kind: str | None) -> bool:
    """Whether a target without a number still asks for more than last year."""
    above = fields.flag("above_last_year", False)
    if above and kind != "qualitative":
        declared.problems.append(Problem(fields.place_of("above_last_year"), "F004", str(kind), "qualitative"))
    return above


def period_of(fields: Fields, key: str, required: bool = False) -> Period | None:
    """The period in a field; nothing, with a problem noted, where it names none."""
    text = fields.required(key) if required else fields.text(key)
    if not text:
        return None
    return read_period(text, fields.place_of(key), fields.problems)
