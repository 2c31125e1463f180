"""What an analyst does in Neo4j Browser, for real: log in, style, scripts, the key report, France, the sentence.

The pictures of the README come from here: `SCREENSHOTS=1 pytest tests/integration/browser/test_in_chromium.py` writes
them anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, expect

from jnato_graph.browser import saved_script, saved_scripts, walk
from jnato_graph.browser.style import LOOKS
from jnato_graph.report import SavedQuery, find_query

if TYPE_CHECKING:
    from tests.integration.browser.conftest import Neo4jBrowser

WALK = "First ten minutes"
KEY_REPORT = find_query("members-opposed-office").title
IMAGES = Path(__file__).parents[3] / "docs" / "images"


def picture(name: str, what: Locator, height: int | None = None) -> None:
    """Take a picture for the README when it is asked for."""
    if os.environ.get("SCREENSHOTS"):
        IMAGES.mkdir(exist_ok=True)
        what.page.mouse.move(0, 0)
        what.page.wait_for_timeout(500)  # until nothing moves any more
        if height is None:
            what.screenshot(path=IMAGES / f"{name}.png")
        else:
            what.page.screenshot(path=IMAGES / f"{name}.png", clip={"x": 0, "y": 0, "width": 1280, "height": height})


def look(nodes: list[dict[str, object]], caption: str) -> tuple[object, object]:
    """Colour and diameter of the node with that caption."""
    found = next(node for node in nodes if node["caption"] == caption)
    return found["fill"], float(str(found["radius"])) * 2


def test_the_password_is_in_the_file_that_the_command_names_and_nowhere_else(
    browser: Neo4jBrowser, told: dict[str, str]
) -> None:
    path = Path(told["Password"].removeprefix("in "))

    assert told["User"] == "neo4j"
    assert path.read_text(encoding="utf-8").strip() not in "".join(told.values())
    browser.page.get_by_test_id("navigationDBMS").click()  # the drawer of the database says who is logged in
    expect(browser.page.get_by_test_id("user-details-username")).to_have_text("neo4j")
    browser.page.get_by_test_id("navigationDBMS").click()


def test_the_style_is_applied_to_what_is_drawn(furnished: Neo4jBrowser) -> None:
    nodes = furnished.nodes(furnished.run_script(WALK, walk()[1].title))

    assert look(nodes, "France") == (LOOKS["State"].color, LOOKS["State"].diameter)
    assert look(nodes, "NATO liaison office in Tokyo") == (LOOKS["Office"].color, LOOKS["Office"].diameter)
    frame = furnished.page.get_by_test_id("frame").first
    frame.get_by_title("Collapse the node properties display").click()
    frame.get_by_label("zoom-to-fit").click()
    picture("browser-positions", frame, height=620)
    frame.get_by_title("Expand the node properties display").click()


def test_the_scripts_are_in_their_folders_in_order(furnished: Neo4jBrowser) -> None:
    furnished.show_scripts()
    folders = [WALK, *dict.fromkeys(script.folder for script in saved_scripts())]
    titles = {WALK: [step.title for step in walk()]}
    for script in saved_scripts():
        titles.setdefault(script.folder, []).append(script.title)

    shown = furnished.page.locator("[data-testid^='expandFolder-']").all_inner_texts()
    assert [text.strip() for text in shown][: len(folders)] == folders
    for folder, wanted in titles.items():
        for title in wanted:
            expect(furnished.script(folder, title)).to_have_count(1)


def test_the_key_report_shows_france_with_its_sentences(furnished: Neo4jBrowser) -> None:
    frame = furnished.run_script("Positions", KEY_REPORT)
    rows = furnished.rows(frame)

    assert {row["member"] for row in rows} == {'"France"'}
    assert all("France" in row["evidence"] and "Tokyo" in row["evidence"] for row in rows[:1])
    assert all(row["source"] and row["claimKey"] for row in rows)
    furnished.show_scripts(False)
    picture("browser-report", frame)


def test_a_row_of_the_report_leads_to_its_sentence_in_the_graph(furnished: Neo4jBrowser) -> None:
    row = furnished.rows(furnished.run_script("Positions", KEY_REPORT))[0]
    step = walk()[3].title
    script = saved_script(walk()[3]).text

    furnished.script(WALK, step).get_by_test_id(f"scriptTitle-{step}").click()  # into the editor, to be changed there
    expect(furnished.page.get_by_test_id("currentlyEditing")).to_contain_text(step)
    frame = furnished.run(script.replace('claim: ""', f"claim: {row['claimKey']}"))
    sentence = frame.locator("g.node").filter(has=furnished.page.locator(f"circle[fill='{LOOKS['Sentence'].color}']"))
    expect(sentence).to_have_count(1)
    sentence.locator("circle.b-outline").click(force=True)

    properties = frame.get_by_test_id("viz-details-pane-properties-table")
    expect(properties).to_contain_text("text")
    if (more := properties.get_by_text("Show all")).count():
        more.click()
    shown = " ".join(properties.inner_text().split())
    assert " ".join(row["evidence"].strip('"').split())[:140] in shown
    assert row["sentenceKey"].strip('"') in shown


def test_france_leads_to_all_its_sentences_and_their_documents(furnished: Neo4jBrowser) -> None:
    frame = furnished.run_script(WALK, walk()[2].title)
    nodes = furnished.nodes(frame)
    colours = [node["fill"] for node in nodes]

    assert look(nodes, "France") == (LOOKS["State"].color, LOOKS["State"].diameter)
    assert colours.count(LOOKS["Claim"].color) == colours.count(LOOKS["Sentence"].color) >= 2
    assert colours.count(LOOKS["Document"].color) >= 2
    assert all(str(node["caption"]) for node in nodes)
    furnished.show_scripts(False)
    frame.get_by_label("zoom-to-fit").click()
    sentence = frame.locator("g.node").filter(has=furnished.page.locator(f"circle[fill='{LOOKS['Sentence'].color}']"))
    sentence.first.locator("circle.b-outline").click(force=True)
    expect(frame.get_by_test_id("viz-details-pane-properties-table")).to_contain_text("France")
    picture("browser-sentence", frame)


@pytest.mark.parametrize("step", walk(), ids=lambda step: step.name)
def test_each_step_of_the_walk_draws_something_without_a_warning(furnished: Neo4jBrowser, step: SavedQuery) -> None:
    frame = furnished.run_script(WALK, step.title)

    assert len(furnished.nodes(frame)) >= 3
    expect(frame.get_by_text("Warn", exact=True)).to_have_count(0)


def test_nothing_came_from_elsewhere(furnished: Neo4jBrowser) -> None:
    assert furnished.hosts == {"127.0.0.1"}
