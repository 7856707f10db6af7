"""Which tellings are compared: those about the same states and days, and few others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from codings import day, telling

from dragoman.record.lives import life
from dragoman.record.same_event import match
from dragoman.record.telling import Telling, blocks, tellings, window
from dragoman.texts.document import UNKNOWN, Interval


def told(name: str, date: Interval, **fields: object) -> Telling:
    coded = telling(name, f"Word of it came in {name}.", "Mara Lindqvist/SWE", "Aino Salmi/FIN", date=date, **fields)
    return next(tellings(coded, [f"c{name}"]))


HELD = told("held", day("2015-03-03"))


@pytest.mark.parametrize(
    ("other", "one_deed"),
    [
        (told("next day", day("2015-03-04")), True),
        (told("next month", day("2015-04-03")), False),
        (told("month", Interval("2015-03-01", "2015-03-31", "month", "stated")), True),
        (told("ahead", day("2015-01-20"), status="planned", published="2015-01-18"), True),
        (told("long ahead", day("2014-12-20"), status="planned", published="2014-12-01"), False),
        (told("denied", day("2015-02-24"), status="denied"), True),
    ],
)
def test_what_may_be_one_deed_is_compared(other: Telling, one_deed: bool) -> None:
    mine, theirs = window(HELD), window(other)
    assert mine
    assert theirs
    near = bool(set(blocks(HELD)) & set(blocks(other))) and mine[0] <= theirs[1] and theirs[0] <= mine[1]
    found = any((match(HELD, other), life(HELD, other), life(other, HELD)))
    assert (near, found and not near) == (one_deed, False)


def test_what_is_not_dated_is_compared_by_its_words() -> None:
    call = told("a", UNKNOWN)
    promise = replace(call, family="cooperation", words="herring quotas")
    assert window(call) is None
    assert list(blocks(call)) == []
    assert set(blocks(promise)) == {"cooperation:FIN:SWE:herring", "cooperation:FIN:SWE:quotas"}
    assert not set(blocks(promise)) & set(blocks(replace(promise, words="timber")))
