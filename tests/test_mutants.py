"""The script that makes small wrong changes: they can be made, and its tables name what is there."""

from __future__ import annotations

import runpy
from functools import cache

import pytest
from running import ROOT

SCRIPT = runpy.run_path(str(ROOT / "benchmarks" / "mutants.py"))
changes_in = cache(SCRIPT["changes_in"])
MODULES = sorted({path for paths, _ in SCRIPT["SUBJECTS"].values() for path in paths})


def test_the_paths_are_there() -> None:
    named = [path for both in SCRIPT["SUBJECTS"].values() for paths in both for path in paths]
    assert [path for path in named if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("path", MODULES)
def test_every_change_is_one_and_can_be_compiled(path: str) -> None:
    source = (ROOT / path).read_bytes()
    changes = changes_in(path)
    assert len(changes) >= 20
    for change in changes:
        changed = change.made_in(source)
        assert changed != source
        compile(changed, path, "exec")


def test_every_equivalent_change_can_still_be_made() -> None:
    sources = {path: (ROOT / path).read_bytes() for path in MODULES}
    made = {change.lines(source) for path, source in sources.items() for change in changes_in(path)}
    listed = {(before, after) for before, (_, afters) in SCRIPT["EQUIVALENT"].items() for after in afters}
    assert listed - made == set()


def test_a_sample_depends_on_the_seed_alone() -> None:
    sample = SCRIPT["sample"]
    for subject in SCRIPT["SUBJECTS"]:
        assert sample(subject, 15, 1) == sample(subject, 15, 1) != sample(subject, 15, 2)
        assert len({(change.path, change.line) for change in sample(subject, 15, 1)}) == 15
