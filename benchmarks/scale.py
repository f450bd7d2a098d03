"""One worker against two: ``python benchmarks/scale.py --packs 60 --figures 200``.

Makes packs (``packs.py``) as one frame, and judges it with ``api.verify_frame`` in this process, then under
Dask on a local cluster of one process and of two. Prints seconds, and whether the answers are the same. Needs Dask;
nothing is installed.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from packs import write_pack

from shizhong_cli import api


def made(packs: int, figures: int) -> pd.DataFrame:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(packs):
            write_pack(Path(folder) / f"p{number:05}", figures, number)
        return api.pack_frame({path.name: api.load(path) for path in sorted(Path(folder).iterdir())})


def judged_by(workers: int, frame: pd.DataFrame) -> tuple[float, pd.DataFrame]:
    """Seconds of judging, without those of starting the cluster; each worker has judged a pack before."""
    import dask.dataframe as dd
    from distributed import Client, LocalCluster

    meta = api.verify_frame(pd.DataFrame())
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        client.run(api.verify_frame, frame[frame["pack"] == frame["pack"].iloc[0]])
        parts = dd.from_pandas(frame.set_index("pack"), npartitions=8)
        started = time.perf_counter()
        answers = parts.map_partitions(api.verify_frame, meta=meta).compute()
        return time.perf_counter() - started, answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packs", type=int, default=60)
    parser.add_argument("--figures", type=int, default=200)
    given = parser.parse_args()
    print(
        f"{platform.platform()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}"
    )
    frame = made(given.packs, given.figures)
    print(f"{given.packs} packs, {len(frame)} rows")
    started = time.perf_counter()
    alone = api.verify_frame(frame)
    print(f"in this process: {time.perf_counter() - started:6.1f} s, {len(alone)} answers")
    expected = alone.astype(object).fillna("").values.tolist()
    for workers in (1, 2):
        seconds, answers = judged_by(workers, frame)
        same = answers.astype(object).fillna("").values.tolist() == expected
        print(f"Dask, {workers} workers: {seconds:6.1f} s, the same answers: {'yes' if same else 'NO'}")


if __name__ == "__main__":
    main()
