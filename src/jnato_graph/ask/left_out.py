"""What a question names only to leave it out: "who besides France opposed it?" is not asked of France."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from jnato_graph.ask.named import Named, forms_in_any_case
from jnato_graph.ask.words import Words

_LONGEST = 3
_JOINING = frozenset({"and", "or", ",", ", and", "and the"})


def without_left_out(doc: Doc, names: Sequence[Named], words: Words) -> tuple[list[Named], list[Named], set[int]]:
    """The names that are asked of, those that are left out, and the tokens that leave them out."""
    kept: list[Named] = []
    left: list[Named] = []
    tokens: set[int] = set()
    for named in names:
        before = _phrase_before(doc, named, words)
        joined = bool(left) and doc[left[-1].end : named.start].text.lower() in _JOINING
        if not before and not (joined and not _is_kept_behind(kept, left[-1])):
            kept.append(named)
            continue
        left.append(named)
        tokens |= before | set(range(named.start, named.end))
    return kept, left, tokens


def _is_kept_behind(kept: Sequence[Named], named: Named) -> bool:
    """Whether a name that is asked of stands behind one."""
    return any(each.start > named.start for each in kept)


def _phrase_before(doc: Doc, named: Named, words: Words) -> set[int]:
    """The tokens of the phrase before a name that leaves it out."""
    end = named.start
    while end and doc[end - 1].lower_ in ("the", "just", "only"):
        end -= 1
    for size in range(_LONGEST, 0, -1):
        if end >= size and doc[end - size : end].text.lower() in words.left_out:
            return set(range(end - size, named.start))
    return set()


def keys_of(named: Named) -> tuple[str, ...]:
    """What stands in the rows of an answer for a name: its key or text, and the state that a capital may mean."""
    return (named.key or named.text, *([named.other[0]] if named.other else []))


def key_of(text: str) -> str:
    """The key of what a text that is left out names in the lists, or ""."""
    keys = {form.key for form in forms_in_any_case(text.removeprefix("the ")) if form.kind != "capital"}
    return keys.pop() if len(keys) == 1 else ""
