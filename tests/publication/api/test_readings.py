from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from codings import FakeCoder
from fastapi.testclient import TestClient

from dragoman.errors import UsageError
from dragoman.events.coding import Coding
from dragoman.publication.app import create_app
from dragoman.publication.readings.parcel import file_name
from dragoman.publication.serving import Serving
from dragoman.record.record import Record
from dragoman.runs import local
from dragoman.texts.document import Document

pytestmark = pytest.mark.model
CALL = "SWE calls FIN on 2015-03-03."
Read = Callable[..., dict[str, Any]]


def test_a_text_is_read_with_what_is_known_of_it(read: Read, writing: TestClient) -> None:
    sent = {
        "text": CALL,
        "title": "A call",
        "outlet": "Hill Times",
        "url": "https://hill.example/1",
        "published": "2015-03",
    }
    reading = read(json=sent)
    assert (reading["state"], reading["read"], reading["skipped"]) == ("done", 1, 0)
    told = reading["documents"][0]
    assert (told["outcome"], told["events"]) == ("read", 1)
    document = writing.get(f"/api/v1/documents/{told['document']}").json()
    assert document["text"] == CALL
    assert (document["title"], document["outlet"], document["url"]) == (
        "A call",
        "Hill Times",
        "https://hill.example/1",
    )
    assert document["published"]["start"] == "2015-03"
    assert "/tmp" not in document["path"]


def test_the_same_text_again_is_known(read: Read) -> None:
    assert read(json={"text": CALL})["read"] == 1
    assert read(json={"text": CALL})["unchanged"] == 1


def test_files_are_read_and_what_cannot_be_is_said(read: Read) -> None:
    files = [
        ("file", ("one.txt", CALL.encode())),
        ("file", ("../../two.txt", b"SWE calls NOR on 2015-03-04.")),
        ("file", ("rows.jsonl", b'{"text": "FIN calls NOR on 2016-01-01."}\n{"text": ""}\n')),
        ("file", ("binary.txt", b"\x00\x01\x02")),
        ("file", ("empty.txt", b"")),
        ("file", ("fault.txt", b"fail here")),
    ]
    reading = read(files=files, data={"published": "2016"})
    assert (reading["state"], reading["read"], reading["skipped"]) == ("done", 3, 4)
    by_name = {told["name"]: told for told in reading["documents"]}
    assert by_name["two.txt"]["outcome"] == "read"
    assert by_name["rows.jsonl#1"]["events"] == 1
    assert by_name["empty.txt"]["reason"] == "empty"
    assert by_name["fault.txt"]["reason"] == "fault"
    assert all("/tmp" not in told["message"] for told in reading["documents"] if told["message"])


def test_a_parser_that_is_not_there_ends_the_reading_and_not_the_thread(record: Record) -> None:
    found: list[local.Coder] = []

    def coder() -> Any:
        if not found:
            found.append(local.coder())
            raise UsageError("There is no such parser.")
        return FakeCoder()

    client = TestClient(create_app(record, Serving(hosts=("testserver",)), coder))
    places = [client.post("/api/v1/documents", json={"text": CALL}).headers["location"] for _ in range(2)]
    for _ in range(500):
        states = [client.get(place).json() for place in places]
        if states[1]["state"] == "done":
            break
    assert (states[0]["state"], states[0]["message"]) == ("failed", "There is no such parser.")
    assert states[1]["read"] == 1


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"json": {"text": ""}}, 422, "text"),
        ({"json": {"words": "x"}}, 422, "text"),
        ({"json": {"text": "x", "url": "javascript:alert(1)"}}, 422, "url"),
        ({"json": {"text": "x", "published": "2020-13-45"}}, 400, "2020-13-45"),
        ({"json": {"text": "x", "published": "yesterday"}}, 422, "published"),
        ({"content": b'{"text": "\\ud800"}', "headers": {"content-type": "application/json"}}, 422, "JSON"),
        ({"content": b"words"}, 415, "multipart/form-data"),
        ({"content": b"words", "headers": {"content-type": "multipart/form-data"}}, 400, "boundary"),
        ({"files": [("file", ("run.exe", b"MZ"))]}, 415, ".jsonl"),
        ({"files": [("file", ("noending", b"x"))]}, 415, ".txt"),
        ({"data": {"published": "2020"}, "files": [("other", ("", b""))]}, 400, "Nothing was sent"),
        ({"files": [("file", (f"{n}.txt", b"x")) for n in range(51)]}, 400, "50"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    writing: TestClient, sent: dict[str, Any], status: int, told: str
) -> None:
    answer = writing.post("/api/v1/documents", **sent)
    assert answer.status_code == status, answer.text
    assert told in answer.json()["detail"]
    assert writing.get("/api/v1/readings").json()["items"] == []


def test_only_so_many_may_wait(record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    go_on = threading.Event()

    class Slow(FakeCoder):
        def code(self, doc: Document) -> Coding:
            go_on.wait(10)
            return replace(super().code(doc), events=())

    client = TestClient(create_app(record, Serving(hosts=("testserver",)), Slow))
    answers = [client.post("/api/v1/documents", json={"text": f"{n} {CALL}"}) for n in range(23)]
    assert [answer.status_code for answer in answers[:20]] == [202] * 20
    assert answers[-1].status_code == 429
    assert answers[-1].headers["retry-after"] == "60"
    go_on.set()
    until = time.monotonic() + 10
    while list((tmp_path / "temporary").iterdir()) and time.monotonic() < until:
        time.sleep(0.01)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {one["state"] for one in client.get("/api/v1/readings").json()["items"]} == {"done"}


def test_a_record_that_is_only_read_takes_nothing_in(record: Record) -> None:
    client = TestClient(create_app(record, Serving(hosts=("testserver",), writing=False)))
    assert client.post("/api/v1/documents", json={"text": CALL}).status_code == 403
    assert client.post("/read", data={"text": CALL}).status_code == 403
    assert "<textarea" not in client.get("/read").text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.txt", "report.txt"),
        ("C:\\reports\\Bericht für heute.TXT", "Bericht für heute.TXT"),
        ("../../etc/news.csv", "news.csv"),
        ("new\r\nline\x00.html", "newline.html"),
        ("\u202egpj.txt", "gpj.txt"),
        ("*.json", "*.json"),
    ],
)
def test_a_name_becomes_one_of_a_file(given: str, kept: str) -> None:
    assert file_name(given) == kept


@pytest.mark.parametrize("given", ["", "..", "/", "a/", ".txt.", "x" * 300 + ".txt", "page.php"])
def test_what_is_no_name_of_a_report_is_refused(given: str) -> None:
    with pytest.raises(UsageError):
        file_name(given)


def test_a_person_reads_in_a_report_without_scripts(writing: TestClient) -> None:
    form = writing.get("/read").text
    assert 'enctype="multipart/form-data"' in form
    assert "<textarea" in form
    sent = {"text": CALL, "title": "", "outlet": "", "published": "", "url": ""}
    answer = writing.post("/read", data=sent, files={"file": ("", b"")}, follow_redirects=False)
    assert answer.status_code == 303
    page = writing.get(answer.headers["location"])
    while "<noscript><meta http-equiv" in page.text:
        page = writing.get(answer.headers["location"])
    assert "1 read" in page.text
    assert '<a href="/documents/' in page.text
    assert "1 read" in writing.get("/read").text
