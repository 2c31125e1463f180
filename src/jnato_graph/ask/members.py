"""Members of a group of partners, whatever the day: such a group has no accession, and all its members are meant."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jnato_graph.ask.counting import STATUS
from jnato_graph.ask.patterns import columns_of
from jnato_graph.ask.words import load_words
from jnato_graph.reference import load_reference
from jnato_graph.report import NOTHING_FOUND, Answer, SavedQuery, Value


def of_partners(organisation: Value, query: SavedQuery) -> frozenset[str]:
    """The keys of the members of a group that only a word makes one ("Indo-Pacific partners"); none for others.

    None either for a report that is of the group itself, and does not take it for those who act.
    """
    takes = {parameter.name for parameter in query.parameters}
    groups = {key for key, _ in load_words().partner_groups.values()}
    if (
        organisation not in groups
        or not {"among", "organisation"} <= takes
        or columns_of(query).get("what") == "body"  # whose members are asked for
    ):
        return frozenset()
    return frozenset(each.actor for each in load_reference().memberships if each.organisation == organisation)


def with_early(found: Answer, every: Answer, members: frozenset[str], columns: Mapping[str, str]) -> Answer:
    """The answer with the rows of members from before they were called so; `every`: the answer without the group."""
    column = f"{columns.get('who')}Key"
    if column not in every.columns:
        return found
    at = every.columns.index(column)
    # How many documents tell of a row is counted among those that the group lets through: it tells no rows apart.
    told = [column, f"{columns.get('what')}Key", *STATUS, "date"]
    keys = [every.columns.index(name) for name in told if name in every.columns]
    shown = {repr([row[key] for key in keys]) for row in found.rows}
    early = [row for row in every.rows if row[at] in members and repr([row[key] for key in keys]) not in shown]
    if not early:
        return found
    name = every.columns.index(str(columns.get("who")))
    who = ", ".join(sorted({str(row[name]) for row in early}))
    notes = tuple(each for each in found.notes if each != NOTHING_FOUND)
    note = f"of {who} some is from before these partners were a group"
    return dataclasses.replace(found, rows=(*found.rows, *early), notes=(*notes, note))


def without_group(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values without the group whose members are asked for."""
    return {**values, "organisation": ""}
