"""Reports read from files: one function a format, all in one list.

To add a format, write a function that takes a :class:`File` and yields documents, and give it an entry in ``READERS``.
It may raise DocumentError (the file is reported, the run goes on). Language, metadata and size are not its matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import DocumentError
from dragoman.texts.document import UNKNOWN, Document, Interval
from dragoman.texts.encodings import decode
from dragoman.texts.files import LARGEST, File, Unreadable, find_files
from dragoman.texts.language import check_english
from dragoman.texts.metadata import NOTHING, Metadata, read_metadata
from dragoman.texts.named_days import interval_of
from dragoman.texts.pages import looks_like_page, read_page
from dragoman.texts.rows import read_json, read_json_lines, read_table

__all__ = ["READERS", "File", "Metadata", "Reader", "Unreadable", "documents", "interval_of", "read_metadata"]

Found = Document | Unreadable


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: the endings of its files' names, in lower case, and the function that reads one."""

    suffixes: tuple[str, ...]
    read: Callable[[File], Iterator[Found]]


def read_text(file: File) -> Iterator[Document]:
    """Plain text as it is, line ends and byte order mark included: offsets point into the file itself."""
    yield Document(name=file.name, path=file.path, text=decode(file.data()))


def read_unknown(file: File) -> Iterator[Document]:
    """A file whose name says nothing: a web page if it begins as one, else plain text."""
    yield from read_page(file) if looks_like_page(file.head()) else read_text(file)


READERS: tuple[Reader, ...] = (
    Reader((".txt", ".text"), read_text),
    Reader((".html", ".htm", ".xhtml"), read_page),
    Reader((".jsonl", ".ndjson"), read_json_lines),
    Reader((".json",), read_json),
    Reader((".csv", ".tsv", ".tab"), read_table),
)


def documents(
    paths: Iterable[str | Path],
    *,
    metadata: Mapping[str, Metadata] | None = None,
    published: Interval | None = None,
) -> Iterator[Found]:
    """The documents in files, folders and globs, in order, as they are read; ``Unreadable`` for what gives none.

    A file's document is named after the file, an article in a table ``feed.csv#17`` (its id or number). What is known
    of a document comes from ``metadata`` (by path, name or file name) before its own fields or page head, and
    ``published`` is the date of those that have none by then. A path that leads nowhere is Unreadable too.
    """
    for file in find_files(paths):
        if isinstance(file, Unreadable):
            yield file
            continue
        for found in _read(file):
            yield _complete(found, file, metadata or {}, published) if isinstance(found, Document) else found


def _read(file: File) -> Iterator[Found]:
    read = next((reader.read for reader in READERS if file.suffix in reader.suffixes), read_unknown)
    empty = True
    try:
        for found in read(file):
            empty = False
            yield found
        if empty:
            raise DocumentError("empty", "The file holds no articles.")
    except DocumentError as error:
        yield file.unreadable(error)
    except OSError as error:
        yield file.unreadable(DocumentError("unreadable", f"The file cannot be opened ({error.strerror or error})."))


def _complete(document: Document, file: File, metadata: Mapping[str, Metadata], published: Interval | None) -> Found:
    keys = (document.path, document.name, file.path, file.name)
    document = next((metadata[key] for key in keys if key in metadata), NOTHING).over(document)
    try:
        _check(document.text)
        language = check_english(document.text, declared=document.language)
    except DocumentError as error:
        return Unreadable(document.path, error.reason, f"{document.path}: {error}")
    date = document.published if document.published is not UNKNOWN else published or UNKNOWN
    return replace(document, language=language, published=date)


def _check(text: str) -> None:
    if not text.strip("\ufeff \t\r\n"):
        raise DocumentError("empty", "The text is empty.")
    if len(text) > LARGEST:
        raise DocumentError(
            "enormous", f"The text has {len(text) / 1e6:.0f} million characters; one document may have 10."
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(
            "undecodable", f"At character {error.start} the text holds what is no character. Write it anew as UTF-8."
        ) from error
