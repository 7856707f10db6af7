"""A user's own names and office holders: they come to what is packaged, win, and their faults are all told."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook.codebook import load
from dragoman.codebook.holders import Holder, load_holders
from dragoman.codebook.own import own_files, read_own
from dragoman.errors import CodebookError
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

KEYS, OFFICES = ("FIN", "NATO", "USA"), ("defence_minister",)


def folder(path: Path, *, holders: str = "", names: str = "") -> Path:
    """A folder with those tables, their fields parted by commas for the reader's ease."""
    for name, text in (("holders.tsv", holders), ("names.tsv", names)):
        if text:
            (path / name).write_text(text.replace(",", "\t"), encoding="utf-8")
    return path


def terms(path: Path) -> list[Holder]:
    holders = own_files(path).holders
    assert holders is not None
    return read_own(holders, keys=KEYS, offices=OFFICES)


def test_holders_come_to_the_packaged_ones(tmp_path: Path) -> None:
    text = "key,office,name,since,until\n# ours\nFIN,foreign_minister,Aino Salmi,2031-01,\nNATO,body_chief,Per Lund,,\n"
    found = terms(folder(tmp_path, holders=text))
    assert [(t.title, t.since, t.source) for t in found] == [
        ("Foreign Minister", "2031-01", "holders.tsv"),
        ("Secretary-General", "", "holders.tsv"),
    ]
    holders = load_holders().extended(found)
    assert [t.key for t in holders.named("Salmi", "2031-05-01", "2031-05-01")] == ["FIN"]
    assert holders.named("Blinken", "2022", "2022")


def test_own_holders_win() -> None:
    """A row of one's own takes the place of the packaged ones that it meets, and of no others."""
    own = Holder("USA", "foreign_minister", "Secretary of State", "Ruth Allen", "2021-01-26", "2025-01-20", "ours")
    holders = load_holders().extended([own])
    assert [t.name for t in holders.by_office("USA", "foreign_minister", "2022", "2022")] == ["Ruth Allen"]
    assert not holders.named("Antony Blinken", "2022", "2022")
    assert holders.named("Mike Pompeo", "2019", "2019")


@pytest.mark.parametrize(
    ("holders", "says"),
    [
        ("key,name\nFIN,Aino Salmi\n", "lacks the column office; key, office, name are needed"),
        ("key,office,name,party\n", "has a column party; key, office, name are needed"),
        (
            "key,office,name\nFI,foreign_minister,Aino Salmi\n",
            "Aino Salmi: key is 'FI'; needed is an ISO",
        ),
        (
            "key,office,name\nFIN,minister of fish,Aino Salmi\n",
            "office is 'minister of fish'; allowed are head_of_state",
        ),
        ("key,office,name\nFIN,defence_minister,\n", "(no name): name is missing"),
        (
            "key,office,name,since\nFIN,defence_minister,Aino Salmi,1.5.2020\n",
            "since is '1.5.2020'; write a day",
        ),
        ("key,office,name,since\nFIN,defence_minister,Aino Salmi,2020-13\n", "since is '2020-13'"),
        (
            "key,office,name,since,until\nFIN,defence_minister,Aino Salmi,2020-05,2019\n",
            "it ends (2019) before it begins (2020-05)",
        ),
    ],
)
def test_faults_of_holders(tmp_path: Path, holders: str, says: str) -> None:
    with pytest.raises(CodebookError) as raised:
        terms(folder(tmp_path, holders=holders))
    assert says in str(raised.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="2 faults in"):
        terms(folder(tmp_path, holders="key,office,name\nXX,body_chief,A B\nFIN,x,C D\n"))


def test_names_come_to_the_packaged_ones_and_win(tmp_path: Path) -> None:
    text = "text,kind,key,otherwise\nSuomi,state,FIN,\nMoscow,capital,USA,of Idaho\n"
    book = load(names=own_files(folder(tmp_path, names=text)).names)
    assert book.state("Suomi").iso3 == "FIN"
    assert [name.key for name in book.names() if name.text == "Moscow"] == ["USA"]
    assert book.version != load().version


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("text,key\nSuomi,FIN\n", "columns are ['text', 'key']; needed are ['text', 'kind', 'key', 'otherwise']"),
        ("text,kind,key,otherwise\nSuomi,land,FIN,\n", "kind is 'land'; allowed are state"),
        ("text,kind,key,otherwise\nSuomi,state,SUO,\n", "key 'SUO' is not in states.tsv"),
    ],
)
def test_faults_of_names(tmp_path: Path, names: str, says: str) -> None:
    with pytest.raises(CodebookError) as raised:
        load(names=own_files(folder(tmp_path, names=names)).names)
    assert says in str(raised.value)


def test_faults_of_the_folder(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"There is no folder .*nowhere; it may hold names.tsv and holders.tsv"):
        own_files(tmp_path / "nowhere")
    with pytest.raises(CodebookError, match=r"holds no table; it may hold names.tsv"):
        own_files(tmp_path)
    (tmp_path / "people.tsv").write_text("key", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"holds people.tsv; it may hold names.tsv"):
        own_files(tmp_path)


def test_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_bytes("Österreich".encode("latin-1"))
    with pytest.raises(CodebookError, match=r"names.tsv is no text in UTF-8 \(byte 0\); save it as UTF-8"):
        own_files(tmp_path)


@pytest.mark.model
def test_a_report_read_with_them(tmp_path: Path) -> None:
    own = folder(
        tmp_path,
        names="text,kind,key,otherwise\nSuomi,state,FIN,\n",
        holders="key,office,name,title\nFIN,defence_minister,Aino Salmi,Defence Minister\n",
    )
    flow = pipeline(own=own)
    actors = flow.reader.read(Document("a", "a", "Suomi thanked Norway. Aino Salmi praised Norway.")).actors.values()
    assert {(a.name, a.country, a.office) for a in actors} >= {
        ("Finland", "FIN", None),
        ("Aino Salmi", "FIN", "Defence Minister of Finland"),
    }
    assert flow.name != pipeline().name  # what was coded without them is coded again
