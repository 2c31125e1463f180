"""What a verb is about that leaves its object out: "Italy also took part", "Paris objected".

Only where the text speaks of one such thing and no other close by: a wrong guess would be a false claim.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from jnato_graph.annotate.lines import line_around
from jnato_graph.annotate.scene import anaphor_words
from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Entry, load_lexicon
from jnato_graph.reference import load_reference

SENTENCES_BACK = 2
# A position can be on any of these, so that two of different sorts leave it open which is meant.
STANCES = frozenset({"OPPOSES", "SUPPORTS"})
THINGS = frozenset({"Office", "Agreement", "Programme", "Policy", "Exercise", "Operation", "Event"})
# What may be joined or left: the verb alone does not tell whether a body or an exercise is meant.
JOINING = frozenset({"join", "leave", "withdraw", "follow"})
JOINED = frozenset({"Exercise", "Operation", "Event", "Programme", "Organisation"})
GIVING = frozenset({"CONTRIBUTED_TO"})
# A body that nobody listed can be what a text is about.
TOPICAL = frozenset({"Organisation"})
OFTEN = 6  # mentions of a text's topic
OPENING = 80  # tokens that hold a title and a lead
WITH_MEMBERS = frozenset(
    {
        "alliance",
        "union",
        "group of states",
        "international organisation",
        "centre of excellence",
        "multinational force",
    }
)
SENTENCE_ENDS = frozenset(".!?:;”\"’')]")
# what else could say what the verb is about
COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "pcomp", "pobj", "dative", "attr", "oprd"})
FREE = frozenset(
    {
        "in",
        "on",
        "at",
        "by",
        "since",
        "for",
        "from",
        "until",
        "after",
        "before",
        "with",
        "as",
        "because",
        "despite",
        "during",
    }
)


def implied_thing(token: Token, entry: Entry, arguments: Arguments) -> int | None:
    """The one mention or anaphor of the entry's `implied` labels that the verb can be about; None when it is not sure.

    The verb must have no complement of its own, and the sentence with the `SENTENCES_BACK` before it must name one such
    thing only.
    """
    if token.dep_ in ("compound", "nmod", "amod"):
        return None  # "the opposition Labour Party"
    if token.lemma_ == "opposition" and token.dep_ == "nsubj" and token.head.lemma_ != "be":
        return None  # "the opposition has backed the plan": a party
    if token.pos_ == "NOUN" and token.dep_ == "dobj" and token.head.lemma_.lower() in grammar.words("meeting_with"):
        return None  # "the plan has Ghana's opposition": what it is about is the subject
    if token.sent[0].dep_ == "prep" and token.sent[0].lower_ not in FREE and token.sent[0].head.i > token.sent[0].i:
        return None  # "To terrorism they are opposed"
    if entry.predicate in STANCES and _is_about_another(token, arguments):
        return None
    light = entry.with_object
    for child in token.children:
        if child.dep_ == "dobj" and _is_given(child, entry):
            continue  # "Peru sent a frigate", "Chile contributed ten million euros"
        if child.dep_ in COMPLEMENTS and child.lemma_.lower() != light:
            return None
        if entry.predicate == "SIGNED" and child.dep_ == "prep" and child.lower_ == "for":
            continue  # "signed for Japan"
        if child.dep_ == "prep" and (child.lower_ not in FREE or _names_a_thing(child, arguments)):
            return None
        if child.dep_ == "dobj" and any(g.dep_ == "prep" for g in child.children):
            return None
    doc = token.doc
    start = token.sent.start
    entitled = _entitled(arguments) if entry.predicate == "MEMBER_OF" else None
    alone = (token.pos_ == "NOUN" and entry.predicate in STANCES) or entitled is not None
    for _ in range(0 if alone else SENTENCES_BACK):
        if start == 0:
            break
        start = doc[start - 1].sent.start
    start = _after_heading(token, start)
    labels = THINGS if entry.predicate in STANCES else entry.implied
    if entry.lemma in JOINING:
        labels = JOINED
    found: dict[str, int] = {}
    for index, span in enumerate(arguments.spans):
        label = arguments.label(index)
        near = start <= span.start and span.end <= token.sent.end
        if (
            near
            and label in labels
            and span.root.i != token.i
            and (label != "Organisation" or _has_members(index, arguments))
            and not (label == "Event" and span.root.lemma_.lower() in anaphor_words()["wars"])
        ):
            found[_who(index, arguments)] = index
    if entitled is not None and set(found) <= {_who(entitled, arguments)}:
        return entitled
    if not found:
        topic = _topic(arguments)
        return topic if topic is not None and arguments.label(topic) in entry.implied | TOPICAL else None
    thing = next(iter(found.values())) if len(found) == 1 else None
    return thing if thing is not None and arguments.label(thing) in entry.implied else None


def _is_about_another(token: Token, arguments: Arguments) -> bool:
    """ "London was in favour of letting others in, Tokyo opposed": what both are about has no name."""
    for other in token.doc[token.sent.start : token.i]:
        if other.lemma_.lower() not in grammar.words("favouring"):
            continue
        behind = [c for p in other.children if p.dep_ == "prep" and p.lower_ in ("of", "to", "for") for c in p.children]
        behind += [c for c in other.children if c.dep_ in ("dobj", "xcomp", "ccomp") and c.i > other.i]
        for thing in behind:
            if not any(arguments.label(n) in THINGS for t in thing.subtree for n in arguments.by_token.get(t.i, ())):
                return True
    return False


def _entitled(arguments: Arguments) -> int | None:
    """The body that the text's first line names and nothing else: an article on it, where to join is to join it."""
    doc = arguments.doc
    first, last = line_around(doc[0]) if len(doc) else (0, 0)
    for index in arguments.by_token.get(first, ()):
        span = arguments.spans[index]
        whole = span.start == first and not any(t.is_alpha for t in doc[span.end : last + 1])
        if whole and arguments.label(index) == "Organisation":
            return index
    return None


