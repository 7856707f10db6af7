"""Measures dragoman on the labels made by hand (``benchmarks/labels``): who is named, who said what, where nothing is.

    python -m benchmarks.labelled ../shared [--verbose]

The texts lie in ../shared; without them it says so and measures nothing. A text that has changed since it was labelled
is left out and said so.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.codebook.holders import fold
from dragoman.events.coding import Coding
from dragoman.measures.figures import Figure, Report, f1
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document, Span

LABELS = Path(__file__).parent / "labels"
CLASS = {"person": "person", "office": "person", "state": "state", "body": "body", "state/body": "state"}
Row = Mapping[str, str]
Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text, what dragoman reads from it, and its labels."""

    coding: Coding
    rows: Sequence[Row]

    def text(self, span: Span) -> str:
        return self.coding.document.text[span.start : span.end]


def mentions(texts: Sequence[Labelled], note: Note) -> Report:
    """Precision and recall of persons (with offices), states and bodies in the labelled sentences."""
    hits, missed, false = (defaultdict[str, int](int) for _ in range(3))
    fields: dict[str, list[bool]] = defaultdict(list)
    for one in texts:
        places = [_span(row) for row in one.rows if row["kind"] == "sentence"]
        gold = [row for row in one.rows if row["kind"] != "sentence"]
        found = [(a, m.span) for a in one.coding.actors for m in a.mentions if any(p.holds(m.span) for p in places)]
        used: set[int] = set()
        for row in (r for r in gold if r["tier"] == "core" and r["kind"] in CLASS):
            kind, span = CLASS[row["kind"]], _span(row)
            met = [
                i
                for i, (a, s) in enumerate(found)
                if i not in used
                and s.overlaps(span)
                and (_class(a.actor_kind) == kind or row["kind"] == f"state/{a.actor_kind}")
            ]
            if not met:
                missed[kind] += 1
                note(f"missed {kind}: {one.text(span)!r} in {row['document']}")
                continue
            best = max(met, key=lambda i: _shared(found[i][1], span))
            used.add(best)
            hits[kind] += 1
            _judge(found[best][0], row, fields, note)
        for i, (actor, span) in enumerate(found):
            kind = _class(actor.actor_kind)
            if i not in used and kind and not any(_span(r).overlaps(span) for r in gold):
                false[kind] += 1
                note(f"false {kind}: {one.text(span)!r} in {one.coding.document.name}")
    figures = [_rates(kind, hits[kind], missed[kind], false[kind]) for kind in ("person", "state", "body")]
    figures.append(_rates("mentions", sum(hits.values()), sum(missed.values()), sum(false.values())))
    figures += [Figure(f"{name} right", sum(right) / len(right)) for name, right in fields.items()]
    return Report("mentions", sum(hits.values()) + sum(missed.values()), "labelled mentions", tuple(figures))


def _judge(actor: object, row: Row, fields: dict[str, list[bool]], note: Note) -> None:
    for field, wanted, given in (
        ("country", row["country"], getattr(actor, "country", None) or ""),
        ("office", row["office"], getattr(actor, "office", None) or ""),
        ("person", row["person"], getattr(actor, "name", "")),
    ):
        if wanted == "-" or (field != "country" and not wanted):
            continue
        right = wanted == given if field == "country" else _alike(wanted, given)
        fields[field].append(right)
        if not right:
            note(f"{field} of {row['person'] or row['kind']} in {row['document']}: {given!r}, not {wanted!r}")


def _alike(wanted: str, given: str) -> bool:
    """One holds the words of the other, small words apart; a person's names end alike."""
    left, right = (
        {w[:5] for w in fold(text) if w not in ("of", "the", "for", "and", "to")} for text in (wanted, given)
    )
    return bool(left and right) and (left <= right or right <= left)


