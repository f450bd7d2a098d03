"""Targets and what came in, worked out with a pencil before the program was run on them.

Every line of ``worked/*.jsonl`` is a small pack, a command and the fields that its row must have; ``why`` holds the
arithmetic. A field that the law of the domain leaves open is not among them. ``one_of`` lists what a field may be where
two ways to say it are allowed, ``not`` what it must never be. ``worked/not-yet.txt`` names the cases that do not come
out right yet: one that does fails here until it is taken off the list, so that the list only shrinks.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from running import run

WORKED = Path(__file__).with_name("worked")
NOT_YET = frozenset((WORKED / "not-yet.txt").read_text("utf-8").split())
CASES: list[dict[str, Any]] = [
    json.loads(line) for file in sorted(WORKED.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
]
KEYS_OF_A_ROW = {"match", "is", "one_of", "not"}


def marked(case: dict[str, Any]) -> Any:
    """The case as a parameter, expected to fail when it is on the list."""
    fails = pytest.mark.xfail(strict=True, raises=AssertionError, reason="on the list of those not right yet")
    return pytest.param(case, id=case["id"], marks=[fails] if case["id"] in NOT_YET else [])


def differences(row: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What the row says that it should not."""
    return [
        *(
            f"{name}: {row.get(name)!r} is not {value!r}"
            for name, value in expected["is"].items()
            if row.get(name) != value
        ),
        *(
            f"{name}: {row.get(name)!r} is none of {values!r}"
            for name, values in expected.get("one_of", {}).items()
            if row.get(name) not in values
        ),
        *(
            f"{name}: {row.get(name)!r} must not be"
            for name, values in expected.get("not", {}).items()
            if row.get(name) in values
        ),
    ]


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_the_row_is_what_the_pencil_says(case: dict[str, Any], tmp_path: Path) -> None:
    for name, text in case["files"].items():
        (tmp_path / name).write_text(text, "utf-8")
    program, *arguments = case["command"]
    assert program == "shizhong"
    ran = run(*arguments, cwd=tmp_path)
    assert ran.code == case["expect"]["exit"], f"{case['why']}\n{ran.err}"
    rows = json.loads(ran.out)["gaps"]
    for expected in case["expect"]["gaps"]:
        found = [row for row in rows if expected["match"].items() <= row.items()]
        assert len(found) == 1, f"{len(found)} rows for {expected['match']}"
        wrong = differences(found[0], expected)
        assert not wrong, f"{case['why']}\n" + "\n".join(wrong)


def test_every_case_says_something_and_shows_its_arithmetic() -> None:
    assert len(CASES) >= 150
    assert [name for name, times in Counter(case["id"] for case in CASES).items() if times > 1] == []
    for case in CASES:
        assert case["why"], case["id"]
        assert case["expect"]["gaps"], case["id"]
        for row in case["expect"]["gaps"]:
            assert row.keys() <= KEYS_OF_A_ROW
            assert any(row.get(part) for part in ("is", "one_of", "not")), case["id"]
        if any(re.search(r"\d", str(row["is"].get("gap"))) for row in case["expect"]["gaps"]):
            assert re.search(r"\d", case["why"]), case["id"]


def test_the_list_of_those_not_right_yet_names_cases() -> None:
    assert NOT_YET - {case["id"] for case in CASES} == set()
