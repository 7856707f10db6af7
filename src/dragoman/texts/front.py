"""What a report says of itself, in its head, its foot and between: title, outlet, dateline, credits, date."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.codebook.press import load_press
from dragoman.texts.boilerplate import Stretch, outermost, stretches
from dragoman.texts.document import Credit, CreditRole, Document, Span
from dragoman.texts.language import language_of
from dragoman.texts.published import published

_TITLE = re.compile(r"\A[\s\ufeff]*(?P<title>[^\r\n]{3,250}?)[ \t]*(?:\r?\n[ \t]*){2,}(?=\S)")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.:;,]$|\.[”\"']$")
_CREDITS: dict[str, CreditRole] = {"text": "text", "photo": "photo", "outlet": "source", "licence": "licence"}


def fill(document: Document) -> Document:
    """The document with all that its text says of itself. What it has already stays; filling again changes nothing.

    title      the first line, if a blank line follows and it ends without a stop
    outlet     "Fjord Times - …", "SOURCE: FJORD TIMES", else "All Content by Fjord News Agency is licensed …", else
               the agency in "OSLO (Fjord News Agency) –"
    dateline   the place in "OSLO, March 1 (AP) --": ``"Oslo"``
    credits    who is credited with text ("Reuters reported"), photos ("(Photo by AP)"), as source or in a licence
    boilerplate  the stretches that are no report
    url        a line "LINK: https://…"
    language   by the words; ``None`` for less than 20
    published  see :func:`dragoman.texts.published.published`
    """
    text = document.text
    found = stretches(text)
    return replace(
        document,
        title=document.title or _title(text, found),
        outlet=document.outlet or _outlet(text, found),
        url=document.url or next(_said(text, found, "url"), None),
        dateline=document.dateline or _dateline(text, found),
        language=document.language or language_of(text),
        credits=document.credits or tuple(dict.fromkeys(_credits(text, found))),
        boilerplate=document.boilerplate or outermost(found),
        published=published(text, document.published, found),
    )


def _title(text: str, found: tuple[Stretch, ...]) -> str | None:
    first = _TITLE.match(text)
    if first is None or _SENTENCE_END.search(first["title"]):
        return None
    span = Span(*first.span("title"))
    return None if any(stretch.span.overlaps(span) for stretch in found) else first["title"]


def _outlet(text: str, found: tuple[Stretch, ...]) -> str | None:
    """A prefix or source line names the publisher, else the owner of the text, else the agency in the dateline."""
    names = (_said(text, found, group) for group in ("outlet", "licence", "text"))
    name = next((name for group in names for name in group), None)
    return load_press().outlet(name) if name else None


def _dateline(text: str, found: tuple[Stretch, ...]) -> str | None:
    place = next(_said(text, found, "dateline"), None)
    return re.sub(r"[A-ZÀ-Þ]{2,}", lambda capitals: capitals.group().capitalize(), place) if place else None


def _credits(text: str, found: tuple[Stretch, ...]) -> Iterator[Credit]:
    press = load_press()
    for group, role in _CREDITS.items():
        for name in _said(text, (s for s in found if s.kind != "outlet_prefix"), group):
            yield Credit(press.outlet(name), role)
    for match in _reporting().finditer(text):
        yield Credit(press.outlet(next(name for name in match.groups() if name)), "text")


@functools.cache
def _reporting() -> re.Pattern[str]:
    """An agency as the source of what is told: "Reuters reported", "according to the Fjord News Agency"."""
    names = load_press().agencies()
    known, first = "|".join(map(re.escape, names)), "".join(sorted({re.escape(name[0]) for name in names}))
    name = rf"(?=[{first}A-Z])({known}|[A-Z][\w-]{{1,24}}(?: [A-Z][\w-]{{1,24}}){{0,2}} [Nn]ews [Aa]gency)"
    return re.compile(
        rf"\b{name},? (?:has |have )?(?:also )?(?:reported|reports|quoted|quotes|wrote|cited)\b|"
        rf"\b(?:[Aa]ccording to|reported by|quoted by|cited by|told|as saying by) (?:the )?{name}\b|"
        rf"\breports? (?:by|from|of) (?:the )?{name}\b"
    )


def _said(text: str, found: Iterable[Stretch], group: str) -> Iterator[str]:
    """The words of a group in the order of their places, without the full stop of their line."""
    for stretch in found:
        for name, span in stretch.words:
            if name == group:
                yield text[span.start : span.end].strip()
