"""A run in this process: some documents read and coded in one go, each kept before the next one."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path

from dragoman.errors import DocumentError, DragomanError
from dragoman.events.coding import Coding
from dragoman.record.record import Record
from dragoman.runs.journal import Coded, Interrupted, Journal, Outcome, Summary, Unchanged
from dragoman.runs.keeping import Keeping
from dragoman.runs.pipeline import TOGETHER, Pipeline, pipeline
from dragoman.texts.document import Document, Interval
from dragoman.texts.parse import DEFAULT_PIPELINE
from dragoman.texts.readers import Unreadable, documents, read_metadata


@dataclass(frozen=True, slots=True)
class Coder:
    """What turns a document into a coding, and the versions that its codings bear."""

    code: Callable[[Document], Coding]
    code_all: Callable[[Iterable[Document]], Iterator[Coding]]
    coder: str
    codebook: str


def coder(parser: str | None = None, *, own: Path | None = None, model: bool = False) -> Coder:
    """The coder that comes with dragoman, over the spaCy pipeline ``parser`` (``None``: the default one), with
    the files of the user's ``own`` folder.

    The pipeline is loaded when the first document needs it. ``model`` lets the learned model speak as well.

    :raises UsageError: the model is wanted and cannot be used.
    """
    return over(pipeline(parser or DEFAULT_PIPELINE, own=own, model=model))


def over(flow: Pipeline) -> Coder:
    """The coder that a pipeline is."""
    return Coder(flow.code, flow.code_all, flow.name, flow.codebook.version)


def read(
    paths: Iterable[str | Path],
    coder: Coder,
    *,
    record: Record | Keeping | None = None,
    published: Interval | None = None,
    metadata: Path | None = None,
    each: Callable[[Outcome], None] = lambda outcome: None,
) -> Summary:
    """Read the files, folders and globs in ``paths`` into ``record`` (``None``: keep nothing).

    Documents that the record holds under the same coder and codebook are left alone. A document that cannot be read
    never stops the run. ``published`` is the date of documents that do not tell theirs, ``metadata`` a table with
    what is known of each file. ``each`` is called with every outcome, after it is kept.

    :raises Interrupted: on Ctrl-C; what was read before is kept.
    :raises RecordError: the record cannot be written; what was read before is kept.
    :raises UsageError: a path, date or the metadata file makes no sense.
    """
    journal = Journal()
    known = read_metadata(metadata) if metadata else None
    try:
        for outcome in outcomes(documents(paths, metadata=known, published=published), coder, record):
            journal.note(outcome)
            each(outcome)
    except KeyboardInterrupt:
        raise Interrupted(journal.summary()) from None
    return journal.summary()


def outcomes(
    found: Iterable[Document | Unreadable], coder: Coder, record: Record | Keeping | None
) -> Iterator[Outcome]:
    """What becomes of each document, in order. A document named twice is read once."""
    once = _once(found)
    while some := list(islice(once, TOGETHER)):
        yield from _together(some, coder, record)


def _once(found: Iterable[Document | Unreadable]) -> Iterator[Document | Unreadable]:
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Unreadable):
            yield item
        elif item.id in seen:
            yield Unreadable(item.path, "repeated", f"{item.path} was read already in this run: same name, same text.")
        else:
            seen.add(item.id)
            yield item


def _together(
    some: Sequence[Document | Unreadable], coder: Coder, record: Record | Keeping | None
) -> Iterator[Outcome]:
    """Some documents coded in one go, each kept before the next one."""
    documents = [item for item in some if isinstance(item, Document)]
    held = {d.id for d in documents if record and record.has(d, coder=coder.coder, codebook=coder.codebook)}
    coded = _codings([d for d in documents if d.id not in held], coder)
    for item in some:
        if isinstance(item, Unreadable):
            yield item
        elif item.id in held:
            yield Unchanged(item)
        else:
            yield _outcome(item, next(coded), coder, record)


def _codings(documents: Sequence[Document], coder: Coder) -> Iterator[Coding | None]:
    """The coding of each document, in order; after a fault ``None`` for all that follow, each to be coded alone."""
    try:
        yield from coder.code_all(documents)
    except Exception:  # whose it is does not show here: it comes again, and is told, when that one is coded alone
        yield from repeat(None)


def _outcome(document: Document, coding: Coding | None, coder: Coder, record: Record | Keeping | None) -> Outcome:
    """One document coded, if it is not yet, and kept."""
    try:
        coding = coding or coder.code(document)
        if record:
            record.add(coding, given=document)
    except DocumentError as error:
        return Unreadable(document.path, error.reason, f"{document.path}: {error}")
    except DragomanError:  # it is not the document: no parser, no disk
        raise
    except Exception as error:  # a fault of ours in one report must not cost the user the other 100,000
        return Unreadable(document.path, "fault", f"{document.path}: {_fault(error)}")
    return Coded(coding)


def _fault(error: Exception) -> str:
    """What went wrong and where, for a report to us."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    last = traceback.format_exception_only(error)[-1].strip()
    return f"This is a fault of dragoman: {last} ({Path(at.filename).name}, line {at.lineno})"
