"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.cli.report import write_output
from jnato_graph.whole_file import UnwritableError, open_whole, write_whole


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_text_is_there_as_it_was_given(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("whole") / "file"
    write_whole(path, text)

    assert path.read_bytes().decode() == text


def test_a_secret_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "older").touch(0o644)
    for name in ("password", "older"):
        write_whole(tmp_path / name, "secret", private=True)

        assert rights(tmp_path / name) == 0o600


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()

    with pytest.raises(OSError, match="directory"):
        write_whole(folder, "text")

    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_a_file_that_is_there_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file"
    path.touch()
    path.chmod(mode)
    write_whole(path, "new")

    assert (path.read_text(), rights(path)) == ("new", mode)


def test_a_new_file_has_the_rights_that_the_mask_leaves(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", "text")
    (tmp_path / "usual").touch()

    assert rights(tmp_path / "file") == rights(tmp_path / "usual")


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link_and_leads_to_what_was_written(tmp_path: Path, there: bool) -> None:
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "file", tmp_path / "link"
    if there:
        file.write_text("old")
    link.symlink_to(Path("folder") / "file")
    write_output(link, "new")

    assert link.is_symlink()
    assert file.read_text() == "new"
    assert list((tmp_path / "folder").iterdir()) == [file]


def test_a_link_that_leads_round_in_a_circle_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")

    with pytest.raises(UnwritableError, match="link"):
        write_whole(tmp_path / "link", "text")


def test_a_pipe_stays_a_pipe_and_carries_what_was_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output(pipe, "text")
        assert os.read(reader, 100) == b"text"
    finally:
        os.close(reader)

    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_standard_output_can_be_named_as_a_file_where_it_is_a_pipe() -> None:
    program = (
        "from pathlib import Path; from jnato_graph.whole_file import write_whole as w; w(Path('/dev/stdout'), 'x')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("x", "")


def test_a_device_stays_a_device() -> None:
    write_output(Path(os.devnull), "text")

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_what_somebody_laid_in_the_way_is_not_written_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "victim").write_text("untouched")
    monkeypatch.setattr(secrets, "token_hex", lambda _: "guessed")
    (tmp_path / ".file.guessed.part").symlink_to("victim")

    with pytest.raises(UnwritableError, match="File exists"):
        write_whole(tmp_path / "file", "text")

    assert (tmp_path / "victim").read_text() == "untouched"
    assert not (tmp_path / "file").exists()


def test_the_file_beside_it_has_another_name_each_time(tmp_path: Path) -> None:
    names = set()
    for _ in range(2):
        with open_whole(tmp_path / ("f" * 255)) as write:
            write("text")
            names |= {path.name for path in tmp_path.iterdir() if path.name.endswith(".part")}

    assert len(names) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["f" * 255]


def test_an_error_of_what_makes_the_content_comes_through_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")

    def half() -> None:
        with open_whole(tmp_path / "file") as write:
            write("half")
            raise FileNotFoundError("of another file")

    with pytest.raises(FileNotFoundError, match="another file") as caught:
        half()

    assert not isinstance(caught.value, UnwritableError)
    assert (tmp_path / "file").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
