"""Speech marked by layout: "MR KOVAČ (Slovenia): ..." in transcripts, "... - Name, title" under posts, speeches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jnato_graph.annotate.scene import above_text
from jnato_graph.annotate.speakers import Frame, Speaker
from jnato_graph.annotate.speech_words import speech_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_LABEL = re.compile(
    r"(?:^|(?<=[.?!”\"\]\n]\s)|(?<=\n))(?P<label>(?:(?:[A-Z][\w.'’\-]*|of|the|for|and|de|van|von|bin|al)[ ,]*){1,7}"
    r"(?:\([^()\n]{1,60}\)[ ,]*)?(?:, [a-z][^:.\n]{0,40})?):\s(?=[A-Z“‘\"'\d])",
    re.MULTILINE,
)
_ASKING = re.compile(r"^(?:Q|QUESTION|Question|MODERATOR|Moderator|REPORTER|Reporter|INTERVIEWER|Journalist)\b")
_ANSWERING = re.compile(r"^(?:A|ANSWER|Answer)$")
_SIGNATURE = re.compile(r"\s(?:[–—-]\s(?=[^–—\n]{3,120}\s*$)|\((?=[^()\n]{3,120}\)\s*$))", re.MULTILINE)


_ORATION = re.compile(
    r"\b(?:speech|remarks|address|statement|keynote|lecture|message|intervention)\b[^\n]*?\b(?:by|of)\b|^By\s(?=[^\n]+,)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\b(?:former|formerly|ex|until)\b", re.IGNORECASE)


def oration_frames(doc: Doc) -> Iterator[Frame]:
    """The frame of a text that is one person's speech, as what stands above it says: "Speech by the Minister, X"."""
    above = doc[: above_text(doc)]
    for line in re.finditer(r"[^\n]+", above.text):
        if not _ORATION.search(line.group()) or _LEFT.search(line.group()):
            continue
        persons = [
            (index, mention)
            for index, mention in enumerate(doc.spans.get("mentions", ()))
            if mention.label_ == "Person" and line.start() <= mention.start_char < line.end()
        ]
        if len(persons) == 1:
            index, mention = persons[0]
            speaker = Speaker(text=mention.text, mention=index)
            yield Frame(scope=frozenset(range(above.end, len(doc))), speaker=speaker, verb=-1, kind="oration")
            return


def label_frames(doc: Doc) -> Iterator[Frame]:
    """Frames of speakers' labels; a questioner's label ends the answer before it and starts none."""
    labels = [m for m in _LABEL.finditer(doc.text) if _is_speaker_label(m, doc)]
    for i, match in enumerate(labels):
        end_char = labels[i + 1].start() if i + 1 < len(labels) else len(doc.text)
        if (gap := doc.text.find("\n\n", match.end(), end_char)) >= 0 and i + 1 == len(labels):
            end_char = gap
        span = doc.char_span(match.end(), end_char, alignment_mode="contract")
        head = doc.char_span(match.start("label"), match.end("label"), alignment_mode="contract")
        if span is None or head is None or _ASKING.match(match["label"]):
            continue
        answer = _ANSWERING.match(match["label"].strip())
        speaker = _interviewed(doc, labels[0].start()) if answer else _label_speaker(head, doc)
        if speaker is not None:
            yield Frame(scope=frozenset(range(span.start, span.end)), speaker=speaker, verb=-1, kind="label")


def _interviewed(doc: Doc, first: int) -> Speaker | None:
    """Who answers in an interview of "Q:" and "A:": who is named first before it (`first`: its first character)."""
    for index, mention in enumerate(doc.spans.get("mentions", ())):
        if mention.start_char >= first:
            return None
        before = doc[mention.start - 1].lower_ if mention.start else ""
        if mention.label_ == "Person" and before != "by":
            return Speaker(text=mention.text, mention=index)
    return None


def _is_speaker_label(match: re.Match[str], doc: Doc) -> bool:
    titles = speech_words().titles
    label = match["label"].strip()
    if _ASKING.match(label):
        return True
    if _ANSWERING.match(label):
        return re.search(r"^(?:Q|QUESTION|Question):", doc.text, re.MULTILINE) is not None
    name = re.sub(r"\s*\(.*", "", label)
    words = name.split()
    if (
        len(words)
        and all(w.isupper() or not w[0].isalpha() for w in words)
        and any(len(w.strip(".")) > 1 for w in words)
    ):
        return (
            any(w.strip(".").capitalize() in titles for w in words)
            or _person_in(match, doc)
            or (len(words) > 1 and not _place_in(match, doc))
        )
    if words and words[0].rstrip(".") in titles:
        return True
    return _person_in(match, doc)


def _person_in(match: re.Match[str], doc: Doc) -> bool:
    start, end = match.start("label"), match.end("label")
    return any(
        m.label_ == "Person" and m.start_char >= start and m.end_char <= end for m in doc.spans.get("mentions", ())
    )


def _place_in(match: re.Match[str], doc: Doc) -> bool:
    start, end = match.start("label"), match.end("label")
    named = any(
        m.label_ != "Person" and m.start_char >= start and m.end_char <= end for m in doc.spans.get("mentions", ())
    )
    return named or any(e.label_ == "GPE" and e.start_char >= start and e.end_char <= end for e in doc.ents)


def _label_speaker(head: Span, doc: Doc) -> Speaker | None:
    inside = [
        (i, m) for i, m in enumerate(doc.spans.get("mentions", ())) if head.start <= m.start and m.end <= head.end
    ]
    for index, mention in inside:
        if mention.label_ == "Person":
            return Speaker(text=mention.text, mention=index)
    text = re.sub(r"\s*\(.*", "", head.text).strip(" ,")
    return Speaker(text=re.sub(r"^(?:The|THE)\s(?=[a-z])", "", text)) if text else None


def signature_frames(doc: Doc) -> Iterator[Frame]:
    """Frames of a name signed under or in brackets after a whole paragraph."""
    for match in _SIGNATURE.finditer(doc.text):
        before = doc.text[: match.start()].rstrip()
        if not before or before[-1] not in ".!?”\"#'’…)":
            continue
        for index, mention in enumerate(doc.spans.get("mentions", ())):
            if mention.label_ != "Person" or not match.end() <= mention.start_char <= match.end() + 25:
                continue
            start_char = doc.text.rfind("\n\n", 0, match.start()) + 1
            span = doc.char_span(start_char, match.start(), alignment_mode="contract")
            if span is not None:
                speaker = Speaker(text=mention.text, mention=index)
                yield Frame(scope=frozenset(range(span.start, span.end)), speaker=speaker, verb=-1, kind="signature")
            break
