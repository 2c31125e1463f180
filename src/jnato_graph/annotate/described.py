"""Agreements that are described and not named: "signed a joint statement on a renewed partnership", "an access pact".

A generic noun is no entity; one whose subject the text gives is an agreement of its own where somebody signs it, or
where the noun is one for what states agree. Those that are signed and have no subject stand in `described_signed`,
offices that are described in `described_offices`, joint statements in `described_texts`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.cleaning import DATES
from jnato_graph.annotate.described_events import the_summit
from jnato_graph.annotate.described_offices import described_offices
from jnato_graph.annotate.described_signed import SIGNING, signed_agreements
from jnato_graph.annotate.described_texts import TEXTS, joint_texts
from jnato_graph.annotate.scene import anaphor_words

AGREEING = frozenset({"agree", "adopt", "finalise", "finalize"})  # a declaration that is adopted mostly has a name
SUBJECT_OF = frozenset({"on", "for", "concerning", "covering", "regarding"})
# Nouns of what states agree and nobody else writes: with a subject they are agreements whatever is done with them.
TREATIES = frozenset({"agreement", "accord", "pact", "treaty", "memorandum"})
# These are so only with a phrase behind them that gives the subject: "a party convention", "a seating arrangement".
LOOSE_TREATIES = frozenset({"convention", "protocol", "arrangement"})
SO_CALLED = frozenset({"as", "like"})  # "is often described as a security pact"
OF_WHAT = frozenset({"understanding", "intent", "cooperation"})  # "a memorandum of understanding on ports"
MANNERS = frozenset({"board", "behalf", "condition", "time", "schedule"})
ENDS = frozenset({"with", "between", "in", "at", "by", "during", "after", "before"})


@Language.component("jnato_described", requires=["doc.spans", "token.dep"], assigns=["doc.spans"])
def jnato_described(doc: Doc) -> Doc:
    """Add the described agreements and offices of `doc` to its mentions."""
    covered = {i for span in doc.spans["mentions"] for i in range(span.start, span.end)}
    told = list(_with_subject(doc, covered))
    named = [s for s in doc.spans["mentions"] if s.label_ == "Agreement" and not s.id_ and s.root.text[0].isupper()]
    only = named[0].start if len({s.text for s in named}) == 1 else 0
    # the one that the text names later may well be the same
    found = [span for span in told if span.root.i > only]
    covered |= {i for span in told for i in range(span.start, span.end)}
    found += described_offices(doc, covered)
    covered |= {i for span in found for i in range(span.start, span.end)}
    found += joint_texts(doc, covered, found)
    covered |= {i for span in found for i in range(span.start, span.end)}
    found += signed_agreements(doc, covered)
    found += the_summit(doc)
    if found:
        spans = {(s.start, s.end): s for s in [*doc.spans["mentions"], *found]}
        doc.spans["mentions"] = [spans[key] for key in sorted(spans, key=lambda k: (k[0], -k[1]))]
    return doc


def _with_subject(doc: Doc, covered: set[int]) -> Iterator[Span]:
    """The agreements of `doc` whose subject is told, outside of `covered` tokens: what is signed, and treaties."""
    signed = {
        noun.i: noun
        for verb in doc
        if verb.pos_ == "VERB" and verb.lemma_.lower() in SIGNING | AGREEING
        for noun in _signed(verb)
        if not (verb.lemma_.lower() in AGREEING and noun.lower_ in TEXTS)
    }
    taken = set(covered)
    for noun in [*signed.values(), *(t for t in doc if t.i not in signed and _is_treaty(t))]:
        span = _described(noun, taken) if noun.i not in taken else None
        if span is not None and (noun.i in signed or noun.text in TREATIES or span.end > noun.i + 1):
            taken |= set(range(span.start, span.end))
            yield span


def _is_treaty(noun: Token) -> bool:
    if noun.text not in TREATIES | LOOSE_TREATIES or noun.dep_ in ("appos", "attr", "oprd"):
        return False  # it says what something named is
    return not (noun.dep_ == "pobj" and noun.head.lower_ in SO_CALLED)


def _signed(verb: Token) -> list[Token]:
    """What is signed: object, subject of the passive, noun over a relative or reduced clause."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    found += [verb.head] if verb.dep_ in ("relcl", "acl") else []
    # "sign a security of information agreement": the parser takes the first noun for what is signed
    found += [o for noun in found for p in noun.children if p.lower_ == "of" for o in p.children if o.tag_ == "NN"]
    return found + [c for noun in found for c in noun.conjuncts]


