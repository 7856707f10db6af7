"""What a report says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from growth import steep

from dragoman.texts.cleaning import clean
from dragoman.texts.document import Credit, Document, Interval
from dragoman.texts.front import fill
from dragoman.texts.sentences import split

SHARED = Path(__file__).parents[3] / "shared"
BODY = "The envoys of Norway and Peru met in Oslo on Friday to talk about fish, and they agreed to meet again."


def filled(text: str) -> Document:
    return fill(Document(name="a.txt", path="a.txt", text=text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Envoys talk about fish\n\n{BODY}", "Envoys talk about fish"),
        (f"\ufeffWill they sign?\r\n\r\n{BODY}", "Will they sign?"),
        (f"Talks reopen in the U.S.\n\n{BODY}", "Talks reopen in the U.S."),
        (f"{BODY}\n\n{BODY}", None),
        (f"Envoys talk about fish\n{BODY}", None),
        (f"The envoys in Oslo. (Photo by Reuters)\n\n{BODY}", None),
        ("Envoys talk about fish\n\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert filled(text).title == title


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Fjord Times - {BODY}", "Fjord Times"),
        (f"{BODY}\nSOURCE: PRESS TV", "Press TV"),
        (f"{BODY}\nSource: Fjord Times", "Fjord Times"),
        (f"{BODY} All Content by Fjord News Agency is licensed under a Creative Commons License.", "Fjord News Agency"),
        (f"OSLO (Fjord News) – {BODY}", "Fjord News"),
        (f"Oslo, March 1, ITAR-TASS – {BODY}", "TASS"),
        (f"OSLO – {BODY}", None),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert filled(text).outlet == outlet


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("OSLO –", "Oslo"),
        ("NEW YORK, March 1 (AP) --", "New York"),
        ("AL-ULA, Saudi Arabia –", "Al-Ula"),
        ("Oslo, 1 March, TASS -", "Oslo"),
        ("(OSLO, IRNA)", "Oslo"),
        ("OSLO, March 1. /TASS/.", "Oslo"),
    ],
)
def test_dateline(line: str, place: str) -> None:
    assert filled(f"{line} {BODY}").dateline == place


def test_credits() -> None:
    text = (
        f"The envoys. (Photo by AFP)\n{BODY} They agreed, "
        "the Islamic Republic News Agency reported. "
        "According to the Fjord News Agency, they did not. Norway told Reuters so. Berg told the court.\n"
        "SOURCE: FJORD TIMES\n"
    )
    assert set(filled(text).credits) == {
        Credit("AFP", "photo"),
        Credit("IRNA", "text"),
        Credit("Fjord News Agency", "text"),
        Credit("Reuters", "text"),
        Credit("FJORD TIMES", "source"),
    }


def test_what_is_known_stays_and_filling_again_changes_nothing() -> None:
    given = Interval("2019", "2019", "year", "given")
    document = Document(
        name="a", path="a", text=f"Fjord Times - {BODY}\nLINK: https://f.example/1", outlet="X", published=given
    )
    once = fill(document)
    assert (once.outlet, once.published, once.url, once.language) == ("X", given, "https://f.example/1", "en")
    assert fill(once) == once
    assert once.id == document.id


@pytest.mark.parametrize(
    "unit", ["July 22 ", "next May 5-year May 2001. ", "(Photo by X) ", "A. B.\nSOURCE: x\n", "  A"]
)
def test_long_texts_cost_no_more_than_their_length(unit: str) -> None:
    def sentences(text: str) -> list[object]:
        return list(split(clean(text), filled(text).boilerplate))

    assert sentences(unit)
    assert not steep(sentences, unit * (200_000 // len(unit)))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the measuring sets in ../shared")
def test_the_gold_documents() -> None:
    for path in (SHARED / "gold").glob("0*.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))["document"]
        with (SHARED / "seeds" / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            document = filled(file.read())
        marked = {i for b in document.boilerplate for i in range(b.span.start, b.span.end)}
        assert all(i in marked for b in gold["boilerplate"] for i in range(b["start"], b["end"]))
        low, high = gold["publication_date"]["interval"]
        assert low <= str(document.published.start) <= str(document.published.end) <= high
        assert (document.outlet or "").lower() in {(outlet["name"] or "").lower() for outlet in gold["outlets"]}
