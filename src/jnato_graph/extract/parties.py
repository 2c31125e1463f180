"""What is done by nobody in particular, where the name of the thing tells who did it.

"The Agreement between Japan and NATO on … is signed", "the signing of the EU-Japan Strategic Partnership Agreement":
the parties in the name signed it. "The Embassy of Japan in Vilnius was opened": Japan opened it. A name alone says
nothing of the kind (the ontology's rule 8); the signing or opening does.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.annotate.described_texts import is_joint_text
from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.model import RawClaim, Stance
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import BODIES
from jnato_graph.records import Modality

NOT_YET = frozenset({"initial"})
SUBJECT_MATTER = frozenset({"on", "for", "concerning", "regarding", "about"})


def opened_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ESTABLISHED for the state whose embassy or mission is opened by nobody in particular."""
    for token in doc:
        offices = _opened(token)
        stance = stance_of(token, lexicon) if offices else None
        if stance is None or not stance.asserted:
            continue
        for office in (a.end for t in offices for a in arguments.fill(t)):
            if (state := _sender(office, arguments)) is not None:
                yield RawClaim(
                    subject=state, predicate="ESTABLISHED", object=office, trigger=token.i,
                    modality=_when_opened(token, stance, lexicon),
                    polarity="negated" if stance.negated else "affirmed", rule="name:opened-mission",
                    path=f"{arguments.spans[state].text} ← {arguments.spans[office].text} ← {token.text}",
                )  # fmt: skip


def _when_opened(opening: Token, stance: Stance, lexicon: Lexicon) -> Modality:
    """ "The opening of the mission, which will take place in May": planned, as the clause about it says."""
    clauses = [t for t in opening.subtree if t.dep_ == "relcl"] if opening.pos_ == "NOUN" else []
    later = next((s.modality for s in (stance_of(verb, lexicon) for verb in clauses) if s.modality != "actual"), None)
    return later if later is not None and stance.modality == "actual" else stance.modality


def _opened(token: Token) -> list[Token]:
    """What opens or is opened, with nobody said to open it."""
    if token.pos_ == "VERB" and token.lemma_ in grammar.words("opening") and not grammar.agents(token):
        if grammar.is_passive(token):
            return [t for t, how in grammar.logical_objects(token) if how in ("passive-subject", "reduced-relative")]
        return [] if grammar.objects(token) else [t for t, _ in grammar.logical_subjects(token)]
    if (
        token.pos_ in ("NOUN", "PROPN")
        and token.lower_ in grammar.words("openings")
        and not any(c.dep_ == "poss" for c in token.children)
    ):
        found = list(grammar.prepositions(token))
        return [] if any(p == "by" for p, _ in found) else [o for p, o in found if p == "of"]
    return []


