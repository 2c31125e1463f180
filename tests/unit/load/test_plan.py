from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import batched
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.load.outcomes import Outcomes
from jnato_graph.load.plan import Address, DocumentState, Plan
from jnato_graph.load.summary import LoadSummary, Replaced, Tally
from jnato_graph.records import Document, Extraction, Sentence

if TYPE_CHECKING:
    from tests.conftest import Article


def read(key: str, path: str, published: str | None = None, rows: str = "") -> Extraction:
    """A document whose only row tells `rows`, for telling blocks apart."""
    sentence = Sentence(key=f"{key}:0", document=key, index=0, start=0, end=1, text=rows or key)
    return Extraction(
        document=Document(key=key, path=path, text="x", published=published),
        sentences=(sentence,), entities=(), mentions=(), claims=(),
    )  # fmt: skip


def bare(extraction: Extraction) -> Extraction:
    return replace(extraction, sentences=())


def after(states: list[DocumentState], *extractions: Extraction, stamp: str = "1") -> list[DocumentState]:
    plan = Plan(states, stamp)
    for extraction in extractions:
        plan.take(extraction)
    return [state for _, state in plan.states() if state is not None]


def changes(
    states: list[DocumentState], *extractions: Extraction, stamp: str = "1"
) -> list[tuple[str, bool, bool, bool]]:
    """Of each change: the key, whether there was a document, whether there will be one, whether rows are written."""
    plan = Plan(states, stamp)
    for extraction in extractions:
        plan.take(extraction)
    return [(c.key, c.before is not None, c.after is not None, c.block is not None) for c in plan.changes()]


def test_a_new_document_is_written_and_an_unchanged_one_is_not() -> None:
    document = read("d", "a")
    assert changes([], document) == [("d", False, True, True)]
    assert changes(after([], document), document) == []
    assert changes(after([], document), bare(document)) == []


def test_a_path_with_another_text_takes_the_place_of_the_former() -> None:
    states = after([], read("d", "a"))
    assert changes(states, read("e", "a")) == [("d", True, False, False), ("e", False, True, True)]


def test_a_text_that_moves_keeps_its_rows() -> None:
    states = after([], read("d", "a"))
    assert changes(states, bare(read("d", "b")), read("e", "a")) == [("d", True, True, False), ("e", False, True, True)]


def test_another_stamp_replaces_rows_only_where_they_differ() -> None:
    states = after([], read("d", "a"))
    assert changes(states, read("d", "a"), stamp="2") == [("d", True, True, False)]
    assert changes(states, read("d", "a", rows="other"), stamp="2") == [("d", True, True, True)]


def test_a_document_without_rows_from_a_load_that_died_is_written_again() -> None:
    (state,) = after([], read("d", "a"))
    unread = replace(state, stamp=None, read_digest=None, block_digest=None)
    assert not unread.is_read("1")
    assert changes([unread], bare(read("d", "a"))) == []
    assert changes([unread], read("d", "a")) == [("d", True, True, True)]


def test_two_extractions_that_undo_each_other_change_nothing() -> None:
    states = after([], read("d", "a"), read("e", "b"))
    assert changes(states, read("e", "a"), read("d", "a"), read("e", "b")) == []


def test_the_metadata_are_those_of_the_first_path() -> None:
    early, late = read("d", "a", "1900"), read("d", "b", "1950")
    for order in ((early, late), (late, early)):
        (state,) = after([], *order)
        assert [address.path for address in state.addresses] == ["a", "b"]
        assert state.properties()["published"] == "1900"
        assert state.is_read("1")


def test_a_document_read_for_a_later_path_is_to_be_read_again() -> None:
    early, late = read("d", "a", "1900"), read("d", "b", "1950")
    (state,) = after([], late, bare(early))
    assert not state.is_read("1")
    (state,) = after([state], early)
    assert state.is_read("1")


@given(st.permutations([("d", "a"), ("d", "b"), ("e", "c"), ("d", "f"), ("g", "e")]), st.integers(0, 5))
def test_neither_order_nor_groups_show(order: list[tuple[str, str]], cut: int) -> None:
    extractions = [read(key, path, published=path, rows=path) for key, path in order]
    states = after([], *extractions[:cut])
    together = {state.key: state for state in after([], *extractions)}
    apart = {state.key: state for state in [*states, *after(states, *extractions[cut:])]}
    assert apart == together
    assert all(state.is_read("1") for state in apart.values())
    assert after([], read("d", "a", published="a", rows="a"))[0].block_digest == apart["d"].block_digest


