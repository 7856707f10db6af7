"""Coreference: whom a title without a name, a pronoun or a pair speaks of, judged by what was said before.

It may abstain: a mention of nobody is better than one of the wrong man.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.actors.actor import ActorKind
from dragoman.actors.cast import Member
from dragoman.actors.focus import SUBJECTS, Focus, commands
from dragoman.actors.found import Found
from dragoman.texts.parsed import Token

_FIRST = ("i", "my", "me", "myself")
_NEUTER = ("it", "its", "itself")
_THEY = ("they", "them", "their", "we", "us", "our")
_SOMEBODY = ("person", "office", "body", "group", "pronoun")
_COUNTED = ("both", "two", "three", "the")
_ANYBODY = ("official", "leader", "counterpart", "minister")  # titles that any office holder has


def resolve_reference(focus: Focus, sentence: int, item: Found) -> list[Member]:
    """Members meant by words that identify nobody by themselves."""
    focus.turn_to(sentence)
    if item.kind == "office":
        return _office(focus, item)
    if item.plural:
        return _several(focus, item)
    return _pronoun(focus, item)


def give_office(focus: Focus, sentence: int, item: Found, named: Member) -> None:
    """ "his Russian counterpart Sergei Lavrov" gives Lavrov the office of "him"."""
    focus.turn_to(sentence)
    owner = next((m for m in _owner(focus, item) if m is not named), None)
    if owner and owner.title and (named.title is None or named.title.office == "counterpart"):
        named.title, named.title_words = owner.title, owner.title_words
        named.country = named.country or item.country


# -------------------------------------------------------------------- titles without a name


def _office(focus: Focus, item: Found) -> list[Member]:
    office = item.title.office if item.title else ""
    if focus.parsed[focus.sentence][item.start].lower_ in ("a", "an"):  # "a spokesman": nobody named before
        return (
            [focus.cast.keyed(f"office:{office}:{item.country or item.body}:a", "office", _of_body(focus, item))]
            if (item.country or item.body)
            else []
        )
    if office == "counterpart":
        return _counterpart(focus, item)
    if item.plural:
        return _holders(focus, item, office)
    return _holder(focus, item, office, item.country) if item.country else _recent_holder(focus, item, office)


def _holders(focus: Focus, item: Found, office: str) -> list[Member]:
    """ "the presidents of Iran and Russia", "Nordic Council ministers", "both officials" """
    if item.countries:
        return [m for country in item.countries for m in _holder(focus, item, office, country)]
    if item.country:
        return _holder(focus, item, office, item.country)
    if item.body:
        return [focus.cast.keyed(f"group:{item.body}:{item.title_words}", "group", _of_body(focus, item))]
    counted = any(word in _COUNTED for word in (item.name or "").casefold().split())
    return focus.last_two(None if office in _ANYBODY else office) if counted or office not in _ANYBODY else []


def _holder(focus: Focus, item: Found, office: str, country: str) -> list[Member]:
    known = focus.cast.holders(office, country)
    if not known and office in ("leader", "official"):
        known = focus.cast.holders(None, country)
    if known and not (office == "official" and item.plural):
        item.reason = f"the {office.replace('_', ' ')} of {country} named before"
        return known[:1]
    kind: ActorKind = "group" if item.plural else "office"
    return [focus.cast.keyed(f"office:{office}:{country}:{item.plural}", kind, replace(item, country=country))]


def _recent_holder(focus: Focus, item: Found, office: str) -> list[Member]:
    people = [m for m in focus.cast.holders(None, None) if m.last_seen >= 0]
    if item.body:  # "the EU's chief diplomat" is no minister of a state
        people = [
            m for m in people if m.body in (None, item.body) and m.country in (None, _of_body(focus, item).country)
        ]
    words = (item.title_words or "").casefold()
    known = [m for m in people if m.title and m.title.office == office] or [m for m in people if _named_short(m, words)]
    if known:
        item.reason = f"the last {office.replace('_', ' ')} spoken of"
        return known[:1]
    return [focus.cast.keyed(f"office:{office}:{item.body}", "office", _of_body(focus, item))] if item.body else []


def _named_short(member: Member, words: str) -> bool:
    """ "the Secretary" for a Secretary of State, "the Minister" for a Foreign Minister."""
    whole = (member.title_words or "").casefold()
    return bool(words) and (whole.startswith(f"{words} of ") or whole.endswith(f" {words}"))


def _of_body(focus: Focus, item: Found) -> Found:
    body = focus.cast.codebook.bodies.get(item.body or "")
    return replace(item, country=body.country if body else item.country)


def _counterpart(focus: Focus, item: Found) -> list[Member]:
    """ "his Russian counterpart": the holder of his own office in Russia."""
    owner = next(iter(_owner(focus, item)), None)
    if owner is None or owner.title is None or item.country is None:
        return []
    office = owner.title.office
    found = [m for m in focus.cast.holders(office, item.country) if m is not owner]
    if found:
        item.reason = f"{office.replace('_', ' ')} of {item.country}, as {owner.name} is of another state"
        return found[:1]
    described = replace(item, title=owner.title, title_words=owner.title_words)
    return [focus.cast.keyed(f"office:{office}:{item.country}", "office", described)]


def _owner(focus: Focus, item: Found) -> list[Member]:
    """The person before it in the sentence who is of another state; else the subject to come; else the one in focus."""
    if item.owner is None:
        return focus.best("person")
    for _, member in focus.before(item.owner, "person"):
        if member.country != item.country:
            return [member]
    token = focus.parsed[focus.sentence][item.owner]
    return _subject_to_come(focus, token) or _personal(focus, token)


# -------------------------------------------------------------------- pronouns


def _pronoun(focus: Focus, item: Found) -> list[Member]:
    word = (item.name or "").casefold()
    token = focus.parsed[focus.sentence][item.head]
    if word in _FIRST:
        return _speaker(focus, token)
    if word in _NEUTER:
        return [m for other, m in focus.before(token.i, "state", "body") if commands(token.doc, other.head, token)][:1]
    return _personal(focus, token) or _subject_to_come(focus, token)


def _personal(focus: Focus, token: Token) -> list[Member]:
    """The subject of the clause for "his"; else the person most in focus."""
    above = [m for o, m in focus.before(token.i, "person", "office") if commands(token.doc, o.head, token)]
    return above[:1] or focus.best("person", "office")


def _subject_to_come(focus: Focus, token: Token) -> list[Member]:
    """ "At lunch with his Danish counterpart, President Okello said": the subject is still to come.

    Only names are looked for: they have been registered before the reading began."""
    subjects = (c for a in token.ancestors for c in a.children if c.dep_ in SUBJECTS and c.i > token.i)
    for subject in subjects:
        words = token.doc[subject.left_edge.i : subject.i + 1].text.split(",")[0]
        member = focus.cast.person(words) or focus.cast.person(subject.text)
        if member:
            return [member]
    return []


def _speaker(focus: Focus, token: Token) -> list[Member]:
    verb = next((a for a in token.ancestors if a.lemma_ in focus.lexicon.speaking), None)
    for item, members in focus.here if verb is not None else ():
        if verb is not None and token.doc[item.head].head.i == verb.i and members:
            return members[:1]
    return focus.best("person")


# -------------------------------------------------------------------- pairs


def _several(focus: Focus, item: Found) -> list[Member]:
    """The two last spoken of: persons for "both officials", states for "the two countries", either for "sides"."""
    word = (item.name or "").casefold().split()[-1]
    if word in _THEY:
        things = _things_before(focus, item) if word == "them" else None
        return _they(focus, word) if things is None else things
    people = focus.last_two(None)
    if people and (word in ("sides", "parties") or focus.lexicon.pairs.get(word) == "people"):
        return people
    return focus.two_states()


def _they(focus: Focus, word: str) -> list[Member]:
    """Those last named together in this sentence ("Oslo and Lima"); else two persons who are both in focus."""
    if word not in ("they", "them", "their"):
        return []
    together = next((several for item, _ in reversed(focus.here) if len(several := _joined(focus, item)) > 1), None)
    if together:
        return together
    people = focus.last_two(None)
    return people if all(focus.weight(m) > 0.4 for m in people) else []


def _things_before(focus: Focus, item: Found) -> list[Member] | None:
    """Whose the things are that "them" takes up ("after the Chadian raids Oslo called them illegal"); ``None`` where
    the nearest plural before it is not of things."""
    doc = focus.parsed[focus.sentence]
    nearest = next((t for t in reversed(doc[: item.head]) if t.tag_ == "NNS"), None)
    people = {i for other, _ in focus.here if other.kind in _SOMEBODY for i in range(other.start, other.end)}
    if nearest is None or nearest.i in people or nearest.lower_ in {**focus.lexicon.pairs, **focus.lexicon.groups}:
        return None
    owners: list[Member] = []
    for other, meant in focus.here:
        if doc[other.head].head.i == nearest.i:
            owners += [m for m in meant if m not in owners]
    return owners


def _joined(focus: Focus, first: Found) -> list[Member]:
    """The members of a mention and of those that "and" joins to it."""
    doc = focus.parsed[focus.sentence]
    heads = {first.head}
    members: list[Member] = []
    for item, meant in focus.here:
        if item.head in heads or (doc[item.head].dep_ == "conj" and doc[item.head].head.i in heads):
            heads.add(item.head)
            members += [m for m in meant if m not in members]
    return members
