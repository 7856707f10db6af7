"""Which tellings are of one agreement, and how it stands after all of them."""

from __future__ import annotations

from typing import Any

import pytest
from codings import agreement, day, document

from dragoman.events.agreement import Agreement, Duration, StageChange, Terms
from dragoman.record.found import Found, Source
from dragoman.record.same_agreement import same, track
from dragoman.texts.document import UNKNOWN, Interval, Span

MARCH = Interval("2015-03-01", "2015-03-31", "month", "stated")
FIVE = Terms(duration=Duration(5, "year"))
US: dict[str, Any] = {"family": "sanctions", "topics": (), "parties": ("USA",)}


def told(number: int = 1, published: str | None = "2020-06-01", **fields: Any) -> Found[Agreement]:
    doc = document(name=f"{number}.txt")
    source = Source(doc.id, doc.name, doc.path, None, "The Daily", None, day(published) if published else UNKNOWN)
    return Found(agreement(doc, **fields), source, {}, doc.text, 0)


PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("the same words", {}, {}, True),
    ("parties in another order", {}, {"parties": ("FIN", "SWE")}, True),
    ("a topic shared", {"topics": ("river", "water")}, {"topics": ("water",)}, True),
    ("nothing that they share but the parties", {"topics": ()}, {"topics": ()}, False),
    ("the month of signature", {"topics": (), "terms": Terms(MARCH)}, {"topics": (), "terms": Terms(MARCH)}, True),
    ("the length", {"topics": (), "terms": FIVE}, {"topics": (), "terms": FIVE}, True),
    ("bundles", {"topics": (), "agreement_kind": "bundle"}, {"topics": (), "agreement_kind": "bundle"}, True),
    ("a ceasefire", {"topics": (), "family": "ceasefire"}, {"topics": (), "family": "ceasefire"}, True),
    ("sanctions of one state, on nobody knows whom", US, US, False),
    ("a treaty may be called an agreement", {}, {"agreement_kind": "agreement"}, True),
    ("other topics", {}, {"topics": ("trade",)}, False),
    ("a topic on one side only", {}, {"topics": ()}, False),
    ("other parties", {}, {"parties": ("SWE", "NOR")}, False),
    ("a third party", {}, {"parties": ("SWE", "FIN", "NOR")}, False),
    ("a bundle and one treaty", {}, {"agreement_kind": "bundle"}, False),
    ("another family", {}, {"family": "ceasefire"}, False),
    ("one instrument under two names", {"instrument": "INF"}, {"instrument": "INF", "topics": ("arms",)}, True),
    ("two instruments", {"instrument": "INF"}, {"instrument": "ABM"}, False),
    ("an instrument and a description", {"instrument": "INF"}, {}, False),
    ("one regime", {"family": "sanctions", "topics": ()}, {"family": "sanctions", "topics": ()}, True),
    ("regimes of two bodies", {"family": "sanctions", "topics": ("un",)}, {"family": "sanctions", "topics": ()}, False),
    ("one embargo", {"family": "embargo", "topics": ("arm",)}, {"family": "embargo", "topics": ()}, True),
    ("one regime, whatever it is called", {"family": "sanctions", "topics": (), "name": "oil sanctions"},
     {"family": "sanctions", "topics": (), "name": "new sanctions on Finland"}, True),
    ("regimes of others", {"family": "sanctions"}, {"family": "sanctions", "parties": ("FIN",)}, False),
    ("signed in one month", {"terms": Terms(MARCH)}, {"terms": Terms(day("2015-03-04"))}, True),
    ("signed in other years", {"terms": Terms(MARCH)}, {"terms": Terms(day("2019-01-01"))}, False),
    ("signed once, wanted later", {"terms": Terms(MARCH)}, {"stage": "proposed"}, False),
    ("wanted first, signed later", {"stage": "proposed"}, {"terms": Terms(day("2020-07-01"))}, True),
    ("in force, and another one wanted", {"stage": "in_force"}, {"stage": "negotiating"}, False),
    ("agreed, and still to be signed", {"stage": "agreed"}, {"stage": "proposed"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "expected"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_same(why: str, one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    a, b = told(1, **one), told(2, "2020-07-15", **other)
    assert same(a, b) is same(b, a) is expected


def test_two_of_one_report_are_two() -> None:
    assert not same(told(1, id="g1"), told(1, id="g2"))


def test_tracked_through_reports() -> None:
    agreed = StageChange("agreed", day("2020-05-30"), "occurred", Span(0, 9))
    signing = StageChange("signed", day("2020-09-01"), "planned", Span(0, 9))
    past = StageChange("negotiating", Interval(None, "2020-05-01"), "occurred", Span(0, 9))
    first = told(1, id="g1", stage="agreed", stage_changes=(agreed,), name="treaty on water")
    other = told(1, id="g2", parties=("SWE", "NOR"))
    later = told(2, None, id="g3", stage="proposed", stage_changes=(signing, past), parties=("FIN", "SWE"))
    one, two = track([first, other, later])
    assert (one.id, one.name, one.parties, one.stage) == ("g1", "treaty on water", ("SWE", "FIN"), "agreed")
    assert [(step.stage, step.status, step.agreement) for step in one.steps()] == [
        ("negotiating", "occurred", "g3"), ("agreed", "occurred", "g1"), ("signed", "planned", "g3"),
    ]  # fmt: skip
    assert (two.id, two.told) == ("g2", (other,))


@pytest.mark.parametrize(
    ("stages", "now"),
    [
        (["proposed", "signed", "mentioned"], "signed"),
        (["signed", "negotiating"], "signed"),
        (["in_force", "suspended", "in_force"], "in_force"),
        (["signed", "ended"], "ended"),
        (["mentioned"], "mentioned"),
    ],
)
def test_where_it_stands_after_all(stages: list[str], now: str) -> None:
    (one,) = track(told(n, f"2020-0{n}-01", stage=stage, instrument="INF") for n, stage in enumerate(stages, 1))
    assert one.stage == now


def test_ceasefires_of_other_years_are_two() -> None:
    truce: dict[str, Any] = {"family": "ceasefire", "topics": ()}
    assert same(told(1, "2020-06-01", **truce), told(2, "2021-05-01", **truce))
    assert not same(told(1, "2020-06-01", **truce), told(2, "2022-05-01", **truce))
    assert not same(told(1, "2020-06-01", **truce), told(2, None, **truce))


def test_the_name_that_most_use() -> None:
    names = ["new oil sanctions", "sanctions", "sanctions", "harsh sanctions on Finland"]
    (one,) = track(
        told(n, f"2020-0{n}-01", family="sanctions", topics=(), name=name) for n, name in enumerate(names, 1)
    )
    assert one.name == "sanctions"
