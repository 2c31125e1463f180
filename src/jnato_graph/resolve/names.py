"""Names as they are compared: what of a surface form tells which thing it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from jnato_graph.packaged import data_yaml
from jnato_graph.reference.spelling import BRITISH_AND_AMERICAN, strip_marks

SMALL = frozenset(["the", "a", "an", "of", "in", "at", "on", "for", "and", "to", "with", "by", "from", "between", "s"])
_LINKS = frozenset(["of", "in", "at", "on", "for", "to", "between", "with", "against", "by", "from", "during"])
_SPELLING = (
    *dict.fromkeys((british.lower(), american.lower()) for british, american in BRITISH_AND_AMERICAN),
    ("co operation", "cooperation"),
)
_BRACKETED = re.compile(r"\s*\((?P<inner>[^()]{2,40})\)")
_DATED = re.compile(
    r"\(?(?:\b(?:of|in)\s)?(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?"
    r"\b(?P<year>(?:19|20)\d\d)\b\)?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """`data/naming.yaml`: heads by kind, and the words that go before a name of a label."""

    kind_of: Mapping[str, str]
    sorts: Mapping[str, tuple[str, ...]]
    tails: Mapping[str, tuple[str, ...]]
    generic: Mapping[str, frozenset[str]]
    common: Mapping[str, frozenset[str]]
    governments: frozenset[str]
    adjectives: frozenset[str]
    halves: Mapping[str, str]
    usual_halves: Mapping[str, str]
    islands: frozenset[str]
    metonyms: Mapping[str, tuple[str, ...]]
    of_any_state: frozenset[str]
    in_politics: frozenset[str]
    plain_offices: frozenset[str]


@cache
def naming() -> Naming:
    """The data file, read once."""
    rows = data_yaml("naming.yaml")
    kinds: dict[str, str] = {}
    for kind, heads in rows["kinds"].items():
        for head in heads.split(","):
            kinds.setdefault(plain(head), kind)
    return Naming(
        kind_of=kinds,
        sorts={label: _longest_first(text) for label, text in rows["sorts"].items()},
        tails={label: _longest_first(text) for label, text in rows["tails"].items()},
        generic={kind: frozenset(_longest_first(text)) for kind, text in rows["generic"].items()},
        common={label: frozenset(_longest_first(text)) for label, text in rows["common"].items()},
        governments=frozenset(_longest_first(rows["governments"])),
        adjectives=frozenset(_longest_first(rows["adjectives"])),
        halves=rows["halves"],
        usual_halves=rows["usual_halves"],
        islands=frozenset(rows["islands"].split()),
        metonyms={place: tuple(keys.split()) for place, keys in rows["metonyms"].items()},
        of_any_state=frozenset(_longest_first(rows["of_any_state"])),
        in_politics=frozenset(_longest_first(rows["in_politics"])),
        plain_offices=frozenset(_longest_first(rows["plain_offices"])),
    )


def _longest_first(text: str) -> tuple[str, ...]:
    return tuple(sorted({plain(word) for word in text.split(",")}, key=lambda word: (-len(word.split()), word)))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` in small plain letters without article, possessive marks, hyphens and other punctuation."""
    text = re.sub(r"['’]s\b|(?<=s)['’](?=\s|$)", "", text)
    text = re.sub(r"(?<=\w)\.(?=\w\b|\w\.)|(?<=\b\w)\.", "", text)
    text = re.sub(r"[^\w]+", " ", strip_marks(text).casefold()).strip()
    text = re.sub(r"^(?:the|a|an) ", "", text)
    for british, american in _SPELLING:
        text = text.replace(british, american)
    return text


@lru_cache(maxsize=65536)
def bare(text: str, label: str) -> str:
    """`plain` without words that only tell the sort ("Exercise", "Prime Minister") and a bracketed acronym."""
    text = plain(_BRACKETED.sub("", text) or text)
    changed = True
    while changed:
        changed = False
        for sort in naming().sorts.get(label, ()):
            if text.startswith(f"{sort} "):
                text, changed = plain(text[len(sort) + 1 :]), True
                break
    return text


def without_bracket(text: str) -> str:
    """`text` in its own spelling without an acronym in brackets."""
    return " ".join(_BRACKETED.sub("", text).split())


def without_tail(text: str, label: str) -> str:
    """`text` without a noun behind it that only tells the sort ("Nikkei newspaper"); '' when there is none."""
    name = plain(text)
    tail = next((t for t in naming().tails.get(label, ()) if name.endswith(f" {t}")), None)
    parts = text.split()
    if tail is None or len(parts) <= len(tail.split()):
        return ""
    before = parts[: -len(tail.split())]
    return "" if before[-1].islower() else " ".join(before)  # "security bloc" is no name with a tail


def without_date(text: str) -> tuple[str, str]:
    """`text` without its year or month, and the year: "Washington Summit of July 2024", "2023 ITPP with Japan"."""
    match = _DATED.search(text)
    if match is None:
        return "", ""
    rest = " ".join((text[: match.start()] + " " + text[match.end() :]).split())
    return rest, match["year"]


def without_sort(text: str, label: str) -> str:
    """`text` in its own spelling without article, sort words before it and bracketed acronym behind it."""
    text = _BRACKETED.sub("", text).strip() or text
    while True:
        first = plain(text)
        sort = next((s for s in naming().sorts.get(label, ()) if first.startswith(f"{s} ")), None)
        parts = text.split()
        if sort is None or len(parts) <= len(sort.split()):
            return text
        text = " ".join(parts[len(sort.split()) :])


def titles(text: str) -> str:
    """The titles before a person's name, plain: "Prime Minister Fumio Kishida" gives "prime minister"."""
    whole, name = plain(text), bare(text, "Person")
    return whole[: -len(name)].strip() if whole.endswith(name) else ""


def bracketed(text: str) -> str | None:
    """The acronym that a name carries in brackets: "International Security Assistance Force (ISAF)"."""
    match = _BRACKETED.search(text)
    return match["inner"] if match and any(c.isupper() for c in match["inner"]) else None


def words(text: str) -> frozenset[str]:
    """The words of a plain name that carry meaning."""
    return frozenset(text.split()) - SMALL


def head(text: str) -> str:
    """The last word of a plain name before its first "of", "in", "on": what sort of thing it is."""
    parts = text.split()
    end = next((i for i, word in enumerate(parts) if word in _LINKS and i > 0), len(parts))
    while end > 1 and _YEAR.fullmatch(parts[end - 1]):
        end -= 1
    return parts[end - 1] if parts else ""


def singular(text: str) -> str:
    """Plain name with its words in the singular, roughly: "trust funds" and "trust fund" are one."""
    return " ".join(w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in text.split())


def years(text: str) -> frozenset[str]:
    """The years in a name."""
    return frozenset(_YEAR.findall(text))


def initials(text: str) -> frozenset[str]:
    """What an acronym of the name may look like: with and without its small words."""
    parts = text.split()
    every = "".join(w[0] for w in parts)
    large = "".join(w[0] for w in parts if w not in SMALL)
    return frozenset(i for i in (every, large) if len(i) > 1)


def slug(text: str) -> str:
    """The name as the second half of a key."""
    return "-".join(plain(text).split()) or "-"
