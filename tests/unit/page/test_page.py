"""A page shows the answer and all that leads to its sentences, fetches nothing, and no text in it acts."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import html
import json
import re
import unicodedata
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.page import Subgraph, render_page
from jnato_graph.records import Mention
from jnato_graph.report import Answer

if TYPE_CHECKING:
    from tests.unit.page.conftest import Elements, Make, Reader

HOSTILE = [
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- <script>",
    "]]><svg/onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;&amp;",
    "\u202eexe.txt\u2066\u200f",
    "\x1b[2J\x1b]0;x\x07",
    "a\x00b\x08\x7f\x9b",
    "\u2028\u2029",
    "\U000e0041 tag",
]
ACTING = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co"}
anything = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
    st.text(alphabet="<>&\"'`=/{}%!-\u202e\u2066 sS", min_size=1, max_size=40),
)


def shape(page: Reader) -> list[tuple[str, tuple[str, ...]]]:
    """The elements and the names of their attributes: what a text must never change."""
    return [(tag, tuple(attributes)) for tag, attributes in page.tags]


def test_each_row_leads_to_its_marked_sentence_and_its_source(make: Make, read: Elements) -> None:
    page = render_page(*make())

    assert '<a class="number" href="#s1">1</a>' in page
    assert re.search(r'<mark class="entity State"[^>]*>France<span>State</span></mark>', page)
    assert re.search(r'Office[^>]*><mark class="entity Organisation"[^>]*>NATO<span>.*?</mark> office in Tokyo', page)
    assert ("a", {"href": "https://news.example/story?a=1&b=2", "rel": "noopener noreferrer external"}) in read(
        page
    ).tags


def test_a_page_that_is_cut_tells_how_to_ask_for_the_same_in_full(make: Make) -> None:
    answer, graph = make()
    cut = dataclasses.replace(answer, truncated=True, values=answer.values | {"from": "2023 or so"})
    page = html.unescape(render_page(cut, graph))

    assert "report run who-is-against --param 'from=2023 or so' --output who-is-against.csv</code>" in page
    assert cut.values["office"] == cut.query.parameters[0].default


def test_the_question_is_there_with_its_parameters_and_its_query_folded_away(make: Make, read: Elements) -> None:
    answer, graph = make()
    reader = read(render_page(answer, graph))
    text = " ".join(" ".join(reader.text).split())

    assert answer.query.title in text
    assert answer.query.description in text
    assert "office NATO office in Tokyo office-in-tokyo the office asked about" in text
    assert "from any not before this date" in text
    assert ("details", {"class": "query"}) in reader.tags
    assert answer.query.text.strip() in "".join(reader.text)


def test_a_word_that_stands_for_a_name_is_marked_with_the_name(make: Make) -> None:
    answer, graph = make(text="It opposes the NATO office in Tokyo; Germany does not.")
    it = Mention(document="d", sentence="d:0", entity="france", start=10, end=12, text="It", anaphor=True)

    assert ">It<span>France</span></mark> opposes" in render_page(answer, replace(graph, mentions={"d:0": (it,)}))


def test_a_row_without_a_sentence_in_the_graph_keeps_its_words_and_source(make: Make) -> None:
    answer, _ = make()

    assert "Tokyo; Germany does not. — Split, Split, https://news.example" in render_page(answer, Subgraph())


def test_what_an_answer_lacks_has_no_section(make: Make, read: Elements) -> None:
    answer, _ = make()
    bare = Answer(query=answer.query, values=answer.values, columns=("name",), rows=())
    page = render_page(bare, Subgraph())

    assert "No rows." in page
    assert {"graph", "timeline", "map", "evidence"}.isdisjoint(read(page).all("id"))
    assert "cytoscape" not in page.replace("__________cytoscape_stylesheet", "").replace("typeof cytoscape", "")\
        .replace("= cytoscape(", "")  # fmt: skip


def test_every_link_within_the_page_has_its_target_and_no_name_stands_twice(make: Make, read: Elements) -> None:
    reader = read(render_page(*make()))
    names = reader.all("id")

    assert len(names) == len(set(names))
    assert {link[1:] for link in reader.all("href") if link.startswith("#")} <= set(names)
    assert set(reader.all("aria-labelledby")) <= set(names)


def test_the_table_and_the_evidence_are_there_before_any_script_runs(make: Make) -> None:
    page = render_page(*make())

    assert page.index("<table") < page.index("<script")
    assert '<div class="picture" hidden>' in page  # what needs a script is shown by the script
    assert "<noscript>" in page


def test_nothing_is_fetched_and_only_its_own_scripts_may_run(make: Make, read: Elements) -> None:
    reader = read(render_page(*make()))
    policy = next(attributes["content"] for tag, attributes in reader.tags if "http-equiv" in attributes)
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    codes = [code for code in reader.scripts if code.strip() and not code.startswith('{"nodes"')]

    def hashed(code: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

    assert allowed["default-src"] == allowed["base-uri"] == allowed["form-action"] == "'none'"
    assert allowed["script-src"].split() == [hashed(code) for code in codes]
    assert allowed["style-src"] == hashed("".join(reader.styles))
    assert set(reader.all("src")) == set()
    assert not [
        name for _, attributes in reader.tags for name in attributes if name.startswith("on") or name == "style"
    ]
    assert {tag for tag, attributes in reader.tags if attributes.get("href", "").startswith("http")} == {"a"}
    assert "url(" not in "".join(reader.styles)
    assert "@import" not in "".join(reader.styles)


def test_the_same_answer_gives_the_same_bytes_in_less_than_a_megabyte(make: Make) -> None:
    page = render_page(*make())

    assert page == render_page(*make())
    assert len(page.encode()) < 700_000


def test_what_was_asked_and_how_sure_the_answer_is_stands_in_place_of_the_notes(make: Make, read: Elements) -> None:
    told = ("Question: who is <against> it?", "Not sure: this may not be what was asked")
    text = " ".join(read(render_page(*make(rest=("a note",)), told=told)).text)

    assert all(line in text for line in told)
    assert "a note" not in text


def test_a_link_back_to_the_set_is_there_only_in_a_set(make: Make) -> None:
    assert 'href="index.html">All reports' in render_page(*make(), index="index.html")
    assert "All reports" not in render_page(*make())


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "x y"]
)
def test_an_address_that_is_no_web_address_is_shown_and_not_linked(url: str, make: Make, read: Elements) -> None:
    reader = read(render_page(*make(url=url)))

    assert not [link for link in reader.all("href") if not link.startswith(("#", "data:,"))]
    assert url in " ".join(reader.text)


@cache
def _harmless(make: Make, read: Elements) -> Reader:
    return read(render_page(*make("n", "x" * 60, "u", "s", "t", ("note",))))


@settings(max_examples=150, deadline=None)
@given(name=anything, text=anything, speaker=anything, title=anything, note=anything)
def test_no_text_of_the_graph_changes_the_page_around_it(
    make: Make, read: Elements, name: str, text: str, speaker: str, title: str, note: str
) -> None:
    padded = (text + "x" * 60)[:60]  # as long as the mentions need
    harmless = _harmless(make, read)
    reader = read(render_page(*make(name, padded, "u", speaker, title, (note,))))

    assert shape(reader) == shape(harmless)
    assert reader.styles == harmless.styles
    assert [code for code in reader.scripts if not code.startswith('{"nodes"')] == [
        code for code in harmless.scripts if not code.startswith('{"nodes"')
    ]
    shown = [*reader.text, *(value for _, attributes in reader.tags for value in attributes.values())]
    data = json.loads(next(code for code in reader.scripts if code.startswith('{"nodes"')))
    shown += [node["name"] for node in data["nodes"]]
    assert not {
        character
        for each in shown
        for character in each
        if character not in "\n\t\u00ad\u200c\u200d" and unicodedata.category(character) in ACTING
    }


@pytest.mark.parametrize("hostile", HOSTILE[:8])
def test_markup_is_shown_as_it_stands(hostile: str, make: Make, read: Elements) -> None:
    reader = read(render_page(*make(name=hostile)))

    assert hostile in " ".join(reader.text)
