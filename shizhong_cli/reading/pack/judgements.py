"""What an author says of figures: relations between them, and questions that are answered."""

from __future__ import annotations

from collections.abc import Iterator

from shizhong_cli.core.figure.units import TIMES
from shizhong_cli.core.pack.declared import DeclaredCheck, Silence
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.pack.fields import Fields
from shizhong_cli.reading.pack.located import Mapping

_CHECK_KEYS = (
    "expression", "kind", "name", "name_en", "unknown", "unknown_en", "not_checkable", "not_checkable_en", "promise",
    "unit",
)  # fmt: skip


def read_checks(checks: Mapping, problems: list[Problem]) -> Iterator[DeclaredCheck]:
    """The relations that ``baselines.yaml`` declares."""
    for id, entry in checks.entries.items():
        if not isinstance(entry.value, Mapping):
            problems.append(Problem(entry.value.place, "K004", id, "mapping"))
            continue
        check = Fields(entry.value, _CHECK_KEYS, problems)
        if found := _check(id, entry.key_place, check):
            yield found


def _check(id: str, place: Place, check: Fields) -> DeclaredCheck | None:
    expression, scalar = check.required("expression"), check.scalar("expression")
    if not expression or scalar is None:
        return None
    return DeclaredCheck(
        id, expression, place, scalar.spot,
        check.choice("kind", Kind, Kind.DECLARED) or Kind.DECLARED, check.text("name", id),
        check.text("name_en", id), check.text("unknown"), check.text("unknown_en"),
        check.text("not_checkable"), check.text("not_checkable_en"),
        check.text("promise"),
        check.one_of("unit", ("", TIMES), ""),
    )  # fmt: skip


def read_silences(listed: Fields, problems: list[Problem]) -> Iterator[tuple[str, Place, Silence | None]]:
    """The questions that the author has answered, each with a reason; with the indicator and where it is named."""
    for node in listed.sequence("silence"):
        if not isinstance(node, Mapping):
            problems.append(Problem(node.place, "K004", "silence", "mapping"))
            continue
        fields = Fields(node, ("question", "indicator", "reason"), problems)
        rule = fields.choice("question", QuestionRule)
        indicator, reason = fields.required("indicator"), fields.required("reason")
        silence = Silence(rule, indicator, reason, node.place) if rule and indicator and reason else None
        yield indicator, fields.place_of("indicator"), silence
