"""Titles beside a name: "French Foreign Minister X", "X, the EU's foreign policy chief", "Prime Minister X of Peru".

Read from the words around the name rather than from the tree: title, body and name stand in a few fixed orders, and the
parser's attachment inside such chains is its weakest part.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.model import Argument, RawClaim
from jnato_graph.extract.titles import (
    BODY_LINKS,
    LINKS,
    body_at,
    choose_body,
    holds,
    is_mere_profession,
    is_role,
    known_holder,
    role_words,
    title_tokens,
)
from jnato_graph.reference import load_reference

OWN_TITLE = 6  # words from "his" to a name


def title_before(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "French Foreign Minister X", "Japan's prime minister, X", "the Minister of Defence of Mongolia, Ms X"."""
    doc, roles = span.doc, role_words()
    i, sent_start = span.start - 1, span.sent.start
    before = i
    while before > sent_start and (doc[before].lower_.rstrip(".") in roles.ranks or doc[before].text == "-"):
        before -= 1
    if before < i and doc[before].text == ",":
        i = before  # "the commandant of the Coast Guard, Vice Admiral X"
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
        body = body_at(token, arguments)
        if body is not None:
            if body not in bodies:
                bodies.append(body)
            i = arguments.spans[body].start - 1
            continue
        if any(arguments.label(m) for m in arguments.by_token.get(token.i, ())) and not is_role(token):
            if doc[token.i - 1].lower_ in ("in", "at") and arguments.label(arguments.by_token[token.i][0]) == "Place":
                i -= 2  # "ambassador in Tokyo"
                continue
            if (
                arguments.label(arguments.by_token[token.i][0]) == "Person"
                and i + 1 < end
                and doc[i + 1].lower_ == "and"
                and role_at is not None
                and not bodies
            ):
                yield from _shared_body(index, arguments.by_token[token.i][0], role_at, arguments)
            break
        if is_role(token):
            role_at = role_at or token
        elif token.lower_ == "under" and doc[i + 1].text == "-":
            pass  # "Under-Secretary"
        elif token.lower_ == "under" and role_at is not None and not bodies:
            bodies += _led(token, arguments)  # "the Nordic Council, under Secretary General X"
            break
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
    if role_at is not None and not bodies:
        yield from known_holder(index, span, role_at, arguments)
    if role_at is None or not bodies:
        return
    if any(doc[k].lower_ == "opposition" for k in range(max(sent_start, role_at.i - 2), role_at.i)):
        return  # "French opposition leader X"
    if doc[end].text == "," and role_at.lower_ == "member":
        return  # "Malta no NATO member, Borg says"
    if i > sent_start and doc[end].text == "," and _ends_person(doc[i], arguments):
        return  # "X, Foreign Minister of Norway, Mr Y, …": the title is of the name before it
    role = role_at
    start = min(role.i, *(arguments.spans[b].start for b in bodies)) if bodies else role.i
    if end - start > 16:
        return
    each = _respective(index, role, bodies, arguments) if role.tag_ in ("NNS", "NNPS") and len(bodies) > 1 else None
    bodies = [
        b
        for b in bodies
        if arguments.spans[b].start > role.i
        or not any(t.lower_ in ("of", "by", "and") for t in doc[arguments.spans[b].end : role.i])
    ]
    body = choose_body(bodies, role, arguments) if each is None else each
    if body is None:
        return
    between = doc[role.i + 1 : span.start]
    if any(t.pos_ in ("VERB", "AUX") and t.dep_ != "amod" for t in between):
        return
    if not is_mere_profession(role, body, arguments):
        yield holds(index, body, tuple(title_tokens(role, doc, arguments)), "before", arguments)


def _respective(index: int, role: Token, bodies: list[int], arguments: Arguments) -> int | None:
    """ "His Japanese and Italian counterparts, X and Y": the first is of the first; None where they are not as many."""
    doc, end = role.doc, role.i + 1
    persons: list[int] = []
    while end < role.sent.end:
        covering = arguments.by_token.get(end, ())
        if covering and arguments.label(covering[0]) == "Person" and covering[0] < arguments.mention_count:
            persons.append(covering[0])
            end = arguments.spans[covering[0]].end
        elif doc[end].text in (",", "and"):
            end += 1
        else:
            break
    ordered = sorted(bodies, key=lambda b: arguments.spans[b].start)
    return ordered[persons.index(index)] if len(persons) == len(ordered) and index in persons else None


def _ends_person(comma: Token, arguments: Arguments) -> bool:
    """Whether a comma stands right behind a person's name."""
    before = arguments.by_token.get(comma.i - 1, ()) if comma.text == "," else ()
    return any(arguments.label(m) == "Person" for m in before)


def _led(under: Token, arguments: Arguments) -> list[int]:
    """The organisation right before "under"."""
    at = under.i - 1 - (under.i > 1 and under.nbor(-1).text == ",")
    body = body_at(under.doc[at], arguments) if at >= under.sent.start else None
    return [body] if body is not None and arguments.label(body) == "Organisation" else []


