"""Other sentences with the same answer: other states, other surroundings, narrower marks; and the sides put in turn."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from names import STATES
from sentences import Example
from surroundings import AGENCIES, CLOSERS, OPENERS, PLACES

from dragoman.events.relation_model import Marked
from dragoman.texts.document import Span

_STATE_OF = {form: state for state in STATES for form in state}
_STATE = re.compile(rf"\b({'|'.join(sorted(map(re.escape, _STATE_OF), key=len, reverse=True))})\b")
_SAME_BOTH_WAYS = ("CONSULT", "COOPERATE", "NONE")


def varied(example: Example, dice: random.Random) -> Example:
    """The example as it is or changed, by chance."""
    marked = example.marked
    for change, chance in ((other_states, 0.5), (longer, 0.5), (narrower, 0.15)):
        if dice.random() < chance:
            marked = change(marked, dice)
    if dice.random() < 0.06 and example.kind not in _SAME_BOTH_WAYS:  # who suffers a deed has not done it
        return Example("NONE", "", Marked(marked.text, marked.targets, marked.sources))
    return replace(example, marked=marked)


def other_states(marked: Marked, dice: random.Random) -> Marked:
    """Each state named gives way to another, in the same form."""
    chosen: dict[str, tuple[str, ...]] = {}

    def other(found: re.Match[str]) -> str:
        state = _STATE_OF[found[0]]
        return chosen.setdefault(state[0], dice.choice(STATES))[state.index(found[0])]

    return _rewritten(marked, _STATE, other)


def longer(marked: Marked, dice: random.Random) -> Marked:
    """A place of origin, an opener or a closer put round it."""
    text, before, after = marked.text, "", ""
    if dice.random() < 0.5 and not re.match(r"[A-Z]{3,}", text):
        before = dice.choice(OPENERS) + " " if dice.random() < 0.6 else ""
        if dice.random() < 0.5:
            before = f"{dice.choice(PLACES).replace('·', ' ')}{dice.choice(AGENCIES)} - {before}"
    if (not before or dice.random() < 0.5) and text.endswith("."):
        text, after = text[:-1], dice.choice(CLOSERS)
    moved = lambda spans: tuple(Span(s.start + len(before), s.end + len(before)) for s in spans)  # noqa: E731
    return Marked(before + text + after, moved(marked.sources), moved(marked.targets))


def narrower(marked: Marked, dice: random.Random) -> Marked:
    """A marked side loses its first words: 'the Dutch prime minister' is at times only marked as 'prime minister'."""

    def narrow(span: Span) -> Span:
        starts = [m.start() for m in re.finditer(r"\S+", marked.text[span.start : span.end])]
        return Span(span.start + dice.choice(starts[: (len(starts) + 1) // 2]), span.end)

    return Marked(marked.text, tuple(map(narrow, marked.sources)), tuple(map(narrow, marked.targets)))


def _rewritten(marked: Marked, words: re.Pattern[str], other: Callable[[re.Match[str]], str]) -> Marked:
    """The words replaced, with the marks moved along. Words across a mark's border stay."""
    borders = sorted({p for s in (*marked.sources, *marked.targets) for p in (s.start, s.end)})
    text, at, moved = "", 0, {}
    for border in [*borders, len(marked.text)]:
        text += words.sub(other, marked.text[at:border])
        moved[border], at = len(text), border
    place = lambda spans: tuple(Span(moved[s.start], moved[s.end]) for s in spans)  # noqa: E731
    return Marked(text, place(marked.sources), place(marked.targets))
