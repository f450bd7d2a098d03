"""The Python interface: the page that describes it runs, and it says what the commands say."""

from __future__ import annotations

import doctest
import json
import pickle
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest
from running import ROOT, run

from shizhong_cli import api
from shizhong_cli.results import records as results

FILES = ("baselines.yaml", "targets.yaml")
PAGE = ROOT / "docs" / "api.md"
RECORDS = {
    "export": (results.FigureRecord, "figures", {"range"}),
    "status": (results.GapRecord, "gaps", set()),
    "verify-baselines": (results.CheckRecord, "checks", {"whole_numbers"}),
}
OF_OTHERS = {
    "export": {"low", "low_closed", "high", "high_closed"},
    "status": {"assumed", "end_value", "end_gap", "end_status"},
    "verify-baselines": set(),
}
"""Fields of the JSON output that the record says in another way, or that only an assumption has."""


@pytest.fixture(scope="module")
def pack():
    return api.load()


def test_the_examples_of_the_page_run():
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert tried > 15
    assert failed == 0


@pytest.mark.parametrize("command", RECORDS)
def test_a_record_has_the_fields_of_the_json_output(command):
    record, key, added = RECORDS[command]
    row = json.loads(run(command, "--format", "json").out)[key][0]
    assert {f.name for f in fields(record)} - added == set(row) - OF_OTHERS[command]


def test_it_judges_as_the_command_does(pack):
    rows = json.loads(run("verify-baselines", "--format", "json", "--lang", "zh").out)["checks"]
    checks = api.verify(pack).checks
    assert [(c.id, c.verdict, c.message) for c in checks] == [(r["id"], r["verdict"], r["message"]) for r in rows]
    assert [c.power for c in checks] == [r["power"] and Fraction(r["power"]) for r in rows]


def test_it_measures_as_the_command_does(pack):
    words = ["gdp=5.2%", "urban_new_jobs=1.2万人"]
    options = [option for word in words for option in ("--actual", word)]
    rows = json.loads(run("status", *options, "--as-of", "2026-09", "--sort", "report", "--format", "json").out)["gaps"]
    gaps = api.gaps(pack, words, as_of="2026-09")
    assert [(g.target, g.status, g.gap) for g in gaps] == [
        (r["target"], r["status"], r["gap"] and Fraction(r["gap"])) for r in rows
    ]


def test_nothing_is_read_that_is_not_named(pack, tmp_path, monkeypatch):
    ledger = tmp_path / "actuals.csv"
    ledger.write_text("indicator,as_of,figure\ngdp,2026-06-30,5.2%\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHIZHONG_ACTUALS", str(ledger))
    assert {gap.actual for gap in api.gaps(pack)} == {None}
    assert {gap.actual for gap in api.gaps(pack, files=[ledger])} == {None, "5.2%"}


@pytest.mark.parametrize("make", ["figures", "verify", "gaps", "scan", "coverage", "frame"])
def test_values_pass_between_processes(pack, make):
    value = {
        "figures": lambda: api.figures(pack),
        "verify": lambda: api.verify(pack),
        "gaps": lambda: api.gaps(pack, {"gdp": "5.2%"}),
        "scan": lambda: api.scan("增长5.2%"),
        "coverage": lambda: api.coverage(pack, "增长5.2%"),
        "frame": lambda: api.frame(api.figures(pack)).to_dict(),
    }[make]()
    assert pickle.loads(pickle.dumps(value)) == value


def test_an_error_holds_every_problem_and_passes_between_processes(tmp_path):
    (tmp_path / "baselines.yaml").write_text("indicators: {gdp: {name: 甲, direction: upp, figures: [{level: 3x}]}}\n")
    (tmp_path / "targets.yaml").write_text("targets: []\n")
    with pytest.raises(api.CannotGoOn) as raised:
        api.load(tmp_path)
    assert len(raised.value.problems) >= 2
    assert pickle.loads(pickle.dumps(raised.value)).problems == raised.value.problems
    assert all("baselines.yaml:1:" in line for line in api.explain(raised.value))


