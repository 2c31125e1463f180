"""Persons who are called by their office: "the French president", "the minister".

A title means the one who bears it in the text before, else who held the office at the document's date, if the text
names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jnato_graph.annotate.scene import Item, Scene, anaphor_words, phrase_start
from jnato_graph.ontology import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_PERSON = frozenset({"Person"})
_LONG_TITLE = 12  # words from the noun of a title to the comma behind it
_PAST = frozenset({"then", "former", "ex", "late"})


def _named_behind(head: Token, scene: Scene) -> bool:
    """ "The chief of staff of the Ground Force, General Ito": a name behind the comma, whatever it hangs on."""
    end = max((t.i for t in head.subtree if t.i < head.i + _LONG_TITLE and t.dep_ != "appos"), default=head.i)
    for i in range(head.i + 1, min(end + 2, head.sent.end - 1)):
        if head.doc[i].text == ",":
            behind = head.doc[i + 1 : min(i + 4, head.sent.end)]
            names = [item for t in behind if (item := scene.at(t)) is not None and item.label == "Person"]
            return bool(names) and all(t.pos_ == "PROPN" or scene.at(t) is not None for t in behind[:1])
        if head.doc[i].pos_ in ("VERB", "AUX"):
            return False
    return False


def titled(head: Token, scene: Scene) -> tuple[Span, tuple[int, ...]] | None:
    """The phrase of the title `head` with the person that it safely means; None where a name stands with it."""
    doc = head.doc
    after = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if head.tag_ in ("NNS", "NNPS"):
        return None
    for child in head.children:  # "the French president, Emmanuel Macron": named at once
        if child.dep_ in ("appos", "flat") and child.i > head.i:
            return None
    if after is not None and (item := scene.at(after)) is not None and item.label == "Person":
        return None
    if _named_behind(head, scene):
        return None
    if head.dep_ in ("compound", "appos", "attr", "amod", "nmod", "oprd"):
        return None
    if any(c.dep_ == "relcl" for c in head.children):
        return None
    owner, start, rest = _owner_of_title(head, scene)
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "this", "that") for c in head.children)
    if (owner is None and not definite) or any(c.dep_ == "det" and c.lower_ not in _DEFINITE for c in head.children):
        return None
    if any(c.dep_ == "prep" and c.lower_ in ("of", "to", "for", "in") for c in head.children) and owner is None:
        return None
    title = " ".join([*rest, head.lower_])
    found = _holder(head, title, owner, scene)
    end = max(
        [
            head.i,
            *(c.right_edge.i for c in head.children if c.dep_ == "prep" and owner is not None and owner.start > head.i),
        ]
    )
    return (doc[min(start, head.i) : end + 1], found) if found else None


def _owner_of_title(head: Token, scene: Scene) -> tuple[Item | None, int, list[str]]:
    """Whose officer it is, where the phrase begins, and the words of the title before the noun."""
    owner: Item | None = None
    rest: list[str] = []
    start = phrase_start(head)
    for child in sorted(head.children, key=lambda c: c.i):
        if child.i < head.i and child.dep_ in ("amod", "compound", "poss", "nmod"):
            item = scene.headed(child) or scene.at(child)
            if item is not None and item.label in BODIES:
                owner = item
            elif child.dep_ in ("amod", "compound", "nmod"):
                rest += [t.lower_ for t in child.subtree if t.i < head.i and scene.at(t) is None]
        elif child.dep_ == "prep" and child.lower_ == "of" and owner is None:
            for noun in child.children:
                if noun.dep_ == "pobj" and (item := scene.headed(noun)) is not None and item.label in BODIES:
                    owner = item
    return owner, start, [w for w in rest if w not in anaphor_words()["plain"]]


def _holder(head: Token, title: str, owner: Item | None, scene: Scene) -> tuple[int, ...]:
    """The person so titled in the text before, else the one who held the office then, if the text names them."""
    people = scene.before(head.i, 99, _PERSON)
    fits = [
        i for i in people
        if any(_same_title(title, known, owner, of) for known, of in titles_of(i.who, scene, head.i))
        and _may_serve(i, owner, scene)
    ]  # fmt: skip
    if len({i.who for i in fits}) == 1:
        return (fits[0].index,)
    if fits:
        near = [i for i in fits if scene.sentence_of[head.i] - i.sentence <= 2]
        return (near[0].index,) if len({i.who for i in near}) == 1 else ()
    date = scene.doc._.published if scene.doc.has_extension("published") else None
    if owner is None or not owner.key or not date:
        return ()
    key = scene.reference.holder(owner.key, title, date)
    named = [i for i in scene.items if key and i.key == key]
    return (named[0].index,) if named else ()


def _may_serve(person: Item, owner: Item | None, scene: Scene) -> bool:
    """Whether nothing that is known of the person speaks against it: "the U.S. leader" is no Mark Rutte."""
    terms = scene.reference.terms_of(person.key) if person.key else ()
    known = {term.actor for term in terms}
    return owner is None or not owner.key or not known or owner.key in known


def _same_title(title: str, known: str, owner: Item | None, known_owner: int | None) -> bool:
    if owner is not None and known_owner is not None and owner.who != known_owner:
        return False
    words, other = title.split(), known.split()
    broad = anaphor_words()["broad"].get(words[-1], frozenset())
    if words[-1] != (other[-1] if other else "") and not (len(words) == 1 and set(other) & broad):
        return False
    return len(words) == 1 or set(words) <= set(other) or bool(set(other) & broad)


def titles_of(who: int, scene: Scene, before: int) -> list[tuple[str, int | None]]:
    """The titles that the text gave a person before a place: (words, whose officer)."""
    found: list[tuple[str, int | None]] = []
    titles = anaphor_words()["titles"]
    for item in scene.same(who):
        if item.start >= before:
            break
        found += _title_before(item, scene, titles)
        root = item.span.root
        for child in root.children:
            is_title = child.lower_ in titles or child.lemma_.lower() in titles
            if child.dep_ == "appos" and is_title and not _is_past(child):
                owner, _, rest = _owner_of_title(child, scene)
                found.append((" ".join([*rest, child.lower_]), owner.who if owner else None))
        for child in root.head.rights if root.dep_ == "nsubj" and _is_now(root.head) else ():
            if child.dep_ == "attr" and child.lower_ in titles:
                owner, _, rest = _owner_of_title(child, scene)
                found.append((" ".join([*rest, child.lower_]), owner.who if owner else None))
        above = root.head
        is_title = above.lower_ in titles or above.lemma_.lower() in titles
        if root.dep_ == "appos" and is_title and not _is_past(above):
            owner, _, rest = _owner_of_title(above, scene)
            found.append((" ".join([*rest, above.lower_]), owner.who if owner else None))
    return found


def _is_now(verb: Token) -> bool:
    """ "X is (became, has been) Britain's ambassador", not "was"."""
    return verb.lemma_ == "become" or (verb.lemma_ == "be" and verb.tag_ != "VBD")


def _is_past(title: Token) -> bool:
    """ "The then Prime Minister, X": who is called the prime minister later on may be another."""
    return any(t.lower_ in _PAST for t in title.doc[phrase_start(title) : title.i])


def _title_before(item: Item, scene: Scene, titles: frozenset[str]) -> list[tuple[str, int | None]]:
    """ "French Foreign Minister X": the run of title words straight before the name, and the mention before them."""
    doc, i = scene.doc, item.start - 1
    words: list[str] = []
    while (
        i >= 0
        and len(words) < 5
        and scene.at(doc[i]) is None
        and (doc[i].pos_ in ("NOUN", "PROPN", "ADJ") or doc[i].lower_ in ("of", "for", "and"))
    ):
        words.insert(0, doc[i].lower_)
        i -= 1
    earlier = {*words, doc[i].lower_ if i >= 0 else ""}
    if not any(w in titles for w in words) or earlier & _PAST:
        return []
    while i >= 0 and doc[i].tag_ == "POS":
        i -= 1
    owner = scene.at(doc[i]) if i >= 0 else None
    return [(" ".join(words), owner.who if owner is not None and owner.label in BODIES else None)]
