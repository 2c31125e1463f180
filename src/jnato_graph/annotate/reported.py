"""Reported speech: frames made by verbs, nouns and phrases of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jnato_graph.annotate.lines import line_around
from jnato_graph.annotate.speakers import THEY, Frame, Speaker, speaker_of
from jnato_graph.annotate.speech_words import speech_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|citing|quoting|per|in the view of|in the opinion of|by the account of)\s",
    re.IGNORECASE,
)
_BREAKS = frozenset({";"})


def verb_frames(doc: Doc) -> Iterator[Frame]:
    """Frames of reporting verbs and nouns: "X said that ...", "..., X told Y", "X's claim that ..."."""
    words = speech_words()
    for verb in doc:
        lemma = verb.lemma_.lower()
        if lemma not in words.reporting or verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        subject = subject_of(verb)
        if subject is None:
            continue
        scope = _clause_scope(verb)
        if not scope and lemma not in words.clause_only:
            scope = _parenthetical_scope(verb, subject)
        if not scope and lemma in words.with_noun:
            scope = {t.i for c in verb.children if c.dep_ == "dobj" for t in c.subtree}
        if not scope and lemma in words.clause_only:
            continue
        first, last = line_around(verb)
        scope = {i for i in scope if first <= i < last}
        speaker = speaker_of(subject, doc)
        if speaker is None and subject.lower_ == THEY:
            speaker = Speaker(text=THEY)  # settled once all frames are known
        if speaker is None or _is_self(subject):
            continue
        if speaker.mention is None and lemma in words.weak and not _may_say(subject):
            continue
        yield Frame(scope=frozenset(scope), speaker=speaker, verb=verb.i, kind="verb")
    for noun in doc:
        if noun.lemma_.lower() in words.nouns or noun.lower_ == "known":
            yield from _saying_frames(noun, doc)


def _may_say(subject: Token) -> bool:
    """Whether a noun that names nobody listed may yet be someone, or what someone wrote."""
    lemma = subject.lemma_.lower()
    words = speech_words()
    return (
        subject.pos_ in ("PRON", "PROPN")
        or lemma in words.writings
        or subject.tag_ == "NNS"
        or _PERSON.search(lemma) is not None
    )


_PERSON = re.compile(
    r"(?:er|or|ist|ian|man|woman|person|ant|ent|ary|chief|head|official|diplomat|source|aide|minister|general|admiral)$"
)


def _is_self(subject: Token) -> bool:
    """ "This paper argues": the document itself."""
    return subject.lemma_.lower() in speech_words().writings and any(c.lower_ == "this" for c in subject.children)


def _saying_frames(noun: Token, doc: Doc) -> Iterator[Frame]:
    """ "Kyiv's claim that ...", "Beijing gave notice that ...", "Canberra let it be known that ..." """
    clause = next(
        (
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" for m in c.children)
        ),
        None,
    )
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    verb = noun.head
    if noun.lower_ == "known":
        verb = next((a for a in noun.ancestors if a.lemma_ in ("let", "make")), noun)
        clause = clause or next(
            (
                c
                for t in (noun, verb, noun.head)
                for c in t.children
                if c.dep_ == "ccomp" and c not in (noun, noun.head)
            ),
            None,
        )
    elif clause is None and noun.dep_ == "dobj":
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is None:
        return
    if owner is None and (noun.dep_ == "dobj" or noun.lower_ == "known") and verb.pos_ in ("VERB", "AUX"):
        owner = subject_of(verb)
    if owner is not None and (speaker := speaker_of(owner, doc)) is not None:
        yield Frame(scope=frozenset(_without_asides(clause)), speaker=speaker, verb=-1, kind="noun")


def subject_of(verb: Token) -> Token | None:
    """The noun of who says it, also where it stands after the verb or before a participle."""
    # of two subjects the parser made, the nearer is the verb's: "France – two officials said – had signed"
    for child in sorted(verb.children, key=lambda c: abs(c.i - verb.i)):
        if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "EX"):
            if child.tag_ == "WP" or child.lower_ in ("which", "who", "that"):
                return verb.head if verb.dep_ == "relcl" else None
            return child
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
        return subject_of(verb.head)
    if agent := next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None):
        return agent
    if verb.i > verb.sent.start and verb.nbor(-1).text in _OPENERS and verb.tag_ in ("VBZ", "VBP", "VBD"):
        return next(
            (c for c in verb.rights if c.dep_ in ("dobj", "attr", "npadvmod") and c.pos_ in ("NOUN", "PROPN")), None
        )
    return None


def _clause_scope(verb: Token) -> set[int]:
    """What hangs on the verb as the clause that is said; asides in it are the document's own words."""
    scope: set[int] = set()
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") or (child.dep_ == "pcomp" and child.pos_ == "VERB"):
            if not any(m.lower_ in ("whether", "if") for m in child.children if m.dep_ == "mark"):
                scope |= _without_asides(child)
        elif child.dep_ == "xcomp" and verb.lemma_ in speech_words().with_infinitive:
            scope |= _without_asides(child)
    return scope - {verb.i}


