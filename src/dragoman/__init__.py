"""dragoman: news about the dealings between states, turned into a record that can be trusted.

    import dragoman

    dragoman.read(["reports/"], record="dragoman.db", published="2020")
    with dragoman.open_record("dragoman.db") as record:
        for contact in record.contacts(dragoman.Filter(states=("IRN", "RUS"))):
            ...
    dragoman.export("dragoman.db", "parquet", "events.parquet")
    coding = dragoman.code("On 3 March 2015 …", published="2015-03-03")

Nothing heavy is imported before it is used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import CodebookError, DocumentError, DragomanError, RecordError, UsageError

if TYPE_CHECKING:
    from dragoman.codebook.ontology import Scale
    from dragoman.events.coding import Coding
    from dragoman.measures.dyads import Dyads, Series
    from dragoman.measures.networks import Network
    from dragoman.measures.periods import By
    from dragoman.measures.scales import Scores
    from dragoman.publication.exporting import Manifest
    from dragoman.record.filter import Filter
    from dragoman.record.record import Record, open_record
    from dragoman.runs.journal import Outcome, Summary
    from dragoman.runs.local import Coder
    from dragoman.texts.document import Document

__all__ = [
    "CodebookError",
    "Coding",
    "Document",
    "DocumentError",
    "DragomanError",
    "Filter",
    "Manifest",
    "Record",
    "RecordError",
    "Summary",
    "UsageError",
    "brief",
    "code",
    "dyads",
    "export",
    "network",
    "open_record",
    "read",
    "series",
]

_HOMES = {
    "Coding": "dragoman.events.coding",
    "Document": "dragoman.texts.document",
    "Filter": "dragoman.record.filter",
    "Manifest": "dragoman.publication.exporting",
    "Record": "dragoman.record.record",
    "Summary": "dragoman.runs.journal",
    "open_record": "dragoman.record.record",
}


def read(  # noqa: PLR0913 - each is an option of the command, and nothing goes with nothing
    paths: str | Path | Iterable[str | Path],
    *,
    record: Record | str | Path | None = None,
    published: str | None = None,
    metadata: str | Path | None = None,
    own: str | Path | None = None,
    model: bool | None = None,
    each: Callable[[Outcome], None] | None = None,
) -> Summary:
    """Read files, folders and globs into a record; say what was read and what was skipped, and why.

    ``record`` is an open record or the path of its file (made when there is something to keep), ``None`` keeps nothing.
    ``published`` (day, month or year) is the date of reports that do not tell theirs; ``metadata`` a CSV or TSV file
    with a column ``file`` and any of ``published``, ``outlet``, ``title``, ``url``, ``language``. ``own`` is a folder
    of yours with names of states and bodies and with office holders (docs/your-own-files.md). ``model`` lets the
    learned model speak where patterns are silent (``None``: as ``DRAGOMAN_MODEL`` says, else not). ``each`` is called
    with what became of each report, after it is kept.

    :raises UsageError: a path, a date or the metadata file makes no sense, or the model cannot be used.
    :raises CodebookError: your own files have faults; all are listed.
    :raises RecordError: the record cannot be opened or written.
    """
    from contextlib import nullcontext

    from dragoman.record.record import Record
    from dragoman.runs import local
    from dragoman.runs.keeping import Keeping
    from dragoman.texts.readers import interval_of

    kept = nullcontext(record) if record is None or isinstance(record, Record) else Keeping(Path(record))
    with kept as keeping:
        return local.read(
            [paths] if isinstance(paths, str | Path) else paths,
            _coder(own, model),
            record=keeping,
            published=interval_of(published) if published else None,
            metadata=Path(metadata) if metadata else None,
            each=each or (lambda outcome: None),
        )


def code(
    text: str,
    *,
    published: str | None = None,
    name: str = "text",
    own: str | Path | None = None,
    model: bool | None = None,
) -> Coding:
    """What one report says: its actors, events and statements. ``published`` is its day, month or year, ``own`` a
    folder of your own and ``model`` whether the learned model may speak, as for ``read``.

    :raises UsageError: ``published`` is no date, or the model cannot be used.
    :raises CodebookError: your own files have faults; all are listed.
    """
    from dragoman.texts.document import UNKNOWN, Document
    from dragoman.texts.readers import interval_of

    date = interval_of(published) if published else UNKNOWN
    return _coder(own, model).code(Document(name=name, path=name, text=text, published=date))


def _coder(own: str | Path | None, model: bool | None) -> Coder:
    """The coder that the user's environment asks for, with what is named here instead."""
    from dragoman.runs import local
    from dragoman.settings import from_environment

    settings = from_environment(os.environ)
    return local.coder(
        settings.pipeline,
        own=Path(own) if own else settings.own,
        model=settings.model if model is None else model,
    )


