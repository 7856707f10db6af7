"""How fast the pages of a record come with many readers while reports are read into it.

Each reader asks for a page, looks at it for some seconds and asks for the next, of one kind or another by chance; all
the time another process reads reports into the same record. Times are those of the reader, from the question to the
last byte. Run it as ``python -m benchmarks.serving RECORD``; the record is written to, so give it a copy.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

import dragoman
from benchmarks.flow import texts
from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record

GOALS = {"relationship": 300, "event": 50, "search": 300}  # milliseconds at the 95th percentile
_WORDS = ("talks", "treaty", "nuclear", "minister said", "trade", "sanctions", '"prime minister"', "gas")
Ask = Callable[[random.Random], str]


def questions(record: Record) -> Mapping[str, Ask]:
    """By kind of page: an address of one, by chance."""
    pairs = [(dyad.one, dyad.other) for dyad in dragoman.dyads(record, wanted=Filter(limit=20)).dyads]
    deeds = [deed.id for pair in pairs[:5] for deed in record.deeds(Filter(states=pair, limit=40))]
    reports = [source.id for source in record.newest(100)]
    return {
        "relationship": lambda chance: "/relationships/{}/{}".format(*chance.choice(pairs)),
        "event": lambda chance: f"/events/{chance.choice(deeds)}",
        "search": lambda chance: f"/search?q={chance.choice(_WORDS)}",
        "document": lambda chance: f"/documents/{chance.choice(reports)}",
        "start": lambda chance: "/",
    }


@contextmanager
def serving(path: Path) -> Iterator[str]:
    """The address of a server of its own over the record."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "--record", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                httpx.get(f"http://127.0.0.1:{port}/static/dragoman.css")
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


@contextmanager
def reading(path: Path, folders: list[Path]) -> Iterator[None]:
    """A process that reads reports into the record until the end: the same texts, each time with another number."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(40):
            for document in texts(folders):
                name = Path(folder) / f"{number:02}-{document.name}"
                name.write_bytes(document.text.encode() + f"\n\n({time.time_ns()})\n".encode())
        command = [sys.executable, "-m", "dragoman", "read", folder, "--record", str(path)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield
            print("reading went on to the end" if process.poll() is None else "reading ended before the readers did")
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


def read_pages(
    address: str, asks: Mapping[str, Ask], *, readers: int, seconds: float, pause: float
) -> dict[str, list[float]]:
    """Milliseconds of each page, by kind."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds

    def reader(number: int) -> None:
        chance = random.Random(number)
        with httpx.Client(base_url=address, timeout=60, headers={"accept-encoding": "gzip"}) as client:
            time.sleep(chance.random() * pause)
            while time.monotonic() < until:
                kind = chance.choice(list(asks))
                began = time.perf_counter()
                answer = client.get(asks[kind](chance))
                took[kind if answer.is_success else f"{kind} failed"].append(1000 * (time.perf_counter() - began))
                time.sleep(chance.expovariate(1 / pause))

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def weight(address: str, path: str) -> int:
    """Bytes of a page with all that it loads, compressed as they come."""
    with httpx.Client(base_url=address, headers={"accept-encoding": "gzip"}) as client:
        seen, waiting, whole = set[str](), [path], 0
        while waiting:
            here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            with client.stream("GET", here) as answer:
                whole += sum(len(part) for part in answer.iter_raw())
            if here == path or here.endswith((".js", ".css")):
                waiting += _loaded(client.get(here).text, here)
        return whole


def _loaded(text: str, here: str) -> Iterator[str]:
    for name in re.findall(r'(?:src|href)="(/static/[^"]+)"', text):
        yield name
    folder = here.rsplit("/", 1)[0]
    for name in re.findall(r'(?:from|import) "\./([^"]+)"|url\("([^"]+)"\)', text):
        yield f"{folder}/{name[0] or name[1]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=3, help="seconds that a reader looks at a page, in the mean")
    parser.add_argument("--reading", type=Path, nargs="*", default=[], help="folders of texts to be read meanwhile")
    arguments = parser.parse_args()
    with open_record(arguments.record) as record:
        asks = questions(record)
    with serving(arguments.record) as address:
        heavy = weight(address, asks["relationship"](random.Random(0)))
        print(f"relationship page with all that it loads: {heavy / 1024:.0f} KiB")
        with reading(arguments.record, arguments.reading):
            options = {"readers": arguments.readers, "seconds": arguments.seconds, "pause": arguments.pause}
            took = read_pages(address, asks, **options)
    for kind, times in sorted(took.items()):
        times.sort()
        goal = f"   goal {GOALS[kind]} ms" if kind in GOALS else ""
        p50, p95 = (times[int(len(times) * share)] for share in (0.5, 0.95))
        print(f"{kind:<13} {len(times):4} pages   median {p50:6.1f} ms   95 of 100 within {p95:6.1f} ms{goal}")


if __name__ == "__main__":
    main()
