"""An auxiliary and its verb with something set in between: whatever the parser makes of it, they belong together."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from jnato_graph.annotate.repaired_clauses import said_beside
from jnato_graph.annotate.repaired_names import parts_of_name
from jnato_graph.annotate.repaired_parentheses import behind_parenthesis

VOCAB = spacy.blank("en").vocab
LEMMAS = {"did": "do", "has": "have", "denied": "deny", "insisted": "insist"}


def parsed(rows: str) -> Doc:
    """A Doc from "word/TAG/POS/dep/head" rows."""
    words, tags, pos, deps, heads = zip(*(row.split("/") for row in rows.split()), strict=True)
    lemmas = [LEMMAS.get(w, w.lower()) for w in words]
    return Doc(
        VOCAB, words=list(words), tags=list(tags), pos=list(pos), lemmas=lemmas, deps=list(deps),
        heads=[int(h) for h in heads],
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        # the verb hangs on what is set in
        "Peru/NNP/PROPN/nsubjpass/6 did/VBD/AUX/aux/6 not/RB/PART/neg/6 ,/,/PUNCT/punct/6 as/IN/SCONJ/mark/6"
        " is/VBZ/AUX/auxpass/6 claimed/VBN/VERB/ROOT/6 ,/,/PUNCT/punct/6 oppose/VBP/VERB/conj/6 it/PRP/PRON/dobj/8",
        # the negation hangs on the auxiliary
        "Peru/NNP/PROPN/nsubj/8 did/VBD/AUX/aux/8 not/RB/PART/neg/1 ,/,/PUNCT/punct/8 as/IN/SCONJ/mark/6"
        " some/DT/DET/nsubj/6 wrote/VBD/VERB/advcl/8 ,/,/PUNCT/punct/8 oppose/VB/VERB/ROOT/8 it/PRP/PRON/dobj/8",
        # subject, auxiliary and negation hang on what is set in
        "Peru/NNP/PROPN/nsubj/6 will/MD/AUX/aux/6 never/RB/ADV/neg/6 ,/,/PUNCT/punct/6 the/DT/DET/det/5"
        " envoy/NN/NOUN/nsubj/6 said/VBD/VERB/parataxis/8 ,/,/PUNCT/punct/8 oppose/VB/VERB/ROOT/8 it/PRP/PRON/dobj/8",
    ],
)
def test_a_verb_behind_what_is_set_in_has_its_subject_and_its_denial(rows: str) -> None:
    doc = parsed(rows)

    behind_parenthesis(doc)

    verb = doc[8]
    assert verb.dep_ == "ROOT"
    assert {(t.text, t.dep_) for t in verb.lefts if t.i < 3} == {
        ("Peru", "nsubj"), (doc[1].text, "aux"), (doc[2].text, "neg"),
    }  # fmt: skip
    assert doc[6].head.i == verb.i


def test_an_auxiliary_before_a_list_is_left_alone() -> None:
    doc = parsed(
        "Peru/NNP/PROPN/nsubj/1 has/VBZ/VERB/ROOT/1 ,/,/PUNCT/punct/1 as/IN/ADP/prep/1 ever/RB/ADV/pcomp/3"
        " ,/,/PUNCT/punct/1 ships/NNS/NOUN/dobj/1"
    )
    before = [(t.dep_, t.head.i) for t in doc]

    behind_parenthesis(doc)

    assert [(t.dep_, t.head.i) for t in doc] == before


def test_who_denies_one_thing_and_insists_on_another_says_both() -> None:
    doc = parsed(
        "He/PRP/PRON/nsubj/1 denied/VBD/VERB/ROOT/1 that/IN/SCONJ/mark/4 Peru/NNP/PROPN/nsubj/4 left/VBD/VERB/ccomp/1"
        " and/CC/CCONJ/cc/4 insisted/VBD/VERB/conj/4 that/IN/SCONJ/mark/9 it/PRP/PRON/nsubj/9 stays/VBZ/VERB/ccomp/6"
    )

    said_beside(doc)

    assert doc[6].head.i == 1


def test_the_family_name_no_denies_nothing() -> None:
    doc = parsed(
        "on/IN/ADP/ROOT/0 No/DT/DET/det/2 Kwang/NNP/PROPN/pobj/0",
    )
    doc.spans["mentions"] = [Span(doc, 1, 3, label="Person")]

    parts_of_name(doc)

    assert doc[1].dep_ == "compound"
