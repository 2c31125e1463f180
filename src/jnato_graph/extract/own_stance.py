"""What a verb or noun itself tells of its stance: negation, modals, adverbs, conditions, adjectives."""

from __future__ import annotations

from spacy.tokens import Token

from jnato_graph.extract import grammar
from jnato_graph.extract.lexicon import Lexicon
from jnato_graph.extract.suppositions import supposed
from jnato_graph.records import Modality

# What is less likely still than what is denied before it.
OUTDONE = ("let alone", "much less", "still less", "never mind")
RANK: dict[Modality, int] = {"actual": 0, "planned": 1, "possible": 2}


class Walk:
    """What has been gathered on the way up: denied or not, how real, asserted or not, and the words that told it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.negated = False
        self.modality: Modality = "actual"
        self.asserted = True
        self.marks: list[str] = []

    def add(self, kind: str, mark: str) -> None:
        """Take note of a word of `kind` (negated, planned, possible, hedged, doubting); two denials cancel out."""
        if kind == "negated":
            self.negated = not self.negated
        elif kind in ("planned", "possible") and RANK[kind] > RANK[self.modality]:  # type: ignore[index]
            self.modality = kind  # type: ignore[assignment]
        elif kind == "hedged":
            self.modality = "possible"
        elif kind == "doubting":
            self.asserted = False
        self.marks.append(f"{kind}:{mark}")


def own_verb(verb: Token, walk: Walk) -> None:
    """Add what a verb's own auxiliaries, adverbs and conjunctions tell."""
    lexicon = walk.lexicon
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    lower = {c.lower_ for c in auxiliaries}
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.dep_ == "advmod"
            and child.lower_ in ("never", "hardly", "scarcely", "seldom", "rarely", "barely", "nowhere")
        ):
            if not _denies_nothing(child, verb):
                walk.add("negated", child.lower_)
        elif (
            child.dep_ == "advmod" and child.lower_ in ("once", "ever") and any(g.dep_ == "neg" for g in child.children)
        ):
            walk.add("negated", "not once")
        elif child.dep_ == "advcl" and _is_if_believed(child):
            walk.add("possible", "if to be believed")
        elif child.dep_ == "prep" and child.lower_ == "according" and _is_unconfirmed(child):
            walk.add("possible", "unconfirmed")
        elif child.dep_ == "advmod" and child.lower_ in grammar.words("nearly"):
            walk.asserted = False  # "nearly left the treaty"
        elif (
            child.dep_ == "advmod"
            and child.lower_ in ("longer", "more")
            and any(g.lower_ == "no" for g in child.children)
        ):
            walk.add("negated", f"no {child.lower_}")  # "is no more a member than Peru is"
        elif child.dep_ == "advmod" and lexicon.adverbs.get(child.lower_) == "possible":
            walk.add("possible", child.lower_)
        elif child.lower_ == "neither" and child.i < verb.i and child.dep_ in ("preconj", "cc", "advmod", "det"):
            walk.add("negated", "neither")
        elif child.dep_ in ("aux", "auxpass") and child.lower_ in lexicon.modals:
            kind = lexicon.modals[child.lower_]
            if child.lower_ in ("would", "could", "should", "might", "'d", "’d") and "have" in lower:
                walk.asserted = False
            elif child.lower_ in ("would", "'d", "’d") and _reported(verb):
                kind = "planned"
            if child.lower_ in ("ca", "wo") or child.lower_ not in ("'d", "’d"):
                walk.add(kind, child.lower_)
        elif (
            child.dep_ == "prep"
            and any(
                g.dep_ == "pobj" and any(d.lower_ == "no" and d.dep_ == "det" for d in g.children)
                for g in child.children
            )
            and child.lower_ in ("at", "in", "under", "on", "by")
        ):
            walk.add("negated", f"{child.lower_} no")
        elif child.dep_ == "mark" and child.lower_ in lexicon.conditions:
            walk.add("possible", child.lower_)
            if child.lower_ in ("whether", "lest"):
                walk.asserted = False
    if verb.doc[max(verb.sent.start, verb.left_edge.i - 2) : verb.left_edge.i].text.lower() in OUTDONE or (
        verb.doc[max(verb.sent.start, verb.i - 2) : verb.i].text.lower() in (*OUTDONE, "all but")
    ):
        walk.asserted = False
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and lower & {"is", "are", "'s", "’s"}:
        walk.add("planned", "is going")
    if _is_imagined(verb):
        walk.asserted = False
    if not walk.negated and _after_nor(verb):
        walk.add("negated", "nor")
    if (
        not walk.negated
        and verb.sent[0].lower_ == "nor"
        and verb.dep_ == "ROOT"
        and any(t.dep_ == "aux" or (t.dep_ == "nsubj" and verb.pos_ == "AUX" and t.i > verb.i) for t in verb.children)
    ):
        walk.add("negated", "nor")  # "Nor did Greece object", "Nor is Greece hostile to it"
    if (
        verb.lower_ == "were"
        and verb.dep_ == "advcl"
        and any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)
    ):
        walk.asserted = False  # "Were Ghana to join, …"
    if (told := supposed(verb, lexicon)) is not None:
        walk.add(*told)
    if "had" in lower and verb.dep_ == "advcl":
        first = min((c for c in verb.children), key=lambda c: c.i)
        if first.lower_ == "had":
            walk.asserted = False


