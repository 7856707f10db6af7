"""Whose words they are and to whom: from the tokens of a saying to actors, through pronouns, titles and documents.

Grammar says which token names the source. Where that token is "he", "the expert" or "the statement", whoever spoke or
acted right before, outside the quotations, has the floor: names within quoted words are spoken of, not speaking.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from dragoman.actors.actor import ActorKind, Mention
from dragoman.actors.focus import SUBJECTS
from dragoman.actors.reading import Reading
from dragoman.codebook.speech import Speech
from dragoman.events.meant import Actors
from dragoman.events.said import Said
from dragoman.events.syntax import after, child, conjuncts
from dragoman.texts.document import Span
from dragoman.texts.parsed import Token

_PERSONS: frozenset[ActorKind] = frozenset({"person", "office"})
_BODILY: frozenset[ActorKind] = frozenset({"body", "group", "state"})
_GROUP: frozenset[ActorKind] = frozenset({"group"})
_ANYBODY = _PERSONS | _GROUP
_ALL = _PERSONS | _BODILY
_DEFINITE = frozenset({"the", "this", "that"})
_PERSONAL = frozenset({"he", "she"})
_TOGETHER = frozenset({"they", "it"})
_REACH = 3  # sentences back, quotations not counted, over which somebody keeps the floor


class Speakers:
    """The speakers of a document's sayings, to be asked for in the order of the text."""

    def __init__(self, reading: Reading, speech: Speech, said: Sequence[Said]) -> None:
        self._reading, self._speech = reading, speech
        self._contents = sorted(piece for s in said for piece in s.content)
        self._spoken: dict[int, list[tuple[Said, Actors]]] = {}

    def of(self, said: Said) -> Actors:
        """The ids of those whose words they are: the source and what "and" joins to it; for "a statement by the
        ministry", the ministry. Empty for sources that nobody can make out."""
        found = self._of(said)
        if said.cue is None or not self._quoted(said.cue):
            self._spoken.setdefault(said.sentence, []).append((said, found))
        return found

    def _of(self, said: Said) -> Actors:
        if said.saying.source is None:
            return ()
        source = self._reading.parsed[said.sentence][said.saying.source]
        if source.lower_ in _PERSONAL and (floor := self._has_floor(said)):
            rest = [a for token in conjuncts(source)[1:] for a in self._named(said, token)]
            return tuple(dict.fromkeys((*floor, *rest)))
        if source.lower_ == "they" and (floor := self._last(said, _GROUP, reach=1) or self._several(said)):
            return floor
        return self._named(said, source) or self._referred(said, source)

    def _referred(self, said: Said, source: Token) -> Actors:
        """Whom words that name nobody speak of, by what was said before."""
        if source.lower_ in _TOGETHER:
            return self._last(said, _BODILY)
        speech, article = self._speech, child(source, "det")
        further = child(source, "prep", "relcl", "acl", "poss")  # "the officials of that ministry": somebody new
        if article is None or article.lower_ not in _DEFINITE or (further is not None and further.lower_ != "in"):
            return ()
        if source.lemma_ in speech.documents:
            return self._last(said, _ALL)
        if source.lemma_ in speech.outlets:
            return self._last(said, _BODILY)
        if source.lemma_ in speech.people:
            return self._described(said, source) or self._last(said, _PERSONS)
        return ()

    # ------------------------------------------------------------------------------------------------- named here

    def _named(self, said: Said, source: Token) -> Actors:
        ids: dict[str, None] = {}
        for token in conjuncts(source):
            owners = list(_owners(token)) if token.lemma_ in self._speech.documents else []
            apposed = [t for c in token.children if c.dep_ == "appos" for t in conjuncts(c)]
            sent = list(after(token, "from")) if token.tag_ == "NNS" else []  # "representatives from Peru"
            here = [actors_at(self._reading, said.sentence, one) for one in owners or [token, *apposed, *sent]]
            first = next((i for i, actors in enumerate(here) if actors), 0)
            if owners or first:  # all the owners; all of "the signatories, Peru and Chile"
                ids.update(dict.fromkeys(a for actors in here for a in actors))
            else:
                ids.update(dict.fromkeys(here[first] if here else ()))
        return tuple(ids)

    # ----------------------------------------------------------------------------------------------- named before

    def _has_floor(self, said: Said) -> Actors:
        """Who spoke, else who acted, in the nearest sentence before that tells of anybody outside the quotations."""
        start = min([said.saying.region[0], *(low for low, _ in said.saying.content)])
        if any(self._subjects(said.sentence, before=start)):
            return ()  # somebody stands before in this sentence; the grammar knows better
        for index in self._back(said):
            if speakers := self._spoken_in(index, said, _PERSONS):
                return speakers
            subjects = list(self._subjects(index))
            main = [m for m in subjects if self._head(m).head.dep_ == "ROOT"]
            if subjects:
                return (main or subjects[-1:])[0].actors
        return ()

    def _last(self, said: Said, kinds: frozenset[ActorKind], *, reach: int = _REACH) -> Actors:
        """Who of that kind spoke last."""
        return next(
            (who for index in islice(self._back(said), reach) if (who := self._spoken_in(index, said, kinds))), ()
        )

    def _several(self, said: Said) -> Actors:
        """The two or more people who are the subject of the sentence before."""
        subjects = [
            a for index in islice(self._back(said), 1) for m in self._subjects(index, kinds=_ANYBODY) for a in m.actors
        ]
        return tuple(dict.fromkeys(subjects)) if len(set(subjects)) > 1 else ()

    def _described(self, said: Said, source: Token) -> Actors:
        """ "The candidate": whoever has been called one beside his name."""
        for index in range(said.sentence, -1, -1):
            for mention in self._mentions(index):
                named = mention.form == "name" and self._kinds(mention.actors) <= _PERSONS
                if named and source.lemma_ in {t.lemma_ for t in _beside(self._head(mention))}:
                    return mention.actors
        return ()

    def _back(self, said: Said) -> Iterator[int]:
        """Numbers of the sentences before a saying that hold more than quoted words, nearest first, not far back."""
        left = _REACH
        for index in range(said.sentence - 1, -1, -1):
            sentence = self._reading.sentences[index]
            if not left:
                return
            if not sentence.boilerplate and not self._quoted(sentence.span):
                left -= 1
                yield index

    def _spoken_in(self, index: int, said: Said, kinds: frozenset[ActorKind]) -> Actors:
        for other, who in reversed(self._spoken.get(index, ())):
            if other is not said and who and self._kinds(who) <= kinds:
                return who
        return ()

    def _kinds(self, who: Iterable[str]) -> set[ActorKind]:
        return {self._reading.actors[a].actor_kind for a in who if a in self._reading.actors}

    def _subjects(
        self, index: int, *, before: int | None = None, kinds: frozenset[ActorKind] = _PERSONS
    ) -> Iterator[Mention]:
        """Persons (or others of the ``kinds``) who are subjects of a sentence outside what is said in it."""
        for mention in self._mentions(index):
            head = self._head(mention)
            while head.dep_ in {"appos", "conj"} and head.head.i != head.i:
                head = head.head
            if (
                head.dep_ not in SUBJECTS
                or mention.form == "pronoun"
                or (before is not None and mention.start >= before)
            ):
                continue
            if mention.actors and self._kinds(mention.actors) <= kinds and not self._quoted(mention.span):
                yield mention

    def _mentions(self, index: int) -> Sequence[Mention]:
        return self._reading.mentions.get(index, ()) if index in self._reading.parsed else ()

    def _head(self, mention: Mention) -> Token:
        return self._reading.parsed[mention.sentence][mention.head]

    def _quoted(self, span: Span) -> bool:
        """Whether a place lies in what somebody says."""
        at = bisect_right(self._contents, span.start, key=lambda piece: piece.start)
        return any(piece.holds(span) for piece in self._contents[max(0, at - 8) : at])


