"""Puts the finds of all recognisers together: `doc.spans["mentions"]`, nested, each with its final label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from jnato_graph.annotate.capitals import acts
from jnato_graph.annotate.cleaning import ALLIANCE, Cleaner
from jnato_graph.annotate.cues import relabelled, towns
from jnato_graph.annotate.doubtful import is_ship, without_doubtful
from jnato_graph.annotate.explained import explained
from jnato_graph.annotate.formal import called, code_names, likened, treaties_between
from jnato_graph.annotate.heads import label_by_head
from jnato_graph.annotate.hyphenated import hyphenated
from jnato_graph.annotate.lexicon import Match, key_of, never_names, word_marks
from jnato_graph.annotate.meetings import meetings, unlisted_site
from jnato_graph.annotate.ministries import whose_ministries
from jnato_graph.annotate.misread import is_misread
from jnato_graph.annotate.nesting import COMPANY, WIDE, may_stand_inside
from jnato_graph.annotate.offices import bases, bodies, extended, missions, placed
from jnato_graph.annotate.overlooked import allied, headed, titled
from jnato_graph.annotate.patterns import (
    PARTNERS_KEY,
    governments,
    instances,
    is_partners,
    joined_waters,
    led_state,
    partners,
    wars,
)
from jnato_graph.annotate.ships import owned, ship_tokens
from jnato_graph.annotate.spans import Found, holds
from jnato_graph.annotate.spread import acronyms, agreed, occupied, repeated, short_forms, without_overlaps

Names = dict[tuple[int, int], Match]
DASHES = frozenset("-–—/")
# Two names of these labels are told apart by more than their words (a year, a place): the form alone gives the label.
FORM_GIVES_LABEL = frozenset({"Agreement", "Policy", "Event", "Organisation", "Exercise", "Operation", "Programme"})


class MentionMerger:
    """Takes the recogniser's `doc.ents` and the listed names, gives `doc.spans["mentions"]`."""

    def __init__(self, cleaner: Cleaner, words: Mapping[str, str]) -> None:
        self._cleaner = cleaner
        self._words = words

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.spans["mentions"]`."""
        names: Names = doc.user_data.pop("jnato_names")
        lines: list[str] = doc.user_data.pop("jnato_line_kinds")
        recognised = without_doubtful(doc, self._recognised(doc, names), names, self._words, lines)
        missed = [*titled(doc, recognised, names, self._words, lines), *headed(doc, recognised, lines), *allied(doc)]
        missed = [found for found in missed if not is_misread(doc, *found[:2], names.get(found[:2]))]
        tops = outermost(doc, recognised, names, missed)
        by_start: dict[int, list[Match]] = {}
        for (start, _), match in names.items():
            by_start.setdefault(start, []).append(match)
        mentions = [labelled(doc, found, names.get(found[:2])) for found in tops]
        mentions += [inner for top in tops for inner in nested(doc, top, by_start)]
        mentions += [Span(doc, *site, label="Place") for top in tops if (site := unlisted_site(doc, top, names))]
        mentions += [Span(doc, *place, label="State", span_id=state) for place, state in owned(doc, names).items()]
        mentions = whose_ministries(doc, with_waters(doc, mentions))
        doc.spans["mentions"] = sorted(with_acronym_keys(doc, tops, mentions), key=lambda span: (span.start, -span.end))
        return doc

    def _recognised(self, doc: Doc, names: Names) -> list[Found]:
        cleaned = (self._cleaner.clean(doc, Found(ent.start, ent.end, ent.label_)) for ent in doc.ents)
        named = (
            found
            for found in cleaned
            if found and not only_names(doc, found, names) and not is_misread(doc, *found[:2], names.get(found[:2]))
        )
        return [extended(doc, explained(doc, label_by_head(doc, found)), names) for found in named]


def outermost(doc: Doc, recognised: list[Found], names: Names, missed: Iterable[Found] = ()) -> list[Found]:
    """The names that lie in no longer one, with their labels; `missed` ones only where nothing crosses them."""
    listed = [
        Found(s, e, m.meanings[0].label)
        for (s, e), m in names.items()
        if decides(doc, m) and not is_misread(doc, s, e, m)
    ]
    aboard = ship_tokens(doc, names)
    patterned = [
        *wars(doc, names),
        *instances(doc, names),
        *meetings(doc, names),
        *placed(doc, names),
        *bodies(doc, names),
        *missions(doc, names),
        *bases(doc, names),
        *partners(doc),
        *hyphenated(doc, [place for place, match in names.items() if not _is_surname(match)]),
        *governments(doc, names),
        *(found for found, _ in joined_waters(doc)),
        *code_names(doc),
        *called(doc),
        *likened(doc),
        *treaties_between(doc),
    ]
    whole = occupied(doc, (f for f in listed if f.end - f.start > 1))
    kept = [f for f in relabelled(doc, recognised, names) if not _cuts(f, whole, names)]
    tops = without_overlaps(doc, (f for f in [*patterned, *kept, *listed, *missed] if aboard.isdisjoint(range(*f[:2]))))
    own = {found[:2]: found.label for found in recognised}
    tops = [*tops, *(town for town in towns(doc, tops, names) if town.start not in aboard)]
    formed = frozenset(patterned)
    tops = [f if f in formed else decided(doc, f, names.get(f[:2]), own.get(f[:2])) for f in tops]
    fixed = frozenset(found for found in tops if found[:2] in names) | formed
    tops = agreed(doc, tops, fixed)
    introduced = {(doc[index].text,): found.label for found, index in acronyms(doc, tops)}
    tops = [f if f in fixed else f._replace(label=introduced.get((f.text(doc),), f.label)) for f in tops]
    again = repeated(doc, tops, introduced | short_forms(doc, tops))
    every = [*tops, *(f for f in again if not is_misread(doc, *f[:2], names.get(f[:2])))]
    ships = {f.text(doc) for f in every if f.label == "Person" and is_ship(doc, f)}
    return sorted(f for f in every if f.label != "Person" or f.text(doc) not in ships)


def _is_surname(match: Match) -> bool:
    return all(meaning.kind == "surname" for meaning in match.meanings)


def decides(doc: Doc, match: Match) -> bool:
    """Whether a listed form is a name wherever it stands."""
    if match.meanings[0].sure:
        return True
    labels = {meaning.label for meaning in match.meanings if meaning.kind not in ("town", "surname")}
    return (
        len(labels) == 1
        and labels <= FORM_GIVES_LABEL
        and match.end - match.start > 1
        and sum(token.text[0].isupper() for token in doc[match.start : match.end]) > 1
    )


def _cuts(found: Found, whole: bytearray, names: Names) -> bool:
    """Whether a find's edge runs through a listed name of several words."""
    for edge in (found.start, found.end):
        covered = 0 < edge < len(whole) and whole[edge - 1] and whole[edge]
        if covered and any(start < edge < end for start, end in names):
            return True
    return False


def decided(doc: Doc, found: Found, match: Match | None, own: str | None) -> Found:
    """`found` with the label that lists, sentence and recogniser (`own`) give it."""
    if match is None:
        return found
    labels = {meaning.label for meaning in match.meanings if meaning.kind not in ("town", "surname")}
    if any(meaning.kind == "capital" for meaning in match.meanings):
        if own in labels - {"State", "Place"} or (own == "Organisation" and found.text(doc).title() == "Brussels"):
            return found._replace(label=own)
        return found._replace(label="State" if acts(doc[found.start : found.end], own) else "Place")
    if any(meaning.kind == "surname" for meaning in match.meanings) and own in ("State", "Place") and not labels:
        return found._replace(label="Person")
    if not labels or own in labels:
        return found._replace(label=own or found.label)
    return found._replace(label=match.meanings[0].label)


def only_names(doc: Doc, found: Found, names: Names) -> bool:
    """Whether a find is nothing but listed names joined by a dash ("NATO-Japan"): then they count, not it."""
    if found[:2] in names or not any(token.text in DASHES for token in doc[found.start : found.end]):
        return False
    index = found.start
    while index < found.end:
        if doc[index].text in DASHES:
            index += 1
            continue
        end = next((e for e in range(found.end, index, -1) if (index, e) in names), 0)
        if not end:
            return False
        index = end
    return True


def nested(doc: Doc, top: Found, by_start: dict[int, list[Match]]) -> Iterator[Span]:
    """The listed names inside a longer one that are mentions of their own."""
    inside = {
        Found(match.start, match.end, inner_label(doc, match)): match
        for start in range(top.start, top.end)
        for match in by_start.get(start, ())
        if holds(top, Found(match.start, match.end, "")) and not is_misread(doc, match.start, match.end, match)
    }
    outer = doc[top.start : top.end]
    allowed = {
        found
        for found, match in inside.items()
        if found.label
        and may_stand_inside(outer, top.label, doc[found.start : found.end], found.label, sort_of(match, found.label))
    }
    seas = {found for found, match in inside.items() if sort_of(match, "Place") in WIDE}  # nothing counts within them
    for found in without_overlaps(doc, [*allowed, *seas]):
        if found in allowed:
            yield labelled(doc, found, inside[found])


def sort_of(match: Match, label: str) -> str:
    """What sort of thing a name means under a label (`city`, `sea`)."""
    return next((meaning.sort for meaning in match.meanings if meaning.label == label), "")


def inner_label(doc: Doc, match: Match) -> str:
    """A capital inside a longer name is the city, unless it owns the thing ("Seoul's defence ministry")."""
    if any(meaning.kind == "capital" for meaning in match.meanings):
        after = doc[match.end].lower_ if match.end < len(doc) else ""
        return "State" if after in ("'s", "’s", "'", "’", "-", "–") else "Place"
    return next((meaning.label for meaning in match.meanings if meaning.kind != "surname"), "")


def labelled(doc: Doc, found: Found, match: Match | None) -> Span:
    """The span with its label and, when only one listed thing of that label bears the name, its key."""
    keys = (
        {m.key for m in match.meanings if m.label == found.label and m.key and m.kind != "surname"} if match else set()
    )
    if found.label == "Organisation" and found.text(doc).lower() in ALLIANCE:
        keys = {"nato"}
    elif found.label == "Organisation" and is_partners(found.text(doc)):
        keys = {PARTNERS_KEY}
    elif found.label == "State" and match is None:
        keys = led_state(doc, found)
    elif found.label == "Organisation" and match is None and doc[found.end - 1].lower_.rstrip(".") in COMPANY:
        keys = set(key_of(doc[found.start : found.end - 1].text, "Organisation"))
    return Span(doc, found.start, found.end, label=found.label, span_id=keys.pop() if len(keys) == 1 else "")


def with_waters(doc: Doc, mentions: list[Span]) -> list[Span]:
    """Give the two seas of one name a mention each, in place of what else was found there."""
    waters = [
        Span(doc, found.start, found.end, label="Place", span_id=next(iter(key_of(name, "Place")), ""))
        for found, name in joined_waters(doc)
    ]
    taken = occupied(doc, (Found(span.start, span.end, "") for span in waters))
    return [span for span in mentions if not any(taken[span.start : span.end])] + waters


def with_acronym_keys(doc: Doc, tops: Iterable[Found], mentions: list[Span]) -> list[Span]:
    """Let a name and the acronym in brackets behind it share the key that one of them has, and so all its repeats."""
    spans = {(span.start, span.end): span for span in mentions}
    keys: dict[str, str] = {}
    for found, index in acronyms(doc, tops):
        long, short = spans.get(found[:2]), spans.get((index, index + 1))
        if long is not None and short is not None and long.label_ == short.label_ and bool(long.id_) != bool(short.id_):
            keys[(short if long.id_ else long).text] = long.id_ or short.id_
    return [
        Span(doc, span.start, span.end, label=span.label_, span_id=keys[span.text])
        if span.text in keys and not span.id_
        else span
        for span in mentions
    ]


@Language.factory("jnato_mentions", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"])
def make_mentions(nlp: Language, name: str) -> MentionMerger:  # noqa: ARG001 - spaCy passes both
    """Make the component."""
    return MentionMerger(Cleaner(word_marks(), never_names()), word_marks())
