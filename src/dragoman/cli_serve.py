"""The command that serves the record: serve."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli_options import RECORD, record_path


@click.command()
@RECORD
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8400, show_default=True, help="The port to listen at.")
def serve(record: Path | None, host: str, port: int) -> None:
    """Open the record in a browser, and to programs.

    Only this computer can reach it. The pages are at http://127.0.0.1:8400, the API at /api/v1. Ctrl-C ends it.
    """
    import uvicorn

    from dragoman.publication.app import create_app
    from dragoman.record.record import open_record

    with open_record(record_path(record)) as kept:
        click.echo(f"The record {kept.path} is open at http://{host}:{port} (Ctrl-C ends it).", err=True)
        uvicorn.run(create_app(kept), host=host, port=port, log_level="warning", server_header=False)
