"""The commands that write files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli_options import FORMATS, PATH, SCALES, STATUS, asked, asking, opened

if TYPE_CHECKING:
    from dragoman.codebook.ontology import Scale


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@asking
@STATUS
@click.option("--scale", type=click.Choice(SCALES), help="Which copy of the Goldstein scale; else the format's own.")
@click.option("--to", type=PATH, required=True, metavar="FILE", help="Where to write; FILE.manifest.json beside it.")
def export(form: str, record: Path | None, scale: Scale | None, to: Path, **wishes: Any) -> None:
    """Write events to a file for other programs.

    \b
    jsonl                        all that is known of them, and statements, agreements, figures
    csv, parquet, xlsx, geojson  a row an event
    csv-dyads                    a row for each pair of states of an event
    graphml, gexf                the network of states
    polecat, icews, gdelt,       the columns of these data sets; only what was done, on a
    gdelt-mentions, phoenix      known day

    The manifest beside FILE has its hash, the versions, the filter, and what was left out and why. parquet, xlsx,
    graphml and gexf need: pip install 'dragoman[exports]'.
    """
    import dragoman

    with opened(record) as kept:
        manifest = dragoman.export(kept, form, to, wanted=asked(**wishes), scale=scale)
    click.echo(f"{manifest.rows:,} rows in {to}, {manifest.bytes:,} bytes.", err=True)
    if manifest.left_out:
        reasons = ", ".join(f"{reason} {count:,}" for reason, count in manifest.left_out.items())
        click.echo(f"Left out: {reasons}.", err=True)
