"""The pre-commit hook: every pack that one of the given files belongs to is verified, in whatever folder it lies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def main(files: Sequence[str]) -> int:
    """The worst exit code of all the packs."""
    folders = dict.fromkeys(Path(file).parent for file in files)
    return max((_verified(folder) for folder in folders), default=0)


def _verified(folder: Path) -> int:
    command = [sys.executable, "-m", "shizhong_cli", "verify-baselines", "--data", str(folder)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
