"""What can be given to another process and comes back the same."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from running import ROOT

from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.expression import ExpressionError
from shizhong_cli.core.checking.verify import Report, verify
from shizhong_cli.core.figure.frozen import NOTHING
from shizhong_cli.core.figure.interval import EVERYTHING, WholeNumbers, between
from shizhong_cli.core.figure.parsing import NotANumber, OtherDigit, TooLong, UnknownUnit
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.pack.checks import load_checked

CATALOGUE, DECLARED = load_checked(ROOT)
DERIVED = derive_checks(CATALOGUE)
REPORT = verify(CATALOGUE, DECLARED)
VALUES = {
    "catalogue": CATALOGUE,
    "declared checks": DECLARED,
    "derived checks": DERIVED,
    "outcomes": REPORT.outcomes,
    "questions": REPORT.questions,
    "report": REPORT,
    "interval": between(1, None),
    "everything": EVERYTHING,
    "whole numbers": WholeNumbers.of([1, 3]),
    "nothing": NOTHING,
    "problem": Problem(Place("a.yaml", 1, 2), "F001", "x"),
}


def through(value: object) -> object:
    return pickle.loads(pickle.dumps(value))


@pytest.mark.parametrize("name", VALUES)
def test_a_value_comes_back_the_same(name):
    value = VALUES[name]
    back = through(value)
    assert (type(back), back, repr(back)) == (type(value), value, repr(value))


@pytest.mark.parametrize(
    "error",
    [
        CannotGoOn([Problem(Place("a.yaml", 3, 4), "F001", "x"), Problem(Place("a.yaml", 1), "K002")]),
        ExpressionError("C001", 7, "@", "="),
        NotANumber("x"),
        UnknownUnit("x"),
        TooLong("x"),
        OtherDigit("x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_back_with_all_that_it_says(error):
    back = through(error)
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


def verified(folder: str) -> Report:
    return verify(*load_checked(Path(folder)))


def loaded(folder: str) -> list[Check]:
    return load_checked(Path(folder))[1]


def test_another_process_gives_the_report_or_the_problems(tmp_path):
    """With a fresh interpreter, which shares nothing."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(verified, str(ROOT)).result() == REPORT
        with pytest.raises(CannotGoOn) as error:
            pool.submit(loaded, str(tmp_path)).result()
        assert {problem.code for problem in error.value.problems} == {"Y001"}
        assert pool.submit(len, "still there").result() == 11
