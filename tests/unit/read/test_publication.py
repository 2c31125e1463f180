"""Where title, date, authors and publisher are taken from a text, and where a date is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jnato_graph.records import Document

type Read = Callable[..., Document]

FIRST = (
    "France has objected to the opening of an office in Tokyo since 3 May 2023, and said that it would not agree to it."
)
SECOND = (
    "The government of Japan had hoped on 5 June 2023 that the members of the alliance would agree before "
    "July 11, 2023."
)


def text(*, head: str = "", first: str = FIRST, tail: str = "") -> str:
    return "\n\n".join(part for part in ("A title of the text", head, first, SECOND, tail) if part)


@pytest.mark.parametrize(
    "line",
    [
        "July 10, 2023",
        "10 July 2023",
        "• Monday, July 10, 2023",
        "(2023/07/10)",
        "2023-07-10 14:58 CET",
        "Published 10 July 2023",
        "Published: July 10, 2023 | Updated: July 12, 2023",
        "Posted on July 10, 2023 at 10:15 am",
        "Last updated: 10 Jul. 2023 14:58",
        "Last updated 10-Jul-2023 14:58",
        "• 10 Jul. 2023 -\n• |\n• Last updated: 12 Jul. 2023 06:27",
        "Mon, 2023/07/10 - 04:21",
        "Status: 10 July 2023",
        "BRUSSELS/TOKYO, July 10, 2023",
        "Rome, 10 July 2023",
        "Briefing note, 10 July 2023 – four days before the summit",
        "Policy Analysis No. 27, 10 July 2023",
        "By Jane Doe | July 10, 2023",
        "The Example | Commentary | 10 July 2023",
        "NATO News | 10 Jul. 2023 - 16:40 | Last updated: 17 Jul. 2023 09:12",
        "10.7.2023 18:42 • Updated 11.7.2023 20:05",
        "July 10, 2023 — 5.00am",
        "July 10, 2023 (Mainichi Japan)",
        "July 10, 2023 – Kure, Japan – Royal Canadian Navy / Public Affairs Office",
        "Berlin: (btn/HAU) 10 July 2023",
        "Number 10142, 10 July 2023",
        "Posted by Jane Doe on 10 July 2023 in Tidewater Notes | 4 comments",
        "By the foreign desk of the Example · Updated July 10, 2023",
        "By Jane Doe and John Roe\nSource: The Example   Published: Jul 10, 2023 09:12 PM",
        "From Openpedia, the free encyclopaedia | Last edited 10 July 2023",
        "Compiled by the Asia desk of the Centre, Prague. Last revised 10 July 2023.",
        "Issue 131 – Monday, 10 July 2023. What happened while you were in meetings. Edited by Jane Doe.",
        "Monthly letter of the Circle, Vienna. No. 88, 10 July 2023. Compiled by Jane Doe.",
        "Institute of International Affairs, Helsinki, 10 July 2023",
        "Selat Daily (Kuala Lumpur), Opinion, Monday, 10 July 2023",
        "Speech by the Minister of Defence at the Shangri-La Dialogue, Singapore, 10 July 2023",
        "From Openpedia, the free encyclopaedia\nThis page was last edited on 10 July 2023, at 21:17 (UTC).",
    ],
)
def test_a_line_on_the_publication_tells_the_date(read: Read, line: str) -> None:
    document = read(text(head=line))
    assert (document.published, document.published_from) == ("2023-07-10", "text")


@pytest.mark.parametrize("line", ["July 10, 2023", "Published 10 July 2023", "By Jane Doe · 10 July 2023"])
def test_so_does_a_byline_below_the_sentence_that_sums_up(read: Read, line: str) -> None:
    document = read(f"A title of the text\n\n{FIRST}\n\n{line}\n\n{SECOND}")
    assert document.published == "2023-07-10"


@pytest.mark.parametrize(
    "line",
    ["(2023/07/10)", "July 10, 2023", "Tokyo, 10 July 2023", "Published on 10 July 2023", "Last edited 10 July 2023"],
)
def test_so_does_a_line_at_the_end(read: Read, line: str) -> None:
    assert read(text(tail=line)).published == "2023-07-10"


@pytest.mark.parametrize(
    "start", ["TOKYO, July 10, 2023 (Reuters) - ", "Tokyo, 10 July 2023 – ", "BRUSSELS — July 10, 2023 — "]
)
def test_a_dateline_before_the_first_sentence_tells_the_date_and_is_read(read: Read, start: str) -> None:
    document = read(text(first=start + FIRST))
    assert document.published == "2023-07-10"
    assert start + FIRST in document.text


def test_published_comes_before_updated(read: Read) -> None:
    assert read(text(head="Updated 12 July 2023\n\nPublished 10 July 2023")).published == "2023-07-10"


@pytest.mark.parametrize(
    "line",
    [
        "The Quarterly, Spring 2023",
        "By Jane Doe | Autumn 2023 | The Review",
        "Journal of Studies, Vol. 11, No. 2 (2023), pp. 1–9",
    ],
)
def test_an_issue_without_a_day_tells_its_year(read: Read, line: str) -> None:
    assert read(text(head=line)).published == "2023"


@pytest.mark.parametrize("line", ["May 2023", "Policy Brief | May 2023", "Published in May 2023"])
def test_a_month_is_a_month(read: Read, line: str) -> None:
    assert read(text(head=line)).published == "2023-05"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "On 21 June 2023, Prime Minister Kishida announced that he would attend the meeting of the leaders in Vilnius.",
        "MANILA, Nov. 11 — The Philippines said so.",
        "Kishida and Stoltenberg in Tokyo, 31 January 2023. Photo: Reuters",
        "Statement on the visit of the minister to Tokyo of 3 May 2023",
        "2023",
        "Read more: what happened on 3 May 2023",
        "Updated plans for the office were shown on 3 May 2023",
        "© 2023 The Example",
        "Formation: 12 March 2018",
        "Received 4 September 2022; accepted 22 January 2023",
        "12 May 2007 – Abe visits the headquarters",
        "12 May 2007. Abe visits the headquarters.",
        "Photo: Crews of two coast guards during an exercise off Bataan, 3 June 2023",
    ],
)
def test_a_date_of_something_else_is_not_taken(read: Read, line: str) -> None:
    document = read(text(head=line))
    assert (document.published, document.published_from) == (None, None)


def test_the_headings_of_a_chronology_are_no_dates_of_publication(read: Read) -> None:
    source = f"A chronology of it\n\n3 May 2023\n\n{FIRST}\n\n5 June 2023\n\n{SECOND}"
    assert read(source).published is None


def test_the_first_heading_is_the_title(read: Read) -> None:
    assert read(text()).title == "A title of the text"
    assert read(f"You are here\n\n{text()}").title == "A title of the text"
    assert read(f"{FIRST}\n\n{SECOND}").title is None


@pytest.mark.parametrize("above", ["The Tasman Herald", "MINISTRY OF DEFENCE", "Daily · Opinion · Commentaries"])
def test_the_name_of_the_site_over_the_title_is_none(read: Read, above: str) -> None:
    title = "Japan weighs a share in the list for next year"

    assert read(f"{above}\n\n{title}\n\n{FIRST}\n\n{SECOND}").title == title
    assert read(f"Japan–NATO relations: timeline\n\nMinistry of Foreign Affairs of Japan\n\n{FIRST}").title == (
        "Japan–NATO relations: timeline"
    )


@pytest.mark.parametrize("line", ["Radio Meridian, 11 July 2024, 21:42 GMT", "Thu 11 July 2024 06.30 NZDT"])
def test_a_date_beside_the_publisher_or_a_time_is_that_of_publication(read: Read, line: str) -> None:
    assert read(text(head=line)).published == "2024-07-11"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Smith", ("Jane Doe", "John Smith")),
        ("By Dr Jane van Doe, The Example", ("Jane van Doe",)),
        ("By Jane Doe | July 3, 2023", ("Jane Doe",)),
        ("Author: Jane Doe", ("Jane Doe",)),
        ("By the end of the year", ()),
        ("By way of introduction", ()),
    ],
)
def test_a_byline_names_the_authors(read: Read, line: str, names: tuple[str, ...]) -> None:
    assert read(text(head=line)).authors == names


def test_a_news_agency_in_the_dateline_is_the_publisher(read: Read) -> None:
    assert read(text(first=f"TOKYO, July 10 (Reuters) - {FIRST}")).publisher == "Reuters"
    assert read(text(first=f"Officials of the ministry (among them Reuters) - {FIRST}")).publisher is None


@pytest.mark.parametrize(
    "word",
    ["Accessed", "Retrieved on", "Printed", "Archived on", "Screenshot of", "Expires", "Born", "Unboxed", "Tasted in",
     "Retrieved from Openpedia on", "Downloaded from the Example,"],
)  # fmt: skip
@pytest.mark.parametrize(
    "line", ["{} 3 March 2026", "({} March 3, 2026)", "{} 2026-03-03", "By Jane Doe | {} 3 March 2026"]
)
def test_a_word_before_a_date_that_is_no_label_of_publication_tells_another_event(
    read: Read, word: str, line: str
) -> None:
    assert read(text(head=line.format(word))).published is None


@pytest.mark.parametrize(
    "line", ["By Max Born, 10 July 2023", "By Anna Doe-Roe July 10, 2023", "Kyodo 10 July 2023", "Monday 10 July 2023"]
)
def test_names_and_weekdays_before_a_date_tell_none(read: Read, line: str) -> None:
    assert read(text(head=line)).published == "2023-07-10"


def test_what_was_published_counts_beside_what_was_accessed(read: Read) -> None:
    assert read(text(head="By Jane Doe | 10 July 2023 | Accessed 3 March 2026")).published == "2023-07-10"


@pytest.mark.parametrize(
    "above",
    [
        "France to leave the talks",
        "Events\n\nNext NATO summit in The Hague",
        "Also on this site\n\nSummit in The Hague",
    ],
)
@pytest.mark.parametrize("date", ["24 June 2025", "The Hague, 24 June 2025"])
def test_a_date_at_the_end_below_a_line_that_names_something_else_is_not_taken(
    read: Read, above: str, date: str
) -> None:
    assert read(text(tail=f"{above}\n\n{date}")).published is None


@pytest.mark.parametrize("above", ["", "By Jane Doe\n\n", "Kanto Press\n\n"])
def test_a_date_at_the_end_below_the_text_or_its_signature_is_taken(read: Read, above: str) -> None:
    assert read(text(tail=f"{above}10 July 2023")).published == "2023-07-10"
