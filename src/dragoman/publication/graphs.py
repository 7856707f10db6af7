"""The network of states as files for programs that draw and count networks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dragoman.extras import library
from dragoman.measures.dyads import CLASSES
from dragoman.measures.networks import Tie, ties
from dragoman.publication.asked import Asked, Written

_COLUMNS = ("events", "goldstein", *CLASSES, "first", "last")


def graphml(asked: Asked, path: Path) -> Written:
    """A node a state, an edge for what one did toward the other."""
    graph, edges = _graph(asked)
    lines = library("networkx", what="GraphML").generate_graphml(graph, named_key_ids=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return Written(edges, _COLUMNS)


def gexf(asked: Asked, path: Path) -> Written:
    """The same for Gephi. The day it bears is that of the record."""
    graph, edges = _graph(asked)
    text = "\n".join(library("networkx", what="GEXF").generate_gexf(graph))
    latest = (asked.edition.latest or "1970-01-01")[:10]
    text = re.sub(r'lastmodifieddate="[^"]*"', f'lastmodifieddate="{latest}"', text, count=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return Written(edges, _COLUMNS)


def _graph(asked: Asked) -> tuple[Any, int]:
    """The graph, and the number of its edges."""
    graph = library("networkx", what="A network").DiGraph()
    found = ties(asked.dealings(), asked.scores.goldstein)
    for code in sorted({code for tie in found for code in (tie.one, tie.other)}):
        state = asked.book.states[code]
        graph.add_node(code, label=state.name, region=state.region)
    graph.add_edges_from((tie.one, tie.other, _attributes(tie)) for tie in found)
    return graph, len(found)


def _attributes(tie: Tie) -> dict[str, str | int | float]:
    """What is not known is left out: neither format has a word for it. Programs draw and count by ``weight``."""
    values = dict(zip(_COLUMNS, (tie.events, tie.goldstein, *tie.quads, tie.first, tie.last), strict=True))
    return {"weight": tie.events} | {name: value for name, value in values.items() if value is not None}
