"""From a document to a reading: split, keep the sentences that can matter, parse those, find and resolve mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dragoman.actors.knowledge import Knowledge
from dragoman.actors.lexicon import Lexicon, load_lexicon
from dragoman.actors.mentions import find_mentions
from dragoman.actors.reading import Reading
from dragoman.actors.resolve import resolve
from dragoman.actors.scan import Hit, Scanner
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.dealings import load_dealings
from dragoman.codebook.holders import Holders, load_holders
from dragoman.texts.cleaning import clean
from dragoman.texts.document import Document
from dragoman.texts.parse import DEFAULT_PIPELINE, Parser, parser
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence, split

_ANAPHORIC = re.compile(
    r"^\W*(?:He|She|They|It|Both|The (?:two|sides|president|minister|ambassador|officials?|leaders?)"
    r"|(?:The )?(?:Prime |Foreign |Deputy |Under |Defen[cs]e |Interior )?"
    r"(?:Minister|President|Secretary|Chancellor|Premier|Ambassador)"
    r"|Th(?:e|is|at|ese) (?:treaty|agreements?|accords?|deal|pact|memorandum|ceasefire|truce|embargo|sanctions|loan))\b"
)
# "Trade has grown by 20 percent": amounts told after a sentence that names states.
_AMOUNT = re.compile(
    r"[$€£]\s?\d|\d\s?(?:%|per ?cent|[mb]illion|bn|tons?|tonnes|barrels)|\b(?:hundred|thousand|[mb]illion) "
)
# “Bilateral ties are good,” he added: words of somebody named before, in a sentence that may name nobody.
_QUOTED_BY = re.compile(
    r"\b(?:he|she|they|the [a-z]+(?: [a-z]+)?)"
    r" (?:also |then |further |\w+ly )?(?:said|says|told|wrote|went on|\w+ed|\w+s)\b",
    re.IGNORECASE,
)
# Speech near a sentence that is kept: whoever says it may be named for the first time, or only be "the expert".
_SPEECH = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|add(?:ed|s|ing)|stated|wrote|tweeted|continued|noted|stressed|asked"
    r"|[Aa]ccording to|replied|announced|insisted|warned|explained)\b"
)
_HYPHENS = ("-", "–")
# After a state's name and a hyphen: what it did for, to or with somebody who is not it.
_BY_OTHERS = frozenset(
    "backed supported sponsored financed funded trained armed supplied brokered mediated occupied held controlled "
    "dominated administered claimed annexed allied aligned born made built registered flagged friendly".split()
)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class _Outline:
    """A document before it is parsed. ``hits`` are keyed by sentence index."""

    document: Document
    sentences: Sequence[Sentence]
    hits: Mapping[int, Sequence[Hit]]
    kept: Sequence[Sentence]
    """Those that are worth parsing."""
    on_subject: bool


class Reader:
    """Reads documents under one codebook with one parser. Reading a document changes nothing in it."""

    def __init__(self, codebook: Codebook, *, pipeline: str = DEFAULT_PIPELINE, holders: Holders | None = None) -> None:
        self.codebook = codebook
        self._pipeline = pipeline
        self._lexicon: Lexicon = load_lexicon()
        self._holders = holders or load_holders()
        self._scanner = Scanner(codebook.names(), codebook.decoys)
        self._dealings = load_dealings()

    @property
    def parser(self) -> Parser:
        return parser(self._pipeline)

    def read(self, document: Document) -> Reading:
        """Sentences, parses, mentions and actors of one document."""
        (reading,) = self.read_all([document])
        return reading

    def read_all(self, documents: Iterable[Document], *, any_subject: bool = False) -> Iterator[Reading]:
        """The readings of several documents, in order. Their sentences are parsed side by side, which is cheaper; each
        reading is as if its document were read alone. Unless ``any_subject``, little is read of documents that do not
        speak of dealings between states."""
        outlines = [self._outline(document, any_subject) for document in documents]
        parses = self.parser.parse(sentence for outline in outlines for sentence in outline.kept)
        for outline in outlines:
            docs = islice(parses, len(outline.kept))
            yield self._reading(outline, dict(zip((s.index for s in outline.kept), docs, strict=True)))

    def _outline(self, document: Document, any_subject: bool) -> _Outline:
        cleaned = clean(document.text)
        sentences = tuple(split(cleaned, document.boilerplate))
        hits = _by_sentence(sentences, self._scanner.scan(cleaned.text))
        if any_subject or self._dealings.subject_of([s.text for s in sentences if not s.boilerplate]):
            kept = self._worth_parsing(sentences, hits, self._known(document))
            return _Outline(document, sentences, hits, kept, on_subject=True)
        kept = [sentences[i] for i, here in hits.items() if _two(here) or self._dealings.within(sentences[i].text)]
        return _Outline(document, sentences, hits, kept, on_subject=False)

    def _reading(self, outline: _Outline, parsed: Mapping[int, Doc]) -> Reading:
        document, knows = outline.document, self.parser.knows
        found = {
            i: find_mentions(doc, _by_token(doc, outline.hits.get(i, ())), self._lexicon, knows)
            for i, doc in parsed.items()
        }
        knowledge = Knowledge(self._holders, self.codebook, self._lexicon, document.published, knows)
        mentions, actors = resolve(document, outline.sentences, parsed, found, knowledge)
        return Reading(document, outline.sentences, parsed, mentions, actors, outline.on_subject)

    def _known(self, document: Document) -> frozenset[str]:
        """Family names of those in office on the day of the report, in lower case; none where no day is known."""
        when = document.published
        return self._holders.families(when.start, when.end) if when.start and when.end else frozenset()

    def _worth_parsing(
        self, sentences: Sequence[Sentence], hits: Mapping[int, Sequence[Hit]], known: frozenset[str]
    ) -> list[Sentence]:
        """Sentences that name a state or body, a name met in such a sentence, two in office ("Erdogan called Putin"),
        or go on about those ("He added")."""
        names: set[str] = set()
        for i, here in hits.items():
            if here and not sentences[i].boilerplate:
                names |= {w for w in _CAPITALISED.findall(sentences[i].text[1:]) if not self.parser.knows(w.lower())}
        wanted, before = set(), False
        for sentence in sentences:
            before = bool(
                hits.get(sentence.index)  # in a caption too: it names people, though nothing is coded from it
                or (before and not sentence.boilerplate and _ANAPHORIC.match(sentence.text))
                or (before and not sentence.boilerplate and _AMOUNT.search(sentence.text))
                or (names and '"' in sentence.text and _QUOTED_BY.search(sentence.text))
                or not names.isdisjoint(words := _CAPITALISED.findall(sentence.text))
                or (known and len(known.intersection(word.lower() for word in words)) > 1)
            )
            if before:
                wanted.add(sentence.index)
        near = {sentences[i].paragraph + step for i in wanted for step in (-1, 0, 1)}
        return [
            s
            for s in sentences
            if s.index in wanted or (s.paragraph in near and not s.boilerplate and _SPEECH.search(s.text))
        ]


def _by_sentence(sentences: Sequence[Sentence], hits: Iterable[Hit]) -> dict[int, list[Hit]]:
    starts = [s.start for s in sentences]
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        i = bisect_right(starts, hit.start) - 1
        if i >= 0 and hit.end <= sentences[i].start + len(sentences[i].text):
            found.setdefault(i, []).append(Hit(hit.start - sentences[i].start, hit.end - sentences[i].start, hit.name))
    return found


def _two(hits: Iterable[Hit]) -> bool:
    """Whether different states or bodies are named."""
    return len({hit.name.key for hit in hits}) > 1


def _by_token(doc: Doc, hits: Iterable[Hit]) -> dict[int, tuple[int, Hit]]:
    """First token → (end token, hit), for hits that begin and end with tokens and are not part of a longer name."""
    starts = {token.idx: token.i for token in doc}
    ends = {start + len(doc[i].text): i + 1 for start, i in starts.items()}
    tokens = {starts[h.start]: (ends[h.end], h) for h in hits if h.start in starts and h.end in ends}
    return {
        i: (end, h)
        for i, (end, h) in tokens.items()
        if not (h.name.ambiguous and _in_longer_name(doc, i, end, tokens)) and not _another(doc, i, end)
    }


def _another(doc: Doc, start: int, end: int) -> bool:
    """ "anti-Syrian", "Syrian-backed": whoever is called so is somebody else."""
    before = start > 1 and doc[start - 1].text in _HYPHENS and doc[start - 2].lower_ in ("anti", "pro")
    return before or (end + 1 < len(doc) and doc[end].text in _HYPHENS and doc[end + 1].lower_ in _BY_OTHERS)


def _in_longer_name(doc: Doc, start: int, end: int, hits: Mapping[int, tuple[int, Hit]]) -> bool:
    """ "Victoria Nuland", "Georgia State University": an ambiguous name beside another proper noun."""
    after = doc[end] if end < len(doc) else None
    if (
        after is not None
        and end not in hits
        and after.tag_ == "NNP"
        and after.dep_ != "punct"
        and doc[start].dep_ == "compound"
    ):
        return after.i == doc[start].head.i or after.dep_ == "compound"
    before = doc[start - 1] if start else None
    return (
        before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i in range(start, end)
    )
