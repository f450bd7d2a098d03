"""Small packs with the right answer, each standing for its kind of wrong number; ``why`` beside each says the reason.

``match`` picks a row of the output, ``is`` and ``not`` say what its fields must and must not be.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from running import run

CASES = [json.loads(line) for line in (Path(__file__).parent / "data/gaps/cases.jsonl").read_text("utf-8").splitlines()]


def unequal(row: dict[str, object], wanted: dict[str, object]) -> list[str]:
    """The fields of a row that are not as wanted."""
    return [f"{key} is {row.get(key)!r}, not {value!r}" for key, value in wanted.items() if row.get(key) != value]


def forbidden(row: dict[str, object], unwanted: dict[str, list[object]]) -> list[str]:
    """The fields of a row that are what they must not be."""
    return [f"{key} must not be {row.get(key)!r}" for key, values in unwanted.items() if row.get(key) in values]


def faults_of_rows(wanted: dict, printed: dict) -> list[str]:
    """What is wrong with the rows of a result."""
    faults = []
    for expected in [*wanted.get("gaps", ()), *wanted.get("gaps_if_any", ())]:
        rows = [row for row in printed.get("gaps", ()) if not unequal(row, expected["match"])]
        if not rows and expected in wanted.get("gaps", ()):
            faults.append(f"no row for {expected['match']}")
        for row in rows:
            faults += unequal(row, expected.get("is", {})) + forbidden(row, expected.get("not", {}))
    checks = printed.get("checks", ())
    if any_check := wanted.get("checks_any"):
        faults += [] if any(not unequal(check, any_check) for check in checks) else [f"no check is {any_check}"]
    if wanted.get("any_finding_or_question"):
        bad = [check for check in checks if check["verdict"] in ("inconsistent", "only_if_truncated")]
        faults += [] if bad or printed.get("questions") else ["neither a finding nor a question"]
    return faults


def faults_of_text(wanted: dict, out: str, err: str) -> list[str]:
    """What is wrong with the text of a result."""
    faults = [f"{text!r} is said" for text in wanted.get("stdout_lacks", ()) if text in out]
    faults += [f"{text!r} is said" for text in wanted.get("stdout_lacks_re", ()) if re.search(text, out)]
    faults += [f"{text!r} is not said" for text in wanted.get("stdout_contains", ()) if text not in out]
    faults += [f"{text!r} is not said" for text in wanted.get("output_contains", ()) if text not in out + err]
    return faults


def faults_of(case: dict, folder: Path) -> list[str]:
    """Everything in which a case does not come out as it should."""
    work = folder / case.get("cwd", "")
    work.mkdir(exist_ok=True)
    for name, text in case["files"].items():
        (work / name).write_text(text, "utf-8")
    env = {key: value.replace("{root}", str(folder)) for key, value in case.get("env", {}).items()}
    ran = run(*case["command"][1:], cwd=work, environment=env)
    wanted = case["expect"]
    faults = [] if wanted["exit"] in ("any", ran.code) else [f"exit {ran.code}: {ran.err}"]
    printed = json.loads(ran.out) if ran.out.startswith("{") else {}
    return faults + faults_of_rows(wanted, printed) + faults_of_text(wanted, ran.out, ran.err)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_kind_of_wrong_number_is_gone(case, tmp_path):
    faults = faults_of(case, tmp_path)
    assert faults == [], case["why"]
