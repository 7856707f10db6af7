"""How words reached the reporter: from whom who would not be named, and through which channel.

Both are told by the words round what was said: "a diplomat said on condition of anonymity", "she wrote on Twitter".
"""

from __future__ import annotations

from dragoman.actors.reading import Reading
from dragoman.codebook.sourcing import Sourcing
from dragoman.events.said import Said
from dragoman.texts.parsed import Token


def anonymous(reading: Reading, said: Said, words: Sourcing, *, speakers: tuple[str, ...]) -> bool:
    """Whether the source is described, and is said not to want to be named. A named person never is."""
    if said.saying.source is None or any(_named(reading, actor) for actor in speakers):
        return False
    source = reading.parsed[said.sentence][said.saying.source]
    if source.lemma_ in words.nameless or words.anonymous.search(round_it(reading, said)):
        return True
    after = reading.sentences[said.sentence + 1 : said.sentence + 2]
    return bool(after) and _of_same(source, after[0].text) and words.anonymous.search(after[0].text) is not None


def channel(reading: Reading, said: Said, words: Sourcing) -> str | None:
    """The channel that the words round the content name; ``None`` where they name none."""
    told = round_it(reading, said)
    return next((name for name, pattern in words.channels.items() if pattern.search(told)), None)


def round_it(reading: Reading, said: Said) -> str:
    """The sentence of the cue without what was said in it."""
    text, sentence = reading.document.text, reading.sentences[said.sentence].span
    kept, at = [], sentence.start
    for piece in sorted(p for p in said.content if p.overlaps(sentence)):
        kept.append(text[at : max(at, piece.start)])
        at = max(at, piece.end)
    return " ".join((*kept, text[at : max(at, sentence.end)]))


def _named(reading: Reading, actor: str) -> bool:
    return actor in reading.actors and reading.actors[actor].actor_kind in ("person", "state", "body")


def _of_same(source: Token, text: str) -> bool:
    """Whether a sentence goes on about the source ("The diplomat spoke …", "They asked …")."""
    opening = text.casefold().split()[:3]
    return bool(opening) and (opening[0] in {"he", "she", "they"} or (opening[0] == "the" and source.lower_ in opening))