def test_no_number_of_a_frame_becomes_a_float(pack):
    frames = [api.frame(api.verify(pack).checks), api.frame(api.gaps(pack, {"gdp": "5.2%"})), api.frame([])]
    assert not [name for frame in frames for name in frame.columns if frame[name].dtype.kind == "f"]
    for exact, kind in (("text", str), ("fraction", Fraction)):
        columns = [
            api.frame(api.figures(pack), exact=exact)["value"],
            api.frame(api.verify(pack).checks, exact)["power"],
        ]
        assert {type(cell) for column in columns for cell in column.dropna()} == {kind}


def test_another_kind_of_number_is_refused(pack):
    with pytest.raises(ValueError, match="text or fraction, not 'float'"):
        api.frame(api.figures(pack), exact="float")


def test_texts_are_read_as_files_are(pack):
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in ("baselines.yaml", "targets.yaml")]
    assert api.verify(api.load_texts(*texts)) == api.verify(pack)


def test_a_problem_of_a_text_has_its_place():
    with pytest.raises(api.CannotGoOn) as raised:
        api.load_texts("indicators: {gdp: {name: 甲, direction: up, figures: [{level: 3x, period: 2025}]}}", "")
    places = {str(problem.place) for problem in raised.value.problems}
    assert {place.partition(":")[0] for place in places} == {"baselines.yaml", "targets.yaml"}


@pytest.fixture(scope="module")
def values(pack):
    """A value of every kind that the interface gives."""
    last, this = (api.load(ROOT / "examples" / f"yunting-{year}") for year in (2025, 2026))
    settled, judged = api.settle(last, this), api.verify(pack)
    with pytest.raises(api.CannotGoOn) as raised:
        api.gaps(pack, {"gpd": "5.2%"})
    (problem,) = raised.value.problems
    counted = next(check for check in judged.checks if check.whole_numbers)
    return [
        raised.value, problem, problem.place, pack, judged, judged.checks[0], judged.questions[0], settled,
        settled.promises[0], counted.implied, counted.whole_numbers, api.figures(pack)[0],
        api.gaps(pack, {"gdp": "5.2%"})[0], api.scan("增长5.2%")[0], api.coverage(pack, "增长5.2%"),
        api.draft("2025年，地区生产总值100亿元，增长5%。", year=2026),
    ]  # fmt: skip


def test_every_public_value_passes_between_processes_and_cannot_be_changed(values):
    """Every class in ``__all__`` has a value here; it comes back the same, and no field of it can be set."""
    classes = {name for name in api.__all__ if isinstance(getattr(api, name), type)}
    assert {type(value).__name__ for value in values} == classes
    for value in values:
        back = pickle.loads(pickle.dumps(value))
        if isinstance(value, Exception):
            assert (type(back), back.problems) == (type(value), value.problems)
            continue
        assert (type(back), back) == (type(value), value)
        name = value._fields[0] if isinstance(value, tuple) else fields(value)[0].name
        with pytest.raises(AttributeError):
            setattr(value, name, None)


def test_every_public_function_is_typed_and_described():
    functions = [getattr(api, name) for name in api.__all__ if not isinstance(getattr(api, name), type)]
    for function in functions:
        assert function.__doc__, function
        assert set(function.__code__.co_varnames[: function.__code__.co_argcount]) <= set(function.__annotations__)
        assert "return" in function.__annotations__
        assert f"{function.__name__}(" in PAGE.read_text(encoding="utf-8"), (
            f"docs/api.md says nothing of it: {function}"
        )


def test_places_are_as_asked_for_wherever_the_working_folder_is(tmp_path, monkeypatch):
    folder = ROOT / "examples" / "yunting-2026"
    here = api.verify(api.load(folder)), api.gaps(api.load(folder))
    monkeypatch.chdir(folder.parent)
    assert (api.verify(api.load(folder)), api.gaps(api.load(folder))) == here
    assert {check.file for check in here[0].checks} == {str(folder / name) for name in FILES}
    monkeypatch.chdir(tmp_path)
    with pytest.raises(api.CannotGoOn) as raised:
        api.load("nowhere")
    assert {problem.place.file for problem in raised.value.problems} == {str(Path("nowhere") / name) for name in FILES}


