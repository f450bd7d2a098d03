"""docs/problems.md shows every problem: what it means, an example that runs, what to do. SHIZHONG_REFRESH=1 writes it.

Meaning and remedy are texts of ``rendering.texts``. The example of a code that a data file can cause is the
shortest folder of ``examples/bad`` that has it; of any other it is a command below, run in a folder with these files
and the shipped data; where neither can be (a full disk, a workbook with a password) the message alone is shown.
"""

from __future__ import annotations

import os
import re
import shlex
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
from running import ROOT, run

from shizhong_cli.causes import Cause
from shizhong_cli.problems import Place, Problem
from shizhong_cli.reading.report.documents import INSTALL
from shizhong_cli.rendering.sentences.names import problem_text
from shizhong_cli.rendering.texts.problems import TEXTS
from shizhong_cli.rendering.texts.remedies import REMEDIES
from shizhong_cli.rendering.wording import Language, Words

PAGE = ROOT / "docs" / "problems.md"
BAD = ROOT / "tests" / "examples" / "bad"
CODES = sorted(key.removeprefix("problem.") for key in TEXTS if re.fullmatch(r"problem\.[A-Z]\d{3}", key))

TELLING = {"F001": "no_number", "F002": "wrong_unit_typo"}
"""The bad example to show where the shortest one is not the usual case."""


FAMILIES: dict[str, tuple[str, str]] = {
    "Y": ("文件读不读得了，YAML 写得对不对", "whether a file can be read, and its YAML"),
    "K": ("键：有没有、叫什么、里面是什么", "keys: which there are, and what is in them"),
    "F": ("数和单位", "figures and units"),
    "P": ("时期", "periods"),
    "R": ("指标、章节、重复", "indicators, sections, repetitions"),
    "C": ("核对的算式", "expressions of checks"),
    "A": ("实际数和给出它们的命令行", "actuals, and the command line that gives them"),
    "B": ("年内分布和汇率", "spread over the year, and exchange rates"),
    "D": ("报告文稿", "documents of reports"),
    "X": ("Excel 工作簿", "Excel workbooks"),
    "N": ("索引、起草和转年", "indexes, drafts and the next year"),
    "S": ("两份报告的承诺", "promises of two reports"),
    "G": ("配置文件 shizhong.toml", "settings in shizhong.toml"),
    "W": ("写文件", "writing files"),
}
"""What the first letter of a code stands for."""


class Example(NamedTuple):
    """A command, and the files beside it."""

    command: str
    file: str = ""
    text: str = ""


