"""Mentions: the words of a parsed sentence that name or describe somebody.

Forms read: names with titles before ("Iranian Foreign Minister Mohammad Javad Zarif", "Ambassador to Russia Kazem
Jalali", "Presidents Putin and Rouhani") or after ("Hua Chunying, a spokeswoman for China's Foreign Ministry"), names
alone, titles alone ("the Russian president", "his Russian counterpart", "the presidents of Iran and Russia"), states,
capitals and palaces that act, bodies, groups of a country ("Israeli troops"), pairs ("the two sides"), pronouns.

Titles, demonyms and syntax decide, not an entity recogniser: that is wrong too often on ministers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from dragoman.actors.acting import acts
from dragoman.actors.found import Found
from dragoman.actors.lexicon import Lexicon, Title
from dragoman.actors.scan import Hit

if TYPE_CHECKING:
    from spacy.tokens import Doc

POSSESSIVES = frozenset({"'s", "'", "s"})
DETERMINERS = frozenset(
    "the a an his her its their our my this that these those both two three several some many".split()
)
PRONOUNS = frozenset(
    "he she they him her them his their it its i we my our me us himself herself itself themselves".split()
)
_PARTICLES = frozenset(
    "al el bin bint ibn ben van von der den de da do dos del della la le di du abu ul ur - ' ter".split()
)
_PAIRS = frozenset("side sides country countries nation nations state states leader leaders party parties official officials "
                   "neighbor neighbors neighbour neighbours counterpart counterparts capital capitals government governments "
                   "ally allies power powers".split())  # fmt: skip
_PEOPLE = frozenset("leaders officials counterparts".split())
_BARE = frozenset({"CVL", "REB", "OPP", "COP", "MIL"})
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december ramadan easter christmas".split()
)
_HUMAN_VERBS = frozenset(
    "say tell add note state stress emphasize emphasise underline announce meet visit telephone travel arrive speak thank "
    "praise condemn accuse criticize urge warn call ask describe express hail vow pledge agree insist write tweet hold head lead".split()
)
_ROUTE = frozenset({"of", "for", "to", "in", "at", "on", "with"})


class Finder:
    """Finds mentions in one sentence. ``knows`` says whether a lower-case word is ordinary English."""

    def __init__(self, lexicon: Lexicon, knows: Callable[[str], bool]) -> None:
        self.lexicon = lexicon
        self.knows = knows

    def find(self, doc: Doc, hits: Mapping[int, tuple[int, Hit]]) -> list[Found]:
        """Mentions in order of their start. ``hits`` maps a token to (end token, codebook name)."""
        return _Sentence(self, doc, hits).found()


class _Sentence:
    """One sentence at work: which tokens are taken, and what was found so far."""

    def __init__(self, finder: Finder, doc: Doc, hits: Mapping[int, tuple[int, Hit]]) -> None:
        self.lexicon, self.knows = finder.lexicon, finder.knows
        self.doc, self.hits = doc, hits
        self.lower = [token.lower_ for token in doc]
        self.hit_over = {i: start for start, (end, _) in hits.items() for i in range(start, end)}
        self.taken: set[int] = set()
        self.out: list[Found] = []

    def found(self) -> list[Found]:
        self._titles()
        self._join_appositions()
        self._names()
        self._join_appositions()
        self._codebook_names()
        self._groups()
        self._pairs()
        self._pronouns()
        return sorted(self.out, key=lambda f: (f.start, -f.end))

    # ---------------------------------------------------------------- pieces of the grammar

    def add(self, found: Found) -> None:
        self.out.append(found)
        if found.kind not in ("state", "adjective", "place"):
            self.taken.update(range(found.start, found.end))

    def head(self, start: int, end: int) -> int:
        """The token of the stretch whose governor lies outside."""
        for i in range(end - 1, start - 1, -1):
            governor = self.doc[i].head.i
            if not start <= governor < end or governor == i:
                return i
        return end - 1

    def title_from(self, i: int) -> tuple[int, Title] | None:
        """(end token, title) of the longest title that starts at token i."""
        if self.lower[i] not in self.lexicon.title_heads:
            return None
        for size in range(min(self.lexicon.longest + 2, len(self.lower) - i), 0, -1):
            words = " ".join(self.lower[i : i + size]).replace(" - ", "-")
            title = self.lexicon.titles.get(words)
            if title:
                return i + size, title
        return None

    def country_of(self, name_kind: str, key: str) -> tuple[str | None, str | None]:
        """(country, body) that a codebook name stands for."""
        return (None, key) if name_kind == "body" else (key, None)

    def name_from(self, i: int) -> int:
        """End of the run of capitalised name words that starts at token i (i itself where there is none)."""
        end = i
        if i < len(self.doc) and not self.doc[i].text[0].isalpha():
            return i
        while end < len(self.doc):
            if self._nameable(end, first=end == i):
                end += 1
            elif self._second_half(end):
                end += 2
            elif self._particle(end):
                end += 1
                while end < len(self.doc) and self._particle(end):
                    end += 1
            else:
                break
        while end > i and self.lower[end - 1] in _PARTICLES:
            end -= 1
        return self._junior(i, end)

    def _junior(self, start: int, end: int) -> int:
        """ "Whipps, Jr." """
        comma = end < len(self.lower) and self.lower[end] == ","
        at = end + comma
        return at + 1 if end > start and at < len(self.lower) and self.lower[at] in ("jr.", "sr.", "jr", "sr") else end

    def _nameable(self, i: int, *, first: bool) -> bool:
        token = self.doc[i]
        text = token.text
        if not text[0].isupper() or i in self.taken or i in self.hit_over or self.lower[i] in _CALENDAR:
            return False
        if self.lower[i] in PRONOUNS or self.lower[i] in DETERMINERS or self.lower[i] in self.lexicon.honorifics:
            return False
        if self.title_from(i) or (first and self.lower[i] in self.lexicon.modifiers):
            return False
        return token.tag_ in ("NNP", "NNPS") or (
            i > 0 and token.tag_ in ("NN", "NNS", "JJ", "FW", "VBG", "VBN", "UH", "RB", "VB")
        )

    def _second_half(self, i: int) -> bool:
        """ "-yong" of "Chung Eui-yong" """
        if (
            self.lower[i] != "-"
            or i == 0
            or i + 1 >= len(self.doc)
            or self.doc[i - 1].whitespace_
            or self.doc[i].whitespace_
        ):
            return False
        word = self.doc[i + 1]
        return (
            self.doc[i - 1].text[0].isupper()
            and i - 1 not in self.hit_over
            and word.is_lower
            and word.tag_[0] == "N"
            and len(word.text) < 6
            and (len(word.text) < 4 or not self.knows(word.text))
            and word.text not in ("era", "led")
        )

    def _particle(self, i: int) -> bool:
        if self.lower[i] not in _PARTICLES or i + 1 >= len(self.doc):
            return False
        nxt = i + 1
        glued = self.lower[i] == "-" and self.doc[i - 1].whitespace_ == "" and self.doc[i].whitespace_ == ""
        if self.lower[i] == "-" and not glued:
            return False
        return nxt not in self.hit_over and (
            self._nameable(nxt, first=False) or (self.lower[nxt] in _PARTICLES and self._particle(nxt))
        )

    # ---------------------------------------------------------------- titles, with or without a name

    def _titles(self) -> None:
        i = 0
        while i < len(self.doc):
            hit = None if i in self.taken or i in self.hit_over else self.title_from(i)
            if hit and self._is_title(i, hit[0]):
                i = self._title(i, *hit)
            else:
                i += 1

    def _is_title(self, start: int, end: int) -> bool:
        """Not a verb ("chairs", "heads a delegation", "leads") and not inside a longer name ("Secretary General Road")."""
        last = self.doc[end - 1]
        return last.tag_.startswith("N") or (last.tag_ in ("JJ", "JJR") and last.text[0].isupper())

    def _title(self, start: int, end: int, title: Title) -> int:
        found = Found("office", "title", start, end, end - 1, (start, end), title=title)
        found.plural = self.doc[end - 1].tag_ in ("NNS", "NNPS") and self.lower[end - 1].endswith("s")
        self._extend_left(found)
        words = self.doc[found.start : end].text
        self._extend_right(found)
        if not (found.country or found.body) and title.only and found.owner is None:
            found.country = title.only
        name = self._honorific_name(found.end)
        found.title_words = self._bare_title(start, end)
        if name[1] > name[0]:
            self._name_title(found, *name)
        else:
            found.head = end - 1 if found.end > end else self.head(found.start, found.end)
            found.shown = (found.start, found.end)
            found.name = words
            self.add(found)
        return max(found.end, end)

    def _bare_title(self, start: int, end: int) -> str:
        """The title with its fields and deputies, without country and article ("Deputy Health Minister")."""
        while (
            start
            and start - 1 not in self.hit_over
            and self.lower[start - 1]
            in (
                self.lexicon.fields
                | {"deputy", "vice", "assistant", "acting", "interim", "first", "prime", "under", "former", "and", "-"}
            )
            and self.doc[start - 1].text[0] in "-" + self.doc[start - 1].text[0].upper()
        ):
            start -= 1
        while self.lower[start] in ("and", "-"):
            start += 1
        return self.doc[start:end].text

    def _extend_left(self, found: Found) -> None:
        lexicon, lower = self.lexicon, self.lower
        i = found.start
        while i:
            word = lower[i - 1]
            if i - 1 in self.taken:
                break
            if i - 1 in self.hit_over and (found.country or found.body):
                break
            if word == ")" and i > 3 and i - 2 in self.hit_over and lower[i - 3] == "(":
                i = i - 3  # "Republic of Korea (ROK) Foreign Minister"
                continue
            if i - 1 in self.hit_over:
                i = self._take_country(found, i - 1)
            elif word in ("'s", "'") and i - 2 in self.hit_over and not (found.country or found.body):
                i = self._take_country(found, i - 2)
            elif (
                word in lexicon.modifiers
                or (word in lexicon.fields and not (found.country or found.body))
                or (word == "-" and i > 1 and i - 2 not in self.hit_over)
            ):
                found.former = found.former or word in ("former", "ex", "ousted", "late")
                if word == "deputy" and found.title and found.title.office in ("minister", "foreign_minister"):
                    found.title = lexicon.titles[
                        "deputy " + ("foreign minister" if found.title.office == "foreign_minister" else "minister")
                    ]
                i -= 1
            elif word in DETERMINERS or self.doc[i - 1].tag_ == "CD":
                if word in ("his", "her", "their", "its"):
                    found.owner = i - 1
                i -= 1
                if word in ("two", "both", "three"):
                    found.plural = True
            else:
                break
        found.start = i

    def _take_country(self, found: Found, token: int) -> int:
        start = self.hit_over[token]
        _, hit = self.hits[start]
        found.country, found.body = self.country_of(hit.name.kind, hit.name.key)
        return start

    def _extend_right(self, found: Found) -> None:
        """ "of the Russian Federation", "to Russia", "for Political Affairs", "of Iran's Supreme Council of ..." """
        end = found.end
        while end + 1 < len(self.doc) and self.lower[end] in _ROUTE:
            preposition, i = self.lower[end], end + 1
            if self.lower[i] == "the" and i + 1 < len(self.doc):
                i += 1
            stop = self._institution_from(i)
            if stop == i or (preposition == "for" and stop < len(self.doc) and self.lower[stop] in ("'s", "'")):
                return
            self._read_route(found, preposition, i, stop)
            end = found.end = stop

    def _institution_from(self, i: int) -> int:
        """End of a run of codebook names, capitalised English words and field words that starts at i."""
        end = i
        while end < len(self.doc):
            word, token = self.lower[end], self.doc[end]
            if end in self.hit_over:
                end = self.hits[self.hit_over[end]][0]
            elif end > i and word in ("'s", "'") and end - 1 in self.hit_over:
                end += 1
            elif token.text[0].isupper() and self._institutional(i, end):
                end += 1
            elif end > i and word in ("of", "for", "and", "the", ",") and self._continues(end):
                end += 1
            else:
                break
        while end > i and self.lower[end - 1] in ("of", "for", "and", "the", ","):
            end -= 1
        return end

    def _institutional(self, start: int, i: int) -> bool:
        """Whether a capitalised word goes on with an institution begun at ``start``; after its head word
        ("Council", "Center") an unheard-of word begins a name instead."""
        word = self.lower[i]
        if word in self.lexicon.fields or word in self.lexicon.bodies:
            return True
        if i > start and (self.lower[i - 1] in self.lexicon.bodies or self.lower[i - 1] in self.lexicon.fields):
            return False
        followed_by_body = i + 1 < len(self.lower) and self.lower[i + 1] in self.lexicon.bodies
        if i > start and i - 1 in self.hit_over:
            return followed_by_body  # "to Uganda Peter Otieno", but "of the UN Security Council"
        return followed_by_body or (not self.title_from(i) and (self.knows(word) or self.knows(word.rstrip("s"))))

    def _continues(self, i: int) -> bool:
        """Whether the word after a joining word carries the institution or list of states on."""
        j = i + 1
        if j < len(self.doc) and self.lower[j] == "the":
            j += 1
        if j >= len(self.doc):
            return False
        if self.lower[i] in (",", "and"):
            return (
                j in self.hit_over
                and i - 1 in self.hit_over
                and self.hits[self.hit_over[j]][1].name.kind in ("state", "body")
            )
        word = self.lower[j]
        return self.lower[i] != "the" and (
            j in self.hit_over or (self.doc[j].text[0].isupper() and (self.knows(word) or word in self.lexicon.fields))
        )

    def _read_route(self, found: Found, preposition: str, start: int, end: int) -> None:
        keys = [
            self.hits[s][1].name for s in sorted({self.hit_over[i] for i in range(start, end) if i in self.hit_over})
        ]
        states = tuple(dict.fromkeys(name.key for name in keys if name.kind != "body"))
        bodies = [name.key for name in keys if name.kind == "body"]
        office = found.title.office if found.title else ""
        if preposition == "to" or (office == "ambassador" and found.country and preposition in ("in", "at")):
            found.host = states[0] if states else None
            return
        if preposition in ("of", "for", "in") or office == "ambassador":
            if len(states) > 1 and found.plural:
                found.countries = states
            if bodies and not found.country:
                found.body = found.body or bodies[0]
            if states and not found.country:
                found.country = states[0]

    def _honorific_name(self, i: int) -> tuple[int, int]:
        """The name at i, honorifics and clerical or military titles skipped; empty where there is none."""
        while i < len(self.doc) and self.lower[i] in self.lexicon.honorifics:
            i += 1
        inner = self.title_from(i) if i < len(self.doc) else None
        if inner and self.doc[i].text[0].isupper() and inner[1].office in ("cleric", "general"):
            i = inner[0]
            while i < len(self.doc) and self.lower[i] in self.lexicon.honorifics:
                i += 1
        return i, self.name_from(i)

    def _name_title(self, found: Found, start: int, end: int) -> None:
        """A title followed by its holder's name; "Presidents Putin and Rouhani" gives both the title."""
        found.kind, found.form, found.shown = "person", "name", (start, end)
        found.end, found.head = end, self.head(found.start, end)
        found.name = self.doc[start:end].text
        if (
            not (found.country or found.body)
            and end + 1 < len(self.doc)
            and self.lower[end] == "of"
            and self.doc[end].head.i == found.head
        ):
            # "King Hassan of Morocco"
            state = end + 1 + (self.lower[end + 1] == "the")
            if state in self.hits and self.hits[state][1].name.kind == "state":
                found.country = self.hits[state][1].name.key
        if found.title and found.title.office == "counterpart" and start > found.start:
            self.add(
                Found(
                    "person",
                    "description",
                    found.start,
                    start,
                    start - 1,
                    (found.start, start),
                    name=found.name,
                    country=found.country,
                )
            )
        several = found.plural
        found.plural = False
        self.add(found)
        while several and end + 1 < len(self.doc) and self.lower[end] in ("and", ","):
            nxt = self.name_from(end + 1)
            if nxt == end + 1:
                break
            self.add(Found("person", "name", end + 1, nxt, self.head(end + 1, nxt), (end + 1, nxt), name=self.doc[end + 1 : nxt].text,
                           title=found.title, title_words=found.title_words))  # fmt: skip
            end = nxt

    # ---------------------------------------------------------------- names without a title

    def _names(self) -> None:
        i = 0
        while i < len(self.doc):
            skip = i
            while (
                skip < len(self.doc)
                and self.lower[skip] in self.lexicon.honorifics
                and self.doc[skip].text[0].isupper()
            ):
                skip += 1
            end = self.name_from(skip)
            if end > skip:
                self._name(i, skip, end, honorific=skip > i)
                i = max(end, i + 1)
            else:
                i += 1

    def _name(self, start: int, name_start: int, end: int, *, honorific: bool) -> None:
        words = self.lower[name_start:end]
        if words[-1] in self.lexicon.regions and not honorific:
            return
        country = self._left_country(start)
        if any(word in self.lexicon.bodies for word in words) and not honorific:
            self._body(start, end)
            return
        head = self.head(start, end)
        weak = not (honorific or country or self._looks_like_a_person(name_start, end, head))
        self.add(
            Found(
                "person",
                "name",
                start,
                end,
                head,
                (name_start, end),
                name=self.doc[name_start:end].text,
                country=country,
                weak=weak,
            )
        )

    def _looks_like_a_person(self, start: int, end: int, head: int) -> bool:
        """Two or more words the last of which is no English word, or the subject of a verb that people do."""
        last, token = self.doc[end - 1], self.doc[head]
        if last.tag_ != "NNP" or any(self.doc[i].is_upper and len(self.doc[i].text) > 2 for i in range(start, end)):
            return False
        subject = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in _HUMAN_VERBS
        if end - start == 1:
            return subject and not self.knows(self.lower[start])
        return subject or not self.knows(self.lower[end - 1])

    def _left_country(self, i: int) -> str | None:
        """ "Iran's Zarif" """
        if i >= 2 and self.lower[i - 1] in ("'s", "'") and i - 2 in self.hit_over:
            name = self.hits[self.hit_over[i - 2]][1].name
            return name.key if name.kind != "body" else None
        return None

    def _body(self, start: int, end: int) -> None:
        """ "Russian Foreign Ministry", "Organization for the Prohibition of Chemical Weapons", "Fars News" """
        while (
            end + 1 < len(self.doc) and self.lower[end] in ("of", "for") and self.lower[end - 1] in self.lexicon.bodies
        ):
            i = end + 1 + (self.lower[end + 1] == "the")
            stop = self._institution_from(i) if i < len(self.doc) else i
            if stop == i:
                break
            end = stop
        country = body = None
        left = start
        if start - 1 in self.hit_over or (
            start > 1 and self.lower[start - 1] in ("'s", "'") and start - 2 in self.hit_over
        ):
            left = self.hit_over[start - 1 if start - 1 in self.hit_over else start - 2]
            name = self.hits[left][1].name
            country, body = self.country_of(name.kind, name.key)
        inside = [self.hits[s][1].name for s in {self.hit_over[i] for i in range(start, end) if i in self.hit_over}]
        country = country or next((name.key for name in inside if name.kind in ("state", "demonym")), None)
        if (
            next((w for w in reversed(self.lower[start:end]) if w in self.lexicon.bodies), "") in self.lexicon.things
            or self.lower[start] in self.lexicon.things
        ):
            self.taken.update(range(left, end))  # a treaty, plan or street has a name and does nothing
            return
        sectors = [self.lexicon.bodies[w] for w in self.lower[start:end] if self.lexicon.bodies.get(w)]
        self.add(Found("body", "name", left, end, self.head(left, end), (left, end), name=self.doc[left:end].text.removeprefix("the "),
                       country=country, body=body, sector=sectors[-1] if sectors else None))  # fmt: skip

    def _join_appositions(self) -> None:
        """A name and a title on either side of a comma or in brackets speak of one person."""
        ordered = sorted((f for f in self.out if f.kind in ("person", "office")), key=lambda f: f.start)
        for left, right in zip(ordered, ordered[1:], strict=False):
            if {left.kind, right.kind} != {"person", "office"} or left.plural or right.plural:
                continue
            between = self.lower[left.end : right.start]
            if between == ["and"] and left.kind == "office" and self._two_offices(left, right):
                continue
            if between not in ([","], ["("], ["-"], ["–"], ["—"], [",", "("]):
                continue
            person, office = (left, right) if left.kind == "person" else (right, left)
            if person.title or not self._apposed(left, right):
                continue
            person.title, person.title_words, person.country = (
                office.title,
                office.title_words,
                person.country or office.country,
            )
            person.body, person.host, person.owner, person.former = (
                office.body,
                office.host,
                office.owner,
                office.former,
            )
            office.name, office.actors = person.name, person.actors
            # "foreign minister (Zarif)" names nobody by itself; "the Iranian foreign minister, Zarif" does
            bare = office.end - office.start == len((office.title_words or "").split())
            office.kind, office.form = "person", "pronoun" if bare else "description"

    def _two_offices(self, left: Found, right: Found) -> bool:
        """ "Israeli Alternate Prime Minister and Minister of Defense Benjamin Gantz" is one man."""
        if self.lower[left.start] in DETERMINERS or right.title is None or right.country not in (None, left.country):
            return False
        right.country, right.body = left.country, right.body or left.body
        left.kind, left.form, left.name, left.actors = "person", "description", right.name, right.actors
        return True

    def _apposed(self, left: Found, right: Found) -> bool:
        """Not two items of a list: an apposition is closed by a comma, bracket, verb or the end."""
        if self.doc[right.head].dep_ == "appos" or self.doc[left.head].dep_ == "appos":
            return True
        closing = self.lower[right.end] if right.end < len(self.lower) else "."
        opener = self.lower[left.end]
        return (closing in (",", ".", ")", ";", "-", "–", "—") or opener == "(") and self.doc[right.head].dep_ != "conj"

    # ---------------------------------------------------------------- names of the codebook, groups, pairs, pronouns

    def _codebook_names(self) -> None:
        for start, (end, hit) in self.hits.items():
            kind, key = hit.name.kind, hit.name.key
            inside_name = any(
                start >= f.shown[0] and end <= f.shown[1]
                for f in self.out
                if f.kind == "body" or (f.kind == "person" and f.form == "name")
            )
            head = self.head(start, end)
            if kind == "body":
                if start not in self.taken:
                    self.add(
                        Found(
                            "body",
                            "name",
                            start,
                            end,
                            head,
                            (start, end),
                            name=self.doc[start:end].text,
                            key=key,
                            body=key,
                        )
                    )
            elif kind == "demonym":
                self._demonym(start, end, head, key)
            elif kind == "state":
                if not inside_name or self._possesses(start, end):
                    self.add(
                        Found(
                            "state",
                            "name",
                            start,
                            end,
                            head,
                            (start, end),
                            name=self.doc[start:end].text,
                            key=key,
                            country=key,
                        )
                    )
            elif not inside_name:
                lost_apostrophe = self.doc[end - 1].text not in hit.name.text.split()
                acting = lost_apostrophe or acts(self.doc, start, end, head, metonym=kind == "metonym")
                self.add(Found("state" if acting else "place", "metonym" if acting else "place", start, end, head, (start, end),
                               name=self.doc[start:end].text, key=key, country=key))  # fmt: skip

    def _possesses(self, start: int, end: int) -> bool:
        return end < len(self.doc) and self.lower[end] in ("'s", "'")

    def _demonym(self, start: int, end: int, head: int, key: str) -> None:
        token = self.doc[head]
        noun = (
            token.tag_ in ("NNS", "NNPS", "NN", "NNP")
            and token.dep_ not in ("amod", "compound", "nmod", "poss")
            and head not in self.taken
        )
        if noun:
            left = start - 1 if start and self.lower[start - 1] in DETERMINERS else start
            self.add(
                Found("group", "description", left, end, head, (left, end), name=self.doc[start:end].text, country=key)
            )
        else:
            self.add(Found("adjective", "adjective", start, end, head, (start, end), key=key, country=key))

    def _groups(self) -> None:
        """ "Israeli troops", "Iran's parliament", "senior Russian officials": people or institutions of a country."""
        for i, word in enumerate(self.lower):
            sector = self.lexicon.groups.get(word)
            if sector is None or i in self.taken or not self.doc[i].tag_.startswith("N"):
                continue
            probe = Found("group", "description", i, i + 1, i, (i, i + 1), sector=sector)
            self._extend_left(probe)
            if not (probe.country or probe.body):
                self._extend_right(probe)
            # A bare plural ("protesters", "rebels") is somebody, of a state that only the context can tell.
            if probe.country or probe.body or (sector in _BARE and self.doc[i].tag_ == "NNS"):
                probe.shown, probe.name = (probe.start, probe.end), self.doc[probe.start : probe.end].text
                self.add(probe)

    def _pairs(self) -> None:
        """ "the two sides", "both countries", "the sides": several at once, known only from before."""
        for i, word in enumerate(self.lower):
            if word not in _PAIRS or i in self.taken or not word.endswith("s"):
                continue
            start = i
            while start and (
                self.lower[start - 1]
                in ("the", "both", "two", "three", "neighboring", "neighbouring", "of", "these", "all")
                or self.doc[start - 1].tag_ == "JJ"
                and self.doc[start - 1].head.i == i
            ):
                start -= 1
            determined = (
                set(self.lower[start:i]) & {"two", "both", "three"}
                or self.lower[max(0, i - 1)] == "the"
                and word in ("sides", "leaders", "parties", "countries")
            )
            if determined:
                while start < i and self.lower[start] == "of":
                    start += 1
                # A pair of states names none of them; a pair of people speaks of both.
                form = "description" if word in _PEOPLE else "pronoun"
                self.add(
                    Found(
                        "pronoun", form, start, i + 1, i, (start, i + 1), name=self.doc[start : i + 1].text, plural=True
                    )
                )

    def _pronouns(self) -> None:
        for i, word in enumerate(self.lower):
            if word in PRONOUNS and i not in self.taken and self.doc[i].tag_ in ("PRP", "PRP$"):
                self.add(
                    Found(
                        "pronoun",
                        "pronoun",
                        i,
                        i + 1,
                        i,
                        (i, i + 1),
                        name=word,
                        plural=word in ("they", "them", "their", "we", "us", "our"),
                    )
                )
