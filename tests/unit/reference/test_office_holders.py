"""Who held which office, when."""

from __future__ import annotations

import pytest

from jnato_graph.reference import load_reference


@pytest.mark.parametrize(
    ("actor", "role", "date", "person"),
    [
        ("japan", "prime minister", "2023-07-10", "fumio-kishida"),
        ("japan", "prime-minister", "2014-05-06", "shinzo-abe"),
        ("japan", "PM", "2013-04-13", "shinzo-abe"),
        ("japan", "Minister of Foreign Affairs", "2018-07-01", "taro-kono"),
        ("japan", "Minister for Foreign Affairs", "2022-06-29", "yoshimasa-hayashi"),
        ("japan", "Defence Minister", "2023-03", "yasukazu-hamada"),
        ("japan", "defense minister", "2023-03", "yasukazu-hamada"),
        ("france", "president", "2023-06-05", "emmanuel-macron"),
        ("united-states", "secretary of state", "2023", "antony-blinken"),
        ("united-kingdom", "foreign secretary", "2024-08", "david-lammy"),
        ("germany", "chancellor", "2022", "olaf-scholz"),
        ("turkey", "president", "2023", "recep-tayyip-erdogan"),
        ("south-korea", "president", "2023-07-11", "yoon-suk-yeol"),
        ("nato", "Secretary-General", "2023-01-31", "jens-stoltenberg"),
        ("nato", "Secretary General", "2006", "jaap-de-hoop-scheffer"),
        ("shape", "SACEUR", "2023", "christopher-cavoli"),
        ("russia", "Foreign Ministry spokeswoman", "2023-07", "maria-zakharova"),
        ("european-commission", "president", "2022", "ursula-von-der-leyen"),
        ("united-nations", "secretary-general", "2010", "ban-ki-moon"),
    ],
)
def test_the_holder_of_an_office_at_a_date(actor: str, role: str, date: str, person: str) -> None:
    assert load_reference().holder(actor, role, date) == person


def test_on_the_day_of_the_change_the_successor_holds_the_office() -> None:
    reference = load_reference()
    assert reference.holder("japan", "prime minister", "2021-10-03") == "yoshihide-suga"
    assert reference.holder("japan", "prime minister", "2021-10-04") == "fumio-kishida"


def test_a_year_with_two_holders_has_no_one_holder() -> None:
    reference = load_reference()
    assert reference.holder("japan", "prime minister", "2021") is None
    assert reference.holders("japan", "prime minister", "2021") == ("yoshihide-suga", "fumio-kishida")


def test_an_unknown_office_or_time_has_no_holder() -> None:
    reference = load_reference()
    assert reference.holder("japan", "pope", "2021") is None
    assert reference.holder("nato", "secretary general", "1948") is None
    assert reference.holder("atlantis", "president", "2021") is None


def test_a_person_may_hold_offices_of_a_state_and_later_of_an_organisation() -> None:
    reference = load_reference()
    assert [term.actor for term in reference.offices_of("jens-stoltenberg", "2010")] == ["norway"]
    assert [term.actor for term in reference.offices_of("jens-stoltenberg", "2020")] == ["nato"]
    assert reference.offices_of("jens-stoltenberg", "2025") == ()


def test_no_state_has_two_heads_of_one_kind_on_one_day() -> None:
    """A slip in one date shows as an overlap with the predecessor."""
    single = {
        "president", "prime-minister", "chancellor", "premier", "taoiseach", "monarch", "pope", "secretary-general",
        "secretary-of-state", "secretary-of-defense", "foreign-secretary", "defence-secretary", "foreign-minister",
        "defence-minister", "external-affairs-minister", "chief-cabinet-secretary", "commission-president",
        "council-president", "high-representative", "supreme-allied-commander-europe",
    }  # fmt: skip
    by_office: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for term in load_reference().terms:
        if term.role in single:
            surely = (term.period.begins.last, term.period.ends.first, term.person)
            by_office.setdefault((term.actor, term.role), []).append(surely)
    overlaps = [
        (office, before[2], after[2])
        for office, terms in by_office.items()
        for before, after in zip(sorted(terms), sorted(terms)[1:], strict=False)
        if before[1] > after[0]
    ]
    assert overlaps == []


def test_surnames_find_persons_and_an_office_at_the_date_tells_them_apart() -> None:
    reference = load_reference()
    assert reference.surname("Kishida") == ("fumio-kishida",)
    assert set(reference.surname("Koizumi")) == {"junichiro-koizumi", "shinjiro-koizumi"}
    assert reference.surname("Koizumi", "2003") == ("junichiro-koizumi",)
    assert reference.surname("Kim", "2015") != reference.surname("Kim")
    assert reference.surname("Nobody") == ()
