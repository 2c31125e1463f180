"""Claims that names and their close neighbours make: where an event is held and where an office, body or place lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Span

from jnato_graph.extract import grammar
from jnato_graph.extract.arguments import Arguments
from jnato_graph.extract.model import RawClaim
from jnato_graph.reference import load_reference

HELD = frozenset({"Exercise", "Event", "Operation"})
STANDING = frozenset({"Office", "Organisation"})
SITES = frozenset({"Place", "State"})
SITE_KINDS = frozenset({"", "city", "capital", "town", "base", "port", "island"})
WIDE_PLACES = frozenset({"region", "sea", "strait", "continent", "ocean"})
WIDESPREAD = frozenset({"alliance", "union", "group of states"})
DASHES = frozenset({"-", "–", "—"})
AT = frozenset({"in", "at", "off", "near", "on", "outside", "around", "over", "across"})


def named_claims(arguments: Arguments) -> Iterator[RawClaim]:
    """HELD_IN and LOCATED_IN from a name that holds a place, or a name with a place right after it."""
    spans = arguments.spans[: arguments.mention_count]
    starts: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        starts.setdefault(span.start, []).append(index)
    for index, span in enumerate(spans):
        if span.label_ == "Organisation" and _is_widespread(span):
            continue
        if span.label_ in HELD or span.label_ in STANDING:
            yield from _inside(index, span, spans, arguments)
            yield from _right_after(index, span, starts, arguments)
            yield from _based(index, span, arguments)
            yield from _described(index, span, arguments)
            yield from _after_comma(index, span, starts, arguments)
            yield from _bracketed(index, span, starts, arguments)
            yield from _seated(index, span, arguments)
        elif span.label_ == "Place":
            yield from _place_in(index, span, starts, arguments)
            yield from _bracketed(index, span, starts, arguments)


def _claim(
    subject: int, predicate: str, object_: int, rule: str, arguments: Arguments, modality: str = "actual"
) -> RawClaim:
    if predicate == "LOCATED_IN" and _is_not_there(arguments.spans[subject]):
        modality = "planned"
    return RawClaim(
        subject=subject, predicate=predicate, object=object_, polarity="affirmed", modality=modality,  # type: ignore[arg-type]
        trigger=arguments.spans[subject].root.i, rule=f"name:{rule}",
        path=f"{arguments.spans[subject].text} → {rule} → {arguments.spans[object_].text}",
    )  # fmt: skip


def _is_not_there(span: Span) -> bool:
    """ "The office does not exist", "never opened", "remains an idea", "the planned office": not as yet, at best."""
    if span.label_ != "Office":
        return False
    noun, verb = span.root, span.root.head
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before in grammar.words("intended") or any(c.lower_ in grammar.words("intended") for c in noun.children):
        return True
    if noun.dep_ not in ("nsubj", "nsubjpass") or not grammar.is_verbal(verb):
        return False
    never = any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "could", "might") for c in verb.children)
    idea = any(c.dep_ == "attr" and c.lemma_.lower() in grammar.words("intentions") for c in verb.children)
    return idea or would or (never and verb.lemma_.lower() in grammar.words("being_there"))


def _inside(index: int, span: Span, spans: list[Span], arguments: Arguments) -> Iterator[RawClaim]:
    if _is_war(span):
        return
    for other, inner in enumerate(spans):
        if (
            other == index
            or inner.start < span.start
            or inner.end > span.end
            or inner.label_ not in SITES
            or len(inner) >= len(span)
        ):
            continue
        before = span.doc[inner.start - 1].lower_ if inner.start > span.start else ""
        after = span.doc[inner.end].lower_ if inner.end < span.end else ""
        if before == "the" and inner.start - 1 > span.start:
            before = span.doc[inner.start - 2].lower_
        if after in ("'s", "’s"):
            continue
        if before in ("in", "at", "off", "near"):
            between = {t.lower_ for t in span.doc[span.root.i : inner.start]}
            if between & {"on", "for", "about", "to"}:
                continue  # "conference on peace in Ukraine"
            rule = "place-after-in"
        elif (
            inner.label_ == "Place"
            and span.label_ in ("Event", "Office")
            and _is_site(inner)
            and after not in DASHES
            and inner.end <= span.root.i
            and before not in ("of", "to", "on", "for")
        ):
            rule = "place-before-head"
        else:
            continue
        yield _claim(index, "HELD_IN" if span.label_ in HELD else "LOCATED_IN", other, rule, arguments)


@cache
def _states_by_capital() -> Mapping[str, str]:
    return {e.capital: key for key, e in load_reference().entities.items() if e.label == "State" and e.capital}


def _is_foreign(body: Span, place: Span, arguments: Arguments) -> bool:
    """Whether a body is named after one state and the place is known to lie in another."""
    entities = load_reference().entities
    entity = entities.get(place.id_)
    state = place.id_ if place.label_ == "State" else entity.state if entity is not None else None
    state = state or _states_by_capital().get(place.id_)
    owners = {
        s.id_
        for s in arguments.spans[: arguments.mention_count]
        if s.label_ == "State" and s.id_ and body.start <= s.start and s.end <= body.end
    }
    return bool(state) and bool(owners) and state not in owners


def _seated(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Its headquarters in Manama", "SHAPE's seat in Mons": the body whose seat it is is there."""
    doc = span.doc
    if span.label_ != "Office" or not any(t.lower_ in grammar.words("seats") for t in span):
        return
    before = span.start - 1
    before -= before > 0 and doc[before].lower_ in ("'s", "’s")
    owners = [n for n in arguments.by_token.get(before, ()) if arguments.label(n) == "Organisation"]
    site = next(
        (n for t in span for n in arguments.by_token.get(t.i, ()) if n != index and arguments.label(n) in SITES), None
    )
    if owners and site is not None and (doc[before].tag_ == "PRP$" or before < span.start - 1):
        yield _claim(owners[0], "LOCATED_IN", site, "seat", arguments)


