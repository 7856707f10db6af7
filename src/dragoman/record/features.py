"""What speaks for and against two tellings being of one deed: a feature compares one thing, from -1 to 1.

Each keeps the two values that met, so that a judgement can be read and argued with.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from itertools import groupby, product

from rapidfuzz.fuzz import ratio, token_set_ratio

from dragoman.record.outline import Outline
from dragoman.record.telling import VAGUE, Party, Telling, day

_MANY_WORDS = 5  # stems; where fewer are told, that they differ says less
_SAME_NAME = 78  # of 100: Araqchi and Araghchi reach 80
_NEAR_NAME = 60  # enough where the skeletons are one: Said and Saeed 67, Aleksey and Alexei 62
# What one alphabet writes for another's sounds varies most in these letters.
_SOUNDS = str.maketrans({"c": "k", "g": "k", "q": "k", "x": "ks"} | dict.fromkeys("aeiouyjvwh", ""))


@dataclass(frozen=True, slots=True)
class Compared:
    """How far two values agree: 1 the same, 0 says nothing, -1 against each other."""

    value: float
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Feature:
    """``compare`` gives ``None`` where one of the tellings says nothing."""

    name: str
    compare: Callable[[Telling, Telling], Compared | None]
    weight: float


def dates(a: Telling, b: Telling) -> Compared | None:
    """The closer the days they share are known, the more they say; days apart speak against."""
    if a.first > a.last or b.first > b.last:
        return None
    gap = days_apart(a, b)
    if gap > 0:  # one day may be midnight's; a message is sent one day, delivered and answered others
        value = max(-1.0, gap * -0.3 if a.form == b.form == "message" else 0.3 - gap * 0.6)
    else:
        within = max(day(a.last) - day(a.first), day(b.last) - day(b.first))
        value = 1.0 if within <= 1 else 0.7 if within <= 7 else 0.3 if within <= VAGUE else 0.05
        value *= 0.5 if a.presumed or b.presumed else 1.0
    return Compared(value, _shown(a), _shown(b))


def people(a: Telling, b: Telling) -> Compared | None:
    """The named people of each country that both have."""
    met = [(one, other) for one, other in _pairs(a, b) if one.names and other.names]
    if not met:
        return None
    values = [1.0 if same_people(one, other) else -1.0 for one, other in met]
    share = sum(values) / max(2, len(values))
    return Compared(share, _names(one for one, _ in met), _names(other for _, other in met))


def states(a: Telling, b: Telling) -> Compared:
    """The countries and bodies that take part: a report may leave one out, so those of the shorter list count too."""
    share = _share(a.states, b.states) if a.states and b.states else 0.0
    return Compared(2 * share - 1, " ".join(sorted(a.states)), " ".join(sorted(b.states)))


def place(a: Telling, b: Telling) -> Compared | None:
    if a.place is None or b.place is None:
        return None
    return Compared(1.0 if a.place == b.place else -1.0, a.place, b.place)


def form(a: Telling, b: Telling) -> Compared | None:
    if not a.form or not b.form:
        return None
    return Compared(1.0 if a.form == b.form else -1.0, a.form, b.form)


def level(a: Telling, b: Telling) -> Compared | None:
    return _sets(a.level, b.level)


def kind(a: Telling, b: Telling) -> Compared:
    """The PLOVER event, and how far the CAMEO codes agree."""
    same = a.kind == b.kind
    value = 1.0 if a.cameo == b.cameo else 0.6 if same and a.cameo[:2] == b.cameo[:2] else 0.4 if same else -1.0
    return Compared(value, f"{a.kind} {a.cameo}".strip(), f"{b.kind} {b.cameo}".strip())


def numbers(a: Telling, b: Telling) -> Compared | None:
    """A number in common says much; other numbers may count other things, or contradict."""
    found = _sets(a.numbers, b.numbers)
    return found and Compared(max(found.value, -0.4), found.one, found.other)


def instruments(a: Telling, b: Telling) -> Compared | None:
    """The agreements spoken of. Those with a name of their own tell deeds apart, descriptions may only agree."""
    if not a.instruments or not b.instruments:
        return None
    nearest = max(token_set_ratio(one, other) for one, other in product(a.instruments, b.instruments))
    named = any(one.isupper() for one in a.instruments) and any(one.isupper() for one in b.instruments)
    value = 1.0 if nearest >= 75 else -1.0 if named else 0.0
    return Compared(value, "; ".join(a.instruments), "; ".join(b.instruments))


def wording(a: Telling, b: Telling) -> Compared | None:
    """As ``common_words``, but few in common speak against, the more so the more there are."""
    return _against(common_words(a, b))


def sentence(a: Telling, b: Telling) -> Compared | None:
    """The same of the whole sentences: what else is told in one breath."""
    return _against(_overlap(a.around, b.around))


def common_words(a: Telling, b: Telling) -> Compared | None:
    """Stems in common, out of all of the shorter telling and all of both; a whole sentence in common is a copy."""
    if set(a.sentences) & set(b.sentences):
        return Compared(1.0, "a whole sentence", "the same")
    return _overlap(a.words, b.words)


def _overlap(a: str, b: str) -> Compared | None:
    one, other = set(a.split()), set(b.split())
    if not one or not other:
        return None
    return Compared(_share(one, other), a, b)


def _share(one: Set[str], other: Set[str]) -> float:
    """What is common, out of all of both and of all of the shorter: the mean of the two."""
    common = len(one & other)
    return (2 * common / (len(one) + len(other)) + common / min(len(one), len(other))) / 2


def _against(found: Compared | None) -> Compared | None:
    if found is None or found.value >= 0.5:
        return found
    told = min(len(found.one.split()), len(found.other.split()))
    return Compared((2 * found.value - 1) * min(1.0, told / _MANY_WORDS), found.one, found.other)


def days_apart(a: Outline, b: Outline) -> int:
    """Days between two intervals; 0 where they touch or overlap."""
    return max(0, day(a.first) - day(b.last), day(b.first) - day(a.last))


def same_people(a: Party, b: Party) -> bool:
    """Whether somebody named on both sides may be the same person."""
    return any(same_name(one, other) for one, other in product(a.names, b.names))


def other_people(a: Telling, b: Telling) -> bool:
    """Whether people of one country are named in both tellings, none of them the same."""
    return any(one.names and other.names and not same_people(one, other) for one, other in _pairs(a, b))


def same_name(one: str, other: str) -> bool:
    """Surnames agree but for spelling, and so do first names where both are given."""
    a, b = one.split(), other.split()
    if not _one_word(a[-1], b[-1]):
        return token_set_ratio(one, other) >= 90  # "jinping xi" and "xi jinping"
    return len(a) == 1 or len(b) == 1 or any(_one_word(x, y) for x, y in product(a[:-1], b[:-1]))


def _one_word(one: str, other: str) -> bool:
    likeness = ratio(one, other)
    bare = _skeleton(one)
    return likeness >= _SAME_NAME or (likeness >= _NEAR_NAME and len(bare) > 1 and bare == _skeleton(other))


@functools.lru_cache(maxsize=10_000)
def _skeleton(word: str) -> str:
    """The consonants, those of one sound as one, doubles once: ``mohammed`` and ``muhamad`` become ``md``."""
    return "".join(char for char, _ in groupby(word.translate(_SOUNDS)))


def _pairs(a: Telling, b: Telling) -> list[tuple[Party, Party]]:
    return [(one, other) for one, other in product(a.parties, b.parties) if one.key == other.key]


def _sets(one: tuple[str, ...], other: tuple[str, ...]) -> Compared | None:
    if not one or not other:
        return None
    return Compared(1.0 if set(one) & set(other) else -1.0, " ".join(one), " ".join(other))


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(name for party in parties for name in party.names)


def _shown(telling: Telling) -> str:
    return telling.first if telling.first == telling.last else f"{telling.first}/{telling.last}"
