"""The data files are checked when they are read, all problems at once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from jnato_graph.errors import InputError
from jnato_graph.reference import load_reference
from jnato_graph.reference.files import read_yaml


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data files that a test may spoil."""
    with as_file(files("jnato_graph") / "data") as folder:
        for path in (*folder.glob("*.yaml"), *folder.glob("*.tsv"), folder / "city_words.txt"):
            shutil.copy(path, tmp_path)
    return tmp_path


def spoil(data: Path, file: str, text: str) -> str:
    """Add text to a data file and give the message that loading then ends with."""
    path = data / file
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_reference(data)
    return str(caught.value)


def test_a_copy_of_the_data_loads_and_has_the_same_version(data: Path) -> None:
    assert load_reference(data).version == load_reference().version


def test_any_change_of_the_data_changes_the_version(data: Path) -> None:
    with (data / "exercises.yaml").open("a", encoding="utf-8") as file:
        file.write("- {key: new-exercise, name: Quite New Exercise}\n")
    assert load_reference(data).version != load_reference().version


def test_all_problems_are_told_at_once_each_with_file_and_entry(data: Path) -> None:
    message = spoil(
        data,
        "operations.yaml",
        "- {key: Bad Key, name: Operation One}\n"
        "- {key: kfor, name: Operation Two}\n"
        "- {key: op-three, name: Operation Three, capitol: paris, since: 2023-13}\n"
        "- {key: op-four, name: NATO}\n"
        "- {key: op-five, name: Operation Five, state: atlantis, parent: paris}\n"
        "- {key: op-six, name: Operation Six, since: '2023', until: '2021'}\n"
        "- {key: op-seven, latitude: north, place: tokyo}\n",
    )
    lines = message.splitlines()
    assert lines[0].startswith(f"{len(lines) - 1} problems in the reference data")
    for expected in (
        "operations.yaml: Bad Key: the key must be a slug",
        "kfor: the key stands for two entries",
        "operations.yaml: op-three: unknown field 'capitol'",
        "operations.yaml: op-three: ",
        "'NATO' is also a form of",
        "operations.yaml: op-five: state 'atlantis' is no entry",
        "operations.yaml: op-five: parent 'paris' is a Place",
        "operations.yaml: op-six: ends (2021) before it begins (2023)",
        "operations.yaml: op-seven: a name is missing",
        "operations.yaml: op-seven: latitude 'north' is no number",
        "operations.yaml: op-seven: only an Office may say where it stands",
    ):
        assert any(expected in line for line in lines), expected


def test_a_membership_of_something_unknown_is_told(data: Path) -> None:
    message = spoil(
        data,
        "memberships.yaml",
        "- organisation: nato\n  source: s\n  members:\n  - 2030-01-01 | | atlantis\n  - 2030-01-01\n"
        "- organisation: ruritania-league\n  members:\n  - 2030-01-01 | | japan\n",
    )
    assert "nato: member 'atlantis' is no entry" in message
    assert "'2030-01-01' is not 'since | until | member, member'" in message
    assert "organisation 'ruritania-league' is no entry" in message
    assert "ruritania-league: a source is missing" in message


def test_a_term_with_an_unknown_role_or_actor_or_a_wrong_date_is_told(data: Path) -> None:
    message = spoil(
        data,
        "persons-japan.yaml",
        "- key: some-body\n  name: Some Body\n  terms:\n  - japan | shogun | 2030\n  - atlantis | president | 2030\n"
        "  - japan | president | soon\n  - japan\n",
    )
    assert "unknown role 'shogun'" in message
    assert "actor of a term 'atlantis' is no entry" in message
    assert "'soon' is no ISO date" in message
    assert "term 'japan' is not 'actor | role | since | until'" in message


def test_a_state_with_an_unknown_code_is_told(data: Path) -> None:
    assert "no country has the code 'XYZ'" in spoil(data, "states.yaml", "- key: ruritania\n  iso: XYZ\n")


def test_a_family_with_an_unknown_state_or_too_many_columns_is_told(data: Path) -> None:
    path = data / "organisations.yaml"
    text = path.read_text(encoding="utf-8").replace("rows: [albania,", "rows: [atlantis, albania | x | y,", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="'atlantis' is no state") as caught:
        load_reference(data)
    assert "has more than 1 columns" in str(caught.value)


def test_broken_yaml_and_a_missing_file_are_one_clear_line(data: Path) -> None:
    assert spoil(data, "events.yaml", "\n: [").startswith("events.yaml: no valid YAML")
    (data / "events.yaml").unlink()
    with pytest.raises(InputError, match=r"events\.yaml: the reference data file cannot be read"):
        load_reference(data)


def test_a_field_that_stands_twice_is_told() -> None:
    with pytest.raises(InputError, match="line 2: 'name' stands twice"):
        read_yaml(b"name: a\nname: b\n", "x.yaml")


def test_scalars_stay_what_they_are_written_as() -> None:
    assert read_yaml(b"a: NO\nb: 2023-07-11\nc: 1_0\nd: ~\n", "x.yaml") == {
        "a": "NO", "b": "2023-07-11", "c": "1_0", "d": "~",
    }  # fmt: skip


def test_importing_the_package_reads_nothing() -> None:
    code = "import sys, jnato_graph.reference; print('yaml' in sys.modules, 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_loaded_data_cannot_be_changed() -> None:
    reference = load_reference()
    with pytest.raises(TypeError):
        reference.entities["x"] = reference.entities["nato"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        reference.entities["nato"].name = "x"  # type: ignore[misc]
