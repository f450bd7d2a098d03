"""What holds for every test.

* SHIZHONG_TEST_PURE_YAML=1 runs the tests as on a machine that has PyYAML without libyaml.
* SHIZHONG_TEST_PURE_FRACTIONS=1 runs them as on a machine without quicktions.
* A test that is given the bytes of an archive is not named after them: there is a clock in them, and the processes
  that share the tests would name it differently when a second passes between them.
"""

from __future__ import annotations

import os
import sys

import pytest

if os.environ.get("SHIZHONG_TEST_PURE_FRACTIONS") == "1":
    sys.modules["quicktions"] = None  # type: ignore[assignment]

if os.environ.get("SHIZHONG_TEST_PURE_YAML") == "1":
    import yaml

    for name in [name for name in vars(yaml) if name.startswith("C") and name.endswith("Loader")]:
        delattr(yaml, name)


def pytest_make_parametrize_id(config, val, argname):
    return argname if isinstance(val, bytes) and b"PK" in val else None


@pytest.fixture(autouse=True)
def _the_strings_of_the_interpreter_are_whole():
    """Nothing that a test runs gives quicktions a text to read: see ``core.figure.exact``."""
    yield
    assert b"\0".decode() == chr(0)
