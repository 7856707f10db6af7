"""What became of each document of a run, and the run as a whole."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from dragoman.events.coding import Coding
from dragoman.texts.document import Document
from dragoman.texts.readers import Unreadable


@dataclass(frozen=True, slots=True)
class Coded:
    """A document that was read and coded."""

    coding: Coding


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document that the record held already, read by the same coder with the same codebook."""

    document: Document


Outcome = Coded | Unchanged | Unreadable


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. ``skipped`` lists each document that could not be read, with the reason."""

    read: int
    unchanged: int
    skipped: tuple[Unreadable, ...]
    events: int
    statements: int
    seconds: float

    @property
    def reasons(self) -> dict[str, int]:
        """How many documents were skipped for each reason, the commonest first."""
        return dict(Counter(skipped.reason for skipped in self.skipped).most_common())

    @property
    def nothing_read(self) -> bool:
        """Whether there was no document at all that could be read."""
        return not self.read and not self.unchanged


class Interrupted(KeyboardInterrupt):
    """The user stopped the run (Ctrl-C); ``summary`` says what was read before, all of which is kept."""

    def __init__(self, summary: Summary) -> None:
        super().__init__()
        self.summary = summary


@dataclass(slots=True)
class Journal:
    """Counts outcomes as they come."""

    began: float = field(default_factory=time.monotonic)
    read: int = 0
    unchanged: int = 0
    events: int = 0
    statements: int = 0
    skipped: list[Unreadable] = field(default_factory=list)

    def note(self, outcome: Outcome) -> None:
        match outcome:
            case Coded(coding):
                self.read += 1
                self.events += len(coding.events)
                self.statements += len(coding.statements)
            case Unchanged():
                self.unchanged += 1
            case _:
                self.skipped.append(outcome)

    def summary(self) -> Summary:
        seconds = time.monotonic() - self.began
        return Summary(self.read, self.unchanged, tuple(self.skipped), self.events, self.statements, seconds)
