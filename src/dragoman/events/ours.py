"""Who "we" are: first persons plural become the state or body for which somebody speaks.

Within quotation marks and in the turn of a transcript that is the speaker's ("“We condemn the attack,” the minister
said"), elsewhere in an official release its publisher's. A columnist's "we", "we all", "our partners" and "our two
countries" stay nobody. "I" is the speaker himself, or the publisher.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.actor import Actor, ActorKind, Mention
from dragoman.actors.cast import Cast
from dragoman.actors.found import Found
from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.speech import Speech
from dragoman.codebook.voices import Voices
from dragoman.events.publisher import key_of, publisher
from dragoman.events.quotations import near, outermost
from dragoman.events.said import Said
from dragoman.events.speakers import Speakers
from dragoman.texts.document import Span
from dragoman.texts.parsed import Token

OURS = ("we", "us", "our")
_MINE = ("i", "me", "my")


def with_ours(reading: Reading, said: Sequence[Said], speech: Speech, codebook: Codebook, voices: Voices) -> Reading:
    """The reading with each "we", "us" and "our" (and "I") that can be made out; the very same one if there is none."""
    if not any(m.words.casefold() in (*OURS, *_MINE) for here in reading.mentions.values() for m in here):
        return reading
    return _Ours(reading, said, speech, codebook, voices).resolved()


class _Ours:
    """First persons plural of one document."""

    def __init__(
        self, reading: Reading, said: Sequence[Said], speech: Speech, codebook: Codebook, voices: Voices
    ) -> None:
        self._reading, self._said = reading, said
        speakers = Speakers(reading, speech, said)
        self._who = {id(s): speakers.of(s) for s in said}
        self._codebook, self._voices = codebook, voices
        self._quotations = outermost(reading.document.text)
        self._publisher = publisher(reading, codebook, voices)
        self._actors = dict(reading.actors)

    def resolved(self) -> Reading:
        mentions = {
            index: [self._mention(m, self._reading.parsed[index][m.head]) for m in here]
            for index, here in self._reading.mentions.items()
        }
        return replace(self._reading, mentions=mentions, actors=self._actors)

    def _mention(self, mention: Mention, token: Token) -> Mention:
        if (
            mention.form != "pronoun"
            or mention.words.casefold() not in (*OURS, *_MINE)
            or _of_others(token, self._voices)
        ):
            return mention
        ours = mention.words.casefold() in OURS
        quoted, said = self._said_at(mention.span)
        if not quoted:
            return self._spoken(mention, self._publisher.keys, self._publisher.reason) if self._publisher else mention
        who = [self._reading.actors[a] for a in self._who[id(said)]] if said else []
        keys = (key_of(actor) for actor in who) if ours else (actor.id for actor in who)
        return self._spoken(
            mention, tuple(key for key in keys if key), f"in words of {' and '.join(a.name for a in who)}"
        )

    def _spoken(self, mention: Mention, keys: Sequence[str], reason: str) -> Mention:
        actors = tuple(dict.fromkeys(self._actor(key) for key in keys))
        return replace(mention, actors=actors, reason=reason) if actors else mention

    def _said_at(self, span: Span) -> tuple[bool, Said | None]:
        """Whether somebody's own words stand there, in quotation marks or the turn of a transcript, and whose."""
        held = [s for s in self._said if s.mode != "indirect" and any(piece.holds(span) for piece in s.content)]
        quoted = any(q.span.holds(span) for q in near(self._quotations, span.start, span.end))
        said = min(held, key=lambda s: sum(map(len, s.content)), default=None)
        return quoted or any(s.saying.frame == "label" for s in held), said

    def _actor(self, key: str) -> str:
        """The id of the actor with that key, who may be named nowhere else in the document."""
        if key in self._actors:
            return key
        cast = Cast(self._codebook)
        body = self._codebook.bodies.get(key)
        if body is None:
            member = cast.state(key)
        else:
            kind: ActorKind = "body"
            found = Found(
                kind, "name", 0, 1, 0, (0, 1), name=body.name, country=body.country, body=key, sector=body.sector
            )
            member = cast.keyed(f"body:{key}", kind, found)
        cast.close(self._reading.document.id)
        actor: Actor = member.frozen(self._reading.document.id, self._codebook)
        return self._actors.setdefault(actor.id, actor).id


def _of_others(token: Token, voices: Voices) -> bool:
    """ "we all", "our allies", "our two countries", "our talks": more than the speaker's own side."""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ != "our":
        return after in voices.inclusive
    noun = token.head
    between = {t.lower_ for t in token.doc[token.i + 1 : noun.i]}
    before = token.nbor(-1).lower_ if token.i else ""
    return (
        not voices.shared.isdisjoint({before, *between})
        or not voices.others.isdisjoint({noun.lower_, noun.lemma_})
        or not voices.together.isdisjoint({noun.lower_, noun.lemma_})
    )
