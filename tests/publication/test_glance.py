"""All relationships are counted once, and again when anybody has changed the record."""

from __future__ import annotations

from pathlib import Path

from codings import telling

import dragoman
from dragoman.codebook.codebook import load
from dragoman.measures.scales import Scores
from dragoman.publication.glance import Glance
from dragoman.record.record import open_record


def test_counted_once_while_the_record_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with open_record(path) as record, open_record(path) as other:
        glance = Glance(record, Scores(load()))
        assert glance.dyads().dyads == ()
        for name, writer in (("a", record), ("b", other)):
            writer.add(telling(name, f"Mara met Jon, {name}.", "Mara Lindqvist/SWE", f"Jon Berg/{name.upper() * 3}"))
            found = glance.dyads()
            assert found == dragoman.dyads(record)
            assert glance.dyads() is found
        assert len(found.dyads) == 2
