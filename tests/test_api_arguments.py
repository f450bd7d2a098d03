"""Wrong arguments of the Python interface: a TypeError or a ValueError that says what was found and expected."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Mapping

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shizhong_cli import api

TEXT = "2025年，地区生产总值100亿元，增长5%。"
PACK = api.load()
RIGHT = {
    "load": {"folder": None, "baselines": None, "targets": None},
    "load_texts": {"baselines": "indicators: {}", "targets": "targets: []"},
    "figures": {"pack": PACK},
    "verify": {"pack": PACK, "lang": "zh"},
    "gaps": {"pack": PACK, "actuals": {"gdp": "5.2%"}, "as_of": "2026-09", "files": ()},
    "settle": {"last": PACK, "this": PACK, "lang": "en"},
    "scan": {"text": TEXT, "pack": PACK},
    "coverage": {"pack": PACK, "text": TEXT},
    "draft": {"text": TEXT, "year": 2026, "like": PACK, "lang": "zh"},
    "frame": {"records": (), "exact": "text"},
    "pack_frame": {"packs": PACK},
    "verify_frame": {"figures": pd.DataFrame(), "shared": None, "lang": "zh"},
    "gaps_frame": {"figures": pd.DataFrame(), "shared": None, "lang": "zh"},
    "explain": {"error": api.CannotGoOn([]), "lang": "zh"},
}
"""Every function with arguments that it takes."""
MAY_BE: Mapping[str, tuple[type, ...]] = {
    **dict.fromkeys(("folder", "baselines", "targets", "as_of"), (str, type(None))),
    **dict.fromkeys(("year", "like", "shared"), (type(None),)),
    **dict.fromkeys(("actuals", "files", "records"), (Iterable,)),
    "text": (str,), "packs": (Mapping,), "scan pack": (type(None),),
}  # fmt: skip
"""Types that an argument can be of, whatever is in them."""
WORDS = {"lang": ("zh", "en"), "exact": ("text", "fraction"), "year": range(1950, 2151)}
"""Arguments of which not every value of the right type is one."""
ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=3), st.dates(),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=4)), max_size=2), st.builds(object),
    st.dictionaries(st.one_of(st.integers(), st.text(max_size=3)), st.none() | st.text(max_size=4), max_size=2),
)  # fmt: skip
ARGUMENTS = [(function, name) for function, arguments in RIGHT.items() for name in arguments]


def outcome(function: str, **arguments: object) -> Exception | None:
    """What a call raises of what it may raise; anything else is an error of the test."""
    try:
        getattr(api, function)(**{**RIGHT[function], **arguments})
    except (TypeError, ValueError, api.CannotGoOn) as error:
        return error
    return None


def test_every_argument_of_every_function_is_tried():
    functions = {name for name in api.__all__ if not isinstance(getattr(api, name), type)}
    assert set(RIGHT) == functions
    for name, arguments in RIGHT.items():
        assert set(inspect.signature(getattr(api, name)).parameters) == set(arguments)
        assert outcome(name) is None


@pytest.mark.parametrize(("function", "name"), ARGUMENTS)
@settings(max_examples=25, deadline=None)
@given(odd=ODD)
def test_a_wrong_argument_is_named_with_what_was_expected_and_found(function, name, odd):
    """Whatever is given is taken, or the argument is named; what is wrong inside a text or a file is a problem."""
    error = outcome(function, **{name: odd})
    kinds = MAY_BE.get(f"{function} {name}", MAY_BE.get(name, ()))
    right = isinstance(odd, kinds) or (not isinstance(odd, bool) and odd in WORDS.get(name, ()))
    if error is None:
        assert right
    elif isinstance(error, api.CannotGoOn):
        assert right
        assert error.problems
    elif str(error) != "name both files, or the folder of the other":
        assert re.fullmatch(rf"((each (key )?of )?{name}|{name}\[.*\]) must be .+, not .+", str(error), re.DOTALL)
        assert isinstance(error, ValueError) == (name in WORDS and type(odd) is type(WORDS[name][0]))


@pytest.mark.parametrize(
    ("function", "arguments", "kind", "told"),
    [
        ("scan", {"text": None}, TypeError, "text must be str, not None"),
        ("verify", {"pack": "figures"}, TypeError, "pack must be Pack, not 'figures' (str)"),
        ("verify", {"lang": "fr"}, ValueError, "lang must be zh or en, not 'fr' (str)"),
        ("draft", {"year": 26}, ValueError, "year must be from 1950 to 2150, not 26 (int)"),
        ("draft", {"year": True}, TypeError, "year must be int or None, not True (bool)"),
        ("gaps", {"actuals": "gdp=5.2%"}, TypeError, "actuals must be an iterable of str, not 'gdp=5.2%' (str)"),
        ("gaps", {"actuals": {"gdp": 5.2}}, TypeError, "actuals['gdp'] must be str, not 5.2 (float)"),
        ("gaps", {"files": "a.csv"}, TypeError, "files must be an iterable of str or Path, not 'a.csv' (str)"),
        ("load", {"folder": 3}, TypeError, "folder must be str or Path or None, not 3 (int)"),
        ("load", {"targets": "a"}, ValueError, "name both files, or the folder of the other"),
        ("frame", {"records": [1]}, TypeError, "each of records must be Record, not 1 (int)"),
        ("frame", {"exact": "float"}, ValueError, "exact must be text or fraction, not 'float' (str)"),
        ("pack_frame", {"packs": {"a": 1}}, TypeError, "packs['a'] must be Pack, not 1 (int)"),
        ("verify_frame", {"figures": []}, TypeError, "figures must be DataFrame, not [] (list)"),
        ("explain", {"error": 1}, TypeError, "error must be CannotGoOn, not 1 (int)"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_wrong_argument(function, arguments, kind, told):
    error = outcome(function, **arguments)
    assert (type(error), str(error)) == (kind, told)
