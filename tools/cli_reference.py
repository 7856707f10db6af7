"""Writes docs/cli.md from what `--help` says: `python tools/cli_reference.py`. A test keeps the two the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from dragoman.cli import main

PAGE = Path(__file__).parents[1] / "docs" / "cli.md"
_INTRODUCTION = """\
# Command line

Generated from `--help` by `python tools/cli_reference.py`; do not edit.

States are named as you like: `Iran`, `IR`, `IRN`, `iranian`. Dates are a day, a month or a year: `2020-04-21`,
`2020-04`, `2020`. `DRAGOMAN_RECORD` names the record's file, `DRAGOMAN_PIPELINE` another installed spaCy pipeline,
`DRAGOMAN_OWN` a folder with [names and office holders of your own](your-own-files.md); `DRAGOMAN_MODEL=1` is `--model`
everywhere.
"""


def reference() -> str:
    """The page as Markdown."""
    return "\n".join((_INTRODUCTION, *_sections(main, "dragoman")))


def _sections(command: click.Command, name: str) -> Iterator[str]:
    widths = {"max_content_width": 100, "terminal_width": 100}
    context = click.Context(command, info_name=name, help_option_names=["-h", "--help"], **widths)
    yield f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _sections(inner, f"{name} {inner.name}")


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
