"""What the user's environment decides, read once at the edge and passed on as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """``record``: the record's file where none is named. ``pipeline``: the spaCy pipeline, ``None`` for the default.
    ``own``: a folder of the user's own with names and office holders. ``model``: whether the learned model speaks where
    patterns are silent; off, so that output is the same everywhere.
    """

    record: Path = Path("dragoman.db")
    pipeline: str | None = None
    own: Path | None = None
    model: bool = False


def from_environment(environment: Mapping[str, str]) -> Settings:
    """``DRAGOMAN_RECORD``, ``_PIPELINE``, ``_OWN`` and ``_MODEL``; an empty variable counts as not set.

    :raises UsageError: ``DRAGOMAN_MODEL`` is neither 0 nor 1.
    """
    default = Settings()
    return Settings(
        record=Path(environment.get("DRAGOMAN_RECORD") or default.record),
        pipeline=environment.get("DRAGOMAN_PIPELINE") or default.pipeline,
        own=Path(own) if (own := environment.get("DRAGOMAN_OWN")) else default.own,
        model=_switch("DRAGOMAN_MODEL", environment.get("DRAGOMAN_MODEL") or "0"),
    )


def _switch(name: str, value: str) -> bool:
    if value not in ("0", "1"):
        raise UsageError(f"{name} is {value!r}; it must be 1 (on) or 0 (off).")
    return value == "1"
