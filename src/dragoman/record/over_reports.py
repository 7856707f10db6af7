"""What the record holds over all reports: deeds, their counts, and where reports contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Engine

from dragoman.record import across
from dragoman.record.contradiction import Contradiction
from dragoman.record.contradictions import contradictions
from dragoman.record.deed import Deed
from dragoman.record.dossier import count_documents, dossier
from dragoman.record.filter import ALL, Filter
from dragoman.record.ids import the_one
from dragoman.record.pairs import Dated, PairCount, counts, dated
from dragoman.record.tallies import Tally, tally


class OverReports:
    """The part of a ``Record`` that asks across documents."""

    _engine: Engine

    def deeds(self, wanted: Filter = ALL, *, after: str | None = None, judged: bool = True) -> Iterator[Deed]:
        """What was done, each deed once, with all its reports; by date, undated ones last.

        Unless ``judged`` it comes faster, without ``judgements`` and ``turns``.
        """
        with self._engine.connect() as connection:
            yield from across.deeds(connection, wanted, after=after, judged=judged)

    def deed(self, id: str) -> Deed:
        """The deed of this id (``x…``, or its beginning), with its reports, and why they are held to tell of one deed.

        :raises UsageError: there is no such deed, or more than one.
        """
        with self._engine.connect() as connection:
            return across.deed(connection, id)

    def canonical(self, document: str) -> dict[str, str]:
        """By event id, for the events of the document with this id: the id of the deed that it tells of."""
        with self._engine.connect() as connection:
            return across.canonical(connection, document)

    def pairs(self, *states: str, limit: int | None = None) -> list[PairCount]:
        """How many deeds of each kind there are between each two states, those with one state (ISO3), or between two.

        They are counted as reports are read, so it takes no longer in a record of many reports. ``limit`` leaves so
        many pairs, those between which most was done.
        """
        with self._engine.connect() as connection:
            return list(counts(connection, *states, limit=limit))

    def dated(self, one: str, other: str, *, exact: bool = True) -> list[Dated]:
        """The deeds of two states (ISO3), counted by kind and time; like ``pairs`` it takes no longer in a record of
        many reports of others. Unless ``exact``, those of a month are counted together."""
        with self._engine.connect() as connection:
            return list(dated(connection, one, other, exact=exact))

    def tally(self, wanted: Filter = ALL, *, most: int = 20_000) -> Tally:
        """What a filter lets through, counted by pairs of states, by states and by places; at most so many tellings."""
        with self._engine.connect() as connection:
            return tally(connection, wanted, most)

    def contradictions(self, wanted: Filter = ALL, *, reports: int | None = None) -> Iterator[Contradiction]:
        """Passages of the reports that cannot all be taken at their word, those first that cannot be apparent only.

        ``states``: of reports that name all of them, and of what concerns them. ``since`` and ``until`` are of
        publication, ``types`` of ``contradiction.KINDS``. It takes time in proportion to the reports asked for (a few
        milliseconds each); ``reports`` leaves so many of them, those published last.

        :raises UsageError: there is no such type.
        """
        with self._engine.connect() as connection:
            yield from islice(contradictions(dossier(connection, wanted, most=reports), wanted), wanted.limit)

    def reports(self, wanted: Filter, *, most: int) -> int:
        """How many reports name all the states wanted and were published in the time wanted; counted up to ``most``."""
        with self._engine.connect() as connection:
            return count_documents(connection, wanted, most=most)

    def contradiction(self, id: str) -> Contradiction:
        """The contradiction of this id (``k…``, or its beginning). All reports are laid side by side to find it.

        :raises UsageError: there is no such contradiction, or more than one.
        """
        fit = {found.id: found for found in self.contradictions() if found.id.startswith(id)}
        nothing = f"No contradiction has an id that begins with {id!r}. `dragoman contradictions` shows the ids."
        return fit[the_one(list(fit), id, nothing=nothing)]
