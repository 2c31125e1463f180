"""What "how many" and "how often" give: distinct values of a column of the answer, what is not so counted apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from jnato_graph.ask.choose import Choice
from jnato_graph.ask.series import is_namesake
from jnato_graph.ask.untold import UNCOUNTED
from jnato_graph.reference import load_reference
from jnato_graph.report import NOTHING_FOUND, Answer

STATUS: Final = ("status", "position", "modality", "polarity")
_MAY_NOT: Final = frozenset({"may not", "denied (possible)"})
NOT_SO: Final = _MAY_NOT | frozenset(
    {"did not", "is not to", "denied", "denied (planned)", "negated", "ended", "does not oppose",
     "does not support", "did not oppose", "did not support", "did not propose", "silent"}
)  # fmt: skip
_NOT_YET: Final = frozenset({"planned", "possible"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What "how many" gives: so many different values of `column`, and of those only planned, possible or denied.

    `by`: as many of each position, where a question asks for several ("how many opposed and how many supported it?").
    """

    column: str
    number: int
    not_yet: int = 0
    denied: int = 0
    by: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        if self.by:
            return ", ".join(f"{number} {name}" for name, number in self.by)
        besides = [f"{self.not_yet} only planned or possible"] if self.not_yet else []
        besides += [f"{self.denied} denied"] if self.denied else []
        return f"{self.number}" + (f" (besides, {' and '.join(besides)})" if besides else "")


def count_of(found: Answer, choice: Choice, columns: Mapping[str, str]) -> Count | None:
    """Distinct values of the column asked for; what is denied or not done yet is counted apart."""
    kinds = set(choice.kinds) & {"how-many", "how-often"}
    if (
        not kinds
        or choice.uncounted
        or UNCOUNTED in choice.doubts
        or (kinds == {"how-many"} and "how much" in choice.question.lower())
    ):
        # How much it was no report tells, and those who gave it are not asked for; nor is a number of all times.
        return None
    if not found.rows and NOTHING_FOUND not in found.notes:
        return None  # what may answer is left out, as a note says
    # Of those that took part in the same one, each has a row.
    held = columns.get("who") == "participant" and columns.get("what") in ("event", "exercise", "operation")
    if "how-often" in kinds:
        column = columns["what"] if held else "rows"
    else:
        column = columns.get(choice.counted, "") or columns.get("who") or columns.get("what") or "rows"
    keys: dict[str, set[object]] = {"so": set(), "not yet": set(), "denied": set(), "other": set()}
    by: dict[str, set[object]] = {}
    for number, record in enumerate(found.records()):
        status = {str(record[name]) for name in STATUS if name in record}
        sort = _sort(status)
        if choice.silent and "position" in record:
            sort = "so" if "silent" in status else "other"
        counted = number if column == "rows" else str(record.get(f"{column}Key", record.get(column)))
        keys[sort].add(counted)
        by.setdefault(_position(record), set()).add(counted)
    if choice.series:
        named = {str(record.get(f"{column}Key")): str(record.get(column)) for record in found.records()}
        for sort, each in keys.items():
            # Only against those of the same sort: who went to a summit may be said to have stayed away from another.
            listed = {key for key in map(str, each) if key in load_reference().entities}
            keys[sort] = {key for key in each if key in listed or not is_namesake(named.get(str(key), ""), listed)}
    several = len(by) > 1 and not choice.silent and "" not in by and not choice.values.get("position")
    return Count(
        column=column,
        number=len(keys["so"]),
        not_yet=len(keys["not yet"] - keys["so"]),
        denied=len(keys["denied"] - keys["so"] - keys["not yet"]),
        by=tuple((name, len(each)) for name, each in by.items()) if several else (),
    )


def _sort(status: set[str]) -> str:
    """What the words of a row tell: so, not so, or not (yet) sure. That something may not be so is no denial."""
    unsure = status & _MAY_NOT or "possible" in status
    return "not yet" if unsure else "denied" if status & NOT_SO else "not yet" if status & _NOT_YET else "so"


def _position(record: Mapping[str, object]) -> str:
    """The position that a row tells, "" for none; what is only possible is told as such."""
    position = str(record.get("position") or "")
    return f"{position} (possible)" if position and record.get("modality") == "possible" else position
