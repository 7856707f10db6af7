"""Files of events for general use: JSON Lines, CSV, Parquet, Excel, GeoJSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from dragoman.errors import UsageError
from dragoman.extras import library
from dragoman.measures.dealing import Dealing
from dragoman.publication.asked import Asked, Written
from dragoman.publication.cells import cell
from dragoman.publication.exports import Cell, Columns, Thing, write_csv
from dragoman.publication.lines import Line, contradiction, dump, lines
from dragoman.publication.rows import FLAGS, LISTS, REALS, WHOLES, dyad_columns, dyads, event_columns
from dragoman.record.contradiction import Contradiction

_TIES = ("agreements", "figures", "events", "denies", "confirms", "denied_by", "confirmed_by")
_COMPARED = 5_000  # reports laid side by side to find contradictions, those published last: a few milliseconds each
_PAGE = 5_000  # rows that Parquet gets at a time
_SHEET = 1_048_575  # rows that a sheet of Excel holds below its header


def json_lines(asked: Asked, path: Path) -> Written:
    """All that matches, of all kinds, as `dragoman read --to jsonl` has it; with its documents and their actors.

    Contradictions are those whose passages all stand in these documents. Types are of events: with them there is
    nothing else.
    """
    record, wanted = asked.record, asked.wanted
    others = (record.statements(wanted), record.agreements(wanted), record.figures(wanted))
    listings = (record.events(wanted), *(() if wanted.types else others))
    kept = {(found.source.id, found.thing.id) for listing in listings for found in listing}
    documents, things = {document for document, _ in kept}, {thing for _, thing in kept}
    rows = 0
    with _text(path) as out:
        for coding in record.codings():
            if coding.document.id not in documents:
                continue
            for line in lines(coding, record.canonical(coding.document.id)):
                if line["kind"] in ("document", "actor") or line["id"] in things:
                    out.write(dump(_untied(line, things)) + "\n")
                    rows += 1
        for found in () if wanted.types else _contradictions(asked, documents):
            out.write(dump(contradiction(found)) + "\n")
            rows += 1
    older = 0 if wanted.types else max(0, record.reports(wanted, most=asked.edition.documents) - _COMPARED)
    return Written(rows, left_out={"reports too old to be searched for contradictions": older} if older else {})


def csv_of_events(asked: Asked, path: Path) -> Written:
    """A row an event."""
    return _csv(asked.dealings(), event_columns(asked), path)


def csv_of_dyads(asked: Asked, path: Path) -> Written:
    """A row for each ordered pair of states of an event."""
    return _csv(dyads(asked), dyad_columns(asked), path)


def parquet(asked: Asked, path: Path) -> Written:
    """A row an event, lists as lists."""
    arrow, written = library("pyarrow", what="Parquet"), library("pyarrow.parquet", what="Parquet")
    columns = event_columns(asked)
    schema = arrow.schema([(name, _arrow_type(arrow, name)) for name in columns])
    rows = 0
    with written.ParquetWriter(path, schema, compression="zstd") as out:
        for page in _pages(asked.dealings()):
            values = {name: [value(dealing) for dealing in page] for name, value in columns.items()}
            out.write_table(arrow.table(values, schema=schema))
            rows += len(page)
    return Written(rows, tuple(columns))


def workbook(asked: Asked, path: Path) -> Written:
    """An Excel workbook with a sheet of events and one of dyads; no formulas, no links."""
    writer = library("xlsxwriter", what="An Excel file")
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with writer.Workbook(str(path), settings) as book:
        latest = asked.edition.latest or "1970-01-01T00:00:00+00:00"
        book.set_properties({"created": datetime.fromisoformat(latest).replace(tzinfo=None)})
        bold = book.add_format({"bold": True})
        columns = event_columns(asked)
        rows = _sheet(book.add_worksheet("events"), bold, asked.dealings(), columns)
        _sheet(book.add_worksheet("dyads"), bold, dyads(asked), dyad_columns(asked))
    return Written(rows, tuple(columns))


def geojson(asked: Asked, path: Path) -> Written:
    """A feature an event: a point where its place is known to the degree, else without geometry (RFC 7946)."""
    columns = event_columns(asked)
    rows = 0
    with _text(path) as out:
        out.write('{"type": "FeatureCollection", "features": [')
        for dealing in asked.dealings():
            out.write(("," if rows else "") + "\n" + dump(_feature(dealing, columns)))
            rows += 1
        out.write("\n]}\n")
    return Written(rows, tuple(columns))


def _feature(dealing: Dealing, columns: Columns[Dealing]) -> Line:
    place = dealing.event.place
    known = place and place.latitude is not None and place.longitude is not None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place and known else None
    properties = {name: value(dealing) for name, value in columns.items()}
    return {"type": "Feature", "id": dealing.id, "geometry": point, "properties": properties}


def _contradictions(asked: Asked, documents: set[str]) -> Iterator[Contradiction]:
    """Those whose passages all stand in these documents, so that no line speaks of one that is not there."""
    found = asked.record.contradictions(replace(asked.wanted, limit=None), reports=_COMPARED)
    fit = (one for one in found if documents.issuperset(passage.source.id for passage in one.passages))
    yield from islice(fit, asked.wanted.limit)


def _untied(line: Line, things: set[str]) -> Line:
    """Without references to what is left out."""
    for name in _TIES:
        if name in line:
            line[name] = [one for one in line[name] if one in things]
    for change in line.get("stage_changes", ()):
        change["events"] = [one for one in change["events"] if one in things]
    if line.get("nested_in") not in things and "nested_in" in line:
        line["nested_in"] = None
    return line


def _csv(things: Iterable[Thing], columns: Columns[Thing], path: Path) -> Written:
    rows = 0

    def counted() -> Iterator[Thing]:
        nonlocal rows
        for thing in things:
            rows += 1
            yield thing

    with _text(path) as out:
        write_csv(counted(), columns, out)
    return Written(rows, tuple(columns))


def _sheet(sheet: Any, bold: Any, things: Iterable[Thing], columns: Columns[Thing]) -> int:
    """Fill a sheet and say how many rows it has below the header."""
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(columns):
        sheet.write_string(0, at, name, bold)
    row = 0
    for row, thing in enumerate(things, 1):
        if row > _SHEET:
            raise UsageError(f"A sheet holds {_SHEET:,} rows; there are more. Ask for less, or write csv or parquet.")
        for at, value in enumerate(columns.values()):
            _put(sheet, row, at, value(thing))
    return row


def _put(sheet: Any, row: int, at: int, value: Cell) -> None:
    match value:
        case list():
            sheet.write_string(row, at, cell("; ".join(value)))
        case str():
            sheet.write_string(row, at, cell(value))
        case bool():
            sheet.write_boolean(row, at, value)
        case None:
            pass
        case _:
            sheet.write_number(row, at, value)


def _arrow_type(arrow: Any, name: str) -> Any:
    if name in LISTS:
        return arrow.list_(arrow.string())
    if name in REALS:
        return arrow.float64()
    if name in WHOLES:
        return arrow.int64()
    return arrow.bool_() if name in FLAGS else arrow.string()


def _pages(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    page: list[Thing] = []
    for thing in things:
        page.append(thing)
        if len(page) == _PAGE:
            yield page
            page = []
    if page:
        yield page


def _text(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")
