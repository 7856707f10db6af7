from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import UsageError
from dragoman.publication.gate.tokens import Keeper, add, remove, tokens


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "tokens.tsv"


def test_a_token_is_known_and_is_not_in_the_file(file: Path) -> None:
    ada, bob = add(file, "ada", "write"), add(file, "bob", "read")
    assert ada != bob
    assert len(ada) == len("dragoman_") + 43  # 256 bits
    assert ada not in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    keeper = Keeper(file)
    assert [(token.name, token.scope) for token in map(keeper.holder, (ada, bob)) if token] == [
        ("ada", "write"),
        ("bob", "read"),
    ]


def test_what_is_removed_opens_nothing_from_that_moment_on(file: Path) -> None:
    ada = add(file, "ada", "write")
    bob, keeper = add(file, "bob", "read"), Keeper(file)
    assert keeper.holder(ada)
    remove(file, "ada")
    assert keeper.holder(ada) is None
    assert keeper.holder(bob)
    file.unlink()
    assert keeper.holder(bob) is None


@pytest.mark.parametrize("given", ["", "dragoman_", "ada", "\udcff", "x" * 10_000, "é"])
def test_what_is_no_token_opens_nothing(file: Path, given: str) -> None:
    add(file, "ada", "write")
    assert Keeper(file).holder(given) is None


@pytest.mark.parametrize("name", ["", "two words", "tab\tbed", "x" * 65, "line\nbreak", "../up"])
def test_a_name_is_one_word(file: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no name for a token"):
        add(file, name, "read")


@pytest.mark.parametrize(
    "text", ["ada\n", "ada\tadmin\t" + "0" * 64 + "\t2026-01-01\n", "ada\tread\tshort\t2026\n", "\x00"]
)
def test_a_file_that_is_none_of_ours_is_refused_with_its_line(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(UsageError, match="line 1"):
        tokens(file)


def test_the_commands(file: Path) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, ["token", *words, "--tokens", str(file)])
        return result.exit_code, result.stdout, result.stderr

    code, shown, told = run("add", "ada", "--scope", "write")
    assert code == 0
    assert Keeper(file).holder(shown.strip())
    assert "only now" in told
    assert run("list")[1].split("\t")[:2] == ["ada", "write"]
    assert run("add", "ada")[0] == 2
    assert "It has: ada" in run("remove", "bob")[2]
    assert run("remove", "ada")[0] == 0
    assert run("list")[1] == ""
