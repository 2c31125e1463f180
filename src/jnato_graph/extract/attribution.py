"""Who is said to have said it.

`speaker_for(trigger, doc)` looks for the frame of speech that a statement stands in: "X said that ...", "..., X said",
a quotation and the one it is ascribed to, "according to X", a speaker's label in a transcript, a signature under a
post. The innermost frame counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jnato_graph.extract.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_REPORTING = frozenset(
    """say tell report write announce claim state declare add insist argue maintain note explain confirm deny warn suggest
    hint admit concede acknowledge allege assert remark observe comment reply respond answer tweet post reveal disclose
    recall testify assure inform caution predict stress emphasise emphasize underline reiterate repeat complain contend
    indicate signal muse quip joke boast contradict conclude assess estimate advise promise vow pledge fear lament retort
    affirm attest certify intimate imply clarify specify counter recount relate record reckon speculate forecast foretell
    posit judge find show read learn believe think hope expect understand allow volunteer interject shout cry brief message
    """.split()
)
# These report only what stands in a clause of theirs: "the board found that ...", never "the board found X".
_CLAUSE_ONLY = frozenset("find show read learn believe think hope expect judge allow record brief".split())
# "its announcement that ...", "gave notice that ..."
_SAYING_NOUNS = frozenset(
    """claim announcement assertion statement notice word account allegation promise report denial suggestion warning pledge
    assurance hint insistence confirmation remark admission complaint prediction contention charge""".split()
)
_NOUN_SCOPE = frozenset("report announce deny confirm reveal disclose claim allege predict".split())
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|citing|quoting|per|in the view of|in the opinion of|by the account of)\s", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:^|(?<=[.?!”\"\]\n]\s)|(?<=\n))(?P<label>(?:(?:[A-Z][\w.'’\-]*|of|the|for|and|de|van|von|bin|al)[ ,]*){1,7}"
    r"(?:\([^()\n]{1,60}\)[ ,]*)?(?:, [a-z][^:.\n]{0,40})?):\s(?=\S)",
    re.MULTILINE,
)
_ASKING = re.compile(r"^(?:Q|QUESTION|Question|MODERATOR|Moderator|REPORTER|Reporter|INTERVIEWER|Journalist)\b")
_SIGNATURE = re.compile(r"\s(?:[–—-]\s(?=[^–—\n]{3,120}\s*$)|\((?=[^()\n]{3,120}\)\s*$))", re.MULTILINE)
_BREAKS = frozenset({";"})
_CACHE = "jnato_frames"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The words of an attribution (without article), and which of `doc.spans["mentions"]` it is, if any."""

    text: str
    mention: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A stretch of speech: tokens `scope`, said by `speaker`. `verb` is the reporting verb's index or -1."""

    scope: frozenset[int]
    speaker: Speaker
    verb: int
    kind: str


def speaker_for(trigger: Token, doc: Doc) -> Speaker | None:
    """Who is said to have said what `trigger` says; None when the document says it itself."""
    best: Frame | None = None
    for frame in find_frames(doc):
        if trigger.i in frame.scope and trigger.i != frame.verb and (best is None or len(frame.scope) < len(best.scope)):
            best = frame
    return best.speaker if best else None


def find_frames(doc: Doc) -> list[Frame]:
    """Every frame of speech of `doc`. Found once, then kept."""
    if (known := doc.user_data.get(_CACHE)) is not None:
        return list(known)
    verbs = list(_verb_frames(doc))
    frames = [*verbs, *_according_frames(doc), *_label_frames(doc), *_signature_frames(doc)]
    frames += _quote_frames(doc, frames)
    doc.user_data[_CACHE] = frames
    return list(frames)


# ── "X said that ..." ────────────────────────────────────────────────────────────────────────────────────────────────
def _verb_frames(doc: Doc) -> Iterator[Frame]:
    for verb in doc:
        lemma = verb.lemma_.lower()
        if lemma not in _REPORTING or verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        subject = _subject_of(verb)
        if subject is None:
            continue
        scope = _clause_scope(verb)
        if not scope and lemma not in _CLAUSE_ONLY:
            scope = _parenthetical_scope(verb, subject)
        if not scope and lemma in _NOUN_SCOPE:
            scope = {t.i for c in verb.children if c.dep_ == "dobj" for t in c.subtree}
        if not scope and lemma in _CLAUSE_ONLY:
            continue
        speaker = speaker_of(subject, doc)
        if speaker is not None:
            yield Frame(scope=frozenset(scope), speaker=speaker, verb=verb.i, kind="verb")
    for noun in doc:
        if noun.lemma_.lower() in _SAYING_NOUNS or noun.lower_ == "known":
            yield from _saying_frames(noun, doc)


