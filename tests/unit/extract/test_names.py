"""Where events are held and where offices stand, as their names tell it."""

from __future__ import annotations

from collections.abc import Callable


def test_the_name_of_a_summit_tells_its_place(claims: Callable[[str], set[str]]) -> None:
    assert "Madrid summit HELD_IN Madrid" in claims("The Madrid summit ended on Thursday.")


def test_an_office_stands_in_the_city_of_its_name(claims: Callable[[str], set[str]]) -> None:
    assert claims("Japan's liaison office in Oslo has nine rooms.") == {
        "Japan's liaison office in Oslo LOCATED_IN Oslo"
    }


def test_the_name_of_an_agreement_tells_no_party(claims: Callable[[str], set[str]]) -> None:
    assert claims("The Japan-Norway Fisheries Agreement has nine pages.") == set()


def test_a_war_is_not_held_where_it_is_fought(claims: Callable[[str], set[str]]) -> None:
    assert not {claim for claim in claims("Latvia condemned the war in Ukraine.") if "HELD_IN" in claim}


def test_a_base_of_a_service_tells_nothing_of_where_the_service_is(claims: Callable[[str], set[str]]) -> None:
    of_base = claims("The drill began at a base of the Royal Navy in Plymouth.")
    own = claims("The drill was run by the Royal Academy in Plymouth.")

    assert "Royal Navy LOCATED_IN Plymouth" not in of_base
    assert "Royal Academy LOCATED_IN Plymouth" in own
