"""How a command says what it takes: ``Annotated[Path | None, Option("--data", metavar="DIR")]`` in its signature.

Everything that is told of the command line is read from there: the help page, what is wrong with a use, and what Typer
converts. The annotation says what a value is (text, file, number, one of an enumeration, a list of these: repeatable),
the default says whether it must be given. Options that several commands share are the fields of one ``NamedTuple``,
declared in it, once; a parameter of that type stands for all of them.
"""

import inspect
import types
from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from shizhong_cli.tuples import NamedTuple


class Option(NamedTuple):
    """What is given with its name before it, or a flag where the annotation is ``bool``."""

    long: str  # --output
    short: str = ""  # -o
    metavar: str = ""  # what stands for the value; the name of the parameter where it is empty
    least: int | None = None  # of a number
    most: int | None = None
    among: tuple[Enum, ...] = ()  # of an enumeration, where the command does not take all of it


class Argument(NamedTuple):
    """What is given by its place."""

    metavar: str
    negative: bool = False  # -1.1% is a value of this command, not an option


class Declared(NamedTuple):
    """One parameter of a command."""

    name: str
    says: Option | Argument
    holds: Any  # the annotation without its declaration
    kind: type  # of one value
    repeatable: bool
    default: Any  # inspect.Parameter.empty where it must be given

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names of an option, the long one first; nothing for an argument."""
        return tuple(filter(None, self.says[:2])) if isinstance(self.says, Option) else ()

    @property
    def is_flag(self) -> bool:
        """Whether it is given without a value."""
        return self.kind is bool

    @property
    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.default is inspect.Parameter.empty

    @property
    def metavar(self) -> str:
        """What stands for the value; nothing for a flag."""
        return "" if self.is_flag else self.says.metavar or self.name.upper()

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that it can have, where they are few."""
        if not issubclass(self.kind, Enum):
            return ()
        among = self.says.among if isinstance(self.says, Option) else ()
        return tuple(str(one.value) for one in among or self.kind)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The least and the largest number."""
        return (self.says.least, self.says.most) if isinstance(self.says, Option) else (None, None)


HELP = Declared("help", Option("--help"), bool, bool, False, False)
"""What every command takes."""


QUIET = Declared("quiet", Option("--quiet", "-q"), bool, bool, False, False)
"""What the program and every command take."""


NO_PAGER = Declared("no_pager", Option("--no-pager"), bool, bool, False, False)
"""What these take as well."""


def declared_by(function: Callable[..., None]) -> tuple[Declared, ...]:
    """What a command takes, in the order of its signature. Raises ``TypeError`` for what is not declared."""
    found: list[Declared] = []
    for parameter, hint in _hinted(function):
        found += _of_group(hint) if _is_group(hint) else [_declared(parameter.name, hint, parameter.default)]
    return tuple(found)


def called(function: Callable[..., None], values: dict[str, Any]) -> None:
    """Call a command with one value for each that it takes; those of a group reach it together."""
    left, given = dict(values), {}
    for parameter, hint in _hinted(function):
        if _is_group(hint):
            given[parameter.name] = hint(**{name: left.pop(name) for name in hint._fields})
        else:
            given[parameter.name] = left.pop(parameter.name)
    function(**given)


def _hinted(function: Callable[..., Any]) -> list[tuple[inspect.Parameter, Any]]:
    hints = get_type_hints(function, include_extras=True)
    return [(one, hints[one.name]) for one in inspect.signature(function).parameters.values()]


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, tuple)


def _of_group(group: Any) -> list[Declared]:
    """The fields of a group."""
    hints = get_type_hints(group, include_extras=True)
    defaults = {name: group._field_defaults.get(name, inspect.Parameter.empty) for name in group._fields}
    return [_declared(name, hints[name], default) for name, default in defaults.items()]


def _declared(name: str, hint: Any, default: Any) -> Declared:
    holds, *notes = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    says = [note for note in notes if isinstance(note, Option | Argument)]
    if len(says) != 1:
        raise TypeError(f"{name} is to be declared by one Option or Argument")
    kind, repeatable = _one_value(holds)
    return Declared(name, says[0], holds, kind, repeatable, default)


def _one_value(holds: Any) -> tuple[type, bool]:
    """What one value is, and whether there can be several: ``list[Path] | None`` holds paths."""
    if get_origin(holds) in (Union, types.UnionType):
        (holds,) = (part for part in get_args(holds) if part is not types.NoneType)
    return (get_args(holds)[0], True) if get_origin(holds) is list else (holds, False)
