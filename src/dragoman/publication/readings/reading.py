"""A reading: what was sent to be read at once, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.runs.journal import Coded, Outcome, Unchanged

State = Literal["waiting", "reading", "done", "failed"]
LISTED = 1000  # documents named one by one; the counts cover all


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one document. ``document`` is its id, ``None`` if it was skipped: ``reason`` and ``message`` say
    why."""

    name: str
    outcome: Literal["read", "unchanged", "skipped"]
    document: str | None = None
    events: int = 0
    statements: int = 0
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """``files`` are the names of what was sent; one file may hold many documents. ``message`` says why it failed, if it
    did: what was read before is kept. ``began`` and ``ended`` are UTC, ISO 8601.
    """

    id: str
    state: State
    files: tuple[str, ...]
    read: int = 0
    unchanged: int = 0
    skipped: int = 0
    documents: tuple[Told, ...] = ()
    began: str | None = None
    ended: str | None = None
    message: str | None = None

    @property
    def over(self) -> bool:
        return self.state in ("done", "failed")


def told(outcome: Outcome) -> Told:
    match outcome:
        case Coded(coding):
            document = coding.document
            return Told(document.path, "read", document.id, len(coding.events), len(coding.statements))
        case Unchanged(document):
            return Told(document.path, "unchanged", document.id)
        case _:
            message = outcome.message.removeprefix(f"{outcome.path}: ")
            return Told(outcome.path, "skipped", reason=outcome.reason, message=message)
