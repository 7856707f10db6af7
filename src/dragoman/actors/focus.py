"""Who is in focus: how prominently each member of the cast was spoken of, and who stands in the sentence at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.actors.cast import Cast, Member
from dragoman.actors.found import Found
from dragoman.actors.lexicon import Lexicon
from dragoman.texts.parsed import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_KEPT = 0.5  # of its weight a member keeps from one sentence to the next
_FORGOTTEN = 0.2  # below this nobody is in focus


class Focus:
    """Reads a document forward, mention by mention."""

    def __init__(self, cast: Cast, parsed: Mapping[int, Doc], lexicon: Lexicon) -> None:
        self.cast, self.parsed, self.lexicon = cast, parsed, lexicon
        self.here: list[tuple[Found, list[Member]]] = []  # mentions of the sentence at hand, so far
        self.sentence = -1
        self._clock = 0
        self._weight: dict[int, float] = {}  # by id(member)

    def turn_to(self, sentence: int) -> None:
        """Go on to a sentence: what was in focus fades."""
        if sentence != self.sentence:
            self._weight = {k: v * _KEPT for k, v in self._weight.items()}
            self.sentence, self.here = sentence, []

    def saw(self, sentence: int, item: Found, members: Sequence[Member]) -> None:
        """Note who was just mentioned: subjects and speakers stay in focus longest."""
        self._clock += 1
        self.turn_to(sentence)
        for member in members:
            member.last_seen = self._clock
            member.times_seen += 1
            if item.kind not in ("adjective", "place"):
                before, now = self.weight(member), self._prominence(self.parsed[sentence][item.head])
                self._weight[id(member)] = max(before, now) if item.form == "pronoun" else before / 2 + now
        self.here.append((item, list(members)))

    def weight(self, member: Member) -> float:
        return self._weight.get(id(member), 0.0)

    def best(self, *kinds: str) -> list[Member]:
        """The member most in focus of these kinds, if anybody is."""
        known = [m for m in self.cast.members if m.kind in kinds and id(m) in self._weight]
        found = max(known, key=lambda m: (self.weight(m), m.last_seen), default=None)
        return [found] if found is not None and self.weight(found) > _FORGOTTEN else []

    def before(self, token: int, *kinds: str) -> Iterator[tuple[Found, Member]]:
        """Members of these kinds mentioned before a token of this sentence, nearest first."""
        for item, members in reversed(self.here):
            if members and members[0].kind in kinds and item.head < token:
                yield item, members[0]

    def last_two(self, office: str | None) -> list[Member]:
        """The two persons last seen who belong to different states, in order of mention."""
        known = [m for m in self.cast.holders(office, None) if m.last_seen >= 0 and m.country]
        other = next((m for m in known[1:] if m.country != known[0].country), None)
        return [other, known[0]] if other else []

    def two_states(self) -> list[Member]:
        """The two states most spoken of so far: by names, adjectives and people."""
        seen: dict[str, int] = {}
        for member in self.cast.members:
            if member.country and member.last_seen >= 0:
                seen[member.country] = seen.get(member.country, 0) + member.times_seen
        most = sorted(seen, key=lambda c: -seen[c])[:2]
        return [self.cast.state(c) for c in most] if len(most) == 2 else []

    def _prominence(self, token: Token) -> float:
        """Subjects 3 (of speech 4), objects 1.5, the rest 1."""
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.dep_ in SUBJECTS:
            return 4.0 if token.head.lemma_ in self.lexicon.speaking else 3.0
        return 1.5 if token.dep_ in ("dobj", "agent", "poss") else 1.0


def commands(doc: Doc, candidate: int, pronoun: Token) -> bool:
    """Whether the candidate is subject of a verb above the pronoun, and not the other side of that same verb."""
    governor = doc[candidate]
    while governor.dep_ == "conj" and governor.head.i != governor.i:
        governor = governor.head
    if governor.dep_ not in SUBJECTS:
        return False
    same_clause = governor.head.i == pronoun.head.i and pronoun.dep_ in ("dobj", "pobj", "dative")
    return not same_clause and governor.head in pronoun.ancestors
