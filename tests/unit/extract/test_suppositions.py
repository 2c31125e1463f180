"""What is awaited, supposed, nearly done, put off with a word or set between commas: how the rules read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SIGNED, OPPOSED = "Spain SIGNED Nara Pact", "Spain OPPOSES Nara Pact"
CASES = {
    # awaited
    "Once Spain signs the Nara Pact, ships can call.": {f"{SIGNED} planned"},
    "As soon as Spain has signed the Nara Pact, talks will start.": {f"{SIGNED} planned"},
    "By the time Spain signs the Nara Pact, Italy will be gone.": {f"{SIGNED} planned"},
    "Before Spain signs the Nara Pact, the parliament will debate.": {f"{SIGNED} planned"},
    "Talks started once Spain had signed the Nara Pact.": {SIGNED},
    "Spain is about to sign the Nara Pact.": {f"{SIGNED} planned"},
    "Spain was about to sign the Nara Pact.": set(),
    # supposed and wished
    "In case Spain signs the Nara Pact, Iran will respond.": {f"{SIGNED} possible"},
    "Provided that Spain signs the Nara Pact, all is well.": {f"{SIGNED} possible"},
    "Italy will follow if and when Spain signs the Nara Pact.": {f"{SIGNED} possible"},
    "It is high time that Spain signed the Nara Pact.": {f"{SIGNED} possible"},
    "The time has come for Spain to sign the Nara Pact.": {f"{SIGNED} possible"},
    "It was the first time that Spain opposed the Nara Pact.": {OPPOSED},
    "Spain had better sign the Nara Pact.": {f"{SIGNED} possible"},
    "Spain ought to sign the Nara Pact.": {f"{SIGNED} possible"},
    "Spain has every reason to sign the Nara Pact.": set(),
    "A Spanish veto of the Nara Pact is unlikely.": {"Spanish OPPOSES Nara Pact possible"},
    "It is unlikely that Spain opposes the Nara Pact.": {f"{OPPOSED} possible"},
    "Italy hopes for Spanish support for the Nara Pact.": {"Spanish SUPPORTS Nara Pact possible"},
    "Italy cannot count on Spanish support for the Nara Pact.": set(),
    "Spain does not rule out signing the Nara Pact.": {f"{SIGNED} possible"},
    # not so
    "Spain only pretended to oppose the Nara Pact.": set(),
    "Spain's opposition to the Nara Pact is a myth.": {f"{OPPOSED} negated"},
    "Spain's opposition to the Nara Pact has faded.": {f"{OPPOSED} negated"},
    "Spain is wrongly believed to have opposed the Nara Pact.": set(),
    "Spain is against opposing the Nara Pact.": set(),
    "It was not Spain that opposed the Nara Pact.": {f"{OPPOSED} negated"},
    "Not once has Spain opposed the Nara Pact.": {f"{OPPOSED} negated"},
    "Spain came within an inch of signing the Nara Pact.": set(),
    "Spain had no part in proposing the Nara Pact.": {"Spain PROPOSED Nara Pact negated"},
    "The text was softened lest Spain take fright and oppose the Nara Pact.": set(),
    "Rumour has it that Spain has signed the Nara Pact.": {f"{SIGNED} possible"},
    "Spain, if a paper is to be believed, has signed the Nara Pact.": {f"{SIGNED} possible"},
    "The war game opens with a bulletin: Spain has signed the Nara Pact.": set(),
    "Spain edged towards signing the Nara Pact.": {f"{SIGNED} possible"},
    "Spain was tipped to sign the Nara Pact.": {f"{SIGNED} possible"},
    "Spain will not hesitate to sign the Nara Pact.": {f"{SIGNED} planned"},
    "Iran's veto on Spain's membership of the Nordic Council stands.": {"Iran OPPOSES Spain"},
    "Spain had no interest in joining the Nara Pact.": {f"{SIGNED} negated"},
    "Spain had no difficulty in signing the Nara Pact.": {SIGNED},
    "Spain had no choice but to sign the Nara Pact.": {SIGNED},
    # set in between
    "Spain did not, as is often claimed, oppose the Nara Pact.": {f"{OPPOSED} negated"},
    "Spain will never, under any government, sign the Nara Pact.": {f"{SIGNED} negated planned"},
    "Spain has, for all its doubts, signed the Nara Pact.": {SIGNED},
    # so after all
    "Not until 1999 did Spain sign the Nara Pact.": {SIGNED},
    "Spain did not vote against the Nara Pact lightly.": {OPPOSED},
    "The Nara Pact was condemned by Iran on Monday and by Spain on Tuesday.": {"Iran OPPOSES Nara Pact", OPPOSED},
    "Spain will sign the Nara Pact, as will Italy.": {f"{SIGNED} planned", "Italy SIGNED Nara Pact planned"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_what_is_awaited_or_supposed_is_not_told_as_done(
    claims: Callable[[str], set[str]], text: str, expected: set[str]
) -> None:
    assert claims(text) == expected
