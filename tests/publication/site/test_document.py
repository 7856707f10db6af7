"""The page of a document: all its words as text, marked where something was coded."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import SPEECH, TEXT, coding, document, event, figure, span, statement
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from served import Report, served

from dragoman.events.coding import Skipped
from dragoman.events.event import Evidence
from dragoman.publication.site.cutting import one_break, visible
from dragoman.record.record import Record
from dragoman.texts.document import Boilerplate, Credit, Interval, Span

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\r\nAino Salmi 😀 said\0 \u202eesrever\u2066 &amp; "
    f"</div><svg onload=alert(1)>\r\n{TEXT}\r\n\r"
)


@pytest.mark.model
def test_every_sample_report_shows_all_its_words(client: TestClient, kept: Record) -> None:
    for one in kept.documents():
        answer = client.get(f"/documents/{one.id}")
        assert answer.status_code == 200
        assert Report(answer.text).text == visible(one_break(one.text))


@pytest.mark.model
def test_marks_and_entries_link_to_each_other(client: TestClient, kept: Record) -> None:
    for read in kept.codings():
        report = Report(client.get(f"/documents/{read.document.id}").text)
        things = [*read.events, *read.statements, *read.agreements, *read.figures, *read.actors]
        assert {thing.id for thing in things} <= set(report.anchors)
        assert len(report.anchors) == len(set(report.anchors))
        assert {link[1:] for link in report.links if link.startswith("#")} <= set(report.anchors)


def test_what_a_report_says_never_becomes_part_of_the_page(tmp_path: Path) -> None:
    doc = document(HOSTILE, name="<b>.txt", title="<i>T</i>", outlet='"><script>', url="javascript:alert(1)")
    with served(tmp_path, coding(doc)) as (_, client):
        page = client.get(f"/documents/{doc.id}").text
    assert Report(page).text == visible(one_break(HOSTILE))
    for bad in ("<script>", "<img", "<svg o", "<i>T", 'href="javascript', "\0", "\u202e", "\u2066"):
        assert bad not in page


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 270), st.integers(1, 60)), min_size=1, max_size=6), st.data())
def test_marks_cover_exactly_their_words(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[int, int]], data: st.DataObject
) -> None:
    doc = document(HOSTILE)
    spans = [Span(start, min(start + length, len(HOSTILE))) for start, length in drawn if start < len(HOSTILE)]
    events = tuple(event(doc, id=f"e{at:016}", evidence=(Evidence(place),)) for at, place in enumerate(spans))
    said = (statement(doc, id="s" + "0" * 16, content=(data.draw(st.sampled_from(spans or [Span(0, 9)])),)),)
    with served(tmp_path_factory.mktemp("r"), coding(doc, events=events, statements=said)) as (_, client):
        report = Report(client.get(f"/documents/{doc.id}").text)
    assert report.text == visible(one_break(HOSTILE))
    for one in events:
        place = one.evidence[0].span
        assert report.marked[one.id] == visible(one_break(HOSTILE)[place.start : place.end])


def test_what_is_known_of_it_and_what_was_skipped(tmp_path: Path) -> None:
    doc = document(
        title="Two ministers speak",
        outlet="The Gazette",
        url="https://gazette.example/1",
        dateline="Stockholm",
        language="en",
        credits=(Credit("TT", "text"),),
        published=Interval("2015-03-04", "2015-03-04", "day", "given", how="from the table"),
        boilerplate=(Boilerplate(span(document().text, "Photo: A. Person"), "photo_credit"),),
    )
    skipped = (Skipped(span(doc.text, SPEECH), "nothing that <a> pattern knows"),)
    with served(tmp_path, coding(doc, skipped=skipped)) as (_, client):
        page = client.get(f"/documents/{doc.id}").text
    for part in (
        *("Two ministers speak", "The Gazette", "4 March 2015", "from the table", "Stockholm", "TT"),
        '<a href="https://gazette.example/1" rel="noopener noreferrer">',
        "Skipped: nothing that &lt;a&gt; pattern knows",
        "Not part of the report: photo credit",
    ):
        assert part in page


def test_a_place_is_marked_and_found(tmp_path: Path) -> None:
    doc = document()
    place = span(doc.text, "telephoned her")
    with served(tmp_path, coding(doc)) as (_, client):
        page = client.get(f"/documents/{doc.id}?at={place.start}-{place.end}").text
        assert client.get(f"/documents/{doc.id}?at=nonsense").status_code == 200
        assert client.get(f"/documents/{doc.id}?at=99999-999999").status_code == 200
    assert page.count('id="at"') == 1
    assert page.index('id="at"') < page.index("telephoned")


def test_a_very_long_text_comes_in_parts(tmp_path: Path) -> None:
    doc = document(document().text + " word" * 1_000_000)
    with served(tmp_path, coding(doc)) as (_, client):
        first = client.get(f"/documents/{doc.id}").text
        last = client.get(f"/documents/{doc.id}?at=4900000-4900004").text
    assert len(first) < 130_000
    assert Report(first).text == visible(doc.text[:100_000])
    assert f"/documents/{doc.id}?part=2" in first
    assert '<mark id="at">' in last
    assert Report(last).text == visible(doc.text[4_900_000:5_000_000])


def test_the_number_of_marks_is_bounded(tmp_path: Path) -> None:
    doc = document(document().text + "x" * 9_000)
    many = tuple(figure(doc, id=f"f{at:016}", evidence=(Span(0, 9_000 - at),)) for at in range(2_500))
    with served(tmp_path, coding(doc, figures=many)) as (_, client):
        page = client.get(f"/documents/{doc.id}").text
    assert "more in this text than can be marked" in page
    assert len(page) < 3_000_000


def test_no_such_document(tmp_path: Path) -> None:
    with served(tmp_path) as (_, client):
        answer = client.get("/documents/d123")
    assert answer.status_code == 404
    assert "no document d123" in answer.text
