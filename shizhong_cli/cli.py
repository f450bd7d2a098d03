"""The command line: which commands there are, and how the program ends.

0 done · 1 findings · 2 could not do it · 3 internal error. Results go to stdout, talk to stderr.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Annotated, Any

import typer

from shizhong_cli import __version__
from shizhong_cli.commands.shared import CANNOT, INTERNAL, Lang, say, words_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.rendering.wording import Words

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

COMMANDS = {
    "status": "targets",
    "gap": "targets",
    "verify-baselines": "checks",
    "record": "ledger",
    "show": "figures",
    "export": "figures",
    "template": "template",
    "report": "report",
    "scan": "texts",
    "coverage": "coverage",
    "draft": "draft",
    "rollover": "rollover",
}
"""Every command, in the order of the help, with the module of ``commands`` it is in."""


@app.callback()
def shizhong(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=lambda v: _show_version(v))] = False,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    lang: Lang = None,
) -> None:
    """What every command shares."""


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"shizhong {__version__}")
        raise typer.Exit


def _register(arguments: list[str]) -> None:
    """Make the commands that are named known to Typer, or all of them when none is: each costs time to build."""
    app.registered_commands.clear()
    for name in [name for name in COMMANDS if name in arguments] or COMMANDS:
        app.command(name, context_settings=_SETTINGS.get(name))(_function(name))


_SETTINGS = {"record": {"ignore_unknown_options": True}}  # -1.1% is a figure


def _function(command: str) -> Callable[..., None]:
    module = import_module(f"shizhong_cli.commands.{COMMANDS[command]}")
    function: Callable[..., None] = getattr(module, command.replace("-", "_"))
    return function


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
    words = words_of(None)
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
        say(words("problem.internal", found=f"{type(error).__name__}: {error}"))
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
        say(line)
    if len(lines) > 1:
        say(words("problem.count", number=len(lines)))
