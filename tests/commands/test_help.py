"""Help pages are whole at every width and in both languages; a wrong command line is told like any other problem."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from running import run

from shizhong_cli import cli
from shizhong_cli.commands.command_line import describe
from shizhong_cli.rendering.pages.help import Described, Parameter, help_sheet, usage_of
from shizhong_cli.rendering.pages.sheet import Grid
from shizhong_cli.rendering.wording import Language, Words

FRAME = re.compile(r"Usage|Options|Arguments|Commands|Meaning|[Rr]equired|[Rr]epeatable|Show this|One of")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def texts_of(command: str, language: Language) -> list[str]:
    """The help of a command and of everything it takes, and how that is written."""
    described = describe(cli.level_of(command, Words(language)))
    taken = (*described.arguments, *described.options)
    return [described.help, *(text for one in taken for text in (one.help, *one.spellings, one.metavar))]


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", cli.COMMANDS)
def test_a_help_page_says_everything(command, language, columns):
    ran = run(command, "--help", lang=language, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if cell_len(line) > columns] == []
    assert [text for text in texts_of(command, language) if squeezed(text) not in squeezed(ran.out)] == []
    if language is Language.ZH:
        assert not FRAME.search(ran.out)


@pytest.mark.parametrize("arguments", [["--help"], ["--help", "status"], ["--lang", "zh", "--help"]])
def test_the_first_page_lists_all_commands(arguments):
    ran = run(*arguments, columns=60)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines() if line.split()[:1] and line.split()[0] in cli.COMMANDS] \
        == list(cli.COMMANDS)  # fmt: skip
    assert not FRAME.search(ran.out)


def test_without_arguments_there_is_help_and_nothing_done():
    ran = run()
    assert (ran.code, ran.out) == (2, run("--help").out)


def test_help_of_one_command_says_what_that_command_takes():
    assert ".json" not in run("report", "--help").out + run("template", "--help").out
    assert ".json" in run("export", "--help").out
    assert run("record", "--help").out.count("可重复") == 1
    page = run("gap", "--help", columns=200).out
    assert [line.split()[0] for line in page.splitlines() if "可重复。" in line] == [
        "ID", "--indicator,", "--actual", "--actuals", "--assume", "--base", "--fail-on", "--profile", "--rate",
    ]  # fmt: skip
    assert [line.split()[0] for line in page.splitlines() if "必填。" in line] == []
    page = run("report", "--help", columns=200).out
    assert [line.split()[0] for line in page.splitlines() if "必填。" in line] == ["--output,"]


def test_the_parts_of_a_page():
    described = Described(
        "make", "Makes.", (Parameter((), "WHAT", "What.", required=True), Parameter((), "MORE")),
        (
            Parameter(("--to", "-t"), "PLACE", "Where.", required=True),
            Parameter(("--as",), "A", "How.", repeatable=True, choices=("x", "y")),
        ),
        (("again", "Once more."),),
    )  # fmt: skip
    words = Words(Language.EN)
    assert usage_of(described, words) == "make WHAT [MORE] --to PLACE [OPTIONS] COMMAND …"
    grids = [block for block in help_sheet(described, words) if isinstance(block, Grid)]
    assert [[tuple(cell.text for cell in row) for row in grid.rows] for grid in grids] == [
        [("WHAT", "Required. What."), ("MORE", "")],
        [("--to, -t PLACE", "Required. Where."), ("--as A", "How. One of: x, y. Repeatable.")],
        [("again", "Once more.")],
    ]


COMMANDS = (
    "status, gap, months, verify-baselines, record, ledger, show, export, template, report, scan, coverage, draft, "
    "rollover, settle, init, check, edit, assign, schema, convert"
)
AN_INDICATOR = "指标的 id、名称、简称（社零），或名称里独有的一段。"
ORDERS = "trouble 问题在前, report 报告顺序, gap 差距大的在前"
FORMATS = "table, json, csv, markdown, xlsx, html"
EXPORTS = f"{FORMATS}, parquet, sdmx-csv, datapackage"
EXAMPLES = {"show": "shizhong show gdp", "gap": "shizhong gap gdp 5.2%"}
RECORD = (
    "--as-of, --unit, --from, --interactive, --source, --note, --confirm, --by, --evidence, --confirmed-by, "
    "--undo, --void, --actuals, "
    "--data, --lang, --quiet, --no-pager, --help"
)
SHOW = "--actuals, --skip-bad, --rate, --data, --format, --output, --lang, --quiet, --no-pager, --help"


@pytest.mark.parametrize(
    ("line", "said", "suggestion", "page"),
    [
        ("sttus", f"没有命令「sttus」；可用：{COMMANDS}", "status", "shizhong"),
        ("sttus gap", f"没有命令「sttus」；可用：{COMMANDS}", "status", "shizhong"),
        ("--lang zh", f"缺少命令；可用：{COMMANDS}", "", "shizhong"),
        ("--lang fr status", "--lang 的值「fr」不在可选之列：zh, en", "", "shizhong"),
        ("--debug=1 status", "选项 --debug 后面不能有值", "", "shizhong"),
        ("show gdp --fromat json", f"没有选项「--fromat」；可用：{SHOW}", "--format", "shizhong show"),
        ("show gdp --fromat=json", f"没有选项「--fromat」；可用：{SHOW}", "--format", "shizhong show"),
        ("show gdp -format json", f"没有选项「-format」；可用：{SHOW}", "--format", "shizhong show"),
        ("show gdp -x", f"没有选项「-x」；可用：{SHOW}", "", "shizhong show"),
        ("show", "缺少参数 ID：一个指标的 id、名称、简称，或名称里独有的一段。", "", "shizhong show"),
        ("show a b c", "多出的参数「b c」；写法：shizhong show ID [选项]", "", "shizhong show"),
        ("status --format jsn", f"--format 的值「jsn」不在可选之列：{FORMATS}", "json", "shizhong status"),
        ("status --format=jsn", f"--format 的值「jsn」不在可选之列：{FORMATS}", "json", "shizhong status"),
        ("status --sort report --sort up", f"--sort 的值「up」不在可选之列：{ORDERS}", "", "shizhong status"),
        ("gap", f"缺少参数 ID：{AN_INDICATOR}", "", "shizhong gap"),
        ("gap -i", f"选项 --indicator 后面缺少值：{AN_INDICATOR}", "", "shizhong gap"),
        ("export --format", f"选项 --format 后面缺少值：{EXPORTS}", "", "shizhong export"),
        ("record gdp 5% 3", "多出的参数「3」；写法：shizhong record [ID] [FIGURE] [选项]", "", "shizhong record"),
        ("record gdp -1% --as-off 2026", f"没有选项「--as-off」；可用：{RECORD}", "--as-of", "shizhong record"),
        ("record --bogus", f"没有选项「--bogus」；可用：{RECORD}", "", "shizhong record"),
    ],
)  # fmt: skip
def test_a_wrong_command_line(line, said, suggestion, page):
    ran = run(*line.split())
    shown = [f"例如：{EXAMPLES[line]}"] if line in EXAMPLES else []
    asked = [f"是不是「{suggestion}」？"] if suggestion else []
    lines = [f"用法错误：{said}", *shown, *asked, f"{page} --help 可看用法"]
    assert (ran.code, ran.out, ran.err.splitlines()) == (2, "", lines)


def test_a_wrong_command_line_in_english():
    ran = run("status", "--format", "jsn", "--lang", "en")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        f"usage: jsn is not a value of --format; one of: {FORMATS}",
        "Did you mean json?",
        "shizhong status --help shows how it is used",
    ]


@pytest.mark.parametrize("where", ["shizhong_cli.commands.targets.open_catalogue", "shizhong_cli.cli.read_words"])
def test_stopping_is_quiet(monkeypatch, where):
    monkeypatch.setattr(where, raising(KeyboardInterrupt()))
    ran = run("status")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def raising(error: BaseException):
    def function(*_: object) -> None:
        raise error

    return function


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_help_goes_to_consoles_of_other_encodings(encoding):
    assert run("gap", "--help", encoding=encoding).code == 0
