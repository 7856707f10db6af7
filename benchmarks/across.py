"""Event coreference across documents, on sets that others marked: ECB+ and MEANTIME.

In scope are the marked mentions that dragoman codes as events: those that hold the word by which a pattern coded one
(dealings within a state are coded here too, for the sets have few between states). What is measured is joining, not
finding: dragoman's deeds against one cluster for each lemma of a topic, on the same mentions. Run it as
``python -m benchmarks.across ../shared``.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.coreference import b_cubed, ceaf_e, conll, muc
from dragoman.events.coding import Coding
from dragoman.events.event import Event
from dragoman.measures.figures import Figure, Report
from dragoman.record.record import open_record
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import UNKNOWN, Document, Interval, Span
from dragoman.texts.parse import parser

Token = tuple[str, str]  # sentence and word
_TRIGGER = re.compile(r"“(\S+?)[ ”]")  # how the coder begins the reason for an event: “captured” meets …


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its mentions of events, each with the cluster it belongs to; clusters are of one ``topic``."""

    document: Document
    topic: str
    mentions: tuple[tuple[Span, str], ...]


def ecb(folder: Path) -> Iterator[Marked]:
    """The development part of ECB+, as one table of tokens and one list of mentions."""
    tokens: defaultdict[str, list[Token]] = defaultdict(list)
    places: defaultdict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for line in (folder / "ECB_Dev_corpus.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 5:
            name, sentence, number, word, _ = cells
            places[name][int(sentence), int(number)] = len(tokens[name])
            tokens[name].append((sentence, word))
    marks: defaultdict[str, list[tuple[list[int], str]]] = defaultdict(list)
    for one in json.loads((folder / "ECB_Dev_Event_gold_mentions.json").read_text(encoding="utf-8")):
        known = places[one["doc_id"]]  # one mention has a token that the table lacks
        held = [known[key] for number in one["tokens_number"] if (key := (one["sent_id"], number)) in known]
        marks[one["doc_id"]].append((held, one["coref_chain"]))
    for name, words in sorted(tokens.items()):
        yield _marked(name, name.split("_")[0], words, marks[name], UNKNOWN)


def meantime(folder: Path) -> Iterator[Marked]:
    """MEANTIME's NAF files; a mention that refers to no instance of the whole set is alone."""
    for file in sorted(folder.rglob("*.xml")):
        root = ElementTree.parse(file).getroot()
        tokens = [(token.get("sentence") or "", token.text or "") for token in root.iter("token")]
        places = {token.get("t_id"): place for place, token in enumerate(root.iter("token"))}
        instances = {one.get("m_id"): one.get("instance_id") for one in root.iter("EVENT")}
        refers = {
            source.get("m_id"): instances.get(target.get("m_id"))
            for link in root.iter("REFERS_TO")
            for target in link.iter("target")
            for source in link.iter("source")
        }
        marks = []
        for mention in root.iter("EVENT_MENTION"):
            held = [places[anchor.get("t_id")] for anchor in mention.iter("token_anchor")]
            alone = f"{file.stem} {mention.get('m_id')}"
            marks.append((held, refers.get(mention.get("m_id")) or alone))
        made = (
            timex.get("value") for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"
        )
        day = next((value for value in made if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value)), None)
        yield _marked(
            file.stem, file.parent.name, tokens, marks, Interval(day, day, "day", "given") if day else UNKNOWN
        )


def measure(marked: Sequence[Marked]) -> Report:
    """Dragoman's deeds and the same-lemma baseline, on the mentions in scope."""
    flow = pipeline()
    codings = [flow.code(one.document, domestic=True) for one in marked]
    deeds = _deeds(codings)
    gold: dict[object, str] = {}
    found: dict[object, str] = {}
    lemmas: dict[object, str] = {}
    for one, coding in zip(marked, codings, strict=True):
        for event in coding.events:
            trigger = _trigger(coding, event)
            for span, cluster in one.mentions:
                mention = (one.document.name, span)
                if trigger and span.overlaps(trigger) and mention not in gold:
                    word = coding.document.text[trigger.start : trigger.end].lower()
                    gold[mention], found[mention] = cluster, deeds[event.id]
                    lemmas[mention] = f"{one.topic} {parser().lemma(word, 'VBD')}"
    figures = []
    for name, clusters in (("dragoman", found), ("same lemma", lemmas)):
        figures.append(Figure(f"{name}, CoNLL F1", conll(gold, clusters)))
        for score, of in (("MUC", muc), ("B³", b_cubed), ("CEAF-e", ceaf_e)):
            precision, recall = of(gold, clusters)
            figures.append(Figure(f"{name}, {score}", of(gold, clusters).f1, precision, recall))
    sizes, marks = Counter(gold.values()), sum(len(one.mentions) for one in marked)
    several = sum(size for size in sizes.values() if size > 1)
    scope = f"In scope are {len(gold)} of {marks} marked mentions; {several} of them share their cluster with another."
    return Report("event coreference across documents", len(gold), "mentions in scope", tuple(figures), (scope,))


def _marked(
    name: str, topic: str, tokens: Iterable[Token], marks: Iterable[tuple[list[int], str]], published: Interval
) -> Marked:
    text, places, last = "", list[Span](), None
    for sentence, word in tokens:
        text += "" if last is None else " " if sentence == last else "\n"
        places.append(Span(len(text), len(text) + len(word)))
        text, last = text + word, sentence
    mentions = tuple((Span(places[held[0]].start, places[held[-1]].end), cluster) for held, cluster in marks if held)
    return Marked(Document(name, name, text, published=published), topic, mentions)


def _deeds(codings: Iterable[Coding]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db") as record:
        for coding in codings:
            record.add(coding)
        return {event: deed for coding in codings for event, deed in record.canonical(coding.document.id).items()}


def _trigger(coding: Coding, event: Event) -> Span | None:
    """The word by which a pattern coded the event, in its evidence."""
    text = coding.document.text
    said = next((match[1] for reason in event.reasons if (match := _TRIGGER.match(reason.why))), None)
    for evidence in event.evidence if said else ():
        at = text.find(said or "", evidence.span.start, evidence.span.end)
        if evidence.field is None and at >= 0:
            return Span(at, at + len(said or ""))
    return None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("shared", type=Path, help="folder of the sets")
    bench = arguments.parse_args().shared / "bench"
    print(*measure(list(ecb(bench / "ecb_dev"))).lines(), sep="\n")
    print(*measure(list(meantime(bench / "meantime"))).lines(), sep="\n")


if __name__ == "__main__":
    main()
