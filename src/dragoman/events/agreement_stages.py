"""How an agreement stands: what one sentence says of its stage, and what all of them together come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors.reading import Reading
from dragoman.codebook.instruments import LIVING, STAGES, Agreements, Stage
from dragoman.events.agreement_governors import Governor, governors
from dragoman.events.agreement_mentions import Found
from dragoman.events.circumstances import Circumstances
from dragoman.events.cues import Cues, Modality
from dragoman.events.event import Status
from dragoman.events.modality import judge
from dragoman.events.syntax import child
from dragoman.texts.document import UNKNOWN, Interval, Span
from dragoman.texts.parsed import Token

_MADE: frozenset[Stage] = frozenset({"agreed", "initialled", "signed"})
_LATER_LIFE: frozenset[Stage] = frozenset({"extended", "suspended", "withdrawn", "ended"})
_SURE = frozenset({"promise", None})
_LIKELY = frozenset({"expect", "schedule", "set", "due", "likely", "prepare", "prepared", "ready", "decide", "plan"})
# Nouns of doing that are done only where their verb says so: "discussed the extension of the treaty" extends nothing.
_UNDONE = frozenset(
    "discuss pursue seek consider review study examine negotiate propose offer request demand urge want need oppose "
    "support stress favor favour plan await expect apply vote invite".split()
)
_OF_ITSELF = frozenset({"end", "terminate", "begin", "start"})  # "the treaty ends a war": the treaty does not end
_AHEAD = frozenset({"have", "entitle", "wait", "remain", "require", "fail"})  # "is waiting to be ratified"
_DEEDS = frozenset({"move", "step", "act", "action", "measure"})  # "its move to close the port"
_NOT_DONE: frozenset[Status] = frozenset({"planned", "called-for", "hypothetical"})
_DOUBTFUL: frozenset[Status] = frozenset({"called-for", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one place says: the ``stage`` that this makes now, the ``step`` it tells (``None`` for no change) and its
    ``status``. ``trigger`` is the word that says so (at ``word``), ``span`` its clause."""

    sentence: int
    stage: Stage
    step: Stage | None
    status: Status
    trigger: Token
    date: Interval
    span: Span
    word: Span
    order: tuple[int, str]
    why: str

    @property
    def changes(self) -> bool:
        """Whether it tells a change, done or to come. "It is renewed each spring" tells a rule."""
        is_rule = self.status == "occurred" and self.step == "extended" and self.stage == "in_force"
        return self.step is not None and self.status not in ("negated", "denied") and not is_rule


def told_of(reading: Reading, found: Found, agreements: Agreements, cues: Cues, look: Circumstances) -> Iterator[Told]:
    """What a mention's sentence says of its stage."""
    if found.head is None:
        return
    head = reading.parsed[found.sentence][found.head]
    met: Token | None = None
    for governor in governors(head):
        own_clause = governor.token.head.i == head.i and governor.token.dep_ in ("relcl", "acl")
        joined = met is not None and (_joined(governor.token, met) or _joined(met, governor.token))
        step, stands = _step(governor, found, agreements) if own_clause or joined or met is None else (None, False)
        if step is None:
            continue
        if not own_clause:
            met = met or governor.token
        word, modality = governor.token, _modality(governor, cues)
        agreeing = _agreed_to(step, modality, cues)
        if agreeing is not None:
            step, word, modality = "agreed", agreeing, Modality("occurred", None, None, "agreed to")
        date = look.date(found.sentence, word, modality.status)
        if modality.status in _NOT_DONE and date.words is None:
            date = UNKNOWN  # when it was wanted is not when it is to be
        published = reading.document.published.end
        if modality.status == "occurred" and published and (date.start or "") > published:
            modality = Modality("planned", None, None, "after the report")  # "the treaty expires in July"
        yield Told(
            sentence=found.sentence,
            stage=_now(step, modality, found, word, stands=stands),
            step=None if stands or _wanted_back(step, modality, governor, found) else step,
            status=modality.status,
            trigger=word,
            date=date,
            span=look.clause(found.sentence, word),
            word=reading.span(found.sentence, word.i, word.i + 1),
            order=_order(word, modality, date),
            why=f"“{governor.token.text}”" + (f" {modality.why}" if modality.status != "occurred" else ""),
        )


def _wanted_back(step: Stage, modality: Modality, governor: Governor, found: Found) -> bool:
    """ "Wants to return to the deal": it is not the deal that enters into force."""
    undone = modality.status in _NOT_DONE and not governor.subject
    return step == "in_force" and found.family == "agreement" and undone


def _joined(one: Token, other: Token) -> bool:
    """ "signed and ratified": whichever of the two has the object."""
    return one.dep_ == "conj" and one.head.i == other.i


def _step(governor: Governor, found: Found, agreements: Agreements) -> tuple[Stage | None, bool]:
    """The stage that the word over an agreement tells, and whether it stands so already."""
    if governor.subject and child(governor.token, "dobj") is not None and governor.token.lemma_ in _OF_ITSELF:
        return None, False
    for key in governor.keys:
        step = agreements.stage(found.family, key, subject=governor.subject)
        if step is not None:
            return step, agreements.stands(found.family, key, subject=governor.subject)
    on_agenda = not governor.subject and _on_agenda(governor.token)
    return ("proposed" if on_agenda else None), False


def _agreed_to(step: Stage, modality: Modality, cues: Cues) -> Token | None:
    """ "Agreed on Monday to sign a treaty": it was agreed on Monday, whenever it will be signed."""
    word = modality.governor
    if step not in _MADE or modality.status != "planned" or word is None or word.lemma_ != "agree":
        return None
    return word if judge(word, cues).status == "occurred" else None


def _on_agenda(token: Token) -> bool:
    return token.lemma_ in ("agenda", "table")


