"""What a pronoun or description takes up, and what it leaves alone."""

from __future__ import annotations

import pytest
from spacy.language import Language


def taken_up(nlp: Language, text: str) -> dict[str, set[str]]:
    doc = nlp(text)
    mentions = list(doc.spans["mentions"])
    found: dict[str, set[str]] = {}
    for span in doc.spans["anaphors"]:
        found.setdefault(span.text, set()).update(mentions[i].text for i in span._.antecedents)
    return found


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Fumio Kishida met Narendra Modi in Delhi. The two signed the Riga Declaration.", "The two",
         {"Fumio Kishida", "Narendra Modi"}),
        ('Ishiba called for an "Asian NATO". India rejected it within days.', "it", {"Asian NATO"}),
        ("The Tokyo liaison office. Remember that one? Macron killed it.", "it", {"Tokyo liaison office"}),
        ("The CCDCOE was founded in 2008. Japan joined it in 2018.", "it", {"CCDCOE"}),
        ("Shigeru Ishiba stayed at home, Anthony Albanese sent his deputy.", "his", {"Anthony Albanese"}),
        ("Emmanuel Macron welcomed Narendra Modi after his visit to Seoul.", "his", {"Narendra Modi"}),
        ("NATO leaders met at the Vilnius summit. Kishida attended the annual event.", "the annual event",
         {"Vilnius summit"}),
        ('Ishiba floated an "Asian NATO". India rejected the idea in public.', "the idea", {"Asian NATO"}),
        ("Japan signed the Memorandum on Cyber Policy and the Memorandum on Fish. Malta rejected the cyber memorandum.",
         "the cyber memorandum", {"Memorandum on Cyber Policy"}),
        ("Norway left the Bergen Accord in May. Later NATO adopted the Washington Summit Declaration. China rejected"
         " the text.", "the text", {"Washington Summit Declaration"}),
        ("Pitch Black 2024 begins\n\nPitch Black 2024 began on Monday, after RIMPAC 2024 had ended. Pitch Black 2024"
         " and RIMPAC 2024 are large. France likes the exercise.", "the exercise", {"Pitch Black 2024"}),
        ('"The government backs it," said Japanese Defense Minister Gen Nakatani.', "The government", {"Japanese"}),
        ("Germany was quiet. The government in Berlin opposed it.", "The government", {"Germany"}),
        ("France's president, Emmanuel Macron, opposed the office which Jens Stoltenberg had floated; he did not oppose"
         " the pact.", "he", {"Emmanuel Macron"}),
        ("AUKUS came first. Malta slept. Peru slept. Fiji slept. Chad slept. Togo slept. Mali slept. China rejected the"
         " pact.", "the pact", {"AUKUS"}),
        ("Japan signed the Oslo Accord. Malta rejected the accord on Monday.", "the accord", {"Oslo Accord"}),
        ("Gen Nakatani is Japan's Defense Minister. \"The government backs it,\" Nakatani said.", "The government",
         {"Japan"}),
        ("After a call on Klaus Iohannis, Foreign Minister Taro Kono had talks with Teodor Melescanu. The two ministers"
         " spoke.", "The two ministers", {"Taro Kono", "Teodor Melescanu"}),
        ("A meeting was held between Taro Kono and Federica Mogherini. Both sides spoke.", "Both sides",
         {"Taro Kono", "Federica Mogherini"}),
        ("Leave the frigates at home\n\nBy Mari Ito\n\nNorway has a plan that many people of the country like."
         " I am against the plan.", "I", {"Mari Ito"}),
        ("Words on frigates\n\nInterview by Jean Roux\n\nAlison Hargreave became Britain's ambassador in March."
         "\n\nQ: Do you object?\n\nA: We never objected to the office.", "We", {"Britain"}),
        ("Joint Statement of Japan and Estonia\n\nShinzo Abe told the people in the room that Japan had frozen assets"
         " of North Korea. The two sides spoke.", "The two sides", {"Japan", "Estonia"}),
        ("Two ministers meet\n\nTore Sandvik met his Japanese counterpart, Gen Nakatani, in the capital of the country"
         " today.\n\nThere he saw John Healey.\n\nUkraine\n\nBoth ministers spoke.", "Both ministers",
         {"Tore Sandvik", "Gen Nakatani"}),
        ("Pitch Black 2024 began in July. The Indian Navy sat this one out.", "this one", {"Pitch Black 2024"}),
        ("AUKUS was launched in 2021. China condemned the pact.", "the pact", {"AUKUS"}),
    ],
)  # fmt: skip
def test_it_is_taken_up(nlp: Language, text: str, words: str, meant: set[str]) -> None:
    assert taken_up(nlp, text)[words] == meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # either of two events
        ("RIMPAC 2024 follows the Vilnius summit. Kishida attended the event.", "the event"),
        # the memorandum on fish is no cyber memorandum
        ("Japan signed the Memorandum on Fish. Malta rejected the cyber memorandum.", "the cyber memorandum"),
        ("Pitch Black 2024 and RIMPAC 2024 ended. France likes the exercise.", "the exercise"),
        ("Japan was quiet. The government backs it.", "The government"),
        ("Leave the frigates at home\n\nBy Mari Ito\n\n\"I am against the plan that so many people here like,\""
         " an official said.", "I"),
        ("Russia's invasion of Ukraine went on. Kishida spoke of the event.", "the event"),
        # a prime minister is no defence minister
        ("Rishi Sunak and Giorgia Meloni met in Rome. A year later the two defence ministers signed it.",
         "the two defence ministers"),
        ("Then Prime Minister Rishi Sunak signed it. Officials travelling with the Prime Minister were silent.",
         "the Prime Minister"),
        ("Sanae Takaichi spoke. From Tokyo the Minister flies to Seoul, where she will open a consulate.", "she"),
    ],
)  # fmt: skip
def test_what_may_be_another_is_left_alone(nlp: Language, text: str, words: str) -> None:
    assert words not in taken_up(nlp, text)