def quotes(texts: Sequence[Labelled], note: Note) -> Report:
    """Quotations found (half of the characters in common) and their speakers."""
    found: dict[str, list[bool]] = defaultdict(list)
    speakers: dict[str, list[bool]] = defaultdict(list)
    for one in texts:
        names = {actor.id: actor.name for actor in one.coding.actors}
        for row in (r for r in one.rows if r["mode"] != "none"):
            kind = "direct" if row["mode"] == "direct" else "other"
            wanted = {i for span in _spans(row) for i in range(span.start, span.end)}
            scored = [(_jaccard(wanted, s.content), s) for s in one.coding.statements]
            share, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
            found[kind].append(share >= 0.5)
            if best is None or share < 0.5:
                note(f"missed {kind} quotation in {row['document']}: {one.text(_span(row))[:60]!r}")
                continue
            given = [names[a] for a in best.speakers]
            anonymous = row["speaker"] == "anonymous"
            right = not given if anonymous else any(_alike(w, g) for w in row["speaker"].split("/") for g in given)
            speakers[kind].append(right)
            if not right:
                note(f"speaker of {one.text(_span(row))[:50]!r} in {row['document']}: {given}, not {row['speaker']!r}")
    figures = [Figure(f"{kind} found", sum(found[kind]) / len(found[kind])) for kind in found]
    figures += [Figure(f"{kind} speaker right", sum(speakers[kind]) / len(speakers[kind])) for kind in speakers]
    return Report("quotations", sum(map(len, found.values())), "labelled quotations", tuple(figures))


def quiet(texts: Sequence[Labelled], note: Note) -> Report:
    """The share of sentences without a deed that got an event all the same, and of those with one that got none."""
    events: dict[str, list[bool]] = defaultdict(list)
    for one in texts:
        told = [e.evidence[0].span for e in one.coding.events]
        for row in (r for r in one.rows if r["quiet"] in ("yes", "no")):
            coded = any(span.overlaps(_span(row)) for span in told)
            events[row["quiet"]].append(coded)
            if coded and row["quiet"] == "yes":
                note(f"event in a quiet sentence of {row['document']}: {one.text(_span(row))[:150]!r}")
    figures = (
        Figure("quiet sentences with an event", sum(events["yes"]) / len(events["yes"])),
        Figure("sentences of a deed with an event", sum(events["no"]) / len(events["no"])),
    )
    return Report("quiet sentences", len(events["yes"]), "sentences without a deed", figures)


SETS: Mapping[str, Callable[[Sequence[Labelled], Note], Report]] = {
    "mentions.tsv": mentions,
    "quotes.tsv": quotes,
    "quiet.tsv": quiet,
}


def measure(shared: Path, name: str, note: Note = lambda _: None) -> Report:
    """The report on one file of labels."""
    return SETS[name](list(_read(shared, name, note)), note)


def _read(shared: Path, name: str, note: Note) -> Iterator[Labelled]:
    with (LABELS / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row["document"]].append(row)
    for document, labels in by_document.items():
        text = _text(shared, document)
        if not hashlib.sha256(text.encode()).hexdigest().startswith(labels[0]["sha256"]):
            note(f"{document} has changed since it was labelled and is left out")
            continue
        yield Labelled(pipeline().code(Document(document, document, text)), labels)


def _text(shared: Path, document: str) -> str:
    name, _, number = document.partition("#")
    if not number:
        return (shared / "news" / name).read_bytes().decode("utf-8")
    lines = (shared / "bench" / name).read_bytes().decode("utf-8").split("\n")
    return str(json.loads(lines[int(number)])["text"])


def _class(kind: str) -> str | None:
    return CLASS.get(kind)


def _span(row: Row) -> Span:
    return Span(int(row["start"]), int(row["end"]))


def _spans(row: Row) -> list[Span]:
    more = [tuple(map(int, part.split("-"))) for part in row["more"].split(";") if part]
    return [_span(row), *(Span(*ends) for ends in more)]


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _jaccard(wanted: set[int], content: Sequence[Span]) -> float:
    given = {i for span in content for i in range(span.start, span.end)}
    return len(wanted & given) / len(wanted | given)


def _rates(name: str, hits: int, missed: int, false: int) -> Figure:
    precision, recall = hits / max(hits + false, 1), hits / max(hits + missed, 1)
    return Figure(name, f1(precision, recall), precision, recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    if not (args.shared / "news").is_dir():
        print(f"{args.shared} has no news: the labelled texts are not here, nothing is measured.")
        return
    for name in SETS:
        print(*measure(args.shared, name, print if args.verbose else lambda _: None).lines(), sep="\n")


if __name__ == "__main__":
    main()
