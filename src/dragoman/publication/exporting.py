"""From the record to a file of another form, with a manifest that says what is in it and where it comes from."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from dragoman.codebook.codebook import Codebook
from dragoman.codebook.ontology import SCALES, Scale
from dragoman.errors import UsageError
from dragoman.measures.scales import Scores
from dragoman.publication.asked import Asked
from dragoman.publication.formats import format_named
from dragoman.record.filter import ALL, Filter
from dragoman.record.record import Record


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a file holds and what it was made from; the same record and request give the same file and manifest.

    ``rows`` is its number of rows, features, edges or lines; ``left_out`` counts events that its form has no room for,
    and reports in which no contradictions were looked for, by reason. ``codebooks`` and ``coders`` made the readings
    that hold; ``latest`` is when the youngest was made (UTC). ``filter`` are the wishes that were set.
    """

    file: str
    sha256: str
    bytes: int
    format: str
    rows: int
    columns: tuple[str, ...]
    left_out: Mapping[str, int]
    goldstein_scale: Scale
    filter: Mapping[str, object]
    dragoman: str
    codebooks: tuple[str, ...]
    coders: tuple[str, ...]
    documents: int
    latest: str | None


def export(
    record: Record, form: str, to: str | Path, *, wanted: Filter = ALL, scale: Scale | None = None, book: Codebook
) -> Manifest:
    """Write what a record holds to the file ``to`` in one of ``formats.FORMATS``, and ``to.manifest.json`` beside it.

    ``scale`` is the copy of the Goldstein scale; ``None`` is the format's own. A file that is there is replaced only
    when the new one is whole.

    :raises UsageError: no such format, scale or folder; or a library is not installed (the message says which).
    """
    chosen, target = format_named(form), Path(to)
    if scale is not None and scale not in SCALES:
        raise UsageError(f"{scale!r} is no copy of the Goldstein scale. Choose one of {', '.join(SCALES)}.")
    if target.is_dir() or not target.parent.is_dir():
        what = "is a folder" if target.is_dir() else f"lies in a folder that does not exist: {target.parent}"
        raise UsageError(f"{target} {what}. Name a file in a folder that is there.")
    asked = Asked(record, wanted, Scores(book, scale or chosen.scale), record.edition())
    with _staged(target) as path:
        written = chosen.write(asked, path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = path.stat().st_size
    manifest = Manifest(
        file=target.name,
        sha256=digest,
        bytes=size,
        format=chosen.name,
        rows=written.rows,
        columns=written.columns,
        left_out=written.left_out,
        goldstein_scale=asked.scores.scale,
        filter={name: value for name, value in asdict(wanted).items() if value not in (None, (), False)},
        dragoman=version("dragoman"),
        codebooks=asked.edition.codebooks,
        coders=asked.edition.coders,
        documents=asked.edition.documents,
        latest=asked.edition.latest,
    )
    with _staged(manifest_of(target)) as path:
        path.write_text(json.dumps(asdict(manifest), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return manifest


def manifest_of(target: Path) -> Path:
    """Where the manifest of a file stands."""
    return target.with_name(target.name + ".manifest.json")


@contextmanager
def _staged(target: Path) -> Iterator[Path]:
    """A new file beside the target that takes its place when all is written; a killed run leaves the old one whole."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    path = Path(name)
    try:
        yield path
        with path.open("rb") as file:
            os.fsync(file.fileno())
        path.chmod(0o666 & ~_umask())
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)


def _umask() -> int:
    """The process's mask of permissions, which can be read only by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
