"""What a filter's types may be: a wrong one would look like a record that holds nothing of the kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, func, select

from dragoman.codebook.codebook import load
from dragoman.codebook.units import KINDS, load_units
from dragoman.errors import UsageError
from dragoman.events.event import CHANNELS
from dragoman.record.tables import figures

_CODES = "the beginning of a CAMEO code (`dragoman codebook cameo` lists them)"


def known(types: Iterable[str], allowed: Collection[str], what: str) -> list[str]:
    """Types in any case.

    :raises UsageError: one that is none.
    """
    kinds = [kind.lower() for kind in types]
    if strange := sorted(set(kinds) - set(allowed)):
        raise UsageError(f"{strange[0]!r} is no kind of {what}. Choose from {', '.join(allowed)}.")
    return kinds


def of_events(types: Sequence[str]) -> Sequence[str]:
    """Types of events: PLOVER events and modes in any case, channels, beginnings of CAMEO codes.

    :raises UsageError: one that is none.
    """
    events = load().events
    modes = {mode for event in events.values() for mode in event.modes}
    allowed = f"a PLOVER event or mode (`dragoman codebook events` lists them), a channel ({', '.join(CHANNELS)}), or"
    return _checked(types, {*map(str.lower, events), *modes, *CHANNELS}, "event", f"{allowed} {_CODES}")


def of_contacts(types: Sequence[str]) -> Sequence[str]:
    """Types of contacts: CONSULT and its modes, channels, beginnings of CAMEO codes.

    :raises UsageError: one that is none, or of other events: no contact can be of it.
    """
    consult = load().event("CONSULT")
    allowed = f"CONSULT, {', '.join(consult.modes)}, a channel ({', '.join(CHANNELS)}), or"
    return _checked(types, {"consult", *consult.modes, *CHANNELS}, "contact", f"{allowed} {_CODES}")


def of_figures(connection: Connection, types: Iterable[str]) -> list[str]:
    """Types of figures in lower case: kinds, currencies, and units.

    Any noun may be a unit, so no list can say which there are: a word that the codebook does not have is one if a
    figure of this record counts in it.

    :raises UsageError: one that is none of these.
    """
    units = load_units()
    coded = {*KINDS, *units.units.values(), *(currency.code for currency in units.currencies)}
    kinds = [kind.lower() for kind in types]
    unit = func.lower(figures.c.unit)
    for kind in sorted(set(kinds) - {one.lower() for one in coded}):
        if connection.execute(select(unit).where(unit == kind).limit(1)).first() is None:
            allowed = f"{', '.join(KINDS)}, the code of a currency (USD) or a unit in the singular (percent, barrel)"
            raise UsageError(
                f"{kind!r} is no kind or currency of figures, and none of this record counts in it. Choose {allowed}; "
                "`dragoman figures` shows what it holds."
            )
    return kinds


def _checked(types: Sequence[str], names: Collection[str], what: str, allowed: str) -> Sequence[str]:
    codes = load().cameo
    for kind in types:
        if kind.lower() not in names and not (kind.isdecimal() and any(code.startswith(kind) for code in codes)):
            raise UsageError(f"{kind!r} is no type of {what}. Choose {allowed}.")
    return types