def test_a_document_counts_once_however_the_load_was_cut(article: Article) -> None:
    first = article("a.txt", "ruritania OPPOSES league")
    second = replace(first, document=replace(first.document, path="b.txt"))
    other = article("b.txt", "graustark OPPOSES league")
    outcomes, summary = Outcomes(), LoadSummary()
    states: list[DocumentState] = []
    for extraction in (first, second, other, other):
        plan = Plan(states, "1")
        plan.take(extraction)
        outcomes.note([extraction.document.key], plan.changes())
        states = [state for _, state in plan.states() if state is not None]
    outcomes.count(summary)
    assert (summary.documents, summary.unchanged) == (Tally(created=2), 0)


@dataclass
class FakeGraph:
    """A graph of states and rows, loaded as `load_documents` loads a folder: in groups, what is known without rows."""

    states: dict[str, DocumentState] = field(default_factory=dict)
    rows: dict[str, Extraction] = field(default_factory=dict)

    def load(self, texts: dict[str, str], group: int, outcomes: Outcomes | None = None) -> None:
        """`texts` are the keys of the texts by their paths. What must be read again is, as often as it takes."""
        found = [read(key, path, published=path, rows=f"{key} at {path}") for path, key in sorted(texts.items())]
        known = [self._is_known(each) for each in found]
        first = {each.document.key: each for each in reversed(found)}
        sent = [
            each if not there and first[each.document.key] is each else bare(each)
            for each, there in zip(found, known, strict=True)
        ]
        outcomes = outcomes or Outcomes()
        again = self._take(sent, group, outcomes)
        assert not self._take([each for each in found if each.document.path in again], group, outcomes)

    def _is_known(self, extraction: Extraction) -> bool:
        state = self.states.get(extraction.document.key)
        return state is not None and not state.needs_reading_at(Address.of(extraction.document), "1")

    def _take(self, extractions: list[Extraction], group: int, outcomes: Outcomes) -> set[str]:
        for some in batched(extractions, group):
            plan = Plan(self.states.values(), "1")
            for extraction in some:
                plan.take(extraction)
            outcomes.note([each.document.key for each in some], plan.changes())
            for change in plan.changes():
                if change.block is not None:
                    self.rows[change.key] = change.block
                if change.after is None:
                    del self.states[change.key]
                    self.rows.pop(change.key, None)
                else:
                    self.states[change.key] = change.after
        return {state.first.path for state in self.states.values() if not state.is_read("1")}


texts_at_paths = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("tuvw"), min_size=4)


@given(texts_at_paths, texts_at_paths, st.integers(1, 4))
def test_texts_that_change_places_are_all_there_afterwards(
    before: dict[str, str], after: dict[str, str], group: int
) -> None:
    graph, fresh = FakeGraph(), FakeGraph()
    graph.load(before, group)
    graph.load(after, group)
    fresh.load(after, group)
    assert graph == fresh


def test_a_text_without_rows_that_is_not_there_waits_to_be_read() -> None:
    (state,) = after([], bare(read("d", "a")))
    assert not state.is_read("1")
    assert state.needs_reading_at(state.first, "1")
    assert changes([state], read("d", "a")) == [("d", True, True, True)]


def test_a_text_that_loses_its_only_path_and_comes_to_another_keeps_its_rows() -> None:
    states = after([], read("d", "a"))
    assert changes(states, read("e", "a"), bare(read("d", "b"))) == [("d", True, True, False), ("e", False, True, True)]


def test_a_document_that_gives_way_to_another_under_its_path_is_named() -> None:
    old, new = read("d", "a"), read("e", "a")
    outcomes, summary = Outcomes(), LoadSummary()
    plan = Plan(after([], old), "1")
    plan.take(new)
    outcomes.note(["e"], plan.changes())
    outcomes.count(summary)
    assert summary.replaced == (Replaced(path="a", key="d", title=None),)


@given(texts_at_paths, texts_at_paths, st.integers(1, 4))
def test_what_is_named_as_replaced_is_what_is_gone(before: dict[str, str], after: dict[str, str], group: int) -> None:
    graph, outcomes, summary = FakeGraph(), Outcomes(), LoadSummary()
    graph.load(before, group)
    graph.load(after, group, outcomes)
    outcomes.count(summary)
    assert {each.key for each in summary.replaced} == set(before.values()) - set(after.values())
