"""The measure on a set of attributions: the set's format, pairing, and what is out of scope."""

from pathlib import Path

import pytest

from dragoman.codebook.speech import load_speech
from dragoman.errors import UsageError
from dragoman.measures.attributions import Attribution, Tally, compare, read_attributions, score_attributions
from dragoman.texts.parse import parser

TEXT = "Lind said the road was closed. Berg longs for the sea.\n“Come in,” he said. “Sit down.”\n"
ANNOTATION = "\n".join(
    [
        "T1\tSource 0 4\tLind",
        "T2\tCue 5 9\tsaid",
        "T3\tContent 10 29\tthe road was closed",
        "E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1",
        "T4\tSource 31 35\tBerg",
        "T5\tCue 36 45\tlongs for",
        "T6\tContent 46 53\tthe sea",
        "E2\tAttribution:T9 Content:T6 Cue:T5 Source:T4",
        "T7\tContent 55 65;75 86\t“Come in,” “Sit down.”",
        "T8\tCue 69 73\tsaid",
        "T10\tSource 66 68\the",
        "E3\tAttribution:T9 Content:T7 Cue:T8 Source:T10",
    ]
)


def test_format_with_broken_contents() -> None:
    first, second, third = read_attributions(TEXT, ANNOTATION)
    assert len(first.content) == 4
    assert len(second.source) == 1
    assert len(third.content) == 4


def words(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


@pytest.mark.parametrize(
    ("ours", "tally"),
    [
        (Attribution(words(0), words(1), words(2, 3, 4)), Tally(1, 1, 1, 1, 1, 1)),
        (Attribution(words(0), words(1), words(2, 3)), Tally(1, 1, 1, 1, 1, 1)),
        (Attribution(words(9), words(1), words(2, 8)), Tally(1, 1, 1, 0, 0, 0)),
        (Attribution(words(9), words(8), words(2, 3, 4)), Tally(1, 1, 0, 1, 1, 0)),
        (Attribution(words(0), words(1), words(2, 3, 4, 5, 6, 7)), Tally(1, 1, 1, 1, 1, 1)),
        (Attribution(words(0), words(1), words(2, 3, 4, 5, 6, 7, 8)), Tally(1, 1, 1, 1, 0, 1)),
    ],
)
def test_pairs(ours: Attribution, tally: Tally) -> None:
    gold = Attribution(words(0), words(1), words(2, 3, 4))
    assert compare([gold], [ours]) == tally


@pytest.mark.model
def test_score_of_a_folder(tmp_path: Path) -> None:
    for name, content in (("text/a.txt", TEXT), ("attributions/a_x.ann", ANNOTATION)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    score = score_attributions(tmp_path, parser(), load_speech())
    assert score.whole == Tally(3, 2, 2, 2, 2, 2)
    assert score.in_scope == Tally(2, 2, 2, 2, 2, 2)
    assert next(score.whole.lines()) == "cue      P 1.000  R 0.667  F1 0.800"


def test_folder_without_attributions(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no attributions"):
        score_attributions(tmp_path, parser(), load_speech())


@pytest.mark.shared
@pytest.mark.model
def test_floor_on_political_news() -> None:
    folder = Path(__file__).parents[3] / "shared" / "bench" / "polnear_dev"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here; it is for measuring only")
    score = score_attributions(folder, parser(), load_speech())
    assert score.whole.f1(score.whole.cue) >= 0.72
    assert score.whole.f1(score.whole.content) >= 0.70
    assert score.whole.source >= 0.93 * score.whole.content
