"""The pages in a real browser: what a reader does, and what must never happen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ABSENT, CHROMIUM, Watched, served
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.model, pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)]

PAGES = {
    "start": "/",
    "search": "/search?q=talks",
    "relationship": "/relationships/RUS/USA",
    "brief": "/relationships/RUS/USA/brief",
    "state": "/states/RUS",
    "contradictions": "/relationships/RUS/USA/contradictions",
    "map": "/map",
    "network": "/network",
    "relationships": "/relationships",
    "codebook": "/codebook",
    "entry": "/codebook/CONSULT",
    "accuracy": "/accuracy",
    "read": "/read",
    "api": "/api",
}


@pytest.fixture(scope="module")
def address(samples: Path) -> Iterator[str]:
    with served(samples) as made:
        yield made


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(watched: Watched, path: str, scheme: str) -> None:
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    watched.open(path)
    assert watched.barriers() == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_phone_need_not_scroll_sideways(watched: Watched, path: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_readable_without_scripts(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)
    expect(page.locator("h1")).to_have_count(1)
    assert len(page.locator("main").inner_text().split()) > 20
    context.close()


def test_from_a_bar_to_what_was_done_then(watched: Watched) -> None:
    page = watched.open(PAGES["relationship"])
    bar = page.locator("[data-series] a[data-since]").last
    since = bar.get_attribute("data-since")
    bar.locator(".hit").click()
    expect(page).to_have_url(re.compile(f"since={since}"))
    expect(page.locator(".filters [name=since]")).to_have_value(since or "")
    assert page.locator("#fresh-timeline .timeline li").count() >= 1


def test_from_a_bar_to_the_sentence(watched: Watched) -> None:
    page = watched.open(PAGES["relationship"])
    page.locator("[data-series] a[data-since] .hit").last.click()
    page.locator("#fresh-timeline .timeline li a").first.click()
    expect(page).to_have_url(re.compile("/events/"))
    page.locator("main a[href*='?at=']").first.click()
    expect(page).to_have_url(re.compile(r"/documents/\w+\?at="))
    expect(page.locator("#at").first).to_be_in_viewport()


def test_drawing_over_bars_chooses_their_time(watched: Watched) -> None:
    page = watched.open(PAGES["relationship"] + "?per=month")
    box = page.locator("[data-series] svg").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 60, steps=5)
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=\d{4}-\d\d-\d\d&until=\d{4}-\d\d-\d\d"))


def test_filters_narrow_the_timeline(watched: Watched) -> None:
    page = watched.open(PAGES["relationship"])
    before = page.locator(".timeline li").count()
    page.select_option(".filters [name=type]", "CONSULT")
    page.click(".filters button")
    expect(page.locator(".chip")).to_have_text(["CONSULT"])
    assert 0 < page.locator(".timeline li").count() < before


def test_two_states_lead_to_their_relationship(watched: Watched) -> None:
    page = watched.open("/")
    page.fill("#find", "Russia United States")
    page.press("#find", "Enter")
    page.click("text=Russia and the United States")
    expect(page.locator("h1")).to_have_text("Russia and the United States")


def test_the_chosen_colours_stay(watched: Watched) -> None:
    page = watched.open("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-theme-toggle]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(watched.address + PAGES["state"])
    assert light != dark == page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_who_reads_in_the_dark_prints_dark_on_white(watched: Watched) -> None:
    page = watched.open(PAGES["state"])
    lead = "getComputedStyle(document.querySelector('.lead')).color"
    light = page.evaluate(lead)
    page.click("[data-theme-toggle]")
    dark = page.evaluate(lead)
    page.emulate_media(media="print", color_scheme="dark")
    assert light != dark
    assert page.evaluate(lead) == light


def test_the_keyboard_reaches_the_content_first(watched: Watched) -> None:
    page = watched.open(PAGES["relationship"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


def test_reports_are_compared_when_the_reader_comes_near(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.publication.site.relationship._AT_ONCE", 0)
    page = watched.open(PAGES["relationship"])
    page.locator("#contradictions").scroll_into_view_if_needed()
    expect(page.locator("#fresh-contradictions .lead")).to_be_visible()
    expect(page.locator("[data-load]")).to_have_count(0)
