"""What the mention finder hands to the resolver: words and what they say, before anybody is identified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.actors.actor import Form
from dragoman.actors.lexicon import Title

FoundKind = Literal["person", "state", "office", "body", "group", "pronoun", "place", "adjective"]


@dataclass(slots=True)
class Found:
    """Tokens ``[start, end)`` of a sentence that speak of somebody.

    ``shown`` is the part a reader would underline (the name without its titles); ``key`` an ISO3 code or body id where
    the codebook has the name; ``country`` what title or adjective say; ``host`` the state an ambassador is sent to;
    ``countries`` the several of "the presidents of Iran and Russia"; ``owner`` the token of "his" in "his counterpart";
    ``alias`` the letters that a text gives a body to be called by; ``leader`` the name in "the Biden administration";
    ``several`` the body or agreement whose members are meant one by one; ``weak`` a capitalised word that may be a
    person only if the text has named him before.
    """

    kind: FoundKind
    form: Form
    start: int
    end: int
    head: int
    shown: tuple[int, int]
    name: str | None = None
    title: Title | None = None
    title_words: str | None = None
    country: str | None = None
    body: str | None = None
    host: str | None = None
    key: str | None = None
    sector: str | None = None
    plural: bool = False
    former: bool = False
    weak: bool = False
    owner: int | None = None
    alias: str | None = None
    leader: str | None = None
    several: str | None = None
    countries: tuple[str, ...] = ()
    reason: str = ""
