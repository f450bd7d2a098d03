"""Named tuples, made in a third of the time that ``typing.NamedTuple`` takes: most of what a short run costs is making
the classes of its records.

For type checkers it is that of ``typing``. A class is the same but in three things: what all share stands in one base
class, its annotations are left as they are written, and nothing is checked that a type checker checks. A class that is
generic too, or that Python keeps the annotations of for later, is made by ``typing`` itself.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable
from operator import itemgetter
from types import FunctionType, new_class
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter
    except ImportError:  # as in ``collections``

        def _tuplegetter(index: int, doc: str) -> property:
            return property(itemgetter(index), doc=doc)

    _NEW = {"_tuple_new": tuple.__new__, "__builtins__": {}}
    _templates: dict[int, Any] = {}
    _getters: list[Any] = []

    class _Named(tuple):
        """What all of them can do."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, iterable: Iterable[object]) -> Any:
            """One of as many values as it has fields."""
            made = tuple.__new__(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed: object) -> Any:
            """The same with other values for some fields."""
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self) -> dict[str, object]:
            """Its values by the names of the fields."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _Making(type):
        """Makes a class of tuples of a class with annotations."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            """The class: its fields are what is annotated in its body."""
            fields = tuple(space.get("__annotations__", ()))
            if not fields or len(bases) > 1:
                others = (typing.NamedTuple if base is NamedTuple else base for base in _typed(bases, space))
                own = {key: value for key, value in space.items() if key != "__orig_bases__"}
                return new_class(name, tuple(others), exec_body=lambda body: body.update(own))
            defaults = {field: space[field] for field in fields if field in space}
            space |= zip(fields, _getters_of(len(fields)), strict=True)
            space |= {
                "__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults,
                "__new__": _new_of(name, space["__annotations__"], tuple(defaults.values())),
            }  # fmt: skip
            return type(name, (_Named,), space)

    def _typed(bases: tuple[type, ...], space: dict[str, Any]) -> tuple[Any, ...]:
        """The bases as they are written, with what a generic one is of."""
        return space.get("__orig_bases__", bases)

    NamedTuple = type.__new__(_Making, "NamedTuple", (), {})

    def _getters_of(number: int) -> list[Any]:
        """What reads a field, by its place."""
        while len(_getters) < number:
            _getters.append(_tuplegetter(len(_getters), f"Alias for field number {len(_getters)}"))
        return _getters[:number]

    def _new_of(name: str, types: dict[str, Any], defaults: tuple[object, ...]) -> FunctionType:
        """What makes one: compiled once for each number of fields, and called like those of this class."""
        fields = tuple(types)
        if len(fields) not in _templates:
            names = "".join(f"a{number}, " for number in range(len(fields)))
            _templates[len(fields)] = eval(f"lambda _cls, {names}: _tuple_new(_cls, ({names}))", _NEW).__code__
        code = _templates[len(fields)].replace(co_varnames=("_cls", *fields), co_qualname=f"{name}.__new__")
        made = FunctionType(code, _NEW, "__new__", defaults)
        made.__annotations__ = types
        return made
