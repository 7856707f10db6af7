"""Whether the record has changed: seen without asking what it holds."""

from __future__ import annotations

from threading import Lock

from sqlalchemy import Connection, Engine


class Pulse:
    """Feels for changes over a connection that is kept open for nothing else: SQLite counts the commits of all other
    connections, those of other processes too, and looking takes microseconds in a record of any size.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._lock = Lock()

    def beat(self) -> int:
        """A number that is another one after each change. It means nothing beyond this object."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.connect()
            beat = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            self._connection.rollback()  # or it would go on seeing the record as it is now
            return int(beat)

    def stop(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
