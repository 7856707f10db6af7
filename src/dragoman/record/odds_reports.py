"""What a report's own age and honesty put at odds: old words for days, and what it takes back."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from dragoman.codebook.comparing import load_comparing
from dragoman.events.coding import Coding
from dragoman.record.contradiction import Contradiction
from dragoman.record.copies import COPIED, containment
from dragoman.record.days import FIRST, LAST, days
from dragoman.record.dossier import Dossier, Told, passage, sentence, words
from dragoman.record.telling import day, folded
from dragoman.texts.document import Span

_STALE = 7  # days after which "on Wednesday" is no longer this week's


def old_dates(dossier: Dossier) -> Iterator[Contradiction]:
    """ "On Wednesday", in a report that came out weeks later: words kept from an older one."""
    relative, seen = load_comparing().relative_days, set[tuple[str, Span]]()
    for one in dossier.told:
        place, told = one.event.date.words, days(one.coding.document.published)
        if place is None or told[0] in (FIRST, LAST) or one.telling.last >= LAST:
            continue
        age = day(told[0]) - day(one.telling.last)
        key = (one.coding.document.id, place)
        said = words(one.coding, place)
        if age > _STALE and key not in seen and relative.search(said) and not any(map(str.isdecimal, said)):
            seen.add(key)
            spans = [sentence(one.coding, place), *_same_day(dossier, one)]
            about = f"which day “{said}” is, in a report of {told[0]} or later: {one.telling.first}"
            passages = tuple(passage(one.coding, span) for span in dict.fromkeys(spans))
            yield Contradiction(
                *("old date", about, passages, one.telling.states, "the words may be kept from an older report")
            )


def corrected(dossier: Dossier) -> Iterator[Contradiction]:
    """A report that takes back what it, or an earlier version of it, said."""
    for coding in dossier.codings.values():
        for span in coding.sentences:
            match = load_comparing().corrections.search(words(coding, span))
            if not match:
                continue
            passages = [passage(coding, span)]
            if before := _before(dossier, coding, span):
                passages.append(passage(*before))
            states = frozenset(actor.country for actor in coding.actors if actor.country)
            yield Contradiction("corrected", "what a report takes back", tuple(passages), states)


def _same_day(dossier: Dossier, one: Told) -> Iterator[Span]:
    """Where the report gives that day without leaning on its own."""
    relative = load_comparing().relative_days
    for other in dossier.told:
        place = other.event.date.words
        if place is None or other.coding is not one.coding or relative.search(words(one.coding, place)):
            continue
        if other.telling.first == one.telling.first:
            yield sentence(one.coding, place)


def _before(dossier: Dossier, coding: Coding, span: Span) -> tuple[Coding, Span] | None:
    """The earlier version, and what it had that is no longer there and is most like the correction's words."""
    document, notice = coding.document, words(coding, span)
    best: tuple[float, Coding, Span] | None = None
    for other in dossier.codings.values():
        earlier = other.document
        if (
            earlier.id == document.id
            or earlier.outlet != document.outlet
            or days(earlier.published) > days(document.published)
        ):
            continue
        if containment(earlier.text, document.text) < COPIED:
            continue
        for old in other.sentences:
            if words(other, old) not in document.text:
                alike = token_set_ratio(folded(words(other, old)), folded(notice))
                best = max(best or (0.0, other, old), (alike, other, old), key=lambda item: item[0])
    return best[1:] if best else None
