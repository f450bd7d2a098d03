"""How well scan reads texts that were annotated by hand: ``python benchmarks/scan_accuracy.py TEXT ANNOTATIONS …``.

A number of an annotation is found in the text by its offsets, or where it has none by ``near``, a hash of what stands
around it (``context_of``), so that any copy of the report will do, with other blanks and signs too; those that a copy
does not have are counted and left out. ``--mark`` makes such rows out of a text in which the numbers are marked by hand
as ``«printed;value;unit;bound;measure»`` or ``«printed;class»``.

The annotations in ``tests/data/annotations`` are facts about two public reports (offsets in code points, digits, class,
value, unit, bound, measure); the texts themselves are not kept here. They were made by reading, before and apart from
the program, and the texts were kept from its making until the first measurement (docs/method.md has both). Where two
measures are a fair reading both are given, joined by |.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from shizhong_cli.core.figure.exact import exact_text
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


COLUMNS = ("near", "digits", "class", "value", "unit", "bound", "measure")
_KEPT = re.compile(r"[\u4e00-\u9fff0-9A-Za-z.%‰]")
_MARKED = re.compile("«([^»]*)»")
_AROUND = 8


class Place(NamedTuple):
    """Where a number of an annotation stands in a text."""

    start: int
    end: int


def context_of(kept: str, start: int, end: int) -> str:
    """The hash of a number and the characters around it; ``kept`` is the text without blanks and signs."""
    near = f"{kept[max(0, start - _AROUND) : start]}|{kept[start:end]}|{kept[end : end + _AROUND]}"
    return hashlib.sha256(near.encode()).hexdigest()[:12]


def places_of(text: str, rows: list[dict[str, str]]) -> Iterator[Place | None]:
    """The place of each row; nothing for one that the text does not have."""
    offsets = [match.start() for match in _KEPT.finditer(text)]
    kept = "".join(text[i] for i in offsets)
    position = 0
    for row in rows:
        if row.get("start"):
            yield Place(int(row["start"]), int(row["end"]))
            continue
        wanted = "".join(_KEPT.findall(row["digits"]))
        at = kept.find(wanted, position)
        while at >= 0 and context_of(kept, at, at + len(wanted)) != row["near"]:
            at = kept.find(wanted, at + 1)
        if at < 0:
            yield None
            continue
        position = at + len(wanted)
        first, last = offsets[at], offsets[position - 1]
        digits = [i for i in range(first, last + 1) if text[i].isdecimal()]
        yield Place(digits[0], digits[-1] + 1) if digits else Place(first, last + 1)


def compare(text: str, rows: list[dict[str, str]], counts: Counter[str]) -> None:
    """Count what is right, and print what is not."""
    found = scan(text, BUILT_IN)
    counts["numbers found"] += sum(number.class_ is NumberClass.QUANTITY for number in found)
    for row, place in zip(rows, places_of(text, rows), strict=True):
        if place is None:
            counts["not in the text"] += 1
            continue
        hit = next((number for number in found if number.start <= place.start and place.end <= number.end), None)
        if not any(character.isdecimal() for character in row["digits"]):
            counts["numeral"] += 1
            counts["numeral found"] += hit is not None and hit.class_ is NumberClass.QUANTITY
            continue
        wrong = count(hit, row, counts)
        if wrong:
            around = text[max(0, place.start - 12) : place.end + 10].replace("\n", " ")
            print(f"  {', '.join(wrong)}: {around}")


def count(hit: FoundNumber | None, row: dict[str, str], counts: Counter[str]) -> list[str]:
    """Count one number; what is wrong about it."""
    counts["digits"] += 1
    counts["class"] += hit is not None and hit.class_.value == row["class"]
    counts["quantity"] += row["class"] == "quantity"
    if hit is None or hit.class_ is not NumberClass.QUANTITY:
        return ["found"] if row["class"] == "quantity" else []
    counts["called quantity"] += 1
    if row["class"] != "quantity":
        return ["no quantity"]
    counts["true quantity"] += 1
    wrong = [name for name, right in judge(hit, row).items() if not right]
    counts.update(name for name in ("value and unit", "bound", "measure") if name not in wrong)
    return wrong


def marked_rows(marked: str) -> Iterator[dict[str, str]]:
    """The rows of a text with marks."""
    kept, spans = "", []
    position = 0
    for mark in _MARKED.finditer(marked):
        kept += "".join(_KEPT.findall(marked[position : mark.start()]))
        printed, *said = mark[1].split(";")
        number = "".join(_KEPT.findall(printed))
        spans.append((len(kept), len(kept) + len(number), printed.replace("\n", ""), said))
        kept, position = kept + number, mark.end()
    kept += "".join(_KEPT.findall(marked[position:]))
    for start, end, printed, said in spans:
        near = context_of(kept, start, end)
        if len(said) == 1:
            yield dict(zip(COLUMNS, (near, printed, said[0], "", "", "", ""), strict=True))
            continue
        value, unit, bound, measure = said
        size = {"万": 10**4, "亿": 10**8}.get(value[-1], 1)
        shown = exact_text(Fraction(value.rstrip("万亿")) * size) or ""
        fields = (near, printed, "quantity", shown, unit, bound or "exact", measure.replace("/", "|"))
        yield dict(zip(COLUMNS, fields, strict=True))


def judge(hit: FoundNumber, row: dict[str, str]) -> dict[str, bool]:
    unit = hit.unit if hit.unit is not None else hit.unknown_unit
    expected = BUILT_IN[row["unit"]].symbol if row["unit"] in BUILT_IN else row["unit"]
    measure = hit.measure.value if hit.measure else "other"
    return {
        "value and unit": hit.value == Fraction(row["value"]) and unit == expected,
        "bound": hit.bound.value == row["bound"],
        "measure": measure in row["measure"].split("|"),
    }


def write_marked(path: Path) -> None:
    """The rows of a marked text, as a table on standard output."""
    writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(marked_rows(path.read_text(encoding="utf-8")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="TEXT ANNOTATIONS", help="in pairs")
    parser.add_argument("--mark", type=Path, metavar="TEXT", help="print the rows of a text that is marked by hand")
    given = parser.parse_args()
    if given.mark:
        write_marked(given.mark)
        return
    if not given.files or len(given.files) % 2:
        parser.error("every text needs its annotations")
    counts: Counter[str] = Counter()
    for text, marked in zip(given.files[::2], given.files[1::2], strict=True):
        print(marked)
        with Path(marked).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
        compare(Path(text).read_text(encoding="utf-8"), rows, counts)
    for name, right, of in RATES:
        print(f"{name:40} {counts[right]:5} of {counts[of]:5}   {counts[right] / max(counts[of], 1):7.2%}")
    print(f"{'numbers of the annotations not in the text':40} {counts['not in the text']:5}")


if __name__ == "__main__":
    main()
