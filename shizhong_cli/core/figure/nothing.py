"""A mapping without entries that nobody can fill, and that can be given to another process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


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
