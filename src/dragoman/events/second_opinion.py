"""A second opinion: what a learned model makes of a sentence that names two states and that no pattern speaks on.

The model says which event the one does to the other; whether it was done is judged from the syntax, by the same rules
as for patterns. Of all pairs in a sentence only the surest opinion is heard, and only above a threshold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, permutations
from typing import Protocol

from dragoman.actors.actor import Mention
from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.events.cues import Cues, Modality
from dragoman.events.matching import Match
from dragoman.events.modality import judge
from dragoman.events.patterns import learned
from dragoman.events.relation_model import Marked, Opinion
from dragoman.events.syntax import agent, is_passive, subject
from dragoman.events.telling import Told
from dragoman.events.transform import Deed, Transforms, transform
from dragoman.texts.document import Span
from dragoman.texts.parsed import Doc, Token

# Below it quiet sentences get events: one in a hundred more at 0.85. What opinions are worth stands in docs/model.md.
LEAST = 0.9
_MOST = 4  # mentions looked at in a sentence: of lists of states nothing is learned but time is lost
_DEEPEST = 6  # how many words up the tree the verb may stand from the one acted on, itself included
_EMPTY = ("be", "have", "do")
_SPOKEN = ("AGREE", "REQUEST", "REJECT", "THREATEN")  # the model has seen these with the deed that is spoken of


class Adviser(Protocol):
    """Who is asked: the shipped model, or another."""

    name: str

    def opinion(self, pair: Marked) -> Opinion: ...


class SecondOpinion:
    """Asks an adviser about sentences in which two states or bodies are named."""

    def __init__(
        self, adviser: Adviser, codebook: Codebook, cues: Cues, transforms: Transforms, *, least: float = LEAST
    ) -> None:
        """``least`` is how sure the adviser must be, from 0 to 1."""
        self.name = adviser.name
        self._adviser, self._codebook, self._least = adviser, codebook, least
        self._cues, self._transforms = cues, transforms

    def told(self, reading: Reading, index: int) -> Iterator[Told]:
        """The one deed that the adviser is surest of, if any."""
        doc = reading.parsed[index]
        asked = [
            (self._adviser.opinion(Marked(doc.text, (_words(doc, a),), (_words(doc, b),))), a, b, verb)
            for a, b in permutations(_parties(reading, index), 2)
            if _apart(reading, a, b) and (verb := _predicate(doc, a, b)) is not None and self._may_tell(verb)
        ]
        if not asked:
            return
        opinion, a, b, verb = max(asked, key=lambda found: found[0].sureness)
        if opinion.sureness >= self._least:
            yield from self._tell(opinion, a, b, verb, index)

    def _may_tell(self, verb: Token) -> bool:
        """Not what is only supposed or denied, nor "is", "has" and "said". An opinion costs as much as a parse."""
        empty = verb.lemma_ in _EMPTY or self._cues.verbs.get(verb.lemma_) == "say"
        return not empty and judge(verb, self._cues).status not in ("hypothetical", "denied")

    def _tell(self, opinion: Opinion, a: Mention, b: Mention, verb: Token, index: int) -> Iterator[Told]:
        event = opinion.event
        pattern = learned(self.name, event, self._codebook.cameo_of(event), round(opinion.sureness, 2))
        modality = judge(verb, self._cues)
        deed = _spoken(event, pattern.cameo, modality)
        if deed is None and event not in _SPOKEN:
            deed = transform(pattern, modality, self._transforms)
        if deed is not None:
            deed = replace(deed, by_governor=False)  # the adviser has named the sides
            yield Told(Match(pattern, verb, None), deed, modality, a.actors, b.actors, index, advised=True)


def _spoken(event: str, cameo: str, modality: Modality) -> Deed | None:
    """What is said is done by saying it."""
    if event not in _SPOKEN:
        return None
    if event == "AGREE":
        promised = modality.force in (None, "promise", "ready") and modality.status != "negated"
        planned = modality.status == "planned" and modality.force is None
        return Deed(event, None, cameo, "planned" if planned else "occurred") if promised else None
    return Deed(event, None, cameo, "occurred") if event == "REJECT" or modality.status != "negated" else None


def _parties(reading: Reading, index: int) -> list[Mention]:
    """The first mention of each state, body or of somebody who stands for one."""
    found: dict[tuple[str, ...], Mention] = {}
    for mention in sorted(reading.mentions.get(index, ()), key=lambda m: m.start):
        known = mention.actors and all(_stands_for(reading, a) for a in mention.actors)
        if known and mention.form not in ("place", "pronoun"):
            found.setdefault(mention.actors, mention)
    return list(found.values())[:_MOST]


def _stands_for(reading: Reading, actor: str) -> str:
    """The state or body that an actor stands for; empty if none."""
    one = reading.actors[actor]
    return one.country or (one.id if one.actor_kind == "body" else "")


def _apart(reading: Reading, a: Mention, b: Mention) -> bool:
    one, other = ({_stands_for(reading, actor) for actor in mention.actors} for mention in (a, b))
    return one.isdisjoint(other) and (a.end <= b.start or b.end <= a.start)


def _words(doc: Doc, mention: Mention) -> Span:
    """The noun phrase of a mention in the sentence: of an adjective, up to its noun ("Iranian warplanes")."""
    end = mention.end
    head = doc[mention.head].head
    if mention.form == "adjective" and head.tag_.startswith("N") and mention.end <= head.i < mention.end + 4:
        end = head.i + 1
    return Span(doc[mention.start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def _predicate(doc: Doc, a: Mention, b: Mention) -> Token | None:
    """The nearest verb that has both sides below it, if ``a`` stands in its subject, or where its doer stands."""
    above = set(islice(_upwards(doc[b.head]), _DEEPEST))
    common = (doc[i] for i in _upwards(doc[a.head]) if i in above)
    verb = next((token for token in common if token.tag_.startswith("V")), None)
    doer = None if verb is None else agent(verb) if is_passive(verb) else subject(verb)
    return verb if doer is not None and doer.i in _upwards(doc[a.head]) else None


def _upwards(token: Token) -> Iterator[int]:
    yield token.i
    for ancestor in token.ancestors:
        yield ancestor.i
