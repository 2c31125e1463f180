"""Makes sentences about things nobody has named, from the forms in templates.yaml: for training only."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from gold import Row
from jnato_graph.annotate.lexicon import town_names
from jnato_graph.reference import load_reference

MONTHS = calendar.month_name[1:]
SLOT = re.compile(r"\{(\w)\}")
LABELS = {"S": "State", "T": "State", "D": "State", "P": "Person", "L": "Place"}
YEARED = 0.12
CODED = 0.25


class Composer:
    """Fills templates with the random numbers of `rng`."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        here = Path(__file__).parent
        self.forms = yaml.safe_load((here / "templates.yaml").read_text(encoding="utf-8"))
        self.words = yaml.safe_load((here / "words.yaml").read_text(encoding="utf-8"))
        self.towns = [town for town in town_names() if town.count(" ") < 2]
        listed = [form for form in load_reference().forms() if form.label == "State" and form.case_sensitive]
        self.states = [f.surface for f in listed if f.kind == "name" and " of " not in f.surface]
        self.adjectives = [f.surface for f in listed if f.kind == "adjective"]

    def rows(self, count: int) -> Iterator[Row]:
        """Yield `count` sentences, each label as often as another."""
        labels = list(self.forms["sentences"])
        for number in range(count):
            label = labels[number % len(labels)]
            yield self.row(label, self.rng.choice(self.forms["sentences"][label]), number)

    def row(self, label: str, template: str, number: int) -> Row:
        """One sentence."""
        text, position = "", 0
        spans: list[tuple[int, int, str]] = []
        for match in SLOT.finditer(template):
            text += template[position : match.start()]
            name, kind = self.filler(match[1], label)
            if kind:
                spans.append((len(text), len(text) + len(name), kind))
            text += name
            position = match.end()
        text += template[position:]
        if text[0].islower() and label != "Person":
            text = text[0].upper() + text[1:]
        return Row(group="composed", number=number, text=text, spans=tuple(spans), raw={})

    def filler(self, slot: str, label: str) -> tuple[str, str]:
        """What stands in a slot, and its label if it is a name."""
        if slot == "X":
            return self.name(label), label
        if slot == "w":
            return self.rng.choice(self.rng.choice(self.words["surname"])), ""
        if slot in "NYM":
            return {
                "N": str(self.rng.randint(2, 28)),
                "Y": str(self.rng.randint(1985, 2029)),
                "M": self.rng.choice(MONTHS),
            }[slot], ""
        choice = {
            "S": self.states, "T": self.states, "D": self.adjectives, "L": self.towns,
        }.get(slot)  # fmt: skip
        return (self.rng.choice(choice) if choice else self.person()), LABELS[slot]

    def person(self) -> str:
        """A name of a person."""
        if self.rng.random() < 0.15:
            pair = 2 * self.rng.randrange(len(self.words["east"]) // 2)
            return f"{self.rng.choice(self.words['east'][pair])} {self.rng.choice(self.words['east'][pair + 1])}"
        group = self.rng.randrange(len(self.words["surname"]))
        return f"{self.rng.choice(self.words['given'][group])} {self.rng.choice(self.words['surname'][group])}"

    def name(self, label: str) -> str:
        """A name of a thing of `label`."""
        if label == "Person":
            return self.person()
        if label == "Place":
            return self.rng.choice(self.towns)
        if label == "Office":
            return SLOT.sub(lambda m: self.filler(m[1], label)[0], self.rng.choice(self.forms["offices"]))
        if label == "Exercise" or (label == "Operation" and self.rng.random() < 0.7):
            return self.codename(label)
        return self.headed(label)

    def codename(self, label: str) -> str:
        """ "Amber Shield", "Exercise Coral Lance 26"."""
        words = [self.rng.choice(self.words["exercise_first"]), self.rng.choice(self.words["exercise_second"])]
        if self.rng.random() < 0.1:
            words = [self.rng.choice(self.words["exercise_first"])]
        name = " ".join(words)
        if self.rng.random() < (0.6 if label == "Operation" else CODED):
            name = f"{label} {name}"
        if label == "Exercise" and self.rng.random() < 0.4:
            name += self.rng.choice([" 24", " 26", " 2025", "-23", " II", " 2027"])
        return name

    def headed(self, label: str) -> str:
        """ "Kure Maritime Accord", "Charter on Border Training", "Accord of 1997"."""
        head = self.rng.choice(self.forms["heads"][label])
        modifier = self.rng.choice(self.words["modifier"])
        first = self.rng.choice(self.towns if self.rng.random() < 0.7 else self.words["exercise_first"])
        form = self.rng.random()
        if form < 0.4:
            name = f"{first} {head}"
        elif form < 0.75:
            name = f"{first} {modifier} {head}"
        elif form < 0.85 and label in ("Agreement", "Organisation", "Event", "Policy", "Programme"):
            name = f"{head} on {modifier} {self.rng.choice(self.words['modifier'])}"
        else:
            name = f"{modifier} {self.rng.choice(self.words['modifier'])} {head}"
        if self.rng.random() < YEARED and label in ("Agreement", "Event", "Policy"):
            year = self.rng.randint(1990, 2029)
            name = f"{name} of {year}" if self.rng.random() < 0.5 else f"{year} {name}"
        return name
