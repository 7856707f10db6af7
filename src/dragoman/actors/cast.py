"""The cast of a document: who was met so far, by name, office and country, and who was spoken of last."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from dragoman.actors.actor import Actor, ActorKind, Mention
from dragoman.actors.lexicon import Title
from dragoman.codebook.codebook import Codebook
from dragoman.texts.document import content_id

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

    def learn(self, *, name: str | None, country: str | None, body: str | None, host: str | None,
              title: Title | None, title_words: str | None, why: str) -> None:  # fmt: skip
        """Take over what this mention says and nobody said before."""
        if name and len(name_words(name)) > len(name_words(self.name)):
            self.name = name
        if title and (
            self.title is None
            or (self.title.office in ("leader", "chief", "official") and self.title.office != title.office)
        ):
            self.title, self.title_words = title, title_words
        self.host = self.host or host
        self.body = self.body or body
        if country and not self.country:
            self.country = country
            self.reasons.append(why)

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
        of = codebook.states[self.country].name if self.country in codebook.states else None
        if self.body in codebook.bodies:
            of = codebook.bodies[self.body].name
        words = self.title_words[0].upper() + self.title_words[1:]
        to = f" to {codebook.states[self.host].name}" if self.host in codebook.states else ""
        return f"{'Former ' if self.former else ''}{words}{f' of {of}' if of else ''}{to}"

    def level(self, codebook: Codebook) -> str | None:
        """The rung of a contact with this actor."""
        if self.title and self.title.level:
            return self.title.level
        if self.kind == "state":
            return "state"
        if self.kind == "body":
            body = codebook.bodies.get(self.body or "")
            if body:
                return "international_organisation" if body.kind != "armed_group" else "non_state_groups"
            return {"LEG": "parliament", "GOV": "ministry_officials", "JRN": "media", "REL": "religious_body"}.get(
                self.sector or "", "state"
            )
        return (
            {"LEG": "parliament", "GOV": "ministry_officials", "REL": "religious_body", "MIL": "state"}.get(
                self.sector or "", "non_state_groups"
            )
            if self.kind == "group"
            else None
        )

    def cameo(self, codebook: Codebook, sector: str | None) -> str | None:
        """``SWEGOV``; a body's own code; ``None`` for somebody of whom neither is known."""
        if self.country is None and self.body in codebook.bodies:
            return codebook.bodies[self.body].cameo
        if self.country is None:
            return None
        country = codebook.states[self.country].cameo if self.country in codebook.states else self.country
        return f"{country}{sector or ''}"


class Cast:
    """Members in order of appearance. Finding is by name, by office and by country."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.members: list[Member] = []
        self._by_key: dict[str, Member] = {}

    def keyed(self, key: str, kind: ActorKind, name: str, **known: str | None) -> Member:
        """The one member with that key (a state's code, a body's id, a group's words), made where there is none."""
        if key not in self._by_key:
            member = Member(
                kind, name, country=known.get("country"), body=known.get("body"), sector=known.get("sector")
            )
            self._by_key[key] = member
            self.members.append(member)
        return self._by_key[key]

    def state(self, iso3: str) -> Member:
        return self.keyed(f"state:{iso3}", "state", self.codebook.states[iso3].name, country=iso3)

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
    """ "Zarif" and "Javad Zarif" fit "Mohammad Javad Zarif"; "Seyed Ebrahim Raisi" and "Raisi" fit; "Sergei" alone does not."""
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
