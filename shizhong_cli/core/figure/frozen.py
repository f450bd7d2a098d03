"""Mappings that nobody can change, and that can be given to another process."""

from __future__ import annotations

import copyreg
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


def frozen(mapping: Mapping[Key, Value]) -> Mapping[Key, Value]:
    """The same entries, for good; what the mapping becomes later is not seen."""
    return MappingProxyType(dict(mapping)) if mapping else NOTHING


def _parts_of(mapping: MappingProxyType[Any, Any]) -> Any:
    """What another process makes it of."""
    return frozen, (dict(mapping),)


copyreg.pickle(MappingProxyType, _parts_of)


class _Nothing(Mapping[Any, Any]):
    """There is only one."""

    __slots__ = ()

    def __getitem__(self, key: object) -> Any:
        raise KeyError(key)

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ARG002
        """Always what is given instead: asked so often that it must not go by way of an error."""
        return default

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NOTHING"


NOTHING: Mapping[Any, Any] = _Nothing()
