"""Who came after or before a person in office: asked as who held the office when that one's term ended, or before it.

"Who succeeded Stoltenberg as secretary general?" names the one person that is not asked for.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from jnato_graph.ask.named import forms_in_any_case
from jnato_graph.ask.words import load_words
from jnato_graph.reference import load_reference
from jnato_graph.reference.model import Term

_WHO: Final = r"(?:who|whom|which (?:politician|man|woman|person|leader|official))"
_HAVE: Final = r"(?:\s+(?:has|had|have))?"
_NAME: Final = r"(?P<name>[\w'’.-]+(?:\s+[\w'’.-]+){0,4}?)"
_ROLE: Final = r"(?:,?\s+(?:as|in the (?:post|office|job|role) of|at the (?:head|helm|top) of)\s+(?P<role>[^?]+?))?"
_TOOK: Final = (
    r"(?:succeed(?:s|ed)?|follow(?:s|ed)?|replace[sd]?|c[ao]mes?\s+after"
    r"|t(?:akes|ook|aken)\s+over\s+from|t(?:akes|ook|aken)\s+the\s+place\s+of)"
)
_NEXT: Final = (
    rf"{_WHO}{_HAVE}\s+{_TOOK}\s+{_NAME}{_ROLE}",
    rf"{_WHO}\s+(?:is|was|became|has become)\s+{_NAME}['’]s?\s+successor{_ROLE}",
    rf"{_WHO}\s+(?:is|was|became|has become)\s+(?:the\s+)?successor\s+(?:of|to)\s+{_NAME}{_ROLE}",
    rf"(?:by\s+)?{_WHO}\s+(?:is|was|were|has)\s+{_NAME}\s+(?:been\s+)?(?:succeeded|followed|replaced)(?:\s+by)?{_ROLE}",
    rf"(?:to\s+)?{_WHO}\s+did\s+{_NAME}\s+(?:hand over|make way|give way)(?:\s+(?:to|for))?{_ROLE}",
)
_LAST: Final = (
    rf"{_WHO}{_HAVE}\s+(?:precede[sd]?|came\s+before|went\s+before|comes\s+before|was\s+before|served\s+before)\s+{_NAME}{_ROLE}",
    rf"{_WHO}\s+(?:is|was)\s+{_NAME}['’]s?\s+(?:immediate\s+)?predecessor{_ROLE}",
    rf"{_WHO}\s+(?:is|was)\s+(?:the\s+)?predecessor\s+(?:of|to)\s+{_NAME}{_ROLE}",
    rf"{_WHO}\s+did\s+{_NAME}\s+(?:succeed|follow|replace|take\s+over\s+from|come\s+after){_ROLE}",
)
_BEING: Final = (
    rf"{_WHO}{_HAVE}\s+(?:is|was|were|been|became|become|served as|h[eo]ld the (?:office|post|job) of)\s+(?:the\s+)?"
    r"(?P<role>[^?]+?)\s+(?:right |just |directly |immediately )?"
)
_AFTER_HIM: Final = tuple(
    re.compile(rf"(?:and |so )?{each}\s*[?.!]*", re.IGNORECASE) for each in (*_NEXT, rf"{_BEING}after\s+{_NAME}")
)
_BEFORE_HIM: Final = tuple(
    re.compile(rf"(?:and |so )?{each}\s*[?.!]*", re.IGNORECASE) for each in (*_LAST, rf"{_BEING}before\s+{_NAME}")
)


def in_office(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The text as a question for who held an office on a day, a doubt that says so, and the key of whom it leaves out.

    As it is for other questions.
    """
    for patterns, comes_after in ((_AFTER_HIM, True), (_BEFORE_HIM, False)):
        for pattern in patterns:
            found = pattern.fullmatch(text)
            term = _term(found["name"], found["role"] or "", comes_after=comes_after) if found else None
            if term is not None:
                return _asked_of(term, comes_after=comes_after)
    return text, (), ()


def _asked_of(term: Term, *, comes_after: bool) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    entities = load_reference().entities
    day = (term.until if comes_after else _day_before(str(term.since))) or ""
    office = f"{term.titles[0]} of {entities[term.actor].name}"
    person = entities[term.person].name
    why = f"when {person} left that office" if comes_after else f"before {person}"
    told = f"it is read as who was {office} on {day}, {why}"
    return f"Who was {office} on {_written(day)}?", (told,), (term.person,)


def _term(name: str, role: str, *, comes_after: bool) -> Term | None:
    """The term of a person in an office, of a title in `role` if it tells one, of which the end asked for is known.

    Of several the highest, then the latest: who was foreign minister for a week before him is not asked for.
    """
    reference = load_reference()
    persons = {form.key for form in forms_in_any_case(name) if form.label == "Person"}
    persons = persons or set(reference.surname(name))
    terms = [term for term in reference.terms if persons == {term.person}]
    told = role.casefold().replace("-", " ")
    named = [term for term in terms if any(title.casefold().replace("-", " ") in told for title in term.titles)]
    known = [term for term in named or terms if (term.until if comes_after else term.since)]
    highest = load_words().highest_offices
    return max(known, key=lambda term: (term.role in highest, term.since or "", term.actor), default=None)


def _day_before(value: str) -> str:
    """The day, month or year before one, as exact as it is."""
    parts = [int(part) for part in value.split("-")]
    first = date(*(*parts, 1, 1)[:3])
    return (first - timedelta(days=1)).isoformat()[: len(value)]


def _written(value: str) -> str:
    """An ISO date as texts write it."""
    parts = [int(part) for part in value.split("-")]
    first = date(*(*parts, 1, 1)[:3])
    return {1: f"{first:%Y}", 2: f"{first:%B %Y}", 3: f"{first.day} {first:%B %Y}"}[len(parts)]
