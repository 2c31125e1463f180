"""What speaks against a claim that the network alone would make, read from the words around its ends."""

from __future__ import annotations

from spacy.tokens import Span, Token

from jnato_graph.extract import grammar
from jnato_graph.extract.excepted import is_excepted, is_part_of_people
from jnato_graph.extract.lexicon import Lexicon, load_lexicon
from jnato_graph.extract.stance import stance_of
from jnato_graph.extract.tenure import is_left
from jnato_graph.extract.titles import is_role, role_words
from jnato_graph.extract.triggers import is_in_words
from jnato_graph.reference import load_reference

NOT_ACTS = frozenset({"HOLDS_POSITION_IN", "LOCATED_IN", "HELD_IN"})
DEEDS = frozenset({"VISITED", "MET_WITH", "PARTICIPATED_IN", "SIGNED"})
SITES = frozenset({"in", "at", "off", "near", "outside", "across", "around"})


def is_vetoed(first: Span, second: Span, predicate: str) -> bool:
    """Whether the words around the two speak against any such claim by the network, `first` the subject."""
    if predicate == "HOLDS_POSITION_IN" and is_kin(first, second):
        return True
    if predicate not in NOT_ACTS and (is_of_private(first) or is_of_private(second)):
        return True
    if predicate == "MEMBER_OF" and is_city(second):
        return True
    return (
        is_byline(first.root.sent)
        or is_of_left_office(first)
        or is_part_of_people(first)
        or is_asked(first, second)
        or is_excluded(first)
        or is_excluded(second)
        or is_site(first)
        or does_likewise_not(first, predicate)
        or is_own(first, second)
        or is_of_kin(first)
        or is_of_kin(second)
        or (predicate in ("OPPOSES", "SUPPORTS") and is_met_with_stance(first))
    )


def is_ruled_out(first: Span, second: Span, trigger: Token, predicate: str, polarity: str, *, actual: bool) -> bool:
    """Whether the words leave no room for a claim that no rule has read, however sure the network is of it."""
    if polarity == "negated":
        return _is_denied_twice(second, trigger) or (predicate == "SANCTIONED" and _has_not_ended(second))
    if predicate == "ATTACKED" and is_in_words(trigger, load_lexicon()):
        return True
    if predicate in DEEDS and first.label_ == "Person":
        sends = trigger.lemma_ == "send" and first.root.dep_ == "nsubj" and first.root.head.i == trigger.i
        if is_done_by_own(first, second) or (sends and predicate == "PARTICIPATED_IN"):
            return True
    return is_excepted(first) or (actual and is_only_invited(trigger, predicate))


def is_denied(trigger: Token, polarity: str, lexicon: Lexicon) -> bool:
    """Whether the clause of `trigger` is not asserted, or denied where the claim is affirmed: "it is a myth that …"."""
    if trigger.pos_ not in ("VERB", "AUX", "NOUN"):
        return False
    stance = stance_of(trigger, lexicon)
    return not stance.asserted or (stance.negated and polarity == "affirmed")


def _is_denied_twice(second: Span, trigger: Token) -> bool:
    """ "Did not fail to sign it", "has not denied that it opposes it": no denial of what stands under both words."""
    denying = load_lexicon().verbs
    for verb in second.root.ancestors:
        if verb.pos_ == "NOUN" and verb.lemma_.lower() in grammar.words("hindrances") | {"choice", "alternative"}:
            return any(c.lower_ == "no" for c in verb.lefts)  # "had no choice but to sign"
        beside = {c.lower_ for c in verb.head.children} if verb.dep_ == "conj" else set()
        if beside & {"neither", "nor"} and verb.lemma_ == "deny":
            return True  # "would neither confirm nor deny that it had signed"
        if denying.get(verb.lemma_.lower()) == "negated" and any(
            c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") for c in verb.children
        ):
            return True
        if verb.i == trigger.i:
            break
    return False


def is_denied_to_have_ended(first: Span, trigger: Token) -> bool:
    """ "France denied that it had dropped its objections": they last, which a negated claim would deny."""
    denying, light = grammar.words("denying"), load_lexicon().light
    return any(
        verb.lemma_.lower() in denying
        and any(
            child.dep_ in ("ccomp", "xcomp") and light.get(child.lemma_.lower()) == "negated" for child in verb.children
        )
        for verb in (trigger, *trigger.ancestors, *first.root.ancestors)
    )


def _has_not_ended(second: Span) -> bool:
    """ "Has not lifted its sanctions on Peru", "refused to lift them", "lifted none of them": they stand."""
    light = load_lexicon().light
    return any(light.get(t.lemma_.lower()) == "negated" and _is_not_done(t) for t in second.root.ancestors)


def _is_not_done(verb: Token) -> bool:
    none = any(o.lower_ == "none" or any(c.lower_ == "no" for c in o.children) for o in grammar.objects(verb))
    denied = stance_of(verb, load_lexicon()).negated
    return denied != (none and not any(c.dep_ == "neg" for c in verb.children))


