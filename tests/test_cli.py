"""The command line, with a coder that needs no parser."""

from __future__ import annotations

import csv
import getpass
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from codings import FakeCoder, agreement, coding, day, document, figure, replace, span, telling

from dragoman.cli import main
from dragoman.cli_options import STAGES
from dragoman.codebook import instruments
from dragoman.events.agreement import Duration, StageChange, Terms
from dragoman.record.record import open_record
from dragoman.runs import local
from dragoman.runs.journal import Interrupted, Summary
from dragoman.texts.document import Span

TEXTS = {
    "a.txt": "This is the story of the day: SWE calls FIN on 2015-03-03. They spoke about fish and about the weather.",
    "b.txt": "The news is that NOR calls DNK on 2016-01-01. SWE calls NOR on 2016-01-02. It was a long talk for both.",
}


@pytest.fixture(autouse=True)
def coder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeCoder:
    fake = FakeCoder()
    monkeypatch.setattr(local, "coder", lambda parser=None, own=None, model=False: fake)
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return fake


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("options", "set_to", "model"),
    [((), "", False), (("--model",), "", True), ((), "1", True), (("--no-model",), "1", False)],
)
def test_the_model_speaks_only_if_asked(
    monkeypatch: pytest.MonkeyPatch, coder: FakeCoder, options: tuple[str, ...], set_to: str, model: bool
) -> None:
    asked: list[bool] = []

    def chosen(parser: str | None = None, *, own: Path | None = None, model: bool = False) -> FakeCoder:
        asked.append(model)
        return coder

    monkeypatch.setattr(local, "coder", chosen)
    monkeypatch.setenv("DRAGOMAN_MODEL", set_to)
    assert run("read", "reports", *options).exit_code == 0
    assert asked == [model]


def test_reads_shows_and_explains(tmp_path: Path) -> None:
    first = run("read", "reports")
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr.startswith("2 reports read in ")
    assert "3 events, 0 statements. Record: dragoman.db" in first.stderr
    table = run("events", "Sweden").stdout
    assert re.findall(r"\d{4}-\d\d-\d\d  ", table) == ["2015-03-03  ", "2016-01-02  "]
    assert "— a.txt" in table
    identifier = re.findall(r"\be[0-9a-f]{8}\b", table)[0]
    why = run("explain", identifier)
    assert "SWE calls FIN on 2015-03-03." in why.stdout
    assert "pattern:telephone" in why.stdout


def test_reading_twice_leaves_the_same_bytes() -> None:
    run("read", "reports")
    before = [run("events", "--as", form).stdout_bytes for form in ("table", "csv", "json")]
    again = run("read", "reports")
    assert "2 reports left alone: recorded before." in again.stderr
    assert again.exit_code == 0
    assert [run("events", "--as", form).stdout_bytes for form in ("table", "csv", "json")] == before


def test_what_was_read_as_json_lines_without_a_record(tmp_path: Path) -> None:
    out = run("read", "reports", "--to", "jsonl")
    assert [json.loads(line)["kind"] for line in out.stdout.splitlines()].count("event") == 3
    assert not list(tmp_path.glob("*.db*"))
    kept = run("read", "reports", "--to", "jsonl", "--record", "r.db")
    again = run("read", "reports", "--to", "jsonl", "--record", "r.db")
    assert kept.stdout == again.stdout == out.stdout


def test_the_record_named_by_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAGOMAN_RECORD", "mine.db")
    run("read", "reports")
    assert len(run("events", "--as", "json").stdout.splitlines()) == 3
    assert [path.name for path in tmp_path.glob("*.db")] == ["mine.db"]
    assert run("events", "--record", "other.db").exit_code == 2


@pytest.mark.parametrize(
    ("wishes", "dates"),
    [
        ((), ["2015-03-03", "2016-01-01", "2016-01-02"]),
        (("swedish",), ["2015-03-03", "2016-01-02"]),
        (("NO", "Sweden"), ["2016-01-02"]),
        (("--since", "2016"), ["2016-01-01", "2016-01-02"]),
        (("--until", "2015-03"), ["2015-03-03"]),
        (("--type", "visit", "--type", "phone", "--limit", "1"), ["2015-03-03"]),
        (("--status", "planned"), []),
    ],
)
@pytest.mark.parametrize("command", ["events", "contacts", "deeds"])
def test_listings(command: str, wishes: tuple[str, ...], dates: list[str]) -> None:
    run("read", "reports")
    rows = list(csv.DictReader(io.StringIO(run(command, *wishes, "--as", "csv").stdout)))
    assert [row["date_start"] for row in rows] == dates
    objects = [json.loads(line) for line in run(command, *wishes, "--as", "json").stdout.splitlines()]
    assert [row["date_start"] for row in objects] == dates
    if not dates:
        assert run(command, *wishes).stderr.startswith(f"No {command} of this kind in the record. ")


