"""Claims whose verb is left out: "Samoa did not", "so did Norway", "unlike Türkiye", "and Fiji the pact"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from jnato_graph.annotate.repaired_subjects import GAPPED
from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon, load_lexicon
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS, allows
from jnato_graph.records import Modality, Polarity

FULL = frozenset({"xcomp", "ccomp", "attr", "acomp", "dobj", "prep", "oprd", "expl", "auxpass"})
# what others can follow in
FOLLOWED = frozenset({"MEMBER_OF", "SIGNED", "SANCTIONED", "SUPPORTS", "OPPOSES", "PARTICIPATED_IN", "ESTABLISHED"})
STANDS_ALONE = frozenset({"do", "have", "will", "would", "may", "might", "could", "can", "be", "should"})


def elliptical_claims(doc: Doc, claims: list[RawClaim], arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """Copies of earlier claims for subjects whose verb is only an auxiliary, or that stand after "like" or "unlike"."""
    by_trigger: dict[int, list[RawClaim]] = {}
    for claim in claims:
        if claim.rule.startswith("verb:") or " copula" in claim.rule:
            by_trigger.setdefault(claim.trigger, []).append(claim)
    yield from _gapped(doc, by_trigger, arguments)
    for token in doc:
        stands_alone = token.lemma_ in STANDS_ALONE or token.lemma_ == "follow"  # "Tokyo followed in November"
        if token.pos_ in ("AUX", "VERB") and stands_alone and _is_elliptical(token):
            source = [
                c for c in _before(token, by_trigger)
                if (token.lemma_ == "be" or c.rule.startswith("verb:")) and "reduced-relative" not in c.rule
            ]  # fmt: skip
            subjects = [a for t in grammar.own_subjects(token) for a in arguments.fill(t)]
            stance = stance_of(token, lexicon)
            if token.lemma_ == "follow":
                source = [c for c in source if c.predicate in FOLLOWED]
            if not source or not subjects or not stance.asserted:
                continue
            inverted = token.i > 0 and doc[token.i - 1].lower_ in ("neither", "nor")
            for claim in _one_subject(source):
                for subject in subjects:
                    if subject.end in (claim.object, claim.subject) or not _alike(
                        subject.end, claim.subject, arguments
                    ):
                        continue
                    yield replace(
                        claim, subject=subject.end, trigger=token.i, rule=f"{claim.rule} ellipsis",
                        polarity=_polarity(token, claim, denied=stance.negated or inverted or subject.negated),
                        modality=_modality(token, stance.modality, claim, lexicon),
                    )  # fmt: skip
        elif token.dep_ == "prep" and token.lower_ in ("unlike", "like") and by_trigger:
            verb = token.head
            while (
                verb.i not in by_trigger
                and verb.dep_ != "ROOT"
                and verb.head.i != verb.i
                and not grammar.is_verbal(verb)
            ):
                verb = verb.head
            for claim in _one_subject(by_trigger.get(verb.i, [])):
                for _, o in grammar.prepositional(token, token.lower_):
                    for subject in arguments.fill(o):
                        if subject.end in (claim.object, claim.subject) or not _alike(
                            subject.end, claim.subject, arguments
                        ):
                            continue
                        flipped: Polarity = "affirmed" if claim.polarity == "negated" else "negated"
                        polarity: Polarity = claim.polarity if token.lower_ == "like" else flipped
                        yield replace(
                            claim, subject=subject.end, polarity=polarity, rule=f"{claim.rule} {token.lower_}"
                        )


def _gapped(doc: Doc, by_trigger: Mapping[int, list[RawClaim]], arguments: Arguments) -> Iterator[RawClaim]:
    """ "Peru attended the Oslo summit and Fiji the Riga summit": what the repair of such clauses hangs on its verb."""
    for token in doc:
        if token.dep_ != GAPPED or token.head.i not in by_trigger:
            continue
        things = [a for c in token.children if c.dep_ == GAPPED for a in arguments.fill(c)]
        for claim in _one_subject(by_trigger[token.head.i]):
            for subject in arguments.fill(token):
                for thing in things:
                    if allows(arguments.label(subject.end), claim.predicate, arguments.label(thing.end)):
                        yield replace(
                            claim, subject=subject.end, object=thing.end, trigger=token.i, rule=f"{claim.rule} gapping"
                        )


def _polarity(token: Token, claim: RawClaim, *, denied: bool) -> Polarity:
    """Who follows does the same; "did" and "did not" stand for themselves."""
    likewise = token.i > 0 and token.nbor(-1).lower_ in ("as", "so")  # "refused to sign, as did Norway"
    if (token.lemma_ == "follow" or likewise) and not denied:
        return claim.polarity
    return "negated" if denied else "affirmed"


def _is_elliptical(token: Token) -> bool:
    if token.dep_ in ("aux", "auxpass") or not grammar.own_subjects(token):
        return False
    if token.lemma_ == "be" and any(c.lower_ in ("there", "here") for c in token.children):
        return False
    return not any(
        c.dep_ in FULL
        and not (c.dep_ == "prep" and _tells_when(c, token))
        and not (c.dep_ == "ccomp" and c.i < token.i)  # "Peru joined in May; Chile followed"
        for c in token.children
    )


def _tells_when(prep: Token, verb: Token) -> bool:
    """ "Norway did in May": a phrase that is no complement. "Is in favour" says something of its own."""
    objects = [c for c in prep.children if c.dep_ == "pobj"]
    times = load_lexicon().times
    return prep.lower_ in ("in", "since", "until", "at", "for", "by") and all(
        o.pos_ == "NUM" or o.lemma_.lower() in times or (o.pos_ == "PROPN" and verb.lemma_ != "be") for o in objects
    )


def _before(token: Token, by_trigger: dict[int, list[RawClaim]]) -> list[RawClaim]:
    """The nearest claims of a verb before the auxiliary, in its sentence or the one before."""
    floor = token.sent.start
    if floor:
        floor = token.doc[floor - 1].sent.start
    for i in range(token.i - 1, floor - 1, -1):
        if i in by_trigger:
            return by_trigger[i]
    return []


def _one_subject(claims: list[RawClaim]) -> list[RawClaim]:
    seen: dict[tuple[str, int], RawClaim] = {}
    for claim in claims:
        seen.setdefault((claim.predicate, claim.object), claim)
    return list(seen.values())


def _alike(end: int, other: int, arguments: Arguments) -> bool:
    a, b = arguments.label(end), arguments.label(other)
    actors = ACTORS
    return a == b or (a in actors and b in actors)


def _modality(token: Token, modality: Modality, claim: RawClaim, lexicon: Lexicon) -> Modality:
    """What the auxiliary that stands for the verb tells: "will take part, as will Japan"."""
    if modality == "actual" and (told := lexicon.modals.get(token.lower_)) is not None:
        return told  # type: ignore[return-value]
    if token.lemma_ in ("do", "have", "be") and modality == "actual":
        return (
            "actual" if claim.modality == "actual" or token.lemma_ == "have" or token.tag_ == "VBD" else claim.modality
        )
    return modality
