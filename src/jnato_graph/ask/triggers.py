"""Which predicates a question speaks of, by the triggers that find them in articles, and who stands at which end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from jnato_graph.ask.ends import OBJECT, SUBJECT, labels_agree, side_of
from jnato_graph.ask.named import Named
from jnato_graph.ask.synonyms import near
from jnato_graph.ask.words import load_words
from jnato_graph.extract import triggers
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.engine import entries_at
from jnato_graph.extract.lexicon import POS, Entry, load_lexicon
from jnato_graph.ontology import ACTORS, SIGNATURES

# Prepositions are too common to tell a predicate in a question, but for these.
_PREPOSITIONS: Final = frozenset({"against", "behind", "for", "in"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A predicate told by the words `tokens`. `ends`: the side of each name (by its start), where grammar tells it.

    `own`: the word is that by which the predicate itself is called ("attack" for ATTACKED). `near`: the trigger that it
    was read as, where it only means about the same.
    """

    predicate: str
    tokens: frozenset[int]
    ends: Mapping[int, str]
    negated: bool = False
    own: bool = False
    near: str = ""


def find_triggers(
    doc: Doc, names: Sequence[Named], nouns: Mapping[int, frozenset[str]], taken: set[int], begin: int
) -> list[Trigger]:
    """Every predicate that a word outside of names could tell, given the labels of what stands around it."""
    lexicon = load_lexicon()
    arguments = Arguments(doc, lexicon)
    nouns = {at: labels for at, labels in nouns.items() if doc[at].lemma_.lower() not in load_words().loose}
    found: dict[tuple[str, int], Trigger] = {}
    for token in doc[begin:]:
        if token.i in taken or (_is_absent(token) and token.i and doc[token.i - 1].lower_ in ("which", "what")):
            continue
        entries = entries_at(token, arguments, lexicon) or _of_any_kind(token, lexicon.entries)
        read_as = ""
        if not entries and names and token.pos_ in ("NOUN", "VERB", "ADJ"):
            read_as, entries = _of_near(token, lexicon.entries)
        asks = _asks_who_acts(token)
        for entry in entries:
            if entry.pos == "preposition" and (token.lower_ not in _PREPOSITIONS or not _is_said(token, entry)):
                continue
            if (
                entry.predicate == "MEMBER_OF"
                and entry.pos == "preposition"
                and not (_before_body(token, names) or _behind_body(token, nouns))
            ):
                continue
            if entry.pos == "preposition" and entry.predicate not in ("OPPOSES", "SUPPORTS", "MEMBER_OF"):
                continue
            words = _matched(token, entry, alone=len({each.predicate for each in entries}) == 1)
            if words is None or (asks and _leaves_out_who_acts(entry, entries)) or _takes_person(token, entry):
                continue
            ends = {
                named.start: side
                for named in names
                if (side := side_of(doc[named.start : named.end].root, token, entry))
            }
            if not labels_agree(token, entry, names, nouns, ends):
                continue
            known = found.get((entry.predicate, token.i))
            if known is None or len(words) > len(known.tokens):
                found[entry.predicate, token.i] = Trigger(
                    predicate=entry.predicate,
                    tokens=frozenset(words),
                    ends=ends,
                    negated=entry.polarity == "negated",
                    own=entry.predicate.lower().startswith(token.lemma_.lower()),
                    near=read_as,
                )
    found |= _attendance(doc, names, nouns, found)
    found = _that_may_end_there(_for_unlisted(found, names), names, nouns)
    return sorted(found.values(), key=lambda trigger: not trigger.own) or _presence(doc, names, taken, begin)


def _asks_who_acts(token: Token) -> bool:
    """Whether who does it is what is asked for: "who received her", but not "who was received"."""
    subjects = (child for child in token.children if child.dep_ == "nsubj")
    return any(each.lower_ in ("who", "which", "what") for child in subjects for each in (child, *child.children))


