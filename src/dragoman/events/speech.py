"""Acts of saying in one parsed sentence: the cue, who says it, who is told, and which tokens are what was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.codebook.speech import Speech, Usage
from dragoman.events.frames import FRAMES, Range, span_of
from dragoman.events.sources import find_listeners, find_source, occurred
from dragoman.events.syntax import child, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "advcl", "punct", "xcomp", "cc", "dep"})
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


def find_sayings(doc: Doc, speech: Speech) -> list[Saying]:
    """The acts of saying in a sentence, in order of their cues. ``content`` is empty where only a quotation can tell it."""
    found = [saying for token in doc for saying in _at(token, speech)]
    return [_cut(saying, found, doc) for saying in found]


def _at(token: Token, speech: Speech) -> Iterator[Saying]:
    tag = token.tag_
    if token.lower_ == "according":
        yield from _according(token)
    elif tag[:2] == "VB":
        if token.lemma_ in speech.verbs and occurred(token, speech):
            yield from _verb(token, speech)
    elif tag[:2] == "NN":
        if token.lemma_ in speech.nouns:
            yield from _noun(token)
        if token.lemma_ in speech.views:
            yield from _view(token)


# ---------------------------------------------------------------------------------------------------------------- verbs


def _verb(verb: Token, speech: Speech) -> Iterator[Saying]:
    """The first reading of a verb of saying that its surroundings bear out, or a bare one that a quotation may fill."""
    source = find_source(verb)
    usages = [u for u in speech.verbs[verb.lemma_] if _allowed(u, verb, source)]
    if is_passive(verb) and source is None and not _impersonal(verb):
        return
    quotable = any(u.frames & {"clause", "quotation"} for u in usages)
    for usage in usages:
        for frame, read in FRAMES.items():
            if frame in usage.frames or (frame == "preposition" and usage.prepositions) or (frame == "about" and usage.about):
                read_range = read(verb, usage)
                if read_range:
                    yield _saying(verb, source, usage, frame, read_range, quotable=quotable)
                    return
    if quotable:
        yield _saying(verb, source, usages[0], "quotation", (), quotable=True)


def _allowed(usage: Usage, verb: Token, source: Token | None) -> bool:
    return not usage.sources or (source is not None and source.lemma_ in usage.sources)


def _impersonal(verb: Token) -> bool:
    """It was announced that …"""
    subject = child(verb, "nsubjpass", "nsubj")
    return subject is not None and subject.lower_ == "it" and child(verb, "ccomp") is not None


def _saying(
    verb: Token, source: Token | None, usage: Usage, frame: str, content: tuple[Range, ...], *, quotable: bool
) -> Saying:
    listeners = tuple(t.i for t in find_listeners(verb, objects=usage.listener))
    cue_end = verb.i + 1
    if content and frame in {"preposition", "feeling"}:
        cue_end = max(cue_end, _cue_end(verb, content[0][0], frame))
    else:
        particle = child(verb, "prt")
        cue_end = max(cue_end, particle.i + 1 if particle is not None and particle.i == verb.i + 1 else 0)
    return Saying(
        head=verb.i,
        cue=(verb.i, cue_end),
        region=_region(verb, source, content),
        source=source.i if source is not None else None,
        listeners=listeners,
        content=content,
        frame=frame,
        quotable=quotable,
    )


def _cue_end(verb: Token, start: int, frame: str) -> int:
    end = start
    while end > verb.i + 1 and verb.doc[end - 1].lower_ in {"that", ","}:
        end -= 1
    return end if end - verb.i <= 4 and (frame == "preposition" or end < start) else verb.i + 1


def _region(verb: Token, source: Token | None, content: tuple[Range, ...]) -> Range:
    """The verb with those of its subject, listener and adverbs that no content and no quotation mark cuts off."""
    held = any(low <= verb.i < high for low, high in content)
    start, end = verb.i, verb.i + 1
    for token in verb.children:
        if token.dep_ in _CLAUSES:
            continue
        low, high = token.left_edge.i, token.right_edge.i + 1
        if not _marked(verb, low, high) and (held or not any(low < c[1] and c[0] < high for c in content)):
            start, end = min(start, low), max(end, high)
    if source is not None and source.i > verb.i and source.head is verb:
        end = max(end, source.right_edge.i + 1)
    if not held:
        start = max([start, *(c[1] for c in content if c[1] <= verb.i)])
        end = min([end, *(c[0] for c in content if c[0] > verb.i)])
    return start, end


def _marked(verb: Token, low: int, high: int) -> bool:
    """Whether a quotation mark stands between the verb and the far end of a stretch."""
    return any(token.text == '"' for token in verb.doc[min(low, verb.i) : max(high, verb.i)])


# --------------------------------------------------------------------------------------------- nouns and prepositions


def _noun(noun: Token) -> Iterator[Saying]:
    """His claim that …, a warning by the bank that …"""
    clause = next(
        (c for c in noun.rights if c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children if m.dep_ == "mark")), None
    )
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.rights if c.lower_ in {"by", "of", "from"} and c.dep_ in {"prep", "agent"}), None)
        owner = child(by, "pobj") if by is not None else None
    if clause is None or owner is None or clause.i < noun.i:
        return
    content = (span_of(clause),)
    yield Saying(noun.i, (noun.i, noun.i + 1), (noun.left_edge.i, content[0][0]), owner.i, (), content, "noun", quotable=False)


def _according(token: Token) -> Iterator[Saying]:
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if source is not None and to is not None:
        yield from _aside(token, source, (token.i, to.i + 1))


def _view(noun: Token) -> Iterator[Saying]:
    """In his view, …"""
    into = noun.head
    if into.lower_ not in {"in", "to"} or into.dep_ != "prep":
        return
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if owner is not None:
        yield from _aside(into, owner, (into.i, noun.i + 1))


def _aside(phrase: Token, source: Token, cue: Range) -> Iterator[Saying]:
    """A phrase that credits the clause in which it stands."""
    host = phrase.head
    while host.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} and not (host.dep_ == "conj" and host.tag_[:2] == "VB"):
        host = host.head
    region = span_of(phrase)
    content = (span_of(host),) if host is not phrase else ()
    yield Saying(phrase.i, cue, region, source.i, (), content, "aside", quotable=True)


# ---------------------------------------------------------------------------------------------------------------- cutting


def _cut(saying: Saying, others: list[Saying], doc: Doc) -> Saying:
    """Contents without the cue's own words, and without what resumes the report ("…, adding that", ", and warned")."""
    pieces = [piece for low, high in saying.content for piece in _without(low, high, saying.region)]
    for other in others:
        if other.head > saying.head and _resumes(saying, other, others, doc):
            pieces = [(low, min(high, _before(doc, other))) for low, high in pieces if low < _before(doc, other)]
    source = saying.source
    if source is None or _subjectless(doc[saying.head]):
        above = next((o for o in reversed(others) if o.head < saying.head and _resumes(o, saying, others, doc)), None)
        source = above.source if above is not None else source
    return replace(saying, content=tuple(p for p in (_trim(doc, *p) for p in pieces) if p[0] < p[1]), source=source)


