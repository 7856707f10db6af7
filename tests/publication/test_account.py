"""A deed as text."""

from __future__ import annotations

from pathlib import Path

from codings import day, telling

from dragoman.publication.account import account
from dragoman.record.record import open_record
from dragoman.texts.document import Credit


def test_an_account_of_a_deed(tmp_path: Path) -> None:
    people, date = ("Mara Lindqvist/SWE", "Aino Salmi/FIN"), {"date": day("2015-03-03")}
    with open_record(tmp_path / "r.db") as record:
        wire = {"credits": (Credit("Nordwire", "text"),)}
        record.add(
            telling("a", "Mara Lindqvist telephoned Aino Salmi.", *people, published="2015-03-03", **date, **wire)
        )
        record.add(
            telling("b", "Lindqvist and Salmi spoke.", *people, published="2015-03-05", outlet="Post", **date, **wire)
        )
        record.add(telling("c", "There was a call by Salmi.", *people, published="2015-03-04", **date))
        (deed,) = record.deeds()
    text = account(deed)
    first, *rest = text.split("\n\n")
    assert first == f"Deed {deed.id}: CONSULT phone, occurred, 2015-03-03. 3 reports, 2 independent."
    assert rest[0].startswith("1. a, published 2015-03-03, the same day, credits Nordwire. Event e")
    assert rest[0].endswith("   “Mara Lindqvist telephoned Aino Salmi.”")
    assert rest[1].startswith("2. c, published 2015-03-04, a day later. Event")
    assert rest[2].startswith("3. Post, published 2015-03-05, 2 days later, credits Nordwire, not independent of a.")
    assert "1 and 2 tell of one deed: +" in text or "2 and 1 tell of one deed: +" in text
    assert "aino salmi, mara lindqvist | aino salmi, mara lindqvist" in text
