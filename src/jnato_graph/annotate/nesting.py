"""Which names inside a longer name are mentions of their own ("NATO" in "NATO liaison office")."""

from __future__ import annotations

from spacy.tokens import Span

from jnato_graph.annotate.patterns import is_partners

# What stands inside which kind of name, as the gold has it: an event tells its place, an accord's name does not.
ALWAYS = frozenset({
    ("Office", "Place"), ("Office", "State"), ("Office", "Organisation"), ("Event", "Place"), ("Event", "State"),
    ("Event", "Organisation"), ("Event", "Exercise"), ("Organisation", "State"), ("Organisation", "Organisation"),
    ("Agreement", "Organisation"), ("Operation", "Organisation"), ("Programme", "Organisation"),
    ("Policy", "Organisation"), ("Office", "Office"), ("Event", "Agreement"),
    ("Office", "Operation"), ("Office", "Programme"), ("Operation", "State"),
    ("State", "Person"),
})  # fmt: skip
AFTER_LINK = frozenset({
    ("Agreement", "State"), ("Programme", "State"), ("Organisation", "Place"), ("Event", "Office"),
    ("Policy", "Place"), ("Policy", "State"), ("Person", "State"),
})  # fmt: skip
# An event or office has its town in its name; a sea or region there says what it is about, not where.
WIDE = frozenset({"region", "sea", "strait", "continent", "ocean"})
# Last words of the names of newspapers and broadcasters: the state in "Samoa Herald" is no party of the text.
MEDIA = frozenset({
    "times", "post", "press", "herald", "radio", "news", "television", "tv", "tribune", "observer", "journal", "daily",
    "gazette", "mail", "standard", "broadcaster", "newspaper",
})  # fmt: skip
# What a company is by law: "BAE Systems PLC" is BAE Systems.
COMPANY = frozenset({"plc", "corp", "co", "ltd", "inc", "ag", "gmbh", "spa", "sa", "nv", "ab", "llc", "limited"})
# Organs of the United Nations are spoken of by themselves.
UNITED_NATIONS = frozenset({"UN", "U.N.", "United Nations"})
DASHES = frozenset({"-", "–", "—"})
LINKS = frozenset({"in", "for", "of", "to", "on", "with", "between", "and", "at", "the"})


def may_stand_inside(outer: Span, outer_label: str, inner: Span, inner_label: str, sort: str = "") -> bool:
    """Whether `inner` counts besides `outer`; `sort` tells what sort of place it is, if one."""
    pair = (outer_label, inner_label)
    if outer_label == "Organisation" and is_partners(outer.text):
        return False
    doc = inner.doc
    after = doc[inner.end].text if inner.end < outer.end else ""
    before = doc[inner.start - 1].lower_ if inner.start > outer.start else ""
    if inner_label == "Place" and sort in WIDE:
        return pair in ALWAYS and before in LINKS
    if after == "-" and inner_label == "Organisation" and not doc[inner.end + 1].text[:1].isupper():
        return False
    if pair == ("Organisation", "Organisation"):
        if doc[outer.end - 1].lower_.rstrip(".") in COMPANY or (
            inner.start == outer.start and inner.text in UNITED_NATIONS
        ):
            return False
        # "Ministry of Defence" is no body of its own in "Ministry of Defence of the Italian Republic"
        return before in LINKS or (inner.start == outer.start and after not in ("of", "for"))
    if pair == ("Organisation", "State") and (outer[-1].lower_ in MEDIA or outer[0].text in ("Radio", "Times")):
        return False
    if pair == ("Office", "Office"):  # "liaison office in Amman" holds no second office, "desk at the embassy" does
        return any(doc[index].lower_ in LINKS for index in range(outer.start, inner.start))
    if pair in ALWAYS:
        return True
    if pair not in AFTER_LINK:
        return False
    return before in LINKS or before in DASHES or after in DASHES or after in ("'s", "’s")
