"""Acts of saying in one parsed sentence: the cue, who says it, who is told, and which tokens are what was said."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.speech import Speech, Usage
from dragoman.events.frames import FRAMES, Range, span_of
from dragoman.events.saying import Saying, cut
from dragoman.events.sources import find_listeners, find_source, is_mark, occurred, source_range
from dragoman.events.syntax import child, is_passive
from dragoman.texts.parsed import Doc, Token

_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "advcl", "punct", "xcomp", "cc", "dep"})
_STATES = frozenset({"be", "become", "seem", "have", "remain"})  # "the plan was this: “…”"
_DASHES = frozenset({"–", "—", "―", "--"})
_MARKS = _DASHES | {":", "accord", "according"}
_VERBAL = frozenset({"VB", "MD"})


def find_sayings(doc: Doc, speech: Speech) -> list[Saying]:
    """The acts of saying in a sentence, in order; ``content`` is empty where only a quotation can tell it."""
    cues = speech.cues | _MARKS
    return cut([saying for token in doc if token.lemma_ in cues for saying in _at(token, speech)], doc)


def _at(token: Token, speech: Speech) -> Iterator[Saying]:
    tag = token.tag_
    if token.lower_ == "according":
        yield from _according(token)
    elif token.text == ":":
        yield from _label(token, speech)
        yield from _introduced(token, speech)
    elif token.text in _DASHES:
        yield from _signature(token)
    elif tag[:2] == "VB":
        if token.lemma_ in speech.verbs and occurred(token, speech):
            yield from _verb(token, speech)
    elif tag[:2] == "NN":
        if token.lemma_ in speech.nouns:
            yield from _noun(token)
        if token.lemma_ in speech.views:
            yield from _view(token)


# ---------------------------------------------------------------------------------------------------------------- verbs


def _verb(verb: Token, speech: Speech) -> Iterator[Saying]:
    """The first reading of a verb of saying that its surroundings bear out, or a bare one that a quotation may fill."""
    source = find_source(verb, speech)
    usages = [u for u in speech.verbs[verb.lemma_] if _allowed(u, verb, source)]
    if source is None and (verb.tag_ == "VBG" or is_passive(verb)) and not _impersonal(verb):
        return
    quotable = any(u.frames & {"clause", "quotation"} for u in usages)
    for usage in usages:
        for frame, read in FRAMES.items():
            if (
                frame in usage.frames
                or (frame == "preposition" and usage.prepositions)
                or (frame == "about" and usage.about)
            ):
                read_range = read(verb, usage)
                if read_range:
                    yield _saying(verb, source, usage, frame, read_range, quotable=quotable)
                    return
    if quotable:
        yield _saying(verb, source, usages[0], "quotation", (), quotable=True)


def _allowed(usage: Usage, verb: Token, source: Token | None) -> bool:
    if usage.finite and verb.tag_ == "VBG" and child(verb, "aux") is None:
        return False
    return not usage.sources or (source is not None and source.lemma_ in usage.sources)


def _impersonal(verb: Token) -> bool:
    """It was announced that …"""
    subject = child(verb, "nsubjpass", "nsubj")
    return subject is not None and subject.lower_ == "it" and child(verb, "ccomp") is not None


def _saying(
    verb: Token, source: Token | None, usage: Usage, frame: str, content: tuple[Range, ...], *, quotable: bool
) -> Saying:
    listeners = tuple(
        t.i for t in find_listeners(verb, objects=usage.listener, asked=frame == "request" or usage.needs_infinitive)
    )
    cue_end = verb.i + 1
    if content and frame in {"preposition", "feeling"}:
        cue_end = max(cue_end, _cue_end(verb, content[0][0]))
    else:
        particle = child(verb, "prt")
        cue_end = max(cue_end, particle.i + 1 if particle is not None and particle.i == verb.i + 1 else 0)
    return Saying(
        head=verb.i,
        cue=(verb.i, cue_end),
        region=_region(verb, source, content),
        source=source.i if source is not None else None,
        listeners=listeners,
        content=content,
        frame=frame,
        quotable=quotable,
    )


def _cue_end(verb: Token, start: int) -> int:
    end = start
    while end > verb.i + 1 and verb.doc[end - 1].lower_ in {"that", ","}:
        end -= 1
    return end if end - verb.i <= 4 else verb.i + 1


def _region(verb: Token, source: Token | None, content: tuple[Range, ...]) -> Range:
    """The verb with those of its subject, listener and adverbs that no content and no quotation mark cuts off."""
    held = any(low <= verb.i < high for low, high in content)
    start, end = verb.i, verb.i + 1
    for token in verb.children:
        if token.dep_ in _CLAUSES:
            continue
        low, high = token.left_edge.i, token.right_edge.i + 1
        if not _marked(verb, low, high) and (held or not any(low < c[1] and c[0] < high for c in content)):
            start, end = min(start, low), max(end, high)
    if source is not None and source.i > verb.i and (source.head == verb or verb.head == source):
        end = max(end, source.right_edge.i + 1)
    if source is not None and source.i < verb.i and source.dep_ != "nsubj" and not _marked(verb, source.i, verb.i):
        low = source_range(source, verb.i)[0]
        if low > 0 and is_mark(verb.doc[low - 1]):  # a name that the parser tied to the quotation before it
            start = min(start, low)
    if not held:
        start = max([start, *(c[1] for c in content if c[1] <= verb.i)])
        end = min([end, *(c[0] for c in content if c[0] > verb.i)])
    return start, end


def _marked(verb: Token, low: int, high: int) -> bool:
    """Whether a quotation mark stands between the verb and the far end of a stretch."""
    return any(is_mark(token) for token in verb.doc[min(low, verb.i) : max(high, verb.i)])


# --------------------------------------------------------------------------------------------- nouns and prepositions


def _noun(noun: Token) -> Iterator[Saying]:
    """His claim that …, a warning by the bank that …"""
    clause = next(
        (
            c
            for c in noun.rights
            if c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children if m.dep_ == "mark")
        ),
        None,
    )
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.rights if c.lower_ in {"by", "of", "from"} and c.dep_ in {"prep", "agent"}), None)
        owner = child(by, "pobj") if by is not None else None
    if clause is None or owner is None or clause.i < noun.i:
        return
    content = (span_of(clause),)
    yield Saying(
        noun.i, (noun.i, noun.i + 1), (noun.left_edge.i, content[0][0]), owner.i, (), content, "noun", quotable=False
    )


def _according(token: Token) -> Iterator[Saying]:
    to = child(token, "prep")
    source = child(to, "pobj") if to is not None and to.lower_ == "to" else None
    if source is not None and to is not None:
        yield from _aside(token, source, (token.i, to.i + 1))


def _view(noun: Token) -> Iterator[Saying]:
    """In his view, …"""
    into = noun.head
    if into.lower_ not in {"in", "to"} or into.dep_ != "prep":
        return
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if owner is not None:
        yield from _aside(into, owner, (into.i, noun.i + 1))


def _aside(phrase: Token, source: Token, cue: Range) -> Iterator[Saying]:
    """A phrase that credits the clause in which it stands."""
    host = phrase.head
    if phrase.i > host.i and host.dep_ == "conj" and phrase.nbor(-1).text == "," and host.head.dep_ == "ROOT":
        host = host.head  # "A is late and B is lost, according to the ministry": both
    while host.dep_ not in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"} and not (
        host.dep_ == "conj" and host.tag_[:2] == "VB"
    ):
        host = host.head
    region = span_of(phrase)
    content = (span_of(host),) if host != phrase else ()
    yield Saying(phrase.i, cue, region, source.i, (), content, "aside", quotable=True)


def _label(colon: Token, speech: Speech) -> Iterator[Saying]:
    """ "Gray: The talks go on": a headline or a transcript that opens with the speaker's name."""
    name = [t for t in colon.doc[: colon.i] if not t.is_punct]
    rest = (colon.i + 1, len(colon.doc))
    if not name or len(name) > 6 or not all(t.tag_[:3] == "NNP" or t.lower_ in speech.documents for t in name):
        return
    if name[0].lower_ == "said":  # Said Gray: “…”
        yield Saying(
            name[0].i, (name[0].i, name[0].i + 1), (0, rest[0]), name[-1].i, (), (rest,), "label", quotable=True
        )
        return
    if name[0].lower_ in speech.labels or not any(t.tag_[:2] in _VERBAL for t in colon.doc[rest[0] :]):
        return
    yield Saying(colon.i, (colon.i, rest[0]), (0, rest[0]), name[-1].i, (), (rest,), "label", quotable=False)


