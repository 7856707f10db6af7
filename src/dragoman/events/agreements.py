"""Agreements: every treaty, deal, regime and process that a document speaks of, each with all that is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import AgreementKind, Agreements
from dragoman.events.agreement import Agreement
from dragoman.events.agreement_governors import governors
from dragoman.events.agreement_group import Group, agreement_of
from dragoman.events.agreement_mentions import Found, find_mentions, names_of
from dragoman.events.agreement_parties import Parties
from dragoman.events.agreement_stages import Told, told_of
from dragoman.events.circumstances import Circumstances
from dragoman.events.cues import load_cues
from dragoman.events.event import Statement
from dragoman.events.syntax import subject


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
    return tuple(agreement_of(reading, group, agreements, look, statements) for group in groups.kept())


_MADE = ("agreed", "signed")


def _only_wanted(found: Found, told: Sequence[Told]) -> bool:
    """ "We hope to see a deal signed": not the one that has been."""
    return not found.old and any(t.step in _MADE and t.status != "occurred" for t in told)


def _of_others(group: Group, parties: Sequence[str], bodies: frozenset[str]) -> bool:
    """ "UN sanctions on Chad" and "US sanctions on Chad" are two regimes: others lay them on."""
    if group.family not in ("sanctions", "embargo"):
        return False
    further = set(parties) - set(group.parties)
    return bool(bodies - group.bodies) or (bool(group.bodies) and bool(further) and not bodies)


def _as_name(group: Group, found: Found) -> bool:
    """ "The Accords", said of the Abraham Accords."""
    return group.instrument is not None and found.words.split()[-1][0].isupper()


class _Grouping:
    """Puts each mention to the agreement it speaks of."""

    def __init__(self, reading: Reading, agreements: Agreements, look: Circumstances) -> None:
        self._reading, self._agreements, self._look = reading, agreements, look
        self._parties = Parties(reading, agreements)
        self._cues = load_cues()
        self._groups: list[Group] = []

    def add(self, found: Found) -> None:
        told = list(told_of(self._reading, found, self._agreements, self._cues, self._look))
        parties, bodies = self._parties.explicit(found)
        instrument = found.instrument or self._short(found, parties)
        group: Group | None
        if instrument is not None:
            group = self._of_instrument(instrument, found, parties)
        else:
            group = self._antecedent(found, parties, bodies) or self._alike(found, parties, bodies, told)
        if group is not None:
            group.mentions.append(found)
            group.told += told

    def kept(self) -> list[Group]:
        for group in self._groups:
            self._fill_target(group)
        return self._told_of()

    def _fill_target(self, group: Group) -> None:
        """ "US sanctions" in a report of the US and one other state: on that one."""
        pair = self._parties.pair()
        open_ = group.family == "sanctions" and len(group.parties) == 1 and set(group.parties) < set(pair)
        if open_ and not any(self._parties.target_known(m) for m in group.mentions):
            group.parties = (*group.parties, *(p for p in pair if p not in group.parties))

    def _told_of(self) -> list[Group]:
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

    def _of_instrument(self, key: str, found: Found, explicit: tuple[str, ...]) -> Group:
        known = next((g for g in self._groups if g.instrument == key), None)
        instrument = self._agreements.instruments[key]
        if known is None:
            known = Group(key, "agreement", instrument.kind, (), frozenset(), False, False, False)
            self._groups.append(known)
        if found.instrument is not None or known.parties == instrument.parties:
            known.parties = instrument.parties
        else:  # a short name alone says whose deal it is, not with whom
            of = {iso3 for states in instrument.short.values() for iso3 in states}
            known.parties = tuple(p for p in instrument.parties if p in {*known.parties, *explicit, *of})
        return known

    # ------------------------------------------------------------------ described

    def _antecedent(self, found: Found, parties: tuple[str, ...], bodies: frozenset[str]) -> Group | None:
        """What "the agreement" means: the last one of its family, before those that are only thought of."""
        if found.topics or found.new:
            return None
        family = [
            g for g in self._groups if g.family == found.family and (g.plural == found.plural or _as_name(g, found))
        ]
        fitting = [g for g in family if set(parties) <= set(g.parties) and not _of_others(g, parties, bodies)]
        if found.family in ("sanctions", "embargo") and len(fitting) == 1:
            return fitting[0]
        last = sorted(fitting, key=lambda g: (g.new, -g.mentions[-1].span.start))
        return last[0] if last and found.old else None

    def _alike(
        self, found: Found, parties: tuple[str, ...], bodies: frozenset[str], told: Sequence[Told]
    ) -> Group | None:
        if found.plural and not found.old and not parties:
            return None  # "international treaties"
        full = parties
        if found.family == "agreement" and len(parties) < 2 and not (parties and bodies):
            full = self._parties.inferred(found, parties)
            if len(full) < 2:
                return None
        if not full:
            return None
        for group in reversed(self._groups):
            if self._same(group, found, full, told) and not _of_others(group, full, bodies):
                group.parties = tuple(dict.fromkeys((*group.parties, *full)))
                group.guessed = group.guessed and full != parties
                group.topics |= found.topics
                group.bodies |= bodies
                return group
        return self._started(found, full, bodies, guessed=full != parties)

    def _same(self, group: Group, found: Found, parties: tuple[str, ...], told: Sequence[Told]) -> bool:
        if group.instrument or group.family != found.family or group.plural != found.plural:
            return False
        if self._acts_on(group, found):
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

    def _acts_on(self, group: Group, found: Found) -> bool:
        """ "The agreement revives a pact of 1998": two things."""
        if found.head is None:
            return False
        over = (g.token for g in governors(self._reading.parsed[found.sentence][found.head]) if not g.subject)
        doers = {doer.i for verb in over if verb.tag_.startswith("V") and (doer := subject(verb)) is not None}
        return any(m.sentence == found.sentence and m.head in doers for m in group.mentions)

    def _started(self, found: Found, parties: tuple[str, ...], bodies: frozenset[str], *, guessed: bool) -> Group:
        kind: AgreementKind = "bundle" if found.plural else found.kind
        group = Group(None, found.family, kind, parties, found.topics, found.plural, found.new, guessed, bodies)
        self._groups.append(group)
        return group
