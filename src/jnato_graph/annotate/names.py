"""Names that the reference data or a library lists, found by their words: `doc.spans["names"]`, nested ones too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from jnato_graph.annotate.features import mark_tokens
from jnato_graph.annotate.lexicon import ListedName, Match, listed_names, word_marks

# Datelines and headlines write these in capitals ("MOSCOW"); shorter names would become acronyms of something else.
UPPERCASED = frozenset({"State", "Place"})
SHORTEST = 3


class NameMatcher:
    """Marks every listed name in a `Doc`; `label_` is the label listed first, `id_` its reference key or ''."""

    def __init__(self, nlp: Language, names: Iterable[ListedName], words: Mapping[str, str]) -> None:
        self._words = words
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._folded = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._meanings: dict[int, tuple[ListedName, ...]] = {}
        self._fill(nlp, names)

    def _fill(self, nlp: Language, names: Iterable[ListedName]) -> None:
        by_text: dict[tuple[str, bool], list[ListedName]] = {}
        for name in names:
            by_text.setdefault((name.text.lower() if name.folded else name.text, name.folded), []).append(name)
            if not name.folded and name.label in UPPERCASED and name.kind != "town" and len(name.text) > SHORTEST:
                by_text.setdefault((name.text.upper(), False), []).append(name)
        with nlp.select_pipes(enable=[]):
            for (text, folded), meanings in by_text.items():
                rule = f"{'folded' if folded else 'exact'}:{text}"
                self._meanings[nlp.vocab.strings.add(rule)] = tuple(meanings)
                (self._folded if folded else self._exact).add(rule, [nlp.make_doc(text)])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["names"]` and keep the meanings for the merger."""
        found: dict[tuple[int, int], Match] = {}
        for matcher in (self._folded, self._exact):
            for rule, start, end in matcher(doc):
                if any(token.is_alpha for token in doc[start:end]) or doc[start:end].text == "9/11":
                    found[start, end] = Match(start=start, end=end, meanings=self._meanings[rule])
        doc.spans["names"] = [
            Span(doc, m.start, m.end, label=m.meanings[0].label, span_id=m.meanings[0].key) for m in found.values()
        ]
        doc.user_data["jnato_names"] = found
        mark_tokens(doc, found.values(), self._words)
        return doc


@Language.factory("jnato_names", assigns=["doc.spans"])
def make_names(nlp: Language, name: str) -> NameMatcher:  # noqa: ARG001 - spaCy passes the component's name
    """Make the component from the reviewed data of the package."""
    return NameMatcher(nlp, listed_names(), word_marks())
