"""Packs judged on a cluster: two processes of this machine, the same answers as in one."""

from __future__ import annotations

import runpy
import warnings
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest
from running import ROOT

from shizhong_cli import api

pytestmark = pytest.mark.skipif(
    find_spec("dask") is None or find_spec("distributed") is None, reason="Dask is not installed (shizhong[dask])"
)
WRITE_PACK = runpy.run_path(str(ROOT / "benchmarks" / "packs.py"))["write_pack"]


@pytest.fixture(scope="module")
def figures(tmp_path_factory) -> pd.DataFrame:
    """Seven generated packs, one with a wrong digit, and one that cannot be used."""
    folder: Path = tmp_path_factory.mktemp("packs")
    for number in (*range(6), 8):
        WRITE_PACK(folder / f"p{number}", 40, number)
    packs = {path.name: api.load(path) for path in sorted(folder.iterdir())}
    bad = pd.DataFrame(
        {"pack": ["bad"], "role": ["baseline"], "indicator": ["gdp"], "figure": ["5家"], "period": ["x"]}
    )
    return pd.concat([api.pack_frame(packs), bad], ignore_index=True)


@pytest.fixture(scope="module")
def client():
    from distributed import Client, LocalCluster

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with (
            LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            yield client


def in_order(frame: pd.DataFrame) -> pd.DataFrame:
    """The answers pack by pack, those of one pack as they were given."""
    plain = frame.astype(object)
    return plain.where(plain.notna(), None).sort_values("pack", kind="stable").reset_index(drop=True)


def test_two_workers_say_what_one_process_says(client, figures):
    import dask.dataframe as dd

    parts = dd.from_pandas(figures.set_index("pack").sort_index(kind="stable"), npartitions=3)
    assert parts.npartitions > 1
    judged = parts.map_partitions(api.verify_frame, meta=api.verify_frame(pd.DataFrame())).compute()
    alone = api.verify_frame(figures)
    assert in_order(judged).equals(in_order(alone))
    assert {"check", "problem"} <= set(judged["what"])
    assert (judged["verdict"] == "inconsistent").any()
    assert len(client.scheduler_info(n_workers=-1)["workers"]) == 2


def test_what_is_shared_goes_to_every_worker(client, figures):
    import dask.dataframe as dd

    shared = pd.DataFrame({"role": ["check"], "id": ["large"], "expression": ["i0.growth@2025 <= 100%"]})
    parts = dd.from_pandas(figures.set_index("pack").sort_index(kind="stable"), npartitions=2)
    judged = parts.map_partitions(api.verify_frame, shared, meta=api.verify_frame(pd.DataFrame())).compute()
    assert set(judged[judged["id"] == "large"]["pack"]) == set(figures["pack"]) - {"bad"}


def test_targets_are_measured_by_the_actuals_of_their_packs(client, figures):
    import dask.dataframe as dd

    names = sorted(set(figures["pack"]) - {"bad"})
    came_in = pd.DataFrame({"pack": names, "role": "actual", "indicator": "i0", "as_of": "2026-09", "figure": "5.2%"})
    parts = dd.from_pandas(pd.concat([figures, came_in]).set_index("pack").sort_index(kind="stable"), npartitions=3)
    told = parts.map_partitions(api.gaps_frame, meta=api.gaps_frame(pd.DataFrame())).compute()
    alone = api.gaps_frame(pd.concat([figures, came_in]))
    assert in_order(told).equals(in_order(alone))
    assert set(told[told["what"] == "gap"]["actual"]) == {"5.2%"}
