"""The parts of the brief that tell what was agreed, said and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from dragoman.events.event import Statement
from dragoman.events.figure import Figure
from dragoman.publication.brief import Entry, Matter, Section, teller
from dragoman.publication.plain_english import English, capital, in_words, listed, on, quoted, sentence
from dragoman.publication.wording import amount, length, printable
from dragoman.record.contradiction import Contradiction
from dragoman.record.days import days
from dragoman.record.found import Found
from dragoman.record.same_agreement import Tracked
from dragoman.record.stage_line import Step
from dragoman.texts.document import Span

_SAID = 8  # statements a side; the rest is counted
_DIFFERENCES = 12
_BESIDE = len(" that ")  # between the word of saying and what was said
_SHORTEST = 4  # words that say something
_ASIDE = frozenset({"term"})  # figures that stand with the agreements
_AMOUNTS = frozenset("a an the of by over under about more less than at least up to nearly percent".split())
_ARTICLES = ("[a] ", "[the] ", "a ", "an ", "the ", "another ", "this ", "that ", "its ", "their ")


def agreements(matter: Matter) -> Section | None:
    """Each agreement that both are parties to, how it stands, and its steps."""
    entries = tuple(_agreement(matter, one) for one in matter.agreements)
    lead = "How each stands is what the latest report says that speaks of it."
    return Section("Agreements", lead, entries, named=True) if entries else None


def said(matter: Matter) -> list[Section]:
    """What each side said of the other."""
    return [part for one, other in _both(matter.states) if (part := _said(matter, one, other))]


def figures(matter: Matter) -> Section | None:
    """Numbers that were named, and by whom."""
    told = [found for found in matter.figures if found.thing.figure_kind not in _ASIDE]
    entries = tuple(
        Entry(figure_told(matter.english, found), notes=matter.notes.of(found), thing=found.thing.id) for found in told
    )
    return Section("Figures", "As they were named; nobody has checked them.", entries) if entries else None


def contradictions(matter: Matter, *, most: int = _DIFFERENCES) -> Section | None:
    """Where the reports cannot all be taken at their word; first what cannot be explained away."""
    found = matter.contradictions[:most]
    entries = tuple(_contradiction(matter, one) for one in found)
    lead = "Both may be right where it says so; which is, nobody has decided."
    if rest := len(matter.contradictions) - len(found):
        lead += f" {rest} more are in the record."
    return Section("Where the reports differ", lead, entries, named=True) if entries else None


def agreement_name(one: Tracked) -> str:
    """The name of a known instrument; of others the report's words in quotation marks."""
    name = printable(one.name)
    if any(found.thing.instrument for found in one.told):
        return f"the {name}"
    for article in _ARTICLES:
        name = name.removeprefix(article)
    return f"the {quoted(name)}"


def _contradiction(matter: Matter, one: Contradiction) -> Entry:
    items = tuple(
        Entry(
            quoted(passage.text), ", ".join(filter(None, (teller(passage.source), in_words(passage.source.published))))
        )
        for passage in one.passages
    )
    perhaps = f"Perhaps only apparent: {one.apparent}" if one.apparent else "Both cannot be right"
    return Entry(sentence(perhaps), capital(matter.english.decoded(one.about)), items=items, thing=one.id)


def _agreement(matter: Matter, one: Tracked) -> Entry:
    english = matter.english
    kind = english.words["agreements"].get(one.agreement_kind, f"a {one.agreement_kind}")
    between = f" between {listed([english.state(code) for code in one.parties])}" if len(one.parties) > 1 else ""
    stands = english.words["stands"].get(one.stage, one.stage)
    text = " ".join([sentence(f"{kind}{between}, {stands}"), *dict.fromkeys(_terms(one))])
    notes = matter.notes.of(*one.told)
    return Entry(text, capital(agreement_name(one)), notes=notes, items=tuple(_steps(english, one)), thing=one.id)


def _terms(one: Tracked) -> Iterator[str]:
    for told in one.told:
        terms, parts = told.thing.terms, list[str]()
        if terms.signed.start:
            parts.append(f"signed {on(terms.signed)}")
        if terms.duration:
            parts.append(f"made for {length(terms.duration)}")
        if terms.renewal:
            rule = "of itself" if terms.renewal.rule == "automatic" else "if the parties agree"
            every = f" for {length(terms.renewal.length)} at a time" if terms.renewal.length else ""
            parts.append(f"renewed {rule}{every}")
        if terms.expires.start:
            parts.append(f"to end {on(terms.expires)}")
        if parts:
            yield sentence(f"the terms, as told: {listed(parts)}")


