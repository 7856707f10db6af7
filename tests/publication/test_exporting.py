"""Files for other programs: whole, stable, described, and opened again by those who will open them."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from codings import day, span, telling
from exported import HOSTILE, kept, made

import dragoman
from dragoman.cli_options import FORMATS, SCALES
from dragoman.codebook import ontology
from dragoman.errors import UsageError
from dragoman.publication import files, formats
from dragoman.publication.cells import unguarded
from dragoman.record.filter import Filter
from dragoman.record.record import open_record

NEEDS = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "graphml": "networkx", "gexf": "networkx"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept(tmp_path_factory.mktemp("record") / "r.db")


def test_the_command_offers_what_there_is() -> None:
    assert tuple(form.name for form in formats.FORMATS) == FORMATS
    assert ontology.SCALES == SCALES


def needed(form: str) -> None:
    if form in NEEDS:
        pytest.importorskip(NEEDS[form])


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_has_its_manifest_and_the_same_bytes_again(form: str, path: Path) -> None:
    needed(form)
    to = path.with_name(f"one.{form}")
    manifest = dragoman.export(path, form, to, wanted=Filter(since="2015"), scale="keds")
    told = json.loads(to.with_name(to.name + ".manifest.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(asdict(manifest)))
    assert told["sha256"] == hashlib.sha256(to.read_bytes()).hexdigest()
    assert told["bytes"] == to.stat().st_size
    assert (told["goldstein_scale"], told["filter"], told["documents"]) == ("keds", {"since": "2015"}, 2)
    assert (told["codebooks"], told["coders"]) == (["2026.1"], ["test 1"])
    assert told["rows"] > 0
    again = dragoman.export(path, form, path.with_name(f"two.{form}"), wanted=Filter(since="2015"), scale="keds")
    assert again.sha256 == manifest.sha256
    assert not list(path.parent.glob(".*"))


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_record_makes_a_file_that_opens(form: str, tmp_path: Path) -> None:
    needed(form)
    open_record(tmp_path / "r.db").close()
    manifest = dragoman.export(tmp_path / "r.db", form, tmp_path / "empty")
    assert (manifest.rows, manifest.left_out, manifest.latest) == (0, {}, None)
    assert (tmp_path / "empty").exists()


@pytest.mark.parametrize(
    ("form", "to", "wishes", "says"),
    [
        ("word", "x", {}, "'word' is no format. Choose one of jsonl, csv"),
        ("csv", "no/x.csv", {}, "does not exist: no"),
        ("csv", ".", {}, "is a folder"),
        ("csv", "x.csv", {"scale": "richter"}, "'richter' is no copy of the Goldstein scale"),
    ],
)
def test_refusals(form: str, to: str, wishes: Any, says: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(UsageError, match=says):
        dragoman.export(path, form, to, **wishes)


@pytest.mark.parametrize(
    ("wishes", "kinds"),
    [
        ({}, {"document", "actor", "event", "contradiction"}),
        ({"states": ("SWE", "FIN")}, {"document", "actor", "event", "contradiction"}),
        ({"sources": ("early",)}, {"document", "actor", "event"}),
        ({"until": "2014", "limit": 1}, {"document", "actor", "event"}),
        ({"states": ("SWE", "NOR")}, set()),
        ({"types": ("CONSULT",)}, {"document", "actor", "event"}),
        ({"types": ("AID",)}, set()),
    ],
    ids=str,
)
def test_lines_of_contradictions_are_of_the_documents_in_the_file(
    wishes: dict[str, Any], kinds: set[str], tmp_path: Path
) -> None:
    with open_record(tmp_path / "r.db") as record:
        for name, published, words in (("early", "2014-03-05", "2014-03-04"), ("late", "2015-09-01", "2014-03-04")):
            text = "The ministers spoke on Tuesday."
            date = replace(day(words), words=span(text, "Tuesday"))
            record.add(telling(f"{name}.txt", text, "SWE", "FIN", date=date, published=published))
    manifest = dragoman.export(tmp_path / "r.db", "jsonl", tmp_path / "x.jsonl", wanted=Filter(**wishes))
    lines = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["kind"] for line in lines} == kinds
    assert (manifest.rows, manifest.left_out) == (len(lines), {})
    there = {line["id"] for line in lines if line["kind"] == "document"}
    assert {one["document"] for line in lines for one in line.get("claims", ())} <= there


def test_contradictions_of_a_large_record_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_COMPARED", 1)
    path = kept(tmp_path / "r.db")
    manifest = dragoman.export(path, "jsonl", tmp_path / "x.jsonl")
    assert manifest.left_out == {"reports too old to be searched for contradictions": 1}


@pytest.mark.parametrize(("form", "module"), NEEDS.items())
def test_a_missing_library_is_named_and_nothing_is_left_behind(
    form: str, module: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=rf"needs the library {module}.*pip install 'dragoman\[exports\]'"):
        dragoman.export(path, form, tmp_path / "x")
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "x.csv"
    to.write_text("old")

    def fail(asked: object, file: Path) -> None:
        file.write_text("half")
        raise OSError("disk full")

    monkeypatch.setattr(formats, "FORMATS", (replace(formats.FORMATS[0], write=fail),))
    with pytest.raises(OSError, match="disk full"):
        dragoman.export(path, "jsonl", to)
    assert to.read_text() == "old"
    assert list(tmp_path.iterdir()) == [to]


def test_json_lines_hold_all_kinds_and_no_loose_ends(path: Path) -> None:
    lines = [json.loads(line) for line in made(path, "jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["kind"] for line in lines} == {"document", "actor", "event", "statement", "agreement", "figure"}
    asked = [json.loads(line) for line in made(path, "jsonl", wanted=Filter(states=("NOR",))).read_text().splitlines()]
    assert [line["id"] for line in asked if line["kind"] not in ("document", "actor")] == ["e2", "e3", "e4", "g1"]
    assert [line["path"] for line in asked if line["kind"] == "document"] == ["reports/=other.txt"]


def test_csv_read_by_pandas_polars_and_duckdb(path: Path) -> None:
    pandas, polars, duckdb = map(pytest.importorskip, ("pandas", "polars", "duckdb"))
    file = made(path, "csv", scale="icews")
    frame = pandas.read_csv(file, dtype={"cameo": str}, keep_default_na=False, na_values=[""])
    assert len(frame) == len(polars.read_csv(file)) == 5
    assert duckdb.sql(f"select count(*) from read_csv('{file}', header=true, all_varchar=true)").fetchall() == [(5,)]
    row = frame[frame.cameo == "111"].iloc[0]
    assert (row.cameo, row.goldstein, row.plover_score, row.cameo_label) == ("111", -2.0, -2.0, "Criticize or denounce")
    assert unguarded(row.actors).startswith('=HYPERLINK("http://evil.example";"x")\ufffd<script>')
    assert (unguarded(row.outlet), unguarded(row.document)) == ("+Wire", "=other.txt")
    with file.open(encoding="utf-8", newline="") as lines:
        cells = [cell for line in csv.reader(lines) for cell in line]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@")) or (cell[:1] == "-" and cell != "-2.0")]


def test_a_row_for_each_dyad(path: Path) -> None:
    def pairs(**wishes: Any) -> list[tuple[str, ...]]:
        with made(path, "csv-dyads", **wishes).open(encoding="utf-8", newline="") as file:
            names = ("event", "actor_country", "recipient_country", "status")
            return sorted(tuple(row[name] for name in names) for row in csv.DictReader(file))

    calls = [
        ("CONSULT", *pair, "occurred") for pair in (("FIN", "SWE"), ("NOR", "SWE"), ("SWE", "FIN"), ("SWE", "NOR"))
    ]
    planned = ("CONSULT", "SWE", "FIN", "planned")
    accused = ("ACCUSE", "SWE", "NOR", "occurred")
    assert pairs() == sorted((*calls, planned, accused))
    assert pairs(wanted=Filter(states=("NOR", "SWE"))) == sorted((calls[1], calls[3], accused))


def test_parquet_keeps_types_lists_and_every_character(path: Path) -> None:
    pandas, polars, duckdb, _ = map(pytest.importorskip, ("pandas", "polars", "duckdb", "pyarrow"))
    file = made(path, "parquet")
    frame = polars.read_parquet(file)
    row = frame.row(by_predicate=polars.col("cameo") == "111", named=True)
    assert row["actors"] == [f"{HOSTILE} (-Minister)"]
    assert (row["goldstein"], row["symmetric"], row["latitude"], row["contexts"]) == (-2.0, False, None, ["diplomatic"])
    assert len(pandas.read_parquet(file)) == 5
    query = f"select count(*) from '{file}' where list_contains(actor_countries, 'SWE')"
    assert duckdb.sql(query).fetchall() == [(4,)]


def test_a_workbook_holds_no_formulas(path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(made(path, "xlsx"))
    assert book.sheetnames == ["events", "dyads"]
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "b"}
    assert not [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@"))]
    assert not [cell for cell in cells if cell.hyperlink]
    header, *rows = book["events"].values
    call = next(row for row in (dict(zip(header, line, strict=True)) for line in rows) if row["place"] == "Stockholm")
    assert (call["goldstein"], call["symmetric"], call["cameo"]) == (1.0, True, "041")


def test_geojson_read_by_geopandas(path: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    pytest.importorskip("pyogrio")
    file = made(path, "geojson")
    frame = geopandas.read_file(file, engine="pyogrio")
    assert len(frame) == 5
    (point,) = frame.geometry[frame.geometry.notna()]
    assert (point.x, point.y) == (18.07, 59.33)
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert [one["geometry"] for one in features if one["properties"]["cameo"] == "111"] == [None]


def test_networks_read_by_networkx(path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    for form, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        graph = read(made(path, form))
        assert sorted(graph.nodes) == ["FIN", "NOR", "SWE"]
        assert graph.nodes["NOR"]["label"] == "Norway"
        assert sorted(graph.edges) == [("FIN", "SWE"), ("NOR", "SWE"), ("SWE", "FIN"), ("SWE", "NOR")]
        edge = graph.edges["SWE", "NOR"]
        assert (edge["events"], edge["verbal_conflict"], edge["goldstein"], edge["last"]) == (2, 1, -0.5, "2015-04-02")


@pytest.mark.parametrize("form", ["csv", "xlsx", "csv-dyads"])
def test_libreoffice_opens_it(form: str, path: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-calc-nogui)")
    pytest.importorskip("xlsxwriter")
    suffix = "csv" if form.startswith("csv") else form
    file = tmp_path / f"made.{suffix}"
    file.write_bytes(made(path, form).read_bytes())
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    reading = ["--infilter=CSV:44,34,76,1"] if suffix == "csv" else []
    writing = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(tmp_path / "out")]
    command = [office, profile, "--headless", *reading, *writing, str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "out" / "made.csv").open(encoding="utf-8", newline="") as made_again:
        rows = list(csv.reader(made_again))
    assert len(rows) == (7 if form == "csv-dyads" else 6)
    hostile = [cell for row in rows for cell in row if "HYPERLINK" in cell]
    assert hostile
    assert all(cell.startswith("'=HYPERLINK(") for cell in hostile)
