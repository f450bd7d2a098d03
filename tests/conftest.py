"""What holds for every test.

* SHIZHONG_TEST_PURE_YAML=1 runs the tests as on a machine that has PyYAML without libyaml.
* SHIZHONG_TEST_PURE_FRACTIONS=1 runs them as on a machine without quicktions.
* Processes that share the tests begin with a part each, and one that has done its own takes over half of what is left.
* No example of a property is measured by the clock: a busy machine is no failure.
* Some tests send Ctrl-C to a process that they start. What a shell runs in the background is made to ignore it, and so
  would all that is started from here.
* A test that is given the bytes of an archive is not named after them: there is a clock in them, and the processes
  that share the tests would name it differently when a second passes between them.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from datetime import date, datetime

import hypothesis
import pytest

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

if os.environ.get("SHIZHONG_TEST_PURE_FRACTIONS") == "1":
    sys.modules["quicktions"] = None  # type: ignore[assignment]

if os.environ.get("SHIZHONG_TEST_PURE_YAML") == "1":
    import yaml

    for name in [name for name in vars(yaml) if name.startswith("C") and name.endswith("Loader")]:
        delattr(yaml, name)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


def pytest_make_parametrize_id(config, val, argname):
    return argname if isinstance(val, bytes) and b"PK" in val else None


@pytest.fixture(autouse=True)
def _the_strings_of_the_interpreter_are_whole():
    """Nothing that a test runs gives quicktions a text to read: see ``core.figure.exact``."""
    yield
    assert b"\0".decode() == chr(0)


LARGE = 50_000
"""Bytes of a pack that takes longer to read than to copy: the shipped one, and none that a test writes by hand."""


@pytest.fixture(scope="session", autouse=True)
def _a_large_pack_is_read_once_by_each_process():
    """What was read of it is kept as bytes, out of which everybody who asks again is given a copy of his own."""
    from shizhong_cli.reading.pack import catalogue
    from shizhong_cli.reading.pack.places import shown_as

    read, kept = catalogue.read_catalogue, {}

    def read_or_copied(folder):
        paths = [folder / catalogue.BASELINES, folder / catalogue.TARGETS]
        try:
            is_large = all(path.is_file() for path in paths) and sum(path.stat().st_size for path in paths) > LARGE
            key = tuple((shown_as(path), path.read_bytes()) for path in paths) if is_large else ()
        except (OSError, ValueError):
            is_large = False
        if not is_large:
            return read(folder)
        if key not in kept:
            kept[key] = pickle.dumps(read(folder))
        return pickle.loads(kept[key])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "read_catalogue", read_or_copied)
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_still_to_come():
    """No output says of a day that it is still to come, whenever the tests run."""
    from shizhong_cli.reading import clock

    last = date(2099, 12, 31)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "today", lambda: last)
        patch.setattr(clock, "now", lambda: datetime.now().astimezone().replace(**_parts(last)))
        yield


def _parts(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
