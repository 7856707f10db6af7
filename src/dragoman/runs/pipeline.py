"""The whole flow of one document, on one screen.

report ──fill──▶ Document ──read──▶ Reading (sentences, parses, mentions, actors)
                                       ├──▶ events        patterns over the parse (and, if asked, a model)
                                       └──▶ statements    quotations and reported speech
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from dragoman.actors.lexicon import load_lexicon
from dragoman.actors.reader import Reader
from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook, load
from dragoman.codebook.holders import load_holders
from dragoman.codebook.instruments import load_agreements
from dragoman.codebook.own import own_files, read_own
from dragoman.codebook.sourcing import load_sourcing
from dragoman.codebook.speech import load_speech
from dragoman.codebook.units import load_units
from dragoman.codebook.voices import load_voices
from dragoman.events.agreements import find_agreements
from dragoman.events.answers import with_answers
from dragoman.events.circumstances import Circumstances
from dragoman.events.coder import Coder
from dragoman.events.coding import Coding, Skipped
from dragoman.events.event import Event, Statement
from dragoman.events.figures import find_figures
from dragoman.events.ours import with_ours
from dragoman.events.relation_model import load_model
from dragoman.events.said import find_said
from dragoman.events.statements import find_statements
from dragoman.events.ties import tie_agreements, tie_figures
from dragoman.texts.document import Document
from dragoman.texts.front import fill
from dragoman.texts.parse import DEFAULT_PIPELINE

_NOBODY = "names no state, body or person met before"
_OFF_SUBJECT = "the report does not speak of dealings between states, nor does this sentence"
TOGETHER = 32  # documents coded in one go: their 400 sentences, or 100 of other subjects, keep the parser busy


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pure function of (document, codebook version): the same document gives the same coding, wherever it runs."""

    codebook: Codebook
    reader: Reader
    coder: Coder
    name: str
    """Which program with which parser codes: another one codes again what this one has coded."""

    def code(self, document: Document, *, domestic: bool = False) -> Coding:
        """All that one document says. ``domestic`` keeps events within one state too, whatever its subject."""
        (coding,) = self.code_all([document], domestic=domestic)
        return coding

    def code_all(self, documents: Iterable[Document], *, domestic: bool = False) -> Iterator[Coding]:
        """The codings of several documents, in order: the same as one by one, in less time (see ``TOGETHER``)."""
        for reading in self.reader.read_all(map(fill, documents), any_subject=domestic):
            yield self._coding(reading, domestic)

    def _coding(self, reading: Reading, domestic: bool) -> Coding:
        document, speech = reading.document, load_speech()
        said = find_said(reading, speech)
        reading = with_ours(reading, said, speech, self.codebook, load_voices())
        look = Circumstances(reading, self.codebook)
        events = self.coder.code(reading, look, domestic=domestic)
        statements = find_statements(reading, speech, said)
        events, statements = with_answers(reading, events, statements, load_sourcing())
        agreements = find_agreements(reading, load_agreements(), look, statements)
        return Coding(
            document=document, actors=tuple(reading.actors.values()), events=events, statements=statements,
            sentences=tuple(s.span for s in reading.sentences), skipped=_skipped(reading, events, statements),
            codebook=self.codebook.version, coder=self.name,
            agreements=tie_agreements(agreements, events, reading.actors),
            figures=tie_figures(find_figures(reading, load_units(), look, statements), events),
        )  # fmt: skip


@functools.lru_cache(maxsize=2)
def pipeline(parser: str = DEFAULT_PIPELINE, *, own: Path | None = None, model: bool = False) -> Pipeline:
    """The pipeline over the packaged codebook and the files of the user's ``own`` folder; loaded once in a process.
    ``model`` lets the learned model speak where patterns are silent.

    :raises CodebookError: the files of the user's own have faults.
    :raises UsageError: the model is wanted and cannot be used.
    """
    mine, adviser = own_files(own), load_model() if model else None
    codebook = load(names=mine.names)
    keys = frozenset({*codebook.states, *codebook.bodies})
    terms = read_own(mine.holders, keys=keys, offices=load_lexicon().offices) if mine.holders else []
    parts = (f"dragoman {version('dragoman')}", parser, own and f"own {mine.digest}", adviser and adviser.name)
    reader = Reader(codebook, pipeline=parser, holders=load_holders().extended(terms))
    return Pipeline(codebook, reader, Coder(codebook, adviser=adviser), ", ".join(part for part in parts if part))


def _skipped(reading: Reading, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Skipped, ...]:
    """Each sentence that gave nothing, with the reason."""
    used = [e.span for event in events for e in event.evidence] + [c for s in statements for c in s.content]
    out = []
    for sentence in reading.sentences:
        if any(span.overlaps(sentence.span) for span in used):
            continue
        if sentence.boilerplate:
            reason = "boilerplate"
        elif sentence.index not in reading.parsed:
            reason = _NOBODY if reading.on_subject else _OFF_SUBJECT
        elif not any(m.actors for m in reading.mentions.get(sentence.index, ())):
            reason = "nobody could be made out"
        else:
            reason = "no deed or saying that a pattern knows, or only supposed, denied or not done"
        out.append(Skipped(sentence.span, reason))
    return tuple(out)
