"""Files are whole: the old content or the new, never half of one, and no temporary file stays."""

from __future__ import annotations

import os
import stat

import pytest

from shizhong_cli.problems import CannotGoOn
from shizhong_cli.writing.files import write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


def codes(path, content=b"new", replace=True):
    """The codes of the problems that writing meets."""
    try:
        write_whole(path, content, replace)
    except CannotGoOn as error:
        return [problem.code for problem in error.problems]
    return []


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path):
    write_whole(tmp_path / "a.bin", b"\x00\r\n\xff")
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\r\n\xff"
    assert names(tmp_path) == ["a.bin"]


def test_an_old_file_is_replaced_only_when_that_is_allowed(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    assert codes(path, replace=False) == ["W003"]
    assert path.read_bytes() == b"old"
    assert codes(path) == []
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.bin"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_comes_in_between_is_not_lost(tmp_path, monkeypatch, links):
    path = tmp_path / "a.bin"
    fsync = os.fsync

    def someone_else_is_faster(descriptor):
        fsync(descriptor)
        path.write_bytes(b"theirs")

    def no_links(*_):
        raise OSError(1, "not here")

    monkeypatch.setattr("os.fsync", someone_else_is_faster)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    assert codes(path, replace=False) == ["W003"]
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.bin"]


def test_without_hard_links(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(1, "not here")

    monkeypatch.setattr("os.link", no_links)
    write_whole(tmp_path / "a.bin", b"new", replace=False)
    assert names(tmp_path) == ["a.bin"]


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, failure):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")

    def fail(_):
        raise failure

    monkeypatch.setattr("os.fsync", fail)
    if isinstance(failure, OSError):
        assert codes(path) == ["W002"]
    else:
        with pytest.raises(KeyboardInterrupt):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.bin"]


def test_places_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    for path in ("none/a.bin", "file/a.bin", "folder", "a" * 300, "nul\0.bin"):
        assert codes(tmp_path / path) == ["W002"], path
    assert names(tmp_path) == ["file", "folder"]


def test_a_long_name_has_room_for_the_temporary_one(tmp_path):
    assert codes(tmp_path / ("表" * 80 + ".xlsx")) == []


@posix
def test_permissions(tmp_path):
    path = tmp_path / "a.bin"
    old = os.umask(0o027)
    try:
        write_whole(path, b"new")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_whole(path, b"newer")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write everything")
def test_a_file_that_is_write_protected(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"old")
    path.chmod(0o444)
    assert codes(path) == ["W002"]
    assert path.read_bytes() == b"old"


@posix
def test_links(tmp_path):
    (tmp_path / "deep").mkdir()
    link = tmp_path / "link.bin"
    link.symlink_to(tmp_path / "deep" / "a.bin")
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "deep" / "a.bin").read_bytes() == b"new"
    assert codes(link, replace=False) == ["W003"]
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert codes(loop) == ["W002"]
    assert names(tmp_path / "deep") == ["a.bin"]


@posix
def test_a_device_is_written_straight():
    from pathlib import Path

    assert codes(Path(os.devnull)) == []
    assert Path(os.devnull).is_char_device()
