"""Files in the columns of other data sets."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from codings import CALL
from exported import kept, made

import dragoman
from dragoman.publication.cells import unguarded
from dragoman.publication.gdelt import EVENTS, MENTIONS, PHOENIX
from dragoman.publication.polecat import ICEWS, POLECAT
from dragoman.record.filter import Filter

COLUMNS = Path(__file__).parents[3] / "shared" / "ontology" / "columns.tsv"
DROP_INS = {
    "polecat": (POLECAT, "POLECAT", "weekly tsv"),
    "icews": (ICEWS, "ICEWS", "events"),
    "gdelt": (EVENTS, "GDELT 2.0", "events"),
    "gdelt-mentions": (MENTIONS, "GDELT 2.0", "mentions"),
    "phoenix": (PHOENIX, "Phoenix (OEDA)", "events.full.YYYYMMDD.txt (tab, no header)"),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(tmp_path_factory.mktemp("record") / "r.db")


def rows(path: Path, form: str) -> list[dict[str, str]]:
    """The rows by the names of their columns, which some of these files bear in their first line."""
    names, *lines = [list(DROP_INS[form][0]), *map(_fields, made(path, form).read_text(encoding="utf-8").splitlines())]
    if form in ("polecat", "icews"):
        assert lines.pop(0) == names
    return [dict(zip(names, line, strict=True)) for line in lines]


def _fields(line: str) -> list[str]:
    return line.split("\t")


@pytest.mark.shared
@pytest.mark.parametrize("form", DROP_INS)
def test_columns_are_the_published_ones(form: str) -> None:
    if not COLUMNS.exists():
        pytest.skip("the list of published columns (../shared/ontology) is not here")
    columns, system, name = DROP_INS[form]
    with COLUMNS.open(encoding="utf-8", newline="") as file:
        listed = [
            row for row in csv.DictReader(file, delimiter="\t") if (row["system"], row["table"]) == (system, name)
        ]
    assert list(columns) == [row["column"] for row in listed]


@pytest.mark.parametrize(
    ("form", "count", "first", "last"),
    [
        ("polecat", 40, "Event ID", "Version"),
        ("icews", 20, "Event ID", "Longitude"),
        ("gdelt", 61, "GLOBALEVENTID", "SOURCEURL"),
        ("gdelt-mentions", 16, "GLOBALEVENTID", "Extras"),
        ("phoenix", 26, "EventID", "NewsSources"),
    ],
)
def test_all_columns_in_every_row(form: str, count: int, first: str, last: str, path: Path) -> None:
    columns = list(DROP_INS[form][0])
    assert (len(columns), columns[0], columns[-1]) == (count, first, last)
    assert {len(row) for row in rows(path, form)} == {count}


def test_only_what_was_done_on_a_known_day(path: Path) -> None:
    polecat = dragoman.export(path, "polecat", path.with_name("p.tsv"))
    assert (polecat.rows, polecat.left_out) == (
        *(4, {"no event of PLOVER": 1, "no known day": 1, "not done: planned": 1}),
    )
    icews = dragoman.export(path, "icews", path.with_name("i.tsv"))
    assert (icews.rows, icews.left_out) == (
        *(4, {"no known day": 1, "not done by one to another": 1, "not done: planned": 1}),
    )


@pytest.mark.parametrize(("states", "count"), [((), 4), (("NOR",), 1), (("FIN", "SWE"), 2), (("NOR", "FIN"), 0)])
def test_only_the_pairs_that_are_asked_for(states: tuple[str, ...], count: int, path: Path) -> None:
    assert dragoman.export(path, "icews", path.with_name("i.tsv"), wanted=Filter(states=states)).rows == count


def test_gdelt_rows_and_mentions_belong_together(path: Path) -> None:
    told, mentions = rows(path, "gdelt"), rows(path, "gdelt-mentions")
    assert [row["GLOBALEVENTID"] for row in told] == [row["GLOBALEVENTID"] for row in mentions]
    assert len({row["GLOBALEVENTID"] for row in told}) == len(told)
    call = next(row for row in told if row["EventCode"] == "041" and row["Actor1CountryCode"] == "SWE")
    fields = ("SQLDATE", "MonthYear", "FractionDate", "Actor1Code", "Actor1Type1Code", "EventRootCode", "QuadClass")
    assert [call[field] for field in fields] == ["20150303", "201503", "2015.2548", "SWEGOV", "GOV", "04", "1"]
    fields = ("ActionGeo_FullName", "ActionGeo_Lat", "DATEADDED", "SOURCEURL")
    assert [call[field] for field in fields] == [
        *("Stockholm, Sweden", "59.33", "20150304000000", "https://daily.example/1"),
    ]
    mention = next(row for row in mentions if row["GLOBALEVENTID"] == call["GLOBALEVENTID"])
    fields = ("MentionType", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "Confidence")
    assert [mention[field] for field in fields] == ["1", "1", "25", str(CALL.index("Aino")), "0", "90"]


def test_bodies_have_codes_without_a_country(path: Path) -> None:
    body = next(row for row in rows(path, "gdelt") if row["Actor2Name"] == "UNITED NATIONS")
    fields = ("Actor2Code", "Actor2CountryCode", "Actor2Type1Code", "Actor2Type2Code")
    assert [body[field] for field in fields] == ["IGOUNO", "", "IGO", "UNO"]
    assert unguarded(body["Actor1Name"]).startswith("=HYPERLINK")
    body = next(row for row in rows(path, "phoenix") if row["TargetActorFull"] == "IGOUNO")
    assert (body["TargetActorEntity"], body["TargetActorRole"], body["PentaClass"]) == ("IGO", "UNO", "3")


@pytest.mark.parametrize(
    ("form", "fields"),
    [
        (
            "icews",
            {
                "Event Date": "2015-03-03",
                "Source Sectors": "Government",
                "Source Country": "Sweden",
                "Target Name": "Aino Salmi",
                "Intensity": "1.0",
                "Sentence Number": "1",
                "Publisher": "The Daily",
            },
        ),
        (
            "phoenix",
            {
                "Date": "20150303",
                "SourceActorFull": "SWEGOV",
                "SourceActorEntity": "SWE",
                "SourceActorRole": "GOV",
                "PentaClass": "1",
                "CountryCode": "SWE",
                "URLs": "https://daily.example/1",
            },
        ),
        (
            "polecat",
            {
                "Intensity": "1.5",
                "Quad Code": "VERBAL COOPERATION",
                "Actor COW": "380",
                "Recipient Country": "FIN",
                "Actor Title": "Foreign Minister of Sweden",
                "Story People": "Aino Salmi;Mara Lindqvist",
                "Publication Date": "2015-03-04",
            },
        ),
    ],
)
def test_a_call_in_their_words(form: str, fields: dict[str, str], path: Path) -> None:
    (row,) = [
        row
        for row in rows(path, form)
        if {"Mara Lindqvist", "SWEGOV"} & {*row.values()} and fields.items() <= row.items()
    ]
    assert row
