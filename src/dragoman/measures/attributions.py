"""Accuracy of finding statements, measured on a set of attributions: source, cue and content spans over news texts.

The set is a folder with ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann`` (standoff lines ``T1 Source 0 12``,
``E1 Attribution:T4 Content:T3 Cue:T2 Source:T1``). Each of its tokens is in one attribution at most, so ours are
counted without those that stand inside another's content. One text read by several annotators counts once for each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.actors.reading import Reading
from dragoman.codebook.speech import Speech
from dragoman.errors import UsageError
from dragoman.events.said import Said, find_said
from dragoman.texts.cleaning import clean
from dragoman.texts.document import Document, Span
from dragoman.texts.parse import Parser
from dragoman.texts.sentences import split

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[\w:―–—-]")  # a cue may be a colon or a dash
_RELATIVE = re.compile(r"(?:,?\s+(?:most of )?(?:who|which|that|whom)\b)?")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")
Words = frozenset[int]
JACCARD_HALF = 2 / 3  # where shared / all is one half, 2 × shared / sum is two thirds


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words (by their offsets) of one attribution; of its cue the characters."""

    source: Words
    cue: Words
    content: Words


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of pairs, each of the gold and ours in one pair at most.

    ``cue``: the cues overlap. ``content``: the contents overlap by half or more, as 2 × shared words / sum of both.
    ``strict``: the same as shared words / all words (Jaccard). ``source``: pairs of ``content`` whose sources share
    half of the shorter one's words.
    """

    gold: int = 0
    found: int = 0
    cue: int = 0
    content: int = 0
    strict: int = 0
    source: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 0.0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))

    def lines(self) -> Iterator[str]:
        """The figures as text, a line each."""
        for name, right in (("cue", self.cue), ("content", self.content), ("  strict", self.strict)):
            precision, recall = right / max(self.found, 1), right / max(self.gold, 1)
            yield f"{name:<8} P {precision:.3f}  R {recall:.3f}  F1 {self.f1(right):.3f}"
        yield f"source   right on {self.source / max(self.content, 1):.3f} of {self.content} contents found"


@dataclass(frozen=True, slots=True)
class Score:
    """``whole``: against all of the gold. ``in_scope``: without the attributions whose cue has no word of our
    vocabulary of speech (plans, wishes, support, protest …)."""

    whole: Tally = field(default_factory=Tally)
    in_scope: Tally = field(default_factory=Tally)


def score_attributions(folder: Path, parser: Parser, speech: Speech) -> Score:
    """The score over a folder of the form above.

    :raises UsageError: the folder lacks its texts or its attributions.
    """
    files = sorted((folder / "attributions").glob("*.ann"))
    if not files:
        raise UsageError(f"{folder} holds no attributions/*.ann; give the folder that holds text/ and attributions/.")
    score, known = Score(), frozenset(speech.verbs) | speech.nouns | {"according"}
    for file in files:
        text_file = folder / "text" / (file.stem.rsplit("_", 1)[0] + ".txt")
        if not text_file.is_file():
            raise UsageError(f"{file.name} belongs to {text_file}, which is missing.")
        text = text_file.read_bytes().decode("utf-8")
        ours = [_words(text, s) for s in outermost(find_said(plain_reading(text, parser), speech))]
        gold = list(read_attributions(text, file.read_bytes().decode("utf-8")))
        scope = [g for g in gold if _in_scope(text, g.cue, parser, known)]
        whole = compare(gold, ours)
        aside = compare([g for g in gold if g not in scope], ours).cue
        part = compare(scope, ours)
        score = Score(score.whole.plus(whole), score.in_scope.plus(replace(part, found=part.found - aside)))
    return score


def plain_reading(text: str, parser: Parser) -> Reading:
    """A reading with every sentence parsed and nobody resolved."""
    sentences = list(split(clean(text)))
    return Reading(Document("", "", text), sentences, dict(enumerate(parser.parse(sentences))), {}, {})


def outermost(said: Sequence[Said]) -> list[Said]:
    """Without those whose cue stands in another's content."""
    return [
        s for s in said if s.cue is not None and not any(p.holds(s.cue) for o in said if o is not s for p in o.content)
    ]


def read_attributions(text: str, annotation: str) -> Iterator[Attribution]:
    """The attributions of one ``.ann`` file."""
    places: dict[str, Words] = {}
    lines = [line.split("\t") for line in annotation.splitlines() if "\t" in line]
    for name, rest, *_ in lines:
        if name.startswith("T"):
            offsets = rest.partition(" ")[2].split(";")
            of = _MARK if rest.startswith("Cue") else _WORD
            places[name] = _in(text, (Span(int(a), int(b)) for a, b in map(str.split, offsets)), of)
    for name, rest, *_ in lines:
        if name.startswith("E"):
            yield _attribution(places, rest)


def _attribution(places: Mapping[str, Words], roles: str) -> Attribution:
    def of(role: str) -> Words:
        return frozenset().union(*(places[place] for found, place in _ROLE.findall(roles) if found == role))

    return Attribution(of("Source"), of("Cue"), of("Content"))


def _words(text: str, said: Said) -> Attribution:
    """Ours in words. A relative pronoun goes with its noun: the set marks "who", we the noun that it stands for."""
    source = said.source
    if source is not None:
        source = Span(source.start, _RELATIVE.match(text, source.end).end())  # type: ignore[union-attr]
    return Attribution(
        _in(text, [source] if source is not None else []),
        _in(text, [said.cue] if said.cue is not None else [], _MARK),
        _in(text, said.content),
    )


def _in(text: str, spans: Iterable[Span], of: re.Pattern[str] = _WORD) -> Words:
    return frozenset(m.start() for span in spans for m in of.finditer(text, span.start, span.end))


def _in_scope(text: str, cue: Words, parser: Parser, known: frozenset[str]) -> bool:
    words = (m.group().lower() for m in _WORD.finditer(text) if m.start() in cue)
    return any(parser.lemma(word, "VB") in known for word in words) or not any(text[i].isalnum() for i in cue)


def compare(gold: Sequence[Attribution], ours: Sequence[Attribution]) -> Tally:
    """Pairs matched one to one, the best first."""
    cue = _pairs(gold, ours, lambda g, o: len(g.cue & o.cue) + _shared(g.content, o.content) if g.cue & o.cue else 0.0)
    content = _pairs(gold, ours, lambda g, o: s if (s := _shared(g.content, o.content)) >= 0.5 else 0.0)
    strict = [(i, j) for i, j in content if _shared(gold[i].content, ours[j].content) >= JACCARD_HALF]
    source = sum(_same_source(gold[i], ours[j]) for i, j in content)
    return Tally(len(gold), len(ours), len(cue), len(content), len(strict), source)


_Worth = Callable[[Attribution, Attribution], float]


def _pairs(gold: Sequence[Attribution], ours: Sequence[Attribution], worth: _Worth) -> list[tuple[int, int]]:
    ranked = sorted(((worth(g, o), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours)), key=lambda p: -p[0])
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if value > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return list(pairs.items())


def _shared(a: Words, b: Words) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _same_source(a: Attribution, b: Attribution) -> bool:
    if not a.source or not b.source:
        return not a.source and not b.source
    return len(a.source & b.source) >= 0.5 * min(len(a.source), len(b.source))
