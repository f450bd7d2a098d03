"""What does not show, and what steers: nothing of it reaches a page, whatever the command and the format."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sys
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import run

from shizhong_cli.escapes.spreadsheet import disarmed, rearmed
from shizhong_cli.escapes.visible import harmless, hidden, one_line, visible
from shizhong_cli.escapes.yaml import scalar
from shizhong_cli.reading.pack.located import Scalar, parse_yaml

SHOWN = {"\t", "\n", "\r"} | {chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD)}
"""Line ends, which are dealt with by themselves, and signs of Arabic and Syriac script that are seen."""
SHOWN |= {chr(code) for code in (0x110CD, *range(0x13430, 0x13440))}


def test_every_character_of_the_invisible_kinds_is_hidden():
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    all_of_them = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in kinds}
    assert {c for c in all_of_them if not hidden().match(c)} == all_of_them & SHOWN


@pytest.mark.parametrize(
    "text", ["市中区", "１，４５１.6亿元", "a\u00a0b\u3000c", "👩", "葛\U000e0100", "é", "\ue000", "“四上”—…"]
)
def test_what_is_seen_stays(text):
    assert visible(text) == one_line(text) == harmless(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\rb", "a\nb"), ("a\r\nb", "a\nb"), ("a\u2028b\x85c", "a\ufffdb\ufffdc"), ("\x1b[31m", "\ufffd[31m"),
        ("\u202e%5", "\ufffd%5"), ("\ud800", "\ufffd"), ("a\tb", "a b"), ("::error::x", ":\\:error:\\:x"),
        ("x\n ::set-env name=a::b", "x\n :\\:set-env name=a:\\:b"), (":::error::x", ":\\:\\:error:\\:x"),
        ("##[error]x", "#\\#[error]x"), ("a ##vso[task.complete]", "a #\\#vso[task.complete]"),
        ("时间 12::30", "时间 12::30"), ("## 标题", "## 标题"),
    ],
)  # fmt: skip
def test_on_a_terminal(text, shown):
    assert harmless(text) == shown


@given(st.text())
def test_what_is_disarmed_can_be_read_back(text):
    assert rearmed(disarmed(text)) == text


PIECES = st.sampled_from(["'", "=", "＝", "::", "##[", "##", "#", "'#[", "\n", "\t", " ", "\u3000", "-", "1.5", "a"])


@given(st.lists(PIECES).map("".join))
def test_what_is_disarmed_has_no_formula_and_no_command(text):
    cell = disarmed(text)
    assert rearmed(cell) == text
    assert not re.search(r"(?m)^\s*::|##[A-Za-z.-]*\[", cell)
    begin = cell.lstrip(" \t\n\u00a0\u3000")
    assert not begin.startswith(tuple("=@＝＋－＠")) or cell[0] == "'"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("＝1+1", "'＝1+1"), ("＋1+1", "'＋1+1"), ("－1+1", "'－1+1"), ("＠SUM(A1)", "'＠SUM(A1)"),
        (" =1+1", "' =1+1"), ("\u3000=1", "'\u3000=1"), ("\n=1+1", "'\n=1+1"), ("-1.1%", "-1.1%"), ("5%", "5%"),
        ("::error::x", "'::error::x"), ("a\n::error::x", "a\n'::error::x"), ("##[error]x", "#'#[error]x"),
    ],
)  # fmt: skip
def test_cells(text, cell):
    assert disarmed(text) == cell


@given(st.text())
def test_a_yaml_value_hides_nothing(text):
    """And it is read as it was, but for what no loader takes."""
    typed = scalar(text)
    assert not hidden().search(typed)
    root, problems = parse_yaml(f"key: {typed}", "f")
    assert not problems
    value = root.entries["key"].value
    kept = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+", " ", text)
    assert isinstance(value, Scalar)
    assert value.text.split() == kept.split()


# ── payloads × commands × formats ─────────────────────────────────────────────

PAYLOADS = {
    "bidi": "甲\u202e5%\u202c\u2066乙\u2069",
    "no width": "甲\u200b乙\u2060丙\xad丁\u115f",
    "line ends": "甲\u2028乙\u2029丙",
    "tags": "甲\U000e0041乙",
    "formula": "=1+1",
    "wide formula": "＝1+1",
    "formula behind a blank": " @SUM(A1)",
    "command": "::error file=x::forged",
    "command on a new line": "甲\n::error file=x::forged",
    "old command": "甲##[error]forged",
    "markup": "<b>甲</b> &lt; [a](b) `c` *d* ~~e~~ $f$ |g",
    "percent": "甲%0A::error::乙",
}
"""Each in every text that an author can write, and in the name of a file."""
CONTROLS = {"c0": "甲\x01\x1b[31m乙", "c1": "甲\x9b31m乙\x85", "carriage return": "甲\r乙"}
"""Those that YAML refuses: in a text that is scanned."""

BASELINES = """
sections:
  一: {{name: {it}, name_en: {it}}}
