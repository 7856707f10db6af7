"""Written patterns: which words do which deed, and where in the sentence its sides stand.

They are data (``codebook/data/patterns/*.yaml``, one file an event family). A pattern is met by a verb (``verbs``),
by a verb with a certain object (``verbs`` + ``objects``: "hold talks"), or by a noun ("its condemnation of Y").
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import CodebookError

ANYBODY = "@actor"  # an object that is any person, group or body
SIDES = ("directed", "symmetric", "visit", "host", "suffered")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of telling one deed. ``objects`` may hold ``@actor``: any person, group or body; other words with ``@``
    stand for a list (``classes.yaml``).

    ``to`` lists where the other side is looked for, in this order: ``object``, ``dative``, a preposition (``with``),
    ``object.of``, ``object.mod`` (adjective or possessor of the object), ``clause`` (subject of the complement clause).
    ``sides`` is who does what to whom (``symmetric``: all act; ``visit``: subject visits; ``host``: subject visited;
    ``suffered``: what the subject undergoes, "came under fire from").
    ``alone``: the deed needs no second side; ``governed``: it is news only where something governs it ("the need for
    cooperation"); ``carried``: the subject only brings what another has sent; ``complements``: what the object
    is called ("called the raid a violation"); ``subjects``: who alone does it so ("peacekeepers arrived"); ``located``:
    the place of the deed stands for its state where no other is named ("killed three in Damascus"); ``without``:
    grammatical relations that the verb must not have ("returned the statue to Iraq" is no visit); ``excluding``:
    what the object must not be ("fight corruption"); ``plural``: only many do it ("workers protested"); ``refusable``:
    who did not do it refused ("did not allow inspectors in"). ``weight`` is the confidence of a plain match.
    """

    id: str
    event: str | None
    mode: str | None
    cameo: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    objects: frozenset[str]
    particle: str | None
    prepositions: frozenset[str]
    to: tuple[str, ...]
    sides: str
    channel: str | None
    alone: bool
    governed: bool
    carried: bool
    located: bool
    complements: frozenset[str]
    subjects: frozenset[str]
    without: frozenset[str]
    excluding: frozenset[str]
    plural: bool
    refusable: bool
    weight: float
    examples: tuple[str, ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns, by the lemma that triggers them. ``amounts`` are nouns that only count ("dozens of prisoners")."""

    by_verb: Mapping[str, tuple[Pattern, ...]]
    by_noun: Mapping[str, tuple[Pattern, ...]]
    all: tuple[Pattern, ...]
    amounts: frozenset[str]


DEFAULT_TO = tuple(
    "object dative against with to on at toward towards from over for of object.mod object.of object.against "
    "object.with object.to object.on object.by object.from object.in clause".split()
)


def _pattern(family: Mapping[str, Any], entry: Mapping[str, Any], classes: Mapping[str, list[str]]) -> Pattern:
    """One entry of a file; what it leaves out the file's head says for the whole family."""
    given = {**{key: value for key, value in family.items() if key != "patterns"}, **entry}
    sets = ("verbs", "nouns", "objects", "prepositions", "complements", "subjects", "without", "excluding")
    return Pattern(
        id=given["id"],
        event=given.get("event"),
        mode=given.get("mode"),
        cameo=given["cameo"],
        particle=given.get("particle"),
        to=tuple(given.get("to") or DEFAULT_TO),
        sides=given.get("sides", "directed"),
        channel=given.get("channel"),
        alone=given.get("alone", False),
        governed=given.get("governed", False),
        carried=given.get("carried", False),
        located=given.get("located", False),
        plural=given.get("plural", False),
        refusable=given.get("refusable", False),
        weight=given.get("weight", 0.8),
        examples=tuple(given.get("examples") or ()),
        counters=tuple(given.get("counters") or ()),
        **{name: frozenset(w for word in given.get(name) or () for w in classes.get(word, [word])) for name in sets},
    )


def learned(id: str, event: str, cameo: str, weight: float) -> Pattern:
    """What stands for a pattern where none was met and a learned model speaks instead; it is met by no word."""
    sides = "symmetric" if event == "CONSULT" else "directed"
    return _pattern({}, {"id": id, "event": event, "cameo": cameo, "weight": weight, "sides": sides}, {})


def _index(patterns: Iterable[Pattern], words: str) -> dict[str, tuple[Pattern, ...]]:
    index: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for word in getattr(pattern, words):
            index.setdefault(word, []).append(pattern)

    # The more a pattern asks for, the earlier it is tried: "impose sanctions" before "impose"; then the surer one.
    def demands(p: Pattern) -> tuple[bool | float, ...]:
        return (not (p.objects or p.complements or p.subjects), not p.particle, not p.prepositions, -p.weight)

    return {word: tuple(sorted(found, key=demands)) for word, found in index.items()}


@functools.cache
def load_patterns() -> Patterns:
    """The packaged patterns.

    :raises CodebookError: two patterns share an id, or one has sides that do not exist.
    """
    found: list[Pattern] = []
    folder = files("dragoman.codebook") / "data/patterns"
    amounts = yaml.load((folder / "amounts.yaml").read_bytes(), yaml.CSafeLoader)
    classes = yaml.load((folder / "classes.yaml").read_bytes(), yaml.CSafeLoader)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml") and file.name not in ("amounts.yaml", "classes.yaml"):
            family = yaml.load(file.read_bytes(), yaml.CSafeLoader)
            found += [_pattern(family, entry, classes) for entry in family["patterns"]]
    faults = [f"{p.id}: sides are {p.sides!r}; allowed are {', '.join(SIDES)}" for p in found if p.sides not in SIDES]
    ids = [p.id for p in found]
    faults += [f"{id}: this id is given to several patterns" for id in sorted({i for i in ids if ids.count(i) > 1})]
    if faults:
        raise CodebookError("The patterns have faults:\n  " + "\n  ".join(faults))
    return Patterns(_index(found, "verbs"), _index(found, "nouns"), tuple(found), frozenset(amounts))
