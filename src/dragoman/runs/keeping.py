"""Where a run keeps what it reads."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.events.coding import Coding
from dragoman.record.engine import check_place
from dragoman.record.record import open_record
from dragoman.texts.document import Document


class Keeping:
    """A record at a path, whose file is made when there is something to keep: a run that reads nothing leaves none.

    :raises RecordError: there can be no record at this path.
    """

    def __init__(self, path: Path) -> None:
        check_place(path, read_only=False)
        self._path = path
        self._record = open_record(path) if path.exists() else None

    def has(self, document: Document, *, coder: str, codebook: str) -> bool:
        """See ``Record.has``."""
        return self._record is not None and self._record.has(document, coder=coder, codebook=codebook)

    def add(self, coding: Coding, *, given: Document) -> bool:
        """See ``Record.add``."""
        self._record = self._record or open_record(self._path)
        return self._record.add(coding, given=given)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._record:
            self._record.close()
