"""Figures of others: shown as third-party, the base of nothing, and no part of the report."""

from __future__ import annotations

import json

from making import load, pack
from running import ROOT, run

from shizhong_cli.core.pack.terms import Role
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.reading.pack.catalogue import load_catalogue, read_catalogue

BASELINES = """
indicators:
  it:
    name: 某指标
    name_en: Some indicator
    direction: up
    figures: []
references:
  - {indicator: it, flow: 90亿元, period: 2025, source: 年鉴, source_en: Yearbook, published: 2026-01-20, note: 初步数}
  - {indicator: it, flow: 80亿元, period: 2024, source: 年鉴}
"""
TARGETS = "targets:\n  - {indicator: it, flow: 100亿元, period: 2026, section: 三}\n"


def test_a_reference_is_neither_baseline_nor_figure_of_the_report(tmp_path):
    catalogue = load(tmp_path, BASELINES, TARGETS)
    assert [f.printed for f in catalogue.references_of("it")] == ["80亿元", "90亿元"]
    assert {f.role for f in catalogue.references} == {Role.REFERENCE}
    assert [f.printed for f in catalogue.figures()] == ["100亿元"]
    (gap,) = measure_targets(catalogue, catalogue.targets, [])
    assert gap.baseline is None


def test_show_and_gap_say_whose_it_is(tmp_path):
    folder = str(pack(tmp_path, BASELINES, TARGETS))
    shown = json.loads(run("show", "it", "--data", folder, "--format", "json").out)
    assert [row["figure"] for row in shown["figures"]] == ["100亿元"]
    newest = shown["references"][1]
    assert (newest["role"], newest["value"], newest["source"]) == ("reference", "9000000000", "年鉴")
    assert (newest["published"], newest["source_en"], newest["note"]) == ("2026-01-20", "Yearbook", "初步数")
    assert not {"section", "binding"} & newest.keys()
    for command in (["show", "it"], ["gap", "-i", "it"]):
        chinese, english = (run(*command, "--data", folder, lang=lang, columns=200).out for lang in ("zh", "en"))
        assert [word for word in ("第三方", "年鉴，2026-01-20 发布") if word not in chinese] == []
        assert [word for word in ("hird party", "Yearbook, published 2026-01-20") if word not in english] == []


def test_every_reference_has_a_source_and_a_known_indicator(tmp_path):
    text = BASELINES.replace(", source: 年鉴}", "}").replace(
        "- {indicator: it, flow: 90", "- {indicator: its, flow: 90"
    )
    _, problems = read_catalogue(pack(tmp_path, text, TARGETS))
    assert [(p.code, p.place.line) for p in problems] == [("R001", 9), ("K002", 10)]
    _, problems = read_catalogue(pack(tmp_path, BASELINES.replace("80亿元", "80亿美元"), TARGETS))
    assert [p.code for p in problems] == ["F008"]


def test_the_shipped_reference_is_the_release_of_2023():
    (figure,) = load_catalogue(ROOT).references
    assert (figure.reference, figure.printed, str(figure.published)) == ("gdp.flow@2022", "1275.6亿元", "2023-02-10")
    assert all((figure.source, figure.source_en, figure.note, figure.note_en))
