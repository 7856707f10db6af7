"""Reading the codebook's files: entries are asked for their fields; what is wrong is gathered, not raised at once."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from dragoman.errors import CodebookError


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: a row of a table or a mapping in YAML. A faulty field is noted and reads as harmless."""

    file: str
    key: str
    values: Mapping[str, Any]
    faults: list[str]

    @property
    def name(self) -> str:
        """The key without those it stands under: ``"phone"`` of ``"CONSULT phone"``."""
        return self.key.rpartition(" ")[2]

    def fault(self, what: str) -> None:
        self.faults.append(f"{self.file}, {self.key}: {what}")

    def optional(self, name: str) -> str | None:
        value = self.values.get(name)
        return None if value is None or value == "" else str(value)

    def text(self, name: str) -> str:
        value = self.optional(name)
        if value is None:
            self.fault(f"{name} is missing")
        return value or ""

    def number(self, name: str) -> float | None:
        value = self.optional(name)
        if value is None:
            return None
        try:
            return float(value)
        except ValueError:
            self.fault(f"{name} is {value!r}; a number is needed")
            return None

    def flag(self, name: str) -> bool:
        """``yes`` or ``no``; a field left out says no."""
        value = self.values.get(name)
        if value in (True, "yes"):
            return True
        if value not in (False, "no", None, ""):
            self.fault(f"{name} is {value!r}; allowed are yes, no")
        return False

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """The value of a field that may only be one of ``allowed``."""
        value = self.text(name)
        if value and value not in allowed:
            self.fault(f"{name} is {value!r}; allowed are {', '.join(allowed)}")
        return value if value in allowed else allowed[0]

    def words(self, name: str) -> tuple[str, ...]:
        """A list in YAML, or words parted by ``|`` in a table."""
        value = self.values.get(name) or ()
        return tuple(value.split("|")) if isinstance(value, str) else tuple(map(str, value))

    def mapping(self, name: str) -> Mapping[str, Any]:
        """A mapping of names to values; empty where the field is left out."""
        value = self.values.get(name) or {}
        if isinstance(value, dict):
            return value
        self.fault(f"{name} is {value!r}; a mapping of names is needed")
        return {}

    def entries(self, name: str) -> Iterator[Entry]:
        """The entries nested under a field."""
        yield from _entries(self.file, self.mapping(name), self.faults, under=f"{self.key} ")


@dataclass(frozen=True, slots=True)
class Files:
    """The codebook's files: those of a folder, and the packaged ones for each that it lacks."""

    folder: Path | None = None
    names: Path | None = None
    """A table of the user's own that comes to ``names.tsv``."""
    faults: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        own = self.folder / name if self.folder else None
        source: Path | Traversable = own if own is not None and own.is_file() else _packaged() / name
        return source.read_text(encoding="utf-8-sig")

    def table(self, name: str, columns: tuple[str, ...]) -> Iterator[Entry]:
        """The rows of a tab-separated table, keyed by their first column; ``#`` opens a line of comment."""
        yield from self._rows(name, self.text(name), columns)

    def own_names(self, columns: tuple[str, ...]) -> Iterator[Entry]:
        """The rows of the user's own names; none where he has no such file."""
        if self.names is not None and self.names.is_file():
            yield from self._rows(str(self.names), self._own_text(), columns)
        elif self.names is not None:
            self.faults.append(f"{self.names}: there is no such file")

    def _own_text(self) -> str:
        return self.names.read_text(encoding="utf-8-sig") if self.names is not None and self.names.is_file() else ""

    def _rows(self, name: str, text: str, columns: tuple[str, ...]) -> Iterator[Entry]:
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(rows.fieldnames or ()) != columns:
            self.faults.append(f"{name}, head: columns are {rows.fieldnames}; needed are {list(columns)}")
            return
        for row in rows:
            entry = Entry(name, str(row[columns[0]]), row, self.faults)
            if None in row or None in row.values():
                entry.fault(f"has not {len(columns)} fields; part them by tabs")
            else:
                yield entry

    def mapping(self, name: str) -> Entry:
        """A YAML file as one entry."""
        try:
            values = yaml.load(self.text(name), _Loader)
        except yaml.YAMLError as error:
            self.faults.append(f"{name}: is no YAML: {' '.join(str(error).split())}")
            values = {}
        if not isinstance(values, dict):
            self.faults.append(f"{name}: holds no mapping of names to entries")
            values = {}
        return Entry(name, "file", values, self.faults)

    def entries(self, name: str) -> Iterator[Entry]:
        """The entries of a YAML file, one a top-level name."""
        yield from _entries(name, self.mapping(name).values, self.faults)

    def digest(self) -> str:
        """Eight hex digits over all data files, also those that other rooms read (titles, patterns)."""
        names = sorted({*_data_files(_packaged()), *self._own()})
        content = "\x1f".join(f"{name}\x1e{self.text(name)}" for name in names) + self._own_text()
        return hashlib.sha256(content.encode()).hexdigest()[:8]

    def check_folder(self) -> None:
        """A folder must be there, and its files must bear names that the codebook reads."""
        if self.folder is not None and not self.folder.is_dir():
            self.faults.append("there is no such folder")
        known = set(_data_files(_packaged()))
        for name in self._own():
            if "/" not in name and name not in known:
                self.faults.append(f"{name}: is no file of the codebook; those are {', '.join(sorted(known))}")

    def _own(self) -> tuple[str, ...]:
        return tuple(_data_files(self.folder)) if self.folder is not None and self.folder.is_dir() else ()

    def check(self) -> None:
        """Raise all faults gathered so far as one error."""
        faults = tuple(dict.fromkeys(self.faults))  # an entry that is read for two purposes tells its faults twice
        if faults:
            count = f"{len(faults)} fault{'s' if len(faults) > 1 else ''}"
            where = self.folder or ("the codebook with your names" if self.names else "the packaged codebook")
            raise CodebookError(f"{count} in {where}:\n  " + "\n  ".join(faults))


class _Loader(yaml.CSafeLoader):
    """The C loader (eight times faster than the plain one) that faults what YAML lets pass: a name used twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                raise ConstructorError(None, None, f"{name!r} stands twice", key.start_mark)
            seen.add(name)
        return super().construct_mapping(node, deep)


def _packaged() -> Traversable:
    return files("dragoman.codebook") / "data"


def _data_files(folder: Path | Traversable, prefix: str = "") -> Iterator[str]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _data_files(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".yaml", ".tsv")):
            yield prefix + item.name


def _entries(file: str, values: Mapping[str, Any], faults: list[str], under: str = "") -> Iterator[Entry]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield Entry(file, f"{under}{key}", value, faults)
        else:
            faults.append(f"{file}, {under}{key}: is {value!r}; a mapping of fields is needed")
