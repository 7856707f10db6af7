"""The noun of reported speech within a sentence, and where what was said ends when the report goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.events.frames import Range
from dragoman.events.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_EDGES = frozenset({",", ";", ":", ".", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One act of saying. All numbers are token numbers, all ranges half-open.

    ``region`` is the cue with its subject, listener and adverbs: what stands between two halves of a broken quotation.
    ``quotable``: a quotation beside ``region`` is what was said.
    """

    head: int
    cue: Range
    region: Range
    source: int | None
    listeners: tuple[int, ...]
    content: tuple[Range, ...]
    frame: str
    quotable: bool


def cut(saying: Saying, others: Sequence[Saying], doc: Doc) -> Saying:
    """Contents without the cue's own words, and without what resumes the report ("…, adding that", ", and warned")."""
    pieces = [piece for low, high in saying.content for piece in _without(doc, low, high, saying.region)]
    for other in others:
        if other.head > saying.head and _resumes(saying, other, others, doc):
            pieces = [(low, min(high, _before(doc, other))) for low, high in pieces if low < _before(doc, other)]
    pieces = [(low, _conceded(doc, low, high)) for low, high in pieces]
    source = saying.source
    if source is None or (doc[saying.head].tag_[:2] == "VB" and _subjectless(doc[saying.head])):
        above = next((o for o in reversed(others) if o.head < saying.head and _resumes(o, saying, others, doc)), None)
        source = above.source if above is not None else source
    return replace(
        saying,
        content=tuple(p for p in (_trim(doc, *p) for p in pieces) if p[0] < p[1] and not _bare(doc, *p)),
        source=source,
    )


def _conceded(doc: Doc, low: int, high: int) -> int:
    """Where the reporter's own "…, although it did not" begins."""
    marks = (t.i for t in doc[low + 1 : high] if t.lower_ in {"although", "though"} and t.dep_ == "mark")
    return next((i - 1 for i in marks if doc[i - 1].text == ","), high)


def _without(doc: Doc, low: int, high: int, region: Range) -> Iterator[Range]:
    """A stretch less the region in it; what stands before an aside is kept only where a comma ends the aside."""
    if region[1] <= low or high <= region[0]:
        yield low, high
        return
    if low < region[0] and (high <= region[1] or doc[region[1]].is_punct):
        yield low, region[0]
    if region[1] < high:
        yield region[1], high


def _resumes(saying: Saying, other: Saying, others: Sequence[Saying], doc: Doc) -> bool:
    """Whether ``other`` was parsed into the content of ``saying`` but goes on with the report on its speaker."""
    inside = [o for o in others if o is not other and any(low <= other.head < high for low, high in o.content)]
    if saying is not max(inside, key=lambda o: o.head, default=None) or other.head < saying.head:
        return False
    verb, before = doc[other.head], doc[_before(doc, other)]
    if not _subjectless(verb):
        return _another(doc, verb)
    if verb.dep_ == "conj" and verb.tag_ == doc[saying.head].tag_:
        return True
    return verb.tag_ == "VBG" and before.text == ","


def _another(doc: Doc, verb: Token) -> bool:
    """Whether somebody else's words begin here (", and the union warned that", ", though he noted that")."""
    start = doc[verb.left_edge.i]
    joined = verb.dep_ == "conj" and start.i > 1 and start.nbor(-1).tag_ == "CC" and start.nbor(-2).text in {",", ";"}
    conceding = verb.dep_ == "advcl" and start.lower_ in {"though", "although", "while", "whereas"}
    return joined or (conceding and start.i > 0 and start.nbor(-1).text == ",")


def _subjectless(verb: Token) -> bool:
    return child(verb, "nsubj", "nsubjpass") is None


def _before(doc: Doc, saying: Saying) -> int:
    """The comma or conjunction before a cue with its subject and adverbs, else the token before it."""
    verb = doc[saying.head]
    at = saying.cue[0] - 1 if _subjectless(verb) else verb.left_edge.i - 1
    while at > 0 and doc[at].tag_ in {"RB", "CC"}:
        at -= 1
    return max(at, 0)


def _bare(doc: Doc, low: int, high: int) -> bool:
    """The "what" of "what he called a tactic"."""
    return high - low == 1 and doc[low].tag_ in {"WP", "WDT"}


def _trim(doc: Doc, low: int, high: int) -> Range:
    """Without the conjunction and the punctuation at the ends; quotation marks are dealt with in the document."""
    while low < high and (
        doc[low].text in _EDGES
        or doc[low].tag_ == "CC"
        or (doc[low].lower_ == "that" and doc[low].tag_ in {"IN", "WDT"})
    ):
        low += 1
    while low < high and doc[high - 1].text in _EDGES:
        high -= 1
    return low, high