def _is_address(place: Span) -> bool:
    """Whether a body can stand there: no sea, no region of the world."""
    entity = load_reference().entities.get(place.id_)
    return entity is None or entity.kind not in WIDE_PLACES


def _is_widespread(body: Span) -> bool:
    """An alliance or a group of states stands nowhere: "NATO in Asia" is no address."""
    entity = load_reference().entities.get(body.id_)
    return entity is not None and entity.kind in WIDESPREAD


def _is_site(place: Span) -> bool:
    """Whether a place can be where something meets: a Pacific forum is not held in the Pacific."""
    entity = load_reference().entities.get(place.id_)
    return entity is None or entity.kind in SITE_KINDS


def _is_war(span: Span) -> bool:
    """Whether a listed war is named: it is not held where it is fought."""
    entity = load_reference().entities.get(span.id_)
    return entity is not None and entity.kind == "war"


def _is_of_another(span: Span) -> bool:
    """ "A base of the Ground Self-Defense Force in Nagasaki": the base is there."""
    before = span.root.head
    return span.label_ == "Organisation" and before.lower_ == "of" and before.head.pos_ in ("NOUN", "PROPN")


def _right_after(index: int, span: Span, starts: dict[int, list[int]], arguments: Arguments) -> Iterator[RawClaim]:
    """ "Locked Shields in Tallinn", "the Foreign Office in London": only where nothing stands between."""
    doc, i = span.doc, span.end
    if _is_war(span) or _is_of_another(span):
        return
    if i + 1 < len(doc) and doc[i].text == ")":
        i += 1  # "the International Security Assistance Force (ISAF) in Afghanistan"
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "in" and span.label_ in HELD:
        i += 1  # "its first NATO summit, in Madrid"
    if (
        i + 1 >= len(doc)
        or doc[i].lower_ not in AT
        or (doc[i].lower_ in ("on", "over", "across", "around") and span.label_ in STANDING)
    ):
        return
    if (
        doc[i].head.i not in range(span.start, span.end)
        and span.label_ in STANDING
        and doc[i].head.pos_ in ("VERB", "AUX")
        and doc[i].head.i < span.start
    ):
        # "met officials of X in Y" may say where the meeting was; the tree decides
        return
    if span.label_ in STANDING and any(
        arguments.spans[n].end == span.end and len(arguments.spans[n]) > len(span)
        for n in arguments.by_token.get(span.end - 1, ())
    ):
        return  # "Japan's mission to NATO in Brussels": it is the mission that is there
    at = _past_modifiers(doc, i + 1)
    for other in sorted(starts.get(at, ()), key=lambda n: -len(arguments.spans[n])):
        if span.label_ in STANDING and not _is_address(arguments.spans[other]):
            return  # a body in the Red Sea works there
        if span.label_ == "Organisation" and _is_foreign(span, arguments.spans[other], arguments):
            return  # "held talks with the Ministry of Defense of Japan in Vilnius"
        if arguments.spans[other].label_ in SITES:
            yield _claim(
                index,
                "HELD_IN" if span.label_ in HELD else "LOCATED_IN",
                other,
                f"{doc[i].lower_}-right-after",
                arguments,
            )
            return


