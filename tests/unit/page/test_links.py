"""A source may lead to a web address, and to nothing that a browser would do something else with."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jnato_graph.page.links import web_link


@pytest.mark.parametrize(
    ("text", "address", "host"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z", "a.example"),
        ("HTTP://A.example:8080/", "HTTP://A.example:8080/", "a.example"),
        ('https://a.example/"><b>', "https://a.example/%22%3E%3Cb%3E", "a.example"),
        ("https://a.example/é%20", "https://a.example/%C3%A9%20", "a.example"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x", "2001:db8::1"),
    ],
)
def test_a_web_address_is_linked_with_its_host_in_sight(text: str, address: str, host: str) -> None:
    link = web_link(text)

    assert link is not None
    assert (link.address, link.host) == (address, host)


@pytest.mark.parametrize(
    "text",
    [
        None, "", "seeds/a.txt", "/etc/passwd", "//a.example", "javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,x", "file:///x", "ftp://a.example", "https:", "https://", "https:///x", "https://a b.example",
        "https://nato.int@evil.example/", "https://nato.int\\@evil.example/", "https://a.example:port/",
        "https://a.example/\u202etxt", "https://a.example/\x00", " https://a.example", "https://[x/",
        "https://a/" + "x" * 2000,
    ],
)  # fmt: skip
def test_anything_else_is_not(text: str | None) -> None:
    assert web_link(text) is None


@given(st.one_of(st.text(), st.builds("https://{}".format, st.text()), st.builds("https://a.b/{}".format, st.text())))
def test_what_is_linked_is_plain_ascii_of_the_web(text: str) -> None:
    if link := web_link(text):
        assert link.address.isascii()
        assert link.address.isprintable()
        assert not set(link.address) & set(' "<>\\^`{|}')
        assert urlsplit(link.address).scheme in ("http", "https")
