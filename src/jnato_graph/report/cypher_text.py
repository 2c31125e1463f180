"""Looks at the text of a Cypher query as far as that needs no parser: its parameters, and where statements end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

# Order matters: what hides other characters (comments, strings, quoted names) comes first.
_TOKEN: Final = re.compile(
    r"""
      (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | \$(?P<quoted_parameter>`(?:[^`]|``)*`)
    | (?P<name>`(?:[^`]|``)*`)
    | \$(?P<parameter>[^\W\d]\w*|\d+)
    | (?P<dynamic>\$\s*\()
    | (?P<unclosed>/\*|['"`])
    | (?P<end>;)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CypherText:
    """What stands in a query: `parameters` with the line of their first use, and the things it should not have.

    `statement` is the query without what stands after its last statement's `;`. `problems` are (line, words).
    """

    parameters: dict[str, int]
    statement: str
    problems: tuple[tuple[int, str], ...] = ()


def look_at(text: str) -> CypherText:
    """Finds the parameters of the one statement in `text`; comments, strings and quoted names hide nothing."""
    parameters: dict[str, int] = {}
    problems: list[tuple[int, str]] = []
    end: int | None = None
    said_end = False
    code_from = 0

    def line(position: int) -> int:
        return text.count("\n", 0, position) + 1

    def code_between(start: int, stop: int) -> None:
        nonlocal said_end
        if end is not None and not said_end and (rest := text[start:stop]).strip():
            said_end = True
            at = start + len(rest) - len(rest.lstrip())
            problems.append((line(at), "more than one statement; a report is one"))

    for match in _TOKEN.finditer(text):
        code_between(code_from, match.start())
        code_from = match.end()
        kind = match.lastgroup
        if kind == "comment":
            continue
        if kind == "end" and end is None:
            end = match.start()
            continue
        code_between(match.start(), match.end())
        if kind == "parameter":
            parameters.setdefault(match["parameter"], line(match.start()))
        elif kind == "quoted_parameter":
            problems.append((line(match.start()), "write parameters without backticks"))
        elif kind == "dynamic":
            problems.append((line(match.start()), "labels and types must stand in the query, not come from $( )"))
        elif kind == "unclosed":
            problems.append((line(match.start()), f"{match['unclosed']} is never closed"))
            break
    else:
        code_between(code_from, len(text))
    statement = text[:end].rstrip() if end is not None else text.rstrip()
    return CypherText(parameters=parameters, statement=statement, problems=tuple(problems))


def masked(text: str) -> str:
    """`text` with blanks for comments, strings and quoted names: as long as before, and only code is left in it."""

    def blank(match: re.Match[str]) -> str:
        if match.lastgroup in ("comment", "string", "name", "quoted_parameter"):
            return re.sub(r"[^\n]", " ", match[0])
        return match[0]

    return _TOKEN.sub(blank, text)


def literal(value: object) -> str:
    """`value` (text, number, truth value or list of these) as a Cypher literal, for `:param` lines.

    Every character that is not printable is written as an escape, so that a value can neither end the line nor reach
    the terminal as a control character.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join(_escaped(character) for character in value) + '"'
        case list() | tuple():
            return "[" + ", ".join(literal(item) for item in value) + "]"
        case _:
            raise TypeError(f"no Cypher literal for {type(value).__name__}")


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04X}"
    return f"\\u{0xD800 + (code - 0x10000 >> 10):04X}\\u{0xDC00 + (code - 0x10000 & 0x3FF):04X}"
