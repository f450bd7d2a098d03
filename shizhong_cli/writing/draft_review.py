"""The figures of a draft that were guessed, one after the other: each accepted, corrected or dropped.

The files are changed line by line, so that everything a person wrote in them stays. A figure waits as long as its line
says ``guessed``; nothing else is remembered, so a review can be left at any time and taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.figure.period import InvalidPeriod, parse_period
from shizhong_cli.core.figure.terms import Measure
from shizhong_cli.core.pack.terms import PRICE_BASES, Direction, Role
from shizhong_cli.core.report.drafting.heads import period_named
from shizhong_cli.escapes.yaml import scalar
from shizhong_cli.tuples import NamedTuple
from shizhong_cli.writing.draft_indicators import (
    INDICATOR,
    Files,
    Told,
    block_of,
    directions_and_prices,
    fields_of,
    with_field,
)

_ENTRY = re.compile(r"^(?P<indent>\s*- )\{(?P<fields>.*)\}(?P<check>\s+#.*)?\s*$")
_NAME = re.compile(r"^    name: (?P<name>.*?)\s*$")
_PLACE = re.compile(r"(?P<line>[0-9]+):(?P<column>[0-9]+)\s*$")
_MEASURES = tuple(measure.value for measure in Measure)
_DIRECTIONS = tuple(direction.value for direction in Direction)
_ROLES = (Role.BASELINE.value, Role.TARGET.value)
_TYPED = ("unit", "period", "since", "section")
_IN_WORDS = "qualitative"
EDITABLE = ("name", "role", "measure", "figure", "unit", "period", "since", "section", "direction", "prices")
"""What can be corrected; name, direction and prices are those of the indicator, and so of all its figures."""
NEEDED = ("name", "figure", "period", "section")
"""What no figure can do without, of what is typed freely."""


class Waiting(NamedTuple):
    """One figure that waits for a person."""

    role: Role
    number: int  # of its line in its file, from 0
    indicator: str
    name: str
    fields: Mapping[str, str]  # as they are typed
    guessed: tuple[str, ...]
    line: int  # of the report, 0 when it is not said
    column: int
    direction: str  # of its indicator
    bases: Mapping[str, str]  # the prices of its indicator, by measure

    @property
    def measure(self) -> str:
        """Its measure; the key that holds the figure or, where it has none, its words."""
        return next((key for key in self.fields if key in (*_MEASURES, _IN_WORDS)), "")

    @property
    def prices(self) -> str:
        """The prices that its measure is at, where they are declared."""
        return self.bases.get(self.measure, "")

    @property
    def is_in_words(self) -> bool:
        """Whether it has no number: 与经济增长同步."""
        return self.measure == _IN_WORDS or "relative" in self.fields

    @property
    def figure(self) -> str:
        """The figure as it is typed, without quotation marks."""
        return self.fields.get(self.measure, "").strip("'\"")


class CannotCorrect(ValueError):
    """A correction that says nothing that can be done; ``words`` are those that say nothing."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        super().__init__(self.words)


def waiting(files: Files) -> Iterator[Waiting]:
    """Every figure that was guessed: what is most in doubt first, in the order of the report."""
    yield from (it for it in every_figure(files) if it.guessed)


def every_figure(files: Files) -> Iterator[Waiting]:
    """Every figure, what is most in doubt first, in the order of the report; what nothing was guessed of last."""
    names = _names(files)
    told = directions_and_prices(files)
    found = list(_of_file(files.baselines, Role.BASELINE, names, told))
    found += _of_file(files.targets, Role.TARGET, names, told)
    yield from sorted(found, key=lambda it: (-len(it.guessed), it.line, it.column))


def _names(files: Files) -> dict[str, str]:
    names: dict[str, str] = {}
    id = ""
    for line in (*files.baselines.splitlines(), *files.targets.splitlines()):
        if indicator := INDICATOR.match(line):
            id = indicator["id"]
        elif (name := _NAME.match(line)) and id:
            names.setdefault(id, name["name"].strip("'\""))
    return names


