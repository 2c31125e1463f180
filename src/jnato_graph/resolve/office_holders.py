"""Claims that follow from who holds which office, and whose forces took part (rule 2 of the ontology).

"Macron opposed the office" is also `France OPPOSES office`, because the text or the reference data says that he is
France's president then. A ministry speaks for its state likewise. Each derived claim keeps the evidence and adds
`-by-office-holder`, `-by-ministry` or `-by-forces` to its rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jnato_graph.ontology import allows
from jnato_graph.records import Claim, Entity
from jnato_graph.reference import Reference
from jnato_graph.resolve.claims import claim_key
from jnato_graph.resolve.names import plain
from jnato_graph.resolve.structure import key_of

_SPOKEN_FOR = frozenset({"OPPOSES", "SUPPORTS", "SIGNED", "PROPOSED"})
_FORCES = frozenset({"armed service", "armed forces", "coast guard"})
_FORCE_WORDS = frozenset(
    {"navy", "army", "force", "forces", "marines", "marine", "fleet", "squadron", "brigade", "battalion", "regiment",
     "guard", "corps", "commando"}
)  # fmt: skip
# bodies of states, for which their officers speak; a professor does not speak for the university
_SPEAKS_AS_BODY = frozenset(
    {
        "alliance",
        "union",
        "international organisation",
        "UN body",
        "EU body",
        "group of states",
        "NATO body",
        "parliament",
    }
)
_FORMER = ("former", "ex-", "then-former", "late ", "predecessor", "successor")


def derived_claims(
    claims: Iterable[Claim], entities: Mapping[str, Entity], reference: Reference, published: str | None
) -> list[Claim]:
    """The claims that follow from `claims`, none of which stands among them already."""
    claims = list(claims)
    held, earlier = _offices_in_text(claims), _told_of_earlier(claims, reference, published)
    known = {claim.key for claim in claims}
    found: dict[str, Claim] = {}
    for claim in claims:
        if (claim.subject, claim.sentence) in earlier:
            continue
        for actor, ending in _principals(claim, entities, held, reference, published):
            subject = entities.get(actor)
            if subject is None or not allows(subject.label, claim.predicate, entities[claim.object].label):
                continue
            key = _key(claim, actor)
            if key not in known:
                found.setdefault(key, replace(claim, key=key, subject=actor, rule=f"{claim.rule}-{ending}", role=None))
    return sorted(found.values(), key=lambda c: (c.start, c.subject, c.predicate, c.object, c.polarity))


def _offices_in_text(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Whom each person speaks for by the document's own words.

    An office that it calls a former one anywhere is none, and neither is one of which nothing says what it is.
    """
    held: dict[str, list[str]] = {}
    left: set[tuple[str, str]] = set()
    for claim in claims:
        if claim.predicate != "HOLDS_POSITION_IN" or claim.polarity != "affirmed" or claim.modality != "actual":
            continue
        if (claim.role or "").casefold().startswith(_FORMER):
            left.add((claim.subject, claim.object))
        if claim.role is not None or not claim.rule.startswith("network"):
            held.setdefault(claim.subject, []).append(claim.object)
    return {
        person: tuple(actor for actor in dict.fromkeys(actors) if (person, actor) not in left)
        for person, actors in held.items()
    }


def _told_of_earlier(claims: Sequence[Claim], reference: Reference, published: str | None) -> set[tuple[str, str]]:
    """Persons and the sentences that call them by an office of an earlier day: "Kallas, then prime minister, opposed".

    For whom they spoke on that day the office of today does not tell.
    """
    found = set()
    for claim in claims:
        day = claim.date or published
        if claim.predicate == "HOLDS_POSITION_IN" and day:
            actor = _government(claim.object, reference)
            ever = {term.actor for term in reference.terms_of(claim.subject)}
            now = {term.actor for term in reference.offices_of(claim.subject, day)}
            if actor in ever - now and now:
                found.add((claim.subject, claim.sentence))
    return found


def _principals(
    claim: Claim,
    entities: Mapping[str, Entity],
    held: Mapping[str, tuple[str, ...]],
    reference: Reference,
    published: str | None,
) -> Iterator[tuple[str, str]]:
    """Who else makes the claim by it: (key, ending of the rule)."""
    subject, object_ = entities[claim.subject], entities[claim.object]
    joins = claim.predicate == "PARTICIPATED_IN"
    then = claim.date or published
    # a minister who stays away does not keep their state away, which may send another
    sent = joins and object_.label == "Event" and claim.polarity == "affirmed"
    if subject.label == "Person" and (claim.predicate in _SPOKEN_FOR or sent):
        for actor in _spoken_for(subject, held, reference, then):
            if not _speaks_as_body(entities.get(actor), reference):
                continue
            if actor != claim.object and not _is_own_member(actor, claim.object, reference, then):
                yield actor, "by-office-holder"
    listed = reference.entities.get(subject.key)
    state = listed.state if listed is not None and listed.kind == "ministry" else None
    if state and state != claim.object and claim.predicate in _SPOKEN_FOR:
        yield state, "by-ministry"
    in_the_field = joins and object_.label in ("Exercise", "Operation")
    if subject.label == "Organisation" and in_the_field and (state := state_of_forces(subject, reference)):
        yield state, "by-forces"


def _spoken_for(
    person: Entity, held: Mapping[str, tuple[str, ...]], reference: Reference, date: str | None
) -> tuple[str, ...]:
    """The states and bodies whose office a person holds: what the text says, else what the reference data knows.

    Of somebody whose offices are known the text is believed only where it fits: a misread office, or one that was left
    long ago, would put words into the mouth of a state.
    """
    known = reference.terms_of(person.key)
    then = dict.fromkeys(term.actor for term in (reference.offices_of(person.key, date) if date else known))
    actors = dict.fromkeys(_government(actor, reference) for actor in held.get(person.key, ()))
    if fitting := tuple(actor for actor in actors if not known or actor in then):
        return fitting
    return tuple(then) if date else ()


def _government(actor: str, reference: Reference) -> str:
    """A ministry's spokesperson speaks for its state."""
    listed = reference.entities.get(actor)
    return listed.state if listed is not None and listed.kind == "ministry" and listed.state else actor


def _speaks_as_body(actor: Entity | None, reference: Reference) -> bool:
    """Whether what an officer says is the word of the state or body itself."""
    if actor is None or actor.label == "State":
        return actor is not None
    listed = reference.entities.get(actor.key)
    return listed is not None and listed.kind in _SPEAKS_AS_BODY


def _is_own_member(actor: str, other: str, reference: Reference, date: str | None) -> bool:
    """A body's word about a member of its own is no act of the body."""
    return bool(date) and reference.is_member(other, actor, date or "")


def state_of_forces(body: Entity, reference: Reference) -> str:
    """The state whose forces the body is, '' when it is none."""
    listed = reference.entities.get(body.key)
    if listed is not None:
        return listed.state or "" if listed.kind in _FORCES else ""
    words = plain(body.name).split()
    if not _FORCE_WORDS & set(words):
        return ""
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            key = key_of(" ".join(words[start : start + size]), reference)
            if key and (entity := reference.entities.get(key)) is not None and entity.label == "State":
                return key
    return ""


def _key(claim: Claim, subject: str) -> str:
    index = int(claim.sentence.rsplit(":", 1)[1])
    return claim_key(claim.document, index, subject, claim.predicate, claim.object, claim.polarity)
