"""An answered question as text: what was asked, which report answered with which parameters, how sure, and the rows."""

from __future__ import annotations

import dataclasses
import json
from typing import Final

from jnato_graph.ask.answer import Asked
from jnato_graph.ask.words import load_words
from jnato_graph.report import Value, render
from jnato_graph.report.answer import option
from jnato_graph.report.escape import json_text, markdown, one_line, visible

_LONG: Final = 8
# The formats in which the heading stands above the rows; the others are for programs, and get it on stderr.
WITH_HEADING: Final = ("table", "md")


def heading(asked: Asked, *, show_cypher: bool = False) -> str:
    """The lines above the rows: question, report and parameters, what is not sure, the count, the query if wanted."""
    parameters = asked.parameters
    given = " ".join(_parameter(name, value) for name, value in parameters.items())
    lines = [f"Question: {asked.question}", f"Report:   {asked.query.name} {given}".rstrip()]
    if not asked.sure:
        lines.append("Not sure: this may not be what was asked")
    lines += [f"Note:     {remark}" for remark in (*asked.remarks, *asked.answer.notes)]
    if asked.count is not None:
        what = "" if asked.count.column == "rows" else f" by {asked.count.column}"
        lines.append(f"Count{what}: {asked.count}")
    text = "\n".join(one_line(line) for line in lines) + "\n"
    if show_cypher:
        query = asked.query.param_lines(asked.answer.values) + "\n" + asked.query.statement
        text += "\n" + visible(query, keep="\n\t").rstrip("\n") + "\n"
    return text


def _parameter(name: str, value: Value) -> str:
    """A parameter as `report run` takes it; of a long list only what it is, since --show-cypher gives it in full."""
    if isinstance(value, list) and len(value) > _LONG:
        groups = (group for group, keys in load_words().among.values() if list(keys) == value)
        return f"({len(value)} {next(groups, 'values').title()} states as {name})"
    return option(name, value)


def show_asked(asked: Asked, format_: str, *, width: int = 100, colour: bool = False, show_cypher: bool = False) -> str:
    """The answer in a format of reports; tables and Markdown begin with the heading, JSON holds it as fields."""
    # the heading tells the parameters
    answer = dataclasses.replace(asked.answer, values={}) if format_ == "table" else asked.answer
    rows = render(answer, format_, width=width, colour=colour)
    if format_ == "table":
        return f"{heading(asked, show_cypher=show_cypher)}\n{rows}"
    if format_ == "md":
        told = heading(asked, show_cypher=False).rstrip("\n").split("\n")
        lines = "".join(f"- {markdown(line)}\n" for line in told)
        query = asked.query.param_lines(asked.answer.values) + "\n" + asked.query.statement
        block = f"\n```cypher\n{visible(query, keep=chr(10))}\n```\n" if show_cypher else ""
        return f"{lines}{block}\n{rows}"
    if format_ == "json":
        count = asked.count
        told_as_fields = {
            "question": asked.question,
            "sure": asked.sure,
            "remarks": list(asked.remarks),
            "count": None
            if count is None
            else {"of": count.column, "number": count.number, "notYet": count.not_yet, "denied": count.denied},
            "cypher": asked.query.statement,
        }
        return json_text(json.dumps(told_as_fields | json.loads(rows), ensure_ascii=False, indent=2)) + "\n"
    return rows
