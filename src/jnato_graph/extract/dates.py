"""Which date belongs to which statement.

`find_dates(doc)` gives the dates of a Doc, `date_for(trigger, doc, ends)` the one that holds for what `trigger` says.
A date counts for a trigger when it hangs on it, on a verb that carries it ("voiced opposition in May"), or stands in
front of the clause; a date of another clause never does ("said on Tuesday that Japan signed").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jnato_graph.annotate.lines import line_around
from jnato_graph.extract.date_values import Tense, read_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CLAUSAL = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis"})
_CARRIED = frozenset({"dobj", "pobj", "prep", "attr", "nsubj", "nsubjpass", "oprd", "xcomp", "pcomp", "dative", "agent",
                      "acomp", "prt", "appos", "conj", "compound", "amod", "poss", "nmod"})  # fmt: skip
_DATED_NAMES = frozenset({"Exercise", "Event", "Operation"})
_CACHE = "jnato_dates"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date at tokens `start`..`end` of a Doc. `inside` is the label of the named thing whose name it belongs to."""

    start: int
    end: int
    value: str
    kind: str
    inside: str = ""


def find_dates(doc: Doc) -> list[DateMention]:
    """Every date of `doc` in order, counted from `doc._.published` where it is relative. Read once, then kept."""
    if (known := doc.user_data.get(_CACHE)) is not None:
        return list(known)
    published = doc._.published if doc.has_extension("published") else None
    names = [(m.start, m.end, m.label_) for m in doc.spans.get("mentions", ())]
    found = []
    for date in read_dates(doc.text, published, _tenses(doc), _sentence_numbers(doc)):
        span = doc.char_span(date.start, date.end, alignment_mode="expand")
        if span is None or _is_end_point(span, doc) or _is_lifetime(span, doc):
            continue
        found.append(
            DateMention(
                start=span.start, end=span.end, value=date.value, kind=date.kind, inside=_name_around(span, names)
            )
        )
    doc.user_data[_CACHE] = found
    return list(found)


def date_for(trigger: Token, doc: Doc, ends: Sequence[Span] = (), predicate: str = "") -> str | None:
    """The date for which the statement made by `trigger` holds, or None.

    `ends` are the statement's subject and object: "joined by Tokyo (2020)" dates the statement about Tokyo alone, and
    the date of a dated exercise, event or operation serves when the clause has none. `predicate` keeps standing
    facts (where an office is, who holds a post) from taking the date of what is told about them.
    """
    if predicate == "LOCATED_IN" and trigger.lemma_.lower() not in _MOVING:
        return None  # the date of an opening is no date of where the office stands
    sentence, (start, end) = trigger.sent, line_around(trigger)
    all_dates = [d for d in find_dates(doc) if not d.inside and start <= d.start < end]
    dates = [d for d in all_dates if sentence.start <= d.start < sentence.end]
    if len(dates) > 1 and _is_dateline(dates[0], start, doc):
        dates = dates[1:]
    if dates:
        if (value := _beside(trigger, dates, doc, ends) or _hanging(trigger, dates, doc)) is not None:
            return value
        if not _is_standing(trigger, predicate):
            for way in (_carried, _fronted, _alone):
                if (value := way(trigger, dates, doc)) is not None:
                    return value
    if not dates and all_dates and _opens(all_dates[0], start, doc):
        return all_dates[0].value  # "4 June – Talks in Oslo. Present: Japan." is all of that day
    if predicate in _STANDING:
        return None
    return next((year for end in ends if (year := name_year(end, doc))), None)


_MOVING = frozenset({"move", "relocate", "transfer", "shift", "sit", "remain", "stay", "headquarter"})
_STANDING = frozenset({"LOCATED_IN", "HOLDS_POSITION_IN", "MEMBER_OF", "PARTNER_OF", "COOPERATES_WITH"})
_ROLE_NOUN = re.compile(
    r"(?:er|or|ist|ee|man|woman|ant|ary|ory|party|chief|head|president|host|critic|ally|king|queen)$"
)
_SAID_OF = frozenset({"attr", "oprd", "xcomp", "acomp"})


