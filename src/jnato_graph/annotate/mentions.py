"""Puts the finds of all recognisers together: `doc.spans["mentions"]`, nested, each with its final label."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from jnato_graph.annotate.capitals import acts
from jnato_graph.annotate.cleaning import Cleaner
from jnato_graph.annotate.heads import label_by_head
from jnato_graph.annotate.lexicon import Match, never_names, word_marks
from jnato_graph.annotate.nesting import may_stand_inside
from jnato_graph.annotate.spans import Found, crosses, holds
from jnato_graph.annotate.spread import acronyms, agreed, repeated, short_forms, without_overlaps

Names = dict[tuple[int, int], Match]


class MentionMerger:
    """Takes the recogniser's `doc.ents` and the listed names, gives `doc.spans["mentions"]`."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["mentions"]`."""
        names: Names = doc.user_data.pop("jnato_names")
        tops = self._outermost(doc, names)
        mentions = [labelled(doc, found, names.get(found[:2])) for found in tops]
        mentions += [inner for top in tops for inner in nested(doc, top, names)]
        doc.spans["mentions"] = sorted(mentions, key=lambda span: (span.start, -span.end))
        return doc

    def _outermost(self, doc: Doc, names: Names) -> list[Found]:
        recognised = [
            cleaned
            for ent in doc.ents
            for found in [Found(ent.start, ent.end, ent.label_)]
            if (cleaned := self._cleaner.clean(doc, found)) and not only_names(doc, cleaned, names)
        ]
        recognised = [label_by_head(doc, found) for found in recognised]
        listed = [
            Found(start, end, match.meanings[0].label)
            for (start, end), match in names.items()
            if match.meanings[0].sure
        ]
        kept = [found for found in recognised if not any(crosses(found, name) and len_of(name) > 1 for name in listed)]
        tops = without_overlaps([*kept, *listed])
        tops = [self._decided(doc, found, names, recognised) for found in tops]
        fixed = frozenset(found for found in tops if found[:2] in names)
        tops = agreed(doc, tops, fixed)
        introduced = {(short,): label for short, label in acronyms(doc, tops).items()}
        tops = [f._replace(label=introduced.get((f.text(doc),), f.label)) if f not in fixed else f for f in tops]
        tops += repeated(doc, tops, introduced | short_forms(doc, tops))
        return sorted(tops)

    def _decided(self, doc: Doc, found: Found, names: Names, recognised: list[Found]) -> Found:
        """`found` with the label that lists and sentence give it."""
        match = names.get(found[:2])
        if match is None:
            return found
        labels = {meaning.label for meaning in match.meanings if meaning.kind != "town"}
        own = next((other.label for other in recognised if other[:2] == found[:2]), None)
        if any(meaning.kind == "capital" for meaning in match.meanings):
            if own is not None and own not in ("State", "Place"):
                return found._replace(label=own) if own in labels else found
            return found._replace(label="State" if acts(doc[found.start : found.end], own) else "Place")
        if own in labels or not labels:
            return found._replace(label=own or found.label)
        return found._replace(label=match.meanings[0].label)


def only_names(doc: Doc, found: Found, names: Names) -> bool:
    """Whether a find is nothing but listed names joined by a dash ("NATO-Japan"): then they count, not it."""
    if found[:2] in names or not any(token.text in "-–—/" for token in doc[found.start : found.end]):
        return False
    index = found.start
    while index < found.end:
        if doc[index].text in "-–—/":
            index += 1
            continue
        end = max((e for s, e in names if s == index and e <= found.end), default=0)
        if not end:
            return False
        index = end
    return True


def nested(doc: Doc, top: Found, names: Names) -> Iterator[Span]:
    """The listed names inside a longer one that are mentions of their own."""
    inside = [
        Found(s, e, inner_label(doc, e, m))
        for (s, e), m in names.items()
        if m.meanings[0].kind != "town" and holds(top, Found(s, e, ""))
    ]
    inside += [
        Found(s, e, "Place")
        for (s, e), m in names.items()
        if m.meanings[0].kind == "town" and holds(top, Found(s, e, ""))
    ]
    for found in without_overlaps(inside):
        if found.label != "" and may_stand_inside(
            doc[top.start : top.end], top.label, doc[found.start : found.end], found.label
        ):
            yield labelled(doc, found, names[found[:2]])


def inner_label(doc: Doc, end: int, match: Match) -> str:
    """A capital inside a longer name is the city, unless it owns the thing ("Seoul's defence ministry")."""
    labels = [meaning.label for meaning in match.meanings if meaning.kind != "surname"]
    if any(meaning.kind == "capital" for meaning in match.meanings):
        after = doc[end].lower_ if end < len(doc) else ""
        return "State" if after in ("'s", "’s", "'", "’", "-", "–") else "Place"
    return labels[0] if labels else ""


def labelled(doc: Doc, found: Found, match: Match | None) -> Span:
    """The span with its label and, when it is listed under that label and nothing else, its key."""
    keys = list(dict.fromkeys(m.key for m in match.meanings if m.label == found.label and m.key)) if match else []
    return Span(doc, found.start, found.end, label=found.label, span_id=keys[0] if keys else "")


def len_of(found: Found) -> int:
    """How many tokens a find has."""
    return found.end - found.start


@Language.factory("jnato_mentions", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"])
def make_mentions(nlp: Language, name: str) -> MentionMerger:  # noqa: ARG001 - spaCy passes both
    """Make the component."""
    return MentionMerger(Cleaner(word_marks(), never_names()))
