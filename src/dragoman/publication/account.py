"""What spans reports, in plain text.

A deed: who reports it, from where, how late, and why the reports are held to tell of one deed. A contradiction: its
passages, and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, indent

from dragoman.publication.tables import counted, teller
from dragoman.publication.wording import printable, shown
from dragoman.record.contradiction import Contradiction
from dragoman.record.deed import Deed, Report
from dragoman.texts.document import UNKNOWN

_WIDTH = 100


def account(deed: Deed) -> str:
    """The deed, its reports in order of publication, what became of it, and the reasons."""
    event = deed.telling.thing
    head = f"Deed {deed.id}: {event.event or 'statement'} {event.mode or ''}".rstrip()
    parts = (
        f"{head}, {event.status}, {shown(event.date)}. {counted(deed)}.",
        *_reports(deed),
        *_turns(deed),
        *_why(deed),
    )
    return "\n\n".join(parts)


def dispute(found: Contradiction) -> str:
    """The question, each passage with its place and report, and how both may be right after all."""
    head = f"Contradiction {found.id}: {found.kind}, {', '.join(sorted(found.states)) or 'no state'}. {found.about}."
    parts = [fill(printable(head), _WIDTH)]
    for number, passage in enumerate(found.passages, 1):
        source = passage.source
        published = f", published {shown(source.published)}" if source.published != UNKNOWN else ""
        where = f"{source.path}, characters {passage.span.start}–{passage.span.end}"
        lines = fill(printable(f"{number}. {teller(source)}{published}. {where}"), _WIDTH)
        parts.append(lines + "\n" + indent(fill(printable(f"“{passage.text}”"), _WIDTH - 3), "   "))
    if found.apparent:
        parts.append(fill(f"Perhaps only apparent: {found.apparent}.", _WIDTH))
    return "\n\n".join(parts)


def _reports(deed: Deed) -> Iterator[str]:
    told = {report.source.id: report for report in deed.reports}
    for number, found in enumerate(deed.tellings, 1):
        report = told[found.source.id]
        origin = told[report.origin]
        parts = [found.source.outlet or found.source.name, *_circumstances(report)]
        if origin is not report:
            parts.append(f"not independent of {origin.source.outlet or origin.source.name}")
        lines = fill(printable(f"{number}. {', '.join(parts)}. Event {found.thing.id}."), _WIDTH)
        yield lines + "\n" + indent(fill(printable(f"“{found.passage}”"), _WIDTH - 3), "   ")


def _circumstances(report: Report) -> Iterator[str]:
    first, last = report.published
    if first <= last:
        yield f"published {first}" if first == last else f"published {first} – {last}"
    if report.lag is not None:
        yield {0: "the same day", 1: "a day later"}.get(report.lag, f"{report.lag} days later")
    if report.credits:
        yield f"credits {', '.join(report.credits)}"


def _turns(deed: Deed) -> Iterator[str]:
    for turn in deed.turns:
        yield f"It was announced as {turn.deed}." if turn.before else f"Later {turn.kind}: {turn.deed}."


def _why(deed: Deed) -> Iterator[str]:
    numbers = {claim: number for number, claim in enumerate(deed.claims, 1)}
    for judged in deed.judgements:
        head = f"{numbers[judged.one]} and {numbers[judged.other]} tell of one deed: {judged.score:+g} ({judged.by})"
        lines = [f"  {met.feature:<10} {met.adds:+.2f}  {met.one[:60]} | {met.other[:60]}" for met in judged.why]
        yield "\n".join(map(printable, (head, *lines)))
