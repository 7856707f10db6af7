"""What was said, in places of the document: grammar within the sentences joined with the quotations across them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.actors.reading import Reading
from dragoman.codebook.speech import Speech
from dragoman.events.event import StatementMode
from dragoman.events.quotations import Quotation, near, outermost
from dragoman.events.saying import Saying
from dragoman.events.sources import source_range
from dragoman.events.speech import find_sayings
from dragoman.texts.document import Span
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence

_GAP_BEFORE = re.compile(r"[ \t\u00a0,.;:?!–—―-]*")
_GAP_AFTER = re.compile(r"[\s,:–—-]*(?:that\s+)?")
_EDGE = " \t\r\n\u00a0,;:–—―-"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Said:
    """An act of saying with its places in the document.

    ``saying`` holds the tokens of ``sentence`` that bear it. ``cue`` is missing where a quotation has no cue of its own
    and goes on with the one before, whose ``saying`` it then has.
    """

    sentence: int
    saying: Saying
    cue: Span | None
    source: Span | None
    content: tuple[Span, ...]
    mode: StatementMode


def find_said(reading: Reading, speech: Speech) -> list[Said]:
    """All acts of saying of a document in order, before anybody asks who the speakers are."""
    quotations = outermost(reading.document.text) if reading.parsed else []
    told = [s for s in reading.sentences if not s.boilerplate]
    around = {s.index: near(quotations, s.span.start - 5, s.span.end + 5) for s in told}
    here = {s.index: list(_in_sentence(reading, s, speech, around[s.index])) for s in told if s.index in reading.parsed}
    here = _owned(reading, here)
    claimed = [piece for said in here.values() for s in said for piece in s.content]
    found: list[Said] = []
    for sentence in told:
        if not here.get(sentence.index) and found and around[sentence.index]:
            _go_on(reading, found, sentence, quotations, claimed)
        found += here.get(sentence.index, ())
    return found


def _owned(reading: Reading, here: Mapping[int, Sequence[Said]]) -> dict[int, list[Said]]:
    """A quotation that stands between two cues ("“A,” he said. “B,” she added") is the words of the cue of its own
    sentence."""
    out = {index: list(said) for index, said in here.items()}
    for index, said in out.items():
        for i, s in enumerate(said):
            if len(s.content) > 1:
                others = [o for n in range(index - 1, index + 4) if n != index for o in here.get(n, ())]
                kept = tuple(piece for piece in s.content if not any(_nearer(reading, o, piece, s) for o in others))
                if kept and kept != s.content:
                    said[i] = replace(
                        s, content=kept, mode="direct" if s.mode == "mixed" and len(kept) == 1 else s.mode
                    )
    return out


def _nearer(reading: Reading, other: Said, piece: Span, said: Said) -> bool:
    """Whether ``piece`` of ``said`` lies in the words of ``other`` and ends or begins in the sentence of its cue."""
    if other.cue is None or piece.holds(other.cue) or not any(piece.overlaps(p) for p in other.content):
        return False
    sentence = reading.sentences[other.sentence].span
    return sentence.overlaps(piece) and not reading.sentences[said.sentence].span.overlaps(piece)


def sentences_of(reading: Reading, said: Said) -> list[int]:
    """Numbers of the sentences over which the content goes."""
    numbers: dict[int, None] = {}
    for piece in said.content:
        first = bisect_right(reading.sentences, piece.start, key=lambda s: s.span.start) - 1
        after = bisect_left(reading.sentences, piece.end, key=lambda s: s.span.start)
        numbers.update(dict.fromkeys(range(max(first, 0), after)))
    return list(numbers)


def _in_sentence(
    reading: Reading, sentence: Sentence, speech: Speech, quotations: Sequence[Quotation]
) -> Iterator[Said]:
    index, text = sentence.index, reading.document.text
    doc = reading.parsed[index]
    for saying in find_sayings(doc, speech):
        cue = reading.span(index, *saying.cue)
        if saying.frame == "label" and text[cue.start - 1].isupper() and saying.content:
            yield _turn(reading, sentence, saying, cue)
            continue
        beside = [q for q in quotations if not q.outer.holds(cue)]
        if len(beside) < len(quotations) and not _reports_another(doc, saying):
            continue
        content = _content(reading, sentence, saying, beside)
        if not content:
            continue
        source = doc[saying.source] if saying.source is not None else None
        place = reading.span(index, *source_range(source, saying.head)) if source is not None else None
        yield Said(index, saying, cue, place, content, _mode(text, content, beside))


def _turn(reading: Reading, sentence: Sentence, saying: Saying, cue: Span) -> Said:
    """A turn of a transcript ("MR GRAY: We do not comment. Next question."): all of its paragraph."""
    last = _last_of_paragraph(reading, sentence)
    start = reading.span(sentence.index, *saying.content[0]).start
    source = reading.parsed[sentence.index][saying.source or 0]
    place = reading.span(sentence.index, *source_range(source, saying.head))
    return Said(sentence.index, saying, cue, place, (Span(start, last.span.end),), "direct")


def _last_of_paragraph(reading: Reading, sentence: Sentence) -> Sentence:
    index = sentence.index
    while index + 1 < len(reading.sentences) and reading.sentences[index + 1].paragraph == sentence.paragraph:
        index += 1
    return reading.sentences[index]


def _reports_another(doc: Doc, saying: Saying) -> bool:
    """Whether a cue within a quotation reports a third party's words, not "I think" or "they say"."""
    source = doc[saying.source] if saying.source is not None else None
    return saying.frame == "clause" and source is not None and source.tag_[:2] == "NN"


