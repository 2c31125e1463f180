"""Offices that are described and not named: "a small training centre in Yokosuka", "plans a liaison office there".

A place must be told, in the phrase itself or by what somebody does who plans, opens, hosts or closes it: any other
office is a generic noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from jnato_graph.reference import load_reference

KINDS = frozenset({"office", "bureau", "centre", "center", "outpost", "hub"})
STAFFS = frozenset({"secretariat", "cell", "post"})
# What an office is for that is one whatever is done with it; no shopping centre, law office, prison cell, command post.
PURPOSES = frozenset({
    "liaison", "training", "coordination", "maintenance", "planning", "representation", "representative", "research",
    "information", "exchange", "procurement", "contact", "logistics", "cyber", "standing",
})  # fmt: skip
MAKING = frozenset({
    "open", "establish", "create", "build", "launch", "inaugurate", "set", "plan", "propose", "foresee", "envisage",
    "envision", "suggest", "consider", "host", "close", "station", "mean", "want",
    "found", "run", "operate", "keep", "house",
})  # fmt: skip
PLANS = frozenset(
    {"plan", "proposal", "idea", "project", "scheme", "agreement", "decision", "opening", "establishment", "creation"}
)
INDEFINITE = frozenset({"a", "an", "its", "their", "first", "new"})
# Adjectives that are no part of what an office is called.
LOOSE = INDEFINITE | {
    "small",
    "large",
    "permanent",
    "planned",
    "proposed",
    "joint",
    "own",
    "big",
    "modest",
    "tiny",
    "second",
}
HERE = frozenset({"city", "capital"})
BACK = 2  # sentences
PURPOSE = 4  # words between an office and its place: "for fighter pilots"


def described_offices(doc: Doc, covered: set[int]) -> Iterator[Span]:
    """The described offices of `doc` outside of `covered` tokens, with the key of the listed one where there is one."""
    sites = [s for s in doc.spans["mentions"] if s.label_ == "Place"]
    places = [s for s in sites if s.id_]
    for noun in doc:
        if noun.lower_ not in KINDS | STAFFS or noun.tag_ != "NN" or (noun.i in covered and not _is_bare_office(noun)):
            continue
        site = _opened_at(noun, places) if noun.i and noun.nbor(-1).lower_ == "liaison" else None
        if site is not None and not _is_of_a_state(noun):
            yield Span(doc, noun.i - 1, noun.i + 1, label="Office", span_id=_listed(site))
            continue
        if not any(c.lower_ in INDEFINITE for c in noun.lefts):
            continue
        if (span := _somewhere(noun, sites, covered)) is not None:
            yield span
            continue
        place = _pointed_at(noun, places) if _is_made(noun) else None
        if place is not None and noun.nbor(-1).lower_ == "liaison":
            yield Span(doc, noun.i - 1, noun.i + 1, label="Office", span_id=_listed(place))


def _somewhere(noun: Token, places: list[Span], covered: set[int]) -> Span | None:
    """ "A small training centre in Yokosuka", "a centre for pilots at Misawa": the office with the place behind it."""
    left = [c for c in noun.lefts if c.dep_ in ("amod", "compound", "nmod") and c.i not in covered]
    telling = [c.i for c in left if c.lower_ not in LOOSE]
    site = next((p for p in places if _is_site(noun, p)), None) or _capital(noun)
    if site is None or set(range(noun.i + 1, site.start)) & covered:
        return None
    if not any(noun.doc[i].lower_ in PURPOSES for i in telling) and (noun.lower_ in STAFFS or not _is_made(noun)):
        return None  # "reads in an office in Tokyo"
    key = _listed(site) if site.id_ and noun.nbor(-1).lower_ == "liaison" else ""
    return Span(noun.doc, min(telling, default=noun.i), site.end, label="Office", span_id=key)


def _capital(noun: Token) -> Span | None:
    """ "A liaison office in the Japanese capital"."""
    doc = noun.doc
    if doc[noun.i + 1 : noun.i + 3].text.lower() != "in the":
        return None
    states = [s for s in doc.spans["mentions"] if s.label_ == "State" and s.start == noun.i + 3]
    behind = states[0].end if states else len(doc)
    if (
        behind >= len(doc)
        or doc[behind].lower_ != "capital"
        or (state := load_reference().entities.get(states[0].id_)) is None
    ):
        return None
    return Span(doc, states[0].start, behind + 1, label="Place", span_id=state.capital or "")


def _is_site(noun: Token, place: Span) -> bool:
    """Whether a place stands right behind the noun, or behind a phrase that tells what it is for."""
    doc, link = noun.doc, place.start - 1
    if link <= noun.i or doc[link].lower_ not in ("in", "at"):
        return False
    between = doc[noun.i + 1 : link]
    purpose = len(between) > 1 and between[0].lower_ == "for" and all(t.is_alpha and t.is_lower for t in between)
    return link == noun.i + 1 or (purpose and len(between) <= PURPOSE and not any(t.pos_ == "VERB" for t in between))


def _is_bare_office(noun: Token) -> bool:
    """Whether a mention ends here that says no more than "liaison office"."""
    found = [s for s in noun.doc.spans["mentions"] if s.start <= noun.i < s.end]
    return len(found) == 1 and found[0].text.lower() == "liaison office" and not found[0].id_


def _is_made(noun: Token) -> bool:
    """Whether somebody makes, plans or closes it, or a plan or opening is of it."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
        return head.lemma_.lower() in MAKING
    return noun.dep_ == "pobj" and head.head.lemma_.lower() in PLANS


