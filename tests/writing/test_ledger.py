"""The ledger on the disk: many writers, kills, full disks, files of every kind that is there already."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import load
from running import ROOT, run

from shizhong_cli.problems import CannotGoOn
from shizhong_cli.reading.actuals.from_file import read_actuals
from shizhong_cli.reading.files import LARGEST_FILE
from shizhong_cli.writing.ledger import Entry, record
from shizhong_cli.writing.locking import Busy, held

TESTS = ROOT / "tests"
HEADINGS = ["indicator", "as_of", "figure", "source", "note", "recorded"]
BASELINES = """
indicators:
  gdp: {name: 地区生产总值, name_en: Gross regional product, direction: up}
  projects: {name: 招引项目, name_en: Projects attracted, direction: up, units: [个, 项]}
  construction: {name: 建筑业总产值, name_en: Construction output, direction: up}
"""
TARGETS = """
targets:
  - {indicator: gdp, growth: 5%左右, period: 2026, section: 三}
  - {indicator: projects, flow: 320个以上, period: 2026, section: 三}
  - {indicator: construction, growth: 5%, period: 2026, section: 三}
"""

posix = pytest.mark.skipif(os.name != "posix", reason="signals, links and limits of POSIX")
mortal = pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write everything")


@pytest.fixture
def data(tmp_path):
    """The folder with the two files; ``work`` beside it is where the ledger is."""
    (tmp_path / "data").mkdir()
    load(tmp_path / "data", BASELINES, TARGETS)
    (tmp_path / "work").mkdir()
    return tmp_path / "data"


@pytest.fixture
def work(data):
    return data.parent / "work"


def entry(figure: str, note: str = "", indicator: str = "projects") -> Entry:
    return Entry(indicator, "2026-Q3", figure, "", note, "2026-10-01T00:00:00+08:00")


def rows_of(path: Path) -> list[list[str]]:
    """The rows of a ledger that this program wrote, the headings first; fails on half rows and second marks."""
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert rows[0] in (HEADINGS, [*HEADINGS, "doubt"])  # the last where a figure was doubted
    assert rows[0] not in rows[1:]
    assert {len(row) for row in rows} == {len(rows[0])}
    return [row[: len(HEADINGS)] for row in rows]


def figures_of(path: Path) -> list[str]:
    return [row[2] for row in rows_of(path)[1:]]


def keep(work: Path, data: Path, *arguments: str, ledger: str = "actuals.csv"):
    """``record`` as a shell would run it."""
    return run("record", *arguments, "--data", str(data), "--actuals", ledger, cwd=work)


def codes(path: Path, *entries: Entry) -> list[str]:
    """The codes of the problems that recording meets."""
    try:
        record(path, entries or [entry("1个")])
    except CannotGoOn as error:
        return [problem.code for problem in error.problems]
    return []


def python(code: str, *arguments: object, **options) -> subprocess.Popen[str]:
    """Another process; it finds the tests and the program."""
    paths = os.pathsep.join([str(TESTS), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **options,
    )  # fmt: skip


# ── two at once ───────────────────────────────────────────────────────────────

WORKER = """
import sys
from pathlib import Path
from running import run
data, folder, ledger, first, step, end = sys.argv[1:]
for number in range(int(first), int(end), int(step)):
    ran = run("record", "projects", f"{1000 + number}个", "--as-of", "2026-Q3", "--data", data, "--actuals", ledger,
              cwd=Path(folder))
    assert ran.code == 0, ran
