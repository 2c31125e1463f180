"""A name in a question, and what a text may name."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from jnato_graph.reference import load_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name at tokens `start`..`end`. `key` and `label` are "" when nobody knows it.

    `listed`: the reference data has it. `preposition` stands before it. `other` is what a capital may also mean: its
    state, as (key, label). `assumed`: the question does not say which one is meant. `office`: the words of an
    office behind it, whose holder is meant ("the Swedish prime minister"). `known`: what the graph has under that name,
    as (key, label), best first; empty where the graph was not asked or has none. `only_time`: it tells a time ("before
    the Rome summit"), though nobody knows which.
    """

    start: int
    end: int
    text: str
    key: str
    label: str
    listed: bool
    preposition: str = ""
    other: tuple[str, str] | None = None
    assumed: bool = False
    office: frozenset[int] = frozenset()
    known: tuple[tuple[str, str], ...] = ()
    only_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphName:
    """A name of an entity in the graph: `words` are those of the name, folded; `partly` where it has more of them.

    `others`: what else goes by that name there, as (key, label).
    """

    words: tuple[str, ...]
    key: str
    label: str
    partly: bool = False
    others: tuple[tuple[str, str], ...] = ()


def named_at(doc: Doc, start: int, end: int, key: str, label: str, listed: bool) -> Named:
    """The name at tokens `start`..`end`, with what its place and its text tell of it."""
    return Named(
        start=start, end=end, text=doc[start:end].text, key=key, label=label, listed=listed,
        preposition=preposition_before(doc[start]), other=_state_of(doc[start:end].text, key, label),
    )  # fmt: skip


def preposition_before(token: Token) -> str:
    """The preposition before a name, over articles, adjectives and other names joined by "and"."""
    at = token.i - 1
    while (
        at >= 0
        and (
            token.doc[at].pos_ in ("DET", "ADJ", "PROPN", "CCONJ", "PART", "NUM")
            or token.doc[at].text in (",", "where")
        )
        and token.doc[at].lower_ not in ("which", "what", "whose")
    ):  # "in which Japan took part"
        at -= 1
    word = token.doc[at]
    return (
        str(word.lower_)
        if (at >= 0 and word.pos_ in ("ADP", "SCONJ", "PART")) or (at >= 0 and word.dep_ == "prep")
        else ""
    )


def _state_of(text: str, key: str, label: str) -> tuple[str, str] | None:
    """What else a capital may mean: the state whose government sits there, and the other way round."""
    forms = [form for form in forms_in_any_case(text) if form.kind == "capital" or form.label == "Place"]
    wanted = "Place" if label == "State" else "State" if label == "Place" else ""
    others = {(form.key, form.label) for form in forms if form.label == wanted and form.key != key}
    return others.pop() if len(others) == 1 else None


def forms_in_any_case(text: str) -> list:  # type: ignore[type-arg] # Form is no export of the model's package
    """What a text may mean, whatever its case."""
    reference = load_reference()
    seen = {}
    for variant in (text, text.upper(), text.title(), text.capitalize()):
        for form in reference.candidates(variant):
            seen[form.key, form.kind, form.label] = form
    return list(seen.values())
