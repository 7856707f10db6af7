"""A run in a few lines for the one who started it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.runs.journal import Summary

_LISTED = 20  # skipped reports named one by one; the counts cover all


def report(summary: Summary, *, record: Path | None, interrupted: bool = False) -> str:
    """What was read, where it is kept, and what was skipped, and why."""
    return "\n".join(_lines(summary, record, interrupted))


def _lines(summary: Summary, record: Path | None, interrupted: bool) -> Iterator[str]:
    if interrupted:
        kept = "is kept; the same command goes on from there" if record else "was not to be kept"
        yield f"Interrupted. What was read before {kept}."
    yield (
        f"{_count(summary.read, 'report')} read in {summary.seconds:.1f} s: {_count(summary.events, 'event')}, "
        f"{_count(summary.statements, 'statement')}."
        + (f" Record: {record}" if record and not summary.nothing_read else "")
    )
    if summary.unchanged:
        yield f"{_count(summary.unchanged, 'report')} left alone: recorded before."
    if summary.skipped:
        reasons = ", ".join(f"{reason} {number}" for reason, number in summary.reasons.items())
        yield f"{_count(len(summary.skipped), 'report')} skipped ({reasons}):"
        yield from (f"  {skipped.message}" for skipped in summary.skipped[:_LISTED])
    if len(summary.skipped) > _LISTED:
        yield f"  … and {len(summary.skipped) - _LISTED} more."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
