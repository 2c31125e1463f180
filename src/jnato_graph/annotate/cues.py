"""Names of one word that the recogniser does not know, told by the words beside them: towns and newspapers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found
from jnato_graph.annotate.spread import occupied

Names = dict[tuple[int, int], Match]
WHERE = frozenset({"in", "at", "near", "outside", "around", "off"})
MEDIA = frozenset({"newspaper", "daily", "weekly", "tabloid", "magazine", "broadcaster", "broadsheet", "journal"})
ASKED = frozenset({"tell"})
PRINTED = frozenset({"report", "print", "publish", "write", "headline", "editorialise"})
TITLES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "minister", "general", "admiral"}
)


def towns(doc: Doc, finds: Iterable[Found], names: Names) -> Iterator[Found]:
    """Listed towns behind "in", "at" or "near" that no find covers."""
    taken = occupied(doc, finds)
    for (start, end), match in names.items():
        if start and doc[start - 1].lower_ in WHERE and not any(taken[start:end]):
            after = doc[end] if end < len(doc) else None
            if all(meaning.kind == "town" for meaning in match.meanings) and not (after is not None and after.is_title):
                yield Found(start, end, "Place")


def relabelled(doc: Doc, finds: Iterable[Found], names: Names) -> Iterator[Found]:
    """Finds whose label the word beside them contradicts: a person in whom something happens, who is a newspaper."""
    finds = list(finds)
    full = {doc[found.end - 1].text for found in finds if found.label == "Person" and found.end - found.start > 1}
    for found in finds:
        if found.label in ("Person", "Organisation") and _is_where(doc, found, names):
            yield found._replace(label="Place")
        elif found.label in ("Person", "Place") and _is_medium(doc, found, names, full):
            yield found._replace(label="Organisation")
        else:
            yield found


def _is_where(doc: Doc, found: Found, names: Names) -> bool:
    match = names.get(found[:2])
    return (
        match is not None
        and bool(found.start)
        and doc[found.start - 1].lower_ in WHERE
        and any(meaning.kind == "town" for meaning in match.meanings)
        and not any(meaning.kind == "surname" or meaning.label != "Place" for meaning in match.meanings)
    )


def _is_medium(doc: Doc, found: Found, names: Names, full: set[str]) -> bool:
    """Whether somebody tells a find of one word something, who is no person of the text, or it prints something."""
    match = names.get(found[:2])
    if match is not None and any(meaning.kind != "town" for meaning in match.meanings):
        return False
    before = doc[found.start - 1].lower_ if found.start else ""
    if before in MEDIA:
        return True
    if found.end - found.start > 1 or before in TITLES or found.text(doc) in full:
        return False
    token = doc[found.start]
    told = token.dep_ in ("dobj", "dative") and token.head.lemma_ in ASKED
    return told or (token.dep_ == "nsubj" and token.head.lemma_ in PRINTED)
