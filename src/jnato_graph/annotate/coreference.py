"""Coreference as a spaCy component: pronouns and definite descriptions with the mentions that they safely stand for.

Precision comes first. An anaphor is kept only when one candidate fits by sort, number, gender, place in the sentence
and distance; otherwise it is left out, and with it the claim that would have hung on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from jnato_graph.annotate.described_holders import titles_of
from jnato_graph.annotate.descriptions import description, writer
from jnato_graph.annotate.personal import personal
from jnato_graph.annotate.pronouns import HE, IT, SHE, THEY, neuter, plural
from jnato_graph.annotate.quotes import find_quotes
from jnato_graph.annotate.scene import Scene, anaphor_words, scene_of
from jnato_graph.annotate.speech import find_frames
from jnato_graph.ontology import BODIES
from jnato_graph.reference import Reference, load_reference

WITH_FIRST_PERSON = frozenset({"quote", "label", "signature", "oration"})
ANTECEDENTS = "antecedents"
_WE, _I = frozenset({"we", "us", "our", "ours", "ourselves"}), frozenset({"i", "me", "my", "mine", "myself"})
_OWN = frozenset(
    {"government", "country", "nation", "administration", "cabinet", "ministry", "organisation", "alliance"}
)


class Coreference:
    """Takes `doc.spans["mentions"]`, gives `doc.spans["anaphors"]` with `span._.antecedents`."""

    def __init__(self, reference: Reference | None = None) -> None:
        """`reference`: the data to look office holders and kinds up in; by default that of the package."""
        self._reference = reference
        if not Span.has_extension(ANTECEDENTS):
            Span.set_extension(ANTECEDENTS, default=())

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["anaphors"]`: spans that overlap no mention, in the order of the text."""
        scene = scene_of(doc, self._reference or load_reference())
        _learn_genders(scene)
        found = list(_third_person(scene))
        _keep(doc, found)
        said = [*_first_person(scene), *_own_government(scene), *_author(scene)]
        _keep(doc, sorted([*found, *said], key=lambda a: (a[0].start, a[0].end)))
        return doc


def _keep(doc: Doc, found: list[tuple[Span, tuple[int, ...]]]) -> None:
    for span, antecedents in found:
        span._.set(ANTECEDENTS, antecedents)
    doc.spans["anaphors"] = [span for span, _ in found]


def _third_person(scene: Scene) -> Iterator[tuple[Span, tuple[int, ...]]]:
    doc = scene.doc
    for token in doc:
        word = token.lower_
        if scene.at(token) is not None and word not in HE | SHE | IT | THEY:
            continue
        antecedents: tuple[int, ...] = ()
        if word in HE or word in SHE:
            antecedents = personal(token, scene)
        elif word in IT:
            antecedents = neuter(token, scene)
        elif word in THEY:
            antecedents = plural(token, scene)
        else:
            made = description(token, scene)
            if made is not None:
                scene.echo(made[0], token, made[1])
                yield made
            continue
        if antecedents:
            span = doc[token.i : token.i + 1]
            scene.echo(span, token, antecedents)
            yield span, antecedents


def _learn_genders(scene: Scene) -> None:
    """What titles and nouns tell: "Ms Ito", "the spokesman, X"."""
    words = anaphor_words()
    for item in scene.items:
        if item.label != "Person":
            continue
        around = [scene.doc[item.start - 1].lower_.rstrip(".")] if item.start else []
        around += [t.lower_.rstrip(".") for t in item.span]
        around += [w for title, _ in titles_of(item.who, scene, len(scene.doc)) for w in title.split()]
        if words["women"] & set(around):
            scene.gender[item.who] = "f"
        elif words["men"] & set(around):
            scene.gender[item.who] = "m"