"""
ONE = "from shizhong_cli.__main__ import main; main()"


def test_two_hundred_at_once_lose_no_row(data, work):
    """188 by eight processes, each with its own working folder, and 12 by processes of their own."""
    ledgers = [f"../actuals{'' if number % 2 else '.link'}.csv" for number in range(8)]
    if os.name != "posix":
        ledgers = ["../actuals.csv"] * 8
    else:
        (work / "actuals.link.csv").symlink_to(work / "actuals.csv")
    running = []
    for number, ledger in enumerate(ledgers):
        (work / str(number)).mkdir()
        running.append(python(WORKER, data, work / str(number), ledger, number, 8, 188))
    for number in range(188, 200):
        words = ["record", "projects", f"{1000 + number}个", "--as-of", "2026-Q3", "--data", data]
        running.append(python(ONE, *words, cwd=work))
    ends = [(process.communicate(timeout=120), process.returncode) for process in running]
    assert [end for end in ends if end[1] != 0] == []
    assert sorted(figures_of(work / "actuals.csv")) == [f"{1000 + number}个" for number in range(200)]
    assert leftovers(work) == []


def leftovers(folder: Path) -> list[str]:
    """What nobody would look for in a folder; locks too."""
    return sorted(path.name for path in folder.iterdir() if path.suffix in (".tmp", ".lock"))


# ── a kill at any moment ──────────────────────────────────────────────────────

LOOP = """
import sys
from itertools import count
from pathlib import Path
from shizhong_cli.writing.ledger import Entry, record
from shizhong_cli.writing.locking import Busy, held
path, first = Path(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for number in count(first):
    record(path, [Entry("projects", "2026-Q3", f"{number}个", "区统计局，\\n第二行", "", "")])
    print(number, flush=True)
"""


@posix
def test_a_kill_at_a_random_moment(tmp_path):
    ledger, acknowledged, first = tmp_path / "actuals.csv", set(), 0
    moments = random.Random(4)
    for turn in range(25):
        process = python(LOOP, ledger, first)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        begun = process.stdout.readline() if turn % 2 else ""  # a slow machine may have recorded nothing by then
        time.sleep(moments.uniform(0, 0.04))
        process.kill()
        said = [line for line in (begun + process.communicate()[0]).splitlines() if line.isdigit()]
        acknowledged |= {f"{number}个" for number in said}
        there = figures_of(ledger) if ledger.exists() else []
        first = max([first, *(int(figure.removesuffix("个")) for figure in there)]) + 1  # what was said may be lost
        assert len(there) == len(set(there))
        assert acknowledged <= set(there)
        assert len(there) - len(acknowledged) <= 25
    assert acknowledged
    assert codes(ledger, entry("99999个")) == []  # nobody holds the lock
    assert [path.name for path in tmp_path.glob(".*.lock")] == []
    assert figures_of(ledger)[-1] == "99999个"


EVERY_STEP = """
import json, os, signal, sys
from itertools import count
from pathlib import Path
from shizhong_cli.writing import ledger
ledger.PATIENCE = 5
path = Path(sys.argv[1])

def kept(number):
    ledger.record(path, [ledger.Entry("projects", "2026-Q3", f"{number}个", "", "", "")])

def of_the_system(function):
    owner = getattr(function, "__self__", None)
    return {getattr(owner, "__name__", ""), type(owner).__module__} & {"posix", "fcntl", "io", "_io"}

kept(900001)
base = path.read_bytes()
states = []
for step in count():
    path.write_bytes(base)
    child = os.fork()
    if not child:
        left = step
        def die(frame, event, argument):
            global left
            if event == "c_call" and of_the_system(argument):
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)
                left -= 1
        sys.setprofile(die)
        kept(step)
        sys.setprofile(None)
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    states.append((ended, path.read_bytes().decode("utf-8-sig")))
    if ended != -signal.SIGKILL:
        break
    for left in path.parent.glob("*.tmp"):
        left.unlink()
