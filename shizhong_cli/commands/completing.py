"""What a shell offers while a command line is typed: commands, options, and the words of the pack in force.

A shell runs the program with ``_SHIZHONG_COMPLETE`` set to its name and the words up to the one being typed, which
may be empty; it gets one offer a line, with a tabulator and a description behind it where the shell shows these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from shizhong_cli.commands.choices import said_as
from shizhong_cli.commands.command_line import Level, describe
from shizhong_cli.commands.declaring import Declared
from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.core.pack.short_names import SAID
from shizhong_cli.core.progress.terms import Status
from shizhong_cli.reading.pack.glance import Glance, glance
from shizhong_cli.reading.pack.places import data_folder
from shizhong_cli.rendering.wording import Words
from shizhong_cli.tuples import NamedTuple


class Offer(NamedTuple):
    """One word to go on with."""

    word: str
    help: str = ""


def offers(words: Sequence[str], level_of: Callable[[str, Words], Level], text: Words) -> list[Offer]:
    """What can stand at the end of a command line; its last word is what is typed of it so far.

    Nothing where a file is to be named, which the shell does better.
    """
    *before, typed = [word for word in words if word != "="] or [""]  # bash takes --format=json apart
    typed = "" if typed == _NOTHING else typed
    known = _Known(before)
    level, before = _level(before, level_of, text)
    name, equals, value = typed.partition("=")
    if equals and (option := _option(level, name)):
        return [offer._replace(word=f"{name}={offer.word}") for offer in _fitting(_values(option, known), value)]
    if before and (option := _option(level, before[-1])) and not option.is_flag:
        return _fitting(_values(option, known), typed)
    return _fitting(_options(level) if typed.startswith("-") else _words(level, before, known), typed)


def _level(words: list[str], level_of: Callable[[str, Words], Level], text: Words) -> tuple[Level, list[str]]:
    """The command that is being typed, or the program itself, and what stands behind its name."""
    program = level_of("", text)
    for number, word in enumerate(words):
        if word in program.commands:
            return level_of(word, text), words[number + 1 :]
    return program, words


def _words(level: Level, before: Sequence[str], known: _Known) -> Iterable[Offer]:
    """What can be given by its place: a command, or the argument of one."""
    if level.commands:
        surplus = any(not word.startswith("-") for word in _alone(level, before))  # no command that there is
        return () if surplus else [Offer(name, level.words(f"help.{name}")) for name in level.commands]
    places = [one for one in level.arguments if one.name in _OFFERED or one.choices]
    return _values(places[0], known) if places else ()


class _Known:
    """The pack in force, looked at when something of it is asked for."""

    def __init__(self, words: Sequence[str]) -> None:
        given = [value for name, value in pairwise(words) if name == "--data"]
        given += [word.partition("=")[2] for word in words if word.startswith("--data=")]
        self._folder = Path(given[-1]).expanduser() if given else None

    @property
    def pack(self) -> Glance:
        return glance(data_folder(self._folder))


def _alone(level: Level, words: Sequence[str]) -> Iterator[str]:
    """The words that are not the value of an option."""
    for before, word in pairwise(["", *words]):
        option = _option(level, before)
        if option is None or option.is_flag:
            yield word


def _option(level: Level, word: str) -> Declared | None:
    return next((one for one in level.options if word in one.spellings), None)


def _options(level: Level) -> list[Offer]:
    """The options of a level by their long names."""
    return [Offer(shown.spellings[0], shown.help) for shown in describe(level).options]


def _values(one: Declared, known: _Known) -> Iterable[Offer]:
    """The words that an option or argument can have; nothing where it can have any."""
    if one.choices:
        return _of_list(one.choices, said_as(one.kind))
    offered = _OFFERED.get(one.name)
    return offered(known) if offered else ()


def _of_list(choices: Sequence[str], said: Mapping[str, str]) -> Iterator[Offer]:
    """The values, then the Chinese words for them."""
    named = {name: value for name, value in said.items() if not name.isascii()}
    for choice in choices:
        yield Offer(choice, next((name for name, value in named.items() if value == choice), ""))
    yield from map(Offer, named, named.values())


def _indicators(known: _Known) -> Iterator[Offer]:
    """Ids, then names; what people call them only where the pack has it."""
    named = known.pack.indicators
    yield from (Offer(id, name) for id, name in named.items())
    yield from (Offer(name, id) for id, name in named.items())
    yield from (Offer(short, full[0]) for short, full in SAID.items() if not set(full).isdisjoint(named.values()))


def _sections(known: _Known) -> Iterator[Offer]:
    yield from (Offer(path, title) for path, title in known.pack.sections.items())
    yield from (Offer(title, path) for path, title in known.pack.sections.items() if title)


def _units(known: _Known) -> Iterator[Offer]:
    from shizhong_cli.core.figure.units import BUILT_IN

    yield from (Offer(unit, name) for unit, name in known.pack.units.items())
    yield from (Offer(word, unit.name_en) for word, unit in BUILT_IN.items() if word == unit.symbol)


def _bodies(known: _Known) -> Iterator[Offer]:
    yield from map(Offer, known.pack.bodies)


def _statuses(_: _Known) -> Iterator[Offer]:
    yield from _of_list([str(one) for one in Status], said_as(Status))


_OFFERED: dict[str, Callable[[_Known], Iterator[Offer]]] = {
    "indicator": _indicators, "asked": _indicators, "search": _indicators, "explain_check": _indicators,
    "section": _sections, "unit": _units, "responsible": _bodies, "fail_on": _statuses,
}  # fmt: skip
"""What is offered for options and arguments, by their names in the commands."""

_NOTHING = '""'
"""What PowerShell says for a word of which nothing is typed yet: in old ones that is how an empty word is given."""

_AWKWARD = frozenset(" \t\n\\'\"`$&|;<>()*?[]{}!#~^")
"""Signs that a shell reads as its own: words with one are offered in no shell."""


def _fitting(all: Iterable[Offer], typed: str) -> list[Offer]:
    """The offers that go on with what is typed; the only one that has it within where none begins so.

    Of several that have it within a shell would put what they begin with in its place, which may be nothing.
    """
    plain = half_width(typed).casefold()
    whole = {offer.word: offer for offer in all if offer.word and _AWKWARD.isdisjoint(offer.word)}
    if beginning := [o for o in whole.values() if half_width(o.word).casefold().startswith(plain)]:
        return beginning
    within = [o for o in whole.values() if plain in half_width(o.word).casefold()]
    return within if len(within) == 1 else []


def lines(found: Sequence[Offer], described: bool) -> str:
    """The offers as a shell takes them, with what they mean where it shows that."""
    rows = (f"{o.word}\t{' '.join(o.help.split())}" if described and o.help else o.word for o in found)
    return "".join(f"{row}\n" for row in rows)
