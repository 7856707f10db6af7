"""Builders for tests: documents and codings with sensible defaults, and a coder that needs no parser."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dragoman.actors.actor import Actor, Mention
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding, Skipped
from dragoman.events.event import Attribution, Event, Evidence, Place, Reason, Statement
from dragoman.events.figure import Figure
from dragoman.texts.document import UNKNOWN, Boilerplate, Document, Interval, Span, content_id

CALL = "Swedish Foreign Minister Mara Lindqvist telephoned her Finnish counterpart Aino Salmi on 3 March 2015."
SPEECH = "“We will sign in April,” Lindqvist said."
TEXT = f"{CALL} {SPEECH}\nPhoto: A. Person"


def document(text: str = TEXT, *, name: str = "call.txt", **fields: Any) -> Document:
    return Document(name=name, path=fields.pop("path", f"reports/{name}"), text=text, **fields)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def mention(text: str, words: str, actor: str) -> Mention:
    return Mention(0, 0, 2, 1, span(text, words), words, "name", (actor,), "name after a title")


def day(date: str) -> Interval:
    return Interval(date, date, "day", "stated")


def event(doc: Document, **fields: Any) -> Event:
    defaults: dict[str, Any] = {
        "event": "CONSULT",
        "mode": "phone",
        "contexts": ("diplomatic",),
        "cameo": "041",
        "goldstein": 1.0,
        "quad": 1,
        "actors": (),
        "recipients": (),
        "symmetric": True,
        "date": day("2015-03-03"),
        "channel": "phone_call",
        "level": ("foreign_minister",),
        "status": "occurred",
        "evidence": (Evidence(Span(0, min(20, len(doc.text)))),),
        "attribution": (Attribution("outlet", None),),
        "coded_by": "pattern:telephone",
        "confidence": 0.9,
    }
    values = defaults | fields
    return Event(
        id=values.pop("id", content_id("e", doc.id, sorted(map(str, values.items())))), document=doc.id, **values
    )


def statement(doc: Document, **fields: Any) -> Statement:
    defaults: dict[str, Any] = {
        "speakers": (),
        "addressees": (),
        "cue": None,
        "content": (Span(0, 5),),
        "mode": "direct",
    }
    values = defaults | fields
    return Statement(
        id=values.pop("id", content_id("s", doc.id, sorted(map(str, values.items())))), document=doc.id, **values
    )


def agreement(doc: Document, **fields: Any) -> Agreement:
    defaults: dict[str, Any] = {
        "name": "water treaty",
        "agreement_kind": "treaty",
        "parties": ("SWE", "FIN"),
        "stage": "signed",
        "mentions": (Span(0, 9),),
        "canonical": "y1",
        "topics": ("water",),
    }
    values = defaults | fields
    return Agreement(
        id=values.pop("id", content_id("g", doc.id, sorted(map(str, values.items())))), document=doc.id, **values
    )


def figure(doc: Document, **fields: Any) -> Figure:
    defaults: dict[str, Any] = {
        "value": 12,
        "comparator": ">",
        "unit": "percent",
        "direction": "increase",
        "evidence": (Span(0, 9),),
        "measures": "trade between the two",
        "figure_kind": "trade",
        "countries": ("SWE", "FIN"),
    }
    values = defaults | fields
    return Figure(
        id=values.pop("id", content_id("f", doc.id, sorted(map(str, values.items())))), document=doc.id, **values
    )


def coding(doc: Document | None = None, **fields: Any) -> Coding:
    """A coding of ``TEXT``: two ministers telephone, one of them is quoted."""
    doc = doc or document()
    mara, aino = content_id("a", doc.id, "mara"), content_id("a", doc.id, "aino")
    defaults: dict[str, Any] = {
        "actors": (
            Actor(
                *(mara, "Mara Lindqvist", "person", "SWE", "GOV", "Foreign Minister of Sweden", "foreign_minister"),
                cameo="SWEGOV",
                mentions=(mention(doc.text, "Mara Lindqvist", mara),),
                reasons=("a title before the name",),
            ),
            Actor(
                *(aino, "Aino Salmi", "person", "FIN", "GOV", "Foreign Minister of Finland", "foreign_minister"),
                cameo="FINGOV",
                mentions=(mention(doc.text, "Aino Salmi", aino),),
            ),
        ),
        "events": (
            event(
                doc,
                actors=(mara, aino),
                evidence=(Evidence(span(doc.text, "telephoned")), Evidence(span(doc.text, "3 March 2015"), "date")),
                place=Place("Stockholm", "SWE", 59.33, 18.07),
                reasons=(Reason("event", "‘telephoned’ between two ministers"),),
            ),
        ),
        "statements": (
            statement(
                doc,
                speakers=(mara,),
                cue=span(doc.text, "said"),
                content=(span(doc.text, "We will sign in April"),),
                about=("SWE", "FIN"),
                date=day("2015-03-03"),
            ),
        ),
        "sentences": (span(doc.text, CALL), span(doc.text, SPEECH), span(doc.text, "Photo: A. Person")),
        "skipped": (Skipped(span(doc.text, "Photo: A. Person"), "boilerplate"),),
        "codebook": "2026.1",
        "coder": "test 1",
    }
    return Coding(document=doc, **(defaults | fields))


def telling(name: str, text: str, *people: str, published: str | None = None, **fields: Any) -> Coding:
    """A report of one event, all of its text being the evidence.

    ``people`` are written ``"Mara Lindqvist/SWE"``, the actor first (``"Jon Berg/"``: of no known country); a bare
    ``"SWE"`` is the state.
    ``outlet`` and ``credits`` are the document's, other fields the event's.
    """
    of_document = {field: fields.pop(field) for field in ("outlet", "credits") if field in fields}
    doc = document(text, name=name, published=day(published) if published else UNKNOWN, **of_document)
    who = []
    for person in people:
        full, slash, country = person.partition("/")
        kind, office = ("person", "foreign_minister") if slash else ("state", None)
        who.append(
            Actor(content_id("a", doc.id, person), full, kind, (country or None) if slash else full, level=office)
        )
    ids = [actor.id for actor in who]
    sides = (
        {"actors": tuple(ids)} if fields.get("symmetric", True) else {"actors": (ids[0],), "recipients": (*ids[1:],)}
    )
    evidence = (Evidence(Span(0, len(text))),)
    return Coding(
        document=doc,
        actors=tuple(who),
        events=(event(doc, **({"evidence": evidence} | sides | fields)),),
        statements=(),
        sentences=(Span(0, len(text)),),
        skipped=(),
        codebook=fields.get("codebook", "2026.1"),
        coder="test 1",
    )


@dataclass(frozen=True)
class FakeCoder:
    """Codes ``A calls B on DATE.`` (capital-letter words as state codes) and fails on a document that says so."""

    codebook: str = "2026.1"
    coder: str = "fake 1"
    calls: list[str] = field(default_factory=list)

    def code_all(self, docs: Iterable[Document]) -> Iterator[Coding]:
        return map(self.code, docs)

    def code(self, doc: Document) -> Coding:
        self.calls.append(doc.name)
        if "interrupt here" in doc.text:
            raise KeyboardInterrupt
        if "fail here" in doc.text:
            raise ValueError("the coder has a fault")
        found = list(re.finditer(r"([A-Z]{3}) calls ([A-Z]{3}) on (\d{4}-\d\d-\d\d)\.", doc.text))
        names = sorted({name for match in found for name in match.group(1, 2)})
        ids = {name: content_id("a", doc.id, name) for name in names}
        return Coding(
            document=replace(doc, title=doc.title or "filled in by the coder"),
            actors=tuple(Actor(ids[name], name, "state", name) for name in names),
            events=tuple(
                event(
                    doc,
                    actors=(ids[match[1]], ids[match[2]]),
                    date=day(match[3]),
                    evidence=(Evidence(Span(*match.span())),),
                )
                for match in found
            ),
            statements=(),
            sentences=tuple(Span(*match.span()) for match in found),
            skipped=(),
            codebook=self.codebook,
            coder=self.coder,
        )


_PAGES = re.compile(r'INSERT INTO "(?:words|named)_')


def dump(path: Path) -> list[str]:
    """All rows but for the times of reading, and for the pages of the full-text index, which grow as it is written."""
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE readings SET first_seen = '', last_seen = ''")
        lines = sorted(line for line in connection.iterdump() if not _PAGES.match(line))
        connection.rollback()
    return lines


__all__ = [
    "UNKNOWN",
    "Boilerplate",
    "FakeCoder",
    "agreement",
    "coding",
    "day",
    "document",
    "dump",
    "event",
    "figure",
    "replace",
    "span",
    "statement",
    "telling",
]
