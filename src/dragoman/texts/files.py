"""Files to be read: found in what the user named, opened with the limits that keep one bad file from stopping a run."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from dragoman.errors import DocumentError
from dragoman.texts.encodings import check_text, encoding_of

HEAD = 100_000  # bytes by which a file is judged before it is read
LARGEST = 10_000_000  # bytes of one document; the longest report is a hundredth of it


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or an article in one, that gave no document: ``reason`` to count by, ``message`` in full."""

    path: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class File:
    """One file. ``path`` is as it was given (or the folder given and what leads on from it)."""

    path: str

    @property
    def name(self) -> str:
        return Path(self.path).name

    @property
    def suffix(self) -> str:
        return Path(self.path).suffix.lower()

    def data(self) -> bytes:
        """All bytes. Raises DocumentError (``empty``, ``enormous``) and OSError."""
        size = os.stat(self.path).st_size
        if size > LARGEST:
            raise DocumentError(
                "enormous",
                f"The file has {size / 1e6:.0f} MB; one document may have {LARGEST // 1_000_000}. "
                "If it holds many articles, write them as JSON Lines or CSV: those may be of any size.",
            )
        data = Path(self.path).read_bytes()
        if not data.strip():
            raise DocumentError(
                "empty", "The file is empty." if not data else "The file holds nothing but blank lines."
            )
        return data

    def head(self) -> bytes:
        """The first bytes, to tell by them what the file is."""
        with open(self.path, "rb") as file:
            return file.read(HEAD)

    def open_bytes(self) -> BinaryIO:
        """The bytes, for a format that is read line by line; the first ones are looked at."""
        check_text(self.head())
        return open(self.path, "rb")

    def open_text(self) -> TextIO:
        """The text, line ends untouched. Bytes that the encoding does not have become lone surrogates."""
        head = self.head()
        check_text(head)
        return open(self.path, encoding=encoding_of(head), errors="surrogateescape", newline="")

    def unreadable(self, error: DocumentError, *, part: str = "") -> Unreadable:
        path = f"{self.path}#{part}" if part else self.path
        return Unreadable(path, error.reason, f"{path}: {error}")


def find_files(paths: Iterable[str | Path]) -> Iterator[File | Unreadable]:
    """The files that paths, folders (all below but hidden ones, by name) and globs name; what comes twice, twice."""
    for path in paths:
        yield from _find(os.fspath(path))


def _find(path: str) -> Iterator[File | Unreadable]:
    if os.path.isdir(path):
        yield from _inside(path)
    elif os.path.isfile(path):
        yield File(path)
    elif os.path.exists(path):
        yield Unreadable(path, "no_file", f"{path} is neither a file nor a folder. Give files, folders or patterns.")
    else:
        yield from _matching(path)


def _matching(pattern: str) -> Iterator[File | Unreadable]:
    matches = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []
    if "**" in pattern:  # names what lies in the folders beside the folders
        matches = [match for match in matches if not os.path.isdir(match)]
    for match in matches:
        yield from _find(match)
    if not matches:
        what = "no file fits the pattern" if glob.has_magic(pattern) else "there is no such file or folder"
        yield Unreadable(
            pattern, "missing", f"{pattern}: {what}. Check the spelling and the folder you are in ({os.getcwd()})."
        )


def _inside(folder: str) -> Iterator[File | Unreadable]:
    empty = True
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                empty = False
                yield from _find(os.path.join(directory, name))
    if empty:
        yield Unreadable(
            folder, "no_files", f"{folder}: the folder holds no files (hidden ones are not read). Give another one."
        )
