"""Verification for machines that show it to people: GitHub annotations and SARIF.

Each escapes for its own reader and carries file and line; what a file is called there, ``where`` says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import IO, TypeAlias
from urllib.parse import quote

from shizhong_cli import __version__
from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.escapes.visible import hidden
from shizhong_cli.problems import Place, Problem
from shizhong_cli.rendering.formats.text import json_parts
from shizhong_cli.rendering.pages.checks import standing
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.names import problem_message
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple

MOST_ANNOTATIONS = 10
"""GitHub shows no more than ten of a level for a step."""


Where: TypeAlias = Callable[[str], str]
"""What a file is called from the root of the repository; nothing where it is no file of it."""


class Note(NamedTuple):
    """One finding or question, ready to be placed."""

    rule: str
    subject: str  # what stays the same when lines move: ids of checks, references of figures
    place: Place
    title: str
    message: str
    is_finding: bool


def notes_of(catalogue: Catalogue, report: Report, words: Words) -> list[Note]:
    """Findings, worst first, then the open questions."""
    speech = CheckSpeech(catalogue, words)
    findings = [_finding(speech, outcome) for outcome in report.findings]
    return findings + [_question(speech, question) for question in report.open_questions]


def _finding(speech: CheckSpeech, outcome: Outcome) -> Note:
    check, verdict = outcome.check, speech.words(f"verdict.{outcome.verdict}")
    title = f"{verdict}: {speech.check_name(outcome)}"
    text = f"{speech.relation(outcome)}: {speech.result(outcome)}"
    return Note(f"check/{check.kind}", check.id, check.place, title, text, True)


def _question(speech: CheckSpeech, question: Question) -> Note:
    about = " ".join(figure.reference for figure in question.figures)
    place, title = question.figures[0].place, speech.words(f"rule.{question.rule}")
    return Note(f"question/{question.rule}", about, place, title, speech.question(question), False)


# ── GitHub ────────────────────────────────────────────────────────────────────


def notes_of_problems(problems: Iterable[Problem], words: Words) -> list[Note]:
    """What keeps a pack from being read."""
    return [_problem(problem, words) for problem in problems]


def _problem(problem: Problem, words: Words) -> Note:
    about = f"{problem.found} {problem.expected}".strip()
    return Note(f"problem/{problem.code}", about, problem.place, problem.code, problem_message(problem, words), True)


def write_github(
    catalogue: Catalogue, report: Report, words: Words, strict: bool, where: Where, stream: IO[str]
) -> None:
    """Workflow commands: at most ten annotations, worst first, and a summary line."""
    for note in notes_of(catalogue, report, words)[:MOST_ANNOTATIONS]:
        level = "error" if note.is_finding or strict else "warning"
        stream.write(annotation(level, placed(note.place, where), note.title, note.message))
    stream.write(annotation("notice", None, "shizhong verify-baselines", standing(report, words)))


def write_github_problems(problems: Sequence[Problem], words: Words, where: Where, stream: IO[str]) -> None:
    """An annotation for every problem, at most ten, and how many there are."""
    for note in notes_of_problems(problems, words)[:MOST_ANNOTATIONS]:
        stream.write(annotation("error", placed(note.place, where), note.title, note.message))
    text = words("verify.unreadable", number=len(problems))
    stream.write(annotation("notice", None, "shizhong verify-baselines", text))


def placed(place: Place, where: Where) -> Place | None:
    """The place with its file as the repository calls it; none where it is in no file."""
    file = where(place.file)
    return Place(file, max(place.line, 1), max(place.column, 1)) if file else None


def annotation(level: str, place: Place | None, title: str, message: str) -> str:
    """One workflow command, as a line."""
    where = f"file={_property(place.file)},line={place.line},col={place.column}," if place else ""
    return f"::{level} {where}title={_property(title)}::{_data(message)}\n"


def _data(text: str) -> str:
    text = hidden().sub("\ufffd", text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ── SARIF ─────────────────────────────────────────────────────────────────────


def write_sarif(
    catalogue: Catalogue, report: Report, words: Words, strict: bool, where: Where, stream: IO[str]
) -> None:
    """SARIF 2.1.0 with every rule, results for findings and questions, and fingerprints that survive moved lines."""
    rules = [
        *({"id": f"check/{kind}", "shortDescription": {"text": words(f"kind.{kind}")}} for kind in Kind),
        *({"id": f"question/{rule}", "shortDescription": {"text": words(f"rule.{rule}")}} for rule in QuestionRule),
    ]
    _write_run(rules, notes_of(catalogue, report, words), strict, where, stream)


def write_sarif_problems(problems: Sequence[Problem], words: Words, where: Where, stream: IO[str]) -> None:
    """SARIF of a run that could not be done, because of these problems."""
    notes = notes_of_problems(problems, words)
    text = {"text": words("verify.unreadable.rule")}
    rules = [{"id": rule, "shortDescription": text} for rule in dict.fromkeys(note.rule for note in notes)]
    _write_run(rules, notes, False, where, stream, {"invocations": [{"executionSuccessful": False}]})


def _write_run(
    rules: Sequence[Mapping[str, object]], notes: Iterable[Note], strict: bool, where: Where, stream: IO[str],
    more: Mapping[str, object] = MappingProxyType({}),
) -> None:  # fmt: skip
    index = {rule["id"]: position for position, rule in enumerate(rules)}
    results = [_sarif_result(note, index[note.rule], strict, where) for note in notes]
    driver = {"name": "shizhong", "version": __version__, "semanticVersion": __version__, "rules": rules}
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", **more, "results": results}],
    }
    stream.writelines(json_parts(document, only_ascii=True))


def _sarif_result(note: Note, rule_index: int, strict: bool, where: Where) -> dict[str, object]:
    return {
        "ruleId": note.rule,
        "ruleIndex": rule_index,
        "level": "error" if note.is_finding else "warning" if strict else "note",
        "message": {"text": f"{note.title}: {note.message}"},
        "locations": _locations(placed(note.place, where)),
        "partialFingerprints": {"shizhong/v1": f"{note.rule}:{note.subject}"},
    }


def _locations(place: Place | None) -> list[dict[str, object]]:
    if place is None:
        return []
    region = {"startLine": place.line, "startColumn": place.column}
    file = {"uri": quote(os.fsencode(place.file)), "uriBaseId": "%SRCROOT%"}
    return [{"physicalLocation": {"artifactLocation": file, "region": region}}]
