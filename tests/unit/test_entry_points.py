"""The project's spaCy components can be used by name in anybody's pipeline: each has an entry point of its own."""

import subprocess
import sys
from importlib.metadata import distribution

from spacy.language import Language

import jnato_graph.annotate.pipeline  # noqa: F401 - registers the factories

COMPONENTS = {name for name in Language.factories if name.startswith("jnato_")}
ENTRY_POINTS = {point.name: point for point in distribution("jnato-graph").entry_points.select(group="spacy_factories")}


def test_each_component_has_an_entry_point() -> None:
    assert ENTRY_POINTS.keys() == COMPONENTS


def test_each_entry_point_leads_to_its_factory() -> None:
    for name, point in ENTRY_POINTS.items():
        assert Language.has_factory(name)
        assert callable(point.load())
        assert point.module.startswith("jnato_graph.annotate.")


def test_a_pipeline_of_somebody_else_finds_them_by_name() -> None:
    code = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("jnato_names")
print(*(token.ent_id_ for token in nlp("He said that Japan and NATO agreed.") if token.ent_id))
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() != ""
