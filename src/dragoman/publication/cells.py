"""Words of reports in the cells of tables that people open: nothing runs, nothing hides, nothing overflows."""

from __future__ import annotations

import re

LONGEST = 32_767  # UTF-16 units that a cell of Excel holds; what is longer spills into the rows below
_BREAKS = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they make a cell, and those after it, read backwards
# Spreadsheets skip blanks and unseen characters before a formula, and some take the wide signs of Chinese and Japanese.
_RUNS = re.compile("'*[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]")


def cell(text: str) -> str:
    """A text as it may stand in a cell: ``guarded`` and ``plain``, and cut where it is too long for a spreadsheet."""
    return _cut(guarded(plain(text)))


def guarded(text: str) -> str:
    """With an apostrophe before it if a spreadsheet would run it as a formula. ``unguarded`` gives the text back."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(text: str) -> str:
    """The text that was ``guarded``."""
    return text[1:] if text.startswith("'") and _RUNS.match(text) else text


def plain(text: str) -> str:
    """On one line, without marks that turn the direction of writing; control characters become ``\\ufffd``."""
    return _CONTROLS.sub("\ufffd", _TURNS.sub("", _BREAKS.sub(" ", text)))


def _cut(text: str) -> str:
    if len(text) * 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= 2 * LONGEST else units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
