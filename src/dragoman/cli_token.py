"""The commands for tokens, which let others in where the record is served to them: token add, list, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli_options import PATH

if TYPE_CHECKING:
    from dragoman.publication.gate.tokens import Scope

FILE = click.option(
    "--tokens",
    "file",
    type=PATH,
    default=Path("tokens.tsv"),
    show_default=True,
    metavar="FILE",
    help="The tokens' file.",
)


@click.group()
def token() -> None:
    """Tokens of those who may come in where the record is served with --tokens.

    The file holds only hashes of them. A token that is removed opens nothing from that moment on.
    """


@token.command()
@click.argument("name")
@click.option(
    "--scope", type=click.Choice(["read", "write"]), default="read", show_default=True, help="What it is good for."
)
@FILE
def add(name: str, scope: Scope, file: Path) -> None:
    """Make a token and show it, once.

    NAME is whose it is: corrections made with it bear this name.
    """
    from dragoman.publication.gate import tokens

    click.echo(tokens.add(file, name, scope))
    click.echo(f"This is the token of {name} ({scope}). It is shown only now, and kept nowhere.", err=True)


@token.command("list")
@FILE
def list_tokens(file: Path) -> None:
    """Whose tokens there are, what they are good for, and since when."""
    from dragoman.publication.gate import tokens

    for one in tokens.tokens(file):
        click.echo(f"{one.name}\t{one.scope}\t{one.added}")


@token.command()
@click.argument("name")
@FILE
def remove(name: str, file: Path) -> None:
    """Make a token worthless."""
    from dragoman.publication.gate import tokens

    tokens.remove(file, name)
    click.echo(f"The token of {name} opens nothing any more.", err=True)
