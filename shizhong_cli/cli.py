"""The command line: options, one call each, exit codes. The only place that knows exit codes.

0 done · 1 findings · 2 could not do it · 3 internal error. Results go to stdout, talk to stderr.
What a command needs is imported when it runs, so that ``--help`` and ``--version`` load no data and no renderer.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from shizhong_cli import __version__
from shizhong_cli.core.vocabulary import Binding, Kind, Status, Verdict
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Language, Words

if TYPE_CHECKING:
    from shizhong_cli.core.gaps import Actual, Gap
    from shizhong_cli.core.model import Catalogue
    from shizhong_cli.core.rows import Row
    from shizhong_cli.rendering.sheet import Sheet

FINDINGS, CANNOT, INTERNAL = 1, 2, 3


class Format(StrEnum):
    """A format of the output."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class VerifyFormat(StrEnum):
    """A format of verify-baselines."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

Data = Annotated[Path | None, typer.Option("--data", metavar="DIR")]
Lang = Annotated[Language | None, typer.Option("--lang")]
OutputFormat = Annotated[Format, typer.Option("--format")]
GivenActuals = Annotated[list[str] | None, typer.Option("--actual", metavar="[ID=]FIGURE")]
ActualsFile = Annotated[Path | None, typer.Option("--actuals", metavar="FILE")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]


@app.callback()
def shizhong(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=lambda v: _show_version(v))] = False,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    lang: Lang = None,
) -> None:
    """What every command shares."""


def status(
    actual: GivenActuals = None,
    actuals: ActualsFile = None,
    as_of: AsOf = None,
    section: Annotated[str | None, typer.Option("--section", metavar="TEXT")] = None,
    binding: Annotated[list[Binding] | None, typer.Option("--binding")] = None,
    status: Annotated[list[Status] | None, typer.Option("--status")] = None,
    search: Annotated[str | None, typer.Option("--search", metavar="TEXT")] = None,
    data: Data = None,
    format: OutputFormat = Format.TABLE,
    lang: Lang = None,
) -> None:
    """All targets."""
    from shizhong_cli.core.gaps import Filter, measure_targets
    from shizhong_cli.rendering.target_pages import status_sheet

    words, catalogue = _open(lang, data)
    came_in = _actuals(catalogue, (), actual or (), actuals, as_of)
    chosen = Filter(section or "", search or "", frozenset(binding or ()), frozenset(status or ()))
    gaps = chosen.apply(catalogue, measure_targets(catalogue, catalogue.targets, came_in))
    _write_gaps(format, gaps, lambda: status_sheet(catalogue, gaps, words))


def gap(
    indicator: Annotated[list[str], typer.Option("--indicator", "-i", metavar="ID")],
    actual: GivenActuals = None,
    actuals: ActualsFile = None,
    as_of: AsOf = None,
    explain: Annotated[bool, typer.Option("--explain")] = False,
    data: Data = None,
    format: OutputFormat = Format.TABLE,
    lang: Lang = None,
) -> None:
    """How far from target."""
    from shizhong_cli.core.gaps import measure_targets
    from shizhong_cli.reading.actuals import find_indicators
    from shizhong_cli.rendering.target_pages import gap_sheet

    words, catalogue = _open(lang, data)
    ids = find_indicators(catalogue, indicator, "--indicator")
    came_in = _actuals(catalogue, ids, actual or (), actuals, as_of)
    targets = [target for id in ids for target in catalogue.targets_of(id)]
    gaps = measure_targets(catalogue, targets, came_in)
    _write_gaps(format, gaps, lambda: gap_sheet(catalogue, ids, gaps, words, explain))


def verify_baselines(
    indicator: Annotated[list[str] | None, typer.Option("--indicator", "-i", metavar="ID")] = None,
    kind: Annotated[list[Kind] | None, typer.Option("--kind")] = None,
    verdict: Annotated[list[Verdict] | None, typer.Option("--verdict")] = None,
    explain_check: Annotated[list[str] | None, typer.Option("--explain", metavar="CHECK")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked")] = False,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    data: Data = None,
    format: Annotated[VerifyFormat | None, typer.Option("--format")] = None,
    lang: Lang = None,
) -> None:
    """Check whether the figures agree."""
    from shizhong_cli.core.verification import Selection, verify
    from shizhong_cli.reading.actuals import find_indicators
    from shizhong_cli.reading.checks import find_checks, load_checked
    from shizhong_cli.rendering.verification import write_report

    words = _words(lang)
    catalogue, declared = load_checked(_folder(data))
    ids = find_indicators(catalogue, indicator or (), "--indicator")
    report = verify(catalogue, declared, Selection(frozenset(ids), frozenset(kind or ()), frozenset(verdict or ())))
    explained = find_checks(report, explain_check or (), "--explain")
    if not report.judged:
        _say(words("verify.nothing"))
        raise typer.Exit(CANNOT)
    chosen = VerifyFormat.TABLE if explained and format is None else _verify_format(format)
    write_report(catalogue, report, words, chosen, strict, unchecked, explained)
    if report.findings or (strict and report.open_questions):
        raise typer.Exit(FINDINGS)


def show(
    indicator: Annotated[str, typer.Argument(metavar="ID")],
    data: Data = None,
    format: OutputFormat = Format.TABLE,
    lang: Lang = None,
) -> None:
    """Everything known about one indicator."""
    from shizhong_cli.core import rows
    from shizhong_cli.core.check_rows import check_row
    from shizhong_cli.core.verification import Selection, verify
    from shizhong_cli.reading.actuals import find_indicators
    from shizhong_cli.reading.checks import load_checked
    from shizhong_cli.rendering.check_speech import CheckSpeech
    from shizhong_cli.rendering.figure_pages import show_sheet

    words = _words(lang)
    catalogue, declared = load_checked(_folder(data))
    (id,) = find_indicators(catalogue, [indicator], "ID")
    outcomes = verify(catalogue, declared, Selection(frozenset([id]))).outcomes
    speech = CheckSpeech(catalogue, words)
    figures = [rows.figure_row(catalogue, f) for f in catalogue.figures() if f.indicator == id]
    checks = [check_row(outcome, speech.result(outcome)) for outcome in outcomes]
    content = rows.indicator_row(catalogue.indicators[id]) | {"figures": figures, "checks": checks}
    _write(
        format,
        content,
        figures,
        lambda: show_sheet(catalogue, catalogue.indicators[id], outcomes, words),
    )


def export(data: Data = None, format: OutputFormat = Format.TABLE, lang: Lang = None) -> None:
    """All figures."""
    from shizhong_cli.core import rows
    from shizhong_cli.rendering.figure_pages import figures_sheet

    words, catalogue = _open(lang, data)
    figures = [rows.figure_row(catalogue, figure) for figure in catalogue.figures()]
    _write(format, {"figures": figures}, figures, lambda: figures_sheet(catalogue, words))


COMMANDS: dict[str, Callable[..., None]] = {
    "status": status,
    "gap": gap,
    "verify-baselines": verify_baselines,
    "show": show,
    "export": export,
}


def _register(arguments: list[str]) -> None:
    """Make the commands that are named known to Typer, or all of them when none is: each costs time to build."""
    app.registered_commands.clear()
    for name in [name for name in COMMANDS if name in arguments] or COMMANDS:
        app.command(name)(COMMANDS[name])


# ── what the commands share ───────────────────────────────────────────────────


def _open(lang: Language | None, data: Path | None) -> tuple[Words, Catalogue]:
    from shizhong_cli.reading.catalogue import load_catalogue

    return _words(lang), load_catalogue(_folder(data))


def _folder(data: Path | None) -> Path:
    from shizhong_cli.reading.catalogue import data_folder

    return data_folder(data)


def _actuals(
    catalogue: Catalogue,
    indicators: Iterable[str],
    given: Iterable[str],
    file: Path | None,
    as_of: str | None,
) -> list[Actual]:
    from shizhong_cli.reading.actuals import collect_actuals

    return collect_actuals(catalogue, list(indicators), list(given), file, as_of)


def _write_gaps(format: Format, gaps: list[Gap], sheet: Callable[[], Sheet]) -> None:
    rows: list[Row] = []
    if format in (Format.JSON, Format.CSV):
        from shizhong_cli.core.rows import gap_row

        rows = [gap_row(gap) for gap in gaps]
    _write(format, {"gaps": rows}, rows, sheet)


def _write(format: Format, content: Row, rows: list[Row], sheet: Callable[[], Sheet]) -> None:
    """Hand the result to the renderer of the format."""
    if format is Format.TABLE:
        from shizhong_cli.rendering.table import write_table

        write_table(sheet(), sys.stdout)
        return
    from shizhong_cli.rendering import text

    if format is Format.JSON:
        text.write_json(content, sys.stdout)
    elif format is Format.CSV:
        text.write_csv(rows, sys.stdout)
    else:
        text.write_markdown(sheet(), sys.stdout)


def _verify_format(chosen: VerifyFormat | None) -> str:
    """The format asked for; on a GitHub runner annotations, when none is."""
    if chosen is not None:
        return chosen
    return VerifyFormat.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else VerifyFormat.TABLE


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"shizhong {__version__}")
        raise typer.Exit


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _words(lang: Language | None) -> Words:
    return Words(lang or language_of(sys.argv[1:], os.environ))


def language_of(arguments: Iterable[str], environment: Any) -> Language:
    """The language of the output: ``--lang``, SHIZHONG_LANG, the locale; Chinese when none of them says."""
    words = list(arguments)
    for position, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and position + 1 < len(words):
            value = words[position + 1]
        if value in (Language.ZH, Language.EN):
            return Language(value)
    if environment.get("SHIZHONG_LANG") in (Language.ZH, Language.EN):
        return Language(environment["SHIZHONG_LANG"])
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := environment.get(variable, ""):
            return Language.ZH if name.lower().startswith(("zh", "c.", "posix")) or name == "C" else Language.EN
    return _system_language()


def _system_language() -> Language:
    import locale

    name = (locale.getlocale()[0] or "zh").lower()
    return Language.ZH if name == "c" or name.startswith(("zh", "chinese")) else Language.EN


def _localize(command: Any, words: Words, name: str = "") -> None:
    """Give commands and options their help in the language of the user."""
    command.help = words(f"help.{name}" if name else "help")
    for parameter in command.params:
        key = f"help.option.{parameter.name}"
        if words.has(key):
            parameter.help = words(key)
    for child_name, child in getattr(command, "commands", {}).items():
        _localize(child, words, child_name)


def main() -> None:
    """Run the program and leave with its exit code."""
    _prepare_streams()
    words = _words(None)
    _register(sys.argv[1:])
    command = typer.main.get_command(app)
    _localize(command, words)
    try:
        try:
            command(prog_name="shizhong")
        finally:
            sys.stdout.flush()
    except CannotGoOn as error:
        _report(error.problems, words)
        sys.exit(CANNOT)
    except OSError as error:
        _report([Problem(Place("stdout"), "W001", error.strerror or str(error))], words)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - nothing more can be written
        sys.exit(CANNOT)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        _say(words("problem.internal", found=f"{type(error).__name__}: {error}"))
        sys.exit(INTERNAL)


def _prepare_streams() -> None:
    """Output never dies of an encoding, of a stream that is not there, or of a page width that is no number."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w")  # noqa: SIM115 - lives as long as the program
        setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    columns = os.environ.get("COLUMNS", "")
    if not (columns.isascii() and columns.isdigit() and int(columns) > 0):
        os.environ.pop("COLUMNS", None)
    if sys.stdout is sys.__stdout__ and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # | head ends the program quietly


def _report(problems: Iterable[Problem], words: Words) -> None:
    from shizhong_cli.rendering.speech import problem_text

    lines = [problem_text(problem, words) for problem in problems]
    for line in lines:
        _say(line)
    if len(lines) > 1:
        _say(words("problem.count", number=len(lines)))
