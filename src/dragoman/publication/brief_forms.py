"""The brief as Markdown, as a page of HTML that prints well, and as a Word document."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

from dragoman.errors import UsageError
from dragoman.extras import library
from dragoman.publication.brief import Brief

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$])")


def markdown(brief: Brief) -> bytes:
    """Markdown with footnotes (``[^1]``), as GitHub and pandoc read them."""
    return _rendered("brief.md.j2", brief, escape=False)


def html(brief: Brief) -> bytes:
    """One page without scripts or anything loaded from elsewhere; notes lead to their place and back."""
    return _rendered("brief.html.j2", brief, escape=True)


def docx(brief: Brief) -> bytes:
    """A Word document; notes stand at its end and are linked both ways.

    :raises UsageError: python-docx is not installed.
    """
    from dragoman.publication.brief_docx import document

    out = BytesIO()
    document(brief, library("docx", what="A Word document", extra="brief")).save(out)
    return out.getvalue()


FORMS: dict[str, Callable[[Brief], bytes]] = {"md": markdown, "html": html, "docx": docx}


def form_named(name: str) -> Callable[[Brief], bytes]:
    """:raises UsageError: there is no such form."""
    if name not in FORMS:
        raise UsageError(f"{name!r} is no form of a brief. Choose one of {', '.join(FORMS)}.")
    return FORMS[name]


def plain_markdown(text: str) -> str:
    """Text that Markdown takes as it is, also at the beginning of a line."""
    return re.sub(r"^(\s*)([-+]|\d+[.)])(?=\s)", r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def back_links(brief: Brief) -> dict[int, list[str]]:
    """By note: the ids of the places that refer to it, in order (``r3``, ``r3b``)."""
    places: dict[int, list[str]] = {note.number: [] for note in brief.notes}
    for section in brief.sections:
        for told in (told for entry in section.entries for told in (entry, *entry.items)):
            for number in told.notes:
                places[number].append(f"r{number}" + (f"-{len(places[number]) + 1}" if places[number] else ""))
    return places


@cache
def _templates(*, escape: bool) -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("dragoman.publication", "templates")
    made = Environment(
        loader=loader, autoescape=escape, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["md"] = plain_markdown
    return made


def _rendered(template: str, brief: Brief, *, escape: bool) -> bytes:
    seen: dict[int, int] = {}

    def reference(number: int) -> str:
        """The id of this place that refers to a note."""
        seen[number] = seen.get(number, 0) + 1
        return f"r{number}" if seen[number] == 1 else f"r{number}-{seen[number]}"

    text: str = (
        _templates(escape=escape)
        .get_template(template)
        .render(brief=brief, back=back_links(brief), reference=reference)
    )
    return text.encode("utf-8", "replace")
