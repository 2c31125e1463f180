"""What is a myth, nobody's belief, almost so, contrasted or merely imagined: no claim, or a denied one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PACT = "Nara Pact"
OPPOSED = "Spain OPPOSES Nara Pact"
SIGNED = "Spain SIGNED Nara Pact"
CASES = {
    f"It is a myth that Spain signed the {PACT}.": set(),
    f"It is not true that Spain signed the {PACT}.": set(),
    f"Nobody in Oslo believes that Spain signed the {PACT}.": set(),
    f"Reports that Spain had signed the {PACT} were wrong.": set(),
    f"A headline in Oslo falsely claimed that Spain signed the {PACT}.": set(),
    f"The rumour that Spain had signed the {PACT} was invented.": set(),
    f"Spain almost signed the {PACT}.": set(),
    f"Spain all but signed the {PACT}.": set(),
    f"Spain has not read, let alone signed, the {PACT}.": set(),
    f"If Spain had signed the {PACT}, Italy would have left.": set(),
    f"Spain did not merely sign the {PACT}.": {SIGNED},
    f"Spain did not sign the {PACT} until 1956.": {SIGNED},
    f"Iran refused to sign the {PACT}, as did Spain.": {"Iran SIGNED Nara Pact negated", f"{SIGNED} negated"},
    f"Italy rather than Spain opposed the {PACT}.": {"Italy OPPOSES Nara Pact", f"{OPPOSED} negated"},
    f"The {PACT} was condemned by Italy, not by Spain.": {"Italy OPPOSES Nara Pact", f"{OPPOSED} negated"},
    f"Italy, not Spain, opposed the {PACT}.": {"Italy OPPOSES Nara Pact", f"{OPPOSED} negated"},
    f"Spain was not the only country to oppose the {PACT}.": {OPPOSED},
    f"Spain is not alone in opposing the {PACT}.": {OPPOSED},
    f"Spain's opposition has backed the {PACT}.": set(),
    f"Italy has pressed Spain to end its opposition to the {PACT}.": {f"{OPPOSED} negated possible"},
    f"The {PACT} has Spain's backing.": {"Spain SUPPORTS Nara Pact"},
    f"The {PACT} enjoys the support of Spain.": {"Spain SUPPORTS Nara Pact"},
    f"The {PACT} is unacceptable to Spain.": {OPPOSED},
    f"Italy sought Spain's support for the {PACT}.": {"Spain SUPPORTS Nara Pact possible"},
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=CASES.keys())
def test_what_is_not_said_to_be_so_is_no_claim(
    claims: Callable[[str], set[str]], text: str, expected: set[str]
) -> None:
    assert claims(text) == expected
