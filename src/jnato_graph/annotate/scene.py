"""The mentions of a document as coreference sees them: who they are, where they stand, what they may be called."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from jnato_graph.packaged import data_yaml
from jnato_graph.reference import Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@cache
def anaphor_words() -> dict[str, Any]:
    """`data/anaphors.yaml`, read once."""
    loaded: dict[str, Any] = dict(data_yaml("anaphors.yaml"))
    for key in (
        "countries",
        "islands",
        "plain",
        "titles",
        "women",
        "men",
        "spouses",
        "acting",
        "empty",
        "self",
        "hearers",
        "plans",
        "people",
        "entering",
        "receiving",
        "judging",
        "moving",
        "attacking",
        "writers",
        "occasions",
        "wars",
    ):
        loaded[key] = frozenset(loaded[key].split())
    loaded["numbers"] = {word: int(number) for word, number in loaded["numbers"].items()}
    loaded["broad"] = {word: frozenset(wider.split()) for word, wider in loaded["broad"].items()}
    loaded["groups"] = {label: frozenset(nouns.split()) for label, nouns in loaded["groups"].items()}
    loaded["things"] = {label: [frozenset(row.split()) for row in rows] for label, rows in loaded["things"].items()}
    loaded["so_called"] = {key: frozenset(nouns.split()) for key, nouns in loaded["so_called"].items()}
    loaded["kinds"] = {noun: frozenset(k.strip() for k in kinds.split(",")) for noun, kinds in loaded["kinds"].items()}
    return loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A mention. `who` is the same number for mentions that clearly name the same; `subject`: it heads a subject."""

    index: int
    span: Span
    label: str
    key: str
    who: int
    sentence: int
    paragraph: int
    subject: bool
    title: bool  # in what stands over the first paragraph of the text
    inside: bool  # part of a longer mention
    start: int  # first token
    end: int  # token behind the last
    root: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A pronoun or description that was resolved to several mentions."""

    members: tuple[int, ...]
    sentence: int
    end: int
    subject: bool


@dataclass(slots=True)
class Scene:
    """A document's mentions in order, with what has been learned of persons on the way."""

    doc: Doc
    reference: Reference
    named: tuple[Item, ...]  # by the index of the mention
    items: list[Item]  # these and what was resolved on the way, in the order of the text
    sentence_of: list[int]
    paragraph_of: list[int]
    starts: list[int]
    covering: dict[int, list[Item]]  # by token, the longest mention first
    gender: dict[int, str] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)  # what "the two sides", "they" were found to be
    pairs: list[list[Item]] = field(default_factory=list)  # what "both men", "the two", "the former" were found to be

    def echo(self, span: Span, root: Token, antecedents: tuple[int, ...]) -> None:
        """Take a pronoun or description that was resolved for a further mention of its antecedent, or of its group."""
        if len(antecedents) > 1:
            sentence = self.sentence_of[span.start]
            self.groups.append(Group(members=antecedents, sentence=sentence, end=span.end, subject=is_subject(root)))
            return
        item = replace(
            self.named[antecedents[0]],
            span=span,
            sentence=self.sentence_of[span.start],
            paragraph=self.paragraph_of[span.start],
            subject=is_subject(root),
            title=False,
            inside=False,
            start=span.start,
            end=span.end,
            root=root.i,
        )
        place = bisect_right(self.starts, item.start)
        self.items.insert(place, item)
        self.starts.insert(place, item.start)
        for index in range(item.start, item.end):
            self.covering.setdefault(index, []).append(item)

    def before(self, index: int, sentences: int, labels: frozenset[str] | None = None) -> list[Item]:
        """Mentions that end by token `index`, no more than so many sentences back, nearest first."""
        here = self.sentence_of[min(index, len(self.sentence_of) - 1)]
        end = bisect_right(self.starts, index)
        found = []
        for item in reversed(self.items[:end]):
            if here - item.sentence > sentences:
                break
            if item.end <= index and (labels is None or item.label in labels):
                found.append(item)
        return found

    def at(self, token: Token) -> Item | None:
        """The longest mention that the token stands in."""
        return next(iter(self.covering.get(token.i, ())), None)

    def headed(self, token: Token) -> Item | None:
        """The longest mention whose head the token is."""
        return next((i for i in self.covering.get(token.i, ()) if i.root == token.i), None)

    def same(self, who: int) -> Iterator[Item]:
        """All mentions of the one."""
        return (i for i in self.items if i.who == who)


