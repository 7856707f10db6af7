"""One sentence at work: its words, the codebook's names in it, which tokens are taken, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.actors.actor import Form
from dragoman.actors.found import Found, FoundKind
from dragoman.actors.lexicon import Lexicon, Title
from dragoman.actors.scan import Hit
from dragoman.codebook.codebook import Name
from dragoman.texts.parsed import Doc

POSSESSIVES = ("'s", "'")
PREFIXES = ("anti", "pro")


class Line:
    """``hits`` maps a token to (end token, codebook name); ``knows`` tells plain English words (lower case)."""

    def __init__(
        self, doc: Doc, hits: Mapping[int, tuple[int, Hit]], lexicon: Lexicon, knows: Callable[[str], bool]
    ) -> None:
        self.doc, self.hits, self.lexicon, self.knows = doc, hits, lexicon, knows
        self.lower = [token.lower_ for token in doc]
        self._capital = [token.text[0].isupper() for token in doc]
        self.hit_over = {i: start for start, (end, _) in hits.items() for i in range(start, end)}
        self.taken: set[int] = set()
        self.found: list[Found] = []

    def __len__(self) -> int:
        return len(self.lower)

    def add(self, found: Found) -> None:
        """Keep a mention; names within it (states, adjectives, places) may still be found."""
        self.found.append(found)
        if found.kind not in ("state", "adjective", "place"):
            self.taken.update(range(found.start, found.end))

    def note(self, kind: FoundKind, form: Form, start: int, end: int, *, shown: tuple[int, int] | None = None) -> Found:
        """A mention of tokens ``[start, end)``, not yet kept. Its name are the words shown."""
        shown = shown or (start, end)
        return Found(kind, form, start, end, self.head(start, end), shown, name=self.text(*shown))

    def text(self, start: int, end: int) -> str:
        return self.doc[start:end].text

    def word(self, i: int) -> str:
        """The lower-case word at i, empty beyond the ends."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def capital(self, i: int) -> bool:
        return self._capital[i]

    def head(self, start: int, end: int) -> int:
        """The token of the stretch whose governor lies outside."""
        for i in range(end - 1, start - 1, -1):
            governor = self.doc[i].head.i
            if not start <= governor < end or governor == i:
                return i
        return end - 1

    def name_over(self, i: int) -> Name | None:
        """The codebook name that holds token i."""
        return self.hits[self.hit_over[i]][1].name if i in self.hit_over else None

    def names_in(self, start: int, end: int) -> list[Name]:
        """Codebook names that touch tokens ``[start, end)``, in order."""
        return [
            self.hits[s][1].name for s in sorted({self.hit_over[i] for i in range(start, end) if i in self.hit_over})
        ]

    def owner_before(self, i: int) -> int | None:
        """The start of the codebook name before token i, with or without "'s" between, that says whose it is: not in
        "anti-Turkey lawmaker" and "ethnic Somali rebels"; of "Kosovo Serb leader" the first."""
        end = i - (self.word(i - 1) in POSSESSIVES)
        if end - 1 not in self.hit_over:
            return None
        start = self.hit_over[end - 1]
        if self.word(start - 1) == "ethnic" or (self.word(start - 1) == "-" and self.word(start - 2) in PREFIXES):
            return None
        return self.dwelling(start)

    def dwelling(self, start: int) -> int:
        """Of two names side by side for a people ("Kosovo Serbs") the start of that which says where it lives."""
        before = self.hit_over.get(start - 1)
        if before is None or self.lower[start] in self.lexicon.citizens:
            return start
        side_by_side = (self.hits[before][1].name.kind, self.hits[start][1].name.kind)
        return before if side_by_side in (("demonym", "demonym"), ("state", "demonym")) else start

    def title_from(self, i: int) -> tuple[int, Title] | None:
        """(end token, title) of the longest title that starts at token i."""
        if self.lower[i] not in self.lexicon.title_heads:
            return None
        for size in range(min(self.lexicon.longest + 2, len(self) - i), 0, -1):
            title = self.lexicon.titles.get(" ".join(self.lower[i : i + size]).replace(" - ", "-"))
            if title:
                return i + size, title
        return None


def state_and_body(name: Name) -> tuple[str | None, str | None]:
    """(ISO3 of the state, id of the body) that a codebook name stands for."""
    return (None, name.key) if name.kind == "body" else (name.key, None)
