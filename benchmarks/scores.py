"""Measures how right dragoman is on all sets at hand, for docs/accuracy.md and the package. Run it as ``make score``.

The sets lie in ../shared (or the folder given); what is absent there is left out, and said so.
"""

from __future__ import annotations

import argparse
import datetime
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from benchmarks import sided
from benchmarks.accuracy_page import Measured, write_page
from benchmarks.across import ecb, meantime
from benchmarks.across import measure as across
from benchmarks.labelled import measure as labelled
from benchmarks.placed import measure as placed
from benchmarks.seeds import measure as seeds
from benchmarks.simulation import measure as simulated
from dragoman.errors import UsageError
from dragoman.events.relation_model import load_model
from dragoman.measures.accuracy import score
from dragoman.measures.figures import Report
from dragoman.measures.relations import by_model, score_relations
from dragoman.publication.accuracy import FILE
from dragoman.runs.pipeline import pipeline

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Measure:
    """A set and how to measure on it. ``needs`` are paths in the folder of sets; ``keys`` go into the history."""

    name: str
    about: str
    command: str
    needs: tuple[str, ...]
    run: Callable[[Path], Report]
    keys: tuple[str, ...]


def library(kind: str, file: str, *, remarks: bool = True, model: bool = False) -> Callable[[Path], Report]:
    """A kind of set that the library itself measures; its remarks are left out where they list each error."""

    def measure(shared: Path) -> Report:
        report = score(kind, shared / file, pipeline=pipeline(model=model))
        return report if remarks else replace(report, remarks=())

    return measure


MEASURES = (
    Measure(
        "Seed reports",
        "Three articles about two states, all that a careful reader put on record.",
        "dragoman read seeds/*.txt --to jsonl > out.jsonl; score_record.py --gold gold out.jsonl",
        ("seeds", "gold", "score/score_record.py"),
        seeds,
        ("events", "statements", "actors", "across reports, links", "across reports, contradictions"),
    ),
    Measure(
        "Deeds across documents, ECB+",
        "Event mentions that others joined across documents; in scope are those that dragoman codes.",
        "python -m benchmarks.across ../shared",
        ("bench/ecb_dev",),
        lambda shared: across(list(ecb(shared / "bench/ecb_dev"))),
        ("dragoman, CoNLL F1", "same lemma, CoNLL F1"),
    ),
    Measure(
        "Deeds across documents, MEANTIME",
        "The same on Wikinews articles.",
        "python -m benchmarks.across ../shared",
        ("bench/meantime",),
        lambda shared: across(list(meantime(shared / "bench/meantime"))),
        ("dragoman, CoNLL F1", "same lemma, CoNLL F1"),
    ),
    Measure(
        "Deeds simulated",
        "200 reports written from 40 deeds by templates of ours: other words, forms of dates, spellings, 20 orders.",
        "python -m benchmarks.simulation",
        (),
        lambda shared: simulated(pipeline().code),
        ("B³", "orders that give the same"),
    ),
    Measure(
        "Coded sentences",
        "Half of the PLOVER gold standard records: only the sentence is given. Precision is a lower bound.",
        "dragoman score gsr gsr_dev.json",
        ("bench/gsr_dev.json",),
        library("gsr", "bench/gsr_dev.json"),
        ("root type", "root type+source+target"),
    ),
    Measure(
        "States of those who act",
        "The same sentences: is the state of the words marked as source or target right, where the gold gives one.",
        "dragoman score states gsr_dev.json",
        ("bench/gsr_dev.json",),
        library("states", "bench/gsr_dev.json"),
        ("state right",),
    ),
    Measure(
        "States of those who act, by hand",
        "Marked sides of the relation set, drawn by chance, with the state that a careful reader knows.",
        "python -m benchmarks.sided ../shared",
        (sided.SET,),
        sided.measure,
        ("state right",),
    ),
    Measure(
        "Relations",
        "Half of the PLV set: source and target are marked, one of fifteen roots is asked for.",
        "dragoman score relations relations_dev.tsv",
        ("bench/relations_dev.tsv",),
        library("relations", "bench/relations_dev.tsv"),
        ("root macro", "quad macro"),
    ),
    Measure(
        "Readouts",
        "Official readouts of calls and meetings, whose headlines (not given) name the parties.",
        "dragoman score readouts readouts_2021.jsonl",
        ("bench/readouts_2021.jsonl",),
        library("readouts", "bench/readouts_2021.jsonl"),
        ("found", "complete"),
    ),
    Measure(
        "Dates, MEANTIME",
        "Wikinews articles with marked time expressions (TIMEX3).",
        "dragoman score dates meantime",
        ("bench/meantime",),
        library("dates", "bench/meantime", remarks=False),
        ("value, given the span",),
    ),
    Measure(
        "Dates, GUM",
        "Wikinews articles with marked dates (TEI).",
        "dragoman score dates gum_news",
        ("bench/gum_news",),
        library("dates", "bench/gum_news", remarks=False),
        ("value, given the span",),
    ),
    Measure(
        "Attributions",
        "Political news with marked statements; in scope are those whose cue has a word of our vocabulary of speech.",
        "dragoman score attributions polnear_dev",
        ("bench/polnear_dev",),
        library("attributions", "bench/polnear_dev"),
        ("cue, in scope", "content, in scope"),
    ),
    Measure(
        "Who is named, by hand",
        "News sentences drawn by chance, every mention labelled before dragoman was run on them.",
        "python -m benchmarks.labelled ../shared",
        ("news",),
        lambda shared: labelled(shared, "mentions.tsv"),
        ("mentions",),
    ),
    Measure(
        "Who said what, by hand",
        "All passages in quotation marks of the news articles, and indirect speech drawn by chance.",
        "python -m benchmarks.labelled ../shared",
        ("news",),
        lambda shared: labelled(shared, "quotes.tsv"),
        ("direct speaker right",),
    ),
    Measure(
        "Stances and topics, by hand",
        "Statements drawn by chance: how each stands toward the states and bodies it names, and its contexts.",
        "python -m benchmarks.labelled ../shared",
        ("news",),
        lambda shared: labelled(shared, "stances.tsv"),
        ("stances taken", "topics"),
    ),
    Measure(
        "Quiet sentences, by hand",
        "Sentences drawn by chance that tell no deed between states: the share that got an event all the same.",
        "python -m benchmarks.labelled ../shared",
        ("news", "bench/state_dept_2021.jsonl"),
        lambda shared: labelled(shared, "quiet.tsv"),
        ("quiet sentences with an event",),
    ),
    Measure(
        "Places",
        "Place names in news of disease, with coordinates; right is what lies within 161 km (100 miles).",
        "python -m benchmarks.placed ../shared",
        ("bench/geo",),
        placed,
        ("right of those known",),
    ),
)

