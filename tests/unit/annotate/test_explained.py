"""What a text says that a name is."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("She works at the Oslo Security Forum, a think tank.", "Oslo Security Forum", "Organisation"),
        ("She spoke at the Oslo Security Forum in May.", "Oslo Security Forum", "Event"),
        ("The Bergen Accord, a drill for lawyers, was signed.", "Bergen Accord", "Agreement"),
    ],
)
def test_the_noun_behind_a_name_tells_what_it_is_where_the_name_may_be_that(
    nlp: Language, text: str, name: str, label: str
) -> None:
    doc = nlp(text)

    assert [span.label_ for span in doc.spans["mentions"] if span.text == name] == [label]
