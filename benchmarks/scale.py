"""What a large record costs: reading the last 1,000 documents against reading 1,000 into an empty one, and asking it.

The documents are codings of the texts in the folders given (else of our samples), each many times with other names,
states and days: the texts are read once, the copies are made from their codings, so that reading is the coding (the
same for both, measured on the texts) and the writing. States come as often as in the news:
a few in most of it, most of them seldom (the n-th in proportion to 1/n). Run it as
``python -m benchmarks.scale ../shared/news ../shared/seeds``.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
import string
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import dragoman
from benchmarks.flow import texts
from dragoman.codebook.codebook import load
from dragoman.events.coding import Coding
from dragoman.record.body import dumps, pack, unpack
from dragoman.record.engine import open_engine
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record
from dragoman.record.writing import reading_id, write
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, content_id
from dragoman.texts.readers import interval_of

_ID = re.compile(r"\b[a-z][0-9a-f]{16}\b")
_DAY = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
_STATE = re.compile(r'"([A-Z]{3})"')
_NAME = re.compile(r"\b[A-Z][a-z]+\b")
_PUBLISHED = "2019-06-14"
_NOW = "2026-01-01T00:00:00+00:00"


def copies(codings: Sequence[Coding], numbers: Iterable[int]) -> Iterator[Coding]:
    """Each coding in turn, with ids, states, days and capitalised words of its own; places in the text stay valid.

    A copy depends on its number only.
    """
    bodies, known = [dumps(pack(coding)) for coding in codings], load().states
    states = random.Random(0).sample(sorted(known), len(known))
    for number in numbers:
        chance = random.Random(number)
        shift = datetime.timedelta(chance.randrange(-7000, 0))
        keys = [chance.randrange(1, 26) for _ in range(4)]
        named = dict.fromkeys(state for state in _STATE.findall(bodies[number % len(bodies)]) if state in known)
        mapped = dict(zip(named, _drawn(states, chance), strict=False))
        body = _STATE.sub(lambda m, mapped=mapped: f'"{mapped.get(m[1], m[1])}"', bodies[number % len(bodies)])
        body = _DAY.sub(lambda m, shift=shift: _moved(m, shift), body)
        body = _NAME.sub(lambda m, keys=keys: _renamed(m[0], keys), body)
        body = _ID.sub(lambda m, number=number: content_id(m[0][0], m[0], number), body)
        coding = unpack(Coding, json.loads(body))
        old = content_id("d", codings[number % len(bodies)].document.id, number)
        yield unpack(Coding, json.loads(body.replace(old, coding.document.id)))


def fill(path: Path, codings: Iterator[Coding]) -> None:
    """Write codings in large transactions: the same rows as by ``add``, without waiting for the disk each time."""
    engine = open_engine(path, read_only=False).execution_options(begin="IMMEDIATE")
    batch: list[Coding] = []
    for coding in codings:
        batch.append(coding)
        if len(batch) == 500:
            _write(engine, batch)
    _write(engine, batch)
    engine.dispose()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def answer(record: Record, asked: Callable[[Record], object], rounds: int = 10) -> float:
    """The median of milliseconds."""
    return 1000 * sorted(timed(lambda: asked(record))[0] for _ in range(rounds))[rounds // 2]


def _write(engine: object, batch: list[Coding]) -> None:
    with engine.begin() as connection:  # type: ignore[attr-defined]
        for coding in batch:
            reading = reading_id(coding.document, coder=coding.coder, codebook=coding.codebook)
            write(connection, reading, coding, now=_NOW)
    batch.clear()


def _drawn(states: Sequence[str], chance: random.Random) -> list[str]:
    """All of them in an order by chance, in which the n-th is first n times as seldom as the first."""
    waits = {state: chance.expovariate(1 / n) for n, state in enumerate(states, 1)}
    return sorted(states, key=waits.__getitem__)


def _dated(document: Document) -> Document:
    """With a day of publication, as news has one: where the text does not tell it, as if ``--published`` gave it."""
    return document if document.published.start else replace(document, published=interval_of(_PUBLISHED))


def _moved(match: re.Match[str], shift: datetime.timedelta) -> str:
    try:
        return (datetime.date(*map(int, match.groups())) + shift).isoformat()
    except ValueError:
        return match[0]


def _renamed(word: str, keys: Sequence[int]) -> str:
    letters = string.ascii_lowercase
    moved = (letters[(letters.index(char.lower()) + keys[at % len(keys)]) % 26] for at, char in enumerate(word))
    return "".join(moved).capitalize()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of texts")
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--last", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the records there (large.db, small.db)")
    arguments = parser.parse_args()
    if arguments.keep:
        arguments.keep.mkdir(parents=True)  # never into one that is there: its record may have other documents
    documents = [_dated(document) for document in texts(arguments.folders)]
    pipeline().code(documents[0])  # loads what is loaded once
    read: list[Coding] = []
    coding = timed(lambda: read.extend(pipeline().code_all(documents)))[1] * arguments.last / len(documents)
    made = copies(read, range(arguments.documents))
    with nullcontext(arguments.keep) if arguments.keep else tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.db", Path(folder) / "small.db"
        first = (next(made) for _ in range(arguments.documents - arguments.last))
        print(f"{arguments.documents - arguments.last} documents: {timed(lambda: fill(large, first))[0]:.0f} s")
        last = list(made)
        with open_record(small) as record:
            empty = timed(lambda: [record.add(coding) for coding in last])
        with open_record(large) as record:
            full = timed(lambda: [record.add(coding) for coding in last])
            print(f"the last {len(last)} written into it: {full[0]:.1f} s, {full[1]:.1f} s of processor; ", end="")
            print(f"into an empty one: {empty[0]:.1f} s, {empty[1]:.1f} s; ratio {full[1] / empty[1]:.2f}")
            whole = (coding + full[1]) / (coding + empty[1])
            print(f"coding them: {coding:.1f} s of processor; ratio of the whole reading {whole:.2f}")
            (busiest,) = dragoman.dyads(record, wanted=Filter(limit=1)).dyads
            pair = Filter(states=(busiest.one, busiest.other), limit=50)
            for name, asked in (
                ("dyads, the first 50", lambda kept: dragoman.dyads(kept, wanted=Filter(limit=50))),
                ("dyads, two states", lambda kept: dragoman.dyads(kept, wanted=replace(pair, limit=None))),
                ("dyads, all", dragoman.dyads),
                ("events, a page", lambda kept: list(kept.events(Filter(limit=50)))),
                ("events of two states, a page", lambda kept: list(kept.events(pair))),
                ("deeds of two states, a page", lambda kept: list(kept.deeds(pair))),
                ("contradictions of two states", lambda kept: list(kept.contradictions(pair, reports=300))),
            ):
                print(f"{name}: {answer(record, asked):.1f} ms")
        print(f"{large.stat().st_size / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
