"""What is in a question: its kind, names, groups, dates, predicates and the words that must be accounted for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from jnato_graph.ask.beyond import TO_COME, beyond
from jnato_graph.ask.bounds import without_bounds
from jnato_graph.ask.framing import WH, framing
from jnato_graph.ask.groups import Group, find_groups
from jnato_graph.ask.left_out import without_left_out
from jnato_graph.ask.named import GraphName, Named
from jnato_graph.ask.names import find_names
from jnato_graph.ask.series import with_occasion, without_series
from jnato_graph.ask.synonyms import near
from jnato_graph.ask.times import Times, date_tokens, find_times
from jnato_graph.ask.triggers import Trigger, find_triggers
from jnato_graph.ask.untold import untold
from jnato_graph.ask.words import Words, load_words

NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "no", "nobody", "neither", "none", "without", "except"})
_SILENT_POS: Final = frozenset({"DET", "ADP", "PRON", "PART", "CCONJ", "SCONJ", "AUX", "PUNCT", "SPACE", "SYM"})
_AUX: Final = frozenset(
    {"be", "do", "have", "can", "could", "will", "would", "should", "may", "might", "must", "shall"}
)


@dataclass(slots=True, kw_only=True)
class Reading:
    """A question as it was read. Numbers are indexes of tokens.

    `kinds`: what it asks for, in order ("who", "when"). `content`: the words that say something and lie in no name,
    group or date; each must be accounted for by the report that answers.
    `hedged`: whether it asks for what is only possible; `now`: the day on which is asked, where that day is meant.
    `asked`: nouns behind "which" and "how many".
    `near`: the words of reports that words of it may mean besides, which is not sure.
    `series`: the kind of the events that are asked for ("nato summit"), or "".
    `left_out`: the names that it gives only to leave them out ("besides France"), which are in no `names`.
    `doubts`: what of it is read less exactly than it says. `found`: where words of patterns stand, as far as asked.
    """

    doc: Doc
    words: Words
    kinds: tuple[str, ...] = ()
    names: list[Named] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    times: Times | None = None
    triggers: list[Trigger] = field(default_factory=list)
    negations: frozenset[int] = frozenset()
    content: frozenset[int] = frozenset()
    hedged: bool = False
    now: str = ""
    lemmas: dict[str, set[int]] = field(default_factory=dict)
    found: dict[tuple[str, ...], frozenset[int]] = field(default_factory=dict)
    near: dict[str, set[int]] = field(default_factory=dict)
    label_nouns: dict[int, frozenset[str]] = field(default_factory=dict)
    asked: frozenset[int] = frozenset()
    beyond: str = ""
    order: str = ""
    doubts: tuple[str, ...] = ()
    left_out: tuple[Named, ...] = ()
    series: str = ""

    @property
    def text(self) -> str:
        """The question."""
        return self.doc.text


def read_question(text: str, nlp: Language, asked_on: str, known: Sequence[GraphName] = ()) -> Reading:
    """Read a question. `asked_on` is the day from which "last year" counts, `known` are names of the graph in it."""
    words = load_words()
    doc = nlp.make_doc(text)
    doc._.published = asked_on
    doc = nlp(doc)
    reading = Reading(doc=doc, words=words)
    names = find_names(doc, asked_on, words, date_tokens(doc), known)
    found_times = find_times(doc, names)
    series = with_occasion(doc, without_series(doc, names, found_times), words)
    names, times, bounds = without_bounds(doc, series.names, series.times, asked_on)
    names, left_out, unasked = without_left_out(doc, names, words)
    groups, names = find_groups(doc, names, words)
    assumed = (f"it is not said which {each.text} is meant" for each in names if each.assumed)
    beside = (f"{each.text} is left out by the question" for each in left_out)
    reading.doubts = (*series.doubts, *bounds, *assumed, *beside, *untold(doc))
    reading.series = series.kind
    reading.names, reading.groups, reading.times, reading.left_out = names, groups, times, tuple(left_out)
    taken = {i for named in names for i in range(named.start, named.end)} | unasked
    taken |= {i for group in groups for i in group.tokens}
    taken |= {i for named in names if (i := _kind_before(doc, named)) >= 0}
    taken |= (found_times.tokens if found_times else frozenset()) | (times.tokens if times else frozenset())
    of_series = {i for i in series.nouns if i + 1 not in series.nouns}
    taken |= series.nouns.keys() - of_series
    begin = framing(doc, taken, words)
    reading.kinds, reading.asked = _kinds(doc, begin, taken)
    reading.label_nouns = {
        token.i: words.labels[_lemma(token)]
        for token in doc
        if token.i not in taken and _lemma(token) in words.labels and not _acts(token, words)
    }
    reading.label_nouns |= {i: frozenset({series.nouns[i]}) for i in of_series}
    reading.triggers = find_triggers(doc, names, reading.label_nouns, taken, begin)
    for token in doc[begin:]:
        if token.i not in taken or any(token.i in group.tokens for group in groups):
            # "The newest" puts answers in order; it asks for nothing that is new.
            for form in {token.lower_ if token.lower_ in words.first | words.last else _lemma(token), token.lower_}:
                for word in (form, *words.synonyms.get(form, ())):
                    reading.lemmas.setdefault(word, set()).add(token.i)
    reading.negations = frozenset(
        token.i for token in doc[begin:] if token.i not in taken and (token.dep_ == "neg" or token.lower_ in NEGATIONS)
    )
    reading.content = _content(reading, begin, taken)
    for i in sorted(reading.content):
        for word in () if _lemma(doc[i]) in words.absent else near(doc[i]):
            reading.near.setdefault(word, set()).add(i)
    spoken = {i for trigger in reading.triggers for i in trigger.tokens}
    reading.hedged = any(_is_hedge(token, words, spoken) for token in doc[begin:] if token.i not in taken)
    if any(token.lower_ in words.now for token in doc[begin:]):
        reading.now = asked_on
    reading.beyond = beyond(doc, begin, words)
    if reading.beyond == TO_COME and _asks_for_plans(reading):
        reading.beyond = ""
        reading.doubts = (*reading.doubts, "of what is to come only plans are told")
    lemmas = set(reading.lemmas)
    reading.order = "first" if lemmas & words.first else "last" if lemmas & words.last else ""
    return reading


def _kind_before(doc: Doc, named: Named) -> int:
    """Where a noun stands that only says what an unlisted name is: "the [frigate] Asahi"; -1 for none."""
    at = named.start - 1
    if (
        named.listed
        or at < 1
        or doc[at].pos_ != "NOUN"
        or not doc[at].is_lower
        or _lemma(doc[at]) in load_words().labels
    ):
        return -1
    return at if doc[at - 1].lower_ in ("the", "its", "his", "her", "their", "our") else -1


def _content(reading: Reading, begin: int, taken: set[int]) -> frozenset[int]:
    """The words that say something, outside of names, dates and groups: those of idioms and of taking sides, too."""
    doc, words = reading.doc, reading.words
    idioms = {
        i
        for trigger in reading.triggers
        for i in trigger.tokens
        if len(trigger.tokens) > 1 and doc[i].pos_ in ("NOUN", "VERB", "ADJ")
    }
    said = idioms | _sides(reading) | _proposals(reading)
    return frozenset(
        token.i
        for token in doc[begin:]
        if token.i not in taken
        and token.i not in reading.negations
        and (_says_something(token, words) or token.i in said)
    )


def _sides(reading: Reading) -> set[int]:
    """The words that say who is against something, and "for" where another says "against"."""
    doc, stances = reading.doc, ("OPPOSES", "SUPPORTS")
    against = {i for trigger in reading.triggers if trigger.predicate == "OPPOSES" for i in trigger.tokens}
    told = {i for trigger in reading.triggers if trigger.predicate not in stances for i in trigger.tokens}
    against = {i for i in against if doc[i].pos_ != "ADP" or doc[i].head.i not in told}  # "sanctions against"
    if any(doc[i].pos_ == "ADP" for i in against):  # "who is for and who against": "for" says something, too
        against |= {i for trigger in reading.triggers if trigger.predicate == "SUPPORTS" for i in trigger.tokens}
    return against


def _asks_for_plans(reading: Reading) -> bool:
    """Whether it asks who means to be at a certain event, of which documents may tell plans."""
    named = any(each.label in ("Event", "Exercise") for each in reading.names)
    return named and any(each.predicate in ("PARTICIPATED_IN", "HOSTED") for each in reading.triggers)


def _proposals(reading: Reading) -> set[int]:
    """The verb by which a question asks who proposed something; "proposed" beside a noun says nothing of that."""
    told = {i for trigger in reading.triggers if trigger.predicate == "PROPOSED" for i in trigger.tokens}
    doc = reading.doc
    return {i for i in told if doc[i].pos_ == "VERB" and doc[i].dep_ == "ROOT"}


def _lemma(token: Token) -> str:
    """The lemma in small letters; the singular, too, of a word that is taken for a name for its capital alone."""
    lemma = str(token.lemma_).lower()
    if token.pos_ == "PROPN" and token.i == token.sent.start and re.search(r"[^s]s$", lemma):
        return re.sub(r"(?<=(?:ch|sh))es$|s$", "", re.sub(r"ies$", "y", lemma))
    return lemma


def _acts(token: Token, words: Words) -> bool:
    """Whether a word that could be a person is a verb with its subject: "who heads it", but not "heads of state"."""
    does = token.tag_.startswith("VB") and any(child.dep_ == "nsubj" for child in token.children)
    return does and "Person" in words.labels[_lemma(token)]


def _is_hedge(token: Token, words: Words, spoken: set[int]) -> bool:
    """ "Might France oppose it?", "possible opponents", but not "may I ask". `spoken`: words that tell predicates."""
    if token.pos_ == "ADJ" and token.head.i in spoken and token.head.pos_ == "NOUN":
        return token.lower_ in ("possible", "potential", "likely", "conceivable")
    asks = any(child.lower_ in ("i", "we", "you") for child in token.head.children)
    return token.lower_ in words.hedges and token.pos_ in ("AUX", "ADV") and not asks


def _says_something(token: Token, words: Words) -> bool:
    # What nobody knows is no pronoun, whatever the tagger takes it for.
    small = token.is_stop or token.pos_ in ("ADP", "PART", "PUNCT", "SPACE", "SYM")
    strange = (token.is_oov or not small) and token.is_alpha and len(token.text) > 3
    if (token.pos_ in _SILENT_POS and not strange) or not any(character.isalnum() for character in token.text):
        return False
    lemma = _lemma(token)
    behind = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if lemma in ("source", "evidence", "proof", "sentence") and behind in ("for", "that"):
        return True  # "the sources for it" are what is asked for; "in your sources" says nothing
    if token.i and (token.doc[token.i - 1].lower_, lemma) in words.telling:
        return True
    if token.pos_ == "VERB" and any(child.dep_ == "prt" for child in token.children):
        return True  # "give" says nothing, "give up" does
    if token.lower_ in ("more", "most", "less", "least") and token.head.pos_ in ("ADJ", "ADV"):
        return False  # "the most recent"
    known = words.fillers | words.first | words.last | words.actors | WH | _AUX
    return lemma not in known and token.lower_ not in known


def _kinds(doc: Doc, begin: int, taken: set[int]) -> tuple[tuple[str, ...], frozenset[int]]:
    """What is asked for, in order, and the nouns after "which", "what" and "how many"."""
    found: list[str] = []
    asked: set[int] = set()
    tokens = [token for token in doc[begin:] if not token.is_space]
    for token in tokens:
        word = token.lower_
        after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        kind = ""
        if word in ("who", "whom", "whose"):
            kind = "who"
        elif word in ("which", "what"):
            noun = _noun_after(doc, token.i + 1, taken)
            kind = word
            if noun is not None:
                lemma = _lemma(noun)
                if lemma in ("year", "date", "day", "month", "time"):
                    kind = "when"
                elif lemma in ("place", "city", "location"):
                    kind = "where"
                else:
                    asked.add(noun.i)
        elif word == "when":
            kind = "when"
        elif word == "where":
            kind = "where"
        elif word == "why":
            kind = "why"
        elif word == "whether":
            kind = "yes"
        elif word == "how":
            if after == "often" or (after == "many" and doc[min(token.i + 2, len(doc) - 1)].lower_ == "times"):
                kind = "how-often"
            elif after in ("many", "much"):
                kind = "how-many"
                noun = _noun_after(doc, token.i + 2, taken)
                if noun is not None:
                    asked.add(noun.i)
            else:
                kind = "how"
        if kind and kind not in found:
            found.append(kind)
    for token in tokens:  # "by number of troops": these are counted
        if token.lower_ in ("number", "amount") and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
            noun = _noun_after(doc, token.i + 2, taken)
            asked |= {noun.i} if noun is not None else set()
    lowered = [token.lower_ for token in tokens]
    if not found and "number" in lowered and "of" in lowered:
        found.append("how-many")
    if not found and tokens:
        first = tokens[0]
        there = len(tokens) > 1 and tokens[1].lower_ in ("there", "any")
        if (first.lemma_.lower() in ("be", "do", "have") and not there and first.lower_ not in ("have",)) or (
            first.lower_ == "have" and len(tokens) > 1 and tokens[1].pos_ in ("PROPN", "DET", "NOUN")
        ):
            found.append("yes")
        else:
            found.append("list")
    return tuple(found), frozenset(asked)


def _noun_after(doc: Doc, at: int, taken: set[int]) -> Token | None:
    """The noun of the phrase that begins at a token: "which [military exercises]"; None before a verb."""
    noun = None
    while at < len(doc):
        token = doc[at]
        if (
            token.lower_ == "of"
            and noun is not None
            and _lemma(noun) in ("type", "kind", "sort", "number", "amount", "share")
        ):
            at += 1  # "what type of aircraft": aircraft are asked for
            continue
        if token.lower_ == "of" or token.pos_ in ("VERB", "AUX", "PUNCT", "ADP") or token.i in taken:
            break
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif noun is not None:
            break
        at += 1
    return noun
