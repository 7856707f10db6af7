"""Tokens: who holds one may read the record, or write to it too. The file has only their hashes.

A token is 256 random bits, so nobody finds it by trying, and a plain hash is enough: the slow ones (scrypt) are for
passwords, which people choose from among few. SHA-256 costs a microsecond, so each request can be checked.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from dragoman.errors import UsageError

Scope = Literal["read", "write"]
_PREFIX = "dragoman_"  # so that a token that was left lying about shows what it is
_NAME = re.compile(r"[\w.@+-]{1,64}")


@dataclass(frozen=True, slots=True)
class Token:
    """``name`` is whose it is, ``hash`` the SHA-256 of it in hex, ``added`` the day."""

    name: str
    scope: Scope
    hash: str
    added: str


def tokens(file: Path) -> list[Token]:
    """The tokens of a file: a line each, fields parted by tabs.

    :raises UsageError: there is no such file, or it is none of ours.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The tokens file {file} cannot be read ({error}). `dragoman token add` makes it.") from error
    return list(_parsed(file, text))


def add(file: Path, name: str, scope: Scope) -> str:
    """Make a token and keep its hash; the token itself is kept nowhere.

    :raises UsageError: the name is taken or none, or the file cannot be read or written.
    """
    known = tokens(file) if file.exists() else []
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a token. Use up to 64 letters, digits and . _ @ + - without blanks.")
    if any(token.name == name for token in known):
        raise UsageError(f"{file} has a token {name!r} already. Remove it first, or choose another name.")
    made = _PREFIX + secrets.token_urlsafe(32)
    _write(file, [*known, Token(name, scope, _hash(made), datetime.now(UTC).date().isoformat())])
    return made


def remove(file: Path, name: str) -> None:
    """:raises UsageError: there is no token of this name; those there are are named."""
    known = tokens(file)
    if all(token.name != name for token in known):
        names = ", ".join(token.name for token in known) or "none"
        raise UsageError(f"{file} has no token {name!r}. It has: {names}.")
    _write(file, [token for token in known if token.name != name])


class Keeper:
    """Knows tokens by their file, which is read again when it changes: what is removed there opens nothing any more."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int] | None = None
        self._tokens: list[Token] = []

    def holder(self, token: str) -> Token | None:
        """Whose token this is. All are compared to their last letter: the time it takes tells nothing."""
        try:
            state = self._file.stat()
        except OSError:
            return None  # without the file nobody comes in
        if self._seen != (state.st_mtime_ns, state.st_ino):
            self._tokens, self._seen = tokens(self._file), (state.st_mtime_ns, state.st_ino)
        given = _hash(token)
        return next(iter([one for one in self._tokens if hmac.compare_digest(one.hash, given)]), None)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _parsed(file: Path, text: str) -> Iterator[Token]:
    for number, line in enumerate(text.splitlines(), 1):
        match line.split("\t"):
            case [name, ("read" | "write") as scope, hash, added] if len(hash) == 64:
                yield Token(name, scope, hash, added)
            case _:
                raise UsageError(
                    f"{file}, line {number}, is no token: name, read or write, hash and day, parted by tabs."
                )


def _write(file: Path, known: Iterable[Token]) -> None:
    """In place of the old file when all is written; nobody else may read it."""
    lines = ("\t".join((token.name, token.scope, token.hash, token.added)) + "\n" for token in known)
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # with mode 600
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.writelines(lines)
        Path(name).replace(file)
    except OSError as error:
        raise UsageError(f"The tokens file {file} cannot be written: {error.strerror}.") from error
