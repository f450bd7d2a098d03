"""Make every single-digit typo of every baseline figure, one at a time, and see which ones verify-baselines catches.

``python benchmarks/typos.py [--data DIR]`` prints the share caught, overall and by measure, and the
figures that no check protects at all. A typo counts as caught when a check that held before no longer does, and as
asked about when it is not caught but raises a question that was not there.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.judging import holds
from shizhong_cli.core.checking.questions import ask
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.reading.pack.checks import declared_checks, load_checked
from shizhong_cli.reading.pack.places import data_folder


def failing(catalogue: Catalogue, indicator: str) -> bool:
    """Whether any check about the indicator fails."""
    declared, _ = declared_checks(catalogue)
    checks = [*derive_checks(catalogue), *declared]
    about = [
        check
        for check in checks
        if not check.forbidden
        and check.kind is not Kind.STEADY_PATH  # asked about, and fails no run
        and any(figure.indicator == indicator for figure in check.figures.values())
    ]
    return not all(holds(check) for check in about)


def questions(catalogue: Catalogue) -> set[tuple[str, ...]]:
    """What is asked, by rule and figures."""
    return {(question.rule, *(figure.reference for figure in question.figures)) for question in ask(catalogue)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path)
    catalogue, _ = load_checked(data_folder(parser.parse_args().data))
    typos: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    usual = questions(catalogue)
    unprotected = []
    for position, figure in enumerate(catalogue.baselines):
        before = sum(caught.values())
        wrong_ones = list(figure.typos())
        for wrong in wrong_ones:
            baselines = (*catalogue.baselines[:position], wrong, *catalogue.baselines[position + 1 :])
            mistaken = catalogue._replace(baselines=baselines)
            measure = str(figure.measure)
            typos[measure] += 1
            if failing(mistaken, figure.indicator):
                caught[measure] += 1
            elif questions(mistaken) - usual:
                asked[measure] += 1
        if wrong_ones and sum(caught.values()) == before:
            unprotected.append(figure)
    print(f"{'measure':16} {'typos':>6} {'caught':>7} {'share':>7} {'asked':>6} {'share':>7}")
    for measure in [*typos, None]:
        own = (
            [typos, caught, asked]
            if measure is None
            else [Counter({measure: c[measure]}) for c in (typos, caught, asked)]
        )
        total, found, questioned = (sum(counter.values()) for counter in own)
        shares = found / total, questioned / total
        print(f"{measure or 'all':16} {total:6} {found:7} {shares[0]:7.1%} {questioned:6} {shares[1]:7.1%}")
    print(f"figures without any protection: {len(unprotected)} of {len(catalogue.baselines)}")


if __name__ == "__main__":
    main()
