"""MEMBER_OF and PARTNER_OF from nouns that list their members: "NATO members, including France"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments, is_listing
from jnato_graph.extract.model import Argument, RawClaim
from jnato_graph.ontology import allows
from jnato_graph.reference import load_reference

GROUPS = frozenset({"group of states", "alliance"})
MEMBERLY = frozenset({"member", "founding", "sponsoring", "sponsor", "participating", "contributing"})
STATES = frozenset({"state", "nation", "country"})
KINDS = {"member": "MEMBER_OF", "partner": "PARTNER_OF", "ally": "PARTNER_OF", "founder": "MEMBER_OF"}


def group_claims(doc: Doc, arguments: Arguments) -> Iterator[RawClaim]:
    """One claim for each member or partner that a group noun, or the name of the group itself, lists by name."""
    yield from named_with_members(doc, arguments)
    for token in doc:
        predicate = KINDS.get(token.lemma_.lower()) or _of_member_states(token, arguments)
        if predicate is None or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if any(
            c.lower_ in ("no", "former", "would", "prospective", "potential", "possible", "ex") for c in token.children
        ):
            continue
        if "would-be" in doc[max(token.sent.start, token.i - 5) : token.i].text.lower():
            continue
        owners = [
            a for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod") for a in arguments.fill(c)
        ]
        owners += [a for p, o in grammar.prepositions(token) if p == "of" for a in arguments.fill(o)]
        if token.dep_ == "dobj" and token.head.lemma_ in ("have", "count", "list"):
            owners += [a for t, _ in grammar.logical_subjects(token.head) for a in arguments.fill(t)]
        owners = [o for o in owners if not arguments.spans[o.end].start <= token.i < arguments.spans[o.end].end]
        if not owners:
            continue
        for member in _listed(token, arguments):
            for owner in owners:
                allied = token.lemma_.lower() == "ally" and _kind(owner.end, arguments) == "alliance"
                kind = "MEMBER_OF" if allied or _kind(owner.end, arguments) == "group of states" else predicate
                if owner.end == member.end or not allows(
                    arguments.label(member.end) or "State", kind, arguments.label(owner.end) or "Organisation"
                ):
                    continue
                yield RawClaim(
                    subject=member.end, predicate=kind, object=owner.end, polarity="affirmed", modality="actual",
                    trigger=token.i,
                    rule=f"group:{token.lemma_.lower()}",
                    path=f"{arguments.spans[member.end].text} ← {token.text} → {arguments.spans[owner.end].text}",
                )  # fmt: skip


def named_with_members(doc: Doc, arguments: Arguments) -> Iterator[RawClaim]:
    """ "The Quad of India, Japan, Australia and the United States": a group with its members behind its name."""
    for index in range(arguments.mention_count):
        span = arguments.spans[index]
        entity = load_reference().entities.get(span.id_)
        if entity is None or entity.kind not in GROUPS or span.end + 1 >= len(doc) or doc[span.end].lower_ != "of":
            continue
        for preposition, noun in grammar.prepositions(span.root):
            members = list(arguments.fill(noun)) if preposition == "of" else []
            if len(members) > 1 and all(arguments.label(m.end) == "State" for m in members):
                for member in members:
                    yield RawClaim(
                        subject=member.end, predicate="MEMBER_OF", object=index, polarity="affirmed", modality="actual",
                        trigger=span.root.i, rule="group:of",
                        path=f"{arguments.spans[member.end].text} ← of → {span.text}",
                    )  # fmt: skip


def _of_member_states(token: Token, arguments: Arguments) -> str | None:
    """ "The sponsoring nations of the centre", "the Quad countries": nouns of states with what makes them members."""
    if token.lemma_.lower() not in STATES or token.tag_ != "NNS":
        return None
    groups = (n for c in token.lefts for n in arguments.by_token.get(c.i, ()))
    of_group = any(_kind(n, arguments) in GROUPS for n in groups)
    return "MEMBER_OF" if of_group or any(c.lower_ in MEMBERLY for c in token.lefts) else None


def _kind(index: int, arguments: Arguments) -> str:
    """What the reference data say that a named body is ("alliance", "group of states")."""
    entity = load_reference().entities.get(arguments.spans[index].id_) if index < arguments.mention_count else None
    return entity.kind or "" if entity is not None else ""


def is_group(key: str) -> bool:
    """Whether it is listed as a group of states or an alliance."""
    entity = load_reference().entities.get(key)
    return entity is not None and entity.kind in GROUPS


def _said_to_be(token: Token) -> Iterator[Token]:
    """ "NATO's partners include Japan", "the members are Japan and Korea": the names that the verb gives."""
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in ("include", "comprise", "be"):
        yield from (c for c in verb.children if c.dep_ in ("dobj", "attr"))


def _named_behind(token: Token, arguments: Arguments) -> int | None:
    """ "NATO members Norway and Spain": the state that is named right behind the noun."""
    after = token.i + 1
    if after < token.sent.end and token.doc[after].lower_ == "the":
        after += 1
    index = arguments.at(token.doc[after]) if after < token.sent.end else None
    if index is None or arguments.label(index) != "State" or arguments.spans[index].start != after:
        return None
    return index


def _listed(token: Token, arguments: Arguments) -> Iterator[Argument]:
    for named in _said_to_be(token):
        yield from arguments.fill(named)
    if token.tag_ in ("NNS", "NNPS") and (index := _named_behind(token, arguments)) is not None:
        yield from arguments.fill(arguments.spans[index].root)
    for child in token.children:
        if is_listing(child):
            for _, o in grammar.prepositional(child, child.lower_):
                yield from arguments.fill(o)
        elif child.dep_ == "appos":
            yield from arguments.fill(child)
    doc, i = token.doc, token.i + 1
    while i < len(doc) and doc[i].dep_ in ("prep", "pobj", "det", "compound", "amod") and doc[i].sent == token.sent:
        i += 1  # "partners in the region: Japan, Korea"
    if i + 1 < len(doc) and doc[i].text in (":", "(") and not any(c.dep_ == "appos" for c in token.children):
        first = next(
            (arguments.at(doc[j]) for j in (i + 1, i + 2) if j < len(doc) and arguments.at(doc[j]) is not None), None
        )
        if first is not None:
            root = arguments.spans[first].root
            yield from arguments.fill(root)
