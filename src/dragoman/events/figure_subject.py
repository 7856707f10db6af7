"""What sort of thing a figure counts, and which states it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.actors.reading import Reading
from dragoman.codebook.units import KINDS, FigureKind, Units
from dragoman.events.agreement_parties import Parties
from dragoman.events.figure_units import TIME_UNITS
from dragoman.texts.parsed import Token

_CLIMB = 6
_DONE_TO: tuple[FigureKind, ...] = ("casualties", "prisoners")
_OBJECTS = frozenset({"dobj", "acomp", "attr", "oprd", "nsubjpass"})
_SHARES = frozenset({"percent", "percentage point", "fold"})


def kind_of(word: Token, measured: Token | None, unit: str | None, units: Units, *, bare: bool) -> FigureKind | None:
    """By what is measured, then by what governs it; of a share or sum (``bare``) that says no more, by its sentence.

    A length of time is the term of an agreement or nothing; what numbers itself ("fifth round") is a count.
    """
    near = _near(word, measured)
    if unit in TIME_UNITS:
        return "term" if units.kinds["term"] & near else None
    if unit is not None and unit.split()[-1] in units.serial:
        return "count"
    bare = bare or unit in _SHARES or unit is None
    done = () if bare else _DONE_TO  # "killed 12 soldiers" counts no troops; money is released, too
    own = _lemmas(measured.subtree if measured is not None else ()) | set((unit or "").split())
    looked_at = ((near, done), (own, KINDS), (near, KINDS), (_lemmas(word.doc) if bare else set(), KINDS))
    fitting = (kind for lemmas, kinds in looked_at for kind in kinds if units.kinds[kind] & lemmas)
    return next((kind for kind in fitting if kind != "term"), None)


def countries_of(
    reading: Reading, parties: Iterable[str], sentence: int, named: Parties
) -> tuple[tuple[str, ...], str]:
    """The states (ISO3) that a figure is about, and why.

    Two that it names itself; else the two of its sentence, else the two that the document is about, if they fit; else
    the one that it names.
    """
    actors = (reading.actors[party] for party in parties if party in reading.actors)
    own = tuple(dict.fromkeys(actor.country for actor in actors if actor.country))
    if len(own) >= 2:
        return own, ""
    for pair, why in ((named.named_in(sentence), "its sentence"), (named.pair(), "the report")):
        if len(pair) == 2 and set(own) <= set(pair):
            return pair, f"the two states that {why} is about"
    return own, ""


def _near(word: Token, measured: Token | None) -> set[str]:
    """Lemmas of the figure, what is measured, and what they hang on up to the verb, with that verb's object."""
    return _lemmas(token for start in (word, measured) if start is not None for token in _upward(start))


def _upward(token: Token) -> Iterator[Token]:
    for _ in range(_CLIMB):
        yield token
        if token.tag_.startswith("V") or token.head.i == token.i:
            yield from (c for c in token.children if c.dep_ in _OBJECTS)
            return
        token = token.head


def _lemmas(tokens: Iterable[Token]) -> set[str]:
    """In lower case; "troops" is a word of its own in the dictionary."""
    return {token.lemma_.lower().removesuffix("s") if token.tag_ == "NNS" else token.lemma_.lower() for token in tokens}
