"""Packs as DataFrames: what the command says of a pack, for every pack of a frame, and nothing dropped."""

from __future__ import annotations

import io
import json
import runpy
from pathlib import Path

import pandas as pd
import pytest
from making import pack as write_pack
from running import ROOT, run

from shizhong_cli import api
from shizhong_cli.core.checking.verify import verify
from shizhong_cli.core.pack.model import Catalogue
from shizhong_cli.problems import Place, Spot
from shizhong_cli.rendering.formats.verification import report_content
from shizhong_cli.rendering.wording import Language, Words

GENERATED = runpy.run_path(str(ROOT / "benchmarks" / "packs.py"))["write_pack"]
FOLDERS = [ROOT, *sorted((ROOT / "examples").glob("*/")), *sorted((ROOT / "tests" / "examples" / "good").glob("*/"))]
PACKS = {path.name or "shipped": path for path in FOLDERS if (path / "targets.yaml").is_file()}
OTHER = ROOT / "examples" / "five_year_plan"


def frame(*rows: str, columns: str = "pack indicator direction measure period figure") -> pd.DataFrame:
    """Rows as a person would type them; a dot is an empty cell."""
    names = columns.split()
    cells = [dict(zip(names, (None if c == "." else c for c in row.split()), strict=True)) for row in rows]
    return pd.DataFrame(cells, columns=names, dtype=object)


def without_columns(value: object) -> object:
    """A model without the columns of places, which rows do not have, and where indicators are named."""
    if isinstance(value, Spot):
        return None
    if isinstance(value, Place):
        return value.file, value.line
    if isinstance(value, tuple):
        named = value._replace(place=None) if "direction" in getattr(value, "_fields", ()) else value
        return tuple(without_columns(part) for part in named)
    if isinstance(value, Catalogue) or not hasattr(value, "items"):
        return value
    return {key: without_columns(part) for key, part in value.items()}


def answers_of(folder: Path, lang: str = "zh") -> list[dict[str, object]]:
    """What the command says, as a list of rows: checks, questions, figures in no check."""
    pack = api.load(folder)
    content = report_content(pack.catalogue, verify(pack.catalogue, pack.declared), Words(Language(lang)))
    checks = [{"what": "check", **row} for row in content["checks"]]
    questions = [{"what": "question", **row} for row in content["questions"]]
    return [*checks, *questions, *({"what": "unchecked", "figures": [name]} for name in content["unchecked"])]


def as_told(row: pd.Series) -> dict[str, object]:
    """A row of the frame with what is in it."""
    return {key: value for key, value in row.items() if not pd.isna(value) and key != "pack"}


def as_row(answer: dict[str, object]) -> dict[str, object]:
    """An answer of the command with the columns of the frame."""
    flat: dict[str, object] = {}
    for key, value in answer.items():
        inner = dict(value) if isinstance(value, dict) else {}
        whole = inner.pop("whole_numbers", None) or {}
        flat |= {f"{key}_{end}": part for end, part in inner.items()}
        flat |= {f"whole_numbers_{k}": " ".join(v) if isinstance(v, list) else v for k, v in whole.items()}
        if not isinstance(value, dict):
            flat[key] = " ".join(value) if isinstance(value, list) else value
    return {key: value for key, value in flat.items() if value not in (None,)}


@pytest.mark.parametrize("name", PACKS)
def test_rows_declare_what_the_files_declare(name):
    """The model read out of the rows is the one read out of the files, figure for figure and check for check."""
    from shizhong_cli.frames.packs import PACK_COLUMNS
    from shizhong_cli.frames.tables import groups_of
    from shizhong_cli.reading.pack.rows import read_rows

    pack = api.load(PACKS[name])
    ((_, rows),) = groups_of(api.pack_frame(pack), PACK_COLUMNS, ()).items()
    read = read_rows("", rows)
    assert read.problems == read.unused == ()
    for part, of_file in pack.catalogue._asdict().items():
        of_rows = getattr(read.catalogue, part)
        if part not in ("title", "title_en"):
            of_rows, of_file = without_columns(of_rows), without_columns(of_file)
        assert of_rows == of_file, part


