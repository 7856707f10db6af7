"""From the bytes of a file to its text, or to the reason why there is none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import charset_normalizer

from dragoman.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (or a Word, Excel or OpenDocument file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 50_000


def check_text(data: bytes) -> None:
    """Raise DocumentError (``binary``) if the bytes are of a known kind that is no text, or hold NUL bytes."""
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind:
        raise DocumentError("binary", f"This is {kind}, not text. Save it as plain text or HTML and read that.")
    if b"\x00" in data and marked_encoding(data) not in ("utf-16", "utf-32"):
        raise DocumentError(
            "binary", "This file holds NUL bytes, so it is no text. Save it as plain text or HTML and read that."
        )


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the start says."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of a file, line ends and a UTF-8 byte order mark as they are.

    Tried in this order: the byte order mark, ``declared`` (an encoding's name found in the file), UTF-8, Windows-1252
    if nearly all is ASCII (as in English it is), the guess of charset-normalizer.

    :raises DocumentError: ``binary`` or ``undecodable``.
    """
    check_text(data)
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):  # LookupError: a page may declare an encoding that does not exist
            continue
        if len(_CONTROL.findall(text)) > len(text) / 100:
            raise DocumentError(
                "binary", "More than one character in a hundred is a control character, so this is no text."
            )
        return text
    raise DocumentError(
        "undecodable",
        "The bytes are valid text in no encoding that could be guessed (tried UTF-8, Windows-1252 and others). "
        "Convert the file to UTF-8 (for example with iconv) and read it again.",
    )


def encoding_of(head: bytes) -> str:
    """The encoding of a file that begins so, for one that is read bit by bit."""
    cut = head[: max(head.rfind(b"\n"), 0)] or head  # not in the middle of a character
    for encoding in _candidates(cut, None):
        try:
            cut.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "utf-8-sig" if encoding == "utf-8" else encoding
    return "utf-8-sig"


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    marked = marked_encoding(data)
    if marked:
        yield marked
    if declared:
        yield declared
    yield "utf-8"
    if sum(byte > 0x7F for byte in data[:_SAMPLE]) < len(data[:_SAMPLE]) * 0.05:
        yield "cp1252"
    guess = charset_normalizer.from_bytes(_telling(data)).best()
    if guess:
        yield guess.encoding


def _telling(data: bytes) -> bytes:
    """A stretch round the first byte that is not ASCII; guessing over ten million bytes takes half a minute."""
    found = re.search(rb"[\x80-\xff]", data)
    start = max(0, found.start() - _SAMPLE) if found else 0
    return data[start : start + 2 * _SAMPLE]
