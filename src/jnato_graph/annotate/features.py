"""What the recogniser is told of each token besides its letters: what lists know of it, and in what line it stands.

The two marks travel in token attributes that the pipeline does not otherwise use before recognition: `ent_id` (lists)
and `ent_kb_id` (kind of line).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from jnato_graph.annotate.lexicon import Match

SHORT = {"Organisation": "Org", "Programme": "Prog", "Agreement": "Agr", "Operation": "Op", "Exercise": "Ex"}
SENTENCE_END = frozenset(".!?;:…")
SMALL_WORDS = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "or", "over",
    "the", "to", "up", "via", "vs", "with",
})  # fmt: skip


def mark_tokens(doc: Doc, matches: Iterable[Match], words: Mapping[str, str]) -> list[str]:
    """Set both marks on every token of `doc` and return the kinds of lines.

    `words` gives the marks of single lower-case words (heads, titles).
    """
    marks = [words.get(token.lower_, "") for token in doc]
    for match in sorted(matches, key=lambda m: m.end - m.start):
        mark = mark_of(match)
        for index in range(match.start, match.end):
            marks[index] = f"{'B' if index == match.start else 'I'}-{mark}"
    lines = line_kinds(doc)
    for token, mark, line in zip(doc, marks, lines, strict=True):
        token.ent_id_ = mark
        token.ent_kb_id_ = line
    return lines


def mark_of(match: Match) -> str:
    """All that the lists say of a name, in one word."""
    kinds = set()
    for meaning in match.meanings:
        label = SHORT.get(meaning.label, meaning.label)
        if meaning.kind == "town":
            kinds.add("town")
        elif meaning.kind in ("adjective", "people", "capital", "seat", "surname"):
            kinds.add(meaning.kind)
        else:
            kinds.add(label if meaning.sure or len(match.meanings) > 1 else f"{label}?")
    if len(kinds) > 1:
        kinds.discard("town")
    return "|".join(sorted(kinds))


def line_kinds(doc: Doc) -> list[str]:
    """For each token the kind of its line: `caps`, `title` (each word capitalised), `short` (no full stop) or none."""
    kinds: list[str] = []
    start = 0
    for index in range(len(doc) + 1):
        if index == len(doc) or "\n" in doc[index].text:
            kinds += [_line_kind(doc, start, index)] * (index - start)
            if index < len(doc):
                kinds.append("")
            start = index + 1
    return kinds


def _line_kind(doc: Doc, start: int, end: int) -> str:
    words = [token for token in doc[start:end] if token.is_alpha and token.lower_ not in SMALL_WORDS]
    if len(words) < 3:
        return "short"
    if sum(word.is_upper for word in words) >= 0.8 * len(words):
        return "caps"
    last = next((token.text for token in reversed(doc[start:end]) if not token.is_space), "")
    if last[-1:] in SENTENCE_END or last[-1:] in "”\"'’)" or len(words) > 20:
        return ""
    if sum(word.text[0].isupper() for word in words) >= 0.8 * len(words):
        return "title"
    return "short"
