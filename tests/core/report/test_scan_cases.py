"""Sentences of every kind that readers of numbers are known to get wrong, each with its right answer.

A line of ``tests/data/cases`` holds a text and the numbers that must be found in it, in order; other findings may stand
beside them only where they are no quantities. The printed text of an answer may hold the words around the number
(超过96万辆), which a finding keeps in its qualifier.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest
from running import ROOT

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import scan
from shizhong_cli.core.report.scanning.rows import number_row

CASES = ROOT / "tests" / "data" / "cases"


def cases() -> list[dict[str, Any]]:
    texts = [(CASES / name).read_text(encoding="utf-8") for name in ("numbers.jsonl", "texts.jsonl")]
    return [json.loads(line) for line in "".join(texts).splitlines()]


def differences(case: dict[str, Any]) -> list[str]:
    """What a scan of the text gets wrong."""
    found = [dict(number_row(number)) for number in scan(case["text"], BUILT_IN)]
    wrong, position = [], 0
    for expected in case["numbers"]:
        at = next((i for i in range(position, len(found)) if _same_place(found[i], expected)), None)
        if at is None:
            wrong.append(f"not found: {expected['text']}")
            continue
        wrong += [f"too many: {row['text']}" for row in found[position:at] if row["class"] == "quantity"]
        wrong += [
            f"{expected['text']}: {name} {found[at][name]}, not {value}"
            for name, value in expected.items()
            if name != "text" and not _is_same(name, found[at][name], value)
        ]
        position = at + 1
    return wrong + [f"too many: {row['text']}" for row in found[position:] if row["class"] == "quantity"]


def _same_place(row: dict[str, Any], expected: dict[str, Any]) -> bool:
    printed = expected["text"].replace(" ", "")
    text = row["text"].replace(" ", "")
    return bool(text) and (text in printed or printed in text)


def _is_same(name: str, found: str | None, expected: str | None) -> bool:
    if name == "value" and found is not None and expected is not None:
        return Fraction(found) == Fraction(expected)  # 0.1 is 1/10
    return found == expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"])
def test_a_text_of_a_known_kind_is_read_right(case):
    assert differences(case) == []
