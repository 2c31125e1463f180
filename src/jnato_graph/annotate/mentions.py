"""Puts the finds of all recognisers together: `doc.spans["mentions"]`, nested, each with its final label."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.nesting import may_stand_inside

ARTICLES = frozenset({"the", "a", "an"})


class MentionMerger:
    """Takes the recogniser's `doc.ents` and the listed names, gives `doc.spans["mentions"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["mentions"]`."""
        names: dict[tuple[int, int], Match] = doc.user_data.pop("jnato_names")
        outer = {(e.start, e.end): e.label_ for e in map(trimmed, doc.ents) if e.start < e.end and "\n" not in e.text}
        for (start, end), match in names.items():
            meaning = match.meanings[0]
            if meaning.sure and not any(crosses((start, end), other) for other in outer):
                outer.setdefault((start, end), meaning.label)
        mentions: list[Span] = []
        tops = [span for span in outer if not any(holds(other, span) for other in outer)]
        for start, end in tops:
            mentions.append(labelled(doc, start, end, outer[start, end], names.get((start, end))))
        for (start, end), match in names.items():
            holder = next((top for top in tops if holds(top, (start, end))), None)
            if holder is None:
                continue
            top = doc[holder[0] : holder[1]]
            label = inner_label(doc, start, match)
            if may_stand_inside(top, outer[holder], doc[start:end], label):
                mentions.append(labelled(doc, start, end, label, match))
        doc.spans["mentions"] = sorted(mentions, key=lambda span: (span.start, -span.end))
        return doc


def inner_label(doc: Doc, start: int, match: Match) -> str:
    """A capital inside a longer name is the city, unless it owns the thing ("Seoul's defence ministry")."""
    labels = [meaning.label for meaning in match.meanings]
    if "State" in labels and "Place" in labels:
        after = doc[match.end].lower_ if match.end < len(doc) else ""
        return "State" if after in ("'s", "’s", "'", "’", "-", "–") or not start else "Place"
    return labels[0]


def labelled(doc: Doc, start: int, end: int, label: str, match: Match | None) -> Span:
    """A span with its label and key: what is listed under one label alone keeps it, else the recogniser decides."""
    if match is not None:
        by_label = {meaning.label: meaning for meaning in reversed(match.meanings)}
        if label not in by_label and (len(by_label) == 1 and match.meanings[0].kind != "town"):
            label = match.meanings[0].label
        if label in by_label:
            return Span(doc, start, end, label=label, span_id=by_label[label].key)
    return Span(doc, start, end, label=label)


def trimmed(span: Span) -> Span:
    """`span` without a leading article and without a trailing possessive or punctuation."""
    start, end = span.start, span.end
    while start < end and (
        (span.doc[start].lower_ in ARTICLES and end - start > 1 and span.doc[start].text != "The")
        or span.doc[start].is_punct
        or span.doc[start].is_space
    ):
        start += 1
    while start < end and (span.doc[end - 1].tag_ == "POS" or span.doc[end - 1].is_space):
        end -= 1
    return Span(span.doc, start, end, label=span.label_)


def holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Whether `inner` lies in `outer` and is not the same."""
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def crosses(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two runs of tokens overlap without one holding the other."""
    overlap = one[0] < other[1] and other[0] < one[1]
    return overlap and one != other and not holds(one, other) and not holds(other, one)


@Language.factory("jnato_mentions", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"])
def make_mentions(nlp: Language, name: str) -> MentionMerger:  # noqa: ARG001 - spaCy passes both
    """Make the component; it keeps nothing."""
    return MentionMerger()
