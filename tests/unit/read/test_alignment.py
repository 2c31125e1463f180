from __future__ import annotations

from difflib import SequenceMatcher
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.read.alignment import aligned

ARTICLE = ["title", "first", "share", "second", "na", "na", "third"]


class Counted(str):
    """A text that counts how often it is looked up or compared."""

    __slots__ = ()
    times = 0

    def __hash__(self) -> int:
        Counted.times += 1
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        return super().__eq__(other)


@pytest.mark.parametrize(
    ("before", "after"),
    list(product([[], ["home", "news"], ["title"], ["share", "na"]], [[], ["share"], ["na", "title", "home"]])),
)
def test_an_article_is_found_within_a_page_that_has_the_same_words_around_it(
    before: list[str], after: list[str]
) -> None:
    page = [*before, *ARTICLE, *after]
    assert aligned(page, ARTICLE) == set(range(len(before), len(before) + len(ARTICLE)))


def test_what_stands_between_the_texts_of_an_article_is_not_taken() -> None:
    page = ["title", "advert", "first", "share", "share", "second", "na", "advert", "na", "third"]
    assert [page[at] for at in sorted(aligned(page, ARTICLE))] == ARTICLE


def test_texts_in_another_order_are_found_as_far_as_the_order_is_the_same() -> None:
    assert aligned(["b", "c", "d", "a"], ["a", "b", "c", "d"]) == {0, 1, 2}


def test_an_article_that_stands_on_the_page_twice_is_found_once() -> None:
    assert len(aligned(["menu", *ARTICLE, "menu", *ARTICLE], ["other", *ARTICLE, "more"])) == len(ARTICLE)


@given(st.lists(st.sampled_from("abcdef"), max_size=12), st.lists(st.sampled_from("abcdefgh"), max_size=12))
def test_what_is_found_stands_in_both_lists_in_one_order(ours: list[str], theirs: list[str]) -> None:
    rest = iter(theirs)
    assert all(ours[at] in rest for at in sorted(aligned(ours, theirs)))


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_as_much_is_found_as_by_difflib_where_no_text_returns(ours: list[str], theirs: list[str]) -> None:
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    assert len(aligned(ours, theirs)) >= sum(block.size for block in blocks)


def test_a_list_of_which_every_other_text_is_left_out_is_not_gone_through_for_each() -> None:
    def looked_up(size: int) -> int:
        ours = [Counted(f"{kind} {at}") for at in range(size) for kind in ("text", "button")]
        theirs = [Counted(f"text {at}") for at in range(size)]
        Counted.times = 0
        assert len(aligned(ours, theirs)) == size
        return Counted.times

    assert looked_up(400) < 3 * looked_up(200)
