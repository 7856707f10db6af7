"""Documents that mean harm: sent over the API, read by the real coder, and looked at wherever they can be seen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from codings import FakeCoder
from fastapi.testclient import TestClient
from served import finished

from dragoman.publication.api.resources import RESOURCES
from dragoman.publication.app import create_app
from dragoman.publication.gate.limits import Limits, Rate
from dragoman.publication.serving import Serving
from dragoman.record.record import open_record
from dragoman.runs import local

pytestmark = pytest.mark.model
LIMITS = Limits(changing=Rate(10**9, 1e9))
CALL = "SWE calls FIN on 2015-03-03."
SCRIPT = "<script>alert(1)</script>"
BIDI = "\u202e\u2066\u2069\u200f"
TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WORDS = (
    f"Swedish Foreign Minister Mara Lindqvist visited Oslo ({SCRIPT}) on 3 March 2015. "
    f"“We will <img src=x onerror=alert(2)> sign the “{BIDI}Lund” agreement with Norway,” Lindqvist told Norwegian "
    'Prime Minister Jon "><svg/onload=alert(3)> Berg. '
    "Iran's Foreign Minister Ali ' onmouseover='alert(4) Rad accused Sweden of arming {{7*7}} rebels near ../../etc. "
    "Trade between Sweden and Norway rose by 12 percent =cmd|' /C calc'!A0 in 2014."
)
PAGE = f"<title>{SCRIPT}</title></head><body><article><p>{WORDS}</p><script>alert(9)</script></article></body>"
REPORTS: list[dict[str, str]] = [
    {
        "text": WORDS,
        "title": f"Title {SCRIPT} {BIDI}",
        "outlet": '"><img src=x onerror=alert(5)>',
        "published": "2015-03-04",
    },
    {
        "text": WORDS.replace("Oslo", "Oslo\r\n\t\u2028"),
        "name": f"{SCRIPT}.txt",
        "url": 'https://x.example/"onclick="alert(6)',
    },
    {
        "text": WORDS.replace("Mara", "Mara\ufeff\u0085\x0b"),
        "title": "javascript:alert(7)",
        "outlet": "javascript:alert(8)",
    },
]
FILES = {
    f"{SCRIPT}.html": f"<html><head>{PAGE}</html>",
    "rows.jsonl": json.dumps({"text": WORDS, "url": "javascript:alert(10)", "title": "=1+1", "id": "<b>1</b>"}),
    "data.jsonl": json.dumps(
        {"text": WORDS.replace("Iran", "Peru"), "url": "data:text/html,<script>alert(11)</script>"}
    ),
    "null.txt": f"{WORDS}\x00\x00",
}


class Looked(HTMLParser):
    """What of a page a browser would heed: addresses it leads to, and what it would run."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.harm: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.harm.append(f"{tag} {name}={value}")
            if name in ("href", "src", "action", "formaction", "xlink:href"):
                scheme = urlsplit((value or "").strip()).scheme
                if scheme not in ("", "http", "https"):
                    self.harm.append(f"{tag} {name}={value}")
                elif tag == "a" and not scheme:
                    self.links.append(value or "")
        source = dict(attrs).get("src") or ""
        if (tag == "script" and not source.startswith("/static/")) or tag in ("iframe", "object", "embed", "base"):
            self.harm.append(f"{tag} {attrs}")


