"""Titles: the words of offices, and the claim that somebody holds one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.model import RawClaim
from jnato_graph.extract.tenure import is_coming, is_left
from jnato_graph.ontology import BODIES
from jnato_graph.packaged import data_yaml
from jnato_graph.reference import load_reference
from jnato_graph.reference.spelling import folded_title

LINKS = frozenset(
    {
        "of",
        "for",
        "at",
        "in",
        "with",
        "to",
        "and",
        "on",
        "the",
        "a",
        "an",
        "'s",
        "’s",
        "'",
        "’",
        "-",
        "its",
        "his",
        "her",
        "their",
        "de",
    }
)
BODY_LINKS = frozenset({"of", "for", "at", "in", "with", "from"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The words of `data/titles.yaml` by sort."""

    heads: frozenset[str]
    honorifics: frozenset[str]
    weak: frozenset[str]
    sent: frozenset[str]
    taking: frozenset[str]
    leaving: frozenset[str]
    ranks: frozenset[str]
    professions: frozenset[str]
    crowned: frozenset[str]
    relative: frozenset[str]
    kin: frozenset[str]


@cache
def role_words() -> Roles:
    """`data/titles.yaml`, read once."""
    table = data_yaml("titles.yaml")
    return Roles(
        *(
            frozenset(table[k].split())
            for k in (
                "heads",
                "honorifics",
                "weak",
                "sent",
                "taking",
                "leaving",
                "ranks",
                "professions",
                "crowned",
                "relative",
                "kin",
            )
        )
    )


def is_role(token: Token) -> bool:
    """Whether the word heads a title ("minister", "then-chief")."""
    roles = role_words()
    lower = token.lower_.removeprefix("then-").removeprefix("ex-")
    return (lower in roles.heads or token.lemma_.lower() in roles.heads) and token.pos_ in ("NOUN", "PROPN", "ADJ", "X")


def body_at(token: Token, arguments: Arguments) -> int | None:
    """The largest State or Organisation that covers the token."""
    for index in arguments.by_token.get(token.i, ()):
        if arguments.label(index) in BODIES:
            return index
    return None


def holds(
    person: int,
    body: int,
    role: tuple[Token, ...],
    rule: str,
    arguments: Arguments,
    *,
    negated: bool = False,
    modality: str = "actual",
) -> RawClaim:
    """The claim that `person` holds the office of `body` that the words `role` name, or held it: "former minister"."""
    # "her counterpart", "its predecessor": which office it is, the other's tells
    title = "" if role and role[-1].lower_ in role_words().relative else title_of(role)
    if modality == "actual" and any(is_role(token) and is_coming(token) for token in role):
        modality = "planned"
    return RawClaim(
        subject=person, predicate="HOLDS_POSITION_IN", object=body, polarity="negated" if negated else "affirmed",
        modality=modality, trigger=role[-1].i if role else arguments.spans[person].start, rule=f"title:{rule}",  # type: ignore[arg-type]
        path=f"{arguments.spans[person].text} ← {title} → {arguments.spans[body].text}", role=title or None,
    )  # fmt: skip


def title_of(role: Sequence[Token]) -> str:
    """The words of an office as a role, as one holds it; of one that has been left, "former minister"."""
    title = " ".join(_singular(token) if is_role(token) and token.tag_ == "NNS" else token.text for token in role)
    head = next((token for token in reversed(role) if is_role(token)), None)
    left = head is not None and is_left(head) and not title.casefold().startswith("former")
    return f"former {title}" if left else title


