"""Pronouns: "it", "its", "they" (`personal` has "he" and "she"). Each gives what it safely stands for, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jnato_graph.annotate.patterns import GOVERNMENTS
from jnato_graph.annotate.scene import Item, Scene, anaphor_words, is_subject
from jnato_graph.ontology import BODIES

if TYPE_CHECKING:
    from spacy.tokens import Token

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
IT, THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their", "theirs"})
_PERSON = frozenset({"Person"})
_THINGS = frozenset({"Agreement", "Policy", "Exercise", "Operation", "Programme", "Office", "Event"})
_HELD = frozenset({"Exercise", "Event", "Operation"})
_EMPTY, _SHORT = 2, 5  # so many sentences of so many words tell of nothing else
_ANOTHERS = frozenset({"favour", "favor", "defence", "defense", "support"})  # "spoke in its favour": not one's own


def neuter(token: Token, scene: Scene) -> tuple[int, ...]:
    """It or its: the subject that the clause goes on with, or the one thing that can be meant."""
    if token.lower_ == "its" or token.dep_ == "poss":
        noun = token.head
        of_another = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.lemma_.lower() in _ANOTHERS
        item = _only(scene, token, _THINGS, 1) if of_another else _owner(token, scene)
        return (item.index,) if item is not None else ()
    verb = verb_over(token)
    if verb is None or _means_nothing(token, verb):
        return ()
    if token.dep_ != "nsubj" and verb.lemma_.lower() in anaphor_words()["hearers"]:
        return ()  # who is told or asked something is someone
    if is_subject(token):
        acts = verb.lemma_.lower() in anaphor_words()["acting"] and token.dep_ == "nsubj"
        item = _subject_before(token, verb, scene)
        if item is not None and (item.label in BODIES or (not acts and item.label in _THINGS)):
            return (item.index,)
        if acts or item is not None:
            return ()
        item = _only(scene, token, _THINGS, 1)
        return (item.index,) if item is not None and token.dep_ == "nsubjpass" else ()
    if token.dep_ == "dobj" and verb.lemma_.lower() in anaphor_words()["attacking"]:
        return _attacked(token, scene)
    if any(
        t.lower_ in ("this", "that") and t.tag_ == "DT" and t.dep_ == "dobj"
        for t in token.doc[token.sent.start : token.i]
    ):
        return ()  # "Rome favours this while London opposes it": what is done, and no thing
    if token.dep_ == "pobj" and token.head.lower_ == "for" and any(scene.before(token.i, 1, _HELD)):
        return ()  # "was not invited to the drill, though Peru had called for it": the invitation
    item = _only(scene, token, _THINGS, 1) or _new_body(scene, token) or _joined(scene, token, verb)
    if item is not None and not shares_verb(item, token) and not _another_thing(item, token, scene):
        return (item.index,)
    return ()


def _new_body(scene: Scene, token: Token) -> Item | None:
    """The one body that the sentence before brings in: "called for an Asian NATO. India rejected it"."""
    here = scene.sentence_of[token.i]
    found = [
        i for i in scene.before(token.i, 1, frozenset({"Organisation"})) if not i.inside and i.sentence == here - 1
    ]
    fresh = [i for i in found if not i.key and not i.subject and _is_brought_in(i)]
    return fresh[0] if len(fresh) == 1 and not any(scene.before(token.i, 1, _THINGS)) else None


def _joined(scene: Scene, token: Token, verb: Token) -> Item | None:
    """The one body named so far in the sentence and the one before, where it is joined, left or led."""
    if token.dep_ != "dobj" or verb.lemma_.lower() not in anaphor_words()["entering"]:
        return None
    found = scene.before(token.i, 1, frozenset({"Organisation"}))
    return found[0] if len({i.who for i in found if not i.inside}) == 1 and not found[0].inside else None


def _attacked(token: Token, scene: Scene) -> tuple[int, ...]:
    """ "Aid for Ukraine since Russia invaded it": the state named last before, but for the one that does it."""
    found = [
        i
        for i in scene.before(token.i, 0, frozenset({"State"}))
        if not shares_verb(i, token) and (not i.inside or i.span.root.dep_ == "poss")
    ]
    attackers = {i.who for i in scene.before(token.i, 0, frozenset({"State"})) if shares_verb(i, token)}
    near = [i for i in found if i.who not in attackers]
    last = max(near, key=lambda i: i.start, default=None)
    return (last.index,) if last is not None and last.span.root.dep_ in ("pobj", "dobj", "poss", "dative") else ()


def _another_thing(item: Item, token: Token, scene: Scene) -> bool:
    """Whether a thing without a name stands between: "Iceland backs the idea, and Estonia endorsed it"."""
    words = anaphor_words()
    things = {noun for rows in words["things"].values() for row in rows for noun in row} | words["plans"]
    return any(
        noun.tag_ == "NN"
        and noun.lemma_.lower() in things
        and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj")
        and scene.at(noun) is None
        and any(c.dep_ == "det" for c in noun.children)
        for noun in token.doc[item.end : token.i]
    )


def plural(token: Token, scene: Scene) -> tuple[int, ...]:
    """They: the one list of two or more that is the subject before it, or the one name that is itself a plural."""
    verb = verb_over(token)
    here = scene.sentence_of[token.i]
    for sentence in (here, here - 1):
        groups = lists_in(scene, sentence, token.i, BODIES | _PERSON)
        subjects = [g for g in groups if g[0].subject]
        plurals = [
            i for i in scene.items
            if i.sentence == sentence and i.end <= token.i and i.label in BODIES and not i.inside
            and i.span.root.tag_ in ("NNPS", "NNS") and i.subject
        ]  # fmt: skip
        chosen = subjects if len(subjects) == 1 else []
        if chosen and not plurals:
            members = chosen[0]
            if verb is not None and members[0].span.root.head == verb and token.dep_ not in ("poss", "nsubj"):
                return ()
            return tuple(i.index for i in members)
        if len({i.who for i in plurals}) == 1 and not groups:
            return (plurals[-1].index,)
        taken_up = {g.members for g in scene.groups if g.sentence == sentence and g.subject and g.end <= token.i}
        if len(taken_up) == 1 and not plurals:
            return next(iter(taken_up))
        if subjects or plurals or groups or taken_up:
            return ()
    return ()


def lists_in(scene: Scene, sentence: int, before: int, labels: frozenset[str]) -> list[list[Item]]:
    """Lists of coordinated mentions of one sort in a sentence: "Japan, Korea and NATO"."""
    found: list[list[Item]] = []
    for item in scene.items:
        root = item.span.root
        if item.sentence != sentence or item.end > before or item.inside or item.label not in labels:
            continue
        if root.dep_ == "conj":
            continue
        members = [item]
        queue = [c for c in root.children if c.dep_ == "conj"]
        while queue:
            token = queue.pop(0)
            other = scene.headed(token)
            if other is not None and other.end <= before:
                members.append(other)
            queue += [c for c in token.children if c.dep_ == "conj"]
        sorts = {"actor" if m.label in BODIES else m.label for m in members}
        if len({m.who for m in members}) > 1 and len(sorts) == 1:
            found.append(members)
    return found


def _owner(token: Token, scene: Scene) -> Item | None:
    """Whose "its" it is: the subject of its clause, or of the clause above, when that is a state, a body or a thing."""
    node: Token = token.head
    below = token
    if node.dep_ == "conj" and token.i == node.left_edge.i:  # "NATO and its partners"
        beside = scene.headed(node.head)
        if beside is not None and beside.label not in ("Person", "Place") and node.head.dep_ != "conj":
            return beside
    for _ in range(8):
        if node.pos_ in ("VERB", "AUX"):
            if (receiver := _receiver(node, below, token, scene)) is not None:
                return receiver
            subject = next((c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is not None:
                several = any(c.dep_ == "conj" for c in subject.children)
                if token in subject.subtree or subject.i > token.i or several:
                    pass  # "its office opened", "Peru and Chile oppose its entry": look further up
                elif subject.pos_ == "PRON" and subject.tag_ in ("WDT", "WP") and node.dep_ == "relcl":
                    return _fit(scene.headed(node.head))
                else:
                    item = _acting(subject, scene)
                    return _object_of(node, token, scene) if item is not None and item.label == "Person" else _fit(item)
            elif node.dep_ in ("relcl", "acl"):
                return _fit(scene.headed(node.head))
        if node.head.i == node.i:
            break
        below, node = node, node.head
    inside = [i for i in scene.before(token.i, 0) if not i.inside and i.label != "Place"]
    if inside and len({i.who for i in inside}) == 1:
        return _fit(inside[0])
    return _subject_of_sentence(scene, scene.sentence_of[token.i] - 1) if not inside else None


def _receiver(verb: Token, below: Token, token: Token, scene: Scene) -> Item | None:
    """ "Pressed Hungary to end its veto", "rebuked Tokyo for its plan": the one to whom it is done, not who does it.

    `below` is the part of the clause that the pronoun stands in.
    """
    words = anaphor_words()
    lemma = verb.lemma_.lower()
    urged = lemma in words["moving"] and (
        (below.dep_ in ("xcomp", "ccomp") and below.tag_ in ("VB", "VBG"))
        or (below.dep_ == "prep" and any(c.dep_ == "pcomp" for c in below.children))
    )
    judged = lemma in words["judging"] and below.dep_ == "prep" and below.lower_ in ("for", "over", "of", "on", "about")
    return _object_of(verb, token, scene) if urged or judged else None


def _acting(subject: Token, scene: Scene) -> Item | None:
    """What a subject names; "China's government" is China."""
    item = scene.headed(subject)
    if item is not None or subject.lemma_.lower() not in GOVERNMENTS:
        return item
    owners = [scene.headed(c) for c in subject.children if c.dep_ in ("poss", "amod", "compound")]
    states = [i for i in owners if i is not None and i.label == "State"]
    return states[0] if len(states) == 1 else None


def _object_of(verb: Token, token: Token, scene: Scene) -> Item | None:
    """ "The minister thanked Japan for its aid": a person is no "it", so it is the one whom the deed falls on."""
    found = [scene.headed(c) for c in verb.children if c.dep_ in ("dobj", "dative") and c.i < token.i]
    items = [i for i in found if i is not None and i.label in BODIES]
    return items[0] if len(items) == 1 else None


def _fit(item: Item | None) -> Item | None:
    return item if item is not None and item.label in BODIES | _THINGS else None


def _one(item: Item | None) -> Item | None:
    """The item when it is a single state, body or thing, and not the first of a list."""
    if item is None or any(c.dep_ == "conj" for c in item.span.root.children):
        return None
    return _fit(item)


def _subject_before(token: Token, verb: Token, scene: Scene) -> Item | None:
    """The subject that "it" goes on with: of the clause above or coordinated before it, else of the sentence before."""
    node = verb
    while node.head.i != node.i:
        up = node.head
        if node.dep_ in ("ccomp", "advcl", "conj", "xcomp", "relcl", "acl") and up.pos_ in ("VERB", "AUX"):
            subject = next((c for c in up.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
            if subject is not None:
                return _one(_acting(subject, scene))
        node = up
    inside = [i for i in scene.before(token.i, 0) if i.subject and not i.inside]
    if inside:
        return _one(inside[0]) if len({i.who for i in inside}) == 1 else None
    item = _subject_of_sentence(scene, scene.sentence_of[token.i] - 1, scene.paragraph_of[token.i])
    if item is not None and item.label in BODIES and verb.lemma_.lower() not in anaphor_words()["acting"]:
        return None  # "It has been on since 1996": hardly the state that the sentence before spoke of
    return item


def _subject_of_sentence(scene: Scene, number: int, paragraph: int | None = None) -> Item | None:
    """The subject of a sentence's main clause, when it is a single mention."""
    found = [i for i in scene.items if i.sentence == number and i.subject and not i.inside]
    if paragraph is not None:
        found = [i for i in found if i.paragraph == paragraph]
    main = [i for i in found if i.span.root.dep_ in ("nsubj", "nsubjpass") and i.span.root.head.dep_ == "ROOT"]
    if len(main) != 1 or any(c.dep_ == "conj" for c in main[0].span.root.children):
        return None
    return _fit(main[0])