HEADINGS = "indicator,as_of,figure\n"
COMMANDS: dict[str, Example] = {
    "F011": Example("gap gdp 5，2%"),
    "G001": Example("status", "shizhong.toml", "lang = zh\n"),
    "G002": Example("status", "shizhong.toml", 'date = "mine"\n'),
    "G003": Example("status", "shizhong.toml", 'lang = "fr"\n'),
    "F012": Example("status --actuals 实际.csv", "实际.csv", f"{HEADINGS}gdp,2026-Q3,—\n"),
    "P006": Example("months --from 4月 --to 2月"),
    "A039": Example("assign 牵头.csv --dry-run", "牵头.csv", "指标,牵头单位\nfour_up_enterprises,统计局\n"),
    "A040": Example("assign 牵头.csv --dry-run", "牵头.csv", "指标,牵头单位\ngdp,统计局\ngdp,发改局\n"),
    "A043": Example("record urban_new_jobs 7.1% --as-of 2026-06"),
    "A047": Example(
        "status --actuals 台账.csv",
        "台账.csv",
        "indicator,as_of,figure,report\ngdp,2026-Q3,5.2%,青溪县2026年政府工作报告\n",
    ),
    "A042": Example("template --each -o 各单位"),
    "A001": Example("gap --indicator gpd"),
    "A002": Example("gap --indicator new_"),
    "A003": Example("gap --indicator gdp --actual 5.2个百分点"),
    "A004": Example("status --actuals 实际.csv", "实际.csv", "indicator,as_of,figure,sauce\ngdp,2026-Q3,5.2%,\n"),
    "A005": Example("status --actuals 实际.csv", "实际.csv", "indicator,as_of\ngdp,2026-Q3\n"),
    "A006": Example("gap --indicator gdp --indicator total_trade --actual 5.2%"),
    "A007": Example("verify-baselines --explain nosuch"),
    "A008": Example("status --actuals 实际.csv", "实际.csv", f'{HEADINGS}gdp,2026-Q3,"5.2%\n'),
    "A009": Example("status --actuals 实际.csv", "实际.csv", "indicator,指标,as_of,figure\ngdp,gdp,2026-Q3,5.2%\n"),
    "A010": Example("status --actuals 实际.csv", "实际.csv", f"{HEADINGS}total_trade,2026-Q3,1,520.3亿元\n"),
    "A011": Example("gap --indicator gdp --actual total_trade=5%"),
    "A012": Example("status --actual gdp=5% --actual gdp=6%"),
    "A013": Example("gap --indicator foreign_capital_used --actual 8亿元"),
    "A014": Example("gap --indicator urban_new_jobs --actual 1.2"),
    "A015": Example("gap --indicator gdp --assume 5%"),
    "A020": Example("gap --indicator gdp --actual 5.2% --base 35%"),
    "A016": Example("record gdp --from 实际.csv", "实际.csv", f"{HEADINGS}gdp,2026-Q3,5.2%\n"),
    "A017": Example("status --actual urban_new_jobs=13800万人"),
    "A018": Example("status --actual reserve_projects=12.5个"),
    "A019": Example("status --actual land_safe_use_coverage=120%"),
    "A035": Example(
        "status --actuals 实际.csv",
        "实际.csv",
        "indicator,as_of,figure,recorded,withdraws\ngdp,2026-Q3,5.2%,,2026-10-01T09:00:00+08:00\n",
    ),
    "A045": Example("record --from new.csv", "new.csv", "指标,截至,数值,核实人,核实时间\ngdp,2026-Q3,5.2%,李四,昨天\n"),
    "P012": Example("status --actuals q.csv", "q.csv", "指标,截至,数值\ngdp,三季度,5.2%\n"),
    "A051": Example("record gdp 5.2%"),
    "A049": Example("record gdp 5.2% --as-of 2100-01"),
    "A050": Example(
        "status --actuals early.csv", "early.csv", "指标,截至,数值,记录时间\ngdp,2026-12,5.2%,2026-11-28\n"
    ),
    "A044": Example("record --undo", "actuals.csv", HEADINGS),
    "A036": Example("record --void 9 --note 记错", "actuals.csv", f"{HEADINGS}gdp,2026-Q3,5.2%\n"),
    "P005": Example("status --due soon"),
    "P011": Example("gap gdp 5.2% --as-of 9/10"),
    "P010": Example("gap gdp 5.2% --as-of 2026-04/2026-06"),
    "A038": Example("convert 1600亩 公里"),
    "A046": Example("convert 1600 公顷"),
    "A037": Example("record --undo gdp"),
    "A031": Example("status --actuals 实际.csv", "实际.csv", f"{HEADINGS}gdp,2026-Q3,5.2%\n".replace(",", "|")),
    "B001": Example("status --profile gdp=22%,25%,26%"),
    "B002": Example("status --profile gdp=22%,25%,26%,27亿元"),
    "B003": Example("status --profile gdp=1亿元,2亿元,-1亿元,3亿元"),
    "B004": Example("status --profile gdp=22%,25%,26%,37%"),
    "B005": Example("status --rate 7.1元@2026-09-30"),
    "B006": Example("status --profile gdp=22%,25%,26%,超过27%"),
    "D008": Example("draft 报告.txt --output 草稿", "报告.txt", "{\\rtf1 增长5%}\n"),
    "N001": Example(
        "coverage 索引.csv", "索引.csv",
        "section,number,digits,value,unit,unknown_unit,qualifier,bound,measure,class\n一,5个,5,五,个,,,exact,,quantity\n",
    ),
    "N002": Example("draft 报告.txt --output 草稿", "报告.txt", "没有数。\n"),
    "N003": Example("draft 报告.txt --output 草稿", "报告.txt", "企业达到5家。\n"),
    "N006": Example("rollover --output 明年 --period 2026-Q3"),
    "N007": Example("rollover --output 明年 --period 2031"),
    "W002": Example("template --output 没有/表.csv"),
    "W003": Example("template --output 表.csv", "表.csv", ""),
    "W004": Example("status --output 表.pdf"),
    "W006": Example("status --format xlsx"),
    "W007": Example("status --actuals 实际.csv --output 实际.csv", "实际.csv", f"{HEADINGS}gdp,2026-Q3,5.2%\n"),
    "X001": Example("status --actuals 实际.xlsx", "实际.xlsx", "indicator,as_of,figure\n"),
}  # fmt: skip
MESSAGES: dict[str, Problem] = {
    problem.code: problem
    for problem in (
        Problem(Place("实际.csv", 3, 1), "A032", "300", "256"),
        Problem(Place("实际.csv", 502, 1), "A033", expected="500"),
        Problem(Place("实际.csv"), "A034", "GBK / Big5 / …"),
        Problem(Place("shizhong_cli/data"), "W013"),
        Problem(Place("--format"), "W019", "parquet", "pip install pyarrow"),
        Problem(Place("targets.yaml", 9, 12), "B007", "1美元=7.2元", "1美元=7.1元"),
        Problem(Place("报告.pdf"), "D001", "PDF", INSTALL),
        Problem(Place("报告.docx"), "D002", Cause.DAMAGED, ".docx"),
        Problem(Place("报告.pdf"), "D003", "PDF"),
        Problem(Place("报告.doc"), "D004", ".doc", ".docx"),
        Problem(Place("报告.docx"), "D005", "> 400000", "400000", "word/document.xml"),
        Problem(Place("报告.docx"), "D006", "word/document.xml"),
        Problem(Place("报告.pdf"), "D007", "PDF"),
        Problem(Place("报告.pdf"), "D009", expected="4 s, 160 MiB"),
        Problem(Place("报告.txt", 2, 2), "D012", "U+0000"),
        Problem(Place("报告.txt"), "D013", expected="10000"),
        Problem(Place("baselines.yaml", 6, 20), "N004", "figures"),
        Problem(Place("--period"), "N005"),
        Problem(Place("配对.yaml", 4, 5), "S001", "gdp", "gdp (配对.yaml:3:5)"),
        Problem(Place("examples/yunting-2026"), "S002", "2026", "2025"),
        Problem(Place("--matches"), "S003", "3"),
        Problem(Place("p00017", 3), "K007", "value: 1600", "1500"),
        Problem(Place("p00017", 4), "K008", "gdp.direction: down", "up (p00017:1)"),
        Problem(Place("figures"), "K009", "since", "2020.0"),
        Problem(Place("actuals.csv", 2, 7), "A048", "青溪县2026年政府工作报告"),
        Problem(Place("--responsible"), "A041", "教育局", "区发展改革局, 区统计局"),
        Problem(Place("stdout"), "W001", Cause.NO_SPACE),
        Problem(Place("actuals.csv"), "W005", "60"),
        Problem(Place("shizhong"), "W008", Cause.TOO_MANY_OPEN),
        Problem(Place("actuals.csv"), "W011", "UTF-8 / GBK"),
        Problem(Place("actuals.csv"), "W012", "2"),
        Problem(Place("report.pdf"), "W020", "SHIZHONG_BROWSER"),
        Problem(Place("report.pdf"), "W021", "chromium"),
        Problem(Place("实际.xlsx"), "X002"),
        Problem(Place("实际.xls"), "X003"),
        Problem(Place("实际.xlsx"), "X004", "734003200", "67108864"),
        Problem(Place("实际.xlsx"), "X005", "xl/worksheets/sheet1.xml"),
        Problem(Place("实际.xlsx"), "X006", "30", "indicator, as_of, figure"),
        Problem(Place("实际.xlsx[表1]", 5, 3), "X007", "#DIV/0!", "C5"),
        Problem(Place("实际.xlsx[表1]", 5, 3), "X008", "TRUE", "C5"),
        Problem(Place("实际.xlsx[表1]", 5, 3), "X009", "", "C5"),
        Problem(Place("实际.xlsx[表1]", 5, 3), "X010", "5.2%", "C5"),
        Problem(Place("核对.xlsx[核对]", 5, 1), "N008", "好", "A5", "采用 / 更正 / 舍去"),
        Problem(Place("核对.xlsx[核对]", 5, 1), "N009", expected="A5"),
        Problem(Place("核对.xlsx[核对]", 5, 1), "N010", "measure: sum"),
        Problem(Place("核对.xlsx[核对]", 9, 14), "N011", "", "N9"),
        Problem(Place("核对.xlsx[核对]", 9, 14), "N012", "N9", "N5"),
        Problem(Place("核对.xlsx[核对]", 9, 12), "N013", "越低越好", "L9", "L5"),
        Problem(Place("核对.xlsx[核对]", 1, 17), "N014", "时期", "Q1", "H1"),
        Problem(Place("核对.xlsx[核对]", 1, 8), "N015", "时期/period", "H1", "期间"),
        Problem(Place("核对.xlsx[核对]", 9, 15), "N016", "5:7", "O9", "9:12"),
        Problem(Place("核对.xlsx[核对]", 9, 8), "N017", "2025", "H9"),
        Problem(Place("核对.xlsx[核对]", 9, 8), "N018", "A9", "H9"),
        Problem(Place("核对.xlsx[核对]", 9, 5), "N019", "绿道", "E9"),
        Problem(Place("核对.xlsx[核对]"), "N020", "绿道累计达到"),
        Problem(Place("核对.xlsx[核对]", 9, 8), "X016", "H9:H12"),
        Problem(Place("核对.xlsx[核对]", 9, 8), "X017", "2026-01-01", "H9"),
        Problem(Place("核对.xlsx[核对]", 9, 3), "X018", "5.2%", "C9"),
        Problem(Place("实际.xlsx[表1]", 5, 3), "X011", "0.0,", "C5"),
        Problem(Place("实际.xlsx[表2]", 1, 1), "X012", "", "实际.xlsx[表1]"),
        Problem(Place("实际.xlsx[表1]", 20002, 1), "X013", "", "20000"),
        Problem(Place("实际.xlsx"), "X014", "> 600000", "600000", "xl/worksheets/sheet1.xml"),
        Problem(Place("实际.xlsx"), "X015", "xl/workbook.xml"),
        Problem(Place("targets.yaml"), "Y002", "> 8388608", "8388608"),
        Problem(Place("targets.yaml", 66668, 1), "Y026", expected="200000"),
        Problem(Place("targets.yaml"), "Y027"),
        Problem(Place("targets.yaml"), "W014"),
    )
}


