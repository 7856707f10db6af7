"""What speaks for two tellings being one."""

from __future__ import annotations

import pytest
from codings import day, telling
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.features import days_apart, same_name
from dragoman.record.same_event import CONTACT, OTHER, forbidden, match
from dragoman.record.telling import Telling, blocks, tellings
from dragoman.texts.document import Interval


def told(name: str, text: str, *people: str, **fields: object) -> Telling:
    coded = telling(name, text, *people, **fields)  # type: ignore[arg-type]
    return next(tellings(coded, [f"c{name}"]))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("mohammad javad zarif", "zarif", True),
        ("abbas araqchi", "abbas araghchi", True),
        ("sergei lavrov", "sergey lavrov", True),
        ("xi jinping", "jinping xi", True),
        ("hassan rouhani", "hasan rohani", True),
        ("mohammed saeed", "muhamad said", True),
        ("aleksey gerasimenko", "alexei gerassimenko", True),
        ("joy mwangi", "joy muangi", True),
        ("wang yi", "wen yi", False),
        ("george bush", "laura bush", False),
        ("ivan petrov", "oleg petrov", False),
    ],
)
def test_spellings_of_a_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


DATES = st.sampled_from(
    [
        day("2015-03-03"),
        day("2015-03-05"),
        day("2015-07-05"),
        Interval("2015", "2015"),
        Interval(None, "2015"),
        Interval(),
    ]
)
PEOPLE = st.lists(st.sampled_from(["Mara Lindqvist/SWE", "Aino Salmi/FIN", "Bo Rehn/FIN", "SWE", "NOR"]), min_size=1)
TEXTS = st.sampled_from(["They spoke on the telephone about the third treaty.", "A call between ministers.", "No."])
KINDS = st.sampled_from(
    [
        {},
        {"channel": "visit", "cameo": "042", "symmetric": False},
        {"event": "ACCUSE", "cameo": "112", "symmetric": False},
    ]
)


@given(*[st.tuples(TEXTS, PEOPLE, DATES, KINDS)] * 2)
def test_the_judgement_is_symmetric_and_says_why(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    a, b = (
        told(name, text, *dict.fromkeys(people), date=date, published="2015-03-06", **kind)
        for name, (text, people, date, kind) in zip("ab", (one, other), strict=True)
    )
    assert match(a, b) == match(b, a)
    assert forbidden(a, b) == forbidden(b, a)
    assert days_apart(a, b) == days_apart(b, a) >= 0
    found = match(a, b)
    names = {feature.name for feature in (CONTACT if a.family == "contact" else OTHER)}
    assert found is None or {met.feature for met in found.why} <= names


def test_what_meets_shares_a_block() -> None:
    """Whatever the dates say of one deed, its tellings are compared."""
    dates = (day("2015-02-28"), day("2015-03-02"), Interval("2015-03", "2015-03"), Interval(None, "2015-03-04"))
    keys = [
        set(blocks(told(str(n), "A call.", "SWE", "FIN", date=d, published="2015-03-04"))) for n, d in enumerate(dates)
    ]
    assert all(one & other for one in keys for other in keys)
    assert not keys[0] & set(blocks(told("x", "A call.", "SWE", "FIN", date=day("2016-03-02"))))
