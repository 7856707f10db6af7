"""A record of the sample reports, and a client of the application that serves it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

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
