"""The five articles: byte for byte as they were given, and read as a person would read them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from jnato_graph.read import read_documents
from jnato_graph.records import Document

SEEDS = Path(__file__).parents[3] / "seeds"
SUMS = {
    "000_ae38a114a38edf00.txt": "f466c020b9ccc1f31eb23de9d7a713d2c1bcaa6518d7a99713c7c0710c1edb91",
    "001_493670b8a52ec032.txt": "226560964dfd642653a9200ff48a147bce89975807ef851fe9fdfdde8ca6f88a",
    "002_bc4a00fac8ad4300.txt": "0bf42afc2932ecf21a1a07d5bac3885ddc6629864e11138136db6579113b9ed8",
    "003_dcda1fb907327093.txt": "f39a9369c39cd185d8026d49bb5702bb279e51abfa05fef0e6e8adfc5ae626ad",
    "004_2085fc62c39d6364.txt": "18f2a4ce6332e30521b59a1fd83e32a54ac93292f7ee2af0b7baa254d3a4f938",
}


@pytest.fixture(scope="module")
def seeds() -> dict[str, Document]:
    return {Path(item.path).name: item for item in read_documents([SEEDS]) if isinstance(item, Document)}


@pytest.mark.parametrize("name", SUMS)
def test_the_files_are_as_they_were_given(name: str) -> None:
    assert hashlib.sha256((SEEDS / name).read_bytes()).hexdigest() == SUMS[name]


def test_all_five_are_read_and_nothing_else_in_the_folder(seeds: dict[str, Document]) -> None:
    assert list(seeds) == list(SUMS)


def test_the_dates_found_in_the_texts_are_those_of_the_manifest(tmp_path: Path, seeds: dict[str, Document]) -> None:
    for name in SUMS:
        (tmp_path / name).write_bytes((SEEDS / name).read_bytes())
    found = {Path(item.path).name: item for item in read_documents([tmp_path]) if isinstance(item, Document)}
    for name in ("002_bc4a00fac8ad4300.txt", "003_dcda1fb907327093.txt", "004_2085fc62c39d6364.txt"):
        assert found[name].published == seeds[name].published
        assert (found[name].published_from, seeds[name].published_from) == ("text", "manifest")
    for name in ("000_ae38a114a38edf00.txt", "001_493670b8a52ec032.txt"):
        assert found[name].published is None


@pytest.mark.parametrize("name", SUMS)
def test_every_letter_of_a_seed_is_read_or_left_out_for_a_reason(name: str, seeds: dict[str, Document]) -> None:
    source = (SEEDS / name).read_text(encoding="utf-8")
    covered: set[int] = set()
    for segment in seeds[name].segments:
        covered |= set(range(segment.source_start, segment.source_start + segment.length))
    for omission in seeds[name].omissions:
        covered |= set(range(omission.source_start, omission.source_end))
    assert [letter for at, letter in enumerate(source) if letter.isalnum() and at not in covered] == []


def test_what_is_no_article_is_left_out(seeds: dict[str, Document]) -> None:
    text = "\n".join(document.text for document in seeds.values())
    for boilerplate in (
        "View profile",
        "Tweet",
        "You are here",
        "Views expressed",
        "is an assistant professor",
        "USNI",
    ):
        assert boilerplate not in text
