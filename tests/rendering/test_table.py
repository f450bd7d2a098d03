"""Folding of cells, and pages in terminals of every kind."""

from __future__ import annotations

import io
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from running import ROOT, run

from shizhong_cli.rendering.formats import terminal as table
from shizhong_cli.rendering.formats.terminal import column_widths, fold, laid_out, write_table
from shizhong_cli.rendering.formats.widths import Need, share_out
from shizhong_cli.rendering.pages.sheet import Cell, Column, Grid


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 4, [""]),
        ("地区生产总值", 12, ["地区生产总值"]),
        ("地区生产总值", 8, ["地区生产", "总值"]),
        ("增长，持平", 4, ["增", "长，", "持平"]),  # no line begins with a comma
        ("gross regional product", 10, ["gross", "regional", "product"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("基期 ∈ (941.443, 942.052] 家", 16, ["基期 ∈ (941.443,", "942.052] 家"]),
        ("共三个（1,099 个）", 8, ["共三个", "（1,099", "个）"]),  # nor ends with an opening bracket
        ("一\n二", 2, ["一", "二"]),
        ("目标5%以上", 9, ["目标", "5%以上"]),
        ("目标是 5%以上", 10, ["目标是", "5%以上"]),
        ("约有0.98亿美元左右", 14, ["约有", "0.98亿美元左右"]),
        ("约有0.98亿美元左右", 12, ["约有", "0.98亿美元", "左右"]),
        ("宽", 1, ["宽"]),  # one character at the least
    ],
)
def test_fold(text, width, lines):
    assert fold(text, width) == lines


@given(st.text("ab 地区，。(12.5)\n", max_size=60), st.integers(2, 30))
def test_folding_keeps_every_character_and_the_width(text, width):
    lines = fold(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 4) for line in lines)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize(
    "command", [["status"], ["gap", "-i", "gdp", "--actual", "5.2%", "--explain"], ["verify-baselines"]]
)
def test_no_encoding_stops_a_page(command, encoding):
    ran = run(*command, encoding=encoding)
    assert (ran.code, ran.err) == (0, "")
    if encoding == "gbk":
        assert "?" not in ran.out


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_pages_fit(columns):
    ran = run("status", columns=columns)
    assert all(cell_len(line) <= columns for line in ran.out.splitlines())


# ── nothing is cut ────────────────────────────────────────────────────────────

ACTUALS = ["--actual", "gdp=5.2%", "--actual", "foreign_capital_used=0.9亿美元", "--actual", "tech_smes=605家"]
PAGES = {
    "status": ["status"],
    "status-actuals": ["status", "--as-of", "2026-Q3", *ACTUALS],
    "status-report": ["status", "--as-of", "2026-Q3", "--sort", "report", *ACTUALS],
    "compare": ["status", "--actuals", "actuals.csv", "--compare", "2026-Q1"],
    "gap": ["gap", "-i", "gdp", "-i", "foreign_capital_used", "--as-of", "2026-Q3", "--explain", *ACTUALS[:4]],
    "history": ["gap", "-i", "gdp", "--actuals", "actuals.csv"],
    "verify": ["verify-baselines", "--unchecked"],
    "explain": ["verify-baselines", "--explain", "gdp_per_capita"],
    "show": ["show", "gdp", "--actuals", "actuals.csv"],
    "export": ["export"],
    "scan": ["scan", "text.txt"],
}
LEDGER = """indicator,as_of,figure,source,note,recorded
gdp,2026-Q1,4.9%,某某局,初步数,2026-04-20T09:00:00+08:00
gdp,2026-Q3,5.2%,某某局,,2026-10-20T09:00:00+08:00
foreign_capital_used,2026-03-31,0.2亿美元,某某局,,2026-04-20T09:00:00+08:00
foreign_capital_used,2026-09-30,0.9亿美元,某某局,,2026-10-20T09:00:00+08:00
"""
TEXT = "完成投资12.6万元，增长5.2%，新增企业1,317家；其中2026年3月31日前完成三分之二。"


@pytest.fixture(scope="module", params=[(page, lang) for page in PAGES for lang in ("zh", "en")], ids="-".join)
def sheet(request, tmp_path_factory):
    """The page that a command makes, before it is written."""
    page, lang = request.param
    folder = tmp_path_factory.mktemp("page")
    (folder / "actuals.csv").write_text(LEDGER, "utf-8")
    (folder / "text.txt").write_text(TEXT, "utf-8")
    for name in ("baselines.yaml", "targets.yaml"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    caught = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "write_table", lambda sheet, _: caught.append(sheet))
        ran = run(*PAGES[page], lang=lang, cwd=folder)
    assert (ran.code, ran.err, len(caught)) == (0, "", 1)
    assert any(isinstance(block, Grid) for block in caught[0])
    return caught[0]


def written(blocks, width: int) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        write_table(tuple(blocks), stream)
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


def bare(text: str) -> str:
    """Without blanks, and without the signs that bars are drawn with."""
    return "".join("".join(text.split()).translate(dict.fromkeys(map(ord, "█·│─"))).split())


def columns_of(lines: list[str], widths: list[int]) -> list[str]:
    """What stands in each column, from its first line to its last."""
    starts, at = [], 0
    for width in widths:
        starts.append(at)
        at += width + 2
    found = [""] * len(widths)
    for line in lines:
        at = 0
        for character in line:
            if not character.isspace():
                found[max(n for n, start in enumerate(starts) if start <= at)] += character
            at += cell_len(character)
    return [bare(text) for text in found]


