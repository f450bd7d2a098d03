"""What a command line says, read against the declarations of the commands before anything else sees it.

Reading is done here and not by a library, so that what is wrong is told in our words, whatever version is below. The
first mistake is told. Options and arguments may be mixed; ``--`` ends the options; a value may begin with a hyphen
(``--actual -1.1%``) and may follow its name at once (``--format=json``, ``-oFILE``, ``-o=FILE``). Names are written
whole. An option that can be given once is not given twice with different values: none of them is dropped silently.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from shizhong_cli.commands.choices import shown, suggested, value_of
from shizhong_cli.commands.declaring import HELP, NO_PAGER, QUIET, Argument, Declared
from shizhong_cli.reading.spelling import nearest
from shizhong_cli.rendering.pages.help import Described, Mistake, Parameter, usage_of
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class Level(NamedTuple):
    """The program, or one of its commands, as far as reading and telling need it."""

    name: str  # nothing for the program
    declared: tuple[Declared, ...]
    words: Words
    commands: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """How it is called."""
        return f"shizhong {self.name}".rstrip()

    @property
    def options(self) -> tuple[Declared, ...]:
        """What it takes with names."""
        return (*(one for one in self.declared if one.spellings), QUIET, NO_PAGER, HELP)

    @property
    def arguments(self) -> tuple[Declared, ...]:
        """What it takes by place."""
        return tuple(one for one in self.declared if not one.spellings)


class Said(NamedTuple):
    """The parts of a command line, or of the part of it before or after the command."""

    options: tuple[tuple[Declared, str], ...]
    words: tuple[str, ...]

    def value(self, name: str) -> str | None:
        """The value of an option; the last one of several; ``None`` where it was not given."""
        return next((value for one, value in reversed(self.options) if one.name == name), None)

    @property
    def page(self) -> str:
        """``help`` or ``version``, the one that was asked for first."""
        return next((one.name for one, _ in self.options if one.name in ("help", "version")), "")

    @property
    def about_a_shell(self) -> tuple[str, str] | None:
        """What is to be done for a shell, and for which; no command is needed then."""
        return next(((one.name, value) for one, value in self.options if one.name.endswith("_completion")), None)

    def again(self) -> list[str]:
        """The same in the one way of writing that cannot be read otherwise."""
        options = [one.says[0] if one.is_flag else f"{one.says[0]}={value}" for one, value in self.options]
        return [*options, "--", *self.words]


class CannotTell(Exception):
    """The command line cannot be understood."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(mistake.key)


def read_words(level: Level, given: Sequence[str]) -> Said:
    """What is said to the program or to a command. Raises ``CannotTell``.

    The program reads up to the name of its command; what follows are words.
    """
    options: list[tuple[Declared, str]] = []
    words: list[str] = []
    left = iter(given)
    for word in left:
        if word == "--":
            words += left
        elif _is_option(level, word):
            one, value = _option(level, word, left)
            options.append((one, _meant(one, value)))
        else:
            words.append(word)
            if level.commands:
                words += left
    said = Said(tuple(options), tuple(words))
    if not said.page:
        _check(level, said)
    return said


def describe(level: Level) -> Described:
    """A level as the help page shows it."""
    words = level.words
    return Described(
        level.path,
        words(f"help.{level.name}" if level.name else "help"),
        tuple(_shown(level, one) for one in level.arguments),
        tuple(_shown(level, one) for one in level.options),
        tuple((name, words(f"help.{name}")) for name in level.commands),
    )


def _shown(level: Level, one: Declared) -> Parameter:
    keys = (f"help.{level.name}.option.{one.name}", f"help.option.{one.name}")
    text = next((level.words(key) for key in keys if level.words.has(key)), "")
    return Parameter(one.spellings, one.metavar, text, one.is_required, one.repeatable, _listed(level, one))


def _is_option(level: Level, word: str) -> bool:
    """Whether a word is, or was meant to be, the name of an option; ``-`` alone is standard input."""
    if word.startswith("--"):
        return True
    negative = any(isinstance(one.says, Argument) and one.says.negative for one in level.arguments)
    return len(word) > 1 and word.startswith("-") and (not negative or _named(level, word[:2]) is not None)


