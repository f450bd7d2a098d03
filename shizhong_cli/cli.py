"""The command line: which commands there are, and how the program ends.

0 done · 1 findings · 2 could not do it · 3 internal error. Results go to stdout, talk to stderr.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from shizhong_cli import __version__
from shizhong_cli.commands.shared import CANNOT, INTERNAL, Lang, say, words_of
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.rendering.help_page import Described, Mistake, Parameter, help_sheet, mistake_lines, usage_of
from shizhong_cli.rendering.wording import Words

STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""

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


class CannotTell(Exception):
    """The command line cannot be understood."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.key)


class _Command(TyperCommand):
    """A command with our own help page, and mistakes told in the language of the user."""

    def get_help(self, ctx: Any) -> str:
        return _show_help(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return _parse(super().parse_args, ctx, args)


class _Group(TyperGroup):
    """The program itself, likewise."""

    def get_help(self, ctx: Any) -> str:
        return _show_help(ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return _parse(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS:
            known = ", ".join(COMMANDS)
            raise CannotTell(Mistake("usage.command", _path(ctx), "", args[0], known, nearest(args[0], COMMANDS)))
        return super().resolve_command(ctx, args)


app = typer.Typer(cls=_Group, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


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
        app.command(name, cls=_Command, context_settings=_SETTINGS.get(name))(_function(name))


_SETTINGS = {"record": {"ignore_unknown_options": True}}  # -1.1% is a figure


def _function(command: str) -> Callable[..., None]:
    module = import_module(f"shizhong_cli.commands.{COMMANDS[command]}")
    function: Callable[..., None] = getattr(module, command.replace("-", "_"))
    return function


def _localize(command: Any, words: Words, name: str = "") -> None:
    """Give commands and options their help in the language of the user."""
    command.help = words(f"help.{name}" if name else "help")
    for parameter in command.params:
        keys = (f"help.{name}.option.{parameter.name}", f"help.option.{parameter.name}")
        parameter.help = next((words(key) for key in keys if words.has(key)), parameter.help)
    for child_name, child in getattr(command, "commands", {}).items():
        _localize(child, words, child_name)


def _show_help(context: Any) -> str:
    """Write the help page and leave; when there were no arguments, with the exit code for what cannot be done."""
    from shizhong_cli.rendering.table import write_table

    words = words_of(None)
    write_table(help_sheet(_described(context, words), words), sys.stdout)
    raise typer.Exit(0 if sys.argv[1:] else CANNOT)


def _path(context: Any) -> str:
    return str(context.command_path)


def _described(context: Any, words: Words) -> Described:
    """What Typer knows of a command, as plain facts."""
    command = context.command
    children = [(name, words(f"help.{name}")) for name in COMMANDS] if context.parent is None else []
    parameters = command.get_params(context)
    return Described(
        _path(context),
        command.help or "",
        tuple(_parameter(one, words) for one in parameters if one.param_type_name == "argument"),
        tuple(_parameter(one, words) for one in parameters if one.param_type_name == "option"),
        tuple(children),
    )


def _parameter(parameter: Any, words: Words) -> Parameter:
    flag = getattr(parameter, "is_flag", False)
    option = parameter.param_type_name == "option"
    return Parameter(
        tuple(sorted(parameter.opts, key=len, reverse=True)) if option else (),
        "" if flag else parameter.metavar or parameter.name.upper(),
        words("help.option.help") if parameter.name == "help" else parameter.help or "",
        parameter.required,
        bool(getattr(parameter, "multiple", False)),
        tuple(str(choice) for choice in getattr(parameter.type, "choices", ())),
    )


def _parse(parse: Callable[[Any, list[str]], list[str]], context: Any, arguments: list[str]) -> list[str]:
    """Let Typer read the arguments; what it does not understand is raised as ``CannotTell``."""
    given = list(arguments)
    group = context.parent is None
    context.allow_extra_args = True  # the surplus is told here
    try:
        rest = parse(context, arguments)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        raise CannotTell(_mistake(error, context, given)) from error
    if not group:
        _refuse_surplus(context, rest)
    return rest


def _refuse_surplus(context: Any, rest: list[str]) -> None:
    """What was read as an argument but is a misspelt option (where figures may begin with -), and what is too much."""
    read = [context.params.get(one.name) for one in context.command.params if one.param_type_name == "argument"]
    for word in (*read, *rest):
        if context.ignore_unknown_options and isinstance(word, str) and word.startswith("--"):
            raise CannotTell(_no_option(context, word.partition("=")[0]))
    if rest:
        usage = usage_of(_described(context, words_of(None)), words_of(None))
        raise CannotTell(Mistake("usage.surplus", _path(context), found=" ".join(rest), expected=usage))


def _no_option(context: Any, found: str) -> Mistake:
    options = [one for one in context.command.get_params(context) if one.param_type_name == "option"]
    known = [max(one.opts, key=len) for one in options]
    return Mistake("usage.option", _path(context), "", found, ", ".join(known), nearest(found, known))


def _mistake(error: Any, context: Any, given: list[str]) -> Mistake:
    """What one of Typer's errors says; an unknown kind says it in its own words."""
    kind, path = type(error).__name__, _path(context)
    if kind == "NoSuchOption":
        short = error.option_name
        return _no_option(context, next((w.partition("=")[0] for w in given if w.startswith(short)), short))
    parameter = getattr(error, "param", None) or _named(context, getattr(error, "option_name", ""))
    if parameter is not None:
        one = _parameter(parameter, words_of(None))
        wanted = ", ".join(one.choices) or one.help
        if kind == "MissingParameter":
            key = "usage.missing_option" if one.spellings else "usage.missing_argument"
            return Mistake(key, path, one.shortly, expected=wanted)
        if kind == "BadOptionUsage":
            return Mistake("usage.value" if one.metavar else "usage.flag", path, one.spellings[0], expected=wanted)
        wrong = [value for value in _values(one, given) if value not in one.choices]
        if kind == "BadParameter" and one.choices and wrong:
            place = one.spellings[0] if one.spellings else one.metavar
            return Mistake("usage.choice", path, place, wrong[0], wanted, nearest(wrong[0], one.choices))
    return Mistake("usage.other", path, found=error.format_message())


def _late_mistake(error: Any) -> Mistake:
    """That no command is named shows only after all arguments have been read."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "UsageError" and context is not None and context.parent is None:
        return Mistake("usage.no_command", _path(context), expected=", ".join(COMMANDS))
    return Mistake("usage.other", _path(context) if context else "shizhong", found=error.format_message())


def _tell(mistake: Mistake, words: Words) -> int:
    """Say what is wrong with the command line; the exit code."""
    for line in mistake_lines(mistake, words):
        say(line)
    return CANNOT


def _named(context: Any, spelling: str) -> Any:
    """The option of a command that is written like this."""
    return next((one for one in context.command.get_params(context) if spelling in one.opts), None)


def _values(one: Parameter, given: list[str]) -> Iterator[str]:
    """The values that a command line gives to an option."""
    for word, following in zip(given, [*given[1:], ""], strict=True):
        name, equals, value = word.partition("=")
        if name in one.spellings:
            yield value if equals else following


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = STOPPED
    sys.exit(code)


def _run() -> int:
    """The exit code of the program."""
    _prepare_streams()
    words = words_of(None)
    _register(sys.argv[1:])
    command = typer.main.get_command(app)
    _localize(command, words)
    try:
        try:
            code = command(prog_name="shizhong", standalone_mode=False)
        finally:
            sys.stdout.flush()
    except CannotGoOn as error:
        _report(error.problems, words)
        return CANNOT
    except CannotTell as error:
        return _tell(error.mistake, words)
    except OSError as error:
        _report([Problem(Place("stdout"), "W001", error.strerror or str(error))], words)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - nothing more can be written
        return CANNOT
    except Exception as error:
        if hasattr(error, "format_message"):  # Typer's own, from elsewhere than the reading of arguments
            return _tell(_late_mistake(error), words)
        if "--debug" in sys.argv:
            raise
        say(words("problem.internal", found=f"{type(error).__name__}: {error}"))
        return INTERNAL
    return code if isinstance(code, int) else 0


def _prepare_streams() -> None:
    """Output never dies of an encoding, of a stream that is not there, or of a page width that is no number."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w")  # noqa: SIM115 - lives as long as the program
        setattr(sys, name, stream)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    columns = os.environ.get("COLUMNS", "")
    if not re.fullmatch("0*[1-9][0-9]*", columns):
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
