"""Statements with their people: speakers through names, titles and pronouns, addressees, outlets, nesting, states."""

from __future__ import annotations

import functools

import pytest

from dragoman.actors.reader import Reader
from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import load
from dragoman.codebook.speech import load_speech
from dragoman.events.event import Statement
from dragoman.events.statements import find_statements
from dragoman.texts.document import Boilerplate, Document, Span

pytestmark = pytest.mark.model


@functools.cache
def reader() -> Reader:
    return Reader(load())


def statements(text: str, **given: object) -> tuple[Reading, tuple[Statement, ...]]:
    reading = reader().read(Document("t", "t.txt", text, **given))  # type: ignore[arg-type]
    return reading, find_statements(reading, load_speech())


SPEAKERS = [
    ("Norwegian Foreign Minister Marta Lind said Sweden would send aid.", [["Marta Lind"]]),
    ("Norwegian Foreign Minister Marta Lind met the Danish king. She said Denmark was a friend.", [["Marta Lind"]]),
    ("Norwegian Foreign Minister Marta Lind met him. “Denmark is a friend,” said Lind.", [["Marta Lind"]]),
    ("Norway and Sweden said that Denmark was a friend.", [["Norway", "Sweden"]]),
    ("Oslo announced that it would recall its ambassador from Denmark.", [["Norway"]]),
    ("Norwegian Foreign Minister Marta Lind was in Riga on Monday. “Latvia is a friend,” she added.", [["Marta Lind"]]),
    ("“Latvia is a friend,” a man in the street said. Norway had sent aid.", [[]]),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_speakers(text: str, who: list[list[str]]) -> None:
    reading, found = statements(text)
    assert [[reading.actors[a].name for a in s.speakers] for s in found] == who


def test_whoever_issued_the_statement_speaks() -> None:
    reading, (found,) = statements(
        "“Norway and Sweden are friends,” according to a statement by the Swedish government."
    )
    assert [reading.actors[a].country for a in found.speakers] == ["SWE"]


def test_addressee() -> None:
    reading, (found,) = statements("Norwegian Foreign Minister Marta Lind told Latvia that the aid was on its way.")
    assert [reading.actors[a].name for a in found.addressees] == ["Latvia"]


def test_states_it_is_about() -> None:
    _, (found,) = statements(
        "Norwegian Foreign Minister Marta Lind said that Sweden and Denmark would open the bridge."
    )
    assert found.about == ("SWE", "DNK")


def test_agency_is_credited_not_quoted() -> None:
    text = "Sweden is ready for talks, said Norwegian Foreign Minister Marta Lind, according to TASS."
    _, (found,) = statements(text, outlet="North Sea Telegraph")
    assert [(a.role, a.name) for a in found.attribution] == [("outlet", "North Sea Telegraph"), ("agency", "TASS")]


def test_statement_within_a_statement() -> None:
    _, found = statements("Norway said that Sweden had announced that the Danish bridge was closed.")
    outer, inner = found
    assert (outer.nested_in, inner.nested_in) == (None, outer.id)


def test_quotation_without_a_cue_goes_on_with_the_speaker() -> None:
    _, found = statements("Norway said that the “peace bridge” to Sweden was open.\n“Come and see it for yourselves.”")
    assert [s.cue is None for s in found] == [False, True]
    assert found[0].speakers == found[1].speakers


def test_boilerplate_gives_none() -> None:
    text = "Norway said that the bridge to Sweden was open."
    _, found = statements(text, boilerplate=(Boilerplate(Span(0, len(text)), "caption"),))
    assert found == ()


def test_anonymous_source_is_marked() -> None:
    _, (found,) = statements("A diplomat said that Norway and Sweden were close to a deal.")
    if not found.speakers:
        assert any("anonymous" in reason.why for reason in found.reasons)


def test_ids_are_stable_and_unlike() -> None:
    text = "Norway said that the bridge was open and Sweden said that it was closed."
    first, second = statements(text)[1], statements(text)[1]
    assert [s.id for s in first] == [s.id for s in second]
    assert len({s.id for s in first}) == len(first)
