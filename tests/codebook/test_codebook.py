"""Loading: what is checked, and that all faults are told at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.codebook.codebook import load
from dragoman.errors import CodebookError

HEAD = {
    "cameo.tsv": "code\tlabel\tevent\tmode\tcontexts\tswapped\tkeds\tgdelt\ticews\tnote\n",
    "states.tsv": "iso3\tiso2\tname\tofficial\tcow_number\tcow\tcameo\tun_member\tcapital\tregion\n",
    "names.tsv": "text\tkind\tkey\totherwise\n",
}


def test_loaded_once_and_named_by_its_content() -> None:
    book = load()
    assert load() is book
    edition, _, digest = book.version.partition("+")
    assert edition == "2026.11"
    assert len(digest) == 8


def test_a_folder_may_replace_one_file(tmp_path: Path) -> None:
    (tmp_path / "decoys.yaml").write_text("places: [New Mexico]\n", encoding="utf-8")
    book = load(tmp_path)
    assert book.decoys == ("New Mexico",)
    assert book.states == load().states
    assert book.version != load().version


def test_the_parser_and_its_like_are_not_imported() -> None:
    program = (
        "import sys; from dragoman.codebook.codebook import load; load();"
        "print(sorted({'spacy', 'babel', 'countryinfo', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "cameo.tsv").write_text(
        HEAD["cameo.tsv"]
        + "04\tConsult\tCONSULT\t\t\t\t1\t1\tone\t\n"  # no number
        + "041\tTelephone\tCONSULT\ttelegraph\tgossip\t\t1\t1\t1\t\n"  # no such mode, no such context
        + "041\tTelephone\tCONSULT\tphone\t\t\t1\t1\t1\t\n"  # twice
        + "99\tWhistle\tWHISTLE\t\t\t\t\t\t\t\n"  # no such root
        + "05\tSupport\n",  # too few fields
        encoding="utf-8",
    )
    (tmp_path / "bodies.yaml").write_text(
        "CLUB: {name: Club, kind: golf, cameo: NGO, country: ATL, sector: FUN,"
        " members: {ATL: lately}, ambiguous: [Club]}\n"
        "ODD: 7\n",
        encoding="utf-8",
    )
    with pytest.raises(CodebookError) as caught:
        load(tmp_path)
    told = str(caught.value)
    for fault in (
        "cameo.tsv, 04: icews is 'one'; a number is needed",
        "cameo.tsv, 041: mode 'telegraph' is none of CONSULT",
        "cameo.tsv, 041: context 'gossip' is not in plover.yaml",
        "cameo.tsv, 041: stands twice",
        "cameo.tsv, 99: has no root '99'",
        "cameo.tsv, 05: has not 10 fields",
        "bodies.yaml, CLUB: kind is 'golf'; allowed are igo,",
        "bodies.yaml, CLUB: country 'ATL' is not in states.tsv",
        "bodies.yaml, CLUB: sector 'FUN' is not in plover.yaml",
        "bodies.yaml, CLUB: member 'ATL' is not in states.tsv",
        "bodies.yaml, CLUB: ATL is a member 'lately'",
        "bodies.yaml, CLUB: ambiguous is ['Club']; a mapping of names is needed",
        "bodies.yaml, ODD: is 7; a mapping of fields is needed",
        "plover.yaml, CONSULT visit: cameo '042' is not in cameo.tsv",
    ):
        assert fault in told
    lines = told.splitlines()
    assert len(lines) == len(set(lines))
    assert lines[0] == f"{len(lines) - 1} faults in {tmp_path}:"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("plover.yaml", "events: {AGREE: [", "plover.yaml: is no YAML"),
        ("plover.yaml", "- AGREE\n", "plover.yaml: holds no mapping"),
        (
            "bodies.yaml",
            "UN: {name: a, kind: igo, cameo: IGO}\nUN: {name: b, kind: igo, cameo: IGO}\n",
            "'UN' stands twice",
        ),
        ("names.tsv", "words\tkind\n", "names.tsv, head: columns are"),
        ("names.tsv", HEAD["names.tsv"] + "Atlantis\tstate\tATL\t\n", "Atlantis: key 'ATL' is not in states.tsv"),
        ("names.tsv", HEAD["names.tsv"] + "Iran\tstate\tIRN\t\nIran\tstate\tIRQ\t\n", "Iran: stands for IRN, IRQ"),
        ("names.tsv", HEAD["names.tsv"] + "Iran\tstate\tIRN\t\nIran\tcapital\tIRN\t\n", "Iran: stands twice for IRN"),
        ("names.tsv", HEAD["names.tsv"] + "Iran\tplanet\tIRN\t\n", "kind is 'planet'; allowed are state, demonym"),
        (
            "states.tsv",
            HEAD["states.tsv"] + "IRN\tIR\tIran\t\t630\t\tIRN\tperhaps\tTehran\tAsia\n",
            "only one of cow_number",
        ),
        (
            "states.tsv",
            HEAD["states.tsv"] + "IRN\tIR\tIran\t\t\t\tIRN\tperhaps\tTehran\tAsia\n",
            "un_member is 'perhaps'",
        ),
        (
            "states.tsv",
            HEAD["states.tsv"] + "IRN\tIR\tPersis\t\t\t\tIRN\tyes\tTehran\tAsia\n",
            "name 'Persis' is not among",
        ),
        ("plovr.yaml", "events: {}\n", "plovr.yaml: is no file of the codebook; those are agreements.yaml,"),
    ],
)
def test_each_fault_names_its_place(tmp_path: Path, name: str, content: str, fault: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load(tmp_path)
    assert fault in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="there is no such folder"):
        load(tmp_path / "nowhere")
