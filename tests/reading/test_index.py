"""The index of the shipped data says what the files say, and only while they are the same."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from running import ROOT

from shizhong_cli.reading.pack.catalogue import load_catalogue
from shizhong_cli.reading.pack.index import index_of, indexed
from shizhong_cli.reading.pack.places import BASELINES, INDEX, TARGETS

WITHOUT_QUICKTIONS = (
    "import sys; sys.modules['quicktions'] = None\n"
    "from pathlib import Path; from shizhong_cli.reading.pack.index import indexed\n"
    "from shizhong_cli.reading.pack.catalogue import load_catalogue\n"
    "found = indexed(Path(sys.argv[1])); print(found == load_catalogue(Path(sys.argv[1])), found is not None)\n"
    "print(type(found.targets[0].written.value).__module__)"
)


@pytest.fixture
def folder(tmp_path):
    """The shipped data with their index."""
    for name in (BASELINES, TARGETS):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / INDEX).write_bytes(index_of(tmp_path, load_catalogue(tmp_path)))
    return tmp_path


def test_it_is_what_the_files_say(folder):
    assert indexed(folder) == load_catalogue(folder)


@pytest.mark.parametrize("name", [BASELINES, TARGETS])
@pytest.mark.parametrize("change", ["# more\n", " "])
def test_one_character_more_in_a_file_and_it_is_not_used(folder, name, change):
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(change)
    assert indexed(folder) is None


@pytest.mark.parametrize("gone", [BASELINES, TARGETS, INDEX])
def test_without_one_of_the_three_there_is_none(folder, gone):
    (folder / gone).unlink()
    assert indexed(folder) is None


def test_a_damaged_one_is_not_used(folder):
    whole = (folder / INDEX).read_bytes()
    (folder / INDEX).write_bytes(whole[: len(whole) // 2])
    assert indexed(folder) is None


def test_either_library_of_exact_numbers_reads_it(folder):
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_QUICKTIONS, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["True", "True", "fractions"]
