"""What a text says of an agreement's terms: signed when, for how long, renewed how, until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.actors.reading import Reading
from dragoman.codebook.units import load_units
from dragoman.events.agreement import Duration, Renewal, Terms
from dragoman.events.agreement_mentions import Found
from dragoman.events.agreement_stages import Told
from dragoman.events.circumstances import Circumstances
from dragoman.events.dates import RawTime
from dragoman.events.figure_numbers import find_numbers
from dragoman.events.figure_period import FROM_THERE
from dragoman.events.time_forms import Length
from dragoman.texts.document import UNKNOWN, Interval
from dragoman.texts.parsed import Doc

_AUTOMATIC = frozenset({"automatically", "tacitly", "automatic"})
_CLIMB = 6


def terms_of(
    reading: Reading, mentions: Sequence[Found], told: Sequence[Told], look: Circumstances, *, made: bool
) -> Terms:
    """The terms that the sentences with these mentions tell.

    What has been ``made`` was signed when it was agreed, where no signing is told; what is on its way was not.
    """
    durations: list[Duration] = []
    extensions: list[Duration] = []
    renewal: Renewal | None = None
    expiries = [t.date for t in told if t.step == "ended" and t.status == "planned" and t.date.start]
    for sentence in dict.fromkeys(m.sentence for m in mentions if m.head is not None):
        doc = reading.parsed[sentence]
        heads = {m.head for m in mentions if m.sentence == sentence and m.head is not None}
        own = [t for t in told if t.sentence == sentence]
        times = look.times(sentence)
        over = {raw: at for raw in times if (at := _over(doc, raw, heads, own)) is not None}
        again = {t.trigger.i for t in own if t.step == "extended"}
        lengths = [(d, at in again) for raw, at in over.items() if raw.kind == "duration" and (d := _duration(raw))]
        durations += [length for length, extends in lengths if not extends]
        extensions += [length for length, extends in lengths if extends]
        renewal = renewal or next(_renewals(own, over), None)
        expiries += _until((times[raw] for raw in over if raw.kind == "until"), reading.document.published)
    signing = ("signed", "agreed") if made else ("signed",)
    signed = (t.date for t in told if t.step in signing and t.status == "occurred" and t.date.start)
    return Terms(
        signed=min(signed, key=lambda date: date.start or "", default=UNKNOWN),
        # of "has run for 30 years" (so far) and "for a term of 12 years" the first term is the shorter one
        # and an extension counts where nothing else is known
        duration=min(durations or ([] if renewal else extensions), key=_years, default=None),
        renewal=renewal,
        expires=next(iter(expiries), UNKNOWN),
    )


def _until(times: Iterable[Interval], published: Interval) -> Iterator[Interval]:
    """ "Is in force until 4 February": its last day, if the report is older."""
    for days in times:
        if days.end and days.end > (published.start or ""):
            yield replace(days, start=days.end, granularity="day")


def _years(length: Duration) -> float:
    return length.value if length.unit == "year" else 0


def _over(doc: Doc, raw: RawTime, heads: Iterable[int], told: Iterable[Told]) -> int | None:
    """The agreement itself, or the verb that tells of it, whichever a time stands under; ``None``: under neither."""
    if raw.kind == "duration" and FROM_THERE.match(doc.text, raw.end):
        return None  # "two days before it ends"
    token = next((t for t in doc if t.idx + len(t.text) > raw.start), None)
    wanted = {*heads, *(t.trigger.i for t in told)}
    for _ in range(_CLIMB):
        if token is None or token.i in wanted or token.tag_ in ("VBZ", "VBD", "VBP"):
            break  # what another verb tells ("ends a dispute of 27 years") is not of the agreement
        token = token.head if token.head.i != token.i else None
    return token.i if token is not None and token.i in wanted else None


def _duration(raw: RawTime) -> Duration | None:
    if isinstance(raw.form, Length) and raw.form.count and raw.form.unit:
        return Duration(raw.form.count, raw.form.unit)
    if raw.kind != "set":
        return None
    number = next(find_numbers(raw.words, load_units()), None)  # "every five years"
    return Duration(number.value if number is not None else 1, raw.words.split()[-1].removesuffix("s"))


def _renewals(told: Iterable[Told], over: Mapping[RawTime, int]) -> Iterator[Renewal]:
    """ "It will be renewed automatically every four years" """
    for one in told:
        if one.step != "extended":
            continue
        automatic = any(t.lower_ in _AUTOMATIC for t in one.trigger.subtree)
        own = (raw for raw, at in over.items() if raw.kind == "set" or (raw.kind == "duration" and at == one.trigger.i))
        periods = [d for raw in own if (d := _duration(raw)) is not None]
        if automatic or (periods and one.stage == "in_force"):
            yield Renewal("automatic" if automatic else "by-agreement", next(iter(periods), None))
