"""What both sides are said to have agreed, when only one of them says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.codebook.comparing import load_comparing
from dragoman.events.coding import Coding
from dragoman.events.event import Statement
from dragoman.record.contradiction import Contradiction
from dragoman.record.dossier import Dossier, Told, passage, sentence, words
from dragoman.texts.document import Span

_MOST = 3  # passages of the other side: they show what it speaks of instead


def one_sided(dossier: Dossier) -> Iterator[Contradiction]:
    """An agreement of two states that all reports have from the mouth of one."""
    agreeing = load_comparing().agreeing
    for deed in dossier.deeds():
        states = {country for one in deed for country in _countries(one.coding, one.event.actors)}
        if deed[0].event.event != "AGREE" or deed[0].event.status != "occurred" or len(states) != 2:
            continue
        said = [_said(one) for one in deed]
        speakers = {country for found in said for country, _ in found}
        agreed = any(agreeing.search(words(one.coding, span)) for one in deed for span in one.evidence)
        if not agreed or not all(said) or len(speakers) != 1 or not speakers < states:
            continue
        (told,), (silent,) = speakers, states - speakers
        first = deed[0]
        places = [(first.coding, sentence(first.coding, said[0][-1][1])), *_instead(deed, silent)]
        about = f"whether {silent} agreed too: only {told} is quoted for it"
        passages = tuple(dict.fromkeys(passage(*place) for place in places))
        yield Contradiction(
            "one-sided", about, passages, frozenset(states), "the other side may have said so elsewhere"
        )


def _said(one: Told) -> list[tuple[str, Span]]:
    """Who says so, by country, in which words; empty if the report itself does anywhere."""
    found = []
    for span in one.evidence:
        saying = [statement for statement in one.coding.statements if any(c.overlaps(span) for c in statement.content)]
        if not saying:
            return []
        found += [(country, span) for country in _countries(one.coding, _speakers(saying))]
    return found


def _speakers(statements: list[Statement]) -> list[str]:
    return [speaker for statement in statements for speaker in statement.speakers]


def _instead(deed: list[Told], state: str) -> list[tuple[Coding, Span]]:
    """What those of a state are quoted with in the same reports."""
    found = [
        (one.coding, sentence(one.coding, statement.content[0]))
        for one in deed
        for statement in one.coding.statements
        if state in _countries(one.coding, statement.speakers) and len(statement.speakers) == 1 and statement.content
    ]
    return found[:_MOST]


def _countries(coding: Coding, ids: Iterable[str]) -> list[str]:
    country = {actor.id: actor.country for actor in coding.actors}
    return list(dict.fromkeys(found for id in ids if (found := country[id])))
