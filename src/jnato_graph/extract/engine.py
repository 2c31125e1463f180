"""Claims from trigger entries: the general engine over the dependency tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from spacy.tokens import Doc, Token

from jnato_graph.extract import company, frames, grammar, triggers
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.implied import implied_thing
from jnato_graph.extract.lexicon import Entry, Lexicon, load_lexicon
from jnato_graph.extract.model import Argument, RawClaim, Stance
from jnato_graph.extract.parties import partners_in_name
from jnato_graph.extract.stance import stance_of
from jnato_graph.ontology import ACTORS, BODIES
from jnato_graph.reference import load_reference

POS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "ADJ": "adjective",
    "ADP": "preposition",
    "PROPN": "noun",
    "SCONJ": "preposition",
}
FORCE_PREDICATES = frozenset({"PARTICIPATED_IN", "ATTACKED", "VISITED", "COOPERATES_WITH", "CONTRIBUTED_TO"})
HOLDER_PREDICATES = frozenset({"OPPOSES", "SUPPORTS", "SIGNED", "PROPOSED", "PARTICIPATED_IN"})
# who is urged to open something, or of whom somebody proposes it, does not propose it
OTHERS = ("object-control", "subject/")
# what others do together with somebody, whatever the verb: "backs it together with Peru"
JOINED = frozenset({"OPPOSES", "SUPPORTS", "PROPOSED", "ESTABLISHED", "SANCTIONED", "HOSTED"})
STANCES = frozenset({"OPPOSES", "SUPPORTS"})
PLAN_PREDICATES = frozenset({"OPPOSES", "SUPPORTS", "PROPOSED", "ESTABLISHED", "SIGNED", "HELD_IN", "HOSTED"})
# what makes a claim planned or possible beside modals, without a verb of its own ("plans to")
NO_OPERATORS = frozenset({"be to", "going to", "have to", "purpose", "if", "during"})
OF_CLASS = {
    "class:exercise": "Exercise", "class:drill": "Exercise", "class:manoeuvre": "Exercise",
    "class:operation": "Operation", "class:mission": "Operation", "class:summit": "Event", "class:conference": "Event",
}  # fmt: skip


def triggered_claims(doc: Doc, arguments: Arguments, lexicon: Lexicon | None = None) -> Iterator[RawClaim]:
    """Every claim that a trigger entry licenses in `doc`."""
    lexicon = lexicon or load_lexicon()
    for sentence in doc.sents:
        if not any(i in arguments.by_token for i in range(sentence.start, sentence.end)):
            continue  # names nobody
        for token in sentence:
            for entry in entries_at(token, arguments, lexicon):
                if triggers.matches(token, entry):
                    yield from _claims_of(token, entry, arguments, lexicon)


def entries_at(token: Token, arguments: Arguments, lexicon: Lexicon) -> list[Entry]:
    """The trigger entries that the word itself could be, whatever frame it stands in; none within a name."""
    pos = POS.get(token.pos_)
    if token.tag_ in ("VBN", "VBG", "VBD") and pos == "adjective":
        candidates = [
            *lexicon.entries.get(("adjective", token.lemma_.lower()), ()),
            *lexicon.entries.get(("adjective", token.lower_), ()),
        ]
    else:
        candidates = []
    if pos is not None:
        lemma = token.lemma_.lower()
        candidates += lexicon.entries.get((pos, lemma), ())
        if pos == "adjective" or token.tag_ == "VBN":
            candidates += [e for e in lexicon.entries.get(("adjective", token.lower_), ()) if e not in candidates]
    return candidates if candidates and not _is_name(token, arguments) else []


def _is_name(token: Token, arguments: Arguments) -> bool:
    """Whether the word is part of a name: that an agreement is "on countering" something says nothing yet."""
    return any(
        arguments.label(n) not in ("Event", "")
        for n in arguments.by_token.get(token.i, ())
        if n < arguments.mention_count
    )


def _claims_of(token: Token, entry: Entry, arguments: Arguments, lexicon: Lexicon) -> Iterator[RawClaim]:
    subjects = _first_filled(token, entry.subject, entry, arguments, lexicon, entry.subject_labels, set())
    if not subjects:
        return
    taken = {a.end for a, _ in subjects}
    objects = _first_filled(token, entry.object, entry, arguments, lexicon, entry.object_labels, taken)
    if entry.object_kinds:
        objects = [(argument, how) for argument, how in objects if _is_of(argument, entry, arguments)]
    if entry.several and len({a.end for a, _ in subjects}) < 2:
        return
    described = any(how == "apposition" for _, how in subjects)  # "the opposition, the Labour Party"
    if (
        not objects
        and entry.implied
        and not described
        and (thing := implied_thing(token, entry, arguments)) is not None
    ):
        objects = [(Argument(end=thing, via=("implied",)), "implied")]
    if not objects and not entry.reciprocal:
        return
    stance = stance_of(token, lexicon)
    if not stance.asserted:
        return
    taken |= {a.end for a, _ in objects}
    for role in entry.also:
        subjects += [
            (argument, f"also-{how}")
            for argument, how in frames.fill_role(token, role, entry, arguments, lexicon)
            if argument.end not in taken
            and arguments.label(argument.end) in entry.subject_labels
            and _carrier_allowed(argument, entry, "")
        ]
    if entry.predicate == "SIGNED" and "with" in entry.also:
        named = {n for a, _ in objects for n in partners_in_name(a.end, arguments)} - taken
        subjects += [(Argument(end=n, via=()), "also-in-name") for n in sorted(named)]
    if entry.also or entry.predicate in JOINED:
        met = {a.end for a, _ in subjects}
        subjects += [
            (argument, "also-alongside")
            for filler in company.joining(token)
            for argument in arguments.fill(filler)
            if argument.end not in taken | met and arguments.label(argument.end) in entry.subject_labels
        ]
    if entry.reciprocal == "plural":
        subjects = [(argument, how) for argument, how in subjects if how == "copula"]
        if len(_each(subjects, arguments)) > 2:
            return  # "Peru, Chile and Norway are partners" is of some body, not of each other
    if entry.reciprocal and not objects and (_is_mutual(token, entry) or _makes_one(token, arguments)):
        for (a, how), (b, _) in combinations(_each(subjects, arguments), 2):
            if a.end != b.end and _fits(b, entry, arguments):
                yield _claim(token, entry, stance, a, b, f"{how}-reciprocal", arguments)
        return
    if len(subjects) == len(objects) > 1 and any(t.lower_ == "respectively" for t in token.sent):
        for (subject, how_subject), (object_, how_object) in zip(subjects, objects, strict=True):
            yield _claim(token, entry, stance, subject, object_, f"{how_subject}/{how_object}", arguments)
        return
    if entry.predicate == "ATTACKED" and triggers.is_in_words(token, lexicon):
        return
    if entry.predicate == "ATTACKED" and entry.pos == "noun":
        subjects = [(a, how) for a, how in subjects if not _judges(a, token, arguments)]
    for subject, how_subject in subjects:
        for object_, how_object in objects:
            if how_subject == "gerund-joined" and subject.via:
                continue  # "joined their Slovene counterparts in condemning"
            if _same(subject, object_, arguments) or _is_others_wish(token, entry, stance, how_subject):
                continue
            yield _claim(token, entry, stance, subject, object_, f"{how_subject}/{how_object}", arguments)


def _is_others_wish(token: Token, entry: Entry, stance: Stance, how_subject: str) -> bool:
    """ "Expected Paris to oppose it", "pressed Serbia to reject it": no stance of Paris or Serbia yet."""
    if entry.predicate not in STANCES or stance.modality == "actual":
        return False
    wished = token.dep_ == "ccomp" and token.tag_ == "VB" and token.head.lemma_ in grammar.words("object_control")
    return wished or how_subject.startswith("object-control")


def _judges(argument: Argument, token: Token, arguments: Arguments) -> bool:
    """ "Tokyo condemned its attack on Ukraine": the one who condemns is not the one who attacked."""
    if argument.end < arguments.mention_count:
        return False
    antecedents = {arguments.spans[i].root.i for i in arguments.spans[argument.end]._.antecedents}
    node = token
    while node.dep_ != "ROOT" and node.head.i != node.i:
        node = node.head
        if node.pos_ in ("VERB", "AUX") and any(t.i in antecedents for t, _ in grammar.surface_subjects(node)):
            return True
    return False


def _is_mutual(token: Token, entry: Entry) -> bool:
    if entry.reciprocal == "plural":
        return token.tag_ == "NNS"
    return entry.reciprocal != "together" or _together(token)


def _each(subjects: frames.Filled, arguments: Arguments) -> frames.Filled:
    """The subjects one by one, also of "the two countries"."""
    found: frames.Filled = []
    for argument, how in subjects:
        antecedents = arguments.spans[argument.end]._.antecedents if argument.end >= arguments.mention_count else ()
        found += (
            [(replace(argument, end=end), how) for end in antecedents] if len(antecedents) > 1 else [(argument, how)]
        )
    return found


def _together(token: Token) -> bool:
    if token.pos_ == "NOUN" or any(c.lower_ in ("together", "jointly", "closely") for c in token.children):
        return True
    joint = grammar.words("joint")  # "Peru and Chile held a joint exercise"
    return any(c.lower_ in joint for o in grammar.objects(token) for c in o.children)


def _makes_one(token: Token, arguments: Arguments) -> bool:
    """ "The programme in which Japan and Italy are developing a fighter": one thing, in one programme."""
    return (
        token.lemma_ in grammar.words("making")
        and any(o.tag_ == "NN" for o in grammar.objects(token))
        and any(
            arguments.label(a.end) == "Programme"
            for name, o in grammar.prepositions(token)
            if name in ("in", "under", "through")
            for a in arguments.fill(o)
        )
    )


def _fits(argument: Argument, entry: Entry, arguments: Arguments) -> bool:
    label = arguments.label(argument.end)
    return label in entry.object_labels or not label


def _first_filled(
    token: Token,
    roles: tuple[str, ...],
    entry: Entry,
    arguments: Arguments,
    lexicon: Lexicon,
    labels: frozenset[str],
    taken: set[int],
) -> frames.Filled:
    for role in roles:
        filled = []
        for argument, how in frames.fill_role(token, role, entry, arguments, lexicon):
            label = _label(argument, arguments)
            if argument.end in taken or (label and label not in labels) or not _carrier_allowed(argument, entry, label):
                continue
            filled.append((argument, how))
        if any(how == "participle-after-name" for _, how in filled):
            filled = [(argument, how) for argument, how in filled if how == "participle-after-name"]
        if filled:
            return filled
    return []


def _label(argument: Argument, arguments: Arguments) -> str:
    """The label of an argument; a class noun behind a name knows better than the name: "the Nordic Dawn exercise"."""
    told = next((OF_CLASS[step] for step in argument.via if step in OF_CLASS), None)
    return told if told is not None and arguments.label(argument.end) else arguments.label(argument.end)


def _is_of(argument: Argument, entry: Entry, arguments: Arguments) -> bool:
    """Whether what fills the role is listed as of one of the entry's sorts: "an IP4 partner" is partner of none."""
    entities = load_reference().entities
    return all(key in entities and entities[key].kind in entry.object_kinds for key in _keys(argument.end, arguments))