def test_deeds_are_shown_explained_and_corrected(tmp_path: Path) -> None:
    (tmp_path / "reports" / "c.txt").write_text("As was told before, SWE calls FIN on 2015-03-03. So it was.")
    lines = [
        json.loads(line)
        for line in run("read", "reports", "--record", "dragoman.db", "--to", "jsonl").stdout.splitlines()
    ]
    told = [line["canonical"] for line in lines if line["kind"] == "event"]
    assert (len(told), len(set(told))) == (4, 3)
    table = run("deeds", "Sweden", "Finland").stdout
    assert "2 reports, 2" in table
    (identifier,) = re.findall(r"\bx[0-9a-f]{8}\b", table)
    assert told.count(json.loads(run("deeds", "FIN", "--as", "json").stdout)["id"]) == 2
    why = run("explain", identifier).stdout
    assert "2 reports, 2 independent." in why
    assert "tell of one deed" in why
    event = re.findall(r"\be[0-9a-f]{16}\b", why)[0]
    made = run("correct", "split", event, "--user", "Ada", "--note", "two calls that day")
    assert made.stderr.startswith("split: e")
    assert len(run("deeds", "FIN", "--as", "json").stdout.splitlines()) == 2
    assert "split, by Ada (20" in run("explain", event).stdout
    run("correct", "recode", event, "--set", "place=Turku", "--set", "mode=visit", "--user", "Ada")
    (row,) = csv.DictReader(io.StringIO(run("events", "--type", "visit", "--as", "csv").stdout))
    assert (row["id"], row["place"]) == (event, "Turku")


def test_contradictions_are_listed() -> None:
    run("read", "reports")
    assert run("contradictions", "Sweden").stderr.startswith("No contradictions of this kind in the record. ")
    with open_record("dragoman.db") as record:
        text = "The ministers spoke on Tuesday."
        date = replace(day("2014-03-04"), words=span(text, "Tuesday"))
        record.add(telling("old.txt", text, "SWE", "FIN", date=date, published="2014-09-01"))
    table = run("contradictions", "SWE", "FIN").stdout
    assert "Perhaps only apparent" in table
    (row,) = csv.DictReader(io.StringIO(run("contradictions", "SWE", "--type", "old date", "--as", "csv").stdout))
    assert (row["kind"], row["passages"], row["documents"]) == ("old date", text, "old.txt")


def test_search_shows_who_is_named_so_and_the_reports() -> None:
    run("read", "reports")
    (row,) = csv.DictReader(io.StringIO(run("search", "calls", "--limit", "1", "--as", "csv").stdout))
    (before, after) = (row["document_id"], run("search", "calls", "--after", row["document_id"]).stdout)
    assert row["kind"] == "report"
    assert row["words"]
    assert before not in after
    assert "Sweden (SWE)" in run("search", "swe").stdout
    assert run("search", "qqqq").stderr.startswith("Nothing of this kind in the record. `dragoman search --help`")


def test_without_a_record_the_lines_still_say_what_is_one_deed() -> None:
    assert '"canonical": "x' in run("read", "reports", "--to", "jsonl").stdout
    assert not Path("dragoman.db").exists()


def test_contacts_show_people_and_their_sentence() -> None:
    with open_record("dragoman.db") as record:
        record.add(coding())
    shown = " ".join(run("contacts", "Finland", "Sweden").stdout.split())
    for part in (
        "SWE Mara Lindqvist (Foreign Minister of Sweden)",
        "FIN Aino Salmi (Foreign Minister of Finland)",
        "phone call",
        "Stockholm",
        "foreign minister",
        "occurred",
        "telephoned her Finnish",
    ):
        assert part in shown
    said = " ".join(run("statements", "Sweden", "--type", "direct").stdout.split())
    assert "Mara Lindqvist (Foreign" in said
    assert "We will sign in April" in said


