"""A deed: one thing that was done, with every report that tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.events.event import Event
from dragoman.record.found import Found, Source
from dragoman.record.judgement import Judgement, JudgementKind


@dataclass(frozen=True, slots=True)
class Report:
    """One document that tells of a deed.

    ``published`` are the first and last day on which it may have been (see ``days``), ``credits`` the agencies and
    outlets it is taken from. ``origin`` is the id of the first report that it is a copy of, or shares a source with:
    reports of one origin say it once, not twice. ``lag`` is the number of days from the end of the deed to publication
    at the latest; ``None`` where one of the two has no date.
    """

    source: Source
    published: tuple[str, str]
    credits: tuple[str, ...]
    origin: str
    lag: int | None


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a contact, or what it had been before: ``deed`` is the other deed, ``kind`` its turn.

    ``before`` says that the other one is the earlier stage: it was announced, and this was held.
    """

    kind: JudgementKind
    deed: str
    before: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """``tellings`` and ``reports`` are in order of publication; ``judgements`` say why they are held to be one.

    ``claims`` are those of the tellings, in their order.
    """

    id: str
    tellings: tuple[Found[Event], ...]
    claims: tuple[str, ...]
    reports: tuple[Report, ...]
    turns: tuple[Turn, ...]
    judgements: tuple[Judgement, ...]

    @property
    def telling(self) -> Found[Event]:
        """The telling that says most: its date the closest, its people the most; of several the first published."""
        return max(self.tellings, key=lambda found: _said(found.thing))

    @property
    def origins(self) -> int:
        """How many independent sources tell of it."""
        return len({report.origin for report in self.reports})


def _said(event: Event) -> tuple[bool, bool, int, bool, float]:
    return (
        event.date.granularity in ("day", "part_of_day"),
        event.date.basis == "stated",
        len(event.actors) + len(event.recipients),
        event.place is not None,
        event.confidence,
    )
