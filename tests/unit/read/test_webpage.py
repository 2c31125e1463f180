from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.markup import page_units
from jnato_graph.read.webpage import read_webpage
from jnato_graph.records import Document

type Read = Callable[..., Document]

ARTICLE = """
<p>France has objected to the opening of a NATO liaison office in Tokyo&nbsp;&mdash; the first of its kind in Asia &amp;
a symbol, officials said.<sup><a href="#n1">[1]</a></sup> They said more than that on <b>Friday</b>.</p>
<h2>What comes next</h2>
<p>Japan and NATO have cooperated since<br>the 1990s. The alliance&#8217;s members did not agree on the plan in
Vilnius.</p>
<ul><li>Germany has not opposed the office, a spokesperson said.</li><li>Hungary and Türkiye kept silent.</li></ul>
<table><tr><th>Actor</th><th>Position</th></tr><tr><td>Poland</td><td>in favour</td></tr></table>
<p>The office would be located in Tokyo, and would work with South Korea, Australia and New Zealand, officials said.</p>
"""
READ = [
    ("heading", "France opposes NATO office"),
    ("paragraph", "France has objected to the opening of a NATO liaison office in Tokyo — the first of its kind "
     "in Asia & a symbol, officials said. They said more than that on Friday."),
    ("heading", "What comes next"),
    ("paragraph", "Japan and NATO have cooperated since the 1990s. The alliance’s members did not agree on the "
     "plan in Vilnius."),
    ("item", "Germany has not opposed the office, a spokesperson said."),
    ("item", "Hungary and Türkiye kept silent."),
    ("row", "Actor | Position"),
    ("row", "Poland | in favour"),
    ("paragraph", "The office would be located in Tokyo, and would work with South Korea, Australia and New "
     "Zealand, officials said."),
]  # fmt: skip
META = """<meta property="og:title" content="France opposes NATO office">
<meta property="og:site_name" content="The Daily">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2023-07-07T10:00:00Z">
<link rel="canonical" href="https://daily.example/a">"""
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/j">Japan</a></li></ul></nav>'
RELATED = (
    '<aside class="related"><h3>Related</h3><ul><li><a href="/o">Other story on China and Taiwan</a></li></ul></aside>'
)
FOOTER = "<footer>© 2023 The Daily. All rights reserved.</footer>"
SHARE = '<div class="share"><a>Share</a> <a>Tweet</a></div>'
COMMENTS = '<div id="comments"><h3>Comments</h3><p>Great article, I do not agree with any of this at all.</p></div>'
HEADLINE = "<h1>France opposes NATO office</h1>"


def page(body: str, head: str = META) -> str:
    script = "<script>var a='<p>no</p>'</script>"
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}{script}</head><body>{body}</body></html>"


def unclosed(markup: str) -> str:
    return re.sub(r"</(p|li|td|th|tr)>", "", markup)


LAYOUTS = {
    "article": f"{NAV}<main><article><header>{HEADLINE}</header>{ARTICLE}{SHARE}</article>{RELATED}</main>"
    f"{COMMENTS}{FOOTER}",
    "divs": f"<div class='menu'>{NAV}</div><div class='content'><div>{HEADLINE}<div class='entry'>{ARTICLE}</div></div>"
    f"</div>{SHARE}{RELATED}{FOOTER}",
    "layout table": f"<table><tr><td>{NAV}</td><td>{HEADLINE}{ARTICLE}</td></tr></table>{FOOTER}",
    "no closing tags": f"{NAV}<main>{HEADLINE}{unclosed(ARTICLE)}</main>{FOOTER}",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_of_a_page_is_read_and_nothing_else(read: Read, layout: str) -> None:
    document = read(page(LAYOUTS[layout]), "a.html")
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == READ


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_segments_of_a_page_are_verbatim_and_cover_its_text(read: Read, layout: str, line_end: str) -> None:
    source = page(LAYOUTS[layout]).replace("\n", line_end)
    document = read(source, "a.html")
    placed: set[int] = set()
    for one in document.segments:
        assert (
            document.text[one.start : one.start + one.length]
            == source[one.source_start : one.source_start + one.length]
        )
        placed |= set(range(one.start, one.start + one.length))
    assert [letter for at, letter in enumerate(document.text) if letter.isalnum() and at not in placed] == []


def test_what_stands_around_the_article_is_kept_with_its_part_of_the_page(read: Read) -> None:
    document = read(page(LAYOUTS["article"]), "a.html")
    reasons = {omission.text: omission.reason for omission in document.omissions}
    assert reasons["News"] == "navigation"
    assert reasons["Share Tweet"] == "share-button"
    assert reasons["Other story on China and Taiwan"] == "related-content"
    assert reasons["Great article, I do not agree with any of this at all."] == "comments"
    assert reasons["© 2023 The Daily. All rights reserved."] == "copyright"
    assert "footnote-marker" in reasons.values()


def test_metadata_tell_the_facts(read: Read) -> None:
    document = read(page(LAYOUTS["article"]), "a.html")
    assert (document.title, document.publisher, document.authors) == (
        "France opposes NATO office",
        "The Daily",
        ("Jane Doe",),
    )
    assert (document.published, document.published_from) == ("2023-07-07", "metadata")
    assert document.url == "https://daily.example/a"


def test_the_date_in_linked_data_is_taken(read: Read) -> None:
    facts = '{"@type": "NewsArticle", "datePublished": "2023-07-07", "dateModified": "2024-01-01"}'
    data = f'<script type="application/ld+json">{facts}</script>'
    assert read(page(HEADLINE + ARTICLE, data), "a.html").published == "2023-07-07"


def linked(*data: Mapping[str, Any]) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)


