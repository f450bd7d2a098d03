"""Two reports of one place, drafted and not touched by hand: the headline promises are matched and judged right.

The reports in tests/data/settle are invented, in the wordings that reports have; the ends stand here as a reader of the
two texts finds them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import ROOT, run

TEXTS = ROOT / "tests" / "data" / "settle"

ENDS = {
    # 2025 promised, 2026 told; five-year averages and sums stand before the year
    "a": """
        地区生产总值           5.5%左右      within_band      预计5.3%
        规模以上工业增加值     7%左右        met              7.4%
        固定资产投资           5%左右        not_quantified   -
        社会消费品零售总额     5.5%以上      met              5.8%
        一般公共预算收入       2%            met              2.1%
        城镇新增就业           60万人以上    met              63.1万人
        城镇调查失业率         5.5%左右      dropped          -
        居民消费价格           2%左右        not_quantified   -
        居民人均可支配收入     5.5%以上      not_comparable   -
        粮食产量               400亿斤以上   met              412.6亿斤
        单位地区生产总值能耗   降低3%左右    dropped          -
    """,
    "b": """
        地区生产总值             6%以上        missed   5.7%
        规上工业增加值           8%以上        met      8.3%
        固定资产投资             6%            missed   下降2.6%
        社会消费品零售总额       5.5%          missed   5.2%
        一般公共预算收入         3%            met      3.1%
        城镇居民人均可支配收入   5%            missed   4.9%
        农村居民人均可支配收入   7%            missed   6.6%
        城镇新增就业             1.8万人       met      1.92万人
        城镇登记失业率           控制在4%以内  met      3.6%
    """,
    "c": """
        地区生产总值             6.5%左右        met           6.6%
        规模以上工业增加值       8%左右          met           8.7%
        固定资产投资             8%以上          missed        3.1%
        社会消费品零售总额       6%左右          missed        5.0%
        一般公共预算收入         5%左右          within_band   4.6%
        城镇居民人均可支配收入   5.5%左右        met           5.6%
        农村居民人均可支配收入   7%左右          met           7.2%
        城镇新增就业             4500人以上      met           4862人
        城镇调查失业率           控制在5.5%以内  met           5.2%
        居民消费价格涨幅         控制在2%左右    met           0.4%
    """,
    "e": """
        规模以上工业增加值   6.5%左右        met           7.0%
        固定资产投资         3%以上          missed        下降1.5%
        社会消费品零售总额   5%左右          within_band   4.7%
        进出口总额           4%              missed        1.8%
        城镇新增就业         75万人          met           78.6万人
        城镇调查失业率       控制在5.5%左右  met           5.2%
        居民消费价格涨幅     2%左右          dropped       -
        粮食产量             230亿斤以上     met           1178万吨
        单位生产总值能耗     下降3%以上      met           下降3.6%
    """,
}


def settled(folder: Path, name: str, like: bool) -> dict[str, dict]:
    """The promises by name, of two texts that were drafted."""
    packs = [folder / "2025", folder / "2026"]
    for pack in packs:
        text = TEXTS / f"{name}-{pack.name}.txt"
        also = ["--like", str(packs[0])] if like and pack is packs[1] else []
        assert run("draft", str(text), "--output", str(pack), *also).code == 0
    text = str(TEXTS / f"{name}-2026.txt")
    ran = run("settle", *map(str, packs), "--text", text, "--format", "json")
    assert ran.code == 0, ran.err
    return {row["name"]: row for row in json.loads(ran.out)["promises"]}


@pytest.mark.parametrize("like", [False, True], ids=["by-itself", "like-the-last"])
@pytest.mark.parametrize("name", ENDS)
def test_headline_promises_of_drafted_reports(tmp_path, name, like):
    rows = settled(tmp_path, name, like)
    for line in ENDS[name].strip().splitlines():
        indicator, target, status, result = line.split()
        row = rows[indicator]
        found = (row["target"], row["status"], row["result"] or "-")
        assert found == (target, status, result), indicator
    assert not any(row["reason"] == "word_absent" for row in rows.values() if row["name"] == "固定资产投资")
