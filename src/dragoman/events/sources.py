"""Whose words: from a verb of saying to the token of the one who says, and to those who are told."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.codebook.speech import Speech
from dragoman.events.syntax import after, agent, child, is_passive
from dragoman.texts.parsed import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "JJ"})
_UNREAL_MARKS = frozenset({"if", "unless", "whether", "lest", "without"})
_MODALS = frozenset(
    {"will", "would", "could", "should", "may", "might", "must", "can", "ca", "wo", "'ll", "’ll", "shall"}
)
_MARKS = frozenset({'"', "''", "``"})
_ENCOUNTERS = frozenset(
    {"conversation", "call", "meeting", "talk", "phone", "interview", "telephone", "letter", "message"}
)
_QUOTING = frozenset({"quote"})
_BORROWING = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "relcl"})


def find_source(verb: Token, speech: Speech) -> Token | None:
    """Who says: the subject, the agent of a passive, the subject of the verb above, or the name after a quotation."""
    if verb.lemma_ in _QUOTING:
        return _quoted(verb)
    if is_passive(verb):
        return agent(verb)
    if verb.i == 0 and verb.dep_ == "compound":  # Said the minister: “…”
        return verb.head
    subject = _subject(verb)
    if subject is not None and _quoted_off(subject, verb):  # “The plan I saw is dead,” tweeted the envoy
        subject = _inverted(verb, speech) or _after_mark(verb) or subject
    if subject is not None:
        return _issuer(_antecedent(subject, verb), speech)
    only_words = not any(usage.frames & {"object", "predicate"} for usage in speech.verbs[verb.lemma_])
    only_words = only_words and not any(usage.listener for usage in speech.verbs[verb.lemma_])
    inverted = _inverted(verb, speech) if only_words else None
    source = inverted or _from_above(verb) or _after_mark(verb)
    return _issuer(source, speech) if source is not None else None


def _quoted_off(subject: Token, verb: Token) -> bool:
    """Whether the parser found the subject of the verb in the quotation before it."""
    return subject.i < verb.i and sum(map(is_mark, verb.doc[subject.i : verb.i])) % 2 == 1


def _from_above(verb: Token) -> Token | None:
    """The subject that the verb shares with the one it hangs on, or the noun that it describes."""
    seen = verb
    while seen.dep_ in _BORROWING and (seen.dep_ != "ccomp" or seen.tag_ in {"VBG", "VB"}):
        seen = seen.head
        subject = _quoted(seen) if seen.lemma_ in _QUOTING else _subject(seen)
        if subject is not None:
            return _antecedent(subject, seen)
    return seen.head if seen.dep_ == "acl" else None


def _quoted(verb: Token) -> Token | None:
    """Whom an outlet quotes: "IRNA quoted the minister as saying", "the minister was quoted as saying"."""
    return child(verb, "nsubjpass") or child(verb, "dobj") or agent(verb)


def _issuer(source: Token, speech: Speech) -> Token:
    """Who "issued a statement saying"."""
    if source.lemma_ in speech.documents and source.dep_ == "dobj" and source.head.lemma_ in speech.issuing:
        return _subject(source.head) or source
    return source


def source_range(source: Token, head: int) -> tuple[int, int]:
    """The tokens that name the source: what belongs to it less the clause with the cue (``head``) and loose marks."""
    low, high = source.left_edge.i, source.right_edge.i + 1
    for c in source.children:
        if c.left_edge.i <= head <= c.right_edge.i:
            low, high = (low, c.left_edge.i) if c.i > source.i else (c.right_edge.i + 1, high)
    doc = source.doc
    low = max([low, *(t.i + 1 for t in doc[low : source.i] if is_mark(t))])
    high = min([high, *(t.i for t in doc[source.i + 1 : high] if t.text == ":")])
    while high - 1 > source.i and (doc[high - 1].is_punct or doc[high - 1].tag_ == "POS"):
        high -= 1
    while low < source.i and doc[low].is_punct:
        low += 1
    return low, high


def _subject(verb: Token) -> Token | None:
    """The subject nearest the verb; where it is two names side by side, the one that the verb follows."""
    found = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    found = found or [c for c in verb.lefts if c.dep_ == "compound" and c.tag_[:2] == "NN" and c.i == verb.i - 1]
    before = [c for c in found if c.i < verb.i]
    subject = before[-1] if before else next(iter(found), None)
    if subject is not None and subject.i < verb.i:
        apposed = [
            c for c in subject.children if c.dep_ == "appos" and c.right_edge.i == verb.i - 1 and c.tag_ == "NNP"
        ]
        if apposed and apposed[0].left_edge.i > 0 and apposed[0].left_edge.nbor(-1).text == ",":
            return apposed[0]
    return subject


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that "who" or "which" stands for."""
    if subject.tag_ in {"WDT", "WP"} or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "relcl":
            return verb.head
    return subject