OWN = {"@type": "NewsArticle", "headline": "France opposes NATO office", "datePublished": "2023-07-07T23:30:00-05:00"}
OTHER = {"@type": "NewsArticle", "headline": "Ten years ago: NATO in Lisbon", "datePublished": "2011-01-01"}
LISTED = {"@type": "ItemList", "itemListElement": [OTHER, {"@type": "ListItem", "item": OTHER}]}
TITLE = "<title>France opposes NATO office | The Daily</title>"
ADDRESS = '<link rel="canonical" href="https://www.daily.example/a/">'
AT = {"@type": "Report", "mainEntityOfPage": {"@id": "https://daily.example/a#main"}, "datePublished": "July 7, 2023"}


@pytest.mark.parametrize(
    "head",
    [
        TITLE + linked(LISTED, OWN),
        TITLE + linked({"@graph": [OTHER, OWN, LISTED]}),
        TITLE + linked(OTHER, {"@type": "WebPage", "mainEntity": OWN}),
        ADDRESS + linked(OTHER, AT),
        linked(LISTED, {"datePublished": "2023-07-07"}),
        '<script type="application/ld+json">{broken</script>' + linked(OWN),
    ],
)
def test_of_several_dates_in_linked_data_that_of_the_page_is_taken(read: Read, head: str) -> None:
    document = read(page(f"<article>{ARTICLE}</article>", head), "a.html")
    assert (document.published, document.published_from) == ("2023-07-07", "metadata")


@pytest.mark.parametrize("data", [[LISTED], [OTHER, {"datePublished": "2012-02-02"}], [{"datePublished": "soon"}]])
def test_without_a_date_known_to_be_of_the_page_linked_data_tell_none(read: Read, data: list[dict[str, Any]]) -> None:
    assert read(page(f"<article>{ARTICLE}</article>", TITLE + linked(*data)), "a.html").published is None


@pytest.mark.parametrize(
    ("written", "date"),
    [("11/07/2023", None), ("07-11-2023", None), ("13/07/2023", "2023-07-13"), ("2023-07-11", "2023-07-11")],
)
def test_a_date_in_metadata_that_can_be_read_two_ways_is_not_taken(read: Read, written: str, date: str | None) -> None:
    head = f'<meta name="date" content="{written}">'
    assert read(page(f"<article>{ARTICLE}</article>", head), "a.html").published == date


@pytest.mark.parametrize(
    "line",
    ["<time>7 July 2023</time>", "<p class='by'>By Jane Doe | 7 July 2023</p>", "<div>Published: 7 July 2023</div>"],
)
def test_without_metadata_the_line_on_the_publication_tells_the_date(read: Read, line: str) -> None:
    document = read(page(f"<article>{HEADLINE}{line}{ARTICLE}</article>", ""), "a.html")
    assert (document.published, document.published_from) == ("2023-07-07", "text")


def test_dates_elsewhere_on_the_page_are_not_taken(read: Read) -> None:
    more = (
        "<aside><ul><li>Other story <time datetime='2022-01-01'>1 January 2022</time></li><li>Third <time>2 "
        "January 2022</time></li></ul></aside>"
    )
    text = ARTICLE.replace("officials said.", "officials said on 3 May 2023.")
    assert read(page(f"<article>{HEADLINE}{text}</article>{more}{FOOTER}", ""), "a.html").published is None


