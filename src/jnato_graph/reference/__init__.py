"""Reviewed reference data: who exists, under which names, who belongs to what, who held which office when.

It names things and holds memberships, terms of office, capitals, and which state or body a thing belongs to; it holds
no other claim about anything. `load_reference()` reads it once and returns the frozen `Reference`.
"""

from __future__ import annotations

from jnato_graph.reference.gazetteer import cities, city
from jnato_graph.reference.load import load_reference
from jnato_graph.reference.model import Form, Membership, Name, Reference, ReferenceEntity, Term

__all__ = ["Form", "Membership", "Name", "Reference", "ReferenceEntity", "Term", "cities", "city", "load_reference"]
