"""Digests of what the commands print, to compare before and after: ``python benchmarks/same_results.py > after.txt``.

Run it in each environment and compare the two files with ``diff``: a line is one run, its exit code and the SHA-256 of
standard output. Asked are the shipped data in every format, the packs of ``examples/`` and of the tests, copies of the
shipped data each with a few digits changed (seeded), and generated packs (``benchmarks/packs.py``). The first
argument may be another interpreter that has the package: the same script then asks that one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from packs import write_pack

ROOT = Path(__file__).parents[1]
FORMATS = ("table", "json", "csv", "markdown")
SHIPPED = [
    *(["verify-baselines", "--format", one] for one in (*FORMATS, "html", "github", "sarif", "junit")),
    ["verify-baselines", "--all", "--unchecked", "--strict"],
    *([command, "--format", one] for command in ("status", "export") for one in FORMATS),
    *(["gap", "--indicator", "gdp", "--actual", "5.2%", "--format", one] for one in FORMATS),
    ["gap", "--indicator", "gdp", "--actual", "5.2%", "--explain", "--lang", "en"],
    ["show", "gdp"],
    ["coverage", str(ROOT / "tests" / "data" / "numbers.csv"), "--format", "json"],
]
"""What is asked of the shipped data."""
TOO_MANY = 3
"""So many digits at most are changed in a copy."""


def digest(python: str, arguments: list[str], folder: Path) -> str:
    """The exit code and the digest of what a run prints."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("SHIZHONG", "GITHUB"))}
    run = subprocess.run(
        [python, "-m", "shizhong_cli", *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment | {"COLUMNS": "120", "SHIZHONG_LANG": "zh"}, check=False,
    )  # fmt: skip
    return f"{run.returncode} {hashlib.sha256(run.stdout).hexdigest()}"


def mutant(text: str, chance: random.Random) -> str:
    """A text with a few digits of its figures changed."""
    places = [place.start() for place in re.finditer(r"(?<=[0-9.])[0-9](?=[0-9.]*[^0-9.\s,}:/-])", text)]
    typed = list(text)
    for place in chance.sample(places, chance.randint(1, TOO_MANY)):
        typed[place] = chance.choice("0123456789")
    return "".join(typed)


def write_mutants(folder: Path, number: int, seed: int) -> None:
    """Copies of the shipped data with digits changed."""
    for one in range(number):
        pack = folder / f"m{one:05}"
        pack.mkdir(parents=True)
        for name in ("baselines.yaml", "targets.yaml"):
            text = (ROOT / name).read_text(encoding="utf-8")
            (pack / name).write_text(
                mutant(text, random.Random(seed * 1_000_000 + one)), encoding="utf-8", newline="\n"
            )


def runs(given: argparse.Namespace, made: Path) -> Iterator[tuple[str, list[str], Path]]:
    """What is asked, with a name for it and the folder it is asked in."""
    for arguments in SHIPPED:
        yield " ".join(arguments).replace(str(ROOT), "."), arguments, made
    for pack in sorted([*ROOT.glob("examples/*/"), *ROOT.glob("tests/examples/good/*/")]):
        for command in ("verify-baselines", "status"):
            for format in ("table", "json"):
                arguments = [command, "--data", pack.name, "--format", format]
                yield f"{pack.relative_to(ROOT)}: {command} {format}", arguments, pack.parent
    write_mutants(made / "mutants", given.mutants, given.seed)
    for number in range(given.packs):
        write_pack(made / "packs" / f"p{number:05}", given.figures, given.seed * 100_000 + number)
    for group in ("mutants", "packs"):
        for format in ("json", "table"):
            yield f"{group}: {format}", ["verify-baselines", f"{group}/*", "--format", format], made


def main() -> None:
    """Print a line for every run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python", nargs="?", default=sys.executable)
    parser.add_argument("--packs", type=int, default=100)
    parser.add_argument("--figures", type=int, default=200)
    parser.add_argument("--mutants", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for name, arguments, folder in runs(given, Path(made)):
            print(digest(given.python, arguments, folder), name, flush=True)


if __name__ == "__main__":
    main()
