"""The reports as saved scripts of Neo4j Browser: the zip that is dropped on it.

Browser (5.24) takes a zip with one `.cypher` file for each script: the folder is the file's path in the zip, the name
the first line of the text, a comment. Of a text with several statements it shows no results, only that they ran. So
`:param` lines before a report would hide its answer, and parameters set once would go on in the next report unseen. A
saved script is therefore one statement with its values at the top:

    WITH {
      office: "nato-liaison-office-tokyo"
    } AS given
    CALL (given) {
      MATCH (:Office {key: given.office}) … RETURN …
    }
    RETURN …;
"""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from textwrap import wrap
from typing import Final

from jnato_graph.report import Parameter, SavedQuery, read_catalogue
from jnato_graph.report.cypher_text import literal, masked

GIVEN: Final = "given"
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold: the same bytes whenever it is made
_PARAMETER: Final = re.compile(r"\$(\w+)", re.ASCII)
# How many rows: no variable may stand there, and it stands there only.
_ROWS: Final = re.compile(
    r"\b(?P<clause>LIMIT|SKIP)\s+(?:toInteger\s*\(\s*\$(\w+)\s*\)|\$(\w+))", re.ASCII | re.IGNORECASE
)
_SCOPED_CALL: Final = re.compile(r"\bCALL\s*\(\s*(?P<scope>[^()]*?)\s*\)\s*\{", re.IGNORECASE)
_UNSCOPED_CALL: Final = re.compile(r"\bCALL\s*\{", re.IGNORECASE)
_RETURN: Final = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
_AFTER_RETURN: Final = re.compile(r"\b(?:ORDER\s+BY|SKIP|OFFSET|LIMIT)\b", re.IGNORECASE)
_COLUMN: Final = re.compile(r"(?:^|\bAS\s+)(`(?:[^`]|``)+`|[^\W\d]\w*)$", re.IGNORECASE)
_OPENING, _CLOSING = "([{", ")]}"
_WIDTH: Final = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedScript:
    """A script as it goes into the zip: its folder and name in Browser, and the file's name."""

    folder: str
    title: str
    file: str
    text: str


def saved_scripts(folder: Path | None = None) -> tuple[SavedScript, ...]:
    """All reports of the catalogue (of `folder`, if given) as saved scripts, in its order.

    Raises ReportError for a report that cannot be read.
    """
    return tuple(saved_script(query) for query in read_catalogue(folder))


def saved_script(query: SavedQuery) -> SavedScript:
    """One report as a saved script, with the defaults of its parameters to be changed in one place."""
    folder = query.subject.replace("-", " ").capitalize()
    return SavedScript(folder=folder, title=query.title, file=f"{query.name}.cypher", text=script_text(query))


def script_text(query: SavedQuery) -> str:
    """The text of the script: one statement that runs as it stands."""
    comment = "".join(f"// {line}\n" for line in (query.title, *wrap(query.description, _WIDTH)))
    defaults = {parameter.name: literal(parameter.default) for parameter in query.parameters}
    code = masked(query.statement)
    columns = _columns(query.statement)
    if columns is None or _UNSCOPED_CALL.search(code) or re.search(rf"\b{GIVEN}\b", code):
        # What cannot be put into a subquery has its values where they are used.
        return f"{comment}{_replaced(query.statement, _PARAMETER, lambda match: defaults[match[1]])};\n"
    body = _replaced(query.statement, _ROWS, lambda match: f"{match['clause']} {defaults[match[2] or match[3]]}")
    used = {match[1] for match in _PARAMETER.finditer(masked(body))}
    if not used:
        return f"{comment}{body};\n"
    body = _in_scope(_replaced(body, _PARAMETER, lambda match: f"{GIVEN}.{match[1]}"))
    values = [parameter for parameter in query.parameters if parameter.name in used]
    return "\n".join(
        [
            f"{comment}// To ask for something else, change the values here and run it again.",
            "WITH {",
            *(_value(parameter, last=parameter is values[-1]) for parameter in values),
            f"}} AS {GIVEN}",
            f"CALL ({GIVEN}) {{",
            textwrap.indent(body, "  "),
            "}",
            *wrap(f"RETURN {', '.join(columns)};", _WIDTH, subsequent_indent="       "),
            "",
        ]
    )


def scripts_zip(scripts: Iterable[SavedScript]) -> bytes:
    """The zip of these scripts, the same bytes for the same scripts. Browser lists folders in the order of the zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for script in scripts:
            entry = zipfile.ZipInfo(f"{script.folder}/{script.file}", EARLIEST)
            entry.create_system = 3  # as on Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, script.text)  # stored: what a compressor makes may differ from version to version
    return buffer.getvalue()


def _value(parameter: Parameter, *, last: bool) -> str:
    comma = "" if last else ","
    words = " ".join(parameter.description.split())
    return f"  {parameter.name}: {literal(parameter.default)}{comma}{f'  // {words}' if words else ''}"


def _replaced(text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> str:
    """`text` with what `pattern` finds in its code (not in strings and comments) replaced."""
    parts, end = [], 0
    for match in pattern.finditer(masked(text)):
        parts += [text[end : match.start()], replacement(match)]
        end = match.end()
    return "".join([*parts, text[end:]])


def _in_scope(text: str) -> str:
    """`text` with the values named in the scope of each subquery that uses them: it would not see them otherwise."""
    code, depth = masked(text), _depths(masked(text))
    for match in reversed(list(_SCOPED_CALL.finditer(code))):
        brace = match.end() - 1
        closing = next(at for at in range(brace, len(code)) if code[at] == "}" and depth[at] == depth[brace])
        scope = match["scope"]
        if scope != "*" and f"{GIVEN}." in code[brace:closing]:
            names = f"{scope}, {GIVEN}" if scope else GIVEN
            text = f"{text[: match.start()]}CALL ({names}) {{{text[match.end() :]}"
    return text


def _columns(statement: str) -> list[str] | None:
    """The names of the columns that the statement returns, or None when they do not stand there."""
    code = masked(statement)
    depth = _depths(code)
    returns = [match for match in _RETURN.finditer(code) if depth[match.start()] == 0]
    if not returns:
        return None
    start = returns[-1].end()
    stops = [match.start() for match in _AFTER_RETURN.finditer(code, start) if depth[match.start()] == 0]
    stop = min(stops, default=len(code))
    commas = [at for at in range(start, stop) if code[at] == "," and depth[at] == 0]
    columns = []
    for begin, end in pairwise([start - 1, *commas, stop]):
        match = _COLUMN.search(statement[begin + 1 : end].strip())
        if match is None:
            return None
        columns.append(match[1])
    return columns


def _depths(code: str) -> list[int]:
    """For each character how many brackets are open around it; a bracket has the depth of what is outside it."""
    depths, depth = [], 0
    for character in code:
        depth -= character in _CLOSING
        depths.append(depth)
        depth += character in _OPENING
    return depths
