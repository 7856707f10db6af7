"""Measures the whole flow against the bare default parser over the same texts. Run it as ``make bench``.

Both are timed in one process, in turns, with their models loaded before: A, B, A, B … The flow is reading a document
into a coding (split, keep sentences, parse, code); the bare parser is ``spacy.load(NAME).pipe(texts)``. Peak memory is
that of a process which does nothing but load and run the flow. Texts are ../shared/seeds and ../shared/news, or our
samples where these are absent. "One in ten" is a stream where nine of ten are texts of another subject: of --other, by
default reports on outbreaks of diseases in ../shared/bench/geo, full of names of states.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import spacy
from spacy.language import Language

from dragoman.actors.reading import Reading
from dragoman.events.circumstances import Circumstances
from dragoman.events.coding import Coding
from dragoman.runs.journal import Coded
from dragoman.runs.local import outcomes, over
from dragoman.runs.pipeline import TOGETHER, Pipeline, pipeline
from dragoman.texts.cleaning import clean
from dragoman.texts.document import Document
from dragoman.texts.parse import DEFAULT_PIPELINE
from dragoman.texts.sentences import split

ROOT = Path(__file__).parents[1]
_SHORTEST = 80  # words of a text of another subject
SAMPLES = ROOT / "src/dragoman/samples/reports"


def texts(folders: Sequence[Path]) -> list[Document]:
    """All ``.txt`` files of the folders, of the samples if there are none."""
    files = [file for folder in folders for file in sorted(folder.glob("*.txt"))] or sorted(SAMPLES.glob("*.txt"))
    return [Document(file.name, str(file), file.read_bytes().decode("utf-8")) for file in files]


def other_texts(path: Path) -> list[Document]:
    """Texts of another subject: the ``.txt`` files of a folder or the articles of an XML file, none if it is absent."""
    if path.is_dir():
        return texts([path])
    articles = ElementTree.parse(path).getroot().iter("article") if path.exists() else ()
    bodies = [article.findtext("text", "") for article in articles]
    return [Document(f"other{i}", f"other{i}", body) for i, body in enumerate(bodies) if len(body.split()) > _SHORTEST]


def one_in_ten(documents: Sequence[Document], others: Sequence[Document]) -> list[Document]:
    """A stream of documents, nine others for each, in an order that is always the same."""
    dice, count = random.Random(5), min(len(others) // 9, len(documents))
    stream = [*dice.sample(documents, count), *dice.sample(others, 9 * count)]
    dice.shuffle(stream)
    return stream


def flow(coder: Pipeline, documents: Sequence[Document]) -> list[Coding]:
    """The whole flow, as a run does it that keeps nothing."""
    return [o.coding for o in outcomes(documents, over(coder), None) if isinstance(o, Coded)]


def paired(ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> list[tuple[float, float]]:
    """Seconds of processor time of both in each round. Who comes first changes from round to round."""
    times = []
    for number in range(rounds):
        order = (ours, bare) if number % 2 == 0 else (bare, ours)
        spent = {}
        for work in order:
            began = time.process_time()
            work()
            spent[work] = time.process_time() - began
        times.append((spent[ours], spent[bare]))
    return times


def peak_memory(folders: Sequence[Path], *, model: bool) -> int:
    """Mebibytes at the peak of a process of its own that loads the flow and runs it once.

    To be asked before this process has loaded anything: on Linux a child's peak begins at its parent's.
    """
    options = ["--memory", *(["--model"] if model else [])]
    command = [sys.executable, "-m", "benchmarks.flow", *options, *map(str, folders)]
    return int(json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout))


def steps(coder: Pipeline, documents: Sequence[Document]) -> dict[str, float]:
    """Seconds of each step of the flow, the parse by itself of the very sentences that the flow parses."""
    groups = [documents[i : i + TOGETHER] for i in range(0, len(documents), TOGETHER)]

    def read_all() -> list[Reading]:
        return [reading for group in groups for reading in coder.reader.read_all(group)]

    readings = read_all()
    kept = [reading.sentences[i] for reading in readings for i in sorted(reading.parsed)]
    split_up = seconds(lambda: [list(split(clean(d.text), d.boilerplate)) for d in documents])
    parse = seconds(lambda: list(coder.reader.parser.parse(kept)))
    read = seconds(read_all)
    events = seconds(lambda: [coder.coder.code(r, Circumstances(r, coder.codebook)) for r in readings])
    whole = seconds(lambda: flow(coder, documents))
    return {
        "split": split_up,
        "parse": parse,
        "mentions and actors": read - split_up - parse,
        "events": events,
        "statements and more": whole - read - events,
    }


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor time, the least of three."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = ROOT.parent / "shared"
    parser.add_argument("folders", nargs="*", type=Path, default=[shared / "seeds", shared / "news"])
    parser.add_argument(
        "--other", type=Path, default=shared / "bench/geo/GeoVirus.xml", help="texts of another subject"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="only print the peak memory of one run, in MiB")
    parser.add_argument("--model", action="store_true", help="with the learned model")
    arguments = parser.parse_args()
    documents = texts(arguments.folders)
    if arguments.memory:
        flow(pipeline(model=arguments.model), documents)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    peak = peak_memory(arguments.folders, model=arguments.model)
    coder, nlp = pipeline(model=arguments.model), spacy.load(DEFAULT_PIPELINE)
    print(f"Python {platform.python_version()}, spaCy {version('spacy')}, {DEFAULT_PIPELINE}, {platform.machine()}")
    print(f"peak memory    {peak} MiB\n")
    compare(documents, coder, nlp, arguments.rounds)
    if others := other_texts(arguments.other):
        print(f"\nOne in ten: the other nine are from {arguments.other.name}")
        compare(one_in_ten(documents, others), coder, nlp, arguments.rounds)
    print()
    spent = steps(coder, documents)
    for name, least in spent.items():
        share = least / sum(spent.values())
        print(f"{name:<24} {least:6.2f} s  {share:4.0%} of the flow  {least / spent['parse']:5.2f} of the parse")


def compare(documents: Sequence[Document], coder: Pipeline, nlp: Language, rounds: int) -> None:
    """Measure the flow against the bare parser, and print it."""
    bodies = [document.text for document in documents]
    codings = flow(coder, documents)  # this and the next line warm the caches of both
    list(nlp.pipe(bodies))
    sentences, words = sum(len(coding.sentences) for coding in codings), sum(len(body.split()) for body in bodies)
    print(f"{len(documents)} texts, {sentences} sentences, {words} words; {rounds} rounds in turns")
    times = paired(lambda: flow(coder, documents), lambda: list(nlp.pipe(bodies)), rounds)
    for name, column in zip(("whole flow", "bare parser"), zip(*times, strict=True), strict=True):
        rate = sentences / statistics.median(column)
        print(f"{name:<14} {spread(column)} s   {rate:.0f} sentences/s at the median")
    print(f"{'ratio':<14} {spread([ours / bare for ours, bare in times])}")


def spread(values: Sequence[float]) -> str:
    return f"min {min(values):.2f}  median {statistics.median(values):.2f}  max {max(values):.2f}"


if __name__ == "__main__":
    main()
