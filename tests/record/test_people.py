"""Somebody over all reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from codings import coding, document, statement, telling

from dragoman.record import people
from dragoman.record.record import open_record

MARA, AINO, JON = "Mara Lindqvist/SWE", "Aino Salmi/FIN", "Jon Berg/NOR"
MEETING = {"channel": "in_person_meeting", "mode": "meet", "cameo": "040"}
FIRST = telling("one.txt", "Lindqvist telephoned Salmi.", MARA, AINO, published="2015-03-04")
NEXT = telling("two.txt", "Lindqvist met Berg in Oslo.", "Mara Líndqvist/SWE", JON, published="2016-01-02", **MEETING)
LIKE = telling("three.txt", "Lindkvist wrote to Berg.", "Mara Lindkvist/SWE", JON, published="2017-01-02")
NAMESAKE = telling("four.txt", "A Norwegian met Swedes.", "Mara Lindqvist/NOR", "SWE", published="2018-01-02")


def test_names_are_one_but_for_case_and_accents(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        for one in (FIRST, NEXT, LIKE, NAMESAKE):
            record.add(one)
        found = record.profile("mara lindqvist", "SWE")
    assert found is not None
    assert found.spellings == ("Mara Líndqvist", "Mara Lindqvist")
    assert found.reports == 2
    assert [source.name for source in found.sources] == ["two.txt", "one.txt"]
    assert [deed.telling.source.name for deed in found.contacts] == ["two.txt", "one.txt"]
    assert found.kinds == ("person",)


def test_offices_have_their_days_and_statements_are_the_speakers(tmp_path: Path) -> None:
    doc = document(published=FIRST.document.published)
    heard = coding(doc)
    said = statement(doc, speakers=heard.statements[0].speakers, addressees=(heard.actors[1].id,))
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(doc, statements=(said,)))
        mara, aino = record.profile("Mara Lindqvist", "SWE"), record.profile("Aino Salmi", "FIN")
    assert mara
    assert aino
    assert [(one.name, one.first, one.last, one.reports) for one in mara.offices] == [
        ("Foreign Minister of Sweden", "2015-03-04", "2015-03-04", 1)
    ]
    assert [found.thing.id for found in mara.statements] == [said.id]
    assert aino.statements == ()


def test_a_state_is_found_by_any_of_its_names(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(NAMESAKE)
        names = ("Sweden", "SWE", "Kingdom of Sweden")
        found = [record.profile(name, "SWE") for name in names]
    assert all(one is not None and one.kinds == ("state",) and len(one.contacts) == 1 for one in found)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Nobody", "SWE"), ("Mara Lindqvist", "FIN"), ("Mara Lindqvist", None), ("…", None), ("", "SWE"), ('"*', None)],
)
def test_nobody(tmp_path: Path, name: str, country: str | None) -> None:
    with open_record(tmp_path / "r.db") as record:
        record.add(FIRST)
        assert record.profile(name, country) is None


def test_of_very_many_reports_the_newest_are_gone_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(tmp_path / "r.db") as record:
        for number in range(12):
            text = f"Mara Lindqvist met Aino Salmi for the {number}th time."
            record.add(
                telling(
                    f"{number}.txt", text, "Mara Lindqvist/SWE", "Aino Salmi/FIN", published=f"2015-03-{number + 1:02}"
                )
            )
        straight = record.profile("Mara Lindqvist", "SWE")
        for name, value in (("_SORTED", 3), ("_STEP", 5)):
            monkeypatch.setattr(people, name, value)
        assert record.profile("Mara Lindqvist", "SWE") == straight
