"""What of a question tells which report answers it, for the learned choice of `likely`.

Names, groups and dates stand for any others of their kind, so that "Did France visit Japan?" is like "Did Italy visit
Canada?".
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from jnato_graph.ask.reading import Reading

_MEMBERS: Final = "<members>"
_STATES: Final = "<states>"
_DATE: Final = "<date>"
_UNKNOWN: Final = "<unknown>"


def features(reading: Reading) -> frozenset[str]:
    """The words of a question, alone and in pairs, what it asks for, its predicates, and the labels of its names."""
    words = list(_words(reading))
    labels = Counter(named.label or _UNKNOWN for named in reading.names)
    found = {f"word {word}" for word in words}
    found |= {f"pair {one} {two}" for one, two in pairwise(("<begin>", *words, "<end>"))}
    found |= {f"kind {kind}" for kind in reading.kinds}
    found |= {f"predicate {'not ' * trigger.negated}{trigger.predicate}" for trigger in reading.triggers}
    found |= {f"noun {label}" for labels in reading.label_nouns.values() for label in labels}
    found |= {f"asked {reading.doc[i].lemma_.lower()}" for i in reading.asked}
    found |= {f"name {label}" for label in labels} | {f"names {number} {label}" for label, number in labels.items()}
    found |= {f"group {_MEMBERS if group.organisation else _STATES}" for group in reading.groups}
    found |= {f"names {min(len(reading.names), 3)}", f"groups {len(reading.groups)}", f"dates {bool(reading.times)}"}
    found |= {f"denied {_is_denied(reading)}"}
    found |= {f"order {reading.order}", f"beyond {reading.beyond}", f"hedged {reading.hedged}"}
    return frozenset(found)


def _is_denied(reading: Reading) -> bool:
    """Whether what is asked for is what is not so: "which states did not oppose it?"."""
    told = {i for trigger in reading.triggers for i in trigger.tokens}
    return any(reading.doc[i].head.i in told for i in reading.negations)


def _words(reading: Reading) -> list[str]:
    """The lemmas of the question, with what stands for a name, a group or a date in its place."""
    stands = {i: "" for named in reading.names for i in range(named.start, named.end)}
    stands |= {named.start: f"<{named.label}>" if named.label else _UNKNOWN for named in reading.names}
    for group in reading.groups:
        stands |= dict.fromkeys(group.tokens, "") | {min(group.tokens): _MEMBERS if group.organisation else _STATES}
    if reading.times:
        at = min(reading.times.tokens)
        stands = dict.fromkeys(reading.times.tokens, "") | {at: _DATE} | stands
    words = (
        stands.get(token.i, token.lemma_.lower()) for token in reading.doc if not (token.is_punct or token.is_space)
    )
    return [word for word in words if word]
