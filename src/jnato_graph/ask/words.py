"""The words of questions: `data/asking.yaml`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jnato_graph.packaged import data_yaml
from jnato_graph.reference import load_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tables of `asking.yaml`; `labels` gives the labels of a noun, `titles` are those of offices, folded.

    `synonyms` gives the words of the reports that a word may stand for; `slight` words may be left over, and verbs that
    are `carrying` a noun; `hedges` say that something is only possible, and words of `now` that today is meant; `more`
    are verbs that say more than a predicate that they tell; `absent` are things of which no report tells, `gifts` those
    that somebody may be given, `reporting` verbs that say what somebody says, `loose_titles` titles that the graph has
    under another name, `meant` keys of what is meant by a noun where nothing of its kind is named; `troops` are what is
    counted of forces, `parts` the words by which the sentences and clauses of a question are told apart; behind the
    phrases of `left_out` stands what is not asked for; verbs that `command` begin an order and no question; of several
    offices of a person one of the `highest_offices` is meant.
    """

    fillers: frozenset[str]
    labels: Mapping[str, frozenset[str]]
    actors: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    beyond: Mapping[str, frozenset[str]]
    polite: tuple[str, ...]
    whether: tuple[str, ...]
    member_nouns: frozenset[str]
    partner_groups: Mapping[str, tuple[str, str]]
    default_group: tuple[frozenset[str], str]
    among: Mapping[str, tuple[str, tuple[str, ...]]]
    among_nouns: frozenset[str]
    not_names: frozenset[str]
    titles: frozenset[str]
    synonyms: Mapping[str, tuple[str, ...]]
    slight: frozenset[str]
    carrying: frozenset[str]
    hedges: frozenset[str]
    now: frozenset[str]
    telling: frozenset[tuple[str, str]]
    loose: frozenset[str]
    more: Mapping[str, frozenset[str]]
    no_codes: frozenset[str]
    numbers: Mapping[str, int]
    absent: frozenset[str]
    gifts: frozenset[str]
    command: frozenset[str]
    reporting: frozenset[str]
    loose_titles: frozenset[str]
    meant: Mapping[str, str]
    troops: tuple[str, ...]
    vessels: frozenset[str]
    ship_prefixes: frozenset[str]
    parts: Mapping[str, tuple[str, ...]]
    left_out: frozenset[str]
    highest_offices: frozenset[str]


@cache
def load_words() -> Words:
    """The tables, read once."""
    data: dict[str, Any] = data_yaml("asking.yaml")
    labels: dict[str, set[str]] = {}
    for label, nouns in data["labels"].items():
        for noun in nouns.split():
            labels.setdefault(noun, set()).add(label)
    synonyms: dict[str, tuple[str, ...]] = {}
    for word, others in data["synonyms"].items():
        for other in others.split():
            synonyms[other] = (*synonyms.get(other, ()), word)
    titles = {title.casefold() for names in load_reference().roles.values() for title in names}
    titles = {title.replace("-", " ") for title in titles | set(data["titles"].split())}
    return Words(
        fillers=frozenset(data["fillers"].split()),
        labels={noun: frozenset(found) for noun, found in labels.items()},
        actors=frozenset(data["actors"].split()),
        first=frozenset(data["first"].split()),
        last=frozenset(data["last"].split()),
        beyond={kind: frozenset(words.split()) for kind, words in data["beyond"].items()},
        polite=tuple(sorted(data["polite"], key=len, reverse=True)),
        whether=tuple(data["whether"]),
        member_nouns=frozenset(data["member_nouns"].split()),
        partner_groups={
            words: (row["organisation"], row["of"]) for row in data["partner_groups"] for words in row["words"]
        },
        default_group=(frozenset(data["default_group"]["words"]), data["default_group"]["organisation"]),
        among={word: (row["name"], tuple(row["keys"].split())) for row in data["among"] for word in row["words"]},
        among_nouns=frozenset(data["among_nouns"].split()),
        not_names=frozenset(data["not_names"].split()),
        titles=frozenset(titles),
        synonyms=synonyms,
        slight=frozenset(data["slight"].split()),
        carrying=frozenset(data["carrying"].split()),
        hedges=frozenset(data["hedges"].split()),
        now=frozenset(data["now"].split()),
        telling=frozenset(
            (before, word)
            for row in data["telling"]
            for before in row["before"].split()
            for word in row["words"].split()
        ),
        loose=frozenset(data["loose"].split()),
        more={predicate: frozenset(verbs.split()) for predicate, verbs in data["more"].items()},
        no_codes=frozenset(data["no_codes"].split()),
        numbers={word: number for number, word in enumerate(data["numbers"].split(), 1)},
        absent=frozenset(data["absent"].split()),
        gifts=frozenset(data["gifts"].split()),
        command=frozenset(data["command"].split()),
        reporting=frozenset(data["reporting"].split()),
        loose_titles=frozenset(data["loose_titles"].split()),
        meant=data["meant"],
        troops=tuple(data["troops"].split()),
        vessels=frozenset(data["vessels"].split()),
        ship_prefixes=frozenset(data["ship_prefixes"].split()),
        parts={kind: tuple(words.split()) for kind, words in data["parts"].items()},
        left_out=frozenset(data["left_out"]),
        highest_offices=frozenset(data["highest_offices"].split()),
    )
