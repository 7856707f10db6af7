"""What the commands share: options, and the one place where errors become messages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dragoman.errors import DragomanError

Command = TypeVar("Command", bound=Callable[..., object])
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


PATH = click.Path(path_type=Path)
RECORD = click.option(
    "--record", type=PATH, help="The record's file; else $DRAGOMAN_RECORD, else dragoman.db in this folder."
)
LISTING = (
    click.argument("states", nargs=-1, metavar="[STATE [STATE]]"),
    click.option("--since", metavar="DATE", help="Nothing before this day, month or year."),
    click.option("--until", metavar="DATE", help="Nothing after this day, month or year."),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only of this type; may be repeated."),
    click.option("--limit", type=click.IntRange(min=1), help="At most so many."),
    click.option(
        *("--as", "form"),
        type=click.Choice(["table", "csv", "json"]),
        default="table",
        show_default=True,
        help="To be read, or rows for programs.",
    ),
    RECORD,
)
STATUS = click.option(
    "--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only of this status; may be repeated."
)


def listing(command: Command) -> Command:
    """Give a command the arguments that all listings share."""
    for option in reversed(LISTING):
        command = option(command)
    return command
