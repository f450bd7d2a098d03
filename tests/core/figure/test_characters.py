"""Full-width forms are read everywhere, digits of other scripts nowhere; one module asks Unicode what a digit is."""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from making import load
from running import ROOT, run

from shizhong_cli.core.checking.derive import derive_checks
from shizhong_cli.core.checking.judging import judge
from shizhong_cli.core.figure.characters import FULL_WIDTH, half_width, is_other_digit
from shizhong_cli.core.figure.numerals import CHARACTERS
from shizhong_cli.core.figure.parsing import OtherDigit, parse_figure
from shizhong_cli.core.figure.period import InvalidPeriod, parse_period
from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.core.report.scanning import NumberClass, scan
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.actuals.from_file import read_actuals
from shizhong_cli.reading.actuals.from_words import actual_from_words, actuals_from_words
from shizhong_cli.reading.dates import read_day
from shizhong_cli.reading.finding import find_indicator
from shizhong_cli.reading.pack.catalogue import read_catalogue
from shizhong_cli.reading.pack.checks import declared_checks

PACKAGE = ROOT / "shizhong_cli"
ONE_PLACE = "characters.py"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def digits_of_unicode() -> list[str]:
    """Every character that Unicode gives a value to, but those that are read and the ideographs."""
    found = []
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.numeric(character, None) is None or character.isascii() or character in CHARACTERS:
            continue
        if code in FULL_WIDTH or unicodedata.name(character, "").startswith("CJK UNIFIED IDEOGRAPH-"):
            continue
        found.append(character)
    return found


OTHERS = digits_of_unicode()
DECIMALS = [character for character in OTHERS if unicodedata.decimal(character, None) is not None]
SOME = "१٥𝟓①²Ⅷ㈤½〥፭⑸🄆㊄"


def test_there_are_many() -> None:
    assert len(OTHERS) > 1000
    assert len(DECIMALS) > 600
    assert set(SOME) <= set(OTHERS)


def test_every_one_is_known_as_such() -> None:
    basic = [c for c in OTHERS if not 0x20000 <= ord(c) < 0x33480]  # ideographs beyond the first plane
    assert [c for c in basic if not is_other_digit(c)] == []
    assert [c for c in f"0123456789０９％{CHARACTERS}壹贰㎡㎢㎥Ａa年.,，" if is_other_digit(c)] == []