def piped(block):
    """What a pipe gets of a block: no column that is for a terminal alone."""
    if not isinstance(block, Grid):
        return block
    kept = [n for n, column in enumerate(block.columns) if not column.on_screen]
    rows = tuple(tuple(row[n] for n in kept) for row in block.rows)
    return block._replace(columns=tuple(block.columns[n] for n in kept), rows=rows)


@given(width=st.integers(20, 130))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_character_of_every_cell_is_written(sheet, width):
    shapes = defaultdict(list)
    drawn, laid = laid_out(tuple(map(piped, sheet)), width)
    for block in drawn:
        if isinstance(block, Grid):
            shapes[block.columns].append(block)
    out = written(sheet, width)
    assert max(map(cell_len, out.splitlines())) <= width
    for grids in shapes.values():
        widths = laid[grids[0].columns]
        out = written([grid._replace(title="") for grid in grids], width)
        if widths is None:
            pairs = [zip(grid.columns, row, strict=True) for grid in grids for row in grid.rows]
            texts = [f"{column.heading}:{cell.text}" for pair in pairs for column, cell in pair if cell.text]
            assert bare(out) == bare("".join(texts))
            continue
        shown = [n for n, width in enumerate(widths) if width]
        assert all(n in shown or column.optional or column.spared for n, column in enumerate(grids[0].columns))
        cells = [
            "".join(grid.columns[n].heading + "".join(row[n].text for row in grid.rows) for grid in grids)
            for n in shown
        ]
        assert columns_of(out.splitlines(), [widths[n] for n in shown]) == [bare(text) for text in cells]


@pytest.mark.parametrize(
    ("page", "widths"),
    [
        (60, [20, 10, 8, 6]),  # nothing folds
        (46, [17, 9, 8, 6]),  # whole words
        (40, [12, 8, 8, 6]),  # the optional one still reads
        (31, [13, 0, 8, 6]),
        (24, [8, 0, 6, 6]),  # all shrink
        (19, [5, 0, 4, 6]),
        (18, [4, 0, 4, 6]),
        (17, None),
    ],
)
def test_how_a_page_is_shared_out(page, widths):
    needs = [Need(20, 12, 4, 9), Need(10, 8, 4, 9, optional=True), Need(8, 8, 4, 8), Need(6, 6, 6, 6)]
    assert share_out(needs, page) == widths


def test_a_row_is_a_list_where_no_table_fits():
    columns = (Column("指标"), Column("差距"), Column("完成", right=True))
    grid = Grid(columns, ((Cell("地区生产总值"), Cell("123,456.789"), Cell("")), (Cell("出口"), Cell("1"), Cell("9%"))))
    assert written([grid], 17).splitlines() == [
        "指标: 地区生产", "  总值", "差距:", "  123,456.789", "", "指标: 出口", "差距: 1", "完成: 9%",
    ]  # fmt: skip


def test_power_is_whole_on_a_narrow_page():
    wide = run("verify-baselines", columns=200).out
    narrow = run("verify-baselines", columns=60).out
    last_two = [word for line in wide.splitlines() for word in line.split()[-2:]]
    powers = [word for word in last_two if word.count("/") == 1 and word.replace("/", "").isdigit()]
    assert {"18/79", "32/108"} <= set(powers)
    assert not [power for power in powers if power not in narrow.split()]


@pytest.mark.parametrize("arguments", [["--sort", "report"], ["--sort", "trouble"]])
def test_status_words_do_not_break(arguments):
    out = run("status", "--actual", "gdp=1520亿元", "--actual", "tech_smes=605家", *arguments, lang="en").out
    assert {"not", "comparable"} <= set(out.split())
    assert not {"comparab", "comparabl", "le", "e"} & set(out.split())


def test_a_number_stays_with_its_unit_where_there_is_room():
    """Names give way before it: -0.6个百分点 are twelve cells."""
    columns = (Column("指标", narrowest=8), Column("差距", narrowest=8))
    names = ("社会消费品零售总额", "参与核算规模以上服务业营业收入")
    grid = Grid(columns, tuple((Cell(name), Cell("-0.6个百分点")) for name in names))
    assert column_widths([grid], 30) == [16, 12]
    assert column_widths([grid], 20) == [6, 12]
    assert column_widths([grid], 17) is None  # a list is easier to read


def test_quantities_and_heads_of_numbers_are_whole_where_columns_compete():
    """The two amounts are 12 and 14 cells with what bounds them; "comparable" and "undecided" are 10 and 9."""
    columns = (Column("指标", narrowest=12), Column("实际"), Column("目标"))
    grid = Grid(columns, ((Cell("社会消费品零售总额与农林牧渔业"), Cell("0.98亿美元左右"), Cell("1.5亿美元以上")),))
    assert column_widths([grid], 42) == [11, 14, 13]
    heads = ("not comparable", "undecided")
    counts = Grid((Column("Pack", narrowest=12), *(Column(head, right=True) for head in heads)),
                  ((Cell("examples/yunting"), Cell("1"), Cell("2")),))  # fmt: skip
    assert column_widths([counts], 36) == [12, 11, 9]
