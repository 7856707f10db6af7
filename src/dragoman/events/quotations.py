"""Quoted stretches of a document, read from the text as given, where the marks still have their direction.

Surface forms: “…”, "…", „…“, «…», ``…'', ''…'', ‘…’, '…', one inside another, left open at the end of a paragraph and
taken up again by an opening mark at the start of the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.texts.document import Span

_MARK = re.compile(r"[“”„«»\"‘’]|``|''|(?<![\w'])'(?=[\w\[])|(?<=[^\s'])'(?![\w'])")
_ANY = re.compile(r"[“”„«»\"‘’`']")  # most paragraphs have none, and this is found ten times as fast
_OPENERS, _CLOSERS = frozenset({"“", "„", "«", "``", "‘"}), frozenset({"”", "»", "’"})
_SINGLE = frozenset("‘’'")
# '90s, 'em, 'til: an apostrophe where an opening mark could stand.
_ELISION = re.compile(r"(\d\ds?|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch. ``span`` is without the marks, ``outer`` with them; a ``depth`` of 0 stands in no other.

    ``closed`` is false where the closing mark is missing; ``continues`` says that it takes up the open quotation of
    the paragraph before.
    """

    span: Span
    outer: Span
    depth: int
    closed: bool
    continues: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order of their opening marks."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in re.finditer(r"[^\n]+", text):
        here = list(_in_paragraph(text, paragraph.start(), paragraph.end(), resumes=left_open))
        if here or paragraph.group().strip():
            left_open = any(q.depth == 0 and not q.closed and q.span.end == _last(text, paragraph) for q in here)
        found += here
    return tuple(found)


def outermost(text: str) -> list[Quotation]:
    """Those that stand in no other, in order."""
    return [quotation for quotation in find_quotations(text) if quotation.depth == 0]


def near(quotations: Sequence[Quotation], start: int, end: int) -> list[Quotation]:
    """Those of a document's outermost quotations that touch ``[start, end]``."""
    found = []
    for i in range(bisect_left(quotations, start, key=lambda q: q.outer.end), len(quotations)):
        if quotations[i].outer.start > end:
            break
        found.append(quotations[i])
    return found


def _last(text: str, paragraph: re.Match[str]) -> int:
    return paragraph.start() + len(paragraph.group().rstrip())


def _in_paragraph(text: str, start: int, end: int, *, resumes: bool) -> Iterator[Quotation]:
    stack: list[tuple[str, int, int]] = []
    done: list[Quotation] = []
    first = start + len(text[start:end]) - len(text[start:end].lstrip())

    def close(inner_end: int, outer_end: int, *, closed: bool = True) -> None:
        _, outer, inner = stack.pop()
        if inner < inner_end:
            continues = resumes and outer == first and not stack
            done.append(Quotation(Span(inner, inner_end), Span(outer, outer_end), len(stack), closed, continues))

    for mark in _MARK.finditer(text, start, end) if _ANY.search(text, start, end) else ():
        char, single = mark.group(), mark.group() in _SINGLE
        open_kinds = [s for s, _, _ in stack]
        if _opens(text, mark, start, end, inside=open_kinds):
            if not single and '"' in open_kinds and not _nests(text, mark, end):  # a closing mark is missing
                while stack:
                    close(_trimmed(text, mark.start()), _trimmed(text, mark.start()), closed=False)
            if not single or ("'" not in open_kinds and _closes_later(text, mark.end(), end)):
                stack.append(("'" if single else '"', mark.start(), mark.end()))
        elif ("'" if single else '"') in open_kinds:
            if single and char != "‘" and not _closes_single(text, mark, end):
                continue
            while stack[-1][0] != ("'" if single else '"'):
                stack.pop()  # a single mark inside that was an apostrophe after all
            close(mark.start(), mark.end())
    del stack[1:]
    if stack and stack[0][0] == '"':
        close(_trimmed(text, end), _trimmed(text, end), closed=False)
    yield from sorted(done, key=lambda q: q.span.start)


def _nests(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an opening mark inside an open quotation is answered by as many closing marks."""
    rest = text[mark.end() : end]
    return mark.group() == "“" and rest.count("”") > rest.count("“") + 1


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _opens(text: str, mark: re.Match[str], start: int, end: int, *, inside: list[str]) -> bool:
    """Whether a mark opens: by its own direction unless its neighbours say the opposite, else by its neighbours."""
    char = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    free_before = before.isspace() or before in "([{—–-―/“\"‘'«„"
    free_after = after.isspace() or after in ".,;:!?)]}—–"
    if char in _SINGLE:
        return char != "’" and free_before and not free_after and not _ELISION.match(text, mark.end())
    double_open = '"' in inside
    if char in _OPENERS:
        return not (double_open and free_after and not free_before) and not (
            char == "“" and _low_opened(text, start, mark)
        )
    if char in _CLOSERS:
        return not double_open and free_before and not free_after
    return not double_open and not (free_after and not free_before)


def _low_opened(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a low mark is the last double one before this: „so“ closes with what elsewhere opens."""
    last = max(text.rfind(m, start, mark.start()) for m in "“”„")
    return last >= 0 and text[last] == "„"


def _closes_single(text: str, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    # "the ministers' talks' end": after an s and before a lower-case word it is more likely a genitive.
    genitive = (
        before == "s"
        and re.match(r" [a-z]", text[mark.end() : mark.end() + 2])
        and _closes_later(text, mark.end(), end)
    )
    return not after.isalnum() and not before.isspace() and not genitive


def _closes_later(text: str, at: int, end: int) -> bool:
    return re.compile(r"(?<=[^\s])['’](?!\w)").search(text, at, end) is not None
