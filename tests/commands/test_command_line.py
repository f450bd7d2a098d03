"""A command line is read by us, against our declarations, and says the same whatever version of Typer is below."""

from __future__ import annotations

import ast
import inspect
import re
from enum import Enum
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import run

from shizhong_cli import cli
from shizhong_cli.commands.command_line import CannotTell, read_words
from shizhong_cli.commands.declaring import Declared, declared_by
from shizhong_cli.reading.settings import Settings
from shizhong_cli.rendering.wording import Language, Words

PACKAGE = Path(cli.__file__).parent
WORDS = Words(Language.EN)
LEVELS = {name: cli.level_of(name, WORDS) for name in ("", *cli.COMMANDS)}
HOSTILE = (
    "-1.1%",
    "--format",
    "-o",
    "--",
    "-",
    "",
    "=",
    "a=b",
    "a b",
    "全区",
    "--help",
    "-h",
    "'",
    "\\",
    "%",
    "*.csv",
    "\udcff",
)
"""What can stand as a value, and looks like something else."""


def values_of(one: Declared) -> st.SearchStrategy[str]:
    """Texts that are good values of a parameter."""
    if one.choices:
        return st.sampled_from(one.choices)
    if one.kind is int:
        return st.integers(one.bounds[0] or 0, one.bounds[1] or 999_999_999).map(str)
    return st.sampled_from(HOSTILE)


@st.composite
def lines(draw: st.DrawFn) -> tuple[str, list[str], dict[str, object]]:
    """A good command line in one of the ways to write it, and what the command must be given."""
    name = draw(st.sampled_from(list(cli.COMMANDS)))
    words: list[str] = []
    expected: dict[str, object] = {}
    for one in draw(st.permutations(LEVELS[name].options[:-3])):
        if not (one.is_required or draw(st.booleans())):
            expected[one.name] = one.default
        elif one.is_flag:
            words.append(one.spellings[0])
            expected[one.name] = True
        else:
            chosen = draw(st.lists(values_of(one), min_size=1, max_size=2 if one.repeatable else 1))
            for value in chosen:
                words += written(one, value, draw(st.integers(0, 3)))
            converted = [one.kind(value) for value in chosen]
            expected[one.name] = converted if one.repeatable else converted[0]
    arguments = LEVELS[name].arguments
    given_ = [draw(st.lists(values_of(one), min_size=1, max_size=2 if one.repeatable else 1)) for one in arguments]
    for one, several in zip(arguments, given_, strict=True):
        converted = [one.kind(value) for value in several]
        expected[one.name] = converted if one.repeatable else converted[0]
    return name, [*words, "--", *chain.from_iterable(given_)], expected


def written(one: Declared, value: str, way: int) -> list[str]:
    """An option with its value, in one of four ways; after a short name no value is empty or begins with =."""
    short = one.spellings[-1]
    if way == 0 or (short.startswith("--") and way > 1):
        return [f"{one.spellings[0]}={value}"]
    if way == 1:
        return [one.spellings[0], value]
    if way == 2 and value and "=" not in value and not f"-{short}{value}".startswith(one.spellings[0]):
        return [f"{short}{value}"]
    return [f"{short}={value}"]


@settings(max_examples=40, deadline=None)
@given(lines())
def test_a_command_is_given_what_was_written(line):
    name, words, expected = line
    seen: list[dict[str, object]] = []
    function = cli._function(name)
    with pytest.MonkeyPatch.context() as patch:
        replaced = recording(function, seen)
        patch.setattr(f"shizhong_cli.commands.{cli.COMMANDS[name]}.{function.__name__}", replaced)
        assert cli._do([name, *words], WORDS, Settings()) == 0
    assert seen == [expected]
    assert [type(seen[0][key]) for key in expected] == [type(value) for value in expected.values()]


