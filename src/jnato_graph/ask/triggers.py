"""Which predicates a question speaks of, by the triggers that find them in articles, and who stands at which end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.names import Named
from jnato_graph.extract import grammar, triggers
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.engine import entries_at
from jnato_graph.extract.lexicon import POS, Entry, load_lexicon
from jnato_graph.ontology import SYMMETRIC

SUBJECT: Final = "subject"
OBJECT: Final = "object"
# Prepositions are too common to tell a predicate in a question, but for these.
_PREPOSITIONS: Final = frozenset({"against", "behind", "for", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A predicate told by the words `tokens`. `ends`: the side of each name (by its start), where grammar tells it."""

    predicate: str
    tokens: frozenset[int]
    ends: Mapping[int, str]
    negated: bool = False


def find_triggers(
    doc: Doc, names: Sequence[Named], nouns: Mapping[int, frozenset[str]], taken: set[int], begin: int
) -> list[Trigger]:
    """Every predicate that a word outside of names could tell, given the labels of what stands around it."""
    lexicon = load_lexicon()
    arguments = Arguments(doc, lexicon)
    found: dict[tuple[str, int], Trigger] = {}
    for token in doc[begin:]:
        if token.i in taken:
            continue
        entries = entries_at(token, arguments, lexicon) or _of_any_kind(token, lexicon.entries)
        for entry in entries:
            if entry.pos == "preposition" and (token.lower_ not in _PREPOSITIONS or not _is_said(token, entry)):
                continue
            if entry.predicate == "MEMBER_OF" and entry.pos == "preposition" and not _before_body(token, names):
                continue
            if entry.pos == "preposition" and entry.predicate not in ("OPPOSES", "SUPPORTS", "MEMBER_OF"):
                continue
            words = _matched(token, entry, alone=len({each.predicate for each in entries}) == 1)
            if words is None:
                continue
            ends = {
                named.start: side for named in names if (side := _side(doc[named.start : named.end].root, token, entry))
            }
            if not _labels_agree(token, entry, names, nouns, ends):
                continue
            known = found.get((entry.predicate, token.i))
            if known is None or len(words) > len(known.tokens):
                found[entry.predicate, token.i] = Trigger(
                    predicate=entry.predicate,
                    tokens=frozenset(words),
                    ends=ends,
                    negated=entry.polarity == "negated",
                )
    return list(found.values())


def _of_any_kind(token: Token, entries: Mapping[tuple[str, str], tuple[Entry, ...]]) -> list[Entry]:
    """The entries of a word whatever the tagger took it for: questions are short, and it errs."""
    if token.pos_ not in ("NOUN", "VERB", "ADJ", "PROPN", "X", "ADV", "INTJ"):
        return []
    forms = dict.fromkeys((token.lemma_.lower(), token.lower_, token.lower_.rstrip("s")))
    return [entry for form in forms for pos in POS[:3] for entry in entries.get((pos, form), ())]


def _matched(token: Token, entry: Entry, *, alone: bool) -> set[int] | None:
    """The tokens of the trigger; None when it lacks its particle, light object or preposition.

    `alone`: the word tells this predicate only, so that it needs no preposition ("participate").
    """
    words = {token.i}
    near = token.doc[max(0, token.i - 8) : token.i + 8]
    if entry.with_object:
        noun = triggers.light_object(token, entry.with_object) if entry.pos == "verb" else None
        if noun is None:
            noun = next((each for each in near if each.lemma_.lower() == entry.with_object and each.i != token.i), None)
        if noun is None:
            return None
        words.add(noun.i)
    if entry.particle:
        particles = [each for each in token.children if each.lower_ in entry.particle]
        particles = particles or [
            each for each in near if each.lower_ in entry.particle and token.i < each.i <= token.i + 3
        ]
        if not particles:
            return None
        words |= {each.i for each in particles}
    roles = frozenset(entry.object)
    if entry.pos == "verb" and not alone and not roles & {"obj", "subj", "iobj"}:
        # "come against": without its preposition the verb says nothing; but "where did he travel?"
        around = {each.lower_ for each in token.doc if each.i not in words}
        if not around & (roles | {"where"}):
            return None
    if entry.after and not (token.i and token.doc[token.i - 1].lower_ == entry.after):
        return None
    return words


def _before_body(token: Token, names: Sequence[Named]) -> bool:
    """Whether an organisation follows, perhaps after an article."""
    return any(named.label == "Organisation" and token.i < named.start <= token.i + 2 for named in names)


