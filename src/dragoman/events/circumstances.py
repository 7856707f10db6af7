"""When, where, through which channel, at what level and by whose word: what surrounds a deed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.voices import load_voices
from dragoman.events.contexts import load_contexts
from dragoman.events.dates import Clock, RawTime, date_of, scan, set_clock
from dragoman.events.event import Attribution, Place, Status
from dragoman.events.places import Kind, Places
from dragoman.events.publisher import is_release
from dragoman.events.syntax import conjuncts, subject
from dragoman.texts.document import Interval, Span
from dragoman.texts.parsed import Token

VERBAL = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_CHANNELS = (
    ("tweet", "tweet"), ("telephone", "phone_call"), ("phone call", "phone_call"), ("phone conversation", "phone_call"),
    ("reporters", "press_remarks"), ("press conference", "press_remarks"), ("interview", "interview"),
)  # fmt: skip
_KINDS: Mapping[str, Kind] = {"CONSULT": "contact", "COOPERATE": "contact"}
_TELLING = frozenset({"say", "tell", "announce", "report", "claim", "state", "add", "declare"})
_LONGEST = 700  # characters of evidence; longer stretches prove nothing in particular


class Circumstances:
    """Looks round the deeds of one document."""

    def __init__(self, reading: Reading, codebook: Codebook) -> None:
        self._reading, self._codebook = reading, codebook
        self._contexts = load_contexts()
        self._times = {i: scan(reading.sentences[i].text) for i in sorted(reading.parsed)}
        self.release = is_release(reading.document, codebook, load_voices())
        self._clocks = self._set_clocks()
        self._places = Places(reading, codebook, lambda sentence, verb: self.date(sentence, verb, "occurred"))

    def clause(self, sentence: int, trigger: Token) -> Span:
        """The clause that reports the deed, as evidence."""
        start, end = trigger.left_edge.i, trigger.right_edge.i + 1
        if trigger.tag_.startswith("N") and trigger.head.tag_.startswith("V"):
            start, end = trigger.head.left_edge.i, trigger.head.right_edge.i + 1
        span = self._reading.span(sentence, start, end)
        return (
            span
            if len(span) <= _LONGEST
            else self._reading.span(sentence, max(start, trigger.i - 40), min(end, trigger.i + 40))
        )

    def _set_clocks(self) -> dict[int, Clock]:
        """The clock for each parsed sentence: what its dates are read against, after those before it."""
        reading = self._reading
        clock = set_clock(
            self._times.values(),
            reading.document.published,
            sentences=[reading.sentences[i] for i in self._times],
            parsed=reading.parsed,
            release=self.release,
        )
        clocks = {}
        for i, times in self._times.items():
            clocks[i] = clock = clock.at(reading.sentences[i])
            clock = clock.after(clock.read(reading.parsed[i], times))
        return clocks

    def times(self, sentence: int) -> Mapping[RawTime, Interval]:
        """The time expressions of a parsed sentence in order, each with its days."""
        times = self._times[sentence]
        return dict(zip(times, self._clocks[sentence].read(self._reading.parsed[sentence], times), strict=True))

    def date(self, sentence: int, trigger: Token, status: Status) -> Interval:
        """When it was done or is to be done; ``words`` is set where the deed has a time expression of its own."""
        times = self._times[sentence]
        return date_of(
            trigger.doc, trigger.i, times, self._clocks[sentence], status=status, lead=sentence == min(self._times)
        )

    def place(self, sentence: int, trigger: Token, event: str | None) -> Place | None:
        """The city or state that the deed's own words name."""
        return self._places.of(sentence, trigger, "said" if event in VERBAL else _KINDS.get(event or "", "deed"))

    def place_of_people(self, people: Collection[str], date: Interval, known: Place | None) -> Place | None:
        """The city in which one of these actors was on that day, within ``known`` where that is a state."""
        return self._places.of_people(people, date, known)

    def contexts(self, sentence: int) -> tuple[str, ...]:
        return self._contexts.of(self._reading.sentences[sentence].text)

    def channel(self, sentence: int, trigger: Token, event: str | None, known: str | None) -> str:
        """The channel the sentence names; else that of the pattern or contact; else that which the speaker uses in the
        sentence before or after; else the usual one of such an event."""
        spoken = event in VERBAL or known in (None, "unspecified")
        named = self._medium(sentence) if spoken else None
        if named or (known and known != "unspecified"):
            return named or known or ""
        if event in VERBAL:
            return self._medium_beside(sentence, trigger) or "public_statement"
        return "sanctions_or_embargo" if event == "SANCTION" else "unspecified"

    def _medium(self, sentence: int) -> str | None:
        text = self._reading.sentences[sentence].text.lower()
        return next((channel for words, channel in _CHANNELS if words in text), None)

    def _medium_beside(self, sentence: int, trigger: Token) -> str | None:
        """ "He said that …. “…,” he told reporters": the same speaker goes on in the same place."""
        who = self.speakers(sentence, trigger)
        for beside in (sentence - 1, sentence + 1) if who else ():
            doc = self._reading.parsed.get(beside)
            told = (self._tellers(beside, t) for t in doc if t.lemma_ in _TELLING) if doc is not None else ()
            medium = self._medium(beside) if any(one == who for one in told) else None
            if medium and not self._reading.sentences[beside].boilerplate:
                return medium
        return None

    def levels(
        self, event: str | None, actors: tuple[str, ...], recipients: tuple[str, ...], said_by: tuple[Attribution, ...]
    ) -> tuple[str, ...]:
        """Rungs of those who deal with each other, in order. Talk is at the rung of the people who talk, a deed also at
        that of the states it is done to; talk of states is at the rung of who tells of it."""
        parties = [self._reading.actors[a] for a in (*actors, *recipients)]
        rungs = [p.level for p in parties if p.level]
        if event in VERBAL or event == "CONSULT":
            people = [p.level for p in parties if p.level and p.actor_kind in ("person", "office")]
            speakers = [self._reading.actors[link.actor].level for link in said_by if link.actor]
            rungs = (
                people
                or ([s for s in speakers if s] if event != "CONSULT" and set(rungs) <= {"state"} else [])
                or rungs
            )
        return tuple(dict.fromkeys(rungs))

    def attribution(self, sentence: int, trigger: Token) -> tuple[Attribution, ...]:
        """Outlet, then the speaker in whose words the deed is told."""
        who = (self._reading.actors[a] for a in self.speakers(sentence, trigger))
        chain = [Attribution("speaker", actor.name, actor.id) for actor in who]
        return (Attribution("outlet", self._reading.document.outlet), *chain)

    def speakers(self, sentence: int, trigger: Token) -> tuple[str, ...]:
        """Ids of those in whose words the deed is told: "Norway said that", "the ministers agreed, adding that"."""
        telling = next((t for t in trigger.ancestors if t.lemma_ in _TELLING), None)
        return self._tellers(sentence, telling) if telling is not None else ()

    def of_states(self, people: Iterable[str], actors: Iterable[str]) -> tuple[str, ...]:
        """Those of the people who belong to the states of these actors: they speak for them."""
        states = {self._reading.actors[a].country for a in actors}
        return tuple(p for p in people if self._reading.actors[p].country in states)

    def _tellers(self, sentence: int, telling: Token) -> tuple[str, ...]:
        teller = subject(telling)
        mentions = (self._reading.mention_at(sentence, t.i) for t in (conjuncts(teller) if teller is not None else ()))
        return tuple(dict.fromkeys(actor for m in mentions if m is not None for actor in m.actors))
