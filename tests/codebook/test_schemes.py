"""PLOVER and CAMEO: both directions of the mapping, scales, classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.codebook import SCALES, load
from dragoman.errors import UsageError

BOOK = load()
KINDS = [(event, mode) for event in BOOK.events.values() for mode in (None, *event.modes)]


def test_sixteen_events_sixty_seven_modes() -> None:
    assert len(BOOK.events) == 16
    assert sum(len(event.modes) for event in BOOK.events.values()) == 67


@pytest.mark.parametrize(("event", "mode"), KINDS, ids=lambda kind: getattr(kind, "name", kind or "-"))
def test_what_is_exact_leads_back(event, mode) -> None:
    kind = event.modes[mode] if mode else event
    back = BOOK.plover_of(BOOK.cameo_of(event.name, mode))[:2]
    assert (back == (event.name, mode)) == kind.exact


def test_every_code_maps_or_is_a_statement() -> None:
    assert len(BOOK.cameo) == 318
    for code in BOOK.cameo:
        event, mode, contexts = BOOK.plover_of(code)
        if code[:2] in ("01", "02"):
            assert (event, mode, contexts) == (None, None, ()), code
        else:
            assert event is not None, code
            assert mode is None or mode in BOOK.events[event].modes, code
            assert set(contexts) <= set(BOOK.contexts), code


def test_every_code_has_its_parents() -> None:
    assert all(code[:end] in BOOK.cameo for code in BOOK.cameo for end in range(2, len(code)))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("041", ("CONSULT", "phone", ())),
        ("043", ("CONSULT", "visit", ())),
        ("057", ("SUPPORT", None, ("diplomatic",))),
        ("0333", ("AGREE", None, ("human_security",))),
        ("0811", ("CONCEDE", None, ("pro_democracy",))),
        ("085", ("RETREAT", None, ("economic",))),
        ("0874", ("RETREAT", "withdraw", ("military",))),
        ("105", ("REQUEST", "yield", ("legal",))),
        ("1125", ("ACCUSE", "allege", ("legal",))),
        ("116", ("SANCTION", "convict", ("legal",))),
        ("1241", ("REJECT", "yield", ("executive",))),
        ("1322", ("THREATEN", "restrict", ("pro_autocracy",))),
        ("163", ("SANCTION", "discontinue", ("economic",))),
        ("1712", ("ASSAULT", "destroy", ("human_security",))),
        ("175", ("ASSAULT", "crowd-control", ("pro_autocracy",))),
        ("176", ("COERCE", "cyber", ("cyber",))),
        ("1952", ("ASSAULT", "drone", ("military",))),
    ],
)
def test_traps_of_the_published_table(code: str, expected: tuple[str, str | None, tuple[str, ...]]) -> None:
    assert BOOK.plover_of(code) == expected


@pytest.mark.parametrize(
    ("event", "mode", "contexts", "code"),
    [
        ("AID", None, (), "070"),
        ("AID", None, ("military",), "072"),
        ("AID", None, ("military", "economic"), "070"),
        ("COOPERATE", None, ("intelligence",), "064"),
        ("RETREAT", None, ("economic",), "085"),
        ("REQUEST", "assist", ("economic",), "101"),
        ("SANCTION", "discontinue", ("economic",), "163"),
        ("AGREE", None, ("diplomatic",), "030"),
        ("consult", "phone", ("health",), "041"),
    ],
)
def test_contexts_single_out_a_code(event: str, mode: str | None, contexts: tuple[str, ...], code: str) -> None:
    assert BOOK.cameo_of(event, mode, contexts=contexts) == code


@given(st.sampled_from(KINDS), st.sets(st.sampled_from(sorted(BOOK.contexts))))
def test_contexts_change_neither_event_nor_mode(kind, contexts: set[str]) -> None:
    event, mode = kind
    code = BOOK.cameo_of(event.name, mode, contexts=contexts)
    assert code == BOOK.cameo_of(event.name, mode) or BOOK.plover_of(code)[:2] == (event.name, mode)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("016", {"median": -2, "keds": 3.4, "gdelt": -2, "icews": -5}),
        ("022", {"median": 3.4, "keds": 3.4, "gdelt": 3.2, "icews": 3.4}),
        ("1246", {"median": -4, "keds": -5, "gdelt": -4, "icews": -4}),
        ("163", {"median": -8, "keds": -6.5, "gdelt": -8, "icews": -8}),
        ("165", {"median": -7, "keds": -7, "gdelt": -6.5, "icews": -7}),
        ("1011", {"median": -5, "keds": None, "gdelt": -5, "icews": -5}),
        ("1834", {"median": -10, "keds": None, "gdelt": None, "icews": None}),
        ("176", {"median": -7, "keds": None, "gdelt": None, "icews": None}),
    ],
)
def test_scales(code: str, values: dict[str, float | None]) -> None:
    assert {scale: BOOK.goldstein(code, scale=scale) for scale in SCALES} == values


def test_the_median_is_never_missing() -> None:
    values = [BOOK.goldstein(code) for code in BOOK.cameo]
    assert all(value is not None and -10 <= value <= 10 for value in values)


@pytest.mark.parametrize(
    ("event", "mode", "score"),
    [("CONSULT", "phone", 1.5), ("CONSULT", None, 2.5), ("ACCUSE", None, -3), ("PROTEST", "vandalize", -5)],
)
def test_plover_score(event: str, mode: str | None, score: float) -> None:
    assert BOOK.plover_score(event, mode) == score


@pytest.mark.parametrize(
    ("event", "quad"), [("AGREE", 1), ("RETREAT", 2), ("REQUEST", 3), ("SANCTION", 4), (None, None)]
)
def test_quad(event: str | None, quad: int | None) -> None:
    assert BOOK.quad(event) == quad


@pytest.mark.parametrize(
    ("event", "required"), [("SANCTION", True), ("AID", True), ("RETREAT", False), ("PROTEST", False)]
)
def test_recipient(event: str, required: bool) -> None:
    assert BOOK.events[event].requires_recipient is required


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda: BOOK.event("CONSULTS"), "CONSULT"),
        (lambda: BOOK.cameo_of("CONSULT", "phon"), "phone"),
        (lambda: BOOK.goldstein("1644"), "164"),
    ],
)
def test_mistakes_are_told_with_what_is_near(ask, near: str) -> None:
    with pytest.raises(UsageError, match=f"Did you mean .*{near}"):
        ask()


def test_definitions_are_whole_and_our_examples_differ() -> None:
    kinds = [kind for event in BOOK.events.values() for kind in (event, *event.modes.values())]
    assert len({kind.definition for kind in kinds}) == len(kinds) == 83
    assert len({kind.example for kind in kinds}) == len(kinds)
    assert all(kind.counter_example.endswith(".)") for kind in kinds)


def test_sectors_and_contexts() -> None:
    assert len(BOOK.sectors) == 25
    assert BOOK.sectors["JRN"].cameo == "MED"
    assert [name for name, context in BOOK.contexts.items() if context.use == "auxiliary"] == [
        "historical",
        "future",
        "hypothetical",
        "negation",
    ]