def test_every_answer_is_that_of_the_command(tmp_path):
    """All of the packs at once, with generated ones: the same checks, word for word and number for number."""
    for number in (*range(5), 8):  # the last has a wrong digit
        GENERATED(tmp_path / f"p{number}", 40, number)
    packs = PACKS | {path.name: path for path in tmp_path.iterdir()}
    judged = api.verify_frame(api.pack_frame({name: api.load(path) for name, path in packs.items()}))
    assert set(judged["pack"]) == set(packs)
    findings = judged[judged["verdict"] == "inconsistent"]
    assert len(findings) >= 1  # of the generated ones
    for name, path in packs.items():
        told = [as_told(row) for _, row in judged[judged["pack"] == name].iterrows() if row["what"] != "nothing"]
        assert told == [as_row(answer) for answer in answers_of(path)], name


@pytest.mark.parametrize(
    ("folder", "written"), [(ROOT, "csv"), (OTHER, "json"), (OTHER, "csv without declared")], ids=["", "json", "alone"]
)
def test_an_export_can_be_fed_back(folder, written):
    """A pack through a file: the verdicts of the command, of declared checks too where they are given."""
    document = json.loads(run("export", "--data", str(folder), "--format", "json").out)
    if written == "json":
        figures = pd.DataFrame(document["figures"])
    else:
        text = run("export", "--data", str(folder), "--format", "csv").out
        figures = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    more = [] if written.endswith("declared") else [pd.DataFrame(document[key]) for key in ("references", "declared")]
    judged = api.verify_frame(pd.concat([figures, *more]))
    checks = {row["id"]: row["verdict"] for _, row in judged[judged["what"] == "check"].iterrows()}
    expected = {check.id: check.verdict for check in api.verify(api.load(folder)).checks}
    declared = {row["id"] for row in document["declared"] if row["role"] == "check"}
    left_out = declared if written.endswith("declared") else set()
    assert checks == {id: verdict for id, verdict in expected.items() if id not in left_out}
    assert not judged["what"].isin(["problem", "unused", "nothing"]).any()
    assert declared or folder == OTHER


@pytest.mark.parametrize("guessed", [["period", "name"], ("period", "name"), '["period", "name"]', "period name"])
def test_what_was_guessed_can_be_fed_back_as_it_was_told(guessed):
    figures = frame("a firms up level 2025 150家", "a firms up level 2024 200家", "a firms up growth 2025 50%")
    assert set(api.verify_frame(figures).query("what == 'check'")["verdict"]) == {"inconsistent"}
    figures["guessed"] = pd.Series([guessed, *[None] * (len(figures) - 1)], dtype=object)
    assert "inconsistent" not in set(api.verify_frame(figures).query("what == 'check'")["verdict"])


def test_messages_are_in_the_language_asked_for():
    figures = frame("a gdp up level 2025 150家", "a gdp up growth 2025 50%")
    (chinese,), (english,) = (
        set(api.verify_frame(figures, lang=lang).query("what == 'check'")["message"]) for lang in ("zh", "en")
    )
    assert not any("一" <= character <= "龥" for character in english)
    assert any("一" <= character <= "龥" for character in chinese)


def test_gaps_are_those_of_the_command():
    pack = api.load()
    came_in = frame(
        "actual gdp growth 2026-09 5.2%",
        "actual urban_new_jobs . 2026-09 1.2万人",
        columns="role indicator measure as_of figure",
    )
    told = api.gaps_frame(pd.concat([api.pack_frame(pack), came_in]))
    words = ["gdp.growth=5.2%", "urban_new_jobs=1.2万人"]
    expected = api.frame(api.gaps(pack, words, as_of="2026-09"))
    for column in ("indicator", "target", "status", "gap", "gap_unit", "completion", "required", "baseline", "reason"):
        ours = [None if pd.isna(cell) else cell for cell in told[column]]
        assert ours == [None if pd.isna(cell) else str(cell) for cell in expected[column]], column
    assert set(told["what"]) == {"gap"}
    assert {"on_track", "behind"} & set(told["status"])


