"""An actual has a measure: declared, or guessed only where one target alone can be meant (DESIGN, section 5)."""

from __future__ import annotations

import pytest
from making import gap_of, one_indicator
from running import run

STOCK = "level: 68.2亿元, period: 2025"


@pytest.mark.parametrize(
    ("actual", "status", "reason", "gap"),
    [
        ("66亿元", "missed", None, "-12.2"),  # nearer to 68.2 than to 10: the stock, 66 - 68.2 - 10
        ("level=66亿元", "missed", None, "-12.2"),
        ("it.level=66亿元", "missed", None, "-12.2"),
        ("9亿元", "missed", None, -1),  # 9 - 10; no stock is near 9
        ("change=9亿元", "missed", None, -1),
        ("it.change=66亿元", "met", None, 56),  # said to be the increase: 66 - 10
        ("change=-2.2亿元", "missed", None, "-12.2"),
    ],
)
def test_a_stock_does_not_answer_an_increase(tmp_path, actual, status, reason, gap):
    catalogue = one_indicator(tmp_path, "up", "change: 10亿元, period: 2026", STOCK)
    found = gap_of(catalogue, actual, "2026-12")
    assert (found.status, found.reason) == (status, reason)
    assert found.gap is None if gap is None else found.gap == float(gap) * 10**8


@pytest.mark.parametrize(
    ("base", "actual", "reason", "gap"),
    [
        (
            "flow: 1420.0亿元, period: 2025",
            "1510亿元",
            "ambiguous",
            None,
        ),  # the sum of the year, or 18 times what is asked
        ("flow: 1420.0亿元, period: 2025", "90亿元", None, 10),
        ("flow: 1420.0亿元, period: 2025", "change=1510亿元", None, 1430),
        ("flow: 90亿元, period: 2025", "85亿元", None, 5),  # as large as what is asked
    ],
)
def test_the_sum_of_a_year_does_not_answer_an_increase(tmp_path, base, actual, reason, gap):
    found = gap_of(one_indicator(tmp_path, "up", "change: 80亿元, period: 2026", base), actual, "2026-12")
    assert found.reason == reason
    assert found.gap == (None if gap is None else gap * 10**8)


def test_two_measures_in_one_unit_are_told_apart_by_what_is_declared(tmp_path):
    (tmp_path / "targets.yaml").write_text(
        "targets:\n  - {indicator: a, share: 65%, period: 2026, section: 三}\n"
        "  - {indicator: a, growth: 5%, period: 2026, section: 三}\n",
        "utf-8",
    )
    (tmp_path / "baselines.yaml").write_text("indicators:\n  a: {name: 强度, name_en: a, direction: up}\n", "utf-8")
    command = ("status", "--data", ".", "--format", "csv", "--as-of", "2026-12")
    bare = run(*command, "--actual", "a=64%", cwd=tmp_path)
    assert bare.out.count("ambiguous") == 2
    both = run(*command, "--actual", "a.share=64%", "--actual", "a.growth=5.1%", cwd=tmp_path)
    assert "ambiguous" not in both.out
    assert both.out.count(",met,") == both.out.count(",missed,") == 1  # 5.1 % and 64 %


def test_a_ledger_keeps_what_a_figure_measures(tmp_path):
    one_indicator(tmp_path, "up", "change: 10亿元, period: 2026", STOCK)
    wrote = run("record", "it.change", "60亿元", "--as-of", "2026-12", "--data", ".", cwd=tmp_path)
    assert wrote.code == 0, wrote.err
    assert "measure" in (tmp_path / "actuals.csv").read_text("utf-8-sig").splitlines()[0]
    read = run("status", "--data", ".", "--format", "csv", cwd=tmp_path)
    assert read.out.count(",met,") == 1


@pytest.mark.parametrize(("word", "status"), [("增量", "met"), ("change", "met"), ("存量", "missed"), ("", "met")])
def test_a_column_of_a_file_says_it(tmp_path, word, status):
    one_indicator(tmp_path, "up", "change: 10亿元, period: 2026", STOCK)
    (tmp_path / "in.csv").write_text(f"指标,截至,数值,类型\nit,2026-12,12亿元,{word}\n", "utf-8")
    read = run("status", "--data", ".", "--actuals", "in.csv", "--format", "csv", cwd=tmp_path)
    assert f",{status}," in read.out, read.err


def test_a_word_that_is_no_measure_is_refused(tmp_path):
    one_indicator(tmp_path, "up", "change: 10亿元, period: 2026", STOCK)
    (tmp_path / "in.csv").write_text("指标,截至,数值,类型\nit,2026-12,12亿元,chnage\n", "utf-8")
    read = run("status", "--data", ".", "--actuals", "in.csv", cwd=tmp_path)
    assert read.code == 2
    assert "in.csv:2:4: K003" in read.err
    assert "change" in read.err
