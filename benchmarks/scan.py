"""How the time of ``scan`` grows with the length of the text: twice the text should take twice as long.

``python benchmarks/scan.py [TEXT]`` repeats a text (a report beside the repository, or a made-up one) to a quarter,
a half, and a whole million characters.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from shizhong_cli.core.figure.units import BUILT_IN
from shizhong_cli.core.report.scanning import scan

REPORT = Path(__file__).resolve().parent.parent.parent / "shared" / "report.txt"
MADE_UP = (
    "2025年，地区生产总值完成1451.6亿元，增长5%左右；市场主体超过 12.6 万户，分别较“十三五”末增长17.8%和54.5%。"
    "三次产业结构为0.1：19.5：80.4，5G基站200余处，常住人口91.97万\n\n人。（一）坚持统一部署，突破百亿大关，获评第六批示范区。\n"
)
SIZES = (250_000, 500_000, 1_000_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=Path, nargs="?", default=REPORT, metavar="TEXT")
    path = parser.parse_args().text
    text = path.read_text(encoding="utf-8") if path.is_file() else MADE_UP
    for size in SIZES:
        long = (text * (size // len(text) + 1))[:size]
        begin = time.perf_counter()
        numbers = scan(long, BUILT_IN)
        print(f"{size:>9} characters {len(numbers):>7} numbers {time.perf_counter() - begin:6.2f} s")


if __name__ == "__main__":
    main()
