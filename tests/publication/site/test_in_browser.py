"""Reading a document and correcting an event in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ABSENT, CHROMIUM, Watched, served
from playwright.sync_api import Browser, expect

from dragoman.publication.site import links
from dragoman.record.record import Record, open_record

pytestmark = [pytest.mark.model, pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)]
KINDS = ("document", "event", "statement", "agreement", "figure", "contradiction", "actor", "state")


@pytest.fixture(scope="module")
def own(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample record, to be written to."""
    path = tmp_path_factory.mktemp("own") / "record.db"
    shutil.copy(samples, path)
    return path


@pytest.fixture(scope="module")
def paths(own: Path) -> dict[str, str]:
    with open_record(own) as record:
        return _paths(record)


@pytest.fixture(scope="module")
def address(own: Path) -> Iterator[str]:
    with served(own) as made:
        yield made


def _paths(record: Record) -> dict[str, str]:
    """Of each kind of page one, and that with much to show."""
    deed = max(record.deeds(), key=lambda one: len(one.tellings))
    person = next(one for one in deed.telling.actors.values() if one.actor_kind == "person")
    found = next(record.contradictions())
    return {
        "document": links.document(deed.telling.source.id),
        "event": links.event(deed.id),
        "statement": links.thing(next(record.statements()).thing.id),
        "agreement": links.thing(next(record.agreements()).thing.id),
        "figure": links.thing(next(record.figures()).thing.id),
        "contradiction": links.thing(found.id, sorted(found.states)[:2]),
        "actor": links.actor(person.name, person.country),
        "state": links.actor("Russia", "RUS"),
    }


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(watched: Watched, paths: dict[str, str], kind: str, scheme: str) -> None:
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = watched.open(paths[kind])
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert watched.barriers() == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_phone_need_not_scroll_sideways(watched: Watched, paths: dict[str, str], kind: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 844})
    page = watched.open(paths[kind])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_mark_lights_its_entry_and_the_entry_its_mark(watched: Watched, paths: dict[str, str]) -> None:
    page = watched.open(paths["document"])
    mark = page.locator(".text a.on-events").first
    mark.hover()
    lit = page.locator(".entry.lit")
    expect(lit).to_have_count(1)
    entry = page.locator(".entry.of-events").last
    entry.hover()
    of = entry.get_attribute("data-thing")
    for piece in page.locator(".text .lit").all():
        assert of in (piece.get_attribute("data-of") or "").split()
    assert page.locator(".text .lit").count() >= 1


def test_a_click_leads_from_mark_to_entry_and_back(watched: Watched, paths: dict[str, str]) -> None:
    page = watched.open(paths["document"])
    entry = page.locator(".entry.of-statements").last
    entry.locator("a[href^='#m-']").click()
    mark = page.locator(f".text a[data-of~='{entry.get_attribute('data-thing')}']").first
    expect(mark).to_be_in_viewport()
    leads_to = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    expect(page.locator(f".entry.lit[data-thing='{leads_to}']")).to_be_in_viewport()


def test_kinds_are_switched_off_without_scripts(browser: Browser, address: str, paths: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + paths["document"])
    expect(page.locator(".entry.of-events").first).to_be_visible()
    page.locator("#show-events").uncheck()
    expect(page.locator(".entry.of-events").first).to_be_hidden()
    expect(page.locator(".entry.of-statements").first).to_be_visible()
    link = page.locator(".entry.of-statements a[href^='#m-']").first
    link.click()
    expect(page).to_have_url(address + paths["document"] + (link.get_attribute("href") or ""))
    context.close()


def test_from_an_event_to_the_sentence_in_the_document(watched: Watched, paths: dict[str, str]) -> None:
    page = watched.open(paths["event"])
    words = page.locator("#field-event .words").first
    said = (words.text_content() or "").strip("“”…")
    words.click()
    expect(page.locator("#at")).to_be_in_viewport()
    marked = "".join(page.locator(".text mark").all_text_contents())
    assert marked.startswith(said[:100].rstrip("."))


@pytest.mark.parametrize("scripts", [True, False])
def test_correcting_an_event(browser: Browser, address: str, own: Path, scripts: bool) -> None:
    with open_record(own) as record:
        event = [found.thing for found in record.events()][-1 if scripts else -2]
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + links.event(event.id))
    expect(page.locator("[name=status]")).to_be_hidden()
    page.get_by_label("It is something else").check()
    page.locator(".correct [name=status]").select_option("hypothetical")
    page.locator(".correct [name=user]").fill("Ada")
    page.locator(".correct button").click()
    expect(page.locator(".notice")).to_be_in_viewport()
    expect(page.locator(".notice")).to_contain_text("recoded status to hypothetical by Ada")
    expect(page.locator(".facts")).to_contain_text("hypothetical")
    context.close()
