"""What is promised about versions, each promise a session: ``nox -l`` lists them, ``nox -s lowest`` runs one.

A version of Python that is not on the machine is skipped. What stands behind ``--`` goes to pytest.
"""

from __future__ import annotations

import re
import shutil
import tarfile
from pathlib import Path

import nox

HERE = Path(__file__).parent
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SURFACE = [f"tests/test_{name}.py" for name in ("outputs", "help", "readme", "story", "record")]
"""The tests that see the command line as a person does."""

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["pinned", "newest", "lowest", "yaml", "exact", "typer", "built", "readme", "lint", "types"]


@nox.session(python=PYTHONS)
def pinned(session: nox.Session) -> None:
    """The suite with exactly the versions of constraints.txt."""
    session.install("-c", "constraints.txt", "-e", ".[test]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """The suite with the newest of everything that may be installed today."""
    session.install("-e", ".[test]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS)
def lowest(session: nox.Session) -> None:
    """The suite with the lowest version that pyproject.toml allows of everything that it names."""
    session.install("uv")
    place = {"VIRTUAL_ENV": session.virtualenv.location}
    session.run("uv", "pip", "install", "--resolution", "lowest-direct", "-e", ".[test]", env=place)
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=["3.11"])
@nox.parametrize("version", ["6.0.1", "6.0.2", "6.0.3", "6.0.4", "pure"])
def yaml(session: nox.Session, version: str) -> None:
    """The same problems of the same bad files under every PyYAML, and without libyaml."""
    session.install("-e", ".[test]")
    if version != "pure":
        session.install(f"pyyaml=={version}")
    env = {"SHIZHONG_TEST_PURE_YAML": "1"} if version == "pure" else {}
    files = ["tests/test_examples.py", *(path.as_posix() for path in sorted(Path("tests").glob("test_yaml*.py")))]
    session.run("python", "-m", "pytest", "-n", "auto", *files, *session.posargs, env=env)


@nox.session(python=PYTHONS[0])
def exact(session: nox.Session) -> None:
    """The suite with the exact numbers of the standard library, as where quicktions has no wheel."""
    session.install("-c", "constraints.txt", "-e", ".[test]")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs, env={"SHIZHONG_TEST_PURE_FRACTIONS": "1"})


@nox.session(python=PYTHONS[0])
def typer(session: nox.Session) -> None:
    """What people see under the newest Typer, whatever cap pyproject.toml has."""
    session.install("-e", ".[test]")
    session.install("--upgrade", "typer")
    session.run("python", "-m", "pytest", "-n", "auto", *SURFACE, *session.posargs)


@nox.session(python=PYTHONS)
def built(session: nox.Session) -> None:
    """Wheel and sdist as they would be published: checked, installed, used from elsewhere; the sdist tests itself."""
    away = Path(session.create_tmp()).resolve()
    shutil.rmtree(away)
    away.mkdir()
    session.install("build", "twine>=6")
    session.run("python", "-m", "build", "--outdir", str(away / "dist"))
    (wheel,), (sdist,) = (away / "dist").glob("*.whl"), (away / "dist").glob("*.tar.gz")
    session.run("python", "-m", "twine", "check", "--strict", str(wheel), str(sdist))
    with tarfile.open(sdist) as archive:
        archive.extractall(away, filter="data")
    for file in (wheel, sdist):
        session.run("python", "-m", "venv", "--clear", str(away / "fresh"))
        python = next(path for path in (away / "fresh").glob("*/python*") if path.stem == "python")
        session.run(str(python), "-m", "pip", "install", "--quiet", str(file), external=True)
        with session.chdir(away):
            session.run(str(python), "-I", "-m", "shizhong_cli", "--version", external=True)
            session.run(str(python), "-I", "-m", "shizhong_cli", "verify-baselines", external=True, silent=True)
    with session.chdir(away / sdist.name.removesuffix(".tar.gz")):
        session.install("-c", "constraints.txt", "-e", ".[test]")
        session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=PYTHONS)
def readme(session: nox.Session) -> None:
    """The two commands of the README, word for word, in a fresh copy of what is committed."""
    copy = Path(session.create_tmp()).resolve() / "copy"
    text = (HERE / "README.md").read_text(encoding="utf-8")
    for name in ("test", "run"):
        shutil.rmtree(copy, ignore_errors=True)
        session.run("git", "clone", "--quiet", "--no-hardlinks", str(HERE), str(copy), external=True)
        found = re.search(rf"<!-- {name}-command -->\n```sh\n(.*)\n```", text)
        assert found, name
        with session.chdir(copy):
            session.run("bash", "-euo", "pipefail", "-c", found[1], external=True)


@nox.session(python=PYTHONS[0])
def lint(session: nox.Session) -> None:
    """Lint and layout of the sources."""
    session.install("ruff")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session(python=PYTHONS[0])
def types(session: nox.Session) -> None:
    """The types, strictly."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session(python=PYTHONS[0])
def docs(session: nox.Session) -> None:
    """The documents as a site, with every link in them followed."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "-q", "-c", "docs/site", ".", *(session.posargs or ["site"]))


@nox.session(python=PYTHONS[0])
def browser(session: nox.Session) -> None:
    """The pages in the Chromium of the machine, by the rules of axe as well."""
    session.install("-c", "constraints.txt", "-e", ".[test]")
    session.install("--no-deps", "axe-playwright-python")
    session.run("python", "-m", "pytest", "tests/rendering/test_in_a_browser.py", *session.posargs)


@nox.session(python=PYTHONS[0])
def pins(session: nox.Session) -> None:
    """Make constraints.txt anew, of the newest versions that pyproject.toml allows."""
    session.install("uv")
    command = "pip compile --universal --python-version 3.11 --extra test --no-annotate --no-header --upgrade"
    text = session.run("uv", *command.split(), "--quiet", "--no-emit-index-url", "pyproject.toml", silent=True)
    head = f"# The versions that the tests were last run with, made by `nox -s pins`:\n# uv {command} pyproject.toml\n"
    (HERE / "constraints.txt").write_text(head + str(text).strip() + "\n", encoding="utf-8", newline="\n")
