"""Two actors held against each other: "compare France and Germany on the Tokyo office" asks for both positions."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from jnato_graph.ask.named import forms_in_any_case
from jnato_graph.ask.narrowed import narrowed
from jnato_graph.ontology import ACTORS
from jnato_graph.report import Answer

_STANCES: Final = r"(?:positions?|stances?|views?|attitudes?|opinions?|lines?|policy|policies)"
_ONE: Final = r"(?P<one>[\w'’. -]+?)"
_OTHER: Final = r"(?P<other>[\w'’. -]+?)"
_JOINED: Final = r"(?:and|with|to|against|versus|vs\.?)"
_ON: Final = r"(?:\s+(?:on|about|over|towards?|regarding|concerning|when it comes to)\s+(?P<on>.+?))"
_END: Final = r"\s*[?.!]*"
_BOTH: Final = rf"(?:the\s+)?{_ONE}\s+{_JOINED}\s+(?:those of\s+|that of\s+)?(?:the\s+)?{_OTHER}"
_COMPARE: Final = r"(?:(?:please|can you|could you)\s+)?(?:compare|contrast)"
_COMPARED: Final = tuple(
    re.compile(each + _END, re.IGNORECASE)
    for each in (
        rf"{_COMPARE}\s+(?:the\s+)?{_STANCES}\s+of\s+{_BOTH}{_ON}?",
        rf"{_COMPARE}\s+{_BOTH}['’]s?\s+{_STANCES}{_ON}?",
        rf"{_COMPARE}\s+{_BOTH}{_ON}",
        rf"how\s+do\s+(?:the\s+)?{_STANCES}\s+of\s+{_BOTH}{_ON}?\s+compare",
        rf"(?:the\s+)?{_STANCES}\s+of\s+{_BOTH}\s+compared{_ON}?",
        rf"{_ONE}\s+(?:versus|vs\.?)\s+{_OTHER}{_ON}",
        rf"do\s+{_BOTH}\s+agree{_ON}",
        rf"do\s+{_BOTH}\s+see\s+eye\s+to\s+eye{_ON}",
    )
)
_APART: Final = tuple(
    re.compile(each + _END, re.IGNORECASE)
    for each in (
        rf"(?:on|about|over)?\s*(?:what|where|which\s+(?:matters|questions|issues|things))\s+do\s+{_BOTH}"
        r"\s+(?:disagree|differ|diverge|clash)(?:\s+(?:on|about|over))?",
        rf"(?:how\s+)?do\s+{_BOTH}\s+(?:disagree|differ|diverge|clash){_ON}",
    )
)


def as_positions(text: str) -> tuple[str, bool]:
    """The text as a question for the positions of two actors, and whether only what they disagree on is asked for.

    As it is for other questions: of two sources, or of two things, no positions are told.
    """
    for patterns, apart in ((_COMPARED, False), (_APART, True)):
        for pattern in patterns:
            found = pattern.fullmatch(text)
            if found and all(_acts(found[end]) for end in ("one", "other")):
                on = found.groupdict().get("on") or "anything"
                return f"Who opposed and who supported {on}, {found['one']} or {found['other']}?", apart
    return text, False


def _acts(name: str) -> bool:
    return any(form.label in ACTORS for form in forms_in_any_case(name.strip()))


def rows_apart(found: Answer) -> Answer:
    """The answer with only the rows of what one opposes and another supports."""
    if not {"subjectKey", "predicate", "objectKey"} <= set(found.columns):
        return found
    sides: dict[object, dict[str, set[object]]] = defaultdict(lambda: {"OPPOSES": set(), "SUPPORTS": set()})
    for record in found.records():
        if record["predicate"] in ("OPPOSES", "SUPPORTS") and record.get("status") in (None, "actual", "planned"):
            sides[record["objectKey"]][str(record["predicate"])].add(record["subjectKey"])
    about = found.columns.index("objectKey")
    both = {key for key, side in sides.items() if all(side.values()) and side["OPPOSES"] != side["SUPPORTS"]}
    rows = (row for row in found.rows if row[about] in both)
    return narrowed(found, rows, "of what only one of them takes a position on, or both the same")
