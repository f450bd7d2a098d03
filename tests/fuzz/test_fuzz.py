"""The short run of every fuzzer; the long one is ``python tests/fuzz/run.py``."""

from __future__ import annotations

import pytest

from fuzz.run import failures, targets

SHORT = 25
"""Inputs for each target."""


@pytest.mark.parametrize("name", targets())
def test_no_input_breaks_a_promise(name):
    assert [f"{failure.number}: {failure.reason}" for failure in failures(name, targets()[name], SHORT, 20261126)] == []
