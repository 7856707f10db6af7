"""The user's table of what is known of each report."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.texts.document import UNKNOWN
from dragoman.texts.metadata import Metadata, read_metadata


def table(folder: Path, text: str, name: str = "m.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_table(tmp_path: Path) -> None:
    text = '\ufeffFile,Date,Outlet,Title\r\na.txt,2019-03,Fjord Times,"Fish, oil"\r\nb.txt,,,\r\n'
    found = read_metadata(table(tmp_path, text))
    assert (found["a.txt"].outlet, found["a.txt"].title) == ("Fjord Times", "Fish, oil")
    assert (found["a.txt"].published.start, found["a.txt"].published.basis) == ("2019-03", "given")
    assert found["b.txt"] == Metadata(published=UNKNOWN)


def test_tabs(tmp_path: Path) -> None:
    found = read_metadata(
        table(tmp_path, "file\tpublished\turl\tlanguage\na.txt\t1 March 2019\thttps://f\ten\n", "m.tsv")
    )
    assert found["a.txt"].published.start == "2019-03-01"
    assert (found["a.txt"].url, found["a.txt"].language) == ("https://f", "en")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,date\na,2019\n", "columns name, date; needed are file"),
        ("file\na\n", "at least one of"),
        ("file,date\na,03/04/2019\n", "line 2: '03/04/2019'"),
        ("file,date\na,2019\na,2020\n", "line 3: a stands in the table twice"),
        ("", "empty"),
    ],
)
def test_faults(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_metadata(table(tmp_path, text))
    assert said in str(caught.value)


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_metadata(tmp_path / "none.csv")
