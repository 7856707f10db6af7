"""The finders of contradictions, in the order in which what they find is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dragoman.record import odds_agreements, odds_deeds, odds_figures, odds_reports, odds_sides
from dragoman.record.contradiction import KINDS, Contradiction
from dragoman.record.dossier import Dossier
from dragoman.record.filter import Filter
from dragoman.record.kinds import known

FINDERS: tuple[Callable[[Dossier], Iterator[Contradiction]], ...] = (
    odds_deeds.denied,
    odds_deeds.dates,
    odds_deeds.places,
    odds_deeds.people,
    odds_figures.figures,
    odds_agreements.signatures,
    odds_agreements.expiries,
    odds_agreements.lengths,
    odds_agreements.ends,
    odds_agreements.stages,
    odds_agreements.members,
    odds_agreements.imposed,
    odds_sides.one_sided,
    odds_deeds.ordinals,
    odds_reports.corrected,
    odds_reports.old_dates,
    odds_agreements.unclear,
    odds_deeds.wording,
)


def contradictions(dossier: Dossier, wanted: Filter) -> Iterator[Contradiction]:
    """What is found in a dossier, each once: first what cannot be apparent only, then by finder.

    :raises UsageError: a type that is none.
    """
    types = known(wanted.types, KINDS, "contradiction")
    found = list(_followed([one for finder in FINDERS for one in finder(dossier)]))
    fit = (one for one in found if one.states >= {*wanted.states} and (not types or one.kind in types))
    once = {one.id: one for one in fit}
    yield from sorted(once.values(), key=lambda one: one.apparent is not None)


def _followed(found: list[Contradiction]) -> Iterator[Contradiction]:
    """Where a report corrects an earlier one, that they differ is no news."""
    versions = [{one.source.id for one in notice.passages} for notice in found if notice.kind == "corrected"]
    for one in found:
        documents = {passage.source.id for passage in one.passages}
        told = one.kind != "corrected" and len(documents) > 1 and documents in versions
        yield replace(one, apparent="the later report corrects the earlier one") if told else one
