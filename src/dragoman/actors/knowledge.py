"""What is known of a person from outside the text: the dated office holders confirm a name, and add state and office.

The words of the text come first: a state or office that they give is never replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.actors.cast import Member
from dragoman.actors.lexicon import Lexicon
from dragoman.codebook.codebook import Codebook
from dragoman.codebook.holders import Holder, Holders
from dragoman.texts.document import Interval

# Which offices a title in the text may mean; titles that are not here (general, judge, editor) mean none of them.
_MEANT = {
    "president": ("head_of_state", "body_chief"),
    "prime_minister": ("head_of_government",),
    "supreme_leader": ("supreme_leader",),
    "foreign_minister": ("foreign_minister",),
    "minister": ("foreign_minister",),
    "chief": ("body_chief", "foreign_minister"),
    "leader": ("head_of_state", "supreme_leader", "head_of_government", "body_chief"),
    "counterpart": ("head_of_state", "head_of_government", "foreign_minister"),
}


_STYLES = ("cleric", "general")  # "Ayatollah Raisi", "General Sisi": how somebody is addressed, whatever his office


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The office holders, seen from a report's day. ``knows`` tells plain English words (lower case)."""

    holders: Holders
    codebook: Codebook
    lexicon: Lexicon
    when: Interval
    knows: Callable[[str], bool]

    def heard_of(self, name: str) -> bool:
        """Whether a bare capitalised word is the family name of just one holder, and no English word."""
        return not self._english(name) and len({t.name for t in self._named(name)}) == 1

    def confirm(self, member: Member) -> None:
        """Give a person the state and office that the one holder of that name has, where the text gives none."""
        styled = member.title is not None and member.title.office in _STYLES
        if member.kind != "person" or (member.country and member.title and not styled) or member.body:
            return
        found = [term for term in self._named(member.name) if self._fits(term, member)]
        if len({term.key for term in found}) != 1:
            return
        term = found[-1]
        if term.key in self.codebook.states:
            member.country = term.key
        else:
            member.body = term.key
        if (member.title is None or styled) and not member.former:
            member.title, member.title_words = self.lexicon.titles.get(term.title.casefold()), term.title
        held = f"since {term.since}" + (f" until {term.until}" if term.until else "")
        source = term.source if term.confirmed else f"{term.source}, one source"
        member.reasons.append(f"{term.key} as {term.name} is on record as {term.title} {held} ({source})")

    def _english(self, name: str) -> bool:
        return self.knows(name.casefold()) and name.casefold() not in self.lexicon.surnames

    def _named(self, name: str) -> tuple[Holder, ...]:
        return self.holders.named(name, self.when.start, self.when.end)

    def _fits(self, term: Holder, member: Member) -> bool:
        if member.country and member.country != term.key:
            return False
        if member.title is None or member.title.office in _STYLES:
            return len(member.name.split()) > 1 or not self._english(member.name)
        return term.office in _MEANT.get(member.title.office, (member.title.office,))
