"""Whose state the marked words of relations are, on sides drawn by chance and labelled by hand.

    python -m benchmarks.sided ../shared [--verbose]

The relation set says which words are source and target and not of which state they are; ``labels/sides.tsv`` does, for
100 sides (seed 20261125) whose state a careful reader knows.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.label import digest, rows_of
from dragoman.measures.figures import Report
from dragoman.measures.marked import Answer, Marked, answer, judge
from dragoman.measures.relations import read_rows
from dragoman.measures.roots import country
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

SET = "bench/relations_dev.tsv"
SIDES = {"s": "sources", "t": "targets"}


def measure(shared: Path) -> Report:
    """The report; its remark counts the errors by cause."""
    return judge(list(answers(shared)))


def answers(shared: Path) -> Iterator[Answer]:
    """What dragoman says of each labelled side; a changed sentence is left out."""
    sentences = {row.uid: row for row in read_rows(shared / SET)}
    reader = pipeline().reader
    for label in rows_of("sides.tsv"):
        row = sentences[label["uid"]]
        if digest(row.sentence) == label["sha256"]:
            span = getattr(row, SIDES[label["side"]])[0]
            marked = Marked(row.uid, row.sentence, span, country(label["state"]))
            yield answer(marked, reader.read(Document(row.uid, row.uid, row.sentence)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"), help="folder of the sets")
    parser.add_argument("--verbose", action="store_true", help="list each error")
    arguments = parser.parse_args()
    if not (arguments.shared / SET).exists():
        print(f"{arguments.shared} has no {SET}: nothing is measured.")
        return
    found = list(answers(arguments.shared))
    print(*judge(found).lines(), sep="\n")
    for one in found if arguments.verbose else ():
        if one.cause:
            print(f"{one.marked}: {one.state or 'no state'}, not {one.marked.state} ({one.cause})")


if __name__ == "__main__":
    main()
