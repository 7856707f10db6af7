"""The commands that write files: export, brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli_options import (
    BRIEFS,
    FORMATS,
    PATH,
    RECORD,
    SCALES,
    SINCE,
    STATUS,
    UNTIL,
    asked,
    asking,
    opened,
    state,
)

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
    jsonl                        all that is known of them, and (without --type) statements,
                                 agreements, figures, contradictions
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


@click.command()
@click.argument("one", metavar="STATE")
@click.argument("other", metavar="STATE")
@SINCE
@UNTIL
@click.option("--to", "form", type=click.Choice(BRIEFS), default="md", show_default=True, help="The form.")
@click.option("--out", type=PATH, metavar="FILE", help="Write to this file, not to standard output.")
@RECORD
def brief(
    one: str, other: str, since: str | None, until: str | None, form: str, out: Path | None, record: Path | None
) -> None:
    """What is known of the dealings of two states, to be read.

    A chronology with footnotes to the sentences, contacts by rank, agreements and how they stand, what was announced
    or denied, what was said, figures, and what is not known. HTML prints well; docx needs: pip install
    'dragoman[brief]'.
    """
    import dragoman

    if form == "docx" and not out:
        raise click.UsageError("A Word document is not for the terminal: name a file with --out brief.docx.")
    wanted = dragoman.Filter(states=(state(one), state(other)), since=since, until=until)
    with opened(record) as kept:
        made = dragoman.brief(kept, wanted, form=form)
    if out:
        out.write_bytes(made)
        click.echo(f"The brief is {out}.", err=True)
    else:
        sys.stdout.buffer.write(made)
