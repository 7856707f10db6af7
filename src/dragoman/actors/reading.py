"""A document as far as it is understood before anything is coded: sentences, parses, and who is meant where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.actors.actor import Actor, Mention
from dragoman.texts.document import Document, Span
from dragoman.texts.parse import place
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coders read. ``parsed`` and ``mentions`` are keyed by sentence index; a sentence without an entry in
    ``parsed`` was judged unable to matter. ``actors`` is keyed by actor id. ``on_subject``: the document speaks of
    dealings between states."""

    document: Document
    sentences: Sequence[Sentence]
    parsed: Mapping[int, Doc]
    mentions: Mapping[int, Sequence[Mention]]
    actors: Mapping[str, Actor]
    on_subject: bool = True

    def mention_at(self, sentence: int, token: int) -> Mention | None:
        """The shortest mention of an actor that holds this token, pronouns included, places and adjectives not."""
        holding = [
            m
            for m in self.mentions.get(sentence, ())
            if m.start <= token < m.end and m.form not in ("place", "adjective")
        ]
        return min(holding, key=lambda m: m.end - m.start, default=None)

    def span(self, sentence: int, start: int, end: int) -> Span:
        """The place in the document of tokens ``[start, end)`` of a sentence."""
        return place(self.sentences[sentence], self.parsed[sentence], start, end)
