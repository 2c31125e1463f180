"""Sentences are cut where names begin and end, and stay the same text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.page.marking import Mark, Piece, marked
from jnato_graph.records import Entity, Mention, Sentence

TEXT = "The NATO liaison office in Tokyo, 東京 😀, was discussed."
START = 7
ENTITIES = {key: Entity(key=key, label="Place", name=key.upper()) for key in "abcd"}


def sentence(text: str = TEXT) -> Sentence:
    return Sentence(key="d:0", document="d", index=0, start=START, end=START + len(text), text=text)


def mention(entity: str, start: int, end: int) -> Mention:
    return Mention(document="d", sentence="d:0", entity=entity, start=START + start, end=START + end, text="")


def text_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece if isinstance(piece, str) else text_of(piece.pieces) for piece in pieces)


def outline(pieces: tuple[Piece, ...]) -> list[object]:
    return [
        piece if isinstance(piece, str) else (piece.entity.key, outline(piece.pieces)) for piece in pieces
    ]  # fmt: skip


def test_a_name_within_a_name_is_marked_within_it() -> None:
    pieces = marked(sentence("in NATO's Tokyo office"), [mention("a", 3, 22), mention("b", 10, 15)], ENTITIES)

    assert outline(pieces) == ["in ", ("a", ["NATO's ", ("b", ["Tokyo"]), " office"])]


def test_offsets_count_characters_whatever_their_width() -> None:
    at = TEXT.index("😀")
    pieces = marked(sentence(), [mention("a", at, at + 1)], ENTITIES)

    assert ("a", ["😀"]) in outline(pieces)


def test_what_crosses_lies_outside_or_is_unknown_is_left_out() -> None:
    mentions = [mention("a", 0, 8), mention("b", 4, 12), mention("c", 50, 99), mention("unknown", 14, 16)]

    pieces = marked(sentence(), mentions, ENTITIES)
    assert [piece.entity.key for piece in pieces if isinstance(piece, Mark)] == ["a"]


def test_a_shorter_name_of_the_same_thing_is_not_marked_again() -> None:
    pieces = marked(sentence(), [mention("a", 4, 32), mention("a", 17, 32), mention("a", 40, 43)], ENTITIES)

    assert [piece.entity.key for piece in pieces if isinstance(piece, Mark)] == ["a", "a"]
    assert outline(pieces)[1] == ("a", [TEXT[4:32]])


@given(
    text=st.text(min_size=1, max_size=30),
    places=st.lists(st.tuples(st.sampled_from("abcd?"), st.integers(-3, 35), st.integers(-3, 35)), max_size=12),
)
def test_the_pieces_together_are_the_sentence(text: str, places: list[tuple[str, int, int]]) -> None:
    pieces = marked(sentence(text), [mention(*place) for place in places], ENTITIES)

    assert text_of(pieces) == text
    assert "" not in pieces
