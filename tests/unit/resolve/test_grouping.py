"""Which names of a document are one thing, and which stay two."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.reference import Reference, load_reference
from jnato_graph.resolve.grouping import Named, group

Pair = tuple[str, str]


def grouped(text: str, names: Sequence[Pair], date: str | None = "2023-07-10") -> list[set[str]]:
    found: dict[tuple[int, int], Named] = {}
    for surface, label in sorted(names, key=lambda n: -len(n[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            if label == "Person" and any(a <= match.start() and match.end() <= b for a, b in found):
                continue  # the recogniser makes no person within a person
            found.setdefault(
                match.span(),
                Named(
                    text=surface, label=label, start=match.start(), end=match.end(), before=text[: match.start()][-60:]
                ),
            )
    mentions = [found[key] for key in sorted(found)]
    for i, mention in enumerate(mentions):
        if text[: mention.start].endswith("(") and i and mentions[i - 1].end >= mention.start - 2:
            mentions[i] = Named(**{f: getattr(mention, f) for f in ("text", "label", "start", "end")}, follows=i - 1)
    return [{mentions[i].text for i in g.members} for g in group(mentions, load_reference(), date)]


ONE = [
    ("France met the French. Paris was glad.", [("France", "State"), ("French", "State"), ("Paris", "State")]),
    ("the US and the U.S.", [("US", "State"), ("U.S.", "State")]),
    ("Exercise Nordic Dawn; Nordic Dawn", [("Exercise Nordic Dawn", "Exercise"), ("Nordic Dawn", "Exercise")]),
    ("the Baltic Mine Group (BMG); the BMG", [("Baltic Mine Group", "Organisation"), ("BMG", "Organisation")]),
    ("the Pacific Tide Bureau. PTB said so.", [("Pacific Tide Bureau", "Organisation"), ("PTB", "Organisation")]),
    ("Mari Ito spoke. Ito left. Ms Ito came.", [("Mari Ito", "Person"), ("Ito", "Person"), ("Ms Ito", "Person")]),
    ("Kim Jong-pil spoke. Kim left.", [("Kim Jong-pil", "Person"), ("Kim", "Person")]),
    ("L. Ozola met us. Linda Ozola left.", [("L. Ozola", "Person"), ("Linda Ozola", "Person")]),
    ("Linda Maria Ozola; L. M. Ozola", [("Linda Maria Ozola", "Person"), ("L. M. Ozola", "Person")]),
    ("Prime Minister Jo Berg; Jo Berg", [("Prime Minister Jo Berg", "Person"), ("Jo Berg", "Person")]),
    (
        "NATO liaison office in Oslo; the Oslo office; the liaison office",
        [("NATO liaison office in Oslo", "Office"), ("Oslo office", "Office"), ("liaison office", "Office")],
    ),
    ("the Embassy of Japan in Suva; the embassy", [("Embassy of Japan in Suva", "Office"), ("embassy", "Office")]),
    (
        "the Hakata Convention on Surveys; the Convention",
        [("Hakata Convention on Surveys", "Agreement"), ("Convention", "Agreement")],
    ),
    (
        "NATO's Relief Package for Fiji; the Relief Package for Fiji; the Relief Package",
        [
            ("NATO's Relief Package for Fiji", "Programme"),
            ("Relief Package for Fiji", "Programme"),
            ("Relief Package", "Programme"),
        ],
    ),
    (
        "NATO met. The alliance and the bloc agreed.",
        [("NATO", "Organisation"), ("alliance", "Organisation"), ("bloc", "Organisation")],
    ),
    ("NATO met. Brussels agreed.", [("NATO", "Organisation"), ("Brussels", "Organisation")]),
    ("Norway hosted Sea Anvil. The drill ended.", [("Sea Anvil", "Exercise"), ("drill", "Exercise")]),
]


@pytest.mark.parametrize(("text", "names"), ONE)
def test_names_of_one_thing_are_grouped(text: str, names: list[Pair]) -> None:
    together = {surface for surface, _ in names}
    assert together in grouped(text, names)


TWO = [
    ("an Asian NATO and NATO", ("Asian NATO", "Organisation"), ("NATO", "Organisation")),
    ("RIMPAC and RIMPAC 2024", ("RIMPAC", "Exercise"), ("RIMPAC 2024", "Exercise")),
    ("RIMPAC 2022 and RIMPAC 2024", ("RIMPAC 2022", "Exercise"), ("RIMPAC 2024", "Exercise")),
    ("Tokyo decided in Tokyo", ("NATO liaison office in Oslo", "Office"), ("NATO liaison office in Suva", "Office")),
    ("Lebanon and southern Lebanon", ("Lebanon", "State"), ("southern Lebanon", "Place")),
    ("the Pacific and the South Pacific", ("Coral Sea", "Place"), ("North Coral Sea", "Place")),
    ("Ana Ruiz and Luis Ruiz", ("Ana Ruiz", "Person"), ("Luis Ruiz", "Person")),
    ("the embassy in Suva, the embassy in Apia", ("embassy in Suva", "Office"), ("embassy in Apia", "Office")),
    ("Self-Defense Forces", ("Norse Air Force", "Organisation"), ("Norse Navy", "Organisation")),
    ("Liaison Office in Suva (NATO)", ("Liaison Office in Suva", "Office"), ("NATO", "Organisation")),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_names_of_two_things_stay_apart(text: str, one: Pair, other: Pair) -> None:
    text = f"{text}. {one[0]} ({other[0]}) and {other[0]}, {one[0]}."
    assert not any({one[0], other[0]} <= together for together in grouped(text, [one, other]))


@pytest.mark.parametrize("between", [", or the “", ", better known as the ", " (officially the ", ", also called "])
def test_the_other_name_that_a_text_gives_is_the_same_thing(between: str) -> None:
    text = f"They signed the Southeast Asia Collective Defense Treaty{between}Manila Pact."

    names = grouped(text, [("Southeast Asia Collective Defense Treaty", "Agreement"), ("Manila Pact", "Agreement")])

    assert names == [{"Southeast Asia Collective Defense Treaty", "Manila Pact"}]


def test_one_or_the_other_are_two_things() -> None:
    names = grouped(
        "Join the Lima Pact or the Manila Pact.", [("Lima Pact", "Agreement"), ("Manila Pact", "Agreement")]
    )

    assert len(names) == 2


def test_what_a_title_describes_is_the_one_thing_of_its_sort_that_is_named_after_it() -> None:
    fund, name = ("NATO fund for repairs", "Programme"), ("Pacific Resilience Fund", "Programme")
    text = "A NATO fund for repairs is proposed. The Pacific Resilience Fund would pay."

    assert {fund[0], name[0]} in grouped(text, [fund, name])
    assert {name[0]} in grouped("The Pacific Resilience Fund pays. A NATO fund for repairs is new.", [fund, name])
    other = ("Nordic Fund", "Programme")
    assert {fund[0]} in grouped(f"{text} The Nordic Fund too.", [fund, name, other])


def test_a_surname_of_two_goes_to_the_one_named_last() -> None:
    names = [("Ana Ruiz", "Person"), ("Luis Ruiz", "Person"), ("Ruiz", "Person")]
    groups = grouped("Ana Ruiz spoke. Luis Ruiz left. Ruiz laughed.", names)
    assert {"Luis Ruiz", "Ruiz"} in groups
    assert {"Ana Ruiz"} in groups


@pytest.mark.parametrize("others", [["Linda Ozola", "Lauma Ozola"], ["Anna Ozola"], ["Linda Berg"]])
def test_an_initial_is_put_to_nobody_where_none_or_two_may_be_meant(others: list[str]) -> None:
    text = f"{'; '.join(others)}. L. Ozola left."
    assert {"L. Ozola"} in grouped(text, [("L. Ozola", "Person"), *((name, "Person") for name in others)])


def test_a_title_keeps_a_surname_from_another_who_bears_it() -> None:
    names = [("Foreign Minister Shintarō Abe", "Person"), ("Prime Minister Abe", "Person")]
    assert len(grouped("Foreign Minister Shintarō Abe in 1983; Prime Minister Abe later.", names, "2014-05-01")) == 2


def test_a_surname_alone_means_the_office_holder_of_the_date() -> None:
    mention = Named(text="Macron", label="Person", start=0, end=6)
    assert group([mention], load_reference(), "2023-07-10")[0].key == "emmanuel-macron"


def test_listed_things_are_never_one(reference: Reference) -> None:
    mentions = [Named(text="Japan", label="State", start=0, end=5), Named(text="Tokyo", label="Place", start=9, end=14)]
    assert [g.key for g in group(mentions, reference)] == ["japan", "tokyo"]


def test_where_both_koreas_are_named_the_bare_name_is_the_souths() -> None:
    text = "The Republic of Korea and North Korea traded fire. Korean troops then went to Poland."
    names = [("Republic of Korea", "State"), ("North Korea", "State"), ("Korean", "State")]
    assert grouped(text, names) == [{"Republic of Korea", "Korean"}, {"North Korea"}]


@pytest.fixture
def reference() -> Reference:
    return load_reference()


LABELS = st.sampled_from(["State", "Organisation", "Person", "Office", "Event", "Exercise", "Agreement", "Place"])
TEXT = "NATO liaison office in Tokyo the summit 2023 Ito Mari Exercise Group of of (ABC) Japan's war"
WORDS = st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=5).map(" ".join)


@given(st.lists(st.tuples(WORDS, LABELS), max_size=8))
def test_every_mention_is_in_exactly_one_group(names: list[Pair]) -> None:
    mentions = [Named(text=t, label=label, start=i * 50, end=i * 50 + len(t)) for i, (t, label) in enumerate(names)]
    groups = group(mentions, load_reference(), "2023-07-10")
    assert sorted(i for g in groups for i in g.members) == list(range(len(mentions)))
    again = group(mentions, load_reference(), "2023-07-10")
    assert [(g.members, g.key) for g in again] == [(g.members, g.key) for g in groups]
