"""Names, days and deeds in plain English sentences, for people who know nothing of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.actors.actor import Actor
from dragoman.codebook.codebook import Codebook
from dragoman.events.event import Event
from dragoman.measures.dealing import Dealing, foremost
from dragoman.publication.wording import printable
from dragoman.texts.document import Interval

_OPTIONAL = re.compile(r" ?\[([^\]]*)\]")
_MARKS = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


@dataclass(frozen=True, slots=True)
class English:
    """How things are said; see ``plain_english.yaml``."""

    book: Codebook
    words: Mapping[str, Any]

    def state(self, code: str) -> str:
        """``"Iran"``, ``"the United States"``; the code itself where there is no such state."""
        known = self.book.states.get(code)
        if known is None:
            return code
        return f"the {known.name}" if code in self.words["the"] else known.name

    def owner(self, code: str) -> str:
        """``"Iran’s"``, ``"the Netherlands’"``."""
        name = self.state(code)
        return f"{name}’" if name.endswith("s") else f"{name}’s"

    def actor(self, actor: Actor) -> str:
        """``"Iran’s foreign minister Mohammad Javad Zarif"``, ``"the Iranian presidency"``, ``"Russia"``."""
        name = re.sub(r"^(The|A|An) ", lambda article: article[0].lower(), printable(actor.name))
        if actor.country and actor.actor_kind == "state":
            return self.state(actor.country)
        title, place = self._title(actor)
        if not title or title.casefold() in name.casefold() or actor.actor_kind != "person":
            return name
        if place and title.split()[-1] in self.words["bare"]:
            return f"{name} of {self.state(actor.country or '')}"
        if place:
            return f"{place} {title} {name}"
        return f"{name}, {printable(actor.office or '')},"

    def actors(self, actors: Iterable[Actor]) -> str:
        """All of them: ``"A, B and C"``; a state stands back behind its people."""
        return listed([self.actor(actor) for actor in foremost(actors)])

    def decoded(self, text: str) -> str:
        """With the names of states for their codes, and days in words."""
        named = re.sub(r"\b[A-Z]{3}\b", lambda code: self.state(code[0]), printable(text).replace("[a] ", ""))
        return re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda day: _day(day[0]), named)

    def rank(self, rank: str) -> str:
        return str(self.words["ranks"].get(rank, rank.replace("_", " ").capitalize()))

    def kind(self, channel: str, count: int) -> str:
        """``"2 visits"``, ``"a telephone call"``."""
        one, many = self.words["kinds"].get(channel, ("contact", "contacts"))
        return f"{count} {many}" if count != 1 else f"{'an' if one[0] in 'aeiou' else 'a'} {one}"

    def deed(self, dealing: Dealing) -> str:
        """What was done, planned, called for or denied, as a sentence."""
        event, found = dealing.event, dealing.telling
        acting = foremost(found.who(event.actors)) or foremost(found.who(event.recipients))
        mine = {actor.country for actor in acting}
        met = [actor for actor in foremost(found.who(event.recipients)) if actor not in acting]
        across = [actor for actor in met if not actor.country or actor.country not in mine]
        who = listed([self.actor(actor) for actor in acting]) or "Somebody"
        if event.event == "CONSULT" and acting and all(actor.actor_kind == "state" for actor in acting):
            who = f"representatives of {who}"  # states do not telephone
        return sentence(self._told(event, who, across))

    def own_words(self, event: Event) -> bool:
        """Whether the report's own words should follow, because ours say too little."""
        return not self._entry(event).get("own") and event.event != "CONSULT"

    def _told(self, event: Event, who: str, to: Sequence[Actor]) -> str:
        did, do = self._phrases(event, to)
        where = f" in {event.place.name}" if event.place and event.place.name not in did else ""
        entry = self._entry(event)
        if event.status in entry:
            return f"{who} {self._filled(entry[event.status], to)}"
        phrase: str = self.words["statuses"][event.status]
        return phrase.format(who=who, did=did, do=do) + where

    def _phrases(self, event: Event, to: Sequence[Actor]) -> tuple[str, str]:
        contact = self.words["channels"].get(event.channel) if event.event == "CONSULT" else None
        if contact:
            did, do = contact["toward" if to else "alone"]
            if event.channel == "visit" and to:
                return did.format(to=self._visited(event, to)), do.format(to=self._visited(event, to))
            return self._filled(did, to), self._filled(do, to)
        entry = self._entry(event)
        return self._filled(entry["did"], to), self._filled(entry["do"], to)

    def _visited(self, event: Event, to: Sequence[Actor]) -> str:
        """The place, else the state of those visited; people are named as those who were met."""
        countries = list(dict.fromkeys(actor.country for actor in to if actor.country))
        place = event.place.name if event.place else listed([self.state(code) for code in countries])
        people = [self.actor(actor) for actor in to if actor.actor_kind != "state"]
        if not place:
            return listed(people)
        return f"{place} to see {listed(people)}" if people else place

    def _entry(self, event: Event) -> Mapping[str, Any]:
        deeds = self.words["deeds"]
        keys = (event.cameo, f"{event.event} {event.mode}", event.event, "statement")
        entry: Mapping[str, Any] = next(deeds[key] for key in keys if key in deeds)
        return entry

    def _filled(self, phrase: str, to: Sequence[Actor]) -> str:
        named = listed([self.actor(actor) for actor in to])
        kept = _OPTIONAL.sub(lambda part: f" {part[1]}" if named else "", phrase)
        return kept.format(to=named or "somebody").strip()

    def _title(self, actor: Actor) -> tuple[str, str]:
        """``("foreign minister", "Iran’s")``, ``("ambassador to Russia", "Iran’s")``; no place where none is told."""
        office = printable(actor.office or "")
        state = self.book.states.get(actor.country or "")
        if not state:
            return office, ""
        names = "|".join(sorted(map(re.escape, (*state.names, state.official)), key=len, reverse=True))
        found = re.fullmatch(rf"(.+?) of (?:the )?(?:{names})( to .+)?", office)
        if not found:
            return office, ""
        return lowered(found[1]) + (found[2] or ""), self.owner(state.iso3)


