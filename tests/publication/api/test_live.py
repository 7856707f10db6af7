"""What is told while it happens; and a record that is read by one process while another writes to it."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import codings
import pytest
from browsing import ABSENT, CHROMIUM, Watched, chromium, served
from codings import telling
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from dragoman.publication.api.live import happenings
from dragoman.publication.vitals.listeners import MOST
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record

pytestmark = pytest.mark.model
CALL = "SWE calls FIN on 2015-03-03."


def heard(client: TestClient, act: Any, *, until: str) -> list[str]:
    """What is told from before ``act`` until an event begins so."""

    async def listen() -> list[str]:
        told: list[str] = []
        async for event in happenings(client.app.state.desk, seconds=10, every=0.01):  # type: ignore[attr-defined]
            if not told:
                threading.Thread(target=act).start()
            told.append(event)
            if event.startswith(until):
                break
        return told

    return asyncio.run(listen())


def test_a_reading_tells_how_far_it_is(writing: TestClient) -> None:
    done: list[dict[str, Any]] = []
    told = heard(writing, lambda: writing.post("/api/v1/documents", json={"text": CALL}), until="event: changed")
    for event in told[1:]:
        name, _, data = event.strip().partition("\ndata: ")
        if name == "event: reading":
            done.append(json.loads(data))
    assert done
    assert "documents" not in done[0]
    assert done[0]["files"][0].endswith(".txt")


def test_what_another_process_reads_is_told(writing: TestClient, record: Record) -> None:
    def elsewhere() -> None:
        with open_record(record.path) as other:
            other.add(telling("more.txt", "Mara calls Jon today.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))

    assert heard(writing, elsewhere, until="event: changed")[-1] == "event: changed\ndata: {}\n\n"


def test_who_only_looks_in_hears_how_it_is(writing: TestClient) -> None:
    answer = writing.get("/api/v1/live?seconds=0")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text == "retry: 3000\n\n"


def test_there_is_an_end_to_listeners(writing: TestClient) -> None:
    listeners = writing.app.state.desk.listeners  # type: ignore[attr-defined]
    held = [listeners.one_more() for _ in range(MOST)]
    for one in held:
        one.__enter__()
    assert writing.get("/api/v1/live").status_code == 503
    for one in held:
        one.__exit__(None, None, None)
    assert writing.get("/api/v1/live?seconds=0").status_code == 200


WRITER = """
import sys
from codings import telling
from dragoman.record.record import open_record
with open_record(sys.argv[1]) as record:
    for number in range(25):
        record.add(telling(f"more-{number}.txt", f"Mara calls Jon, no {number}.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
"""


def test_others_read_while_another_process_writes(record: Record, writing: TestClient) -> None:
    before = len(list(record.sources()))
    here = {"PYTHONPATH": os.pathsep.join([str(Path(codings.__file__).parent), *sys.path])}
    writer = subprocess.Popen([sys.executable, "-c", WRITER, record.path], env=os.environ | here)
    counts, slowest = [before], 0.0
    while writer.poll() is None:
        began = time.monotonic()
        answer = writing.get("/api/v1/documents?limit=1000")
        slowest = max(slowest, time.monotonic() - began)
        assert answer.status_code == 200
        counts.append(len(answer.json()["items"]))
    assert writer.returncode == 0
    assert counts == sorted(counts)
    assert len(set(counts)) > 2  # seen while it went on
    assert len(list(record.sources(Filter(states=("NOR",))))) == 25
    assert slowest < 5  # nobody waits for the writer to end


@pytest.fixture
def watched(record: Record) -> Iterator[Watched]:
    with served(Path(record.path)) as address, chromium() as browser:
        made = Watched(browser.new_page(), address)
        yield made
        assert made.faults == []


@pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)
def test_a_page_shows_a_reading_and_what_is_new_without_being_loaded_again(watched: Watched, record: Record) -> None:
    page = watched.open("/read")
    page.evaluate("window.sameAsBefore = true")
    with open_record(record.path) as other:
        other.add(telling("more.txt", "Mara calls Jon today.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
    sent = json.dumps({"text": "Swedish Foreign Minister Mara Lindqvist visited Oslo on 3 March 2015."}).encode()
    request = urllib.request.Request(f"{watched.address}/api/v1/documents", sent, {"content-type": "application/json"})
    urllib.request.urlopen(request).close()
    expect(page.locator("[data-live]")).to_contain_text("1 read", timeout=30_000)
    expect(page.locator("#readings li")).to_have_count(1)
    assert page.evaluate("window.sameAsBefore")


@pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)
def test_a_report_is_pasted_and_read(watched: Watched) -> None:
    page = watched.open("/read")
    page.get_by_label("A report").fill(
        "Norwegian Prime Minister Jon Berg telephoned Iranian President Ali Rad on 4 May 2016."
    )
    page.get_by_label("Published").fill("2016-05-05")
    page.get_by_role("button", name="Read").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read", timeout=120_000)  # the parser is loaded first
    expect(page.locator("#reading")).to_contain_text("1 read")