def test_the_language_is_an_argument_and_not_that_of_the_process(pack, monkeypatch):
    chinese = api.verify(pack)
    for name, value in (("SHIZHONG_LANG", "en"), ("LC_ALL", "en_GB.UTF-8"), ("LANG", "en_GB.UTF-8")):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.argv", ["shizhong", "--lang", "en"])
    assert api.verify(pack) == chinese != api.verify(pack, lang="en")


def test_two_files_of_any_name_are_a_pack(tmp_path):
    folder = ROOT / "examples" / "yunting-2026"
    for name in ("baselines", "targets"):
        (tmp_path / f"{name}-2026.yml").write_bytes((folder / f"{name}.yaml").read_bytes())
    baselines, targets = (tmp_path / f"{name}-2026.yml" for name in ("baselines", "targets"))
    read = api.load(baselines=baselines, targets=targets)
    verdicts = [check.verdict for check in api.verify(api.load(folder)).checks]
    assert [check.verdict for check in api.verify(read).checks] == verdicts
    assert [check.verdict for check in api.verify(api.load(folder, targets=targets)).checks] == verdicts
    with pytest.raises(ValueError, match="both files"):
        api.load(baselines=baselines)


CHANGEABLE = (list, dict, set, bytearray)


def changeable_in(value, path="", seen=None):
    """Where a value holds something that could be changed: paths, each with the type."""
    seen = {} if seen is None else seen
    if id(value) in seen:
        return []
    seen[id(value)] = value  # kept, so that no other value comes to have its number
    inner = []
    if isinstance(value, Exception):
        inner = [("problems", value.problems), ("args", value.args)]
    elif hasattr(value, "__dataclass_fields__"):
        inner = [(field.name, getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, Mapping):
        inner = [(repr(key), one) for key, one in value.items()]
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", [str(number) for number in range(len(value))])
        inner = list(zip(names, value, strict=True))
    found = [f"{path}: {type(value).__name__}"] if isinstance(value, CHANGEABLE) else []
    for name, one in inner:
        found += changeable_in(one, f"{path}.{name}", seen)
    return found


def test_nothing_inside_a_public_value_can_be_changed(values):
    """However deep: no list, no dictionary, no set; a mapping refuses to be filled."""
    for value in values:
        assert changeable_in(value, type(value).__name__) == []


def test_what_a_pack_is_asked_for_is_no_way_to_change_it(pack):
    """What two that ask are both given cannot be changed by either."""
    asked = pack.catalogue
    for name in (name for name in dir(asked) if not name.startswith("_")):
        ask = getattr(asked, name)
        one, other = (ask("gdp"), ask("gdp")) if name.endswith("_of") else (ask, getattr(asked, name))
        assert one is not other or changeable_in(one, name) == []
    (growth,) = (figure for figure in asked.baselines_of("gdp") if figure.measure == "growth")
    group = asked.baselines_of("gdp").group("growth", lambda figure: figure.measure is growth.measure)
    assert changeable_in((asked.baselines_of("gdp").ending_in(2025), group)) == []


@pytest.mark.parametrize(
    ("value", "found"),
    [((1, [2]), 1), ({"a": ({},)}, 2), (results.Settled((), (), {"a": 1}), 1), (api.CannotGoOn([]), 0)],
    ids=str,
)
def test_what_could_be_changed_is_found(value, found):
    assert len(changeable_in(value)) == found


def test_a_frozen_mapping_refuses_every_change_and_is_equal_to_what_it_was_made_of(pack):
    settled = api.settle(pack, pack).summary
    assert pickle.loads(pickle.dumps(settled)) == settled == dict(settled)
    for mapping in (settled, settled["statuses"], pack.catalogue.indicators, pack.declared[0].figures):
        with pytest.raises(TypeError):
            mapping["more"] = 1
