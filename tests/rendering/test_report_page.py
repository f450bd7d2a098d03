"""The report page: what is on it, what must never be on it, and how each kind of target is drawn."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest
from making import load, one_indicator
from pages import ACTUALS, Page, page_of
from running import ROOT, run

from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.progress.overview import in_trouble
from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.pack.checks import load_checked
from shizhong_cli.rendering.html.environment import TEMPLATES
from shizhong_cli.rendering.wording import Language, Words


@pytest.fixture(scope="module")
def shipped():
    return load_catalogue(ROOT)


@pytest.fixture(scope="module", params=Language)
def html(request, shipped):
    return page_of(shipped, ACTUALS, language=request.param)


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_every_target_is_there_once(shipped, page):
    shown = Counter(e.attributes["data-target"] for e in page.elements if "data-target" in e.attributes)
    assert shown == Counter(target.indicator for target in shipped.targets)


def test_every_target_with_a_number_has_a_chart(shipped, page):
    charts = page.all("svg", role="img")
    assert len(charts) == len(shipped.numbered_targets) + 1  # and the legend
    assert all(chart.attributes["aria-label"] for chart in charts)
    assert len({chart.attributes["aria-label"] for chart in charts}) >= len(charts) - 1  # one target is in two sections


def test_ids_are_unique_and_every_link_leads_to_one(page):
    ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = [e.attributes["href"] for e in page.elements if "href" in e.attributes]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_nothing_comes_from_elsewhere(html, page):
    assert not {e.tag for e in page.elements} & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    for element in page.elements:
        assert not element.attributes.keys() & {"src", "srcset", "data", "action", "xlink:href", "background"}
        assert not [name for name in element.attributes if name.startswith("on")]
    assert not re.search(r"https?:|@import|url\(", html)


def test_the_head(shipped, page):
    (root,), (title,) = page.all("html"), page.all("title")
    assert root.attributes["lang"] in ("zh-CN", "en")
    expected = shipped.title if root.attributes["lang"] == "zh-CN" else shipped.title_en
    assert title.text.startswith(expected)
    assert [h.text for h in page.all("h1")] == [title.text]
    assert "2026-09-30" in page.all("header")[0].text
    assert "74.8%" in page.all("header")[0].text  # 273 of 365 days


def test_tables_are_announced(page):
    for cell in page.all("th"):
        assert cell.attributes["scope"] in ("col", "row")
    for table in page.all("table", role="table"):
        rows = [e for e in table.parts if e.tag == "tr"]
        assert all(row.attributes["role"] == "row" for row in rows)
        assert all(e.attributes["role"] for e in table.parts if e.tag in ("td", "th", "thead", "tbody"))


def test_headline_counts(shipped):
    page = Page(page_of(shipped, ACTUALS))
    cards = next(e.text for e in page.all("ul") if "cards" in e.classes)
    numbers = [int(n) for n in re.findall(r"(?m)^(\d+)", cards)]
    statuses = Counter(e.text for e in page.elements if e.tag == "td" and "c-status" in e.classes)
    good = statuses["在左右之内"] + statuses["正常"] + statuses["完成"]
    assert numbers == [87, statuses["落后"], good, statuses["无数据"]]
    assert sum(statuses.values()) == 54


def test_all_that_is_behind_is_in_the_cards_the_worst_first(shipped):
    page = Page(page_of(shipped, ACTUALS))
    (worst_list,) = [e for e in page.all("ol") if "worst" in e.classes]
    names = [e.text for e in worst_list.parts if "name" in e.classes]
    assert names[:3] == ["建筑业总产值", "黑臭水体", "规模以上工业增加值"]
    gaps = [e.text for e in worst_list.parts if "gap" in e.classes]
    assert gaps[:3] == ["-6.6个百分点", "+1处", "-2.9个百分点"]
    behind = {
        row.attributes["data-target"]
        for row in page.all("tr")
        if any(set(part.classes) & {"t-behind", "t-missed"} for part in row.parts if part.tag == "span")
    }
    assert len(names) == len(behind) > 3  # a target that stands in two sections is named once


@pytest.fixture(scope="module")
def verified():
    catalogue, declared = load_checked(ROOT)
    return catalogue, verify(catalogue, declared)


@pytest.mark.parametrize("language", Language)
def test_figures_lead_to_their_checks_and_checks_to_their_figures(verified, language):
    catalogue, report = verified
    page = Page(page_of(catalogue, ACTUALS, language=language, outcomes=report.outcomes))
    rows = {e.attributes["id"]: e for e in page.all("tr") if "id" in e.attributes}
    leads = {id: {a.attributes["href"][1:] for a in row.parts if a.tag == "a"} for id, row in rows.items()}
    checks = [id for id in rows if id.startswith("check-")]
    assert len(checks) > 50
    for check in checks:
        assert leads[check], "every check names its figures"
        for figure in leads[check]:
            assert check in leads[figure], (check, figure)
    for figure in (id for id in rows if id.startswith("figure-")):
        for check in leads[figure]:
            assert figure in leads[check], (figure, check)
    assert sum(id.startswith("figure-") for id in rows) == len(catalogue.baselines)


def test_the_page_has_the_implied_numbers(verified):
    catalogue, report = verified
    page = Page(page_of(catalogue, outcomes=report.outcomes))
    implied = next(e for e in page.all("section", id="implied"))
    assert "“四上”企业数量，2024 年末1,317家1455家 = 期初数 + 138家" in implied.text
    checks = next(e for e in page.all("section", id="checks"))
    assert "1455家 = 基期数 × (1 + 54.5%)942家" in checks.text


@pytest.mark.parametrize("language", Language)
def test_the_contents_lead_to_every_part(verified, language):
    catalogue, report = verified
    page = Page(page_of(catalogue, ACTUALS, language=language, outcomes=report.outcomes))
    (contents,) = [e for e in page.all("nav") if "contents" in e.classes]
    leads = [a.attributes["href"][1:] for a in contents.parts if a.tag == "a"]
    ids = [e.attributes["id"] for e in page.all("section") if "id" in e.attributes]
    assert leads == ids
    assert leads[-1] == "sources"


def test_dates_are_not_broken_at_their_hyphens(html):
    text = re.sub(r'<span class="date">[^<]*</span>|<style>.*?</style>|="[^"]*"', "", html, flags=re.DOTALL)
    assert not re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    assert '<span class="date">2026-09-30</span>' in html


def test_rows_are_not_broken_over_two_pages():
    style = (TEMPLATES / "report.css").read_text("utf-8")
    printed = style[style.index("@media print") :]
    assert re.search(r"tr, td, th, [^{]*\{ break-inside: avoid; \}", printed)
    assert "thead { display: table-header-group; }" in printed


def test_questions_and_sources(shipped):
    page = Page(page_of(shipped, ACTUALS))
    questions = [e for e in page.all("ul") if "questions" in e.classes]
    assert sum(part.tag == "li" for e in questions for part in e.parts) == 34
    (sources,) = [e for e in page.all("table") if "sources" in e.classes]
    assert len(re.findall(r"targets\.yaml:\d+", sources.text)) == len(shipped.targets)
    gdp = next(target for target in shipped.targets if target.indicator == "gdp")
    assert f"{gdp.section} targets.yaml:{gdp.place.line}" in sources.text


def test_without_any_data(shipped):
    for language in Language:
        page = Page(page_of(shipped, as_of=None, language=language))
        assert not [e for e in page.elements if "bar" in e.classes and e.attributes.get("width") == "0.00%"]
        assert len([e for e in page.elements if "bar" in e.classes]) == 1  # the legend
        assert Words(language)("report.no_date") in page.all("header")[0].text
        assert not [e for e in page.all("ol") if "worst" in e.classes]


def test_an_empty_catalogue(tmp_path):
    catalogue = load(tmp_path, "indicators: {}\n", "targets: []\n")
    assert Page(page_of(catalogue)).all("main")


def one(folder, direction, target, *baselines, actual=None, as_of="2026-09-30", prices=""):
    catalogue = one_indicator(folder, direction, f"{target}, binding: task", *baselines, prices=prices)
    return Page(page_of(catalogue, [f"it={actual}"] if actual else [], as_of))


@pytest.mark.parametrize(
    ("direction", "target", "baseline", "actual", "parts"),
    [
        # bar from and width, target, baseline, band from and width, time
        ("up", "flow: 200家, period: 2026", "flow: 100家, period: 2025", "100家", "0 50 100 50 - - 74.79"),
        ("up", "growth: 5%左右, period: 2026", "growth: 6%, period: 2025", "-2%", "0 25 87.5 100 81.25 12.5 -"),
        ("up", "growth: 5%左右, period: 2026", "growth: 3%, period: 2025", None, "- - 83.33 50 75 16.67 -"),
        ("up", "level: 100亿元, period: 2030", "level: 40亿元, period: 2025", "50亿元", "0 50 100 40 - - -"),
        ("down", "level: 动态清零, unit: 处, period: 2026", "level: 4处, period: 2025", "1处", "0 25 0 100 - - -"),
        ("down", "level: 动态清零, unit: 处, period: 2026", "level: 4处, period: 2025", None, "- - 0 100 - - -"),
        ("up", "share: 60%以上, period: 2026", "share: 55%, period: 2025", "61.2%", "0 61.2 60 55 - - -"),
        ("up", "change: 5个百分点, period: 2026", "share: 40%, period: 2025", "2个百分点", "0 40 100 - - - -"),
        ("down", "flow: 20家以下, period: 2026", "flow: 10家, period: 2025", "5家", "0 25 100 50 - - -"),
        ("up", "flow: 20家, period: 2026", "flow: 30家, period: 2021/2025", "5家", "0 25 100 - - - 74.79"),
    ],
)
def test_a_chart(tmp_path, direction, target, baseline, actual, parts):
    page = one(tmp_path, direction, target, baseline, actual=actual)

    def of(part, name):
        return [e.attributes[name].removesuffix("%") for e in page.drawn("it", part)] or ["-"]

    due = [
        svg.attributes["x"].removesuffix("%")
        for svg in page.row("it").parts
        if svg.tag == "svg" and "x" in svg.attributes and any("due" in e.classes for e in svg.parts)
    ] or ["-"]
    found = [
        *of("bar", "x"), *of("bar", "width"), *of("target", "x1"), *of("baseline", "x1"), *of("band", "x"),
        *of("band", "width"), *due,
    ]  # fmt: skip
    assert [n if n == "-" else float(n) for n in found] == [n if n == "-" else float(n) for n in parts.split()]


def test_far_above_the_target_stays_inside_and_is_marked(tmp_path):
    page = one(tmp_path, "up", "flow: 20家, period: 2026", "flow: 900家, period: 2025", actual="900家")
    (bar,) = page.drawn("it", "bar")
    assert (bar.attributes["x"], bar.attributes["width"]) == ("0.00%", "100.00%")
    assert len(page.drawn("it", "off")) == len(page.drawn("it", "baseline-off")) == 1
    (chart,) = page.drawn("it", "bullet")
    assert Words(Language.ZH)("report.off_scale") in chart.attributes["aria-label"]


def test_near_a_hundred_is_not_a_hundred(tmp_path):
    page = one(tmp_path, "up", "flow: 10000亩, period: 2026", actual="9999.6亩")
    (share,) = page.drawn("it", "c-share")
    assert share.text.startswith("99.996%")
    assert "100%" not in page.row("it").text


def test_what_cannot_be_compared_says_why_and_draws_no_bar(tmp_path):
    prices = "level: current, growth: constant"
    page = one(
        tmp_path, "up", "growth: 5%, period: 2026", "flow: 100亿元, period: 2025", actual="90亿元", prices=prices
    )
    assert not page.drawn("it", "bar")
    assert "不变价" in page.row("it").text


def test_rates_need_no_fraction_of_a_fraction(shipped):
    page = Page(page_of(shipped, ACTUALS))
    assert [e.text for e in page.drawn("gdp", "c-share")] == [""]
    (needed,) = page.drawn("gdp", "c-needed")
    assert "假定" in needed.text


def test_an_actual_of_a_target_without_a_number_is_shown_beside_it(shipped):
    page = Page(page_of(shipped, ["budget_revenue=81.2亿元"]))
    assert page.row("budget_revenue").text.split() == [
        "一般公共预算收入保持合理增长",
        "·",
        "实际",
        "81.2亿元截至",
        "2026-09-30",
    ]


HOSTILE = """<script>alert("1")</script> & 'x' {{ 7*7 }}"""


def test_data_is_text(tmp_path):
    quoted = HOSTILE.replace("'", "''")
    baselines = f"""
