"""Small builders: declarations as an author types them, read through the real reader."""

from __future__ import annotations

from pathlib import Path

from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.progress.gap import Gap
from shizhong_cli.core.progress.measuring import measure_targets
from shizhong_cli.core.progress.rows import gap_row
from shizhong_cli.reading.actuals.from_words import actuals_from_words
from shizhong_cli.reading.pack.catalogue import load_catalogue

NUMBERS = ("gap", "gap_unit", "completion", "used", "progress", "elapsed", "required", "required_unit", "reason")


def pack(folder: Path, baselines: str, targets: str = "targets: []\n") -> Path:
    """The folder, with two YAML texts in it."""
    (folder / "baselines.yaml").write_text(baselines, "utf-8")
    (folder / "targets.yaml").write_text(targets, "utf-8")
    return folder


def load(folder: Path, baselines: str, targets: str) -> Catalogue:
    """The catalogue of two YAML texts."""
    return load_catalogue(pack(folder, baselines, targets))


def one_indicator(
    folder: Path, direction: str, target: str, *baselines: str, prices: str = "", head: str = ""
) -> Catalogue:
    """One indicator called ``it``: its reported figures and its target, each the inside of a YAML mapping."""
    figures = "".join(f"\n      - {{{figure}, section: 一}}" for figure in baselines) or " []"
    return load(
        folder,
        f"""
indicators:
  it:
    name: 某指标
    name_en: Some indicator
    direction: {direction}
    prices: {{{prices}}}
    figures:{figures}
""",
        f"{head}\ntargets:\n  - {{indicator: it, {target}, section: 三}}\n",
    )


def gap_of(catalogue: Catalogue, actual: str | None, as_of: str | None = None) -> Gap:
    """The gap of the only target, the way the commands compute it."""
    came_in = actuals_from_words(catalogue, ["it"], [actual] if actual else [], as_of)
    (gap,) = measure_targets(catalogue, catalogue.targets, came_in)
    return gap


def status_of(catalogue: Catalogue, actual: str | None, as_of: str | None = None) -> str:
    """Only where the target stands."""
    return str(gap_of(catalogue, actual, as_of).status)


def numbers_of(catalogue: Catalogue, actual: str | None, as_of: str | None = None) -> dict[str, object]:
    """The status and every computed field of the JSON row, without the empty ones."""
    row = gap_row(gap_of(catalogue, actual, as_of))
    return {key: row[key] for key in ("status", *NUMBERS) if row[key] is not None}


def expected(text: str) -> dict[str, object]:
    """``missed, gap -1 家, completion 0.99`` as the fields of a JSON row."""
    status, *fields = text.split(", ")
    row: dict[str, object] = {"status": status}
    for field in fields:
        key, value, *unit = field.split(" ")
        row |= {key: value} | ({f"{key}_unit": unit[0]} if unit else {})
    return row
