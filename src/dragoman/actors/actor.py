"""The nouns of the actor side: an actor, and the mentions by which a text speaks of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.texts.document import Span

ActorKind = Literal["person", "state", "office", "body", "group"]
Form = Literal["name", "title", "metonym", "description", "pronoun", "place", "adjective"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that speak of one actor, or of several ("both presidents").

    ``start`` and ``end`` are token numbers in the sentence (half-open), ``head`` the token that carries the grammar;
    ``span`` is the place in the document; ``actors`` the ids of those meant, empty where nobody can be made out.
    """

    sentence: int
    start: int
    end: int
    head: int
    span: Span
    words: str
    form: Form
    actors: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, is acted upon, speaks or is named, within one document.

    ``country`` is ISO 3166-1 alpha-3 or ``None``; ``sector`` a PLOVER sector; ``cameo`` the CAMEO actor code
    (``SWEGOV``); ``level`` the rung of a contact with it (``foreign_minister``); ``reasons`` says how each was found.
    """

    id: str
    name: str
    actor_kind: ActorKind
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    level: str | None = None
    cameo: str | None = None
    mentions: tuple[Mention, ...] = field(default=())
    reasons: tuple[str, ...] = ()
