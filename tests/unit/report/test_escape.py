"""Nothing that stands in a text acts on a terminal, a spreadsheet or Markdown."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.report.escape import json_text, markdown, one_line, spreadsheet, visible

ANY_TEXT = st.text() | st.text(st.sampled_from("\x1b[31m\x07\x9b\u202e\u2066\x00\r\n\t|`<>=+-@ ab\u2028\ud800"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("a\u202eb", "a\\u202eb"),
        ("\ufeffa\u200bb", "\\ufeffa\\u200bb"),
        ("\U000e0041", "\\U000e0041"),
        ("café – “Élysée” 日本", "café – “Élysée” 日本"),
    ],
)
def test_acting_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_no_acting_character_reaches_the_terminal(text: str) -> None:
    for shown in (visible(text), one_line(text), markdown(text)):
        assert not {unicodedata.category(c) for c in shown if c not in "\u00ad\u200c\u200d"} & {
            "Cc", "Cf", "Cs", "Zl", "Zp",
        }  # fmt: skip


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", " =1", "\n=cmd|' /C calc'!A0", "-"]
)
def test_a_formula_is_made_harmless(text: str) -> None:
    assert spreadsheet(text).startswith("'")


def test_a_text_that_is_no_formula_stays() -> None:
    assert spreadsheet("France - a member") == "France - a member"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a \\| b"),
        ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert\\(1\\)&lt;/script&gt;"),
        ("[a](javascript:x)", "\\[a\\]\\(javascript:x\\)"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("two\nlines", "two lines"),
    ],
)
def test_markup_is_shown_not_done(text: str, shown: str) -> None:
    assert markdown(text) == shown


@given(
    st.recursive(
        st.none() | st.booleans() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_json_keeps_its_value(value: object) -> None:
    text = json_text(json.dumps(value, ensure_ascii=False))

    assert json.loads(text) == value
    assert "\x1b" not in text
    assert "\u202e" not in text
