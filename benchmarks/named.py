"""Who is named, judged on labelled sentences: mentions found, and of those found country, office and person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.label import Fault, Labelled, Row, same_name, same_office, share, span_of
from dragoman.actors.actor import Actor
from dragoman.measures.figures import Figure, Report, figure
from dragoman.texts.document import Span

# An office is an unnamed person. Groups have no class: they are neither missed nor wrong.
CLASSES = {"person": "person", "office": "person", "state": "state", "state/body": "state", "body": "body"}
Found = tuple[Actor, Span]


@dataclass(slots=True)
class Tally:
    """Mentions right, missed and false by class, and fields right or wrong, as the texts are gone through."""

    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    fields: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    faults: list[Fault] = field(default_factory=list)


def judge_mentions(texts: Iterable[Labelled]) -> tuple[Report, list[Fault]]:
    """Precision and recall by class (overlap counts); shares of country, office and person right on those found."""
    tally = Tally()
    for one in texts:
        found = list(_found(one))
        used = set(_matched(one, found, tally))
        _count_false(one, found, used, tally)
    figures = [*_rates(tally), *(Figure(f"{name} right", share(right)) for name, right in tally.fields.items())]
    wanted = tally.hits.total() + tally.missed.total()
    return Report("mentions", wanted, "labelled mentions", tuple(figures)), tally.faults


def _found(one: Labelled) -> Iterator[Found]:
    """Dragoman's mentions in the labelled sentences."""
    judged = [span_of(row) for row in one.rows if row["kind"] == "sentence"]
    for actor in one.coding.actors:
        for mention in actor.mentions:
            if actor.actor_kind in CLASSES and any(place.overlaps(mention.span) for place in judged):
                yield actor, mention.span


def _matched(one: Labelled, found: Sequence[Found], tally: Tally) -> Iterator[int]:
    """Numbers of the found mentions that are labelled ones; each stands for one label at most."""
    used: set[int] = set()
    for row in (row for row in one.rows if row["tier"] == "core" and row["kind"] in CLASSES):
        span, kind = span_of(row), CLASSES[row["kind"]]
        met = [i for i in range(len(found)) if i not in used and _meets(found[i], row)]
        if not met:
            tally.missed[kind] += 1
            tally.faults.append(one.fault(f"missed {kind}", repr(one.words(span))))
            continue
        best = max(met, key=lambda i: _nearness(found[i], row))
        used.add(best)
        tally.hits[kind] += 1
        _judge_fields(one, row, found[best][0], tally)
        yield best


def _meets(found: Found, row: Row) -> bool:
    actor, span = found
    same = CLASSES[actor.actor_kind] == CLASSES[row["kind"]] or row["kind"] == f"state/{actor.actor_kind}"
    return same and span.overlaps(span_of(row))


def _nearness(found: Found, row: Row) -> tuple[int, bool]:
    """Characters in common, and among equals the right person: one place may stand for two people."""
    actor, span = found
    shared = min(span.end, int(row["end"])) - max(span.start, int(row["start"]))
    return shared, same_name(row["person"], actor.name)


def _judge_fields(one: Labelled, row: Row, actor: Actor, tally: Tally) -> None:
    """``-`` was not judged; an office or a person that the label leaves empty there is none to be right about."""
    given = {"country": actor.country or "", "office": actor.office or "", "person": actor.name}
    same = {"country": str.__eq__, "office": _office_right, "person": same_name}
    for name, value in given.items():
        if row[name] == "-" or (not row[name] and name != "country"):
            continue
        right = same[name](row[name], value)
        tally.fields[name].append(right)
        if not right:
            what = f"{one.words(span_of(row))!r} is {value!r}, not {row[name]!r}"
            tally.faults.append(one.fault(f"{name} {'missing' if not value else 'wrong'}", what))


def _office_right(wanted: str, given: str) -> bool:
    return any(same_office(title, given) for title in wanted.split("/"))


def _count_false(one: Labelled, found: Sequence[Found], used: set[int], tally: Tally) -> None:
    """A mention is false unless a label of its class or an optional one lies there: a state inside a body's name is."""
    free = [row for row in one.rows if row["kind"] != "sentence"]
    for i, (actor, span) in enumerate(found):
        kind = CLASSES[actor.actor_kind]
        excused = any(
            span.overlaps(span_of(row)) and (row["tier"] == "optional" or _meets((actor, span), row)) for row in free
        )
        if i not in used and not excused:
            tally.false[kind] += 1
            tally.faults.append(one.fault(f"false {kind}", f"{one.words(span)!r} as {actor.name!r}"))


def _rates(tally: Tally) -> Iterator[Figure]:
    for kind in ("person", "state", "body"):
        hits, missed, false = tally.hits[kind], tally.missed[kind], tally.false[kind]
        yield figure(kind, hits=hits, answers=hits + false, wanted=hits + missed)
    hits, missed, false = tally.hits.total(), tally.missed.total(), tally.false.total()
    yield figure("mentions", hits=hits, answers=hits + false, wanted=hits + missed)
