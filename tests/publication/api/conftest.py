"""A record to write to, served with a coder that needs no parser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from codings import FakeCoder
from fastapi.testclient import TestClient
from served import finished

from dragoman.publication.app import create_app
from dragoman.publication.gate.limits import Limits, Rate
from dragoman.publication.serving import Serving
from dragoman.record.record import Record, open_record

UNLIMITED = Limits(changing=Rate(10**9, 1e9), every=Rate(10**9, 1e9))


@pytest.fixture
def record(samples: Path, tmp_path: Path) -> Iterator[Record]:
    """Of the sample reports, to be written to."""
    shutil.copy(samples, tmp_path / "record.db")
    with open_record(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def coder() -> FakeCoder:
    return FakeCoder()


@pytest.fixture
def writing(record: Record, coder: FakeCoder) -> TestClient:
    return TestClient(create_app(record, Serving(hosts=("testserver",), limits=UNLIMITED), lambda: coder))


@pytest.fixture
def read(writing: TestClient) -> Callable[..., dict[str, Any]]:
    """Sends something to be read, and gives the reading when it is over."""
    return partial(finished, writing)
