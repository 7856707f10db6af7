"""The pages of statements, agreements, figures and contradictions."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import agreement, coding, day, document, figure, span
from fastapi.testclient import TestClient
from served import served

from dragoman.events.agreement import StageChange
from dragoman.publication.site import links
from dragoman.record.record import Record


@pytest.mark.model
def test_everything_in_the_samples_has_a_page(client: TestClient, kept: Record) -> None:
    for read in kept.codings():
        for thing in (*read.statements, *read.agreements, *read.figures):
            answer = client.get(links.thing(thing.id))
            assert answer.status_code == 200
            assert f"/documents/{read.document.id}?at=" in answer.text
    for found in kept.contradictions():
        answer = client.get(links.thing(found.id))
        assert answer.status_code == 200
        assert all(passage.source.id in answer.text for passage in found.passages)


def test_a_statement_has_its_words_and_who_said_them(tmp_path: Path) -> None:
    with served(tmp_path, coding()) as (_, client):
        page = client.get(f"/statements/{coding().statements[0].id}").text
    for part in (
        "We will sign in April",
        'href="/actors/SWE/Mara%20Lindqvist"',
        'href="/states/FIN"',
        "the speaker’s",
        "“said”",
    ):
        assert part in page


def test_an_agreement_has_its_stages_over_all_reports(tmp_path: Path) -> None:
    codings = []
    for name, stage, when in (("a.txt", "signed", "2015-03-03"), ("b.txt", "ratified", "2016-05-06")):
        doc = document(name=name, published=day(when), outlet=name)
        change = StageChange(stage, day(when), "occurred", span(doc.text, "telephoned"))  # type: ignore[arg-type]
        about = {"topics": ("water", "border"), "mentions": (span(doc.text, "her Finnish"),)}
        one = agreement(doc, stage=stage, stage_changes=(change,), **about)
        codings.append(coding(doc, agreements=(one,)))
    with served(tmp_path, *codings) as (record, client):
        assert len(record.tracked()) == 1
        pages = [client.get(f"/agreements/{one.agreements[0].id}").text for one in codings]
    for page in pages:
        assert "Told by 2 reports" in page
        assert page.index("3 March 2015") < page.index("6 May 2016")


def test_a_figure(tmp_path: Path) -> None:
    doc = document()
    one = figure(doc, evidence=(span(doc.text, "3 March 2015"),), measures="trade <b>")
    with served(tmp_path, coding(doc, figures=(one,))) as (_, client):
        page = client.get(f"/figures/{one.id}").text
        assert client.get(f"/statements/{one.id}").status_code == 404
        assert client.get("/figures/f000").status_code == 400
    assert "over 12 percent" in page
    assert "trade &lt;b&gt;" in page


@pytest.mark.model
def test_a_contradiction_is_sought_among_the_reports_on_its_states(client: TestClient, kept: Record) -> None:
    found = next(kept.contradictions())
    states = sorted(found.states)[:2]
    assert client.get(links.thing(found.id, states)).status_code == 200
    answer = client.get(links.thing("k000", ("FJI",)))
    assert answer.status_code == 400
    assert "Name the states that it concerns" in answer.text