def _of_file(text: str, role: Role, names: Mapping[str, str], told: Told) -> Iterator[Waiting]:
    id = ""
    for number, line in enumerate(text.splitlines()):
        if indicator := INDICATOR.match(line):
            id = indicator["id"]
        entry = _ENTRY.match(line)
        if entry is None:
            continue
        fields = fields_of(entry["fields"])
        own = fields.get("indicator", id)
        place = _PLACE.search(entry["check"] or "")
        guessed = tuple(word.strip() for word in fields.pop("guessed", "").strip("[]").split(",") if word.strip())
        at = (int(place["line"]), int(place["column"])) if place else (0, 0)
        figure = Waiting(role, number, own, names.get(own, own), fields, guessed, *at, *told.get(own, ("", {})))
        if figure.measure:  # an exclusion has none
            yield figure


def accepted(files: Files, it: Waiting) -> Files:
    """The files with a figure as it is, no longer guessed."""
    return _with_line(files, it, _written(it, it.fields))


def dropped(files: Files, it: Waiting, reason: str) -> Files:
    """The files without a figure; its number is an exclusion, so that coverage stays complete."""
    files = _without_empty(_with_line(files, it, None), it.indicator)
    if it.is_in_words:
        return files
    entry = f"{{text: {scalar(it.figure)}, section: {it.fields.get('section', '')}, reason: {scalar(reason)}}}"
    lines = files.baselines.splitlines()
    if not any(line.rstrip() == "exclusions:" for line in lines):
        lines.append("exclusions:")
    at = next(number for number, line in enumerate(lines) if line.rstrip() == "exclusions:")
    lines.insert(at + 1, f"  - {entry}")
    return files._replace(baselines="\n".join(lines) + "\n")


def corrected(files: Files, it: Waiting, changes: Mapping[str, str]) -> Files:
    """The files with a figure as it was corrected: other fields, another measure, role or name."""
    changes = {key: as_meant(key, text) for key, text in changes.items()}
    unknown = [key for key in changes if key not in EDITABLE]
    role, measure = changes.get("role", it.role.value), changes.get("measure", it.measure)
    known = ((measure, (*_MEASURES, it.measure)), (role, _ROLES), *_of_the_indicator(changes))
    unknown += [word or "—" for word, words in known if word not in words]
    unknown += [f"{key}=" for key in NEEDED if changes.get(key) == ""]
    if unknown or not changes:
        raise CannotCorrect(unknown)
    fields = _changed(it, changes, measure)
    id = _id_of(files, it.indicator, changes.get("name", ""))
    files = _with_indicator(files, it, id, {**changes, "measure": measure})
    it = next(moved for moved in every_figure(files) if _place(moved) == _place(it))
    return _without_empty(_under(files, it, id, Role(role), fields), it.indicator)


def _with_indicator(files: Files, it: Waiting, id: str, changes: Mapping[str, str]) -> Files:
    """The files with what was corrected of an indicator: its name, its direction, the prices of a measure of it."""
    if "name" in changes and id == it.indicator:
        files = _renamed(files, id, changes["name"])
    if "direction" in changes:
        files = with_field(files, id, "direction", changes["direction"])
    if "prices" in changes:
        bases = {**directions_and_prices(files).get(id, ("", {}))[1], changes["measure"]: changes["prices"]}
        files = with_field(files, id, "prices", _mapping(bases) if any(bases.values()) else "")
    return files


def _place(it: Waiting) -> tuple[Role, str, Mapping[str, str], int, int]:
    return it.role, it.indicator, it.fields, it.line, it.column


