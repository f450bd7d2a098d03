"""Small reports of every kind that drafts are known to get wrong, each with its right answer.

A line of ``tests/data/cases/drafts*.jsonl`` holds a report, the figures that ``draft`` must write (printed text, name,
measure, role, period, since; where it says so, what must be told to be guessed), and how many contradictions
``verify-baselines`` must find in the draft.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from making import pack
from running import ROOT

from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.coverage import cover
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text
from shizhong_cli.rendering.wording import Language, Words

CASES = ROOT / "tests" / "data" / "cases"
FIELDS = ("name", "measure", "role", "period", "since")


def cases() -> list[Any]:
    lines = [line for path in sorted(CASES.glob("drafts*.jsonl")) for line in _lines(path)]
    return [pytest.param(case, id=f"{n}-{case['kind']}") for n, case in enumerate(map(json.loads, lines), 1)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def drafted(text: str, folder: Path) -> Catalogue:
    found = draft(text, Catalogue(units=BUILT_IN))
    pack(folder, baselines_text(found, Words(Language.ZH)), targets_text(found, Words(Language.ZH)))
    return load_catalogue(folder)


def rows_of(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [
        {
            "text": figure.printed,
            "name": catalogue.indicators[figure.indicator].name,
            "measure": str(figure.measure),
            "role": str(figure.role),
            "period": str(figure.period),
            "since": str(figure.since) if figure.since else None,
            "guessed": sorted(map(str, figure.guessed)),
        }
        for figure in catalogue.figures()
    ]


def differences(expected: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[str]:
    wrong = []
    rows = list(rows)
    for case in expected:
        alike = [row for row in rows if row["text"] == case["text"]]
        if not alike:
            wrong.append(f"not drafted: {case['text']}")
            continue
        row = max(alike, key=lambda row: sum(row[field] == case[field] for field in FIELDS))
        rows.remove(row)
        wrong += [
            f"{case['text']}: {field} {row[field]}, not {case[field]}"
            for field in (*FIELDS, "guessed")
            if row[field] != case.get(field, row[field])
        ]
    return wrong


@pytest.mark.parametrize("case", cases())
def test_every_case_is_drafted_right(case, tmp_path):
    catalogue = drafted(case["text"], tmp_path)
    rows = rows_of(catalogue)
    assert differences(case.get("figures", []), rows) == []
    unexpected = [row for row in rows if row["text"] in case.get("not", [])]
    assert unexpected == []
    outcomes = verify(catalogue, ()).outcomes
    inconsistent = [outcome.check.id for outcome in outcomes if outcome.verdict is Verdict.INCONSISTENT]
    assert len(inconsistent) == case["inconsistent"], inconsistent
    numbers = numbers_of(case["text"], catalogue)
    assert cover(catalogue, numbers.printed, numbers.located).is_complete
