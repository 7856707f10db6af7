"""Makes a brief from the record."""

from __future__ import annotations

from importlib.metadata import version

from dragoman.codebook.codebook import Codebook
from dragoman.errors import UsageError
from dragoman.measures.dealing import dealings
from dragoman.publication.brief import Brief, Matter, Notes
from dragoman.publication.brief_deeds import announced, chronology, contacts
from dragoman.publication.brief_limits import summary, unknown
from dragoman.publication.brief_words import agreements, contradictions, figures, parts, said
from dragoman.publication.plain_english import English, in_words, words
from dragoman.record.filter import Filter
from dragoman.record.record import Record
from dragoman.texts.document import Interval


def brief(record: Record, wanted: Filter, book: Codebook) -> Brief:
    """What the record holds on the dealings of the two states that ``wanted`` names.

    :raises UsageError: it does not name two.
    """
    if len(set(wanted.states)) != 2:
        raise UsageError("A brief is on the dealings of two states. Name two.")
    one, other = wanted.states
    english = English(book, words())
    told = [dealing for dealing in dealings(record, wanted, judged=True) if _between(dealing.directed(), wanted.states)]
    matter = Matter(
        states=(one, other),
        wanted=wanted,
        dealings=told,
        statements=list(record.statements(wanted)),
        agreements=record.tracked(wanted),
        figures=list(record.figures(wanted)),
        contradictions=list(record.contradictions(wanted)),
        english=english,
        notes=Notes(),
    )
    sections = parts(
        chronology(matter),
        contacts(matter),
        agreements(matter),
        announced(matter),
        said(matter),
        figures(matter),
        contradictions(matter),
        unknown(matter),
    )
    return Brief(
        title=f"{english.state(one).removeprefix('the ')} and {english.state(other)}",
        subtitle=_subtitle(wanted),
        summary=summary(matter),
        sections=sections,
        notes=tuple(matter.notes.kept.values()),
        made=_made(record),
    )


def _between(pairs: list[tuple[str, str]], states: tuple[str, ...]) -> bool:
    return any(set(pair) == set(states) for pair in pairs)


def _subtitle(wanted: Filter) -> str:
    since, until = (in_words(Interval(day, day, "day")) if day else "" for day in (wanted.since, wanted.until))
    if since and until:
        return f"Their dealings from {since} to {until}"
    if since:
        return f"Their dealings since {since}"
    return f"Their dealings until {until}" if until else "Their dealings, as far as the reports go back"


def _made(record: Record) -> str:
    edition = record.edition()
    books = ", ".join(edition.codebooks)
    day = (edition.latest or "")[:10]
    read = f" last added to on {in_words(Interval(day, day, 'day'))}" if day else ""
    return (
        f"Made by dragoman {version('dragoman')} (codebook {books}) from a record of {edition.documents} reports{read}."
    )
