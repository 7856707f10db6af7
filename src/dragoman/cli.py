"""The command line: each command parses, calls the library's verb of the same name, and prints.

Nothing heavy is imported before a command needs it: ``dragoman --help`` answers in a tenth of a second.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli_files import brief, export
from dragoman.cli_listings import LISTINGS
from dragoman.cli_measures import dyads, network, series
from dragoman.cli_options import MODEL, PATH, RECORD, USER, Commands, opened, record_path
from dragoman.cli_serve import serve
from dragoman.cli_token import token
from dragoman.settings import from_environment

if TYPE_CHECKING:
    from dragoman.record.judgement import Act
    from dragoman.runs.journal import Outcome
    from dragoman.texts.document import Document

INTERRUPTED = 130  # what a shell expects of a program ended by Ctrl-C


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="dragoman")
def main() -> None:
    """Turn news about the dealings between states into a record that can be trusted.

    \b
    dragoman read reports/           read reports into the record
    dragoman contacts Iran Russia    who met whom, when, where
    dragoman agreements Iran Russia  what they agreed, and how it stands
    dragoman explain ID              why it was coded so

    Exit codes: 0 done; 1 nothing could be read; 2 the request cannot be met (the message says why);
    130 interrupted (what was read before is kept).
    """


@main.command()
@click.argument("paths", nargs=-1, required=True)
@RECORD
@click.option("--published", metavar="DATE", help="Day, month or year of reports that do not tell theirs.")
@click.option(
    "--metadata", type=PATH, help="CSV or TSV: column file, and any of published, outlet, title, url, language."
)
@click.option(
    "--own", type=PATH, metavar="FOLDER", help="Names and office holders of your own: names.tsv, holders.tsv."
)
@click.option(
    "--to", type=click.Choice(["jsonl"]), help="Print what the reports say; keep it only if a record is named."
)
@MODEL
def read(
    paths: tuple[str, ...],
    record: Path | None,
    published: str | None,
    metadata: Path | None,
    own: Path | None,
    to: str | None,
    model: bool | None,
) -> None:
    """Read reports (files, folders, globs) into the record.

    What the record holds already is left alone. A report that cannot be read is listed with the reason, and the others
    are read; the exit code is 1 only if none could be.
    """
    import dragoman
    from dragoman.publication.report import report
    from dragoman.publication.terminal import counting
    from dragoman.runs.journal import Interrupted

    with _kept(record, for_good=to is None) as (keeping, kept), counting("reports") as count:
        told: list[str] = []

        def each(outcome: Outcome) -> None:
            told.extend(document.id for document in _document(outcome))
            count()

        stopped = False
        try:
            summary = dragoman.read(
                paths, record=keeping, published=published, metadata=metadata, own=own, model=model, each=each
            )
        except Interrupted as interrupted:
            summary, stopped = interrupted.summary, True
        if told and to:
            _print_lines(keeping, told)
    click.echo(report(summary, record=keeping if kept else None, interrupted=stopped), err=True)
    sys.exit(INTERRUPTED if stopped else int(summary.nothing_read))


for _listing in LISTINGS:
    main.add_command(_listing)


@main.command()
@click.argument("id")
@RECORD
def explain(id: str, record: Path | None) -> None:
    """Why an event, statement, agreement or figure was coded so.

    Its words with the places marked, who, when, by which rule, told by whom; of a deed (x…) all its reports, from where
    they have it, and why they are held to tell of one deed; of a contradiction (k…) its passages and where they stand.

    The beginning of an ID is enough where no other begins so.
    """
    from dragoman.publication.account import account, dispute
    from dragoman.publication.explanation import explanation

    with opened(record) as kept:
        match id[:1]:
            case "x":
                text = account(kept.deed(id))
            case "k":
                text = dispute(kept.contradiction(id))
            case _:
                text = explanation(kept.explain(id))
    click.echo(text)


@main.command()
@click.argument("act", type=click.Choice(["merge", "split", "recode", "reject", "confirm"]))
@click.argument("ids", nargs=-1, required=True)
@click.option("--set", "changes", multiple=True, metavar="FIELD=VALUE", help="Of recode: mode=visit, date=2020-07-21.")
@click.option("--note", default="", help="Why, for those who read it later.")
@USER
@RECORD
def correct(
    act: Act, ids: tuple[str, ...], changes: tuple[str, ...], note: str, user: str, record: Path | None
) -> None:
    """Put right what dragoman holds.

    IDS are of events (or of deeds, x…), as the listings show them; their beginnings are enough.

    \b
    merge     they are one deed
    split     each is a deed of its own; a single one: none of those it was joined with
    recode    its fields are as given with --set: event, mode, cameo, status, channel, date, place
    reject    there was no such event
    confirm   it is right as it is (also after reject)

    Nothing is overwritten. A correction holds when the reports are read again, and with a newer codebook.
    """
    from dragoman.record.record import open_record

    with open_record(record_path(record)) as kept:
        made = kept.correct(act, ids, user=user, note=note, changes=dict(map(_change, changes)))
    click.echo(f"{made.act}: {', '.join(made.events)}, by {made.user} ({made.made}).", err=True)


@main.command()
@click.argument("name", required=False)
def codebook(name: str | None) -> None:
    """What the codes mean.

    NAME is an event, a CAMEO code, a state, a body, an agreement, a pattern, or one of the lists:

    \b
    dragoman codebook CONSULT    definition, example, counter-example, modes
    dragoman codebook 042        what the code means, and in PLOVER
    dragoman codebook Iran       names, codes
    dragoman codebook NPT        parties, dates
    dragoman codebook states     all of them; also events, cameo, contexts, sectors, bodies,
                                 agreements, offices, patterns
    """
    from dragoman.codebook.codebook import load
    from dragoman.publication.glossary import glossary

    click.echo(glossary(load(), name))


@main.command()
@click.argument("kind", metavar="relations|gsr|states|readouts|dates|attributions")
@click.argument("gold", type=PATH)
@click.option("--predictions", type=PATH, metavar="OUT", help="Write the answers to this file.")
@MODEL
def score(kind: str, gold: Path, predictions: Path | None, model: bool | None) -> None:
    """How right dragoman is on a set with answers.

    Prints precision, recall and F1 on GOLD.
    """
    from dragoman.measures.accuracy import score as measure
    from dragoman.publication.lines import lines
    from dragoman.runs.pipeline import pipeline
    from dragoman.texts.parse import DEFAULT_PIPELINE

    settings = from_environment(os.environ)
    measured = pipeline(settings.pipeline or DEFAULT_PIPELINE, model=settings.model if model is None else model)
    for line in measure(kind, gold, predictions, pipeline=measured, lines=lines).lines():
        click.echo(line)


@contextmanager
def _kept(path: Path | None, *, for_good: bool) -> Iterator[tuple[Path, bool]]:
    """Where the record to write to is, and whether it stays; one for this run only where none is needed and nobody
    named one."""
    from tempfile import TemporaryDirectory

    if for_good or path or os.environ.get("DRAGOMAN_RECORD"):
        yield record_path(path), True
    else:
        with TemporaryDirectory() as folder:
            yield Path(folder) / "dragoman.db", False


def _change(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not sign:
        raise click.BadParameter(f"{words!r} is no change. Write FIELD=VALUE, such as mode=visit.", param_hint="--set")
    return name.strip(), value.strip()


def _document(outcome: Outcome) -> Iterator[Document]:
    """The document of a report that was read now, or before."""
    from dragoman.runs.journal import Coded, Unchanged

    match outcome:
        case Coded(coding):
            yield coding.document
        case Unchanged(document):
            yield document


def _print_lines(path: Path, documents: list[str]) -> None:
    """Which deed an event tells of shows when all is read: nothing is printed before."""
    from dragoman.publication.lines import contradiction, dump, lines

    told = set(documents)
    with opened(path) as record:
        for document in documents:
            coding = record.coding(document)
            for line in lines(coding, record.canonical(document)) if coding else ():
                click.echo(dump(line))
        for found in record.contradictions():
            if any(passage.source.id in told for passage in found.passages):
                click.echo(dump(contradiction(found)))


for command in (dyads, series, network, brief, export, serve, token):
    main.add_command(command)
