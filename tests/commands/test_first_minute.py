"""The first minute with the program, wherever and however it is started; each run is a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from running import ROOT

SCRIPT = Path(sys.executable).with_name("shizhong" + (".exe" if os.name == "nt" else ""))
STARTS = {"module": [sys.executable, "-m", "shizhong_cli"], "isolated": [sys.executable, "-I", "-m", "shizhong_cli"]}
if SCRIPT.exists():
    STARTS["script"] = [str(SCRIPT)]
COMMANDS = (
    "--version", "--help", "status", "gap -i gdp --actual 5.2%", "verify-baselines", "show gdp", "export --format json",
    "export --format csv", "gap -i gdp --actual 5.2% -o {out}/a.xlsx", "report -o {out}/a.html", "scan {root}/LICENSE",
    "template -o {out}/b.xlsx", "record gdp 5.2% --as-of 2026-Q1 --actuals {out}/actuals.csv",
)  # fmt: skip
FEW = ("--version", "--help", "gap -i gdp --actual 5.2%", "gap -i gdp --actual 5.2% -o {out}/a.xlsx")
MAY_FIND = ("verify-baselines",)
"""Ends with 1 where there are findings."""
RAISE = "import os\nopen(os.environ['MARKER'], 'a').write(__file__ + '\\n')\nraise ImportError('shadowed')\n"


def start(how: str, line: str, out: Path, cwd: Path, options: tuple[str, ...] = (), **environment: str | None):
    """One run; ``None`` takes a variable out of the environment."""
    python, *rest = STARTS[how]
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SHIZHONG", "PYTHON", "GITHUB", "COV_"))}
    changed = {"SHIZHONG_LANG": "zh", "PYTHONUTF8": "1", "SHIZHONG_DATA": None} | environment
    full = {k: v for k, v in (kept | changed).items() if v is not None}
    return subprocess.run(
        [python, *options, *rest, *line.format(out=out, root=ROOT).split()],
        cwd=cwd, env=full, capture_output=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip


def assert_done(ran, line: str) -> None:
    assert ran.returncode in ((0, 1) if line in MAY_FIND else (0,)), ran.stderr.decode(errors="replace")
    assert b"Traceback" not in ran.stderr
    assert line.startswith("record") or " -o " in line or ran.stdout


@pytest.fixture
def empty(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("line", [*COMMANDS, "export -o {out}/a.xlsx"])
def test_in_an_empty_folder_without_home_and_locale(line, empty, tmp_path):
    gone = dict.fromkeys(("HOME", "LANG", "LC_ALL", "LC_CTYPE", "USER", "TERM", "TMPDIR", "XDG_CONFIG_HOME"))
    how = "script" if "script" in STARTS else "module"
    assert_done(start(how, line, tmp_path, empty, **gone), line)
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize("how", STARTS)
def test_without_arguments_there_is_help(how, empty, tmp_path):
    ran = start(how, "", tmp_path, empty)
    assert (ran.returncode, ran.stderr) == (2, b"")
    assert ran.stdout == start(how, "--help", tmp_path, empty).stdout != b""


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize("how", [how for how in STARTS if how != "script"])
def test_nothing_of_the_working_folder_is_imported(how, line, empty, tmp_path):
    shadow(empty)
    marker = tmp_path / "marker"
    environment = {"MARKER": str(marker)} | ({"PYTHONPATH": os.pathsep} if how == "module" and "out" in line else {})
    ran = start(how, line, tmp_path, empty, **environment)
    assert not marker.exists() or {Path(p).stem for p in marker.read_text().split("\n") if p} <= READ_BEFORE_US
    assert_done(ran, line)


READ_BEFORE_US = {"sitecustomize", "usercustomize"}
"""What the interpreter looks for by itself, where PYTHONPATH names the folder."""


def shadow(folder: Path) -> None:
    """Files with the names of every module that a run can import, except what the interpreter needs to get to us."""
    foreign = ("yaml", "typer", "click", "rich", "pandas", "numpy", "openpyxl", "pint", "jinja2", "filelock", "docx",
               "pypdfium2", "shellingham", "annotated_doc", "markupsafe", "pygments", "dateutil")  # fmt: skip
    needed = {*sys.builtin_module_names, *BEFORE_US}
    for name in (*foreign, *(name for name in sys.stdlib_module_names if name not in needed)):
        (folder / f"{name}.py").write_text(RAISE)


def _before_us() -> set[str]:
    code = "import runpy, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.split()}


BEFORE_US = _before_us()


@pytest.mark.parametrize("line", FEW)
def test_a_checkout_is_not_shadowed_by_files_beside_it(line, tmp_path):
    checkout, marker = tmp_path / "checkout", tmp_path / "marker"
    checkout.mkdir()
    (checkout / "shizhong_cli").symlink_to(ROOT / "shizhong_cli", target_is_directory=True)
    shadow(checkout)
    assert_done(start("module", line, tmp_path, checkout, MARKER=str(marker), SHIZHONG_DATA=str(ROOT)), line)
    assert not marker.exists()


@pytest.mark.skipif(os.name == "nt", reason="folders are protected in other ways there")
@pytest.mark.parametrize("line", FEW)
def test_from_a_folder_that_cannot_be_written_to(line, empty, tmp_path):
    empty.chmod(0o555)
    assert_done(start("module", line, tmp_path, empty), line)


@pytest.mark.parametrize("line", COMMANDS)
def test_warnings_of_libraries_end_no_command(line, empty, tmp_path):
    assert_done(start("isolated", line, tmp_path, empty, ("-W", "error")), line)


SETTINGS = (
    {"PYTHONWARNINGS": "error"}, {"PYTHONDEVMODE": "1"}, {"PYTHONOPTIMIZE": "2"}, {"PYTHONUTF8": "0", "LC_ALL": "C"},
    {"PYTHONUTF8": "0", "LANG": "C", "PYTHONIOENCODING": "gbk"},
    {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
    {"PYTHONHASHSEED": "12345"}, {"HOME": "/dev/null"}, {"HOME": "/no/such/folder", "TMPDIR": "/no/such/folder"},
)  # fmt: skip


@pytest.mark.parametrize("environment", SETTINGS, ids=lambda one: "-".join(one))
@pytest.mark.parametrize("line", FEW)
def test_the_settings_of_the_interpreter(environment, line, empty, tmp_path):
    assert_done(start("module", line, tmp_path, empty, **environment), line)


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize("line", ["--version", "--help", "gap -i gdp --actual 5.2%"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed(closed, line, empty):
    shell = f'"$0" -m shizhong_cli {line} {closed}'
    ran = subprocess.run(["/bin/sh", "-c", shell, sys.executable], cwd=empty, capture_output=True, check=False)
    is_lost = ">&-" in closed.replace("2>&-", "")
    assert ran.returncode == (2 if is_lost else 0)  # a result that gets nowhere is told, where there is somewhere to
    assert bool(ran.stdout) == (not is_lost)
    assert bool(ran.stderr) == (closed == ">&-")


@pytest.mark.skipif(os.name == "nt", reason="a folder in use is not removed there")
@pytest.mark.parametrize("line", ["--version", "--help"])
def test_in_a_folder_that_is_gone(line, empty):
    shell = f'rmdir "$1"; exec "$0" -m shizhong_cli {line}'
    call = ["/bin/sh", "-c", shell, sys.executable, str(empty)]
    ran = subprocess.run(call, cwd=empty, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout


def test_what_is_registered_for_the_end_still_runs(empty, tmp_path):
    code = (
        "import atexit, pathlib, sys, threading, time; from shizhong_cli.__main__ import main\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "atexit.register((folder / 'registered').touch)\n"
        "threading.Thread(target=lambda: (time.sleep(0.2), (folder / 'thread').touch())).start()\n"
        "sys.argv = ['shizhong', '--version']\n"
        "main()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=empty, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert {one.name for one in tmp_path.iterdir()} >= {"registered", "thread"}


@pytest.mark.parametrize("tool", ["cProfile", "trace"])
def test_under_a_tool_that_writes_at_the_end(tool, empty, tmp_path):
    file = tmp_path / "written"
    options = {"cProfile": ["-o", str(file)], "trace": ["--count", "--summary", "-C", str(tmp_path), "-f", str(file)]}
    command = [sys.executable, "-m", tool, *options[tool], "--module", "shizhong_cli", "--version"]
    if tool == "cProfile":
        command[command.index("--module")] = "-m"
    ran = subprocess.run(command, cwd=empty, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    assert file.stat().st_size > 0


def test_a_slow_reader_gets_everything(empty):
    call = [sys.executable, "-m", "shizhong_cli", "export", "--format", "json"]
    whole = subprocess.run(call, cwd=empty, capture_output=True, check=True).stdout
    assert len(whole) > 65536  # more than a pipe holds
    with subprocess.Popen(call, cwd=empty, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        parts = list(iter(lambda: os.read(running.stdout.fileno(), 999), b""))
    assert (b"".join(parts), running.returncode) == (whole, 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("line", ["--version", "--help", "export --format json"])
def test_a_full_disk_is_told(line, empty):
    with open("/dev/full", "wb") as full:
        call = [sys.executable, "-m", "shizhong_cli", *line.split()]
        ran = subprocess.run(call, cwd=empty, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 2
    assert b"W001" in ran.stderr
    assert b"Traceback" not in ran.stderr