def is_of_private(span: Span) -> bool:
    """Whether a state only tells where somebody without a name is from: "a Japanese company", "French senators"."""
    noun = span.root.head
    if span.label_ != "State" or span.root.dep_ not in ("amod", "compound", "nmod") or noun.pos_ != "NOUN":
        return False
    if noun.lemma_.lower() not in grammar.words("private"):
        return False
    return not any(other.start <= noun.i < other.end for other in span.doc.spans["mentions"])


def is_city(body: Span) -> bool:
    """ "Australia left Brussels": a city that stands for the body is left and joined by travellers too."""
    return any(form.label == "Place" for form in load_reference().candidates(body.text))


def is_of_left_office(state: Span) -> bool:
    """Whether a state only tells whose office somebody has left: "Norway's former prime minister"."""
    if state.label_ != "State":
        return False
    head = state.root.head.head if state.root.dep_ == "pobj" else state.root.head
    return head.i not in range(state.start, state.end) and is_role(head) and is_left(head)


def is_kin(person: Span, body: Span) -> bool:
    """ "Akie Abe, wife of the Japanese prime minister": an office that is another's."""
    first, last = sorted((person, body), key=lambda span: span.start)
    return any(token.lemma_.lower() in role_words().kin for token in person.doc[first.end : last.start])


def is_of_kin(person: Span) -> bool:
    """ "Abe's widow met Modi": what somebody's kin does."""
    return (
        person.label_ == "Person" and person.root.dep_ == "poss" and person.root.head.lemma_.lower() in role_words().kin
    )


def is_met_with_stance(first: Span) -> bool:
    """ "Hungary faces opposition to its law": others hold the stance."""
    verb = first.root.head
    return (
        first.root.dep_ == "nsubj"
        and verb.lemma_.lower() in grammar.words("meeting_with")
        and any(o.lemma_.lower() in grammar.words("stances") for o in grammar.objects(verb))
    )


def is_byline(sentence: Span) -> bool:
    """ "By Ann Lee in Oslo" says where somebody wrote, and nothing that a network trained on sentences should read."""
    return sentence[0].lower_ == "by" and not any(token.pos_ in ("VERB", "AUX") for token in sentence)


def is_asked(first: Span, second: Span) -> bool:
    """Whether a question mark ends the clause that holds both."""
    later = max(first, second, key=lambda span: span.end)
    for token in first.doc[later.end : later.root.sent.end]:
        if token.text in ("?", ".", ";", "!"):
            return token.text == "?"
    return False


def is_excluded(span: Span) -> bool:
    """ "Non-NATO contributors" are not NATO."""
    doc = span.doc
    return span.start > 0 and (
        doc[span.start - 1].lower_ == "non"
        or (span.start > 1 and doc[span.start - 1].text in "-–" and doc[span.start - 2].lower_ == "non")
    )


def is_site(span: Span) -> bool:
    """Whether a state is named only as where something is: "in Vilnius, Lithuania", "in Norway, Sweden and Finland"."""
    if span.label_ != "State":
        return False
    doc, noun = span.doc, span.root
    while noun.dep_ in ("conj", "appos") and noun.head.i < noun.i:
        noun = noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ in SITES:
        return True
    before = span.start - 1 - (span.start > 0 and doc[span.start - 1].lower_ == "the")
    if before < 1 or doc[before].text != ",":
        return False
    return any(s.end == before and s.label_ == "Place" for s in doc.spans["mentions"])


def is_done_by_own(person: Span, second: Span) -> bool:
    """ "Anna Berg, whose envoy visited Lima": what the clause tells, somebody of hers did."""
    node = second.root
    while node.head.i != node.i:
        if node.dep_ == "relcl" and person.start <= node.head.i < person.end:
            subjects = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
            return any(c.lower_ == "whose" for subject in subjects for c in subject.children)
        node = node.head
    return False


def is_only_invited(trigger: Token, predicate: str) -> bool:
    """ "Invited Anna Berg to Lima": neither a visit nor a meeting as yet."""
    return predicate in ("VISITED", "MET_WITH") and trigger.lemma_.lower() == "invite"


def is_own(first: Span, second: Span) -> bool:
    """Whether one is a service or body of the other: Japan does not cooperate with its own navy."""
    entities = load_reference().entities
    one, other = entities.get(first.id_), entities.get(second.id_)
    owned = one is not None and one.state is not None and one.state == second.id_
    owns = other is not None and other.label == "Organisation" and other.state is not None and other.state == first.id_
    return owned or owns


def does_likewise_not(first: Span, predicate: str) -> bool:
    """Whether somebody is only said to do as another who does not: "he skipped the meeting, as did Luxon"."""
    subject = first.root
    while subject.dep_ in ("amod", "compound", "poss", "nmod") and subject.head.i != subject.i:
        subject = subject.head
    did = subject.head
    if subject.dep_ != "nsubj" or did.lemma_ not in ("do", "have") or did.i == 0:
        return False
    if did.nbor(-1).lower_ not in ("as", "so", "nor", "neither") or did.dep_ not in ("advcl", "conj"):
        return False
    entries = load_lexicon().entries.get(("verb", did.head.lemma_.lower()), ())
    denied = any(entry.predicate == predicate and entry.polarity == "negated" for entry in entries)
    return denied or any(child.dep_ == "neg" for child in did.head.children)
