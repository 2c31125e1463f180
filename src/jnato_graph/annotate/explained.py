"""Labels from what a text says that a name is: "the Oslo Security Forum, a think tank"."""

from __future__ import annotations

from spacy.tokens import Doc

from jnato_graph.annotate.heads import explaining, head_of, labels_of
from jnato_graph.annotate.spans import Found

ARTICLES = frozenset({"a", "an"})
LONGEST = 7  # tokens of the explanation up to its noun
FIXED = frozenset({"Person", "State"})


def explained(doc: Doc, found: Found) -> Found:
    """`found` with the label of the noun that explains it right behind, where one does."""
    start = found.end + 1
    if found.label in FIXED or start >= len(doc) or doc[found.end].text != "," or doc[start].lower_ not in ARTICLES:
        return found
    noun = None
    for token in doc[start + 1 : start + 1 + LONGEST]:
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif token.pos_ not in ("ADJ", "ADV", "NUM") and token.text not in ("-", "'s", "’s") and token.tag_ != "VBN":
            break
    label = explaining().get(noun.lemma_.lower()) if noun is not None else None
    possible = labels_of(head_of(doc, found))
    return found._replace(label=label) if label and (not possible or label in possible) else found
