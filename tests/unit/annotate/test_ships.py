"""The letters before a warship's name tell whose it is; its own name is no entity."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from jnato_graph.annotate.ships import prefixed, states_by_prefix
from jnato_graph.reference import load_reference

VOCAB = English().vocab


def mentions(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    doc = nlp(text)
    return [(span.text, span.label_, span.id_) for span in doc.spans["mentions"]]


@pytest.mark.parametrize(
    ("text", "ship"),
    [
        ("the frigate HMNZS Te Mana sailed", "HMNZS Te Mana"),
        ("HMS Prince of Wales lay there", "HMS Prince of Wales"),
        ("HMCS Ville de Québec will join", "HMCS Ville de Québec"),
        ("HMCS Ottawa and HMCS Vancouver left", "HMCS Ottawa"),
        ("JS Kaga NATO", "JS Kaga"),
    ],
)
def test_a_ship_is_taken_with_its_whole_name(text: str, ship: str) -> None:
    doc = Doc(VOCAB, words=text.split(" "))

    assert next(prefixed(doc)).text(doc) == ship


def test_a_prefix_alone_is_no_ship() -> None:
    assert not list(prefixed(Doc(VOCAB, words=["an", "FS", "of", "forty", "pages"])))


def test_every_prefix_belongs_to_a_listed_state() -> None:
    states = {key for key, entity in load_reference().entities.items() if entity.label == "State"}

    assert set(states_by_prefix().values()) <= states


def test_a_ship_counts_as_the_state_that_the_text_names(nlp: Language) -> None:
    found = mentions(nlp, "New Zealand joined late. The frigate HMNZS Te Mana took part in Operation Ocean Shield.")

    assert ("HMNZS Te Mana", "State", "new-zealand") in found


def test_a_ship_alone_brings_in_no_state(nlp: Language) -> None:
    found = mentions(
        nlp, "HMCS Ottawa and HMCS Vancouver left for the Sea of Japan, where they will rehearse with JS Kaga."
    )

    assert [label for _, label, _ in found] == ["Place"]


def test_a_listed_base_with_such_letters_stays_a_place(nlp: Language) -> None:
    assert ("HMAS Stirling", "Place", "garden-island") in mentions(nlp, "The minister will visit HMAS Stirling in May.")


def test_a_ship_without_its_letters_is_still_its_states(nlp: Language) -> None:
    found = mentions(nlp, "New Zealand was glad. HMNZS Te Kaha arrived in Oslo. Te Kaha stays a week.")

    assert ("Te Kaha", "State", "new-zealand") in found


def test_a_person_who_gives_a_ship_its_name_is_not_there(nlp: Language) -> None:
    found = mentions(
        nlp, "The French carrier Charles de Gaulle left Toulon. The Charles de Gaulle then met the British."
    )

    assert not [text for text, label, _ in found if label == "Person"]
