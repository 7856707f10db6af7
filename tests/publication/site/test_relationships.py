import re
from typing import get_args

import pytest
from fastapi.testclient import TestClient

import dragoman
from dragoman.codebook.codebook import load
from dragoman.publication.plain_english import English, words
from dragoman.publication.site.relationships import Order, in_order
from dragoman.record.filter import Filter
from dragoman.record.record import Record

ENGLISH = English(load(), words())
ROW = re.compile(
    r'<a href="/relationships/(\w{3})/(\w{3})[^"]*">.*?<td class="n">(\d+).*?<td class="n wide">(\d+)</td>', re.S
)


def rows(page: str) -> list[tuple[str, str, int, int]]:
    return [(one, other, int(deeds), int(contacts)) for one, other, deeds, contacts in ROW.findall(page)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("", Filter()),
        ("state=Russia", Filter(states=("RUS",))),
        ("state=RUS&state=Ukraine", Filter(states=("RUS", "UKR"))),
        ("since=2020&type=CONSULT", Filter(since="2020", types=("CONSULT",))),
    ],
)
def test_the_rows_are_those_of_the_measure(client: TestClient, kept: Record, asked: str, wanted: Filter) -> None:
    expected = dragoman.dyads(kept, wanted=wanted).dyads
    found = rows(client.get(f"/relationships?{asked}").text)
    assert (
        sorted(found) == sorted((dyad.one, dyad.other, dyad.events, dyad.contacts) for dyad in expected)[: len(found)]
    )
    assert len(found) == min(len(expected), 50)


@pytest.mark.model
@pytest.mark.parametrize("sort", get_args(Order))
def test_each_column_can_be_the_order(client: TestClient, kept: Record, sort: Order) -> None:
    expected = in_order(dragoman.dyads(kept).dyads, sort, ENGLISH)
    found = rows(client.get(f"/relationships?sort={sort}").text)
    assert [row[:2] for row in found] == [(dyad.one, dyad.other) for dyad in expected[:50]]


@pytest.mark.model
def test_the_orders_are_what_they_say(kept: Record) -> None:
    every = dragoman.dyads(kept).dyads
    days = [dyad.last for dyad in in_order(every, "last", ENGLISH)]
    known = [day for day in days if day]
    assert known == sorted(known, reverse=True)
    assert days == known + [None] * (len(days) - len(known))
    conflict = [dyad.goldstein.net for dyad in in_order(every, "conflict", ENGLISH)]
    assert conflict[0] == min(net for net in conflict if net is not None)


@pytest.mark.model
def test_beyond_the_end_is_an_empty_list(client: TestClient) -> None:
    answer = client.get("/relationships?part=999")
    assert answer.status_code == 200
    assert rows(answer.text) == []


@pytest.mark.model
@pytest.mark.parametrize("asked", ["part=0", "part=x", "sort=nonsense"])
def test_what_cannot_be_is_refused(client: TestClient, asked: str) -> None:
    assert client.get(f"/relationships?{asked}").status_code == 422
