"""Who is meant: mentions of a whole document become actors, and each actor knows its office, state and words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.actors.actor import Actor, Mention
from dragoman.actors.cast import Cast, Member, name_words
from dragoman.actors.coreference import give_office, resolve_reference
from dragoman.actors.focus import Focus
from dragoman.actors.found import Found
from dragoman.actors.home import find_homes
from dragoman.actors.knowledge import Knowledge
from dragoman.actors.several import members
from dragoman.texts.document import Document
from dragoman.texts.parse import place
from dragoman.texts.parsed import Doc
from dragoman.texts.sentences import Sentence


def resolve(
    document: Document,
    sentences: Sequence[Sentence],
    parsed: Mapping[int, Doc],
    found: Mapping[int, list[Found]],
    knowledge: Knowledge,
) -> tuple[dict[int, list[Mention]], dict[str, Actor]]:
    """Mentions by sentence and actors by id. Names first, in the whole document; then descriptions and pronouns."""
    cast = Cast(knowledge.codebook)
    for item in (item for index in sorted(found) for item in found[index]):
        _register_full_name(cast, item)
    for member in cast.members:
        knowledge.confirm(member)
    who = _read_forward(cast, parsed, found, knowledge)
    find_homes(parsed, found, who)
    cast.close(document.id)
    mentions = {
        i: [_mention(sentences[i], parsed[i], item, who[id(item)]) for item in items] for i, items in found.items()
    }
    for items in mentions.values():
        for mention in items:
            _tell(cast, mention)
    meant = {actor for items in mentions.values() for mention in items for actor in mention.actors}
    actors = {m.id: m.frozen(document.id, knowledge.codebook) for m in cast.members if m.id in meant}
    return mentions, actors


def _read_forward(
    cast: Cast, parsed: Mapping[int, Doc], found: Mapping[int, list[Found]], knowledge: Knowledge
) -> dict[int, list[Member]]:
    """Who each mention (by its ``id``) speaks of, judged in the order of reading."""
    who: dict[int, list[Member]] = {}
    focus = Focus(cast, parsed, knowledge.lexicon)
    for index in sorted(found):
        for item in found[index]:
            members = _named(cast, item, knowledge)
            if members is None:
                members = resolve_reference(focus, index, item)
            if item.kind == "person" and item.title and item.title.office == "counterpart" and members:
                give_office(focus, index, item, members[0])
            who[id(item)] = members
            focus.saw(index, item, members)
    return who


def _register_full_name(cast: Cast, item: Found) -> None:
    """Longer names first known, so that "Zarif" in the headline is the Zarif of the second paragraph."""
    if item.kind == "person" and item.form == "name" and item.name and not item.weak and len(name_words(item.name)) > 1:
        member = cast.person(item.name, item.title) or cast.new_person(item.name)
        member.learn(item)


def _named(cast: Cast, item: Found, knowledge: Knowledge) -> list[Member] | None:
    """Members whom the words themselves identify; ``None`` where the context must."""
    if item.kind in ("state", "adjective", "place") and item.key:
        return [cast.state(item.key)]
    if item.kind == "person" and item.name:
        return _person(cast, item, knowledge)
    if item.kind == "body":
        return [_body(cast, _led(cast, item, knowledge))]
    if item.several:
        return _several(cast, item, knowledge)
    if item.kind == "group":
        key = f"group:{item.country or item.body}:{item.sector}:{(item.name or '').casefold()}"
        return [cast.keyed(key, "group", item)]
    return None


def _person(cast: Cast, item: Found, knowledge: Knowledge) -> list[Member]:
    name = item.name or ""
    known = cast.person(name, item.title)
    if known is None and name in cast.aliases:
        return [cast.aliases[name]]
    if known is None and item.weak and not knowledge.heard_of(name):
        return []
    member = known or cast.new_person(name)
    if item.country or (item.title and item.title.office != "counterpart"):
        member.learn(item)
    if known is None:
        knowledge.confirm(member)
    return [member]


def _several(cast: Cast, item: Found, knowledge: Knowledge) -> list[Member]:
    """The members one by one; the body or group where they are too many."""
    states = members(item, cast.codebook, knowledge.when)
    if states:
        item.reason = f"the members of {item.several} on {knowledge.when.start or 'the day of coding'}"
        return [cast.state(iso3) for iso3 in states]
    if item.several in cast.codebook.bodies:
        return [_body(cast, replace(item, key=item.several))]
    return []


def _led(cast: Cast, item: Found, knowledge: Knowledge) -> Found:
    """ "The Biden administration" is of the state that Biden is of."""
    if item.leader is None or item.country:
        return item
    known = cast.person(item.leader)
    if known is None:
        title = knowledge.lexicon.titles["leader"]
        knowledge.confirm(known := Member("person", item.leader, title=title, title_words=title.words))
    return replace(item, country=known.country)


def _body(cast: Cast, item: Found) -> Member:
    body = cast.codebook.bodies.get(item.key or "")
    if body is None:
        member = cast.keyed(f"body:{item.name}", "body", item)
        if item.alias:
            cast.aliases[item.alias] = member
        return member
    known = replace(item, name=body.name, country=body.country, body=body.id, sector=body.sector)
    return cast.keyed(f"body:{body.id}", "body", known)


def _mention(sentence: Sentence, doc: Doc, item: Found, members: Sequence[Member]) -> Mention:
    span = place(sentence, doc, *item.shown)
    return Mention(sentence.index, item.start, item.end, item.head, span, doc[item.shown[0] : item.shown[1]].text,
                   item.form, tuple(dict.fromkeys(m.id for m in members)), item.reason)  # fmt: skip


def _tell(cast: Cast, mention: Mention) -> None:
    """Let the actors know where they are named; pronouns and adjectives name nobody, nor
    do "the Baltic states" name Latvia."""
    if mention.form in ("pronoun", "adjective", "place"):
        return
    several = len(mention.actors) > 1
    for member in cast.members:
        if member.id in mention.actors and not (several and member.kind == "state"):
            member.mentions.append(mention)
