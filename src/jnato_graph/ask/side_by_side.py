"""What a question asks for side by side: "who opposed and who supported it", "who came and who hosted it"."""

from __future__ import annotations

from typing import Final

from jnato_graph.ask.candidate import Candidate
from jnato_graph.ask.named import Named
from jnato_graph.ask.patterns import Pattern, PredicateItem
from jnato_graph.ask.reading import Reading

PAIRS: Final = (frozenset({"OPPOSES", "SUPPORTS"}), frozenset({"VISITED", "MET_WITH"}))
_WHO: Final = frozenset({"who", "which"})
_AND: Final = frozenset({"and", "or", "nor", "&", "/", "vs", "vs.", "versus"})


def side_by_side(reading: Reading, pattern: Pattern, item: PredicateItem, predicate: str) -> frozenset[str]:
    """Both predicates, where the question joins them and the report lists them together; else nothing."""
    pair = next((each for each in PAIRS if predicate in each and each <= item.predicates), frozenset())
    taken = next((each for each in pattern.query.parameters if each.name == item.bind), None)
    lists_both = taken is not None and (taken.default == "any" or (taken.type.kind == "list" and pair == PAIRS[0]))
    places = {each.predicate: min(each.tokens) for each in reading.triggers if each.predicate in pair}
    if not lists_both or len(places) < 2:
        return frozenset()
    between = reading.doc[min(places.values()) : max(places.values())]
    return pair if any(token.lower_ in _AND for token in between) else frozenset()


def asks_who_twice(reading: Reading) -> bool:
    """Whether those of another part are asked for, too: "which leaders were there, and which country hosted it?"."""
    return sum(token.lower_ in _WHO for token in reading.doc) > 1


def second_of(reading: Reading, best: Candidate) -> tuple[str, Named] | None:
    """The parameter that a report has for one of two things behind "both", and the other one, which it leaves out."""
    for parameter, named in best.names.items():
        for other in reading.names:
            first, last = sorted((named, other), key=lambda each: each.start)
            between = reading.doc[first.end : last.start].text.lower()
            words = [token.lower_ for token in reading.doc[: first.start]]
            if words[-1:] == ["the"]:
                words.pop()
            joined = between in ("and", "and the", "and in") and words[-1:] in (["both"], ["in"])
            told = "both" in words[-2:]
            if other is not named and other.label == named.label and joined and told and other.text in best.left:
                return parameter, other
    return None