def _inverted(verb: Token, speech: Speech) -> Token | None:
    """“…,” said the minister, where the parser took the minister for an object."""
    if (
        verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}
        or verb.i == 0
        or not (is_mark(verb.nbor(-1)) or verb.nbor(-1).text in {",", "'", "?", "!"})
    ):
        return None
    for token in verb.rights:
        if (
            token.dep_ in {"dobj", "npadvmod", "attr", "dep", "oprd", "appos"}
            and token.tag_ in _NOUNS
            and token.left_edge.i == verb.i + 1
        ):
            return token if token.lower_ not in speech.times else None
    return None


def _after_mark(verb: Token) -> Token | None:
    """The name between a closing quotation mark and the verb, where the parser tied it to the quotation."""
    mark = next((t for t in reversed(verb.doc[max(0, verb.i - 40) : verb.i]) if is_mark(t)), None)
    if mark is None:
        return None
    between = verb.doc[mark.i + 1 : verb.i]
    comma = next((t.i for t in between if t.text == ","), verb.i)
    if comma < verb.i and verb.nbor(-1).text != ",":
        return None
    name = verb.doc[mark.i + 1 : comma]
    if any(t.tag_[:2] in {"VB", "MD", "IN"} for t in name[:1]) or any(t.tag_[:2] in {"VB", "MD"} for t in name):
        return None
    return next((t for t in reversed(name) if t.tag_ in {"NN", "NNS", "NNP", "NNPS", "PRP"}), None)


def occurred(verb: Token, speech: Speech) -> bool:
    """Whether the saying is told as done: not negated, not future, not a condition, not an order."""
    if verb.dep_ == "amod":
        return False
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark", "advmod", "preconj"} and _close(c, verb)}
    if (
        any(c.dep_ == "neg" and _close(c, verb) for c in verb.children)
        or words & _MODALS
        or words & _UNREAL_MARKS
        or "never" in words
    ):
        return False
    if verb.tag_ == "VB":
        return _carried(verb, speech)
    if (
        verb.dep_ == "conj"
        and child(verb, "nsubj", "nsubjpass", "aux") is None
        and verb.tag_ != "VBG"
        and verb.head.tag_[:2] == "VB"
    ):
        return verb.head.tag_ != verb.tag_ or occurred(verb.head, speech)
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        aside = verb.head.i > 0 and verb.head.nbor(-1).lower_ in {"aside", "apart"}
        return aside or verb.head.lower_ not in {"without", "of", "from", "for", "to", "against"}
    return True


def _close(word: Token, verb: Token) -> bool:
    """Whether a "not" or "will" belongs to the verb; the parser also hangs one from the end of a quotation on it."""
    return not any(is_mark(t) for t in verb.doc[word.i : verb.i])


def is_mark(token: Token) -> bool:
    """Whether the token is a double quotation mark."""
    return token.text in _MARKS


def _carried(verb: Token, speech: Speech) -> bool:
    """Whether a bare or to-infinitive did happen, by the verb above it ("went on to say", "did say")."""
    words = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if words & {"did", "do", "does"}:
        return True
    if "to" not in words:
        return verb.dep_ == "ROOT" and child(verb, "nsubj") is not None  # "They say" tagged as a base form
    above = verb.head
    if above is verb or above.tag_[:2] != "VB" or above.lemma_ not in speech.carrying:
        return False
    if child(above, "dobj") is not None:
        return False  # "dared him to say" it
    return occurred(above, speech)


def find_listeners(verb: Token, *, objects: bool, asked: bool = False) -> Iterator[Token]:
    """Who is told: the object of "told", "to reporters", "in a meeting with the envoy", "in a letter to the envoy";
    with ``asked``, whoever is to do something ("urged the envoy to", "called on the envoy to")."""
    for token in verb.children:
        if asked and token.dep_ == "prep" and token.lower_ in {"on", "upon"} and token.i > verb.i:
            yield from after(verb, token.lower_)
        elif asked and token.dep_ == "ccomp" and token.i > verb.i and child(token, "aux") is not None:
            yield from (c for c in token.lefts if c.dep_ == "nsubj")
        elif (objects or asked) and token.dep_ in {"dobj", "dative"} and token.tag_ in _NOUNS:
            yield token
        elif token.dep_ in {"prep", "dative"} and token.lower_ in {"to", "in", "during"}:
            target = child(token, "pobj")
            if target is None:
                continue
            if token.lower_ == "to":
                yield target
            elif target.lemma_ in _ENCOUNTERS:
                way = "to" if target.lemma_ in {"letter", "message"} else "with"
                other = next((c for c in target.children if c.lower_ == way), None)
                partner = child(other, "pobj") if other is not None else None
                if partner is not None:
                    yield partner