def _steps(english: English, one: Tracked) -> Iterator[Entry]:
    """Its steps in time; those of one day and one speaker together."""
    for (day, _, by), together in groupby(one.steps(), key=lambda told: (told.date, told.status, told.by)):
        steps = list(together)
        told = listed(list(dict.fromkeys(_step(english, step) for step in steps))).replace(" and to be ", " and ")
        # What is yet to come and bears a day that is over was spoken of on that day.
        still = "still " if told.startswith("to ") and days(day)[1] <= days(steps[0].source.published)[1] else ""
        who = listed([english.actor(actor).rstrip(",") for actor in by])
        said = f", according to {who}" if who else ""
        yield Entry(f"{still}{told}{said}", capital(in_words(day)) or "No date")


def _step(english: English, step: Step) -> str:
    """``signed``, ``to be signed``, ``to end``, ``should be extended``."""
    stage = english.words["steps"].get(step.stage, step.stage)
    if step.status == "planned":
        return str(english.words["steps_to_come"].get(step.stage, f"to be {stage}"))
    phrase: str = english.words["step_statuses"][step.status]
    return phrase.format(stage=stage)


def _said(matter: Matter, one: str, other: str) -> Section | None:
    spoken = [found for found in matter.statements if _says(found, one, other)]
    if not spoken:
        return None
    best = sorted(spoken, key=lambda found: _weight(found.thing, other))[:_SAID]
    chosen = [found for found in spoken if found in best]
    entries = [
        Entry(statement_told(matter.english, found), notes=matter.notes.of(found), thing=found.thing.id)
        for found in chosen
    ]
    lead = "Words in quotation marks are the speaker’s own, the others the report’s."
    if len(spoken) > len(chosen):
        lead += f" {len(spoken) - len(chosen)} more are in the record."
    title = f"What {matter.english.state(one)} said of {matter.english.state(other)}"
    return Section(title, lead, tuple(entries))


def _says(found: Found[Statement], one: str, other: str) -> bool:
    speakers = {actor.country for actor in found.who(found.thing.speakers) if actor.sector != "JRN"}
    heard = {actor.country for actor in found.who(found.thing.addressees)}
    long_enough = len(found.words(found.thing.content).split()) >= _SHORTEST
    return long_enough and one in speakers and other in {*found.thing.about, *heard}


def _weight(statement: Statement, other: str) -> tuple[bool, bool]:
    """A stance toward the other comes first, then the speaker's own words."""
    takes_side = any(stance.state == other and stance.stance != "neutral" for stance in statement.stances)
    return not takes_side, statement.mode != "direct"


def statement_told(english: English, found: Found[Statement]) -> str:
    """Who said what, and when, as a sentence."""
    statement = found.thing
    who = (english.actors(found.who(statement.speakers)) or "Somebody").rstrip(",")
    reported = on(found.source.published)
    day = on(statement.date) or (f"reported {reported}" if reported else "")
    return sentence(f"{who}{f' ({day})' if day else ''}{_saying(found)}")


def _saying(found: Found[Statement]) -> str:
    """What was said, after the name of who said it: `` said that …``, `` highlighted the need …``, ``: “…”``."""
    statement = found.thing
    said, cue = statement.content, statement.cue
    if statement.mode == "direct":
        return f": {quoted(found.words(said).rstrip(' ,;'))}"
    before = cue and 0 <= said[0].start - cue.end <= _BESIDE and not found.words([cue]).split()[0].endswith("ing")
    told = Span(cue.start, said[-1].end) if cue and before else None
    words = quoted(found.words([told] if told else said).rstrip(" ,;.").removesuffix(" and"))[1:-1]
    return f" {words}" if told else f": {words}"


def figure_told(english: English, found: Found[Figure]) -> str:
    """What was counted, when, and who says so, as a sentence."""
    figure = found.thing
    kind = f"{figure.figure_kind}: " if figure.figure_kind and figure.figure_kind != "count" else ""
    by = english.actors(found.who(figure.said_by)).rstrip(",") or "the report"
    return sentence(f"{kind}{_what(figure)} {on(figure.period)}".rstrip() + f", according to {by}")


def _what(figure: Figure) -> str:
    """The amount or change, and what is measured, unless the words only say the amount again."""
    change = f"{'an' if figure.direction == 'increase' else 'a'} {figure.direction}" if figure.direction else ""
    size = amount(figure) if figure.value is not None else ""
    said = set(re.findall(r"[a-z]+", figure.measures.lower())) - _AMOUNTS - {figure.direction, figure.figure_kind}
    if figure.measures and (figure.figure_kind == "count" or not (change or size)):
        return quoted(figure.measures)
    measured = (" in " if change else ", ") + quoted(figure.measures) if said - set(size.lower().split()) else ""
    return (f"{change} of {size}" if change and size else change or size) + measured


def _both(states: tuple[str, str]) -> Iterable[tuple[str, str]]:
    return (states, (states[1], states[0]))


def parts(*sections: Section | list[Section] | None) -> tuple[Section, ...]:
    """Those that have anything to say, in order."""
    made = (one if isinstance(one, list) else [one] for one in sections)
    return tuple(section for section in chain.from_iterable(made) if section)