def _after_comma(index: int, span: Span, starts: dict[int, list[int]], arguments: Arguments) -> Iterator[RawClaim]:
    """ "Nippon Skies, Chitose:", "NATO Headquarters, Brussels.": a place between a comma and the next stop."""
    doc, i = span.doc, span.end
    if i + 1 >= len(doc) or doc[i].text != ",":
        return
    for other in starts.get(i + 1, ()):
        place = arguments.spans[other]
        closed = place.end >= len(doc) or doc[place.end].text in (".", ";", ":", ")", ",") or doc[place.end].is_space
        listed = (
            place.end + 1 < len(doc)
            and doc[place.end].text == ","
            and (place.end + 1 in starts or doc[place.end + 1].lower_ == "and")
        )
        if place.label_ == "Place" and closed and not listed:
            yield _claim(
                index, "HELD_IN" if span.label_ in HELD else "LOCATED_IN", other, "place-after-comma", arguments
            )
            return


def _bracketed(index: int, span: Span, starts: dict[int, list[int]], arguments: Arguments) -> Iterator[RawClaim]:
    """ "Sasebo (Japan)", "Vostok Shipyard (Nakhodka)": one place alone in brackets."""
    doc, i = span.doc, span.end
    if i + 2 >= len(doc) or doc[i].text != "(":
        return
    for other in starts.get(i + 1, ()):
        place = arguments.spans[other]
        fits = place.label_ == "Place" or (place.label_ == "State" and span.label_ == "Place")
        if fits and place.end < len(doc) and doc[place.end].text == ")":
            yield _claim(
                index, "HELD_IN" if span.label_ in HELD else "LOCATED_IN", other, "place-in-brackets", arguments
            )
            return


