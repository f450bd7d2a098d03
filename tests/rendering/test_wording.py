"""Both languages say everything, with the same gaps to fill, and nothing that is never said."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from shizhong_cli import cli
from shizhong_cli.causes import Cause
from shizhong_cli.commands.command_line import describe
from shizhong_cli.commands.shared import language_of
from shizhong_cli.core.checking.terms import Verdict
from shizhong_cli.core.figure.terms import Bound, Measure, NumberClass, Rounding
from shizhong_cli.core.pack.partners import MatchedBy, Sure
from shizhong_cli.core.pack.terms import Binding, Direction, Kind, QuestionRule, Role
from shizhong_cli.core.progress.doubts import Doubt
from shizhong_cli.core.progress.lights import Light
from shizhong_cli.core.progress.months.series import By
from shizhong_cli.core.progress.overview import Trend
from shizhong_cli.core.progress.pace.paces import ShareOf
from shizhong_cli.core.progress.settling.beside import Relation
from shizhong_cli.core.progress.settling.terms import How, Kept, Why
from shizhong_cli.core.progress.terms import Reason, Status
from shizhong_cli.problems import Forms
from shizhong_cli.reading.actuals.columns import COLUMNS
from shizhong_cli.rendering.html import page as report_page
from shizhong_cli.rendering.wording import TEXTS, Language, Words

PACKAGE = Path(cli.__file__).parent
TEXT_MODULES = [path for path in (PACKAGE / "rendering" / "texts").glob("*.py") if path.stem != "__init__"]
FAMILIES = {
    "forms": Forms,
    "heading": COLUMNS,
    "months.title": By,
    "measure": Measure,
    "binding": Binding,
    "status": Status,
    "verdict": Verdict,
    "kind": Kind,
    "direction": Direction,
    "role": Role,
    "rounding": Rounding,
    "rule": QuestionRule,
    "question": QuestionRule,
    "reason": Reason,
    "bound": Bound,
    "trend": Trend,
    "months.trend": Trend,
    "by": By,
    "light": Light,
    "gap": ShareOf,
    "kept": (*Kept, Why.WORD_ONLY, Why.NO_FIGURE),
    "why": Why,
    "how": [how for how in How if how is not How.PRINTED],
    "matched": MatchedBy,
    "sure": Sure,
    "places": Relation,
    "cause": Cause,
    "doubt": (Doubt.LARGE, Doubt.SMALL, Doubt.SIGN),
    "bound_word": Bound,
    "resolve": ("力争", "争取", "确保", "冲刺", "奋斗目标"),
    "report.method": report_page.METHOD,
    "class": NumberClass,
}
"""Texts that are found by a word of the domain."""


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_fill_the_same_gaps():
    assert [key for key, (chinese, english) in TEXTS.items() if not chinese or not english] == []
    differing = {key: both for key, both in TEXTS.items() if fields(both[0]) != fields(both[1])}
    assert differing == {}


def test_no_text_is_said_in_two_modules():
    others = ("keys", "remedies")  # not said by a key of TEXTS
    modules = [
        import_module(f"shizhong_cli.rendering.texts.{path.stem}") for path in TEXT_MODULES if path.stem not in others
    ]
    assert sum(len(module.TEXTS) for module in modules) == len(TEXTS)


def test_every_word_of_the_domain_has_a_text():
    for family, words in FAMILIES.items():
        assert [word for word in words if f"{family}.{word}" not in TEXTS] == []


def test_every_problem_has_a_text():
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    codes = set(re.findall(r'"([A-Z]\d{3})"', source))
    assert codes == {key.removeprefix("problem.") for key in TEXTS if re.fullmatch(r"problem\.[A-Z]\d{3}", key)}


def test_no_text_is_never_said():
    speaking = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "texts"] + [*PACKAGE.rglob("*.html")]
    source = "".join(path.read_text(encoding="utf-8") for path in speaking)
    found_by_word = {f"{family}.{word}" for family, words in FAMILIES.items() for word in words}
    by_prefix = (
        "problem.", "help.", "prices.", "unknown.", "function.", "forbidden.", "gap.month", "gap.year",
        "column.field.", "cell.", "template.column.", "template.others.", "template.prompt.", "template.error.",
        "coverage.", "draft.", "rollover.reason.", "gloss.", "folded.", "standing.", "span.", "next.",
        "init.", "lack.", "gap.due.", "question.", "order.", "rowstate.", "column.by", "book.",
        "months.row.", "months.note.", "convert.",
        "months.month.", "months.quarter.", "review.column.", "review.prompt.", "review.answer.",
    )  # fmt: skip
    never = [
        key
        for key in TEXTS
        if key not in found_by_word and not key.startswith(by_prefix) and f'"{key}"' not in source
        and f"'{key}'" not in source and key not in ("measure.qualitative", "bound.whole")
    ]  # fmt: skip
    assert never == []


def test_every_command_and_option_has_help_in_both_languages():
    for language in Language:
        words = Words(language)
        for name in ("", *cli.COMMANDS):
            described = describe(cli.level_of(name, words))
            assert described.help == words(f"help.{name}" if name else "help")
            for parameter in (*described.arguments, *described.options):
                assert parameter.help, (name, parameter.written)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        (None, "zh"), ("C", "zh"), ("zh_CN", "zh"), ("Chinese (Simplified)_China", "zh"),
        ("en_US", "en"), ("cs_CZ", "en"), ("ca_ES", "en"),
    ],
)  # fmt: skip
def test_the_language_of_the_system(monkeypatch, name, language):
    monkeypatch.setattr("locale.getlocale", lambda: (name, None))
    assert language_of([], {}) == language
