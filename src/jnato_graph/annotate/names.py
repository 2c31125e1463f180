"""Names that the reference data or a list of towns holds, found by their words, nested ones too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.annotate.features import mark_tokens
from jnato_graph.annotate.lexicon import ListedName, Match, listed_names, word_marks
from jnato_graph.annotate.trie import NameTrie, words_of

# Datelines and headlines write these in capitals ("MOSCOW"); shorter names would become acronyms of something else.
UPPERCASED = frozenset({"State", "Place"})
SHORTEST = 3


class NameMatcher:
    """Finds every listed name of a `Doc` for the merger, and marks its tokens for the recogniser."""

    def __init__(self, nlp: Language, names: Iterable[ListedName], words: Mapping[str, str]) -> None:
        self._words = words
        self._exact: NameTrie[ListedName] = NameTrie()
        self._folded: NameTrie[ListedName] = NameTrie()

        def tokenize(text: str) -> list[str]:
            return [token.text for token in nlp.tokenizer(text)]

        for name in names:
            if name.folded:
                self._folded.add(words_of(name.text.lower(), tokenize), name)
                continue
            self._exact.add(words_of(name.text, tokenize), name)
            if (
                name.label in UPPERCASED
                and name.kind != "town"
                and len(name.text) > SHORTEST
                and not name.text.isupper()
            ):
                self._exact.add(words_of(name.text.upper(), tokenize), name)

    def __call__(self, doc: Doc) -> Doc:
        """Keep names and kinds of lines for the merger in `doc.user_data`, and mark the tokens."""
        found: dict[tuple[int, int], Match] = {}
        for trie, words in (
            (self._folded, [token.lower_ for token in doc]),
            (self._exact, [token.text for token in doc]),
        ):
            for start, end, meanings in trie.find(words):
                if words[start] == "9/11" or any(char.isalpha() for word in words[start:end] for char in word):
                    before = found.get((start, end))
                    also = before.meanings if before else ()
                    found[start, end] = Match(start=start, end=end, meanings=(*meanings, *also))
        doc.user_data["jnato_names"] = found
        doc.user_data["jnato_line_kinds"] = mark_tokens(doc, found.values(), self._words)
        return doc


@Language.factory("jnato_names", assigns=["token.ent_id", "token.ent_kb_id"])
def make_names(nlp: Language, name: str) -> NameMatcher:  # noqa: ARG001 - spaCy passes the component's name
    """Make the component from the reviewed data of the package."""
    return NameMatcher(nlp, listed_names(), word_marks())