def _is_said(token: Token, entry: Entry) -> bool:
    """Whether a preposition tells a position: "is against X", "the countries against X"."""
    if entry.predicate == "MEMBER_OF":  # "is Finland in NATO?"
        return token.doc[0].lemma_ == "be" or token.head.lemma_ == "be"
    if entry.only != "predicative":
        return True
    return token.head.lemma_ in ("be", "stand", "come", "vote", "speak", "argue") or token.head.dep_ == "ROOT"


def _side(root: Token, trigger: Token, entry: Entry) -> str:
    """At which end of the trigger a name stands: by the way up the tree, else by its place; "" when neither tells."""
    if entry.predicate in SYMMETRIC:
        return ""
    relation, preposition = _way(root, trigger)
    roles = {*entry.object}
    swapped = "obj" in entry.subject or "subj" in entry.object
    if relation in ("nsubj", "csubj"):
        side = SUBJECT
    elif relation in ("nsubjpass", "dobj", "attr", "dative"):
        side = OBJECT
    elif relation == "agent" or preposition == "by":
        side = SUBJECT
    elif relation in ("poss", "compound", "amod", "nmod") and entry.pos != "verb":
        side = OBJECT if {"poss", "mod"} & roles and not {"poss", "mod"} & {*entry.subject} else SUBJECT
    elif preposition and preposition in entry.also:
        return ""
    elif preposition and preposition in roles:
        side = "" if preposition in entry.subject else OBJECT
    elif preposition and preposition in entry.subject:
        side = SUBJECT
    elif preposition:
        return ""
    elif relation == "" and entry.pos != "noun":
        passive = grammar.is_passive(trigger) if trigger.pos_ in ("VERB", "AUX") else False
        before = root.i < trigger.i
        side = OBJECT if before == passive else SUBJECT
    else:
        return ""
    if swapped and side:
        return OBJECT if side == SUBJECT else SUBJECT
    return side


def _way(root: Token, trigger: Token) -> tuple[str, str]:
    """The relation by which the way from a name reaches the trigger, and the preposition on it."""
    token, preposition = root, ""
    for _ in range(8):
        head = token.head
        if head.i == token.i:
            break
        if token.dep_ in ("prep", "agent"):
            preposition = preposition or token.lower_
        if head.i == trigger.i:
            relation = token.dep_
            if relation in ("pobj", "prep", "agent"):
                return ("agent" if relation == "agent" else "prep"), preposition or token.lower_
            return relation, preposition
        if token.dep_ not in ("pobj", "prep", "agent", "conj", "compound", "poss", "appos", "nmod", "amod", "dobj"):
            break
        token = head
    near = root.doc[max(0, root.i - 3) : root.i]
    before = next((each.lower_ for each in reversed(near) if each.pos_ == "ADP"), "")
    return "", before if root.i > trigger.i else ""


def _labels_agree(
    token: Token, entry: Entry, names: Sequence[Named], nouns: Mapping[int, frozenset[str]], ends: dict[int, str]
) -> bool:
    """Whether what stands around the trigger may be its ends: "join NATO" is membership, "join an exercise" is not."""
    for named in names:
        side = ends.get(named.start)
        labels = {named.label} | ({named.other[1]} if named.other else set())
        if not side or not named.label or not named.listed:
            continue
        if side == OBJECT and not labels & entry.object_labels:
            return False
        if side == SUBJECT and not labels & entry.subject_labels:
            if not labels & entry.object_labels:
                return False
            ends[named.start] = OBJECT  # "was the declaration signed": a passive that the parser did not see
    both = entry.object_labels | entry.subject_labels
    for at, sorts in nouns.items():
        noun = token.doc[at]
        if at == token.i or not _beside(noun, token):
            continue
        if not sorts & both:
            return False
        relation, preposition = _way(noun, token)
        if (relation == "dobj" or (preposition and preposition in entry.object)) and not _fits(sorts, entry):
            return False
    return True


def _fits(labels: Iterable[str], entry: Entry) -> bool:
    wanted = entry.subject_labels if "obj" in entry.subject else entry.object_labels
    return bool(set(labels) & wanted)


def _beside(noun: Token, token: Token) -> bool:
    """Whether a noun hangs on the trigger as its subject or object, or opens the question before it."""
    relation, _ = _way(noun, token)
    return relation in ("dobj", "nsubj", "nsubjpass", "attr") or (
        noun.i < token.i
        and any(each.lower_ in ("which", "what", "many") for each in noun.doc[max(0, noun.i - 3) : noun.i])
    )
