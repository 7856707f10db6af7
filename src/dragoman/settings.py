"""What the user's environment decides, read once at the edge and passed on as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """``record``: the record's file where none is named. ``pipeline``: the spaCy pipeline, ``None`` for the default.
    ``own``: a folder of the user's own with names and office holders."""

    record: Path = Path("dragoman.db")
    pipeline: str | None = None
    own: Path | None = None


def from_environment(environment: Mapping[str, str]) -> Settings:
    """``DRAGOMAN_RECORD``, ``_PIPELINE`` and ``_OWN``; an empty variable counts as not set."""
    default = Settings()
    return Settings(
        record=Path(environment.get("DRAGOMAN_RECORD") or default.record),
        pipeline=environment.get("DRAGOMAN_PIPELINE") or default.pipeline,
        own=Path(own) if (own := environment.get("DRAGOMAN_OWN")) else default.own,
    )
