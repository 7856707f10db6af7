"""The layers round the application, asked from outside."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from codings import telling
from fastapi.testclient import TestClient
from starlette.types import Message

from dragoman.cli import main
from dragoman.publication.app import create_app
from dragoman.publication.gate.headers import HEADERS
from dragoman.publication.gate.limits import Limits, Rate
from dragoman.publication.gate.patience import Patience
from dragoman.publication.gate.tokens import add
from dragoman.publication.serving import Serving
from dragoman.record.record import Record, open_record

Serve = Callable[..., TestClient]
POST = "/api/v1/corrections"
SENT = {"act": "confirm", "ids": ["x"], "user": "Ada"}


@pytest.fixture
def serve(tmp_path: Path) -> Any:
    opened: list[Record] = []

    def made(**serving: Any) -> TestClient:
        opened.append(open_record(tmp_path / "record.db"))
        return TestClient(create_app(opened[-1], Serving(**({"hosts": ("testserver",)} | serving))))

    yield made
    for record in opened:
        record.close()


@pytest.fixture
def tokens(tmp_path: Path) -> dict[str, str]:
    """A token by its scope; ``file`` is where they are kept."""
    file = tmp_path / "tokens.tsv"
    return {"read": add(file, "rita", "read"), "write": add(file, "walt", "write"), "file": str(file)}


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),  # curl
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, False),
        ({"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, True),  # pages cannot set the first
        ({"origin": "http://testserver"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://testserver.evil.example"}, False),
        ({"origin": "http://testserver:8000"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://["}, False),
        ({"origin": ""}, False),
        ({"origin": "http://evil.example", "authorization": "Bearer dragoman_x"}, True),  # not by the reader's browser
        ({"origin": "http://evil.example", "authorization": "Basic YWRhOmFkYQ=="}, False),  # it sends this unasked
    ],
)
def test_no_other_site_may_change_anything(serve: Serve, headers: dict[str, str], allowed: bool) -> None:
    client = serve()
    answer = client.post(POST, json=SENT, headers=headers)
    assert answer.status_code == (400 if allowed else 403), answer.text
    assert client.get("/api/v1/events", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/", "/api/v1/events", "/static/dragoman.css", "/nothing", "/api/v1/nothing"])
def test_another_name_gets_nothing(serve: Serve, path: str) -> None:
    answer = serve().get(path, headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("scope", "asked", "status"),
    [
        (None, "GET /api/v1/events", 401),
        (None, "POST /api/v1/corrections", 401),
        (None, "GET /metrics", 401),
        (None, "GET /", 303),
        (None, "GET /read", 303),
        (None, "POST /read", 401),
        (None, "GET /login", 200),
        (None, "GET /health", 200),
        (None, "GET /static/dragoman.css", 200),
        ("read", "GET /api/v1/events", 200),
        ("read", "GET /", 200),
        ("read", "GET /metrics", 200),
        ("read", "POST /api/v1/corrections", 403),
        ("read", "POST /read", 403),
        ("write", "GET /api/v1/events", 200),
        ("write", "POST /api/v1/corrections", 400),
        ("false", "GET /api/v1/events", 401),
    ],
)
@pytest.mark.parametrize("by", ["header", "cookie"])
def test_who_may_do_what(
    serve: Serve, tokens: dict[str, str], scope: str | None, asked: str, status: int, by: str
) -> None:
    method, _, path = asked.partition(" ")
    client = serve(tokens=Path(tokens["file"]))
    token = tokens.get(scope or "", scope)
    if token and by == "cookie":
        client.cookies.set("dragoman_token", token)
    headers = {"authorization": f"Bearer {token}"} if token and by == "header" else {}
    sent = {"json": SENT} if method == "POST" else {}
    answer = client.request(method, path, headers=headers, follow_redirects=False, **sent)
    assert answer.status_code == status
    assert (answer.headers.get("www-authenticate") == "Bearer") == (status == 401)


def test_corrections_bear_the_name_of_the_token(serve: Serve, tokens: dict[str, str], tmp_path: Path) -> None:
    client = serve(tokens=Path(tokens["file"]))
    sent = SENT | {"user": "somebody else", "ids": ["x1"]}
    answer = client.post(POST, json=sent, headers={"authorization": f"Bearer {tokens['write']}"})
    assert answer.status_code == 400  # there is no such event, but a name was there to stand for it
    assert "x1" in answer.json()["detail"]
    nobody = client.post(POST, json=SENT | {"user": ""}, headers={"authorization": f"Bearer {tokens['write']}"})
    assert "name to stand for it" not in nobody.text


def test_so_do_those_made_on_a_page(serve: Serve, tokens: dict[str, str]) -> None:
    client = serve(tokens=Path(tokens["file"]))
    record = client.app.state.desk.record  # type: ignore[attr-defined]
    record.add(telling("call.txt", "Mara calls Jon today.", "Mara Lindqvist/SWE", "Jon Berg/NOR"))
    event = next(record.events()).thing.id
    client.cookies.set("dragoman_token", tokens["write"])
    sent = {"act": "confirm", "target": event, "user": "somebody else"}
    answer = client.post(f"/events/{event}/corrections", data=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert [made.user for made in record.corrections()] == ["walt"]


def test_a_person_logs_in_and_out(serve: Serve, tokens: dict[str, str]) -> None:
    client = serve(tokens=Path(tokens["file"]))
    led = client.get("/relationships/IRN/RUS?since=2020", follow_redirects=False)
    assert led.headers["location"] == "/login?to=%2Frelationships%2FIRN%2FRUS%3Fsince%3D2020"
    form = client.get(led.headers["location"])
    assert 'value="/relationships/IRN/RUS?since=2020"' in form.text
    assert "reports last added" not in form.text  # who is not in is told nothing of the record
    wrong = client.post("/login", data={"token": "dragoman_no", "to": "/"})
    assert wrong.status_code == 403
    assert "not known here" in wrong.text
    right = client.post("/login", data={"token": f" {tokens['read']} ", "to": "/search?q=x"}, follow_redirects=False)
    assert (right.status_code, right.headers["location"]) == (303, "/search?q=x")
    cookie = right.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/").status_code == 200
    client.post("/logout")
    assert client.get("/", follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\n"]
)
def test_logging_in_leads_nowhere_else(serve: Serve, tokens: dict[str, str], to: str) -> None:
    client = serve(tokens=Path(tokens["file"]))
    answer = client.post("/login", data={"token": tokens["read"], "to": to}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_the_cookie_is_only_for_https_where_that_is_spoken(serve: Serve, tokens: dict[str, str]) -> None:
    client = serve(tokens=Path(tokens["file"]), proxied=True)
    headers = {"x-forwarded-proto": "https"}
    answer = client.post("/login", data={"token": tokens["read"]}, headers=headers, follow_redirects=False)
    assert "secure" in answer.headers["set-cookie"].lower()


def _chunks(size: int) -> Any:
    yield from (b"x" * 1000 for _ in range(size // 1000))


@pytest.mark.parametrize("path", ["/api/v1/documents", "/api/v1/corrections", "/read", "/login"])
@pytest.mark.parametrize("says", ["its length", "nothing", "less"])
def test_no_request_is_longer_than_allowed(serve: Serve, path: str, says: str) -> None:
    media = "multipart/form-data; boundary=b" if path == "/read" else "application/json"
    media = "application/x-www-form-urlencoded" if path == "/login" else media
    headers = {"content-type": media} | ({"content-length": "10"} if says == "less" else {})
    body = b"x" * 50_000 if says == "its length" else _chunks(50_000)
    answer = serve(longest=10_000).post(path, content=body, headers=headers)
    assert answer.status_code == 413, answer.text
    assert "10,000 bytes" in answer.text


def test_who_changes_too_often_must_wait_and_may_still_read(serve: Serve) -> None:
    client = serve(limits=Limits(changing=Rate(2, 0.01)))
    answers = [client.post(POST, json=SENT) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [400, 400, 429]
    assert int(answers[2].headers["retry-after"]) > 90
    assert answers[2].headers["content-type"] == "application/problem+json"
    assert client.get("/api/v1/events").status_code == 200


def test_others_may_not_read_too_often_either(serve: Serve) -> None:
    limits = Limits(every=Rate(3, 0.01))
    assert [serve(limits=limits).get("/health").status_code for _ in range(5)] == [200] * 5
    client = serve(limits=limits, proxied=True)

    def asked(chain: str) -> int:
        return client.get("/health", headers={"x-forwarded-for": chain}).status_code

    assert [asked(f"10.0.0.{n}, 192.0.2.1") for n in range(4)] == [
        200,
        200,
        200,
        429,
    ]  # what it says before is not heeded
    assert asked("10.0.0.1, 192.0.2.2") == 200


def _through(layer: Callable[[Any], Any], *, answer: float = 0.0, piece: float = 0.0) -> list[Message]:
    """What comes out of a layer round an application that takes so long to answer, when the body comes so slowly."""
    sent: list[Message] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await asyncio.sleep(answer)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})

    async def receive() -> Message:
        await asyncio.sleep(piece)
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/api/v1/events", "headers": [], "query_string": b""}
    asyncio.run(layer(app)(scope, receive, send))
    return sent


def test_an_answer_that_takes_too_long_is_given_up() -> None:
    began = time.monotonic()
    sent = _through(lambda app: Patience(app, step=5, whole=0.05), answer=5)
    assert sent[0]["status"] == 503
    assert b"Ask for less" in sent[1]["body"]
    assert time.monotonic() - began < 1


def test_a_request_that_comes_too_slowly_is_given_up() -> None:
    from fastapi import HTTPException

    with pytest.raises(HTTPException) as refused:
        _through(lambda app: Patience(app, step=0.05, whole=5), piece=5)
    assert refused.value.status_code == 408


def test_what_is_in_time_passes() -> None:
    assert _through(lambda app: Patience(app, step=5, whole=5))[0]["status"] == 200


def test_a_fault_of_ours_has_the_safe_headers_and_tells_nothing(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise ValueError("a secret")

    monkeypatch.setattr(Record, "sources", broken)
    made = serve()
    client = TestClient(made.app, raise_server_exceptions=False)
    answer = client.get("/api/v1/documents")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "secret" not in answer.text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--host", "0.0.0.0"], "--behind-proxy NAME"),
        (["--host", "::"], "--tokens FILE"),
        (["--host", "192.0.2.7"], "everybody who can reach"),
        (["--host", "news.example"], "--tokens FILE"),
        (["--host", "0.0.0.0", "--tokens", "nothing.tsv"], "nothing.tsv"),
    ],
)
def test_others_are_not_served_unless_it_is_said_who_may_come(options: list[str], told: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--record", str(tmp_path / "record.db"), *options])
    assert result.exit_code == 2
    assert told in result.output
    assert not (tmp_path / "record.db").exists()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"hosts": ("127.0.0.1", "localhost", "[::1]", "::1"), "writing": True, "proxied": False}),
        (["--host", "::1", "--read-only"], {"writing": False, "proxied": False}),
        (["--host", "0.0.0.0", "--tokens", "TOKENS"], {"hosts": ("*",), "proxied": False}),
        (["--host", "0.0.0.0", "--behind-proxy", "news.example"], {"proxied": True}),
        (["--behind-proxy", "news.example"], {"hosts": ("news.example", "127.0.0.1", "localhost", "[::1]", "::1")}),
    ],
)
def test_what_the_options_stand_for(
    options: list[str],
    expected: dict[str, Any],
    tmp_path: Path,
    tokens: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served: dict[str, Any] = {}
    monkeypatch.setattr("uvicorn.Server.run", lambda server: served.update(vars(server.config)))
    open_record(tmp_path / "record.db").close()
    words = [tokens["file"] if word == "TOKENS" else word for word in options]
    result = CliRunner().invoke(main, ["serve", "--record", str(tmp_path / "record.db"), *words])
    assert result.exit_code == 0, result.output
    serving = served["app"].state.desk.serving
    assert {name: getattr(serving, name) for name in expected} == expected
    assert served["proxy_headers"] is False