def _option(level: Level, word: str, left: Iterator[str]) -> tuple[Declared, str]:
    """One option with its value, which may be the next word."""
    name, equals, value = word.partition("=")
    one = _named(level, name)
    if one is None and not word.startswith("--") and _named(level, f"-{name}") is None:
        one, attached = _named(level, word[:2]), word[2:]
        equals, value = "=", attached.removeprefix("=")
    if one is None:
        known = [option.spellings[0] for option in level.options]
        raise CannotTell(Mistake("usage.option", level.path, "", name, ", ".join(known), nearest(name, known)))
    if one.is_flag and equals:
        raise CannotTell(Mistake("usage.flag", level.path, one.spellings[0], expected=_wanted(level, one)))
    if one.is_flag or equals:
        return one, value
    for following in left:
        return one, following
    raise CannotTell(Mistake("usage.value", level.path, one.spellings[0], expected=_wanted(level, one)))


def _meant(one: Declared, value: str) -> str:
    """The value itself; of a word that people say for one of a list, that one."""
    return value_of(one.kind, value) if one.choices else value


def _named(level: Level, spelling: str) -> Declared | None:
    return next((one for one in level.options if spelling in one.spellings), None)


def _wanted(level: Level, one: Declared) -> str:
    return ", ".join(_listed(level, one)) or _shown(level, one).help


def _listed(level: Level, one: Declared) -> tuple[str, ...]:
    """The values that it can have, as they are told."""
    return shown(one.kind, level.words, one.choices) if one.choices else ()


def _check(level: Level, said: Said) -> None:
    """Whether the values can be what they are, everything needed is there, and nothing is too much."""
    for one, value in said.options:
        if not one.repeatable and value != said.value(one.name):
            continue  # told below, when the last value is good
        _check_value(level, one, value)
    _check_once(level, said)
    if level.commands:
        if said.about_a_shell is None:
            _check_command(level, said.words)
        return
    for argument, word in zip(_places(level), said.words, strict=False):
        _check_value(level, argument, word)
    _check_missing(level, said)
    if surplus := [] if _takes_more(level) else said.words[len(level.arguments) :]:
        usage = usage_of(describe(level), level.words)
        raise CannotTell(Mistake("usage.surplus", level.path, found=" ".join(surplus), expected=usage))


def _takes_more(level: Level) -> bool:
    """Whether the last argument can be given again."""
    return bool(level.arguments) and level.arguments[-1].repeatable


def _places(level: Level) -> Iterator[Declared]:
    """The argument of each word, in order."""
    return chain(level.arguments, repeat(level.arguments[-1]) if _takes_more(level) else ())


def _check_value(level: Level, one: Declared, value: str) -> None:
    place = (*one.spellings, one.metavar)[0]
    if one.choices and value not in one.choices:
        known, near = ", ".join(_listed(level, one)), suggested(one.kind, value, one.choices)
        raise CannotTell(Mistake("usage.choice", level.path, place, value, known, near))
    if one.kind is int and not _is_within(value, *one.bounds):
        least, most = one.bounds
        key = "usage.number" if least is None else "usage.number.from" if most is None else "usage.number.between"
        expected = "…".join(str(bound) for bound in (least, most) if bound is not None)
        raise CannotTell(Mistake(key, level.path, place, value, expected))


def _is_within(value: str, least: int | None, most: int | None) -> bool:
    """Whether a text is a whole number between two others; a long row of digits is none that anybody meant."""
    if not (re.fullmatch("[0-9]{1,9}", value)):
        return False
    return (least is None or least <= int(value)) and (most is None or int(value) <= most)


def _check_once(level: Level, said: Said) -> None:
    for one, value in said.options:
        if not one.repeatable and value != (last := said.value(one.name)):
            raise CannotTell(Mistake("usage.twice", level.path, one.spellings[0], f"{value}, {last}"))


def _check_command(level: Level, words: Sequence[str]) -> None:
    known = ", ".join(level.commands)
    if not words:
        raise CannotTell(Mistake("usage.no_command", level.path, expected=known))
    if words[0] not in level.commands:
        raise CannotTell(Mistake("usage.command", level.path, "", words[0], known, nearest(words[0], level.commands)))


def _check_missing(level: Level, said: Said) -> None:
    for argument in level.arguments[len(said.words) :]:
        if argument.is_required:
            raise _missing("usage.missing_argument", level, argument)
    for option in level.options:
        if option.is_required and said.value(option.name) is None:
            raise _missing("usage.missing_option", level, option)


def _missing(key: str, level: Level, one: Declared) -> CannotTell:
    return CannotTell(Mistake(key, level.path, _shown(level, one).shortly, expected=_wanted(level, one)))