@pytest.fixture(scope="module")
def harmed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A record of the hostile documents, read over the API."""
    with open_record(tmp_path_factory.mktemp("hostile") / "record.db") as record:
        client = TestClient(create_app(record, Serving(hosts=("testserver",), limits=LIMITS), local.coder))
        for report in REPORTS:
            assert finished(client, json=report)["read"] == 1
        files = [("file", (name, text.encode())) for name, text in FILES.items()]
        reading = finished(client, files=files)
        assert (reading["state"], reading["read"]) == ("done", 3), reading
        yield client


def starts(client: TestClient) -> Iterator[str]:
    """Pages to begin at: all that are linked nowhere but here, and one of each thing."""
    yield from ("/", "/read", "/search?q=lindqvist", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/api")
    yield from (
        "/relationships/SWE/NOR",
        "/states/SWE",
        "/relationships/SWE/NOR?source=%22%3E%3Cscript%3E",
        "/map",
        "/network",
    )
    for name, place in (("documents", "documents"), ("events", "events"), ("tellings", "events")):
        for row in client.get(f"/api/v1/{name}").json()["items"]:
            yield f"/{place}/{row['id']}"
    for reading in client.get("/api/v1/readings").json()["items"]:
        yield f"/readings/{reading['id']}"


def test_no_page_runs_or_hides_anything(harmed: TestClient) -> None:
    waiting, seen = list(starts(harmed)), set[str]()
    while waiting and len(seen) < 250:
        address = waiting.pop(0)
        if address in seen or not address.startswith("/") or address.startswith(("/api/v1", "/static", "/logout")):
            continue
        seen.add(address)
        answer = harmed.get(address)
        assert answer.status_code < 500, address
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        looked = Looked(answer.text)
        assert looked.harm == [], address
        assert not TURNS & set(answer.text), address
        assert not set(answer.text) & set("\x00\x0b\u2028\u0085"), address
        if answer.status_code == 200:
            waiting += [urljoin(address, link).partition("#")[0] for link in looked.links]
    assert len(seen) > 40


def test_the_words_are_shown_as_they_are(harmed: TestClient) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in harmed.get("/search?q=oslo").text
    documents = harmed.get("/api/v1/documents").json()["items"]
    texts = {harmed.get(f"/api/v1/documents/{row['id']}").json()["text"] for row in documents}
    assert {report["text"] for report in REPORTS} <= texts


@pytest.mark.parametrize("form", ["json", "csv", "parquet", "arrow"])
@pytest.mark.parametrize("name", [resource.name for resource in RESOURCES])
def test_no_list_can_be_taken_for_a_page(harmed: TestClient, name: str, form: str) -> None:
    asked = {"series": "&state=SWE&state=NOR", "search": "&q=lindqvist"}.get(name, "")
    answer = harmed.get(f"/api/v1/{name}?format={form}{asked}", headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert "html" not in answer.headers["content-type"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert (form == "json") != ("attachment" in answer.headers.get("content-disposition", ""))
    if form == "csv":
        assert not any(
            cell.startswith(("=", "+", "@")) for line in answer.text.splitlines() for cell in line.split(",")
        )
        assert not TURNS & set(answer.text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (CALL + " The minister said that the talks in the city went on." * 90_000, "read"),  # 5 MB on one line
        (f"{CALL} The minister said that the talks went on for {'x' * 5_000_000}.", "read"),
        ("<" * 1_000_000, "skipped"),
        ("\x00" * 1000, "skipped"),
        ("\u202e" * 1000, "skipped"),
    ],
)
def test_texts_without_end_or_sense(tmp_path: Path, text: str, outcome: str) -> None:
    with open_record(tmp_path / "record.db") as record:
        client = TestClient(create_app(record, Serving(hosts=("testserver",)), FakeCoder))
        reading = finished(client, json={"text": text})
        assert [told["outcome"] for told in reading["documents"]] == [outcome], reading
        for address in starts(client):
            answer = client.get(address)
            assert answer.status_code < 500, address
            assert Looked(answer.text).harm == []


def test_what_is_asked_is_shown_as_text(harmed: TestClient) -> None:
    for path in (
        f"/search?q={SCRIPT}",
        f"/{SCRIPT}",
        f"/states/{SCRIPT}",
        f"/relationships/{SCRIPT}/SWE",
        f"/login?to={SCRIPT}",
    ):
        answer = harmed.get(path)
        assert answer.status_code < 500
        assert SCRIPT not in answer.text
        assert Looked(answer.text).harm == []