indicators:
  shops:
    name: {it}
    name_en: {it}
    direction: up
    figures:
      - {{level: 1455家, period: 2025, section: 一, note: {it}, note_en: {it}}}
      - {{growth: 54.5%, period: 2025, since: 2020, section: 一}}
      - {{level: 999家, period: 2020, section: 一}}
checks:
  odd: {{expression: "shops.level@2025 = shops.level@2020", name: {it}, name_en: {it}}}
exclusions:
  - {{text: 12处, section: 一, reason: {it}}}
"""
TARGETS = """
report: {{title: {it}, title_en: {it}}}
targets:
  - {{indicator: shops, level: 1500家, period: 2026, section: 一, responsible: {it}, note: {it}, note_en: {it}}}
"""
COMMANDS = {
    "status": ["--data", "dat"],
    "gap": ["-i", "shops", "--data", "dat", "--explain"],
    "show": ["shops", "--data", "dat"],
    "export": ["--data", "dat"],
    "verify-baselines": ["--data", "dat"],
    "scan": [],
    "coverage": ["--data", "dat"],
}
FORMATS = ("table", "json", "csv", "markdown", "xlsx")


@pytest.fixture
def work(tmp_path, request) -> Path:
    """A working folder full of one payload."""
    payload = request.getfixturevalue("payload")
    (tmp_path / "dat").mkdir()
    quoted = '"' + "".join(f"\\U{ord(c):08x}" for c in payload) + '"'  # as escapes a YAML file takes them all
    (tmp_path / "dat" / "baselines.yaml").write_text(BASELINES.format(it=quoted), "utf-8")
    (tmp_path / "dat" / "targets.yaml").write_text(TARGETS.format(it=quoted), "utf-8")
    ledger = io.StringIO()
    rows = [["indicator", "as_of", "figure", "source", "note"], ["shops", "2026-Q3", "1460家", payload, payload]]
    csv.writer(ledger).writerows(rows)
    (tmp_path / "actuals.csv").write_text(ledger.getvalue(), "utf-8", newline="")
    (tmp_path / file_of(payload)).write_text(
        f"一、回顾\n{payload}12.6{payload}万户，增长5%{payload}。\n", "utf-8", newline=""
    )
    return tmp_path


def file_of(payload: str) -> str:
    """A file with the payload in its name."""
    return f"文{payload.replace('/', '_')}.txt"


def printed(work: Path, payload: str, command: str, format: str, lang: str = "zh") -> bytes:
    """What a command prints, or for a workbook writes."""
    text = [f"./{file_of(payload)}"] if command in ("scan", "coverage") else []
    out = ["-o", "out.xlsx"] if format == "xlsx" else []
    ran = run(command, *text, *COMMANDS[command], "--format", format, *out, lang=lang, cwd=work, columns=60)
    assert ran.code in (0, 1), ran
    check_talk(ran.err)
    return (work / "out.xlsx").read_bytes() if out else ran.out.encode()


def check_talk(text: str) -> None:
    """Nothing is hidden in it and no line of it is a command."""
    assert not hidden().search(text), text
    assert "\r" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines()), text
    assert not re.search(r"##[A-Za-z.-]*\[", text), text


def check_table(raw: bytes, payload: str) -> None:
    check_talk(raw.decode())


def check_json(raw: bytes, payload: str) -> None:
    """All characters are there, and none of them is seen but in an escape."""
    check_talk(raw.decode())
    found = list(texts_of(json.loads(raw)))
    kept = any(payload in text or file_of(payload) in text for text in found)
    assert kept or not any("甲" in text for text in found)


def texts_of(value: object):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, str):
        yield value


def check_csv(raw: bytes, payload: str) -> None:
    text = raw.decode().replace("\r\n", "\n")
    check_talk(text)
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            begin = cell.strip(" \t\n\u3000")
            assert not begin.startswith(tuple("=@＝＋－＠")), cell
            assert not begin.startswith(("+", "-")) or re.fullmatch(r"[+-][\d./%]+", begin), cell


def check_markdown(raw: bytes, payload: str) -> None:
    text = raw.decode()
    check_talk(text)
    bare = re.sub(r"\\[!-/:-@[-`{-~]", "", text)  # what is escaped means nothing
    assert "&lt;" not in bare
    assert "<b>" not in bare
    assert not re.search(r"[`~$]|\]\(", bare), bare
    widths = [len(line.split("|")) for line in bare.splitlines() if line.startswith("|")]
    tables = [block for block in bare.split("\n\n") if block.startswith("|")]
    assert all(len({len(line.split("|")) for line in block.splitlines()}) == 1 for block in tables), widths


def check_xlsx(raw: bytes, payload: str) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))
            for element in root.iter():
                assert not element.tag.endswith("}f")
                for text in (element.text or "", *element.attrib.values()):
                    assert not hidden().search(text), (name, text)


CHECKS = {"table": check_table, "json": check_json, "csv": check_csv, "markdown": check_markdown, "xlsx": check_xlsx}
every_payload = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)


@every_payload
@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_formats(work, payload, command):
    for format in FORMATS:
        CHECKS[format](printed(work, payload, command, format), payload)


@every_payload
def test_in_english_too(work, payload):
    for command in COMMANDS:
        check_table(printed(work, payload, command, "table", "en"), payload)


@every_payload
@pytest.mark.parametrize("command", ["verify-baselines", "coverage"])
def test_annotations(work, payload, command):
    """Every line is one of ours: with a place that is a file of ours, and nothing but text behind it."""
    text = printed(work, payload, command, "github").decode()
    assert not hidden().search(text)
    for line in text.splitlines():
        assert re.fullmatch(r"::(error|warning|notice) ([a-z]+=[^:,\r\n]*,?)+::.*", line), line
        properties, data = line.partition(" ")[2].split("::", 1)
        assert not re.search(r"%(?!25|0D|0A|3A|2C)", properties + data), line
        assert re.match(r"file=(dat/|文)|title=shizhong", properties), line


@every_payload
def test_sarif_and_junit(work, payload):
    check_json(printed(work, payload, "verify-baselines", "sarif"), payload)
    junit = printed(work, payload, "verify-baselines", "junit")
    check_talk(junit.decode())
    assert [e.tag for e in ElementTree.fromstring(junit).iter()].count("failure") == 2


@every_payload
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page(work, payload, lang):
    assert run("report", "--data", "dat", "-o", "page.html", cwd=work, lang=lang).code == 0
    page = (work / "page.html").read_bytes().decode()
    assert not hidden().search(page)
    assert "<b>甲" not in page
    assert html.escape(visible(payload), quote=False)[:8] in page.replace("&#34;", '"').replace("&#39;", "'")


@every_payload
def test_templates(work, payload):
    for name, check in (("new.csv", check_csv), ("new.xlsx", check_xlsx)):
        ran = run("template", "--data", "dat", "-o", name, cwd=work)
        assert ran.code == 0, ran
        raw = (work / name).read_bytes()
        check(raw.removeprefix(b"\xef\xbb\xbf") if check is check_csv else raw, payload)


@every_payload
def test_an_index(work, payload):
    """It hides nothing and proves the same."""
    command = ["coverage", f"./{file_of(payload)}", "--data", "dat"]
    first = run(*command, "--index", "index.csv", "--format", "json", cwd=work)
    check_csv((work / "index.csv").read_bytes(), payload)
    second = run("coverage", "index.csv", "--data", "dat", "--format", "json", cwd=work)
    assert second.code == first.code == 1, second
    counts = [{key: len(rows) for key, rows in json.loads(ran.out).items() if isinstance(rows, list)}
              for ran in (first, second)]  # fmt: skip
    assert counts[0]["undeclared"] == counts[1]["undeclared"]


@every_payload
def test_a_draft(work, payload):
    ran = run("draft", f"./{file_of(payload)}", "-o", "new", "--year", "2026", cwd=work)
    assert ran.code == 0, ran
    check_talk(ran.err)
    for name in ("baselines.yaml", "targets.yaml"):
        assert not hidden().search((work / "new" / name).read_bytes().decode())


@every_payload
def test_a_ledger(work, payload):
    """What hides is refused, all else is kept as typed, and nothing is run."""
    before = (work / "actuals.csv").read_bytes()
    words = ["shops", "1461家", "--as-of", "2026-11", "--data", "dat", "--note", payload]
    ran = run("record", *words, cwd=work)
    if hidden().search(payload):
        assert (ran.code, "Y009" in ran.err) == (2, True), ran
        assert (work / "actuals.csv").read_bytes() == before
        return
    assert ran.code == 0, ran
    check_talk(ran.out + ran.err)
    rows = list(csv.reader(io.StringIO((work / "actuals.csv").read_bytes().decode("utf-8-sig"), newline="")))
    assert rearmed(rows[-1][4]) == payload
    assert rows[-1][4] == disarmed(payload)


@pytest.mark.parametrize("payload", CONTROLS.values(), ids=CONTROLS)
def test_controls_in_a_text(work_of_controls, payload):
    for format in FORMATS:
        CHECKS[format](printed(work_of_controls, payload, "scan", format), payload)


@pytest.fixture
def work_of_controls(tmp_path, payload) -> Path:
    name = file_of(payload)
    (tmp_path / name).write_text(f"{payload}12.6{payload}万户，增长5%{payload}。\n", "utf-8", newline="")
    return tmp_path


NAMES = [*PAYLOADS.values(), *CONTROLS.values(), "\udcff", "missing\n::error file=x::forged"]


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not take")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_names_of_files_in_messages(tmp_path, name):
    """Of files that are not there, wherever a command takes one; each message is one line."""
    file = name.replace("/", "_")
    for arguments in (
        ["scan", file], ["coverage", file], ["draft", file, "-o", "new"], ["status", "--data", file],
        ["status", "--actuals", file], ["record", "--from", file], ["export", "-o", file], ["report", "-o", file],
        ["template", "-o", file], ["gap", "-i", file], ["show", file], ["verify-baselines", "--explain", file], [file],
        ["gap", "-i", "gdp", "--actual", file], ["status", "--as-of", file], ["status", "--rate", file],
        ["status", "--section", file], [f"--{file}"], ["status", "--format", file], ["status", f"--x{file}"],
    ):  # fmt: skip
        ran = run(*arguments, cwd=tmp_path)
        assert ran.code in (0, 2), (arguments, ran)
        check_talk(ran.err + ran.out)
        if arguments in (["scan", file], ["status", "--actuals", file], ["record", "--from", file]):
            assert f"{harmless(one_line(file))}: Y001 " in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not take")
@pytest.mark.parametrize("format", FORMATS)
def test_a_file_whose_name_is_no_text(tmp_path, format):
    """Bytes that are no UTF-8: in every format, to the terminal and to a file."""
    (tmp_path / "\udcff.txt").write_text("增长5%。", "utf-8")
    out = tmp_path / f"out.{format}"
    assert run("scan", "\udcff.txt", "--format", format, "-o", str(out), cwd=tmp_path).code == 0
    if format != "xlsx":
        assert out.read_bytes().decode()
        assert run("scan", "\udcff.txt", "--format", format, cwd=tmp_path).code == 0
    if format == "json":
        assert json.loads(out.read_bytes())["file"] == "\udcff.txt"


def test_the_quick_look_says_what_the_pattern_says():
    for code in range(0x110000):
        character = chr(code)
        if visible(f"a{character}b") == f"a{character}b":
            assert not hidden().search(character), hex(code)
