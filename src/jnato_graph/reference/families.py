"""Families of entries that differ only in a few words: summits by city and year, missions by state.

A family in a data file is one pattern with rows. `fields` names the columns of a row; `{field}` in the pattern is
replaced by the value, and a form that needs an empty field is left out. A column called `state` also gives `{name}`
and `{adjective}` of that state. `once` lists the forms that mean one entry alone only if no other family makes them:
they are marked ambiguous, and date or state decides.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import Any

from jnato_graph.reference.files import Problems, listed
from jnato_graph.reference.model import Form

_FIELD = re.compile(r"\{(\w+)\}")


def members(
    family: Mapping[str, Any], file: str, states: Mapping[str, Mapping[str, Any]], problems: Problems
) -> Iterator[dict[str, Any]]:
    """The raw entries of a family; a row that does not fit the fields goes to `problems`."""
    pattern = {name: value for name, value in family.items() if name not in ("fields", "rows", "once")}
    fields = listed(family.get("fields"))
    for row in family.get("rows", ()):
        cells = [cell.strip() for cell in row.split("|")]
        values: dict[str, tuple[str, ...]] = {name: (cell,) for name, cell in zip(fields, cells, strict=False) if cell}
        if len(cells) > len(fields):
            problems.add(file, str(family.get("key")), f"row {row!r} has more than {len(fields)} columns")
            continue
        if "state" in values:
            state = states.get(values["state"][0])
            if state is None:
                problems.add(file, str(family.get("key")), f"row {row!r}: {values['state'][0]!r} is no state")
                continue
            values |= _state_words(state)
        entry: dict[str, Any] = {name: filled[0] for name, form in pattern.items() if (filled := _fill(form, values))}
        once = (f"{form}?" for form in _fill(family.get("once", ""), values))
        entry["aliases"] = (
            *_fill(family.get("name", ""), values)[1:],
            *_fill(pattern.get("aliases", ""), values),
            *once,
        )
        yield entry


def yielding(forms: Iterable[Form], made: Container[str]) -> list[Form]:
    """`forms`, those of `made` entries marked ambiguous where another entry claims the same."""
    forms = list(forms)
    bearers: dict[str, set[str]] = {}
    for form in forms:
        if not form.ambiguous and form.kind != "surname":
            bearers.setdefault(form.folded, set()).add(form.key)
    return [
        form._replace(ambiguous=True) if form.key in made and len(bearers.get(form.folded, ())) > 1 else form
        for form in forms
    ]


def _state_words(state: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """How a state is named in a family: its name, with "the" where it takes one, its short forms, its adjective."""
    name, short = str(state["name"]), listed(state.get("short"))
    names = (
        (name, f"the {name}", *short, *(f"the {form}" for form in short)) if state.get("article") else (name, *short)
    )
    return {"name": names, "adjective": (listed(state.get("adjectives"))[0].rstrip("?"), *short)}


def _fill(pattern: str, values: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The forms of `pattern` with their fields filled in, in all ways; forms with an empty field are left out."""
    filled = []
    for form, fields in _forms(pattern):
        for chosen in product(*(values.get(field, ()) for field in fields)):
            text = form.format_map(dict(zip(fields, chosen, strict=True)))
            filled.append(text.removeprefix("the ").replace("s's ", "s' "))
    return tuple(dict.fromkeys(filled))


@lru_cache(maxsize=1024)
def _forms(pattern: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The forms of a pattern, each with its fields: the same for every row of a family."""
    return tuple((form, tuple(dict.fromkeys(_FIELD.findall(form)))) for form in listed(pattern))
