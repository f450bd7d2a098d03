"""The words of fixed lists as people say them: 落后 for ``behind``, 预期性 for ``expected``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, StrEnum
from functools import cache
from typing import TypeVar

from shizhong_cli.core.figure.characters import half_width
from shizhong_cli.rendering.wording import TEXTS, Language, Words

Choice = TypeVar("Choice", bound=StrEnum)

_MORE = {
    "Status": {"已完成": "met", "滞后": "behind", "没完成": "missed", "暂无数据": "no_data", "没有数据": "no_data"},
    "Binding": {"下达": "delegated", "任务": "task"},
    "Verdict": {"不合": "inconsistent", "一致": "consistent"},
    "Order": {"问题": "trouble", "报告": "report", "差距": "gap"},
}
"""What people say besides the words of the pages."""


@cache
def said_as(kind: type[Enum]) -> Mapping[str, str]:
    """What the values of a list are called, in both languages, to the values; what several are called is left out."""
    prefix = _prefix(kind)
    values: dict[str, set[str]] = {}
    for value in map(str, (one.value for one in kind)):
        for name in TEXTS.get(f"{prefix}.{value}", ()):
            values.setdefault(_plain(name), set()).add(value)
    for name, value in _MORE.get(kind.__name__, {}).items():
        values.setdefault(name, set()).add(value)
    return {name: min(known) for name, known in values.items() if len(known) == 1}


def value_of(kind: type[Enum], text: str) -> str:
    """The value that a text stands for; the text itself where it is none."""
    values = [str(one.value) for one in kind]
    return text if text in values else said_as(kind).get(_plain(text), text)


def shown(kind: type[Enum], words: Words, among: Sequence[str] = ()) -> tuple[str, ...]:
    """The values, or some among them, as they are listed, in Chinese each with its name: ``behind 落后``."""
    values = among or [str(one.value) for one in kind]
    if words.language is not Language.ZH:
        return tuple(values)
    names = [TEXTS.get(f"{_prefix(kind)}.{value}", ("",))[0] for value in values]
    return tuple(map(str.rstrip, map("{} {}".format, values, names)))


def suggested(kind: type[Enum], text: str, among: Sequence[str] = ()) -> str:
    """The value, or one among some, or its name, that is spelled most like a text."""
    from shizhong_cli.reading.spelling import nearest

    values = among or [str(one.value) for one in kind]
    return nearest(text, [*values, *(name for name, value in said_as(kind).items() if value in values)])


def chosen(texts: Iterable[str], kind: type[Choice], option: str, words: Words) -> list[Choice]:
    """The values that texts name, separated by commas. Raises ``CannotGoOn`` with every problem."""
    from shizhong_cli.problems import CannotGoOn, Place, Problem

    plain = ",".join(map(half_width, texts)).replace("、", ",")
    named = [word.strip() for word in plain.split(",")] if plain else []
    known = {str(one.value) for one in kind}
    if wrong := [word for word in named if value_of(kind, word) not in known]:
        listed = ", ".join(shown(kind, words))
        raise CannotGoOn([Problem(Place(option), "K003", word, listed, suggested(kind, word)) for word in wrong])
    return [kind(value_of(kind, word)) for word in named]


def _prefix(kind: type[Enum]) -> str:
    """What the keys of their texts begin with."""
    return {"NumberClass": "class"}.get(kind.__name__, kind.__name__.lower())


def _plain(text: str) -> str:
    return half_width(text).strip().casefold().replace(" ", "_")