def _sender(office: int, arguments: Arguments) -> int | None:
    """The one state in the name of an embassy or mission, before its noun or behind "of"."""
    span = arguments.spans[office]
    if office >= arguments.mention_count or span.label_ != "Office":
        return None
    noun = next((t for t in span if t.lemma_.lower() in grammar.words("missions")), None)
    found = [
        n for n, s in enumerate(arguments.spans[: arguments.mention_count])
        if noun is not None and s.label_ == "State" and span.start <= s.start and s.end <= span.end
        and (s.end <= noun.i or arguments.doc[s.start - 1].lower_ == "of")
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def party_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """A claim for each party that the name of a signed agreement holds."""
    for token in doc:
        signed = _signed(token)
        if not signed:
            continue
        stance = stance_of(token, lexicon)
        if not stance.asserted:
            continue
        modality = "planned" if token.lemma_ in NOT_YET and stance.modality == "actual" else stance.modality
        for agreement in (a.end for t in signed for a in arguments.fill(t)):
            parties = _parties(agreement, arguments)
            for party in parties if len(parties) > 1 else ():
                yield RawClaim(
                    subject=party, predicate="SIGNED", object=agreement, modality=modality, trigger=token.i,
                    polarity="negated" if stance.negated else "affirmed", rule="name:signed-parties",
                    path=f"{arguments.spans[party].text} ← {arguments.spans[agreement].text} ← {token.text}",
                )  # fmt: skip


def _signed(token: Token) -> list[Token]:
    """What is signed or enters into force: the subject of a passive, what a "signing" by nobody in particular is of."""
    if token.lemma_ == "enter" and any(o.lower_ in ("force", "effect") for _, o in grammar.prepositions(token)):
        return [t for t, _ in grammar.logical_subjects(token)]
    if token.pos_ == "VERB" and token.lemma_ in grammar.words("signing") and grammar.is_passive(token):
        if any(p == "between" for p, _ in grammar.prepositions(token)):
            return []
        return [t for t, how in grammar.logical_objects(token) if how in ("passive-subject", "reduced-relative")]
    if (
        token.pos_ == "NOUN"
        and token.lemma_.lower() in grammar.words("signings")
        and not any(c.dep_ == "poss" for c in token.children)
    ):
        found = list(grammar.prepositions(token))
        return [] if any(p in ("by", "between") for p, _ in found) else [o for p, o in found if p == "of"]
    return []


def _parties(agreement: int, arguments: Arguments) -> list[int]:
    """The states and bodies in the name, before what it is on."""
    span = arguments.spans[agreement]
    if agreement >= arguments.mention_count or span.label_ != "Agreement":
        return []
    end = next((t.i for t in span if t.lower_ in SUBJECT_MATTER), span.end)
    inner = [
        n for n, s in enumerate(arguments.spans[: arguments.mention_count])
        if n != agreement and span.start <= s.start and s.end <= end and s.label_ in BODIES
    ]  # fmt: skip
    between = [o for p, o in grammar.prepositions(span.root) if p == "between" and o.i >= span.end]
    return inner or [a.end for o in between for a in arguments.fill(o) if arguments.label(a.end) in BODIES]


def joint_text_claims(arguments: Arguments) -> Iterator[RawClaim]:
    """SIGNED for those who say something in a joint statement, whose it is, or by whom it is."""
    for index, span in enumerate(arguments.spans[: arguments.mention_count]):
        if not is_joint_text(span):
            continue
        for by, tokens in _issuers(span.root):
            ends = [
                a.end for t in tokens for a in arguments.fill(t) if arguments.label(a.end) in (*BODIES, "Person", "")
            ]
            count = sum(len(arguments.spans[e]._.antecedents) if e >= arguments.mention_count else 1 for e in ends)
            for end in dict.fromkeys(ends) if count > 1 or by == "of" else ():
                yield RawClaim(
                    subject=end, predicate="SIGNED", object=index, polarity="affirmed", modality="actual",
                    trigger=span.root.i, rule=f"name:joint-text-{by}",
                    path=f"{arguments.spans[end].text} ← {by} ← {span.text}",
                )  # fmt: skip


def _issuers(noun: Token) -> Iterator[tuple[str, list[Token]]]:
    """ "In a joint statement A and B said", "their joint statement", "a joint statement by A and B"."""
    yield "whose", [c for c in noun.children if c.dep_ == "poss"]
    for name in ("by", "of", "from"):
        yield name, [o for p, o in grammar.prepositions(noun) if p == name]
    verb = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and grammar.is_verbal(verb) and not grammar.is_passive(verb):
        said = [t for t, _ in grammar.logical_subjects(verb)]
        beside = [o for p, o in grammar.prepositions(noun) if p == "with"]
        yield "in", [*said, *beside]


def partners_in_name(agreement: int, arguments: Arguments) -> list[int]:
    """Whom a name says it is with: who signs "an agreement with Poland on ports" signs it with Poland."""
    span = arguments.spans[agreement]
    if agreement >= arguments.mention_count or span.label_ != "Agreement":
        return []
    return [
        n for n, inner in enumerate(arguments.spans[: arguments.mention_count])
        if inner.label_ in BODIES and span.start < inner.start and inner.end <= span.end
        and arguments.doc[inner.end : inner.end + 1].text not in ("'s", "’s")  # "with Norway's Kongsberg"
        and arguments.doc[inner.start - 1 - (arguments.doc[inner.start - 1].lower_ == "the")].lower_ == "with"
    ]  # fmt: skip
