"""What kinds of question a report answers: the `asks` and `answers` lines of its header.

    // answers: who=member when=date where=places
    // asks: $actor? OPPOSES|SUPPORTS>position $proposal @organisation? long|time?

`answers` names the column that holds who, what, when or where. Each `asks` line is one kind of question, its words in
any order but for what stands before a predicate (the subject) and after it (the object):

- `OPPOSES|SUPPORTS`: one of these predicates, told by the triggers of `predicates.yaml`; `*` is any. `>position` puts
  the predicate into that parameter.
- `$office`: a name for that parameter, of its label. `on:$office`, `between:$first`: a name behind such a preposition.
- `@organisation`: a group ("NATO members") for that parameter; where the report has `among`, also a group of states
  that is no organisation ("European countries").
- `#role`: a title ("prime minister"); `#words`: a quoted text.
- `Exercise|Event`: a noun for such a thing ("drills"), or a name of that label.
- `change|shift`, `single+source`: one of these words (lemmas), with `+` several of them. `not>polarity:negated` also
  sets a parameter.
- `[yes|when]` in front: only questions of these kinds (`KINDS`).

What ends in `?` may be missing; a name that ends in `!` makes the report go before others. Dates need no mark: they go
to the parameters `from`, `to`, `when` and `at`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from jnato_graph.errors import ReportError
from jnato_graph.ontology import LABELS, PREDICATES, SIGNATURES
from jnato_graph.report import Parameter, SavedQuery

KINDS: Final = ("who", "which", "what", "when", "where", "how-many", "how-often", "how", "yes", "list")
ANY_PREDICATE: Final = frozenset(PREDICATES)
COLUMNS: Final = ("who", "what", "when", "where")
_WORDS: Final = re.compile(r"[a-z0-9+'|-]+(?:>[A-Za-z]+:\w+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PredicateItem:
    """A predicate that the question must (or may) speak of, and the parameter that it goes to."""

    predicates: frozenset[str]
    bind: str = ""
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotItem:
    """A parameter that a name fills. `side`: "subject" or "object" of the predicate beside it, or "".

    `wanted`: a pattern with it goes before others.
    """

    parameter: Parameter
    side: str
    preposition: str = ""
    required: bool = True
    wanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WordItem:
    """Words of which one alternative must (or may) be there; `sets` is a parameter that it sets then."""

    alternatives: tuple[tuple[str, ...], ...]
    required: bool = True
    sets: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelItem:
    """Labels of which the question must (or may) name one by a noun or an entity."""

    labels: frozenset[str]
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem:
    """A parameter that is a text: a title of office (`role`) or quoted words."""

    parameter: Parameter
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One kind of question that `query` answers."""

    query: SavedQuery
    line: str
    kinds: frozenset[str]
    predicates: tuple[PredicateItem, ...]
    slots: tuple[SlotItem, ...]
    words: tuple[WordItem, ...]
    labels: tuple[LabelItem, ...]
    texts: tuple[TextItem, ...]
    group: SlotItem | None
    order: int

    def topics_of(self, predicates: Iterable[str], without: Collection[str] = ()) -> frozenset[str]:
        """The labels of which nouns may stand in the question without saying more than the pattern does.

        They are those of the pattern, of its parameters but for those in `without`, and of the ends of the predicates.
        """
        found = {label for item in self.labels for label in item.labels}
        types = [slot.parameter.type for slot in self.slots if slot.parameter.name not in without]
        found |= {label for each in types if len(each.labels) < 4 for label in each.labels}
        ends = (SIGNATURES[predicate] for predicate in predicates)
        return frozenset(found | {label for subjects, objects in ends for label in subjects | objects})

    def loosened(self) -> Pattern:
        """The same, of which nothing need be in the question but what the report cannot do without."""
        return replace(
            self,
            kinds=frozenset(KINDS),
            predicates=tuple(replace(item, required=False) for item in self.predicates),
            slots=tuple(replace(slot, required=not slot.parameter.type.optional) for slot in self.slots),
            words=tuple(replace(item, required=False) for item in self.words),
            labels=tuple(replace(item, required=False) for item in self.labels),
            texts=tuple(replace(item, required=not item.parameter.type.optional) for item in self.texts),
            group=replace(self.group, required=False) if self.group else None,
        )

    @property
    def generic(self) -> bool:
        """Whether it takes any predicate: what a report made for it says better."""
        return any(item.predicates == ANY_PREDICATE for item in self.predicates)