def _introduced(colon: Token, speech: Speech) -> Iterator[Saying]:
    """ "Lind rejected the plan: “…”": a quotation that the clause before it leads up to without a verb of saying."""
    doc, at = colon.doc, colon.i
    if at + 2 >= len(doc) or not is_mark(doc[at + 1]) or any(is_mark(t) for t in doc[:at]):
        return
    verb = next((t for t in doc[:at] if t.tag_ in {"VBD", "VBZ", "VBP"} and t.dep_ in {"ROOT", "ccomp"}), None)
    who = child(verb, "nsubj") if verb is not None else None
    if (
        verb is None
        or who is None
        or who.i > verb.i
        or verb.lemma_ in _STATES
        or who.tag_ not in {"NNP", "NNPS", "PRP", "NN", "NNS"}
    ):
        return
    usages = [u for t in doc[:at] if t.tag_[:2] == "VB" for u in speech.verbs.get(t.lemma_, ())]
    if not any(u.frames & {"clause", "quotation"} for u in usages):
        yield Saying(verb.i, (verb.i, verb.i + 1), (0, at + 1), who.i, (), (), "introduced", quotable=True)


def _signature(dash: Token) -> Iterator[Saying]:
    """“The talks go on.” — Ann Gray"""
    name = [t for t in dash.doc[dash.i + 1 :] if not t.is_punct and not t.text.isspace()]
    if (
        name
        and len(name) <= 6
        and all(t.tag_[:3] == "NNP" for t in name[:2])
        and (dash.i == 0 or is_mark(dash.nbor(-1)))
    ):
        end = len(dash.doc)
        yield Saying(dash.i, (dash.i, dash.i + 1), (dash.i, end), name[-1].i, (), (), "signature", quotable=True)
