"""One of a sort or series, where a text names only the sort: whose programme it is, which year's exercise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from jnato_graph.reference import Reference
from jnato_graph.resolve.groups import Group, Groups, Named
from jnato_graph.resolve.names import years

_WITH = re.compile(r"^\W{0,2}\s*(?:with|for)\s+(?:the\s+)?$")
_ENDS = re.compile(r"[.;\n](?:\s|$)|\n")
_PARTNER = re.compile(r"\b(?:NATO|[Aa]lliance)\b|:")
_EDITION = re.compile(r" (?:19|20)?\d\d$")
_HABIT = re.compile(
    r"\b(?:annual(?:ly)?|biennial|yearly|every|since|regular(?:ly)?|each|series|edition|always"
    r"|began|begun|started|launched|founded|(?<!for the )first)\b"
)
_YEARLY = re.compile(
    r"\b(?:annual(?:ly)?|biennial(?:ly)?|yearly|each year|once a year|every (?:other |second |two |three )?years?"
    r"|since (?:19|20)\d\d)\b"
)
_LONGER = re.compile(r" [A-Z]")
_FAR = 60


def of_states(mentions: Sequence[Named], reference: Reference) -> list[Named]:
    """A listed sort that has one thing for each state ("ITPP") as that of the state beside it.

    "ITPP with South Korea", "New Zealand and NATO sign an IPCP", "Republic of Korea: IPCP concluded".
    """
    children: dict[str, dict[str, str]] = {}
    for entity in reference.entities.values():
        if entity.label == "Agreement" and entity.parent:
            state = entity.key.removeprefix(f"{entity.parent}-")
            if state != entity.key and state in reference.entities:
                children.setdefault(entity.parent, {})[state] = entity.key
    states = [m for m in mentions if m.label == "State" and m.key]
    told = list(mentions)
    for index, mention in enumerate(mentions):
        if mention.key in children:
            if mention.follows >= 0 and mentions[mention.follows].key == mention.key:
                told[index] = replace(mention, key=told[mention.follows].key)
            elif state := _state_behind(mention, mentions, states) or _state_before(mention, states):
                told[index] = replace(mention, key=children[mention.key].get(state, mention.key))
    return told


def _state_behind(mention: Named, mentions: Sequence[Named], states: Sequence[Named]) -> str:
    """The state in "(ITPP) with South Korea": only an acronym in brackets may stand between."""
    end = next(
        (m.end + 1 for m in mentions if mention.end < m.start <= mention.end + 2 and m.key == mention.key), mention.end
    )
    for state in states:
        gap = state.start - end
        if 0 < gap <= 12 and len(state.before) >= gap and _WITH.match(state.before[-gap:]):
            return state.key
    return ""


def _state_before(mention: Named, states: Sequence[Named]) -> str:
    """The last state before the mention in its sentence, where NATO stands between or beside them, or a colon."""
    for state in sorted(states, key=lambda s: -s.start):
        gap = mention.start - state.end
        if not 0 <= gap <= min(_FAR, len(mention.before)):
            continue
        between, ahead = mention.before[len(mention.before) - gap :], mention.before[: len(mention.before) - gap]
        clause = _ENDS.split(ahead)[-1]
        if _ENDS.search(between):
            return ""
        return state.key if _PARTNER.search(between) or _PARTNER.search(clause) else ""
    return ""


def join_editions(groups: Groups) -> None:
    """The bare name of an exercise is the edition named last before it; of a listed series, where the text has but one.

    A listed series stays itself where it is spoken of as one ("the annual Malabar"); where the title names an edition,
    its other mentions are that edition.
    """
    for g in list(groups.all):
        if not g.members or g.label != "Exercise" or any(years(n) for n in g.names):
            continue
        editions = [
            o for o in groups.all
            if o is not g and o.members and o.label == "Exercise" and not o.key and _is_edition(o.names, g.names)
        ]  # fmt: skip
        first = min(g.members)
        before = [o for o in editions if min(o.members) < first]
        titled = [o for o in before if _is_in_title(groups.mentions[min(o.members)])]
        if g.key and len(titled) == 1:
            _take_mentions(groups, titled[0], g)
            continue
        if not before or _is_yearly(groups, g) or (g.key and (len(editions) > 1 or _is_series(groups, g))):
            continue
        g.key = ""
        groups.merge(max(before, key=lambda o: groups.nearness(o, g)), g)


def _is_in_title(mention: Named) -> bool:
    """Whether it stands in the first line of the text."""
    return mention.start <= len(mention.before) and "\n" not in mention.before.lstrip()


def _take_mentions(groups: Groups, edition: Group, series: Group) -> None:
    """Give the edition those mentions of the series beside which no word speaks of the series."""
    taken = [i for i in series.members if not _speaks_of_series(groups.mentions[i])]
    if taken:
        series.members = [i for i in series.members if i not in taken]
        edition.members = sorted(edition.members + taken)


def _is_yearly(groups: Groups, g: Group) -> bool:
    """Whether the sentence of one of its mentions tells how often it is held: "Nordic Dawn is held every year"."""
    return any(_YEARLY.search("|".join(_beside(groups.mentions[i]))) for i in g.members)


def _is_series(groups: Groups, g: Group) -> bool:
    """Whether one of its mentions is of the whole series."""
    return any(_speaks_of_series(groups.mentions[i]) for i in g.members)


def _speaks_of_series(mention: Named) -> bool:
    """Whether words beside a mention speak of the whole series, or it begins a longer name."""
    return bool(_LONGER.match(mention.after)) or any(_HABIT.search(words) for words in _beside(mention))


def _beside(mention: Named) -> tuple[str, str]:
    """What stands before and behind it in its sentence."""
    return _ENDS.split(mention.before)[-1], _ENDS.split(mention.after)[0]


def _is_edition(names: set[str], series: set[str]) -> bool:
    """Whether one of `names` is one of `series` with a year or its last two digits behind it."""
    return any(_EDITION.search(name) and name.rpartition(" ")[0] in series for name in names)