def _shared_body(index: int, other: int, role: Token, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Moldovan President X and Foreign Minister Y": the second title is of the first one's body."""
    for claim in title_before(other, arguments.spans[other], arguments):
        if claim.rule == "title:before-known":
            continue  # "Secretary General X and Prime Minister Y": not of one body
        yield holds(index, claim.object, tuple(title_tokens(role, role.doc, arguments)), "before-shared", arguments)


def title_after(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "X, the EU's foreign policy chief", "X, commander of Y", "X of Uzbekistan, then secretary-general of Z"."""
    doc = span.doc
    i, sent_end = span.end, span.sent.end
    if i < sent_end and doc[i].lower_ == "of":
        of_body = body_at(doc[i + 1], arguments) if i + 1 < sent_end else None
        if of_body is None and i + 2 < sent_end and doc[i + 1].lower_ == "the":
            of_body = body_at(doc[i + 2], arguments)
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
        body = body_at(token, arguments)
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
        if role is None and token.lower_ in role_words().kin:
            return
        if is_role(token) and role is None:
            role = token
        elif (
            (token.pos_ in ("VERB", "AUX", "SCONJ") and token.tag_ != "VBN")
            or (
                role is None and token.lower_ in ("with", "by")
            )  # "X, with the leaders of Y", "X, pressed by the Y leader"
            or token.tag_ in ("WP", "WDT")
            or (role is not None and token.pos_ == "ADP" and token.lower_ not in (*BODY_LINKS, "to", "on"))
        ):
            break
        i += 1
    if role is not None and not bodies and span.id_:
        yield from known_holder(index, span, role, arguments)
    if role is None or not bodies:
        return
    following = i + 1 if i < sent_end and doc[i].text in (",", ";") else i
    if following < sent_end and any(
        arguments.spans[m].start == following and arguments.label(m) == "Person"
        for m in arguments.by_token.get(following, ())
    ):
        return  # the title is the next name's
    body = choose_body(bodies, role, arguments)
    if body is not None and not is_mere_profession(role, body, arguments):
        negated = any(t.lower_ == "longer" for t in doc[span.end : role.i])
        yield holds(index, body, tuple(title_tokens(role, doc, arguments)), "after", arguments, negated=negated)


def title_of_own(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Sent his security adviser, X": of the state whose office the one has who sends."""
    doc, i, role = span.doc, span.start - 1, None
    while i > span.sent.start and (doc[i].lower_ in role_words().honorifics or doc[i].text == ","):
        i -= 1
    for token in reversed(doc[max(span.sent.start, i - OWN_TITLE) : i + 1]):
        if role is None:
            if not is_role(token) or token.lower_ in (*role_words().relative, *role_words().weak):
                return
            role = token
        elif token.tag_ == "PRP$":
            owners = [n for n in arguments.by_token.get(token.i, ()) if arguments.label(n) == "Person"]
            state = arguments.state_of(Argument(end=owners[0])) if owners else None
            if state is not None and owners[0] != index:
                yield holds(index, state.end, tuple(title_tokens(role, doc, arguments)), "own", arguments)
            return
        elif (token.pos_ not in ("NOUN", "PROPN", "ADJ") and token.text != "-") or body_at(
            token, arguments
        ) is not None:
            return


def _has_title_before(span: Span) -> bool:
    return span.start > span.sent.start and is_role(span.doc[span.start - 1])


def owner_only(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Prime Minister X of the Czech Republic", "the Commission's X"."""
    doc = span.doc
    style = span[0] if span[0].lower_ in role_words().crowned else None  # "King Harald of Norway"
    if span.end + 1 < span.sent.end and doc[span.end].lower_ == "of" and (style or _has_title_before(span)):
        at = span.end + 1 + (doc[span.end + 1].lower_ == "the")
        if at < span.sent.end and (body := _innermost(body_at(doc[at], arguments), arguments)) is not None:
            role = doc[span.start - 1]
            words = (style,) if style else tuple(title_tokens(role, doc, arguments))
            yield holds(index, body, words, "of-after-name", arguments)
    elif span.end + 1 < span.sent.end and doc[span.end].lower_ in ("of", "(", "from"):
        at = span.end + 1 + (doc[span.end + 1].lower_ == "the")
        body = _innermost(body_at(doc[at], arguments), arguments) if at < span.sent.end else None
        if body is not None and arguments.label(body) == "Organisation" and doc[span.end].lower_ == "of":
            yield holds(index, body, (), "of-organisation", arguments)
        elif (
            body is not None
            and doc[span.end].text == "("
            and arguments.spans[body].end < len(doc)
            and doc[arguments.spans[body].end].text == ")"
            and _has_title_before(span)
        ):
            yield holds(index, body, (doc[span.start - 1],), "bracket", arguments)
    if (
        span.start >= 2
        and doc[span.start - 1].lower_ in ("'s", "’s")
        and (body := body_at(doc[span.start - 2], arguments)) is not None
        and (arguments.label(body) == "Organisation" or _has_held(span, arguments.spans[body]))
        and arguments.spans[body].end == span.start - 1
    ):
        yield holds(index, body, (), "owner", arguments)


def _has_held(person: Span, state: Span) -> bool:
    """Whether the reference data know an office of the person in the state: "Spain's Pedro Sánchez"."""
    terms = load_reference().terms_of(person.id_) if person.id_ else ()
    return any(term.actor == state.id_ for term in terms)


def _innermost(body: int | None, arguments: Arguments) -> int | None:
    """Of "Japan's Cyber Defense Command" the command, which is a body of its own."""
    while body is not None:
        span = arguments.spans[body]
        if span.end + 1 >= len(span.doc) or span.doc[span.end].lower_ not in ("'s", "’s"):
            return body
        inner = body_at(span.doc[span.end + 1], arguments)
        if inner is None or arguments.label(inner) != "Organisation":
            return body
        body = inner
    return None
