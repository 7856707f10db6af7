"""Files of many articles: JSON Lines, JSON lists, CSV and TSV with named fields."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.errors import DocumentError
from dragoman.texts.document import Document
from dragoman.texts.encodings import decode
from dragoman.texts.files import HEAD, LARGEST, File, Unreadable
from dragoman.texts.named_days import read_date

# The names a field may have, in the order in which they are tried; case, spaces, hyphens and underscores do not matter.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "fulltext", "articletext", "articlebody", "maintext", "article"),
    "title": ("title", "headline", "head"),
    "published": (
        "published",
        "date",
        "pubdate",
        "publishedat",
        "datepublished",
        "publicationdate",
        "publishdate",
        "datetime",
    ),
    "outlet": ("outlet", "source", "publisher", "newspaper", "publication", "sitename", "site"),
    "url": ("url", "link", "href", "sourceurl"),
    "language": ("language", "lang"),
    "id": ("id", "docid", "articleid", "guid", "uuid"),
}
_DELIMITERS = ",;\t|"


def read_json_lines(file: File) -> Iterator[Document | Unreadable]:
    """One JSON object a line, in UTF-8. A line that is none is reported with its number; the others are read."""
    with file.open_bytes() as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _document(file, number, _json(line, number), where=f"Line {number}")
            except DocumentError as error:
                yield file.unreadable(error, part=str(number))


def read_json(file: File) -> Iterator[Document | Unreadable]:
    """A JSON list of objects, or an object that holds one such list or is itself an article."""
    text = decode(file.data()).removeprefix("\ufeff")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            yield from read_json_lines(file)
            return
        raise DocumentError(
            "bad_json", f"This is not JSON ({error}). Mend it, or write one JSON object a line (.jsonl)."
        ) from error
    for number, row in enumerate(_articles(value), start=1):
        try:
            yield _document(file, number, row, where=f"Entry {number}")
        except DocumentError as error:
            yield file.unreadable(error, part=str(number))


def read_table(file: File) -> Iterator[Document | Unreadable]:
    """CSV (comma, semicolon, tab or bar between fields) or TSV, with a heading. Fields may be in double quotes."""
    try:
        yield from _table(file)
    except (
        UnicodeDecodeError
    ) as error:  # of UTF-16 and UTF-32, which have no stand-in for bytes that are none of theirs
        raise DocumentError(
            "undecodable",
            f"The table breaks off or is damaged: its first bytes say that it is {error.encoding.upper()}, but not all "
            f"of it is ({error.reason}). Save it as UTF-8 and read it again.",
        ) from error


def _table(file: File) -> Iterator[Document | Unreadable]:
    csv.field_size_limit(LARGEST)  # the module's own limit of 131,072 is less than a long report
    with file.open_text() as lines:
        heading = next(lines, "")
        if not heading.strip():
            raise DocumentError("empty", "The table has no heading; its first line must name the columns.")
        delimiter = _delimiter(heading)
        columns = next(csv.reader([heading], delimiter=delimiter), [])
        _check_columns(columns)
        plain = delimiter == "\t" and _one_line_a_row(file, len(columns))
        rows = csv.DictReader(
            lines, columns, delimiter=delimiter, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL
        )
        try:
            for number, row in enumerate(rows, start=1):
                where = f"Line {rows.line_num + 1}"
                try:
                    fields = {name: _unquoted(value) for name, value in row.items()} if plain else row
                    yield _document(file, number, fields, where=where)
                except DocumentError as error:
                    yield file.unreadable(error, part=str(number))
        except csv.Error as error:
            where = f"after line {rows.line_num + 1}"
            raise DocumentError(
                "bad_table", f"The table cannot be read on {where} ({error}). Mend it there."
            ) from error


def _one_line_a_row(file: File, columns: int) -> bool:
    """Whether a table parted by tabs has no quoted line breaks. A quotation mark then opens a field of text, not a
    quoted field: many tables are written so, and a report that begins with a quotation would swallow the next ones."""
    head = file.head().splitlines()[:-1] if len(file.head()) == HEAD else file.head().splitlines()
    return columns > 1 and all(line.count(b"\t") == columns - 1 for line in head if line.strip())


def _unquoted(value: Any) -> Any:
    """A field that was quoted after all: in quotation marks, with all those inside doubled."""
    if isinstance(value, str) and len(value) > 1 and value[0] == value[-1] == '"':
        inside = value[1:-1].replace('""', "\0")
        return value if '"' in inside else inside.replace("\0", '"')
    return value


def _delimiter(heading: str) -> str:
    """The one under which the heading has a column of texts; else the commonest."""
    fit = [d for d in _DELIMITERS if _field(dict.fromkeys(next(csv.reader([heading], delimiter=d)), "x"), "text")]
    return max(fit or _DELIMITERS, key=heading.count)


def _check_columns(columns: Iterable[str]) -> None:
    if not _field(dict.fromkeys(columns, "x"), "text"):
        raise DocumentError(
            "no_text_column",
            f"The table has the columns {', '.join(columns)}; the text must be in one named {_either(FIELDS['text'])}. "
            "Rename the column.",
        )


def _json(line: bytes, number: int) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise DocumentError(
            "undecodable", f"Line {number} is not UTF-8, as JSON Lines must be (byte {error.start}). Convert the file."
        ) from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            "bad_json", f"Line {number} is not JSON ({error}). Mend the line; the others were read."
        ) from error


def _articles(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    lists = (
        [v for v in value.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        if isinstance(value, dict)
        else []
    )
    return lists[0] if len(lists) == 1 and not _field(value, "text") else [value]


def _document(file: File, number: int, row: Any, *, where: str) -> Document:
    if not isinstance(row, dict):
        raise DocumentError("bad_row", f"{where} is a {type(row).__name__}, not an object with a field for the text.")
    text = _field(row, "text")
    if text is None:
        raise DocumentError(
            "empty",
            f"{where} has no text (its fields: {', '.join(map(str, row)) or 'none'}). "
            f"The text must be in {_either(FIELDS['text'])}.",
        )
    part = _field(row, "id") or str(number)
    return Document(
        name=f"{file.name}#{part}",
        path=f"{file.path}#{part}",
        text=text,
        title=_field(row, "title"),
        outlet=_field(row, "outlet"),
        url=_field(row, "url"),
        language=_field(row, "language"),
        published=read_date(_field(row, "published") or ""),
    )


def _field(row: Mapping[Any, Any], name: str) -> str | None:
    """The first of a field's names that has a value. A source given as an object is called by its name."""
    values = {_plain(str(key)): value for key, value in row.items()}
    for key in FIELDS[name]:
        value = values.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value) if name == "text" else str(value).strip()
    return None


def _plain(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _either(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + " or " + names[-1]