def _saying_frames(noun: Token, doc: Doc) -> Iterator[Frame]:
    """ "Kyiv's claim that ...", "Beijing gave notice that ...", "Canberra let it be known that ..." """
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" for m in c.children)), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    verb = noun.head
    if noun.lower_ == "known":
        verb = next((a for a in noun.ancestors if a.lemma_ in ("let", "make")), noun)
        clause = clause or next((c for t in (noun, verb, noun.head) for c in t.children if c.dep_ == "ccomp" and c not in (noun, noun.head)), None)
    elif clause is None and noun.dep_ == "dobj":
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if clause is None:
        return
    if owner is None and (noun.dep_ == "dobj" or noun.lower_ == "known") and verb.pos_ in ("VERB", "AUX"):
        owner = _subject_of(verb)
    if owner is not None and (speaker := speaker_of(owner, doc)) is not None:
        yield Frame(scope=frozenset(_without_asides(clause)), speaker=speaker, verb=-1, kind="noun")


def _subject_of(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "EX"):
            if child.tag_ == "WP" or child.lower_ in ("which", "who", "that"):
                return verb.head if verb.dep_ == "relcl" else None
            return child
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _subject_of(verb.head)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
        return _subject_of(verb.head)
    if agent := next((o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None):
        return agent
    if verb.i > verb.sent.start and verb.nbor(-1).text in _OPENERS and verb.tag_ in ("VBZ", "VBP", "VBD"):
        return next((c for c in verb.rights if c.dep_ in ("dobj", "attr", "npadvmod") and c.pos_ in ("NOUN", "PROPN")), None)
    return None


def _clause_scope(verb: Token) -> set[int]:
    """What hangs on the verb as the clause that is said; asides in it are the document's own words."""
    scope: set[int] = set()
    for child in verb.children:
        if child.dep_ in ("ccomp", "parataxis") or (child.dep_ == "pcomp" and child.pos_ == "VERB"):
            if not any(m.lower_ in ("whether", "if") for m in child.children if m.dep_ == "mark"):
                scope |= _without_asides(child)
        elif child.dep_ == "xcomp" and verb.lemma_ in _INFINITIVE:
            scope |= _without_asides(child)
    return scope - {verb.i}


_INFINITIVE = frozenset("deny admit promise pledge vow claim regret".split())
_ASIDES = frozenset({"relcl", "acl", "appos"})


def _without_asides(clause: Token) -> set[int]:
    scope = {t.i for t in clause.subtree}
    for token in clause.subtree:
        if token.dep_ in _ASIDES and token != clause and token.left_edge.i > 0 and token.nbor(-1 - (token.i - token.left_edge.i)).text == ",":
            scope -= {t.i for t in token.subtree}
    return scope


def _parenthetical_scope(verb: Token, subject: Token) -> set[int]:
    """The clause around ", officials said," or before ", as X told reporters." up to the next semicolon."""
    doc, sentence = verb.doc, verb.sent
    first = min(verb.i, subject.left_edge.i)
    start = first - 1
    if start > sentence.start and doc[start].lower_ == "as":
        start -= 1
    if start < sentence.start or doc[start].text not in _OPENERS:
        return set()
    if any(c.dep_ == "dobj" and c.i > verb.i and verb.lemma_ not in _TOLD for c in verb.children):
        return set()
    begin = next((i for i in range(start - 1, sentence.start - 1, -1) if doc[i].text in _BREAKS), sentence.start - 1) + 1
    if start > 0 and doc[start - 1].tag_ in ("WDT", "WP", "CC", "IN"):
        begin = start - 1
    end = next((i for i in range(verb.i, sentence.end) if doc[i].text in _BREAKS), sentence.end)
    return set(range(begin, end)) - {t.i for t in subject.subtree if t.i > start} - {verb.i}


_OPENERS = frozenset({",", "–", "—", "-", "(", ":", "”", '"', "?", "!"})
_TOLD = frozenset({"tell", "inform", "assure", "brief", "advise", "warn", "remind", "message", "caution"})


# ── "according to X" ─────────────────────────────────────────────────────────────────────────────────────────────────
def _according_frames(doc: Doc) -> Iterator[Frame]:
    for match in _ACCORDING.finditer(doc.text):
        span = doc.char_span(match.start(), match.end() - 1, alignment_mode="expand")
        if span is None or span.end >= len(doc):
            continue
        word = match.group().split()[0].lower()
        head = next((t for t in doc[span.end - 1].children if t.dep_ in ("pobj", "dobj")), None) or _noun_after(span)
        if head is None or (word == "per" and not (head.ent_type_ or head.pos_ == "PROPN" or head.text == "readout")):
            continue
        speaker = speaker_of(head, doc)
        if speaker is None:
            continue
        sentence = span.sent
        begin = next((i for i in range(span.start, sentence.start - 1, -1) if doc[i].text in _BREAKS), sentence.start - 1) + 1
        end = next((i for i in range(span.end, sentence.end) if doc[i].text in _BREAKS), sentence.end)
        if span.start > begin and doc[span.start - 1].text == "(":
            begin = max(begin, span.start - 30)
        yield Frame(
            scope=frozenset(set(range(begin, end)) - {t.i for t in head.subtree}), speaker=speaker, verb=-1, kind="according"
        )


def _noun_after(span: Span) -> Token | None:
    for token in span.doc[span.end : min(span.end + 8, len(span.doc))]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ not in ("compound", "poss", "nmod"):
            return token
    return None


# ── "MR KOVAČ (Slovenia): ..." ───────────────────────────────────────────────────────────────────────────────────────
def _label_frames(doc: Doc) -> Iterator[Frame]:
    labels = [m for m in _LABEL.finditer(doc.text) if _is_speaker_label(m, doc)]
    for i, match in enumerate(labels):
        end_char = labels[i + 1].start() if i + 1 < len(labels) else len(doc.text)
        if (gap := doc.text.find("\n\n", match.end(), end_char)) >= 0 and i + 1 == len(labels):
            end_char = gap
        span = doc.char_span(match.end(), end_char, alignment_mode="contract")
        head = doc.char_span(match.start("label"), match.end("label"), alignment_mode="contract")
        if span is None or head is None or _ASKING.match(match["label"]):
            continue
        speaker = _label_speaker(head, doc)
        if speaker is not None:
            yield Frame(scope=frozenset(range(span.start, span.end)), speaker=speaker, verb=-1, kind="label")


def _is_speaker_label(match: re.Match[str], doc: Doc) -> bool:
    label = match["label"].strip()
    if _ASKING.match(label):
        return True
    name = re.sub(r"\s*\(.*", "", label)
    words = name.split()
    if len(words) and all(w.isupper() or not w[0].isalpha() for w in words) and any(len(w.strip(".")) > 1 for w in words):
        return any(w in _TITLES for w in words) or _person_in(match, doc) or (len(words) > 1 and not _place_in(match, doc))
    if words and words[0].rstrip(".") in _TITLE_WORDS:
        return True
    return _person_in(match, doc)


_TITLES = frozenset("SPOKESPERSON SPOKESMAN SPOKESWOMAN PRESIDENT MINISTER SECRETARY CHAIR CHAIRMAN SENATOR AMBASSADOR".split())
_TITLE_WORDS = frozenset(
    "Mr Mrs Ms Dr Lord Lady Sir Senator Minister President Ambassador Secretary General Admiral Spokesperson Spokesman "
    "Spokeswoman Chair Chairman Baroness Professor Prof Prime Foreign Defence Defense Vice".split()
)


def _person_in(match: re.Match[str], doc: Doc) -> bool:
    start, end = match.start("label"), match.end("label")
    return any(
        m.label_ == "Person" and m.start_char >= start and m.end_char <= end for m in doc.spans.get("mentions", ())
    )


def _place_in(match: re.Match[str], doc: Doc) -> bool:
    start, end = match.start("label"), match.end("label")
    named = any(m.label_ != "Person" and m.start_char >= start and m.end_char <= end for m in doc.spans.get("mentions", ()))
    return named or any(e.label_ == "GPE" and e.start_char >= start and e.end_char <= end for e in doc.ents)


def _label_speaker(head: Span, doc: Doc) -> Speaker | None:
    inside = [(i, m) for i, m in enumerate(doc.spans.get("mentions", ())) if head.start <= m.start and m.end <= head.end]
    for index, mention in inside:
        if mention.label_ == "Person":
            return Speaker(text=mention.text, mention=index)
    text = re.sub(r"\s*\(.*", "", head.text).strip(" ,")
    return Speaker(text=re.sub(r"^(?:The|THE)\s(?=[a-z])", "", text)) if text else None


# ── "... - Name, title" under a post ─────────────────────────────────────────────────────────────────────────────────
def _signature_frames(doc: Doc) -> Iterator[Frame]:
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


# ── quotations ───────────────────────────────────────────────────────────────────────────────────────────────────────
def _quote_frames(doc: Doc, frames: list[Frame]) -> list[Frame]:
    found: list[Frame] = []
    by_verb = {f.verb: f for f in frames if f.verb >= 0}
    last: tuple[int, Speaker] | None = None
    for start, end in find_quotes(doc):
        speaker = _quoted_by(doc, start, end, by_verb)
        if speaker is None and last is not None and not any("\n\n" in t.text for t in doc[last[0] : start]) and _close(doc, last[0], start):
            speaker = last[1]
        if speaker is not None:
            found.append(Frame(scope=frozenset(range(start, end)), speaker=speaker, verb=-1, kind="quote"))
            last = (end, speaker)
    return found


def _close(doc: Doc, end: int, start: int) -> bool:
    """Whether a quotation goes on after no more than the words that ascribe it."""
    return start - end <= 25 and sum(t.text in ".?!" for t in doc[end:start]) <= 1


def _quoted_by(doc: Doc, start: int, end: int, by_verb: dict[int, Frame]) -> Speaker | None:
    """The one a quotation is ascribed to: the reporting verb nearest after, else before it, or the name before a colon."""
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
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "dobj", "attr") and (c.i > verb.i or closes)), None)
            if subject is not None and (speaker := speaker_of(subject, doc)) is not None:
                candidates.append((distance, speaker))
        elif verb.i < start and start - verb.i <= 12 and doc[start - 1].text == ":" and verb.pos_ == "VERB":
            subject = _subject_of(verb)
            if subject is not None and (speaker := speaker_of(subject, doc)) is not None:
                candidates.append((distance, speaker))
    if candidates:
        return min(candidates, key=lambda c: c[0])[1]
    if start > 0 and doc[start - 1].text == ":":
        before = doc[doc[start - 1].sent.start : start - 1]
        people = [
            (i, m) for i, m in enumerate(doc.spans.get("mentions", ()))
            if before.start <= m.start and m.end <= before.end and m.label_ in ("Person", "Organisation", "State")
        ]  # fmt: skip
        for label in ("Person", "Organisation", "State"):
            for index, mention in people:
                if mention.label_ == label:
                    return Speaker(text=mention.text, mention=index)
    return None


