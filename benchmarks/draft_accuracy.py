"""How well draft describes reports annotated by hand: ``python benchmarks/draft_accuracy.py TEXT ANNOTATIONS …``.

An annotation is one line a figure, with tabs: the figure as it is to be printed in the file (bound words included),
role, period, since, measure (of these three several fair ones are joined by |), name. They are facts about public
texts, read before the program was run on them; the texts are not kept here. A name is right when the drafted one is
the same, or one of the two holds the other and no more than four characters are between them. Of figures that nothing
was guessed of (「高」) those right in role, period and measure are counted as well, and every contradiction that the
checks find.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.figure.parsing import read_printed
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue, Figure
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.simplified import simplifier
from shizhong_cli.rendering.formats.draft_files import baselines_text, targets_text
from shizhong_cli.rendering.wording import Language, Words

RATES = ("value and unit", "bound", "role", "period", "since", "measure", "name")
_MORE = 4
"""Characters that a name may have more or less: 全市, 总额."""


class Fact(NamedTuple):
    """One annotated figure."""

    figure: str
    role: str
    period: str
    since: str
    measure: str
    name: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="TEXT ANNOTATIONS", help="in pairs")
    files = parser.parse_args().files
    if len(files) % 2:
        parser.error("every text needs its annotations")
    counts: Counter[str] = Counter()
    simplify = simplifier()
    for text, marked in zip(files[::2], files[1::2], strict=True):
        print(marked)
        told = Path(marked).read_text(encoding="utf-8")
        lines = (simplify(told) if simplify else told).splitlines()
        facts = [Fact(*line.split("\t")) for line in lines if line]
        catalogue = drafted(Path(text).read_text(encoding="utf-8"))
        if catalogue:
            compare(catalogue, facts, counts)
        else:
            print("  the text does not tell its year: nothing drafted")
    _print("figures drafted", counts["found"], counts["fact"])
    for rate in RATES:
        _print(rate, counts[rate], counts["found"])
    _print("all of role, period, measure", counts["all"], counts["found"])
    _print("the same where nothing was guessed", counts["sure and right"], counts["sure"])
    print(f"contradictions found in the drafts: {counts['contradiction']}")


def drafted(text: str) -> Catalogue | None:
    found = draft(text, Catalogue(units=BUILT_IN), simplify=simplifier())
    if not found.found.year:
        return None
    words = Words(Language.ZH)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "baselines.yaml").write_text(baselines_text(found, words), "utf-8")
        (Path(folder) / "targets.yaml").write_text(targets_text(found, words), "utf-8")
        return load_catalogue(Path(folder))


def compare(catalogue: Catalogue, facts: list[Fact], counts: Counter[str]) -> None:
    figures = list(catalogue.figures())
    for fact in facts:
        counts["fact"] += 1
        alike = [figure for figure in figures if is_alike(figure, fact)]
        if not alike:
            print(f"  not drafted: {fact.figure} {fact.name}")
            continue
        figure = max(alike, key=lambda it: sum(judge(it, fact, catalogue).values()))
        figures.remove(figure)
        right = judge(figure, fact, catalogue)
        counts["found"] += 1
        counts.update(rate for rate, is_so in right.items() if is_so)
        whole = right["role"] and right["period"] and right["measure"]
        counts["all"] += whole
        counts["sure"] += not figure.guessed
        counts["sure and right"] += whole and not figure.guessed
        if wrong := [rate for rate, is_so in right.items() if not is_so]:
            own = (figure.role, figure.period, figure.measure, catalogue.indicators[figure.indicator].name)
            print(f"  {', '.join(wrong)}: {fact} drafted as {' '.join(map(str, own))}, guessed {figure.guessed}")
    for outcome in verify(catalogue, ()).findings:
        counts["contradiction"] += 1
        print(f"  {outcome.verdict}: {outcome.check.id}")


def is_alike(figure: Figure, fact: Fact) -> bool:
    """Whether a drafted figure has the digits of the annotated one, whatever else it says."""
    said = read_printed(fact.figure, BUILT_IN)
    return _plain(figure) == fact.figure or bool(
        said and figure.written and said.digits and said.digits == figure.written.digits
    )


def _plain(figure: Figure) -> str:
    return figure.printed.removeprefix("预计")


def judge(figure: Figure, fact: Fact, catalogue: Catalogue) -> dict[str, bool]:
    said, written = read_printed(fact.figure, BUILT_IN), figure.written
    same = _plain(figure) == fact.figure
    return {
        "value and unit": same
        or bool(said and written and (said.value, said.unit) == (written.value, written.unit or figure.unit)),
        "bound": same or bool(said and written and said.bound is written.bound),
        "role": str(figure.role) == fact.role,
        "period": str(figure.period) in fact.period.split("|"),
        "since": (str(figure.since) if figure.since else "") in fact.since.split("|"),
        "measure": str(figure.measure) in fact.measure.split("|"),
        "name": _is_same_name(catalogue.indicators[figure.indicator].name, fact.name),
    }


def _is_same_name(drafted: str, fact: str) -> bool:
    fact = fact.replace("(", "（").replace(")", "）").replace("的", "")
    drafted = drafted.replace("的", "")
    holds = drafted in fact or fact in drafted
    is_second = re.search("（[0-9]+）$", drafted) is not None
    return drafted == fact or (holds and abs(len(drafted) - len(fact)) <= _MORE and not is_second)


def _print(name: str, right: int, of: int) -> None:
    print(f"{name:40} {right:5} of {of:5}   {right / max(of, 1):7.2%}")


if __name__ == "__main__":
    main()