def columns_of(query: SavedQuery) -> dict[str, str]:
    """Which column holds who, what, when, where. Raises ReportError for a line that says something else."""
    found: dict[str, str] = {}
    for pair in " ".join(query.answers).split():
        name, equals, column = pair.partition("=")
        if not equals or name not in COLUMNS:
            raise ReportError(
                f"{query.path}: answers: {pair!r} is not one of {', '.join(f'{c}=COLUMN' for c in COLUMNS)}"
            )
        if column:
            found[name] = column
    return found


def patterns_of(query: SavedQuery) -> tuple[Pattern, ...]:
    """The kinds of question that a report answers. Raises ReportError, naming the line, for one that cannot be read."""
    return tuple(_Reader(query, line, order).pattern() for order, line in enumerate(query.asks))


class _Reader:
    def __init__(self, query: SavedQuery, line: str, order: int) -> None:
        self.query, self.line, self.order = query, line, order
        self.parameters = {parameter.name: parameter for parameter in query.parameters}

    def pattern(self) -> Pattern:
        kinds = frozenset(KINDS)
        text = self.line
        if match := re.match(r"\[([^\]]*)\]", text):
            kinds = frozenset(match[1].split("|"))
            text = text[match.end() :]
            if wrong := kinds - set(KINDS):
                raise self._error(f"no kind of question is called {', '.join(sorted(wrong))}")
        items = text.split()
        is_predicate = [bool(re.match(r"(?:\*|[A-Z_]+\b(?![a-z]))", each)) for each in items]
        found: list[object] = []
        for at, item in enumerate(items):
            side = ""
            if any(is_predicate):
                side = "object" if any(is_predicate[:at]) else "subject"
            found.append(self._item(item, side, is_predicate[at]))
        groups = [item for item in found if isinstance(item, SlotItem) and item.side == "group"]
        return Pattern(
            query=self.query,
            line=self.line,
            kinds=kinds,
            predicates=tuple(item for item in found if isinstance(item, PredicateItem)),
            slots=tuple(item for item in found if isinstance(item, SlotItem) and item.side != "group"),
            words=tuple(item for item in found if isinstance(item, WordItem)),
            labels=tuple(item for item in found if isinstance(item, LabelItem)),
            texts=tuple(item for item in found if isinstance(item, TextItem)),
            group=groups[0] if groups else None,
            order=self.order,
        )

    def _item(self, item: str, side: str, is_predicate: bool) -> object:
        required = not item.endswith("?")
        wanted = item.endswith("!")
        body = item.rstrip("?!")
        if is_predicate:
            names, _, bind = body.partition(">")
            predicates = ANY_PREDICATE if names == "*" else frozenset(names.split("|"))
            if wrong := predicates - ANY_PREDICATE:
                raise self._error(f"no predicate is called {', '.join(sorted(wrong))}")
            if bind:
                self._parameter(bind)
            return PredicateItem(predicates=predicates, bind=bind, required=required)
        preposition, colon, name = body.partition(":")
        if name.startswith("$") and colon:
            return SlotItem(
                parameter=self._parameter(name[1:]),
                side=side,
                preposition=preposition,
                required=required,
                wanted=wanted,
            )
        if body.startswith("$"):
            return SlotItem(parameter=self._parameter(body[1:]), side=side, required=required, wanted=wanted)
        if body.startswith("@"):
            return SlotItem(parameter=self._parameter(body[1:]), side="group", required=required)
        if body.startswith("#"):
            return TextItem(parameter=self._parameter(body[1:]), required=required)
        if body[:1].isupper():
            labels = frozenset(body.split("|"))
            if wrong := labels - set(LABELS):
                raise self._error(f"no label is called {', '.join(sorted(wrong))}")
            return LabelItem(labels=labels, required=required)
        if not _WORDS.fullmatch(body):
            raise self._error(f"{item!r} is none of what a line may hold")
        words, arrow, setting = body.partition(">")
        sets = None
        if arrow:
            parameter, _, value = setting.partition(":")
            sets = (self._parameter(parameter).name, value)
        alternatives = tuple(tuple(each.replace("-", "+").split("+")) for each in words.split("|"))
        return WordItem(alternatives=alternatives, required=required, sets=sets)

    def _parameter(self, name: str) -> Parameter:
        if name not in self.parameters:
            raise self._error(f"the report has no parameter {name!r}")
        return self.parameters[name]

    def _error(self, what: str) -> ReportError:
        return ReportError(f"{self.query.path}: asks: {self.line!r}: {what}")
