"""Whose report it is, by its title."""

from __future__ import annotations

import pytest

from shizhong_cli.core.pack.issuer import are_of_one_place, issuer_of


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("青溪县2026年政府工作报告", "青溪县"),
        ("二〇二六年青溪县人民政府工作报告", "青溪县"),
        ("青溪县政府工作报告（2026年）", "青溪县"),
        ("关于青溪县2025年国民经济和社会发展计划执行情况与2026年计划草案的报告", "青溪县"),
        ("青溪县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要（草案）", "青溪县"),
        ("青溪县“十五五”规划纲要", "青溪县"),
        ("在青溪县第十九届人民代表大会第五次会议上的政府工作报告", "青溪县"),
        ("和县2026年政府工作报告", "和县"),
        ("十堰市2026年政府工作报告", "十堰市"),
        ("Work report of Qingxi 2026", "workreportofqingxi"),
        ("某区2026年政府工作报告", ""),
        ("政府工作报告", ""),
        ("2026年政府工作报告", ""),
        ("", ""),
    ],
)
def test_the_place_of_a_title(title, place):
    assert issuer_of(title) == place


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青溪县2026年政府工作报告", "青溪县2027年政府工作报告", True),
        ("青溪县2026年政府工作报告", "青溪县国民经济和社会发展第十五个五年规划纲要", True),
        ("云州市青溪县2026年政府工作报告", "青溪县2026年政府工作报告", True),
        ("青溪县2026年政府工作报告", "白溪县2026年政府工作报告", False),
        ("云州市2026年政府工作报告", "云州市青溪县2026年政府工作报告", False),
        ("青溪县2026年政府工作报告", "2026年政府工作报告", False),
    ],
)
def test_titles_of_one_place(one, other, same):
    assert are_of_one_place(one, other) is are_of_one_place(other, one) is same
