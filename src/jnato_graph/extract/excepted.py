"""Whom "all members but Peru and Chile", "everyone save Peru" leave out, and people who are only some of a people.

Told by the words before the name, since the parser takes "but" for a conjunction and "save" for a verb.
"""

from __future__ import annotations

from spacy.tokens import Span

_EVERY = frozenset({"all", "every", "everyone", "everybody", "each"})
_BUT = frozenset({"but", "save", "except", "bar", "barring"})
_LINKS = frozenset({"the", "and", "or", ",", "for"})
_BETWEEN = frozenset({"NOUN", "ADJ", "PROPN", "ADP", "DET", "PART", "NUM", "PRON"})
_SOME = frozenset({"some", "many", "most", "few", "fewer", "more", "several"})
_SHARES = frozenset(
    {"third", "half", "quarter", "fifth", "percent", "%", "majority", "minority", "number", "handful", "cent"}
)
_CACHE = "jnato_names_by_end"
_FAR = 5  # words from "all" to "but": "all other members of the alliance but …"


def is_excepted(name: Span) -> bool:
    """Whether a name is left out of all, alone or in a list of such; "Peru apart, every member …" is too."""
    doc, at = name.doc, _before_list(name)
    if name.end < len(doc) and doc[name.end].lower_ in ("apart", "aside") and at < name.sent.start:
        return True
    if at <= name.sent.start or doc[at].lower_ not in _BUT:
        return False
    for before in range(at - 1, max(name.sent.start, at - _FAR) - 1, -1):
        if doc[before].lower_ in _EVERY:
            return True
        if doc[before].pos_ not in _BETWEEN:
            return False
    return False


def is_part_of_people(name: Span) -> bool:
    """ "One in ten Germans", "most Poles", "a third of all Turks": some of a people, and not the state."""
    noun = name.root
    if name.label_ != "State":
        return False
    if any(c.lower_ in _SOME and c.i == noun.i - 1 for c in noun.children):
        return True
    if noun.tag_ not in ("NNPS", "NNS"):
        return False
    above = noun.head.head if noun.dep_ == "pobj" else noun
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return counted or (noun.dep_ == "pobj" and (above.lemma_.lower() in _SHARES or above.like_num))


def _before_list(name: Span) -> int:
    """The token before a name and before the names that a list has ahead of it."""
    doc, at = name.doc, name.start - 1
    starts: dict[int, int] = doc.user_data.setdefault(_CACHE, {})  # made once for each text: there are many names
    if not starts:
        starts.update((span.end - 1, span.start) for span in doc.spans["mentions"])
    while at > name.sent.start and (at in starts or doc[at].lower_ in _LINKS):
        at = starts.get(at, at) - 1
    return at
