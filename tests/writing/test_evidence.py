"""What bears a recorded figure out, who confirmed it and when: kept in the ledger, and shown wherever the figure is."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from running import run

FIELDS = ("evidence", "confirmed_by", "confirmed_at")
NOTHING = (None, None, None)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Every look at the clock is a day later than the one before."""
    moments = (datetime(2026, 10, 1, 9, tzinfo=UTC) + timedelta(days=n) for n in range(1000))
    monkeypatch.setattr("shizhong_cli.reading.clock.now", lambda: next(moments))


def record(folder: Path, *arguments: str) -> None:
    done = run("record", *arguments, cwd=folder)
    assert done.code == 0, done.err


def rows_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "actuals.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def backing(folder: Path, *arguments: str) -> tuple[str | None, ...]:
    """What gap tells machines of one indicator."""
    (gap,) = json.loads(run("gap", *arguments, "--format", "json", cwd=folder).out)["gaps"]
    return tuple(gap[name] for name in FIELDS)


def test_both_are_kept_and_told(tmp_path):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--evidence", "附件/三季度.pdf", "--confirmed-by", "李四")
    (row,) = rows_of(tmp_path)
    assert [row[name] for name in FIELDS] == ["附件/三季度.pdf", "李四", "2026-10-01T09:00:00+00:00"]
    assert backing(tmp_path, "gdp") == ("附件/三季度.pdf", "李四", "2026-10-01T09:00:00+00:00")
    (told,) = json.loads(run("ledger", "--format", "json", cwd=tmp_path).out)["ledger"]
    assert tuple(told[name] for name in FIELDS) == backing(tmp_path, "gdp")
    for command in (("gap", "gdp"), ("ledger",), ("show", "gdp"), ("gap", "gdp", "--format", "markdown")):
        shown = run(*command, "--lang", "zh", cwd=tmp_path, columns=120).out
        assert "附件/三季度.pdf" in shown, command
        assert "李四 2026-10-01 核实" in shown, command


def test_a_ledger_without_evidence_has_no_column_for_it(tmp_path):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3")
    assert set(FIELDS).isdisjoint(rows_of(tmp_path)[0])
    assert backing(tmp_path, "gdp") == NOTHING
    assert "佐证" not in run("ledger", "--lang", "zh", cwd=tmp_path).out


def test_who_confirms_later_keeps_what_was_said_before(tmp_path):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--source", "统计局", "--evidence", "a.pdf")
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--confirmed-by", "李四")
    assert backing(tmp_path, "gdp") == ("a.pdf", "李四", "2026-10-02T09:00:00+00:00")
    assert [row["source"] for row in rows_of(tmp_path)] == ["统计局", "统计局"]


def test_another_figure_of_the_same_day_has_to_be_borne_out_anew(tmp_path):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--evidence", "a.pdf", "--confirmed-by", "李四")
    record(tmp_path, "gdp", "5.2%", "--as-of", "2026-Q3")
    assert backing(tmp_path, "gdp") == NOTHING


def test_the_time_of_one_confirmation_is_not_taken_for_that_of_another(tmp_path):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--confirmed-by", "李四")
    (tmp_path / "in.csv").write_text("indicator,as_of,figure,confirmed_by\ngdp,2026-Q3,5.3%,王五\n", encoding="utf-8")
    record(tmp_path, "--from", "in.csv")
    assert backing(tmp_path, "gdp") == (None, "王五", None)


def test_a_confirmation_settles_no_doubt(tmp_path):
    record(tmp_path, "gdp", "520%", "--as-of", "2026-Q3", "--confirmed-by", "李四")
    (gap,) = json.loads(run("gap", "gdp", "--format", "json", cwd=tmp_path).out)["gaps"]
    assert (gap["doubted"], gap["confirmed_by"]) == ("large", "李四")


HEADINGS = [
    ("indicator", "as_of", "figure", *FIELDS),
    ("指标", "截至", "数值", "佐证", "核实人", "核实时间"),
]


@pytest.mark.parametrize("headings", HEADINGS)
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_files_have_columns_for_them(tmp_path, headings, suffix):
    file, cells = tmp_path / f"in.{suffix}", ("gdp", "2026-Q3", "5.3%", "https://example.org/q3", "李四", "2026-10-20")
    if suffix == "csv":
        file.write_text("\n".join(map(",".join, (headings, cells))), encoding="utf-8")
    else:
        book = openpyxl.Workbook()
        for row in (headings, cells):
            book.active.append(row)
        book.save(file)
    wanted = ("https://example.org/q3", "李四", "2026-10-20")
    assert backing(tmp_path, "gdp", "--actuals", str(file)) == wanted
    record(tmp_path, "--from", str(file))
    assert backing(tmp_path, "gdp") == wanted
    record(tmp_path, "--from", str(file))
    assert len(rows_of(tmp_path)) == 1  # nothing new
    record(tmp_path, "--from", str(file), "--evidence", "b.pdf")
    assert len(rows_of(tmp_path)) == 1  # the file says which evidence, and says nothing new


