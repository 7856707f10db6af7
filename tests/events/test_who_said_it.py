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
    # a pronoun: who spoke or acted before, not whoever the quoted words name
    (
        "Norwegian Foreign Minister Marta Lind was in Riga. “President Emil Ozols of Latvia is a friend,” she said.",
        [["Marta Lind"]],
    ),
    (
        "Norwegian Foreign Minister Marta Lind said that President Emil Ozols of Latvia would come. “We are glad,” "
        "she added.",
        [["Marta Lind"], ["Marta Lind"]],
    ),
    (
        "Latvian President Emil Ozols praised Foreign Minister Marta Lind of Norway. He said the bridge was open.",
        [["Emil Ozols"], ["Emil Ozols"]],
    ),
    (
        "Latvian President Emil Ozols spoke to reporters about Norway. Both he and Minister Marta Lind said the "
        "bridge was open.",
        [["Emil Ozols"], ["Emil Ozols", "Marta Lind"]],
    ),
    # a parser's mistake: the subject of the quoted clause is not the speaker
    (
        "“The only plan that Norway has shown to Latvia is dead,” tweeted former minister Emil Ozols.",
        [["Emil Ozols"]],
    ),
    # descriptions
    (
        "Emil Ozols, a presidential candidate in Latvia, spoke on Monday. Minister Marta Lind of Norway said that "
        "she would wait. The candidate said that Latvia would not wait.",
        [["Marta Lind"], ["Emil Ozols"]],
    ),
    (
        "NATO condemned the attack in Latvia. “We stand with Riga,” the statement read.",
        [["NATO"]] * 2,
    ),
    (
        "Norwegian diplomats said on Monday that Latvia had agreed. They said more talks would follow.",
        [["Norwegian diplomats"]] * 2,
    ),
    ("Representatives from Norway said that Latvia had agreed.", [["Norway"]]),
    (
        "Norwegian Foreign Ministry spokesman Emil Berg spoke. A spokesman for Norway's Foreign Ministry said "
        "later that Latvia had agreed.",
        [["A spokesman"]],
    ),
    # "May" the name; a name beside what somebody is to another
    ("British Prime Minister Theresa May met the Latvian king. “It is late,” she said.", [["Theresa May"]]),
    (
        "Latvia mourned. Lind's brother, Emil Ozolsky, said on Norwegian television that it was late.",
        [["Emil Ozolsky"]],
    ),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_speakers(text: str, who: list[list[str]]) -> None:
    reading, found = statements(text)
    assert [[reading.actors[a].name for a in s.speakers] for s in found] == who


def test_two_quotations_of_two_cues_have_two_speakers() -> None:
    text = "“It is open,” Norway's foreign minister Marta Lind said. “It is not,” said Latvian President Emil Ozols."
    reading, found = statements(text)
    assert [[reading.actors[a].name for a in s.speakers] for s in found] == [["Marta Lind"], ["Emil Ozols"]]
    assert [[text[c.start : c.end] for c in s.content] for s in found] == [["It is open,"], ["It is not,"]]


def test_quotation_of_a_new_paragraph_waits_for_its_cue() -> None:
    text = (
        "Norway's foreign minister Marta Lind said: “The bridge is open.”\n"
        "“It is closed. Come and see,” said Latvian President Emil Ozols."
    )
    reading, found = statements(text)
    assert [[reading.actors[a].name for a in s.speakers] for s in found] == [["Marta Lind"], ["Emil Ozols"]]


def test_clause_before_a_colon_leads_up_to_the_quotation() -> None:
    text = "Latvian President Emil Ozols opposed the Norwegian plan: “It is late and it is dear.”"
    reading, (found,) = statements(text)
    assert ([reading.actors[a].name for a in found.speakers], found.mode) == (["Emil Ozols"], "direct")


@pytest.mark.parametrize(
    "first",
    [
        "Defence Minister Marta Lind said on Friday that the bridge would stay closed.",
        "A local engineer, speaking on television, said: “It is not safe.”",
        "“It is not safe,” the expert added.",
    ],
)
def test_speech_near_what_matters_is_read_though_it_names_no_state(first: str) -> None:
    _, found = statements(f"{first} Norway had built the bridge to Sweden.")
    assert len(found) == 1


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