report: {{title: '{quoted}', title_en: '{quoted}'}}
indicators:
  it: {{name: '{quoted}', name_en: '{quoted}', direction: up, figures: []}}
"""
    target = f"indicator: it, flow: 5家, period: 2026, binding: task, section: '{quoted}', note: '{quoted}'"
    catalogue = load(tmp_path, baselines, f"targets:\n  - {{{target}}}\n")
    for language in Language:
        html = page_of(catalogue, ["it=2家"], language=language)
        page = Page(html)
        assert not page.all("script")
        assert "<script" not in html
        assert page.all("title")[0].text.startswith(HOSTILE)
        assert HOSTILE in page.row("it").text
        assert HOSTILE in unescape(page.drawn("it", "bullet")[0].attributes["aria-label"])


def test_missed_comes_before_behind(shipped):
    from shizhong_cli.core.progress.measuring import measure_targets
    from shizhong_cli.reading.actuals.from_words import actuals_from_words

    words = ["tech_smes=1", "livelihood_projects=24件"]
    came_in = actuals_from_words(shipped, [], words, "2026-12-31") + actuals_from_words(
        shipped, [], ["gdp=1%"], "2026-Q3"
    )
    gaps = measure_targets(shipped, shipped.targets, came_in)
    order = [gap.target.indicator for gap in in_trouble(shipped, gaps)]
    assert order == ["tech_smes", "livelihood_projects", "gdp"]


def test_the_command_writes_the_page(tmp_path):
    file = tmp_path / "report.html"
    file.write_text("old", "utf-8")
    ran = run("report", "--output", str(file), "--actual", "gdp=4.8%", "--as-of", "2026-Q3", lang="en")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"Open {file} in a browser; print it, or save it as PDF, to hand it in.\n"
    page = Page(file.read_text("utf-8"))
    assert page.all("html", lang="en")
    assert "4.8%" in page.row("gdp").text
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_the_page_is_of_its_day(tmp_path):
    actuals = tmp_path / "actuals.csv"
    actuals.write_text("indicator,as_of,figure\ngdp,2026-Q1,4.4%\ngdp,2026-Q3,5.3%\n", "utf-8")
    file = tmp_path / "report.html"
    for as_of, figure in (([], "5.3%"), (["--as-of", "2026-S1"], "4.4%")):
        assert run("report", "--output", str(file), "--actuals", str(actuals), *as_of).code == 0
        _, actual = Page(file.read_text("utf-8")).drawn("gdp", "c-figure")
        assert actual.text.startswith(figure)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--output"),
        (["--output", "nowhere/report.html"], "W002"),
        (["--output", "."], "W004"),
        (["--output", "report.html", "--actual", "nothing=5%"], "A001"),
        (["--output", "report.html", "--as-of", "2026-13"], "P003"),
    ],
)
def test_what_cannot_be_done(tmp_path, arguments, said):
    ran = run("report", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_style_is_in_the_page(html):
    assert (TEMPLATES / "report.css").read_text("utf-8").strip() in html


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_of_text_stands_out():
    style = (TEMPLATES / "report.css").read_text("utf-8")
    dark_at = style.index("(prefers-color-scheme: dark)")
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", part)) for part in (style[:dark_at], style[dark_at:]))
    assert set(light) | {"paper"} == set(dark)
    for colours in (light | {"paper": "#ffffff"}, dark):
        for name in ("ink", "soft", "met", "on_track", "within_band", "behind", "missed", "none"):
            for ground in ("paper", "wash"):
                darker, lighter = sorted(luminance(colours[which]) for which in (name, ground))
                assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (name, ground)  # AA for small text
