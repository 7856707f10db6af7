"""Types that there are not: said to be none, with those that there are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from codings import document, figure

from dragoman.codebook.codebook import load
from dragoman.codebook.sourcing import load_sourcing
from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import CHANNELS
from dragoman.events.patterns import load_patterns
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    doc = document("Forty two goats were exchanged.")
    counted = figure(doc, id="f1", unit="goat", currency=None)
    with open_record(tmp_path / "r.db") as kept:
        kept.add(Coding(doc, (), (), (), (), (), "2026.1", "test 1", figures=(counted,)))
        yield kept


@pytest.mark.parametrize(
    ("listing", "kind", "says"),
    [
        ("events", "vist", "'vist' is no type of event. Choose a PLOVER event or mode .* a channel .phone_call, "),
        ("events", "99", "'99' is no type of event"),
        ("events", "4", "'4' is no type of event"),
        ("events", "", "'' is no type of event"),
        ("deeds", "trade war", "no type of event"),
        ("contacts", "aid", "'aid' is no type of contact. Choose CONSULT, visit"),
        ("contacts", "troops", "no type of contact"),
        ("figures", "gaot", "'gaot' is no kind or currency of figures, and none of this record counts in it"),
        ("statements", "loud", "no kind of statement"),
    ],
)
def test_what_is_none(record: Record, listing: str, kind: str, says: str) -> None:
    asked: Any = getattr(record, listing)
    with pytest.raises(UsageError, match=says):
        list(asked(Filter(types=(kind,))))


def test_what_is_one(record: Record) -> None:
    book = load()
    modes = [mode for event in book.events.values() for mode in event.modes]
    assert not list(record.events(Filter(types=(*book.events, *modes, *CHANNELS, *book.cameo))))
    assert not list(record.contacts(Filter(types=("Consult", *book.event("CONSULT").modes, *CHANNELS, "04"))))


def test_any_noun_that_the_record_counts_in_is_a_unit(record: Record) -> None:
    assert [found.thing.id for found in record.figures(Filter(types=("Goat", "percent")))] == ["f1"]


def test_all_channels_of_the_codebook_are_channels() -> None:
    used = {pattern.channel for pattern in load_patterns().all if pattern.channel} | {*load_sourcing().channels}
    assert used <= {*CHANNELS}
