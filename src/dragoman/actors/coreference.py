"""Coreference: whom a pronoun, a title without a name or a pair speaks of, judged by what was said before.

It may abstain: a mention of nobody is better than one of the wrong man.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast, Member
from dragoman.actors.found import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEAKING = frozenset(
    "say tell add note state stress emphasize emphasise underline announce describe call express speak".split()
)
_PERSONAL = frozenset("he him his himself she her hers herself".split())
_FIRST = frozenset("i my me myself".split())
_NEUTER = frozenset("it its itself".split())
_PEOPLE_PAIRS = frozenset("officials leaders ministers presidents counterparts diplomats parties".split())


class Coreference:
    """Reads a document forward and remembers who was seen where and how prominently."""

    def __init__(self, cast: Cast, parsed: Mapping[int, Doc]) -> None:
        self._cast, self._parsed = cast, parsed
        self._clock = 0
        self._salience: dict[int, float] = {}  # id(member) -> how much in focus
        self._sentence = -1
        self._here: list[tuple[Found, list[Member]]] = []

    def saw(self, sentence: int, item: Found, members: Sequence[Member]) -> None:
        """Note who was just mentioned: subjects and speakers stay in focus longest."""
        self._clock += 1
        self._turn_to(sentence)
        for member in members:
            member.last_seen = self._clock
            member.times_seen += 1
            if item.kind not in ("adjective", "place"):
                weight = self._weight(self._parsed[sentence][item.head])
                self._salience[id(member)] = (
                    max(self._salience.get(id(member), 0.0), weight)
                    if item.form == "pronoun"
                    else self._salience.get(id(member), 0.0) / 2 + weight
                )
        self._here.append((item, list(members)))

    def resolve(self, sentence: int, item: Found) -> list[Member]:
        """Members meant by words that identify nobody by themselves."""
        self._turn_to(sentence)
        if item.kind == "office":
            return self._office(sentence, item)
        if item.plural:
            return self._several(item)
        return self._pronoun(sentence, item)

    def _turn_to(self, sentence: int) -> None:
        if sentence != self._sentence:
            self._salience = {k: v * 0.5 for k, v in self._salience.items() if v > 0.05}
            self._sentence = sentence
            self._here = []

    def _weight(self, token: Token) -> float:
        """Subjects 3 (of speech 4), objects 1.5, the rest 1."""
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.dep_ in _SUBJECTS:
            return 4.0 if token.head.lemma_ in _SPEAKING else 3.0
        return 1.5 if token.dep_ in ("dobj", "agent", "poss") else 1.0

    # ---------------------------------------------------------------- titles without a name

    def _office(self, sentence: int, item: Found) -> list[Member]:
        office = item.title.office if item.title else ""
        if item.plural and item.countries:
            return [m for country in item.countries for m in self._holder(item, office, country)]
        if item.plural and item.body and not item.country:
            return self._holders_of_body(item)
        if item.plural and not item.country:
            return self._last_two(None if office in ("official", "leader", "counterpart", "minister") else office)
        if office == "counterpart":
            return self._counterpart(sentence, item)
        if item.country:
            return self._holder(item, office, item.country)
        if item.plural:
            return []
        return self._recent_holder(item, office)

    def _holders_of_body(self, item: Found) -> list[Member]:
        """ "European Community foreign ministers" """
        body = self._cast.codebook.bodies.get(item.body or "")
        member = self._cast.keyed(
            f"group:{item.body}:{item.title_words}",
            "group",
            item.name or "",
            country=body.country if body else None,
            body=item.body,
        )
        member.title, member.title_words = item.title, item.title_words
        return [member]

    def _holder(self, item: Found, office: str, country: str) -> list[Member]:
        known = self._cast.holders(office, country)
        if not known and office in ("leader", "official"):
            known = self._cast.holders(None, country)
        if known and not (office == "official" and item.plural):
            item.reason = f"the {office.replace('_', ' ')} of {country} named before"
            return known[:1]
        member = self._cast.keyed(f"office:{office}:{country}:{item.plural}", "group" if item.plural else "office", item.name or office,
                                  country=country, body=item.body)  # fmt: skip
        member.title, member.title_words, member.host = item.title, item.title_words, item.host
        return [member]

    def _recent_holder(self, item: Found, office: str) -> list[Member]:
        known = self._cast.holders(office, None)
        known = [m for m in known if m.last_seen >= 0]
        if known:
            item.reason = f"the last {office.replace('_', ' ')} spoken of"
            return known[:1]
        if item.body:
            body = self._cast.codebook.bodies.get(item.body)
            member = self._cast.keyed(
                f"office:{office}:{item.body}",
                "office",
                item.name or office,
                country=body.country if body else None,
                body=item.body,
            )
            member.title, member.title_words = item.title, item.title_words
            return [member]
        return []

    def _counterpart(self, sentence: int, item: Found) -> list[Member]:
        """ "his Russian counterpart": the holder of his own office in Russia."""
        owners = self._owner(sentence, item)
        owner = owners[0] if owners else None
        title = owner.title if owner else None
        if title is None:
            return []
        found = self._cast.holders(title.office, item.country) if item.country else []
        found = [m for m in found if m is not owner]
        if found:
            item.reason = f"{title.office.replace('_', ' ')} of {item.country}, as {owner.name if owner else '?'} is of his own state"
            return found[:1]
        if not item.country:
            return []
        member = self._cast.keyed(
            f"office:{title.office}:{item.country}", "office", item.name or "counterpart", country=item.country
        )
        member.title, member.title_words = title, owner.title_words if owner else None
        return [member]

    def counterpart_title(self, sentence: int, item: Found, named: Member) -> None:
        """ "his Russian counterpart Sergei Lavrov" gives Lavrov the office of "him"."""
        owners = [m for m in self._owner(sentence, item) if m is not named]
        if owners and owners[0].title and (named.title is None or named.title.office == "counterpart"):
            named.title, named.title_words = owners[0].title, owners[0].title_words
            named.country = named.country or item.country

    def _owner(self, sentence: int, item: Found) -> list[Member]:
        """The person before it in the sentence who is of another state; else the subject to come; else the one in focus."""
        if item.owner is None:
            return self._in_focus(("person",))
        doc = self._parsed[sentence]
        for other, members in reversed(self._here):
            if (
                members
                and members[0].kind == "person"
                and other.head < item.owner
                and members[0].country != item.country
            ):
                return members[:1]
        return self._following_subject(doc, item.owner) or self._personal(doc[item.owner])

    # ---------------------------------------------------------------- pronouns and pairs

    def _pronoun(self, sentence: int, item: Found) -> list[Member]:
        word = (item.name or "").casefold()
        token = self._parsed[sentence][item.head]
        if word in _PERSONAL:
            return self._personal(token) or self._following_subject(self._parsed[sentence], item.head)
        if word in _FIRST:
            return self._speaker(token)
        if word in _NEUTER:
            return self._neuter(token)
        return []

    def _personal(self, token: Token) -> list[Member]:
        """The subject of the clause for "his"; else the person most in focus."""
        for item, members in reversed(self._here):
            if (
                members
                and members[0].kind in ("person", "office")
                and item.head < token.i
                and self._commands(token, item.head)
            ):
                return members[:1]
        return self._in_focus(("person", "office"))

    def _commands(self, token: Token, candidate: int) -> bool:
        """Whether the candidate is subject of a verb above the pronoun, and not the other side of the same verb."""
        governor = token.doc[candidate]
        while governor.dep_ == "conj" and governor.head.i != governor.i:
            governor = governor.head
        if governor.dep_ not in _SUBJECTS:
            return False
        same_clause = governor.head.i == token.head.i and token.dep_ in ("dobj", "pobj", "dative")
        return not same_clause and governor.head in token.ancestors

    def _following_subject(self, doc: Doc, token: int) -> list[Member]:
        """ "In a conversation with his Russian counterpart, President Rouhani said": the subject is still to come.

        Only names are looked for: they have been registered before the reading began."""
        for ancestor in doc[token].ancestors:
            for child in ancestor.children:
                if child.dep_ in _SUBJECTS and child.i > token:
                    member = self._cast.person(
                        doc[child.left_edge.i : child.i + 1].text.split(",")[0]
                    ) or self._cast.person(child.text)
                    if member:
                        return [member]
        return []

    def _speaker(self, token: Token) -> list[Member]:
        for ancestor in token.ancestors:
            if ancestor.lemma_ in _SPEAKING:
                for item, members in self._here:
                    if self._parsed[self._sentence][item.head].head.i == ancestor.i and members:
                        return members[:1]
        return self._in_focus(("person",))

    def _neuter(self, token: Token) -> list[Member]:
        for item, members in reversed(self._here):
            if (
                members
                and members[0].kind in ("state", "body")
                and item.head < token.i
                and self._commands(token, item.head)
            ):
                return members[:1]
        return []

    def _in_focus(self, kinds: tuple[str, ...]) -> list[Member]:
        ranked = [
            (self._salience.get(id(m), 0.0), m.last_seen, m)
            for m in self._cast.members
            if m.kind in kinds and id(m) in self._salience
        ]
        best = max(ranked, key=lambda r: r[:2], default=None)
        return [best[2]] if best and best[0] > 0.2 else []

    def _several(self, item: Found) -> list[Member]:
        """The two last spoken of: persons for "both officials", states for "the two countries"."""
        word = (item.name or "").casefold().split()[-1]
        if word in ("they", "them", "their", "we", "us", "our"):
            return self._they(word)
        if word in _PEOPLE_PAIRS:
            people = self._last_two(None)
            if len(people) == 2:
                return people
        states = self._last_two_states()
        if word in ("sides", "parties"):
            people = self._last_two(None)
            if len(people) == 2 and len({m.country for m in people}) == 2:
                return people
        return states

    def _they(self, word: str) -> list[Member]:
        if word not in ("they", "them", "their"):
            return []
        for _, members in reversed(self._here):
            if len(members) > 1:
                return members
        people = self._last_two(None)
        return people if len(people) == 2 and all(self._salience.get(id(m), 0) > 0.4 for m in people) else []

    def _last_two(self, office: str | None) -> list[Member]:
        """The two persons last seen who belong to different states, in order of mention."""
        known = [m for m in self._cast.holders(office, None) if m.last_seen >= 0 and m.country]
        if not known:
            return []
        other = next((m for m in known[1:] if m.country != known[0].country), None)
        return [other, known[0]] if other else []

    def _last_two_states(self) -> list[Member]:
        """The two states most spoken of so far: by state names, adjectives and people."""
        seen: dict[str, int] = {}
        for member in self._cast.members:
            if member.country and member.last_seen >= 0:
                seen[member.country] = seen.get(member.country, 0) + member.times_seen
        last = sorted(seen, key=lambda c: -seen[c])[:2]
        return [self._cast.state(c) for c in last] if len(last) == 2 else []
