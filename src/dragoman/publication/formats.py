"""The forms in which the record is given away: one function a format, in one list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.ontology import Scale
from dragoman.errors import UsageError
from dragoman.publication.asked import Asked, Written
from dragoman.publication.files import csv_of_dyads, csv_of_events, geojson, json_lines, parquet, workbook
from dragoman.publication.gdelt import gdelt_events, gdelt_mentions, phoenix
from dragoman.publication.graphs import gexf, graphml
from dragoman.publication.polecat import icews, polecat

Write = Callable[[Asked, Path], Written]


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` puts what is asked for into a new file. ``scale`` is the copy of the Goldstein scale used if none is
    named."""

    name: str
    write: Write
    scale: Scale = "median"


FORMATS = (
    Format("jsonl", json_lines),
    Format("csv", csv_of_events),
    Format("csv-dyads", csv_of_dyads),
    Format("parquet", parquet),
    Format("xlsx", workbook),
    Format("geojson", geojson),
    Format("graphml", graphml),
    Format("gexf", gexf),
    Format("polecat", polecat),
    Format("icews", icews, "icews"),
    Format("gdelt", gdelt_events, "gdelt"),
    Format("gdelt-mentions", gdelt_mentions, "gdelt"),
    Format("phoenix", phoenix, "keds"),
)


def format_named(name: str) -> Format:
    """:raises UsageError: there is no such format."""
    for form in FORMATS:
        if form.name == name:
            return form
    raise UsageError(f"{name!r} is no format. Choose one of {', '.join(form.name for form in FORMATS)}.")
