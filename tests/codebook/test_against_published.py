"""The codebook against the published tables, where those are at hand: whatever departs from them says why."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.codebook.codebook import Scale, load

TABLES = Path(__file__).parents[3] / "shared" / "ontology"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TABLES.is_dir(), reason=f"the published tables are not at {TABLES}"),
]
BOOK = load()
COPIES: dict[str, Scale] = {"keds_cameo_scale": "keds", "gdelt": "gdelt", "icews_pkg": "icews"}


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def number(text: str) -> float | None:
    return float(text) if text else None


def test_every_code_of_the_manual() -> None:
    assert set(BOOK.cameo) == {row["code"] for row in rows("cameo_codes.tsv")} | {"1213", "1214"}


def test_a_mapping_that_departs_has_a_note() -> None:
    for row in rows("cameo_to_plover.tsv"):
        code = BOOK.cameo[row["cameo_code"]]
        ours = (code.event, code.mode or "", "|".join(code.contexts))
        assert ours == (row["plover_event"], row["plover_mode"], row["plover_contexts"]) or code.note, code.code


def test_the_copies_of_the_goldstein_scale() -> None:
    for row in rows("goldstein.tsv"):
        for column, scale in COPIES.items():
            if row["cameo_code"] in BOOK.cameo:
                assert BOOK.goldstein(row["cameo_code"], scale=scale) == number(row[column]), row


def test_scores_and_classes_of_plover() -> None:
    for row in rows("plover_events.tsv"):
        event = BOOK.event(row["event"])
        assert (event.score, event.quad) == (number(row["plover_score"]), int(row["quad_number"]))
    for row in rows("plover_modes.tsv"):
        assert BOOK.event(row["event"]).modes[row["mode"]].score == number(row["plover_score"])


def test_classes_of_roots() -> None:
    for row in rows("cameo_roots.tsv"):
        root = BOOK.cameo[row["root"]]
        assert (root.quad, root.penta) == (int(row["quad_gdelt_icews"]), int(row["penta_phoenix"]))
