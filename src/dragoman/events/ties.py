"""Which event a stage change is, and which event a figure measures: found by the words that both rest on.

"Peru and Chile signed a treaty": one clause tells an event (SUPPORT 057) and a step of the treaty (signed).
"The strike killed 12 soldiers": the figure stands in the clause of the ASSAULT.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.actors.actor import Actor
from dragoman.codebook.instruments import Stage
from dragoman.codebook.units import FigureKind
from dragoman.events.agreement import Agreement, StageChange
from dragoman.events.event import Event, Status
from dragoman.events.figure import Figure
from dragoman.texts.document import Span

Actors = Mapping[str, Actor]
_NOT_YET: frozenset[Status] = frozenset({"planned", "called-for", "hypothetical"})
_TALK = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
_BREAK = frozenset({"SANCTION", "REJECT", "RETREAT", "CONCEDE", "THREATEN"})
# The PLOVER events that a step can be. Sanctions are laid on by a SANCTION and lifted by a RETREAT or CONCEDE; a step
# that is still wanted or planned may be an AGREE, a REQUEST or a THREATEN.
_STEPS: Mapping[Stage, frozenset[str]] = {
    "requested": frozenset({"REQUEST", "SUPPORT", "AGREE"}),
    "proposed": frozenset({"REQUEST", "SUPPORT", "AGREE", "CONSULT"}),
    "negotiating": frozenset({"CONSULT", "AGREE", "REQUEST", "SUPPORT"}),
    "agreed": _TALK,
    "initialled": _TALK,
    "signed": _TALK,
    "ratified": _TALK,
    "in_force": _TALK | {"SANCTION", "COERCE", "AID", "RETREAT"},
    "implementing": _TALK | {"AID", "RETREAT"},
    "extended": _TALK | {"SANCTION"},
    "blocked": _BREAK | {"COERCE"},
    "suspended": _BREAK,
    "withdrawn": _BREAK,
    "ended": _BREAK | {"SUPPORT"},
}
_WISHES = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"})
# The PLOVER events that a figure of this sort can measure; one without a sort measures none.
_MEASURED: Mapping[FigureKind, frozenset[str]] = {
    "casualties": frozenset({"ASSAULT", "PROTEST", "COERCE"}),
    "aid": frozenset({"AID", "AGREE", "SUPPORT", "COOPERATE", "REQUEST"}),
    "trade": frozenset({"AGREE", "SUPPORT", "COOPERATE", "SANCTION", "COERCE"}),
    "forces": frozenset({"MOBILIZE", "RETREAT", "AID", "AGREE", "ASSAULT", "THREATEN"}),
    "sanctions": frozenset({"SANCTION", "COERCE", "RETREAT", "CONCEDE", "THREATEN", "AGREE"}),
    "prisoners": frozenset({"COOPERATE", "RETREAT", "COERCE", "CONCEDE", "AGREE", "ASSAULT"}),
    "finance": frozenset({"AID", "AGREE", "SUPPORT", "COOPERATE", "REQUEST"}),
    "term": _TALK,
    "count": frozenset({"CONSULT", "COOPERATE", "AID", "ASSAULT", "AGREE"}),
}


def tie_agreements(agreements: Iterable[Agreement], events: Sequence[Event], actors: Actors) -> tuple[Agreement, ...]:
    """The agreements, each step with the ids of the events that it is."""
    tied = []
    for agreement in agreements:
        ours = [event for event in events if _between(event, agreement.parties, actors)]
        changes = tuple(replace(change, events=_event_of(change, ours)) for change in agreement.stage_changes)
        tied.append(replace(agreement, stage_changes=changes))
    return tuple(tied)


def tie_figures(figures: Iterable[Figure], events: Sequence[Event]) -> tuple[Figure, ...]:
    """The figures, each with the id of the event that it measures."""
    return tuple(
        replace(figure, events=_nearest(figure.evidence[0], _measurable(figure, events))) if figure.evidence else figure
        for figure in figures
    )


def events_of(thing: Agreement | Figure) -> tuple[str, ...]:
    """The ids of the events that an agreement's steps are, or that a figure measures."""
    if isinstance(thing, Figure):
        return thing.events
    return tuple(dict.fromkeys(event for change in thing.stage_changes for event in change.events))


def _event_of(change: StageChange, events: Iterable[Event]) -> tuple[str, ...]:
    """The event that a step is. An end to come ("which will end in March") is not what is agreed in the words around it
    ("agreed to extend the treaty")."""
    steps = [event for event in events if _is_step(event, change)]
    if change.stage == "ended" and change.status in _NOT_YET:
        steps = [e for e in steps if e.event not in _TALK or any(change.evidence.holds(v.span) for v in e.evidence)]
    return _nearest(change.evidence, steps)


def _is_step(event: Event, change: StageChange) -> bool:
    not_yet = change.status in _NOT_YET
    if not_yet != (event.status in _NOT_YET) and event.event not in _WISHES:
        return False
    return event.event in (_STEPS.get(change.stage, frozenset()) | (_WISHES if not_yet else frozenset()))


def _measurable(figure: Figure, events: Iterable[Event]) -> Iterator[Event]:
    allowed = _MEASURED[figure.figure_kind] if figure.figure_kind else frozenset()
    return (event for event in events if event.event in allowed)


def _between(event: Event, parties: Sequence[str], actors: Actors) -> bool:
    """Whether a party takes part; anybody may in what is open to all."""
    return not parties or any(
        actors[actor].country in parties for actor in (*event.actors, *event.recipients) if actor in actors
    )


def _nearest(place: Span, events: Iterable[Event]) -> tuple[str, ...]:
    """The event whose clause is the place, or the smallest that holds it, or the largest within it."""
    found = [
        (not span.holds(place), abs(len(span) - len(place)), event.id)
        for event in events
        for span in (evidence.span for evidence in event.evidence if evidence.field is None)
        if span.holds(place) or place.holds(span)
    ]
    return (min(found)[2],) if found else ()
