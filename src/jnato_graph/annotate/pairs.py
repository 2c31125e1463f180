"""Groups and their members: "the two sides", "both countries", "the former", "the latter"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jnato_graph.annotate.lines import line_around, section_start
from jnato_graph.annotate.pronouns import lists_in
from jnato_graph.annotate.scene import Item, Scene, anaphor_words, noun_of
from jnato_graph.ontology import BODIES, LABELS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_PERSON = frozenset({"Person"})
_ANY = frozenset(LABELS) - {"Place"}
PAIR = 2
_SIDES = frozenset({"alliance", "union", "group of states", "international organisation"})
_FIELDS = frozenset({"defence", "defense", "foreign", "finance", "trade", "prime"})
_BESIDE_NAMES = frozenset({"amod", "compound", "poss", "nmod"})  # "French President X": whose president he is
_READOUT = 10  # sentences in which two persons alone are spoken of


def counted(head: Token) -> int | None:
    """How many a phrase says that there are, when its noun is one of a group."""
    numbers: dict[str, int] = anaphor_words()["numbers"]
    if any(c.dep_ == "poss" for c in head.children):
        return None
    counts = [numbers[c.lower_] for c in head.children if c.lower_ in numbers and c.i < head.i]
    definite = any(c.lower_ in _DEFINITE for c in head.children)
    if counts and definite and head.tag_ in ("NNS", "NNPS"):
        return int(counts[0])
    if (
        head.lower_ == "both"
        and head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
        and not any(c.dep_ == "prep" for c in head.children)
    ):
        return 2
    alone = not any(c.dep_ == "prep" for c in head.children)
    small = head.lower_ in ("pair", "trio", "two", "three") and head.dep_ in ("nsubj", "nsubjpass")
    large = head.lower_ in ("four", "five") and head.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")
    if (small or large) and definite and alone:
        return numbers[head.lower_]
    return None


def several(head: Token, count: int, scene: Scene) -> tuple[int, ...]:
    """Exactly so many of the sort that the noun names: one list of them, else all that the sentence before names."""
    noun = noun_of(head)
    groups = anaphor_words()["groups"]
    labels = next((label for label, nouns in groups.items() if noun in nouns), None)
    if labels is None and head.pos_ == "NOUN" and head.lower_ not in anaphor_words()["numbers"]:
        return ()
    sort = BODIES if labels == "actors" else frozenset({labels}) if labels else BODIES | _PERSON
    if noun in anaphor_words()["countries"] or noun in ("capital", "government"):
        sort = frozenset({"State"})
    bilateral = labels == "actors" or noun in anaphor_words()["countries"]
    title = _in_title(count, sort, scene) if bilateral and noun != "side" else ()
    if noun == "side" and count == PAIR:
        section = section_start(head)
        title = (_opening(count, head, scene, section) if section else ()) or _sides_in_title(scene)
    here = scene.sentence_of[head.i]
    for sentence in (here, here - 1):
        found = [g for g in lists_in(scene, sentence, head.i, sort) if len({i.who for i in g}) == count]
        found = [g for g in found if all(i.label != "Person" or _may_be_of(i, head, scene) for i in g)]
        if labels == "actors" and any(_of_one_state(g, scene) for g in found):
            return ()
        if len(found) == 1:
            scene.pairs.append(found[0])
            return tuple(i.index for i in found[0])
        if found:
            return ()
        if noun == "side" and (two := [g for g in lists_in(scene, sentence, head.i, _PERSON) if len(g) == count]):
            return tuple(i.index for i in two[0]) if len(two) == 1 else ()
        if noun == "side" and title:
            return title
        if sort == {"State"} and count == PAIR and (pair := _of_relations(scene)):
            return pair
        # a list is the surest sign; else the sentence names that many and no more
        named = {
            i.who: i
            for i in reversed(scene.items)
            if i.sentence == sentence and i.end <= head.i and i.label in sort and _counts(i)
        }
        if (
            labels is not None
            and len(named) == count
            and (not bilateral or all(_is_side(i, scene) for i in named.values()))
            and all(i.label != "Person" or _may_be_of(i, head, scene) for i in named.values())
        ):
            return tuple(sorted(i.index for i in named.values()))
        persons = {i.who: i for i in named.values() if i.label == "Person"}
        others = [i for i in named.values() if i.label != "Person" and i.span.root.dep_ not in _BESIDE_NAMES]
        if labels is None and count == len(persons) == PAIR and not others:  # "X met Y. The two signed it"
            return tuple(sorted(i.index for i in persons.values()))
        if len(named) > count:
            if labels == "Person" and len(met := _from_subject(named)) == count:
                return tuple(sorted(i.index for i in met if _may_be_of(i, head, scene)))
            if (listed := _listed_once(head, count, sort, scene)) and count > PAIR:
                return listed
            return title
    if count > PAIR and labels in (None, "actors") and (listed := _listed_once(head, count, sort, scene)):
        return listed
    if title:
        return title
    if labels == "Person":
        # a readout has two ministers throughout, and names none beside them
        lately = {i.who: i for i in reversed(scene.before(head.i, _READOUT, _PERSON)) if _counts(i) and not _wrote(i)}
        if len(lately) == count and all(_may_be_of(i, head, scene) for i in lately.values()):
            return tuple(sorted(i.index for i in lately.values()))
        titled = [i for i in lately.values() if _is_called(i, noun, scene)]
        if len(titled) == count:  # "the two Ministers", where a president stands beside them
            return tuple(sorted(i.index for i in titled))
        return _opening(count, head, scene, section_start(head)) or _opening(count, head, scene)
    return ()


def _opening(count: int, head: Token, scene: Scene, begin: int = 0) -> tuple[int, ...]:
    """So many people that the first paragraph names and no more: the two whose meeting a text or section tells of."""
    prose = [i for i in scene.items if not i.title and begin <= i.start and i.end <= head.i]
    first = min((i.paragraph for i in prose), default=-1)
    named = {i.who: i for i in reversed(prose) if i.paragraph == first and i.label == "Person" and _counts(i)}
    fits = len(named) == count and all(_may_be_of(i, head, scene) for i in named.values())
    return tuple(sorted(i.index for i in named.values())) if fits else ()


def _from_subject(named: Mapping[int, Item]) -> list[Item]:
    """Those named from the subject on: of "After a call on Roux, Ito had talks with Holm" Ito and Holm."""
    subject = next((i for i in sorted(named.values(), key=lambda i: i.start) if i.subject), None)
    return [i for i in named.values() if subject is not None and i.start >= subject.start]


def _is_side(item: Item, scene: Scene) -> bool:
    """Whether a name may be one of two sides that hold talks: a state, an alliance or a union."""
    entity = scene.reference.entities.get(item.key)
    return item.label == "State" or (entity is not None and entity.kind in _SIDES)


def _wrote(item: Item) -> bool:
    """Whether a name stands in a byline."""
    return item.title and item.span.doc[line_around(item.span[0])[0]].lower_ == "by"


def _may_be_of(item: Item, head: Token, scene: Scene) -> bool:
    """ "The three defence ministers": no prime ministers, as far as the reference data know."""
    fields = {c.lower_.replace("defence", "defense") for c in head.lefts} & _FIELDS
    terms = scene.reference.terms_of(item.key) if item.key else ()
    titles = [title.lower().replace("defence", "defense") for term in terms for title in term.titles]
    return not fields or not titles or any(field in title for field in fields for title in titles)


def _listed_once(head: Token, count: int, sort: frozenset[str], scene: Scene) -> tuple[int, ...]:
    """ "The four": the one list of so many that the text has given so far, however far back."""
    lists = [
        found
        for sentence in range(scene.sentence_of[head.i] + 1)
        for found in lists_in(scene, sentence, head.i, sort)
        if len({i.who for i in found}) == count
    ]
    if len({frozenset(i.who for i in found) for found in lists}) != 1:
        return ()
    return tuple(i.index for i in lists[-1])


def _is_called(item: Item, noun: str, scene: Scene) -> bool:
    """Whether the words around a name call the person so: "Minister X", "X, Minister of Foreign Affairs"."""
    doc = scene.doc
    around = [*doc[max(0, item.start - 6) : item.start], *doc[item.end : item.end + 4]]
    return any(t.lower_ == noun and not (t.i and t.nbor(-1).lower_ == "prime") for t in around)


def _in_title(count: int, sort: frozenset[str], scene: Scene) -> tuple[int, ...]:
    """So many that the title names and no more: "Japan–Romania relations" is of the two countries throughout."""
    named = {i.who: i for i in reversed(scene.items) if i.title and i.label in sort and _counts(i)}
    return tuple(sorted(i.index for i in named.values())) if len(named) == count else ()


def _sides_in_title(scene: Scene) -> tuple[int, ...]:
    """The two states, alliances or unions that the title names and no more, in the names of ministries too."""
    named = {i.who: i for i in reversed(scene.items) if i.title and i.label in BODIES and _is_side(i, scene)}
    return tuple(sorted(i.index for i in named.values())) if len(named) == PAIR else ()


def _of_relations(scene: Scene) -> tuple[int, ...]:
    """The two states of a text on their relations, as its title says: of "both countries" it is sure."""
    titled = [i for i in scene.items if i.title and i.label == "State" and _counts(i)]
    behind = {i.who for i in titled if scene.doc[i.end - 1 : i.end + 4].text.lower().split()[1:2] == ["relations"]}
    return _in_title(PAIR, frozenset({"State"}), scene) if behind else ()


def _of_one_state(group: list[Item], scene: Scene) -> bool:
    """Two services of one state are no two sides."""
    states = [entity.state or entity.key if (entity := scene.reference.entities.get(i.key)) else None for i in group]
    return None not in states and len(set(states)) < len(states)


def _counts(item: Item) -> bool:
    return not item.inside


def ordinal(head: Token, which: str, scene: Scene) -> tuple[int, ...]:
    """The first or the second of two named together before."""
    here = scene.sentence_of[head.i]
    settled = [g for g in scene.pairs if g[0].sentence == here]  # "both men: the former ..., the latter ..."
    for sentence in (here, here - 1):
        pairs = settled or [
            g for g in lists_in(scene, sentence, head.i, _ANY)
            if len({i.who for i in g}) == 2 and not _between(g, head, scene)
        ]  # fmt: skip
        if not pairs:
            named: dict[int, Item] = {}
            for item in scene.items:
                if item.sentence == sentence and item.end <= head.i and not item.inside and item.label != "Place":
                    named[item.who] = item
            if len(named) == 2 and len({i.label for i in named.values()}) == 1:
                pairs = [sorted(named.values(), key=lambda i: i.start)]
            elif named:
                return ()
        if len(pairs) > 1 and not settled:
            return ()
        if pairs:
            scene.pairs.append(pairs[-1])
            return (pairs[-1][0 if which == "former" else -1].index,)
    return ()


def _between(pair: list[Item], head: Token, scene: Scene) -> bool:
    """Whether another of their sort is named after the two."""
    sort = BODIES if pair[0].label in BODIES else {pair[0].label}
    members = {i.who for i in pair}
    return any(
        pair[-1].end <= i.start < head.i and i.label in sort and i.who not in members and not i.inside
        for i in scene.items
    )
