"""Measures dragoman on the seed reports, all of whose record was written by hand, with the public scorer."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dragoman.measures.figures import Figure, Report


def measure(shared: Path) -> Report:
    """The seed reports, read by the command line as a user would, judged by the public scorer."""
    files = sorted(map(str, (shared / "seeds").glob("*.txt")))
    read = [str(Path(sys.executable).with_name("dragoman")), "read", *files, "--to", "jsonl"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.jsonl"
        out.write_bytes(subprocess.run(read, check=True, capture_output=True).stdout)
        scorer, gold = str(shared / "score/score_record.py"), str(shared / "gold")
        judge = [sys.executable, scorer, "--gold", gold, str(out), "--json"]
        told = json.loads(subprocess.run(judge, check=True, capture_output=True).stdout)
    return Report("seeds", len(told["documents"]), "reports with a gold record", tuple(_figures(told)))


def _figures(told: dict) -> Iterator[Figure]:  # type: ignore[type-arg]
    for kind, figures in told["total"].items():
        if figures["f1"] is not None:
            yield Figure(kind, figures["f1"], figures["precision"], figures["recall"])
        for field, share in figures.get("fields", {}).items():
            if share["share"] is not None:
                yield Figure(f"{kind}, {field} right", share["share"])
    for name, key in (("links", "event_links"), ("contradictions", "contradictions")):
        found = told[key]
        if found["f1"] is not None:
            yield Figure(f"across reports, {name}", found["f1"], found["precision"], found["recall"])
    yield Figure("record score", told["record_score"])