# ── "we", "my government", "I" in what somebody says ─────────────────────────────────────────────────────────────────
def _first_person(scene: Scene) -> Iterator[tuple[Span, tuple[int, ...]]]:
    doc = scene.doc
    quotes = find_quotes(doc)
    frames = [f for f in find_frames(doc) if f.kind in WITH_FIRST_PERSON and f.speaker.mention is not None]
    if not frames:
        return
    for token in doc:
        if token.lower_ not in _WE | _I or scene.at(token) is not None:
            continue
        quoted = any(a <= token.i < b for a, b in quotes)
        inside = [f for f in frames if token.i in f.scope and f.kind != ("oration" if quoted else "quote")]
        if not inside:
            continue
        speaker = min(inside, key=lambda f: len(f.scope)).speaker.mention
        if speaker is None:
            continue
        own = token.head if token.dep_ == "poss" and token.head.lemma_.lower() in _OWN else None
        if token.lower_ in _I and own is None:
            yield doc[token.i : token.i + 1], (speaker,)
            continue
        principal = _principal(speaker, scene)
        if principal is not None:
            yield doc[token.i : (own or token).i + 1], (principal,)


def _author(scene: Scene) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """ "I am against the proposal": the one whose byline stands over the text, outside of what others say."""
    author = writer(scene)
    frames = [f for f in find_frames(scene.doc) if f.kind in WITH_FIRST_PERSON] if author else []
    if not author or any(f.kind != "quote" for f in frames):
        return
    quotes = find_quotes(scene.doc)
    for token in scene.doc:
        if token.lower_ in _I and scene.at(token) is None and not any(a <= token.i < b for a, b in quotes):
            yield scene.doc[token.i : token.i + 1], author


def _own_government(scene: Scene) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """ "The government supports it," says a minister: the state that the speaker serves; "the government in Berlin"."""
    for token in scene.doc[1:]:
        article = token.nbor(-1)
        if token.lower_ != "government" or article.lower_ != "the" or scene.at(token) is not None:
            continue
        seat = next((c for p in token.rights if p.lower_ == "in" for c in p.children if c.dep_ == "pobj"), None)
        if seat is not None and (state := _governed_from(seat, scene)) is not None:
            yield scene.doc[article.i : token.i + 1], (state,)
        if any(token.rights):
            continue
        frames = [f for f in find_frames(scene.doc) if token.i in f.scope and f.speaker.mention is not None]
        speaker = min(frames, key=lambda f: len(f.scope)).speaker.mention if frames else None
        principal = _principal(speaker, scene) if speaker is not None else None
        if principal is not None and scene.named[principal].label == "State":
            yield scene.doc[article.i : token.i + 1], (principal,)


def _governed_from(seat: Token, scene: Scene) -> int | None:
    """The state, named somewhere in the text, whose capital a name is."""
    city = scene.at(seat)
    entities = scene.reference.entities
    states = [
        i for i in scene.items
        if city is not None and i.label == "State" and i.key in entities and entities[i.key].capital == city.key
    ]  # fmt: skip
    return states[0].index if states else None


def _principal(speaker: int, scene: Scene) -> int | None:
    """The state or body that a speaker speaks for: themself, or whose officer the text says they are."""
    item = scene.named[speaker]
    if item.label in BODIES:
        return item.index
    owners = {of for _, of in titles_of(item.who, scene, len(scene.doc)) if of is not None}
    if not owners:
        key = next((i.key for i in scene.same(item.who) if i.key), "")  # a bare surname has none of its own
        owners = {i.who for i in scene.items if i.key and i.key in _offices(key, scene)}
    if len(owners) != 1:
        return None
    owner = owners.pop()
    return next(i.index for i in scene.items if i.who == owner)


def _offices(person: str, scene: Scene) -> frozenset[str]:
    date = scene.doc._.published if scene.doc.has_extension("published") else None
    terms = scene.reference.offices_of(person, date) if date else scene.reference.terms_of(person)
    return frozenset(term.actor for term in terms)


@Language.factory("jnato_coreference", requires=["doc.spans"], assigns=["doc.spans", "span._.antecedents"])
def make_coreference(nlp: Language, name: str) -> Coreference:  # noqa: ARG001 - spaCy passes both
    """Make the component; it reads the reference data when first used."""
    return Coreference()
