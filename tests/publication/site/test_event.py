"""The page of an event: every field with its words, its reports side by side, and correcting it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from codings import coding, span, statement, telling
from fastapi.testclient import TestClient
from served import served

from dragoman.events.event import Evidence, Place, Reason
from dragoman.publication.serving import Serving
from dragoman.record.record import Record
from dragoman.texts.document import Span

ONE = telling(
    "one.txt",
    "Mara Lindqvist telephoned Aino Salmi.",
    "Mara Lindqvist/SWE",
    "Aino Salmi/FIN",
    published="2015-03-04",
    outlet="The Gazette",
)
OTHER = telling(
    "two.txt",
    "Lindqvist and Salmi spoke by telephone.",
    "Mara Lindqvist/SWE",
    "Aino Salmi/FIN",
    published="2015-03-05",
    outlet="The Mail",
    credits=(),
)


def send(client: TestClient, id: str, **fields: str) -> tuple[int, str]:
    answer = client.post(f"/events/{id}/corrections", data=fields)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    "part",
    [
        "foreign minister Mara Lindqvist and Finland’s foreign minister Aino Salmi spoke by telephone in Stockholm.",
        "3 March 2015",
        "Stockholm",
        'href="/actors/SWE/Mara%20Lindqvist"',
        '<a href="/codebook/CONSULT">CONSULT</a> phone',
        '<a href="/codebook/041">041</a>',
        "Goldstein +1.0",
        "Foreign ministers",
        "phone call",
        "diplomatic",
        "occurred",
        "pattern:telephone, confidence 0.9",
        "‘telephoned’ between two ministers",
        "“telephoned”",
        "“3 March 2015”",
        "outlet (unnamed)",
        "Read by test 1 with codebook 2026.1",
    ],
)
def test_every_field_is_shown_with_its_words(tmp_path: Path, part: str) -> None:
    with served(tmp_path, coding()) as (record, client):
        page = client.get(f"/events/{next(record.deeds()).id}").text
    assert part in re.sub(r"\s+", " ", page)


def test_the_words_lead_to_their_place(tmp_path: Path) -> None:
    kept = coding()
    place = span(kept.document.text, "3 March 2015")
    with served(tmp_path, kept) as (_, client):
        page = client.get(f"/events/{kept.events[0].id}").text
    assert f'href="/documents/{kept.document.id}?at={place.start}-{place.end}#at"' in page


@pytest.mark.model
def test_all_sample_events_have_pages(client: TestClient, kept: Record) -> None:
    for deed in kept.deeds():
        answer = client.get(f"/events/{deed.id}")
        assert answer.status_code == 200
        for found in deed.tellings:
            assert found.source.id in answer.text
            assert client.get(f"/events/{found.thing.id}").status_code == 200


def test_reports_stand_side_by_side_and_say_why_they_are_one(tmp_path: Path) -> None:
    with served(tmp_path, ONE, OTHER) as (record, client):
        deed = next(record.deeds())
        assert len(deed.tellings) == 2
        whole = client.get(f"/events/{deed.id}").text
        single = client.get(f"/events/{OTHER.events[0].id}").text
    for part in (
        "2 reports of 2 independent origins",
        "The Gazette",
        "The Mail",
        "independent",
        "1 day after",
        "2 days after",
    ):
        assert part in whole
    assert "Why they are held to tell of one deed" in whole
    assert "the people" in whole
    assert "as The Mail tells it" in single
    assert f"/events/{deed.id}" in single


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    text = "<script>alert(1)</script>\u202e Mara\0 & <b>Aino</b> telephoned"
    reasons = (Reason("event", "<script>"),)
    told = telling("x.txt", text, "<b>Mara</b>/SWE", "A\u202e/FIN", place=Place("<svg onload=x>"), reasons=reasons)
    with served(tmp_path, told) as (record, client):
        deed = next(record.deeds())
        for id in (deed.id, deed.tellings[0].thing.id):
            page = client.get(f"/events/{id}").text
            assert "&lt;script&gt;alert(1)&lt;/script&gt;[U+202E] Mara[U+0000] &amp; &lt;b&gt;Aino" in page
            for never in ("<script>", "<b>", "<svg onload", "<img", "\u202e", "\0"):
                assert never not in page


def test_confirming_rejecting_and_taking_back(tmp_path: Path) -> None:
    with served(tmp_path, coding()) as (record, client):
        deed, told = next(record.deeds()).id, coding().events[0].id
        status, page = send(client, deed, act="confirm", user="Ada", note="I was <there>")
        assert (status, "Kept: confirmed by Ada: “I was &lt;there&gt;”" in re.sub(r"\s+", " ", page)) == (200, True)
        assert next(record.events()).thing.confidence == 1.0
        _, page = send(client, deed, act="reject", user="Ada")
        assert "a user rejected it" in page
        assert list(record.events()) == []
        _, page = send(client, told, act="confirm", user="Ben")
        assert [one.thing.id for one in record.events()] == [told]
        assert "rejected: there was no such event" in page  # the earlier decisions stay to be read


def test_recoding(tmp_path: Path) -> None:
    with served(tmp_path, coding()) as (record, client):
        told = coding().events[0].id
        page = client.get(f"/events/{told}").text
        same = {
            "event": "CONSULT",
            "mode": "phone",
            "cameo": "041",
            "status": "occurred",
            "channel": "phone_call",
            "date": "2015-03-03",
            "place": "Stockholm",
        }
        for name, value in same.items():
            assert re.search(rf'name="{name}" value="{value}"|<option value="{value}" selected>', page)
        status, page = send(client, told, act="recode", user="Ada", **(same | {"status": "planned", "date": "2015-04"}))
        assert status == 200
        assert "recoded date to 2015-04, status to planned by Ada" in re.sub(r"\s+", " ", page)
        assert next(record.events()).thing.status == "planned"
        assert next(record.corrections()).changes == {"status": "planned", "date": "2015-04"}


def test_splitting(tmp_path: Path) -> None:
    with served(tmp_path, ONE, OTHER) as (record, client):
        deed = next(record.deeds()).id
        status, _ = send(client, deed, act="split", user="Ada", target=OTHER.events[0].id)
        assert status == 200
        assert len(list(record.deeds())) == 2


def test_merging_with_another_of_those_days(tmp_path: Path) -> None:
    letter = {"event": "CONSULT", "mode": None, "cameo": "040", "channel": "message_or_letter"}
    sent = telling("three.txt", "Lindqvist wrote to Salmi.", "Mara Lindqvist/SWE", "Aino Salmi/FIN", **letter)
    with served(tmp_path, ONE, sent) as (record, client):
        first, other = (deed.id for deed in record.deeds())
        page = client.get(f"/events/{first}").text
        assert re.search(rf'<option value="{other}">[^<]+', page)
        status, page = send(client, first, act="merge", user="Ada", same=other)
        assert (status, "merged: these are one event by Ada" in re.sub(r"\s+", " ", page)) == (200, True)
        (deed,) = record.deeds()
        assert len(deed.reports) == 2
        page = client.get(f"/events/{deed.id}").text
        assert 'value="split"' in page
        assert 'value="merge"' not in page  # there is no other event any more


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"act": "confirm", "user": "  "}, "needs a name to stand for it"),
        ({"act": "forget", "user": "Ada"}, "is no correction. Choose one of confirm, reject, recode, split, merge"),
        ({"act": "merge", "user": "Ada"}, "which other event it is the same as"),
        ({"act": "merge", "user": "Ada", "same": "x0"}, "holds no event or deed"),
        ({"act": "recode", "user": "Ada"}, "No field was changed"),
        ({"act": "recode", "user": "Ada", "event": "CONSULT", "mode": "dine"}, "dine"),
        ({"act": "recode", "user": "Ada", "date": "yesterday"}, "yesterday"),
        ({"act": "split", "user": "Ada"}, "a deed of its own already"),
    ],
)
def test_faults_are_told_over_the_form(tmp_path: Path, fields: dict[str, str], message: str) -> None:
    with served(tmp_path, coding()) as (record, client):
        status, page = send(client, coding().events[0].id, **fields, note="kept <note>")
        assert list(record.corrections()) == []
    assert status == 400
    assert 'role="alert"' in page
    assert message in page
    assert 'value="kept &lt;note&gt;"' in page


def test_a_record_served_for_reading_only_has_no_form(tmp_path: Path) -> None:
    with served(tmp_path, coding(), serving=Serving(hosts=("testserver",), writing=False)) as (record, client):
        id = coding().events[0].id
        assert '<form class="correct"' not in client.get(f"/events/{id}").text
        status, page = send(client, id, act="confirm", user="Ada")
        assert (status, "for reading only" in page) == (403, True)
        assert list(record.corrections()) == []


@pytest.mark.parametrize("id", ["e123", "x123", "s0", "zzz", "x"])
def test_no_such_event(tmp_path: Path, id: str) -> None:
    with served(tmp_path) as (_, client):
        answer = client.get(f"/events/{id}")
    assert answer.status_code in {400, 404}
    assert "The record holds" in answer.text


def test_a_text_of_one_endless_line_does_not_make_an_endless_page(tmp_path: Path) -> None:
    text = "word " * 200_000
    told = telling("x.txt", text, "Mara Lindqvist/SWE", "Aino Salmi/FIN", evidence=(Evidence(Span(700_000, 700_004)),))
    said = statement(told.document, id="s1", content=(Span(0, len(text)),))
    with served(tmp_path, replace(told, statements=(said,))) as (record, client):
        for path in (f"/events/{next(record.deeds()).id}", "/statements/s1", f"/documents/{told.document.id}"):
            assert len(client.get(path).text) < 300_000
        for path in ("/relationships/SWE/FIN", "/relationships", "/states/SWE", "/actors/SWE/Mara%20Lindqvist"):
            page = client.get(path)
            assert page.status_code == 200, path
            assert len(page.text) < 300_000, path
