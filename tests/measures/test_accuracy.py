"""The one list of kinds, and what is said where a set cannot be measured on."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import UsageError
from dragoman.measures.accuracy import KINDS, Measured, score
from dragoman.runs.pipeline import pipeline

NOTHING = cast(Measured, None)
_READER, _CODER = SimpleNamespace(parser=None, read=None), SimpleNamespace(adviser=None)
NEVER_ASKED = cast(Measured, SimpleNamespace(reader=_READER, coder=_CODER, code=print))


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


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("dates", "attributions")])
@pytest.mark.parametrize(("content", "says"), [(None, "is a folder"), (b"\xf6\xff", "not text in UTF-8")])
def test_what_is_no_file_of_text(tmp_path: Path, kind: str, content: bytes | None, says: str) -> None:
    gold = tmp_path / "gold"
    gold.mkdir() if content is None else gold.write_bytes(content)
    with pytest.raises(UsageError, match=says):
        score(kind, gold, pipeline=NEVER_ASKED)
