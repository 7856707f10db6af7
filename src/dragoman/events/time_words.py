"""The words of a sentence as a grammar of time sees them: each with a class, a value and its place.

All classes become one character each, so that a sentence is a short string over which the grammar's rules are plain
regular expressions: "on 3 May" reads ``on day month``. A word that can have no part in a time expression is a dot.
"""

from __future__ import annotations

import functools
import re
from datetime import date
from typing import NamedTuple

from dragoman.codebook.times import TimeWord, load_times
from dragoman.events.time_forms import Fixed, Form

Value = int | str | Form | None

OTHER = "."
_FIRST = 0xA1  # one character a class: none that a regular expression or its author could mistake for syntax
_TOKEN = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?![\d-])) | (?P<slash>\d{1,2}([/.])\d{1,2}\3(?:\d{4}|\d\d)(?![\d/.]\d))
      | (?P<clock>\d{1,2}:\d\d(?::\d\d)?) | (?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b) | (?P<decade>(?:\d{3}|\b\d)0s\b)
      | (?P<ampm>[ap]\.\ ?m\.|(?<=\d)[ap]m\b) | (?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)
      | (?P<word>[^\W\d_]+) | (?P<mark>\S)""",
    re.VERBOSE,
)
_MARKS = {",": "comma", "-": "dash", "–": "dash", "—": "dash", "(": "open", "/": "slash", ".": "dot", "'": "quote"}
_LEXICAL = ("number", "day", "year", "ordinal", "clock", "iso", "decade", *dict.fromkeys(_MARKS.values()))
_PRODUCTS = ("date", "period", "range", "length", "time", "set", "age")


class Word(NamedTuple):
    """A word, number, mark or, once a rule has read it, a whole expression at ``[start, end)`` of the sentence. One is
    made of every word of a report: a tuple is made in a quarter of the time that a frozen dataclass takes."""

    kind: str
    value: Value
    start: int
    end: int
    doubtful: bool = False

    @property
    def form(self) -> Form:
        """What an expression means.

        :raises TypeError: the word is no expression.
        """
        if self.value is None or isinstance(self.value, int | str):
            raise TypeError(f"{self.kind!r} is no time expression")
        return self.value


@functools.cache
def symbols() -> dict[str, str]:
    """The character of each class."""
    kinds = dict.fromkeys((*_LEXICAL, *_PRODUCTS, *load_times().kinds))
    return {kind: chr(_FIRST + n) for n, kind in enumerate(kinds)} | {"other": OTHER, "no_time": OTHER}


def words(text: str) -> list[Word]:
    """The words of a sentence; phrases of the vocabulary are one word."""
    found: list[Word] = []
    entries = load_times().entries
    tokens = [(m.lastgroup or "mark", m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        kind, token, start, end = tokens[at]
        at += 1
        if kind == "word":
            entry, used = _look_up(entries.get(token.lower(), ()), token, tokens, at)
            if entry is not None:
                at += used
                found.append(Word(entry.kind, entry.value, start, tokens[at - 1][3], entry.doubtful))
                continue
            found.append(Word("other", None, start, end))
        elif token in "[]":
            continue  # an editor's insertion: "[ten] years ago"
        elif kind == "mark":
            found.append(Word(_MARKS.get(token, "other"), None, start, end))
        else:
            found.append(_number(kind, token, start, end, text))
    return found


Token = tuple[str, str, int, int]


def _look_up(entries: tuple[TimeWord, ...], token: str, tokens: list[Token], at: int) -> tuple[TimeWord | None, int]:
    """The longest phrase that begins with ``token`` and goes on at ``tokens[at]``, and how many of these it takes."""
    for entry in entries:
        rest = entry.words[1:]
        if entry.capital and not token[0].isupper():
            continue
        if not rest or [t[1].lower() for t in tokens[at : at + len(rest)]] == list(rest):
            return entry, len(rest)
    return None, 0


def _number(kind: str, token: str, start: int, end: int, text: str) -> Word:
    """A token with digits. Glued to letters or a currency sign ("A380", "$1999") it is no part of a date."""
    before, behind = text[max(start - 2, 0) : start], text[end : end + 1]
    glued = before[-1:].isalpha() or before[-1:] in set("$€£#№+.") or (before[-1:] == "-" and before[:1].isupper())
    if glued or (behind.isalpha() and kind != "number"):
        return Word("other", None, start, end)
    if kind == "number":
        return _plain_number(token, start, end)
    if kind == "ordinal":
        return Word("ordinal", int(token[:-2]), start, end)
    if kind == "decade":
        year = int(token[:-1])
        return Word("decade", year, start, end)
    if kind in ("iso", "slash"):
        form = _written_date(token)
        return Word("iso", form, start, end) if form else Word("other", None, start, end)
    return Word(kind, None, start, end)


def _plain_number(token: str, start: int, end: int) -> Word:
    if "." in token:
        return Word("number", None, start, end)
    value = int(token.replace(",", ""))
    if len(token) == 4 and 1500 <= value <= 2199:
        return Word("year", value, start, end)
    return Word("day" if len(token) <= 2 and 1 <= value <= 31 else "number", value, start, end)


def _written_date(token: str) -> Form | None:
    """``2020-07-21``, ``21/07/2020``, ``21.7.20``: day first unless that cannot be."""
    numbers = [int(n) for n in re.split(r"[-/.T:Z]", token)[:3]]
    year, month, day = numbers if "-" in token else numbers[::-1]
    if year < 100:
        year += 2000 if year < 70 else 1900
    for m, d in ((month, day), (day, month)):
        try:
            date(year, m, d)
        except ValueError:
            continue
        return Fixed(year, m, d)
    return None


def shown(found: list[Word]) -> str:
    """The classes of words as the string that rules are matched against."""
    table = symbols()
    return "".join([table[word.kind] for word in found])