def _of_the_indicator(changes: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said of the indicator, each with what can be said."""
    yield changes.get("direction", Direction.NONE.value), _DIRECTIONS
    yield changes.get("prices", ""), ("", *PRICE_BASES)


def _id_of(files: Files, own: str, name: str) -> str:
    """The indicator that has a name already, which a figure so named belongs to; otherwise its own."""
    names = _names(files)
    return own if names.get(own) == name else next((id for id, known in names.items() if known == name), own)


def _under(files: Files, it: Waiting, id: str, role: Role, fields: dict[str, str]) -> Files:
    """The files with a figure under an indicator, in its place where it can stay there."""
    if role is it.role is Role.TARGET:
        return _with_line(files, it, _written(it, {**fields, "indicator": id}))
    if role is it.role and id == it.indicator:
        return _with_line(files, it, _written(it, fields))
    return _moved(_with_line(files, it, None), id, role, fields)


def as_meant(key: str, text: str) -> str:
    """What was typed, with digits in half width and times as periods: ８１公里, 2026年上半年."""
    if key == "figure":
        return half_width(text)
    if key not in ("period", "since"):
        return text
    text = half_width(text)
    try:
        return str(parse_period(text))
    except InvalidPeriod:
        return period_named(text) or text


def _changed(it: Waiting, changes: Mapping[str, str], measure: str) -> dict[str, str]:
    """The fields of a figure with what was corrected, in their order."""
    figure = scalar(changes["figure"]) if "figure" in changes else it.fields[it.measure]
    fields = {(measure if key == it.measure else key): value for key, value in it.fields.items()}
    fields[measure] = figure
    if "figure" in changes:
        fields.pop("relative", None)  # it has a number of its own now
    typed = {key: scalar(changes[key]) if changes[key] else "" for key in _TYPED if key in changes}
    return {**fields, **typed}


def _written(it: Waiting, fields: Mapping[str, str]) -> str:
    indent = "      - " if it.role is Role.BASELINE else "  - "
    return indent + _mapping(fields)


def _mapping(fields: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + "}"


def _with_line(files: Files, it: Waiting, line: str | None) -> Files:
    is_baseline = it.role is Role.BASELINE
    lines = (files.baselines if is_baseline else files.targets).splitlines()
    lines[it.number : it.number + 1] = [] if line is None else [line]
    text = "\n".join(lines) + "\n"
    if not is_baseline and not any(_ENTRY.match(line) for line in lines if line.startswith("  - ")):
        text = re.sub(r"(?m)^targets:[ \t]*$", "targets: []", text)
    return files._replace(baselines=text) if is_baseline else files._replace(targets=text)


def _renamed(files: Files, id: str, name: str) -> Files:
    return Files(*(_with_name(text, id, name) for text in files))


def _with_name(text: str, id: str, name: str) -> str:
    lines, own = text.splitlines(), ""
    for number, line in enumerate(lines):
        if indicator := INDICATOR.match(line):
            own = indicator["id"]
        elif own == id and _NAME.match(line):
            lines[number] = f"    name: {scalar(name)}"
    return "\n".join(lines) + "\n"


def _moved(files: Files, id: str, role: Role, fields: dict[str, str]) -> Files:
    """A figure that goes elsewhere: a baseline that is a target, the other way round, or under another indicator."""
    if role is Role.TARGET:
        entry = _mapping({"indicator": id, **fields, "binding": "task"})
        text = re.sub(r"(?m)^targets: \[\][ \t]*$", "targets:", files.targets).rstrip("\n")
        return files._replace(targets=f"{text}\n  - {entry}\n")
    fields.pop("indicator", None)
    fields.pop("binding", None)
    return Files(*(_with_figure(text, id, f"      - {_mapping(fields)}") for text in files))


def _with_figure(text: str, id: str, line: str) -> str:
    """A file with one figure more under an indicator, where the indicator is declared in it."""
    lines = text.splitlines()
    begin, end = block_of(lines, id)
    if begin == end:
        return text
    if not any(it.startswith("    figures:") for it in lines[begin:end]):
        lines.insert(end, "    figures:")
        end += 1
    lines.insert(end, line)
    return "\n".join(lines) + "\n"


def _without_empty(files: Files, id: str) -> Files:
    """The files without an indicator that has lost its last figure, where nothing else names it."""
    rest, blocks = [], []
    for text in files:
        lines = text.splitlines()
        begin, end = block_of(lines, id)
        blocks += lines[begin:end]
        rest.append("\n".join(lines[:begin] + lines[end:]) + "\n")
    is_used = any(map(_ENTRY.match, blocks)) or any(re.search(rf"\b{id}\b", text) for text in rest)
    return files if is_used or not blocks else Files(*rest)
