"""No result takes the place of what a run has read, of data or of a ledger: all commands, formats and own inputs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import load
from running import run

posix = pytest.mark.skipif(os.name != "posix", reason="links and descriptors of POSIX")

BASELINES = """
indicators:
  gdp:
    name: 地区生产总值
    name_en: Gross regional product
    direction: up
    figures:
      - {flow: 1451.6亿元, period: 2025, section: 一}
      - {growth: 5%, period: 2025, section: 一}
  shops:
    name: 市场主体
    name_en: Market entities
    direction: up
    figures:
      - {level: 1455家, period: 2025, section: 一}
      - {growth: 54.5%, period: 2025, since: 2020, section: 一}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: shops, level: 1500家, period: 2026, section: 三}
"""
LEDGER = "indicator,as_of,figure,source,note,recorded\r\ngdp,2026-Q2,5.1%,,,2026-07-20T09:00:00+08:00\r\n"
SHEET = "指标,截至,数值\r\ngdp,2026-Q3,5.2%\r\n"
REPORT = "2026年政府工作报告\n一、回顾\n市场主体1455家，增长54.5%。\n"

RESULTS = ("table", "json", "csv", "markdown", "xlsx")
FOR_MACHINES = ("github", "sarif", "junit")
EVIDENCE = ("targets", "baselines", "ledger", "sheet", "named_ledger")
COMMANDS: dict[str, tuple[list[str], tuple[str, ...], tuple[str, ...]]] = {
    "status": (["--data", "dat", "--actuals", "sheet.csv"], RESULTS, EVIDENCE),
    "gap": (["-i", "gdp", "--data", "dat", "--actuals", "sheet.csv"], RESULTS, EVIDENCE),
    "show": (["gdp", "--data", "dat", "--actuals", "sheet.csv"], RESULTS, EVIDENCE),
    "export": (["--data", "dat"], RESULTS, EVIDENCE[:3]),
    "verify-baselines": (["--data", "dat"], (*RESULTS, *FOR_MACHINES), EVIDENCE[:3]),
    "scan": (["report.txt"], RESULTS, ("report", "ledger", "named_ledger", "named_targets", "named_baselines")),
    "coverage": (["report.txt", "--data", "dat"], (*RESULTS, "github"), ("report", *EVIDENCE[:3])),
}
"""The commands with a format: what they are given, their formats, and what they read or what is in force."""

PLACES = {
    "targets": "dat/targets.yaml", "baselines": "dat/baselines.yaml", "ledger": "actuals.csv", "sheet": "sheet.csv",
    "named_ledger": "named.csv", "report": "report.txt", "named_targets": "dat/targets.yaml",
    "named_baselines": "dat/baselines.yaml", "index": "numbers.csv",
}  # fmt: skip
NAMED = {
    "named_ledger": {"SHIZHONG_ACTUALS": "named.csv"},
    "named_targets": {"SHIZHONG_DATA": "dat"},
    "named_baselines": {"SHIZHONG_DATA": "dat"},
}


@pytest.fixture
def work(tmp_path) -> Path:
    """A working folder with every kind of input."""
    (tmp_path / "dat").mkdir()
    load(tmp_path / "dat", BASELINES, TARGETS)
    for name, text in (
        ("actuals.csv", LEDGER), ("sheet.csv", SHEET), ("named.csv", LEDGER), ("report.txt", REPORT),
    ):  # fmt: skip
        (tmp_path / name).write_text(text, "utf-8", newline="")
    return tmp_path


def content(folder: Path) -> dict[str, bytes]:
    """Everything in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def refused(work: Path, arguments: list[str], target: str, environment: dict[str, str] | None = None) -> None:
    """The run ends with W007 that names the target, and nothing at all has changed."""
    before = content(work)
    ran = run(*arguments, cwd=work, environment=environment)
    assert (ran.code, ran.out) == (2, ""), (arguments, ran)
    assert f"{target}: W007" in ran.err, (arguments, ran)
    assert content(work) == before, arguments


CASES = [
    (command, format, source)
    for command, (_, formats, sources) in COMMANDS.items()
    for format in formats
    for source in sources
]


@pytest.mark.parametrize(("command", "format", "source"), CASES, ids=" ".join)
def test_own_inputs_are_never_written_over(work, command, format, source):
    words, target = COMMANDS[command][0], PLACES[source]
    refused(work, [command, *words, "--format", format, "-o", target], target, NAMED.get(source))


def test_the_page_of_report(work):
    """Its name has to end in .html, and so has that of an input that it could meet."""
    (work / "sheet.html").write_text(SHEET, "utf-8")
    refused(work, ["report", "--actuals", "sheet.html", "--data", "dat", "-o", "sheet.html"], "sheet.html")


@pytest.mark.parametrize(("ledger", "environment"), [("actuals.csv", None), ("named.csv", NAMED["named_ledger"])])
def test_a_template_does_not_erase_a_ledger(work, ledger, environment):
    for force in ([], ["--force"]):
        refused(work, ["template", *force, "--data", "dat", "-o", ledger], ledger, environment)


@pytest.mark.parametrize("source", ["dat/targets.yaml", "dat/baselines.yaml", "actuals.csv", "report.txt"])
def test_the_index_of_coverage(work, source):
    refused(work, ["coverage", "report.txt", "--data", "dat", "--index", source, "--force"], source)


