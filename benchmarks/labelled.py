"""Measures dragoman on the labels made by hand (``benchmarks/labels``): who is named, who said what, where nothing is,
who stands how toward whom.

    python -m benchmarks.labelled ../shared [--only quotes.tsv] [--model] [--verbose]

The texts lie in ../shared; without them it says so and measures nothing. ``--verbose`` lists each error.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.label import Fault, Labelled, causes, labelled
from benchmarks.named import judge_mentions
from benchmarks.said import judge_quotes
from benchmarks.silent import judge_quiet
from benchmarks.stanced import judge_stances
from dragoman.measures.figures import Report

Judge = Callable[[Iterable[Labelled]], tuple[Report, list[Fault]]]
SETS: Mapping[str, Judge] = {
    "mentions.tsv": judge_mentions,
    "quotes.tsv": judge_quotes,
    "quiet.tsv": judge_quiet,
    "stances.tsv": judge_stances,
    "stances_later.tsv": judge_stances,
}


def measure(shared: Path, name: str, *, model: bool = False) -> Report:
    """The report on one file of labels; its remark counts the errors by cause."""
    return judge(shared, name, model=model)[0]


def judge(shared: Path, name: str, *, model: bool = False) -> tuple[Report, list[Fault]]:
    """The report on one file of labels, and each error."""
    found = list(labelled(shared, name, model=model))
    report, faults = SETS[name](one for one in found if isinstance(one, Labelled))
    faults += [one for one in found if isinstance(one, Fault)]
    return replace(report, remarks=(causes(faults),)), faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"), help="folder of the sets")
    parser.add_argument("--only", choices=SETS, help="one file of labels")
    parser.add_argument("--model", action="store_true", help="with the learned model")
    parser.add_argument("--verbose", action="store_true", help="list each error")
    arguments = parser.parse_args()
    if not (arguments.shared / "news").is_dir():
        print(f"{arguments.shared} has no news: the labelled texts are not here, so nothing is measured.")
        return
    for name in [arguments.only] if arguments.only else SETS:
        report, faults = judge(arguments.shared, name, model=arguments.model)
        print(*report.lines(), *(faults if arguments.verbose else ()), "", sep="\n")


if __name__ == "__main__":
    main()
