"""Who speaks in an official release outside of quotation marks: the government or body that publishes it.

Read from, in this order: the parties of a joint statement ("released by the Governments of …", "We, the ministers of"),
its site, and "On behalf of the Government of …"; where its head shows that it is a release, also the office in that
head, the official whom it begins with if his state is not worth a word, and the state whose stand it tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors.actor import Actor
from dragoman.actors.lexicon import load_lexicon
from dragoman.actors.reading import Reading
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.speech import load_speech
from dragoman.codebook.voices import Voices
from dragoman.events.syntax import SUBJECTS
from dragoman.texts.document import Document
from dragoman.texts.parsed import Doc, Token

_BEHALF = re.compile(r"\b[Oo]n behalf of\b")
_RELEASED = re.compile(
    r"\b(?:released|issued|made|adopted|statement|communiqué|communique|declaration) (?:by|of|from)\b"
)
_JOINT = re.compile(r"\W*We, (?:the )?")
_OCCASION = frozenset("following on regarding concerning after during at about".split())
_GUESSED = "as the only state"  # begins the reason of a state that was only nearest
_STAND = 3  # what a stand taken ("welcomes") weighs against another deed ("is")
_HEAD = 12  # sentences in which a release says whose it is


@dataclass(frozen=True, slots=True)
class Voice:
    """Keys (ISO3 codes, ids of actors that are no state's) of those who say "we", and why."""

    keys: tuple[str, ...]
    reason: str


def is_release(document: Document, codebook: Codebook, voices: Voices) -> bool:
    """Whether a government or body publishes it: its site or its head says so."""
    return (
        any(b.kind in voices.official for b in document.boilerplate)
        or bool(_officers(document))
        or bool(document.url and voices.of_site(document.url, codebook))
    )


def publisher(reading: Reading, codebook: Codebook, voices: Voices) -> Voice | None:
    """The publisher of an official release; ``None`` for other reports and where nothing tells."""
    document = reading.document
    site = voices.of_site(document.url, codebook) if document.url else None
    return (
        _joint(reading)
        or (Voice((site,), f"the publisher, whose site is {document.url}") if site else None)
        or _on_behalf(reading)
        or (_by_its_head(reading) if is_release(document, codebook, voices) else None)
    )


def _by_its_head(reading: Reading) -> Voice | None:
    return _office(reading.document) or _own(reading) or _speaking(reading)


def _joint(reading: Reading) -> Voice | None:
    """The parties that a joint statement names as its authors."""
    for index, text in _head(reading):
        begins = _JOINT.match(text)
        match = begins or (_RELEASED.search(text) if reading.sentences[index].boilerplate else None)
        if match is None:
            continue
        doc = reading.parsed[index]
        root = next(t.i for t in doc if t.head.i == t.i)
        keys = _keys(reading, index, match.end(), root if begins else _occasion(doc, match.end()))
        if len(keys) > (begins is None):
            return Voice(keys, "the authors of the joint statement")
    return None


def _occasion(doc: Doc, start: int) -> int:
    """The token from which on a head tells when and of what: "following the meeting on Syria"."""
    return next((t.i for t in doc if t.idx >= start and t.lower_ in _OCCASION), len(doc))


def _on_behalf(reading: Reading) -> Voice | None:
    """ "On behalf of the Government of Norway, I congratulate" """
    for index, text in _head(reading):
        match = _BEHALF.search(text)
        if match is None:
            continue
        doc = reading.parsed[index]
        end = next((t.i for t in doc if t.idx > match.end() and t.lower_ in ("i", "we")), 0)
        keys = _keys(reading, index, match.end(), end)
        if keys:
            return Voice(
                keys[:1], f"on whose behalf the release speaks: “{text[match.start() : doc[end].idx].strip()}”"
            )
    return None


def _head(reading: Reading) -> Iterator[tuple[int, str]]:
    return ((i, reading.sentences[i].text) for i in sorted(reading.parsed) if i < _HEAD)


def _officers(document: Document) -> list[str]:
    """Bylines of officials: "Sara Berg, Secretary of State", not "By Sara Berg"."""
    text = document.text
    titles = load_lexicon().titles
    found = []
    for stretch in document.boilerplate:
        line = text[stretch.span.start : stretch.span.end].casefold()
        _, comma, office = line.partition(", ")
        if stretch.kind == "byline" and comma and any(t.sector == "GOV" and t.words in office for t in titles.values()):
            found.append(line)
    return found


def _office(document: Document) -> Voice | None:
    """The state that has such an office as stands in the byline: only one has a Secretary of State."""
    only = {t.words: t.only for t in load_lexicon().titles.values() if t.only}
    for line in _officers(document):
        states = {state for words, state in only.items() if words in line}
        if len(states) == 1:
            return Voice(tuple(states), f"the office in “{line}”")
    return None


def _own(reading: Reading) -> Voice | None:
    """The official whom the release begins with, named without a state: nobody says whose minister his own is."""
    for index in sorted(reading.parsed):
        passed = reading.sentences[index].boilerplate or reading.sentences[index].text.startswith('"')
        for m in () if passed else reading.mentions[index]:
            actor = reading.actors[m.actors[0]] if m.actors and m.form == "name" else None
            if actor is None or actor.sector != "GOV" or actor.actor_kind != "person":
                continue
            guessed = any(reason.startswith(f"{actor.country} {_GUESSED}") for reason in actor.reasons)
            named = any(o is not m and m.start - 2 <= o.start and o.end <= m.end for o in reading.mentions[index])
            first = reading.parsed[index][m.head].dep_ in SUBJECTS and m.end - m.start > len(m.words.split())
            if not first or guessed or named or not actor.country:
                return None
            return Voice((actor.country,), f"{actor.name} is named without a state, so the publisher's own")
    return None


def _speaking(reading: Reading) -> Voice | None:
    """The state that most often takes a stand at the time of writing: "The Kingdom of Norway welcomes"."""
    seen: Counter[str] = Counter()
    verbs = load_speech().verbs
    for index, doc in reading.parsed.items():
        for m in reading.mentions[index] if not reading.sentences[index].boilerplate else ():
            token = doc[m.head]
            now = token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and is_present(token.head)
            actor = reading.actors[m.actors[0]] if now and m.actors and m.form in ("name", "metonym") else None
            if actor is not None and actor.actor_kind == "state" and actor.country:
                seen[actor.country] += _STAND if token.head.lemma_ in verbs else 1
    most = seen.most_common(2)
    if not most or most[0][1] < _STAND or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return Voice((most[0][0],), "the state whose stand the release tells")


def is_present(verb: Token) -> bool:
    """ "welcomes", "is sending", "has sent" """
    helpers = [c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ in ("VBZ", "VBP") or (bool(helpers) and helpers[0] in ("VBZ", "VBP"))


def _keys(reading: Reading, index: int, start: int, end: int) -> tuple[str, ...]:
    """Those named in a sentence from the character ``start`` up to the token ``end``."""
    doc = reading.parsed[index]
    named = (m for m in reading.mentions[index] if doc[m.start].idx >= start and m.start < end and m.form != "pronoun")
    keys = (key_of(reading.actors[a]) for m in named for a in m.actors)
    return tuple(dict.fromkeys(key for key in keys if key))


def key_of(actor: Actor) -> str | None:
    """For whom somebody speaks: his state, or himself if he is of a body of no state; ``None`` for private people."""
    if actor.actor_kind == "state" or (actor.country and actor.sector in ("GOV", "MIL", "LEG", "SPY")):
        return actor.country
    bodily = actor.country is None and actor.cameo and actor.cameo.startswith(("IGO", "IMG"))
    return actor.id if bodily or actor.sector in ("REB", "OPP", "UAF") else None
