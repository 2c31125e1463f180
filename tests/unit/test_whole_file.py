"""Files that are written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.whole_file import write_whole


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_text_is_there_as_it_was_given(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("whole") / "file"
    write_whole(path, text)

    assert path.read_bytes().decode() == text


def test_a_secret_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "password", "secret", mode=0o600)

    assert stat.S_IMODE((tmp_path / "password").stat().st_mode) == 0o600


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()

    with pytest.raises(OSError, match="directory"):
        write_whole(folder, "text")

    assert list(tmp_path.iterdir()) == [folder]
