"""Each class of boilerplate in pairs: what is left out, and what looks like it and is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.boilerplate import sift
from jnato_graph.read.piece import assemble
from jnato_graph.read.plain import plain_pieces
from jnato_graph.records import Document

type Read = Callable[..., Document]

BODY = (
    "France has objected to the opening of a liaison office of the alliance in Tokyo, and said that it would not "
    "agree.",
    "The government of Japan had hoped that the members of the alliance would agree on the plan before the summer.",
    "Officials in Berlin said that they had not opposed the office, but that the matter was not yet ripe for a "
    "decision.",
)


def left_out(document: Document) -> dict[str, str]:
    return {omission.text: omission.reason for omission in document.omissions}


def around(*, head: str = "", tail: str = "") -> str:
    return "\n\n".join(part for part in ("A title of the text", head, *BODY, tail) if part)


LINES = {
    "share-button": [
        "Share", "• Tweet", "Share this article", "Share on Facebook", "Listen to this article (4 min)",
        "Copy link",
        "Facebook Twitter Google LinkedIn Email", "Share this: Twitter | Facebook",
    ],
    "navigation": [
        "You are here", "Skip to main content", "Home > News > Asia > France opposes the office",
        "Home | About us | News | Publications | Contact", "← Back to news", "News › World › Asia",
        "Chapter one . . . . . . . . . 12", "Page: 1 | 2 | 3",
    ],
    "cookie-notice": ["We use cookies to improve your experience. Accept all cookies", "Cookie settings"],
    "newsletter": [
        "Subscribe to our newsletter", "Sign up for our daily newsletter and never miss a story.",
        "Get the latest analysis delivered straight to your inbox.",
    ],
    "appeal": [
        "Have an idea for an article? Send a short pitch to editors@example.org.",
        "Support our work: donate today.", "Write for us",
    ],
    "related-content": [
        "Read more: Why the office matters", "RELATED: Five things to know about the summit",
        "Explore our related content",
    ],
    "advertisement": ["Advertisement", "Story continues below advertisement"],
    "copyright": ["© 2023 The Example. All rights reserved.", "This article was first published by the Example "
        "Institute."],
    "keyword-list": ["Keywords: NATO, Japan, Indo-Pacific", "Tags: NATO | Japan", "#NATO #Japan"],
    "profile-link": [
        "View profile", "See all posts by Jane Doe", "Click here for detailed profile.",
        "Follow Jane Doe on Twitter @jane",
    ],
    "publication-line": ["Last updated: 03 Jun. 2024 14:58", "Published on 10 July 2023", "5 min read"],
    "image-credit": ["Image: U.S. Army", "Photo by Jane Doe", "Photo: courtesy of the embassy / Flickr"],
}  # fmt: skip


@pytest.mark.parametrize(("reason", "line"), [(reason, line) for reason, lines in LINES.items() for line in lines])
@pytest.mark.parametrize("where", ["head", "tail"])
def test_what_stands_around_an_article_is_left_out(read: Read, reason: str, line: str, where: str) -> None:
    document = read(around(**{where: line}))
    assert left_out(document) == {line: reason}
    assert document.text == around()


KEPT = [
    "Share prices in Tokyo fell on Friday.",
    "Print media in Japan welcomed the plan.",
    "• Email",
    "• Facebook banned the ministry's account.",
    "Home affairs: Germany and Japan sign an agreement on police work.",
    "Berlin › Paris › Rome: the minister's week",
    "Japan's cookies are popular in Brussels.",
    "Subscribers of the treaty met in Vilnius.",
    "Read more about the office, the minister told reporters, before you judge it.",
    "Related to this is the question of Taiwan.",
    "Sponsored by Japan, the resolution was adopted.",
    "The report was published by the ministry on Friday.",
    "This paper was welcomed in Tokyo and published in Brussels.",
    "Topics of the talks were cyber defence and maritime security.",
    "Published views differ: Hungary opposes the office.",
    "Photo: Kishida meets Stoltenberg in Tokyo in January",
    "Images from Kyiv show destroyed buildings.",
    "Opinions differ on the office, the author of the plan said.",
    "The views expressed by Macron do not reflect those of Germany, a spokesperson said.",
    "Positions are hardening: the alliance does not reflect on its policies.",
    "See the annex for the list of signatories.",
    "2013-04-15: Rasmussen visits Tokyo.",
    "2013",
    "Contributors to the fund are Japan and Norway.",
    "Status: undecided",
    "Updated plans for the office were shown in May 2023.",
    "MANILA, Nov. 11 — The Philippines supports the office.",
]


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("where", ["head", "tail"])
def test_what_only_looks_like_it_is_read(read: Read, line: str, where: str) -> None:
    document = read(around(**{where: line}))
    assert left_out(document) == {}
    assert line.removeprefix("• ") in document.text


def test_a_run_of_buttons_goes_with_those_that_mean_something_else_alone(read: Read) -> None:
    document = read(around(head="• Share\n• Tweet\n• Email\n• Print\n• Linkedin"))
    assert document.text == around()


def test_a_menu_at_the_head_is_left_out(read: Read) -> None:
    document = read("Home\nAbout us\nNews\nPublications\nContact\n\n" + around())
    assert document.text == around()


NOTES = [
    "Jane Doe is a senior fellow at the Example Institute in Oslo. Her research focuses on Asia.",
    "Dr. Jane Doe and John Smith are researchers at the University of Example.",
    "Jane van Doe is director of the Asia programme at the Example Institute.",
    "Colonel (Ret.) Jane Doe, a research associate at the Example Council, writes on defence.",
    "The author is a journalist based in Tokyo.",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_on_the_author_is_left_out(read: Read, note: str) -> None:
    assert left_out(read(around(tail=note))) == {note: "author-note"}
    assert left_out(read(around(head=note))) == {note: "author-note"}


def test_the_authors_are_known_from_the_notes_on_them(read: Read) -> None:
    document = read(around(tail=f"{NOTES[0]}\n\nShe tweets at @jane.\n\nPer Erik Solli\n\nView profile"))
    assert document.authors == ("Jane Doe", "Per Erik Solli")
    assert document.text == around()


def test_a_section_on_the_authors_is_left_out_whole(read: Read) -> None:
    document = read(around(tail=f"About the authors\n\n{NOTES[0]}\n\nShe lives in Oslo."))
    assert document.text == around()


@pytest.mark.parametrize(
    "sentence",
    [
        "Mark Rutte is the Secretary General of NATO.",
        "Jane Doe is an analyst at the Example Institute, and she said that the plan is dead.",
        "United Kingdom is a fellow member of the alliance.",
        "South Korea is a major contributor to the fund of the alliance.",
        "Koji Tomita is the ambassador of Japan to the United States.",
    ],
)
def test_a_sentence_on_somebody_is_no_note_on_an_author(read: Read, sentence: str) -> None:
    assert sentence in read(around(tail=sentence)).text


def test_an_analyst_whom_the_article_quotes_is_not_its_author(read: Read) -> None:
    quoted = (
        "“France will not give way,” Doe told this paper on Friday, while the talks in Vilnius were still going on."
    )
    note = "Jane Doe is an analyst at the Example Institute in Oslo."
    document = read("\n\n".join(["A title", BODY[0], quoted, BODY[1], note]))
    assert note in document.text


def test_a_list_of_people_below_a_heading_is_read(read: Read) -> None:
    people = (
        "Taro Yamada is a researcher at the Institute of Defence.\n\nJane Doe is a senior fellow at the "
        "Example Institute."
    )
    document = read(around(tail=f"Who is who\n\n{people}"))
    assert people in document.text


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe is a senior fellow at the Example Institute.",
        "The views expressed are those of the author.",
        "Share",
        "Photo: Yonhap",
        "Read more: France opposes the office.",
    ],
)
def test_a_text_that_is_nothing_else_is_read(read: Read, text: str) -> None:
    assert read(text).text == text


DISCLAIMERS = [
    "The views expressed in this Commentary are the authors’, and do not represent those of any institution.",
    "Views expressed are of the author and do not necessarily reflect the views of the Institute.",
    "The opinions expressed here are the author's own.",
    "This article represents the author's personal views.",
    "The content of this paper does not necessarily reflect the official position of the ministry.",
    "Disclaimer: The Example Institute takes no positions.",
    "This report was written by a visiting fellow and represents the views of the author.",
]


@pytest.mark.parametrize("line", DISCLAIMERS)
def test_a_disclaimer_is_left_out(read: Read, line: str) -> None:
    assert left_out(read(around(tail=line))) == {line: "disclaimer"}


def test_a_list_of_references_is_left_out_and_the_numbers_that_lead_to_it(read: Read) -> None:
    source = (
        f"A title\n\n{BODY[0]}1 {BODY[1]}2\n\n{BODY[2][:-1]},”3 they said.\n\nNotes\n1 “A title,” The Paper, July "
        f"20, 2023.\n"
        "2 https://example.org/a\n3 Interviews in Berlin, September 2024."
    )
    document = read(source)
    assert document.text == f"A title\n\n{BODY[0]} {BODY[1]}\n\n{BODY[2][:-1]},” they said."
    assert sum(omission.reason == "reference-list" for omission in document.omissions) == 4
    assert [omission.text for omission in document.omissions if omission.reason == "footnote-marker"] == ["1", "2", "3"]


def test_notes_that_say_something_are_read(read: Read) -> None:
    notes = "Notes\n1 An official told reporters in July 2023 that France was not in favour.\n2 Ibid."
    document = read(f"A title\n\n{BODY[0]}1 {BODY[1]}2\n\n{notes}")
    assert document.text.endswith("\n\nAn official told reporters in July 2023 that France was not in favour.")
    assert "Ibid" not in document.text


@pytest.mark.parametrize("numbers", [("[1]", "[2]"), ("[^a]", "[^b]"), ("[i]", "[ii]"), ("¹", "²")])
def test_numbers_in_brackets_are_left_out(read: Read, numbers: tuple[str, str]) -> None:
    document = read(f"A title\n\n{BODY[0]}{numbers[0]} {BODY[1][:-1]}{numbers[1]}.\n\n{BODY[2]}")
    assert document.text == f"A title\n\n{BODY[0]} {BODY[1]}\n\n{BODY[2]}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Japan spends 1.5 percent, and Germany 2.0, of what it earns on defence each year.",
        "Japan bought the F-35.2 Then it bought more, officials in the capital said on Friday.",
        "In No.1 and No.2 of the treaty, and in Art.1 and Art.2 as well, they agreed on it.",
        "The G7 met in 2023. 1 country was absent, and 2 sent a deputy minister to the talks.",
        "The area of 5 km² is where the base [sic] would be built, said the ministry in Tokyo.",
    ],
)
def test_figures_of_the_text_are_no_notes(read: Read, sentence: str) -> None:
    assert sentence in read(around(tail=sentence)).text


def test_a_numbered_list_of_sentences_is_no_list_of_references(read: Read) -> None:
    source = around(
        tail="1. Lithuania supports the office.\n2. Japan and NATO agreed on a programme.\n3. Hungary is silent."
    )
    document = read(source)
    assert document.text.endswith(
        "Lithuania supports the office.\n\nJapan and NATO agreed on a programme.\n\nHungary is silent."
    )


def test_a_numbered_list_of_references_without_a_heading_is_left_out(read: Read) -> None:
    source = around(
        tail="[1] “A title,” The Paper, 2023, https://example.org\n[2] Ibid., p. 3.\n[3] “Other,” Journal 1, no. 2."
    )
    assert read(source).text == around()


@pytest.mark.parametrize("heading", ["Notes", "Sources", "Comments", "Topics", "Related", "Experts", "Regions"])
def test_a_heading_with_text_below_it_is_read(read: Read, heading: str) -> None:
    document = read("\n\n".join(["A title", BODY[0], heading, *BODY[1:], BODY[0].replace("France", "Hungary")]))
    assert f"\n\n{heading}\n\n" in document.text
    assert not document.omissions


def test_the_credit_of_a_caption_is_left_out_and_the_caption_read(read: Read) -> None:
    caption = "Prime Minister Kishida with fellow leaders before the meeting in March 2022."
    document = read(around(head=f"{caption} Image: dpa picture alliance / Alamy"))
    assert left_out(document) == {"Image: dpa picture alliance / Alamy": "image-credit"}
    (block,) = [block for block in document.blocks if block.kind == "caption"]
    assert document.text[block.start : block.end] == caption


@pytest.mark.parametrize("credit", ["(Photo: Reuters)", "(AP Photo/Jane Doe)", "[Photo by Jane Doe]", "© Getty Images"])
def test_credits_in_brackets_are_left_out(read: Read, credit: str) -> None:
    document = read(around(head=f"Kishida and Stoltenberg shake hands in Tokyo {credit}"))
    assert "Kishida and Stoltenberg shake hands in Tokyo\n" in document.text
    assert left_out(document) == {credit: "image-credit"}


def test_a_pull_quote_is_read_once(read: Read) -> None:
    quote = "the members of the alliance would agree on the plan before the summer"
    changed = (
        "Officials in Berlin said they had not opposed the office, but that the matter was not yet ripe for a decision"
    )
    document = read("\n\n".join(["A title", BODY[0], quote, BODY[1], changed, BODY[2]]))
    assert document.text == "\n\n".join(["A title", *BODY])
    assert set(left_out(document).values()) == {"pull-quote"}


def test_a_heading_with_words_of_the_text_is_no_pull_quote(read: Read) -> None:
    document = read("\n\n".join(["A title", BODY[0], "The opening of a liaison office", *BODY[1:]]))
    assert not document.omissions


def test_an_entry_that_returns_in_a_chronology_is_read_each_time(read: Read) -> None:
    entry = "• Meeting of the ministers of defence of NATO with the four partners of the Indo-Pacific in Brussels."
    document = read(f"A chronology of it and of that\n\n2013\n{entry}\n\n2014\n{entry}")
    assert document.text.count(entry[2:]) == 2


def test_comments_are_left_out(read: Read) -> None:
    document = read(around(tail="Comments\n\nGreat article!\n\nI do not agree with any of this."))
    assert document.text == around()
    assert set(left_out(document).values()) == {"comments"}


def test_related_headlines_are_left_out_but_not_the_heading_of_the_text_below(read: Read) -> None:
    source = "\n\n".join(
        ["A title", BODY[0], "Related articles", "Other story", "Third story", "What comes next", *BODY[1:]]
    )
    assert read(source).text == "\n\n".join(["A title", BODY[0], "What comes next", *BODY[1:]])


def test_omissions_name_their_place_in_the_source(read: Read) -> None:
    source = around(head="You are here", tail="View profile")
    for omission in read(source).omissions:
        assert source[omission.source_start : omission.source_end] == omission.text


LINES_OF_ANY_KIND = st.lists(
    st.sampled_from(
        [
            "France", "objected", "to the office.", "Share", "Notes", "1", "1.", "[1]",
            "•", "-", "\n", "\n\n", "Read more:",
            "By Jane Doe", "View profile", "Jane Doe is a senior fellow at the Institute.", "3 May 2023", "Image: AP",
            "(Photo: Reuters)", "|", "\t", "   ", "word.1", "word.2", "References", "Ibid.", "https://x.y", "Comments",
            "\u00a0", "\r\n", "The views expressed are those of the author.", "===", "mem-\n", "ber",
        ]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(deadline=None)
@given(LINES_OF_ANY_KIND)
def test_every_letter_is_read_or_left_out_for_a_reason(source: str) -> None:
    sifted = sift(plain_pieces(source))
    _, _, segments = assemble(sifted.kept, source)
    covered = {at for one in segments for at in range(one.source_start, one.source_start + one.length)}
    covered |= {at for one in sifted.omitted for at in range(one.source_start, one.source_end)}
    assert [letter for at, letter in enumerate(source) if letter.isalnum() and at not in covered] == []
