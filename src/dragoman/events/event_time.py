"""Which time expression of a sentence is a deed's own, by syntax; and the tense that tells past from future."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.codebook.times import load_times
from dragoman.events.calendar import Tense
from dragoman.events.time_expressions import RawTime
from dragoman.events.time_forms import Fixed, Lately, Length, Period, Weekday
from dragoman.events.time_parts import plain
from dragoman.texts.parsed import Doc, Token

_CLAUSES = frozenset(
    ["ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "csubjpass", "dep"]
)
_NAMING = frozenset({"nummod", "compound", "amod", "poss", "nmod"})


def event_time(doc: Doc, predicate: int, times: Sequence[RawTime]) -> RawTime | None:
    """The time of the deed that token ``predicate`` (a verb or a noun) tells, or ``None`` if the sentence has none.

    Syntax first: an expression that hangs on the predicate ("attacked on Monday"), then on its objects ("held a meeting
    on Tuesday"), then on the light verb of a noun, the verb before "and", the verb the noun's phrase hangs on. A clause
    does not take the time of the one it reports ("said on Tuesday that it had attacked on Monday").
    """
    token = doc[predicate]
    ranked = {raw: rank for raw in times if (rank := _rank(doc, token, raw)) is not None}
    return min(ranked, key=lambda raw: (ranked[raw], _grain(raw), _distance(doc, predicate, raw)), default=None)


def clause(token: Token) -> Token:
    """The verb of the clause that a token stands in, or the root where there is none."""
    while token.head.i != token.i and not (token.dep_ in _CLAUSES and is_verb(token)):
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    return token.tag_.startswith("V") or token.tag_ == "MD"


def root_of(doc: Doc, raw: RawTime) -> Token:
    """The token of a time expression on which its others hang."""
    return doc.over(raw.start, raw.end).root


def tense_of(token: Token) -> Tense:
    """The tense of the clause a token stands in: what it says lies before, at, or after the time of writing."""
    verb = clause(token)
    helpers = {c.lower_: c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "MD" in helpers.values():
        return "past" if verb.tag_ == "VBN" and "have" in helpers and "will" not in helpers else "future"
    if "to" in helpers:
        told = verb.dep_ == "xcomp" and (verb.head.lemma_ in load_times().aspect or verb.head.tag_.startswith("J"))
        return tense_of(verb.head) if told and verb.head.lemma_ not in load_times().forward else "future"
    if verb.tag_ == "VBD" or helpers.keys() & {"had", "was", "were", "has", "have", "did", "been"}:
        return "past"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    if verb.tag_ in ("VB", "VBG") and not helpers and verb.head.i != verb.i:
        return tense_of(verb.head)
    return "present"


def time_tense(doc: Doc, raw: RawTime) -> Tense | None:
    """The tense by which a time expression is to be resolved: "a meeting scheduled for Friday" looks ahead."""
    token = root_of(doc, raw)
    words = load_times()
    top = clause(token)
    while token.i != top.i:
        token = token.head
        if token.lemma_ in words.forward and token.tag_ != "VBD":
            return "future"
    if raw.lead in ("until", "till", "for", "to") and top.lemma_ in words.deferred:
        return "future"
    if any(c.lemma_ in words.forward and c.tag_.startswith("J") for c in top.children):
        return "future"
    return tense_of(top) if is_verb(top) else None


def perfect(token: Token) -> bool:
    """Whether the token's clause, or the one whose tense it shares, is in the present or past perfect."""
    verb = clause(token)
    while verb.tag_ in ("VBG", "VB") and verb.head.i != verb.i and not any(c.dep_ == "aux" for c in verb.children):
        verb = clause(verb.head)
    helpers = {c.lower_: c.tag_ for c in verb.children if c.dep_ == "aux"}
    return bool(helpers.keys() & {"had", "has", "have", "'ve", "'d"}) and "MD" not in helpers.values()


def _rank(doc: Doc, predicate: Token, raw: RawTime) -> int | None:
    """How near an expression is to the predicate by syntax, 0 the nearest; ``None`` where it is not the predicate's."""
    dates_nothing = raw.kind in ("duration", "set", "age") and not (isinstance(raw.form, Length) and raw.form.ahead)
    if dates_nothing or raw.start <= predicate.idx < raw.end:
        return None
    root = root_of(doc, raw)
    path = _path(root)
    if predicate.i in path:
        return _steps(root, predicate, raw)
    verb = clause(predicate)
    if verb.i == predicate.i:
        return _shared(predicate, path, raw)
    return _lent(predicate, verb) if verb.i in path and not _names(root, raw) else None


def _lent(noun: Token, verb: Token) -> int | None:
    """The time of the verb that a noun stands by: "held talks on Friday", "said in a meeting on Friday"."""
    if verb.lemma_ in load_times().light_verbs and noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj"):
        return 2
    setting = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during", "at") and noun.head.head.i == verb.i
    return 3 if noun.dep_ == "nsubj" or setting else None


def _path(token: Token) -> list[int]:
    """Positions of what a token hangs on, up to the verb of its clause."""
    top = clause(token).i
    found = []
    while token.i not in (top, token.head.i):
        token = token.head
        found.append(token.i)
    return found


def _steps(root: Token, predicate: Token, raw: RawTime) -> int | None:
    site = root.head
    while site.dep_ in ("prep", "pobj", "agent") and not site.tag_.startswith("N") and site.head.i != site.i:
        site = site.head
    if predicate.i in (site.i, root.head.i):
        return 0
    return None if _names(root, raw) else 1


def _names(root: Token, raw: RawTime) -> bool:
    """Whether the expression names a thing and dates nothing: "the 2015 deal", "the treaty of 2001"."""
    if _grain(raw) == 0:
        return False
    governor = root.head
    return root.dep_ in _NAMING or (governor.lower_ == "of" and governor.head.tag_.startswith("N"))


def _shared(predicate: Token, path: list[int], raw: RawTime) -> int | None:
    """The time of a verb joined by "and" that comes before both, or of "began" in "began to withdraw"."""
    head = predicate.head
    if predicate.dep_ == "xcomp" and head.lemma_ in load_times().aspect and head.i in path:
        return 2
    while predicate.dep_ == "conj" and is_verb(predicate.head):
        predicate = predicate.head
        if predicate.i in path and raw.end <= predicate.idx:
            return 3
    return None


def _grain(raw: RawTime) -> int:
    """0 for a day, 1 for longer, 2 for "recently", 3 for a mere end ("until Friday")."""
    form = plain(raw.form)
    if raw.lead in ("until", "till"):
        return 3
    if isinstance(form, Lately):
        return 2
    if isinstance(form, Fixed):
        return 0 if form.day else 1
    clock = isinstance(form, Period) and form.part and form.from_context
    return 0 if isinstance(form, Weekday) or (isinstance(form, Period) and form.unit == "day" and not clock) else 1


def _distance(doc: Doc, predicate: int, raw: RawTime) -> int:
    return abs(root_of(doc, raw).i - predicate)
