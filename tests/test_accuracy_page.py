"""The page of figures: what make score writes, and that it keeps the runs before."""

from __future__ import annotations

import datetime
from pathlib import Path

from benchmarks.accuracy_page import Measured, read_history, write_page
from dragoman.measures.figures import Figure, Report
from dragoman.publication.accuracy import dumped, parsed, published

DAY = datetime.date(2026, 1, 31)


def measured(name: str, value: float) -> Measured:
    report = Report("kind", 3, "sentences", (Figure("all", value, 0.5, 1.0), Figure("a share", 0.25)), ("one remark",))
    return Measured(name, "About it.", "dragoman score kind FILE", report, ("all", "never measured"))


def test_the_newest_run_comes_first_and_old_ones_keep_their_columns(tmp_path: Path) -> None:
    page = tmp_path / "docs/accuracy.md"
    write_page(page, [measured("Old set", 0.4)], day=DAY, version="1")
    write_page(page, [measured("New set", 0.6)], day=DAY + datetime.timedelta(1), version="2")
    write_page(page, [measured("New set", 0.7), measured("Old set", 0.5)], day=DAY, version="3")
    assert read_history(page.read_text(encoding="utf-8")) == [
        {"date": "2026-01-31", "version": "3", "New set: all": "0.700", "Old set: all": "0.500"},
        {"date": "2026-02-01", "version": "2", "New set: all": "0.600"},
        {"date": "2026-01-31", "version": "1", "Old set: all": "0.400"},
    ]


def test_figures_stand_with_their_command(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    write_page(page, [measured("A set", 0.6667)], day=DAY, version="1.2")
    text = page.read_text(encoding="utf-8")
    for part in (
        "## Latest run: 2026-01-31, version 1.2",
        "About it. 3 sentences.",
        "```\ndragoman score kind FILE\n```",
        "| all | 0.500 | 1.000 | 0.667 |\n| a share |  |  | 0.250 |\n\none remark",
    ):
        assert part in text


def test_a_page_without_history_has_none() -> None:
    assert read_history("# Accuracy\n\n| a | b |\n|---|---|\n| 1 | 2 |\n") == []


def test_the_same_goes_into_the_package(tmp_path: Path) -> None:
    data = tmp_path / "accuracy.json"
    write_page(tmp_path / "a.md", [measured("A set", 0.66666)], day=DAY, version="1.2", data=data)
    found = parsed(data.read_text(encoding="utf-8"))
    assert (found.date, found.version, found.sets[0].command) == ("2026-01-31", "1.2", "dragoman score kind FILE")
    assert found.sets[0].figures == (Figure("all", 0.667, 0.5, 1.0), Figure("a share", 0.25))
    assert list(found.courses()) == [("A set: all", (0.667,))]
    assert parsed(dumped(found)) == found


def test_what_the_package_has_is_what_the_page_of_the_project_says() -> None:
    page = (Path(__file__).parents[1] / "docs/accuracy.md").read_text(encoding="utf-8")
    found = published()
    assert f"## Latest run: {found.date}, version {found.version}" in page, "make score writes both"
    for one in found.sets:
        assert f"### {one.name}\n\n{one.about} {one.items} {one.unit}.\n\n```\n{one.command}\n```" in page
        for figure in one.figures:
            assert f"| {figure.name} | " in page
            assert f"| {figure.value:.3f} |" in page
