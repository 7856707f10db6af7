"""Cleaning: what becomes of damaged text, and that the way back stays true."""

from __future__ import annotations

import pytest
from growth import steep
from hypothesis import given
from hypothesis import strategies as st

from dragoman.texts.cleaning import _SAME_LENGTH, clean

GLUED = [
    ("The sides signed.Both left.", "The sides signed. Both left."),
    ("He added.“We have time.”", 'He added. "We have time."'),
    ("a year.”Minister Berg left", 'a year." Minister Berg left'),
    ("a year,”he said", 'a year," he said'),
    ("he said:“Today we sign.”", 'he said: "Today we sign."'),
    ('He added."We have time." She left.', 'He added. "We have time." She left.'),
    ('He said: "We go."She left.', 'He said: "We go." She left.'),
    ('He said ("We go.")The talks', 'He said ("We go.") The talks'),
    ("in the pact (signed in 2004).The", "in the pact (signed in 2004). The"),
    ("the pact (RCEP)The next", "the pact (RCEP) The next"),
    ("signed in 2004.In May", "signed in 2004. In May"),
    ("It fell by 5%.In May", "It fell by 5%. In May"),
    ("We don’t.We never did.", "We don't. We never did."),
    ("in the U.S.Both left", "in the U.S. Both left"),
    ("at 5 p.m.Tuesday", "at 5 p.m. Tuesday"),
    ("the reply.I think", "the reply. I think"),
    ("Reuters reported.NATO denied", "Reuters reported. NATO denied"),
]
WHOLE = [
    "the U.S.-led talks of the U.S. and the U.K.",
    "J.Berg and A.Solberg",
    "3.5 percent of 1.2 million",
    "see https://example.org/News.Html?a=B.Cd and www.Example.Net",
    "Write to Press.Office@Example.Org today.",
    "Booking.Com and Statement.Pdf",
    'He said "We go" and "They stay".',
    "Lt. Gen. Berg (left) met the E.U. envoy.",
]


@pytest.mark.parametrize(("given", "expected"), GLUED)
def test_a_missing_space_is_put_in(given: str, expected: str) -> None:
    assert clean(given).text == expected


@pytest.mark.parametrize("text", WHOLE)
def test_names_and_numbers_stay_whole(text: str) -> None:
    assert clean(text).text == text


def test_quotes_spaces_and_line_ends_become_plain() -> None:
    assert clean("‘a’\u00a0“b”\r\nc\u2028d\u200be").text == "'a' \"b\"\n\nc\nde"


def test_a_quote_left_open_does_not_reach_into_the_next_paragraph() -> None:
    assert clean('He said: "We go.\nThey left."We go," he said').text == 'He said: "We go.\nThey left. "We go," he said'


@given(st.text(alphabet=st.sampled_from('aB."“”’ \n()1!\u00ad\u200b\r@:/w,'), max_size=60))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    cleaned = clean(text)
    origin = cleaned.origin
    inserted = 0
    for i, char in enumerate(cleaned.text):
        if i + 1 < len(origin) and origin[i] == origin[i + 1]:
            inserted += 1
            assert char == " "
        else:
            assert char == text[origin[i]].translate(_SAME_LENGTH)
    assert list(origin) == sorted(origin)
    assert len(cleaned.text) == len(origin)
    assert len(text) - (len(origin) - inserted) == sum(text.count(c) for c in "\u00ad\u200b")


@given(st.text(alphabet=st.sampled_from('aB."“” \u00ad'), min_size=1, max_size=40), st.data())
def test_a_place_given_is_found_again(text: str, data: st.DataObject) -> None:
    cleaned = clean(text)
    if cleaned.text:
        i = data.draw(st.integers(0, len(cleaned.text) - 1))
        span = cleaned.raw(i, i + 1)
        assert len(span) == 1
        assert cleaned.at(span.start) <= i < cleaned.at(span.end)


@pytest.mark.parametrize("unit", ["a", '"', "a.@", "x.He said."])
def test_long_lines_cost_no_more_than_their_length(unit: str) -> None:
    assert not steep(clean, unit * (1_000_000 // len(unit)))
