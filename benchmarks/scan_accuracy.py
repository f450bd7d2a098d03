"""How well scan reads texts that were annotated by hand: ``python benchmarks/scan_accuracy.py TEXT ANNOTATIONS …``.

The annotations in ``tests/data/annotations`` are facts about two public reports (offsets in code points, digits, class,
value, unit, bound, measure); the texts themselves are not kept here. They were made by reading, before and apart from
the program, and the texts were kept from its making until the first measurement (docs/method.md has both). Where two
measures are a fair reading both are given, joined by |.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan

RATES = (
    ("digit runs classified right", "class", "digits"),
    ("quantities among those called so", "true quantity", "called quantity"),
    ("quantities found", "true quantity", "quantity"),
    ("value and unit", "value and unit", "true quantity"),
    ("bound", "bound", "true quantity"),
    ("measure", "measure", "true quantity"),
    ("quantities in Chinese numerals found", "numeral found", "numeral"),
)


def compare(text: str, rows: list[dict[str, str]], counts: Counter[str]) -> None:
    found = scan(text, BUILT_IN)
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        hit = next((number for number in found if number.start <= start and end <= number.end), None)
        if not any(character.isdecimal() for character in row["digits"]):
            counts["numeral"] += 1
            counts["numeral found"] += hit is not None and hit.class_ is NumberClass.QUANTITY
            continue
        counts["digits"] += 1
        counts["class"] += hit is not None and hit.class_.value == row["class"]
        counts["quantity"] += row["class"] == "quantity"
        called = hit is not None and hit.class_ is NumberClass.QUANTITY
        counts["called quantity"] += called
        if called and hit is not None and row["class"] == "quantity":
            counts["true quantity"] += 1
            wrong = [name for name, right in judge(hit, row).items() if not right]
            counts.update(name for name in ("value and unit", "bound", "measure") if name not in wrong)
            if wrong:
                around = text[max(0, start - 12) : end + 10].replace("\n", " ")
                print(f"  {', '.join(wrong)}: {around}")


def judge(hit: FoundNumber, row: dict[str, str]) -> dict[str, bool]:
    unit = hit.unit if hit.unit is not None else hit.unknown_unit
    expected = BUILT_IN[row["unit"]].symbol if row["unit"] in BUILT_IN else row["unit"]
    measure = hit.measure.value if hit.measure else "other"
    return {
        "value and unit": hit.value == Fraction(row["value"]) and unit == expected,
        "bound": hit.bound.value == row["bound"],
        "measure": measure in row["measure"].split("|"),
    }


def main() -> None:
    counts: Counter[str] = Counter()
    for text, marked in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        print(marked)
        with Path(marked).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        compare(Path(text).read_text(encoding="utf-8"), rows, counts)
    for name, right, of in RATES:
        print(f"{name:40} {counts[right]:5} of {counts[of]:5}   {counts[right] / max(counts[of], 1):7.2%}")


if __name__ == "__main__":
    main()
