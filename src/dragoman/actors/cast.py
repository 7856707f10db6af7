"""The cast of a document: who was met so far, by name, office and country, and who was spoken of last."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from dragoman.actors.actor import Actor, ActorKind, Mention
from dragoman.actors.found import Found
from dragoman.actors.lexicon import Title
from dragoman.codebook.codebook import Codebook
from dragoman.texts.document import content_id

_VAGUE = ("leader", "chief", "official")  # titles that a better one replaces
_RUNGS = {
    "LEG": "parliament",
    "GOV": "ministry_officials",
    "JRN": "media",
    "REL": "religious_body",
    "MIL": "state",
    "COP": "state",
}
_PARTICLES = frozenset("al el bin bint ibn ben van von der den de da do dos del della la le di du abu ul ur".split())


def fold(name: str) -> str:
    """Lower case without accents, hyphens and apostrophes: what two spellings of a name share."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if c.isalnum() or c == " ").casefold()


def name_words(name: str) -> list[str]:
    """Folded words of a name without particles and initials."""
    words = fold(name.replace("-", " ")).split()
    return [w for w in words if w not in _PARTICLES and len(w) > 1] or words


@dataclass(slots=True)
class Member:
    """One actor of the cast while the document is being read."""

    kind: ActorKind
    name: str
    country: str | None = None
    body: str | None = None
    host: str | None = None
    title: Title | None = None
    title_words: str | None = None
    sector: str | None = None
    former: bool = False
    id: str = ""
    mentions: list[Mention] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    last_seen: int = -1
    times_seen: int = 0

    def learn(self, item: Found) -> None:
        """Take over what this mention says and nobody said before."""
        if item.form == "name" and item.name and len(name_words(item.name)) > len(name_words(self.name)):
            self.name = item.name
        vague = self.title is None or self.title.office in _VAGUE
        if item.title and vague and (self.title is None or self.title.office != item.title.office):
            self.title, self.title_words = item.title, item.title_words
        self.host, self.body = self.host or item.host, self.body or item.body
        self.former = self.former or item.former
        if item.country and not self.country:
            self.country = item.country
            self.reasons.append(f"{item.country} from the words “{item.title_words or item.name}”")

    def frozen(self, document: str, codebook: Codebook) -> Actor:
        """The finished actor."""
        sector = self.sector or (self.title.sector if self.title else None)
        return Actor(
            id=self.id, name=self.name, actor_kind=self.kind, country=self.country, sector=sector,
            office=self.office(codebook), level=self.level(codebook), cameo=self.cameo(codebook, sector),
            mentions=tuple(self.mentions), reasons=tuple(self.reasons),
        )  # fmt: skip

    def office(self, codebook: Codebook) -> str | None:
        """ "Foreign Minister of Iran", "Ambassador of Iran to Russia"; ``None`` without a title."""
        if self.title is None or self.title_words is None or self.title.office == "counterpart":
            return None
        state, host = codebook.states.get(self.country or ""), codebook.states.get(self.host or "")
        place = codebook.bodies.get(self.body or "") or state
        words = self.title_words[0].upper() + self.title_words[1:]
        former = "Former " if self.former else ""
        return former + words + (f" of {place.name}" if place else "") + (f" to {host.name}" if host else "")

    def level(self, codebook: Codebook) -> str | None:
        """The rung of a contact with this actor."""
        if self.title and self.title.level:
            return self.title.level
        if self.kind == "state":
            return "state"
        body = codebook.bodies.get(self.body or "") if self.kind == "body" else None
        if body:
            return "non_state_groups" if body.kind == "armed_group" else "international_organisation"
        if self.kind in ("body", "group"):
            return _RUNGS.get(self.sector or "", "state" if self.kind == "body" else "non_state_groups")
        return None

    def cameo(self, codebook: Codebook, sector: str | None) -> str | None:
        """``SWEGOV``; a body's own code; ``None`` for somebody of whom neither is known."""
        body, state = codebook.bodies.get(self.body or ""), codebook.states.get(self.country or "")
        if self.country is None:
            return body.cameo if body else None
        return f"{state.cameo if state else self.country}{sector or ''}"


class Cast:
    """Members in order of appearance. Finding is by name, by office and by country."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.members: list[Member] = []
        self.aliases: dict[str, Member] = {}  # letters that the text gives a body: "Economic Front for Unity (EFU)"
        self._by_key: dict[str, Member] = {}

    def keyed(self, key: str, kind: ActorKind, item: Found) -> Member:
        """The one member with that key (a body's id, a group's words, an office), made where there is none."""
        if key not in self._by_key:
            member = Member(
                kind, item.name or "", country=item.country, body=item.body, host=item.host, sector=item.sector
            )
            member.title, member.title_words = item.title, item.title_words
            self._by_key[key] = member
            self.members.append(member)
        return self._by_key[key]

    def state(self, iso3: str) -> Member:
        name = self.codebook.states[iso3].name
        return self.keyed(f"state:{iso3}", "state", Found("state", "name", 0, 1, 0, (0, 1), name=name, country=iso3))

    def person(self, name: str, title: Title | None = None) -> Member | None:
        """The person this name fits best: all its words within theirs or theirs within it, the last words agreeing;
        under the same title one word in common is enough ("Foreign Minister Motegi" is Motegi Toshimitsu)."""
        words = name_words(name)
        people = [m for m in self.members if m.kind == "person"]
        fitting = [m for m in people if _fits(words, name_words(m.name))]
        if not fitting and title and len(words) == 1:
            fitting = [
                m for m in people if m.title and m.title.office == title.office and words[0] in name_words(m.name)
            ]
        return max(fitting, key=lambda m: m.last_seen, default=None)

    def new_person(self, name: str) -> Member:
        member = Member("person", name)
        self.members.append(member)
        return member

    def holders(self, office: str | None, country: str | None) -> list[Member]:
        """Persons with that office and country, latest seen first; ``None`` fits all."""
        fitting = [
            m
            for m in self.members
            if m.kind == "person"
            and m.title
            and (office is None or m.title.office == office)
            and (country is None or m.country == country)
        ]
        return sorted(fitting, key=lambda m: -m.last_seen)

    def close(self, document: str) -> None:
        """Give every member its id."""
        seen: dict[str, int] = {}
        for m in self.members:
            base = content_id(
                "a",
                document,
                m.kind,
                m.name,
                m.country,
                m.body,
                m.title.office if m.title and m.kind == "office" else "",
            )
            seen[base] = seen.get(base, 0) + 1
            m.id = base if seen[base] == 1 else f"{base}-{seen[base]}"


def _fits(words: list[str], known: list[str]) -> bool:
    """ "Zarif" and "Javad Zarif" fit "Mohammad Javad Zarif"; "Mohammad" alone does not."""
    if not words or not known:
        return False
    if words == known:
        return True
    shorter, longer = sorted((words, known), key=len)
    if set(shorter) <= set(longer):
        return shorter[-1] == longer[-1] or (len(shorter) == 1 and shorter[0] == longer[0] and _asian(longer))
    return (
        len(words) == len(known)
        and words[-1] == known[-1]
        and words[0][:1] == known[0][:1]
        and _near(words[0], known[0])
    )


def _near(a: str, b: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(a, b) >= 80


def _asian(words: list[str]) -> bool:
    """Whether the family name may stand first ("Xi Jinping", "Kim Jong Un"): short first word."""
    return len(words) in (2, 3) and len(words[0]) <= 4