def _carrier_allowed(argument: Argument, entry: Entry, label: str) -> bool:
    for step in argument.via:
        kind = step.partition(":")[0]
        if kind == "force" and entry.predicate not in FORCE_PREDICATES and not _is_act_of_forces(argument):
            return False
        if kind == "people" and entry.predicate != "PARTICIPATED_IN":
            return False
        if kind == "holder" and entry.predicate not in HOLDER_PREDICATES:
            return False
        if kind == "act" and (entry.predicate != "OPPOSES" or label not in BODIES):
            return False
        if kind == "dealing" and (entry.lemma not in grammar.words("blaming") or label not in BODIES):
            return False
        if kind == "site" and entry.predicate != "VISITED":
            return False
        if kind == "part" and entry.predicate not in STANCES:
            return False
        if kind == "around" and entry.predicate != "HELD_IN":
            return False
        if kind == "mission" and entry.predicate not in ("OPPOSES", "SUPPORTS"):
            return False
        if kind == "plan" and entry.predicate not in PLAN_PREDICATES:
            return entry.predicate == "MEMBER_OF" and step == "plan:membership"  # "applied for membership of"
        if kind == "body" and label not in ACTORS:
            return False
    return True


def _is_act_of_forces(argument: Argument) -> bool:
    """ "The dispatch of Fijian soldiers", "a joint flight of their bombers": it is the state's act."""
    acts = grammar.words("forces_acts")
    return any(step.startswith("act:") and step.removeprefix("act:") in acts for step in argument.via)


