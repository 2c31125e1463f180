"""What names and words of a question are taken for: what the graph has under them, times, and what was given."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.ask import Choice, Declined, choose, patterns
from jnato_graph.ask.capitals import with_capitals
from jnato_graph.ask.named import GraphName
from jnato_graph.ask.namesakes import listed_event, listed_first
from jnato_graph.ask.reading import read_question
from jnato_graph.ask.untold import of_gifts
from jnato_graph.report.names import Named

TODAY = "2026-11-25"


def event(key: str, name: str) -> Named:
    return Named(key=key, name=name, aliases=(), labels=frozenset({"Event", "Entity"}))


def test_what_the_graph_knows_under_a_name_goes_to_a_report_that_takes_it(nlp: Language) -> None:
    known = GraphName(words=("northern", "compact"), key="agreement:northern-compact", label="Agreement")

    found = choose("Who spoke out against the Northern Compact?", nlp, patterns(), TODAY, (known,))

    assert isinstance(found, Choice)
    assert "agreement:northern-compact" in found.values.values()
    assert not any(
        each.labels == ("Office",) for each in (p.type for p in found.query.parameters if p.name in found.names)
    )


def test_of_several_things_of_one_name_a_report_takes_the_one_of_its_kind(nlp: Language) -> None:
    known = GraphName(
        words=("harbour", "desk"),
        key="programme:harbour-desk",
        label="Programme",
        others=(("office:harbour-desk", "Office"),),
    )

    found = choose("Who took which position on the Harbour Desk?", nlp, patterns(), TODAY, (known,))

    assert isinstance(found, Choice)
    assert {"programme:harbour-desk", "office:harbour-desk"} & set(map(str, found.values.values()))


def test_a_thing_of_the_graph_is_not_the_listed_one_that_its_name_only_ends_with(nlp: Language) -> None:
    known = GraphName(words=("asian", "nato"), key="organisation:asian-nato", label="Organisation")

    found = choose("Who turned down an Asian NATO?", nlp, patterns(), TODAY, (known,))

    assert isinstance(found, Choice)
    assert "organisation:asian-nato" in found.values.values()


def test_the_listed_event_goes_before_one_that_is_only_described() -> None:
    listed, described = (
        event("nato-summit-madrid-2022", "2022 NATO summit in Madrid"),
        event("event:madrid-talks", "talks"),
    )
    another = event("nato-summit-vilnius-2023", "2023 NATO summit in Vilnius")

    assert listed_event((described, listed)) == (listed,)
    assert listed_event((another, listed)) == (another, listed)
    assert listed_first(described, (listed,)) == (listed, (described,))
    assert listed_first(listed, (described,)) == (listed, (described,))


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("What did Kishida visit before the Vilnius summit?", "", "2023-07-10"),
        ("What did Kishida visit since the Vilnius summit?", "2023-07-13", ""),
        # of several summits the last that has been
        ("What did Kishida visit after the Washington summit?", "2024-07-12", ""),
        ("What did Japan join before Rising Tide 24?", "", "2023"),
    ],
)
def test_an_event_behind_before_or_after_is_a_time_and_no_name(
    nlp: Language, question: str, start: str, end: str
) -> None:
    reading = read_question(question, nlp, TODAY)

    assert reading.times is not None
    assert (reading.times.start, reading.times.end) == (start, end)
    assert not any(named.label in ("Event", "Exercise") for named in reading.names)


def test_an_event_of_no_known_date_declines_what_was_before_it(nlp: Language) -> None:
    known = GraphName(words=("harbour", "talks"), key="event:harbour-talks", label="Event")

    found = choose("Which exercises did Japan join before the Harbour Talks?", nlp, patterns(), TODAY, (known,))

    assert isinstance(found, Declined)
    assert found.message == "it is not known when Harbour Talks was"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("an office in the Japanese capital", "an office in Tokyo"),
        ("Who visited the capital of Lithuania?", "Who visited Vilnius?"),
        ("the European capitals", "the European capitals"),
        ("the Atlantean capital", "the Atlantean capital"),
    ],
)
def test_a_capital_is_read_by_the_adjective_of_its_state(text: str, read: str) -> None:
    assert with_capitals(text) == read


def test_what_was_given_is_told_to_be_untold() -> None:
    assert list(of_gifts("Who shipped howitzers to Ukraine?")) == ["whether it was howitzers, no report tells"]
    assert list(of_gifts("Was Ukraine supplied with arms by Japan?")) == ["whether it was arms, no report tells"]
    assert list(of_gifts("Who gave aid to Ukraine?")) == []
    assert list(of_gifts("Who opposed new missiles?")) == []


@pytest.mark.parametrize(
    "question", ["Erase what is said about Japan", "Update the entry on NATO", "Undo the last load"]
)
def test_an_order_is_declined(nlp: Language, question: str) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert isinstance(found, Declined)
    assert "reports only show" in found.message


@pytest.mark.parametrize("question", ["Updates on Japan and NATO", "Which plans did NATO drop?"])
def test_what_only_looks_like_an_order_is_none(nlp: Language, question: str) -> None:
    found = choose(question, nlp, patterns(), TODAY)

    assert not (isinstance(found, Declined) and "reports only show" in found.message)