def _described(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Nordic Response 24, an exercise in Norway, Sweden and Finland": the place that the description tells."""
    yield from _explained(index, span, arguments)
    for child in span.sent:
        if child.dep_ != "appos" or child.i < span.end or child.pos_ not in ("NOUN", "PROPN"):
            continue
        # the parser may hang it on a name further left: "X of the Y Institute, a think tank in Riga"
        follows = child.left_edge.i == span.end + 1 and span.doc[span.end].text == ","
        if child.head.i != span.root.i and not (follows and child.pos_ == "NOUN"):
            continue
        for name, place in grammar.prepositions(child):
            if name not in AT:
                continue
            for argument in arguments.fill(place):
                reached = any(way.startswith("body") for way in argument.via)  # "in Prime Minister X's coalition"
                if argument.end < arguments.mention_count and arguments.label(argument.end) in SITES and not reached:
                    predicate = "HELD_IN" if span.label_ in HELD else "LOCATED_IN"
                    yield _claim(index, predicate, argument.end, f"described-{name}", arguments)


def _based(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "the Seoul-based daily X": the place with "-based" stands before the name."""
    doc = span.doc
    for i in range(max(span.sent.start, span.start - 6), span.start):
        if doc[i].lower_ == "based" and i >= 2 and doc[i - 1].text == "-":
            for other in arguments.by_token.get(i - 2, ()):
                if arguments.label(other) in SITES and span.label_ in STANDING:
                    yield _claim(index, "LOCATED_IN", other, "based", arguments)
                    return


def _place_in(index: int, span: Span, starts: dict[int, list[int]], arguments: Arguments) -> Iterator[RawClaim]:
    """ "Laage, Germany": a place with its state; "the Chitose base in Hokkaido", "Russia's Kursk region"."""
    doc, i = span.doc, span.end
    yield from _owned_place(index, span, arguments)
    if i < len(doc) and doc[i].lower_ in grammar.words("localities"):
        i += 1
    if i + 1 < len(doc) and doc[i].lower_ == "in":
        beside = span.start <= doc[i].head.i < i
        for other in starts.get(_past_modifiers(doc, i + 1), ()):
            site = arguments.spans[other]
            fits = _is_address(span) and site.label_ in SITES and site.root.dep_ == "pobj" and site.root.head.i == i
            if fits and (beside or _is_address(site)):
                yield _claim(index, "LOCATED_IN", other, "place-in", arguments)
                return
    i = span.end
    if i + 1 < len(doc) and doc[i].text == ",":
        for other in starts.get(i + 1, ()):
            inner = arguments.spans[other]
            closed = inner.end >= len(doc) or doc[inner.end].text in (",", ".", ";", ")") or doc[inner.end].is_space
            if (
                inner.label_ == "State"
                and closed
                and doc[inner.start].dep_ in ("appos", "npadvmod", "conj", "nmod", "dep", "pobj")
                and doc[inner.start].head.i in range(span.start, span.end)
            ):
                yield _claim(index, "LOCATED_IN", other, "state-after-comma", arguments)


def _past_modifiers(doc: Doc, i: int) -> int:
    """Behind "the", "nearby", "northern"."""
    while i + 1 < len(doc) and (doc[i].dep_ == "det" or (doc[i].pos_ == "ADJ" and doc[i].is_lower)):
        i += 1
    return i


def _owned_place(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "Russia's Kursk region", "Japan's Yokosuka": where the word or the reference data say that it is one."""
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].lower_ not in ("'s", "’s"):
        return
    entity = load_reference().entities.get(span.id_)
    behind = doc[span.end].lower_ if span.end < len(doc) else ""
    named = span[-1].lower_ in grammar.words("localities") or behind in grammar.words("localities")
    for other in arguments.by_token.get(span.start - 2, ()):
        owner = arguments.spans[other]
        listed = entity is not None and entity.state is not None and entity.state == owner.id_
        if owner.label_ == "State" and owner.end == span.start - 1 and (named or listed):
            yield _claim(index, "LOCATED_IN", other, "owned-place", arguments)
            return


def _explained(index: int, span: Span, arguments: Arguments) -> Iterator[RawClaim]:
    """ "SHADE, a conference held each year in Bahrain": a place in what explains the name, up to the next stop."""
    doc, i = span.doc, span.end
    if (
        span.label_ not in HELD
        or i + 2 >= len(doc)
        or doc[i].text != ","
        or doc[i + 1].lower_ not in ("a", "an", "the")
    ):
        return
    nouns = 0
    for token in doc[i + 2 : span.sent.end]:
        if token.text in (",", ";", ".", "(", ":") or token.tag_ in ("WDT", "WP", "WRB"):
            return
        nouns += token.lemma_.lower() in grammar.words("happenings")
        if not nouns or token.lower_ not in AT or token.i + 1 >= len(doc):
            continue
        at = _past_modifiers(doc, token.i + 1)
        for other in arguments.by_token.get(at, ()):
            place = arguments.spans[other]
            if place.start == at and arguments.label(other) in SITES and place.root.head.i == token.i:
                yield _claim(index, "HELD_IN", other, f"explained-{token.lower_}", arguments)
                return
