"""The report page made in process, and taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser

from shizhong_cli.core.checking.check import Outcome
from shizhong_cli.core.checking.questions import ask
from shizhong_cli.core.figure.period import parse_period
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.rendering.html.page import report_html
from shizhong_cli.rendering.wording import Language, Words

VOID = {"meta", "rect", "line", "path", "use", "circle", "br"}

ACTUALS = [
    "gdp=4.8%", "large_industrial_value_added=5.1%", "construction_output=-1.6%", "services_revenue=8.2%",
    "foreign_capital_used=0.82亿美元", "energy_internet_scale=383亿元", "new_energy_vehicle_scale=18亿元",
    "new_financial_institutions=12家", "reserve_projects=131个", "projects_attracted=1742个", "tech_smes=588家",
    "black_odorous_water_bodies=1处", "urban_new_jobs=13980人", "affordable_rental_homes=620套（间）",
    "livelihood_projects=17件", "total_trade=11.4%", "reserve_projects_industrial_share=68.4%",
]  # fmt: skip
"""Invented."""


def page_of(
    catalogue: Catalogue,
    words: list[str] | None = None,
    as_of: str | None = "2026-09-30",
    language: Language = Language.ZH,
    outcomes: Sequence[Outcome] = (),
) -> str:
    """The page with these actuals."""
    came_in = actuals_from_words(catalogue, [], words or [], as_of)
    gaps = measure_targets(catalogue, catalogue.targets, came_in)
    day: date | None = parse_period(as_of).last if as_of else None
    return report_html(catalogue, gaps, ask(catalogue), Words(language), day, "2026-10-09", outcomes)


class Element:
    """One element: tag, attributes, the text in it."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes, self.text, self.parts = tag, attributes, "", []

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Page(HTMLParser):
    """All elements in order; fails where tags do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self.open, self.open[-1].tag

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(attrs) == len(element.attributes), attrs
        self.elements.append(element)
        for parent in self.open:
            parent.parts.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        for element in self.open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of this tag with these attributes."""
        return [e for e in self.elements if e.tag == tag and attributes.items() <= e.attributes.items()]

    def row(self, indicator: str) -> Element:
        """The one row of a target."""
        (row,) = [e for e in self.elements if e.attributes.get("data-target") == indicator]
        return row

    def drawn(self, indicator: str, part: str) -> list[Element]:
        """The parts of this class in the chart of a target."""
        return [e for e in self.row(indicator).parts if part in e.classes]
