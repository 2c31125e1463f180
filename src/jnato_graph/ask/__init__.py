"""Questions in plain English: the fitting saved report with its parameters filled in from the question.

No language model, and nothing generated: a question is read with the pipeline that reads articles, and a report answers
it only when it accounts for every word that says something.
"""

from __future__ import annotations

from jnato_graph.ask.answer import Asked
from jnato_graph.ask.asking import ask_graph, patterns, pipeline, today
from jnato_graph.ask.choose import Choice, Declined, choose, refusal
from jnato_graph.ask.counting import Count
from jnato_graph.ask.patterns import Pattern, columns_of, patterns_of
from jnato_graph.ask.show import heading, show_asked

__all__ = [
    "Asked",
    "Choice",
    "Count",
    "Declined",
    "Pattern",
    "ask_graph",
    "choose",
    "columns_of",
    "heading",
    "patterns",
    "patterns_of",
    "pipeline",
    "refusal",
    "show_asked",
    "today",
]
