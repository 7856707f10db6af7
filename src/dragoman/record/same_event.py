"""Whether two tellings are of one deed: rules that forbid it, and a score of visible features.

The judgement is symmetric and looks at nothing but the two tellings, so it does not depend on what else was read, or
in which order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.record import features
from dragoman.record.features import Compared, Feature
from dragoman.record.outline import Outline
from dragoman.record.telling import Telling, day

VERSION = "same event 2"

# Of a contact the people, the day and the form decide; words differ from report to report.
CONTACT = (
    Feature("date", features.dates, 2.4),
    Feature("people", features.people, 2.0),
    Feature("states", features.states, 0.8),
    Feature("form", features.form, 0.6),
    Feature("place", features.place, 0.8),
    Feature("level", features.level, 0.6),
    Feature("agreements", features.instruments, 0.4),
    Feature("numbers", features.numbers, 0.3),
    Feature("wording", features.common_words, 1.2),
)
# Whoever promises, accuses or agrees does so often: what it was about decides, and that stands in the words.
OTHER = (
    Feature("date", features.dates, 1.2),
    Feature("people", features.people, 0.6),
    Feature("states", features.states, 0.8),
    Feature("kind", features.kind, 1.0),
    Feature("place", features.place, 0.4),
    Feature("level", features.level, 0.3),
    Feature("agreements", features.instruments, 1.2),
    Feature("numbers", features.numbers, 1.0),
    Feature("wording", features.wording, 1.6),
    Feature("sentence", features.sentence, 1.2),
)
_BASE = {"contact": 2.6, "verbal": 3.6, "material": 2.7, "cooperation": 3.6, "other": 3.6}


@dataclass(frozen=True, slots=True)
class Met:
    """One feature of a judgement: the two values that met, and what they add to the score."""

    feature: str
    one: str
    other: str
    adds: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings of one deed. ``score`` is above 0; 1 is good."""

    score: float
    why: tuple[Met, ...]


def match(a: Telling, b: Telling) -> Match | None:
    """The reasons for holding two tellings to be of one deed; ``None`` where they are not."""
    if forbidden(a, b):
        return None
    if a.claim > b.claim:
        a, b = b, a
    met = [(feature, feature.compare(a, b)) for feature in (CONTACT if a.family == "contact" else OTHER)]
    why = tuple(_met(feature, compared) for feature, compared in met if compared is not None)
    score = round(sum(one.adds for one in why) - _BASE[a.family], 3)
    return Match(score, why) if score > 0 else None


def forbidden(a: Telling, b: Telling) -> str | None:
    """The rule that keeps two tellings apart whatever else they share."""
    return next((name for name, rule in RULES.items() if rule(a, b)), None)


def may_match(a: Outline, b: Outline) -> bool:
    """Whether no rule forbids it as far as the outlines show."""
    return not any(rule(a, b) for rule in EARLY.values())


def _same_document(a: Outline, b: Outline) -> bool:
    """Within one report the coder has joined what is one deed; what it kept apart are two."""
    return a.document == b.document


def _other_family(a: Outline, b: Outline) -> bool:
    return a.family != b.family


def _other_stage(a: Outline, b: Outline) -> bool:
    """Planned and held are two events of one life; of words that promise, the two are too close to tell."""
    if a.family != "cooperation" or "denied" in (a.stage, b.stage):
        return a.stage != b.stage
    return False


def _other_form(a: Outline, b: Outline) -> bool:
    """A visit and the talks held during it are two deeds."""
    return a.family == "contact" and bool(a.form and b.form) and a.form != b.form


def _other_time(a: Outline, b: Outline) -> bool:
    if a.first > a.last or b.first > b.last:
        return False
    slack = 3 if a.presumed or b.presumed else 2 if a.family == "contact" else 1
    return features.days_apart(a, b) > slack


def _other_states(a: Telling, b: Telling) -> bool:
    """A contact has its two sides; of other deeds a report may leave one out, or call it by what it is."""
    few = min(len(a.states), len(b.states))
    left_out = a.family != "contact" and (few < 2 or a.open or b.open)
    return len(a.states & b.states) < max(1, min(2, few if left_out else len(a.states | b.states)))


def _other_way_round(a: Telling, b: Telling) -> bool:
    """A visits B, or accuses B; B visits or accuses A. Those who both act have no direction, and who received a letter
    may be told as who acts."""
    if a.form == "message" or a.acting == a.states or b.acting == b.states:
        return False
    return not a.acting & b.acting


def _other_people(a: Telling, b: Telling) -> bool:
    return a.family == "contact" and features.other_people(a, b)


def _neither_dated(a: Telling, b: Telling) -> bool:
    """Two contacts in no month that is known: nothing but a copied sentence can say that they are one."""
    vague = all(telling.first > telling.last or day(telling.last) - day(telling.first) > 31 for telling in (a, b))
    return a.family == "contact" and vague and not set(a.sentences) & set(b.sentences)


# Those that need no more than the outlines: in a large record they part four of five candidates.
EARLY: dict[str, Callable[[Outline, Outline], bool]] = {
    "one report tells them apart": _same_document,
    "another kind": _other_family,
    "one is planned, done, called off or denied, the other not": _other_stage,
    "another form of contact": _other_form,
    "another time": _other_time,
}
RULES: dict[str, Callable[[Telling, Telling], bool]] = {
    **EARLY,
    "other states": _other_states,
    "the other way round": _other_way_round,
    "other people": _other_people,
    "neither is dated": _neither_dated,
}


def _met(feature: Feature, compared: Compared) -> Met:
    return Met(feature.name, compared.one, compared.other, round(feature.weight * compared.value, 3))
