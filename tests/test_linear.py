"""No step is quadratic: ten times the figures cost ten times the work, for every function by itself.

Counted are lines and calls, not seconds, and by function: one that looks at all figures for each of them stands out
however little it does each time. Work inside the interpreter's own functions (sorting, copying a list) is not counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.pack.rows import figure_row
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.core.report.coverage import cover
from shizhong_cli.core.report.coverage_rows import coverage_content
from shizhong_cli.core.report.drafting import draft
from shizhong_cli.core.report.numbers import numbers_of
from shizhong_cli.reading.actuals.from_file import read_actuals
from shizhong_cli.reading.pack.checks import check_texts
from shizhong_cli.rendering.formats.text import write_json
from shizhong_cli.rendering.formats.verification import report_content, report_sheet
from shizhong_cli.rendering.pages.status import status_sheet
from shizhong_cli.rendering.wording import Language, Words

SIZES = (1, 10, 100)
"""How many indicators, of six figures and a target each."""
ALLOWED = 13
"""How many times the work may grow from 10 to 100 indicators: ten, and what a logarithm adds."""
NOTICED = 2_000
"""Lines below which a function is not looked at."""
WORDS = Words(Language.ZH)
NOTHING = Catalogue(units=BUILT_IN)
REPEATED = "去年财政收入5亿元，增长3%。\n指标达到7个，\n"


def baselines(number: int) -> str:
    """Indicators that name each other, with checks, silences, references, sections and exclusions of their own."""
    return "\n".join((
        "sections:", "  二: {name: 概况}", "  三: {name: 目标}",
        *(f"  一/{n}: {{name: 第{n}节, begins: 第{n}节}}" for n in range(number)),
        "indicators:", *(indicator(n, number) for n in range(number)),
        "references:",
        *(f"  - {{indicator: i{n}, flow: {n + 2}5.1亿元, period: 2024, source: 年鉴}}" for n in range(number)),
        "checks:",
        *(f'  c{n}: {{expression: "i{n}.share@2025 * i{n}.flow@2025 = part"}}' for n in range(number)),
        *(f'  d{n}: {{expression: "implied(i{n}.implied_base@2025) <= i{n}.flow@2025"}}' for n in range(number)),
        "silence:",
        *(f"  - {{question: same_number, indicator: i{n}, reason: 不同}}" for n in range(number)),
    ))  # fmt: skip


def indicator(n: int, number: int) -> str:
    other, place = (n + 1) % number, f"section: 一/{n}"
    related = f"within: [i{other}], companions: [i{other}], akin: [i{other}]" if number > 1 else "per: 人"
    figures = (
        f"flow: {n + 3}2.{n % 7}亿元, period: 2025", f"growth: {rate(n)}, period: 2025",
        f"average_growth: {n % 5 + 1}.2%, period: 2025, since: 2020",
        f"flow: {5 * n + 12}7.{n % 7}亿元, period: 2021/2025", f"share: 4{rate(n)}, period: 2025",
    )  # fmt: skip
    listed = ", ".join(f"{{{figure}, {place}}}" for figure in figures) + f", {{{figures[0]}, section: 二}}"
    return f"  i{n}: {{name: 指标{n}号, name_en: I {n}, direction: up, {related}, figures: [{listed}]}}"


def rate(n: int) -> str:
    return f"{n // 10 + 1}.{n % 10}%"


def targets(number: int) -> str:
    listed = (f"  - {{indicator: i{n}, growth: {n % 9 + 2}%左右, period: 2026, section: 三}}" for n in range(number))
    return "\n".join(("targets:", *listed, ""))


def report(number: int) -> str:
    """A text with some of the figures in it."""
    return "".join(
        f"第{n}节。指标{n}号完成{n + 3}2.{n % 7}亿元，增长{rate(n)}，占比4{rate(n)}。\n" for n in range(number)
    )


Work = Callable[[], object]


def works(folder: Path, number: int) -> dict[str, Work]:
    """What is counted, each ready to be done."""
    texts = baselines(number), targets(number)
    catalogue, declared = check_texts(*texts)
    judged = verify(catalogue, declared)
    actuals = folder / f"{number}.csv"
    rows = (f"i{n},5.{n % 9}%,2026-09\n" for n in range(number))
    actuals.write_text("indicator,figure,as_of\n" + "".join(rows), "utf-8")
    return {
        "load": lambda: check_texts(*texts),
        "verify": lambda: report_content(catalogue, verify(catalogue, declared), WORDS),
        "page": lambda: report_sheet(catalogue, judged, WORDS, True, True, []),
        "status": lambda: _status(catalogue, actuals),
        "coverage": lambda: _covered(catalogue, report(number)),
        "draft": lambda: draft("2026年政府工作报告\n" + report(number), NOTHING),
        "export": lambda: write_json({"figures": [figure_row(catalogue, f) for f in catalogue.figures()]}, StringIO()),
    }


def _status(catalogue: Catalogue, actuals: Path) -> object:
    gaps = list(measure_targets(catalogue, catalogue.targets, read_actuals(catalogue, actuals)))
    return [gap_row(gap) for gap in gaps], status_sheet(catalogue, gaps, WORDS)


def _covered(catalogue: Catalogue, text: str) -> dict[str, Any]:
    numbers = numbers_of(text, catalogue)
    return coverage_content(catalogue, cover(catalogue, numbers.printed, numbers.located), numbers.missing)


def lines_by_function(work: Work) -> Counter[CodeType]:
    """How many lines of each function are gone through, a call counted as one."""
    counted: Counter[CodeType] = Counter()

    def inside(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            counted[frame.f_code] += 1
        return inside

    def called(frame: FrameType, event: str, _: object) -> Any:
        counted[frame.f_code] += 1
        return inside

    before = sys.gettrace()
    sys.settrace(called)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def growing_faster(fewer: Counter[CodeType], more: Counter[CodeType], allowed: int = ALLOWED) -> list[str]:
    """The functions whose work grew more than the figures did."""
    return [
        f"{code.co_filename}:{code.co_firstlineno} {code.co_name}: {fewer[code]} → {number}"
        for code, number in more.most_common()
        if number > NOTICED and number > allowed * fewer[code]
    ]


@pytest.mark.parametrize("name", ["load", "verify", "page", "status", "coverage", "draft", "export"])
def test_ten_times_the_figures_are_ten_times_the_work(name: str, tmp_path: Path) -> None:
    works(tmp_path, SIZES[0])[name]()  # what is worked out once a process is worked out
    least, fewer, more = (lines_by_function(works(tmp_path, number)[name]) for number in SIZES)
    assert growing_faster(fewer, more) == []
    assert least.total() < fewer.total() < more.total() < ALLOWED * fewer.total()


def test_twice_the_repetitions_are_twice_the_work() -> None:
    """Of a draft of a text that says one thing again and again."""
    some, twice = (
        lines_by_function(lambda number=number: draft("2026年政府工作报告\n" + REPEATED * number, NOTHING)).total()
        for number in (100, 200)
    )
    assert some < twice < 2.2 * some


def of_one_indicator(number: int) -> tuple[str, str]:
    """Months of one indicator, one after the other, each with its growth and a target for the same time a year on."""
    months = [(1950 + n // 12, n % 12 + 1) for n in range(number)]
    figures = ", ".join(
        f"{{flow: {100 + n}.1亿元, period: {year}-{month:02}, section: 一}}, "
        f"{{growth: 3.2%, period: {year}-{month:02}, section: 一}}"
        for n, (year, month) in enumerate(months)
    )
    wanted = (
        f"  - {{indicator: a, growth: 3.5%, period: {year + 1}-{month:02}, section: 一}}" for year, month in months
    )
    indicators = f"indicators:\n  a: {{name: 甲, direction: up, figures: [{figures}]}}\n"
    return f"sections:\n  一: {{name: 概况}}\n{indicators}", "\n".join(("targets:", *wanted, ""))


def equal_in_one_section(number: int) -> tuple[Catalogue, str]:
    """As many indicators that all come to 5亿元, and the text that says so."""
    indicators = (
        f"  i{n}: {{name: 指标{n}号, direction: up, figures: [{{flow: 5亿元, period: 2025, section: 一}}]}}"
        for n in range(number)
    )
    files = "\n".join(("sections:", "  一: {name: 概况, begins: 概况}", "indicators:", *indicators, ""))
    return check_texts(files, "targets: []\n")[0], "概况。\n" + "".join(
        f"指标{n}号完成5亿元。\n" for n in range(number)
    )


def _verified(texts: tuple[str, str]) -> Work:
    catalogue, declared = check_texts(*texts)
    return lambda: report_content(catalogue, verify(catalogue, declared), WORDS)


def _with_its_status(texts: tuple[str, str], actuals: Path) -> Work:
    catalogue, _ = check_texts(*texts)
    actuals.write_text("indicator,figure,as_of\na,5%,1951-01\n", "utf-8")
    return lambda: _status(catalogue, actuals)


def test_figures_of_one_indicator_are_not_compared_each_with_each(tmp_path: Path) -> None:
    for work in (_verified, lambda texts: _with_its_status(texts, tmp_path / "actuals.csv")):
        fewer, more = (lines_by_function(work(of_one_indicator(number))) for number in (96, 960))
        assert growing_faster(fewer, more, 2 * ALLOWED) == []  # the first year has none before it


def test_equal_numbers_of_one_section_are_not_compared_each_with_each() -> None:
    packs = [equal_in_one_section(number) for number in (100, 1000)]
    fewer, more = (lines_by_function(lambda pack=pack: _covered(*pack)) for pack in packs)
    assert growing_faster(fewer, more) == []


@pytest.mark.parametrize("number", [1, 5, 200])
def test_of_a_crowd_every_number_is_matched(number: int) -> None:
    catalogue, text = equal_in_one_section(number)
    covered = _covered(catalogue, text)
    assert covered["complete"]
    assert covered["matched"] == number


def test_a_quadratic_function_is_noticed() -> None:
    def pairs(number: int) -> int:
        return sum(one < other for one in range(number) for other in range(number))

    fewer, more = (lines_by_function(lambda size=size: pairs(size)) for size in (10, 100))
    assert len(growing_faster(fewer, more)) == 1
