"""Reading: formats, names and metadata of documents, and every kind of bad input beside a good one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.texts.document import Document, Interval
from dragoman.texts.files import LARGEST
from dragoman.texts.metadata import Metadata
from dragoman.texts.readers import READERS, Unreadable, documents

REPORT = (
    "The Norwegian foreign minister met her Peruvian counterpart in Oslo on Friday to talk about fish. "
    "They agreed to meet again."
)
FRENCH = (
    "Le ministre norvégien des affaires étrangères a rencontré vendredi à Oslo son homologue péruvien pour parler de "
    "la pêche. Ils se sont mis d’accord pour se revoir."
)
CHINESE = "挪威外交大臣星期五在奥斯陆会见秘鲁外交部长，双方就渔业问题交换了意见。" * 8


def read_one(path: Path) -> Document:
    found = list(documents([path]))
    assert len(found) == 1
    assert isinstance(found[0], Document), found[0]
    return found[0]


def failure(path: Path) -> Unreadable:
    found = list(documents([path]))
    assert len(found) == 1
    assert isinstance(found[0], Unreadable), found[0]
    return found[0]


def test_text_stays_as_it_is(tmp_path: Path) -> None:
    text = f"\ufeffFish talks\r\n\r\n{REPORT}\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    document = read_one(tmp_path / "a.txt")
    assert document.text == text
    assert (document.name, document.path, document.language) == ("a.txt", str(tmp_path / "a.txt"), "en")


@pytest.mark.parametrize(
    ("encoding", "sign"),
    [("utf-8", "“é”"), ("utf-8-sig", "“é”"), ("utf-16", "“é”"), ("cp1252", "“é”"), ("utf-32", "“é”")],
)
def test_encodings(tmp_path: Path, encoding: str, sign: str) -> None:
    (tmp_path / "a.txt").write_bytes(f"{REPORT} {sign} {REPORT}".encode(encoding))
    assert sign in read_one(tmp_path / "a.txt").text


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>Fish talks in Oslo | Fjord Times</title>
<meta property="og:title" content="Fish talks in Oslo"><meta property="og:site_name" content="Fjord Times">
<meta property="article:published_time" content="2019-03-01T10:00:00+01:00">
<link rel="canonical" href="https://fjord.example/1">
</head><body><nav><a href="/">Home</a><a href="/x">Sport</a></nav><article><h1>Fish talks in Oslo</h1>
<p>{report}</p><p>“We talked of cod,” she said. The café was full. {report}</p></article>
<footer>© 2019</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "no-such-thing"])
@pytest.mark.parametrize("name", ["a.html", "page"])
def test_pages(tmp_path: Path, charset: str, name: str) -> None:
    encoding = "utf-8" if charset == "no-such-thing" else charset
    (tmp_path / name).write_bytes(PAGE.format(charset=charset, report=REPORT).encode(encoding))
    document = read_one(tmp_path / name)
    assert "“We talked of cod,” she said. The café was full." in document.text
    assert "Sport" not in document.text
    assert (document.title, document.outlet) == ("Fish talks in Oslo", "Fjord Times")
    assert document.published == Interval("2019-03-01", "2019-03-01", "day", "given")


ROW = {
    "Headline": "Fish talks",
    "Body": REPORT,
    "Source": {"name": "Fjord Times"},
    "pub_date": "Fri, 01 Mar 2019 10:00:00 +0100",
}


def test_json_lines(tmp_path: Path) -> None:
    lines = [
        json.dumps(ROW),
        "",
        "{broken",
        json.dumps({"id": "x7", "text": REPORT, "url": "https://f.example"}),
        "[1]",
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    first, broken, second, row = documents([tmp_path / "feed.jsonl"])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.title, first.outlet) == ("feed.jsonl#1", "Fish talks", "Fjord Times")
    assert first.published == Interval("2019-03-01", "2019-03-01", "day", "given")
    assert (second.name, second.url) == ("feed.jsonl#x7", "https://f.example")
    assert isinstance(broken, Unreadable)
    assert (broken.reason, "Line 3" in broken.message) == ("bad_json", True)
    assert isinstance(row, Unreadable)
    assert (row.reason, row.path) == ("bad_row", f"{tmp_path}/feed.jsonl#5")


@pytest.mark.parametrize("value", [[ROW], ROW, {"articles": [ROW], "n": 1}])
def test_json(tmp_path: Path, value: object) -> None:
    (tmp_path / "feed.json").write_text(json.dumps(value), encoding="utf-8")
    assert read_one(tmp_path / "feed.json").text == REPORT


@pytest.mark.parametrize("name", ["feed.csv", "feed.tsv", "semicolons.csv"])
def test_tables(tmp_path: Path, name: str) -> None:
    mark = {"feed.csv": ",", "feed.tsv": "\t", "semicolons.csv": ";"}[name]
    rows = [["id", "Date", "Text"], ["7", "1 March 2019", f'"He said ""no"".\n{REPORT}"'], ["8", "soon", REPORT]]
    (tmp_path / name).write_text("\n".join(mark.join(row) for row in rows), encoding="utf-8")
    first, second = documents([tmp_path / name])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.name, first.text) == (f"{name}#7", f'He said "no".\n{REPORT}')
    assert (first.published.start, second.published.start) == ("2019-03-01", None)


def test_a_quotation_does_not_swallow_the_lines_below_it(tmp_path: Path) -> None:
    lines = ["id\ttext", f'1\t"We will sign," she said. {REPORT}', f"2\t{REPORT}", f'3\t"{REPORT} ""Yes."""']
    (tmp_path / "feed.tsv").write_text("\n".join(lines), encoding="utf-8")
    texts = [found.text for found in documents([tmp_path / "feed.tsv"]) if isinstance(found, Document)]
    assert texts == [f'"We will sign," she said. {REPORT}', REPORT, f'{REPORT} "Yes."']