@pytest.fixture
def told() -> None:
    """Two reports of one treaty, and a figure."""
    first = document(published=day("2015-03-04"), outlet="The Daily")
    later = document(name="later.txt")
    signing = StageChange("signed", day("2015-03-03"), "occurred", Span(0, 20), (coding(first).actors[0].id,))
    ending = StageChange("ended", day("2020-03-03"), "planned", Span(0, 20))
    terms = Terms(day("2015-03-03"), Duration(5, "year"))
    treaty = agreement(first, id="g1", stage_changes=(signing,), terms=terms)
    again = agreement(later, id="g2", stage="in_force", stage_changes=(ending,))
    growth = figure(first, id="f1", said_by=(coding(first).actors[0].id,))
    with open_record("dragoman.db") as record:
        record.add(coding(first, agreements=(treaty,), figures=(growth,)))
        record.add(coding(later, agreements=(again, agreement(later, id="g3", parties=("NOR",), topics=()))))


@pytest.mark.usefixtures("told")
def test_the_tracker_shows_each_agreement_once_with_its_steps() -> None:
    shown = run("agreements", "Sweden", "FIN").stdout
    assert re.search(r"water treaty +in force", shown)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    for line in (
        "treaty · SWE FIN",
        "told by The Daily (2015-03-04), later.txt",
        "signed 2015-03-03, for 5 years — The Daily",
        "2015-03-03 signed Mara Lindqvist · The Daily g1",
        "2020-03-03 to end later.txt g2",
    ):
        assert line in lines
    assert "g3" not in shown
    assert run("agreements", "--stage", "blocked").stderr.startswith("No agreements of this kind in the record. ")
    assert "g2" in run("agreements", "--stage", "in_force").stdout


@pytest.mark.usefixtures("told")
def test_agreements_and_figures_for_programs() -> None:
    rows = [json.loads(line) for line in run("agreements", "--as", "json").stdout.splitlines()]
    assert [(row["agreement"], row["id"], row["stands"], row["stage"]) for row in rows] == [
        ("g1", "g1", "in_force", "signed"),
        ("g1", "g2", "in_force", "in_force"),
        ("g3", "g3", "signed", "signed"),
    ]
    assert rows[0]["steps"] == ["2015-03-03 signed (Mara Lindqvist)"]
    (row,) = csv.DictReader(io.StringIO(run("figures", "FIN", "SWE", "--by", "lindqvist", "--as", "csv").stdout))
    assert (row["value"], row["comparator"], row["unit"], row["kind"]) == ("12", ">", "percent", "trade")
    assert row["countries"] == "SWE; FIN"
    assert run("figures", "--by", "Norway", "--as", "json").stdout == ""


@pytest.mark.usefixtures("told")
def test_figures_show_amount_words_and_speaker() -> None:
    shown = " ".join(run("figures", "Sweden", "--measure", "TRADE").stdout.split())
    for part in ("over 12 percent", "increase", "trade between the two · SWE FIN", "Mara Lindqvist (Foreign", "f1"):
        assert part in shown
    assert "Figure f1: over 12 percent" in run("explain", "f1").stdout
    assert "step         signed, 2015-03-03 (day, stated), told by Mara Lindqvist" in run("explain", "g1").stdout


@pytest.mark.parametrize(("columns", "fits"), [("60", True), ("", False)])
def test_tables_are_no_wider_than_columns_says(monkeypatch: pytest.MonkeyPatch, columns: str, fits: bool) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run("read", "reports")
    assert (max(map(len, run("events").stdout.splitlines())) <= 60) is fits


def test_a_correction_is_signed_with_the_name_that_the_computer_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    run("read", "reports")
    event = re.findall(r"\be[0-9a-f]{8}\b", run("events", "Sweden").stdout)[0]
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    assert "by ada" in run("correct", "confirm", event).stderr

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert "needs a name to stand for it: --user NAME" in run("correct", "confirm", event).stderr


def test_stages_are_those_of_the_codebook() -> None:
    assert STAGES == instruments.STAGES