@cache
def words() -> Mapping[str, Any]:
    text = files("dragoman.publication").joinpath("plain_english.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded


def in_words(when: Interval) -> str:
    """``21 April 2020``, ``March 2001``, ``between 1 August and 31 December 2020``, ``by 27 July 2020``; empty if not
    known."""
    start, end = when.start, when.end
    if when.granularity in ("month", "year") and start:
        return _day(start[: 7 if when.granularity == "month" else 4])
    match start, end:
        case None, None:
            return ""
        case str(), None:
            return f"from {_day(start)} on"
        case None, str():
            return f"by {_day(end)}"
        case str(), str() if start == end:
            return _day(start)
        case _:
            return f"between {_shortened(start or '', end or '')} and {_day(end or '')}"


def on(when: Interval) -> str:
    """The same after a verb: ``on 21 April 2020``, ``in March 2001``, ``between …``, ``by …``."""
    told = in_words(when)
    if not told or told.split()[0] in ("between", "by", "from"):
        return told
    return f"on {told}" if told[0].isdigit() and " " in told else f"in {told}"


def capital(words: str) -> str:
    """With a capital at the beginning."""
    return words[:1].upper() + words[1:]


def listed(names: Sequence[str]) -> str:
    """``A, B and C``."""
    parts = [*names[:-2], " and ".join(names[-2:])] if names else []
    return ", ".join(part.rstrip(",") if at < len(parts) - 1 else part for at, part in enumerate(parts))


def sentence(words: str) -> str:
    """With a capital at the beginning and a full stop at the end."""
    words = " ".join(words.split()).rstrip(",")
    return capital(words) + ("" if words.endswith((".", "!", "?", ".”", "?”", "!”", "…”", ".’")) else ".")


def quoted(words: str, *, begins: bool = True, ends: bool = True) -> str:
    """A report's words in quotation marks, marks within them made single; ``…`` where they are cut out of more."""
    inner = re.sub(r'"([^"]*)"', r"‘\1’", printable(words).translate(_MARKS)).replace('"', "’")
    before, after = ("" if begins else "…\u00a0", "" if ends else "\u00a0…")
    return f"“{before}{' '.join(inner.split())}{after}”"


def lowered(title: str) -> str:
    """A title within a sentence: ``foreign minister``; words of capitals alone stay."""
    return " ".join(word if word.isupper() else word.lower() for word in title.split())


def _day(written: str) -> str:
    """``2020``, ``2020-04`` and ``2020-04-21`` in words; a year that nobody gives is left out."""
    year, *rest = written.split("-")
    known = date(2000, *(map(int, [*rest, "1"][:2]))) if rest else None
    parts = [
        f"{known.day}" if len(rest) == 2 and known else "",
        f"{known:%B}" if known else "",
        year.replace("XXXX", ""),
    ]
    return " ".join(filter(None, parts))


def _shortened(start: str, end: str) -> str:
    """The first day without what it shares with the last: ``1``, ``1 August``."""
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return str(int(start[8:]))
    day = _day(start)
    return day.removesuffix(f" {end[:4]}") if len(start) > 4 else day
