"""The noun of reported speech within a sentence, and where what was said ends when the report goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.events.frames import Range
from dragoman.events.syntax import child
from dragoman.texts.parsed import Doc, Token

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


def cut(sayings: Sequence[Saying], doc: Doc) -> list[Saying]:
    """Contents without the cue's own words, and without what resumes the report ("…, adding that", ", and warned"),
    which then has the same speaker."""
    resumed = {saying.head: holder for saying in sayings if (holder := _resumed(saying, sayings, doc)) is not None}
    return [_cut(saying, [s for s in sayings if resumed.get(s.head) is saying], resumed, doc) for saying in sayings]


def _cut(saying: Saying, resuming: Sequence[Saying], resumed: Mapping[int, Saying], doc: Doc) -> Saying:
    pieces = [piece for low, high in saying.content for piece in _without(doc, low, high, saying.region)]
    for other in resuming:
        pieces = [(low, min(high, _before(doc, other))) for low, high in pieces if low < _before(doc, other)]
    pieces = [_trim(doc, low, _conceded(doc, low, high)) for low, high in pieces]
    source, above = saying.source, resumed.get(saying.head)
    if above is not None and (source is None or (doc[saying.head].tag_[:2] == "VB" and _subjectless(doc[saying.head]))):
        source = above.source
    return replace(saying, content=tuple(p for p in pieces if p[0] < p[1] and not _bare(doc, *p)), source=source)


def _conceded(doc: Doc, low: int, high: int) -> int:
    """Where the reporter's own "…, although it did not" or "“…,” which means that" begins."""
    for i in range(low + 2, high):
        if doc[i].lower_ == "which" and doc[i - 1].text == '"' and doc[i - 2].text == ",":
            return i
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


def _resumed(saying: Saying, others: Sequence[Saying], doc: Doc) -> Saying | None:
    """The saying into whose content this one was parsed, if it goes on with the report instead."""
    inside = [o for o in others if o is not saying and any(low <= saying.head < high for low, high in o.content)]
    holder = max(inside, key=lambda o: o.head, default=None)
    if holder is None or saying.head < holder.head:
        return None
    verb = doc[saying.head]
    if not _subjectless(verb):
        return holder if _another(doc, verb) else None
    if verb.dep_ == "conj" and verb.tag_ == doc[holder.head].tag_:
        return holder
    return holder if verb.tag_ == "VBG" and doc[_before(doc, saying)].text == "," else None


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
    """The "what" of "what he called a tactic", the "however" of "however, he said, the talks go on"."""
    return high - low == 1 and doc[low].tag_ in {"WP", "WDT", "RB", "CC"}


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
