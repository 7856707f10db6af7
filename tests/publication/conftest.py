"""A record of the sample reports, and a client of the application that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from browsing import Watched, chromium
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

import dragoman
from dragoman.publication.app import create_app
from dragoman.publication.serving import Serving
from dragoman.record.record import Record, open_record


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record of the sample reports: not to be written to."""
    folder, path = Path(str(files("dragoman") / "samples")), tmp_path_factory.mktemp("samples") / "record.db"
    dragoman.read(folder / "reports", record=path, metadata=folder / "metadata.csv")
    return path


@pytest.fixture(scope="session")
def kept(samples: Path) -> Iterator[Record]:
    with open_record(samples) as record:
        yield record


@pytest.fixture(scope="session")
def client(kept: Record) -> Iterator[TestClient]:
    with TestClient(create_app(kept, Serving(hosts=("testserver",)))) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as made:
        yield made


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of the server at ``address``, a fixture of each module that asks for it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    made = Watched(page, address)
    yield made
    page.close()
    assert made.faults == []