@pytest.mark.parametrize(
    ("name", "content", "reason", "said"),
    [
        ("a.txt", b"", "empty", "empty"),
        ("a.txt", b" \r\n", "empty", "blank"),
        ("a.pdf", b"%PDF-1.7 ...", "binary", "PDF"),
        ("a.docx", b"PK\x03\x04abc", "binary", "Word"),
        ("a.txt", b"\x89PNG\r\n", "binary", "PNG"),
        ("a.txt", b"abc\x00def", "binary", "NUL"),
        ("a.txt", bytes(range(1, 32)) * 40, "binary", "control"),
        ("a.txt", b"a" * (LARGEST + 1), "enormous", "10 MB"),
        ("a.txt", FRENCH.encode(), "language", "French (fr)"),
        ("a.txt", CHINESE.encode("gb18030"), "language", "Chinese (zh)"),
        ("a.html", b"<html><head><title>Fish</title></head><body></body></html>", "empty", "article"),
        ("a.json", b"{not json", "bad_json", "line 1"),
        ("a.json", b"[]", "empty", "no articles"),
        ("a.jsonl", b"\n", "empty", "no articles"),
        ("a.jsonl", b'{"headline": "Fish"}', "empty", "headline"),
        ("a.jsonl", b'{"text": "a\\ud800b"}', "undecodable", "character 1"),
        ("a.jsonl", b'{"text": "a\xffb"}', "undecodable", "Line 1"),
        ("a.csv", b"", "empty", "heading"),
        ("a.csv", b"date,headline\n1,Fish\n", "no_text_column", "columns date, headline"),
        ("a.tab", "text\tdate\n".encode("utf-16")[:-1], "undecodable", "UTF-16"),
        ("a.csv", "text\n".encode("utf-16") + b"\x00\xd8a\x00", "undecodable", "damaged"),
        ("a.json", b"[" * 100_000, "bad_json", "recursion"),
    ],
)
def test_bad_input_says_what_it_is(tmp_path: Path, name: str, content: bytes, reason: str, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    found = failure(tmp_path / name)
    assert found.reason == reason
    assert said in found.message
    assert name in found.message


@pytest.mark.parametrize("suffix", ["", *(suffix for reader in READERS for suffix in reader.suffixes)])
@given(
    content=st.one_of(
        st.binary(max_size=60),
        st.text(alphabet=st.sampled_from('text,"[]{}:;<>\\\n\téa1'), max_size=60).map(str.encode),
        st.text(max_size=20).map(lambda text: b'{"text": "' + text.encode("utf-16", "surrogatepass")),
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_reading_goes_on(tmp_path: Path, suffix: str, content: bytes) -> None:
    (tmp_path / f"a{suffix}").write_bytes(content)
    found = list(documents([tmp_path / f"a{suffix}"]))
    assert found
    assert all(f.text.strip() if isinstance(f, Document) else f.reason and f.message for f in found)


def test_a_table_that_breaks_off_is_read_so_far(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(f"text\tid\n{REPORT * 100}\t1\n{REPORT}\t2\n".encode("utf-16")[:-1])
    first, last = documents([tmp_path / "a.tsv"])
    assert isinstance(first, Document)
    assert isinstance(last, Unreadable)
    assert last.reason == "undecodable"


def test_short_texts_are_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oslo: ministre Berg, Lima.", encoding="utf-8")
    assert read_one(tmp_path / "a.txt").language is None


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    (tmp_path / "sub" / "c.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    assert [(type(f), Path(f.path).name) for f in documents([tmp_path])] == [
        (Document, "a.txt"),
        (Unreadable, "b.txt"),
        (Document, "c.txt"),
    ]


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(documents([tmp_path / "no.txt", f"{tmp_path}/*.html", tmp_path / "empty"]))
    assert [f.reason for f in found if isinstance(f, Unreadable)] == ["missing", "missing", "no_files"]


def test_patterns(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "c.md", "sub/d.txt", "[1].txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    assert [
        Path(f.path).name for f in documents([f"{tmp_path}/[ab].txt", f"{tmp_path}/**/d*", f"{tmp_path}/[1].txt"])
    ] == [
        "a.txt",
        "b.txt",
        "d.txt",
        "[1].txt",
    ]


def test_what_is_known_of_a_file_comes_before_what_it_says(tmp_path: Path) -> None:
    given, default = Interval("2019-03-02", "2019-03-02", "day", "given"), Interval("2019", "2019", "year", "given")
    (tmp_path / "feed.jsonl").write_text(
        json.dumps({**ROW, "id": 1}) + "\n" + json.dumps({"text": REPORT}), encoding="utf-8"
    )
    known = {"feed.jsonl#1": Metadata(title="Cod talks", published=given)}
    first, second = documents([tmp_path / "feed.jsonl"], metadata=known, published=default)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.outlet, first.published) == ("Cod talks", "Fjord Times", given)
    assert (second.title, second.published) == (None, default)


def test_no_ending_belongs_to_two_readers() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