def _content(reading: Reading, sentence: Sentence, saying: Saying, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The places of what was said: the tokens found by grammar, grown to the quotations that they begin or end in, and
    the quotations that stand beside the cue."""
    text, index = reading.document.text, sentence.index
    pieces = [_grown(text, reading.span(index, *piece), quotations) for piece in saying.content]
    if saying.quotable:
        region = reading.span(index, *saying.region)
        pieces += _beside(text, region, quotations, sentence.span.start if pieces else 0)
        if not pieces and text[sentence.span.end - 1] == ":":
            pieces += _below(reading, sentence, quotations)
    cue = reading.span(index, *saying.cue)
    if any(q.outer in pieces and q.outer.start > cue.start for q in quotations):  # "Asked about it, he said: “…”"
        pieces = [p for p in pieces if p.start > cue.start or any(q.outer.overlaps(p) for q in quotations)]
    trimmed = (_trimmed(text, piece, quotations) for piece in _merged(pieces))
    return tuple(piece for piece in trimmed if len(piece) > 0)


def _merged(pieces: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(piece.end, merged[-1].end))
        else:
            merged.append(piece)
    return merged


def _grown(text: str, piece: Span, quotations: Sequence[Quotation]) -> Span:
    """Grown to the quotations it cuts; a piece that opens with one that ends in a comma or full stop is only that."""
    for q in quotations:
        if q.outer.overlaps(piece):
            begins = not _WORD.search(text, piece.start, max(q.span.start, piece.start))
            piece = Span(min(piece.start, q.outer.start), max(piece.end, q.outer.end))
            if begins and q.closed and text[q.span.end - 1] in ",.?!" and not _title(text, q):
                return q.outer
    return piece


def _title(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words are the name of a book, film or programme."""
    words = [w for w in _WORD.findall(text, quotation.span.start, quotation.span.end) if len(w) > 3]
    return bool(words) and all(w[0].isupper() for w in words) and text[quotation.span.end - 1] not in ".?!"


def _beside(text: str, region: Span, quotations: Sequence[Quotation], start: int) -> Iterator[Span]:
    """Quotations that end where the region begins (but not before ``start``), or begin where it ends."""
    before = False
    for q in quotations:
        if _title(text, q):
            continue
        if start < q.outer.end <= region.start and _GAP_BEFORE.fullmatch(text, q.outer.end, region.start):
            before = True
            yield q.outer
        elif region.end <= q.outer.start and _after(text[region.end : q.outer.start], resumed=before):
            yield q.outer


def _below(reading: Reading, sentence: Sentence, quotations: Sequence[Quotation]) -> Iterator[Span]:
    """What follows a sentence that ends in a colon: a quotation, or a paragraph set off without marks."""
    text, following = reading.document.text, reading.sentences[sentence.index + 1 : sentence.index + 8]
    quoted = next((q for q in quotations if q.outer.start >= sentence.span.end), None)
    if quoted is not None and not text[sentence.span.end : quoted.outer.start].strip():
        yield quoted.outer
    elif following and following[0].paragraph > sentence.paragraph:
        block = [s for s in following if s.paragraph == following[0].paragraph]
        yield Span(block[0].span.start, block[-1].span.end)


def _after(gap: str, *, resumed: bool) -> bool:
    if "\n" in gap and ":" not in gap:
        return False
    return _GAP_AFTER.fullmatch(gap) is not None or (resumed and gap.strip() in {".", ", but", ", and"})


def _trimmed(text: str, piece: Span, quotations: Sequence[Quotation]) -> Span:
    """Without the marks of a quotation at either end, and without loose punctuation."""
    start, end = piece.start, piece.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    whole = next((q.span for q in quotations if q.outer == Span(start, end)), None)
    return whole or Span(start, max(end, start))


def _go_on(
    reading: Reading,
    found: list[Said],
    sentence: Sentence,
    quotations: Sequence[Quotation],
    claimed: Sequence[Span],
) -> None:
    """A sentence that is nothing but a quotation goes on with the words of whoever was quoted right before, unless it
    is claimed by a cue of its own."""
    text = reading.document.text
    at = len(found) - 1
    while at > 0 and found[at].mode == "indirect" and found[at - 1].sentence == found[at].sentence:
        at -= 1
    last = found[at]
    new = [q for q in near(quotations, *_ends(sentence)) if q.outer.start >= sentence.span.start]
    if not new or any(piece.overlaps(q.span) for q in new for piece in (*last.content, *claimed)):
        return
    end = max(last.content[-1].end, last.cue.end if last.cue is not None else 0)
    for index in range(sentence.index, last.sentence, -1):
        between = reading.sentences[index]
        if between.span.end <= end:
            break
        if _outside(text, between.span, near(quotations, *_ends(between))):
            return
    same_paragraph = reading.sentences[last.sentence].paragraph == sentence.paragraph
    content = tuple(q.span for q in new)
    if last.mode == "direct" and (same_paragraph or new[0].continues):
        found[at] = replace(last, content=(*last.content, *content))
    elif same_paragraph or last.mode != "indirect":
        found.append(Said(last.sentence, last.saying, None, last.source, content, "direct"))


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end - 1


def _outside(text: str, span: Span, quotations: Sequence[Quotation]) -> bool:
    """Whether there are words in ``span`` that are in no quotation."""
    return any(
        not any(q.outer.start <= w.start() < q.outer.end for q in quotations)
        for w in _WORD.finditer(text, span.start, span.end)
    )


def _mode(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> StatementMode:
    words = quoted = 0
    for piece in content:
        words += _letters(text, piece)
        for q in quotations:
            if q.span.overlaps(piece):
                quoted += _letters(text, Span(max(q.span.start, piece.start), min(q.span.end, piece.end)))
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= words else "mixed"


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, text[span.start : span.end]))
