"""Places where nothing can be read or written, streams that are closed, pages of any size, and signals.

Whatever stands in the way is told with its own path; nothing is half-written, and nothing ends in a traceback.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import ROOT, run
from test_writing_over import content
from test_writing_over import work as work  # the fixture: a folder with every kind of input

pytestmark = pytest.mark.skipif(os.name != "posix", reason="devices, signals and limits of POSIX")

CODE = "import sys; sys.path.insert(0, sys.argv.pop(1)); from shizhong_cli.__main__ import main; main()"


def shell(*arguments: str, cwd: Path, redirect: str = "", **options) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, with streams as a shell would redirect them."""
    command = ["sh", "-c", f'exec "$@" {redirect}', "sh", sys.executable, "-c", CODE, str(ROOT), *arguments]
    environment = {k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"} | {"SHIZHONG_LANG": "zh"}
    return subprocess.run(
        command, cwd=cwd, capture_output=True, check=False, timeout=120,
        env=environment | options.pop("environment", {}), **options,
    )  # fmt: skip


# ── standard output and input ─────────────────────────────────────────────────

PRINTING = [
    ["status", "--data", "dat"], ["export", "--data", "dat", "--format", "json"], ["--help"], ["--version"],
    ["verify-baselines", "--data", "dat", "--format", "junit"], ["scan", "report.txt", "--format", "csv"],
]  # fmt: skip


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_output_that_is_full(work, arguments):
    ended = shell(*arguments, cwd=work, redirect="> /dev/full")
    assert (ended.returncode, ended.stderr.decode()) == (2, "stdout: W001 输出写不出去：磁盘已满\n")


@pytest.mark.parametrize("arguments", [PRINTING[0], PRINTING[3]], ids=" ".join)
def test_output_that_is_closed(work, arguments):
    ended = shell(*arguments, cwd=work, redirect=">&-")
    assert (ended.returncode, ended.stderr.decode()) == (2, "stdout: W001 输出写不出去：接收的一端已经关闭\n")


def test_closed_streams_that_are_not_needed(work):
    """And no file that is opened takes their place."""
    for number, closed in enumerate(("<&-", "2>&-", ">&-", "<&- >&- 2>&-")):
        name = f"{number}.json"
        ended = shell("export", "--data", "dat", "-o", name, cwd=work, redirect=closed)
        told = "" if "2>&-" in closed else f"已写 {name}。\n"
        assert (ended.returncode, ended.stdout, ended.stderr.decode()) == (0, b"", told), closed
        assert (work / name).read_bytes() == (work / "0.json").read_bytes()


def test_input_that_is_closed(work):
    for redirect in ("<&-", "<&- >&-"):
        ended = shell("scan", "-", cwd=work, redirect=redirect)
        assert (ended.returncode, ended.stderr.decode()) == (2, "-: Y001 不能读取：接收的一端已经关闭\n")
    assert shell("scan", "-", cwd=work, redirect="<&- >&- 2>&-").returncode == 2


# ── places ────────────────────────────────────────────────────────────────────


def mounted(folder: Path, options: str) -> None:
    """A small file system of its own."""
    if os.geteuid() or not shutil.which("mount"):
        pytest.skip("only the superuser can mount a file system")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("no file system can be mounted here")


@pytest.fixture
def small(tmp_path) -> Iterator[Path]:
    """A file system of 32 kB, of which a few hundred bytes are left."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted(folder, "size=32k")
    (folder / "old.json").write_bytes(b"old")
    (folder / "actuals.csv").write_text("indicator,as_of,figure\r\ngdp,2026-Q2,5.1%\r\n", "utf-8", newline="")
    try:
        with (folder / "filler").open("wb", buffering=0) as stream:
            while True:
                stream.write(b"x" * 4096)
    except OSError:
        pass
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


WRITING = [
    (["export", "--data", "dat", "--format", "json", "-o"], "old.json"),
    (["export", "--data", "dat", "-o"], "new.xlsx"),
    (["report", "--data", "dat", "-o"], "page.html"),
    (["template", "--data", "dat", "-o"], "sheet.csv"),
    (["coverage", "report.txt", "--data", "dat", "--index"], "index.csv"),
    (["record", "gdp", "5.2%", "--as-of", "2026-Q3", "--data", "dat", "--actuals"], "actuals.csv"),
]


@pytest.mark.parametrize(("arguments", "name"), WRITING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_file_system_that_is_full(work, small, arguments, name):
    before = content(small)
    ran = run(*arguments, str(small / name), cwd=work)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{small / name}: W002 文件写不了：磁盘已满\n"
    assert content(small) == before


def test_a_folder_in_a_full_file_system(work, small):
    before = content(small)
    ran = run("draft", "report.txt", "-o", str(small / "new"), cwd=work)
    assert (ran.code, ran.out) == (2, "")
    assert f"{small / 'new'}" in ran.err
    assert "磁盘已满" in ran.err
    assert content(small) == before


@pytest.mark.parametrize(("arguments", "name"), WRITING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_file_system_that_is_read_only(work, tmp_path, arguments, name):
    folder = tmp_path / "fixed"
    folder.mkdir()
    mounted(folder, "size=64k")
    try:
        (folder / "actuals.csv").write_text("indicator,as_of,figure\r\n", "utf-8", newline="")
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        ran = run(*arguments, str(folder / name), cwd=work)
        assert (ran.code, ran.out, ran.err) == (2, "", f"{folder / name}: W002 文件写不了：磁盘是只读的\n")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(("arguments", "name"), WRITING, ids=lambda value: value if isinstance(value, str) else "")
def test_a_limit_on_the_size_of_files(work, arguments, name):
    """The signal that comes with it does not kill, and the old file stays."""
    import resource

    (work / "out").mkdir()
    (work / "out" / "old.json").write_bytes(b"old")
    shutil.copy(work / "actuals.csv", work / "out" / "actuals.csv")
    before = content(work)
    ended = shell(*arguments, f"out/{name}", cwd=work, environment={"PYTHONDONTWRITEBYTECODE": "1"},
                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)))  # fmt: skip
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode() == f"out/{name}: W002 文件写不了：超过系统允许的文件大小\n"
    assert content(work) == before


@pytest.fixture
def odd(work) -> Path:
    """Paths that are no files."""
    os.mkfifo(work / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(work)  # the path of a socket must be short
        listening.bind("socket")
        os.chdir(here)
    (work / "loop").symlink_to("loop")
    return work


READ = {
    "fifo": "不是普通文件",
    "socket": "不是普通文件",
    "loop": "链接互相指向",
    "dat": "这是一个文件夹",
    "/dev/null": "不是普通文件",
    "report.txt/x": "路径里有一段不是文件夹",
    "x" * 300: "文件名太长",
    "none/x": "没有这个文件或文件夹",
    "none": "没有这个文件或文件夹",
}


@pytest.mark.parametrize("name", READ, ids=lambda name: name[:20])
def test_what_is_no_file_cannot_be_read(odd, name):
    for arguments in (
        ["scan", name], ["coverage", name, "--data", "dat"], ["draft", name, "-o", "new"],
        ["status", "--data", "dat", "--actuals", name], ["record", "--data", "dat", "--from", name],
        ["show", "gdp", "--data", "dat", "--actuals", name],
    ):  # fmt: skip
        ran = run(*arguments, cwd=odd)
        assert (ran.code, ran.out) == (2, ""), arguments
        assert f"{name}: Y001 不能读取：{READ[name]}" in ran.err


WRITTEN = {
    "socket": "设备出错",
    "loop": "链接互相指向",
    "dat": "这是一个文件夹",
    "report.txt/x": "路径里有一段不是文件夹",
    "x" * 300: "文件名太长",
    "none/x": "没有这个文件或文件夹",
}


@pytest.mark.parametrize("name", WRITTEN, ids=lambda name: name[:20])
def test_what_is_no_file_cannot_be_written(odd, name):
    ran = run("export", "--data", "dat", "--format", "json", "-o", name, cwd=odd)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{name}: W002 文件写不了：{WRITTEN[name]}")


def test_a_device_takes_a_result(work):
    assert run("export", "--data", "dat", "--format", "json", "-o", os.devnull, cwd=work) == (0, "", "")


def test_a_working_folder_that_is_gone(work, tmp_path):
    """What needs none works; what needs one says which path cannot be had."""
    gone = tmp_path / "gone"
    data = str(work / "dat")
    script = 'cd gone && rmdir ../gone && exec "$@"'
    for arguments, code, said in (
        (["status", "--data", data], 0, ""),
        (["export", "--data", data, "-o", str(tmp_path / "out.json")], 0, ""),
        (["export", "--data", data, "-o", "out.json"], 2, "out.json: W002"),
        (["scan", "report.txt"], 2, "report.txt: Y001"),
        (["status", "--data", "dat"], 2, "dat/baselines.yaml: Y001"),
        (["record", "gdp", "5.2%", "--as-of", "2026-Q3", "--data", data], 2, "actuals.csv: W002"),
        (["template", "--data", data, "-o", "out.csv"], 2, "out.csv: W002"),
        (["draft", str(work / "report.txt"), "-o", "new"], 2, "new"),
    ):
        gone.mkdir()
        ended = subprocess.run(
            ["sh", "-c", script, "sh", sys.executable, "-P", "-c", CODE, str(ROOT), *arguments],
            cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ | {"SHIZHONG_LANG": "zh"},
        )  # fmt: skip
        assert ended.returncode == code, (arguments, ended)
        assert ended.stderr.startswith(said), (arguments, ended)
        assert "stdout" not in ended.stderr
        assert "Traceback" not in ended.stderr


def test_no_folder_for_temporary_files(work, monkeypatch):
    def none(*_: object) -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in [...]")

    monkeypatch.setattr(tempfile, "gettempdir", none)
    ran = run("rollover", "--data", "dat", "-o", "new", cwd=work)
    assert (ran.code, ran.out, ran.err) == (2, "", "TMPDIR: W002 文件写不了：没有这个文件或文件夹\n")
    assert not (work / "new").exists()


def is_open_to_others() -> bool:
    """Whether any user can reach the interpreter, its packages and this program."""
    places = [Path(sys.prefix), Path(sys.base_prefix), ROOT]
    return all(folder.stat().st_mode & 0o001 for place in places for folder in (place, *place.parents))


@pytest.mark.skipif(not is_open_to_others(), reason="the program lies where other users cannot reach it")
def test_a_file_that_others_may_not_read():
    """As a user who is not the superuser: our words, not those of a library."""
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o755)
        for name in ("secret.csv", "secret.txt"):
            (folder / name).write_text(SECRET, "utf-8")
            (folder / name).chmod(0)
        for arguments, name in (
            (["status", "--actuals", "secret.csv"], "secret.csv: Y001"),
            (["scan", "secret.txt"], "secret.txt: Y001"),
            (["record", "--from", "secret.csv"], "secret.csv: Y001"),
            (["export", "-o", "secret.csv"], "secret.csv: W002"),
            (["template", "-o", "new.csv"], "new.csv: W002"),
        ):
            code, err = as_nobody(*arguments, cwd=folder)
            assert code == 2, (arguments, err)
            assert name in err
            assert "没有权限" in err
        assert content(folder) == {"secret.csv": SECRET.encode(), "secret.txt": SECRET.encode()}
    finally:
        shutil.rmtree(folder)


SECRET = "指标,截至,数值\n"


def as_nobody(*arguments: str, cwd: Path) -> tuple[int, str]:
    """A run by a user without rights, in a copy of this process: its own programs may be out of that user's reach."""
    run(*arguments[:-1], "-", cwd=ROOT)  # loads what is loaded on the way
    mine, other = os.pipe()
    child = os.fork()
    if not child:
        try:  # whatever happens, there is only one of this process that goes on with the tests
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            ran = run(*arguments, cwd=cwd)
            os.write(other, ran.err.encode())
            os._exit(ran.code)
        finally:
            os._exit(99)
    os.close(other)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with open(mine, encoding="utf-8") as stream:
        return code, stream.read()


# ── pages of any size ─────────────────────────────────────────────────────────

PAGES = [
    ["status", "--data", "dat"], ["gap", "-i", "gdp", "--data", "dat"], ["show", "gdp", "--data", "dat"],
    ["verify-baselines", "--data", "dat"], ["export", "--data", "dat"], ["scan", "report.txt"], ["--help"],
    ["coverage", "report.txt", "--data", "dat"], ["gap", "--help"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", PAGES, ids=" ".join)
def test_a_page_of_any_width(work, arguments):
    """It ends, and every character of the widest is on the narrowest."""
    seen = {}
    for width in (1, 2, 3, 4, 5, 7, 11, 40, 500):
        ran = run(*arguments, cwd=work, columns=width)
        assert ran.code in (0, 1)
        seen[width] = sorted(c for c in ran.out if c.isalnum())
    for width in (1, 2, 3, 4, 5, 7):
        assert len(seen[width]) >= len(seen[500]) - OPTIONAL, width
    assert seen[1] == seen[2] == seen[3]


OPTIONAL = 0


@pytest.mark.parametrize("size", ["0", "-5", "", "²", "x", "1e9", "9" * 30, "9" * 5000, "000", "0040"])
def test_a_page_of_no_size(work, size):
    usual = run("status", "--data", "dat", cwd=work)
    ran = run("status", "--data", "dat", cwd=work, columns=size, environment={"LINES": size})
    assert (ran.code, ran.err) == (0, usual.err)
    assert sorted("".join(ran.out.split())) or size


# ── signals ───────────────────────────────────────────────────────────────────

UP = (
    "from shizhong_cli.ending import listen; listen(); print('up', flush=True);"
    "from shizhong_cli.__main__ import main; main()"
)
"""The first thing that main does is done before the word, since the system alone decides what happens before."""


def interrupted(number: int, moment: float, *arguments: str, cwd: Path) -> tuple[int, str]:
    """The exit code and the talk of a run that gets a signal at a moment."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen([sys.executable, "-c", UP, *arguments], cwd=cwd, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        time.sleep(moment)
        process.send_signal(number)
        _, err = process.communicate(timeout=120)
        return process.returncode, err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_at_any_moment(work, number):
    """No traceback, one exit code, whole files and no others: while it loads, computes and writes."""
    moments = random.Random(int(number))
    whole = run("export", "--data", "dat", "--format", "json", cwd=work).out
    commands = (
        ["export", "--data", "dat", "-o", "out.json"],
        ["record", "gdp", "5.2%", "--as-of", "2026-Q3", "--data", "dat"],
        ["report", "--data", "dat", "-o", "page.html"],
        ["status", "--data", "dat"],
        ["export", "--data", "dat", "-o", "out.xlsx"],
    )
    recorded = 0
    for turn in range(25):
        command = commands[turn % len(commands)]
        code, err = interrupted(number, moments.uniform(0.005, 0.4), *command, cwd=work)
        ended = -number if number is signal.SIGKILL else 128 + number
        # at its very end the interpreter hands signals back to the system; all is written by then
        assert code in (0, ended, -number), (command, code, err)
        assert "Traceback" not in err
        assert "Error" not in err
        recorded += command[0] == "record" and code == 0
        if (work / "out.json").exists():
            assert (work / "out.json").read_text("utf-8") == whole
        assert number is signal.SIGKILL or not list(work.glob(".*.tmp"))
        rows = (work / "actuals.csv").read_text("utf-8-sig").splitlines()
        assert {row.count(",") for row in rows} == {5}
    assert len(rows) - 2 >= recorded


def test_a_signal_that_is_ignored(work):
    """``nohup``: what the caller has set to be ignored stays so."""
    ended = shell("status", "--data", "dat", cwd=work, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    assert ended.returncode == 0
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); from shizhong_cli.ending import listen; listen();"
        "assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN"
    )
    subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
