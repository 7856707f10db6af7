"""Draws the passages that were labelled by hand: ``python -m benchmarks.draw mentions ../shared``.

The draw owes nothing to dragoman: lines are cut at full stops by one expression; the seed is fixed, so that the same
files give the same passages in the same order. ``labels/README.md`` says how far into each draw the labels go.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

SEED = 20261125
SENTENCE = re.compile(r"\S.*?(?:(?<![A-Z])(?<!Mr|Dr|St|No)[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|$)", re.MULTILINE)
QUOTED = re.compile(r"[“\"][^”\"\n]{2,}(?:[”\"]|$)|(?<!\w)‘[^’\n]{2,}’(?!\w)", re.MULTILINE)
SHORTEST = 25  # characters of a sentence: what is shorter is a headline's rest, a signature, "###"

Place = tuple[str, int, int]


def news(shared: Path) -> dict[str, str]:
    """Texts of the articles by file name."""
    return {path.name: _read(path) for path in sorted((shared / "news").glob("*.txt"))}


def releases(shared: Path) -> dict[str, str]:
    """Texts of the press releases, named by row (``state_dept_2021.jsonl#12``, from 0)."""
    rows = _read(shared / "bench/state_dept_2021.jsonl").splitlines()
    return {f"state_dept_2021.jsonl#{i}": json.loads(row)["text"] for i, row in enumerate(rows)}


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def matches(expression: re.Pattern[str], texts: dict[str, str], *, shortest: int = 0) -> Iterator[Place]:
    for name, text in texts.items():
        for found in expression.finditer(text):
            if len(found.group()) >= shortest:
                yield name, found.start(), found.end()


def shuffled_sentences(shared: Path, *, seed: int) -> list[Place]:
    """All sentences of the articles, in an order of chance."""
    places = list(matches(SENTENCE, news(shared), shortest=SHORTEST))
    random.Random(seed).shuffle(places)
    return places


def quotations(shared: Path) -> list[Place]:
    """All passages of the articles in quotation marks (marks included), in an order of chance."""
    places = list(matches(QUOTED, news(shared)))
    random.Random(SEED + 1).shuffle(places)
    return places


def quiet(shared: Path) -> list[Place]:
    """Sentences of the articles and of the releases by turns.

    Of the releases first one is drawn and then a sentence in it; else a few long briefings would fill the list.
    """
    chance, texts = random.Random(SEED + 3), releases(shared)
    names, drawn = sorted(texts), set()
    out = []
    for place in shuffled_sentences(shared, seed=SEED + 4):
        out.append(place)
        while True:
            name = chance.choice(names)
            found = list(matches(SENTENCE, {name: texts[name]}, shortest=SHORTEST))
            if found and (other := chance.choice(found)) not in drawn:
                break
        drawn.add(other)
        out.append(other)
    return out


DRAWS: dict[str, Callable[[Path], list[Place]]] = {
    "mentions": lambda shared: shuffled_sentences(shared, seed=SEED),
    "direct": quotations,
    "indirect": lambda shared: shuffled_sentences(shared, seed=SEED + 2),
    "quiet": quiet,
    "stances": lambda shared: shuffled_sentences(shared, seed=SEED + 5),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("draw", choices=DRAWS)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--first", type=int, default=10, help="how many passages to draw")
    arguments = parser.parse_args()
    texts = news(arguments.shared) | releases(arguments.shared)
    for i, (name, start, end) in enumerate(DRAWS[arguments.draw](arguments.shared)[: arguments.first]):
        print(i, name, start, end, texts[name][start:end], sep="\t")


if __name__ == "__main__":
    main()