def _leaves_out_who_acts(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Whether who does it stands at no end, but at one of another predicate of the word.

    "Who received her in Tokyo?" is no question for her visit, which tells nobody who received her, but for a meeting.
    """

    def has_end(each: Entry) -> bool:
        return each.pos != "verb" or "subj" in each.object or "obj" not in each.subject

    return not has_end(entry) and any(each.predicate != entry.predicate and has_end(each) for each in entries)


def _takes_person(token: Token, entry: Entry) -> bool:
    """Whether a verb tells the predicate of persons alone, and "what" is its object: "what did Japan host?"."""
    objects = {child.lower_ for child in token.children if child.dep_ == "dobj"}
    return "obj" in entry.subject and entry.subject_labels <= {"Person"} and objects == {"what"}


def is_in_clause(doc: Doc, named: Named, triggers: Sequence[Trigger]) -> bool:
    """Whether a name stands at an end of one of the triggers, and no question word between them."""
    told = [min(each.tokens) for each in triggers if named.start in each.ends]
    between = (doc[min(at, named.start) : max(at, named.start)] for at in told)
    return any(not any(token.tag_.startswith("W") for token in each) for each in between)


def _attendance(
    doc: Doc, names: Sequence[Named], nouns: Mapping[int, frozenset[str]], found: Mapping[tuple[str, int], Trigger]
) -> dict[tuple[str, int], Trigger]:
    """ "Which summits has he visited?": who visits an event takes part in it."""
    is_event = any("Event" in labels for labels in nouns.values()) or any(named.label == "Event" for named in names)
    if not is_event or any(predicate == "PARTICIPATED_IN" for predicate, _ in found):
        return {}
    return {
        ("PARTICIPATED_IN", token.i): Trigger(predicate="PARTICIPATED_IN", tokens=frozenset({token.i}), ends={})
        for token in doc
        if token.lemma_ == "visit" and token.pos_ == "VERB" and ("VISITED", token.i) not in found
    }


def _for_unlisted(found: dict[tuple[str, int], Trigger], names: Sequence[Named]) -> dict[tuple[str, int], Trigger]:
    """Of several predicates that one word may tell, those that suit the label of an unlisted name at the far end."""
    labels = {named.start: named.label for named in names if named.label and not named.listed}
    kept = dict(found)
    for at in {token for _, token in found}:
        here = {key: trigger for key, trigger in found.items() if key[1] == at}
        suit = {
            key
            for key, trigger in here.items()
            if all(
                labels[start] in SIGNATURES[trigger.predicate][side == OBJECT]
                for start, side in trigger.ends.items()
                if side and start in labels
            )
        }
        if suit:
            kept = {key: trigger for key, trigger in kept.items() if key not in here or key in suit}
    return kept


def _that_may_end_there(
    found: dict[tuple[str, int], Trigger], names: Sequence[Named], nouns: Mapping[int, frozenset[str]]
) -> dict[tuple[str, int], Trigger]:
    """Of several predicates of one word, those with something of the question at their far end: "NATO accession"."""
    labels = {named.label for named in names}.union(*nouns.values())
    if not names or "" in labels:
        return found
    # Nothing is held where nothing that may be held is in question: a mission is opened, an exercise is.
    held = bool(labels & SIGNATURES["HELD_IN"][0])
    several = {at for _, at in found if sum(other == at for _, other in found) > 1}
    found = {key: each for key, each in found.items() if held or key[0] != "HELD_IN" or key[1] not in several}
    kept = dict(found)
    for at in {token for _, token in found}:
        here = {predicate for predicate, token in found if token == at}
        fit = {predicate for predicate in here if SIGNATURES[predicate][1] & labels}
        if fit and not any(found[predicate, at].ends for predicate in here):
            kept = {key: trigger for key, trigger in kept.items() if key[1] != at or key[0] in fit}
    return kept


def _presence(doc: Doc, names: Sequence[Named], taken: set[int], begin: int) -> list[Trigger]:
    """ "When was Kishida in Brussels?", "Where has he been?": somebody who is somewhere visited it."""
    persons = [named for named in names if named.label == "Person"]
    joined = [
        named
        for named in names
        if named.label in ("Exercise", "Operation", "Event") and named.preposition in ("in", "at", "on")
    ]
    actors = [named for named in names if named.label in ACTORS and named not in joined]
    places = [
        named
        for named in names
        if named.label in ("Place", "State", "Event") and named.preposition in ("in", "at", "to")
    ]
    held = [
        named
        for named in names
        if (named.label in ("Exercise", "Operation", "Event") or not named.listed) and not named.preposition
    ]
    being = {token.i for token in doc[begin:] if token.lemma_ == "be"}
    others = [
        token
        for token in doc[begin:]
        if token.i not in taken | being
        and token.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")
        and token.lower_ not in load_words().first | load_words().last | {"many"}
        and token.lemma_ not in ("time", "day", "date", "month", "year")
    ]
    if (
        being
        and held
        and not others
        and not persons
        and any(token.lower_ in ("where", "when") for token in doc[begin:])
    ):
        return [Trigger(predicate="HELD_IN", tokens=frozenset(being), ends={})]
    if being and joined and not others and not any(token.lower_ in ("where", "when") for token in doc[begin:]):
        ends = {named.start: SUBJECT for named in actors} | {named.start: OBJECT for named in joined}
        return [Trigger(predicate="PARTICIPATED_IN", tokens=frozenset(being), ends=ends)]
    away = not places and any(token.lower_ == "where" for token in doc) and any(token.lower_ == "been" for token in doc)
    if not being or others or not (persons or any(doc[i].lower_ == "been" for i in being)) or not (places or away):
        return []
    ends = {named.start: SUBJECT for named in persons} | {named.start: OBJECT for named in places}
    predicate = "PARTICIPATED_IN" if any(named.label == "Event" for named in places) else "VISITED"
    return [Trigger(predicate=predicate, tokens=frozenset(being), ends=ends)]


def _is_absent(token: Token) -> bool:
    """Whether a noun is a thing of which no report tells, whatever the verb says: "the telephone number of"."""
    return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in load_words().absent


def _of_any_kind(token: Token, entries: Mapping[tuple[str, str], tuple[Entry, ...]]) -> list[Entry]:
    """The entries of a word whatever the tagger took it for: questions are short, and it errs."""
    if token.pos_ not in ("NOUN", "VERB", "ADJ", "PROPN", "X", "ADV", "INTJ") or _is_absent(token):
        return []
    forms = dict.fromkeys((token.lemma_.lower(), token.lower_, token.lower_.rstrip("s")))
    stem = re.sub(r"(?:er|or)s?$", "", token.lower_)
    if stem != token.lower_.rstrip("s") and len(stem) > 3:  # "attacker", "organiser", "visitor"
        forms |= dict.fromkeys((stem, f"{stem}e"))
    # "email address" is no verb.
    is_noun = token.pos_ == "NOUN" and any(child.dep_ == "compound" for child in token.children)
    # "What did Japan and NATO sign?" has no other verb, though the tagger sees none.
    did = any(each.lower_ in ("did", "does", "do") for each in token.doc[: token.i])
    is_noun = is_noun and not (did and not any(each.pos_ == "VERB" for each in token.doc))
    # "Which testimony concerns Germany?" is no concern.
    is_verb = token.pos_ == "VERB" and {"nsubj", "dobj"} <= {child.dep_ for child in token.children}
    parts = [pos for pos in POS[:3] if not (is_noun and pos == "verb") and not (is_verb and pos == "noun")]
    return [entry for form in forms for pos in parts for entry in entries.get((pos, form), ())]


def _of_near(token: Token, entries: Mapping[tuple[str, str], tuple[Entry, ...]]) -> tuple[str, list[Entry]]:
    """The trigger that means about the same as a word that is none, and its entries."""
    for word in near(token):
        found = [entry for pos in POS[:3] for entry in entries.get((pos, word), ()) if not entry.particle]
        if found:
            return word, found
    return "", []


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
    elif entry.pos == "verb" and any(
        child.dep_ == "prt" and child.lower_ not in entry.object for child in token.children
    ):
        return None  # "come up with" is no "come"
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


def _behind_body(token: Token, nouns: Mapping[int, frozenset[str]]) -> bool:
    """Whether an organisation is what a preposition at the end of its clause belongs to: "the bodies Italy is in"."""
    ends = not any(child.dep_ == "pobj" for child in token.children)
    return ends and any("Organisation" in labels and at < token.i for at, labels in nouns.items())


def _is_said(token: Token, entry: Entry) -> bool:
    """Whether a preposition tells a position: "is against X", "the countries against X"."""
    if entry.predicate == "MEMBER_OF":  # "is Finland in NATO?"
        plain = not any(each.pos_ == "VERB" for each in token.doc)
        return "be" in (token.doc[0].lemma_, token.head.lemma_) or (plain and any(e.lemma_ == "be" for e in token.doc))
    if entry.only != "predicative":
        return True
    return token.head.lemma_ in ("be", "stand", "come", "vote", "speak", "argue") or token.head.dep_ == "ROOT"
