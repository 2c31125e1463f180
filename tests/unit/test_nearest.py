"""What was meant by a name that there is not."""

from pathlib import Path

import pytest

from jnato_graph.nearest import did_you_mean, nearest, nearest_paths

NAMES = ["members-opposed-office", "members-by-position", "visits-and-meetings", "actor-dossier"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("member-oposed-office", "members-opposed-office"),
        ("Actor-Dosier", "actor-dossier"),
        ("meetings", "visits-and-meetings"),
    ],
)
def test_the_nearest_name_comes_first(name: str, meant: str) -> None:
    assert nearest(name, NAMES)[0] == meant


def test_names_keep_their_capitals() -> None:
    assert did_you_mean("minconfidence", ["minConfidence", "office"]) == "did you mean minConfidence?"


def test_nothing_is_suggested_for_a_name_that_is_like_none() -> None:
    assert nearest("xyz", NAMES) == []
    assert did_you_mean("xyz", NAMES) == ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "003_dcda.txt").touch()
    (tmp_path / "seeds" / ".003_dcda.txt.swp").touch()
    (tmp_path / "articles.jsonl").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("sedes", ["seeds"]),
        ("Seeds", ["seeds"]),
        ("seeds/003_dcad.txt", ["seeds/003_dcda.txt"]),
        ("seeds/003_dcda.md", ["seeds/003_dcda.txt"]),
        ("sedes/003_dcda.txt", ["seeds/003_dcda.txt"]),
        ("article.jsonl", ["articles.jsonl"]),
        ("nothing/like/it", []),
    ],
)
def test_files_and_folders_that_may_be_meant(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: str, meant: list[str]
) -> None:
    monkeypatch.chdir(folder)

    assert [path.as_posix() for path in nearest_paths(Path(given))] == meant
    assert nearest_paths(folder / given) == [folder / each for each in meant]
