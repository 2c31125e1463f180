"""The windows that the network reads: as many sentences as fit, over the ends of paragraphs."""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language

from jnato_graph.grade.network import load_grader
from jnato_graph.grade.windows import LIMIT, stretches

SENTENCE = "The minister of Norway met the envoy of Japan in Oslo on Monday and spoke of the exercise."


def cut(nlp: Language, text: str) -> list[str]:
    return [text[start:stop] for start, stop in stretches(nlp(text), load_grader().tokenizer)]


def test_short_paragraphs_are_read_together(nlp: Language) -> None:
    text = f"{SENTENCE}\n\nSweden took part in it."

    assert cut(nlp, text) == [text]


def test_a_long_text_is_cut_between_sentences_and_nothing_is_lost(nlp: Language) -> None:
    text = " ".join([SENTENCE] * 40)

    found = cut(nlp, text)

    tokenizer = load_grader().tokenizer
    assert len(found) > 1
    assert " ".join(found) == text
    assert all(part.endswith(".") for part in found)
    assert all(len(tokenizer.encode(part, add_special_tokens=False).ids) <= LIMIT for part in found)


def test_windows_do_not_overlap(nlp: Language) -> None:
    places = list(stretches(nlp(" ".join([SENTENCE] * 40)), load_grader().tokenizer))

    assert all(one[1] <= other[0] for one, other in pairwise(places))
