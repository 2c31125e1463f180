from __future__ import annotations

import contextlib
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jnato_graph.read.decode import declared_encoding, decode
from jnato_graph.read.failure import UnreadableError

TEXT = "Türkiye’s minister said “no” to the plan – for now. The café in Zürich, 5 €."
LETTERS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\r\t"), min_size=1, max_size=200
)


@settings(deadline=None)
@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_unicode_comes_back_whole(text: str, encoding: str) -> None:
    # A byte-order mark at the beginning of the text itself is taken for the file's.
    assert decode(text.lstrip("\ufeff").encode(encoding)) == text.lstrip("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_older_encodings_are_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_utf_8_with_a_broken_byte_is_refused_and_the_byte_named() -> None:
    data = TEXT.encode() + b"\xff" + TEXT.encode()
    with pytest.raises(UnreadableError, match=rf"broken byte at offset {len(TEXT.encode())}"):
        decode(data)


@pytest.mark.parametrize("text", ["Россия против офиса в Токио", "日本とNATOは協力する"])
@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "shift_jis", "euc_jp"])
def test_other_encodings_are_refused_and_not_read_wrongly(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the encoding does not have these letters")
    with pytest.raises(UnreadableError):
        decode(data)


@pytest.mark.parametrize("data", [os.urandom(4000), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, b"\x00" * 64])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        decode(data)


def test_a_page_is_decoded_as_it_says() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Wiśniak</body></html>'.encode("iso-8859-2")
    assert declared_encoding(page) == "iso8859-2"
    assert "Wiśniak" in decode(page, declared_encoding(page))


def test_a_page_that_is_not_what_it_says_is_refused() -> None:
    page = '<meta charset="euc-jp">Wiśniak'.encode("iso-8859-2")
    with pytest.raises(UnreadableError, match="not euc_jp, as it says"):
        decode(page, declared_encoding(page))


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO-8859-1", "latin1", "ascii", "us-ascii", "windows-1252"])
def test_a_page_that_says_iso_8859_1_or_ascii_keeps_the_quotation_marks_of_windows(label: str) -> None:
    said = b"Japan\x92s minister said that \x93the office is open\x94"
    page = f'<meta charset="{label}">'.encode() + said
    assert decode(page, declared_encoding(page)).endswith("Japan’s minister said that “the office is open”")


@pytest.mark.parametrize("label", ["utf-16", "utf-16le"])
def test_a_label_in_ascii_that_names_utf_16_is_not_believed(label: str) -> None:
    page = f'<meta charset="{label}">Türkiye’s minister'.encode("cp1252")
    assert decode(page, declared_encoding(page)).endswith("Türkiye’s minister")


@pytest.mark.parametrize("label", ["hex", "rot13", "base64", "zlib", "undefined", "idna", "unicode_escape", "no-such"])
def test_a_page_that_names_what_is_no_encoding_of_pages_is_read_as_if_it_named_none(label: str) -> None:
    page = f'<meta charset="{label}">'.encode() + TEXT.encode("cp1252")
    assert declared_encoding(page) is None
    assert decode(page, declared_encoding(page)).endswith(TEXT)


# What English texts have beside ASCII, with some of what Polish, Portuguese or Turkish names and units have.
PHRASES = [
    "NATO’s plan", "“no” to it", "‘soon’", "“We will train together”, she said", "now – then", "so—he said—it was",
    "a café in Zürich", "Élysée", "Luís Montenegro", "Türkiye", "3 km²", "the allies³ and Japan", "£5 or 5 €", "• item",
    "Señor Peña", "it didn’t", "and so on…", "the 1990s", "Orbán’s", "naïve", "Citroën", "à la carte", "°C", "§ 5",
    "São Paulo",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=12).map(" ".join))
def test_a_text_of_windows_is_never_read_as_one_of_the_mac(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@settings(deadline=None)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=12).map(" ".join))
def test_a_text_of_the_mac_with_quotation_marks_is_never_read_as_one_of_windows(text: str) -> None:
    said = f"“{text.replace('²', '').replace('³', '')}” is what he didn’t say"
    with contextlib.suppress(UnreadableError):  # "Luís" again and again may be "Lu’s", and is refused
        assert decode(said.encode("mac_roman")) == said


@pytest.mark.parametrize(
    "text", ["NATO’s plan – “no” to it", "He didn’t say so", "“Türkiye and Japan” it is", "1 July — “so”"]
)
def test_a_few_signs_are_enough_to_know_a_text_of_the_mac(text: str) -> None:
    assert decode(text.encode("mac_roman")) == text


@pytest.mark.parametrize("text", ["Rados³aw Sikorski said “no” to NATO’s plan", "Poland’s W³adys³aw said it"])
def test_a_sign_within_a_name_of_another_encoding_is_refused_whatever_stands_around_it(text: str) -> None:
    with pytest.raises(UnreadableError, match="cannot be told"):
        decode(text.encode("cp1252"))


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_page_may_tell_its_encoding_in_an_xml_declaration(mark: str) -> None:
    page = f"<?xml version='1.0' encoding={mark}ISO-8859-2{mark}?>\n<html>Radosław’s".replace("’", "'").encode(
        "iso-8859-2"
    )
    assert declared_encoding(page) == "iso8859-2"
    assert "Radosław's" in decode(page, declared_encoding(page))