def _topic(arguments: Arguments) -> int | None:
    """The thing that the text is about: named in its first lines, and far more often than any other thing."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index in range(len(arguments.spans)):
        if arguments.label(index) in THINGS | TOPICAL and not _is_listed_body(index, arguments):
            who = _who(index, arguments)
            counts[who] += 1
            if index < arguments.mention_count:
                first.setdefault(who, index)
    most = counts.most_common(2)
    if not most or most[0][1] < OFTEN or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    topic = first.get(most[0][0])
    return topic if topic is not None and arguments.spans[topic].start < OPENING else None


def _is_listed_body(index: int, arguments: Arguments) -> bool:
    """NATO and the like are named in every text, whatever it is about."""
    return arguments.label(index) == "Organisation" and _who(index, arguments) in load_reference().entities


def _is_given(thing: Token, entry: Entry) -> bool:
    """Whether an object is what somebody sends or gives, so that the verb's real object may be left out."""
    if entry.predicate in GIVING:
        return True
    kinds = {way["kind"] for way in load_lexicon().carriers.get(thing.lemma_.lower(), ())}
    return entry.lemma in grammar.words("sending") and (
        bool(kinds & {"force", "people"}) or thing.lemma_.lower() in ("team", "delegation")
    )


def _after_heading(token: Token, start: int) -> int:
    """Where the search begins: not before a heading, behind which the text speaks of something else."""
    doc = token.doc
    first, _ = line_around(token)
    while first > start:
        before, last = line_around(doc[first - 1])
        line = doc[before:last].text.strip()
        if line and line[-1] not in SENTENCE_ENDS:
            return first
        first = before
    return start


def _names_a_thing(prep: Token, arguments: Arguments) -> bool:
    """Whether a phrase names what can be joined, opposed or held, other than a day or a place."""
    return prep.lower_ in ("in", "at", "for", "on", "with") and any(
        child.dep_ == "pobj" and not _is_time(child) and not _is_place(child, arguments) for child in prep.children
    )


def _has_members(index: int, arguments: Arguments) -> bool:
    """Whether the body is one of states, as the reference data know."""
    entity = load_reference().entities.get(_who(index, arguments))
    return entity is not None and entity.kind in WITH_MEMBERS


def _is_time(noun: Token) -> bool:
    return noun.pos_ == "NUM" or bool({noun.lower_, noun.lemma_.lower()} & load_lexicon().times)


def _is_place(noun: Token, arguments: Arguments) -> bool:
    index = arguments.at(noun)
    return index is not None and arguments.label(index) == "Place"


def _who(index: int, arguments: Arguments) -> str:
    """The key of what is named, or its name."""
    span = arguments.spans[index]
    if index >= arguments.mention_count:
        span = arguments.spans[span._.antecedents[0]]
    return str(span.id_) or " ".join(span.text.casefold().split())
