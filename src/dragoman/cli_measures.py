"""The commands that count: dyads, series, network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli_options import BYS, FORM, LIMIT, RECORD, SCALES, SINCE, UNTIL, opened, state

if TYPE_CHECKING:
    from dragoman.codebook.ontology import Scale
    from dragoman.measures.periods import By

SCALE = click.option(
    "--scale", type=click.Choice(SCALES), default="median", show_default=True, help="Which copy of Goldstein's scale."
)


@click.command()
@click.argument("name", required=False, metavar="[STATE]")
@SINCE
@UNTIL
@LIMIT
@SCALE
@FORM
@RECORD
def dyads(
    name: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    scale: Scale,
    form: str,
    record: Path | None,
) -> None:
    """All pairs of states, and what passed between them.

    Each deed is counted once, however many reports tell of it; what was only planned, called for or denied is not
    counted. Net is the net cooperation index: from -1, conflict alone, to +1, cooperation alone.
    """
    import dragoman
    from dragoman.publication.measured import show_measure

    wanted = dragoman.Filter(states=(state(name),) if name else (), since=since, until=until, limit=limit)
    with opened(record) as kept:
        found = dragoman.dyads(kept, wanted=wanted, scale=scale)
    show_measure(found, form)


@click.command()
@click.argument("one", metavar="STATE")
@click.argument("other", metavar="STATE")
@click.option("--by", type=click.Choice(BYS), default="month", show_default=True, help="The length of a period.")
@SINCE
@UNTIL
@click.option("--against", nargs=2, metavar="STATE STATE", help="Set beside what passed between these two.")
@SCALE
@FORM
@RECORD
def series(
    one: str,
    other: str,
    by: By,
    since: str | None,
    until: str | None,
    against: tuple[str, str] | None,
    scale: Scale,
    form: str,
    record: Path | None,
) -> None:
    """What passed between two states, period by period.

    Deeds by class, Goldstein's values summed, contacts by rank, the share of independent sources, and where the level
    changes. CSV and JSON have all of it: also the mean, PLOVER's score, contacts by channel, and the days since the
    last contact at each rank.
    """
    import dragoman
    from dragoman.measures.comparison import compare
    from dragoman.publication.measured import show_measure

    with opened(record) as kept:
        pairs = [(one, other), *([against] if against else [])]
        asked = [dragoman.Filter(states=(state(a), state(b)), since=since, until=until) for a, b in pairs]
        found = [dragoman.series(kept, wanted, by=by, scale=scale) for wanted in asked]
    show_measure(compare(*found) if against else found[0], form)


@click.command()
@SINCE
@UNTIL
@SCALE
@FORM
@RECORD
def network(since: str | None, until: str | None, scale: Scale, form: str, record: Path | None) -> None:
    """Which states stand in the middle of it.

    By the number of states each deals with (degree), by how many of the shortest ways between others lead over it
    (betweenness), and by the weight of those it deals with (eigenvector).
    """
    import dragoman
    from dragoman.publication.measured import show_measure

    with opened(record) as kept:
        found = dragoman.network(kept, wanted=dragoman.Filter(since=since, until=until), scale=scale)
    show_measure(found, form)
