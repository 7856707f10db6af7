"""The forms in which the API gives a list away: one function a form, in one list."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from fastapi import HTTPException, Request

from dragoman.errors import UsageError
from dragoman.extras import library
from dragoman.publication.api.resource import Kind, Row
from dragoman.publication.exports import Cell, by_name, write_csv


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with their columns. ``kinds`` says of columns what they hold; what it leaves out shows in the cells.
    ``next`` is the address of the page that follows."""

    columns: tuple[str, ...]
    rows: Sequence[Row]
    kinds: Mapping[str, Kind]
    next: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """``name`` is that in the query (``format=csv``) and the ending of a file, ``media`` that of ``Accept``."""

    name: str
    media: str
    write: Callable[[Table], bytes]


def as_json(table: Table) -> bytes:
    """An object with the rows, as the commands' ``--as json`` has them, and where it goes on."""
    return json.dumps({"items": table.rows, "next": table.next}, ensure_ascii=False).encode()


def as_csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    write_csv(table.rows, by_name(table.columns), out)
    return out.getvalue().encode()


def as_parquet(table: Table) -> bytes:
    parquet, out = library("pyarrow.parquet", what="Parquet"), io.BytesIO()
    parquet.write_table(_arrow(table), out, compression="zstd")
    return out.getvalue()


def as_arrow(table: Table) -> bytes:
    arrow, out = library("pyarrow", what="Arrow"), io.BytesIO()
    made = _arrow(table)
    with arrow.ipc.new_stream(out, made.schema) as stream:
        stream.write_table(made)
    return out.getvalue()


FORMS = (
    Form("json", "application/json", as_json),
    Form("csv", "text/csv", as_csv),
    Form("parquet", "application/vnd.apache.parquet", as_parquet),
    Form("arrow", "application/vnd.apache.arrow.stream", as_arrow),
)


def form_wanted(request: Request, name: str | None) -> Form:
    """That of the query, else the one that ``Accept`` likes best; JSON where all are alike.

    :raises HTTPException: 406, none that there is.
    """
    if name:
        return next(form for form in FORMS if form.name == name)
    liked = list(_liked(request.headers.get("accept") or "*/*"))
    fitting = ((max((q for q, media in liked if _fits(form, media)), default=0.0), form) for form in FORMS)
    best, form = max(fitting, key=itemgetter(0))
    if best > 0:
        return form
    there = ", ".join(form.media for form in FORMS)
    raise HTTPException(406, f"There is no form {request.headers['accept']!r} of this. Accept one of {there}.")


def written(form: Form, table: Table) -> bytes:
    """:raises HTTPException: 406, a library for this form is missing; says which extra has it."""
    try:
        return form.write(table)
    except UsageError as missing:
        raise HTTPException(406, f"{missing} Or ask for json or csv.") from missing


def _liked(accept: str) -> Iterable[tuple[float, str]]:
    """``text/csv;q=0.5, */*`` as weights with media types."""
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((said[2:] for said in parameters if said.startswith("q=")), "1")
        yield _number(weight), media


def _number(weight: str) -> float:
    try:
        return min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return 0.0


def _fits(form: Form, media: str) -> bool:
    return media in (form.media, "*/*", f"{form.media.partition('/')[0]}/*")


def _arrow(table: Table) -> Any:
    arrow = library("pyarrow", what="Arrow")
    types = {
        "text": arrow.string(),
        "list": arrow.list_(arrow.string()),
        "whole": arrow.int64(),
        "real": arrow.float64(),
    }
    cells = {name: [row[name] for row in table.rows] for name in table.columns}
    schema = [(name, types[table.kinds.get(name) or _kind(cells[name])]) for name in table.columns]
    return arrow.table(cells, schema=arrow.schema(schema))


def _kind(cells: Iterable[Cell]) -> Kind:
    """Of a column of a measure: names and days are text, all else is numbers."""
    return "text" if any(isinstance(value, str) for value in cells) else "real"
