"""Contacts: at which rank, through which channel, and how long ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.measures.dealing import Dealing
from dragoman.measures.periods import bounds

# From the top down; what is none of these comes after them.
RANKS = (
    *("head_of_state", "supreme_leader", "legislature_speaker", "foreign_minister", "cabinet"),
    *("deputy_foreign_minister", "ministry_officials", "ambassador", "parliament", "spokesperson", "state"),
    *("international_organisation", "religious_body", "non_state_groups", "media", "analysts"),
)


@dataclass(frozen=True, slots=True)
class LastContact:
    """The latest known contact at a rank. ``day`` is the last day on which it may have been."""

    rank: str
    day: date
    dealing: Dealing


def is_contact(dealing: Dealing) -> bool:
    """Whether people of both sides met, called or wrote (PLOVER's CONSULT), and it was done."""
    return dealing.done and dealing.event.event == "CONSULT"


def last_contacts(dealings: Iterable[Dealing], *, until: date) -> dict[str, LastContact]:
    """By rank: the last contact that was over by ``until``. Those of no known date are left out."""
    last: dict[str, LastContact] = {}
    for dealing in filter(is_contact, dealings):
        known = bounds(dealing.event.date)
        if known is None or known[1] > until:
            continue
        for rank in dealing.event.level:
            if rank not in last or last[rank].day < known[1]:
                last[rank] = LastContact(rank, known[1], dealing)
    return dict(sorted(last.items(), key=lambda item: rank_order(item[0])))


def ages(dealings: Iterable[Dealing], ends: Sequence[date]) -> Iterator[dict[str, int]]:
    """For each of ``ends``, which are in order: by rank, how many days ago the last contact was over."""
    known = ((bounds(dealing.event.date), dealing.event.level) for dealing in filter(is_contact, dealings))
    contacts = sorted((ends[1], rank) for ends, ranks in known if ends for rank in ranks)
    last, at = dict[str, date](), 0
    for end in ends:
        while at < len(contacts) and contacts[at][0] <= end:
            day, rank = contacts[at]
            last[rank] = day
            at += 1
        yield {rank: (end - day).days for rank, day in last.items()}


def rank_order(rank: str) -> tuple[int, str]:
    """A key that sorts ranks from the top down."""
    return (RANKS.index(rank) if rank in RANKS else len(RANKS)), rank
