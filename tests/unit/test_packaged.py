"""The package's own data files are read in one way."""

from __future__ import annotations

import pytest

from jnato_graph.errors import InputError
from jnato_graph.packaged import data_lines, data_text, data_yaml


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert "off" in data_yaml("capital_cues.yaml")["place"]


def test_lines_come_without_comments_and_empty_ones() -> None:
    assert data_text("towns.txt").startswith("#")
    lines = data_lines("towns.txt")
    assert len(lines) > 1000
    assert all(line and line == line.strip() and not line.startswith("#") for line in lines)


@pytest.mark.parametrize("read", [data_text, data_lines, data_yaml])
def test_a_missing_file_is_one_clear_line(read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(InputError, match=r"nothing\.yaml: the data file cannot be read .* install jnato-graph again"):
        read("nothing.yaml")
