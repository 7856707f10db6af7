"""How statements stand toward the states and bodies they name, and what they are about, judged on labels by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.label import Fault, Labelled, Row, same_name, share, span_of
from benchmarks.said import ENOUGH
from dragoman.events.event import Statement
from dragoman.measures.figures import Figure, Report
from dragoman.texts.document import Span

SIGNS = {"+": "supportive", "-": "critical", "=": "neutral"}


@dataclass(slots=True)
class Tally:
    """What was wanted, given and both, of one kind of thing."""

    wanted: int = 0
    given: int = 0
    right: int = 0

    def add(self, wanted: set[str], given: set[str]) -> None:
        self.wanted, self.given = self.wanted + len(wanted), self.given + len(given)
        self.right += len(wanted & given)

    def figure(self, name: str) -> Figure:
        precision, recall = self.right / max(self.given, 1), self.right / max(self.wanted, 1)
        return Figure(name, 2 * precision * recall / max(precision + recall, 1e-9), precision, recall)


@dataclass(slots=True)
class Tallies:
    found: list[bool] = field(default_factory=list)
    named: Tally = field(default_factory=Tally)
    taken: Tally = field(default_factory=Tally)
    topics: Tally = field(default_factory=Tally)
    same: list[bool] = field(default_factory=list)
    neutral: list[bool] = field(default_factory=list)


def judge_stances(texts: Iterable[Labelled]) -> tuple[Report, list[Fault]]:
    """Shares over all labelled statements; one that is not found has no stances and no topics."""
    tallies, faults = Tallies(), list[Fault]()
    for one in texts:
        for row in one.rows:
            faults += _judge(one, row, tallies)
    figures = (
        Figure("statements found", share(tallies.found)),
        tallies.named.figure("states and bodies named"),
        tallies.taken.figure("stances taken"),
        Figure("stance right on named", share(tallies.same)),
        Figure("if all were neutral", share(tallies.neutral)),
        tallies.topics.figure("topics"),
    )
    return Report("stances", len(tallies.found), "labelled statements", figures), faults


def _judge(one: Labelled, row: Row, tallies: Tallies) -> Iterator[Fault]:
    said = _statement(one, span_of(row))
    wanted = {part[:-1]: SIGNS[part[-1]] for part in row["stances"].split(";") if part}
    given = _given(one, said, wanted) if said else {}
    topics, told = set(filter(None, row["topics"].split(";"))), set(said.topics if said else ())
    tallies.found.append(said is not None)
    tallies.named.add(set(wanted), set(given))
    tallies.taken.add(_taken(wanted), _taken(given))
    tallies.topics.add(topics, told)
    both = wanted.keys() & given.keys()
    tallies.same += [wanted[name] == given[name] for name in both]
    tallies.neutral += [wanted[name] == "neutral" for name in both]
    words = repr(one.words(span_of(row))[:110])
    if said is None:
        yield one.fault("missed statement", words)
        return
    for cause, more in (
        ("missed stance", _taken(wanted) - _taken(given)),
        ("false stance", _taken(given) - _taken(wanted)),
    ):
        yield from (one.fault(cause, f"{name}: {words}") for name in sorted(more))
    for cause, names in (("missed topic", topics - told), ("false topic", told - topics)):
        yield from (one.fault(cause, f"{name}: {words}") for name in sorted(names))
    for cause, names in (("missed name", wanted.keys() - given.keys()), ("false name", given.keys() - wanted.keys())):
        yield from (one.fault(cause, f"{name}: {words}") for name in sorted(names))


def _statement(one: Labelled, wanted: Span) -> Statement | None:
    """The statement that shares most with the place, if that is half of both together."""
    scored = ((_shared(wanted, s), s) for s in one.coding.statements)
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= ENOUGH else None


def _shared(wanted: Span, statement: Statement) -> float:
    inside = sum(max(0, min(wanted.end, s.end) - max(wanted.start, s.start)) for s in statement.content)
    return inside / (len(wanted) + sum(map(len, statement.content)) - inside)


def _given(one: Labelled, said: Statement, wanted: Iterable[str]) -> dict[str, str]:
    """Stances by state, or by the wanted name of a body (its own where none is wanted)."""
    bodies = {actor.id: [actor.name, *(m.words for m in actor.mentions)] for actor in one.coding.actors}
    found = {}
    for stance in said.stances:
        forms = [stance.state] if stance.state else bodies[stance.body or ""]
        found[next((w for w in wanted for form in forms if w == form or _same_body(w, form)), forms[0])] = stance.stance
    return found


def _same_body(wanted: str, form: str) -> bool:
    return len(wanted) > 3 and same_name(wanted, form)


def _taken(stances: dict[str, str]) -> set[str]:
    return {f"{name} {stance}" for name, stance in stances.items() if stance != "neutral"}
