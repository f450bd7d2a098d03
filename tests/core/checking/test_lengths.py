"""No relation that was read makes a number longer than the limit, and none that could is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import load
from running import run

from shizhong_cli.core.checking import judging, power, solving
from shizhong_cli.core.checking.check import Check
from shizhong_cli.core.checking.compiled import solver
from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.evaluating import evaluate, path_sum, solve
from shizhong_cli.core.checking.expression import ExpressionError, names_in, unknown_in
from shizhong_cli.core.checking.lengths import LONGEST, TOO_LONG, length_of
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.figure.exact import exact_text
from shizhong_cli.core.figure.interval import EMPTY, EVERYTHING, Interval, at_most, between, exact
from shizhong_cli.core.figure.roots import root_of
from shizhong_cli.core.figure.terms import Rounding
from shizhong_cli.core.pack.declared import DeclaredCheck
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.terms import Kind
from shizhong_cli.problems import Place, Spot
from shizhong_cli.reading.pack.checks import declared_checks

PROPERTY = settings(max_examples=300, deadline=None, derandomize=True, database=None)

FIGURES = {
    "a": "growth: 5.2%", "b": "growth: 123456789012345678901234567890123.567890%", "c": "level: 1455家",
    "d": "level: 987654321098765432109876543210987654321家", "e": "share: 三分之一", "f": "share: 0.1%",
    "g": "growth: -100%", "h": "growth: 0%", "k": "level: 超过12.6万家", "l": "growth: 下降200%",
}  # fmt: skip
NAMES = [f"{id}.{figure.split(':')[0]}@2025" for id, figure in FIGURES.items()]
BASELINES = "indicators:\n" + "".join(
    f"  {id}:\n    {{name: {id}, name_en: {id}, direction: up, figures: [{{{figure}, period: 2025, section: 一}}]}}\n"
    for id, figure in FIGURES.items()
)

ATOMS = st.sampled_from([*NAMES, "x", "2", "100%", "1234567890123456789012345678901234567890", "0.001", "0", "1"])
TREES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.builds(lambda a, sign, b: f"({a} {sign} {b})", inner, st.sampled_from("+-*/"), inner),
        st.builds(lambda a, n: f"({a})^{n}", inner, st.integers(1, 100)),
        st.builds(lambda a, n: f"path_sum({a}, {n})", inner, st.integers(1, 100)),
        st.builds(lambda a: f"floor({a})", inner),
    ),
    max_leaves=9,
)
RELATIONS = st.builds(lambda a, sign, b: f"{a} {sign} {b}", TREES, st.sampled_from(("=", "<=", "<", ">")), TREES)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load(tmp_path_factory.mktemp("lengths"), BASELINES, "targets: []\n")


def declared(catalogue: Catalogue, text: str) -> tuple[list[Check], list[str]]:
    """The check of an expression, or the codes of its problems."""
    one = DeclaredCheck("it", text, Place("baselines.yaml"), Spot(Place("baselines.yaml"), False, False), Kind.DECLARED)
    found, problems = declared_checks(catalogue._replace(checks=(one,)))
    return found, [problem.code for problem in problems]


def digits_of(values: Interval) -> int:
    ends = [end for end in (values.low, values.high) if end is not None]
    return max((len(str(part)) for end in ends for part in (abs(end.numerator), end.denominator)), default=0)


@PROPERTY
@given(text=RELATIONS)
def test_what_is_read_stays_within_its_length(catalogue: Catalogue, text: str) -> None:
    found, codes = declared(catalogue, text)
    assert len(found) + len(codes) == 1
    for check in found:
        length = length_of(check.relation, check.figures)
        assert length <= LONGEST
        for rounding in (None, Rounding.TRUNCATED):
            values = check.values(rounding)
            known = {**values, check.unknown.name: exact(1)} if check.unknown else values
            made = [evaluate(check.relation.left, known.__getitem__), evaluate(check.relation.right, known.__getitem__)]
            for name in dict.fromkeys(names_in(check.relation)):
                try:
                    made.append(solve(check.relation, name, known.__getitem__))
                except ExpressionError:
                    assert name != unknown_in(check.relation)
            assert max(map(digits_of, made)) <= length
            assert all(exact_text(end) for values in made for end in (values.low, values.high) if end is not None)


@PROPERTY
@given(text=RELATIONS)
def test_what_is_read_is_judged_with_bounded_work(catalogue: Catalogue, text: str) -> None:
    found, codes = declared(catalogue, text)
    solved = 0

    def counted(*arguments: object) -> Interval:
        nonlocal solved
        solved += 1
        return solve(*arguments)  # type: ignore[arg-type]

    def counted_later(*arguments: object) -> Callable[[Interval], Interval]:
        solved_for = solver(*arguments)  # type: ignore[arg-type]

        def counted_here(values: Interval) -> Interval:
            nonlocal solved
            solved += 1
            return solved_for(values)

        return counted_here

    with pytest.MonkeyPatch.context() as patch:
        for module in (judging, power, solving):
            patch.setattr(module, "solve", counted)
        patch.setattr(solving, "solver", counted_later)
        for check in found:
            outcome = judging.judge(check)
            assert outcome.typos <= 9 * 40 * len(check.figures)
            assert outcome.slips <= 13 * 40 * len(check.figures)
            most = 4 * solving.LONGEST_SEARCH + len(check.figures) * (2 * power.MOST_TRIALS + 3 * 13 * 40)
            assert solved <= most
    assert found or codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("path_sum(path_sum(a.growth@2025, 100), 100) < 5", "C011"),
        ("path_sum(path_sum(path_sum(a.growth@2025, 100), 100), 100) < 5", "C011"),
        (f"{'9' * 40}^10 * {'9' * 40}^10 * {'9' * 40}^10 > a.growth@2025", "C011"),
        (f"a.growth@2025 > {'9' * 40}^10 * {'9' * 40}^10 * {'9' * 40}^10", "C011"),
        ("(100% + b.growth@2025)^100 > 1", "C011"),
        ("path_sum(b.growth@2025, 100) > 1", "C011"),
        (" / ".join(["a.growth@2025", *["1234567890123456789012345678901234567"] * 24]) + " > 1", "C011"),
        ("(100% + a.growth@2025)^100 > 1", None),
        ("path_sum(a.growth@2025, 100) > 1", None),
        ("path_sum(path_sum(a.growth@2025, 10), 5) > 1", None),
        (" + ".join(["a.growth@2025", *["1%"] * 190]) + " > 1", None),
        (" + ".join(["a.growth@2025", *["1"] * 440]) + " > 1", "C010"),  # more than 1000 characters
        ("a.growth@2025" + "+1" * 490 + ">1", "C011"),
    ],
)
def test_limit_of_length(catalogue: Catalogue, text: str, code: str | None) -> None:
    found, codes = declared(catalogue, text)
    assert codes == ([code] if code else [])
    assert [judging.judge(check).typos > 0 for check in found] == ([] if code else [True])


@pytest.mark.parametrize(("lang", "said"), [("zh", "整数 任何整数"), ("en", "whole numbers any whole number")])
def test_any_number_at_all_is_told_so(tmp_path: Path, lang: str, said: str) -> None:
    """What is multiplied with nought can be anything."""
    baselines = BASELINES + "checks:\n  any: {kind: whole_number, expression: h.growth@2025 * x = 0家}\n"
    load(tmp_path, baselines, "targets: []\n")
    ran = run("verify-baselines", "--data", str(tmp_path), "--explain", "any", lang=lang, columns=160)
    assert ran.code in (0, 1)
    assert said in ran.out


def test_a_path_of_growth_that_leaves_nothing() -> None:
    assert path_sum(at_most(-1), 3) == EMPTY
    assert path_sum(exact(-1), 1) == EMPTY
    assert path_sum(between(-2, 0), 2) == between(2, None, True, False)
    assert path_sum(EVERYTHING, 2) == between(1, None, False, False)


AVERAGE = """
indicators:
  it:
    name: 某指标
    name_en: It
    direction: up
    figures:
      - {{average_growth: {rate}, since: {since}, period: 2025, section: 一}}
      - {{growth: {rate}, period: 2025, section: 一}}
      - {{flow: 100亿元, period: 2025, section: 一}}
      - {{flow: 500亿元, period: {first}/2025, section: 一}}