def _described(noun: Token, covered: set[int]) -> Span | None:
    """The noun with its adjectives and the phrase that gives its subject; None when the text gives none."""
    letter = noun.lower_ == "letter" and noun.doc[noun.i + 1 : noun.i + 3].text.lower() == "of intent"
    if (
        noun.tag_ != "NN"
        or not (letter or noun.lower_ in _nouns())
        or any(c.lower_ in ("the", "this", "that", "no", "any") for c in noun.lefts)
    ):
        return None
    if (whole := _with_subject_before(noun, covered)) is not None:
        return whole
    heads = [noun, *(o for c in noun.rights if c.lower_ == "of" for o in c.children if o.lower_ in OF_WHAT)]
    phrases = [c for head in heads for c in head.rights if c.dep_ == "prep" and c.lower_ in SUBJECT_OF]
    phrases = [phrase for phrase in phrases or _behind_party(noun) or _on_verb(noun) if not _tells_how(phrase)]
    if not phrases:
        return None
    left = [c for c in noun.lefts if c.dep_ in ("amod", "compound") and c.i not in covered]
    last = max(t.i for t in phrases[0].subtree)
    end = next((t.i for t in noun.doc[phrases[0].i + 1 : last + 1] if t.lower_ in ENDS or t.is_punct), last + 1)
    return Span(noun.doc, min((c.i for c in left), default=noun.i), end, label="Agreement")


def _tells_how(phrase: Token) -> bool:
    """ "An agreement on 1 May (on behalf of Peru, on board)" is on no subject."""
    return any(c.lower_ in DATES | MANNERS or c.pos_ == "NUM" for c in phrase.children)


def _on_verb(noun: Token) -> list[Token]:
    """ "Signed a joint statement on a partnership": the parser may hang the phrase right behind it on the verb."""
    return [c for c in noun.head.rights if c.i == noun.i + 1 and c.lower_ == "on" and noun.dep_ == "dobj"]


def _behind_party(noun: Token) -> list[Token]:
    """ "Signed an agreement with Peru on ports": the parser may hang the subject on the verb or on the party."""
    parties = [c for c in [*noun.rights, *noun.head.rights] if c.lower_ in ("with", "between") and c.i == noun.i + 1]
    ends = [o.right_edge.i if o.right_edge.i < noun.sent.end else o.i for c in parties for o in c.children]
    found = [t for end in ends for t in noun.doc[noun.i + 2 : end + 2] if t.lower_ in SUBJECT_OF and t.dep_ == "prep"]
    return [t for t in found if t.i > noun.i + 2 and t.i < noun.sent.end][:1]


def _with_subject_before(noun: Token, covered: set[int]) -> Span | None:
    """ "A research agreement between A and B", "a security of information agreement": the words before tell what on."""
    start = noun.i
    while start > 0 and (
        noun.doc[start - 1].pos_ in ("NOUN", "ADJ")
        or noun.doc[start - 1].tag_ == "VBG"
        or noun.doc[start - 1].lower_ in ("of", "-")
    ):
        start -= 1
    words = [t for t in noun.doc[start : noun.i] if t.lower_ not in _plain() and t.pos_ in ("NOUN", "ADJ")]
    before = noun.doc[start - 1] if start else noun
    own = before.tag_ == "PRP$" and noun.doc[start].lower_ == "own"  # "signed its own access agreement"
    if start == 0 or not (before.lower_ in ("a", "an") or own) or not any(t.pos_ == "NOUN" for t in words):
        return None
    start += own
    return None if covered & set(range(start, noun.i)) else Span(noun.doc, start, noun.i + 1, label="Agreement")


def _plain() -> frozenset[str]:
    return frozenset(anaphor_words()["plain"]) | {"framework", "peace"}


def _nouns() -> frozenset[str]:
    return frozenset().union(*anaphor_words()["things"]["Agreement"]) - {
        "text",
        "document",
        "instrument",
        "programme",
        "program",
    }
