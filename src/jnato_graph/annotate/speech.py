"""Frames of speech: which stretch of a document is said by whom.

Found in "X said that ...", "..., X said", quotations and whom they are ascribed to, "according to X", speakers' labels
in transcripts, signatures under posts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jnato_graph.annotate.quotes import find_quotes
from jnato_graph.annotate.reported import according_frames, subject_of, verb_frames
from jnato_graph.annotate.speakers import THEY, Frame, Speaker, speaker_of
from jnato_graph.annotate.transcripts import label_frames, oration_frames, signature_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CACHE = "jnato_frames"
_RANK = ("Person", "Organisation", "State")


def find_frames(doc: Doc) -> list[Frame]:
    """Every frame of speech of `doc`. Found once, then kept."""
    if (known := doc.user_data.get(_CACHE)) is not None:
        return list(known)
    frames = [
        *verb_frames(doc),
        *according_frames(doc),
        *label_frames(doc),
        *signature_frames(doc),
        *oration_frames(doc),
    ]
    frames = [f for frame in frames if (f := _said_before(frame, frames, doc)).speaker.text != THEY]
    frames += _quote_frames(doc, frames)
    doc.user_data[_CACHE] = frames
    return list(frames)


def _said_before(frame: Frame, frames: list[Frame], doc: Doc) -> Frame:
    """ "They added": those who spoke last, when they are no one person or body."""
    if frame.verb < 0 or not any(c.lower_ == "they" and c.dep_ == "nsubj" for c in doc[frame.verb].children):
        return frame
    before = [f for f in frames if 0 <= f.verb < frame.verb and f.speaker.mention is None and f is not frame]
    before = [f for f in before if f.speaker.text != THEY and frame.verb - f.verb < 120]
    if not before:
        return frame
    return replace(frame, speaker=max(before, key=lambda f: f.verb).speaker)


def _quote_frames(doc: Doc, frames: list[Frame]) -> list[Frame]:
    found: list[Frame] = []
    by_verb = {f.verb: f for f in frames if f.verb >= 0}
    last: tuple[int, Speaker] | None = None
    for start, end in find_quotes(doc):
        speaker = _quoted_by(doc, start, end, by_verb)
        if (
            speaker is None
            and last is not None
            and not any("\n\n" in t.text for t in doc[last[0] : start])
            and _close(doc, last[0], start)
        ):
            speaker = last[1]
        if speaker is not None:
            found.append(Frame(scope=frozenset(range(start, end)), speaker=speaker, verb=-1, kind="quote"))
            last = (end, speaker)
    return found


def _close(doc: Doc, end: int, start: int) -> bool:
    """Whether a quotation goes on after no more than the words that ascribe it."""
    return start - end <= 25 and sum(t.text in ".?!" for t in doc[end:start]) <= 1


def _quoted_by(doc: Doc, start: int, end: int, by_verb: dict[int, Frame]) -> Speaker | None:
    """The one a quotation is ascribed to: the nearest reporting verb's subject, or the name before a colon."""
    candidates: list[tuple[int, Speaker]] = []
    window_start = doc[max(start - 1, 0)].sent.start
    window_end = doc[min(end, len(doc) - 1)].sent.end
    closes = end - 2 > start and doc[end - 2].text in (",", "?", "!")
    for verb in doc[window_start:window_end]:
        if start <= verb.i < end or verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        distance = verb.i - end if verb.i >= end else (start - verb.i) + 1
        if verb.i in by_verb:
            candidates.append((distance, by_verb[verb.i].speaker))
        elif verb.pos_ == "VERB" and end <= verb.i <= end + 12 and (verb.i - end <= 1 or closes):
            subject = next(
                (c for c in verb.children if c.dep_ in ("nsubj", "dobj", "attr") and (c.i > verb.i or closes)), None
            )
            if subject is not None and (speaker := speaker_of(subject, doc)) is not None:
                candidates.append((distance, speaker))
        elif verb.i < start and start - verb.i <= 12 and doc[start - 1].text == ":" and verb.pos_ == "VERB":
            subject = subject_of(verb)
            if subject is not None and (speaker := speaker_of(subject, doc)) is not None:
                candidates.append((distance, speaker))
    if candidates:
        return min(candidates, key=lambda c: c[0])[1]
    if start > 0 and doc[start - 1].text == ":":
        before = doc[doc[start - 1].sent.start : start - 1]
        people = [
            (i, m) for i, m in enumerate(doc.spans.get("mentions", ()))
            if before.start <= m.start and m.end <= before.end and m.label_ in _RANK
        ]  # fmt: skip
        for label in _RANK:
            for index, mention in people:
                if mention.label_ == label:
                    return Speaker(text=mention.text, mention=index)
    return None