def code_of(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize("shape", ["{}家", "1{}家", "{}1家", "1.{}%", "超过12{}家", "5{}", "{}分之一"])
def test_no_figure_with_one_is_read(shape: str) -> None:
    for digit in (c for c in OTHERS if is_other_digit(c)):
        with pytest.raises(OtherDigit) as raised:
            parse_figure(shape.format(digit), BUILT_IN)
        assert raised.value.found == f"{digit} (U+{ord(digit):04X})"


@pytest.mark.parametrize(
    "shape", ["202{}", "202{}-09", "2026-0{}", "2026-Q{}", "2021/202{}", "{}026-09-30", "2026年{}月"]
)
def test_no_period_with_one_is_read(shape: str) -> None:
    for digit in (c for c in OTHERS if is_other_digit(c)):
        problems: list[Problem] = []
        assert read_day(shape.format(digit), Place("--as-of"), problems) is None
        assert code_of(problems) == ["F010"]
        with pytest.raises(InvalidPeriod):
            parse_period(shape.format(digit))


BASELINES = """
indicators:
  firms:
    name: 企业
    name_en: Firms
    direction: up
    figures:
      - {{level: {level}, period: {period}, section: 一}}
      - {{growth: {growth}, period: {period}, since: {since}, section: 一}}
checks:
  more: {{expression: "{expression}"}}
"""
TARGETS = "targets:\n  - {{indicator: {id}, level: {target}, period: 2026, section: 三}}\n"
USUAL = {
    "level": "1455家", "period": "2025", "growth": "54.5%", "since": "2020", "id": "firms", "target": "1500家",
    "expression": "firms.level@2025 > 1400家",
}  # fmt: skip


def problems_of(folder: Path, **changed: str) -> list[Problem]:
    fields = USUAL | changed
    (folder / "baselines.yaml").write_text(BASELINES.format(**fields), "utf-8")
    (folder / "targets.yaml").write_text(TARGETS.format(**fields), "utf-8")
    catalogue, problems = read_catalogue(folder)
    return [*problems, *(declared_checks(catalogue)[1] if not problems else [])]


@pytest.mark.parametrize("place", ["level", "period", "growth", "since", "target", "expression"])
def test_full_width_is_the_same_and_others_are_refused_in_every_place(tmp_path: Path, place: str) -> None:
    assert problems_of(tmp_path) == []
    assert problems_of(tmp_path, **{place: USUAL[place].translate(WIDE)}) == []
    digits = re.findall("[0-9]", USUAL[place])
    for other in SOME:
        at = USUAL[place].rindex(digits[-1])
        text = USUAL[place][:at] + other + USUAL[place][at + 1 :]
        assert "F010" in code_of(problems_of(tmp_path, **{place: text})), text


def catalogue_in(folder: Path, **changed: str) -> Catalogue:
    fields = USUAL | changed
    return load(folder, BASELINES.format(**fields), TARGETS.format(**fields))


@pytest.mark.parametrize("place", ["level", "period", "growth", "since"])
def test_full_width_gives_the_same_check_and_power(tmp_path: Path, place: str) -> None:
    def outcomes(folder: Path, **changed: str) -> list[tuple[object, ...]]:
        folder.mkdir()
        judged = [judge(check) for check in derive_checks(catalogue_in(folder, **changed))]
        return [(o.check.id, o.verdict, o.power, o.implied, o.whole) for o in judged]

    usual = outcomes(tmp_path / "usual")
    assert outcomes(tmp_path / "wide", **{place: USUAL[place].translate(WIDE)}) == usual


def test_a_figure_is_shown_as_printed(tmp_path: Path) -> None:
    catalogue = catalogue_in(tmp_path, level="１４５５家")
    assert catalogue.baselines[0].printed == "１４５５家"
    assert "１４５５家" in run("show", "firms", "--data", str(tmp_path)).out


def test_a_period_in_full_width_repeats_one_in_half_width(tmp_path: Path) -> None:
    (tmp_path / "baselines.yaml").write_text(
        "indicators:\n  firms:\n    {name: 企业, name_en: Firms, direction: up, figures: [\n"
        "      {level: 5家, period: 2025, section: 一},\n      {level: 6家, period: ２０２５, section: 一}]}\n",
        "utf-8",
    )
    (tmp_path / "targets.yaml").write_text("targets: []\n", "utf-8")
    assert code_of(read_catalogue(tmp_path)[1]) == ["R004"]


def test_rollover_writes_the_next_year_in_half_width(tmp_path: Path) -> None:
    catalogue_in(tmp_path, period="２０２５")
    yaml = tmp_path / "targets.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("2026", "２０２６"), "utf-8")
    (tmp_path / "a.csv").write_text("indicator,as_of,figure\nfirms,２０２６,1490家\n", "utf-8")
    words = ("--actuals", str(tmp_path / "a.csv"), "--data", str(tmp_path), "--output", str(tmp_path / "next"))
    assert run("rollover", *words).code == 0
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "next").glob("*.yaml"))
    assert "{level: 1490家, period: 2026," in written
    assert "２０２７" not in written


