"""Where a document speaks of an agreement: by its name, or in a noun phrase that describes one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from dragoman.actors.lexicon import load_lexicon
from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import AgreementKind, Agreements, Noun
from dragoman.events.syntax import after, modifiers
from dragoman.texts.document import Span
from dragoman.texts.parsed import Doc, Token

_EMPTY = frozenset({("in", "agreement"), ("by", "agreement"), ("in", "accord"), ("of", "accord")})
_NONE = frozenset({"no", "any", "every", "each"})
_AMOUNTS = frozenset({"great", "good"})  # "a great deal of"
_TOPICS = ("on", "for", "about", "of")
_DESCRIBING = frozenset({"on", "for", "about", "of", "with", "against", "between", "among", "upon"})
_SWAPPING = frozenset({"swap", "exchange", "trade"})
_INNER = frozenset({"compound", "nmod", "amod"})  # "treaty talks": what follows belongs to the talks
_LONGEST = 14  # tokens of a mention; what follows describes something else


@dataclass(frozen=True, slots=True)
class Found:
    """One mention. ``head`` is a token number, ``None`` where the sentence was not parsed. ``topics`` are the words
    that tell it from others of its family, ``new`` and ``old`` whether the phrase means one already known."""

    sentence: int
    span: Span
    words: str
    family: str
    kind: AgreementKind
    head: int | None = None
    instrument: str | None = None
    topics: frozenset[str] = frozenset()
    new: bool = False
    old: bool = False
    plural: bool = False
    needs_two: bool = False


class Names:
    """Finds names of instruments in a text, the longest at each place; names that only look like one hide them."""

    def __init__(self, agreements: Agreements) -> None:
        spellings = dict(agreements.spellings())
        words = [*spellings, *(decoy for decoy in agreements.decoys if decoy not in spellings)]
        self._ids = [spellings.get(word) for word in words]
        self._automaton = ahocorasick_rs.AhoCorasick(words, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Iterator[tuple[int, int, str | None]]:
        """``(start, end, id)`` of each name in a text; no id for a decoy."""
        for i, start, end in self._automaton.find_matches_as_indexes(text):
            before, beyond = text[start - 1 : start], text[end : end + 1]
            if not before.isalnum() and not beyond.isalnum() and before not in ("/", "@"):
                yield start, end, self._ids[i]


@cache
def names_of(agreements: Agreements) -> Names:
    return Names(agreements)


def find_mentions(reading: Reading, agreements: Agreements, names: Names) -> Iterator[Found]:
    """All mentions in the order of the text. Boilerplate has none."""
    for sentence in reading.sentences:
        if sentence.boilerplate:
            continue
        doc = reading.parsed.get(sentence.index)
        hits = [hit for hit in names.scan(sentence.text) if not _is_any(sentence.text, hit)]
        found = [_named(reading, sentence.index, doc, hit, agreements) for hit in hits if hit[2] is not None]
        if doc is not None:
            taken = {t.i for start, end, _ in hits for t in doc if start <= t.idx < end}
            found += _joinings(reading, sentence.index, doc, agreements)
            found += [m for t in doc if (m := _swapped(reading, sentence.index, t, agreements)) is not None]
            found += [m for t in doc if t.i not in taken and (m := _described(reading, sentence.index, t, agreements))]
        yield from sorted(found, key=lambda m: m.span)


def _is_any(text: str, hit: tuple[int, int, str | None]) -> bool:
    """ "A nuclear non-proliferation treaty with Iran": the words of a name, but no name."""
    start, end, _ = hit
    return text[start:end].islower() and text[:start].lower().endswith((" a ", " an ", " any ", " another "))


def _named(
    reading: Reading, sentence: int, doc: Doc | None, hit: tuple[int, int, str | None], agreements: Agreements
) -> Found:
    start, end, key = hit
    instrument = agreements.instruments[key or ""]
    tokens = [t for t in doc if start <= t.idx < end] if doc is not None else []
    head = next((t for t in tokens if t.head.i == t.i or not start <= t.head.idx < end), None)
    at = reading.sentences[sentence]
    return Found(
        sentence=sentence,
        span=at.raw(start, end),
        words=at.text[start:end],
        family="agreement",
        kind=instrument.kind,
        head=head.i if head is not None else None,
        instrument=instrument.id,
        new=head is not None and bool({m.lower_ for m in head.children} & agreements.new),
        old=True,
    )


def _described(reading: Reading, sentence: int, head: Token, agreements: Agreements) -> Found | None:
    noun = noun_of(head, agreements)
    if (
        noun is None
        or any(c.lower_ in _NONE for c in head.children)
        or _is_empty(head)
        or _counts_under(head, agreements)
    ):
        return None
    before = head.doc[head.left_edge.i : head.i]
    words = {base(t) for t in before}
    if noun.needs and not noun.needs & (words | {t.lemma_ for t in after(head, "of")}):
        return None
    named = _named_here(reading, sentence)
    bodies = _bodies(reading, sentence, head) if noun.family == "membership" else frozenset()
    if noun.family == "membership" and not bodies:
        return None
    topics = {base(t) for t in modifiers(head) if t.i not in named and t.tag_ != "CD"}
    topics |= {t.lemma_ for word in _TOPICS for t in after(head, word) if t.i not in named}
    first, last = _extent(head)
    span = reading.span(sentence, first, last)
    return Found(
        sentence=sentence,
        span=span,
        words=head.doc[first:last].text,
        family=noun.family,
        kind=noun.kind,
        head=head.i,
        topics=bodies or frozenset(topics - agreements.plain - agreements.old - agreements.new - set(agreements.nouns)),
        new=bool(words & agreements.new),
        old=bool(words & agreements.old) or any(t.dep_ == "poss" for t in before),
        plural=head.tag_ in ("NNS", "NNPS") and noun.family == "agreement",
        needs_two=noun.both,
    )


def _joinings(reading: Reading, sentence: int, doc: Doc, agreements: Agreements) -> Iterator[Found]:
    """ "Finland joined NATO": a membership, told by a verb and the body."""
    for mention in reading.mentions.get(sentence, ()):
        bodies = [reading.actors[a] for a in mention.actors if a in reading.actors]
        if mention.form != "name" or not any((b.cameo or "").startswith("IGO") for b in bodies):
            continue
        head = _member(doc[mention.head])
        verb = head.head.head if head.dep_ == "pobj" else head.head
        if (
            verb.lemma_ in agreements.joining
            and head.dep_ in ("dobj", "pobj", "nsubjpass", "attr")
            and verb.tag_.startswith("V")
        ):
            yield Found(
                sentence=sentence,
                span=mention.span,
                words=f"membership in {mention.words}",
                family="membership",
                kind="membership",
                head=head.i,
                topics=frozenset(b.name.lower() for b in bodies),
            )


def _member(body: Token) -> Token:
    """ "Became a member of NATO": the noun, of which the body says of what."""
    member = body.head.head if body.dep_ == "pobj" and body.head.lower_ == "of" else body
    return member if member.lemma_ == "member" and member.dep_ == "attr" else body


def _swapped(reading: Reading, sentence: int, head: Token, agreements: Agreements) -> Found | None:
    """ "They swapped 50 prisoners": an exchange, told by a verb and who is exchanged."""
    if head.dep_ != "dobj" or head.head.lemma_ not in _SWAPPING:
        return None
    noun = agreements.nouns.get("swap")
    if noun is None or base(head) not in noun.needs:
        return None
    first = head.left_edge.i
    words = f"exchange of {head.doc[first : head.i + 1].text}"
    return Found(sentence, reading.span(sentence, first, head.i + 1), words, noun.family, noun.kind, head=head.i)


def noun_of(token: Token, agreements: Agreements) -> Noun | None:
    """What kind of agreement a noun means, if any."""
    if not token.tag_.startswith("N"):
        return None
    noun = agreements.nouns.get(base(token)) or agreements.nouns.get(token.lower_)
    return None if noun is None or (noun.capital and not token.text[0].isupper()) else noun


def base(token: Token) -> str:
    """The lemma in lower case; names ("Accords") lose their plural too."""
    if token.tag_ == "NNPS" or (token.tag_ == "NNP" and token.lower_.endswith("s")):
        return token.lower_.removesuffix("s")
    return token.lemma_.lower()


def _bodies(reading: Reading, sentence: int, head: Token) -> frozenset[str]:
    """Of what a membership is: "NATO membership", "its accession to the EU"."""
    inside = {t.i for t in head.subtree}
    return frozenset(
        actor.name.lower()
        for mention in reading.mentions.get(sentence, ())
        if mention.head in inside
        for a in mention.actors
        if (actor := reading.actors.get(a)) is not None and actor.actor_kind == "body" and actor.country is None
    )


def _is_empty(head: Token) -> bool:
    """ "They are in agreement", "a great deal of" """
    if (head.head.lower_, head.lower_) in _EMPTY and not any(c.dep_ in ("det", "poss") for c in head.children):
        return True
    return head.lower_ == "deal" and any(c.lower_ in _AMOUNTS for c in head.children) and any(after(head, "of"))


def _counts_under(head: Token, agreements: Agreements) -> bool:
    """ "a ceasefire agreement": the last noun of the phrase is the one that counts."""
    return head.dep_ in _INNER and noun_of(head.head, agreements) is not None


def _extent(head: Token) -> tuple[int, int]:
    """Tokens of the phrase: from its determiner to what it is about ("an arms embargo against Chad")."""
    before = head.doc[head.left_edge.i : head.i]
    split = {t.i + 1 for t in before if t.i > 1 and t.nbor(-1).text == "-" and t.nbor(-2).lower_ == "re"}
    first = next((t.i for t in before if t.tag_ not in ("IN", "CC", ",", "``", ":") and t.i + 1 not in split), head.i)
    last = head.i + 1
    if head.dep_ in _INNER:
        return first, last
    describing = _DESCRIBING | ({"in", "to", "into"} if base(head) in ("membership", "accession") else set())
    for preposition in (c for c in head.children if c.dep_ == "prep" and c.i > head.i):
        end, below = preposition.right_edge.i + 1, list(preposition.subtree)
        dated = any(t.lower_ in load_lexicon().calendar for t in below)
        if preposition.i != last or end - first > _LONGEST or dated or any(t.dep_ == "relcl" for t in below):
            break
        if preposition.lower_ not in describing:
            break
        last = end
    if last < len(head.doc) and head.doc[last].text == ")":
        last += 1
    return max(first, head.i - _LONGEST), last


def _named_here(reading: Reading, sentence: int) -> frozenset[int]:
    """Tokens that name an actor or its adjective: they tell whose it is, not which."""
    return frozenset(
        i for mention in reading.mentions.get(sentence, ()) if mention.actors for i in range(mention.start, mention.end)
    )
