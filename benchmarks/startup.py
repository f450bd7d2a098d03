"""Everything that is promised about speed, in one run: ``python benchmarks/startup.py``.

Run it with the interpreter of an environment that shizhong is installed in, as users have it: from a wheel, not from a
working copy, for the index of the shipped data is in the wheel alone. Nothing is installed; packs are made in a folder
that is gone at the end.

Every command is a whole process and is set beside a yardstick, the import of the libraries that it cannot do without.
Both alternate, so that a busy machine slows both; taken is processor time, the least of all runs, since waiting for
others can only add to it. Where valgrind is installed the instructions of both are counted as well, if asked for with
``--instructions``: these repeat from run to run, whatever else the machine does. Other programs are asked where they
are on the PATH.

What is missed is told with the reason, found by this run: what a profile has of it, part by part, so that no reason can
be older than the program. A profile makes calls dearer than they are, so that the parts are shares, not times.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import platform
import pstats
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from packs import write_pack

YARDSTICK = [sys.executable, "-c", "import typer, rich.table, yaml"]
OWN = [sys.executable, "-P", "-m", "shizhong_cli"]  # not the sources, where they lie in the working folder


class Budget(NamedTuple):
    """A command, and how many yardsticks it may take."""

    arguments: tuple[str, ...]
    most: float
    shell: str = ""  # that asks what can follow the arguments, instead of running them


BUDGETS = {
    "--version": Budget(("--version",), 0.8),
    "--help": Budget(("--help",), 1.2),
    "gap": Budget(("gap", "--indicator", "gdp", "--actual", "5.2%"), 1.3),
    "export": Budget(("export", "--format", "json"), 1.3),
    "status": Budget(("status",), 1.45),
    "verify-baselines": Budget(("verify-baselines",), 1.8),
    "a shell asks: st": Budget(("st",), 1.3, "bash"),
    "… gap, for ids": Budget(("gap", ""), 1.3, "bash"),
    "… for sections": Budget(("status", "--section", ""), 1.3, "zsh"),
    "verify to JSON": Budget(("verify-baselines", "--format", "json"), 1.8),
}
PARTS = {
    "reading modules": ("<frozen importlib._bootstrap>", "_find_and_load"),
    "opening the pack": ("reading/pack/opening.py", "open_sound_pack"),
    "opening the data": ("reading/pack/checks.py", "load_checked"),
    "finding checks": ("core/checking/derive.py", "derive_checks"),
    "questions": ("core/checking/questions.py", "ask"),
    "judging": ("core/checking/judging.py", "judge"),
    "drawing the page": ("rendering/formats/terminal.py", "write_table"),
}
"""What a run is made of: the function that does each part, by the end of its file; modules are read in any of them."""
JUDGING = {
    "finding checks": PARTS["finding checks"],
    "questions": PARTS["questions"],
    "whether they hold": ("core/checking/solving.py", "attempt"),
    "slips tried one by one": ("core/checking/power.py", "_failing"),
    "slips counted": ("core/checking/mistaken.py", "possible"),
}
"""What judging is made of; slips that are tried ask as well whether a relation holds."""
LEAST_SHARE = 0.05
"""What is less of a run is not named."""
JUDGED_WARM = 20.0
"""Milliseconds for judging the shipped pack in a process that has done it before."""
AGAINST_PEER = 1.5
"""Times that bean-check takes for as many figures."""
MANY_SECONDS, MANY_PACKS = 60.0, 3000
"""What many packs of 200 figures may take on two cores."""
SIZES = (10, 100, 1000)
"""Numbers of packs at which the cost of one is told, below the number that is asked for."""
LINEAR = 1.2
"""How many times as much one of many packs may cost as one of fewer; a few carry the cost of starting."""


def processor_seconds(command: Sequence[str], shell: str = "") -> float:
    """The processor time of a whole run, whatever its exit code says of the data."""
    asked = {"_SHIZHONG_COMPLETE": shell} if shell else {}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **asked}
    )
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime


def shares(taken: pstats.Stats, parts: Mapping[str, tuple[str, str]]) -> str:
    """How much of a profile each part is, the largest first."""
    recorded: dict[tuple[str, int, str], tuple[Any, ...]] = taken.stats  # type: ignore[attr-defined]
    whole, found = sum(own for _, _, own, *_ in recorded.values()), []
    for part, (end, function) in parts.items():
        within = sum(entry[3] for (file, _, name), entry in recorded.items() if name == function and file.endswith(end))
        found.append((within / whole, part))
    return ", ".join(f"{share:.0%} {part}" for share, part in sorted(found, reverse=True) if share >= LEAST_SHARE)


def reason_of(arguments: Sequence[str], folder: Path) -> str:
    """What a profile of a whole run has of its parts."""
    profile = folder / "profile"
    command = [sys.executable, "-P", "-m", "cProfile", "-o", str(profile), "-m", "shizhong_cli", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return shares(pstats.Stats(str(profile)), PARTS)


def instructions(command: Sequence[str]) -> int:
    """The instructions of a whole run, counted by valgrind."""
    counted = ["valgrind", "--tool=exp-bbv", "--bb-out-file=/dev/null", *command]
    told = subprocess.run(counted, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False).stderr
    found = re.search(r"Total instructions: (\d+)", told)
    if found is None:
        raise SystemExit(f"valgrind counted nothing:\n{told}")
    return int(found[1])


def told(held: bool, reason: str = "") -> str:
    """Whether a budget is held, and why not; on a machine that others use that may be a reason of its own."""
    reasons = "; ".join(filter(None, (reason, _others())))
    return "held" if held else f"missed{': ' + reasons if reasons else ''}"


def _others() -> str:
    """That more is running than there are cores, which slows every process."""
    running = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    return f"others are running ({running:.1f} on {os.cpu_count()} cores)" if running > (os.cpu_count() or 1) else ""


def machine() -> None:
    """What this was measured on."""
    model = next((line for line in _cpu_lines() if line.startswith("model name")), platform.processor())
    busy = f"{os.getloadavg()[0]:.1f} running" if hasattr(os, "getloadavg") else "load not known"
    print(f"{platform.system()} {platform.machine()}, {model.partition(':')[2].strip() or model}")
    print(f"{os.cpu_count()} cores, {busy}, {platform.python_implementation()} {platform.python_version()}\n")


def _cpu_lines() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def commands(runs: int, count: bool, folder: Path) -> None:
    """Whole commands beside the yardstick."""
    print(f"{'whole processes':18} {'ms':>7} {'yardstick':>10} {'ratio':>6} {'budget':>7} {'instructions':>13}")
    unit = instructions(YARDSTICK) if count else 0
    for name, budget in BUDGETS.items():
        command = [*OWN, *budget.arguments]
        processor_seconds(command, budget.shell)
        pairs = [(processor_seconds(command, budget.shell), processor_seconds(YARDSTICK)) for _ in range(runs)]
        own, other = (min(side) for side in zip(*pairs, strict=True))
        counted = f"{instructions(command) / unit:13.2f}" if count and not budget.shell else f"{'':13}"
        held = own / other <= budget.most
        reason = "" if held else reason_of(budget.arguments, folder)
        line = f"{name:18} {own * 1000:7.0f} {other * 1000:10.0f} {own / other:6.2f} {budget.most:7.2f} {counted}"
        print(f"{line}  {told(held, reason)}", flush=True)
    if not count:
        print("instructions were not counted: ask for it with --instructions, where valgrind is installed")


def _least(work: Callable[[], object], runs: int) -> float:
    """Milliseconds of processor time, the least of several runs."""
    found = []
    for _ in range(runs):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found) * 1000


def warm(runs: int) -> None:
    """One pack in a process that has done it before."""
    from shizhong_cli.core.checking.terms import Depth
    from shizhong_cli.core.checking.verify import verify
    from shizhong_cli.reading.pack.checks import load_checked
    from shizhong_cli.reading.pack.places import shipped

    catalogue, declared = load_checked(shipped())
    print(f"\nwarm, {len(catalogue.figures())} figures, {len(verify(catalogue, declared).outcomes)} checks, in ms")
    print(f"{'opened':18} {_least(lambda: load_checked(shipped()), runs):7.1f}")
    for name, depth in (("judged for a page", Depth.SHOWN), ("judged in full", Depth.FULL)):
        took = _least(lambda depth=depth: verify(catalogue, declared, None, depth), runs)  # type: ignore[misc]
        profile = cProfile.Profile()
        profile.runcall(verify, catalogue, declared, None, depth)
        held = told(took <= JUDGED_WARM, shares(pstats.Stats(profile), JUDGING))
        print(f"{name:18} {took:7.1f} {'':10} {'':6} {JUDGED_WARM:7.1f} {'':13}  {held}")


def peers(runs: int, figures: int, folder: Path) -> None:
    """Other programs that check as many figures, where they are installed."""
    print(f"\nbeside others, {figures} figures, processor ms: verify-baselines, the other, ratio")
    write_pack(folder / "peer", figures, 1)
    own = [*OWN, "verify-baselines", "--data", str(folder / "peer")]
    for name, command in _peer_commands(figures, folder).items():
        if shutil.which(command[0]) is None:
            print(f"{name:18} not installed")
            continue
        pairs = [(processor_seconds(own), processor_seconds(command)) for _ in range(runs)]
        mine, other = (min(side) for side in zip(*pairs, strict=True))
        line = f"{name:18} {mine * 1000:7.0f} {other * 1000:10.0f} {mine / other:6.2f}"
        if name == "bean-check":
            held = mine / other <= AGAINST_PEER
            line += f" {AGAINST_PEER:7.2f} {'':13}  {told(held, '' if held else reason_of(own[len(OWN) :], folder))}"
        print(line)


def _peer_commands(figures: int, folder: Path) -> dict[str, list[str]]:
    """The inputs of the others, made here, and how they are called."""
    beans = ["2020-01-01 open Assets:A", "2020-01-01 open Income:B"]
    ledger, rows = ["~ monthly\n    assets:a  100.00 CNY\n    income:b\n"], ["id,value"]
    for number in range(figures):
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}"
        beans.append(f'{day} * "figure {number}"\n  Assets:A  {number + 1}.50 CNY\n  Income:B  -{number + 1}.50 CNY')
        ledger.append(f"{day} figure {number}\n    assets:a  {number + 1}.50 CNY\n    income:b\n")
        rows.append(f"{number},{number + 1}.5")
    for name, lines in (("peer.beancount", beans), ("peer.journal", ledger), ("peer.csv", rows)):
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {
        "bean-check": ["bean-check", str(folder / "peer.beancount")],
        "frictionless": ["frictionless", "validate", str(folder / "peer.csv")],
        "hledger": ["hledger", "-f", str(folder / "peer.journal"), "bal", "--budget"],
    }


def many(packs: int, folder: Path) -> None:
    """Many packs of 200 figures on all cores, from ten up to so many: cost and memory."""
    print("\nmany packs of 200 figures, all cores")
    paces = {}
    for number in dict.fromkeys((*(size for size in SIZES if size < packs), packs)):
        for one in range(number):
            write_pack(folder / f"many{number}" / f"p{one:05}", 200, 100_000 + one)
        command = [*OWN, "verify-baselines", str(folder / f"many{number}" / "*")]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        start = time.perf_counter()
        _, _, used = os.wait4(process.pid, 0)
        seconds, busy = time.perf_counter() - start, used.ru_utime + used.ru_stime
        paces[number] = busy / number * 1000
        print(f"{number:6} packs  {seconds:7.1f} s  {paces[number]:6.1f} processor ms a pack  "
              f"{used.ru_maxrss / 1024:5.0f} MiB in the largest process")  # fmt: skip
    whole, pace = MANY_SECONDS * 2 * 1000 / MANY_PACKS, paces[packs]
    print(f"{MANY_PACKS} packs in {MANY_SECONDS:.0f} s on two cores are {whole:.0f} ms a pack: {told(pace <= whole)}")
    cheapest = min((pace for number, pace in paces.items() if number < packs), default=pace)
    print(f"linear: one of {packs} costs {pace / cheapest:.2f} times one of fewer, at most {LINEAR}: "
          f"{told(pace / cheapest <= LINEAR)}")  # fmt: skip


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--packs", type=int, default=300, help="how many packs are judged together; 0 leaves them out")
    parser.add_argument("--figures", type=int, default=200, help="of the pack that is set beside other programs")
    parser.add_argument("--instructions", action="store_true", help="count them with valgrind, which is slow")
    given = parser.parse_args()
    machine()
    with tempfile.TemporaryDirectory() as folder:
        commands(given.runs, given.instructions and shutil.which("valgrind") is not None, Path(folder))
        warm(given.runs)
        peers(given.runs, given.figures, Path(folder))
        if given.packs:
            many(given.packs, Path(folder))


if __name__ == "__main__":
    main()
