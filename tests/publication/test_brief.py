"""The brief: what stands in it, and that hostile words do no harm in any of its forms."""

from __future__ import annotations

import io
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from codings import agreement, coding, day, document, event, figure, replace, span, statement
from exported import HOSTILE

import dragoman
from dragoman.actors.actor import Actor
from dragoman.cli_options import BRIEFS
from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.events.agreement import Duration, Renewal, StageChange, Terms
from dragoman.events.coding import Coding
from dragoman.events.event import Evidence, Place, Stance
from dragoman.publication import brief_forms, brief_words
from dragoman.publication.plain_english import English, words
from dragoman.record.filter import Filter
from dragoman.record.found import Found, Source
from dragoman.record.record import open_record
from dragoman.texts.document import UNKNOWN, Interval

ENGLISH = English(load(), words())
BOTH = Filter(states=("SWE", "FIN"))
SPOKEN = HOSTILE.replace("\0", "") + " *is* [not](x) a friend"
PROMISE = "promised to build a bridge over the wide gulf"
SENTENCES = (
    "Mara Lindqvist visited Turku in May.",
    f"Sweden and Finland {PROMISE}.",
    f"“{SPOKEN},” Lindqvist said.",
    "Trade grew by 12 percent.",
    "Nobody knows when they met again.",
)
TEXT = " ".join(SENTENCES)


def call() -> Coding:
    first = document(outlet="The Daily", title="A call", published=day("2015-03-04"))
    made = coding(first)
    signing = StageChange("signed", day("2015-03-03"), "occurred", span(first.text, "telephoned"), (made.actors[0].id,))
    terms = Terms(day("2015-03-03"), Duration(5, "year"), Renewal("automatic"), Interval("2020-03", "2020-03", "month"))
    treaty = agreement(first, name="another water treaty", stage_changes=(signing,), terms=terms)
    return coding(first, agreements=(treaty,))


def visit() -> Coding:
    doc = document(TEXT, name="later.txt")
    may = Interval("2016-05-01", "2016-05-31", "month", "stated")
    actors = (
        Actor("mara", "Mara Lindqvist", "person", "SWE", "GOV", "Foreign Minister of Sweden", "foreign_minister"),
        Actor("swe", "Sweden", "state", "SWE"),
        Actor("fin", "Finland", "state", "FIN"),
        Actor("evil", f"<b>{HOSTILE}</b>", "person"),
    )
    visiting: dict[str, Any] = {"mode": "visit", "cameo": "042", "channel": "visit", "symmetric": False}
    promising: dict[str, Any] = {"event": "AGREE", "mode": None, "cameo": "030", "status": "planned", "level": ()}
    meeting: dict[str, Any] = {"mode": None, "cameo": "040", "channel": "in_person_meeting"}
    events = (
        event(doc, actors=("mara",), recipients=("fin",), date=may, evidence=told("visited"), **visiting),
        event(doc, actors=("swe", "fin", "evil"), date=UNKNOWN, evidence=told(PROMISE), **promising),
        event(doc, actors=("swe", "fin"), date=UNKNOWN, evidence=told("met again"), **meeting),
    )
    spoken_words = (span(TEXT, SPOKEN),)
    stances = (Stance("critical", spoken_words, "FIN"),)
    spoken = statement(doc, speakers=("mara",), content=spoken_words, about=("FIN",), stances=stances)
    grown = figure(doc, evidence=(span(TEXT, "Trade grew by 12 percent"),), measures="Trade", said_by=("mara",))
    sentences = tuple(span(TEXT, sentence) for sentence in SENTENCES)
    return Coding(doc, actors, events, (spoken,), sentences, (), "2026.1", "test 1", figures=(grown,))


def told(words: str) -> tuple[Evidence, ...]:
    return (Evidence(span(TEXT, words)),)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("record") / "r.db"
    with open_record(path) as record:
        record.add(call())
        record.add(visit())
    return path


def made(path: Path, form: str = "md", wanted: Filter = BOTH) -> str:
    return dragoman.brief(path, wanted, form=form).decode()


def test_what_stands_in_it(path: Path) -> None:
    text = made(path)
    for line in (
        "# Sweden and Finland",
        "This brief is made from two reports, by The Daily.",
        "They tell of three contacts between Sweden and Finland.",
        "The last with a known date between foreign ministers was a visit in May 2016.",
        "- **3 March 2015.** Sweden’s foreign minister Mara Lindqvist and Finland’s foreign minister Aino Salmi spoke",
        "- **May 2016.** Sweden’s foreign minister Mara Lindqvist visited Finland.[^2]",
        "| Foreign ministers | 3 | May 2016 | a visit |",
        "- **The “water treaty”.** A treaty between Sweden and Finland, signed. The terms, as told: signed on 3 March",
        "  - **3 March 2015:** signed, according to Sweden’s foreign minister Mara Lindqvist",
        "  - Representatives of Sweden and Finland met.",
        "- Between 3 March 2015 and 1 May 2016, in 425 days, there is no contact with a known date.",
        "- One report does not say who published it: later.txt.",
        "- Each thing that is told as done rests on a single source.",
    ):
        assert any(told.startswith(line) for told in text.splitlines()), line
    assert "spoke by telephone in Stockholm.[^1]" in text
    assert "made for 5 years, renewed of itself and to end in March 2020.[^1]" in text
    assert "“…\u00a0promised to build a bridge over the wide gulf\u00a0…”" in text
    assert "Trade: an increase of over 12 percent, according to Sweden’s foreign minister Mara Lindqvist" in text
    assert "Sweden’s foreign minister Mara Lindqvist: “=HYPERLINK" in text
    assert re.search(r"^\[\^1\]: The Daily, “A call”, 4 March 2015: “Swedish Foreign Minister Mara", text, re.MULTILINE)


