"""The two small files that a pack of one's own begins with: they load as they are, and say what to change."""

from __future__ import annotations

from shizhong_cli.rendering.wording import Words

EXAMPLE_TITLE = "某区{year}年政府工作报告"

_BASELINES = """\
# {baselines}
# {printed}
# yaml-language-server: $schema=./baselines.schema.json

report:
  title: 某区{year}年政府工作报告   # {title}

sections:   # {sections}
  一: {{name: {last}年工作回顾, name_en: Review of {last}}}
  二: {{name: {year}年工作安排, name_en: Plans for {year}}}

indicators:   # {indicators}
  gdp:
    name: 地区生产总值
    name_en: Gross regional product
    direction: up   # {direction}
    prices: {{flow: current, growth: constant}}   # {prices}
    figures:   # {figures}
      - {{flow: 100亿元, period: {last}, section: 一}}
      - {{growth: 5%, period: {last}, section: 一}}
  urban_new_jobs:
    name: 城镇新增就业
    name_en: New urban jobs
    direction: up
    figures:
      - {{flow: 1.2万人, period: {last}, section: 一}}
"""
_TARGETS = """\
# {targets}
# {printed}
# yaml-language-server: $schema=./targets.schema.json

targets:   # {each}
  - {{indicator: gdp, growth: 5%左右, period: {year}, binding: expected, section: 二}}   # {binding}
  - {{indicator: urban_new_jobs, flow: 1万人以上, period: {year}, section: 二}}
"""
_KEYS = (
    "baselines", "targets", "printed", "title", "sections", "indicators", "direction", "prices", "figures", "each",
    "binding",
)  # fmt: skip


def first_files(year: int, words: Words) -> dict[str, str]:
    """Both files by their names, for the targets of a year."""
    said = {key: words(f"init.{key}") for key in _KEYS} | {"year": year, "last": year - 1}
    return {"baselines.yaml": _BASELINES.format_map(said), "targets.yaml": _TARGETS.format_map(said)}