def test_words_of_the_command_line(tmp_path: Path) -> None:
    catalogue = catalogue_in(tmp_path)
    (given,) = actuals_from_words(catalogue, [], ["ｆｉｒｍｓ=１４８０家"], "２０２６－０９")
    assert (given.indicator, given.written.value, str(given.as_of)) == ("firms", 1480, "2026-09")
    assert find_indicator(catalogue, "ＦＩＲＭＳ", Place("ID")) == "firms"
    for other in SOME:
        for words, as_of in (([f"firms=148{other}家"], None), (["firms=1480家"], f"2026-0{other}")):
            with pytest.raises(CannotGoOn) as raised:
                actuals_from_words(catalogue, [], words, as_of)
            assert code_of(list(raised.value.problems)) == ["F010"]
        for id, figure, unit, as_of in (
            (f"firms{other}", "5家", "", "2026"), ("firms", f"{other}家", "", "2026"),
            ("firms", "5家", "", f"202{other}"), ("firms", f"{other}", "家", "2026"),
        ):  # fmt: skip
            with pytest.raises(CannotGoOn) as raised:
                actual_from_words(catalogue, id, figure, unit, as_of)
            assert "F010" in code_of(list(raised.value.problems))


@pytest.mark.parametrize("column", ["indicator", "as_of", "figure"])
def test_cells_of_a_ledger(tmp_path: Path, column: str) -> None:
    catalogue, ledger = catalogue_in(tmp_path), tmp_path / "a.csv"
    row = {"indicator": "firms", "as_of": "2026-09", "figure": "1480家"}
    shown = {"indicator": "ｆｉｒｍｓ", "as_of": "２０２６－０９", "figure": "１４８０家"}
    ledger.write_text(",".join(row) + "\n" + ",".join((row | {column: shown[column]}).values()) + "\n", "utf-8")
    (actual,) = read_actuals(catalogue, ledger)
    assert (actual.indicator, str(actual.as_of), actual.written.value) == ("firms", "2026-09", 1480)
    for other in SOME:
        wrong = row | {column: row[column].replace("0", other) if column != "indicator" else f"firms{other}"}
        ledger.write_text(",".join(row) + "\n" + ",".join(wrong.values()) + "\n", "utf-8")
        problems: list[Problem] = []
        assert read_actuals(catalogue, ledger, problems) == []
        assert code_of(problems) == ["F010"]


def test_scan_reads_no_number_that_holds_one() -> None:
    for digit in DECIMALS:
        if digit in "０１２３４５６７８９":
            continue
        for text in (f"新增{digit}5家企业", f"新增5{digit}家企业", f"新增{digit}家企业", f"到20{digit}5年"):
            numbers = scan(text, BUILT_IN)
            assert [number.class_ for number in numbers] == [NumberClass.OTHER], text
            assert [number.value for number in numbers] == [None]
    for digit in "½Ⅷ㈤":
        assert [number.value for number in scan(f"新增5{digit}家企业", BUILT_IN)] == [None]


def strings_of(tree: ast.Module) -> list[ast.Constant]:
    """Every string or bytes of a module that is no docstring."""
    documented = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef | ast.FunctionDef)]
    docstrings = {id(n.body[0].value) for n in documented if n.body and isinstance(n.body[0], ast.Expr)}
    return [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in docstrings]


def test_only_one_module_asks_unicode_for_digits() -> None:
    patterns, asked, tables = [], [], []
    for path in sorted(path for path in PACKAGE.rglob("*.py") if path.name != ONE_PLACE):
        name, tree = path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))
        texts = [n.value for n in strings_of(tree) if isinstance(n.value, str)]
        patterns += [(name, text) for text in texts if re.search(r"\\[dD]", text)]
        tables += [(name, text) for text in texts if "０１２" in text]
        asked += [(name, n.attr) for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in ASKING]
    assert patterns == [], "write [0-9]: \\d takes the digits of every script"
    assert asked == []
    assert tables == [], "the table of full-width forms is in core.characters"


ASKING = {"isdigit", "isdecimal", "isnumeric", "decimal", "digit", "numeric"}


def test_half_width_moves_nothing() -> None:
    text = "".join(map(chr, range(0x3000, 0x10000, 7)))
    assert len(half_width(text)) == len(text)
    assert half_width("１，４５１．６亿（％）ｋＷ＝＞") == "1,451.6亿(%)kW=>"
