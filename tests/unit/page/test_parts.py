"""The drawing, the timeline, the map and the words of a page."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from math import cos, radians
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.browser.style import LOOKS
from jnato_graph.ontology import LABELS, PREDICATES
from jnato_graph.page import drawing as drawing_module
from jnato_graph.page.drawing import drawing
from jnato_graph.page.places import countries, position, world_map
from jnato_graph.page.projection import HEIGHT, MIDDLE, WIDTH, project
from jnato_graph.page.relations import WORDS, relations, verb
from jnato_graph.page.timeline import span, timeline
from jnato_graph.records import Entity
from jnato_graph.reference import load_reference

if TYPE_CHECKING:
    from tests.unit.page.conftest import Make

ASSETS = files("jnato_graph.page") / "assets"
NUMBERS = {"d:0": 1}


def test_every_predicate_reads_as_words_both_ways() -> None:
    assert set(WORDS) == set(PREDICATES)
    assert verb("OPPOSES", "negated", "actual") == "does not oppose"
    assert verb("SIGNED", "affirmed", "planned") == "signed (planned)"


def test_claims_of_one_sort_are_one_relationship(make: Make) -> None:
    _, graph = make()
    doubled = graph.claims + graph.claims[:1]
    found = relations(type(graph)(claims=doubled, entities=graph.entities))

    assert [(each.id, each.verb, len(each.claims)) for each in found] == [
        ("r1", "opposes", 2),
        ("r2", "does not oppose", 1),
    ]


def test_a_drawing_has_each_thing_once_and_its_sentences_by_number(make: Make) -> None:
    _, graph = make()
    drawn = drawing(relations(graph), graph.entities, NUMBERS)

    assert drawn is not None
    assert [node["name"] for node in drawn.nodes] == ["France", "NATO office in Tokyo", "Germany"]
    assert [(edge["source"], edge["target"], edge["polarity"], edge["sentences"]) for edge in drawn.edges] == [
        ("n1", "n2", "affirmed", [1]),
        ("n3", "n2", "negated", [1]),
    ]


def test_a_drawing_that_would_be_too_large_says_what_it_leaves_out(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    _, graph = make()
    monkeypatch.setattr(drawing_module, "MOST", 1)
    drawn = drawing(relations(graph), graph.entities, NUMBERS)

    assert drawn is not None
    assert (len(drawn.edges), drawn.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("text", "days"),
    [("2024", 366), ("2023-02", 28), ("2023-12", 31), ("2023-07-11", 1), ("9999-12", 31), ("9999", 365)],
)
def test_a_date_is_as_long_as_it_is_exact(text: str, days: int) -> None:
    start, end = span(text)

    assert end - start == days


def test_a_lane_has_its_own_dates_and_else_that_of_its_document(make: Make) -> None:
    _, graph = make()
    line = timeline(relations(graph), graph.documents)

    assert line is not None
    assert [(lane.relation.id, [(bar.date, bar.own) for bar in lane.bars]) for lane in line.lanes] == [
        ("r1", [("2023-05", True)]),
        ("r2", [("2023-06", False)]),
    ]
    assert [tick.year for tick in line.ticks] == [2023]
    assert line.lanes[0].bars[0].left == pytest.approx(100 * 120 / 365, abs=0.01)


@given(st.lists(st.dates().map(lambda day: day.isoformat()), min_size=1, max_size=6))
def test_all_dates_lie_on_the_line_and_its_years_can_be_read(make: Make, dates: list[str]) -> None:
    _, graph = make()
    first = graph.claims[0]
    claims = tuple(
        type(first)(**{name: getattr(first, name) for name in first.__slots__} | {"date": each}) for each in dates
    )
    line = timeline(relations(type(graph)(claims=claims, entities=graph.entities)), graph.documents)

    assert line is not None
    assert 1 <= len(line.ticks) <= 11
    assert all(bar.left >= 0 and bar.left + bar.width <= 100.01 for lane in line.lanes for bar in lane.bars)


def test_without_a_date_there_is_no_line(make: Make) -> None:
    _, graph = make()
    undated = {key: type(each)(key=each.key, path=each.path, text="") for key, each in graph.documents.items()}

    assert timeline(relations(graph)[1:], undated) is None


def test_states_are_drawn_by_their_outlines_and_other_things_by_points(make: Make) -> None:
    _, graph = make()
    found = world_map(graph, NUMBERS)

    assert found is not None
    assert [(spot.entity.key, spot.outline, spot.numbers) for spot in found.spots] == [
        ("france", True, (1,)),
        ("office-in-tokyo", False, (1,)),
        ("germany", True, (1,)),
    ]
    assert found.shown == {"FRA": "p1", "DEU": "p3"}
    left, top, width, height = found.view
    assert all(left < spot.x < left + width and top < spot.y < top + height for spot in found.spots)


def test_an_office_lies_where_the_reference_data_put_it_and_an_organisation_nowhere(make: Make) -> None:
    office = Entity(key="nato-liaison-office-tokyo", label="Office", name="NATO liaison office in Tokyo")
    tokyo = load_reference().entities["tokyo"]

    assert position(office) == (tokyo.latitude, tokyo.longitude, tokyo.name)
    assert position(Entity(key="office:nowhere", label="Office", name="Nowhere")) is None
    _, graph = make()
    nato = type(graph)(entities={"nato": graph.entities["nato"]}, sentences=graph.sentences, mentions=graph.mentions)
    assert world_map(type(graph)(**{name: getattr(nato, name) for name in ("entities",)}), NUMBERS) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_of_the_earth_lies_on_the_map(latitude: float, longitude: float) -> None:
    x, y = project(latitude, longitude)

    assert 0 <= x <= WIDTH
    assert -1 <= y <= HEIGHT + 1


@given(st.floats(-85, 85), st.floats(-160, 180))
def test_areas_keep_their_proportions_on_the_map(latitude: float, longitude: float) -> None:
    def area(north: float, east: float) -> float:
        (x, y), (right, _), (_, down) = project(north, east), project(north, east + 0.01), project(north - 0.01, east)
        return (right - x) * (down - y) / cos(radians(north - 0.005))

    assert area(latitude, longitude) == pytest.approx(area(0.005, MIDDLE), rel=0.005)


def test_the_outlines_are_where_the_capitals_are() -> None:
    outlines = {country.code: country for country in countries()}

    assert {"FRA", "DEU", "JPN", "USA", "RUS", "CHN", "TUR", "UKR", "XKX"} <= set(outlines)
    for code, latitude, longitude in (("JPN", 36, 138), ("DEU", 51, 10), ("RUS", 62, 97), ("AUS", -25, 134)):
        x, y = project(latitude, longitude)
        assert outlines[code].x == pytest.approx(x, abs=150)
        assert outlines[code].y == pytest.approx(y, abs=150)


def test_colours_are_those_of_neo4j_browser() -> None:
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    light = style[: style.index("@media")]

    for label in LABELS:
        assert f"--{label}: {LOOKS[label].color.lower()};" in light
        assert f".{label} {{ --mark: var(--{label}); }}" in style


def test_what_was_fetched_is_what_is_kept_with_its_licences() -> None:
    record = json.loads((ASSETS / "vendored.json").read_text(encoding="utf-8"))

    for name, digest in record["sha256"].items():
        assert hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() == digest
    library = (ASSETS / "cytoscape.min.js").read_text(encoding="utf-8")
    assert "Permission is hereby granted" in library
    assert not [word for word in ("</script", "<!--", "new Function(", "eval(", "sourceMappingURL") if word in library]
