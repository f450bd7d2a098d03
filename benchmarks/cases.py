"""How many cases of a file of sentences scan reads right: ``python benchmarks/cases.py FILE …``.

Each line is a sentence with the numbers in it, as JSON; a case is right when every one of them is found with class,
value, unit, bound and measure, and nothing else is taken for a quantity.
"""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from shizhong_cli.core.figure.terms import NumberClass
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import FoundNumber, scan

FIELDS = ("value", "unit", "bound", "measure")


def is_right(case: dict[str, Any]) -> bool:
    found = scan(case["text"], BUILT_IN)
    wanted = [number for number in case["numbers"] if number["class"] == "quantity"]
    quantities = [number for number in found if number.class_ is NumberClass.QUANTITY]
    others = {number.class_.value for number in found if number.class_ is not NumberClass.QUANTITY}
    classes = {number["class"] for number in case["numbers"]} - {"quantity"}
    return len(wanted) == len(quantities) and all(map(is_same, wanted, quantities)) and classes <= others


def is_same(wanted: dict[str, Any], found: FoundNumber) -> bool:
    right = {
        "value": found.value, "unit": found.unit, "bound": found.bound.value,
        "measure": found.measure.value if found.measure else None,
    }  # fmt: skip
    return all(
        (Fraction(wanted[field]) if field == "value" else wanted[field]) == right[field]
        for field in FIELDS
        if field in wanted
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    for path in parser.parse_args().files:
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        wrong = [case for case in cases if not is_right(case)]
        for case in wrong:
            print(f"  {case['kind']}: {case['text']}")
        print(f"{path.name}: {len(cases) - len(wrong)} of {len(cases)} right")


if __name__ == "__main__":
    main()