def _only(scene: Scene, token: Token, labels: frozenset[str], sentences: int) -> Item | None:
    """The only one of these labels in the sentence so far, or else in the one before."""
    for back in range(sentences + 1 + _empty_before(scene, token)):
        found = [i for i in scene.before(token.i, back, labels) if i.sentence == scene.sentence_of[token.i] - back]
        if found:
            return found[0] if len({i.who for i in found}) == 1 else None
    return None


def _is_brought_in(item: Item) -> bool:
    """Whether "a" or "an" stands before a name, quotes aside."""
    doc, before = item.span.doc, item.start - 1
    while before > 0 and doc[before].is_quote:
        before -= 1
    return before >= 0 and doc[before].lower_ in ("a", "an")


def _empty_before(scene: Scene, token: Token) -> int:
    """How many short sentences without a name stand right before: "The Oslo office. Remember it? X backed it"."""
    doc, start, empty = token.doc, token.sent.start, 0
    while start and empty < _EMPTY:
        before = doc[start - 1].sent
        words = [t for t in before if t.is_alpha]
        if len(words) > _SHORT or any(i.sentence == scene.sentence_of[before.start] for i in scene.items):
            break
        start, empty = before.start, empty + 1
    return empty


def verb_over(token: Token) -> Token | None:
    """The verb that the token stands under."""
    return next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)


def _means_nothing(token: Token, verb: Token) -> bool:
    """ "It is clear that", "it was Berlin that", "it seems"."""
    if token.tag_ == "EX" or token.dep_ == "expl":
        return True
    if any(t.lower_ == "known" for t in token.doc[token.i + 1 : token.i + 3]):
        return True  # "made it known that"
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    lemma = verb.lemma_.lower()
    clausal = any(c.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "relcl", "acl") for c in verb.children)
    predicate = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    if lemma in anaphor_words()["empty"]:
        return clausal or bool(predicate) or lemma != "be"
    return token.dep_ == "nsubjpass" and clausal and any(m.lower_ == "that" for c in verb.children for m in c.children)


def shares_verb(item: Item, token: Token) -> bool:
    """Whether the mention is the subject of the verb that the token stands under."""
    verb = verb_over(token)
    root = item.span.root
    return verb is not None and root.dep_ in ("nsubj", "nsubjpass") and root.head == verb
