"""Rows for other programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from codings import coding, document, event, replace
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.actor import Actor
from dragoman.events.event import Stance
from dragoman.publication.cells import plain, unguarded
from dragoman.publication.exports import (
    AGREEMENT,
    CONTACT,
    EVENT,
    FIGURE,
    STATEMENT,
    Columns,
    titled,
    write_csv,
    write_json,
)
from dragoman.record.found import Contact, Found, Source, contact


def found(**fields: object) -> Found[object]:
    doc = document()
    kept = coding(doc)
    source = Source(doc.id, doc.name, doc.path, None, "The Daily", None)
    thing = replace(kept.events[0], **fields)
    return Found(thing, source, {actor.id: actor for actor in kept.actors}, doc.text, 0)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", '=HYPERLINK("http://x")']
)
def test_no_cell_runs_as_a_formula(text: str) -> None:
    out = io.StringIO()
    write_csv([text], {"one": lambda x: x, "many": lambda x: [x, x], "safe": lambda x: f"a {x}"}, out)
    _, row = csv.reader(io.StringIO(out.getvalue(), newline=""))
    line = plain(text)
    assert row == [f"'{line}", f"'{line}; {line}", f"a {line}"]


def test_numbers_stay_numbers() -> None:
    out = io.StringIO()
    write_csv([-4.0], {"goldstein": lambda x: x, "none": lambda x: None}, out)
    assert out.getvalue() == "goldstein,none\n-4.0,\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_csv_comes_back(texts: list[str]) -> None:
    out = io.StringIO()
    write_csv(texts, {"text": lambda x: x, "number": len}, out)
    _, *rows = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert [unguarded(row[0]) for row in rows] == [plain(text) for text in texts]
    assert out.getvalue().count("\n") == len(texts) + 1


def test_an_event_as_a_row() -> None:
    out = io.StringIO()
    write_json([found()], EVENT, out)
    row = json.loads(out.getvalue())
    assert list(row) == list(EVENT)
    assert row["actors"] == ["Mara Lindqvist", "Aino Salmi"]
    assert row["actor_countries"] == ["SWE", "FIN"]
    assert (row["date_start"], row["cameo"], row["goldstein"], row["place"]) == ("2015-03-03", "041", 1.0, "Stockholm")


def test_a_contact_as_a_row() -> None:
    row = {name: cell(contact(found())) for name, cell in CONTACT.items()}
    assert row["countries"] == ["SWE", "FIN"]
    assert row["people"] == ["Mara Lindqvist (Foreign Minister of Sweden)", "Aino Salmi (Foreign Minister of Finland)"]


def test_a_statement_as_a_row() -> None:
    doc = document()
    kept = coding(doc)
    stances = (Stance("critical", (), "FIN"), Stance("supportive", (), body=kept.actors[0].id))
    said = replace(kept.statements[0], stances=stances, topics=("economic",))
    item = Found(said, Source("d", "n", "p", None, None, None), {a.id: a for a in kept.actors}, doc.text, 0)
    row = {name: cell(item) for name, cell in STATEMENT.items()}
    assert (row["words"], row["speaker_countries"]) == ("We will sign in April", ["SWE"])
    assert (row["stances"], row["topics"]) == (["FIN critical", "Mara Lindqvist supportive"], ["economic"])


@pytest.mark.parametrize("columns", [EVENT, CONTACT, STATEMENT, AGREEMENT, FIGURE])
def test_a_header_even_without_rows(columns: Columns[object]) -> None:
    out = io.StringIO()
    write_csv([], columns, out)
    assert out.getvalue() == ",".join(columns) + "\n"


@pytest.mark.parametrize(
    ("name", "office", "shown"),
    [
        ("Aino Salmi", "Minister", "Aino Salmi (Minister)"),
        ("Finland", None, "Finland"),
        ("Minister", "Minister", "Minister"),
    ],
)
def test_titled(name: str, office: str | None, shown: str) -> None:
    assert titled(Actor("a", name, "person", office=office)) == shown


def test_the_bare_state_gives_way_to_its_people() -> None:
    doc = document()
    kept = coding(doc)
    state = Actor("a9", "Sweden", "state", "SWE")
    actors = {actor.id: actor for actor in (*kept.actors, state)}
    both = event(doc, actors=(kept.actors[0].id, "a9"), recipients=(kept.actors[1].id,), symmetric=False)
    seen: Contact = contact(Found(both, Source("d", "n", "p", None, None, None), actors, doc.text, 0))
    assert [[person.name for person in side.people] for side in seen.sides] == [["Mara Lindqvist"], ["Aino Salmi"]]
