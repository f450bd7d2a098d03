"""Named tuples of our making are what those of ``typing`` are."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from typing import Generic, TypeVar, get_type_hints

import pytest

from shizhong_cli import tuples

T = TypeVar("T")


class Ours(tuples.NamedTuple):
    """What both say."""

    a: int
    b: str = "b"
    c: list[int] | None = None

    @property
    def twice(self) -> int:
        """Something worked out."""
        return 2 * self.a

    @classmethod
    def of(cls, a: int) -> Ours:
        """One of its kind."""
        return cls(a)

    def __str__(self) -> str:
        return "!" + super().__repr__()


class Theirs(typing.NamedTuple):
    """What both say."""

    a: int
    b: str = "b"
    c: list[int] | None = None

    @property
    def twice(self) -> int:
        """Something worked out."""
        return 2 * self.a

    @classmethod
    def of(cls, a: int) -> Theirs:
        """One of its kind."""
        return cls(a)

    def __str__(self) -> str:
        return "!" + repr(self)


class Below(Ours):
    """One that knows more."""

    more = 1


class Generically(tuples.NamedTuple, Generic[T]):
    """One of something."""

    a: T
    b: int = 2


class Bare(tuples.NamedTuple):
    """One without a field."""


class Single(tuples.NamedTuple):
    """One field."""

    a: int


def outcome(work):
    """What comes of it, or what is raised; names of the class and its module apart."""
    try:
        found = work()
    except (AttributeError, TypeError, ValueError) as error:
        return isinstance(error, AttributeError), str(error).replace("Theirs", "Ours")  # of 3.13 more are a TypeError
    return repr(found).replace("Theirs", "Ours")


@pytest.mark.parametrize(
    "work",
    [
        lambda kind: kind(1),
        lambda kind: kind(1, c=[2]),
        lambda kind: kind(a=1, b="x"),
        lambda kind: kind(),
        lambda kind: kind(1, 2, 3, 4),
        lambda kind: kind(1, d=2),
        lambda kind: kind(1)._replace(b="y"),
        lambda kind: kind(1)._replace(d="y"),
        lambda kind: kind(1)._asdict(),
        lambda kind: kind._make([1, 2, 3]),
        lambda kind: kind._make([1]),
        lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__, kind.__doc__, kind.__slots__),
        lambda kind: [(one.name, one.kind, one.default) for one in inspect.signature(kind).parameters.values()],
        lambda kind: get_type_hints(kind),
        lambda kind: (kind(1) == (1, "b", None), hash(kind(1)) == hash((1, "b", None)), kind(1) < kind(2)),
        lambda kind: (copy.copy(kind(1)), copy.deepcopy(kind(1, c=[2])), pickle.loads(pickle.dumps(kind(1)))),
        lambda kind: (kind(3).twice, kind.of(4), str(kind(5)), kind.__name__, kind.__qualname__, kind.__module__),
        lambda kind: [*kind(1)],
        lambda kind: kind(1).__dict__,
        lambda kind: setattr(kind(1), "a", 2),
        lambda kind: isinstance(kind(1), tuple),
    ],
)
def test_both_kinds_do_the_same(work):
    assert outcome(lambda: work(Ours)) == outcome(lambda: work(Theirs))


def test_a_place_is_matched_by_its_fields():
    match Ours(1, "x"):
        case Ours(a, b=b):
            assert (a, b) == (1, "x")


def test_what_is_made_of_one_stays_of_its_kind():
    below = Below(1)._replace(b="z")
    assert (type(below), below.more, below.b) == (Below, 1, "z")


def test_a_generic_one_and_one_with_a_single_field_or_none():
    assert Generically[int](1) == Generically(1) == (1, 2)
    assert (Single(1), Single(1)._replace(a=2)) == ((1,), (2,))
    assert Bare() == ()