# ── by hand ────────────────────────────────────────────────────────────────────


def test_one_pack_without_a_column_for_it_and_by_the_index():
    rows = frame("a firms up level 2025 1455家", "a firms up growth 2025 54.5%")
    by_column = api.verify_frame(rows)
    assert list(by_column["what"]) == ["check"]
    assert api.verify_frame(rows.set_index("pack")).equals(by_column)
    alone = api.verify_frame(rows.drop(columns="pack"))
    assert list(alone["id"]) == list(by_column["id"])
    assert set(alone["pack"]) == {""}


def test_the_base_of_a_growth_worked_out_by_hand():
    """1455 at 54.5 % since 2020: more than 1455/1.5455 and at most 1455/1.5445, so 942."""
    row = api.verify_frame(
        frame(
            "a firms up level 2025 . 1455家",
            "a firms up growth 2025 2020 54.5%",
            columns="pack indicator direction measure period since figure",
        )
    ).iloc[0]
    assert (row["verdict"], row["whole_numbers_all"], row["unit"]) == ("consistent", "942", "家")
    assert (row["implied_low_closed"], row["implied_high_closed"]) == (False, True)


def test_a_bad_pack_is_not_in_the_way_of_the_others():
    judged = api.verify_frame(
        frame(
            "bad gdp up level 2025 15x",
            "good gdp up level 2025 150家",
            "bad gdp up growth 2025 50%",
            "good gdp up growth 2025 50%",
        )
    )
    bad = judged[judged["pack"] == "bad"]
    assert list(bad["what"]) == ["problem"]
    assert list(bad["line"]) == [1]  # the first row of its pack
    assert list(judged[judged["pack"] == "good"]["what"]) == ["check"]


@pytest.mark.parametrize(
    ("rows", "columns", "codes"),
    [
        (["a gdp up stock 2025 5家"], "pack indicator direction measure period figure", ["K003"]),
        (["a gdp . level 2025 5家"], "pack indicator direction measure period figure", ["K002"]),
        (["a . up level 2025 5家"], "pack indicator direction measure period figure", ["K002"]),
        (["a gdp up level 2025 ."], "pack indicator direction measure period figure", ["F004"]),
        (["a gdp up level . 5家"], "pack indicator direction measure period figure", ["K002"]),
        (["a gdp up level 2025 5户户"], "pack indicator direction measure period figure", ["F002"]),
        (
            ["a gdp up level 2025 5家", "a gdp down level 2024 4家"],
            "pack indicator direction measure period figure",
            ["K008"],
        ),
        (["a gdp up level 2025 5家 6"], "pack indicator direction measure period figure value", ["K007"]),
        (["a gdp up level 2025 近5家 exact"], "pack indicator direction measure period figure bound", ["K007"]),
        (["a gdp up level 2025 5家 户"], "pack indicator direction measure period figure unit", ["F005"]),
        (["a gdp up level 2025 5家 task"], "pack indicator direction measure period figure binding", ["K001"]),
        (["a gdp up level 2025 5家 stok"], "pack indicator direction measure period figure role", ["K003"]),
        (["a gdp up level 2025 5家 {flow"], "pack indicator direction measure period figure prices", ["Y016"]),
        (
            ["a gdp up level 2025 5家", "a gdp up level 2025 6家"],
            "pack indicator direction measure period figure",
            ["R004"],
        ),
        (["a check c gdp.level@2025=5家"], "pack role id expression", ["C007"]),
        (["a check . 1=1"], "pack role id expression", ["K002"]),
    ],
)  # fmt: skip
def test_whatever_is_wrong_is_a_row(rows, columns, codes):
    judged = api.verify_frame(frame(*rows, columns=columns) if "indicator" in columns else with_figures(rows, columns))
    assert set(judged["what"]) == {"problem"}
    assert sorted(judged["code"]) == codes
    assert judged["message"].notna().all()


