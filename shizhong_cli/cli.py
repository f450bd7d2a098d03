"""The command line: which commands there are, and how the program ends.

0 done · 1 findings · 2 could not do it · 3 internal error. Results go to stdout, talk to stderr.
"""

from __future__ import annotations

import inspect
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Annotated, Any

from shizhong_cli import __version__
from shizhong_cli.causes import cause_of
from shizhong_cli.commands.asking_shells import asked_for, complete, for_a_shell
from shizhong_cli.commands.command_line import CannotTell, Level, Said, describe, read_words
from shizhong_cli.commands.declaring import Declared, Option, called, declared_by
from shizhong_cli.commands.shared import CANNOT, INTERNAL, Lang, language_of, told_undone
from shizhong_cli.commands.shells import Shell
from shizhong_cli.commands.talking import hush, say
from shizhong_cli.paging import no_pager, paged_output
from shizhong_cli.problems import CannotGoOn, Place, Problem
from shizhong_cli.reading.opened import begin
from shizhong_cli.reading.settings import Settings, settle_environment
from shizhong_cli.rendering.pages.help import Mistake, help_sheet, mistake_lines
from shizhong_cli.rendering.wording import Words
from shizhong_cli.streams import prepare, standard_output

STOPPED = 130
"""The exit code after Ctrl-C, as shells have it."""

COMMANDS = {
    "status": "targets",
    "gap": "targets",
    "months": "months",
    "verify-baselines": "checks",
    "record": "ledger",
    "ledger": "ledger_rows",
    "show": "figures",
    "export": "figures",
    "template": "template",
    "report": "report",
    "scan": "texts",
    "coverage": "coverage",
    "draft": "draft",
    "rollover": "rollover",
    "settle": "settle",
    "init": "own_pack",
    "check": "own_pack",
    "edit": "own_pack",
    "assign": "assign",
    "schema": "schema",
    "convert": "convert",
}
"""Every command, in the order of the help, with the module of ``commands`` it is in."""


def shizhong(
    version: Annotated[bool, Option("--version")] = False,
    debug: Annotated[bool, Option("--debug")] = False,
    lang: Lang = None,
    show_completion: Annotated[Shell | None, Option("--show-completion", metavar="SHELL")] = None,
    install_completion: Annotated[Shell | None, Option("--install-completion", metavar="SHELL")] = None,
) -> None:
    """What the program takes before the name of a command; declared like a command, and never called."""


def level_of(command: str, words: Words) -> Level:
    """What a command takes, or the program itself where the name is empty."""
    if not command:
        return Level("", declared_by(shizhong), words, tuple(COMMANDS))
    return Level(command, declared_by(_function(command)), words)


def _function(command: str) -> Callable[..., None]:
    module = import_module(f"shizhong_cli.commands.{COMMANDS[command]}")
    function: Callable[..., None] = getattr(module, command.replace("-", "_"))
    return function


def _do(arguments: Sequence[str], words: Words, settings: Settings) -> int:
    """Do what the arguments say; the exit code. Raises ``CannotTell``."""
    program = level_of("", words)
    said = read_words(program, arguments) if arguments else None
    if said is None:
        return _show_help(program, CANNOT)
    if said.page:
        return _show(said.page, program)
    if said.about_a_shell:
        return for_a_shell(*said.about_a_shell, words)
    name, *rest = said.words
    command = level_of(name, words)
    given = read_words(command, rest)
    for name, settle in (("quiet", hush), ("no_pager", no_pager)):
        settle(given.value(name) is not None or said.value(name) is not None)
    given = given._replace(options=tuple((one, value) for one, value in given.options if one.name not in _EVERYWHERE))
    if given.page:
        return _show(given.page, command)
    told_undone()
    _tell_chosen(command, given, settings)
    return _ended(_call(command, _with_language(given, said, command)))


_EVERYWHERE = ("quiet", "no_pager")
"""Options that no command has to know of."""


def _tell_chosen(command: Level, given: Said, settings: Settings) -> None:
    """Say which data a command takes because a file of settings says so, and no option does."""
    takes = {one.name for one in command.declared}
    for key, value in settings.values:
        if key in _CHOSEN and key in takes and given.value(key) is None:
            say(command.words(_CHOSEN[key], value=value, file=settings.file))


