"""Cities, and how the tables of states and cities are made."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from jnato_graph.reference import cities, city, load_reference
from jnato_graph.reference.files import data_file

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(("name", "state"), [("Yokohama", "japan"), ("Osaka", "japan"), ("Hamburg", "germany")])
def test_a_city_lies_in_its_state(name: str, state: str) -> None:
    found = city(name)
    assert found is not None
    assert found.label == "Place"
    assert found.state == state
    assert found.latitude is not None


@pytest.mark.parametrize("name", ["Reading", "Nice", "Austin", "Split", "Male", "Mobile", "Lincoln", "Jackson"])
def test_a_city_that_is_also_a_word_or_a_name_is_none_on_its_name_alone(name: str) -> None:
    assert city(name) is None


def test_cities_repeat_no_key_and_no_place_of_the_other_reference_data() -> None:
    entities = load_reference().entities
    assert entities.keys().isdisjoint(cities())
    listed = {(entity.name, entity.state) for entity in entities.values() if entity.label == "Place"}
    assert listed.isdisjoint({(entity.name, entity.state) for entity in cities().values()})


def test_the_largest_of_several_cities_has_the_plain_key() -> None:
    assert cities()["hyderabad"].state == "india"


def test_the_tables_are_what_the_libraries_say() -> None:
    path = ROOT / "scripts" / "make_tables.py"
    spec = importlib.util.spec_from_file_location("make_tables", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, content in module.tables().items():
        assert data_file(name).decode() == content, f"{name}: run scripts/make_tables.py"