def with_figures(rows: list[str], columns: str) -> pd.DataFrame:
    return pd.concat([frame("a n up level 2025 5家"), frame(*rows, columns=columns)])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"figur": "x"}, "A004"),
        ({"figure": None}, "A005"),
        ({"since": 2020.0}, "K009"),
        ({"period": pd.Timestamp("2025-01-01")}, "K009"),
        ({"figure": 5.5}, "K009"),
        ({"figure": ["5家"]}, "K009"),
    ],
)
def test_a_frame_of_the_wrong_shape_is_refused(change, code):
    columns = {"indicator": "gdp", "measure": "level", "period": "2025", "figure": "5家", **change}
    rows = pd.DataFrame({key: pd.Series([value], dtype=object) for key, value in columns.items()})
    if code == "A005":
        rows = rows.drop(columns="figure")
    with pytest.raises(api.CannotGoOn) as raised:
        api.verify_frame(rows)
    assert [problem.code for problem in raised.value.problems] == [code]


def test_a_pack_without_anything_to_check_is_told():
    judged = api.verify_frame(frame("a gdp up level 2025 150家"))
    assert list(judged["what"]) == ["unchecked", "nothing"]
    assert list(api.gaps_frame(frame("a gdp up level 2025 150家"))["what"]) == ["nothing"]


def test_what_holds_for_every_pack():
    """Directions, a unit and a check, declared once; the pack without a population is told so, and judged."""
    shared = pd.concat(
        [
            frame("indicator gdp up", "indicator people none", columns="role indicator direction"),
            frame("unit 盏", columns="role id"),
            frame("check each gdp.flow@2025/people.level@2025>=200元/人", columns="role id expression"),
        ]
    )
    figures = frame(
        "a gdp flow 2025 100万元", "a people level 2025 4000人",
        "b gdp flow 2025 100万元", "b people level 2025 11000人",
        "c gdp flow 2025 100万元",
        columns="pack indicator measure period figure",
    )  # fmt: skip
    judged = api.verify_frame(figures, shared)
    assert judged[judged["id"] == "each"][["pack", "what", "verdict"]].fillna("").values.tolist() == [
        ["a", "check", "consistent"],
        ["b", "check", "inconsistent"],
        ["c", "unused", ""],
    ]
    own = pd.concat([figures, frame("b check each gdp.flow@2025>=50万元", columns="pack role id expression")])
    overruled = api.verify_frame(own, shared)
    assert set(overruled[(overruled["id"] == "each") & (overruled["pack"] == "b")]["verdict"]) == {"vacuous"}


@pytest.mark.parametrize(
    "rows",
    [
        frame("a indicator gdp up", columns="pack role indicator direction"),
        frame("a gdp", columns="pack indicator"),
    ],
)
def test_what_is_shared_names_no_pack(rows):
    with pytest.raises(api.CannotGoOn):
        api.verify_frame(frame("a gdp up level 2025 150家"), rows)


def test_no_figure_and_no_actual_is_for_every_pack():
    shared = frame("actual gdp 2026-09 5%", columns="role indicator as_of figure")
    judged = api.verify_frame(frame("a gdp up level 2025 150家"), shared)
    assert (list(judged["what"]), list(judged["code"])) == (["problem"], ["K003"])


def test_an_actual_that_cannot_be_read_is_a_problem_of_its_pack():
    rows = pd.concat(
        [
            frame(
                "a target gdp up growth 2026 5%", "b target gdp up growth 2026 5%",
                columns="pack role indicator direction measure period figure",
            ),
            frame("a actual gdp 2026-09 5.2x", "b actual gdp 2026-09 5.2%", columns="pack role indicator as_of figure"),
        ]
    )  # fmt: skip
    told = api.gaps_frame(rows)
    assert told[["pack", "what"]].values.tolist() == [["a", "problem"], ["b", "gap"]]
    assert (told["gap"].iloc[1], told["gap_unit"].iloc[1]) == ("0.2", "个百分点")


