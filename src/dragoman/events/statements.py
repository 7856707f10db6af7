"""Statements: who is reported to have said what, to whom, through whom, and about which states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, permutations

from dragoman.actors.reading import Reading
from dragoman.codebook.leanings import load_leanings
from dragoman.codebook.sourcing import load_sourcing
from dragoman.codebook.speech import Speech
from dragoman.events.answers import act
from dragoman.events.contexts import load_contexts
from dragoman.events.event import Attribution, Reason, Statement
from dragoman.events.said import Said, find_said, sentences_of
from dragoman.events.sourcing import anonymous, channel
from dragoman.events.speakers import Speakers, actors_at, addressees
from dragoman.events.stances import find_stances
from dragoman.texts.document import content_id

_MEDIA = frozenset({"JRN", "MED"})


def find_statements(reading: Reading, speech: Speech, said: Sequence[Said] | None = None) -> tuple[Statement, ...]:
    """All statements of a document in the order of their sentences: direct, indirect and mixed, nested ones after the
    statement that holds them. Boilerplate gives none; sayings that are denied, future or supposed give none.

    :param said: the document's acts of saying, if they have been found already.
    """
    said = find_said(reading, speech) if said is None else said
    credits = {
        id(inner): outer
        for _, group in groupby(said, key=lambda s: s.sentence)
        for outer, inner in permutations(group, 2)
        if _credits(reading, speech, outer, inner)
    }
    crediting = {id(outer) for outer in credits.values()}
    kept = [s for s in said if id(s) not in crediting and not _cites(reading, s)]
    document = reading.document.id  # a hash of the whole text: asked once
    ids = {id(s): _id(document, s) for s in kept}
    speakers = Speakers(reading, speech, kept)
    said_by = {id(s): speakers.of(s) for s in kept}
    holders = _by_sentence(reading, kept)
    held_by = {id(s): _holder(s, holders[s.sentence]) for s in kept}
    within: dict[int, list[Said]] = defaultdict(list)
    for s in kept:
        within[id(held_by[id(s)])].append(s)
    found: dict[str, Statement] = {}
    for s in kept:
        holder, who = held_by[id(s)], said_by[id(s)]
        others = [o for o in within[id(s)] if o.source is not None and said_by[id(o)] != who]
        statement = replace(
            _statement(reading, s, document, who, others),
            nested_in=ids[id(holder)] if holder is not None else None,
            attribution=tuple(_attribution(reading, s, credits.get(id(s)), who)),
        )
        found.setdefault(statement.id, statement)
    return tuple(found.values())


def _statement(reading: Reading, said: Said, document: str, who: tuple[str, ...], others: Sequence[Said]) -> Statement:
    """All but what holds it and through whom it came. ``others`` are those whose words it reports."""
    sourcing = load_sourcing()
    stances = find_stances(reading, said, load_leanings(), speakers=who, within=others)
    return Statement(
        id=_id(document, said),
        document=document,
        speakers=who,
        addressees=addressees(reading, said),
        cue=said.cue,
        content=said.content,
        mode=said.mode,
        about=tuple(stance.state for stance in stances if stance.state is not None),
        reasons=tuple(_reasons(reading, said, known=bool(who))),
        stances=stances,
        topics=_topics(reading, said),
        act=act(reading, said, sourcing),
        anonymous=anonymous(reading, said, sourcing, speakers=who),
        channel=channel(reading, said, sourcing),
    )


def _id(document: str, said: Said) -> str:
    places = [(piece.start, piece.end) for piece in said.content]
    return content_id("s", document, said.cue and (said.cue.start, said.cue.end), places)


def _topics(reading: Reading, said: Said) -> tuple[str, ...]:
    text = reading.document.text
    return load_contexts().of(" ".join(text[piece.start : piece.end] for piece in said.content))


def _by_sentence(reading: Reading, said: Sequence[Said]) -> Mapping[int, Sequence[Said]]:
    """For each sentence, those whose content goes over it."""
    over: dict[int, list[Said]] = defaultdict(list)
    for s in said:
        for index in sentences_of(reading, s):
            over[index].append(s)
    return over


# ------------------------------------------------------------------------------------------------ through whom it came


def _credits(reading: Reading, speech: Speech, outer: Said, inner: Said) -> bool:
    """Whether ``outer`` only says through which outlet ``inner`` came ("…, he said, according to IRNA")."""
    if outer.cue == inner.cue or inner.cue is None:
        return False
    pieces = outer.saying.content
    if not pieces or not any(low <= inner.saying.head < high for low, high in pieces):
        return False
    doc = reading.parsed[outer.sentence]
    root = doc[min(p[0] for p in pieces) : max(p[1] for p in pieces)].root
    return root.i == inner.saying.head and is_outlet(reading, speech, outer)


def _cites(reading: Reading, said: Said) -> bool:
    """Whether it only says whom a report relies on ("TASS, citing the ministry, …")."""
    doc = reading.parsed[said.sentence]
    if said.saying.frame != "object" or doc[said.saying.head].lemma_ not in ("cite", "quote"):
        return False
    low, high = said.saying.content[0]
    return bool(actors_at(reading, said.sentence, doc[low:high].root))


def is_outlet(reading: Reading, speech: Speech, said: Said) -> bool:
    """Whether the source is a news agency, paper or broadcaster."""
    if said.saying.source is None:
        return False
    source = reading.parsed[said.sentence][said.saying.source]
    sectors = {reading.actors[a].sector for a in actors_at(reading, said.sentence, source) if a in reading.actors}
    return bool(sectors & _MEDIA) or any(token.lower_ in speech.outlets for token in source.subtree)


def _holder(said: Said, others: Sequence[Said]) -> Said | None:
    """The innermost other statement in whose content the cue stands."""
    if said.cue is None:
        return None
    holding = [o for o in others if o is not said and any(piece.holds(said.cue) for piece in o.content)]
    return min(holding, key=lambda o: sum(map(len, o.content)), default=None)


def _attribution(reading: Reading, said: Said, through: Said | None, who: Sequence[str]) -> Iterator[Attribution]:
    """The outlet, then the agencies that are credited for the words or named beside them, each once."""
    given = [reading.actors[a].name for a in who if a in reading.actors]
    yield Attribution("outlet", reading.document.outlet)
    for agency in _agencies(reading, said, through):
        if agency.name and agency.actor not in who and not any(_same(agency.name, other) for other in given):
            given.append(agency.name)
            yield agency


def _agencies(reading: Reading, said: Said, through: Said | None) -> Iterator[Attribution]:
    document = reading.document
    yield from (Attribution("agency", credit.name) for credit in document.credits if credit.role in ("text", "source"))
    if through is not None and through.source is not None and through.saying.source is not None:
        token = reading.parsed[through.sentence][through.saying.source]
        name = document.text[through.source.start : through.source.end]
        yield Attribution("agency", name, next(iter(actors_at(reading, through.sentence, token)), None))
    for mention in reading.mentions.get(said.sentence, ()):  # told Reuters, quoting TASS
        media = [a for a in mention.actors if a in reading.actors and reading.actors[a].sector in _MEDIA]
        named = mention.form == "name" and not any(piece.holds(mention.span) for piece in said.content)
        if media and named and reading.actors[media[0]].actor_kind == "body":
            yield Attribution("agency", mention.words, media[0])


def _same(name: str, other: str) -> bool:
    """Whether two names of an agency differ only in an article and in capitals."""
    return name.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")


def _reasons(reading: Reading, said: Said, *, known: bool) -> Iterator[Reason]:
    text = reading.document.text
    if said.cue is None:
        yield Reason("speakers", "the quotation has no cue of its own and goes on with the words before it")
        return
    yield Reason("content", f"“{text[said.cue.start : said.cue.end]}”, frame {said.saying.frame}")
    if said.source is None:
        yield Reason("speakers", "nobody is named as the source")
        return
    words = text[said.source.start : said.source.end]
    mention = reading.mention_at(said.sentence, said.saying.source) if said.saying.source is not None else None
    why = mention.reason if mention is not None and mention.actors else "" if known else "a source that stays anonymous"
    yield Reason("speakers", f"“{words}”" + (f", {why}" if why else ""))
