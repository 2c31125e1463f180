"""From mentions and raw claims to records: keys, duplicates, anaphors, office holders, forces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from jnato_graph.extract.model import RawClaim
from jnato_graph.interchange.checks import block_of, problems_of
from jnato_graph.records import Block, Document, Extraction
from jnato_graph.reference import load_reference
from jnato_graph.resolve import resolve
from jnato_graph.resolve.office_holders import state_of_forces

NAMES = {
    "Emmanuel Macron": "Person",
    "Mari Ito": "Person",
    "Kaja Kallas": "Person",
    "Estonia": "State",
    "EU": "Organisation",
    "France": "State",
    "Chinese foreign ministry": "Organisation",
    "China": "State",
    "Foreign Ministry": "Organisation",
    "Japan": "State",
    "NATO": "Organisation",
    "Oslo Accord": "Agreement",
    "Sea Anvil": "Exercise",
    "Royal Danish Navy": "Organisation",
    "Denmark": "State",
    "Suva Summit": "Event",
    "NATO liaison office in Suva": "Office",
    "Suva liaison office": "Office",
    "Suva": "Place",
}


def _nothing(doc: Doc, places: dict[str, int]) -> list[RawClaim]:  # noqa: ARG001 - as the other makers of claims
    return []


def claim(doc: Doc, subject: int, predicate: str, object_: int, trigger: str, **more: object) -> RawClaim:
    index = next(t.i for t in doc if t.text == trigger)
    facts: dict[str, object] = {"polarity": "affirmed", "modality": "actual", "rule": "test", **more}
    return RawClaim(subject=subject, predicate=predicate, object=object_, trigger=index, **facts)  # type: ignore[arg-type]


@pytest.fixture
def resolved(named: Callable[..., Doc]) -> Callable[..., Extraction]:
    def run(
        text: str,
        claims: Callable[[Doc, dict[str, int]], list[RawClaim]],
        published: str | None = None,
        blocks: tuple[Block, ...] = (),
    ) -> Extraction:
        doc = named(text, NAMES, published)
        whole = [s for s in doc.spans["mentions"] if len(s) > 1]
        doc.spans["mentions"] = [
            s for s in doc.spans["mentions"] if s in whole or not any(w.start <= s.start < w.end for w in whole)
        ]
        if not Span.has_extension("antecedents"):
            Span.set_extension("antecedents", default=())
        document = Document(key="d", path="d.txt", text=text, published=published, blocks=blocks)
        places = {span.text: i for i, span in reversed(list(enumerate(doc.spans["mentions"])))}
        extraction = resolve(document, doc, claims(doc, places))
        assert list(problems_of(block_of(extraction))) == []
        return extraction

    return run


def triples(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(c.subject, c.predicate, c.object) for c in extraction.claims}


def test_entities_have_the_reference_key_or_one_of_label_and_name(resolved: Callable[..., Extraction]) -> None:
    extraction = resolved(
        "Japan signed the Oslo Accord.", lambda d, at: [claim(d, at["Japan"], "SIGNED", at["Oslo Accord"], "signed")]
    )
    assert [e.key for e in extraction.entities] == ["agreement:oslo-accord", "japan"]
    assert triples(extraction) == {("japan", "SIGNED", "agreement:oslo-accord")}
    only = extraction.claims[0]
    assert (only.quote, only.start, only.end) == ("Japan signed the Oslo Accord.", 0, 29)


def test_an_office_has_one_key_however_it_is_worded(resolved: Callable[..., Extraction]) -> None:
    first = resolved("NATO opened the NATO liaison office in Suva. The Suva liaison office is small.", _nothing)
    offices = [e for e in first.entities if e.label == "Office"]
    assert [o.key for o in offices] == ["office:nato-office-in-suva"]


def test_a_claim_is_found_once_and_keeps_what_either_find_knows(resolved: Callable[..., Extraction]) -> None:
    def two(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        first = claim(doc, at["Japan"], "SIGNED", at["Oslo Accord"], "signed")
        return [first, claim(doc, at["Japan"], "SIGNED", at["Oslo Accord"], "signed", date="2011", speaker="officials")]

    extraction = resolved("Japan signed the Oslo Accord.", two)
    assert [(c.date, c.speaker) for c in extraction.claims] == [("2011", "officials")]


def test_a_symmetric_claim_is_one_whichever_way_round(resolved: Callable[..., Extraction]) -> None:
    def two(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        return [
            claim(doc, a, "MET_WITH", b, "met") for a, b in ((at["Japan"], at["France"]), (at["France"], at["Japan"]))
        ]

    assert len(resolved("Japan met France.", two).claims) == 1


def test_what_the_ontology_does_not_allow_is_left_out(resolved: Callable[..., Extraction]) -> None:
    extraction = resolved("Japan signed NATO.", lambda d, at: [claim(d, at["Japan"], "SIGNED", at["NATO"], "signed")])
    assert extraction.claims == ()


def test_an_anaphor_gives_a_claim_for_each_thing_it_stands_for(named: Callable[..., Doc]) -> None:
    text = "Japan and France met. They signed the Oslo Accord."
    doc = named(text, NAMES)
    if not Span.has_extension("antecedents"):
        Span.set_extension("antecedents", default=())
    they = doc[5:6]
    they._.antecedents = (0, 1)
    doc.spans["anaphors"] = [they]
    raw = claim(doc, len(doc.spans["mentions"]), "SIGNED", 2, "signed")
    extraction = resolve(Document(key="d", path="d.txt", text=text), doc, [raw])
    assert triples(extraction) == {
        ("japan", "SIGNED", "agreement:oslo-accord"),
        ("france", "SIGNED", "agreement:oslo-accord"),
    }
    assert [(m.text, m.entity) for m in extraction.mentions if m.anaphor] == [("They", "france"), ("They", "japan")]


def opposes(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
    return [claim(doc, at["Emmanuel Macron"], "OPPOSES", at["Oslo Accord"], "opposed")]


def test_an_office_holder_speaks_for_the_state_by_the_reference_data(resolved: Callable[..., Extraction]) -> None:
    extraction = resolved("Emmanuel Macron opposed the Oslo Accord. France did too.", opposes, "2023-07-10")
    assert ("france", "OPPOSES", "agreement:oslo-accord") in triples(extraction)
    assert {c.rule for c in extraction.claims} == {"test", "test-by-office-holder"}


def test_whom_somebody_then_spoke_for_the_office_of_today_does_not_tell(resolved: Callable[..., Extraction]) -> None:
    def told(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        holds = claim(doc, at["Kaja Kallas"], "HOLDS_POSITION_IN", at["Estonia"], "minister")
        return [holds, claim(doc, at["Kaja Kallas"], "OPPOSES", at["Oslo Accord"], "opposed")]

    text = "Kaja Kallas, then prime minister of Estonia, opposed the Oslo Accord. The EU and Estonia did too."
    extraction = resolved(text, told, "2025-06-03")

    assert {subject for subject, predicate, _ in triples(extraction) if predicate == "OPPOSES"} == {"kaja-kallas"}


def test_a_ministry_speaks_for_its_state(resolved: Callable[..., Extraction]) -> None:
    def by_ministry(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        return [claim(doc, at["Chinese foreign ministry"], "OPPOSES", at["Oslo Accord"], "opposed")]

    extraction = resolved("The Chinese foreign ministry opposed the Oslo Accord. China did too.", by_ministry)

    assert triples(extraction) == {
        ("china-mfa", "OPPOSES", "agreement:oslo-accord"), ("china", "OPPOSES", "agreement:oslo-accord"),
    }  # fmt: skip
    assert {c.rule for c in extraction.claims} == {"test", "test-by-ministry"}


def test_a_ministry_of_nobody_knows_where_is_that_of_its_document_alone(resolved: Callable[..., Extraction]) -> None:
    keys = {
        entity.key
        for text in ("The Foreign Ministry opposed it.", "The Foreign Ministry did not.")
        for entity in resolved(text, _nothing).entities
    }
    assert len(keys) == 2


def test_a_misread_office_puts_no_words_into_the_mouth_of_another_state(resolved: Callable[..., Extraction]) -> None:
    def misread(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        return [*opposes(doc, at), claim(doc, at["Emmanuel Macron"], "HOLDS_POSITION_IN", at["Japan"], "opposed")]

    extraction = resolved("Emmanuel Macron opposed the Oslo Accord. Japan and France did too.", misread, "2023-07-10")

    assert ("japan", "OPPOSES", "agreement:oslo-accord") not in triples(extraction)
    assert ("france", "OPPOSES", "agreement:oslo-accord") in triples(extraction)


def test_nobody_speaks_for_the_state_before_or_after_the_term(resolved: Callable[..., Extraction]) -> None:
    extraction = resolved("Emmanuel Macron opposed the Oslo Accord. France did too.", opposes, "2010-07-10")
    assert triples(extraction) == {("emmanuel-macron", "OPPOSES", "agreement:oslo-accord")}


def test_a_text_does_not_bring_back_an_office_whose_term_is_over(resolved: Callable[..., Extraction]) -> None:
    def titled(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        return [
            *opposes(doc, at),
            claim(doc, at["Emmanuel Macron"], "HOLDS_POSITION_IN", at["France"], "opposed", role="president"),
        ]

    extraction = resolved("Emmanuel Macron opposed the Oslo Accord. France did too.", titled, "2010-07-10")

    assert ("france", "OPPOSES", "agreement:oslo-accord") not in triples(extraction)


def holder(doc: Doc, at: dict[str, int], role: str, predicate: str, thing: str, **more: object) -> list[RawClaim]:
    ito = at["Mari Ito"]
    return [
        claim(doc, ito, "HOLDS_POSITION_IN", at["Japan"], "minister", role=role),
        claim(doc, ito, predicate, at[thing], "acted", **more),
    ]


def test_an_office_holder_speaks_for_the_state_by_the_text(resolved: Callable[..., Extraction]) -> None:
    text = "Mari Ito, minister of Japan, acted on the Oslo Accord."
    extraction = resolved(text, lambda d, at: holder(d, at, "minister", "SUPPORTS", "Oslo Accord"))
    assert ("japan", "SUPPORTS", "agreement:oslo-accord") in triples(extraction)


@pytest.mark.parametrize(
    ("role", "predicate", "thing", "more"),
    [
        ("former minister", "SUPPORTS", "Oslo Accord", {}),
        ("predecessor", "SUPPORTS", "Oslo Accord", {}),
        ("minister", "VISITED", "Suva", {}),
        ("minister", "MET_WITH", "France", {}),
        ("minister", "PARTICIPATED_IN", "Sea Anvil", {}),
        ("minister", "PARTICIPATED_IN", "Suva Summit", {"polarity": "negated"}),
    ],
)
def test_not_everything_a_person_does_is_the_states(
    resolved: Callable[..., Extraction], role: str, predicate: str, thing: str, more: dict[str, object]
) -> None:
    text = f"Mari Ito, minister of Japan, acted with the {thing}."
    extraction = resolved(text, lambda d, at: holder(d, at, role, predicate, thing, **more))
    assert all(c.subject != "japan" for c in extraction.claims)


def test_an_office_that_only_the_network_sees_and_nothing_names_makes_nobody_speak(
    resolved: Callable[..., Extraction],
) -> None:
    def seen(doc: Doc, at: dict[str, int]) -> list[RawClaim]:
        ito, japan = at["Mari Ito"], at["Japan"]
        held = claim(doc, ito, "HOLDS_POSITION_IN", japan, "acted", rule="network:holds_position_in")
        return [held, claim(doc, ito, "SUPPORTS", at["Oslo Accord"], "acted")]

    extraction = resolved("Mari Ito of Japan acted on the Oslo Accord.", seen)

    assert ("japan", "SUPPORTS", "agreement:oslo-accord") not in triples(extraction)


def test_forces_carry_their_state_into_an_exercise(resolved: Callable[..., Extraction]) -> None:
    text = "The Royal Danish Navy joined Sea Anvil, as Denmark said."
    extraction = resolved(
        text, lambda d, at: [claim(d, at["Royal Danish Navy"], "PARTICIPATED_IN", at["Sea Anvil"], "joined")]
    )
    assert ("denmark", "PARTICIPATED_IN", "exercise:sea-anvil") in triples(extraction)


def test_a_claim_key_tells_the_same_assertion_from_others(resolved: Callable[..., Extraction]) -> None:
    def run(text: str, polarity: str) -> str:
        made = resolved(
            text, lambda d, at: [claim(d, at["Japan"], "SIGNED", at["Oslo Accord"], "signed", polarity=polarity)]
        )
        return made.claims[0].key

    text = "Japan signed the Oslo Accord."
    assert run(text, "affirmed") == run(text, "affirmed")
    assert run(text, "affirmed") != run(text, "negated")
    assert run(text, "affirmed") != run(f"So it was. {text}", "affirmed")


def test_a_body_that_is_no_force_has_no_state(resolved: Callable[..., Extraction]) -> None:
    entities = {e.key: e for e in resolved("NATO met Denmark.", _nothing).entities}
    assert state_of_forces(entities["nato"], load_reference()) == ""


def test_a_claim_is_quoted_with_the_sentence_that_names_what_its_own_does_not(
    resolved: Callable[..., Extraction],
) -> None:
    text = "The Oslo Accord is new. Nobody had expected it. France signed it. Japan did not."
    extraction = resolved(text, lambda doc, at: [claim(doc, at["France"], "SIGNED", at["Oslo Accord"], "signed")])

    only = extraction.claims[0]
    assert only.quote == "The Oslo Accord is new. Nobody had expected it. France signed it."
    assert only.sentence == "d:2"


def test_a_claim_whose_sentence_names_both_ends_is_quoted_from_it_alone(resolved: Callable[..., Extraction]) -> None:
    text = "The Oslo Accord is new. France signed the Oslo Accord."
    extraction = resolved(text, lambda doc, at: [claim(doc, at["France"], "SIGNED", at["Oslo Accord"], "signed")])

    assert extraction.claims[0].quote == "France signed the Oslo Accord."


def test_what_is_named_far_away_is_not_quoted(resolved: Callable[..., Extraction]) -> None:
    text = "The Oslo Accord is new. " + "Nobody spoke. " * 5 + "France signed it."
    extraction = resolved(text, lambda doc, at: [claim(doc, at["France"], "SIGNED", at["Oslo Accord"], "signed")])

    assert extraction.claims[0].quote == "France signed it."


def test_items_of_a_list_are_not_quoted_together(resolved: Callable[..., Extraction]) -> None:
    text = "The Oslo Accord is new. France signed it."
    item = Block(start=24, end=len(text), kind="item")
    extraction = resolved(
        text, lambda doc, at: [claim(doc, at["France"], "SIGNED", at["Oslo Accord"], "signed")], blocks=(item,)
    )

    assert extraction.claims[0].quote == "France signed it."
