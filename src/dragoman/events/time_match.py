"""What a rule has matched, and what the words round it say: whether "March" is a month and "1990" a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from dragoman.codebook.times import load_times
from dragoman.events.calendar import Unit
from dragoman.events.time_forms import Form
from dragoman.events.time_words import Word


@dataclass(frozen=True, slots=True)
class Match:
    """The words a rule matched, with those beside them. ``alone``: the text is a time expression, nothing else."""

    words: Sequence[Word]
    before: Sequence[Word]
    after: Sequence[Word]
    text: str
    alone: bool

    def all(self, *kinds: str) -> list[int]:
        return [w.value for w in self.words if w.kind in kinds and isinstance(w.value, int)]

    def one(self, *kinds: str) -> int | None:
        return next(iter(self.all(*kinds)), None)

    def unit(self) -> Unit:
        """The unit among the words, which must be there."""
        word = next(w for w in self.words if w.kind in ("unit", "units", "quarter"))
        return cast(Unit, "quarter" if word.kind == "quarter" else word.value)

    def forms(self) -> list[Form]:
        return [w.value for w in self.words if w.value is not None and not isinstance(w.value, int | str)]

    def has(self, *kinds: str) -> bool:
        return any(w.kind in kinds for w in self.words)

    def said(self, word: Word) -> str:
        return self.text[word.start : word.end].lower()


_PREPOSITIONS = ("in", "on", "since", "until", "by", "from", "to", "of", "before", "after", "between", "within")
_LEADS = frozenset((*_PREPOSITIONS, "early", "mid", "late", "begin", "end"))
_JOINS = ("and", "comma", "dash", "slash")


def led(m: Match) -> bool:
    """Whether the word before says that a time follows: a preposition, or another month and "and"."""
    if not m.before:
        return False
    last = m.before[-1]
    if last.kind in _JOINS and len(m.before) > 1:
        return m.before[-2].kind in ("month", "season", "period", "date", "year", "mid", "early", "late")
    return last.kind in _LEADS


def counts(m: Match) -> bool:
    """Whether the number counts what follows ("2,000 troops", "1990 people")."""
    if not m.after or m.after[0].kind not in ("other", "and"):
        return False
    following = m.text[m.after[0].start : m.after[0].end]
    if following in ("%", "°") or following.lower() in load_times().counted:
        return True
    value = m.words[-1].value
    round_number = isinstance(value, int) and value % 100 == 0
    led_in = bool(m.before) and m.said(m.before[-1]) in ("in", "since", "during", "the", "until")
    return _is_plural(following) and (round_number or not led_in)


def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    verbs_and_singulars = ("ss", "us", "is", "was", "has", "does")
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(verbs_and_singulars)


def is_year(m: Match) -> bool:
    """A number of four digits is a year after a preposition, an article, a name or a bracket, or as a first word."""
    if counts(m) or (_is_old(m) and _goes_on(m)):
        return False
    if not m.before:
        return bool(m.after) and m.after[0].kind in ("comma", "other")
    last = m.before[-1]
    if m.said(last) in load_times().numbered:
        return False
    if last.kind in _JOINS and len(m.before) > 1:
        return m.before[-2].kind in ("year", "period", "date", "month") or (last.kind == "comma" and _closed(m))
    if last.kind in _LEADS or last.kind in ("the", "open", "last", "this", "next"):
        return True
    return named(m) and not _is_old(m)


def named(m: Match) -> bool:
    """Whether the word before is a name."""
    return bool(m.before) and m.before[-1].kind == "other" and m.text[m.before[-1].start].isupper()


def _is_old(m: Match) -> bool:
    return (m.one("year") or 0) < 1900


def _goes_on(m: Match) -> bool:
    """Whether a word of no class follows, in lower case: what an old year would count ("1709 pupils")."""
    return bool(m.after) and m.after[0].kind == "other" and m.text[m.after[0].start].islower()


def _closed(m: Match) -> bool:
    return not m.after or m.after[0].kind in ("comma", "dot") or m.text[m.after[0].start] == ")"