def test_a_caption_in_the_article_is_read(read: Read) -> None:
    figure = (
        "<figure><img src='a.jpg'><figcaption>President Macron speaks in Paris. Photo: Reuters</figcaption></figure>"
    )
    document = read(page(f"<article>{HEADLINE}{ARTICLE.replace('<h2>', figure + '<h2>')}</article>"), "a.html")
    assert ("caption", "President Macron speaks in Paris.") in [
        (block.kind, document.text[block.start : block.end]) for block in document.blocks
    ]


PARTNER = (
    "<p>Australia is one of the closest partners of NATO outside the Euro-Atlantic area, and the relationship rests"
    " on a simple observation: what happens in one of their regions is felt in the other, as both have said again and"
    " again in the last twenty years.</p>"
)
LIST = "<ul><li>ISAF in Afghanistan, 2003-2014</li><li>NATO Mission Iraq, since 2018</li></ul>"
LINKS = "<ul><li><a href='/1'>ISAF in Afghanistan, 2003-2014</a></li><li><a href='/2'>NATO Mission Iraq</a></li></ul>"
MORE = "<p>Read more:</p>"
SAID = "<p>It has contributed to a number of operations:</p>"


@pytest.mark.parametrize(
    ("listed", "read_as_items"),
    [
        (SAID + LIST, 2),
        (SAID + LIST + PARTNER, 2),
        (LIST + PARTNER, 2),
        (SAID + LINKS, 0),
        ("<p>Read more:</p>" + LIST, 0),
    ],
    ids=["announced", "announced in the middle", "in the middle", "links", "announced by nothing"],
)
def test_a_list_is_of_the_article_where_that_announces_it_or_goes_on_behind(
    read: Read, listed: str, read_as_items: int
) -> None:
    document = read(f"<html><body>{PARTNER}{listed}</body></html>", "a.html")

    assert sum(block.kind == "item" for block in document.blocks) == read_as_items


def test_a_short_page_is_read_too(read: Read) -> None:
    assert read("<p>Japan and NATO signed it.</p>", "a.html").text == "Japan and NATO signed it."


def test_two_breaks_part_paragraphs(read: Read) -> None:
    first, second, third = "Japan and NATO signed it in Vilnius.", "France did not object to it.", "It was there."
    document = read(page(f"<div>{first}<br> <br>{second}<br>{third}</div>"), "a.html")
    assert document.text == f"{first}\n\n{second} {third}"


def kept(source: str) -> list[tuple[str, str]]:
    return [(unit.piece.text, unit.part) for unit in page_units(source)]


def test_an_unclosed_paragraph_that_is_hidden_hides_nothing_after_it() -> None:
    source = "<p>Japan agreed.<p style='display:none'>Hidden.<p>Germany has opposed it.<p hidden>No.<hr>Italy has not."
    assert [text for text, _ in kept(source)] == ["Japan agreed.", "Germany has opposed it.", "Italy has not."]


@pytest.mark.parametrize("tag", ["p", "div", "section", "h2", "blockquote", "figure"])
def test_an_unclosed_paragraph_of_another_part_of_the_page_ends_at_the_next_block(tag: str) -> None:
    source = f"<p class='newsletter'>Sign up<{tag}>France opposed it.</{tag}>"
    assert kept(source) == [("Sign up", "newsletter"), ("France opposed it.", "")]


def test_an_unclosed_paragraph_ends_at_lists_and_tables() -> None:
    source = "<p class='share'>Share<ul><li>Poland</ul><p class='share'>Share<table><tr><td>Spain<td>Italy</table>"
    assert [(text, part) for text, part in kept(source) if part != "share-button"] == [
        ("Poland", ""),
        ("Spain | Italy", ""),
    ]


def test_a_paragraph_goes_on_around_what_is_in_its_buttons_and_what_is_not_read() -> None:
    source = (
        "<p class='share'>Tell <noscript><div>Scripts!</div></noscript>them<button><p>Now</p></button>all</p>France."
    )
    assert kept(source) == [
        ("Tell", "share-button"), ("them", "share-button"), ("Now", "share-button"), ("all", "share-button"),
        ("France.", ""),
    ]  # fmt: skip


def test_a_head_without_end_ends_where_the_body_begins() -> None:
    text = "France opposed it."
    for source in (
        f"<html><head><title>T</title><body><p>{text}",
        f"<head><meta charset=utf-8><title>T</title><p>{text}",
    ):
        assert kept(source) == [(text, "")]


