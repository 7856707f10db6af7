"""The page of a person, an office, a body or a state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from codings import coding, telling
from fastapi.testclient import TestClient
from served import served

from dragoman.publication.site import links
from dragoman.record.record import Record


@pytest.mark.model
def test_everybody_in_the_samples_has_a_page(client: TestClient, kept: Record) -> None:
    for read in kept.codings():
        for actor in read.actors:
            answer = client.get(links.actor(actor.name, actor.country))
            assert answer.status_code == 200, actor
            assert f"/documents/{read.document.id}" in answer.text


def test_what_stands_on_it(tmp_path: Path) -> None:
    with served(tmp_path, coding()) as (_, client):
        page = client.get("/actors/SWE/Mara%20Lindqvist").text
    for part in (
        "Named in 1 report.",
        "Foreign Minister of Sweden",
        "spoke by telephone",
        "We will sign in April",
        'href="/actors/FIN/Aino%20Salmi"',
        "two of one name are shown here as one",
    ):
        assert part in page


def test_the_codebook_says_when_an_office_was_held(tmp_path: Path) -> None:
    told = telling("one.txt", "Lavrov met Berg.", "Sergei Lavrov/RUS", "Jon Berg/NOR", published="2015-03-04")
    with served(tmp_path, told) as (_, client):
        page = client.get("/actors/RUS/Sergei%20Lavrov").text
    assert "In the codebook" in page
    assert "2004-03" in page


def test_names_are_text(tmp_path: Path) -> None:
    told = telling("one.txt", "somebody met somebody", "Mara/SWE", "Aino/FIN")
    names = ("<script>\u202e&/x'\"", "A/B")
    actors = tuple(replace(actor, name=name) for actor, name in zip(told.actors, names, strict=True))
    with served(tmp_path, replace(told, actors=actors)) as (_, client):
        for actor in actors:
            answer = client.get(links.actor(actor.name, actor.country))
            assert answer.status_code == 200
            assert "<script>\u202e" not in answer.text.replace(" ", "\u202e")
            assert "\u202e" not in answer.text


@pytest.mark.parametrize("path", ["/actors/SWE/Nobody", "/actors/-/Nobody", "/actors/SWE/%00", "/actors/XXX/<b>"])
def test_nobody(tmp_path: Path, path: str) -> None:
    with served(tmp_path) as (_, client):
        answer = client.get(path)
    assert answer.status_code == 404
    assert "No report names" in answer.text
