"""The year on the report page: the months, the same time of the year before, the traffic lights."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Page
from running import ROOT, run

LIGHTS = "conventions:\n  lights: {lead: 5个百分点, points: 0.5个百分点, otherwise: 5%, reason: 督查办法}\n"
ROWS = """indicator,as_of,figure
urban_new_jobs,2025-09,13000人
urban_new_jobs,2026-01,1100人
urban_new_jobs,2026-06,9200人
urban_new_jobs,2026-09,14300人
retail_sales,2026-09,2.9%
"""


def page_of(folder: Path, rows: str, *arguments: str, lights: bool = False, lang: str = "zh") -> Page:
    pack = folder / "pack"
    pack.mkdir()
    for name in ("targets.yaml", "baselines.yaml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        (pack / name).write_text(text.replace("conventions:\n", LIGHTS, 1) if lights else text, encoding="utf-8")
    (folder / "in.csv").write_text(rows, encoding="utf-8")
    given = ("--data", "pack", "--actuals", "in.csv", "--output", "page.html")
    done = run("report", *given, *arguments, cwd=folder, lang=lang)
    assert done.code == 0, done.err
    return Page((folder / "page.html").read_text(encoding="utf-8"))


def texts(page: Page, name: str) -> list[str]:
    return [" ".join(element.text.split()) for element in page.elements if name in element.classes]


def test_the_months_of_the_year_are_on_the_page(tmp_path):
    """1,100 up to January, 9,200 up to June, 14,300 up to September: 8,100 in five months, 5,100 in three."""
    page = page_of(tmp_path, ROWS)
    shown = " ".join(texts(page, "months"))
    for text in ("1月", "9月", "1,100", "9,200", "8,100 (2-6月)", "14,300", "5,100 (7-9月)", "10.00*", "2.9"):
        assert text in shown, text
    assert "2025" not in shown
    assert [element.attributes.get("href") for element in page.elements].count("#months") == 1


def test_without_figures_there_are_no_months(tmp_path):
    page = page_of(tmp_path, "indicator,as_of,figure\n")
    assert texts(page, "months") == []
    assert "#months" not in [element.attributes.get("href") for element in page.elements]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "上年同期 13000人（截至 2025-09-30），同比增长 10.00%"),
        ("en", "year before 13000人 (13,000 persons) (as of 2025-09-30)"),
    ],
)
def test_the_year_before_stands_under_the_actual(tmp_path, lang, said):
    shown = [text for text in texts(page_of(tmp_path, ROWS, lang=lang), "c-figure") if "2025-09-30" in text]
    assert len(shown) == 1
    assert said.replace(" ", "") in shown[0].replace(" ", "")


def test_lights_are_on_the_page_where_they_are_declared(tmp_path):
    page = page_of(tmp_path, ROWS, lights=True)
    assert sorted(texts(page, "light")) == ["红灯", "红灯", "绿灯"]  # the one in trouble is on a card as well
    assert "亮灯：红灯 1，绿灯 1。" in texts(page, "counts")


def test_no_light_where_none_are_declared(tmp_path):
    page = page_of(tmp_path, ROWS)
    assert texts(page, "light") == []
    assert not [text for text in texts(page, "counts") if "亮灯" in text]


def test_a_section_that_is_all_behind_is_no_full_bar(tmp_path):
    """One mark for each target, those behind lower than the others: a strip is a count, and no progress."""
    page = page_of(tmp_path, "indicator,as_of,figure\nlivelihood_projects,2026-09,2件\n")
    marks = [element for element in page.elements if "fill-behind" in element.classes]
    assert len(marks) == 2  # in the strip of the whole, and of its section
    assert all("style" not in element.attributes for element in marks)
    css = (ROOT / "shizhong_cli/rendering/html/templates/report.css").read_text(encoding="utf-8")
    assert ".strip .fill-behind, .strip .fill-missed { height: 45%; }" in css


def test_an_indicator_without_a_target_is_in_the_months_as_well(tmp_path):
    page = page_of(tmp_path, ROWS + "resident_population,2026-09,92万人\n")
    assert "常住人口" in " ".join(texts(page, "months"))