kept(900002)
print(json.dumps(states))
"""


@posix
def test_a_kill_before_every_single_step(tmp_path):
    """The process that records is killed before the first call into the system, before the second, and so on."""
    process = python(EVERY_STEP, tmp_path / "actuals.csv")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    states = json.loads(out)
    assert [ended for ended, _ in states] == [-9] * (len(states) - 1) + [0]
    assert len(states) > 25
    for step, (_, text) in enumerate(states):
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert rows[0] == HEADINGS
        assert [row[2] for row in rows[1:]] in (["900001个"], ["900001个", f"{step}个"]), step
    assert "900001个" in states[0][1]
    assert f"{len(states) - 2}个" in states[-2][1]  # killed when the new file had taken the place
    assert f"{len(states) - 1}个" in states[-1][1]  # let live
    assert figures_of(tmp_path / "actuals.csv")[-1] == "900002个"


@posix
def test_a_lock_that_was_removed_while_it_was_waited_for_holds_nobody(tmp_path, monkeypatch):
    """Between opening the file and locking it the holder lets go and removes it: what was opened is no lock."""
    lock, real, turns = tmp_path / ".a.lock", os.open, []

    def open_and_lose(path: Path, *arguments: int) -> int:
        descriptor = real(path, *arguments)
        turns.append(path)
        if len(turns) == 1:
            os.unlink(path)
        return descriptor

    monkeypatch.setattr("os.open", open_and_lose)
    with held(lock, 5):
        assert len(turns) == 2
        assert lock.exists()
        with pytest.raises(Busy), held(lock, 0):
            pass
    assert not lock.exists()


def test_what_a_kill_left_behind_is_swept_away_when_nobody_can_be_writing_it(tmp_path):
    old, new, other = (tmp_path / f".shizhong-{name}.tmp" for name in ("0123", "4567", "89ab"))
    for path in (old, new):
        path.write_bytes(b"half")
    other.mkdir()
    os.utime(old, (time.time() - 7200,) * 2)
    os.utime(other, (time.time() - 7200,) * 2)
    assert codes(tmp_path / "actuals.csv") == []
    assert leftovers(tmp_path) == [new.name, other.name]
    assert figures_of(tmp_path / "actuals.csv") == ["1个"]


# ── where nothing can be written ──────────────────────────────────────────────


@pytest.fixture
def ledger(work):
    """One row."""
    path = work / "actuals.csv"
    record(path, [entry("7个")])
    return path


@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "os.open"])
def test_a_full_disk_leaves_the_ledger_as_it_was(data, work, ledger, monkeypatch, step):
    before = ledger.read_bytes()
    name, real = step.removeprefix("os."), getattr(os, step.removeprefix("os."))

    def full(*arguments, **options):
        if name == "open" and not str(arguments[0]).endswith(".tmp"):
            return real(*arguments, **options)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(step, full)
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    monkeypatch.undo()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip().endswith("actuals.csv: W002 文件写不了：磁盘已满")
    assert ledger.read_bytes() == before
    assert leftovers(work) == []
    assert keep(work, data, "projects", "8个", "--as-of", "2026-Q3").code == 0  # when there is room again


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from shizhong_cli.__main__ import main
main()
"""


@posix
def test_a_write_that_really_breaks_off_half_way(data, work, ledger):
    """No file may grow beyond the size the ledger has: the system writes so much and refuses the rest."""
    before = ledger.read_bytes()
    words = ["record", "projects", "8个", "--as-of", "2026-Q3", "--lang", "en", "--data", data]
    process = python(LIMITED, len(before), *words, cwd=work)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert "actuals.csv: W002" in err
    assert ledger.read_bytes() == before
    assert leftovers(work) == []


@posix
@mortal
def test_a_file_and_a_folder_that_are_write_protected(work, ledger):
    before = ledger.read_bytes()
    ledger.chmod(0o444)
    assert codes(ledger) == ["W002"]
    ledger.chmod(0o644)
    work.chmod(0o555)
    assert codes(ledger) == ["W002"]
    work.chmod(0o755)
    assert ledger.read_bytes() == before


def test_a_file_that_may_not_be_written(data, work, ledger, monkeypatch):
    before = ledger.read_bytes()
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    assert (ran.code, ran.out) == (2, "")
    assert "W002 文件写不了：没有权限" in ran.err
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("folder", "Y001"), ("folder/none/a.csv", "W002"), ("plain/a.csv", "W002"), ("a.xlsx", "W004"),
        ("a" * 300 + ".csv", "Y001"), ("", "Y001"),
    ],
)  # fmt: skip
def test_names_that_are_no_ledger(data, work, name, code):
    (work / "folder").mkdir()
    (work / "plain").write_bytes(b"")
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3", ledger=name)
    assert (ran.code, ran.out) == (2, "")
    assert f" {code} " in ran.err
    assert ran.err.startswith(name or ".")
    assert sorted(path.name for path in work.iterdir()) == ["folder", "plain"]
    assert list((work / "folder").iterdir()) == []


@posix
def test_links(data, work, tmp_path):
    (tmp_path / "share").mkdir()
    (work / "link.csv").symlink_to(tmp_path / "share" / "real.csv")
    for figure in ("8个", "9个"):  # the first through a link that leads nowhere yet
        assert keep(work, data, "projects", figure, "--as-of", "2026-Q3", ledger="link.csv").code == 0
    assert (work / "link.csv").is_symlink()
    assert figures_of(tmp_path / "share" / "real.csv") == ["8个", "9个"]
    (work / "broken.csv").symlink_to(tmp_path / "gone" / "real.csv")
    (work / "loop.csv").symlink_to(work / "loop.csv")
    for name in ("broken.csv", "loop.csv"):
        ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3", ledger=name)
        assert (ran.code, ran.out) == (2, ""), name
        assert f"{name}: W002 " in ran.err
    assert not (tmp_path / "gone").exists()


