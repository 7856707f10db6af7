from html import unescape

import pytest
from fastapi.testclient import TestClient

from dragoman.measures.figures import Figure
from dragoman.publication.accuracy import Published, Scored, published
from dragoman.publication.site.accuracy import course, made_up, missed


@pytest.mark.model
def test_each_figure_stands_with_its_command_version_and_day(client: TestClient) -> None:
    page, score = unescape(client.get("/accuracy").text), published()
    for one in score.sets:
        part = page.partition(f">{one.name}</h3>")[2].partition("</article>")[0]
        for words in (one.command, score.date, score.version, *(f"{figure.value:.3f}" for figure in one.figures)):
            assert words in part, (one.name, words)


@pytest.mark.model
def test_the_events_made_up_are_told_first(client: TestClient) -> None:
    page, score = client.get("/accuracy").text, published()
    quiet = score.scored("Quiet sentences, by hand")
    assert quiet is not None
    figure = quiet.figure("quiet sentences with an event")
    assert figure is not None
    assert f"{100 * figure.value:.1f} %" in page.partition("All figures")[0]


def test_what_is_told_of_faults_was_measured() -> None:
    """The sets may be called otherwise one day; then the page must not fall silent."""
    assert len(list(made_up(published()))) == 3
    assert len(list(missed(published()))) == 3


def test_faults_are_what_is_wanting() -> None:
    figures = (Figure("events", 0.8, 0.9, 0.7), Figure("root type", 0.5, 0.5, 0.5))
    sets = (Scored("Seed reports", "", "", 1, "", figures, ()),)
    score = Published("2026-01-01", "1", sets, ())
    assert [one.share for one in made_up(score)] == [0.1]
    assert [one.share for one in missed(score)] == [0.3]


@pytest.mark.parametrize(
    ("values", "points"),
    [((0.5,), "0.0,11.0"), ((0.5, 0.5), "0.0,11.0 120.0,11.0"), ((0.2, 0.6), "0.0,19.0 120.0,3.0")],
)
def test_a_course_is_drawn_upwards(values: tuple[float, ...], points: str) -> None:
    assert course("a", values).points == points
