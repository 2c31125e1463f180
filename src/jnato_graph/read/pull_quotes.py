"""Words of the article that are set a second time are read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from jnato_graph.read.piece import Piece, ends_sentence
from jnato_graph.read.rules import straight
from jnato_graph.read.sheet import BODY_WORDS, Sheet

_LENGTH: Final = range(8, 61)  # words
_MOST_HOLDERS: Final = 50  # of three words: common ones tell nothing
_MOST_COMPARED: Final = 4
_SAME: Final = 0.9  # of the words stand in order in the body


def drop_pull_quotes(sheet: Sheet) -> None:
    """Leave out pieces whose words stand in a longer piece, and paragraphs that stand there twice."""
    texts = {at: _words(sheet.pieces[at]) for at in sheet.left()}
    holders: dict[tuple[str, ...], list[int]] = {}  # which pieces hold three words in a row
    for at, words in texts.items():
        for three in set(_threes(words)):
            holders.setdefault(three, []).append(at)
    seen: set[tuple[str, ...]] = set()
    for at, words in texts.items():
        piece = sheet.pieces[at]
        if piece.kind == "paragraph" and piece.is_prose and len(words) >= BODY_WORDS:
            if words in seen:
                sheet.drop(at, "pull-quote")
            seen.add(words)
        if at < sheet.head or piece.kind in {"item", "row"} or len(words) not in _LENGTH:
            continue
        shared = Counter(other for three in _threes(words) for other in holders[three][:_MOST_HOLDERS] if other != at)
        likely = [other for other, _ in shared.most_common(_MOST_COMPARED) if other not in sheet.reason]
        if any(_is_taken_from(words, texts[other], exactly=ends_sentence(piece.text)) for other in likely):
            sheet.drop(at, "pull-quote")


def _threes(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[at : at + 3] for at in range(len(words) - 2))


def _words(piece: Piece) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w']+", straight(piece.text).casefold()))


def _is_taken_from(quote: tuple[str, ...], body: tuple[str, ...], *, exactly: bool) -> bool:
    if len(body) <= len(quote) or len(set(quote) & set(body)) < _SAME * len(set(quote)):
        return False
    if exactly:
        return f" {' '.join(quote)} " in f" {' '.join(body)} "
    blocks = [block for block in SequenceMatcher(None, body, quote, autojunk=False).get_matching_blocks() if block.size]
    if not blocks or sum(block.size for block in blocks) < _SAME * len(quote):
        return False
    return blocks[-1].a + blocks[-1].size - blocks[0].a <= len(quote) + max(3, len(quote) // 5)