def _is_standing(trigger: Token, predicate: str) -> bool:
    """Whether the trigger names a role ("the signatories of") and tells of no event."""
    if trigger.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if predicate in ("HOLDS_POSITION_IN",) or _ROLE_NOUN.search(trigger.lemma_.lower()):
        return trigger.dep_ not in _SAID_OF
    return False


def _beside(trigger: Token, dates: list[DateMention], doc: Doc, ends: Sequence[Span]) -> str | None:
    """A date straight after an end of the statement: "Tokyo (2020)", "Palau (since 2019)".

    Where the sentence has several dates, also "by Brussels in 2023, by Tokyo in 2024".
    """
    for end in ends:
        stop = end.end
        if stop >= len(doc) or stop <= trigger.sent.start:
            continue
        for date in dates:
            between = doc[stop : date.start]
            if doc[stop].text in "([" and stop < date.start <= stop + 3 and not any(t.text in ")]" for t in between):
                return date.value
            if (
                len(dates) > 1
                and stop <= date.start <= stop + 1
                and all(t.pos_ == "ADP" or t.text == "," for t in between)
            ):
                return date.value
    return None


def _hanging(trigger: Token, dates: list[DateMention], doc: Doc) -> str | None:
    """The date nearest below `trigger` in the tree that belongs to no other clause."""
    best: tuple[int, int, str] | None = None
    for date in dates:
        steps = _steps_up(doc[date.start : date.end].root, trigger)
        if steps is not None and (best is None or (steps, date.start) < best[:2]):
            best = (steps, date.start, date.value)
    return best[2] if best else None


def _steps_up(token: Token, trigger: Token) -> int | None:
    """How many arcs lead from `token` up to `trigger` without leaving its clause; None when they do not."""
    steps = 0
    while token != trigger:
        if token.dep_ in _CLAUSAL or token.head == token:
            return None
        if _is_clause_behind_preposition(token):
            return None
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            return None
        if token.dep_ == "prep" and token.lower_ in _OTHER_TIMES and steps > 1:
            return None
        token, steps = token.head, steps + 1
    return steps


# "under an agreement of 2017", "after the invasion in March": the date of another thing
_OTHER_TIMES = frozenset({"under", "after", "following", "despite", "before", "over", "about", "against", "without"})


def _carried(trigger: Token, dates: list[DateMention], doc: Doc) -> str | None:
    """The date of the verb that carries the trigger: "voiced its opposition in May", "agreed to open"."""
    token = trigger
    for _ in range(5):
        if token.dep_ not in _CARRIED or (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
            return None
        token = token.head
        if (value := _hanging(token, dates, doc)) is not None:
            return value
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "xcomp":
            return None
    return None


def _fronted(trigger: Token, dates: list[DateMention], doc: Doc) -> str | None:
    """A date in front of coordinated clauses holds for all; so does one that opens a line ("2 June 2009 - ...")."""
    start = max(trigger.sent.start, line_around(trigger)[0])
    if _opens(dates[0], start, doc):
        return dates[0].value
    verb = _clause(trigger)
    while verb.dep_ == "conj":
        verb = verb.head
        for date in dates:
            root = doc[date.start : date.end].root
            if date.end <= verb.i and _steps_up(root, verb) is not None and not _subject_before(verb, date.start):
                return date.value
    return None


def _opens(date: DateMention, start: int, doc: Doc) -> bool:
    """Whether the date opens what begins at token `start`: "2 June 2009 – ...", "• May: ..."."""
    while start < date.start and (doc[start].is_punct or doc[start].is_space or doc[start].text in "•·*"):
        start += 1
    return date.start == start and date.end < len(doc) and doc[date.end].text in ("–", "—", "-", ":", "|", ".")


def _is_dateline(date: DateMention, start: int, doc: Doc) -> bool:
    """Whether a date tells where and when a report was written: "BRUSSELS, Oct. 21 — …", behind the name of a place."""
    ahead = any(span.label_ in ("Place", "State") and span.start == start for span in doc.spans.get("mentions", ()))
    behind = doc[date.end : date.end + 3]
    return (
        ahead and start < date.start <= start + _DATELINE and any(t.text in ("–", "—", "-", "--", "(") for t in behind)
    )


_DATELINE = 6  # tokens: "WASHINGTON, D.C., Oct. 21 (…) —"


def _subject_before(verb: Token, index: int) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.i < index for c in verb.children)


