"""What the extract stage gives: claims whose ends are still mentions, not yet entities.

An end is an index: below `len(mentions)` it points into `doc.spans["mentions"]`, from there on into
`doc.spans["anaphors"]`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from jnato_graph.records import Modality, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class RawClaim:
    """One assertion found in a sentence.

    `trigger` is the index of the token that says it, `rule` names the entry and the construction, `path` is a readable
    way from subject to object, `confidence` the grade (0..1) where one was given. `features` are the marks of the
    construction, for `explain`.
    """

    subject: int
    predicate: str
    object: int
    polarity: Polarity
    modality: Modality
    trigger: int
    rule: str
    path: str = ""
    date: str | None = None
    speaker: str | None = None
    speaker_end: int | None = None
    role: str | None = None
    confidence: float | None = None
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A mention (or anaphor) that fills a role, and how it was reached.

    `negated`: only this filler is denied ("France but not Italy"); `possible`: an alternative ("France or Italy").
    `via`: the constructions passed on the way, outermost first ("conj", "appos", "relative", "of-opening").
    """

    end: int
    via: tuple[str, ...] = ()
    negated: bool = False
    possible: bool = False


@dataclass(frozen=True, slots=True)
class Stance:
    """How the text stands to a clause: whether it is denied, how real it is, or that it is not asserted at all."""

    negated: bool = False
    modality: Modality = "actual"
    asserted: bool = True
    marks: tuple[str, ...] = field(default=())