_CHOSEN = {"data": "settings.data", "actuals": "settings.actuals"}
"""What is said of the keys that change which files are read."""


def _ended(code: int) -> int:
    """The exit code of a command that is over: that it could not do some of it counts more than what it found."""
    undone = told_undone()
    for text in undone:
        say(text, is_error=True)
    return CANNOT if undone else code


def _show(page: str, level: Level) -> int:
    """The page that was asked for by name."""
    if page == "help":
        return _show_help(level, 0)
    with standard_output() as stream:
        stream.write(f"shizhong {__version__}\n")
    return 0


def _show_help(level: Level, code: int) -> int:
    """Write the help page; without arguments nothing was done, which the exit code says."""
    from shizhong_cli.rendering.formats.terminal import write_table

    with paged_output() as stream:
        write_table(help_sheet(describe(level), level.words), stream)
    return code


def _with_language(given: Said, said: Said, command: Level) -> Said:
    """What a command is given, with the language that stood before its name unless it has one of its own."""
    before = [(one, value) for one, value in said.options if one.name == "lang"]
    takes = any(one.name == "lang" for one in command.declared)
    return given if not takes or given.value("lang") else given._replace(options=(*before, *given.options))


def _call(command: Level, given: Said) -> int:
    """Let Typer convert what was given, which has been read and can be converted, and call the command."""
    import typer

    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(command.name)(_for_typer(command))
    ready = typer.main.get_command(app)
    try:
        with ready.make_context(command.path, given.again()) as context:
            ready.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.BadParameter as error:
        raise CannotTell(Mistake("usage.other", command.path, found=" ".join(given.again()))) from error
    return 0


def _for_typer(command: Level) -> Any:
    """The function of a command with the declarations that Typer knows in place of ours."""
    function = _function(command.name)

    def call(**values: Any) -> None:
        called(function, values)

    shown: Any = call
    shown.__annotations__ = {one.name: Annotated[one.holds, _info(one)] for one in command.declared}
    shown.__signature__ = inspect.Signature([
        inspect.Parameter(
            one.name, inspect.Parameter.KEYWORD_ONLY, default=one.default, annotation=shown.__annotations__[one.name]
        )
        for one in command.declared
    ])  # fmt: skip
    return shown


def _info(one: Declared) -> Any:
    import typer

    # whether a file can be read is found out, and told, by who reads it
    return typer.Option(*one.spellings, readable=False) if one.spellings else typer.Argument(readable=False)


def _tell(mistake: Mistake, words: Words) -> int:
    """Say what is wrong with the command line; the exit code."""
    for line in mistake_lines(mistake, words):
        say(line, is_error=True)
    return CANNOT


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = STOPPED
    sys.exit(code)


def _run(arguments: Sequence[str]) -> int:
    """The exit code of the program."""
    _prepare_streams()
    begin()
    try:
        settings = settle_environment(os.environ)
    except CannotGoOn as error:
        if not asked_for():
            _report(error.problems, Words(language_of(arguments, os.environ)))
        return CANNOT
    words = Words(language_of(arguments, os.environ))
    if asked_for():
        return complete(arguments, level_of, words)
    try:
        return _do(arguments, words, settings)
    except CannotGoOn as error:
        _report(error.problems, words)
        return CANNOT
    except CannotTell as error:
        return _tell(error.mistake, words)
    except OSError as error:
        _report([Problem(Place(str(error.filename or "shizhong")), "W008", cause_of(error))], words)
        return CANNOT
    except Exception as error:
        if "--debug" in arguments:
            raise
        say(words("problem.internal", found=f"{type(error).__name__}: {error}"), is_error=True)
        return INTERNAL


def _prepare_streams() -> None:
    """Output never dies of its stream, and ``| head`` ends the program quietly."""
    prepare()
    if sys.stdout is sys.__stdout__ and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _report(problems: Iterable[Problem], words: Words) -> None:
    from shizhong_cli.rendering.sentences.names import problem_text

    lines = [problem_text(problem, words) for problem in problems]
    for line in lines:
        say(line, is_error=True)
    if len(lines) > 1:
        say(words("problem.count", number=len(lines)), is_error=True)
