"""A report that may answer a question, with its parameters and how well it fits."""

from __future__ import annotations

from dataclasses import dataclass, field

from jnato_graph.ask.named import Named
from jnato_graph.ask.patterns import Pattern
from jnato_graph.report import Value


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A report with its parameters for a question. `names` are those that stand for entities, by parameter.

    `share`: how much of the question is accounted for, and `explained`: how much without the `slight` ones of the words
    that are `left`, which hardly change what is asked for; `score` tells how well the question fits, `rank` also how
    often such questions are for the report. `doubts`: what speaks against it, in words. `denied`: what is not so is
    asked for, and no parameter of the report tells it. `uncounted`: its rows tell of more than is asked for.
    `directed`: who visited is told, and whom.
    """

    pattern: Pattern
    values: dict[str, Value] = field(default_factory=dict)
    names: dict[str, Named] = field(default_factory=dict)
    explained: float = 0.0
    share: float = 0.0
    left: tuple[str, ...] = ()
    slight: frozenset[str] = frozenset()
    score: float = 0.0
    rank: float = 0.0
    doubts: tuple[str, ...] = ()
    denied: bool = False
    uncounted: bool = False
    directed: bool = False