def test_export_writes_a_file_and_its_manifest() -> None:
    run("read", "reports")
    done = run("export", "icews", "Norway", "--since", "2016", "--to", "out.tsv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("4 rows in out.tsv, ")
    manifest = json.loads(Path("out.tsv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["filter"] == {"states": ["NOR"], "since": "2016"}
    assert (manifest["rows"], manifest["goldstein_scale"]) == (4, "icews")
    done = run("export", "polecat", "Norway", "--status", "planned", "--scale", "keds", "--to", "out.tsv")
    assert done.stderr.startswith("0 rows in out.tsv, ")


def test_dyads_and_series_and_network() -> None:
    run("read", "reports")
    rows = list(csv.DictReader(io.StringIO(run("dyads", "Sweden", "--as", "csv").stdout)))
    assert [(row["one"], row["other"], row["events"]) for row in rows] == [("FIN", "SWE", "1"), ("NOR", "SWE", "1")]
    assert re.search(r"DNK NOR +1 +1 +1 \+ 0 +0 \+ 0 +2016-01-01", run("dyads", "--limit", "1").stdout)
    lines = run("series", "SE", "FI", "--until", "2015-04", "--as", "json").stdout.splitlines()
    months = [(row["period"], row["events"], row["days_since_foreign_minister"]) for row in map(json.loads, lines)]
    assert months == [("2015-03", 1, 28), ("2015-04", 0, 58)]
    beside = run("series", "Sweden", "Finland", "--by", "year", "--against", "Norway", "Sweden").stdout
    assert re.search(r"2016 +0 +0 +1 +\+1\.0 +\+1\.00", beside)
    assert "From" not in run("series", "Sweden", "Finland").stdout
    assert re.search(r"NOR +2 +2 +0\.667", run("network").stdout)


def test_brief() -> None:
    run("read", "reports")
    text = run("brief", "Sweden", "FI", "--since", "2015").stdout
    assert text.startswith("# Sweden and Finland\n\n*Their dealings since 2015*\n")
    assert "telephone" in text
    page = run("brief", "Sweden", "FI", "--to", "html", "--out", "b.html")
    assert (page.stdout, page.stderr) == ("", "The brief is b.html.\n")
    assert Path("b.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def foreign_file() -> None:
    Path("letter.db").write_text("Dear Sir, this is a letter and nothing else. " * 50)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("events", "Irann"), 2, "Did you mean"),
        (("events", "Sweden", "Norway", "Finland"), 2, "Name one state, or the two"),
        (("events", "--since", "yesterday"), 2, "'yesterday' is not a date"),
        (("events", "--limit", "0"), 2, "x>=1"),
        (("events", "--status", "done"), 2, "'occurred', 'ongoing'"),
        (("correct", "recode", "e1", "--set", "mode"), 2, "FIELD=VALUE"),
        (("correct", "reject", "e1", "--user", "Ada"), 2, "no event or deed whose id begins with 'e1'"),
        (("explain", "k1"), 2, "No contradiction has an id that begins with 'k1'"),
        (("explain", "x1"), 2, "no deed whose id begins with 'x1'"),
        (("contradictions", "--type", "visit"), 2, "'visit' is no kind of contradiction"),
        (("statements", "--type", "shouted"), 2, "no kind of statement. Choose from direct, indirect, mixed."),
        (("agreements", "--type", "DREAM"), 2, "'dream' is no kind of agreement. Choose from treaty, agreement"),
        (("events", "--type", "DANCE"), 2, "no type of event. Choose a PLOVER event"),
        (("events", "--record", "none.db"), 2, "There is no record at none.db. `dragoman read"),
        (("events", "--record", "letter.db"), 2, "no record of dragoman"),
        (("read", "reports", "--record", "letter.db"), 2, "no record of dragoman"),
        (("read", "reports", "--record", "no/r.db"), 2, "There is no folder no"),
        (("read", "reports", "--published", "soon"), 2, "soon"),
        (("read",), 2, "Missing argument 'PATHS...'"),
        (("explain", "e999"), 2, "nothing whose id begins with 'e999'"),
        (("codebook", "Irann"), 2, "Did you mean"),
        (("score", "beauty", "gold.jsonl"), 2, "relations, gsr, states, readouts"),
        (("score", "gsr", "none.jsonl"), 2, "none.jsonl"),
        (("sing",), 2, "No such command 'sing'"),
        (("agreements", "--stage", "dreamt"), 2, "'ratified', 'in_force'"),
        (("figures", "Irann"), 2, "Did you mean"),
        (("statements", "--topic", "weather"), 2, "'weather' is no topic. Choose one of military"),
        (("statements", "--about", "Irann"), 2, "Did you mean"),
        (("export", "word", "--to", "x"), 2, "'jsonl', 'csv', 'csv-dyads'"),
        (("export", "csv"), 2, "Missing option '--to'"),
        (("dyads", "Irann"), 2, "Did you mean"),
        (("brief", "Sweden", "SE"), 2, "Name two"),
        (("brief", "Sweden", "Finland", "--to", "docx"), 2, "--out brief.docx"),
        (("series", "Sweden", "se"), 2, "Name two"),
        (("series", "Sweden", "Norway", "--by", "decade"), 2, "'week', 'month', 'quarter', 'year'"),
        (("export", "csv", "--to", "no/x.csv"), 2, "a folder that does not exist: no"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_errors_say_what_to_do(arguments: tuple[str, ...], code: int, says: str) -> None:
    run("read", "reports")
    foreign_file()
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert says in " ".join(result.stderr.split())
    assert result.stdout == ""
    assert "Traceback" not in result.output


def test_exit_code_1_only_if_nothing_could_be_read() -> None:
    Path("empty.txt").touch()
    nothing = run("read", "empty.txt")
    assert nothing.exit_code == 1
    assert "1 report skipped (empty 1):" in nothing.stderr
    assert "empty.txt" in nothing.stderr
    assert run("read", "empty.txt", "reports/a.txt").exit_code == 0
    assert run("read", "empty.txt", "reports/a.txt").exit_code == 0  # all recorded before is not nothing


@pytest.mark.parametrize(
    "options", [(), ("--record", "r.db"), ("--to", "jsonl"), ("--record", "r.db", "--to", "jsonl")]
)
@pytest.mark.parametrize("name", ["empty.txt", "photo.png", None])
def test_where_nothing_was_read_no_record_is_made(name: str | None, options: tuple[str, ...]) -> None:
    Path("folder").mkdir()
    if name:
        Path("folder", name).write_bytes(b"" if name == "empty.txt" else b"\x89PNG\r\n\x1a\n\0\0\0")
    nothing = run("read", "folder", *options)
    assert nothing.exit_code in (1, 2)
    assert nothing.stdout == ""
    assert "Record:" not in nothing.stderr
    assert not list(Path().glob("*.db*"))
    run("read", "reports", *options[:2] if "r.db" in options else ())
    assert len(list(Path().glob("*.db"))) == 1


def test_a_place_where_no_record_can_be_is_told_before_anything_is_read(coder: FakeCoder) -> None:
    result = run("read", "reports", "--record", "no/r.db")
    assert result.exit_code == 2
    assert "There is no folder no for the record r.db" in result.stderr
    assert not coder.calls


def test_an_interrupted_run_says_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **options: object) -> Summary:
        raise Interrupted(Summary(7, 0, (), 3, 1, 2.0))

    monkeypatch.setattr(local, "read", interrupt)
    result = run("read", "reports")
    assert result.exit_code == 130
    assert "Interrupted. What was read before is kept" in result.stderr
    assert "7 reports read" in result.stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ((), "CONSULT"),
        (("consult",), "CONSULT visit"),
        (("042",), "CAMEO 042"),
        (("Iranian",), "IR IRN"),
        (("states",), "SWE Sweden"),
        (("cameo",), "042"),
        (("sectors",), "GOV"),
        (("NPT",), "Signed: 1968-07-01"),
        (("agreements",), "JCPOA"),
        (("patterns",), "pattern:aid.give"),
        (("pattern:aid.give",), "Such as: Norway provided"),
        (("foreign_minister",), "RUS since"),
        (("military",), "general"),
    ],
)
def test_codebook(name: tuple[str, ...], says: str) -> None:
    result = run("codebook", *name)
    assert result.exit_code == 0, result.output
    assert says in result.stdout


def test_a_reader_that_stops_reading_is_no_error() -> None:
    run("read", "reports")
    command = f"{sys.executable} -m dragoman events --as csv | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_help_waits_for_no_parser_and_no_database() -> None:
    probe = (
        "import sys; from dragoman.cli import main; main(['--help'], standalone_mode=False); "
        "print(sorted({'spacy', 'sqlalchemy', 'babel', 'rich', 'yaml', 'trafilatura'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_the_reference_says_what_help_says() -> None:
    page = Path(__file__).parents[1] / "docs" / "cli.md"
    writer = Path(__file__).parents[1] / "tools" / "cli_reference.py"
    probe = f"import runpy, sys; sys.stdout.write(runpy.run_path({str(writer)!r})['reference']())"
    out = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, env=os.environ | {"PYTHONUTF8": "1"}
    )
    assert page.read_text(encoding="utf-8") == out.stdout, "run: python tools/cli_reference.py"
