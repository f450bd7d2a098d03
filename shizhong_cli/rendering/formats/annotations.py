"""Verification for machines that show it to people: GitHub annotations, SARIF and JUnit.

Each escapes for its own reader and carries file and line, relative to the working folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import IO, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree

from shizhong_cli import __version__
from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind, QuestionRule
from shizhong_cli.escapes.visible import HIDDEN
from shizhong_cli.problems import Place, Problem
from shizhong_cli.rendering.formats.text import json_parts
from shizhong_cli.rendering.pages.checks import verify_summary
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.sentences.names import problem_message
from shizhong_cli.rendering.wording import Words

MOST_ANNOTATIONS = 10
"""GitHub shows no more than ten of a level for a step."""


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


def write_github(catalogue: Catalogue, report: Report, words: Words, strict: bool, stream: IO[str]) -> None:
    """Workflow commands: at most ten annotations, worst first, and a summary line."""
    for note in notes_of(catalogue, report, words)[:MOST_ANNOTATIONS]:
        level = "error" if note.is_finding or strict else "warning"
        stream.write(annotation(level, note.place, note.title, note.message))
    summary = verify_summary(report.outcomes, words)
    questions = words(
        "verify.questions.summary",
        number=len(report.open_questions),
        silenced=len(report.questions) - len(report.open_questions),
    )
    stream.write(annotation("notice", None, "shizhong verify-baselines", f"{summary} {questions}"))


def annotation(level: str, place: Place | None, title: str, message: str) -> str:
    """One workflow command, as a line."""
    where = f"file={_property(from_workspace(place.file))},line={place.line},col={place.column}," if place else ""
    return f"::{level} {where}title={_property(title)}::{_data(message)}\n"


def from_workspace(file: str) -> str:
    """The path from the root of the repository, which a job on GitHub may not run in; as it is anywhere else."""
    root = os.environ.get("GITHUB_WORKSPACE", "")
    if not root:
        return file
    path, root = os.path.realpath(file), os.path.realpath(root)
    return PurePath(path).relative_to(root).as_posix() if path.startswith(os.path.join(root, "")) else file


def write_problems(problems: Iterable[Problem], words: Words, stream: IO[str]) -> None:
    """What keeps a file from being read, each at its line: at most ten annotations."""
    for problem in list(problems)[:MOST_ANNOTATIONS]:
        stream.write(annotation("error", problem.place, problem.code, problem_message(problem, words)))


def _data(text: str) -> str:
    text = HIDDEN.sub("\ufffd", text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ── SARIF ─────────────────────────────────────────────────────────────────────


def write_sarif(catalogue: Catalogue, report: Report, words: Words, strict: bool, stream: IO[str]) -> None:
    """SARIF 2.1.0 with every rule, results for findings and questions, and fingerprints that survive moved lines."""
    rules = [
        *({"id": f"check/{kind}", "shortDescription": {"text": words(f"kind.{kind}")}} for kind in Kind),
        *({"id": f"question/{rule}", "shortDescription": {"text": words(f"rule.{rule}")}} for rule in QuestionRule),
    ]
    index = {rule["id"]: position for position, rule in enumerate(rules)}
    results = [_sarif_result(note, index[note.rule], strict) for note in notes_of(catalogue, report, words)]
    driver = {"name": "shizhong", "version": __version__, "semanticVersion": __version__, "rules": rules}
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    stream.writelines(json_parts(document, only_ascii=True))


def _sarif_result(note: Note, rule_index: int, strict: bool) -> dict[str, object]:
    region = {"startLine": max(note.place.line, 1), "startColumn": max(note.place.column, 1)}
    location = {"artifactLocation": {"uri": _relative_uri(note.place.file), "uriBaseId": "%SRCROOT%"}, "region": region}
    return {
        "ruleId": note.rule,
        "ruleIndex": rule_index,
        "level": "error" if note.is_finding else "warning" if strict else "note",
        "message": {"text": f"{note.title}: {note.message}"},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"shizhong/v1": f"{note.rule}:{note.subject}"},
    }


def _relative_uri(file: str) -> str:
    """A file below the working folder by its path, any other by its name."""
    path = PurePath(from_workspace(file))
    return quote(os.fsencode(path.name if path.is_absolute() else path.as_posix()))


# ── JUnit ─────────────────────────────────────────────────────────────────────


def write_junit(catalogue: Catalogue, report: Report, words: Words, strict: bool, stream: IO[str]) -> None:
    """Every check a test case: passed, failed, or skipped with the reason; with ``strict`` questions fail too."""
    speech = CheckSpeech(catalogue, words)
    root = ElementTree.Element("testsuites", name="shizhong verify-baselines")
    for kind in dict.fromkeys(outcome.check.kind for outcome in report.outcomes):
        group = [outcome for outcome in report.outcomes if outcome.check.kind is kind]
        _check_suite(root, kind, group, speech)
    if strict and report.open_questions:
        _question_suite(root, report.open_questions, speech)
    for total in ("tests", "failures"):  # the schema has no skipped here
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    root.set("errors", "0")
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    xml = ElementTree.tostring(root, encoding="us-ascii").decode("ascii").split("?>\n", 1)[-1]
    stream.write(_LINE_OF_COMMAND.sub(r"\1&#58;:", xml.replace("##", "#&#35;")) + "\n")


_LINE_OF_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
"""A line that begins so, and ## anywhere, are commands to a runner of jobs."""