@pytest.mark.parametrize("function", [api.verify_frame, api.gaps_frame])
def test_an_empty_frame_gives_the_same_columns_and_types(function):
    full = function(api.pack_frame(api.load(ROOT / "examples" / "yunting-2025")))
    empty = function(pd.DataFrame())
    assert len(empty) == 0 < len(full)
    assert empty.dtypes.equals(full.dtypes)
    assert not [name for name in full.columns if full[name].dtype.kind == "f"]


def test_it_is_a_pure_function():
    figures = api.pack_frame(api.load(ROOT / "examples" / "yunting-2025"))
    before = figures.copy()
    first, second = api.verify_frame(figures), api.verify_frame(figures)
    assert first.equals(second)
    assert figures.equals(before)


def test_texts_of_any_kind_are_read():
    plain = frame("a firms up level 2025 1455家", "a firms up growth 2025 54.5%")
    for dtype in ("string", "category", object):
        assert api.verify_frame(plain.astype(dtype)).equals(api.verify_frame(plain))
    by_number = plain.assign(period=[2025, 2025])
    assert api.verify_frame(by_number).equals(api.verify_frame(plain))


def test_a_formula_disarmed_by_an_export_is_read(tmp_path):
    folder = write_pack(
        tmp_path, "indicators: {n: {name: =甲, direction: up, figures: [{level: 5家, period: 2025, section: 一}]}}"
    )
    text = run("export", "--data", str(folder), "--format", "csv").out
    rows = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    assert rows["name"][0] == "'=甲"
    assert set(api.verify_frame(rows)["what"]) == {"unchecked", "nothing"}


# ── frames as users have them ──────────────────────────────────────────────────


def test_rows_of_no_pack_are_not_put_together_where_others_name_theirs():
    """Amounts of two districts that lost their name would fit each other by chance."""
    judged = api.verify_frame(
        frame(
            ". gdp up level 2025 150家",
            "good gdp up level 2025 150家",
            ". gdp up growth 2025 50%",
            "good gdp up growth 2025 50%",
        )
    )
    lost = judged[judged["pack"] == ""]
    assert list(zip(lost["what"], lost["code"], lost["line"], strict=True)) == [
        ("problem", "K002", 1),
        ("problem", "K002", 2),
    ]
    assert list(judged[judged["pack"] == "good"]["what"]) == ["check"]


def test_a_pack_that_pandas_wrote_into_a_csv_is_the_same_pack():
    """Yes and no are True and False there."""
    pack = api.pack_frame(api.load(OTHER))
    text = pack.to_csv(index=False)
    assert ",False," in text
    read = pd.read_csv(io.StringIO(text), dtype=str)
    assert api.verify_frame(read).equals(api.verify_frame(pack))
    assert api.gaps_frame(read).equals(api.gaps_frame(pack))


def test_whole_numbers_and_flags_of_numpy_are_taken_and_its_floats_refused():
    import numpy as np

    rows = frame("a firms up level 2025 1455家", "a firms up growth 2025 54.5%")
    answers = api.verify_frame(rows)
    of_numpy = rows.assign(period=[np.int64(2025)] * 2, shared=np.array([np.bool_(False)] * 2, dtype=object))
    assert api.verify_frame(of_numpy.astype({"period": object})).equals(answers)
    with pytest.raises(api.CannotGoOn) as caught:
        api.verify_frame(rows.assign(figure=pd.Series([np.float64(2.7)] * 2, dtype=object)))
    assert [problem.code for problem in caught.value.problems] == ["K009"]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_section_may_be_declared_behind_its_figures(backwards):
    columns = "role indicator direction measure period figure section id name"
    rows = frame("baseline firms up level 2025 1455家 . . .", "section . . . . . . one 一", columns=columns).iloc[
        :: -1 if backwards else 1
    ]
    judged = api.verify_frame(rows)
    assert [(row.what, row.code, row.message) for row in judged.itertuples()] == [
        ("problem", "K002", "缺少「section」")
    ]