def test_every_note_is_referred_to_and_every_reference_has_its_note(path: Path) -> None:
    text = made(path)
    body, notes = text.split("\n---\n")
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))


def test_markdown_runs_no_markup_of_reports(path: Path) -> None:
    text = made(path)
    assert r"\*is\* \[not\](x)" in text
    assert "<script>" not in re.sub(r"\\<", "", text)
    assert "\0" not in text
    assert "\u202e" not in text


class Page(HTMLParser):
    """Tags, ids and the places that links lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags, self.ids, self.links = set[str](), list[str](), list[str]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        fields = dict(attrs)
        self.ids += [fields["id"] or ""] if "id" in fields else []
        self.links += [fields["href"] or ""] if "href" in fields else []


def test_html_has_no_scripts_and_notes_that_work_both_ways(path: Path) -> None:
    text = made(path, "html")
    page = Page(text)
    assert not page.tags & {"script", "img", "link", "iframe", "form", "b"}
    assert "&lt;script&gt;" in text
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} == set(page.ids)
    assert "@media print" in text
    assert "default-src 'none'" in text


def test_a_word_document_opens_again(path: Path) -> None:
    docx = pytest.importorskip("docx")
    opened = docx.Document(io.BytesIO(dragoman.brief(path, BOTH, form="docx")))
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert "3 March 2015. Sweden’s foreign minister Mara Lindqvist and Finland’s" in text
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["Foreign ministers", "3", "May 2016", "a visit"]
    body = opened.element.xml
    marks, links = (set(re.findall(rf'w:{name}="([nr]\d+)"', body)) for name in ("name", "anchor"))
    assert links <= marks
    assert {mark for mark in marks if mark.startswith("n")} <= links


def test_a_brief_of_nothing_says_so(path: Path) -> None:
    for form in ("md", "html"):
        text = made(path, form, Filter(states=("USA", "NLD")))
        assert "United States and the Netherlands" in text
        assert "no reports" in text
        assert "What is not known" in text


def test_since_and_until_bound_it(path: Path) -> None:
    text = made(path, wanted=Filter(states=("SWE", "FIN"), since="2016", until="2016-12"))
    assert "*Their dealings from 2016 to December 2016*" in text
    assert "telephone" not in text.split("\n---\n")[0]


def test_refusals(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="Name two"):
        made(path, wanted=Filter(states=("SWE",)))
    with pytest.raises(UsageError, match="'pdf' is no form of a brief"):
        made(path, "pdf")
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(UsageError, match=r"pip install 'dragoman\[brief\]'"):
        dragoman.brief(path, BOTH, form="docx")


def test_the_command_offers_what_there_is() -> None:
    assert tuple(brief_forms.FORMS) == BRIEFS


def test_where_reports_differ_both_are_quoted(tmp_path: Path) -> None:
    """Two calls of the same people on the same day, in two places."""
    with open_record(tmp_path / "r.db") as record:
        record.add(coding(document(name="a.txt", outlet="The Daily", published=day("2015-03-04"))))
        text = f"{document().text} They were in Turku then, and nobody else was."
        other = document(text, name="b.txt", outlet="The Wire", published=day("2015-03-05"))
        (call,) = coding(other).events
        record.add(coding(other, events=(replace(call, place=Place("Turku", "FIN")),)))
        found = list(record.contradictions(BOTH))
        text = dragoman.brief(record, BOTH).decode()
    assert [one.kind for one in found] == ["place"]
    assert "## Where the reports differ" in text
    assert "  - **The Daily, 4 March 2015:** “" in text
    assert "  - **The Wire, 5 March 2015:** “" in text
    assert text.count("spoke by telephone") == 1


@pytest.mark.parametrize(
    ("sentence", "cue", "said", "mode", "told"),
    [
        (
            "He said that Finland is a friend of ours.",
            "said",
            "Finland is a friend of ours",
            "indirect",
            " said that Finland is",
        ),
        (
            "She thanked Finland for its great help.",
            "thanked",
            "Finland for its great help",
            "indirect",
            " thanked Finland",
        ),
        ("“Finland helped us,” he said, adding it was much.", "adding", "it was much", "mixed", ": it was much."),
        (
            "“Finland helped us a lot,” he said.",
            "said",
            "Finland helped us a lot",
            "direct",
            ": “Finland helped us a lot”.",
        ),
    ],
)
def test_statements_read_as_sentences(sentence: str, cue: str, said: str, mode: str, told: str) -> None:
    doc = document(sentence)
    thing = statement(doc, cue=span(sentence, cue), content=(span(sentence, said),), mode=mode)
    found = Found(thing, Source(doc.id, doc.name, doc.path, None, None, None), {}, sentence, 0)
    assert brief_words.statement_told(ENGLISH, found).startswith(f"Somebody{told}")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"value": 5, "unit": "year", "figure_kind": "term"}, "Term: 5 years, according to the report."),
        ({"value": 3, "unit": "visit", "ordinal": True, "figure_kind": None}, "3rd visit, according to the report."),
        ({"value": 1, "unit": "soldier", "figure_kind": "forces"}, "Forces: 1 soldier, according to the report."),
        ({"value": 12, "unit": "country", "figure_kind": None}, "12 countries, according to the report."),
    ],
)
def test_a_figure_has_its_unit_once(fields: dict[str, Any], told: str) -> None:
    doc = document()
    bare = figure(doc, comparator="=", direction=None, measures="", **fields)
    source = Source(doc.id, doc.name, doc.path, None, None, None)
    assert brief_words.figure_told(ENGLISH, Found(bare, source, {}, "", 0)) == told
