"""So many times as much in promises and results, points said as points, and revisions that answer a difference."""

from __future__ import annotations

import pytest
from making import load

from shizhong_cli.core.checking.across import compare_reports
from shizhong_cli.core.pack.partners import partners_of
from shizhong_cli.core.progress.settling.promises import Settlement, settle
from shizhong_cli.rendering.sentences.promises import PromiseSpeech
from shizhong_cli.rendering.wording import Language, Words


def pack_of(folder, name: str, figures: tuple[str, ...], target: str = ""):
    folder.mkdir(exist_ok=True)
    lines = "".join(f"\n      - {{{figure}, section: 一}}" for figure in figures) or " []"
    text = f"indicators:\n  it:\n    name: {name}\n    direction: up\n    figures:{lines}\n"
    targets = f"targets:\n  - {{indicator: it, {target}, section: 三}}\n" if target else "targets: []\n"
    return load(folder, text, targets)


def settled(folder, target: str, told: str, before: str, name: str = "企业数量") -> Settlement:
    last = pack_of(folder / "last", name, (before,), f"{target}, period: 2025")
    return settle(last, pack_of(folder / "this", name, (told,)))


@pytest.mark.parametrize(
    ("target", "told", "before", "kept", "gap"),
    [
        # 增至1.5倍 is half as many again; 增长1.5倍 is two and a half times
        ("growth: 增至1.5倍", "growth: 增至1.5倍, period: 2025", "level: 80家, period: 2024", "met", 0),
        ("growth: 增至1.5倍", "growth: 增至1.4倍, period: 2025", "level: 80家, period: 2024", "missed", -10),
        ("growth: 增至1.5倍", "growth: 50%, period: 2025", "level: 80家, period: 2024", "met", 0),
        ("growth: 增至1.5倍", "growth: 49%, period: 2025", "level: 80家, period: 2024", "missed", -1),
        ("growth: 50%", "growth: 增至1.5倍, period: 2025", "level: 80家, period: 2024", "met", 0),
        ("growth: 1.5倍", "growth: 增至1.5倍, period: 2025", "level: 80家, period: 2024", "missed", -100),
        ("growth: 增至1.5倍", "level: 120家, period: 2025", "level: 80家, period: 2024", "met", 0),
        ("growth: 达到2020年的1.5倍", "level: 119家, period: 2025", "level: 80家, period: 2020", "missed", -1.25),
    ],
)
def test_so_many_times_as_much_is_settled_as_a_growth(tmp_path, target, told, before, kept, gap):
    (promise,) = settled(tmp_path, target, told, before).promises
    assert promise.kept == kept
    assert promise.gap.gap == gap


def test_amounts_of_gross_product_do_not_follow_from_growth(tmp_path):
    told, before = "growth: 5.2%, period: 2025", "flow: 1420.0亿元, period: 2024"
    (promise,) = settled(tmp_path, "flow: 1500亿元", told, before, name="地区生产总值").promises
    assert (promise.kept, promise.why, promise.answer) == ("restated", "constant_prices", None)


@pytest.mark.parametrize(
    ("target", "told", "before", "words"),
    [
        ("change: 1个百分点", "share: 81.4%, period: 2025", "share: 80.4%, period: 2024",
         ("81.4% − 80.4% = 0.9—1.1个百分点", "81.4% − 80.4% = 0.9 to 1.1 pp")),
        ("share: 82%", "change: 1.0个百分点, period: 2025", "share: 80.4%, period: 2024",
         ("80.4% + 1.0个百分点 = 81.3%—81.5%", "to 81.5%")),
        ("growth: 增至1.5倍", "level: 120家, period: 2025", "level: 80家, period: 2024",
         ("120家 ÷ 80家 − 1 = 0.5倍", "− 1 = 0.5 times")),
        ("level: 120家", "growth: 增至1.5倍, period: 2025", "level: 80家, period: 2024",
         ("80家 × 1.5倍 = 116—124家", "× 1.5 times = 116 to 124")),
    ],
)  # fmt: skip
def test_a_result_is_said_in_the_unit_that_it_has(tmp_path, target, told, before, words):
    found = settled(tmp_path, target, told, before)
    for language, expected in zip((Language.ZH, Language.EN), words, strict=True):
        said = PromiseSpeech(found, Words(language)).how(found.promises[0])
        assert expected in said


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("share: 81.2%, period: 2024", ("share: 80.4%, period: 2024",)),
        ("share: 81.2%, period: 2024", ("share: 81.4%, period: 2025", "change: 1.0个百分点, period: 2025")),
        ("flow: 81.2亿元, period: 2024", ("flow: 90.0亿元, period: 2025", "growth: 11.9%, period: 2025")),
        ("flow: 81.2亿元, period: 2024", ("flow: 100.8亿元, period: 2026", "growth: 11.9%, period: 2025",
                                          "growth: 12.0%, period: 2026")),
        ("level: 812家, period: 2024", ("level: 904家, period: 2025", "change: 100家, period: 2025")),
    ],
)  # fmt: skip
def test_a_revision_answers_whatever_check_finds_the_difference(tmp_path, earlier, later):
    """80.4 in place of 81.2 (804 of 812) is what the later figures stand on; without it the two differ."""
    number = {"share": "80.4%", "flow": "80.4亿元", "level": "804家"}[earlier.split(":")[0]]
    revised = f"{earlier}, revised: [{{figure: {number}, date: 2025-06-30, source: 普查}}]"
    this = pack_of(tmp_path / "this", "比率", later)
    for number_of, figure in enumerate((earlier, revised)):
        last = pack_of(tmp_path / "last", "比率", (figure,))
        (found,) = (one for one in compare_reports(last, this, partners_of(last, this)) if one.outcome.is_finding)
        assert (found.answered is not None, found.is_question) == (bool(number_of), not number_of)
