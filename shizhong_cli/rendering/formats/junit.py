"""Verification as JUnit, for consumers that hold to its schema: no total but tests, failures and errors at the root."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO
from xml.etree import ElementTree

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.question import Question
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import Report
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import Problem
from shizhong_cli.rendering.formats.annotations import Where, notes_of_problems
from shizhong_cli.rendering.sentences.checks import CheckSpeech
from shizhong_cli.rendering.wording import Words

NAME = "shizhong verify-baselines"


def write_junit(
    catalogue: Catalogue, report: Report, words: Words, strict: bool, where: Where, stream: IO[str]
) -> None:
    """Every check a test case: passed, failed, or skipped with the reason; with ``strict`` questions fail too."""
    speech = CheckSpeech(catalogue, words)
    root = ElementTree.Element("testsuites", name=NAME)
    for kind in dict.fromkeys(outcome.check.kind for outcome in report.outcomes):
        group = [outcome for outcome in report.outcomes if outcome.check.kind is kind]
        _check_suite(root, kind, group, speech, where)
    if strict and report.open_questions:
        _question_suite(root, report.open_questions, speech)
    _write(root, stream)


def write_junit_problems(problems: Sequence[Problem], words: Words, where: Where, stream: IO[str]) -> None:
    """A test case in error for every problem that keeps the pack from being read."""
    root = ElementTree.Element("testsuites", name=NAME)
    suite = _suite(root, "pack", len(problems), 0, 0, errors=len(problems))
    for note in notes_of_problems(problems, words):
        place = f"{where(note.place.file) or note.place.file}:{note.place.line}"
        case = _case(suite, f"{note.title} {place}", "pack")
        ElementTree.SubElement(case, "error", message=_printable(note.message), type=note.title).text = _printable(
            place
        )
    _write(root, stream)


def _write(root: ElementTree.Element, stream: IO[str]) -> None:
    """The document with its totals; ``skipped`` is not one that a root has."""
    for total in ("tests", "failures", "errors"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    xml = ElementTree.tostring(root, encoding="us-ascii").decode("ascii").split("?>\n", 1)[-1]
    stream.write(_LINE_OF_COMMAND.sub(r"\1&#58;:", xml.replace("##", "#&#35;")) + "\n")


_LINE_OF_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
"""A line that begins so, and ## anywhere, are commands to a runner of jobs."""


def _check_suite(
    root: ElementTree.Element, kind: Kind, outcomes: Sequence[Outcome], speech: CheckSpeech, where: Where
) -> None:
    skipped = sum(outcome.verdict is Verdict.NOT_CHECKABLE for outcome in outcomes)
    failures = sum(outcome.is_finding for outcome in outcomes)
    suite = _suite(root, f"check.{kind}", len(outcomes), failures, skipped)
    for outcome in outcomes:
        case = _case(suite, outcome.check.id, f"check.{kind}")
        text = _printable(f"{speech.relation(outcome)}: {speech.result(outcome)}")
        if outcome.verdict is Verdict.NOT_CHECKABLE:
            ElementTree.SubElement(case, "skipped", message=text)
        elif outcome.is_finding:
            file = outcome.check.place.file
            place = f"{where(file) or file}:{outcome.check.place.line}"
            ElementTree.SubElement(case, "failure", message=text, type=outcome.verdict.value).text = place
        else:
            ElementTree.SubElement(case, "system-out").text = text


def _question_suite(root: ElementTree.Element, questions: Sequence[Question], speech: CheckSpeech) -> None:
    suite = _suite(root, "question", len(questions), len(questions), 0)
    for question in questions:
        name = " ".join(figure.reference for figure in question.figures)
        case = _case(suite, name, f"question.{question.rule}")
        ElementTree.SubElement(case, "failure", message=_printable(speech.question(question)), type=question.rule.value)


def _suite(
    root: ElementTree.Element, name: str, tests: int, failures: int, skipped: int, errors: int = 0
) -> ElementTree.Element:
    suite = ElementTree.SubElement(root, "testsuite", name=name)
    for total, number in (("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)):
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