WITH_MODEL = (
    Measure(
        "Relations, with the model",
        "The same; the learned model answers where patterns are silent or weakly sure.",
        "dragoman score relations relations_dev.tsv --model",
        ("bench/relations_dev.tsv",),
        library("relations", "bench/relations_dev.tsv", model=True),
        ("root macro", "quad macro"),
    ),
    Measure(
        "Relations, by the model alone",
        "The same, without patterns.",
        "python -m benchmarks.scores",
        ("bench/relations_dev.tsv",),
        lambda shared: score_relations(shared / "bench/relations_dev.tsv", by_model(load_model())),
        ("root macro", "quad macro"),
    ),
    Measure(
        "Coded sentences, with the model",
        "The same sentences as above; the learned model speaks where patterns are silent.",
        "dragoman score gsr gsr_dev.json --model",
        ("bench/gsr_dev.json",),
        library("gsr", "bench/gsr_dev.json", model=True),
        ("root type", "root type+source+target"),
    ),
    Measure(
        "Quiet sentences, with the model",
        "The same sentences as above; the learned model speaks where patterns are silent.",
        "python -m benchmarks.labelled ../shared --only quiet.tsv --model",
        ("news", "bench/state_dept_2021.jsonl"),
        lambda shared: labelled(shared, "quiet.tsv", model=True),
        ("quiet sentences with an event",),
    ),
)


def measures() -> tuple[Measure, ...]:
    """All measures; those with the model only where it can be used."""
    try:
        load_model()
    except UsageError as error:
        print(f"Nothing is measured with the learned model. {error}\n")
        return MEASURES
    return MEASURES + WITH_MODEL


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared", help="folder of the sets")
    parser.add_argument("--page", type=Path, default=ROOT / "docs/accuracy.md", help="page to write")
    arguments = parser.parse_args()
    measured = []
    for measure in measures():
        missing = [need for need in measure.needs if not (arguments.shared / need).exists()]
        if missing:
            print(f"{measure.name}: left out, {arguments.shared} has no {', '.join(missing)}")
            continue
        report = measure.run(arguments.shared)
        print(*report.lines(), "", sep="\n")
        measured.append(Measured(measure.name, measure.about, measure.command, report, measure.keys))
    if not measured:
        sys.exit("Nothing was measured, so the page stays as it is.")
    # Only the page of the project goes into the package with it: another is a trial.
    data = ROOT / "src/dragoman/publication" / FILE if arguments.page == ROOT / "docs/accuracy.md" else None
    write_page(arguments.page, measured, day=datetime.date.today(), version=_version(), data=data)
    print(f"Written to {arguments.page}.")


def _version() -> str:
    """The package's version and the commit, with a plus where files differ from it."""
    git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty=+", "--exclude=*"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    return f"{version('dragoman')} {commit}".strip()


if __name__ == "__main__":
    main()
