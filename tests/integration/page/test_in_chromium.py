"""A page in a browser: clicked, moved, read without scripts, in the dark, on a phone, printed; asking for nothing."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.integration.page.conftest import Show, Shown

PageOf = Callable[..., str]
expect.set_options(timeout=60_000)  # where many things run at once, a browser is slow
DRAWING = "document.getElementById('drawing')._cyreg.cy"
HOSTILE = [
    "</script><script>alert(1)</script><img src=https://evil.example/x onerror=alert(2)>",
    "'\"><svg onload=alert(3)><iframe src=https://evil.example></iframe><!--",
    "</style><style>@import 'https://evil.example/a.css';body{display:none}</style>",
    "\u202e\u2066\x1b[2J\x00{{ 7*7 }}<base href=https://evil.example>",
]


def middle(page: Page, element: str) -> dict[str, float]:
    """Where on the screen the middle of an element of the drawing is."""
    found: dict[str, float] = page.evaluate(
        f"""() => {{
            const element = {DRAWING}.getElementById("{element}")
            const at = element.isNode() ? element.renderedPosition() : element.renderedMidpoint()
            const frame = document.getElementById("drawing").getBoundingClientRect()
            return {{ x: frame.left + at.x, y: frame.top + at.y }}
        }}"""
    )
    return found


def click(page: Page, element: str) -> None:
    page.locator("#drawing").scroll_into_view_if_needed()
    # It notices only some time after scrolling where it stands now. What `resize` gives is the whole drawing, which
    # would take half a minute to bring over here: it is left there.
    page.evaluate(f"void {DRAWING}.resize()")
    at = middle(page, element)
    page.mouse.move(at["x"], at["y"])
    page.mouse.click(at["x"], at["y"])


def click_middle(page: Page, selector: str) -> None:
    """Click where the first of these is drawn; a line has no height for the driver to find it by."""
    page.locator(selector).first.evaluate("element => element.scrollIntoView({ block: 'center' })")
    box = page.locator(selector).first.evaluate("element => element.getBoundingClientRect().toJSON()")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def quiet(shown: Shown) -> bool:
    """The page asked for itself alone, and nothing was refused, failed or popped up."""
    return [url for url in shown.requests if not url.startswith("data:")] == [shown.page.url.partition("#")[0]] and (
        shown.complaints == []
    )


def test_a_relationship_that_is_clicked_shows_its_sentence(show: Show, page_of: PageOf) -> None:
    shown = show(page_of())
    picked = shown.page.locator("#picked")
    expect(picked).to_be_hidden()

    click(shown.page, "r1")
    expect(picked.locator("h3")).to_have_text("France opposes Office in Tokyo")
    expect(picked.locator("blockquote")).to_contain_text("Tokyo", use_inner_text=True)
    expect(picked.locator("blockquote mark")).to_have_count(2)
    assert "number 0" in picked.locator("blockquote").inner_text()

    picked.get_by_role("button").click()
    expect(picked).to_be_hidden()
    expect(shown.page.locator("#relations li")).to_have_count(3)
    assert quiet(shown)


def test_a_thing_that_is_clicked_shows_all_its_sentences(show: Show, page_of: PageOf) -> None:
    shown = show(page_of())

    click(shown.page, "n2")
    expect(shown.page.locator("#picked h3")).to_have_text("Office in Tokyo")
    expect(shown.page.locator("#picked blockquote")).to_have_count(3)


def test_the_list_beside_the_drawing_does_the_same_by_keyboard(show: Show, page_of: PageOf) -> None:
    shown = show(page_of())
    shown.page.locator("#relations a").nth(1).focus()
    shown.page.keyboard.press("Enter")

    expect(shown.page.locator("#picked h3")).to_have_text("Germany does not oppose Office in Tokyo")
    assert shown.page.evaluate(f"{DRAWING}.$(':selected').id()") == "r2"


def test_the_drawing_is_moved_with_the_mouse(show: Show, page_of: PageOf) -> None:
    shown = show(page_of())
    shown.page.locator("#drawing").scroll_into_view_if_needed()
    before = middle(shown.page, "n1")
    shown.page.mouse.move(before["x"], before["y"])
    shown.page.mouse.down()
    shown.page.mouse.move(before["x"] + 30, before["y"] + 25, steps=4)
    shown.page.mouse.up()
    after = middle(shown.page, "n1")

    assert after == pytest.approx({"x": before["x"] + 30, "y": before["y"] + 25}, abs=3)


def test_the_layout_is_the_same_each_time(show: Show, page_of: PageOf) -> None:
    places = [
        show(page_of()).page.evaluate(f"{DRAWING}.nodes().map(node => node.position())") for _ in range(2)
    ]  # fmt: skip

    assert places[0] == places[1]


def test_number_timeline_and_map_lead_to_the_sentence(show: Show, page_of: PageOf) -> None:
    shown = show(page_of())
    page = shown.page

    page.locator("#row2 a.number").click()
    expect(page.locator("#s2")).to_be_in_viewport()
    click_middle(page, ".lanes .bar")
    expect(page).to_have_url(re.compile("#s1$"))
    click_middle(page, "#world .here")
    expect(page).to_have_url(re.compile("#p3$"))  # Germany's outline is the first
    page.locator(".spots li").filter(has_text="Japan").locator("a").first.click()
    expect(page).to_have_url(re.compile("#s3$"))
    assert quiet(shown)


def test_the_map_is_made_larger_and_dragged(show: Show, page_of: PageOf) -> None:
    page = show(page_of()).page
    world = page.locator("#world")

    def view() -> list[float]:
        return [float(number) for number in (world.get_attribute("viewBox") or "").split()]

    first = view()
    page.locator(".map [data-do=in]").click()
    larger = view()
    box = world.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 180, steps=4)
    page.mouse.up()

    assert larger[2] < first[2]
    assert view()[0] > larger[0]
    assert page.url.endswith(".html")


def test_rows_are_sorted_and_filtered(show: Show, page_of: PageOf) -> None:
    page = show(page_of()).page
    names = page.locator(".rows tbody tr:not([hidden]) td:nth-child(2)")

    page.get_by_role("button", name="actor").click()
    page.get_by_role("button", name="actor").click()
    assert names.all_inner_texts() == ["Japan", "Germany", "France"]
    page.evaluate("document.querySelector('.filter').hidden = false")
    page.get_by_role("searchbox").fill("office beta")  # words of its sentence
    assert names.all_inner_texts() == ["Germany"]


def test_table_and_evidence_are_read_without_javascript(show: Show, page_of: PageOf) -> None:
    page = show(page_of(), java_script_enabled=False).page

    expect(page.locator(".rows tbody tr")).to_have_count(3)
    expect(page.locator(".card blockquote").nth(2)).to_be_visible()
    assert "needs JavaScript" in page.locator("#graph").inner_text()
    expect(page.locator("#drawing")).to_be_hidden()
    expect(page.locator("#world")).to_be_visible()
    page.locator("#row3 a.number").click()
    expect(page.locator("#s3")).to_be_in_viewport()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_name_acts_in_the_page(hostile: str, show: Show, page_of: PageOf) -> None:
    shown = show(page_of(hostile))
    click(shown.page, "r1")

    expect(shown.page.locator("#picked blockquote")).to_have_count(1)
    expect(shown.page.locator(".rows tbody tr")).to_have_count(3)
    assert shown.page.evaluate("document.querySelectorAll('img, iframe, base, svg[onload]').length") == 0
    assert quiet(shown)


def luminance(page: Page, selector: str, what: str) -> float:
    """How bright (0 to 1) a colour of an element is."""
    colour = page.evaluate("([s, w]) => getComputedStyle(document.querySelector(s))[w]", [selector, what])
    red, green, blue = (float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3])
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_it_is_dark_where_the_reader_wants_it_dark_and_follows_a_change(show: Show, page_of: PageOf) -> None:
    shown = show(page_of(), color_scheme="dark")
    page = shown.page
    assert luminance(page, "body", "backgroundColor") < 0.2 < 0.8 < luminance(page, "body", "color")
    dark = page.evaluate(f"{DRAWING}.nodes()[0].style('color')")

    page.emulate_media(color_scheme="light")
    assert luminance(page, "body", "color") < 0.2 < 0.8 < luminance(page, "body", "backgroundColor")
    page.wait_for_function(f"before => {DRAWING}.nodes()[0].style('color') !== before", arg=dark)
    assert quiet(shown)


@pytest.mark.parametrize("width", [320, 390, 800])
def test_nothing_is_wider_than_a_phone(width: int, show: Show, page_of: PageOf) -> None:
    shown = show(page_of(" and a very long name of the kind that treaties have" * 2), width=width, height=800)
    page = shown.page

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#drawing").bounding_box()["width"] <= width  # type: ignore[index]
    expect(page.locator("#row1 td[data-of=actor]")).to_contain_text("France")


def test_it_is_printed_on_white_even_from_the_dark(show: Show, page_of: PageOf) -> None:
    page = show(page_of(), color_scheme="dark").page
    document: Any = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", print_background=True)))
    text = " ".join("".join(sheet.get_textpage().get_text_range() for sheet in document).split())
    corner = document[0].render(scale=0.2).to_numpy()[2, 2]

    assert "Who is for what" in text
    assert "number 2" in text
    assert "Show only rows" not in text
    assert min(corner) > 240
