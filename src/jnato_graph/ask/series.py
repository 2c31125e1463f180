"""Names of whole series in a question: "the July 2023 NATO summit" is one event, "any NATO summit" is none alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from spacy.tokens import Doc

from jnato_graph.ask.named import Named
from jnato_graph.ask.times import Times
from jnato_graph.ask.words import Words
from jnato_graph.reference import load_reference
from jnato_graph.report.names import fold

# What tells which one it was for somebody, and no other one: "his second NATO summit".
_COUNTED: Final = frozenset({"first", "second", "third", "fourth", "last", "next", "annual", "the"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What becomes of the names of series: the `names` and `times` that are left, `nouns` that stand for no one event.

    `doubts` tell what the reports cannot tell apart; `kind` is that of the events asked for, "nato summit".
    """

    names: list[Named]
    times: Times | None
    nouns: Mapping[int, str]
    doubts: tuple[str, ...] = ()
    kind: str = ""


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """The keys of events by the kind that they are of, folded: "nato summit"."""
    found: dict[str, list[str]] = {}
    for entity in load_reference().entities.values():
        if entity.label == "Event" and entity.kind and entity.since:
            found.setdefault(entity.kind.casefold(), []).append(entity.key)
    return {kind: tuple(keys) for kind, keys in found.items()}


def without_series(doc: Doc, names: Sequence[Named], times: Times | None) -> Series:
    """The names with each series taken for its one event at the date of the question, or for events of any kind."""
    kept: list[Named] = []
    nouns: dict[int, str] = {}
    doubts: list[str] = []
    asked = ""
    for named in names:
        kind, end = _kind(doc, named)
        if not kind:
            kept.append(named)
            continue
        named = replace(named, end=end, text=doc[named.start : end].text)
        keys = [key for key in _kinds()[kind] if times and _lies_in(str(_since(key)), times)]
        if len(keys) == 1 and times and _is_near(named, times):
            entity = load_reference().entities[keys[0]]
            # The date tells which one it is, and has no more to say.
            start = min(named.start, *times.tokens)
            end = max(named.end, *(i + 1 for i in times.tokens))
            kept.append(replace(named, start=start, end=end, key=entity.key, label=entity.label, listed=True))
            times = None
        else:
            nouns |= dict.fromkeys(range(named.start, named.end), "Event")
            doubts.append(f"{named.text} is read as any event that is called so")
            asked = kind
    return Series(names=kept, times=times, nouns=nouns, doubts=tuple(doubts), kind=asked)


def is_of_kind(key: str, name: str, kind: str) -> bool:
    """Whether an event is of a kind: listed as such, or with all words of it in its name."""
    keys = _kinds().get(kind, ())
    return (
        key in keys
        or set(kind.split()) <= set(name.casefold().split())
        or (any(_is_short_for(name, each) for each in keys) and _tells_kind(name, kind))
    )


def _tells_kind(name: str, kind: str) -> bool:
    """Whether a name without its body tells a kind: by a place where only such are listed, and by no year alone."""
    words = {word for word in fold(name).split() if not word.isdigit()} - _COUNTED
    others = (key for each, keys in _kinds().items() if each != kind for key in keys)
    return len(words) > 1 and not any(_is_short_for(name, key) for key in others)


def is_namesake(name: str, keys: Collection[str]) -> bool:
    """Whether an event by a name of its own may be one of those listed with these `keys`: "second NATO Summit"."""
    return any(_is_short_for(name, each) for each in keys)


def _is_short_for(name: str, key: str) -> bool:
    """Whether a listed event has all words of a name in its own: "Madrid summit" is that of NATO in Madrid."""
    entity = load_reference().entities.get(key)
    words = set(fold(name).split()) - _COUNTED
    return entity is not None and len(words) > 1 and words <= set(fold(entity.name).split())


def _kind(doc: Doc, named: Named) -> tuple[str, int]:
    """The kind of events that a name tells, alone or with the noun behind it, and where it ends; "" for other names."""
    for end in (named.end, min(named.end + 1, len(doc))):
        text = doc[named.start : end].text.casefold().removeprefix("the ").removesuffix("s")
        if text in _kinds() and (end > named.end or not named.listed):
            return text, end
    return "", named.end


def _since(key: str) -> str | None:
    return load_reference().entities[key].since


def _lies_in(day: str, times: Times) -> bool:
    """Whether a day lies in a span; a month or year counts in full."""
    return day >= times.start and (not times.end or day[: len(times.end)] <= times.end)


def _is_near(named: Named, times: Times) -> bool:
    """Whether the date stands beside the name, and nothing of the question between them: "NATO summit in July 2023"."""
    if not times.single:
        return False
    first, last = min(times.tokens), max(times.tokens)
    return 0 <= first - named.end <= 1 or 0 <= named.start - last - 1 <= 1


def with_occasion(doc: Doc, series: Series, words: Words) -> Series:
    """A city where states were at a time, as the summit that was there then: "which allies were in Madrid in 2022?"."""
    times = series.times
    does = any(token.pos_ in ("VERB", "AUX") and token.lemma_ != "be" for token in doc)
    asks_for_it = any({"Event", "Exercise"} & words.labels.get(token.lemma_.lower(), frozenset()) for token in doc)
    if not times or does or asks_for_it or any(named.label in ("Person", "") for named in series.names):
        return series
    for at, named in enumerate(series.names):
        if named.label != "Place" or named.preposition not in ("in", "at"):
            continue
        text = f"{times.start[:4]} {named.text.title()} summit"
        keys = {form.key for form in load_reference().candidates(text) if form.label == "Event"}
        key = keys.pop() if len(keys) == 1 else ""
        if key and _lies_in(str(_since(key)), times):
            event = load_reference().entities[key]
            names = [*series.names]
            names[at] = replace(named, key=key, label=event.label, listed=True, other=None)
            doubt = f"{named.text} is read as the {event.name}"
            return replace(series, names=names, times=None, doubts=(*series.doubts, doubt))
    return series
