"""What came with a document beside its text: from a user's table, a page's head or the fields of a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import DocumentError, UsageError
from dragoman.texts.document import UNKNOWN, Document, Interval
from dragoman.texts.encodings import decode
from dragoman.texts.named_days import interval_of

COLUMNS = ("file", "published", "date", "outlet", "title", "url", "language")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document from outside its text; ``None`` and ``UNKNOWN`` say nothing."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Interval = UNKNOWN

    def over(self, document: Document) -> Document:
        """The document with what is known here in place of what it had."""
        return replace(
            document,
            title=self.title or document.title,
            outlet=self.outlet or document.outlet,
            url=self.url or document.url,
            language=self.language or document.language,
            published=document.published if self.published is UNKNOWN else self.published,
        )


NOTHING = Metadata()


def read_metadata(path: str | Path) -> Mapping[str, Metadata]:
    """A table of reports: CSV, or TSV if the name ends so, with a heading.

    The column ``file`` holds a file name, a path as it is given to ``read``, or ``feed.jsonl#12``; beside it any of
    ``published`` (or ``date``; a day, month or year), ``outlet``, ``title``, ``url``, ``language``.

    :raises UsageError: the file cannot be read, lacks ``file`` or all others, names a file twice, or has a wrong date.
    """
    path = Path(path)
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise UsageError(f"The metadata file {path} cannot be read: {error.strerror}. Check its name.") from error
    except DocumentError as error:
        raise UsageError(f"The metadata file {path} cannot be read: {error}") from error
    dialect = "excel-tab" if path.suffix.lower() in (".tsv", ".tab") else "excel"
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), dialect=dialect)
    columns = [name.strip().lower() for name in rows.fieldnames or ()]
    if "file" not in columns or not set(columns) & set(COLUMNS[1:]):
        raise UsageError(
            f"The metadata file {path} has the columns {', '.join(columns) or '(none)'}; "
            f"needed are file and at least one of {', '.join(COLUMNS[1:])}."
        )
    found: dict[str, Metadata] = {}
    for row in rows:
        fields = {(name or "").strip().lower(): value.strip() for name, value in row.items() if isinstance(value, str)}
        file = fields.get("file", "")
        if file in found:
            raise UsageError(f"{path}, line {rows.line_num}: {file} stands in the table twice; keep one of the two.")
        if file:
            found[file] = _metadata(fields, f"{path}, line {rows.line_num}")
    return found


def _metadata(fields: Mapping[str, str], where: str) -> Metadata:
    date = fields.get("published") or fields.get("date")
    try:
        published = interval_of(date) if date else UNKNOWN
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from error
    return Metadata(
        title=fields.get("title") or None,
        outlet=fields.get("outlet") or None,
        url=fields.get("url") or None,
        language=fields.get("language") or None,
        published=published,
    )
