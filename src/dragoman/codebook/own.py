"""A user's own folder: ``names.tsv`` and ``holders.tsv`` in it come to what is packaged, and win.

``holders.tsv`` has the columns ``key`` (ISO3 code or body id), ``office`` and ``name``; ``title``, ``since``, ``until``
and ``source`` may be empty or left out. Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``. ``names.tsv`` has the
columns of the packaged one. In both, tabs part the fields and a line that begins with ``#`` is a comment. Faults are
all told at once.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.holders import Holder
from dragoman.errors import CodebookError

FILES = ("names.tsv", "holders.tsv")
NEEDED = ("key", "office", "name")
OPTIONAL = ("title", "since", "until", "source")
_OFFICES = ("head_of_state", "supreme_leader", "head_of_government", "foreign_minister", "body_chief")
_TITLES = {"head_of_state": "President", "head_of_government": "Prime Minister", "body_chief": "Secretary-General"}
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Own:
    """The files that a user's folder holds; ``digest`` is eight hex digits over them."""

    names: Path | None = None
    holders: Path | None = None
    digest: str = ""


def own_files(folder: Path | None) -> Own:
    """The files of a user's folder; of none where there is no folder.

    :raises CodebookError: there is no such folder, or it holds neither file, or another table.
    """
    if folder is None:
        return Own()
    wanted = "it may hold names.tsv and holders.tsv"
    if not folder.is_dir():
        raise CodebookError(f"There is no folder {folder}; {wanted}.")
    found = sorted(folder.glob("*.tsv"))
    strange = [path.name for path in found if path.name not in FILES]
    if strange or not found:
        raise CodebookError(f"The folder {folder} holds {', '.join(strange) or 'no table'}; {wanted}.")
    for path in found:
        _check_encoding(path)
    names, holders = (path if (path := folder / name) in found else None for name in FILES)
    digest = hashlib.sha256(b"\x1f".join(path.read_bytes() for path in found)).hexdigest()[:8]
    return Own(names, holders, digest)


def _check_encoding(path: Path) -> None:
    try:
        path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path} is no text in UTF-8 (byte {error.start}); save it as UTF-8.") from error


def read_own(path: Path, *, keys: Collection[str], offices: Collection[str]) -> list[Holder]:
    """The terms of a user's file. ``keys`` are the codes of states and bodies, ``offices`` those of titles.

    :raises CodebookError: with every fault: a column missing or unknown, an unknown key or office, a date of another
        form, a term that ends before it begins.
    """
    lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line and not line.startswith("#")]
    table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    head = tuple(table.fieldnames or ())
    missing, strange = (
        [c for c in NEEDED if c not in head],
        [c for c in head if c not in (*NEEDED, *OPTIONAL, "source")],
    )
    if missing or strange:
        what = f"lacks the column {', '.join(missing)}" if missing else f"has a column {', '.join(strange)}"
        allowed = f"{', '.join(NEEDED)} are needed, {', '.join(OPTIONAL)} allowed, parted by tabs"
        raise CodebookError(f"{path} {what}; {allowed}.")
    rows = list(table)
    faults = [f"{path}, {row['name'] or '(no name)'}: {f}" for row in rows for f in _faults(row, keys, offices)]
    if faults:
        raise CodebookError(f"{len(faults)} fault{'s' if len(faults) > 1 else ''} in {path}:\n  " + "\n  ".join(faults))
    return [_holder(row, path) for row in rows]


def _faults(row: Mapping[str, str | None], keys: Collection[str], offices: Collection[str]) -> Iterator[str]:
    if not row["name"]:
        yield "name is missing"
    if row["key"] not in keys:
        yield f"key is {row['key']!r}; needed is an ISO code of three letters (FIN) or the id of a body (NATO)"
    if row["office"] not in (*_OFFICES, *offices):
        allowed = ", ".join((*_OFFICES, *sorted({*offices} - {*_OFFICES})))
        yield f"office is {row['office']!r}; allowed are {allowed}"
    dates = [(name, row.get(name) or "") for name in ("since", "until")]
    wrong = [(name, value) for name, value in dates if value and not _DATE.fullmatch(value)]
    for name, value in wrong:
        yield f"{name} is {value!r}; write a day 2024-05-09, a month 2024-05, a year 2024, or nothing"
    (_, since), (_, until) = dates
    if not wrong and until and until < since[: len(until)]:
        yield f"it ends ({until}) before it begins ({since})"


def _holder(row: Mapping[str, str | None], path: Path) -> Holder:
    office = row["office"] or ""
    title = row.get("title") or _TITLES.get(office) or office.replace("_", " ").title()
    dates = (row.get("since") or "", row.get("until") or "")
    return Holder(row["key"] or "", office, title, row["name"] or "", *dates, row.get("source") or path.name)
