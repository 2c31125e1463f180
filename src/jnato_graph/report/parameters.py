"""What a saved query may ask for: the types of its parameters, and the reading of given values into them."""

from __future__ import annotations

import json
import math
import re
import reprlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from jnato_graph.errors import UsageError
from jnato_graph.nearest import did_you_mean
from jnato_graph.ontology import ACTORS, BODIES, LABELS

Value = str | int | float | bool | list[str]
Kind = Literal["text", "integer", "number", "boolean", "date", "list", "entity", "choice"]

PLAIN_KINDS: Final[dict[str, Kind]] = {
    "text": "text", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date", "list": "list",
}  # fmt: skip
ENTITY_TYPES: Final[dict[str, tuple[str, ...]]] = {
    **{label: (label,) for label in LABELS},
    "Actor": tuple(label for label in LABELS if label in ACTORS),
    "Body": tuple(label for label in LABELS if label in BODIES),  # what has offices, and people that act for it
    "Entity": LABELS,
}
TRUE: Final = frozenset({"true", "yes", "on", "1"})
FALSE: Final = frozenset({"false", "no", "off", "0"})
INTEGER_MAX: Final = 2**63 - 1
BOUNDS: Final = {"limit": (1, INTEGER_MAX), "minConfidence": (0, 1), "maxConfidence": (0, 1)}
"""The least and the greatest value of parameters with these names: others give no answer, or always the same."""
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterType:
    """A type as a header writes it: `integer`, `optional date`, `State`, `affirmed|negated|any`.

    `labels` is filled for entities (the value is a key or a name), `choices` for a fixed set of words. An optional
    one also takes the empty string, which stands for "any".
    """

    kind: Kind
    optional: bool = False
    labels: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        names = {labels: name for name, labels in ENTITY_TYPES.items()}
        name = "|".join(self.choices) if self.kind == "choice" else names.get(self.labels, self.kind)
        return f"optional {name}" if self.optional else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One `// $name = default (type) description` line of a header; `line` is where it stands in the file."""

    name: str
    default: Value
    type: ParameterType
    description: str = ""
    line: int = 0


def type_from(text: str) -> ParameterType | None:
    """The type that `text` names, or None when there is no such type."""
    first, _, rest = text.strip().partition(" ")
    optional = first == "optional"
    name = rest.strip() if optional else text.strip()
    if name in ENTITY_TYPES:
        return ParameterType(kind="entity", labels=ENTITY_TYPES[name], optional=optional)
    if "|" in name:
        choices = tuple(choice.strip() for choice in name.split("|"))
        return ParameterType(kind="choice", choices=choices, optional=optional) if all(choices) else None
    kind = PLAIN_KINDS.get(name)
    if kind is None or (optional and kind not in ("text", "date")):
        return None
    return ParameterType(kind=kind, optional=optional)


def type_of_default(default: object) -> ParameterType | None:
    """The type of a default that stands without one, or None when no parameter can have such a default."""
    match default:
        case bool():
            kind: Kind = "boolean"
        case int():
            kind = "integer"
        case float():
            kind = "number"
        case str():
            kind = "text"
        case list() if all(isinstance(item, str) for item in default):
            kind = "list"
        case _:
            return None
    return ParameterType(kind=kind)


def fits(value: object, type_: ParameterType) -> str | None:
    """None when `value` may stand for a parameter of this type, else what is expected, in words."""
    if type_.optional and value == "":
        return None
    match type_.kind:
        case "text" | "entity":
            good = isinstance(value, str) and _is_unicode(value) and (type_.kind == "text" or bool(value.strip()))
            wanted = "a text" if type_.kind == "text" else f"the key or name of {type_}"
        case "integer":
            good, wanted = _is_count(value), "a whole number from 0 on"
        case "number":
            good, wanted = _is_finite(value), "a finite number"
        case "boolean":
            good, wanted = isinstance(value, bool), "true or false"
        case "date":
            good, wanted = isinstance(value, str) and is_date(value), "a date as 2023, 2023-07 or 2023-07-11"
        case "list":
            good = isinstance(value, list) and all(isinstance(item, str) and _is_unicode(item) for item in value)
            wanted = 'a list of texts as ["a", "b"] or a,b'
        case "choice":
            good, wanted = value in type_.choices, "one of " + ", ".join(type_.choices)
    return None if good else wanted + (' or ""' if type_.optional else "")


def in_bounds(name: str, value: object) -> str | None:
    """None when a parameter of this name may have `value`, which fits its type; else what is expected, in words."""
    least, most = BOUNDS.get(name, (-math.inf, math.inf))
    if not isinstance(value, int | float) or least <= value <= most:
        return None
    return f"a number from {least} to {most}" if most < INTEGER_MAX else f"a whole number from {least} on"


def _shown(value: object) -> str:
    try:
        return reprlib.repr(value)
    except ValueError:  # Python writes no whole number of thousands of digits
        return "so large a number"


def _is_count(value: object) -> bool:
    """What limits how many rows or ways there are: the database takes no negative one."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= INTEGER_MAX


def _is_finite(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number that no float can hold
        return False


def _is_unicode(text: str) -> bool:
    """False for half characters, as a command line that is no UTF-8 gives them: no database takes those."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def is_date(text: str) -> bool:
    """Whether `text` is a day, month or year that the calendar has."""
    if not (match := _DATE.fullmatch(text)):
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def read_values(name: str, parameters: Sequence[Parameter], given: Mapping[str, object]) -> dict[str, Value]:
    """Every parameter of report `name` with its value: the given one, read into its type, else the default.

    Texts are read as a command line gives them ("0.5" for a number). Raises UsageError for a parameter that the
    report does not have and for a value of the wrong type; all problems stand in the one message.
    """
    known = {parameter.name: parameter for parameter in parameters}
    problems = []
    for unknown in sorted(given.keys() - known.keys()):
        has = ", ".join(known) if known else "none"
        hint = did_you_mean(unknown, known)
        problems.append(f"no parameter {unknown!r}{', ' + hint if hint else ''} (it has: {has})")
    values: dict[str, Value] = {}
    for parameter in parameters:
        value = given.get(parameter.name, parameter.default)
        if isinstance(value, str):
            value = _from_text(value, parameter.type)
        elif isinstance(value, tuple):
            value = list(value)
        if wanted := fits(value, parameter.type) or in_bounds(parameter.name, value):
            problems.append(f"parameter {parameter.name!r} takes {wanted}, not {_shown(value)}")
        elif isinstance(value, str | int | float | list):
            values[parameter.name] = float(value) if parameter.type.kind == "number" else value  # type: ignore[arg-type]
    if problems:
        raise UsageError(f"report {name}: {'; '.join(problems)}; see: jnato-graph report show {name}")
    return values


def _from_text(text: str, type_: ParameterType) -> object:
    """`text` as a value of the type where it reads as one, else unchanged (then `fits` says what is wrong)."""
    bare = text.strip()
    match type_.kind:
        case "integer" if re.fullmatch(r"[+-]?\d{1,19}", bare, re.ASCII):
            return int(bare)
        case "number":
            try:
                return float(bare)
            except ValueError:
                return text
        case "boolean":
            return True if bare.lower() in TRUE else False if bare.lower() in FALSE else text
        case "list":
            if bare.startswith("["):
                try:
                    return json.loads(bare)
                except (ValueError, RecursionError):
                    return text
            return [part.strip() for part in bare.split(",") if part.strip()]
        case "entity" | "date" | "choice":
            return bare
        case _:
            return text
