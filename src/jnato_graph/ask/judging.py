"""Questions with what must answer them, from a YAML file, and whether a choice and an answer are what was expected.

A row has `ask`, and either `report` (one or several names), `given` (its parameters) and what the answer must hold
(`rows`: cells that stand together in some row; `count`; `empty`), or `declined` (the reason). `sure: false` allows any
answer that is not given as sure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from jnato_graph.ask.answer import Asked
from jnato_graph.ask.choose import Choice, Declined
from jnato_graph.ask.words import load_words
from jnato_graph.report import SavedQuery, Value
from jnato_graph.report.cells import words as cell_words

# The rows that are expected tell whether a date that was not was rightly taken.
_DATES: Final = frozenset({"from", "to", "when", "at"})
# What one report has as a parameter, and another for itself.
_TOLD_BY_REPORT: Final = frozenset({"position", "predicate", "predicates", "action", "polarity", "modality", "label"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A row of the file: the question and what is expected of it."""

    text: str
    reports: tuple[str, ...]
    given: dict[str, Any] | None
    declined: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int | None
    empty: bool
    must_be_sure: bool


def read_questions(path: Path) -> list[Question]:
    """The questions of a file. `among: european` stands for the states of that group."""
    among = {name: list(keys) for name, keys in load_words().among.values()}
    questions = []
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        given = row.get("given")
        if given and isinstance(given.get("among"), str):
            given = given | {"among": among[given["among"]]}
        questions.append(
            Question(
                text=row["ask"],
                reports=_several(row.get("report")),
                given=given,
                declined=_several(row.get("declined")),
                rows=tuple(tuple(map(str, cells)) for cells in row.get("rows", ())),
                count=row.get("count"),
                empty=row.get("empty", False),
                must_be_sure=row.get("sure", True),
            )
        )
    return questions


def _several(value: object) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]


def fault_of_choice(question: Question, choice: Choice | Declined) -> str | None:
    """What is wrong with a choice, made without the graph; None when it is as expected."""
    if isinstance(choice, Declined):
        if question.declined:
            return None if {choice.reason, "unknown name"} & set(question.declined) else f"declined: {choice.reason}"
        return f"declined: {choice.message}" if question.must_be_sure else None
    if question.declined:
        unlisted = any(not named.listed for named in choice.names.values())
        return None if "unknown name" in question.declined and unlisted else f"answered by {choice.query.name}"
    if not question.must_be_sure and not choice.sure:
        return None
    if choice.query.name not in question.reports:
        return f"answered by {choice.query.name}"
    # What an unlisted name means only the graph tells, and which one of a family: the IPCP that is in it is Japan's.
    wanted = question.given or {}
    open_ = {
        name
        for name, named in choice.names.items()
        if not named.listed or str(wanted.get(name, "")).rpartition(":")[2].startswith(f"{choice.values[name]}-")
    }
    return _other_parameters(question, choice.query, choice.values, open_)


def _other_parameters(
    question: Question, query: SavedQuery, values: Mapping[str, Value], left_out: Collection[str] = ()
) -> str | None:
    """The parameters, where they are others than expected; a report's own defaults do not count."""
    defaults = {parameter.name: parameter.default for parameter in query.parameters}

    def told(given: Mapping[str, Any]) -> dict[str, Any]:
        kept = {name: value for name, value in given.items() if value != defaults.get(name) and name not in left_out}
        return {name: _plain(value) for name, value in kept.items()}

    chosen, wanted = told(values), told(question.given or {})
    exact = len(question.reports) == 1 and question.given is not None
    good = chosen == wanted if exact else wanted.items() <= chosen.items()
    return None if good else f"parameters {chosen}"


def fault_of_answer(question: Question, asked: Asked | Declined, *, letter: bool = True) -> str | None:
    """What is wrong with an answer on the graph; None when it is as expected.

    Not to the `letter`, another report may answer, if its rows hold what is expected, and its parameters all that the
    question gave and nothing else ("visits-between" for "visits-and-meetings" of two actors).
    """
    if isinstance(asked, Declined):
        if question.declined:
            return None if asked.reason in question.declined else f"declined: {asked.reason}"
        return f"declined: {asked.message}" if question.must_be_sure else None
    if question.declined:
        return f"answered by {asked.query.name}"
    if not question.must_be_sure and not asked.sure:
        return None
    if letter or not _gives_the_same(question, asked):
        if asked.query.name not in question.reports:
            return f"answered by {asked.query.name}"
        if fault := _other_parameters(question, asked.query, asked.parameters):
            return fault
    shown = [[cell_words(cell) for cell in row] for row in asked.answer.rows]
    for cells in question.rows:
        if not any(all(any(cell == has or cell in has.split("; ") for has in row) for cell in cells) for row in shown):
            return f"no row holds {', '.join(cells)}"
    if question.empty and shown:
        return f"{len(shown)} rows"
    if question.count is not None and (asked.count is None or asked.count.number != question.count):
        return f"count {asked.count}"
    return None


def _gives_the_same(question: Question, asked: Asked) -> bool:
    """Whether a report that was not expected holds rows that were, and has the parameters, whatever their names."""
    if not (question.rows or question.empty) or question.count is not None:
        return False
    given = {_plain(value) for value in (question.given or {}).values()}
    taken = {_plain(value) for name, value in asked.parameters.items() if name not in _TOLD_BY_REPORT}
    told = {_plain(value) for name, value in (question.given or {}).items() if name in _TOLD_BY_REPORT}
    dates = {_plain(asked.parameters[name]) for name in _DATES & asked.parameters.keys()}
    return question.given is None or given - told == taken or given - told == taken - dates


def _plain(value: object) -> str:
    """A value for comparison: of a text without the quotation marks that make it one phrase, of a list in any order."""
    return repr(sorted(map(str, value))) if isinstance(value, list) else str(value).strip('"').casefold()


def is_sure(result: Choice | Asked | Declined) -> bool:
    """Whether it was given as sure."""
    return not isinstance(result, Declined) and result.sure
