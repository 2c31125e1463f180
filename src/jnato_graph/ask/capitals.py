"""Capitals by the adjective of their state: "an office in the Japanese capital" is one in Tokyo."""

from __future__ import annotations

import re
from typing import Final

from jnato_graph.ask.named import forms_in_any_case
from jnato_graph.reference import load_reference

_CAPITAL: Final = re.compile(
    r"\bthe ((?:[A-Z][a-z]+ )?[A-Z][a-z]+) capital\b(?!\s+[A-Z])|\bthe capital of ([A-Z]\w+(?: [A-Z]\w+)?)"
)


def with_capitals(text: str) -> str:
    """The text with the name of each capital that it calls by its state."""
    return _CAPITAL.sub(_name, text)


def _name(found: re.Match[str]) -> str:
    entities = load_reference().entities
    states = {form.key for form in forms_in_any_case(found[1] or found[2]) if form.label == "State"}
    capital = entities[states.pop()].capital if len(states) == 1 else None
    return entities[capital].name if capital and capital in entities else found[0]
