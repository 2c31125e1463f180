"""Dates: what a text says, as ISO 8601, and which statement each one belongs to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract.date_values import Tense, read_dates
from jnato_graph.extract.dates import date_for, find_dates, name_year, tense_at


def values(text: str, published: str | None = None, tense: Tense = "past") -> list[str]:
    return [d.value for d in read_dates(text, published, lambda _: tense)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("signed on 15 April 2013", "2013-04-15"),
        ("signed on the 15th of April 2013", "2013-04-15"),
        ("signed on Monday, 15 April 2013", "2013-04-15"),
        ("signed on Nov. 11, 2024", "2024-11-11"),
        ("held 6–7 August 1996", "1996-08"),
        ("held from 28 to 29 Oct 2023", "2023-10"),
        ("Malta, 29.10.23", "2023-10-29"),
        ("done on 2.III.2022", "2022-03-02"),
        ("listed (14/12/2023)", "2023-12-14"),
        ("listed (2/2023)", "2023-02"),
        ("2023-10-08 | shelling", "2023-10-08"),
        ("in April 2013", "2013-04"),
        ("Sept. 1994: embassy", "1994-09"),
        ("in the autumn of 2025", "2025"),
        ("since 2014", "2014"),
        ("(2001–04)", "2001"),
        ("FY2026 wish list", "2026"),
    ],
)
def test_a_date_with_its_year_is_read_only_as_exact_as_the_text(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1973",
        "some 2000 troops",
        "2,000 soldiers",
        "the 1990s",
        "it may march on",
        "30 February 2023",
        "$1900",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "published", "tense", "value"),
    [
        ("on Tuesday", "2023-07-06", "past", "2023-07-04"),
        ("on Thursday", "2023-07-06", "past", "2023-07-06"),
        ("will on Wednesday", "2025-11-17", "future", "2025-11-19"),
        ("last Thursday", "2023-07-06", "past", "2023-06-29"),
        ("in March", "2023-07-06", "past", "2023-03"),
        ("in October", "2023-07-06", "past", "2022-10"),
        ("in March", "2023-07-06", "future", "2024-03"),
        ("last September", "2023-07-06", "past", "2022-09"),
        ("next January", "2024-09-30", "future", "2025-01"),
        ("last year", "2023-07-06", "past", "2022"),
        ("next week", "2021-03-03", "future", "2021-03"),
        ("last week", "2025-04-10", "past", "2025"),
        ("last month", "2024-01-10", "past", "2023-12"),
        ("yesterday", "2024-03-01", "past", "2024-02-29"),
        ("two years ago", "2024-03-01", "past", "2022"),
        ("next spring", "2024-10-02", "future", "2025"),
        ("on 4 July", "2023-07-06", "past", "2023-07-04"),
        ("on the 14th", "2026-04-02", "future", "2026-04-14"),
        ("before the end of the year", "2023-07-25", "future", "2023"),
    ],
)
def test_a_relative_date_counts_from_publication(text: str, published: str, tense: Tense, value: str) -> None:
    assert values(text, published, tense) == [value]


@pytest.mark.parametrize(
    "text", ["on Tuesday", "in March", "last year", "yesterday", "two years ago", "the previous year"]
)
def test_a_relative_date_without_anything_to_count_from_is_left_out(text: str) -> None:
    assert values(text) == []


def test_a_week_in_two_years_gives_no_date() -> None:
    assert values("last week", "2025-01-07", "past") == []


def test_a_month_of_publication_gives_no_days() -> None:
    assert values("on Tuesday", "2023-07") == []
    assert values("in March", "2023-07") == ["2023-03"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("removed in April 2025, the latter the previous October", ["2025-04", "2024-10"]),
        ("signed on 9 May 2003, Madrid a month later", ["2003-05-09", "2003-06"]),
        ("opened in 2021; a second followed two years later", ["2021", "2023"]),
        ("met in 1998 and again that year", ["1998", "1998"]),
        ("announced on 3 May 2021 what had been imposed in March", ["2021-05-03", "2021-03"]),
        ("1990 began the crisis; twenty-eight years earlier, too", ["1990", "1962"]),
    ],
)
def test_a_date_may_count_from_the_one_before_it(text: str, found: list[str]) -> None:
    assert values(text) == found


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=200),
    st.sampled_from([None, "2023", "2023-07", "2023-07-06"]),
)
def test_any_text_can_be_read(text: str, published: str | None) -> None:
    for found in read_dates(text, published):
        assert 0 <= found.start < found.end <= len(text)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_every_written_out_day_is_read_back(day: date) -> None:
    for form in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        assert values(f"It was signed on {form} in Oslo.") == [day.isoformat()]


NAMES = {
    "Japan": "State",
    "France": "State",
    "Oslo Accord": "Agreement",
    "Locked Shields 2023": "Exercise",
    "Tokyo": "Place",
    "NATO": "Organisation",
    "Sea Anvil 19": "Exercise",
    "Talks of 1998": "Event",
}


def dated(doc: Doc, word: str, ends: tuple[str, ...] = (), predicate: str = "") -> str | None:
    trigger = next(t for t in doc if t.text == word)
    return date_for(trigger, doc, [m for m in doc.spans["mentions"] if m.text in ends], predicate)


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Japan signed the Oslo Accord on 2 May 2011.", "signed", "2011-05-02"),
        ("In May 2011 Japan signed the Oslo Accord and France rejected it.", "rejected", "2011-05"),
        ("Japan signed the Oslo Accord in 2011 and France rejected it in 2012.", "rejected", "2012"),
        ("Japan signed the Oslo Accord in 2011 and France rejected it in 2012.", "signed", "2011"),
        ("France voiced its opposition to the Oslo Accord in May 2011.", "opposition", "2011-05"),
        ("The signing of the Oslo Accord by Japan in 2011 was welcomed.", "signing", "2011"),
        ("France opposed the Oslo Accord, which Japan had signed in 2011.", "signed", "2011"),
        ("France opposed the Oslo Accord, which Japan had signed in 2011.", "opposed", None),
        ("Officials said on 3 June 2012 that Japan would sign the Oslo Accord.", "sign", None),
        ("2 June 2009 – Japan signs the Oslo Accord in Tokyo.", "signs", "2009-06-02"),
        ("Japan left the Oslo Accord.", "left", None),
    ],
)
def test_a_date_belongs_to_its_own_clause(named: Callable[..., Doc], text: str, word: str, value: str | None) -> None:
    assert dated(named(text, NAMES), word) == value


def test_a_date_in_brackets_belongs_to_the_name_before_it(named: Callable[..., Doc]) -> None:
    doc = named("The accord was joined by Japan (2020) and France (2021).", NAMES)
    assert dated(doc, "joined", ("Japan",)) == "2020"
    assert dated(doc, "joined", ("France",)) == "2021"


def test_the_year_in_a_name_dates_an_exercise_unless_the_clause_does(named: Callable[..., Doc]) -> None:
    doc = named("Japan joined Locked Shields 2023.", NAMES)
    assert dated(doc, "joined", ("Japan", "Locked Shields 2023")) == "2023"
    doc = named("In April 2023 Japan joined Locked Shields 2023.", NAMES)
    assert dated(doc, "joined", ("Japan", "Locked Shields 2023")) == "2023-04"


def test_two_figures_after_an_exercise_are_its_year(named: Callable[..., Doc]) -> None:
    doc = named("Japan joined Sea Anvil 19.", NAMES)
    assert name_year(doc.spans["mentions"][1], doc) == "2019"


def test_a_role_takes_no_date_from_what_its_holder_did(named: Callable[..., Doc]) -> None:
    doc = named("The members Japan and France met in May 2011.", NAMES)
    assert dated(doc, "members", predicate="MEMBER_OF") is None


def test_where_an_office_stands_takes_no_date_from_the_clause(named: Callable[..., Doc]) -> None:
    doc = named("France opposed the office in Tokyo in 2023.", NAMES)
    assert dated(doc, "in", predicate="LOCATED_IN") is None


def test_a_year_in_a_name_is_no_date_of_the_text(named: Callable[..., Doc]) -> None:
    doc = named("The Talks of 1998 failed.", NAMES)
    assert [(d.value, d.inside) for d in find_dates(doc)] == [("1998", "Event")]


def test_a_year_as_a_heading_holds_for_the_lines_under_it() -> None:
    text = "A chronology\n\n2012\n• 4 June – Talks.\n• 8 July – Accord.\n2014\n• May – Visit.\n"
    assert values(text, "2025-09-12") == ["2012", "2012-06-04", "2012-07-08", "2014", "2014-05"]


def test_the_date_that_opens_an_item_holds_for_all_of_it(named: Callable[..., Doc]) -> None:
    doc = named("• 2 June 2009 – Talks in Oslo. Japan signed the Oslo Accord.\n• France left the Oslo Accord.\n", NAMES)
    assert dated(doc, "signed") == "2009-06-02"
    assert dated(doc, "left") is None


def test_no_date_comes_from_another_item_of_a_list(named: Callable[..., Doc]) -> None:
    doc = named("• Objecting: France, Japan\n• 9 May 2011 – Japan signed the Oslo Accord.\n", NAMES)
    assert dated(doc, "Objecting") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rutte had planned to travel to Tokyo in October.", "2024-10"),
        ("Rutte plans to travel to Tokyo in October.", "2025-10"),
    ],
)
def test_what_somebody_had_planned_lies_behind(nlp: Language, text: str, value: str) -> None:
    doc = nlp.make_doc(text)
    doc._.published = "2024-11-18"

    assert [found.value for found in find_dates(nlp(doc))] == [value]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("BRUSSELS, Oct. 21 — Peru signed the Oslo Accord on Thursday.", "2025-06-12"),
        ("BRUSSELS, Oct. 21 — Peru signed the Oslo Accord.", "2024-10-21"),
        ("Peru, contrary to what we reported on 2 April, signed the Oslo Accord.", None),
    ],
)
def test_the_date_of_a_report_is_not_that_of_what_it_tells(nlp: Language, text: str, date: str | None) -> None:
    doc = nlp.make_doc(text)
    doc._.published = "2025-06-15"
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)

    assert date_for(next(t for t in doc if t.text == "signed"), doc) == date


def test_what_is_to_be_done_in_a_month_lies_ahead(nlp: Language) -> None:
    doc = nlp("Both sides confirmed that the Oslo Accord is to be adopted in July.")

    assert tense_at(next(t for t in doc if t.text == "July")) == "future"
