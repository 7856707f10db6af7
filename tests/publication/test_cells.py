"""What may stand in a cell, and what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.publication.cells import LONGEST, cell, guarded, plain, unguarded


@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            " =1",
            '=HYPERLINK("http://x")',
            "＝1",
            "\u200b=1",
            "\ufeff@x",
            "'=1",
            "''-1",
        ),
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_would_run_is_guarded_and_comes_back(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "a =1", "'quoted'", "2020-04-01", "’tis", "1-2", "("])
def test_what_would_not_run_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text(st.sampled_from("'=+-@ a\u200b\ufeff＝\t"), max_size=8))
def test_the_guard_can_be_taken_off(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\0b\x1b[31m", "a\ufffdb\ufffd[31m"),
        ("one\r\ntwo\u2028three\tfour", "one two three four"),
        ("safe\u202egnp.exe\u202c", "safegnp.exe"),
        ("\u2066=1\u2069", "=1"),
        ("تهران\u200f (Tehran)", "تهران\u200f (Tehran)"),
    ],
)
def test_nothing_hides(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("text", ["a" * 40_000, "\U0001f600" * 20_000, "=" + "a" * 40_000])
def test_long_cells_are_cut_to_what_a_spreadsheet_holds(text: str) -> None:
    cut = cell(text)
    assert cut.endswith("…")
    assert LONGEST - 2 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST


@given(st.text(max_size=30))
def test_a_cell_is_one_line_that_does_not_run(text: str) -> None:
    made = cell(text)
    assert len(made.splitlines()) <= 1
    assert "\0" not in made
    assert not made.lstrip(" \u200b").startswith(("=", "+", "-", "@"))
