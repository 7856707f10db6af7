"""The record as JSON Lines: exactly the published format, and the same before and after the record."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from codings import TEXT, agreement, coding, document, event, figure, replace, span, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors.actor import Actor, Mention
from dragoman.events.agreement import StageChange
from dragoman.events.coding import Coding, Skipped
from dragoman.events.event import Attribution, Evidence, Place, Reason, Stance
from dragoman.publication.lines import contradiction, dump, lines
from dragoman.record.contradiction import Contradiction, Passage
from dragoman.record.found import Source
from dragoman.record.record import open_record
from dragoman.texts.document import Boilerplate, Credit, Interval, Span

FIELDS = {
    "document": "id path title outlet published dateline language credits boilerplate",
    "actor": "id name actor_kind country sector office cameo mentions",
    "event": "id document plover cameo goldstein quad actors recipients third_parties symmetric date place channel "
    "level status topics attribution evidence coded_by confidence denied_by confirmed_by agreements "
    "figures",
    "statement": "id document speaker addressee cue content mode about nested_in attribution stances topics "
    "act denies confirms denied_by confirmed_by anonymous channel",
}

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | text
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 90), st.integers(1, 9))
intervals = st.builds(
    Interval,
    *(st.sampled_from([None, "2020", "2020-04", "2020-04-30", "XXXX-09-01"]),) * 2,
    st.sampled_from(["day", "month", "open"]),
    st.sampled_from(["stated", "given", "unknown"]),
    st.none() | spans,
    text,
)
links = st.builds(Attribution, st.sampled_from(["outlet", "agency", "speaker"]), maybe, st.sampled_from([None, "a0"]))
ids = st.lists(st.sampled_from(["a0", "a1"]), unique=True).map(tuple)


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    doc = document(
        draw(text) + TEXT,
        title=draw(maybe),
        published=draw(intervals),
        credits=draw(tuples(st.builds(Credit, text, st.just("photo")))),
        boilerplate=draw(tuples(st.builds(Boilerplate, spans, text))),
    )
    mentions = st.builds(
        Mention, *(st.integers(0, 9),) * 4, spans, text, st.sampled_from(["name", "pronoun"]), ids, text
    )
    actors = tuple(
        Actor(f"a{i}", draw(text), "person", draw(maybe), mentions=draw(tuples(mentions)), reasons=draw(tuples(text)))
        for i in range(2)
    )
    fields = st.fixed_dictionaries(
        {
            "event": maybe,
            "mode": maybe,
            "goldstein": st.none() | st.floats(-10, 10),
            "actors": ids,
            "recipients": ids,
            "symmetric": st.booleans(),
            "date": intervals,
            "evidence": tuples(st.builds(Evidence, spans, st.none() | st.just("date"))),
            "attribution": tuples(links),
            "place": st.none() | st.builds(Place, text, maybe, st.none() | st.floats(-90, 90)),
            "reasons": tuples(st.builds(Reason, text, text)),
        }
    )
    sayings = st.fixed_dictionaries(
        {
            "speakers": ids,
            "cue": st.none() | spans,
            "content": tuples(spans),
            "about": tuples(text),
            "date": intervals,
            "stances": tuples(st.builds(Stance, st.just("critical"), tuples(spans), maybe, maybe)),
            "topics": tuples(text),
            "act": st.sampled_from([None, "denial"]),
            "denies": tuples(text),
            "anonymous": st.booleans(),
            "channel": maybe,
        }
    )
    events = (event(doc, id=f"e{i}", **values) for i, values in enumerate(draw(tuples(fields))))
    statements = (statement(doc, id=f"s{i}", **values) for i, values in enumerate(draw(tuples(sayings))))
    skipped = draw(tuples(st.builds(Skipped, spans, text)))
    return Coding(doc, actors, tuple(events), tuple(statements), draw(tuples(spans)), skipped, draw(text), draw(text))


@given(codings())
@settings(max_examples=30, deadline=None)  # a database file each
def test_the_record_gives_back_the_same_lines(given_coding: Coding) -> None:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db") as record:
        record.add(given_coding)
        (kept,) = record.codings()
    assert kept == given_coding
    assert list(lines(kept)) == list(lines(given_coding))


@given(codings())
def test_a_line_is_one_line_and_says_the_same(given_coding: Coding) -> None:
    for line in lines(given_coding):
        dumped = dump(line)
        assert dumped.splitlines() == [dumped]
        assert json.loads(dumped) == line


def test_fields_are_those_of_the_format() -> None:
    for line in lines(coding()):
        assert list(line) == ["kind", *FIELDS[line["kind"]].split()]


def test_an_agreement_and_a_figure_and_their_event_point_at_each_other() -> None:
    doc = document()
    ratified = StageChange("ratified", Interval("2015-03-03", "2015-03-03", "day"), "occurred", Span(0, 9), (), ("e1",))
    treaty = agreement(doc, id="g1", stage="ratified", stage_changes=(ratified,))
    kept = coding(
        doc,
        events=(event(doc, id="e1"), event(doc, id="e2")),
        agreements=(treaty,),
        figures=(figure(doc, id="f1", events=("e1",), ordinal=True),),
    )
    by_id = {line["id"]: line for line in lines(kept)}
    assert (by_id["e1"]["agreements"], by_id["e1"]["figures"]) == (["g1"], ["f1"])
    assert (by_id["e2"]["agreements"], by_id["e2"]["figures"]) == ([], [])
    (change,) = by_id["g1"]["stage_changes"]
    assert (change["stage"], change["treaty_stage"], change["events"]) == ("signed", "ratified", ["e1"])
    assert (by_id["g1"]["stage"], by_id["g1"]["treaty_stage"]) == ("signed", "ratified")
    assert (by_id["f1"]["events"], by_id["f1"]["countries"], by_id["f1"]["ordinal"]) == (["e1"], ["SWE", "FIN"], True)


def test_a_call_and_a_statement() -> None:
    doc = document()
    head, mara, aino, call, said = lines(coding(doc))
    assert head["published"] == {"start": None, "end": None, "granularity": "open", "basis": "unknown"}
    assert mara["mentions"] == [{"document": doc.id, "start": 25, "end": 39}]
    assert call["actors"] == [mara["id"], aino["id"]]
    assert call["plover"] == {"event": "CONSULT", "mode": "phone", "contexts": ["diplomatic"]}
    assert [doc.text[e["start"] : e["end"]] for e in call["evidence"]] == ["telephoned", "3 March 2015"]
    assert [e.get("field") for e in call["evidence"]] == [None, "date"]
    assert call["place"] == {"name": "Stockholm", "country": "SWE", "latitude": 59.33, "longitude": 18.07}
    assert (said["speaker"], said["mode"], said["about"]) == ([mara["id"]], "direct", ["SWE", "FIN"])
    assert [doc.text[c["start"] : c["end"]] for c in said["content"]] == ["We will sign in April"]


def test_pronouns_are_no_mentions_and_places_are_named_once() -> None:
    given_coding = coding()
    actor = given_coding.actors[0]
    name = actor.mentions[0]
    pronoun = replace(name, span=Span(0, 2), form="pronoun")
    given_coding = replace(given_coding, actors=(replace(actor, mentions=(name, pronoun, name)),))
    _, line, *_ = lines(given_coding)
    assert [(m["start"], m["end"]) for m in line["mentions"]] == [(name.span.start, name.span.end)]


def test_a_contradiction_has_its_passages() -> None:
    doc = document()
    source = Source(doc.id, doc.name, doc.path, None, None, None)
    passages = tuple(Passage(source, span(doc.text, words), words) for words in ("telephoned", "sign in April"))
    line = contradiction(Contradiction("wording", "what it was", passages, frozenset({"SWE"}), "both may be right"))
    assert (line["kind"], line["about"], line["apparent"]) == ("contradiction", "what it was", "both may be right")
    assert [doc.text[claim["start"] : claim["end"]] for claim in line["claims"]] == ["telephoned", "sign in April"]
    assert {claim["document"] for claim in line["claims"]} == {doc.id}
