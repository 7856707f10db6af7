"""The API does what its description says: asked what the description allows, and what it does not."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from codings import FakeCoder
from hypothesis import HealthCheck, given, settings, strategies
from schemathesis import GenerationMode

from dragoman.publication.api.resources import RESOURCES
from dragoman.publication.app import create_app
from dragoman.publication.gate.limits import Limits, Rate
from dragoman.publication.serving import Serving
from dragoman.record.record import open_record

pytestmark = pytest.mark.model
EXAMPLES = int(os.environ.get("DRAGOMAN_TEST_EXAMPLES", "15"))  # of each operation; more to look for faults
# What a state may be called, which ids there are and which days, no schema can say: 400 and 404 are for that, 415 for
# the names of files, 429 where more waits to be read than may.
_ALLOWED = ["2xx", "304", "400", "401", "403", "404", "409", "415", "429"]
_CONFIG = {"checks": {"positive_data_acceptance": {"expected-statuses": _ALLOWED}}}
_LIVE = "/api/v1/live"  # has no end


@pytest.fixture(scope="module")
def described(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    path = shutil.copy(samples, tmp_path_factory.mktemp("described") / "record.db")
    limits = Limits(changing=Rate(10**9, 1e9))
    with open_record(path) as record:
        app = create_app(record, Serving(hosts=("*",), limits=limits), FakeCoder)
        config = schemathesis.Config.from_dict(_CONFIG)
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config).exclude(path=_LIVE)


OPERATIONS = [
    *(f"GET /api/v1/{resource.name}" for resource in RESOURCES),
    *("GET /api/v1/documents/{id}", "GET /api/v1/events/{id}", "GET /api/v1/codebook/{name}"),
    *("GET /api/v1/readings", "GET /api/v1/readings/{id}", "POST /api/v1/documents", "POST /api/v1/corrections"),
]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_as_described(described: Any, name: str) -> None:
    method, _, path = name.partition(" ")
    cases = [
        described[path][method].as_strategy(generation_mode=mode)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    ]

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=strategies.one_of(cases))
    def asked(case: Any) -> None:
        case.call_and_validate()

    asked()


def test_all_operations_are_asked(described: Any) -> None:
    there = {
        f"{method.upper()} {path}" for path, methods in described.raw_schema["paths"].items() for method in methods
    }
    assert there == {*OPERATIONS, f"GET {_LIVE}"}


def test_every_operation_says_what_it_is_and_how_it_fails(described: Any) -> None:
    made = described.raw_schema
    assert made["info"]["version"]
    for path, operations in made["paths"].items():
        for method, operation in operations.items():
            told = f"{method} {path}"
            assert operation["description"].endswith((".", "enough.")), told
            for status, answer in operation["responses"].items():
                assert answer["description"], told
                assert (status < "400") or "application/problem+json" in answer["content"], (told, status)
            for word in operation.get("parameters", ()):
                assert word["description"], (told, word["name"])
                assert "example" in word, (told, word["name"])
    assert "HTTPValidationError" not in json.dumps(made)
