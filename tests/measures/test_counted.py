"""What the record counts while it reads is what counting all deeds gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from codings import FakeCoder, document, replace

import dragoman
from dragoman.codebook.codebook import load
from dragoman.measures.dealing import dealings
from dragoman.measures.dyads import counted, dyads
from dragoman.measures.scales import Scores
from dragoman.record.record import Record, open_record

SCORES = Scores(load())
STATEMENT: dict[str, Any] = {"event": None, "mode": None, "cameo": "010", "quad": None}
REPORTS = {
    "a.txt": "SWE calls FIN on 2015-03-03. SWE calls NOR on 2015-03-04.",
    "b.txt": "SWE calls FIN on 2015-03-03. Another paper tells it too, in words of its own.",
    "c.txt": "FIN calls SWE on 2016-01-01. NOR calls DNK on 2014-12-31. NOR calls DNK on 2016-02-02.",
}


def read(record: Record, name: str, text: str, **fields: object) -> None:
    coding = FakeCoder().code(document(text, name=name))
    record.add(replace(coding, events=tuple(replace(event, **fields) for event in coding.events)) if fields else coding)


def reject(record: Record) -> None:
    first = next(iter(record.events()))
    record.correct("reject", [first.thing.id], user="me")


def merge(record: Record) -> None:
    deeds = [deed.id for deed in record.deeds() if deed.telling.thing.date.start == "2015-03-03"]
    if len(deeds) > 1:
        record.correct("merge", deeds, user="me")


def split(record: Record) -> None:
    several = next(deed for deed in record.deeds() if len(deed.tellings) > 1)
    record.correct("split", [telling.thing.id for telling in several.tellings], user="me")


def recode(record: Record) -> None:
    first = next(iter(record.events()))
    record.correct("recode", [first.thing.id], user="me", changes={"status": "denied", "date": "2017-07-07"})


@pytest.mark.parametrize(
    "change",
    [
        lambda record: None,
        lambda record: read(record, "a.txt", "This report has nothing to tell any more."),
        lambda record: read(record, "b.txt", REPORTS["b.txt"], status="planned"),
        lambda record: read(record, "d.txt", "NOR calls DNK on 2010-10-10.", **STATEMENT),
        *(reject, merge, split, recode),
    ],
)
def test_counted_as_they_come(change: Callable[[Record], None], tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        for name, text in REPORTS.items():
            read(record, name, text)
        change(record)
        assert counted(record.pairs(), SCORES) == dyads(dealings(record), SCORES)
        assert (
            counted(record.pairs("NOR"), SCORES).dyads
            == dragoman.dyads(record, wanted=dragoman.Filter(states=("NOR",), since="0001")).dyads
        )
        for wanted in (dragoman.Filter(limit=1), dragoman.Filter(limit=50), dragoman.Filter(states=("NOR",), limit=1)):
            every = dragoman.dyads(record, wanted=replace(wanted, limit=None)).dyads
            assert dragoman.dyads(record, wanted=wanted).dyads == every[: wanted.limit]
