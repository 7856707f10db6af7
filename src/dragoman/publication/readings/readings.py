"""All readings: one thread reads them into the record, one after the other, in the order in which they came."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from queue import Full, Queue
from threading import Lock, Thread
from typing import Any

from dragoman.errors import DragomanError
from dragoman.publication.readings.parcel import Parcel
from dragoman.publication.readings.reading import LISTED, Reading, told
from dragoman.record.record import Record
from dragoman.runs.journal import Outcome
from dragoman.runs.local import Coder, outcomes

WAITING = 20  # readings that may wait
_KEPT = 200  # readings whose end can be asked for


class Readings:
    """``coder`` makes what reads; it is called when a report comes in. ``count`` is told what became of each.

    What waits when the program ends is not read: whoever sent it sees no end of it, and can send it again.
    """

    def __init__(self, record: Record, coder: Callable[[], Coder], count: Callable[[str], None]) -> None:
        self._record = record
        self._coder = coder
        self._counted = count
        self._queue: Queue[tuple[str, Parcel]] = Queue(WAITING)
        self._lock = Lock()
        self._known: dict[str, Reading] = {}
        self._thread: Thread | None = None
        self.version = 0
        """Another number after each change of any reading."""

    def begin(self, parcel: Parcel) -> Reading | None:
        """Have a parcel read, now or when its turn comes; ``None`` if too many wait already."""
        reading = Reading(f"p{secrets.token_hex(8)}", "waiting", parcel.files)
        with self._lock:
            self._known[reading.id] = reading
            while len(self._known) > _KEPT and next(iter(self._known.values())).over:
                del self._known[next(iter(self._known))]
            try:
                self._queue.put_nowait((reading.id, parcel))
            except Full:
                del self._known[reading.id]
                return None
            if self._thread is None:
                self._thread = Thread(target=self._work, name="readings", daemon=True)
                self._thread.start()
        return reading

    def get(self, id: str) -> Reading | None:
        with self._lock:
            return self._known.get(id)

    def all(self) -> list[Reading]:
        """Those known, the last one first."""
        with self._lock:
            return list(reversed(self._known.values()))

    def _work(self) -> None:
        while True:
            id, parcel = self._queue.get()
            try:
                self._read(id, parcel)
            except DragomanError as error:  # no parser, no disk
                self._note(id, state="failed", message=str(error), ended=_now())
            except Exception as error:  # a fault of ours must not end the thread: the others would wait for ever
                self._note(id, state="failed", message=f"This is a fault of dragoman: {error!r}", ended=_now())
            finally:
                parcel.throw_away()

    def _read(self, id: str, parcel: Parcel) -> None:
        self._note(id, state="reading", began=_now())
        for outcome in outcomes(parcel.documents(), self._coder(), self._record):
            self._count(id, outcome)
        self._note(id, state="done", ended=_now())

    def _count(self, id: str, outcome: Outcome) -> None:
        known, one = self._known[id], told(outcome)
        documents = known.documents if len(known.documents) >= LISTED else (*known.documents, one)
        self._counted(one.outcome)
        self._note(id, documents=documents, **{one.outcome: getattr(known, one.outcome) + 1})

    def _note(self, id: str, **changes: Any) -> None:
        with self._lock:
            self._known[id] = replace(self._known[id], **changes)
            self.version += 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
