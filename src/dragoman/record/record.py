"""The record: what was read is kept in it, and asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Engine

from dragoman.errors import UsageError
from dragoman.events.agreement import Agreement
from dragoman.events.coding import Coding
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.record import asking, correcting, listed, tables
from dragoman.record.correcting import Signed
from dragoman.record.edition import Edition, edition
from dragoman.record.filter import ALL, Filter, of_agreements, of_contacts, of_events, of_figures, of_statements
from dragoman.record.found import Contact, Explained, Found, Source, contact
from dragoman.record.judgement import ACTS, Act, Correction
from dragoman.record.listed import Known
from dragoman.record.migrations import up_to_date
from dragoman.record.over_reports import OverReports
from dragoman.record.people import Profile, profile
from dragoman.record.pulse import Pulse
from dragoman.record.recoding import check_mode, checked
from dragoman.record.same_agreement import Tracked, track
from dragoman.record.search import Matches, search
from dragoman.record.writing import is_current, judge_again, reading_id, write
from dragoman.texts.document import Document


def open_record(path: str | Path, *, read_only: bool = False) -> Record:
    """The record in the database file ``path``; made if it is not there, unless ``read_only``.

    Any number of processes may read while one writes. A record of an older layout is brought up to date.

    :raises RecordError: the file is damaged, of another program or version, or cannot be opened.
    """
    return Record(up_to_date(Path(path), read_only=read_only))


class Record(OverReports):
    """What was read, by whom, and what holds now. Use it in a ``with`` statement, or ``close`` it.

    All that comes out of it comes in an order that does not depend on when, or in which order, it was read. ``after``
    is the id of a thing of the list: what follows it is given.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(begin="IMMEDIATE")
        self._pulse = Pulse(engine)

    def add(self, coding: Coding, *, given: Document | None = None) -> bool:
        """Keep what was read from a document, in one transaction. ``False`` if just this was there already.

        ``given`` is the document as it came in, before the coder filled in what the text says of itself: by it ``has``
        will know the document again. What an earlier reading of it said is kept, marked as superseded.
        """
        reading = reading_id(given or coding.document, coder=coding.coder, codebook=coding.codebook)
        with self._writer.begin() as connection:
            if is_current(connection, reading):
                return False
            write(connection, reading, coding, now=_now())
            return True

    def has(self, document: Document, *, coder: str, codebook: str) -> bool:
        """Whether what holds of this document, as given, was read by this coder with this codebook."""
        with self._engine.connect() as connection:
            return is_current(connection, reading_id(document, coder=coder, codebook=codebook))

    def documents(self) -> Iterator[Document]:
        """The documents read, by name."""
        with self._engine.connect() as connection:
            yield from asking.documents(connection)

    def newest(self, limit: int, *, since: str | None = None) -> list[Source]:
        """The documents that were read last, the last one first; ``since`` (UTC, ISO 8601) only those read after."""
        with self._engine.connect() as connection:
            return list(asking.newest(connection, limit, since or ""))

    def sources(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Source]:
        """The documents without their texts, by name: published when, where and by whom it is wanted.

        ``states`` are those that a document names.
        """
        with self._engine.connect() as connection:
            yield from listed.sources(connection, wanted, after)

    def actors(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Known]:
        """Those of whom the reports speak, by name, kind and state; ``by`` are words of their name or office."""
        with self._engine.connect() as connection:
            yield from listed.known(connection, wanted, after)

    def profile(self, name: str, country: str | None) -> Profile | None:
        """Who is named so, and is of this country (ISO3; ``None``: of none), over all reports; see ``people``."""
        with self._engine.connect() as connection:
            return profile(connection, name, country)

    def codings(self) -> Iterator[Coding]:
        """All that holds of each document, by name of the document."""
        with self._engine.connect() as connection:
            yield from asking.codings(connection)

    def coding(self, document: str) -> Coding | None:
        """All that holds of the document with this id."""
        with self._engine.connect() as connection:
            return next(asking.codings(connection, tables.readings.c.document == document), None)

    def events(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Found[Event]]:
        """Events by date, undated ones last."""
        with self._engine.connect() as connection:
            yield from asking.found(connection, Event, tables.events, of_events(wanted), wanted, after=after)

    def contacts(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Contact]:
        """Visits, calls, meetings, messages and talks (PLOVER's CONSULT), with the people on each side, by date."""
        with self._engine.connect() as connection:
            found = asking.found(connection, Event, tables.events, of_contacts(wanted), wanted, after=after)
            yield from map(contact, found)

    def statements(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Found[Statement]]:
        """Statements by date, undated ones last."""
        with self._engine.connect() as connection:
            conditions = of_statements(wanted)
            yield from asking.found(connection, Statement, tables.statements, conditions, wanted, after=after)

    def agreements(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Found[Agreement]]:
        """Agreements as each report tells of them, by the day of the report, undated ones last."""
        with self._engine.connect() as connection:
            conditions = of_agreements(wanted)
            yield from asking.found(connection, Agreement, tables.agreements, conditions, wanted, after=after)

    def tracked(self, wanted: Filter = ALL, *, tellings: int | None = None) -> list[Tracked]:
        """Agreements with all that the reports tell of each, in the order in which they are first told of.

        ``stages`` are those where an agreement stands now, after all its reports; ``limit`` counts agreements,
        ``tellings`` leaves so much of what the reports tell, the latest.
        """
        found = self.agreements(replace(wanted, stages=(), limit=tellings, latest=True))
        tracked = (one for one in track(found) if not wanted.stages or one.stage in wanted.stages)
        return list(islice(tracked, wanted.limit))

    def figures(self, wanted: Filter = ALL, *, after: str | None = None) -> Iterator[Found[Figure]]:
        """Figures by their period, else by the day of the report, undated ones last."""
        with self._engine.connect() as connection:
            conditions = of_figures(connection, wanted)
            yield from asking.found(connection, Figure, tables.figures, conditions, wanted, after=after)

    def search(self, text: str, *, limit: int = 20, after: str | None = None) -> Matches:
        """Reports with all these words, the newest first, and the states, people, offices and bodies named so.

        Case and accents do not matter. ``"trade deal"`` in quotes: one word after the other; ``enrich*``: words that
        begin so. Names are found by the beginnings of their words. ``limit`` is of both lists; ``after`` is the
        ``after`` of what was found before: the hits that follow, without the names.

        :raises UsageError: there is no word in ``text``, no such report to go on after, or the limit is below 1.
        """
        if limit < 1:
            raise UsageError(f"A limit of {limit} leaves nothing. Ask for at least 1.")
        with self._engine.connect() as connection:
            return search(connection, text, limit=limit, after=after)

    def explain(self, thing: str) -> Explained:
        """An event, statement, agreement or figure with all that is needed to check it.

        ``thing`` is its id or the beginning of it, if no other id begins so.

        :raises UsageError: there is no such thing, or more than one.
        """
        with self._engine.connect() as connection:
            found = asking.explained(connection, thing)
            return replace(found, corrections=tuple(correcting.corrections(connection, found.thing.id)))

    def count(self, what: Literal["events", "agreements"], wanted: Filter, *, most: int) -> int:
        """How many of them, as reports tell them, a filter lets through; counted up to ``most``."""
        conditions, table = {
            "events": (of_events, tables.events),
            "agreements": (of_agreements, tables.agreements),
        }[what]
        with self._engine.connect() as connection:
            return listed.count(connection, table, conditions(wanted), most)

    def correct(
        self, act: Act, ids: Sequence[str], *, user: str, note: str = "", changes: Mapping[str, str] | None = None
    ) -> Correction:
        """Put a decision of a user over what dragoman holds. It is kept for good; a newer one on the same events wins.

        ``ids`` are of events or deeds, or their beginnings. ``merge``: they are one deed. ``split``: each is another
        deed; of a single event, it is another than all it was joined with. ``recode``: ``changes`` are its fields, as
        in ``recoding.FIELDS``. ``reject``: there was no such event. ``confirm``: it is right, also after ``reject``.

        :raises UsageError: no such act, event or field; too few events; or nobody is named as user.
        """
        if act not in ACTS:
            raise UsageError(f"{act!r} is no correction. Choose one of {', '.join(ACTS)}.")
        if not user.strip():
            raise UsageError("A correction needs a name to stand for it: --user NAME.")
        if changes and act != "recode":
            raise UsageError(f"{act} changes no fields; --set is of recode only. Recode the event, then {act} it.")
        fields = checked(changes or {}) if act == "recode" else {}
        with self._writer.begin() as connection:
            events = correcting.wanted(connection, act, ids)
            for _, event in events:
                check_mode(event, fields)
            alone = {"alone": True} if act == "split" and len(ids) == 1 and not ids[0].startswith("x") else {}
            correcting.keep(connection, act, events, fields or alone, Signed(user, _now(), note))
            judge_again(connection, {event.document for _, event in events})
            return list(correcting.corrections(connection))[-1]

    def corrections(self, *events: str) -> Iterator[Correction]:
        """What users decided, oldest first: all of it, or that on any of the events with these ids."""
        with self._engine.connect() as connection:
            yield from correcting.corrections(connection, *events)

    @property
    def path(self) -> str:
        """The file that it is kept in."""
        return self._engine.url.database or ""

    def edition(self) -> Edition:
        """What the record holds now was read by whom, with which codebook, and when."""
        with self._engine.connect() as connection:
            return edition(connection)

    def pulse(self) -> int:
        """A number that is another one after each change, whichever process makes it; of this object only."""
        return self._pulse.beat()

    def close(self) -> None:
        self._pulse.stop()
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