def _denies_nothing(negation: Token, verb: Token) -> bool:
    """ "Did not merely sign", "was no member until 2024", "have never been closer": what is said is so."""
    doc = verb.doc
    if negation.i + 1 < len(doc) and doc[negation.i + 1].lower_ in ("merely", "only", "just", "simply", "solely"):
        return True
    if any(
        c.lower_ == "until" and (c.i > verb.i or c.i == negation.i + 1)
        for c in verb.children
        if c.dep_ in ("prep", "mark")
    ):
        return True
    if any(c.dep_ == "advmod" and c.lower_ in ("lightly", "alone") and c.i > verb.i for c in verb.children):
        return True  # "did not vote against it lightly"
    if any(c.dep_ == "advcl" and any(m.lower_ == "until" for m in c.children) for c in verb.children):
        return True
    if negation.lower_ != "never":
        return False
    return any(
        t.tag_ in ("RBR", "JJR") or (t.lower_ in ("as", "so") and t.head.pos_ in ("ADV", "ADJ"))
        for t in doc[verb.i : min(verb.sent.end, verb.i + 7)]
    )


def _is_unconfirmed(source: Token) -> bool:
    """ "According to unconfirmed reports", "according to rumours"."""
    return any(t.lemma_.lower() in grammar.words("unconfirmed") for t in source.subtree)


def _is_if_believed(clause: Token) -> bool:
    """ "If a tabloid is to be believed", "if the reports are true": what is told hangs on others."""
    words = {t.lower_ for t in clause.subtree}
    return "if" in words and bool(words & {"believed", "trusted", "true", "correct", "accurate"})


def _is_imagined(verb: Token) -> bool:
    """ "If Peru were a member", "as if Chile had signed", "imagine that …": it is not so."""
    were = [t for t in (verb, *verb.children) if t.lower_ == "were" and (t.i == verb.i or t.dep_ in ("aux", "auxpass"))]
    had = verb.tag_ in ("VBN", "VBD") and any(
        c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children
    )
    before = [t.lower_ for t in verb.doc[verb.sent.start : verb.i]]
    singular = any(
        c.dep_ in ("nsubj", "nsubjpass")
        and c.tag_ in ("NN", "NNP", "PRP")
        and not any(g.dep_ == "conj" for g in c.children)
        for c in verb.children
    )
    if were and singular and {"if", "imagine", "though", "suppose", "wish"} & set(before):
        return True
    marked = any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children)
    return marked and (had or (before[:1] == ["if"] and before[1:2] == ["only"]))


def _after_nor(verb: Token) -> bool:
    """ "neither adopted it nor, he insists, opposed it": the words decide where the tree is torn."""
    before = verb.doc[max(verb.sent.start, verb.i - 6) : verb.i]
    for token in reversed(before):
        if token.lower_ == "nor":
            if token.dep_ == "cc" and token.head.pos_ in ("NOUN", "PROPN", "PRON"):
                return False  # "neither Italy nor Spain": the names are denied, each by itself
            return any(t.lower_ == "neither" for t in verb.doc[verb.sent.start : token.i])
        if token.text in (";", ":") or token.lower_ in ("and", "but"):
            return False
    return False


def _reported(verb: Token) -> bool:
    """In indirect speech "would" is the past of "will"."""
    node = verb
    while node.dep_ in ("conj", "xcomp") and grammar.is_verbal(node.head):
        node = node.head
    return node.dep_ == "ccomp" and not any(t.lower_ == "if" for t in verb.sent)


def own_noun(noun: Token, walk: Walk) -> None:
    """Add what a noun's own determiners and adjectives tell."""
    for child in noun.children:
        if child.dep_ in ("det", "preconj", "neg", "cc") and child.lower_ in ("no", "neither") and child.i < noun.i:
            walk.add("negated", child.lower_)
        elif child.lower_ == "called" and child.i < noun.i and any(g.lower_ == "so" for g in child.children):
            walk.asserted = False  # "its so-called opposition"
        elif child.dep_ in ("amod", "advmod") and (
            kind := walk.lexicon.modifiers.get(child.lemma_.lower()) or walk.lexicon.modifiers.get(child.lower_)
        ):
            walk.add(kind, child.lower_)
        elif child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in ("plan", "schedule", "expect"):
            walk.add("planned", child.lower_)  # "the visit planned for April"


def is_future(verb: Token, walk: Walk) -> bool:
    """Whether a verb has "will" or the like."""
    return any(c.dep_ == "aux" and walk.lexicon.modals.get(c.lower_) == "planned" for c in verb.children)
