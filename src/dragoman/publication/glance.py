"""All relationships of a record, counted once for as long as the record stays what it is."""

from __future__ import annotations

from dragoman.measures.dyads import Dyads, counted
from dragoman.measures.scales import Scores
from dragoman.record.record import Record


class Glance:
    """In a record of 100,000 reports there are 23,000 pairs, and to count them anew for each page takes a second."""

    def __init__(self, record: Record, scores: Scores) -> None:
        self._record, self._scores = record, scores
        self._seen: tuple[int, Dyads] | None = None

    def dyads(self) -> Dyads:
        beat = self._record.pulse()  # before they are counted: what changes meanwhile is counted the next time
        if self._seen is None or self._seen[0] != beat:
            self._seen = (beat, counted(self._record.pairs(), self._scores))
        return self._seen[1]