def _modality(governor: Governor, cues: Cues) -> Modality:
    """Status of the deed; a noun of doing that is only wanted or talked of has not been done."""
    token = governor.token
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return Modality("occurred", None, None, "")  # "the treaty signed in 2001", whatever is said of the treaty
    modality = judge(token, cues)
    if modality.status != "occurred":
        return modality
    return (_wanted_noun(token, cues) if token.tag_.startswith("N") else _open_infinitive(token)) or modality


def _open_infinitive(verb: Token) -> Modality | None:
    """ "The will to conclude it", "entitled to leave it" """
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None
    above = verb.head
    of_noun = verb.dep_ == "acl" and above.lemma_ not in _DEEDS
    unsure = above.tag_.startswith("J") or above.lemma_ in _AHEAD or above.lemma_ in _UNDONE
    of_quality = verb.dep_ == "xcomp" and (unsure or any(t.lower_ == "yet" for t in (*above.children, *verb.children)))
    return Modality("planned", "intend", above, f"under “{above.text}”") if of_noun or of_quality else None


def _wanted_noun(noun: Token, cues: Cues) -> Modality | None:
    """ "They discussed the extension of the treaty": nothing is extended yet."""
    top = noun
    while top.dep_ in ("conj", "pobj", "prep") and not top.head.tag_.startswith("V") and top.head.i != top.i:
        top = top.head
    verb = top.head
    pending = next((c for c in noun.children if c.lower_ == "pending"), None)
    if pending is not None:
        return Modality("planned", "intend", pending, "pending")
    if verb.lemma_ in _UNDONE and top.dep_ in ("dobj", "prep", "nsubjpass"):
        return Modality("planned", "intend", verb, f"under “{verb.text}”")
    if verb.lemma_ == "be" and any(_on_agenda(p) for c in verb.children for p in c.children):
        return Modality("planned", "intend", verb, "on the agenda")
    above = judge(verb, cues) if verb.tag_.startswith("V") else None
    return above if above is not None and above.status in ("negated", "planned") else None


def _now(step: Stage, modality: Modality, found: Found, token: Token, *, stands: bool) -> Stage:
    """Where the agreement stands if this is what is told of it."""
    if modality.status in ("occurred", "ongoing"):
        return _habit(step, token)
    if modality.status in ("negated", "denied"):
        return _not_done(step, modality, token)
    return _not_yet(step, modality, found, stands=stands)


def _not_yet(step: Stage, modality: Modality, found: Found, *, stands: bool) -> Stage:
    """Of what is planned, wanted or supposed: what must be so already."""
    if step == "ratified":
        return "signed"
    if step in _LATER_LIFE or (step == "in_force" and (found.old or found.instrument) and not found.new):
        return "in_force" if stands or step in _LATER_LIFE or found.family != "agreement" else "signed"
    if step in _MADE:
        word = modality.governor.lemma_ if modality.governor is not None else ""
        sure = modality.status == "planned" and (modality.force in _SURE or word in _LIKELY)
        return "agreed" if sure else _wished(found)
    if step == "blocked":
        return "blocked" if modality.status in _DOUBTFUL else "mentioned"
    if step == "implementing" and modality.status == "planned":
        return "mentioned"  # that it will be carried out says no more than that it is there
    return _wished(found) if step == "in_force" else step


def _habit(step: Stage, token: Token) -> Stage:
    """ "It is renewed each spring": a rule, not a deed."""
    if step == "extended" and any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in token.children):
        return "in_force"
    return step


def _not_done(step: Stage, modality: Modality, token: Token) -> Stage:
    if modality.status == "denied":
        return "mentioned"
    if step in _LATER_LIFE:
        return "in_force"
    if step == "ratified":
        return "signed"  # what waits for ratification has been signed
    if step in _MADE:
        return "proposed" if modality.force == "refuse" else "negotiating"
    if step in ("in_force", "implementing"):
        return "suspended" if step == "implementing" else "mentioned"
    return "mentioned"


def _wished(found: Found) -> Stage:
    return "requested" if found.family in ("ceasefire", "loan", "membership") else "proposed"


def _order(token: Token, modality: Modality, date: Interval) -> tuple[int, str]:
    """When it holds: before the past told, in it (by day), or now."""
    words = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if modality.status not in ("occurred", "negated"):
        return (2, "")
    if "had" in words and token.tag_ == "VBN":
        return (0, "")
    if token.tag_ in ("VBD", "VBN") and not words & {"has", "have", "is", "are"}:
        return (1, date.end or "" if date.basis != "unknown" and date.start else "")
    return (2, "")


# ------------------------------------------------------------------------------------------------ of the whole document


def stage_of(told: Iterable[Told], *, parties: int, family: str, mentions: Sequence[Found]) -> tuple[Stage, str]:
    """The stage at the time of the report, and why."""
    stage, why = _unsaid(family, mentions)
    begun = False
    for one in sorted(told, key=lambda t: t.order):
        if one.stage == "mentioned":
            continue
        if one.stage == "withdrawn" and parties > 2 and one.status != "negated":
            stage, why, begun = "in_force", f"{one.why}; the other parties stay", True
        elif not begun or one.stage in LIVING or STAGES.index(one.stage) > STAGES.index(stage):
            stage, why, begun = one.stage, one.why, True
    return stage, why


def _unsaid(family: str, mentions: Sequence[Found]) -> tuple[Stage, str]:
    """Where no word tells: sanctions and embargoes that are spoken of are in force, as is what goes on."""
    if family in ("sanctions", "embargo") and not all(m.new for m in mentions):
        return "in_force", "spoken of as standing"
    if any(m.kind == "process" for m in mentions):
        return "in_force", "a process that is spoken of as going on"
    return "mentioned", "no word tells how it stands"
