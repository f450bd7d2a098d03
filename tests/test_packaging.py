"""What is declared about the package is true: pins, versions of Python, and what the archive of the sources holds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from running import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
TESTED = [
    Requirement(text)
    for text in (*PROJECT["dependencies"], *EXTRAS["documents"], *EXTRAS["test"])
    if not text.startswith(PROJECT["name"])
]
"""What the tests need and pyproject.toml names."""
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")
PINNED = [Requirement(line) for line in PINS.splitlines() if not line.startswith("#")]
PYTHONS = ["3.11", "3.12", "3.13"]


def name_of(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def holds_for(requirement: Requirement, python: str, system: str) -> bool:
    here = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system, "extra": ""}
    return requirement.marker is None or requirement.marker.evaluate(here)


# ── pins ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
def test_every_dependency_is_pinned_inside_its_range(python, system):
    pinned = [requirement for requirement in PINNED if holds_for(requirement, python, system)]
    versions = {name_of(requirement): str(requirement.specifier).removeprefix("==") for requirement in pinned}
    assert len(versions) == len(pinned), "one version for each name"
    wrong = [
        (str(requirement), versions.get(name_of(requirement)))
        for requirement in TESTED
        if holds_for(requirement, python, system)
        and (name_of(requirement) not in versions or versions[name_of(requirement)] not in requirement.specifier)
    ]
    assert wrong == []


def test_pins_are_names_and_versions_and_nothing_else():
    lines = [line for line in PINS.splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; [a-z_ <>='0-9.]+)?", line)] == []
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(names)
    assert "://" not in PINS
    assert "nox -s pins" in PINS.splitlines()[0]


def test_only_the_test_command_is_pinned():
    """The Chinese README has the same commands; see test_both_have_the_same_blocks."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    test, run = (re.search(rf"<!-- {kind}-command -->\n```sh\n(.*)\n```", text)[1] for kind in ("test", "run"))
    assert "pip install --quiet -c constraints.txt -e '.[test]'" in test
    assert "constraints" not in run


# ── ranges ────────────────────────────────────────────────────────────────────


def test_every_range_has_a_lower_end_and_every_cap_a_reason():
    named = [Requirement(text) for extra in EXTRAS.values() for text in extra] + TESTED
    assert [str(one) for one in named if one.name != PROJECT["name"] and ">=" not in str(one.specifier)] == []
    before = ""
    for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines():
        if re.match(r'\s+"[\w-]+>=[^"]*,<', line):
            assert "#" in line or before.lstrip().startswith("#"), line
        before = line


def test_the_versions_of_python_are_the_same_everywhere():
    prefix = "Programming Language :: Python :: "
    claimed = [text.removeprefix(prefix) for text in PROJECT["classifiers"] if re.match(rf"{prefix}3\.\d+$", text)]
    assert claimed == PYTHONS
    assert PROJECT["requires-python"] == f">={PYTHONS[0]}"
    for name in ("noxfile.py", ".github/workflows/ci.yml"):
        tested = re.search(r'\["3\.11".*?\]', (ROOT / name).read_text(encoding="utf-8"))
        assert set(claimed) <= set(re.findall(r"3\.\d+", tested[0])), name


# ── what is published ─────────────────────────────────────────────────────────


def files(*options: str) -> set[str]:
    """The files that git knows and that are there."""
    done = subprocess.run(["git", "ls-files", "-z", *options], cwd=ROOT, capture_output=True, check=True)
    return {name for name in done.stdout.decode("utf-8").split("\0") if name and (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The archives of sources and program."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, capture_output=True, check=True
    )
    return folder


def test_the_sdist_holds_what_is_under_version_control_and_nothing_else(built):
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a working copy")
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    fresh = files("--others", "--exclude-standard")  # will be under version control, or will be gone
    assert sorted(files() - held) == []
    assert sorted(held - files() - fresh - {"PKG-INFO"}) == []


def test_the_wheel_holds_the_program_and_its_data(built):
    from zipfile import ZipFile

    (path,) = built.glob("*.whl")
    names = set(ZipFile(path).namelist())
    assert {f"shizhong_cli/data/{name}" for name in ("targets.yaml", "baselines.yaml", "index.pickle")} <= names
    ours = {name for name in names if name.startswith("shizhong_cli/") and "/data/" not in name}
    sources = {p.relative_to(ROOT).as_posix() for p in (ROOT / "shizhong_cli").rglob("*") if p.is_file()}
    assert ours == {name for name in sources if "__pycache__" not in name and "/data/" not in name}


def test_the_metadata_say_the_licence_and_the_readme(built):
    from zipfile import ZipFile

    (path,) = built.glob("*.whl")
    with ZipFile(path) as wheel:
        (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
        metadata = wheel.read(name).decode("utf-8")
    assert "License-Expression: MIT\n" in metadata
    assert "Description-Content-Type: text/markdown\n" in metadata
    assert Version(re.search(r"^Version: (.*)$", metadata, re.MULTILINE)[1]) == Version(PROJECT["version"])