def _alone(trigger: Token, dates: list[DateMention], doc: Doc) -> str | None:
    """The only date of the trigger's clause."""
    clause = _clause(trigger)
    mine = [d for d in dates if _clause(doc[d.start : d.end].root) == clause]
    return mine[0].value if len(mine) == 1 else None


def _is_clause_behind_preposition(token: Token) -> bool:
    """ "Contrary to what we reported in May"."""
    return token.dep_ == "pcomp" and any(c.dep_ == "nsubj" for c in token.children)


def _clause(token: Token) -> Token:
    """The head of the clause that `token` stands in."""
    while token.head != token and token.dep_ not in _CLAUSAL and not _is_clause_behind_preposition(token):
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def name_year(end: Span, doc: Doc) -> str | None:
    """The date of an exercise, event or operation in its name or on it: "Locked Shields 2023" gives 2023."""
    if end.label_ not in _DATED_NAMES:
        return None
    for date in find_dates(doc):
        if end.start <= date.start and date.end <= end.end:
            return date.value
        if not date.inside and end.end <= date.start < end.sent.end:
            steps = _steps_up(doc[date.start : date.end].root, end.root)
            if steps is not None and steps <= 2:
                return date.value
    if end.label_ == "Exercise" and (short := _SHORT_YEAR.search(end.text)):
        return f"{19 if short[1] > '45' else 20}{short[1]}"
    return None


_SHORT_YEAR = re.compile(r"[\w-]\D(?:['’])?([012789]\d)$")


def _is_end_point(span: Span, doc: Doc) -> bool:
    """ "Until 2002" tells when something ended, "born 1966" nothing of what is told."""
    return span.start > 0 and doc[span.start - 1].lower_ in ("until", "till", "born", "b.")


def _is_lifetime(span: Span, doc: Doc) -> bool:
    """ "Neville Okoye (1931-2009)": years of birth and death."""
    if span.start < 2 or doc[span.start - 1].text != "(" or "mentions" not in doc.spans:
        return False
    return any(m.end == span.start - 1 and m.label_ == "Person" for m in doc.spans["mentions"]) and any(
        c in span.text for c in "–-"
    )


def _name_around(span: Span, names: Sequence[tuple[int, int, str]]) -> str:
    """The label of the first of `names` (first token, end, label) that `span` lies in."""
    first, end = span.start, span.end
    return next((label for start, stop, label in names if start <= first and end <= stop), "")


def _sentence_numbers(doc: Doc) -> Callable[[int], int]:
    starts = [s.start_char for s in doc.sents]
    return lambda offset: bisect_right(starts, offset)


def _tenses(doc: Doc) -> Callable[[int], Tense]:
    def tense(offset: int) -> Tense:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        return tense_at(span[0]) if span else "unknown"

    return tense


def tense_at(token: Token) -> Tense:
    """Whether the clause around `token` looks back or ahead."""
    for verb in [token, *token.ancestors]:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
        lemmas = {h.lemma_.lower() for h in helpers} | {h.lower_ for h in helpers}
        if lemmas & {"will", "shall", "would", "'ll", "may", "might", "could", "should", "can", "wo"}:
            return "future"
        if verb.tag_ in ("VBD",):
            return "past"
        if verb.tag_ == "VB" and "to" in lemmas and verb.head.tag_ == "VBN" and _had(verb.head):
            return "past"  # "had planned to travel in October"
        if verb.tag_ == "VB" and "to" in lemmas:
            return "future" if "have" not in lemmas else "past"
        if verb.tag_ == "VBN" and "to" in lemmas and "have" not in lemmas:
            return "past" if verb.head.tag_ == "VBD" else "future"  # "is to be adopted in July"
        if any(h.tag_ == "VBD" or h.lemma_ == "have" for h in helpers):
            return "past"
        if verb.tag_ == "VBN" and (not helpers):
            return "past"
        if verb.tag_ in ("VBZ", "VBP"):
            return "unknown"
        if verb.tag_ == "VB" and not helpers:
            return "unknown"
    return "unknown"


def _had(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d", "’d") for child in verb.children)
