"""Who is said to have said it: the innermost frame of speech that a statement stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jnato_graph.annotate.speakers import Frame, Speaker
from jnato_graph.annotate.speech import find_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Speaker", "speaker_for"]


def speaker_for(trigger: Token, doc: Doc, predicate: str = "") -> Speaker | None:
    """Who is said to have said what `trigger` says; None when the document says it itself.

    What a name tells by itself (who holds which office, where an office or a meeting is) is the document's own word,
    whoever is speaking: `predicate` tells which kind of statement it is.
    """
    if predicate == "HOLDS_POSITION_IN" and trigger.pos_ not in ("VERB", "AUX"):
        return None
    if predicate in ("LOCATED_IN", "HELD_IN") and trigger.pos_ not in ("VERB", "AUX"):
        return None
    best: Frame | None = None
    for frame in find_frames(doc):
        if (
            trigger.i in frame.scope
            and trigger.i != frame.verb
            and (best is None or len(frame.scope) < len(best.scope))
        ):
            best = frame
    return best.speaker if best else None
