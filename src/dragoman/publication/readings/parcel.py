"""What was sent to be read: files in a folder of their own, until they are read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import UsageError
from dragoman.texts.document import UNKNOWN, Document, Interval
from dragoman.texts.metadata import Metadata
from dragoman.texts.readers import READERS, Unreadable, documents

SUFFIXES = tuple(suffix for reader in READERS for suffix in reader.suffixes)
_LONGEST_NAME = 200  # bytes; file systems allow 255


@dataclass(slots=True)
class Parcel:
    """Files with what is known of them. ``published`` is the date of reports that do not tell theirs."""

    published: Interval = UNKNOWN
    _folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dragoman-")))
    _known: dict[str, Metadata] = field(default_factory=dict)
    _paths: list[Path] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(path.name for path in self._paths)

    def put(self, name: str, content: BinaryIO, known: Metadata | None = None) -> None:
        """Add a file. Each lies in a folder of its own: two may have one name.

        :raises UsageError: a name that is none, or of a kind that cannot be read.
        """
        path = self._folder / str(len(self._paths)) / file_name(name)
        path.parent.mkdir()
        with path.open("wb") as out:
            shutil.copyfileobj(content, out)
        self._paths.append(path)
        if known:
            self._known[str(path)] = known

    def documents(self) -> Iterator[Document | Unreadable]:
        """Its documents, as if their files were given by their bare names."""
        for path in self._paths:
            before = f"{path.parent}/"
            for found in documents([path], metadata=self._known, published=self.published):
                bare = replace(found, path=found.path.removeprefix(before))
                yield replace(bare, message=bare.message.replace(before, "")) if isinstance(bare, Unreadable) else bare

    def throw_away(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def file_name(name: str) -> str:
    """The last part of a name as a browser gives it, fit for any file system.

    :raises UsageError: nothing is left of it, it is too long, or its ending is none that can be read.
    """
    bare = "".join(char for char in name.replace("\\", "/").rpartition("/")[2] if char.isprintable()).strip()
    if bare.strip(".") == "" or len(bare.encode()) > _LONGEST_NAME:
        raise UsageError(f"{name[:80]!r} is no name of a file. Give one of up to {_LONGEST_NAME} bytes: report.txt.")
    if Path(bare).suffix.lower() not in SUFFIXES:
        raise UsageError(f"{bare!r} is of no kind that can be read. Allowed are {', '.join(SUFFIXES)}.")
    return bare