def _same(a: Argument, b: Argument, arguments: Arguments) -> bool:
    if a.end == b.end:
        return True
    if a.end >= arguments.mention_count <= b.end and _meant(a.end, arguments) == _meant(b.end, arguments):
        return True  # "they opposed them"
    first, second = _keys(a.end, arguments), _keys(b.end, arguments)
    return "" not in first and first == second


def _meant(end: int, arguments: Arguments) -> set[str]:
    return {arguments.spans[i].text.casefold() for i in arguments.spans[end]._.antecedents}


def _keys(end: int, arguments: Arguments) -> set[str]:
    """The keys of what an end stands for: its own, of an anaphor those of its antecedents."""
    if end < arguments.mention_count:
        return {str(arguments.spans[end].id_)}
    return {str(arguments.spans[i].id_) for i in arguments.spans[end]._.antecedents}


def _gives_none(verb: Token, how: str) -> bool:
    """ "sent no weapons to Ukraine": what is denied is a direct object that fills no role."""
    reached = how.partition("/")[2]
    if not reached.startswith(("prep-", "object-prep-", "indirect", "implied")):
        return False
    objects = grammar.objects(verb)
    if any(o.lower_ in ("nobody", "nothing", "none") for o in objects):
        return True
    return any(c.dep_ == "det" and c.lower_ == "no" for o in objects for c in o.children)