# ── the words of the attribution ─────────────────────────────────────────────────────────────────────────────────────
def speaker_of(head: Token, doc: Doc) -> Speaker | None:
    """The speaker that the noun phrase of `head` names: a mention where it is one, else its words."""
    mentions = list(doc.spans.get("mentions", ()))
    best = _mention_at(head, mentions)
    if best is None:
        for child in head.children:
            if child.dep_ in ("appos", "flat") or (child.dep_ == "compound" and child.ent_type_ == "PERSON"):
                index = _mention_at(child, mentions)
                if index is not None and mentions[index].label_ == "Person":
                    best = index
                    break
    if best is None and head.pos_ == "PRON":
        return _anaphor_speaker(head, doc, mentions)
    if best is not None:
        return Speaker(text=mentions[best].text, mention=best)
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"):
        return None
    return Speaker(text=_words(head))


def _mention_at(token: Token, mentions: list[Span]) -> int | None:
    """The mention that `token` heads; of nested ones the longest, a person before all."""
    inside = [i for i, m in enumerate(mentions) if m.start <= token.i < m.end and (m.root.i == token.i or m.label_ == "Person")]
    inside = inside or [i for i, m in enumerate(mentions) if m.end - 1 == token.i]
    return min(inside, key=lambda i: (mentions[i].label_ != "Person", -(mentions[i].end - mentions[i].start)), default=None)


def _anaphor_speaker(head: Token, doc: Doc, mentions: list[Span]) -> Speaker | None:
    for anaphor in doc.spans.get("anaphors", ()):
        if anaphor.start <= head.i < anaphor.end and (antecedents := anaphor._.antecedents):
            return Speaker(text=mentions[antecedents[0]].text, mention=antecedents[0])
    if head.lower_ in ("he", "she"):
        before = [i for i, m in enumerate(mentions) if m.label_ == "Person" and m.end <= head.i and head.i - m.end < 80]
        if before:
            return Speaker(text=mentions[before[-1]].text, mention=before[-1])
    return None


_LEFT_OUT = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "advcl", "npadvmod"})


def _words(head: Token) -> str:
    left = head.left_edge.i
    right = head.i
    for child in head.rights:
        if child.dep_ in _LEFT_OUT:
            break
        right = max(right, child.right_edge.i)
    text = head.doc[left : right + 1].text
    text = text.split(",")[0].strip(" “”\"–—-")
    return re.sub(r"^(?:the|a|an)\s", "", text, flags=re.IGNORECASE)
