"""Take the pictures of docs/pages from the record of ``make demo``: ``python tools/screenshots.py demo/record.db``.

Needs Debian's Chromium, and pngquant to make the files small. Each page is taken as wide as a desk's screen; some also
in the dark, and on a telephone.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browsing import chromium, served

from dragoman.record.filter import Filter
from dragoman.record.record import Record, open_record

TO = Path(__file__).parents[1] / "docs" / "pages"
WIDE, PHONE = (1280, 900), (390, 844)
_TALLEST = 1500  # of a picture; what is below looks the same


def pages(record: Record) -> dict[str, str]:
    """The address of one page of each kind."""
    pair = Filter(states=("USA", "RUS"))
    deed = max(record.deeds(pair), key=lambda deed: len(deed.reports))
    agreement = record.tracked(pair)[0]
    found = next(record.contradictions(pair))
    one, other = pair.states
    return {
        "start": "/",
        "relationship": f"/relationships/{one}/{other}",
        "brief": f"/relationships/{one}/{other}/brief",
        "relationships": "/relationships",
        "state": f"/states/{one}",
        "event": f"/events/{deed.id}",
        "document": f"/documents/{deed.tellings[0].source.id}",
        "agreement": f"/agreements/{agreement.id}",
        "contradiction": f"/contradictions/{found.id}?state={one}&state={other}",
        "actor": "/actors/RUS/Sergei Lavrov",
        "search": "/search?q=Lavrov prisoners",
        "network": "/network",
        "map": "/map",
        "codebook": "/codebook",
        "codebook-entry": "/codebook/CONSULT",
        "accuracy": "/accuracy",
        "read": "/read",
        "api": "/api",
    }


def take(browser: Browser, address: str, name: str, size: tuple[int, int], *, dark: bool = False) -> None:
    """One picture, from the top of the page."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", device_scale_factor=1
    )
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)  # fonts, and what is drawn by a script
    tall = min(_TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": size[0], "height": tall}
    page.screenshot(path=TO / f"{name}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
    page.close()


def main() -> None:
    path = Path(sys.argv[1])
    with open_record(path, read_only=True) as record:
        wanted = pages(record)
    TO.mkdir(exist_ok=True)
    with served(path) as address, chromium() as browser:
        for name, at in wanted.items():
            take(browser, address + at, name, WIDE)
        for name in ("relationship", "document", "map"):
            take(browser, address + wanted[name], f"{name}-dark", WIDE, dark=True)
        for name in ("start", "relationship", "event", "document"):
            take(browser, address + wanted[name], f"{name}-phone", PHONE)
    subprocess.run(["pngquant", "--ext", ".png", "--force", "64", *map(str, TO.glob("*.png"))], check=True)


if __name__ == "__main__":
    main()
