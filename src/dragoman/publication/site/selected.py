"""The pairs of states of a selection, however large the record is."""

from __future__ import annotations

from dragoman.measures.dyads import Dyads, counted
from dragoman.measures.scales import Scores
from dragoman.publication.desk import Desk
from dragoman.record.filter import Filter

MOST = 10_000  # tellings that are counted for a selection: half a second in a record of a million


def dyads(desk: Desk, wanted: Filter) -> tuple[Dyads, bool]:
    """All pairs between which anything passed, and whether there was more than was counted.

    Of the whole record, or one state's whole time, they are counted already; of any other selection the latest
    ``MOST`` tellings are counted now.
    """
    if wanted == Filter():
        return desk.glance.dyads(), False
    scores = Scores(desk.book)
    if wanted == Filter(states=wanted.states[:1]):
        return counted(desk.record.pairs(*wanted.states), scores), False
    tally = desk.record.tally(wanted, most=MOST)
    found = counted(tally.pairs, scores).dyads
    return Dyads(tuple(dyad for dyad in found if {*wanted.states} <= {dyad.one, dyad.other})), tally.cut