HOLD = """
import sys
from pathlib import Path
from shizhong_cli.writing.locking import held
with held(Path(sys.argv[1]), 60):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_another_program_that_does_not_let_go(data, work, ledger, monkeypatch):
    before = ledger.read_bytes()
    monkeypatch.setattr("shizhong_cli.writing.ledger.PATIENCE", 0.2)
    other = python(HOLD, work / ".actuals.csv.lock")
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    other.communicate("let go\n")
    assert (ran.code, ran.out) == (2, "")
    assert "actuals.csv: W005 别的程序正在写，等了 0.2 秒；没有记下任何数" in ran.err
    assert ledger.read_bytes() == before
    assert keep(work, data, "projects", "8个", "--as-of", "2026-Q3").code == 0


def test_a_ledger_that_would_be_too_large_to_be_read_again(work):
    path = work / "actuals.csv"
    rows = "projects,2026-Q3,1个," + "x" * 1000 + "\r\n"
    path.write_bytes(("indicator,as_of,figure,note\r\n" + rows * (LARGEST_FILE // len(rows))).encode())
    before = path.read_bytes()
    assert codes(path, entry("8个", "y" * 2000)) == ["Y002"]
    assert path.read_bytes() == before


def test_half_a_character_is_refused(data, work):
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3", "--note", "a\udcff")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "actuals.csv: Y009 不允许的字符 U+DCFF；请删去\n"
    assert not (work / "actuals.csv").exists()


# ── what is there already ─────────────────────────────────────────────────────


def grown(path: Path, text: str, encoding: str, *entries: Entry) -> str:
    """The text of a ledger after one more row."""
    path.write_bytes(text.encode(encoding))
    record(path, entries or [entry("8个")])
    raw, old = path.read_bytes(), text.encode(encoding)
    if encoding.startswith("gb"):
        return raw.decode(encoding)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert old.startswith(b"\xef\xbb\xbf") or not text or raw[3:4] == old[:1] or text.isspace()
    return raw.decode("utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n,,\n"])
def test_the_rows_that_are_there_stay_as_they_are(data, work, encoding, newline, end):
    old = (
        "来源,数值,备注,截至,指标,记录时间\n区统计局,7个,,2026-Q2,招引项目,\n" + end.removeprefix("\n")
    ).removesuffix("" if end else "\n")
    path = work / "actuals.csv"
    text = old.replace("\n", newline)
    now = grown(path, text, encoding)
    assert now.startswith(text)
    assert now.endswith(",8个,,2026-Q3,projects,2026-10-01T00:00:00+08:00\r\n")
    catalogue = load(data, BASELINES, TARGETS)
    assert [(a.written.text, a.source) for a in read_actuals(catalogue, path)] == [("7个", "区统计局"), ("8个", "")]


WIDE = "目标,指标,指标名称,截至,数值,单位,章节,备注,记录时间"
MINIMAL = "indicator,as_of,figure\nprojects,2026-Q2,7个\n"


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        # a column that is needed comes at the end, in the language of the others
        (MINIMAL, entry("8个"), [["indicator", "as_of", "figure", "recorded"], ["projects", "2026-Q2", "7个", ""],
                                 ["projects", "2026-Q3", "8个", entry("").recorded]]),
        ("指标,截至,数值\n招引项目,2026-Q2,7个", entry("8个", "快报"),
         [["指标", "截至", "数值", "备注", "记录时间"], ["招引项目", "2026-Q2", "7个", "", ""],
          ["projects", "2026-Q3", "8个", "快报", entry("").recorded]]),
        # what only informs is kept
        (f"{WIDE}\n320个以上,projects,招引项目,2026-Q2,7,个,三,,\n", entry("8个"),
         [WIDE.split(","),
          ["320个以上", "projects", "招引项目", "2026-Q2", "7", "个", "三", "", ""],
          ["", "projects", "", "2026-Q3", "8个", "", "", "", entry("").recorded]]),
        # empty headings at the end
        ("indicator,as_of,figure,,\nprojects,2026-Q2,7个,,\n", entry("8个"),
         [["indicator", "as_of", "figure", "", "", "recorded"], ["projects", "2026-Q2", "7个", "", "", ""],
          ["projects", "2026-Q3", "8个", "", "", entry("").recorded]]),
        # nothing but headings, or nothing at all
        ("indicator,as_of,figure,source,note,recorded", entry("8个"), [HEADINGS, list(entry("8个")[: len(HEADINGS)])]),
        ("", entry("8个"), [HEADINGS, list(entry("8个")[: len(HEADINGS)])]),
        ("\ufeff", entry("8个"), [HEADINGS, list(entry("8个")[: len(HEADINGS)])]),
        ("\r\n\r\n", entry("8个"), [HEADINGS, list(entry("8个")[: len(HEADINGS)])]),
        # cells of several lines
        ('indicator,as_of,figure,note,recorded\r\nprojects,2026-Q2,7个,"one\ntwo, ""three""",\r\n', entry("8个"),
         [["indicator", "as_of", "figure", "note", "recorded"], ["projects", "2026-Q2", "7个", 'one\ntwo, "three"', ""],
          ["projects", "2026-Q3", "8个", "", entry("").recorded]]),
    ],
)  # fmt: skip
def test_a_ledger_that_is_there(work, old, new, wanted):
    text = grown(work / "actuals.csv", old, "utf-8", new)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if any(row)]
    assert [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows] == wanted


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ('indicator,as_of,figure\nprojects,2026-Q2,"7个\n', "A008"),
        ('indicator,as_of,figure\nprojects,2026-Q2,"7"个\n', "A008"),
        ("indicator,as_of\nprojects,2026-Q2\n", "A005"),
        ("indicator,as_of,figure,负责人\nprojects,2026-Q2,7个,某人\n", "A004"),
        ("indicator,as_of,figure,数值\nprojects,2026-Q2,7个,\n", "A009"),
        ("projects,2026-Q2,7个\n", "A005"),
        ("indicator|as_of|figure\nprojects|2026-Q2|7个\n", "A031"),
        ("indicator,as_of,figure\nprojects,2026-Q2,7\0个\n", "D012"),
        ("indicator,as_of,figure,source\nprojects,2026-Q2,7%,\0\n", "D012"),
        # 1,234个 without quotation: a new column must not take the 234个 for its own
        ("indicator,as_of,figure\nprojects,2026-Q2,1,234个\n", "A010"),
    ],
)
def test_a_ledger_that_is_not_understood_is_left_alone(data, work, old, code):
    path = work / "actuals.csv"
    path.write_bytes(old.encode())
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    assert (ran.code, ran.out) == (2, "")
    assert f" {code} " in ran.err
    assert path.read_bytes() == old.encode()


