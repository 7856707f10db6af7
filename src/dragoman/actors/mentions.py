"""Mentions: the words of a parsed sentence that name or describe somebody.

Forms read: names with titles before ("Iranian Foreign Minister Mohammad Javad Zarif", "Ambassador to Russia Kazem
Jalali", "Presidents Putin and Rouhani") or after ("Hua Chunying, a spokeswoman for China's Foreign Ministry"), names
alone, titles alone ("the Russian president", "his Russian counterpart", "the presidents of Iran and Russia"), states,
capitals and palaces that act, bodies, groups of a country ("Israeli troops"), pairs ("the two sides"), pronouns.

Titles, demonyms and syntax decide, not an entity recogniser: that is wrong too often on ministers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.actors.apposition import join_appositions
from dragoman.actors.found import Found
from dragoman.actors.lexicon import Lexicon
from dragoman.actors.line import Line
from dragoman.actors.listed import find_codebook_names, find_groups, find_pairs, find_pronouns
from dragoman.actors.names import find_names
from dragoman.actors.scan import Hit
from dragoman.actors.several import find_several
from dragoman.actors.titles import find_titles
from dragoman.texts.parsed import Doc

# In this order: what one step takes the next ones leave alone.
_STEPS = (
    find_several,
    find_titles,
    join_appositions,
    find_names,
    join_appositions,
    find_codebook_names,
    find_groups,
    find_pairs,
    find_pronouns,
)


def find_mentions(
    doc: Doc, hits: Mapping[int, tuple[int, Hit]], lexicon: Lexicon, knows: Callable[[str], bool]
) -> list[Found]:
    """Mentions of one sentence in order of their start.

    ``hits`` maps a token to (end token, codebook name); ``knows`` says whether a lower-case word is ordinary English.
    """
    line = Line(doc, hits, lexicon, knows)
    for step in _STEPS:
        step(line)
    return sorted(line.found, key=lambda f: (f.start, -f.end))
