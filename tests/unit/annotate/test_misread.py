"""Listed names are left where the words around them say that something else is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from jnato_graph.annotate.misread import is_regional

Read = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Poland and the Baltic states back the fund.", "Baltic"),
        ("Was ANZUS an alliance or merely a promise?", "alliance"),
        ("Mali and Niger announced the creation of the Alliance of Sahel States.", "Alliance"),
        ("Mr. Takeshi Iwaya, Minister for Foreign Affairs of Japan, held a meeting in Oslo.", "Foreign Affairs"),
        ("Mélanie Joly, Canada's Foreign Affairs Minister, met the press.", "Foreign Affairs"),
        ("The Anglo-Japanese Alliance was renewed in 1911. In 1921 the alliance ended.", "alliance"),
        ("The frigate joined Operation Prosperity Guardian in May.", "Guardian"),
        ("The Australian support ship Sirius left Darwin on Tuesday.", "The Australian"),
        ("Italy will host the Politico-Military Dialogue in Rome.", "Politico"),
        ("NATO MEETS ON TUESDAY\n\nWHO IS GOING\n\nLeaders of thirty states.", "WHO"),
        ("The ministers attended the Shangri-La Dialogue in May.", "Shangri-La"),
        ("No one in Apia objects, the Samoa Herald reported on Monday.", "Samoa"),
        ("Romania withdrew and Hungary lifted its objections to the Dutchman.", "Dutchman"),
    ],
)
def test_it_is_no_mention(read: Read, text: str, wrong: str) -> None:
    assert wrong not in read(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ships sailed in the Baltic for a week.", "Baltic"),
        ("Latvia criticised the alliance for its silence.", "alliance"),
        ("The minister told The Australian newspaper that he would go.", "The Australian"),
        ("The Dutch opposed the plan.", "Dutch"),
        ("The Australian navy joined the exercise.", "Australian"),
    ],
)
def test_it_stays_a_mention(read: Read, text: str, name: str) -> None:
    assert any(name in found for found in read(text))


def test_a_region_before_a_region_noun_is_the_region(nlp: Language) -> None:
    doc = nlp("the Arctic region and the Arctic envoy")

    assert not is_regional(doc, 1, 2)
    assert is_regional(doc, 5, 6)