def _is_of_a_state(noun: Token) -> bool:
    """ "Taiwan runs the liaison office that it opened in Tokyo": whose it is is told, and it is no alliance's."""
    verbs = {noun.head.i, *(t.i for c in noun.rights if c.dep_ in ("acl", "relcl") for t in c.subtree)}
    actors = [s.root for s in noun.doc.spans["mentions"] if s.label_ == "State"]
    makes = noun.head.lemma_.lower() in MAKING
    return any(
        a.head.i == noun.i or (a.dep_ == "nsubj" and a.head.i in verbs and (a.head.i != noun.head.i or makes))
        for a in actors
    )


def _opened_at(noun: Token, places: list[Span]) -> Span | None:
    """ "A liaison office of three people, to be opened in Tokyo": the place that a clause about it tells."""
    for clause in noun.children:
        if clause.dep_ not in ("acl", "relcl") or not any(t.lemma_.lower() in MAKING | PLANS for t in clause.subtree):
            continue
        roots = {o.i for prep in clause.subtree if prep.lower_ in ("in", "at") for o in prep.children}
        found = [place for place in places if place.root.i in roots]
        if found:
            return found[0]
    return None


def _pointed_at(noun: Token, places: list[Span]) -> Span | None:
    """The town that "there" or "in the city" behind the noun means: the last one named before."""
    doc = noun.doc
    after = doc[noun.i + 1 : noun.i + 5]
    there = any(t.lower_ == "there" and t.dep_ == "advmod" for t in after[:2])
    city = any(t.lower_ in HERE and doc[t.i - 1].lower_ == "the" and doc[t.i - 2].lower_ == "in" for t in after)
    if not there and not city:
        return None
    first = noun.sent.start
    for _ in range(BACK):
        first = doc[first - 1].sent.start if first else 0
    before = [p for p in places if first <= p.start and p.end <= noun.i]
    return before[-1] if before else None


def _listed(place: Span) -> str:
    """The key of the one listed liaison office in a place, "" when there is none."""
    found = [
        e.key for e in load_reference().entities.values() if e.kind == "liaison office" and e.place == place.id_
    ]  # fmt: skip
    return found[0] if len(found) == 1 else ""
