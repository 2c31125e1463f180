"""Families of entries that differ only in a few words: summits by city and year, missions by state.

A family in a data file is one pattern with rows. `fields` names the columns of a row; `{field}` in the pattern is
replaced by the value, and a form that needs an empty field is left out. A column called `state` also gives `{name}`
and `{adjective}` of that state. `once` lists the forms that mean one entry alone only if no other family makes them:
they are marked ambiguous, and date or state decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jnato_graph.reference.files import Problems, listed

_FIELD = re.compile(r"\{(\w+)\}")


def members(
    family: Mapping[str, Any], file: str, states: Mapping[str, Mapping[str, Any]], problems: Problems
) -> Iterator[dict[str, Any]]:
    """The raw entries of a family; a row that does not fit the fields goes to `problems`."""
    pattern = {name: value for name, value in family.items() if name not in ("fields", "rows", "once")}
    fields = listed(family.get("fields"))
    for row in family.get("rows", ()):
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) > len(fields):
            problems.add(file, str(family.get("key")), f"row {row!r} has more than {len(fields)} columns")
            continue
        values = {name: cell for name, cell in zip(fields, cells, strict=False) if cell}
        if "state" in values:
            state = states.get(values["state"])
            if state is None:
                problems.add(file, str(family.get("key")), f"row {row!r}: {values['state']!r} is no state")
                continue
            adjective = next(iter(listed(state.get("adjectives"))), "")
            values |= {"name": str(state["name"]), "adjective": adjective.rstrip("?")}
        entry = {name: filled for name, form in pattern.items() if (filled := _fill(form, values))}
        once = _fill(family.get("once", ""), values)
        if once:
            entry["aliases"] = " | ".join(filter(None, (entry.get("aliases"), *(f"{form}?" for form in listed(once)))))
        yield entry


def _fill(pattern: str, values: Mapping[str, str]) -> str:
    """`pattern`, a list of forms, with its fields filled in; forms with an empty field are left out."""
    forms = (form for form in listed(pattern) if all(field in values for field in _FIELD.findall(form)))
    return " | ".join(form.format_map(values) for form in forms)
