"""What is asked of a record often and worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Of = TypeVar("Of")
Found = TypeVar("Found")


class once(Generic[Of, Found]):
    """``functools.cached_property`` without the lock that Python 3.11 still takes: a record is of one thread."""

    def __init__(self, work: Callable[[Of], Found]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, record: None, _: object = None) -> once[Of, Found]: ...
    @overload
    def __get__(self, record: Of, _: object = None) -> Found: ...
    def __get__(self, record: Any, _: object = None) -> Any:
        """The first time; from then on what was found stands in the record under the same name."""
        if record is None:
            return self
        found = record.__dict__[self._name] = self._work(record)
        return found
