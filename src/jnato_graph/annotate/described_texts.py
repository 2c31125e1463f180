"""Joint texts that have no name: "the two issued a joint statement", "in a joint communiqué they condemned it".

Such a text is an agreement of those who issue it, the one of its document. Where a text brings in two of them,
nothing tells which of the two is meant further down, and none is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

TEXTS = frozenset({"statement", "communiqué", "communique", "declaration"})
BETWEEN = frozenset({"press", "political", "leaders", "ministerial"})
ISSUING = frozenset({
    "issue", "release", "publish", "adopt", "sign", "agree", "conclude", "put", "read", "unveil", "make", "approve",
})  # fmt: skip
LOCAL = "joint"  # the first word of such a name


def joint_texts(doc: Doc, covered: set[int], described: Sequence[Span] = ()) -> Iterator[Span]:
    """The mentions of the one joint text that `doc` brings in, outside of `covered` tokens and beside no like one."""
    if any(_is_like(span) for span in [*doc.spans["mentions"], *described]):
        return
    found = [span for noun in doc if (span := _joint(noun, covered)) is not None]
    brought_in = [span for span in found if not _is_definite(span)]
    if len(brought_in) <= 1 and any(_is_issued(span.root) for span in found):
        yield from found


def _is_like(span: Span) -> bool:
    """Whether a mention is a joint text that has a name or a subject: the one without may be it or another."""
    words = {t.lower_ for t in span}
    return span.label_ == "Agreement" and LOCAL in words and bool(words & TEXTS)


def is_joint_text(span: Span) -> bool:
    """Whether a mention is one of a joint text without a name."""
    return span.label_ == "Agreement" and span[0].text == LOCAL and span[-1].lower_ in TEXTS


def _joint(noun: Token, covered: set[int]) -> Span | None:
    if noun.text not in TEXTS or noun.i in covered:
        return None
    start = noun.i
    while start and noun.doc[start - 1].lower_ in BETWEEN:
        start -= 1
    if not start or noun.doc[start - 1].text != LOCAL or start - 1 in covered:
        return None
    return Span(noun.doc, start - 1, noun.i + 1, label="Agreement")


def _is_definite(span: Span) -> bool:
    """ "The joint statement" takes one up; "a joint statement", "their joint statement" may be another."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in ("the", "this", "that")


def _is_issued(noun: Token) -> bool:
    """Whether somebody issues it, says something in it, or it is said to be somebody's."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass"):
        return head.lemma_.lower() in ISSUING
    if noun.dep_ == "pobj":
        return head.lower_ in ("in", "by", "with")
    return any(c.dep_ in ("poss", "prep", "acl") for c in noun.children)