def _without(low: int, high: int, region: Range) -> Iterator[Range]:
    if region[1] <= low or high <= region[0]:
        yield low, high
        return
    yield from (piece for piece in ((low, region[0]), (region[1], high)) if piece[0] < piece[1])


def _resumes(saying: Saying, other: Saying, others: list[Saying], doc: Doc) -> bool:
    """Whether ``other`` was parsed into the content of ``saying`` but goes on with the report on its speaker."""
    inside = [o for o in others if o is not other and any(low <= other.head < high for low, high in o.content)]
    if saying is not max(inside, key=lambda o: o.head, default=None) or other.head < saying.head:
        return False
    verb, before = doc[other.head], doc[_before(doc, other)]
    if not _subjectless(verb) or before.text != ",":
        return False
    return verb.tag_ == "VBG" or (verb.dep_ == "conj" and verb.tag_ == doc[saying.head].tag_)


def _subjectless(verb: Token) -> bool:
    return verb.tag_[:2] == "VB" and child(verb, "nsubj", "nsubjpass") is None


def _before(doc: Doc, saying: Saying) -> int:
    """The comma or conjunction before a cue and its adverbs, else the token before it."""
    at = saying.cue[0] - 1
    while at > 0 and doc[at].tag_ in {"RB", "CC"}:
        at -= 1
    return max(at, 0)


def _trim(doc: Doc, low: int, high: int) -> Range:
    """Without the conjunction and the punctuation at the ends; quotation marks are dealt with in the document."""
    while low < high and (doc[low].text in _EDGES or (doc[low].lower_ == "that" and doc[low].dep_ == "mark")):
        low += 1
    while low < high and doc[high - 1].text in _EDGES:
        high -= 1
    return low, high
