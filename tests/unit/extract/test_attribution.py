"""Attribution: who is said to have said what a word says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from jnato_graph.annotate.quotes import find_quotes
from jnato_graph.extract.attribution import speaker_for

NAMES = {
    "Japan": "State", "France": "State", "Oslo Accord": "Agreement", "Nikkei": "Organisation", "Mari Ito": "Person",
    "Jean Roux": "Person", "NATO": "Organisation", "Seoul": "State", "Kyiv": "State",
}  # fmt: skip

CASES = [
    ("Mari Ito said that France had signed the Oslo Accord.", "signed", "Mari Ito"),
    ("France had signed the Oslo Accord, Mari Ito said.", "signed", "Mari Ito"),
    ("France, Mari Ito said, had signed the Oslo Accord.", "signed", "Mari Ito"),
    ("France had signed the Oslo Accord, said Mari Ito.", "signed", "Mari Ito"),
    ("According to the Nikkei, France signed the Oslo Accord.", "signed", "Nikkei"),
    ("France signed the Oslo Accord, according to a senior diplomat.", "signed", "senior diplomat"),
    ("The Nikkei reported that France had signed the Oslo Accord.", "signed", "Nikkei"),
    ("France had signed the Oslo Accord, two officials told reporters.", "signed", "two officials"),
    ("France – two officials said – had signed the Oslo Accord.", "signed", "two officials"),
    ("“France has signed the Oslo Accord,” Mari Ito told reporters.", "signed", "Mari Ito"),
    ("Mari Ito said: “France has signed the Oslo Accord.”", "signed", "Mari Ito"),
    ("“France,” Mari Ito said, “has signed the Oslo Accord.”", "signed", "Mari Ito"),
    ('"France has signed the Oslo Accord," said Mari Ito.', "signed", "Mari Ito"),
    ("“We are glad,” said Mari Ito. “France has signed the Oslo Accord.”", "signed", "Mari Ito"),
    ("“France has signed the Oslo Accord,” tweeted Mari Ito.", "signed", "Mari Ito"),
    ("France denied that it had signed the Oslo Accord.", "signed", "France"),
    ("Kyiv's claim that France had signed the Oslo Accord was not confirmed.", "signed", "Kyiv"),
    ("MS ITO: We are glad. France has signed the Oslo Accord.", "signed", "MS ITO"),
    ("Mari Ito: France has signed the Oslo Accord.", "signed", "Mari Ito"),
    ("France has signed the Oslo Accord! – Mari Ito, minister of trade", "signed", "Mari Ito"),
    ("Mari Ito of Japan told NATO that Jean Roux says France signed the Oslo Accord.", "signed", "Jean Roux"),
]


@pytest.mark.parametrize(("text", "word", "speaker"), CASES)
def test_the_speaker_is_found(named: Callable[..., Doc], text: str, word: str, speaker: str) -> None:
    doc = named(text, NAMES)
    found = speaker_for(next(t for t in doc if t.text == word), doc)
    assert found is not None
    assert found.text == speaker
    assert (found.mention is not None) == (speaker in NAMES)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("France signed the Oslo Accord.", "signed"),
        ("Mari Ito met Jean Roux; France, the Nikkei said, was late.", "met"),
        ("France signed the Oslo Accord after Mari Ito said that Japan agreed.", "signed"),
        ("OSLO: France signed the Oslo Accord.", "signed"),
        ("The text, which Mari Ito wrote, was signed by France.", "signed"),
        ("Mari Ito did not say whether France had signed the Oslo Accord.", "signed"),
    ],
)
def test_what_the_document_says_itself_has_no_speaker(named: Callable[..., Doc], text: str, word: str) -> None:
    doc = named(text, NAMES | {"OSLO": "Place"})
    assert speaker_for(next(t for t in doc if t.text == word), doc) is None


def test_an_aside_in_reported_speech_is_the_documents_own(named: Callable[..., Doc]) -> None:
    doc = named("Mari Ito said that France opposed the Oslo Accord, which Japan had signed in May.", NAMES)
    assert speaker_for(next(t for t in doc if t.text == "opposed"), doc) is not None
    assert speaker_for(next(t for t in doc if t.text == "signed"), doc) is None


def test_a_question_in_a_transcript_ends_the_answer_before_it(named: Callable[..., Doc]) -> None:
    doc = named("MS ITO: We agreed to it.\nQUESTION: Has France signed the Oslo Accord?\n", NAMES)
    assert speaker_for(next(t for t in doc if t.text == "signed"), doc) is None


def test_quotation_marks_are_paired_over_sentences(named: Callable[..., Doc]) -> None:
    doc = named("“One. Two,” he said. 'No'. \"Three. Four.\"")
    assert [doc[a:b].text for a, b in find_quotes(doc)] == ["“One. Two,”", '"Three. Four."']


def test_a_missing_mark_spoils_no_further_paragraph(named: Callable[..., Doc]) -> None:
    doc = named('He said "one.\n\nShe said "two" and left.')
    assert [doc[a:b].text for a, b in find_quotes(doc)] == ['"two"']


def test_what_a_name_tells_by_itself_has_no_speaker(named: Callable[..., Doc]) -> None:
    doc = named("Mari Ito said that the minister of Japan had left the office in Seoul.", NAMES)
    said = {t.text: t for t in doc}
    assert speaker_for(said["minister"], doc, "HOLDS_POSITION_IN") is None
    assert speaker_for(said["in"], doc, "LOCATED_IN") is None
    assert speaker_for(said["left"], doc, "VISITED") is not None


def test_they_added_means_those_who_spoke_before(named: Callable[..., Doc]) -> None:
    doc = named("Two officials said that Japan agreed. France had signed the Oslo Accord, they added.", NAMES)
    found = speaker_for(next(t for t in doc if t.text == "signed"), doc)
    assert found is not None
    assert found.text == "Two officials"


def test_a_document_that_speaks_of_itself_is_no_speaker(named: Callable[..., Doc]) -> None:
    doc = named("This paper argues that France had signed the Oslo Accord.", NAMES)
    assert speaker_for(next(t for t in doc if t.text == "signed"), doc) is None


def test_an_attribution_ends_with_its_line(named: Callable[..., Doc]) -> None:
    doc = named("- Japan agreed, officials say\n- France signed the Oslo Accord\n", NAMES)
    assert speaker_for(next(t for t in doc if t.text == "signed"), doc) is None
