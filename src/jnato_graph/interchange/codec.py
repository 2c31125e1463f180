"""Records to and from plain JSON values by the types of their fields: what one may hold is said in `records` alone."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from jnato_graph.records import Claim, Document, Entity, Mention, Sentence

type Record = Document | Sentence | Entity | Mention | Claim
type Report = Callable[[str, str], None]
"""Takes a key and what is wrong with its value."""

KINDS: Final[dict[str, type]] = {
    "document": Document,
    "sentence": Sentence,
    "entity": Entity,
    "mention": Mention,
    "claim": Claim,
}
END: Final = "end"
"""The kind of the row that ends a file; it holds how many `rows` stand above it, up to the end of another file."""
_WRONG: Final = object()
_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


class _Field(NamedTuple):
    key: str
    name: str
    required: bool
    decode: Callable[[Any, str, Report], Any]


def camel_case(name: str) -> str:
    """`speaker_entity` → `speakerEntity`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def encode(record: Any) -> dict[str, Any]:
    """The JSON object of a record, keys in the order of its fields, without `kind`."""
    cls: type = type(record)
    return {
        field.key: value if type(value := getattr(record, field.name)) in _SCALARS else _plain(value)
        for field in _fields(cls)
    }


def decode(cls: type, row: Mapping[str, Any], report: Report, *, extra: frozenset[str] = frozenset()) -> Any | None:
    """The record that `row` holds, or None after telling `report` everything that is wrong with it.

    `extra` names the keys of the row that are no fields of the record.
    """
    record = _decode_object(cls, row, "", report, extra)
    return None if record is _WRONG else record


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [item if type(item) in _SCALARS else _plain(item) for item in value]
    return encode(value) if dataclasses.is_dataclass(value) else value


@cache
def _fields(cls: type) -> tuple[_Field, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(
        _Field(camel_case(field.name), field.name, field.default is dataclasses.MISSING, _decoder(hints[field.name]))
        for field in dataclasses.fields(cls)
    )


def _decoder(hint: Any) -> Callable[[Any, str, Report], Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return lambda value, key, report: _choice(value, arguments, key, report)
    if origin is types.UnionType or origin is typing.Union:
        (inner,) = (_decoder(part) for part in arguments if part is not type(None))
        return lambda value, key, report: None if value is None else inner(value, key, report)
    if origin is tuple:
        item = _decoder(arguments[0])
        return lambda value, key, report: _list(value, item, key, report)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return lambda value, key, report: _decode_object(hint, value, key, report, frozenset())
    return {str: _string, int: _integer, float: _number, bool: _boolean}[hint]


def _decode_object(cls: type, row: Any, where: str, report: Report, extra: frozenset[str]) -> Any:
    if not isinstance(row, Mapping):
        return _refuse(report, where, row, "an object")
    prefix = f"{where}." if where else ""
    fields, values, good = _fields(cls), {}, True
    for field in fields:
        if field.key not in row:
            if field.required:
                report(prefix + field.key, "is missing")
                good = False
            continue
        value = field.decode(row[field.key], prefix + field.key, report)
        good = good and value is not _WRONG
        values[field.name] = value
    known = {field.key for field in fields} | extra
    for key in row:
        if key not in known:
            report(f"{prefix}{key}", "is no known key")
            good = False
    return cls(**values) if good else _WRONG


def _list(value: Any, item: Callable[[Any, str, Report], Any], key: str, report: Report) -> Any:
    if not isinstance(value, list):
        return _refuse(report, key, value, "a list")
    items = tuple(item(part, f"{key}[{index}]", report) for index, part in enumerate(value))
    return _WRONG if any(part is _WRONG for part in items) else items


def _choice(value: Any, choices: tuple[Any, ...], key: str, report: Report) -> Any:
    if isinstance(value, str) and value in choices:
        return value
    return _refuse(report, key, value, f"one of {', '.join(choices)}")


def _string(value: Any, key: str, report: Report) -> Any:
    if not isinstance(value, str):
        return _refuse(report, key, value, "a string")
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        return _refuse(report, key, value, "valid Unicode (it holds half of a surrogate pair)")
    return value


def _integer(value: Any, key: str, report: Report) -> Any:
    # Neo4j's integers have 64 bits.
    if isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63:
        return value
    return _refuse(report, key, value, "a whole number")


def _number(value: Any, key: str, report: Report) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    return _refuse(report, key, value, "a finite number")


def _boolean(value: Any, key: str, report: Report) -> Any:
    return value if isinstance(value, bool) else _refuse(report, key, value, "true or false")


def _refuse(report: Report, key: str, value: Any, wanted: str) -> object:
    shown = ascii(value)
    report(key, f"is {shown if len(shown) <= 60 else shown[:57] + '...'}, not {wanted}")
    return _WRONG
