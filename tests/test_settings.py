"""What the environment decides."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.settings import Settings, from_environment


@pytest.mark.parametrize(
    ("environment", "settings"),
    [
        ({}, Settings()),
        ({"DRAGOMAN_RECORD": "", "DRAGOMAN_PIPELINE": "", "DRAGOMAN_MODEL": ""}, Settings()),
        ({"DRAGOMAN_RECORD": "a.db", "DRAGOMAN_PIPELINE": "big"}, Settings(Path("a.db"), "big")),
        ({"DRAGOMAN_MODEL": "1"}, Settings(model=True)),
        ({"DRAGOMAN_MODEL": "0"}, Settings(model=False)),
    ],
)
def test_read_from_the_environment(environment: Mapping[str, str], settings: Settings) -> None:
    assert from_environment(environment) == settings


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(UsageError, match="DRAGOMAN_MODEL is 'yes'; it must be 1"):
        from_environment({"DRAGOMAN_MODEL": "yes"})