def _check_suite(root: ElementTree.Element, kind: Kind, outcomes: Sequence[Outcome], speech: CheckSpeech) -> None:
    skipped = sum(outcome.verdict is Verdict.NOT_CHECKABLE for outcome in outcomes)
    failures = sum(outcome.is_finding for outcome in outcomes)
    suite = _suite(root, f"check.{kind}", len(outcomes), failures, skipped)
    for outcome in outcomes:
        case = _case(suite, outcome.check.id, f"check.{kind}")
        text = _printable(f"{speech.relation(outcome)}: {speech.result(outcome)}")
        if outcome.verdict is Verdict.NOT_CHECKABLE:
            ElementTree.SubElement(case, "skipped", message=text)
        elif outcome.is_finding:
            place = f"{outcome.check.place.file}:{outcome.check.place.line}"
            ElementTree.SubElement(case, "failure", message=text, type=outcome.verdict.value).text = place
        else:
            ElementTree.SubElement(case, "system-out").text = text


def _question_suite(root: ElementTree.Element, questions: Sequence[Question], speech: CheckSpeech) -> None:
    suite = _suite(root, "question", len(questions), len(questions), 0)
    for question in questions:
        name = " ".join(figure.reference for figure in question.figures)
        case = _case(suite, name, f"question.{question.rule}")
        ElementTree.SubElement(case, "failure", message=_printable(speech.question(question)), type=question.rule.value)


def _suite(root: ElementTree.Element, name: str, tests: int, failures: int, skipped: int) -> ElementTree.Element:
    suite = ElementTree.SubElement(root, "testsuite", name=name, errors="0")
    for total, number in (("tests", tests), ("failures", failures), ("skipped", skipped)):
        suite.set(total, str(number))
    return suite


def _case(suite: ElementTree.Element, name: str, classname: str) -> ElementTree.Element:
    return ElementTree.SubElement(suite, "testcase", name=_printable(name), classname=classname, time="0")


def _printable(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write."""
    return "".join(_xml_characters(text))


def _xml_characters(text: str) -> Iterator[str]:
    for character in text:
        code = ord(character)
        yield (
            character
            if code in (9, 10, 13) or 32 <= code <= 0xD7FF or (0xE000 <= code != 0xFFFE and code != 0xFFFF)
            else "\ufffd"
        )
