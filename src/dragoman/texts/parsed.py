"""A parsed sentence in plain Python: tokens with their words and grammar, all looked up once.

The names are spaCy's (``lower_``, ``dep_``, ``children`` …). spaCy itself makes a new token and new strings each time
it is asked; the rules ask some thousand times a sentence: with these the events take half the time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import overload

_PLACE = attrgetter("i")
Given = tuple[str, str, str, str]  # text, the blank behind it, Penn tag, lemma


class Token:
    """A word or mark of a sentence; tokens are the same only if they are one object.

    ``i`` is its number, ``idx`` its first character in the sentence's text, ``whitespace_`` the blank behind it (one or
    none), ``tag_`` the Penn tag, ``dep_`` the relation to its ``head`` (CLEAR; the root is its own head).
    """

    __slots__ = (
        *("_edges", "children", "dep_", "doc", "head", "i", "idx", "lemma_", "lower_", "tag_", "text", "whitespace_"),
    )

    def __init__(self, doc: Doc, i: int, idx: int, given: Given) -> None:
        self.doc, self.i, self.idx = doc, i, idx
        self.text, self.whitespace_, self.tag_, self.lemma_ = given
        self.lower_ = self.text.lower()
        self.head, self.dep_ = self, "ROOT"
        self.children: tuple[Token, ...] = ()
        self._edges: tuple[Token, Token] | None = None

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [c for c in self.children if c.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind it."""
        return [c for c in self.children if c.i > self.i]

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self._both_edges()[0]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self._both_edges()[1]

    @property
    def subtree(self) -> list[Token]:
        """It and all that hangs on it, in the order of the text."""
        return [t for c in self.lefts for t in c.subtree] + [self] + [t for c in self.rights for t in c.subtree]

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation marks alone."""
        return all(unicodedata.category(char)[0] == "P" for char in self.text)

    def nbor(self, step: int = 1) -> Token:
        """The token so many places on.

        :raises IndexError: there is none.
        """
        if self.i + step < 0:
            raise IndexError(f"no token {step} places from {self.i}")
        return self.doc[self.i + step]

    def _both_edges(self) -> tuple[Token, Token]:
        if self._edges is None:
            edges = [edge for c in self.children for edge in c._both_edges()]
            self._edges = min([self, *edges], key=_PLACE), max([self, *edges], key=_PLACE)
        return self._edges


class Words(tuple[Token, ...]):
    """Tokens in a row."""

    __slots__ = ()

    @property
    def text(self) -> str:
        """Their text as it stands in the sentence."""
        return self[0].doc.text[self[0].idx : self[-1].idx + len(self[-1].text)] if self else ""

    @property
    def root(self) -> Token:
        """The one nearest the root of the sentence; of several the first."""
        return min(self, key=lambda token: sum(1 for _ in token.ancestors))


class Doc(Sequence[Token]):
    """The tokens of one sentence, and its text."""

    __slots__ = ("_tokens", "text")

    def __init__(self, text: str, tokens: Iterable[Given], heads: Iterable[tuple[int, str]]) -> None:
        """``heads`` are, token by token, the number of its head and the relation to it."""
        self.text, idx, made = text, 0, []
        for i, given in enumerate(tokens):
            made.append(Token(self, i, idx, given))
            idx += len(given[0]) + len(given[1])
        self._tokens = tuple(made)
        children: dict[int, list[Token]] = {}
        for token, (head, relation) in zip(made, heads, strict=True):
            token.head, token.dep_ = made[head], relation
            if head != token.i:
                children.setdefault(head, []).append(token)
        for head, under in children.items():
            made[head].children = tuple(under)

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...

    @overload
    def __getitem__(self, at: slice) -> Words: ...

    def __getitem__(self, at: int | slice) -> Token | Words:
        return Words(self._tokens[at]) if isinstance(at, slice) else self._tokens[at]

    def over(self, start: int, end: int) -> Words:
        """The tokens that characters ``[start, end)`` of the text touch."""
        return Words(t for t in self._tokens if t.idx < end and t.idx + len(t.text) > start)
