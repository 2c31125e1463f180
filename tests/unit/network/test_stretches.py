"""The stretches that the network reads at once: as many sentences as fit, over the ends of paragraphs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.network import load_encoder, stretches_of
from jnato_graph.network.reading import LIMIT, LONGEST, stretches

SENTENCE = "The minister of Norway met the envoy of Japan in Oslo on Monday and spoke of the exercise."


def cut(nlp: Language, text: str) -> list[str]:
    return [text[start:stop] for start, stop in stretches(nlp(text), load_encoder().tokenizer)]


def test_short_paragraphs_are_read_together(nlp: Language) -> None:
    text = f"{SENTENCE}\n\nSweden took part in it."

    assert cut(nlp, text) == [text]


def test_a_long_text_is_cut_between_sentences_and_nothing_is_lost(nlp: Language) -> None:
    text = " ".join([SENTENCE] * 40)

    found = cut(nlp, text)

    tokenizer = load_encoder().tokenizer
    assert len(found) > 1
    assert " ".join(found) == text
    assert all(part.endswith(".") for part in found)
    assert all(len(tokenizer.encode(part, add_special_tokens=False).ids) <= LIMIT for part in found)


def test_stretches_do_not_overlap(nlp: Language) -> None:
    places = list(stretches(nlp(" ".join([SENTENCE] * 40)), load_encoder().tokenizer))

    assert all(one[1] <= other[0] for one, other in pairwise(places))


def test_a_sentence_longer_than_the_network_can_read_is_cut_and_nothing_is_lost(nlp: Language) -> None:
    doc = nlp.make_doc(" ".join(["Norway"] * 2 * LONGEST))
    for token in doc:
        token.is_sent_start = token.i == 0

    places = list(stretches(doc, load_encoder().tokenizer))

    assert len(places) > 1
    assert " ".join(doc.text[start:stop] for start, stop in places) == doc.text


def test_what_was_read_goes_on_to_another_process(nlp: Language) -> None:
    doc = nlp(SENTENCE)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())

    assert [(s.start, s.stop) for s in stretches_of(copy)] == [(s.start, s.stop) for s in stretches_of(doc)]
    assert np.array_equal(stretches_of(copy)[0].hidden, stretches_of(doc)[0].hidden)
