"""The one list of kinds, and what is said where a set cannot be measured on."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import UsageError
from dragoman.measures.accuracy import KINDS, Measured, score
from dragoman.runs.pipeline import pipeline

NOTHING = cast(Measured, None)


@pytest.mark.parametrize("kind", KINDS)
def test_help_names_every_kind(kind: str) -> None:
    assert kind in CliRunner().invoke(main, ["score", "--help"]).output


@pytest.mark.parametrize(
    ("kind", "says"),
    [("relation", "The kinds are: relations, gsr"), *((kind, "does not exist") for kind in KINDS)],
)
def test_errors_say_what_there_is(tmp_path: Path, kind: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        score(kind, tmp_path / "absent", pipeline=NOTHING)


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.parametrize(
    ("kind", "name", "figure", "floor"),
    [
        ("relations", "relations_dev.tsv", "root macro", 0.5),
        ("gsr", "gsr_dev.json", "root type+source+target", 0.3),
        ("readouts", "readouts_2021.jsonl", "found", 0.9),
    ],
)
def test_no_figure_falls_below_its_floor(kind: str, name: str, figure: str, floor: float) -> None:
    gold = Path(__file__).parents[3] / "shared/bench" / name
    if not gold.exists():
        pytest.skip(f"no measuring set at {gold}")
    figures = {f.name: f.value for f in score(kind, gold, pipeline=pipeline()).figures}
    assert figures[figure] >= floor
