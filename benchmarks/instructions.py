"""Whether commands cost no more instructions than they may: ``python benchmarks/instructions.py``.

Seconds differ from run to run and from machine to machine; counted instructions repeat to a few in a thousand. Counted
is a whole process, beside the import of the libraries that it cannot do without, so that another version of Python or
of a library moves both. What is over its budget ends with code 1, and is told with what a profile has of its parts.
Without valgrind nothing is counted, which is said. Run it with the interpreter of an environment where a wheel of
shizhong is installed and compiled.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from startup import BUDGETS, OWN, YARDSTICK, instructions, reason_of

COUNTED = {
    "gap": (1.48, 1.39, 1.35, 1.22),
    "status": (1.79, 1.58, 1.46),
    "export": (1.56, 1.54, 1.45),
    "verify-baselines": (3.02, 2.85, 2.76, 2.63, 2.54),
}
"""How many times the instructions of the yardstick a command takes, as counted over the months; the last holds."""
MARGIN = 1.05
"""Times its budget that a command may take: what versions of libraries may add."""


def main() -> int:
    """The exit code."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if shutil.which("valgrind") is None:
        print("instructions are not counted: valgrind is not installed")
        return 0
    commands = [YARDSTICK, *([*OWN, *BUDGETS[name].arguments] for name in COUNTED)]
    with ThreadPoolExecutor() as pool:
        unit, *counted = pool.map(instructions, commands)
    over = 0
    for (name, (*earlier, budget)), number in zip(COUNTED.items(), counted, strict=True):
        held = number <= unit * budget * MARGIN
        over += not held
        before = f"before: {', '.join(f'{count:.2f}' for count in earlier)}"
        print(f"{name:18} {number:13,} {number / unit:6.2f} {budget:6.2f} {'held' if held else 'over'}  {before}")
        if not held:
            with tempfile.TemporaryDirectory() as folder:
                print(f"{'':18} {reason_of(BUDGETS[name].arguments, Path(folder))}")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
