"""At which end of a predicate a name of the question stands, and whether it may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from jnato_graph.ask.named import Named
from jnato_graph.extract import grammar
from jnato_graph.extract.lexicon import Entry
from jnato_graph.ontology import SYMMETRIC

SUBJECT: Final = "subject"
OBJECT: Final = "object"


def side_of(root: Token, trigger: Token, entry: Entry) -> str:
    """At which end of the trigger a name stands: by the way up the tree, else by its place; "" when neither tells."""
    if entry.predicate in SYMMETRIC:
        return ""
    relation, preposition = _way(root, trigger)
    roles = {*entry.object}
    swapped = "obj" in entry.subject or "subj" in entry.object
    if (
        entry.pos == "preposition"
        and root.i < trigger.i
        and not any(child.dep_ == "pobj" for child in trigger.children)
    ):
        side = SUBJECT  # "what is France against?"
    elif relation in ("nsubj", "csubj"):
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
        return "" if preposition in entry.subject else OBJECT
    elif preposition and preposition in entry.subject:
        return SUBJECT
    elif preposition:
        return ""
    elif relation == "" and entry.pos != "noun":
        passive = grammar.is_passive(trigger) if trigger.pos_ in ("VERB", "AUX") else False
        # Who is asked for acts, and what stands before that is acted on: "that fund: who paid into it?".
        asked = any(child.dep_ == "nsubj" and child.lower_ in ("who", "which", "what") for child in trigger.children)
        before = root.i < trigger.i
        side = OBJECT if before == passive or (asked and not passive) else SUBJECT
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


def labels_agree(
    token: Token, entry: Entry, names: Sequence[Named], nouns: Mapping[int, frozenset[str]], ends: dict[int, str]
) -> bool:
    """Whether what stands around the trigger may be its ends: "join NATO" is membership, "join an exercise" is not."""
    for named in names:
        side = ends.get(named.start)
        labels = {named.label} | ({named.other[1]} if named.other else set())
        if not side or not named.label or not named.listed:
            continue
        if side == OBJECT and not labels & entry.object_labels:
            if named.start > token.i or not labels & entry.subject_labels:
                return False
            ends[named.start] = SUBJECT  # "what did Japan and NATO sign": no thing that the parser takes for one
        if side == SUBJECT and not labels & entry.subject_labels:
            if not labels & entry.object_labels:
                return False
            ends[named.start] = OBJECT  # "was the declaration signed": a passive that the parser did not see
    both = entry.object_labels | entry.subject_labels
    for at, sorts in nouns.items():
        noun = token.doc[at]
        if at == token.i or not _beside(noun, token):
            continue
        relation, preposition = _way(noun, token)
        if relation == "nsubj" and "obj" in entry.subject and "subj" not in entry.object:
            continue  # "which minister represented Japan": who acts is at no end
        if not sorts & both:
            return False
        if (
            relation in ("dobj", "nsubjpass") and "obj" in entry.object and not _fits(sorts, entry)
        ) and "subj" not in entry.object:
            return False
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
