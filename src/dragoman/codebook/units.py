"""What numbers count: units, currencies, and the words that say how exact a number is and which way it moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from dragoman.codebook.entry import Entry, Files

COMPARATORS = ("=", ">", ">=", "<", "<=", "~")
FigureKind = Literal["casualties", "prisoners", "sanctions", "aid", "forces", "trade", "finance", "term", "count"]
KINDS: tuple[FigureKind, ...] = get_args(FigureKind)  # in the order in which they are tried


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 ``code``; ``words`` may be shared with others, ``demonyms`` tell them apart."""

    code: str
    name: str
    words: frozenset[str]
    demonyms: frozenset[str]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # one is loaded once and serves as a key
class Units:
    """Everything that ``data/units.yaml`` and ``data/currencies.yaml`` hold; words in lower case, nouns as lemmas."""

    units: Mapping[str, str]
    scaled: Mapping[str, int]
    magnitudes: Mapping[str, int]
    comparators: Mapping[str, str]
    after: Mapping[str, str]
    change: Mapping[str, str]
    factors: Mapping[str, float]
    currencies: tuple[Currency, ...]
    vague: frozenset[str]
    companions: frozenset[str]
    abstract: frozenset[str]
    serial: frozenset[str]
    running: frozenset[str]
    harming: frozenset[str]
    naming: frozenset[str]
    uncounted: frozenset[str]
    measured: frozenset[str]
    bases: frozenset[str]
    kinds: Mapping[FigureKind, frozenset[str]]

    def currency(self, word: str, before: str = "") -> Currency | None:
        """The currency of a word (base form), a code or a sign; ``before`` is the word before it ("Australian")."""
        known = [c for c in self.currencies if word.lower() in c.words or word in c.signs or word == c.code]
        return next((c for c in known if before.lower() in c.demonyms), known[0] if known else None)


_SETS = ("vague", "companions", "abstract", "serial", "running", "harming", "naming", "uncounted", "measured", "bases")


@cache
def load_units(folder: Path | None = None) -> Units:
    """The packaged units, or those of ``folder`` for each file that it holds.

    :raises CodebookError: with every fault.
    """
    files = Files(folder)
    data = files.mapping("units.yaml")
    for comparator in {**data.mapping("comparators"), **data.mapping("comparators_after")}:
        if comparator not in COMPARATORS:
            data.fault(f"comparator is {comparator!r}; allowed are {', '.join(COMPARATORS)}")
    for direction in data.mapping("change"):
        if direction not in ("increase", "decrease"):
            data.fault(f"change is {direction!r}; allowed are increase, decrease")
    for kind in data.mapping("kinds"):
        if kind not in KINDS:
            data.fault(f"kind is {kind!r}; allowed are {', '.join(KINDS)}")
    currencies = tuple(_currency(entry) for entry in files.entries("currencies.yaml"))
    files.check()
    return Units(
        units=_flat(data, "units"),
        scaled=data.mapping("scaled"),
        magnitudes=data.mapping("magnitudes"),
        comparators=_flat(data, "comparators"),
        after=_flat(data, "comparators_after"),
        change=_flat(data, "change"),
        factors=data.mapping("factors"),
        currencies=currencies,
        kinds={kind: frozenset(data.mapping("kinds").get(kind, ())) for kind in KINDS},
        **{name: frozenset(data.words(name)) for name in _SETS},
    )


def _flat(data: Entry, name: str) -> dict[str, Any]:
    """Word → what it stands under."""
    return {str(word): key for key, words in data.mapping(name).items() for word in words}


def _currency(entry: Entry) -> Currency:
    return Currency(
        code=entry.key,
        name=entry.text("name"),
        words=frozenset(entry.words("words")),
        demonyms=frozenset(entry.words("demonyms")),
        signs=entry.words("signs"),
    )
