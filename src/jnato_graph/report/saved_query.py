"""Reads a saved query: a `.cypher` file whose header gives its title, description and parameters.

    // Members that opposed an office
    // Which members of an organisation are reported to oppose an office.
    // $office = "nato-liaison-office-tokyo" (Office) the office asked about
    // $minConfidence = 0.0
    // answers: who=member when=date
    // asks: OPPOSES $office @organisation
    MATCH …
    RETURN …;

The header is the run of `//` lines at the top. The type in brackets and the words after it may be left out; the type
is then that of the default. `ENTITY_TYPES` and `PLAIN_KINDS` of `parameters.py` are the types, `optional` before one
lets "" stand for "any", and `a|b|c` is a choice. `asks` and `answers` are for questions in plain English; what they
mean is told in `jnato_graph.ask.patterns`, which reads them. An indented line goes on with the `asks` line above it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jnato_graph.errors import ReportError
from jnato_graph.report.cypher_text import CypherText, literal, look_at
from jnato_graph.report.parameters import Parameter, Value, fits, type_from, type_of_default

GOES_ON: Final = "//   "
MAX_BYTES: Final = 256 * 1024
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PARAMETER: Final = re.compile(r"\$(?P<name>[A-Za-z_]\w*)\s*=\s*", re.ASCII)
_TYPE: Final = re.compile(r"\s*\((?P<type>[^()]*)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A report. `text` is the whole file, `statement` the part sent to the database, `subject` its folder.

    `line` is where the statement begins in the file; `asks` are the kinds of question that the report answers, and
    `answers` says which column holds what (`who=member`), both as the header has them.
    """

    name: str
    subject: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str
    statement: str
    line: int
    path: str
    asks: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    def param_lines(self, values: dict[str, Value] | None = None) -> str:
        """The `:param` lines that set the parameters in Neo4j Browser and cypher-shell, one each."""
        chosen = values or {}
        return "".join(
            f":param {parameter.name} => {literal(chosen.get(parameter.name, parameter.default))}\n"
            for parameter in self.parameters
        )


def read_query(path: Path) -> SavedQuery:
    """The saved query in the file at `path`. Raises ReportError, naming file and line, when it is not a right one."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror or error})") from error
    if len(content) > MAX_BYTES:
        raise ReportError(f"{path}: larger than {MAX_BYTES // 1024} KiB; a saved query is one statement")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReportError(f"{path}:{line}: not UTF-8; save the file in that encoding") from error
    return parse_query(text, path)


def parse_query(text: str, path: Path) -> SavedQuery:
    """The saved query that `text` holds; `path` gives its name and subject. All problems stand in one ReportError."""
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    size = next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))
    problems: list[tuple[int, str]] = []
    if not _NAME.fullmatch(path.stem):
        problems.append((1, "the file's name must be lower-case words joined by '-', as members-opposed-office"))
    header = [line[2:].strip() for line in lines[:size]]
    words: list[str] = []
    parameters: dict[str, Parameter] = {}
    told: dict[str, list[str]] = {"asks": [], "answers": []}
    for number, line in enumerate(header, start=1):
        word, colon, rest = line.partition(":")
        if told["asks"] and line and lines[number - 1].startswith(GOES_ON):
            told["asks"][-1] += line if told["asks"][-1].endswith("|") else f" {line}"
        elif colon and word in told:
            told[word].append(rest.strip())
        elif line.startswith("$"):
            parameter = _read_parameter(line, number)
            if isinstance(parameter, str):
                problems.append((number, parameter))
            elif parameter.name in parameters:
                problems.append((number, f"${parameter.name} stands twice in the header"))
            else:
                parameters[parameter.name] = parameter
        elif line and parameters:
            problems.append((number, "text after the parameters; the description stands above them"))
        else:
            words.append(line)
    title = words[0] if words else ""
    description = " ".join(word for word in words[1:] if word)
    if not title:
        problems.append((1, "no title; the first line must be '// Title'"))
    elif not description:
        problems.append((2, "no description; the lines after the title must say what the report shows"))
    query = look_at(text)
    problems += _problems_of_body(query, parameters, size, len(lines))
    if problems:
        first = min(number for number, _ in problems)
        raise ReportError(f"{path}:{first}: " + "; ".join(f"line {at}: {what}" for at, what in sorted(problems)))
    body = "\n".join(query.statement.split("\n")[size:])
    return SavedQuery(
        name=path.stem,
        subject=path.parent.name,
        title=title,
        description=description,
        parameters=tuple(parameters.values()),
        text=text,
        statement=body.strip(),
        line=size + 1 + body[: len(body) - len(body.lstrip())].count("\n"),
        path=str(path),
        asks=tuple(told["asks"]),
        answers=tuple(told["answers"]),
    )


def _read_parameter(line: str, number: int) -> Parameter | str:
    """The parameter that a header line declares, or what is wrong with the line."""
    match = _PARAMETER.match(line)
    if not match:
        return 'a parameter is declared as: // $name = "default" (type) what it is'
    name, rest = match["name"], line[match.end() :]
    try:
        default, end = json.JSONDecoder(parse_constant=_no_constant).raw_decode(rest)
    except ValueError:
        return f'the default of ${name} is no text in double quotes, number, true, false or ["list", "of texts"]'
    except RecursionError:
        return f"the default of ${name} is nested too deeply"
    type_ = type_of_default(default)
    after = rest[end:]
    if after and not after[0].isspace() and after[0] != "(":
        return f"the default of ${name} is followed by {after[:20]!r}"
    if named := _TYPE.match(after):
        type_ = type_from(named["type"])
        if type_ is None:
            return f"${name} has an unknown type ({named['type']})"
        after = after[named.end() :]
    if type_ is None:
        return f"the default of ${name} must be a text, number, truth value or list of texts"
    if type_.kind == "number" and isinstance(default, int) and not isinstance(default, bool):
        default = float(default)
    if wanted := fits(default, type_):
        return f"the default of ${name} must be {wanted}"
    return Parameter(name=name, default=default, type=type_, description=after.strip(), line=number)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no default")


def _problems_of_body(
    query: CypherText, parameters: dict[str, Parameter], header: int, lines: int
) -> list[tuple[int, str]]:
    problems = list(query.problems)
    if not "\n".join(query.statement.split("\n")[header:]).strip():
        problems.append((min(header + 1, lines), "no query after the header"))
        return problems
    for name, line in query.parameters.items():
        if name not in parameters:
            problems.append((line, f"${name} is used but not declared in the header"))
    for name, parameter in parameters.items():
        if name not in query.parameters:
            problems.append((parameter.line, f"${name} is declared but never used"))
    return problems
