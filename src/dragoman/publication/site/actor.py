"""A person, an office, a body or a state: names, offices in time, contacts, statements, and whom it met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from dragoman.codebook.holders import Holder, load_holders
from dragoman.measures.dealing import foremost
from dragoman.publication.brief_words import statement_told
from dragoman.publication.desk import AtDesk
from dragoman.publication.site.templating import page
from dragoman.publication.site.told import of_deed
from dragoman.record.people import Profile

router = APIRouter()
_SHOWN = 50  # contacts, statements, reports
_MET = 20


@dataclass(frozen=True, slots=True)
class Met:
    """Who took part in contacts on another side, and in how many."""

    name: str
    country: str | None
    contacts: int


@router.get("/actors/{country}/{name:path}")
def actor(request: Request, desk: AtDesk, country: str, name: str) -> HTMLResponse:
    of = None if country == "-" else country
    found = desk.record.profile(name, of)
    if found is None:
        raise HTTPException(
            404, f"No report names {name!r} of {of or 'no country'}. Search finds names by their words."
        )
    return page(
        request,
        "actor.html.j2",
        profile=found,
        holders=_holders(found),
        contacts=list(map(of_deed, found.contacts[:_SHOWN])),
        others=list(map(of_deed, found.others)),
        statements=[(one, statement_told(desk.english, one)) for one in found.statements],
        met=_met(found),
        sources=found.sources[:_SHOWN],
    )


def _holders(profile: Profile) -> list[Holder]:
    """The offices that the codebook knows somebody of this name and country to have held."""
    if "person" not in profile.kinds:
        return []
    known = [term for term in load_holders().named(profile.name) if term.key == profile.country]
    return sorted(known, key=lambda term: term.since)


def _met(profile: Profile) -> list[Met]:
    """Those of other countries, or of none, in most contacts first."""
    counts: Counter[tuple[str, str | None]] = Counter()
    for deed in profile.contacts:
        event, who = deed.telling.thing, deed.telling.who
        parties = foremost(who((*event.actors, *event.recipients)))
        others = (one for one in parties if not profile.is_one(one.name, one.actor_kind, one.country))
        counts.update((one.name, one.country) for one in others if not one.country or one.country != profile.country)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    return [Met(name, country, count) for (name, country), count in ordered[:_MET]]