def _claim(
    token: Token, entry: Entry, stance: Stance, subject: Argument, object_: Argument, how: str, arguments: Arguments
) -> RawClaim:
    negated = stance.negated != (entry.polarity == "negated")
    if (
        entry.with_object
        and (noun := triggers.light_object(token, entry.with_object)) is not None
        and any(c.lower_ == "no" for c in noun.children)
    ):
        negated = not negated
    if entry.pos == "verb" and not entry.with_object and _gives_none(token, how):
        negated = not negated
    if subject.negated or object_.negated:
        negated = not negated
    modality = stance.modality
    if entry.modality and modality == "actual":
        modality = entry.modality  # type: ignore[assignment]
    if (subject.possible or object_.possible) and not stance.negated:  # "did not sign X or Y": neither
        modality = "possible"
    predicate = entry.predicate
    operators = [
        mark for kind, _, mark in (each.partition(":") for each in stance.marks)
        if kind in ("planned", "possible") and mark not in arguments.lexicon.modals and mark not in NO_OPERATORS
    ]  # fmt: skip
    if predicate == "ESTABLISHED" and _is_plan(object_):
        predicate, modality = "PROPOSED", "actual"  # "launched a plan for X" opens none
    if predicate == "ESTABLISHED" and operators and entry.polarity != "negated" and not how.startswith(OTHERS):
        predicate, modality = "PROPOSED", "actual"
    if predicate == "PROPOSED" and entry.pos == "noun" and {"negated:reject", "negated:rejected"} & set(stance.marks):
        negated = False  # what is rejected has been proposed
    ends = (subject.end, object_.end)
    return RawClaim(
        subject=ends[0],
        predicate=predicate,
        object=ends[1],
        polarity="negated" if negated else "affirmed",
        modality=modality,
        trigger=token.i,
        rule=f"{entry.pos}:{entry.lemma}{'-' + entry.with_object if entry.with_object else ''} {how}",
        path=f"{arguments.spans[ends[0]].text} ← {how} ← {token.text} → {arguments.spans[ends[1]].text}",
        features=(*stance.marks, *(f"s:{v}" for v in subject.via), *(f"o:{v}" for v in object_.via)),
    )


def _is_plan(argument: Argument) -> bool:
    """Whether it was reached through the word for a plan or proposal."""
    return any(
        kind == "plan" and noun in grammar.words("proposals")
        for kind, _, noun in (v.partition(":") for v in argument.via)
    )
