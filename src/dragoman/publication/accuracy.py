"""Our published score: the figures of the latest measurement, and of those before.

``accuracy.json`` is written by ``make score`` together with docs/accuracy.md. It comes with the package: whoever looks
at a record can see how right what made it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dragoman.measures.figures import Figure

FILE = "accuracy.json"


@dataclass(frozen=True, slots=True)
class Scored:
    """A set, the command that measures on it, and what came out. ``items`` is how many ``unit`` were judged."""

    name: str
    about: str
    command: str
    items: int
    unit: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...]

    def figure(self, name: str) -> Figure | None:
        return next((one for one in self.figures if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Published:
    """The run of a day (``YYYY-MM-DD``) by a version. ``history`` has a row for each run, this one first: ``date``,
    ``version`` and figures by ``"SET: FIGURE"``."""

    date: str
    version: str
    sets: tuple[Scored, ...]
    history: tuple[Mapping[str, str], ...]

    def scored(self, name: str) -> Scored | None:
        return next((one for one in self.sets if one.name == name), None)

    def courses(self) -> Iterator[tuple[str, tuple[float, ...]]]:
        """Each figure that is followed, from the first run that has it to this one."""
        for name in self.history[0] if self.history else ():
            if name not in ("date", "version"):
                yield name, tuple(float(row[name]) for row in reversed(self.history) if name in row)


def dumped(published: Published) -> str:
    """As the file has it: a figure a line, so that runs can be compared."""
    return json.dumps(asdict(published), ensure_ascii=False, indent=1) + "\n"


def parsed(text: str) -> Published:
    data = json.loads(text)
    return Published(data["date"], data["version"], tuple(map(_scored, data["sets"])), tuple(data["history"]))


@cache
def published() -> Published:
    """The score that comes with this version."""
    return parsed(files("dragoman.publication").joinpath(FILE).read_text(encoding="utf-8"))


def _scored(data: Mapping[str, Any]) -> Scored:
    figures: Sequence[Mapping[str, Any]] = data["figures"]
    return Scored(**{**data, "figures": tuple(Figure(**one) for one in figures), "remarks": tuple(data["remarks"])})