def scene_of(doc: Doc, reference: Reference) -> Scene:
    """Look over the mentions of `doc`."""
    sentence_of, paragraph_of = _numbers(doc)
    spans = list(doc.spans.get("mentions", ()))
    whos = _who(spans)
    bounds: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        for index in range(span.start, span.end):
            bounds.setdefault(index, []).append((span.start, span.end))
    above = above_text(doc)
    items = [
        Item(
            index=i,
            span=span,
            label=span.label_,
            key=span.id_,
            who=whos[i],
            sentence=sentence_of[span.start],
            paragraph=paragraph_of[span.start],
            subject=is_subject(span.root),
            title=span.start < above,
            inside=any(span.end <= b and b - a > span.end - span.start for a, b in bounds[span.start]),
            start=span.start,
            end=span.end,
            root=span.root.i,
        )
        for i, span in enumerate(spans)
    ]
    covering: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda i: i.start - i.end):
        for index in range(item.start, item.end):
            covering.setdefault(index, []).append(item)
    return Scene(
        doc=doc,
        covering=covering,
        reference=reference,
        named=tuple(items),
        items=items,
        sentence_of=sentence_of,
        paragraph_of=paragraph_of,
        starts=[i.start for i in items],
    )


def is_subject(token: Token) -> bool:
    """Whether a noun is a verb's subject: itself, as one of several or as its name ("the president, X, said")."""
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    return token.dep_ in _SUBJECTS


def _numbers(doc: Doc) -> tuple[list[int], list[int]]:
    sentences, paragraphs = [0] * len(doc), [0] * len(doc)
    number = paragraph = 0
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            sentences[token.i], paragraphs[token.i] = number, paragraph
            if "\n\n" in token.text or (token.is_space and "\n" in token.text):
                paragraph += 1
    return sentences, paragraphs


def above_text(doc: Doc) -> int:
    """Where the first paragraph of prose begins: what stands above are titles; the first block where there are none."""
    start = 0
    for token in doc:
        if "\n" not in token.text and token.i + 1 < len(doc):
            continue
        line = doc[start : token.i + 1].text.strip()
        if line and len(line.split()) >= _PROSE and line[-1] in '.!?”"':
            return max(start, 1) if start else token.i + 1
        start = token.i + 1
    return start


_PROSE = 12  # words of a line that is no title
_CLEAN = re.compile(r"['’]s$|[^\w\s]")


def _who(spans: list[Span]) -> list[int]:
    """A number for each mention: the same key, the same words, or a surname of a full name that stands before it."""
    numbers: dict[tuple[str, str], int] = {}
    surnames: dict[str, set[int]] = {}
    found: list[int] = []
    for span in spans:
        name = " ".join(_CLEAN.sub("", span.text).casefold().split())
        key = ("", span.id_) if span.id_ else (span.label_, name)
        parts = name.split()
        if key not in numbers and span.label_ == "Person":
            bearers = surnames.get(parts[-1], set()) if parts else set()
            if len(bearers) == 1 and not (len(parts) > 1 and span.id_):
                numbers[key] = next(iter(bearers))
        number = numbers.setdefault(key, len(set(numbers.values())) and max(numbers.values()) + 1)
        numbers.setdefault((span.label_, name), number)
        if span.label_ == "Person" and len(parts) > 1:
            surnames.setdefault(parts[-1], set()).add(number)
            surnames.setdefault(parts[0], set()).add(number)
        found.append(number)
    return found


def noun_of(head: Token) -> str:
    """The noun in the singular and in small letters, also where a capital made it a name: "the two Ministers"."""
    lemma = head.lemma_.lower()
    return lemma[:-1] if head.tag_ == "NNPS" and lemma.endswith("s") and not lemma.endswith("ss") else lemma


def phrase_start(head: Token) -> int:
    """Where the phrase begins, its article included."""
    left = [c for c in head.lefts if c.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod", "predet")]
    return min((c.left_edge.i for c in left), default=head.i)