def known_holder(index: int, span: Span, role: Token, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Prime Minister Kishida", with no state: the reference data know whose, and the text names it."""
    terms = [term for person in _meant_by(span) for term in load_reference().terms_of(person)]
    if role.lower_ in role_words().relative:
        bodies = {term.actor for term in terms} & (_of_the_other(role, arguments) or {term.actor for term in terms})
    else:
        words = _title_words(" ".join(_singular(t) for t in title_tokens(role, span.doc, arguments)))
        bodies = {
            term.actor
            for term in terms
            if any(
                words >= _title_words(title)
                or (span.id_ and words == {_singular(role)} & _title_words(title))  # "Minister X" of a full name alone
                for title in term.titles
            )
        }
    if len(bodies) != 1:
        return
    for other in range(arguments.mention_count):
        if arguments.spans[other].id_ in bodies and arguments.label(other) in BODIES:
            yield holds(index, other, tuple(title_tokens(role, span.doc, arguments)), "before-known", arguments)
            return


def _title_words(title: str) -> set[str]:
    """The words of a title, however it is spelled: "Defense Minister", "Minister of Defence"."""
    return set(folded_title(title).split())


def _singular(word: Token) -> str:
    """A word of a title, "ministers" as "minister"."""
    return str(word.lower_.removesuffix("s") if word.tag_ in ("NNS", "NNPS") else word.lower_)


def _meant_by(name: Span) -> tuple[str, ...]:
    """Whom a name may mean: the one that the lists know it of, else all of that surname."""
    if name.id_:
        return (name.id_,)
    published = name.doc._.published if name.doc.has_extension("published") else None
    return load_reference().surname(name.text, published) if len(name) == 1 else ()


def _of_the_other(role: Token, arguments: Arguments) -> set[str]:
    """ "Stoltenberg's successor": the bodies whose offices the one it is said of has held."""
    if role.lower_ == "counterpart":
        return set()  # it has the same office elsewhere
    others = {a.end for child in role.children if child.dep_ == "poss" for a in arguments.fill(child)}
    spans = [arguments.spans[n] for n in others if n < arguments.mention_count]
    return {term.actor for other in spans if other.id_ for term in load_reference().terms_of(other.id_)}


def is_mere_profession(role: Token, body: int, arguments: Arguments) -> bool:
    """A French historian holds no office in France; a professor at Kyoto University does in the university."""
    return role.lemma_.lower() in role_words().professions and arguments.label(body) == "State"


def title_tokens(role: Token, doc: Doc, arguments: Arguments) -> list[Token]:
    """The words of the title that `role` heads: "deputy prime minister", "minister for trade"."""
    left = role.i
    while left > role.sent.start:
        t = doc[left - 1]
        under = t.lower_ == "under" and doc[left].lower_ == "secretary"  # "the under secretary of state"
        if body_at(t, arguments) is not None or not (under or t.pos_ in ("NOUN", "PROPN", "ADJ")) or t.is_punct:
            break
        left -= 1
    right = role.i + 1
    while (
        right < role.sent.end
        and (
            doc[right].lower_ in ("of", "for", "and")
            or (doc[right].pos_ in ("PROPN", "NOUN") and doc[right - 1].lower_ in ("of", "for", "and", "foreign"))
        )
        and body_at(doc[right], arguments) is None
    ):
        right += 1
    while right > role.i + 1 and doc[right - 1].lower_ in ("of", "for", "and"):
        right -= 1
    return list(doc[left:right])


def _owns(one: Span, other: Span) -> bool:
    doc = one.doc
    return one.end < len(doc) and doc[one.end].lower_ in ("'s", "’s") and other.start == one.end + 1


def _is_of(role: Token, body: Span) -> bool:
    """Whether "of" or "of the" is all that stands between a role and the body behind it."""
    return [t.lower_ for t in role.doc[role.i + 1 : body.start]] in (["of"], ["of", "the"])


def choose_body(bodies: list[int], role: Token, arguments: Arguments) -> int | None:
    """Whose office it is: an envoy's sender, not where the envoy is sent; else the body nearest to the role word."""
    doc, roles = role.doc, role_words()
    sent = role.lemma_.lower() in roles.sent
    candidates = []
    owners = {b for b in bodies for other in bodies if _owns(arguments.spans[b], arguments.spans[other])}
    for body in bodies:
        if body in owners:
            continue  # "the chair of NATO's Military Committee"
        before = doc[arguments.spans[body].start - 1] if arguments.spans[body].start else None
        while before is not None and before.lower_ in ("the", "a"):
            before = doc[before.i - 1] if before.i else None
        if before is not None and before.lower_ == "to" and sent:
            continue
        if before is not None and before.lower_ == "on":
            continue
        candidates.append(body)
    if not candidates:
        return None
    behind = [b for b in candidates if arguments.spans[b].start > role.i and _is_of(role, arguments.spans[b])]
    if behind and arguments.label(behind[0]) == "Organisation":
        return behind[0]  # "the Dutch secretary general of NATO"
    return min(
        candidates,
        key=lambda b: (
            abs(arguments.spans[b].end - role.i)
            if arguments.spans[b].end <= role.i
            else abs(arguments.spans[b].start - role.i),
            b,
        ),
    )
