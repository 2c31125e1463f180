"""The windows that the network reads: paragraphs, long ones cut between sentences."""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language

from jnato_graph.grade.network import load_grader
from jnato_graph.grade.windows import LIMIT, stretches

SENTENCE = "The minister of Norway met the envoy of Japan in Oslo on Monday and spoke of the exercise."


def cut(nlp: Language, text: str) -> list[str]:
    return [text[start:stop] for start, stop in stretches(nlp(text), load_grader().tokenizer)]


def test_each_paragraph_is_a_window_of_its_own(nlp: Language) -> None:
    assert cut(nlp, f"{SENTENCE}\n\nSweden took part in it.") == [SENTENCE, "Sweden took part in it."]


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
