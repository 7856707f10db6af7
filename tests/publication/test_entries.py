import pytest

from dragoman.codebook.codebook import load
from dragoman.errors import UsageError
from dragoman.publication.entries import LISTS, PATTERN, find, in_lists, in_office, offices

BOOK = load()


@pytest.mark.parametrize("name", LISTS)
def test_whatever_is_listed_is_found_by_its_name(name: str) -> None:
    listed = list(LISTS[name].entries(BOOK))
    assert listed
    for entry in listed:
        found = find(BOOK, entry.name)
        ids = {getattr(found, field, None) for field in ("id", "code", "iso3", "name")}
        assert entry.name.removeprefix(PATTERN) in ids, entry


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("consult", "EventKind"),
        ("042", "CameoCode"),
        ("Persian", "State"),
        ("nuclear ban treaty", "Instrument"),
        ("opec", "Body"),
        ("pattern:accuse", "Pattern"),
        ("accuse", "EventKind"),
        ("head_of_state", "Office"),
        ("economic", "Context"),
        ("GOV", "Sector"),
    ],
)
def test_an_entry_is_found_by_any_of_its_names(name: str, kind: str) -> None:
    assert type(find(BOOK, name)).__name__ == kind


@pytest.mark.parametrize("name", ["Irann", "pattern:nothing", "", "9999"])
def test_what_there_is_not_is_a_clear_error(name: str) -> None:
    with pytest.raises(UsageError, match="There is no"):
        find(BOOK, name)


def test_words_are_looked_for_in_all_lists() -> None:
    found = {(name, entry.name) for name, entry in in_lists(BOOK, "Non-Proliferation")}
    assert ("agreements", "NPT") in found
    assert {name for name, _ in in_lists(BOOK, "visit")} >= {"cameo", "patterns"}


def test_the_last_term_of_an_office_comes_first() -> None:
    for _, terms in offices("FRA"):
        assert [term.since for term in terms] == sorted((term.since for term in terms), reverse=True)


def test_only_those_in_office_hold_it() -> None:
    assert all(not term.until and term.office == "head_of_state" for term in in_office("head_of_state"))
