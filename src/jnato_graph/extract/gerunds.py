"""What a gerund under a verb of opposing or backing is about: "opposed opening X", "objected to opening X"."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract.grammar import is_verbal, judged_participle, logical_objects, objects, own_subjects, words


def judged_gerunds(verb: Token) -> list[tuple[Token, str]]:
    """What a gerund under a verb of opposing or backing is about: "opposed opening X", "barred NATO from opening X"."""
    found = []
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VBG":
            found += [(t, "gerund-object") for t in _about(child, own_subjects(child))]
        elif child.dep_ == "prep" and child.lower_ == "from":
            for stopped in child.children:
                if stopped.dep_ == "pcomp" and is_verbal(stopped):
                    found += [(t, "gerund-object") for t in _about(stopped, objects(verb))]
    for receiver in objects(verb):
        if (gerund := judged_participle(verb, receiver)) is not None:
            found += [(t, "gerund-object") for t in _about(gerund, [receiver])]
    return found


def _about(gerund: Token, subjects: list[Token]) -> list[Token]:
    """What a gerund with these subjects is about: who joins a body, else what is done something to; nothing where it is
    itself a stance or changes the thing: who is against opposing or moving an office is not against the office.
    """
    lemma = gerund.lemma_.lower()
    if any(lemma in words(kind) for kind in ("blocking", "stopping", "unfulfilled", "giving_up", "changing")):
        return []
    if subjects and lemma in words("joining") and any(map(_is_body, objects(gerund))):
        return subjects
    let = [c for c in gerund.children if c.dep_ in ("ccomp", "xcomp") and own_subjects(c)]  # "letting Finland join"
    if let and lemma in words("object_control"):
        return _about(let[0], own_subjects(let[0]))
    return [t for t, _ in logical_objects(gerund)] or subjects


def _is_body(token: Token) -> bool:
    """Whether an organisation is named there."""
    mentions = token.doc.spans.get("mentions", ())
    return any(span.start <= token.i < span.end and span.label_ == "Organisation" for span in mentions)


def with_gerunds(found: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """ "objected to opening X": the object of the gerund is what is objected to."""
    out = []
    for token, how in found:
        if token.dep_ == "pcomp" and is_verbal(token):
            out += [(t, f"{how}-gerund") for t in _about(token, own_subjects(token))]
        else:
            out.append((token, how))
    return out
