"""What a user decided holds, whatever is read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from codings import day, replace, telling

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.events.event import Event, Evidence
from dragoman.record.record import Record, open_record
from dragoman.texts.document import Span

MARA, AINO = "Mara Lindqvist/SWE", "Aino Salmi/FIN"
CALL = "Mara Lindqvist and Aino Salmi spoke about salmon quotas on the telephone."
OTHER = "The ministers of Norway and Denmark exchanged letters."


def report(name: str, text: str = CALL, date: str = "2015-03-03", codebook: str = "2026.1") -> Coding:
    return replace(telling(name, text, MARA, AINO, date=day(date), published=date), codebook=codebook)


def newer(coded: Coding) -> Coding:
    """The same report read with another codebook: other ids, another rule, evidence of a word less."""
    (event,) = coded.events
    evidence = (Evidence(Span(event.evidence[0].span.start, event.evidence[0].span.end - 5)),)
    other = replace(event, id="e" + event.id[::-1], evidence=evidence, coded_by="pattern:phone", confidence=0.7)
    return replace(coded, events=(other,), codebook="2027.1")


REPORTS = (report("a"), report("b"), report("c", date="2015-05-05"))


@pytest.fixture
def record(tmp_path: Path) -> Record:
    kept = open_record(tmp_path / "r.db")
    for coded in REPORTS:
        kept.add(coded)
    return kept


def ids(record: Record) -> dict[str, str]:
    return {found.source.name: found.thing.id for found in record.events()}


def groups(record: Record) -> list[str]:
    return sorted("".join(sorted(report.source.name for report in deed.reports)) for deed in record.deeds())


def read_again(record: Record) -> None:
    for coded in REPORTS:
        record.add(replace(coded, coder="test 2"))


def upgrade(record: Record) -> None:
    for coded in REPORTS:
        record.add(newer(coded))


@pytest.mark.parametrize("later", [lambda record: None, upgrade, read_again], ids=["at once", "upgraded", "read again"])
class TestHolds:
    def test_merge(self, record: Record, later: Callable[[Record], None]) -> None:
        assert groups(record) == ["ab", "c"]
        record.correct("merge", [ids(record)["a"], ids(record)["c"]], user="Ada", note="the call of May was of March")
        later(record)
        assert groups(record) == ["abc"]

    def test_split(self, record: Record, later: Callable[[Record], None]) -> None:
        record.correct("split", [ids(record)["b"]], user="Ada")
        later(record)
        assert groups(record) == ["a", "b", "c"]
        record.add(report("d"))
        assert len(groups(record)) == 3
        assert not any({"a", "b"} <= set(group) for group in groups(record))

    def test_the_newer_of_two_wins(self, record: Record, later: Callable[[Record], None]) -> None:
        record.correct("split", [ids(record)["a"], ids(record)["b"]], user="Ada")
        later(record)
        record.correct("merge", [ids(record)["a"], ids(record)["b"]], user="Bea")
        assert groups(record) == ["ab", "c"]
        assert [made.user for made in record.corrections(ids(record)["a"])] == ["Ada", "Bea"]
        assert list(record.corrections(ids(record)["c"])) == []

    def test_recode(self, record: Record, later: Callable[[Record], None]) -> None:
        changes = {"mode": "visit", "cameo": "042", "channel": "visit", "date": "2015-03-04", "place": "Turku"}
        record.correct("recode", [ids(record)["a"][:12]], user="Ada", note="they met", changes=changes)
        later(record)
        (visit,) = (found for found in record.events() if found.source.name == "a")
        assert (visit.thing.mode, visit.thing.cameo, visit.thing.date.start) == ("visit", "042", "2015-03-04")
        assert visit.thing.place is not None
        assert visit.thing.goldstein == 1.9
        assert visit.thing.id in {event.id for coding in record.codings() for event in coding.events}
        assert ("mode", "recoded by Ada: they met") in [(why.field, why.why) for why in visit.thing.reasons]
        assert groups(record) == ["a", "b", "c"]
        why = record.explain(visit.thing.id)
        assert (why.thing, why.corrections[0].note) == (visit.thing, "they met")

    def test_reject_and_take_back(self, record: Record, later: Callable[[Record], None]) -> None:
        gone = ids(record)["a"]
        record.correct("reject", [gone], user="Ada", note="a joke")
        later(record)
        assert groups(record) == ["b", "c"]
        assert "a" not in ids(record)
        assert [len(coding.events) for coding in record.codings()] == [0, 1, 1]
        (made,) = record.corrections()
        record.correct("confirm", made.events, user="Bea")
        assert groups(record) == ["ab", "c"]
        (found,) = (found for found in record.events() if found.source.name == "a")
        assert found.thing.confidence == 1.0


def test_what_is_corrected_stays_in_the_record_as_it_was_read(record: Record) -> None:
    was = next(record.codings()).events[0]
    record.correct("recode", [was.id], user="Ada", changes={"status": "planned"})
    assert next(record.codings()).events[0].status == "planned"
    record.correct("recode", [was.id], user="Ada", changes={"status": was.status})
    assert next(record.codings()).events[0].status == was.status


def test_a_correction_waits_for_an_event_that_is_no_longer_read(record: Record) -> None:
    record.correct("merge", [ids(record)["a"], ids(record)["c"]], user="Ada")
    record.add(replace(report("a"), events=(), codebook="2027.1"))
    (made,) = record.corrections()
    assert (len(made.lost), groups(record)) == (1, ["b", "c"])
    record.add(report("a", codebook="2027.2"))
    (made,) = record.corrections()
    assert (made.lost, groups(record)) == ((), ["abc"])


def test_a_deed_may_be_named_for_its_events(record: Record) -> None:
    whole, alone = sorted(record.deeds(), key=lambda deed: -len(deed.reports))
    made = record.correct("merge", [whole.id, alone.id[:9]], user="Ada")
    assert len(made.events) == 3
    assert groups(record) == ["abc"]


def test_another_event_has_not_the_mode_of_the_old_one(record: Record) -> None:
    first = ids(record)["a"]
    record.correct("recode", [first], user="Ada", changes={"mode": "visit"})
    record.correct("recode", [first], user="Ada", changes={"event": "AGREE"})
    changed = record.explain(first).thing
    assert isinstance(changed, Event)
    assert (changed.event, changed.mode) == ("AGREE", None)


def test_what_was_rejected_cannot_be_split(record: Record) -> None:
    first = ids(record)["a"]
    record.correct("reject", [first], user="Ada")
    with pytest.raises(UsageError, match="was rejected, so no deed has it"):
        record.correct("split", [first], user="Ada")


@pytest.mark.parametrize(
    ("act", "chosen", "given", "says"),
    [
        ("sing", "a", {"user": "Ada"}, "no correction. Choose one of merge, split"),
        ("reject", "a", {"user": " "}, "needs a name"),
        ("merge", "a", {"user": "Ada"}, "Name two or more"),
        ("split", "c", {"user": "Ada"}, "nothing to split"),
        ("reject", "", {"user": "Ada"}, "no event or deed"),
        ("recode", "a", {"user": "Ada"}, "Nothing to recode"),
        ("recode", "a", {"user": "Ada", "changes": {"colour": "red"}}, "'colour' cannot be recoded"),
        ("recode", "a", {"user": "Ada", "changes": {"event": "DANCE"}}, "'DANCE' is no PLOVER event"),
        ("recode", "a", {"user": "Ada", "changes": {"cameo": "999"}}, "'999'. `dragoman codebook cameo` lists"),
        ("recode", "a", {"user": "Ada", "changes": {"mode": "dance"}}, "no mode of CONSULT 'dance'. It has visit, "),
        ("recode", "a", {"user": "Ada", "changes": {"event": "AID", "mode": "visit"}}, "no mode of AID 'visit'"),
        ("recode", "a", {"user": "Ada", "changes": {"event": "", "mode": "visit"}}, "so it can have no mode"),
        ("reject", "a", {"user": "Ada", "changes": {"mode": "visit"}}, "--set is of recode only"),
        ("recode", "a", {"user": "Ada", "changes": {"status": "done"}}, "'done' is no status"),
        (
            "recode",
            "a",
            {"user": "Ada", "changes": {"channel": "fone"}},
            "'fone' is no channel. Use one of phone_call, ",
        ),
        ("recode", "a", {"user": "Ada", "changes": {"date": "soon"}}, "not a date"),
        ("recode", "a", {"user": "Ada", "changes": {"date": "2015/2014"}}, "swap the two"),
    ],
)
def test_what_cannot_be_corrected(record: Record, act: str, chosen: str, given: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        record.correct(act, [ids(record).get(chosen, "e0")], **given)  # type: ignore[arg-type]
    assert list(record.corrections()) == []
