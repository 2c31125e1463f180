"""Makes new rows of old ones: other names of the same sort in the same sentences, and headlines of them.

The recogniser shall learn by which words and forms a name is known, not which names there are.
"""

from __future__ import annotations

import random
import re
from importlib.resources import files
from pathlib import Path

import yaml

from gold import Row, outermost
from jnato_graph.annotate.lexicon import town_names
from jnato_graph.reference import load_reference

SHARE = 0.6
TITLED = 0.08
CONNECTORS = frozenset(
    [
        "of",
        "the",
        "and",
        "on",
        "for",
        "in",
        "to",
        "at",
        "by",
        "with",
        "between",
        "against",
        "from",
        "de",
        "la",
        "du",
        "le",
        "d'",
    ]
)


class Augmenter:
    """Changes rows with the random numbers of `rng`."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.words = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
        self.towns = [town for town in town_names() if town.count(" ") < 2]
        self.forms: dict[str, list[str]] = {}
        self.kind_of: dict[str, str] = {}
        for form in load_reference().forms():
            if (
                form.label == "State"
                and form.case_sensitive
                and " of " not in form.surface
                and "Republic" not in form.surface
            ):
                kind = "name" if form.kind in ("name", "alias") else form.kind
                self.forms.setdefault(kind, []).append(form.surface)
                self.kind_of[form.surface] = "capital" if self.kind_of.get(form.surface) == "capital" else kind
        self.heads = {
            w
            for ws in yaml.safe_load(
                (Path(str(files("jnato_graph") / "data" / "marks.yaml"))).read_text(encoding="utf-8")
            ).values()
            for w in ws
        }

    def changed(self, row: Row) -> Row:
        """A copy of `row` with other names."""
        new: dict[tuple[str, str], str] = {}
        spans, text, position = [], "", 0
        for start, end, label in outermost(row.spans):
            text += row.text[position:start]
            name = row.text[start:end]
            if (name, label) not in new:
                new[name, label] = self.other(name, label, new) if self.rng.random() < SHARE else name
            name = new[name, label]
            spans.append((len(text), len(text) + len(name), label))
            text += name
            position = end
        text += row.text[position:]
        if self.rng.random() < TITLED and len(text) < 200:
            text, spans = titled(text, spans)
        return Row(group=row.group, number=row.number, text=text, spans=tuple(spans), raw={})

    def other(self, name: str, label: str, known: dict[tuple[str, str], str]) -> str:
        """Another name of the sort of `name`."""
        if not name[0].isupper():
            return name
        if label == "Person":
            if not all(part[0].isupper() for part in name.split()) or any(
                p.lower() in self.heads for p in name.split()
            ):
                return name
            return self.person(name, known)
        if label in ("State", "Place") and name in self.kind_of:
            return self.state(name) if label == "State" or self.kind_of[name] == "capital" else name
        if label == "Place":
            return self.rng.choice(self.towns) if " " not in name and name.istitle() else name
        if label == "Exercise":
            return self.exercise(name)
        return self.compound(name)

    def state(self, name: str) -> str:
        """Another state in the same form of name."""
        kind = self.kind_of[name]
        return self.rng.choice(self.forms[kind])

    def person(self, name: str, known: dict[tuple[str, str], str]) -> str:
        """Another person; a surname that belongs to a full name seen before follows it."""
        parts = name.split()
        if len(parts) == 1:
            for (other, label), value in known.items():
                if label == "Person" and other.split()[-1] == name and " " in other:
                    return value.split()[-1]
            group = self.rng.randrange(len(self.words["surname"]))
            return self.rng.choice(self.words["surname"][group])
        if self.rng.random() < 0.15:
            pair = 2 * self.rng.randrange(len(self.words["east"]) // 2)
            return f"{self.rng.choice(self.words['east'][pair])} {self.rng.choice(self.words['east'][pair + 1])}"
        group = self.rng.randrange(len(self.words["surname"]))
        given = self.rng.choice(self.words["given"][group])
        if re.match(r"^[A-Z]\.$", parts[0]):
            given = f"{given[0]}."
        return f"{given} {self.rng.choice(self.words['surname'][group])}"

    def exercise(self, name: str) -> str:
        """Another exercise; year or number and the word "Exercise" stay."""
        match = re.match(r"^(Exercise )?(.*?)([ -]?(?:\d{2,4}|[IVX]+))?$", name)
        if match is None or name.isupper() or not match[2]:
            return name
        words = [self.rng.choice(self.words["exercise_first"])]
        if " " in match[2] or self.rng.random() < 0.3:
            words.append(self.rng.choice(self.words["exercise_second"]))
        return f"{match[1] or ''}{' '.join(words)}{match[3] or ''}"

    def compound(self, name: str) -> str:
        """Another name round the same head: "Halle Protocol" → "Kure Fisheries Protocol"."""
        words = name.split()
        if len(words) < 2 or name.isupper():
            return name
        return " ".join(self.word(word, index, words) for index, word in enumerate(words))

    def word(self, word: str, index: int, words: list[str]) -> str:
        bare = word.lower().rstrip("s")
        if word.lower() in CONNECTORS or word.lower() in self.heads or bare in self.heads or not word[0].isupper():
            return word
        if word in self.kind_of:
            return self.state(word)
        if word.isupper() or index == len(words) - 1 or not word.isalpha():
            return word
        pool = self.rng.random()
        if pool < 0.4:
            return self.rng.choice(self.towns)
        if pool < 0.7:
            return self.rng.choice(self.words["modifier"])
        return self.rng.choice(self.words["exercise_first"]) if pool < 0.8 else word


def titled(text: str, spans: list[tuple[int, int, str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """`text` as a headline: each word but the small ones capitalised, no full stop."""
    small = {"a", "an", "the", "of", "in", "on", "to", "and", "for", "at", "by", "as", "or", "but", "with"}
    new = re.sub(
        r"[^\W\d_][\w’']*",
        lambda m: m[0] if m[0] in small or not m[0][0].islower() else m[0][0].upper() + m[0][1:],
        text,
    )
    if len(new) != len(text):
        return text, spans
    return new.removesuffix("."), spans
