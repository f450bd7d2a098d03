"""The numbers of a report that an author has declared to be no figures: ``exclusions`` of either file."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping

from shizhong_cli.core.pack.declared import Exclusion
from shizhong_cli.core.pack.model import Section
from shizhong_cli.problems import Problem
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.located import Mapping
from shizhong_cli.reading.spelling import nearest

_KEYS = ("text", "section", "reason", "reason_en")


def read_exclusions(
    fields: Fields, sections: AbstractMapping[str, Section], problems: list[Problem]
) -> list[Exclusion]:
    """Those of one file, ``- {text: 15分钟, section: 三/（六）, reason: …}``; without section anywhere in the text."""
    exclusions = []
    for node in fields.sequence("exclusions"):
        if not isinstance(node, Mapping):
            problems.append(Problem(node.place, "K004", "exclusions", "mapping"))
            continue
        entry = Fields(node, _KEYS, problems)
        text, reason, section = entry.required("text"), entry.required("reason"), entry.text("section")
        if section and sections and section not in sections:
            place = entry.place_of("section")
            problems.append(Problem(place, "R002", section, suggestion=nearest(section, sections)))
        if text and reason:
            exclusions.append(Exclusion(text, section, reason, entry.text("reason_en"), entry.place_of("text")))
    return exclusions
