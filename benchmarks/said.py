"""Who said what, judged on labelled quotations: found (half of the characters in common), and the speaker of those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from benchmarks.label import Fault, Labelled, Row, same_name, share, span_of
from dragoman.actors.actor import Actor
from dragoman.events.event import Statement
from dragoman.measures.figures import Figure, Report
from dragoman.texts.document import Span

ENOUGH = 0.5  # Jaccard index of characters from which a quotation counts as found
INSIDE = 0.8  # share of a statement that must lie in the label to count as a part of it


def judge_quotes(texts: Iterable[Labelled]) -> tuple[Report, list[Fault]]:
    """Shares by mode: found; of those the speaker right; both of all."""
    found: dict[str, list[bool]] = defaultdict(list)
    speakers: dict[str, list[bool]] = defaultdict(list)
    faults: list[Fault] = []
    for one in texts:
        for row in (row for row in one.rows if row["mode"] != "none"):
            mode, quoted = row["mode"], repr(one.words(span_of(row))[:70])
            statement = _statement(one, row)
            found[mode].append(statement is not None)
            if statement is None:
                faults.append(one.fault(f"missed {mode}", quoted))
                continue
            right = _speaker_right(one, statement, row)
            speakers[mode].append(right)
            if not right:
                names = [actor.name for actor in _speakers(one, statement)]
                cause = f"{mode} speaker {'wrong' if names else 'missing'}"
                faults.append(one.fault(cause, f"{quoted} by {names}, not {row['speaker']!r}"))
    items = sum(map(len, found.values()))
    return Report("quotations", items, "labelled quotations", tuple(_shares(found, speakers))), faults


def _shares(found: dict[str, list[bool]], speakers: dict[str, list[bool]]) -> Iterator[Figure]:
    for mode in ("direct", "mixed", "indirect"):
        yield Figure(f"{mode} found", share(found[mode]))
        yield Figure(f"{mode} speaker right", share(speakers[mode]))
        yield Figure(f"{mode} found with speaker", sum(speakers[mode]) / max(len(found[mode]), 1))


def _statement(one: Labelled, row: Row) -> Statement | None:
    """The statement that is the quotation: alone, or with the others that its cue cuts it into."""
    wanted = _characters(_spans(row))
    contents = [(_characters(s.content), s) for s in one.coding.statements]
    score, best = max(((_jaccard(wanted, c), s) for c, s in contents), key=lambda pair: pair[0], default=(0.0, None))
    if score >= ENOUGH:
        return best
    parts = [c for c, _ in contents if len(c & wanted) >= INSIDE * len(c)]
    return best if _jaccard(wanted, set().union(*parts)) >= ENOUGH else None


def _spans(row: Row) -> list[Span]:
    more = (part.split("-") for part in row["more"].split(";") if part)
    return [span_of(row), *(Span(int(start), int(end)) for start, end in more)]


def _characters(spans: Iterable[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end)}


def _jaccard(a: set[int], b: set[int]) -> float:
    return len(a & b) / max(len(a | b), 1)


def _speakers(one: Labelled, statement: Statement) -> list[Actor]:
    return [actor for actor in one.coding.actors if actor.id in statement.speakers]


def _speaker_right(one: Labelled, statement: Statement, row: Row) -> bool:
    wanted, given = row["speaker"].split("/"), _speakers(one, statement)
    if not given:
        return "anonymous" in wanted
    return any(same_name(name, form) for actor in given for form in _forms(actor) for name in wanted)


def _forms(actor: Actor) -> set[str]:
    """A person or body by its name; a state by any of its words ("UK", "Britain")."""
    return {actor.name, *(m.words for m in actor.mentions if actor.actor_kind == "state")}
