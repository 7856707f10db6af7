"""What the commands share: options and what they ask for, and the one place where errors become messages."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dragoman.errors import DragomanError, UsageError
from dragoman.settings import from_environment

if TYPE_CHECKING:
    from dragoman.record.filter import Filter
    from dragoman.record.record import Record

Command = TypeVar("Command", bound=Callable[..., object])
STAGES = (
    *("mentioned", "requested", "proposed", "negotiating", "agreed", "initialled", "signed", "ratified", "in_force"),
    *("implementing", "extended", "blocked", "suspended", "withdrawn", "ended"),
)
FORMATS = (
    *("jsonl", "csv", "csv-dyads", "parquet", "xlsx", "geojson", "graphml", "gexf"),
    *("polecat", "icews", "gdelt", "gdelt-mentions", "phoenix"),
)
BRIEFS = ("md", "html", "docx")
BYS = ("week", "month", "quarter", "year")
SCALES = ("median", "keds", "gdelt", "icews")
STATUSES = ("occurred", "ongoing", "planned", "called-for", "hypothetical", "negated", "denied")


class Refused(click.ClickException):
    """An error of ours: its message on standard error, exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """The one place where errors become messages."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise Refused(str(error)) from error


def _user() -> str:
    """The name of the user of this computer; none where it has none, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no entry for the number; Windows has no such list
        return ""


PATH = click.Path(path_type=Path)
RECORD = click.option(
    "--record", type=PATH, help="The record's file; else $DRAGOMAN_RECORD, else dragoman.db in this folder."
)
USER = click.option("--user", default=_user, metavar="NAME", help="Who says so; else the user of this computer.")
MODEL = click.option(
    "--model/--no-model",
    default=None,
    help="Let the learned model speak where patterns are silent; else as $DRAGOMAN_MODEL says (0 or 1), else not.",
)
SINCE = click.option("--since", metavar="DATE", help="Nothing before this day, month or year.")
UNTIL = click.option("--until", metavar="DATE", help="Nothing after this day, month or year.")
LIMIT = click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
WISHES = (
    click.argument("states", nargs=-1, metavar="[STATE [STATE]]"),
    *(SINCE, UNTIL),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only of this type; may be repeated."),
    click.option("--source", "sources", multiple=True, metavar="NAME", help="Only from this outlet or report."),
    LIMIT,
)
FORM = click.option(
    *("--as", "form"),
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="To be read, or rows for programs.",
)
STAGE = click.option(
    "--stage", "stages", multiple=True, type=click.Choice(STAGES), help="Only those that stand here; may be repeated."
)
BY = click.option("--by", metavar="PERSON|STATE", help="Only in the words of this state, or of who has this name.")
STATUS = click.option(
    "--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only of this status; may be repeated."
)


@contextmanager
def opened(path: Path | None) -> Iterator[Record]:
    """The record, to be asked only."""
    from dragoman.record.record import open_record

    with open_record(record_path(path), read_only=True) as record:
        yield record


def record_path(path: Path | None) -> Path:
    """The record that is named, or the one of the settings."""
    return path or from_environment(os.environ).record


def listing(command: Command) -> Command:
    """Give a command the arguments that all listings share."""
    return _with(command, (*WISHES, FORM, RECORD))


def asking(command: Command) -> Command:
    """Give a command the arguments that say what is wanted of the record."""
    return _with(command, (*WISHES, RECORD))


def _with(command: Command, options: Iterable[Callable[[Command], Command]]) -> Command:
    for option in reversed(tuple(options)):
        command = option(command)
    return command


def asked(states: tuple[str, ...], by: str | None = None, about: str | None = None, **wishes: Any) -> Filter:
    """The filter that the options of a listing stand for; states may be named in any spelling.

    :raises UsageError: an unknown state or topic.
    """
    from dragoman.record.filter import Filter

    codes = tuple(map(state, states))
    topics = tuple(_topic(topic) for topic in wishes.pop("topics", ()))
    return Filter(states=codes, by=by and _who(by), about=about and state(about), topics=topics, **wishes)


def state(name: str) -> str:
    """The ISO 3166-1 alpha-3 code of a state by any of its names."""
    from dragoman.codebook.codebook import load

    return load().state(name).iso3


def _topic(name: str) -> str:
    from dragoman.codebook.codebook import load

    contexts = load().contexts
    if name.lower() not in contexts:
        raise UsageError(f"{name!r} is no topic. Choose one of {', '.join(contexts)}.")
    return name.lower()


def _who(name: str) -> str:
    """The code of a state, or the words themselves: part of a person's name."""
    from dragoman.codebook.codebook import load

    known = load().known_state(name)
    return known.iso3 if known else name
