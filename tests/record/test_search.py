"""Reports are found by their words, and those who are named in them by their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from codings import coding, document, telling

from dragoman.errors import UsageError
from dragoman.record.record import Record, open_record
from dragoman.record.search import Hit
from dragoman.texts.document import Span

REPORTS = (
    telling(
        "a", "Mara Lindqvist and Ásta Jónsdóttir spoke of herring quotas.", "Mara Lindqvist/SWE", published="2015-03-03"
    ),
    telling("b", "Herring again. The quotas stay, Lindqvist's office said.", "Lindqvist/SWE", published="2015-03-09"),
    telling("c", "The Straße was closed; “quotas” on herring were not.", "DEU", "SWE", published="2014-01-01"),
    telling("d", 'Nobody dated this: quotas of\x00herring, (all) NEAR the coast -- it\'s "odd".', "NOR"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "r.db") as made:
        for coded in REPORTS:
            made.add(coded)
        yield made


def marked(hit: Hit) -> list[str]:
    """The words found, as they stand in the passage."""
    return [hit.passage[span.start - hit.sentence.start : span.end - hit.sentence.start] for span in hit.words]


@pytest.mark.parametrize(
    ("text", "reports", "words"),
    [
        ("herring", "bacd", ["Herring"]),
        ("HERRING quotas", "bacd", ["Herring", "quotas"]),
        ("quotas herring asta", "a", ["Ásta", "herring", "quotas"]),
        ("Jonsdottir", "a", ["Jónsdóttir"]),
        ('"herring quotas"', "a", ["herring quotas"]),
        ('"of herring"', "ad", ["of herring"]),
        ('"quotas herring"', "", []),
        ("straße", "c", ["Straße"]),
        ("lind*", "ba", ["Lindqvist"]),
        ("lind", "", []),
        ("NEAR", "d", ["NEAR"]),
        ("it's odd", "d", ["it's", "odd"]),
        ('NOT OR ( " ^x', "", []),
        ("title:herring", "", []),
        ("her\x00ring", "", []),
    ],
)
def test_reports_by_their_words(record: Record, text: str, reports: str, words: list[str]) -> None:
    """Of those found the newest first, in it the sentence that has most of the words."""
    hits = record.search(text).hits
    assert "".join(hit.source.name for hit in hits) == reports
    assert [words for hit in hits[:1] for words in marked(hit)] == words


def test_the_sentence_is_the_one_with_most_of_the_words(tmp_path: Path) -> None:
    (coded,) = REPORTS[1:2]
    ends = coded.document.text.index("The")
    with open_record(tmp_path / "r.db") as record:
        record.add(replace(coded, sentences=(Span(0, ends - 1), Span(ends, len(coded.document.text)))))
        (hit,) = record.search("herring quotas lindqvist").hits
        assert (hit.passage, marked(hit)) == ("The quotas stay, Lindqvist's office said.", ["quotas", "Lindqvist"])


def test_pages_follow_each_other(record: Record) -> None:
    whole, pages, after = record.search("herring"), list[Hit](), None
    for _ in whole.hits:
        found = record.search("herring", limit=1, after=after)
        assert bool(found.named) == bool(whole.named and not after)
        after = found.after
        pages += found.hits
    assert (tuple(pages), after) == (whole.hits, None)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("lindq", [("Lindqvist", "person", "SWE", 1), ("Mara Lindqvist", "person", "SWE", 1)]),
        ("lindqvist mara", [("Mara Lindqvist", "person", "SWE", 1)]),
        ("deutschland", []),
        ("germ", [("Germany", "state", "DEU", 1)]),
        ("swe", [("Sweden", "state", "SWE", 1)]),
        ("qqq", []),
    ],
)
def test_who_is_named_so(record: Record, text: str, named: list[tuple[str, str, str, int]]) -> None:
    found = record.search(text).named
    assert [(one.name, one.actor_kind, one.country, one.documents) for one in found] == named


def test_a_report_read_again_is_found_as_it_is_now(tmp_path: Path) -> None:
    told = coding(document(title="Ministers on the line"))
    with open_record(tmp_path / "r.db") as record:
        record.add(told)
        (titled,) = record.search("line").hits
        assert (titled.words, titled.passage) == ((), told.document.text[: told.sentences[0].end])
        people = tuple(replace(actor, name=actor.name.replace("Mara", "Maria")) for actor in told.actors)
        record.add(replace(told, document=replace(told.document, title="A call"), actors=people))
        assert not record.search("line").hits
        assert [hit.source.title for hit in record.search("call").hits] == ["A call"]
        assert [one.name for one in record.search("lindqvist").named] == ["Maria Lindqvist"]


@pytest.mark.parametrize(
    ("text", "wishes", "says"),
    [
        (" \x00“—” *", {}, "No word to search for"),
        ("herring", {"after": "d0"}, "no report 'd0' to go on after"),
        ("herring", {"limit": 0}, "A limit of 0"),
    ],
)
def test_what_cannot_be_searched_for(record: Record, text: str, wishes: dict[str, object], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        record.search(text, **wishes)  # type: ignore[arg-type]