def export(
    record: Record | str | Path, form: str, to: str | Path, *, wanted: Filter | None = None, scale: Scale | None = None
) -> Manifest:
    """Write a record, or what ``wanted`` lets through, to the file ``to``, with ``to.manifest.json`` beside it.

    ``form`` is jsonl, csv, csv-dyads, parquet, xlsx, geojson, graphml, gexf, polecat, icews, gdelt, gdelt-mentions or
    phoenix. ``scale`` is the copy of the Goldstein scale (median, keds, gdelt, icews; ``None``: the format's own).

    :raises UsageError: no such format, scale or folder; or a library is missing (``pip install 'dragoman[exports]'``).
    :raises RecordError: the record cannot be opened.
    """
    from dragoman.codebook.codebook import load
    from dragoman.publication.exporting import export as write
    from dragoman.record.filter import ALL

    with _reading(record) as kept:
        return write(kept, form, to, wanted=wanted or ALL, scale=scale, book=load())


def dyads(record: Record | str | Path, *, wanted: Filter | None = None, scale: Scale = "median") -> Dyads:
    """All pairs of states with what passed between them, or those of the states that ``wanted`` names.

    Of the whole time they are counted already, and it takes no longer in a large record; with any other wish they are
    counted now. ``wanted.limit`` leaves those with the most deeds. ``scale`` is the copy of Goldstein's scale.

    :raises RecordError: the record cannot be opened.
    """
    from dataclasses import replace

    from dragoman.measures.dealing import dealings
    from dragoman.measures.dyads import Dyads, counted
    from dragoman.measures.dyads import dyads as measure
    from dragoman.record.filter import ALL, Filter

    wanted = wanted or ALL
    states = set(wanted.states)
    with _reading(record) as kept:
        if wanted == Filter(states=wanted.states, limit=wanted.limit):
            found = counted(kept.pairs(*states, limit=wanted.limit), _scores(scale))
        else:
            found = measure(dealings(kept, replace(wanted, limit=None)), _scores(scale))
    return Dyads(tuple(dyad for dyad in found.dyads if states <= {dyad.one, dyad.other})[: wanted.limit])


def series(record: Record | str | Path, wanted: Filter, *, by: By = "month", scale: Scale = "median") -> Series:
    """What passed between the two states that ``wanted`` names, period by period.

    ``by`` is ``"week"``, ``"month"``, ``"quarter"`` or ``"year"``. ``measures.comparison.compare`` sets two series side
    by side.

    :raises UsageError: ``wanted`` does not name two states, or there is no such period.
    :raises RecordError: the record cannot be opened.
    """
    from dataclasses import replace

    from dragoman.measures.dealing import dealings
    from dragoman.measures.dyads import series as measure

    with _reading(record) as kept:
        before_too = replace(wanted, since=None, limit=None)  # the last contacts may lie before
        return measure(dealings(kept, before_too), wanted, _scores(scale), by=by)


def network(record: Record | str | Path, *, wanted: Filter | None = None, scale: Scale = "median") -> Network:
    """The network of states between which anything was done. ``scale`` is the copy of Goldstein's scale.

    :raises RecordError: the record cannot be opened.
    """
    from dragoman.measures.dealing import dealings
    from dragoman.measures.networks import network as measure

    with _reading(record) as kept:
        return measure(dealings(kept, wanted), _scores(scale))


def brief(record: Record | str | Path, wanted: Filter, *, form: str = "md") -> bytes:
    """What is known of the dealings of the two states that ``wanted`` names, as ``"md"``, ``"html"`` or ``"docx"``.

    :raises UsageError: ``wanted`` does not name two states, there is no such form, or python-docx is missing
        (``pip install 'dragoman[brief]'``).
    :raises RecordError: the record cannot be opened.
    """
    from dragoman.codebook.codebook import load
    from dragoman.publication.brief_forms import form_named
    from dragoman.publication.briefing import brief as make

    write = form_named(form)
    with _reading(record) as kept:
        return write(make(kept, wanted, load()))


def _reading(record: Record | str | Path) -> AbstractContextManager[Record]:
    """The record to be asked; one that was open already is left open."""
    from contextlib import nullcontext

    from dragoman.record.record import Record, open_record

    return nullcontext(record) if isinstance(record, Record) else open_record(record, read_only=True)


def _scores(scale: Scale) -> Scores:
    from dragoman.codebook.codebook import load
    from dragoman.measures.scales import Scores

    return Scores(load(), scale)


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it offers {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__
