"""The file of matches: which indicators of two packs are one, as a person has corrected it.

``matches: [{last: gdp, this: gdp}, {last: x_1, this: none}]``; ``none`` says that there is no partner.
"""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.partners import GivenMatch
from shizhong_cli.problems import CannotGoOn, Problem
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.located import Mapping, read_yaml
from shizhong_cli.reading.spelling import nearest

NONE = "none"


def read_matches(path: Path, last: Catalogue, this: Catalogue) -> tuple[GivenMatch, ...]:
    """The pairs of a file. Raises ``CannotGoOn`` with every problem."""
    node, problems = read_yaml(path, str(path))
    matches: list[GivenMatch] = []
    if isinstance(node, Mapping):
        for entry in Fields(node, ("matches",), problems).sequence("matches"):
            if isinstance(entry, Mapping):
                matches += _match(Fields(entry, ("last", "this"), problems), last, this)
            else:
                problems.append(Problem(entry.place, "K004", "matches", "mapping"))
    elif node is not None:
        problems.append(Problem(node.place, "K004", path.name, "mapping"))
    problems += _taken_twice(matches)
    if problems:
        raise CannotGoOn(problems)
    return tuple(matches)


def _match(fields: Fields, last: Catalogue, this: Catalogue) -> list[GivenMatch]:
    """One pair, or nothing where an id is not there."""
    ids = {"last": fields.required("last"), "this": fields.required("this")}
    is_whole = True
    for key, catalogue in (("last", last), ("this", this)):
        id = ids[key]
        if id and id not in catalogue.indicators and not (key == "this" and id == NONE):
            fields.problems.append(
                Problem(fields.place_of(key), "R001", id, suggestion=nearest(id, catalogue.indicators))
            )
            is_whole = False
    if not is_whole or not all(ids.values()):
        return []
    return [GivenMatch(ids["last"], "" if ids["this"] == NONE else ids["this"], fields.place)]


def _taken_twice(matches: list[GivenMatch]) -> list[Problem]:
    """An indicator of the later pack can be the partner of one alone."""
    seen: dict[str, GivenMatch] = {}
    problems = []
    for match in matches:
        first = seen.setdefault(match.this, match) if match.this else match
        if first is not match:
            problems.append(Problem(match.place, "S001", match.this, f"{first.last} ({first.place})"))
    return problems
