"""Packs to measure with: ``python benchmarks/packs.py FOLDER --packs 3000 --figures 200 --seed 1``.

The same seed gives the same files. Every indicator has an amount of a year, one of five years, a growth and an average
growth that fit each other, so that each kind of check has work; about one in fifty has a digit that does not fit.
``--reports`` writes the text of each besides, report.txt, for ``coverage FOLDER/*`` and ``draft FOLDER/*/report.txt``.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

PER_INDICATOR = 4


def baselines(figures: int, chance: random.Random) -> str:
    lines = ["report: {title: 一份报告, title_en: A report}", "indicators:"]
    for number in range(max(figures // PER_INDICATOR, 1)):
        lines += _indicator(f"i{number}", f"指标{number}", chance)
    return "\n".join(lines) + "\n"


def _indicator(id: str, name: str, chance: random.Random) -> list[str]:
    now, growth, average = chance.randint(1000, 99999), chance.randint(10, 199), chance.randint(20, 120)
    path = sum(now / (1 + average / 1000) ** year for year in range(5))
    wrong = 2 if chance.random() < 0.02 else 1
    counts = chance.random() < 0.5
    unit, scale = ("家", 1) if counts else ("亿元", 10)
    shown = (lambda value: f"{round(value)}{unit}") if counts else (lambda value: f"{value / scale:.1f}{unit}")
    measure = "level" if counts else "flow"
    figures = [
        f"{{{measure}: {shown(now)}, period: 2025, section: 一}}",
        f"{{growth: {growth / 10}%, period: 2025, section: 一}}",
        f"{{average_growth: {average / 10}%, period: 2025, since: 2020, section: 一}}",
    ]
    if counts:
        before = round(now / (1 + growth / 1000)) * wrong
        figures.append(f"{{level: {before}家, period: 2024, section: 一}}")
    else:
        figures.append(f"{{flow: {path * wrong / scale:.1f}亿元, period: 2021/2025, section: 一}}")
    return [
        f"  {id}:",
        f"    name: {name}",
        f"    name_en: Indicator {id[1:]}",
        "    direction: up",
        "    figures:",
        *(f"      - {figure}" for figure in figures),
    ]


SAID = {
    "level 2025": "年末有{}",
    "flow 2025": "完成{}",
    "growth 2025": "增长{}",
    "average_growth 2025": "五年来年均增长{}",
    "level 2024": "上年末为{}",
    "flow 2021/2025": "五年累计完成{}",
}
"""How a report says each figure."""


def report(pack: str) -> str:
    """A text that says every figure of a pack."""
    lines = ["2026年政府工作报告", "一、2025年工作回顾"]
    for block in pack.split("    name: ")[1:]:
        found = re.findall("{([a-z_]+): ([^,]+), period: ([0-9/]+)", block)
        said = "，".join(SAID[f"{measure} {period}"].format(figure) for measure, figure, period in found)
        lines.append(f"{_in_letters(block.splitlines()[0])}{said}。")
    return "\n".join([*lines, "三、2026年工作安排", "今年主要预期目标是：指标A增长5%左右。", ""])


def _in_letters(name: str) -> str:
    """A name without digits, which would be numbers of the text."""
    return name.translate({ord("0") + digit: "ABCDEFGHIJ"[digit] for digit in range(10)})


def write_report(folder: Path) -> None:
    """The text of a pack, beside it."""
    text = report((folder / "baselines.yaml").read_text(encoding="utf-8"))
    (folder / "report.txt").write_text(text, encoding="utf-8", newline="\n")


def write_pack(folder: Path, figures: int, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "baselines.yaml").write_text(baselines(figures, random.Random(seed)), encoding="utf-8", newline="\n")
    target = "  - {indicator: i0, growth: 5%左右, period: 2026, section: 三}"
    (folder / "targets.yaml").write_text(f"targets:\n{target}\n", encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--packs", type=int, default=3000)
    parser.add_argument("--figures", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", action="store_true")
    given = parser.parse_args()
    for number in range(given.packs):
        folder = given.folder / f"p{number:05}"
        write_pack(folder, given.figures, given.seed * 100_000 + number)
        if given.reports:
            write_report(folder)


if __name__ == "__main__":
    main()
