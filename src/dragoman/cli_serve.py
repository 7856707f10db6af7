"""The command that serves the record: serve."""

from __future__ import annotations

import ipaddress
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli_options import PATH, RECORD, record_path
from dragoman.errors import UsageError
from dragoman.settings import from_environment

if TYPE_CHECKING:
    from dragoman.publication.serving import Serving
    from dragoman.runs.local import Coder


@click.command()
@RECORD
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="The port to listen at.")
@click.option("--tokens", type=PATH, metavar="FILE", help="Only who has a token of this file may come in.")
@click.option(
    "--behind-proxy",
    "names",
    multiple=True,
    metavar="NAME",
    help="A reverse proxy decides who may come in; NAME is what it is called from outside; may be repeated.",
)
@click.option("--read-only", is_flag=True, help="Nothing can be read in or corrected.")
def serve(
    record: Path | None, host: str, port: int, tokens: Path | None, names: tuple[str, ...], read_only: bool
) -> None:
    """Open the record in a browser, and to programs.

    Only this computer can reach it. The pages are at http://127.0.0.1:8400, the API at /api/v1. Ctrl-C ends it.

    To serve others, name another --host, and say who may come in: those with tokens (see `dragoman token add`), or
    those whom a reverse proxy lets through (docs/serving.md).
    """
    from dragoman.publication.app import create_app
    from dragoman.publication.server import run
    from dragoman.record.record import open_record

    serving = _serving(host, tokens, names, read_only=read_only)
    with open_record(record_path(record), read_only=read_only) as kept:
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"The record {kept.path} is open at http://{shown}:{port} (Ctrl-C ends it).", err=True)
        run(create_app(kept, serving, _coder), host, port)


def _serving(host: str, tokens: Path | None, names: tuple[str, ...], *, read_only: bool) -> Serving:
    """:raises UsageError: others could reach it, and nothing is said of who may; or the tokens cannot be read."""
    from dragoman.publication.gate.tokens import tokens as tokens_of
    from dragoman.publication.serving import LOCAL_NAMES, Serving

    if not (_is_local(host) or tokens or names):
        raise UsageError(
            f"At {host} everybody who can reach this computer could read and change the record. Say who may: "
            "--tokens FILE for those with tokens (`dragoman token add`), or --behind-proxy NAME where a reverse proxy "
            "decides. Without --host only this computer can reach it."
        )
    if tokens and not tokens_of(tokens):
        raise UsageError(f"{tokens} holds no token: nobody could come in. `dragoman token add NAME --tokens {tokens}`.")
    # Without a proxy nobody knows by which names others find this computer; but who is led here by a false one has no
    # token for it.
    hosts = (*names, *LOCAL_NAMES) if names or _is_local(host) else ("*",)
    return Serving(hosts=hosts, writing=not read_only, tokens=tokens, proxied=bool(names))


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:  # a name
        return False


def _coder() -> Coder:
    """What the user's environment asks for."""
    from dragoman.runs import local

    settings = from_environment(os.environ)
    return local.coder(settings.pipeline, own=settings.own, model=settings.model)
