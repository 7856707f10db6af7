"""Agreements: every treaty, deal, regime and process that a document speaks of, each with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import AgreementKind, Agreements, Instrument
from dragoman.events.agreement import Agreement, StageChange
from dragoman.events.agreement_mentions import Found, find_mentions, names_of
from dragoman.events.agreement_parties import Parties
from dragoman.events.agreement_stages import Told, stage_of, told_of
from dragoman.events.agreement_terms import terms_of
from dragoman.events.circumstances import Circumstances
from dragoman.events.cues import load_cues
from dragoman.events.event import Reason, Statement
from dragoman.texts.document import Span, content_id


@dataclass(slots=True)
class _Group:
    """Mentions of one agreement while a document is read."""

    instrument: str | None
    family: str
    kind: AgreementKind
    parties: tuple[str, ...]
    topics: frozenset[str]
    plural: bool
    new: bool
    guessed: bool
    mentions: list[Found] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)


def find_agreements(
    reading: Reading, agreements: Agreements, look: Circumstances, statements: Sequence[Statement] = ()
) -> tuple[Agreement, ...]:
    """The agreements of a document in order of their first mention.

    Named ones have the parties that the codebook knows; described ones ("a 20-year treaty", "sanctions on Iran") need
    parties that the text names. Several descriptions of one thing are joined: same family, same parties, nothing that
    tells them apart. ``statements`` are asked who says so.
    """
    groups = _Grouping(reading, agreements, look)
    for found in find_mentions(reading, agreements, names_of(agreements)):
        groups.add(found)
    return tuple(_agreement(reading, group, agreements, look, statements) for group in groups.kept())


_MANY = 9  # parties of what many have signed
_MADE = ("agreed", "signed")


def _only_wanted(found: Found, told: Sequence[Told]) -> bool:
    """ "We hope to see a deal signed": not the one that has been."""
    return not found.old and any(t.step in _MADE and t.status != "occurred" for t in told)


def _as_name(group: _Group, found: Found) -> bool:
    """ "The Accords", said of the Abraham Accords."""
    return group.instrument is not None and found.words.split()[-1][0].isupper()


class _Grouping:
    """Puts each mention to the agreement it speaks of."""

    def __init__(self, reading: Reading, agreements: Agreements, look: Circumstances) -> None:
        self._reading, self._agreements, self._look = reading, agreements, look
        self._parties = Parties(reading, agreements)
        self._cues = load_cues()
        self._groups: list[_Group] = []

    def add(self, found: Found) -> None:
        told = list(told_of(self._reading, found, self._agreements, self._cues, self._look))
        parties, body = self._parties.explicit(found)
        instrument = found.instrument or self._short(found, parties)
        group: _Group | None
        if instrument is not None:
            group = self._of_instrument(instrument, found, parties)
        else:
            group = self._antecedent(found, parties) or self._alike(found, parties, body, told)
        if group is not None:
            group.mentions.append(found)
            group.told += told

    def kept(self) -> list[_Group]:
        for group in self._groups:
            self._fill_target(group)
        return self._told_of()

    def _fill_target(self, group: _Group) -> None:
        """ "US sanctions" in a report of the US and one other state: on that one."""
        pair = self._parties.pair()
        open_ = group.family == "sanctions" and len(group.parties) == 1 and set(group.parties) < set(pair)
        if open_ and not any(self._parties.target_known(m) for m in group.mentions):
            group.parties = (*group.parties, *(p for p in pair if p not in group.parties))

    def _told_of(self) -> list[_Group]:
        """Those with parties that the text names, or of which it says more than once or how they stand; all named."""
        return [g for g in self._groups if g.instrument or not g.guessed or g.told or len(g.mentions) > 1]

    # ------------------------------------------------------------------ named

    def _short(self, found: Found, parties: tuple[str, ...]) -> str | None:
        """ "The nuclear deal" where Iran is spoken of."""
        if found.family != "agreement" or found.new or found.plural:
            return None
        for instrument in self._agreements.instruments.values():
            words = instrument.short.keys() & found.topics
            if not words or (not instrument.open and not set(parties) <= set(instrument.parties)):
                continue
            of = instrument.short[min(words)]
            if not of or self._parties.named() & set(of):
                return instrument.id
        return None

    def _of_instrument(self, key: str, found: Found, explicit: tuple[str, ...]) -> _Group:
        known = next((g for g in self._groups if g.instrument == key), None)
        instrument = self._agreements.instruments[key]
        if known is None:
            known = _Group(key, "agreement", instrument.kind, (), frozenset(), False, False, False)
            self._groups.append(known)
        if found.instrument is not None or known.parties == instrument.parties:
            known.parties = instrument.parties
        else:  # a short name alone says whose deal it is, not with whom
            of = {iso3 for states in instrument.short.values() for iso3 in states}
            known.parties = tuple(p for p in instrument.parties if p in {*known.parties, *explicit, *of})
        return known

    # ------------------------------------------------------------------ described

    def _antecedent(self, found: Found, parties: tuple[str, ...]) -> _Group | None:
        """What "the agreement" means: the last one of its family, before those that are only thought of."""
        if found.topics or found.new:
            return None
        family = [
            g for g in self._groups if g.family == found.family and (g.plural == found.plural or _as_name(g, found))
        ]
        fitting = [g for g in family if set(parties) <= set(g.parties)]
        if found.family in ("sanctions", "embargo") and len(fitting) == 1:
            return fitting[0]
        last = sorted(fitting, key=lambda g: (g.new, -g.mentions[-1].span.start))
        return last[0] if last and found.old else None

    def _alike(self, found: Found, parties: tuple[str, ...], body: bool, told: Sequence[Told]) -> _Group | None:
        if found.plural and not found.old and not parties:
            return None  # "international treaties"
        full = parties
        if found.family == "agreement" and len(parties) < 2 and not (parties and body):
            full = self._parties.inferred(found, parties)
            if len(full) < 2:
                return None
        if not full:
            return None
        for group in reversed(self._groups):
            if self._same(group, found, full, told):
                group.parties = tuple(dict.fromkeys((*group.parties, *full)))
                group.guessed = group.guessed and full != parties
                group.topics |= found.topics
                return group
        return self._started(found, full, guessed=full != parties)

    def _same(self, group: _Group, found: Found, parties: tuple[str, ...], told: Sequence[Told]) -> bool:
        if group.instrument or group.family != found.family or group.plural != found.plural:
            return False
        ours, theirs = set(parties), set(group.parties)
        if not (ours == theirs if found.family == "agreement" else ours <= theirs or theirs <= ours):
            return False
        if group.new != found.new and (told or group.told) and (found.new or not found.old):
            return False
        if any(t.step in _MADE and t.status == "occurred" for t in group.told) and _only_wanted(found, told):
            return False
        apart = group.topics and found.topics and not group.topics & found.topics
        return not apart or found.family == "sanctions"

    def _started(self, found: Found, parties: tuple[str, ...], *, guessed: bool) -> _Group:
        kind: AgreementKind = "bundle" if found.plural else found.kind
        group = _Group(None, found.family, kind, parties, found.topics, found.plural, found.new, guessed)
        self._groups.append(group)
        return group


# --------------------------------------------------------------------------------------------------------- the record


def _agreement(
    reading: Reading, group: _Group, agreements: Agreements, look: Circumstances, statements: Sequence[Statement]
) -> Agreement:
    instrument = agreements.instruments.get(group.instrument or "")
    stage, why = stage_of(
        group.told, parties=_how_many(group, instrument), family=group.family, mentions=group.mentions
    )
    places = tuple(dict.fromkeys(m.span for m in group.mentions))
    document = reading.document.id
    canonical = content_id("y", *([instrument.id] if instrument else _identity(group)))
    return Agreement(
        id=content_id("g", document, canonical, *((p.start, p.end) for p in places[:1])),
        document=document,
        name=instrument.name if instrument else _name(group.mentions),
        agreement_kind=group.kind,
        parties=group.parties,
        stage=stage,
        mentions=places,
        canonical=canonical,
        stage_changes=tuple(_changes(group.told, statements)),
        terms=terms_of(reading, group.mentions, group.told, look),
        instrument=group.instrument,
        said_by=speakers_of(places, statements),
        family=group.family,
        topics=tuple(sorted(group.topics)),
        reasons=(Reason("stage", why), *_names(group)),
    )


def _how_many(group: _Group, instrument: Instrument | None) -> int:
    if instrument is None:
        return len(group.parties)
    return _MANY if instrument.open else len(instrument.parties)


def _identity(group: _Group) -> Iterator[object]:
    yield group.family
    yield sorted(group.parties)
    if group.family != "sanctions":
        yield sorted(group.topics)


def _name(mentions: Iterable[Found]) -> str:
    """The description that says most, without its article."""
    best = max(mentions, key=lambda m: (len(m.topics), len(m.words.split())))
    words = best.words.split()
    while len(words) > 1 and words[0].lower() in ("a", "an", "the", "their", "its", "this", "that", "[", "]"):
        words = words[1:]
    return " ".join(words)


def _names(group: _Group) -> Iterator[Reason]:
    if group.instrument:
        yield Reason("name", f"“{group.mentions[0].words}” is a name of {group.instrument} in the codebook")


def _changes(told: Sequence[Told], statements: Sequence[Statement]) -> Iterator[StageChange]:
    """Steps told, each once, in the order of their dates; those without a date first."""
    seen: set[tuple[object, ...]] = set()
    for one in sorted((t for t in told if t.changes), key=lambda t: (t.date.start or t.date.end or "", t.order)):
        key = (one.step, one.status, one.date.start, one.date.end)
        if one.step is not None and key not in seen:
            seen.add(key)
            yield StageChange(one.step, one.date, one.status, one.span, speakers_of((one.span,), statements))


def speakers_of(places: Iterable[Span], statements: Sequence[Statement]) -> tuple[str, ...]:
    """Actors in whose words a place stands: those of the innermost statement that holds it."""
    found: list[str] = []
    for place in places:
        holding = [s for s in statements if any(piece.holds(place) for piece in s.content)]
        if holding:
            found += min(holding, key=lambda s: sum(map(len, s.content))).speakers
    return tuple(dict.fromkeys(found))