"""


@pytest.mark.parametrize(
    ("rate", "since", "forbidden"),
    [
        ("8.9%", 1949, {""}),
        ("8.9%", 2020, {""}),
        ("123456789012345678901234567890123.567890%", 1949, {"", TOO_LONG}),
        ("123456789012345678901234567890123.567890%", 1900, {"", TOO_LONG}),
    ],
)
def test_rates_over_many_years(tmp_path: Path, rate: str, since: int, forbidden: set[str]) -> None:
    catalogue = load(tmp_path, AVERAGE.format(rate=rate, since=since, first=since + 1), "targets: []\n")
    derived = derive_checks(catalogue)
    assert {check.forbidden for check in derived} == forbidden
    assert all(length_of(check.relation, check.figures) <= LONGEST for check in derived if not check.forbidden)
    report = verify(catalogue, [])
    assert len(report.outcomes) == len(derived)
    for form in ("table", "json", "csv"):
        assert run("verify-baselines", "--data", str(tmp_path), "--format", form).code in (0, 1)


def test_a_root_of_a_high_degree_is_between_its_neighbours() -> None:
    for value, degree in ((2, 299), (10**40, 7), (1, 3), (0, 5), (10**300, 298)):
        root = root_of(exact(value), degree)
        assert root.low is not None
        assert root.high is not None
        assert root.low**degree <= value < root.high**degree
