"""``shizhong.toml``: where it is found, what counts before it, and what is wrong in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import pack
from running import run

from shizhong_cli.reading.settings import settle_environment

BASELINES = """
indicators:
  it:
    name: 某指标
    name_en: Some indicator
    direction: up
    figures: []
"""
LEDGER = "indicator,as_of,figure\nit,2026-Q3,60家\n"


@pytest.fixture
def desk(tmp_path):
    """A folder with a file of settings, two packs, a ledger, and a folder below to work in."""
    for name, number in (("one", 100), ("two", 200)):
        (tmp_path / name).mkdir()
        target = f"targets:\n  - {{indicator: it, flow: {number}家, period: 2026, section: 三}}\n"
        pack(tmp_path / name, BASELINES, target)
    (tmp_path / "led.csv").write_text(LEDGER, "utf-8")
    (tmp_path / "below" / "deeper").mkdir(parents=True)
    (tmp_path / "shizhong.toml").write_text('data = "one"\nlang = "en"\nactuals = "led.csv"\n', "utf-8")
    return tmp_path


def found(ran):
    (gap,) = json.loads(ran.out)["gaps"]
    return gap["target"], gap["actual"]


STATUS = ("status", "--format", "json")


@pytest.mark.parametrize("where", [".", "below", "below/deeper"])
def test_the_file_is_found_above_and_its_paths_are_meant_from_where_it_lies(desk, where):
    ran = run(*STATUS, lang=None, cwd=desk / where)
    assert (ran.code, found(ran)) == (0, ("100家", "60家"))
    file = "shizhong.toml" if where == "." else str(desk / "shizhong.toml")
    assert ran.err.splitlines() == [
        f"The data are those of {desk / 'one'}, as {file} says.",
        f"The ledger is {desk / 'led.csv'}, as {file} says.",
    ]


def test_the_nearest_file_counts_alone(desk):
    (desk / "below" / "shizhong.toml").write_text('data = "../two"\n', "utf-8")
    assert found(run(*STATUS, cwd=desk / "below")) == ("200家", None)


def test_options_come_before_the_environment_and_that_before_the_file(desk):
    two = {"SHIZHONG_DATA": str(desk / "two")}
    assert found(run(*STATUS, cwd=desk, environment=two))[0] == "200家"
    ran = run(*STATUS, "--data", str(desk / "one"), cwd=desk, environment=two)
    assert found(ran)[0] == "100家"
    assert "one" not in ran.err  # said is only what the file has chosen
    assert run("status", lang="zh", cwd=desk).out.startswith("报告")
    assert run("status", lang=None, cwd=desk).out.startswith("Report")
    assert run("status", "--lang", "zh", lang=None, cwd=desk).out.startswith("报告")


def test_quiet_says_nothing_of_it(desk):
    assert run(*STATUS, "--quiet", cwd=desk).err == ""


def test_the_file_of_the_user_is_the_last(desk, tmp_path):
    own = tmp_path / "config" / "shizhong"
    own.mkdir(parents=True)
    (own / "shizhong.toml").write_text(f'data = "{(desk / "two").as_posix()}"\n', "utf-8")
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config")}
    assert found(run(*STATUS, cwd=desk, environment=environment))[0] == "100家"
    (desk / "shizhong.toml").unlink()
    assert found(run(*STATUS, cwd=desk, environment=environment))[0] == "200家"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("lang = zh\n", ["1:8: G001"]),
        ('data = "one"\nlang = "zh', ["2:11: G001"]),
        ('date = "one"\n\n  lang = "fr"\n[actuals]\nfile = "x"\n', ["1:1: G002", "3:3: G003", "4:2: G003"]),
        ("data = 2026\nactuals = ''\n", ["1:1: G003", "2:1: G003"]),
        ('[tool.shizhong]\ndata = "one"\n', ["1:2: G002"]),
    ],
)
def test_what_is_wrong_has_its_place_and_nothing_is_done(desk, text, problems):
    (desk / "shizhong.toml").write_text(text, "utf-8")
    ran = run(*STATUS, cwd=desk)
    assert (ran.code, ran.out) == (2, "")
    told = [" ".join(line.split(" ")[:2]) for line in ran.err.splitlines()]
    assert told[: len(problems)] == [f"shizhong.toml:{problem}" for problem in problems]


def test_other_bytes_than_utf8_are_told(desk):
    (desk / "shizhong.toml").write_bytes('lang = "en"\ndata = "数据"\n'.encode("gbk"))
    assert "shizhong.toml:2:1: G001" in run(*STATUS, cwd=desk).err


def test_without_a_file_nothing_is_read_nor_set(tmp_path, monkeypatch):
    """Where there is none no reader of TOML is loaded, and each folder is looked at once."""
    looked: list[str] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.path.isfile", lambda path: looked.append(str(path)))
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "none")}
    assert settle_environment(environment).values == ()
    assert list(environment) == ["XDG_CONFIG_HOME"]
    assert len(looked) == len(set(looked)) == len(Path.cwd().parts) + 1