def actors_at(reading: Reading, sentence: int, token: Token) -> Actors:
    """Whom a token speaks of."""
    mention = reading.mention_at(sentence, token.i)
    return mention.actors if mention is not None else ()


def addressees(reading: Reading, said: Said) -> Actors:
    """The ids of those who are told."""
    doc = reading.parsed[said.sentence]
    tokens = [t for listener in said.saying.listeners for t in conjuncts(doc[listener])]
    return tuple(dict.fromkeys(actor for t in tokens for actor in actors_at(reading, said.sentence, t)))


def _owners(document: Token) -> Iterator[Token]:
    """Whose statement, letter or report it is."""
    owner = child(document, "poss")
    if owner is not None:
        yield owner
        return
    named = [t for by in ("by", "from", "of") for t in after(document, by)]
    named = named or [a for c in document.children if c.dep_ == "acl" for a in after(c, "by")]
    named = [joined for one in named for joined in conjuncts(one)]
    yield from named or [c for c in document.children if c.dep_ in {"compound", "nmod", "amod"}]


def _beside(name: Token) -> Iterator[Token]:
    """The nouns that describe a name: before it, and on either side of the comma."""
    yield from (c for c in name.children if c.dep_ in {"compound", "appos"})
    if name.dep_ == "appos":
        yield name.head
