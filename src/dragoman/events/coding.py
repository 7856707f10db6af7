"""All that was read from one document: what the text side hands to the record."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.actor import Actor
from dragoman.events.agreement import Agreement
from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.texts.document import Document, Span


@dataclass(frozen=True, slots=True)
class Skipped:
    """A sentence from which nothing was coded, and why."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Coding:
    """What a document says, under one version of the codebook."""

    document: Document
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    sentences: tuple[Span, ...]
    skipped: tuple[Skipped, ...]
    codebook: str
    coder: str
    agreements: tuple[Agreement, ...] = ()
    figures: tuple[Figure, ...] = ()
