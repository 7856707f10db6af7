"""What one marked party does to another in one sentence: the patterns with both sides given.

Used to measure the patterns apart from the finding of actors, and wherever a caller knows the two sides already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.actors.actor import Actor, Mention
from dragoman.actors.reading import Reading
from dragoman.events.coder import Coder
from dragoman.events.matching import Match, matches
from dragoman.events.modality import judge
from dragoman.events.sides import Sides
from dragoman.events.telling import Told
from dragoman.events.transform import Deed, transform
from dragoman.texts.cleaning import clean
from dragoman.texts.document import Document, Span
from dragoman.texts.parse import Parser, place
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence

SOURCE, TARGET = "source", "target"


class Relater:
    """Says which deed a marked source does to a marked target."""

    def __init__(self, coder: Coder, parser: Parser) -> None:
        self._coder, self._parser = coder, parser

    def relate(self, text: str, sources: Sequence[Span], targets: Sequence[Span]) -> tuple[Deed | None, float]:
        """The deed and how sure it is (0 to 1); ``None`` where no pattern speaks. Places are offsets into ``text``."""
        reading = _marked(text, sources, targets, self._parser)
        told = max(self._coder.told(reading, 0), key=_fit, default=None)
        if told is not None and _fit(told) >= 1.5:
            return told.deed, told.match.pattern.weight * _fit(told) / 3
        met = list(self._on_the_way(reading))
        deed = next((d for match in met if (d := self._alone(match)) is not None), None)
        if deed is not None:
            return deed, 0.4
        if told is not None:
            return told.deed, 0.3
        return next(((d, 0.2) for match in met if (d := self._if_any(match)) is not None), (None, 0.0))

    def _on_the_way(self, reading: Reading) -> Iterator[Match]:
        """Patterns met by words between the two in the tree, nearest the target first; then any in the sentence."""
        doc = reading.parsed[0]
        heads = {m.actors[0]: m.head for m in reversed(reading.mentions[0])}
        path = _path(doc, heads.get(TARGET), heads.get(SOURCE))
        met = list(matches(doc, Sides(reading, 0), self._coder.patterns))
        met.sort(key=lambda found: _distance(found[0], path))
        for found in met:
            yield from found

    def _alone(self, match: Match) -> Deed | None:
        return transform(match.pattern, judge(match.trigger, self._coder.cues), self._coder.transforms)

    def _if_any(self, match: Match) -> Deed | None:
        """The nearest thing to a deed where none is on record: what is only supposed or spoken of as a topic; what was
        not granted is refused."""
        pattern, modality = match.pattern, judge(match.trigger, self._coder.cues)
        if modality.status == "negated":
            return transform(pattern, replace(modality, force="refuse"), self._coder.transforms)
        return Deed(pattern.event, pattern.mode, pattern.cameo, "hypothetical")


def _fit(told: Told) -> float:
    """3 for source to target, 2 for the source alone, 1.6 for the pair the other way round, less for half of it."""
    actors, others = set(told.actors), set(told.recipients)
    if SOURCE in actors and TARGET in others:
        contact = told.deed.event == "CONSULT"  # what is conveyed says more than how
        aside = told.match.trigger.dep_ == "relcl"
        return 3 + told.match.pattern.weight / 10 - contact * 0.15 - aside * 0.2
    if {SOURCE, TARGET} <= actors:
        return 2.9
    if SOURCE in actors:
        return 2.0 + told.match.pattern.weight / 10
    if TARGET in actors and SOURCE in others:
        return 1.6
    return 1.0


def _distance(match: Match, path: Sequence[int]) -> int:
    i = match.trigger.i
    return path.index(i) if i in path else 100 + i


def _path(doc: Doc, start: int | None, end: int | None) -> list[int]:
    """Tokens from one to the other up and down the tree."""
    if start is None or end is None:
        return []
    up = [start, *(t.i for t in doc[start].ancestors)]
    down = [end, *(t.i for t in doc[end].ancestors)]
    common = next((i for i in up if i in down), None)
    if common is None:
        return up
    return up[: up.index(common) + 1] + down[: down.index(common)][::-1]


def _marked(text: str, sources: Sequence[Span], targets: Sequence[Span], parser: Parser) -> Reading:
    """A reading of one sentence in which only the two marked parties are known."""
    cleaned = clean(text)
    sentence = Sentence(0, 0, cleaned.text, cleaned.raw(0, len(cleaned.text)), 0, False, cleaned)
    doc = next(parser.parse([sentence]))
    mentions = [
        m
        for key, spans in ((SOURCE, sources), (TARGET, targets))
        for s in spans
        if (m := _mention(sentence, doc, s, key))
    ]
    actors = {key: Actor(key, key, "group", country=key) for key in (SOURCE, TARGET)}
    return Reading(Document("sentence", "sentence", text), (sentence,), {0: doc}, {0: mentions}, actors)


def _mention(sentence: Sentence, doc: Doc, span: Span, key: str) -> Mention | None:
    tokens = [t.i for t in doc if place(sentence, doc, t.i, t.i + 1).overlaps(span)]
    if not tokens:
        return None
    start, end = tokens[0], tokens[-1] + 1
    return Mention(0, start, end, doc[start:end].root.i, span, doc[start:end].text, "name", (key,))