def test_tags_and_comments_without_end_hide_nothing() -> None:
    text = "France opposed it."
    for unfinished in ("<a <a <a", "<script <script", "<p title='x' "):
        assert kept(f"<p>{text}</p>{unfinished}")[0] == (text, "")
    assert [words for words, _ in kept(f"<p>Japan.</p><!-- <!-- <p>{text}</p>")][-1] == text


def test_a_deep_page_is_read_like_a_shallow_one() -> None:
    text = "France opposed it."
    assert kept("<div>" * 5000 + f"<p>{text}") == [(text, "")]
    assert [words for words, _ in kept("<table><tr><td>" * 500 + text + "</table>" * 500 + "<p>Japan.")] == [
        text,
        "Japan.",
    ]


def test_linked_data_are_found_behind_scripts_of_other_kinds_and_none_in_scripts_without_end() -> None:
    facts = '{"@type": "NewsArticle", "datePublished": "2023-07-07"}'
    linked = f"<SCRIPT src=a.js async><script data-x='1' type='application/ld+json' >{facts}</script >"
    assert read_webpage(page(HEADLINE + ARTICLE, linked)).metadata.published == "2023-07-07"
    assert read_webpage(ARTICLE + "<script type='application/ld+json'" * 50).metadata.published is None


def test_a_row_is_read_whose_cells_all_return_but_one(read: Read) -> None:
    rows = "".join(f"<tr><td>Actor {number}</td><td>n/a</td><td>n/a</td></tr>" for number in range(40))
    document = read(
        page(f"<article>{HEADLINE}{ARTICLE}<table>{rows}</table><p>Japan agreed to it.</p></article>"), "a.html"
    )
    assert all(f"Actor {number} | n/a | n/a" in document.text for number in range(40))


TAGS = [
    "<p>", "</p>", "<div class='share'>", "</div>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<!--", "-->",
    "<![CDATA[", "<![x", "<![if !y]>", "<?xml version='1.0' encoding='utf-8'?>", "<head>", "</head>", "&bogus;",
    "&#xFFFFFFFF;", "<", "<svg>", "<sup>1</sup>", "<script>", "</script>", "<time datetime='2023-01-01'>",
    "'", "</", "Share", "3 May 2023",
    "France objected to the opening of the office in Tokyo on Friday.",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_broken_markup_stops_nothing(tags: list[str]) -> None:
    read_webpage(" ".join(tags))


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/pbtdrli&;=\"'a1 \n!-"), max_size=120))
def test_any_markup_gives_units_whose_characters_stand_in_the_page(source: str) -> None:
    for unit in page_units(source):
        strand = unit.piece.strand
        for one in strand.segments(source):
            assert (
                strand.text[one.start : one.start + one.length]
                == source[one.source_start : one.source_start + one.length]
            )


@pytest.mark.parametrize(
    "struck",
    [
        "<del>opposes {}</del> <ins>backs</ins>",
        "<s>oppos<b>es</b> {}</s> backs",
        "<strike>opposes<br>caf&eacute; {}</strike>backs",
        "<span style='color: red; text-decoration: line-through'>opposes {}</span> backs",
    ],
)
def test_what_a_page_has_struck_out_is_left_out_and_told(read: Read, struck: str) -> None:
    said = "the liaison office of the alliance in Tokyo, a spokesperson of the government in Budapest said on Friday"
    line = f"<p>Hungary {struck.format('and will go on to oppose')} {said}.</p>"
    document = read(page(f"<article>{HEADLINE}{ARTICLE}{line}</article>"), "a.html")

    assert f"Hungary backs {said}." in document.text
    (told,) = [omission.text for omission in document.omissions if omission.reason == "deletion"]
    assert told.startswith("opposes")
    assert told.endswith("and will go on to oppose")


@settings(deadline=None)
@given(st.lists(st.sampled_from(["<b>", "</b>", "<br>", "<a>", "&amp;", "<ul><li>", "<p>", "</i>", "<!--x-->", "No."])))
def test_nothing_between_the_tags_of_a_deletion_is_read(inside: list[str]) -> None:
    units = kept(f"<div>Yes, <del>{' '.join(inside)}</del>it did.</div>")

    assert " ".join(text for text, part in units if part != "deletion") == "Yes, it did."
    assert " ".join(text for text, part in units if part == "deletion").count("No.") == inside.count("No.")
