"""Names that the recogniser overlooked, told by the word before them or by the word they end with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from jnato_graph.annotate.heads import labels_of
from jnato_graph.annotate.lexicon import Match
from jnato_graph.annotate.spans import Found
from jnato_graph.annotate.spread import occupied

Names = dict[tuple[int, int], Match]
# Behind these a surname alone is a person; behind other titles it takes two words ("General Assembly" is nobody).
STYLES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "lord", "lady", "sir", "dame", "president", "senator"}
)
LONGEST_NAME = 3
LONGEST_HEADED = 6
HEADED = frozenset({"Agreement", "Event", "Programme", "Policy", "Organisation", "Office"})
# Labels of a name that may begin or stand inside a longer one.
PARTS = frozenset({"State", "Place", "Organisation"})
HEADLINES = frozenset({"title", "caps"})
DASHES = frozenset({"-", "–"})
# Behind "the alliance" these say which: another one than NATO, or a relation.
WHICH = frozenset({"with", "between", "of", "among", "-", "–", "that", "which"})


def titled(
    doc: Doc, finds: Iterable[Found], names: Names, words: Mapping[str, str], lines: Sequence[str]
) -> Iterator[Found]:
    """Persons behind a title: "Foreign Minister Shintarō Abe", "Mr Nakasone"."""
    taken = occupied(doc, (f for f in finds if f.label != "Person" or f.end - f.start > 1))
    starts = {
        start for (start, _), match in names.items() if any(m.kind not in ("surname", "town") for m in match.meanings)
    }
    for token in doc[:-1]:
        if words.get(token.lower_) != "title" or lines[token.i] in HEADLINES or taken[token.i]:
            continue
        end = token.i + 1
        while (
            end < len(doc)
            and not taken[end]
            and end not in starts
            and _is_name(doc[end])
            and doc[end].lower_ not in words
        ):
            end += 1
        length = end - token.i - 1
        ends_there = end == len(doc) or not (doc[end].text[:1].isupper() or taken[end])
        if ends_there and length <= LONGEST_NAME and (length > 1 or (length == 1 and token.lower_ in STYLES)):
            yield Found(token.i + 1, end, "Person")


def allied(doc: Doc) -> Iterator[Found]:
    """The alliance, which is NATO where nothing says another one."""
    for token in doc[1:]:
        if token.lower_ == "alliance" and token.nbor(-1).lower_ == "the":
            after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if after not in WHICH:
                yield Found(token.i, token.i + 1, "Organisation")


def headed(doc: Doc, finds: Iterable[Found], lines: Sequence[str]) -> Iterator[Found]:
    """Names in capitals with a head that leaves no doubt: "Nordic-Pacific Compact", "Danish Embassy"."""
    finds = list(finds)
    taken = occupied(doc, (f for f in finds if f.label not in PARTS or f.end - f.start > 2))
    heads = {f.end - 1 for f in finds}
    for token in doc[1:]:
        labels = labels_of(token.lower_) if token.is_title else ()
        if len(labels) != 1 or labels[0] not in HEADED or lines[token.i] in HEADLINES or token.i in heads:
            continue
        start = token.i
        while start and token.i - start < LONGEST_HEADED and not taken[start - 1] and _goes_before(doc, start - 1):
            start -= 1
        while start < token.i and (doc[start].text in DASHES or _opens(doc[start])):
            start += 1
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if start < token.i and not taken[token.i] and not (after is not None and _is_name(after)):
            yield Found(start, token.i + 1, labels[0])


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag_ in ("NNP", "NNPS") and token.text[-1].isalpha()


def _goes_before(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text in DASHES:
        return bool(index) and not token.whitespace_ and not doc[index - 1].whitespace_
    return token.text[:1].isupper() and token.tag_ in ("NNP", "NNPS", "JJ", "NN") and token.is_alpha


def _opens(token: Token) -> bool:
    """Whether a capital may only be that of a sentence's first word."""
    return bool(token.is_sent_start) and token.tag_ not in ("NNP", "NNPS") and token.ent_id_ == ""
