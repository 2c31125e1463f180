"""HOLDS_POSITION_IN: persons and the offices that the text gives them.

Titles are read from the words around a name rather than from the tree: title, body and name stand in a few fixed
orders, and the parser's attachment inside such chains is its weakest part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.lexicon import Lexicon, read_data
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.stance import stance_of
from jnato_graph.reference import load_reference

BODIES = frozenset({"State", "Organisation"})
LINKS = frozenset(
    {
        "of",
        "for",
        "at",
        "in",
        "with",
        "to",
        "and",
        "on",
        "the",
        "a",
        "an",
        "'s",
        "’s",
        "'",
        "’",
        "-",
        "its",
        "his",
        "her",
        "their",
        "de",
    }
)
BODY_LINKS = frozenset({"of", "for", "at", "in", "with", "from"})


@dataclass(frozen=True, slots=True)
class _Roles:
    heads: frozenset[str]
    honorifics: frozenset[str]
    weak: frozenset[str]
    sent: frozenset[str]
    taking: frozenset[str]
    leaving: frozenset[str]
    ranks: frozenset[str]
    professions: frozenset[str]


@cache
def _roles() -> _Roles:
    table = read_data("titles.yaml")
    return _Roles(
        *(
            frozenset(table[k].split())
            for k in ("heads", "honorifics", "weak", "sent", "taking", "leaving", "ranks", "professions")
        )
    )


def position_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """Every office that the words around a person's name, or a sentence about the person, give."""
    for index, span in enumerate(arguments.spans):
        if index >= arguments.mention_count or span.label_ != "Person":
            continue
        yield from _title_before(index, span, arguments)
        yield from _title_after(index, span, arguments)
        yield from _owner_only(index, span, arguments)
    yield from _described(arguments)
    yield from _predicated(doc, arguments, lexicon)


def _described(arguments: Arguments) -> Iterator[RawClaim]:
    """ "The NATO secretary general", where the text tells who that is."""
    for index in range(arguments.mention_count, len(arguments.spans)):
        span = arguments.spans[index]
        role = span.root
        if arguments.label(index) != "Person" or len(span._.antecedents) != 1 or not _is_role(role):
            continue
        bodies = {b for t in span if t.i != role.i and (b := _body_at(t, arguments)) is not None}
        body = _choose(sorted(bodies), role, arguments) if bodies else None
        if body is not None and not _mere_profession(role, body, arguments):
            yield _claim(index, body, tuple(_title_tokens(role, span.doc, arguments)), "described", arguments)


def _is_role(token: Token) -> bool:
    roles = _roles()
    lower = token.lower_.removeprefix("then-").removeprefix("ex-")
    return (lower in roles.heads or token.lemma_.lower() in roles.heads) and token.pos_ in ("NOUN", "PROPN", "ADJ", "X")


def _body_at(token: Token, arguments: Arguments) -> int | None:
    """The largest State or Organisation that covers the token."""
    for index in arguments.by_token.get(token.i, ()):
        if arguments.label(index) in BODIES:
            return index
    return None


def _claim(
    person: int,
    body: int,
    role: tuple[Token, ...],
    rule: str,
    arguments: Arguments,
    *,
    negated: bool = False,
    modality: str = "actual",
) -> RawClaim:
    title = " ".join(t.text for t in role)
    return RawClaim(
        subject=person, predicate="HOLDS_POSITION_IN", object=body, polarity="negated" if negated else "affirmed",
        modality=modality, trigger=role[-1].i if role else arguments.spans[person].start, rule=f"title:{rule}",  # type: ignore[arg-type]
        path=f"{arguments.spans[person].text} ← {title} → {arguments.spans[body].text}", role=title or None,
    )  # fmt: skip


