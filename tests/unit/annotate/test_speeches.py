"""In a speech "we" is the speaker's state, "I" the speaker, and the speaker is named with each claim."""

from __future__ import annotations

import pytest
from spacy.language import Language

from jnato_graph.annotate import annotate
from jnato_graph.pipeline import extraction_of
from jnato_graph.records import Document, Extraction

BODY = (
    "\n\nThank you all for coming. It is good to be back in this city after so many years away from it.\n\n"
    "We support the Harbour Accord. Last night I met Gilberto Teodoro here. My government opposes the Reef Partnership."
)


def read(nlp: Language, heading: str, body: str = BODY) -> Extraction:
    document = Document(path="x.txt", key="x", text=heading + body, published="2025-05-31", title=heading)
    return next(extraction_of(document, doc) for _, doc in annotate([document], nlp))


def said(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(c.subject, c.predicate, c.object) for c in extraction.claims}


def test_we_is_the_speakers_state_and_i_the_speaker(nlp: Language) -> None:
    found = said(read(nlp, "Speech by the Minister of Defence of the Netherlands, Ruben Brekelmans"))

    assert ("netherlands", "SUPPORTS", "agreement:harbour-accord") in found
    assert ("ruben-brekelmans", "MET_WITH", "gilberto-teodoro") in found


@pytest.mark.parametrize(
    "heading",
    [
        "Harbours and how they are guarded",
        "Speech by the former Minister of Defence of the Netherlands, Ruben Brekelmans",
    ],
)
def test_where_nobody_in_office_speaks_we_is_nobody(nlp: Language, heading: str) -> None:
    assert ("netherlands", "SUPPORTS", "agreement:harbour-accord") not in said(read(nlp, heading))


def test_what_another_is_quoted_with_is_the_others(nlp: Language) -> None:
    body = BODY + '\n\n"We support the Baltic Compact," Andris Sprūds, the Latvian defence minister, told me.'

    found = said(read(nlp, "Speech by the Minister of Defence of the Netherlands, Ruben Brekelmans", body))

    assert not any(subject == "netherlands" and "baltic" in object_ for subject, _, object_ in found)
