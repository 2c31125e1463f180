"""What one place of a document tells of a name holds at its other places."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from jnato_graph.annotate.spans import Found
from jnato_graph.annotate.spread import acronyms, agreed, is_acronym, repeated, short_forms, without_overlaps

VOCAB = English().vocab


def doc(text: str) -> Doc:
    return Doc(VOCAB, words=text.split(" "))


def test_the_longest_of_overlapping_finds_is_kept() -> None:
    words = doc("NATO liaison office in Tokyo opened")
    long, short, apart = Found(0, 5, "Office"), Found(4, 5, "Place"), Found(5, 6, "Event")

    assert without_overlaps(words, [short, apart, long]) == [long, apart]


def test_the_first_given_of_two_finds_of_the_same_words_is_kept() -> None:
    words = doc("Sea Anvil began")

    assert without_overlaps(words, [Found(0, 2, "Exercise"), Found(0, 2, "Place")]) == [Found(0, 2, "Exercise")]


def test_a_name_has_its_most_frequent_label_throughout() -> None:
    words = doc("Sea Anvil and Sea Anvil and Sea Anvil")
    finds = [Found(0, 2, "Operation"), Found(3, 5, "Exercise"), Found(6, 8, "Exercise")]

    assert {found.label for found in agreed(words, finds, frozenset())} == {"Exercise"}


def test_what_is_listed_keeps_its_label() -> None:
    words = doc("Sea Anvil and Sea Anvil and Sea Anvil")
    listed = Found(0, 2, "Operation")

    assert listed in agreed(words, [listed, Found(3, 5, "Exercise"), Found(6, 8, "Exercise")], frozenset({listed}))


def test_a_capital_may_be_city_here_and_government_there() -> None:
    words = doc("Oslo objected in Oslo and Oslo")
    finds = [Found(0, 1, "State"), Found(3, 4, "Place"), Found(5, 6, "Place")]

    assert agreed(words, finds, frozenset()) == finds


def test_an_acronym_in_brackets_belongs_to_the_name_before_it() -> None:
    words = doc("the Northern Ash Cloud Network ( NACN ) met")
    name = Found(1, 5, "Programme")

    assert list(acronyms(words, [name])) == [(name, 6)]


def test_letters_that_the_name_does_not_have_are_no_acronym_of_it() -> None:
    words = doc("the Northern Ash Network ( XYZ ) met")

    assert list(acronyms(words, [Found(1, 4, "Programme")])) == []


def test_a_word_in_small_letters_is_no_acronym() -> None:
    assert [word for word in ("NATO", "IP4", "MoD", "Tokyo", "a", "X") if is_acronym(word)] == ["NATO", "IP4", "MoD"]


def test_a_surname_is_found_again_after_the_full_name() -> None:
    words = doc("Mari Lindqvist spoke . Later Lindqvist left")
    person = Found(0, 2, "Person")

    assert list(repeated(words, [person], short_forms(words, [person]))) == [Found(5, 6, "Person")]


def test_a_name_without_the_word_exercise_is_found_again() -> None:
    words = doc("Exercise Nordic Dawn began . Nordic Dawn ended")
    exercise = Found(0, 3, "Exercise")

    assert list(repeated(words, [exercise], short_forms(words, [exercise]))) == [Found(5, 7, "Exercise")]


def test_repeats_inside_another_find_are_left() -> None:
    words = doc("Mari Lindqvist spoke at the Lindqvist Institute")
    finds = [Found(0, 2, "Person"), Found(5, 7, "Organisation")]

    assert list(repeated(words, finds, short_forms(words, finds))) == []
