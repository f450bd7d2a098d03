"""A pack out of rows: what its two files would say, one row a declaration, read by the reader of the files.

A row is what is in its cells, by column; ``role`` says what it declares. Its place is the one that the columns ``file``
and ``line`` name, else the number of the row in its pack. What is declared for all packs counts where the rows of the
pack itself do not say otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.figure.characters import is_whole_number
from shizhong_cli.core.figure.units import STEP
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.catalogue import read_documents
from shizhong_cli.reading.pack.checks import declared_checks
from shizhong_cli.reading.pack.figures import MEASURES
from shizhong_cli.reading.pack.located import Mapping as Entries
from shizhong_cli.reading.pack.located import Node, mapping_node, nested_node, sequence_node, text_node
from shizhong_cli.reading.pack.row_columns import (
    COLUMNS_OF,
    FIGURE,
    FIGURES,
    GOAL,
    INDICATOR,
    NESTED,
    NO_SECTION,
    NO_WORD,
)
from shizhong_cli.reading.pack.told import untrue_cells
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.tuples import NamedTuple

Row = Mapping[str, str]

_UNUSED = ("C007", "C012")


class Unused(NamedTuple):
    """A check declared for all packs that this one has no figures for."""

    id: str
    problem: Problem


class PackOfRows(NamedTuple):
    """One pack as its rows say it."""

    catalogue: Catalogue
    checks: tuple[Check, ...]
    actuals: tuple[tuple[Place, Row], ...]
    unused: tuple[Unused, ...]
    problems: tuple[Problem, ...]


def read_rows(pack: str, rows: Iterable[Row], shared: Iterable[Row] = ()) -> PackOfRows:
    """The pack of these rows, and every problem met; ``shared`` are declared for every pack."""
    ours = _Pack()
    ours.take("shared", shared, True)
    ours.take(pack or "figures", rows, False)
    catalogue, problems = read_documents(*ours.documents())
    problems = [*ours.problems, *problems]
    checks, more = declared_checks(catalogue)
    lacking = [problem for problem in more if problem.code in _UNUSED and problem.place in ours.shared_checks]
    unused = [Unused(ours.shared_checks[problem.place], problem) for problem in lacking]
    more = [it for it in more if it not in lacking and not (problems and it.code in _UNUSED)]
    if not problems:
        problems += untrue_cells(catalogue, ours.figures)
    return PackOfRows(catalogue, tuple(checks), tuple(ours.actuals), tuple(unused), tuple(sorted([*problems, *more])))


def place_of_row(row: Row, pack: str, number: int) -> Place:
    """The place that a row names for itself; without one its number in its pack."""
    line = row.get("line", "")
    return Place(row.get("file") or pack, int(line) if is_whole_number(line) else number)


class _Attribute(NamedTuple):
    """What a row says of its indicator."""

    text: str
    place: Place
    is_shared: bool


@dataclass
class _Pack:
    """What the rows of one pack come to."""

    problems: list[Problem] = field(default_factory=list)
    attributes: dict[str, dict[str, _Attribute]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)  # where an indicator is named first
    nodes: dict[str, dict[str, Entries]] = field(default_factory=dict)  # by role and id
    shared: set[tuple[str, str]] = field(default_factory=set)  # roles and ids of those that are for all packs
    lists: dict[str, list[Node]] = field(default_factory=dict)
    reported: dict[str, list[Node]] = field(default_factory=dict)  # baselines by indicator
    figures: dict[str, list[tuple[Row, Place]]] = field(default_factory=dict)  # by role, as they were given
    actuals: list[tuple[Place, Row]] = field(default_factory=list)
    shared_checks: dict[Place, str] = field(default_factory=dict)

    def take(self, pack: str, rows: Iterable[Row], is_shared: bool) -> None:
        """Sort the rows by what they declare."""
        numbered = enumerate(rows, 1)
        for number, row in sorted(numbered, key=lambda it: it[1].get("role") != "section"):  # wherever they stand
            place = place_of_row(row, pack, number)
            role = row.get("role", "baseline")
            known = COLUMNS_OF.get(role, ())
            if not known or (is_shared and role in (*FIGURES, "actual")):
                fitting = [one for one in COLUMNS_OF if not is_shared or one not in (*FIGURES, "actual")]
                self.problems.append(Problem(place, "K003", role, ", ".join(fitting), nearest(role, fitting)))
                continue
            kept = self._fitting(row, known, place)
            _TAKEN_BY[role](self, role, kept, place, is_shared)

    def _fitting(self, row: Row, known: tuple[str, ...], place: Place) -> dict[str, str]:
        """The cells that say something; one that a row of its role cannot have is a problem."""
        kept = {}
        for column, text in row.items():
            if column in ("pack", "role", "file", "line") or NO_WORD.get(column) == text:
                continue
            if column in known:
                kept[column] = text
            else:
                self.problems.append(Problem(place, "K001", column, ", ".join(known), nearest(column, known)))
        return kept

    # ── rows by their roles ────────────────────────────────────────────────────

    def take_figure(self, role: str, row: dict[str, str], place: Place, is_shared: bool) -> None:
        id = row.get("indicator", "")
        self._note_indicator(id, {key: row[key] for key in INDICATOR if key in row}, place, is_shared)
        measure = row.get("measure", "qualitative")
        if measure not in (*MEASURES, "qualitative"):
            self.problems.append(Problem(place, "K003", measure, ", ".join(MEASURES), nearest(measure, MEASURES)))
            return
        node = self._figure_node(role, row, place)
        if role == "baseline":
            self.reported.setdefault(id, []).append(node)
        else:
            self.lists.setdefault(role, []).append(node)
        self.figures.setdefault(role, []).append((row, place))

    def take_indicator(self, _: str, row: dict[str, str], place: Place, is_shared: bool) -> None:
        self._note_indicator(
            row.get("indicator", ""), {k: v for k, v in row.items() if k != "indicator"}, place, is_shared
        )

    def _note_indicator(self, id: str, said: Row, place: Place, is_shared: bool) -> None:
        """What is said of an indicator; two rows of a pack must not say two things."""
        if not id:
            self.problems.append(Problem(place, "K002", expected="indicator"))
            return
        if not is_shared or id not in self.places:
            self.places.setdefault(id, place)
        known = self.attributes.setdefault(id, {})
        for key, text in said.items():
            before = known.get(key)
            if before is not None and before.is_shared == is_shared and before.text != text:
                found = f"{id}.{key}: {text}"
                self.problems.append(Problem(place, "K008", found, f"{before.text} ({before.place})"))
            elif before is None or before.is_shared:
                known[key] = _Attribute(text, place, is_shared)

    def take_named(self, role: str, row: dict[str, str], place: Place, is_shared: bool) -> None:
        """What is known by an id, once in a pack."""
        key = "indicator" if role == "profile" else "id"
        id = row.pop(key, "") or {"report": role, "about": role}.get(role, "")
        if not id:
            self.problems.append(Problem(place, "K002", expected=key))
            return
        known = self.nodes.setdefault(role, {})
        if id in known and (is_shared or (role, id) not in self.shared):
            self.problems.append(Problem(place, "Y011", id, str(known[id].place)))
            return
        if id in known:  # what the pack itself says counts
            self.shared_checks.pop(known[id].place, None)
        known[id] = self._node(row, place)
        if is_shared:
            self.shared.add((role, id))
        else:
            self.shared.discard((role, id))
        if role == "check" and is_shared:
            self.shared_checks[place] = id

    def take_listed(self, role: str, row: dict[str, str], place: Place, _: bool) -> None:
        self.lists.setdefault(role, []).append(self._node(row, place))

    def take_actual(self, _: str, row: dict[str, str], place: Place, __: bool) -> None:
        self.actuals.append((place, row))

    # ── rows as what stands in a file ──────────────────────────────────────────

    def _node(self, row: Row, place: Place) -> Entries:
        found: dict[str, Node] = {}
        for key, text in row.items():
            node = self._cell(key, text, place)
            if node is not None:
                found[key] = node
        return mapping_node(found, place)

    def _cell(self, key: str, text: str, place: Place) -> Node | None:
        """A text, or what is written in it as behind a key."""
        nested = key in NESTED or (text[:1] in ("{", "[") and key in ("profile", "same_as"))
        if not nested:
            return text_node(text, place)
        node, problems = nested_node(text, place)
        self.problems += problems
        return node

    def _figure_node(self, role: str, row: Row, place: Place) -> Entries:
        """A figure under the key of its measure, with what took its place."""
        kept = {key: text for key, text in row.items() if key in (*FIGURE, *GOAL, "source", "source_en", "published")}
        if kept.get("unit") == STEP:  # is always printed
            del kept["unit"]
        nodes: dict[str, Node] = {key: entry.value for key, entry in self._node(kept, place).entries.items()}
        if role != "baseline":
            nodes["indicator"] = text_node(row.get("indicator", ""), place)
        if role == "reference":
            nodes.pop("section", None)
        elif "section" not in nodes and not self.nodes.get("section"):
            nodes["section"] = text_node(NO_SECTION, place)
        if "figure" in row:
            nodes[row.get("measure", "qualitative")] = text_node(row["figure"], place)
        if replaced := self._replacements(row, place):
            nodes["adjusted" if role == "target" else "revised"] = sequence_node(replaced, place)
        return mapping_node(nodes, place)

    def _replacements(self, row: Row, place: Place) -> list[Node]:
        names = {"figure": "revised", "date": "revised_on", "source": "revised_by"}
        newest = {key: row[column] for key, column in names.items() if column in row}
        found: list[Node] = []
        if "revised_earlier" in row:
            node, problems = nested_node(row["revised_earlier"], place)
            self.problems += problems
            found += getattr(node, "items", ())
        return [*found, self._node(newest, place)] if newest else found

    def documents(self) -> tuple[Entries, Entries]:
        """What ``baselines.yaml`` and ``targets.yaml`` would hold."""
        baselines: dict[str, Node] = {
            **self.nodes.get("report", {}),  # its id is the key
            "sections": self._named("section"),
            "units": self._named("unit"),
            "indicators": mapping_node(dict(self._indicators()), Place("")),
            "references": self._listed("reference"),
            "checks": self._named("check"),
            "silence": self._listed("silence"),
            "exclusions": self._listed("exclusion"),
        }
        targets: dict[str, Node] = {
            "conventions": self._named("about"),
            "profiles": self._named("profile"),
            "rates": self._listed("rate"),
            "targets": self._listed("target"),
        }
        return mapping_node(baselines, Place("baselines")), mapping_node(targets, Place("targets"))

    def _named(self, role: str) -> Entries:
        return mapping_node(self.nodes.get(role, {}), Place(""))

    def _listed(self, role: str) -> Node:
        return sequence_node(self.lists.get(role, ()), Place(""))

    def _indicators(self) -> Iterator[tuple[str, Entries]]:
        for id, said in self.attributes.items():
            place = self.places[id]
            nodes: dict[str, Node] = {"name": text_node(id, place)}
            for key, (text, at, _) in said.items():
                node = self._cell(key, text, at)
                if node is not None:
                    nodes[key] = node
            if id in self.reported:
                nodes["figures"] = sequence_node(self.reported[id], place)
            yield id, mapping_node(nodes, place)


_TAKEN_BY: Mapping[str, Callable[[_Pack, str, dict[str, str], Place, bool], None]] = {
    **dict.fromkeys(FIGURES, _Pack.take_figure),
    **dict.fromkeys(("silence", "rate", "exclusion"), _Pack.take_listed),
    **dict.fromkeys(("report", "section", "unit", "about", "check", "profile"), _Pack.take_named),
    "indicator": _Pack.take_indicator,
    "actual": _Pack.take_actual,
}