def test_index_and_result_are_two_files(work):
    arguments = ["coverage", "report.txt", "--data", "dat", "--index", "new.csv", "-o", "./new.csv"]
    refused(work, arguments, "new.csv")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["rollover", "--data", "dat"], None),
        (["rollover"], {"SHIZHONG_DATA": "dat"}),
        (["draft", "report.txt", "--like", "dat"], None),
        (["draft", "report.txt"], {"SHIZHONG_DATA": "dat"}),
    ],
)
def test_folders(work, arguments, environment):
    """With ``--force``, and through another name of the folder."""
    (work / "same").symlink_to(work / "dat", target_is_directory=True)
    for folder in ("dat", "./dat", "dat/../dat", "same", str(work / "dat")):
        target = str(Path(folder) / "baselines.yaml")
        refused(work, [*arguments, "-o", folder, "--force"], target, environment)


def test_a_folder_of_which_one_file_was_read_is_left_as_it_is(work):
    (work / "new").mkdir()
    (work / "new" / "targets.yaml").hardlink_to(work / "dat" / "targets.yaml")
    (work / "new" / "baselines.yaml").write_text("old", "utf-8")
    refused(work, ["rollover", "--data", "dat", "-o", "new", "--force"], "new/targets.yaml")


def test_a_draft_that_nobody_reads_is_replaced_with_force(work):
    assert run("draft", "report.txt", "-o", "new", cwd=work).code == 0
    assert "W003" in run("draft", "report.txt", "-o", "new", cwd=work).err
    assert run("draft", "report.txt", "-o", "new", "--force", cwd=work).code == 0


def spellings(work: Path, target: str) -> Iterator[str]:
    """Other ways to name a file."""
    path = work / target
    yield f"./{target}"
    yield f"dat/../{target}"
    yield str(path)
    yield f"/{path}"
    for kind, name in (("symlink_to", "soft"), ("hardlink_to", "hard")):
        link = work / f"{name}{path.suffix}"
        getattr(link, kind)(path)
        yield link.name
    (work / "twice.csv").symlink_to(work / f"soft{path.suffix}")
    yield "twice.csv"
    folder = work / "elsewhere"
    folder.symlink_to(path.parent, target_is_directory=True)
    yield f"elsewhere/{path.name}"


@posix
@pytest.mark.parametrize("target", ["dat/targets.yaml", "dat/baselines.yaml", "actuals.csv", "sheet.csv"])
def test_other_names_of_the_same_file(work, target):
    for name in spellings(work, target):
        for command in ("status", "show"):
            shown = str(Path(name))
            refused(work, [command, *COMMANDS[command][0], "--format", "json", "-o", name], shown)


@posix
@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="descriptors as files")
def test_a_file_by_its_descriptor(work):
    with (work / "dat" / "targets.yaml").open("rb") as stream:
        name = f"/proc/self/fd/{stream.fileno()}"
        refused(work, ["export", "--data", "dat", "--format", "json", "-o", name], name)


@posix
def test_a_ledger_that_is_not_there_yet(work):
    """A result under its name would be read as one by the next command."""
    (work / "actuals.csv").unlink()
    (work / "link.csv").symlink_to(work / "actuals.csv")
    refused(work, ["export", "--data", "dat", "-o", "actuals.csv"], "actuals.csv")
    refused(work, ["export", "--data", "dat", "-o", "link.csv"], "link.csv")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("targets.yaml", "targets: []\n"),
        ("Baselines.YAML", "indicators: {}\n"),
        ("actuals-2025.csv", LEDGER),
        ("actuals-2025.csv", "\ufeff备注,记录时间,指标,截至,数值\r\n"),
        (".shizhong-0123.tmp", ""),
        (".actuals.csv.lock", ""),
    ],
)
def test_data_and_ledgers_that_nobody_reads(work, name, text):
    (work / "far").mkdir()
    (work / "far" / name).write_text(text, "utf-8", newline="")
    target = f"far/{name}"
    refused(work, ["export", "--data", "dat", "--format", "json", "-o", target], target)


def test_a_ledger_in_gbk_that_nobody_reads(work):
    (work / "far.csv").write_bytes("指标,截至,数值,记录时间\r\n".encode("gb18030"))
    refused(work, ["status", "--data", "dat", "-o", "far.csv"], "far.csv")


@pytest.mark.parametrize("command", COMMANDS)
def test_earlier_results_are_replaced(work, command):
    """What only looks like an input by its place is not one."""
    for format in COMMANDS[command][1]:
        for _ in range(2):
            ran = run(command, *COMMANDS[command][0], "--format", format, "-o", f"dat/out.{format}", cwd=work)
            assert ran.code in (0, 1), ran


@posix
def test_a_run_knows_only_its_own_inputs(work):
    """In one process the second run may write where the first one has read."""
    assert run("scan", "report.txt", "-o", "found.json", cwd=work).code == 0
    assert run("scan", "found.json", cwd=work).code == 0
    assert run("scan", "report.txt", "-o", "found.json", cwd=work).code == 0


def test_what_comes_through_a_pipe_from_a_file(work, monkeypatch):
    """``scan - < report.txt -o report.txt``."""
    with (work / "report.txt").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        refused(work, ["scan", "-", "-o", "report.txt"], "report.txt")


@pytest.mark.parametrize("target", ["far/targets.yaml", ".actuals.csv.lock"])
def test_a_ledger_is_not_kept_in_another_file(work, target):
    """Not even where that is empty."""
    (work / "far").mkdir()
    (work / target).touch()
    refused(work, ["record", "gdp", "5.2%", "--as-of", "2026-Q3", "--data", "dat", "--actuals", target], target)