def recording(function, seen):
    """Notes what a command is called with, the fields of shared options one by one."""

    def call(**values: object) -> None:
        fields: dict[str, object] = {}
        for name, value in values.items():
            fields |= value._asdict() if isinstance(value, tuple) else {name: value}
        seen.append(fields)

    call.__signature__ = inspect.signature(function)
    call.__annotations__ = function.__annotations__
    call.__wrapped__ = function
    return call


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(list(LEVELS)), st.lists(st.one_of(
    st.sampled_from([*HOSTILE, *cli.COMMANDS, "--lang", "--lang=en", "--version", "--output", "-i", "-o=x", "--force"]),
    st.text(alphabet="-=oi国a1", max_size=4),
), max_size=5))  # fmt: skip
def test_every_command_line_is_read_or_told(name, words):
    try:
        said = read_words(LEVELS[name], words)
    except CannotTell as error:
        told = error.mistake
    else:
        assert said.page or read_words(LEVELS[name], said.again()) == said
        return
    assert WORDS.has(told.key)
    assert told.path == LEVELS[name].path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("draft a -o b --year 3000", "--year 的值「3000」不是 1950…2150 之间的整数"),
        ("draft a -o b --year x", "--year 的值「x」不是 1950…2150 之间的整数"),
        ("draft a -o b --year -5", "--year 的值「-5」不是 1950…2150 之间的整数"),
        ("draft a -o b --year １９９９", "--year 的值「１９９９」不是 1950…2150 之间的整数"),
        ("draft a -o b --year " + "9" * 5000, f"--year 的值「{'9' * 5000}」不是 1950…2150 之间的整数"),
        ("status --as-of 2026-Q1 --as-of 2026-Q3", "选项 --as-of 只能给一次，却有不同的值：2026-Q1, 2026-Q3"),
        ("export -o a.csv --output=b.csv", "选项 --output 只能给一次，却有不同的值：a.csv, b.csv"),
        ("--lang zh --lang en status", "选项 --lang 只能给一次，却有不同的值：zh, en"),
        ("gap --explain=x", "选项 --explain 后面不能有值"),
        ("gap --explain=", "选项 --explain 后面不能有值"),
        ("gap --indicator", "选项 --indicator 后面缺少值：指标的 id、名称、简称（社零），或名称里独有的一段。"),
        ("template", "缺少选项 --output FILE：写到哪个文件：.xlsx 或 .csv。"),
        ("export 5", "多出的参数「5」；写法：shizhong export [选项]"),
        ("export -- --format", "多出的参数「--format」；写法：shizhong export [选项]"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told(line, said):
    ran = run(*line.split(" "))
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", f"用法错误：{said}")


@pytest.mark.parametrize("word", ["--for", "--forma", "-format", "-output", "--Format", "--skip_bad", "--dat"])
def test_names_are_written_whole(word):
    ran = run("show", "gdp", word, "x")
    lines = ran.err.splitlines()
    assert (ran.code, lines[0].split("；")[0]) == (2, f"用法错误：没有选项「{word}」")
    assert lines[1].startswith("是不是「--")


@pytest.mark.parametrize("line", ["status --explain gap", "gap --version", "--fromat json status", "-5", "status -5"])
def test_an_option_of_another_command_is_none_of_this(line):
    assert (ran := run(*line.split())).code == 2
    assert ran.err.startswith("用法错误：没有选项「")


@pytest.mark.parametrize(
    "line", ["-- show gdp", "show -- gdp", "--lang zh -- show gdp", "show --lang zh gdp", "show gdp --"]
)
def test_two_hyphens_end_the_options(line):
    assert run(*line.split()) == run("show", "gdp")


@pytest.mark.parametrize(
    "line", ["--lang en show gdp", "show gdp --lang=en", "--lang zh show gdp --lang en", "--lang=en show gdp"]
)
def test_the_language_may_stand_before_the_command(line):
    assert run(*line.split()) == run("show", "gdp", lang="en")


def test_a_mistake_is_told_in_the_language_that_stands_before_the_command():
    assert (
        run("--lang", "en", "show", "nothing").err.startswith("ID: K002") or run("--lang", "en", "show", "nothing").err
    )
    assert not re.search("[一-鿿]", run("--lang", "en", "status", "--sort", "up").err)


@pytest.mark.parametrize(
    "line", ["--help --bogus", "status --format nope --help", "gap --help", "record -1 -2 -3 --help"]
)
def test_help_comes_before_what_the_values_are(line):
    ran = run(*line.split())
    assert ran.code == (2 if "--bogus" in line else 0)


def test_a_figure_may_begin_with_a_hyphen(tmp_path):
    ledger = tmp_path / "actuals.csv"
    ran = run("record", "gdp", "-1.1%", "--as-of", "2026-Q1", "--actuals", str(ledger))
    assert ran.code == 0, ran.err
    assert ",-1.1%," in ledger.read_text("utf-8-sig")


@pytest.mark.parametrize("ways", [("-o", "{}"), ("-o{}",), ("-o={}",), ("--output", "{}"), ("--output={}",)])
def test_a_file_is_named_in_every_way(tmp_path, ways):
    path = tmp_path / "a.json"
    assert run("export", *[way.format(path) for way in ways]).code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def test_what_the_library_refuses_is_told_in_our_words(monkeypatch):
    import typer

    def refuse(*_: object) -> None:
        raise typer.BadParameter("the library's own words")

    monkeypatch.setattr("shizhong_cli.commands.targets.open_catalogue", refuse)
    ran = run("status", "--sort", "report")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "用法错误：命令行读不懂：--sort=report --")


def test_a_parameter_that_is_not_declared_is_a_mistake_of_the_author():
    def command(what: str) -> None: ...

    with pytest.raises(TypeError, match="what is to be declared"):
        declared_by(command)


@pytest.mark.parametrize("name", LEVELS)
def test_declarations_are_whole(name):
    level = LEVELS[name]
    spellings = [spelling for one in level.options for spelling in one.spellings]
    assert len(spellings) == len(set(spellings))
    for one in level.declared:
        assert one.kind in (str, int, bool, Path) or issubclass(one.kind, Enum)
        assert [s for s in one.spellings if not re.fullmatch(r"--[a-z]+(-[a-z]+)*|-[a-z]", s)] == []
        assert not (one.is_flag and one.default is not False)
    optional = [not one.is_required for one in level.arguments]
    assert optional == sorted(optional)


PUBLIC = {"Typer", "Option", "Argument", "Exit", "BadParameter", "main.get_command"}
"""What is used of Typer: names that its own documentation gives to its users."""


def test_nothing_reads_the_inside_of_typer():
    used, argv = set(), []
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        tree = ast.parse(text)
        assert not re.search(r"from typer|import typer\.|import click|__class__\.__name__ ==|format_message", text)
        used |= set(re.findall(r"\btyper\.((?:main\.)?\w+)", "\n".join(map(ast.unparse, tree.body))))
        argv += [path.name] * ast.unparse(tree).count("sys.argv")
    assert used <= PUBLIC
    assert argv == ["cli.py", "hook.py", "pdf_process.py"]  # which are programs of their own