_ASIDES = frozenset({"relcl", "acl", "appos"})


def _without_asides(clause: Token) -> set[int]:
    scope = {t.i for t in clause.subtree}
    for token in clause.subtree:
        if (
            token.dep_ in _ASIDES
            and token != clause
            and token.left_edge.i > 0
            and token.nbor(-1 - (token.i - token.left_edge.i)).text == ","
        ):
            scope -= {t.i for t in token.subtree}
    return scope


def _parenthetical_scope(verb: Token, subject: Token) -> set[int]:
    """The clause around ", officials said," or before ", as X told reporters." up to the next semicolon."""
    doc, sentence = verb.doc, verb.sent
    first = min(verb.i, subject.left_edge.i)
    start = first - 1
    if start > sentence.start and doc[start].lower_ == "as":
        start -= 1
    if start < sentence.start or doc[start].text not in _OPENERS:
        return set()
    if any(c.dep_ == "dobj" and c.i > verb.i and verb.lemma_ not in speech_words().to_hearer for c in verb.children):
        return set()
    begin, end = _stretch(verb, start, verb.i)
    if start > 0 and doc[start - 1].tag_ in ("WDT", "WP", "CC", "IN"):
        begin = start - 1
    scope = set(range(begin, end))
    if start > sentence.start:  # an aside within a subordinate clause covers that clause alone
        around = next((t for t in (doc[start - 1], *doc[start - 1].ancestors) if t.pos_ in ("VERB", "AUX")), verb)
        if around.dep_ in ("relcl", "acl") and around != verb:
            scope &= {t.i for t in around.subtree}
    return scope - {t.i for t in subject.subtree if t.i > start} - {verb.i}


def _stretch(token: Token, left: int, right: int) -> tuple[int, int]:
    """From the semicolon, sentence or line that begins before `left` to the one that ends after `right`."""
    doc, sentence, line = token.doc, token.sent, line_around(token)
    first, last = max(sentence.start, line[0]), min(sentence.end, line[1])
    begin = next((i + 1 for i in range(left - 1, first - 1, -1) if doc[i].text in _BREAKS), first)
    return begin, next((i for i in range(right, last) if doc[i].text in _BREAKS), last)


_OPENERS = frozenset({",", "–", "—", "-", "(", ":", "”", '"', "?", "!"})


def according_frames(doc: Doc) -> Iterator[Frame]:
    """Frames of "according to X", "citing X", "in the words of X"."""
    for match in _ACCORDING.finditer(doc.text):
        span = doc.char_span(match.start(), match.end() - 1, alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        word = match.group().split()[0].lower()
        head = next((t for t in doc[span.end - 1].children if t.dep_ in ("pobj", "dobj")), None) or _noun_after(span)
        if head is None or (word == "per" and not (head.ent_type_ or head.pos_ == "PROPN" or head.text == "readout")):
            continue
        speaker = speaker_of(head, doc)
        if speaker is None or (word == "citing" and speaker.mention is None and not _may_say(head)):
            continue  # "citing the alliance's focus" names a reason, no source
        begin, end = _stretch(doc[span.start], span.start, span.end)
        if span.start > begin and doc[span.start - 1].text == "(":
            begin = max(begin, span.start - 30)
        yield Frame(
            scope=frozenset(set(range(begin, end)) - {t.i for t in head.subtree}),
            speaker=speaker,
            verb=-1,
            kind="according",
        )


def _noun_after(span: Span) -> Token | None:
    for token in span.doc[span.end : min(span.end + 8, len(span.doc))]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod"):
            return token
    return None
