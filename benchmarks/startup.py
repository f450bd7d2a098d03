"""How long whole commands take, as a multiple of importing the libraries they cannot do without.

Run it in the environment where shizhong is installed: ``python benchmarks/startup.py``. Command and yardstick
alternate, so that a busy machine slows both; each ratio is of the medians.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

YARDSTICK = [sys.executable, "-c", "import typer, rich.table, yaml"]
COMMANDS = {
    "--version": (["--version"], 1.2),
    "gap": (["gap", "--indicator", "gdp", "--actual", "5.2%"], 1.4),
    "status": (["status"], 1.7),
    "verify-baselines": (["verify-baselines"], 2.5),
}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    print(f"{'command':18} {'median ms':>10} {'yardstick':>10} {'ratio':>6} {'budget':>7}")
    for name, (arguments, budget) in COMMANDS.items():
        command = [sys.executable, "-m", "shizhong_cli", *arguments]
        seconds(command)
        pairs = [(seconds(command), seconds(YARDSTICK)) for _ in range(runs)]
        own, other = (statistics.median(side) for side in zip(*pairs, strict=True))
        print(f"{name:18} {own * 1000:10.0f} {other * 1000:10.0f} {own / other:6.2f} {budget:7.1f}")


if __name__ == "__main__":
    main()
