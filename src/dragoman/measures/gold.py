"""The text of a gold file."""

from __future__ import annotations

from pathlib import Path

from dragoman.errors import UsageError


def gold_text(gold: Path) -> str:
    """All of a file in UTF-8, line ends as they are, without a byte order mark.

    :raises UsageError: it is a folder, cannot be read, or is not UTF-8.
    """
    try:
        return gold.read_bytes().decode("utf-8-sig")
    except IsADirectoryError as error:
        raise UsageError(f"{gold} is a folder; this kind of set is one file. Name the file.") from error
    except OSError as error:
        raise UsageError(f"The gold set {gold} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{gold} is not text in UTF-8 (byte {error.start}). Name the set, or convert it.") from error
