"""Who held which office when: heads of state and government and foreign ministers since 2000, chiefs of bodies.

Data: ``data/holders.tsv`` (made by ``tools/build_holders.py``; sources in ``docs/office-holders.md``). A user's own
file extends it (``own.read_own``).
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

_ALIKE = 85  # of 100: floor of rapidfuzz for two spellings of one word (Mohammad/Mohammed 88; Keqiang/Qiang 83)
_RUN_TOGETHER = 95  # the same for whole names without spaces (Abdel Fattah, Abdelfattah)
_SOUNDS = tuple(
    pair.split(">") for pair in "yy>i iy>i ij>i tch>ch dj>j kh>h gh>g q>g ph>f ou>u oo>u o>u w>v y>i".split()
)
_EASTERN = frozenset(
    "xi li wang hu wen yang qin kim lee park moon cho chung yun yoon ban hwang han roh zhang zhu".split()
)
_JOINED = re.compile(r"\w+ \w+-[a-z]\w+")  # Chung Eui-yong, Tsai Ing-wen; but Jean-Marc Ayrault
_PARTICLES = frozenset("al el bin bint ibn ben van von der den de da do dos del della la le di du abu ul ur".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """``key`` is an ISO3 code or body id; ``since`` and ``until`` are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, empty
    where not known (``until``: still in office when the data were made)."""

    key: str
    office: str
    title: str
    name: str
    since: str
    until: str
    source: str

    @property
    def confirmed(self) -> bool:
        """Whether more than Wikidata alone says so: a second source, or a row by hand or of a user's own."""
        return self.source != "wikidata"

    def replaces(self, other: Holder) -> bool:
        """Whether this term tells of the same office at the same time, or goes on after an open one."""
        same = (self.key, self.office) == (other.key, other.office)
        return same and self.held(other.since or None, other.until or None)

    def held(self, start: str | None, end: str | None) -> bool:
        """Whether the term may touch the days from ``start`` to ``end`` (ISO, ``None`` open). A year or month that
        stands alone is all of it: who left in 2014 and who came in 2014 may both have held the office that June."""
        return not (end and self.since[: len(end)] > end) and not (
            start and self.until and self.until < start[: len(self.until)]
        )


def fold(name: str) -> list[str]:
    """Words of a name in lower case without accents, hyphens, apostrophes and particles."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    words = "".join(c for c in plain if c.isalnum() or c == " ").casefold().split()
    return [w for w in words if w not in _PARTICLES and len(w) > 1] or words


def skeleton(word: str) -> str:
    """What the transliterations of one word share: Zelenskyy, Zelenskiy and Zelensky; Araghchi and Araqchi."""
    if len(word) > 4:  # Zareef, Zarif; Lukashenka, Lukashenko; but not Lee, Li
        word = word.replace("ee", "i").removesuffix("enka") + ("enko" if word.endswith("enka") else "")
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return "".join(c for c, before in zip(word, f" {word}", strict=False) if c != before)


class Holders:
    """Terms of office, found by the family name of the holder."""

    def __init__(self, terms: Iterable[Holder]) -> None:
        self.terms = tuple(terms)
        self._by_word: dict[str, list[Holder]] = {}
        for term in self.terms:
            for word in dict.fromkeys(skeleton(w) for w in fold(term.name)):
                self._by_word.setdefault(word, []).append(term)

    def extended(self, own: Iterable[Holder]) -> Holders:
        """With the terms of a user's own; each ends or hides the packaged ones of that office that it meets."""
        own = tuple(own)
        kept = (t for t in self.terms if not any(o.replaces(t) for o in own))
        return Holders([*kept, *own])

    def named(self, name: str, start: str | None = None, end: str | None = None) -> tuple[Holder, ...]:
        """Holders of that name within those days. One word must be the family name; of several, one must be the last
        word of the other, and all must be spelt alike."""
        words = fold(name)
        if not words:
            return ()
        found = dict.fromkeys(t for word in words for t in self._by_word.get(skeleton(word), ()))
        known = (t for t in found if t.held(start, end))
        if len(words) == 1:
            return tuple(t for t in known if skeleton(_family(t.name)) == skeleton(words[0]))
        return tuple(t for t in known if one_person(words, fold(t.name)) or _same_initial(words, fold(t.name)))

    @functools.lru_cache(maxsize=64)  # noqa: B019 - the packaged holders live as long as the process
    def families(self, start: str | None, end: str | None) -> frozenset[str]:
        """The family names, in lower case without accents, of all who hold an office within those days."""
        return frozenset(_family(t.name) for t in self.terms if t.held(start, end))

    def by_office(self, key: str, office: str, start: str | None = None, end: str | None = None) -> tuple[Holder, ...]:
        """Who held an office of a state or body within those days."""
        return tuple(t for t in self.terms if t.key == key and t.office == office and t.held(start, end))


def _family(name: str) -> str:
    """The family name: the last word, or the first of a Chinese or Korean name ("Xi Jinping", "Kim Jong-un")."""
    words = fold(name)
    eastern = len(words) <= 3 and (words[0] in _EASTERN or _JOINED.fullmatch(name))
    return words[0] if eastern else words[-1]


def _same_initial(a: list[str], b: list[str]) -> bool:
    """Alyaksandr and Alexander Lukashenko: a long family name that few have, and the given names begin alike."""
    return len(a) == len(b) == 2 and len(a[1]) > 6 and skeleton(a[1]) == skeleton(b[1]) and a[0][:2] == b[0][:2]


def one_person(a: list[str], b: list[str]) -> bool:
    """Whether two folded names are spellings of one: each word of the shorter has its own partner in the longer, and
    its first word is the other's first or second, or all are its last.

    A shared family or father's name is not enough: Li Qiang followed Li Keqiang, Nawaf al-Ahmad Sabah al-Ahmad,
    both sons of Ahmad al-Jaber. Words of up to four letters must sound alike (Cho is not Choi).
    """
    from rapidfuzz.fuzz import ratio

    fewer, more = sorted(([skeleton(w) for w in words] for words in (a, b)), key=len)
    if len(fewer) < 2 or len(more) < 2:
        return fewer == more
    if more[-len(fewer) :] == fewer or ratio("".join(fewer), "".join(more)) >= _RUN_TOGETHER:
        return True  # "López Obrador", "Abdelfattah el-Sisi"
    left = list(more)
    for word in fewer:
        partner = next((w for w in left if w == word or (len(word) > 4 and ratio(w, word) >= _ALIKE)), None)
        if partner is None or (word is fewer[0] and partner not in more[:2]):
            return False
        left.remove(partner)
    return True


@functools.cache
def load_holders() -> Holders:
    """The packaged terms."""
    packaged = (files("dragoman.codebook") / "data/holders.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(packaged.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return Holders(Holder(**row) for row in rows)