LINKS = [
    ("https://example.org/q3?a=1&b=2", '<a href="https://example.org/q3?a=1&amp;b=2">'),
    ("附件/三季度.pdf", "附件/三季度.pdf"),
    ("javascript:alert(1)", "javascript:alert(1)"),
]


@pytest.mark.parametrize(("evidence", "shown"), LINKS)
def test_the_page_links_what_is_on_the_web_and_nothing_else(tmp_path, evidence, shown):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3", "--evidence", evidence, "--confirmed-by", "李四")
    assert run("report", "--lang", "zh", "--output", "page.html", cwd=tmp_path).code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert shown in page
    assert "李四" in page
    assert page.count('<a href="http') == evidence.startswith("http")


@pytest.mark.parametrize("option", ["--undo", "--void=1"])
def test_a_withdrawal_takes_no_evidence(tmp_path, option):
    record(tmp_path, "gdp", "5.3%", "--as-of", "2026-Q3")
    refused = run("record", option, "--evidence", "a.pdf", cwd=tmp_path)
    assert (refused.code, "A037" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("evidence", "is_told"),
    [
        ("附件/三季度.pdf", True),
        ("nofile", True),
        ("here.pdf", False),
        ("beside.pdf", False),  # in the folder of the ledger
        ("https://example.org/q3.pdf", False),
    ],
)
def test_a_file_that_is_not_there_is_told_and_the_figure_is_kept(tmp_path, evidence, is_told):
    (tmp_path / "books").mkdir()
    (tmp_path / "here.pdf").touch()
    (tmp_path / "books" / "beside.pdf").touch()
    ledger = ("--actuals", "books/actuals.csv")
    done = run("record", "gdp", "5.3%", "--as-of", "2026-Q3", "--evidence", evidence, *ledger, cwd=tmp_path)
    assert done.code == 0
    assert (f"注意：佐证 {evidence} 在这里没有这个文件" in done.err) is is_told
    assert backing(tmp_path, "gdp", *ledger)[0] == evidence


def test_words_in_the_column_of_evidence_are_no_file(tmp_path):
    (tmp_path / "new.csv").write_text(
        "指标,截至,数值,佐证\ngdp,2026-Q3,5.3%,统计局函〔2026〕5号\n社会消费品零售总额,2026-Q3,3%,三季度.xlsx\n",
        "utf-8",
    )
    told = run("record", "--from", "new.csv", cwd=tmp_path).err
    assert [line for line in told.splitlines() if "佐证" in line] == [
        "注意：佐证 三季度.xlsx 在这里没有这个文件（也不是链接）；已照记，写错了就用同一个数再记一次。"
    ]


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("2026/7/3 9:05", "2026-07-03T09:05", "2026-07-03"),
        ("2026年7月3日", "2026-07-03", "2026-07-03"),
        ("2026年7月3日 9时5分", "2026-07-03T09:05", "2026-07-03"),
        ("2026-07-03 09:05:07", "2026-07-03T09:05:07", "2026-07-03"),
        ("2026-07-03T09:05:07.250+08:00", "2026-07-03T09:05:07.250+08:00", "2026-07-03"),
    ],
)
def test_when_it_was_confirmed_is_a_moment(tmp_path, typed, kept, shown):
    (tmp_path / "new.csv").write_text(f"指标,截至,数值,核实人,核实时间\ngdp,2026-06,5.3%,李四,{typed}\n", "utf-8")
    record(tmp_path, "--from", "new.csv")
    assert rows_of(tmp_path)[0]["confirmed_at"] == kept
    assert f"李四 {shown} 核实" in run("gap", "gdp", cwd=tmp_path).out


@pytest.mark.parametrize("typed", ["notadate", "2026", "2026-07", "2026/7/3 25:00", "7月3日", "2026-02-30 9:00"])
def test_what_is_no_moment_is_refused(tmp_path, typed):
    (tmp_path / "new.csv").write_text(f"指标,截至,数值,核实人,核实时间\ngdp,2026-06,5.3%,李四,{typed}\n", "utf-8")
    done = run("record", "--from", "new.csv", cwd=tmp_path)
    assert done.code == 2
    assert f"new.csv:2:5: A045 「{typed}」不是一个时间" in done.err
    assert not (tmp_path / "actuals.csv").exists()