def test_every_code_has_a_meaning_a_remedy_and_a_family() -> None:
    assert sorted(REMEDIES) == CODES, "a remedy for every code, in rendering.texts.remedies.REMEDIES"
    assert sorted(FAMILIES) == sorted({code[0] for code in CODES})
    for languages in REMEDIES.values():
        assert languages[0].endswith("。")
        assert languages[1].endswith(".")


def test_the_codes_stand_in_one_file() -> None:
    for path in (ROOT / "shizhong_cli" / "rendering" / "texts").glob("*.py"):
        texts = getattr(import_module(f"shizhong_cli.rendering.texts.{path.stem}"), "TEXTS", {})
        assert path.stem == "problems" or not [key for key in texts if re.fullmatch(r"problem\.[A-Z]\d{3}", key)]


def test_every_code_has_an_example() -> None:
    assert [code for code in CODES if code not in COMMANDS and code not in MESSAGES and not folder_of(code)] == []
    assert sorted({*COMMANDS, *MESSAGES} - set(CODES)) == []
    assert sorted(COMMANDS.keys() & MESSAGES.keys()) == []


def test_the_page_is_what_the_program_says(tmp_path: Path) -> None:
    page = "".join([_head(), *(_family(letter, tmp_path) for letter in FAMILIES)])
    if os.environ.get("SHIZHONG_REFRESH") == "1":
        PAGE.write_text(page, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == page


def _head() -> str:
    links = "\n".join(
        f"- {letter} {FAMILIES[letter][0]} · {FAMILIES[letter][1]}: "
        + " ".join(f"[{code}](#{code.lower()})" for code in CODES if code[0] == letter)
        for letter in FAMILIES
    )
    return (
        "# 问题和怎么办 · Problems and what to do\n\n"
        "程序遇到的每个问题写作 `文件:行:列: 代码 说明`；同一次运行里的问题一次全部列出。\n"
        "下面按代码说明意思、举例、怎么办；「…」处是当时读到的内容，例子里是程序说的话。\n\n"
        "Every problem is `path:line:column: CODE message`, all of them in one run. Below is what each code means, an\n"
        "example as the program prints it, and what to do; … stands for what was read.\n\n"
        f"{links}\n"
    )


def _family(letter: str, folder: Path) -> str:
    parts = [f"\n## {letter} {FAMILIES[letter][0]} · {FAMILIES[letter][1]}\n"]
    for code in CODES:
        if code[0] == letter:
            place = folder / code
            place.mkdir()
            chinese, english = (_with_gaps(text) for text in TEXTS[f"problem.{code}"])
            parts.append(
                f"\n### {code}\n\n{chinese}  \n{english}\n\n{_fenced(_example(code, place))}\n\n"
                f"- 怎么办：{REMEDIES[code][0]}\n- What to do: {REMEDIES[code][1]}\n"
            )
    return "".join(parts)


def _with_gaps(text: str) -> str:
    """A message with … for what is filled in, safe in Markdown."""
    return re.sub(r"([\\`*_<>\[\]|])", r"\\\1", text.format(found="…", expected="…", suggestion="…"))


def _fenced(lines: list[str]) -> str:
    return "\n".join(["```text", *(line.rstrip() for line in lines), "```"])


def _example(code: str, place: Path) -> list[str]:
    """The command or the lines of a file, and the message."""
    if code in MESSAGES:
        return problem_text(MESSAGES[code], Words(Language.ZH)).splitlines()
    if code in COMMANDS:
        command, file, text = COMMANDS[code]
        if file:
            (place / file).write_text(text, "utf-8", newline="\n")
        shown = [f"$ cat {file}", *text.splitlines()] if text else []
        return [*shown, f"$ shizhong {command}", *_said(code, command, place)]
    folder = folder_of(code)
    assert folder is not None
    said = _said(code, "verify-baselines --data .", folder)
    file, line = re.match(r"([^:]+)(?::(\d+))?", said[0]).groups()  # type: ignore[union-attr]
    path = folder / file
    lines = path.read_bytes().decode("utf-8", "replace").splitlines() if line and path.exists() else []
    shown = [f"{file}:"] + [f"{n:4} | {lines[n - 1]}" for n in _around(int(line), len(lines))] if lines else []
    return [*(_visible(line) for line in shown), *said]


def _around(line: int, count: int) -> range:
    """The line itself and the one before."""
    return range(max(1, min(line, count) - 1), min(line, count) + 1)


def _visible(line: str) -> str:
    """The line without what no page can show, and not longer than a page is wide."""
    plain = "".join(c if c.isprintable() else "\ufffd" for c in line)
    return plain if len(plain) <= 110 else f"{plain[:109]}…"


def _said(code: str, command: str, folder: Path) -> list[str]:
    """The lines that a command says of a problem: the first with the code and those indented below."""
    ran = run(*shlex.split(command), cwd=folder)
    lines = ran.err.splitlines()
    first = next((n for n, line in enumerate(lines) if f": {code} " in line), None)
    if first is None:
        pytest.fail(f"{command} does not say {code}: {ran}")
    last = next((n for n in range(first + 1, len(lines)) if not lines[n].startswith("    ")), len(lines))
    return lines[first:last]


def folder_of(code: str) -> Path | None:
    """The bad example with the fewest problems that has this one, or the one chosen."""
    if code in TELLING:
        return BAD / TELLING[code]
    having = [
        (stored.count("\n"), folder.name)
        for folder in sorted(BAD.iterdir())
        if f": {code}" in (stored := (folder / "expected.txt").read_text("utf-8"))
    ]
    return BAD / min(having)[1] if having else None
