"""The values in an answer: plain Python values made of what the driver gives, and their words."""

from __future__ import annotations

from typing import Final

Cell = str | int | float | bool | None | list["Cell"] | dict[str, "Cell"]

LIST_JOINT: Final = "; "


def plain(value: object) -> Cell:
    """`value` without any type of the driver: nodes and relationships as their properties, dates in ISO 8601."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
    if hasattr(value, "iso_format"):
        return str(value.iso_format())
    if hasattr(value, "items"):
        return {str(key): plain(item) for key, item in sorted(value.items())}
    return str(value)


def words(cell: Cell) -> str:
    """`cell` as a person reads it: nothing for a missing one, lists joined by "; "."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float():
            return f"{cell:g}"
        case list():
            return LIST_JOINT.join(words(item) for item in cell)
        case dict():
            return LIST_JOINT.join(f"{key}: {words(item)}" for key, item in cell.items())
        case _:
            return str(cell)