@pytest.mark.parametrize(
    "raw", ["指标,截至,数值\n".encode("utf-16"), b"\xef\xbb\xbf\xe6\x8c\x87\xe6\xa0,\n", b"\xff\xff\n"]
)
def test_an_encoding_that_is_none_of_ours(data, work, raw):
    path = work / "actuals.csv"
    path.write_bytes(raw)
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    assert (ran.code, ran.out) == (2, "")
    assert path.read_bytes() == raw


OLD = "indicator,as_of,figure,source,recorded\r\nprojects,2026-Q2,{figure},{source},\r\n"
STRANGE = {
    "Big5": OLD.format(figure="7%", source="區統計局").encode("big5"),
    "Shift-JIS": OLD.format(figure="7%", source="統計課").encode("shift-jis"),
    "EUC-KR": OLD.format(figure="7%", source="통계청").encode("euc-kr"),
    "Latin-1": OLD.format(figure="7%", source="Résumé né").encode("latin-1"),
    "UTF-16": OLD.format(figure="7个", source="统计局").encode("utf-16"),
    "UTF-16 without a mark": OLD.format(figure="7个", source="统计局").encode("utf-16-le"),
    "UTF-32": OLD.format(figure="7个", source="统计局").encode("utf-32"),
    "GBK or UTF-8": OLD.format(figure="7%", source="ĳģ").encode(),
    "GBK without a word that is known": OLD.format(figure="7%", source="统计局").encode("gbk"),
    "null": OLD.format(figure="7个", source="a\0b").encode(),
    "damaged": OLD.format(figure="7个", source="统计局").encode()[:-20] + b"\xe7\xbb\r\n",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_an_encoding_that_is_not_certain_is_never_made_permanent(data, work, kind):
    path = work / "actuals.csv"
    path.write_bytes(STRANGE[kind])
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3")
    assert (ran.code, ran.out) == (2, "")
    assert path.read_bytes() == STRANGE[kind]
    assert codes(path)[0] in ("W011", "D012", "Y003")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("head", ["", "sep={}\r\n", "市中区台账\r\n\r\n"])
def test_old_bytes_stay_and_all_is_read_again(data, work, encoding, separator, head):
    text = head.format(separator) + "指标,截至,数值,来源,备注\r\n招引项目,2026-Q2,7个,局,\r\n".replace(",", separator)
    path = work / "actuals.csv"
    path.write_bytes(text.encode(encoding))
    record(path, [entry("8个", "a,b;c")])
    old, new = text.encode(encoding).split(b"\r\n"), path.read_bytes().split(b"\r\n")
    changed = [number for number, line in enumerate(old[:-1]) if new[number] != line]
    assert changed == [old.index(next(line for line in old if separator.encode() * 1 in line and b"=" not in line))]
    assert new[changed[0]].startswith(old[changed[0]])  # a heading more, behind the others
    actuals = read_actuals(load(data, BASELINES, TARGETS), path)
    assert [(a.written.text, a.source, a.note) for a in actuals] == [("7个", "局", ""), ("8个", "", "a,b;c")]


@posix
def test_names_of_one_file_are_not_split(data, work, ledger):
    before = ledger.read_bytes()
    os.link(ledger, work / "other.csv")
    for name in ("actuals.csv", "other.csv"):
        ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q3", ledger=name)
        assert (ran.code, ran.out) == (2, "")
        assert "W012" in ran.err
    assert ledger.read_bytes() == before
    assert ledger.samefile(work / "other.csv")


def test_a_ledger_grows_no_further_than_it_can_be_read(work):
    path = work / "actuals.csv"
    path.write_bytes(("indicator,as_of,figure,note,recorded\r\n" + "projects,2026-Q3,1个,,\r\n" * 20_000).encode())
    before = path.read_bytes()
    assert codes(path) == ["X013"]
    assert path.read_bytes() == before


def test_rows_with_problems_stay_and_are_told(data, work):
    path = work / "actuals.csv"
    old = "indicator,as_of,figure,recorded\r\ngpd,2026-Q2,5%,\r\nprojects,昨天,7个,\r\nprojects,2026-Q2,9个,\r\n"
    path.write_bytes(old.encode())
    ran = keep(work, data, "projects", "8个", "--as-of", "2026-Q2")
    assert ran.code == 0
    assert "取代原来的 9个" in ran.out
    assert [line.split(" ")[:2] for line in ran.err.splitlines()] == [
        ["actuals.csv:2:1:", "A001"], ["actuals.csv:3:2:", "P001"],
    ]  # fmt: skip
    assert path.read_bytes().decode("utf-8-sig").startswith(old)


# ── cells that a spreadsheet would run ────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1.1", "-1.1"), ("+3", "+3"), ("说明：=1+1", "说明：=1+1"), ("'5", "'5"), ("", ""),
    ],
)  # fmt: skip
def test_a_note_is_disarmed_in_the_file_and_read_as_typed(data, work, typed, stored):
    path = work / "actuals.csv"
    assert keep(work, data, "projects", "8个", "--as-of", "2026-Q3", "--source", typed, "--note", typed).code == 0
    assert rows_of(path)[1][3:5] == [stored, stored]
    (actual,) = read_actuals(load(data, BASELINES, TARGETS), path)
    assert (actual.source, actual.note) == (typed, typed)


@pytest.mark.parametrize(("figure", "stored"), [("-1.1%", "-1.1%"), ("+5.2％", "'+5.2％"), ("-1.1", "-1.1")])
def test_a_figure_with_a_sign(data, work, figure, stored):
    path = work / "actuals.csv"
    assert keep(work, data, "construction", figure, "--as-of", "2026-Q3").code == 0
    assert figures_of(path) == [stored]
    (actual,) = read_actuals(load(data, BASELINES, TARGETS), path)
    assert actual.written.text == figure


# ── a ledger for everyone ─────────────────────────────────────────────────────


def test_the_environment_names_the_ledger_for_every_command(data, work, tmp_path, monkeypatch):
    monkeypatch.setenv("SHIZHONG_ACTUALS", str(tmp_path / "shared.csv"))
    for words in (["record", "projects", "8个", "--as-of", "2026-Q3"], ["status", "--format", "json"]):
        process = python(ONE, *words, "--data", data, cwd=work)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
    assert figures_of(tmp_path / "shared.csv") == ["8个"]
    assert [gap["actual"] for gap in json.loads(out)["gaps"] if gap["actual"]] == ["8个"]
    assert list(work.iterdir()) == []
