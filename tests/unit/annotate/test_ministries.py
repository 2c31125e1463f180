"""Whose ministry it is, where the words name no state."""

from __future__ import annotations

import pytest
from spacy.language import Language


def ministries(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [span.id_ for span in doc.spans["mentions"] if "inistry" in span.text]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Foreign Ministry spokeswoman Maria Zakharova called it a step towards war.", "russia-mfa"),
        ("Wang Wenbin, a spokesman for its foreign ministry, condemned the accord.", "china-mfa"),
        ('"It is a relic", said Mao Ning of the foreign ministry.', "china-mfa"),
        ("The defence ministry in Warsaw welcomed it.", "defence-ministry-of-poland"),
        ("Russia protested. Its foreign ministry spoke of a provocation.", "russia-mfa"),
        ("Abroad, China: its foreign ministry has denounced AUKUS.", "china-mfa"),
        ("Japanese Defense Minister Gen Nakatani spoke. The Defense Ministry confirmed it.", "japan-mod"),
        ("The Polish Defence Ministry welcomed it.", "defence-ministry-of-poland"),
    ],
)
def test_it_is_the_ministry_of_the_state_that_the_words_around_tell(nlp: Language, text: str, key: str) -> None:
    assert ministries(nlp, text) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "The Defense Ministry drew up a plan in the summer.",
        "Somebody summoned Mao Ning to the Foreign Ministry on Thursday.",
        "France and Italy met. The Defence Ministry drew up a plan.",
        "Somebody saw it in the Belgian city of Mons. The Defence Ministry drew up a plan.",
    ],
)
def test_of_which_state_a_ministry_is_may_stay_open(nlp: Language, text: str) -> None:
    assert ministries(nlp, text) == [""]
