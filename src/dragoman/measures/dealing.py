"""What is counted: a deed between states, once, however many reports tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations, product

from dragoman.actors.actor import Actor
from dragoman.events.event import Event
from dragoman.record.deed import Turn
from dragoman.record.filter import ALL, Filter
from dragoman.record.found import Found
from dragoman.record.pairs import DONE
from dragoman.record.record import Record

Pair = tuple[Actor, Actor | None]


@dataclass(frozen=True, slots=True)
class Dealing:
    """``telling`` is the telling that says most; ``origins`` how many independent sources there are among all of
    ``tellings``. ``turns`` say what became of it, or what it had been before."""

    id: str
    telling: Found[Event]
    tellings: tuple[Found[Event], ...]
    origins: int
    turns: tuple[Turn, ...] = ()

    @property
    def event(self) -> Event:
        return self.telling.thing

    @property
    def done(self) -> bool:
        """Whether it happened or is happening: not what is planned, called for or denied, or did not happen."""
        return self.event.status in DONE

    @property
    def day(self) -> str | None:
        """The one day on which it was done (``YYYY-MM-DD``), if that is known."""
        date = self.event.date
        known = date.start == date.end and date.start and len(date.start) == 10 and date.start[0] != "X"
        return date.start if known else None

    def directed(self) -> list[tuple[str, str]]:
        """The pairs of states (ISO3) that it is between: who does it to whom; both ways where both do it."""
        acting = _countries(self.telling.who(self.event.actors))
        if self.event.symmetric:
            return list(permutations(acting, 2))
        met = _countries(self.telling.who(self.event.recipients))
        return [(one, other) for one, other in product(acting, met) if one != other]

    def pairs(self) -> list[Pair]:
        """Who does it to whom, by person: both ways where both do it, nobody as the other where none is named.

        A state stands back behind its people. Pairs within one state only if there are no others.
        """
        acting = foremost(self.telling.who(self.event.actors))
        if self.event.symmetric:
            pairs: list[Pair] = list(permutations(acting, 2))
        else:
            met = foremost(self.telling.who(self.event.recipients))
            pairs = [(one, other) for one, other in product(acting, met) if one is not other]
        across = [pair for pair in pairs if pair[1] and (pair[0].country != pair[1].country or not pair[0].country)]
        alone: list[Pair] = [(one, None) for one in acting]
        return across or pairs or alone


def dealings(record: Record, wanted: Filter | None = None, *, judged: bool = False) -> Iterator[Dealing]:
    """The deeds that a filter lets through, or all, by date, undated ones last; with ``turns`` if ``judged``."""
    for deed in record.deeds(wanted or ALL, judged=judged):
        yield Dealing(deed.id, deed.telling, deed.tellings, deed.origins, deed.turns)


def foremost(actors: Iterable[Actor]) -> list[Actor]:
    """Each actor once; a bare state only where nobody of it is among them."""
    once = list(dict.fromkeys(actors))
    peopled = {actor.country for actor in once if actor.actor_kind != "state"}
    return [actor for actor in once if actor.actor_kind != "state" or actor.country not in peopled]


def classes(dealings: Iterable[Dealing]) -> tuple[int, int, int, int]:
    """How many of each class: verbal and material cooperation, verbal and material conflict. What PLOVER has no event
    for is of none."""
    counts = Counter(dealing.event.quad for dealing in dealings)
    return counts[1], counts[2], counts[3], counts[4]


def ends(dealings: Iterable[Dealing]) -> tuple[str | None, str | None]:
    """The first and the last day of those that are known to the day; ``None`` where there are none."""
    known = [dealing.day for dealing in dealings if dealing.day]
    return min(known, default=None), max(known, default=None)


def _countries(actors: Iterable[Actor]) -> list[str]:
    return list(dict.fromkeys(actor.country for actor in actors if actor.country))
