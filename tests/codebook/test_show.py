"""What ``dragoman codebook`` shows."""

from __future__ import annotations

import pytest

from dragoman.codebook.codebook import load
from dragoman.codebook.show import LISTS, pages
from dragoman.errors import UsageError

BOOK = load()


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (None, [f"Codebook {BOOK.version}"]),
        ("consult", ["CONSULT: Consult or meet"]),
        ("CONSULT phone", ["CONSULT phone"]),
        ("041", ["041: Discuss by telephone"]),
        ("iran", ["IRN: Iran"]),
        ("Kremlin", ["RUS: Russia"]),
        ("Congo", ["COD: Democratic Republic of the Congo", "COG: Republic of the Congo"]),
        ("AU", ["AUS: Australia", "AU: African Union"]),
        ("nato", ["NATO: NATO"]),
        ("economic", ["economic"]),
        ("human rights", ["human_rights"]),
        ("gov", ["GOV"]),
        ("100", ["100: Demand, unspecified", "COL: Colombia"]),
    ],
)
def test_pages(name: str | None, titles: list[str]) -> None:
    assert [page.title for page in pages(BOOK, name)] == titles


@pytest.mark.parametrize("name", LISTS)
def test_whatever_is_listed_has_a_page(name: str) -> None:
    (page,) = pages(BOOK, name)
    assert len(page.rows) > 10
    assert all(pages(BOOK, label) for label, _ in page.rows[::7])


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("163", ("Goldstein", "-8 (median), -6.5 (keds), -8 (gdelt), -8 (icews)")),
        ("043", ("sides", "its source is PLOVER's recipient")),
        ("011", ("PLOVER", "none: PLOVER dropped roots 01 and 02")),
        ("PROTEST vandalize", ("score", "-5")),
        (
            "PROTEST vandalize",
            ("written as", "145 Protest violently, riot (the nearest; CAMEO has no code of its own)"),
        ),
        ("Kosovo", ("codes", "XKX, XK; CAMEO KSV")),
        ("EU", ("member GBR", "1973-01-01 to 2020-01-31")),
        ("Finland", ("member of", "European Union, NATO, Nordic countries")),
    ],
)
def test_rows(name: str, row: tuple[str, str]) -> None:
    assert row in pages(BOOK, name)[0].rows


def test_an_unknown_name_says_what_is_known() -> None:
    with pytest.raises(UsageError, match=r"no 'xyzzy'.*events, cameo, contexts, sectors, states, bodies"):
        pages(BOOK, "xyzzy")
