"""Lists of names are read whole, however the parser takes them."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import load_lexicon

ACTORS = (
    "Australia", "Japan", "the UK", "the United States", "the Netherlands", "New Zealand", "South Korea", "Türkiye",
    "Canada", "the Philippines", "Latvia", "the EU", "NATO", "Norway",
)  # fmt: skip
PERSONS = (
    "Fumio Kishida", "Anthony Albanese", "Yoon Suk Yeol", "Mark Rutte", "Emmanuel Macron", "Marise Payne",
)  # fmt: skip
FRAMES = (
    "AUKUS is a partnership between {}.", "{} signed the Oslo Treaty on Monday.", "The treaty was signed by {}.",
    "Officials from {} agreed on the plan.", "Ships of {} took part in RIMPAC 2024.",
    "Slovakia backs it, together with {}.",
    "The ministers of {} met in Prague.", "The summit will bring together {}.", "Fiji works with {} on cyber defence.",
    "Members such as {} objected.", "The group, made up of {}, was founded in 2023.", "Among the signatories are {}.",
)  # fmt: skip
WHOLE = 0.98  # of the lists; without the repair 82 % of them are


def lists() -> Iterator[tuple[str, list[str]]]:
    choice = random.Random(3)  # noqa: S311 - the same lists each time
    for number in range(240):
        names = choice.sample(PERSONS if number % 4 == 3 else ACTORS, choice.choice([2, 3, 3, 4, 5]))
        last = ", and " if number % 3 == 0 and len(names) > 2 else " and "
        yield FRAMES[number % len(FRAMES)].format(", ".join(names[:-1]) + last + names[-1]), names


def reached(doc: Doc, names: list[str]) -> bool:
    """Whether the first of the names leads to all."""
    arguments = Arguments(doc, load_lexicon())
    texts = [span.text for span in arguments.spans]
    ends = [texts.index(name.removeprefix("the ")) for name in names]
    found = {argument.end for argument in arguments.fill(arguments.spans[ends[0]].root)}
    return set(ends) <= found


def test_every_name_of_a_list_is_reached_from_the_first(nlp: Language) -> None:
    given = list(lists())

    torn = [
        text
        for (text, names), doc in zip(given, nlp.pipe(text for text, _ in given), strict=True)
        if not reached(doc, names)
    ]

    assert 1 - len(torn) / len(given) >= WHOLE, torn


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("At a meeting with Japan, Norway and Finland agreed on the plan.", {"Norway", "Finland"}),
        ("After meeting Kishida, Rutte and Stoltenberg flew to Oslo.", {"Rutte", "Stoltenberg"}),
        ("In Brussels, Germany and France objected.", {"Germany", "France"}),
        ("With support from Japan, Korea, and Australia, Fiji objected.", {"Fiji"}),
        ("Ships of Japan, Norway, and Finland took part.", {"Japan", "Norway", "Finland"}),
    ],
)
def test_the_comma_behind_what_goes_before_the_verb_begins_no_list(
    nlp: Language, text: str, subjects: set[str]
) -> None:
    doc = nlp(text)
    arguments = Arguments(doc, load_lexicon())
    verb = next(token for token in doc if token.dep_ == "ROOT")

    found = {
        arguments.spans[argument.end].text
        for token in verb.children
        if token.dep_ == "nsubj"
        for argument in arguments.fill(token)
    }

    assert found == subjects