def _title_before(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "French Foreign Minister X", "Japan's prime minister, X", "the Minister of Defence of Mongolia, Ms X"."""
    doc, roles = span.doc, _roles()
    i, sent_start = span.start - 1, span.sent.start
    if i - 1 > sent_start and doc[i].lower_ in roles.ranks and doc[i - 1].text == ",":
        i -= 1  # "the commandant of the Coast Guard, Admiral X"
    while i >= sent_start and (
        doc[i].lower_ in roles.honorifics or (doc[i].is_punct and doc[i].text in (",", "(", "“", '"'))
    ):
        i -= 1
    end = i + 1
    # walk left over the title; it ends at a verb, another comma or a word that no title has
    role_at: Token | None = None
    bodies: list[int] = []
    while i >= sent_start:
        token = doc[i]
        if token.is_punct and token.text not in ("-", "–", "’", "'", "."):
            break
        body = _body_at(token, arguments)
        if body is not None:
            if body not in bodies:
                bodies.append(body)
            i = arguments.spans[body].start - 1
            continue
        if any(arguments.label(m) for m in arguments.by_token.get(token.i, ())) and not _is_role(token):
            if doc[token.i - 1].lower_ in ("in", "at") and arguments.label(arguments.by_token[token.i][0]) == "Place":
                i -= 2  # "ambassador in Tokyo"
                continue
            if (
                arguments.label(arguments.by_token[token.i][0]) == "Person"
                and i + 1 < end
                and doc[i + 1].lower_ == "and"
                and role_at is not None
            ):
                yield from _shared_body(index, arguments.by_token[token.i][0], role_at, arguments)
            break
        if _is_role(token):
            role_at = role_at or token
        elif (
            (token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") and token.dep_ != "amod" and not token.text[0].isupper())
            or (token.pos_ == "ADP" and token.lower_ not in LINKS)
            or (token.pos_ in ("CCONJ",) and not (i + 1 < end and doc[i + 1].text[0].isupper()))
        ):
            break
        elif (
            token.lower_ == "and"
            and i > 0
            and arguments.by_token.get(i - 1)
            and arguments.label(arguments.by_token[i - 1][0]) == "Person"
        ):
            i -= 1
            continue
        i -= 1
    if role_at is not None and not bodies and span.id_:
        yield from _known_holder(index, span, role_at, arguments)
    if role_at is None or not bodies:
        return
    role = role_at
    start = min(role.i, *(arguments.spans[b].start for b in bodies)) if bodies else role.i
    if end - start > 16:
        return
    bodies = [
        b
        for b in bodies
        if arguments.spans[b].start > role.i
        or not any(t.lower_ in ("of", "by", "and") for t in doc[arguments.spans[b].end : role.i])
    ]
    body = _choose(bodies, role, arguments)
    if body is None:
        return
    between = doc[role.i + 1 : span.start]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between):
        return
    if not _mere_profession(role, body, arguments):
        yield _claim(index, body, tuple(_title_tokens(role, doc, arguments)), "before", arguments)


def _known_holder(index: int, span: Span, role: Token, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Prime Minister Kishida", with no state: the reference data know whose, and the text names it."""
    words = {t.lower_ for t in _title_tokens(role, span.doc, arguments)}
    bodies = {
        term.actor
        for term in load_reference().terms_of(span.id_)
        if any(
            words >= set(title.lower().split()) or words == {role.lower_} & set(title.lower().split())
            for title in term.titles
        )
    }
    if len(bodies) != 1:
        return
    for other in range(arguments.mention_count):
        if arguments.spans[other].id_ in bodies and arguments.label(other) in BODIES:
            yield _claim(index, other, tuple(_title_tokens(role, span.doc, arguments)), "before-known", arguments)
            return


def _mere_profession(role: Token, body: int, arguments: Arguments) -> bool:
    """A French historian holds no office in France; a professor at Kyoto University does in the university."""
    return role.lemma_.lower() in _roles().professions and arguments.label(body) == "State"


def _shared_body(index: int, other: int, role: Token, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Moldovan President X and Foreign Minister Y": the second title is of the first one's body."""
    for claim in _title_before(other, arguments.spans[other], arguments):
        yield _claim(index, claim.object, tuple(_title_tokens(role, role.doc, arguments)), "before-shared", arguments)


def _title_tokens(role: Token, doc: Doc, arguments: Arguments) -> list[Token]:
    left = role.i
    while left > role.sent.start:
        t = doc[left - 1]
        if _body_at(t, arguments) is not None or t.pos_ not in ("NOUN", "PROPN", "ADJ") or t.is_punct:
            break
        left -= 1
    right = role.i + 1
    while (
        right < role.sent.end
        and (
            doc[right].lower_ in ("of", "for", "and")
            or (doc[right].pos_ in ("PROPN", "NOUN") and doc[right - 1].lower_ in ("of", "for", "and", "foreign"))
        )
        and _body_at(doc[right], arguments) is None
    ):
        right += 1
    while right > role.i + 1 and doc[right - 1].lower_ in ("of", "for", "and"):
        right -= 1
    return list(doc[left:right])


def _choose(bodies: list[int], role: Token, arguments: Arguments) -> int | None:
    """Whose office it is: an envoy's sender, not where the envoy is sent; else the body nearest to the role word."""
    doc, roles = role.doc, _roles()
    sent = role.lemma_.lower() in roles.sent
    candidates = []
    for body in bodies:
        before = doc[arguments.spans[body].start - 1] if arguments.spans[body].start else None
        while before is not None and before.lower_ in ("the", "a"):
            before = doc[before.i - 1] if before.i else None
        if before is not None and before.lower_ == "to" and sent:
            continue
        if before is not None and before.lower_ == "on":
            continue
        candidates.append(body)
    if not candidates:
        return None
    return min(
        candidates,
        key=lambda b: (
            abs(arguments.spans[b].end - role.i)
            if arguments.spans[b].end <= role.i
            else abs(arguments.spans[b].start - role.i),
            b,
        ),
    )


def _title_after(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "X, the EU's foreign policy chief", "X, commander of Y", "X of Uzbekistan, then secretary-general of Z"."""
    doc = span.doc
    i, sent_end = span.end, span.sent.end
    if i < sent_end and doc[i].lower_ == "of":
        of_body = _body_at(doc[i + 1], arguments) if i + 1 < sent_end else None
        if of_body is None and i + 2 < sent_end and doc[i + 1].lower_ == "the":
            of_body = _body_at(doc[i + 2], arguments)
        if of_body is not None:
            i = arguments.spans[of_body].end
            if _has_title_before(span):
                return
    if i >= sent_end or doc[i].text not in (",", "(", "–", "—", "-"):
        return
    i += 1
    role: Token | None = None
    bodies: list[int] = []
    limit = min(sent_end, i + 16)
    while i < limit:
        token = doc[i]
        if token.text in (",", ";", "(", ")", ":") or (token.is_sent_end and token.is_punct):
            break
        body = _body_at(token, arguments)
        if body is not None:
            start = arguments.spans[body].start
            linked = role is not None and any(t.lower_ in BODY_LINKS for t in doc[role.i + 1 : start])
            if role is not None and not linked and doc[start - 1].pos_ not in ("DET", "CCONJ") and start != role.i + 1:
                break
            bodies.append(body)
            i = arguments.spans[body].end
            if role is not None and i < limit and doc[i].lower_ not in ("and",) and doc[i].dep_ != "case":
                break
            continue
        if any(arguments.label(m) == "Person" for m in arguments.by_token.get(token.i, ())):
            return
        if _is_role(token) and role is None:
            role = token
        elif (
            (token.pos_ in ("VERB", "AUX", "SCONJ") and token.tag_ != "VBN")
            or token.tag_ in ("WP", "WDT")
            or (role is not None and token.pos_ == "ADP" and token.lower_ not in (*BODY_LINKS, "to", "on"))
        ):
            break
        i += 1
    if role is not None and not bodies and span.id_:
        yield from _known_holder(index, span, role, arguments)
    if role is None or not bodies:
        return
    following = i + 1 if i < sent_end and doc[i].text in (",", ";") else i
    if following < sent_end and any(
        arguments.spans[m].start == following and arguments.label(m) == "Person"
        for m in arguments.by_token.get(following, ())
    ):
        return  # the title is the next name's
    body = _choose(bodies, role, arguments)
    if body is not None and not _mere_profession(role, body, arguments):
        negated = any(t.lower_ == "longer" for t in doc[span.end : role.i])
        yield _claim(index, body, tuple(_title_tokens(role, doc, arguments)), "after", arguments, negated=negated)


def _has_title_before(span: Span) -> bool:
    return span.start > span.sent.start and _is_role(span.doc[span.start - 1])


def _owner_only(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Prime Minister X of the Czech Republic", "the Commission's X"."""
    doc = span.doc
    if span.end + 1 < span.sent.end and doc[span.end].lower_ == "of" and _has_title_before(span):
        at = span.end + 1 + (doc[span.end + 1].lower_ == "the")
        if at < span.sent.end and (body := _body_at(doc[at], arguments)) is not None:
            role = doc[span.start - 1]
            yield _claim(index, body, tuple(_title_tokens(role, doc, arguments)), "of-after-name", arguments)
    elif span.end + 1 < span.sent.end and doc[span.end].lower_ in ("of", "(", "from"):
        at = span.end + 1 + (doc[span.end + 1].lower_ == "the")
        body = _body_at(doc[at], arguments) if at < span.sent.end else None
        if body is not None and arguments.label(body) == "Organisation" and doc[span.end].lower_ != "from":
            yield _claim(index, body, (), "of-organisation", arguments)
        elif (
            body is not None
            and doc[span.end].text == "("
            and arguments.spans[body].end < len(doc)
            and doc[arguments.spans[body].end].text == ")"
            and _has_title_before(span)
        ):
            yield _claim(index, body, (doc[span.start - 1],), "bracket", arguments)
    if (
        span.start >= 2
        and doc[span.start - 1].lower_ in ("'s", "’s")
        and (body := _body_at(doc[span.start - 2], arguments)) is not None
        and arguments.label(body) == "Organisation"
        and arguments.spans[body].end == span.start - 1
    ):
        yield _claim(index, body, (), "owner", arguments)


def _predicated(doc: Doc, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    """ "X is the commander of Y", "X was appointed ambassador", "X resigned as head of Y"."""
    roles = _roles()
    for token in doc:
        if not _is_role(token) or token.dep_ not in ("attr", "oprd", "pobj", "dobj", "xcomp", "appos", "conj"):
            continue
        top = grammar.first_conjunct(token)
        head = top.head
        negated, holders = False, []
        if top.dep_ in ("attr", "oprd", "xcomp") and grammar.is_verbal(head):
            if head.lemma_ == "be" or head.lemma_ in roles.taking or head.lemma_ == "remain":
                objects = grammar.logical_objects(head) if head.lemma_ != "be" else []
                holders = [t for t, _ in (objects or grammar.surface_subjects(head)) if t.i != top.i]
        elif top.dep_ == "pobj" and top.head.lower_ == "as" and grammar.is_verbal(head.head):
            verb = head.head
            if (
                verb.lemma_ in roles.taking
                or verb.lemma_ in roles.leaving
                or verb.lemma_ in ("succeed", "replace", "return", "continue")
            ):
                objects = grammar.logical_objects(verb) if verb.lemma_ not in ("succeed", "replace") else []
                holders = [t for t, _ in (objects or grammar.logical_subjects(verb))]
                negated = verb.lemma_ in roles.leaving
                head = verb
        if not holders:
            continue
        bodies = [o for p, o in grammar.prepositions(token) if p in BODY_LINKS] + [
            c for c in token.children if c.dep_ in ("poss", "compound", "amod", "nmod")
        ]
        ends = [a.end for t in bodies for a in arguments.fill(t) if arguments.label(a.end) in BODIES]
        if not ends:
            for person in (p for h in holders for p in arguments.fill(h)):
                span = arguments.spans[person.end]
                if span.id_ and person.end < arguments.mention_count and span.label_ == "Person":
                    yield from _known_holder(person.end, span, token, arguments)
            continue
        stance = stance_of(head, lexicon)
        if not stance.asserted:
            continue
        for holder in holders:
            for person in arguments.fill(holder):
                if arguments.label(person.end) == "Person":
                    yield _claim(person.end, ends[0], tuple(_title_tokens(token, doc, arguments)), "said", arguments,
                                 negated=stance.negated != negated, modality=stance.modality)  # fmt: skip
