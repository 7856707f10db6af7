"""Deeds of our own told by many reports of our own: how well the record finds again which reports tell of one deed.

40 deeds, 200 reports: other words, dates in other forms, other spellings of names. They are read once and put into
fresh records in 20 orders. Measured are B³ against the deeds that the reports were written from, and whether all orders
give the same clusters. Run it as ``python -m benchmarks.simulation``.
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.coreference import Score, b_cubed
from dragoman.events.coding import Coding
from dragoman.measures.figures import Figure, Report
from dragoman.record.record import open_record
from dragoman.texts.document import Document, Interval


@dataclass(frozen=True, slots=True)
class Person:
    """``spellings`` of the whole name, as different outlets write it; the surname is the last word."""

    state: str
    demonym: str
    office: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    number: int
    kind: str
    one: Person
    other: Person
    day: datetime.date
    place: str


@dataclass(frozen=True, slots=True)
class Simulated:
    """A report and the number of the deed that it was written from."""

    document: Document
    deed: int


PEOPLE = tuple(
    Person(state, demonym, office, tuple(spellings.split("/")))
    for state, demonym, office, spellings in (
        ("Norway", "Norwegian", "Foreign Minister", "Kari Solheim/Kari Solhejm"),
        ("Chile", "Chilean", "Foreign Minister", "Pablo Reyes"),
        ("Kenya", "Kenyan", "President", "Joy Mwangi/Joy Muangi"),
        ("Oman", "Omani", "Foreign Minister", "Yousef Al-Harthy/Yusuf al-Harthi"),
        ("Egypt", "Egyptian", "Foreign Minister", "Mohammed Saeed/Mohamed Said/Muhammad Saeed"),
        ("Poland", "Polish", "President", "Marek Wysocki"),
        ("Japan", "Japanese", "Foreign Minister", "Kenji Ohno/Kenji Ono"),
        ("Russia", "Russian", "Foreign Minister", "Alexei Gerasimenko/Aleksey Gerasimenko/Alexey Gerassimenko"),
        ("Georgia", "Georgian", "Prime Minister", "Nino Kapanadze"),
        ("India", "Indian", "Foreign Minister", "Vikram Desai"),
        ("Ghana", "Ghanaian", "President", "Kofi Annobil"),
        ("Iran", "Iranian", "Foreign Minister", "Hossein Razavi/Hussein Razavi/Hosein Razawi"),
    )
)
PLACES = ("Geneva", "Vienna", "Doha", "Singapore", "Nairobi", "Istanbul")

# {A} is "Norwegian Foreign Minister Kari Solheim", {a} "Solheim", {X} "Norway"; {B}, {b}, {Y} the other side.
TOLD: Mapping[str, tuple[str, ...]] = {
    "call": (
        "{A} telephoned {B} {date} to discuss {topic}.",
        "{B} spoke by telephone with {A} {date}; {topic} came first, a spokesman said.",
        "{A} and {B} held a telephone conversation {date} about {topic}.",
        "In a phone call {date}, {A} and {B} discussed {topic}.",
        "{A} talked over the phone with {B} {date}, and {topic} was what they talked about.",
    ),
    "visit": (
        "{A} visited {Y} {date} for talks about {topic}.",
        "{A} arrived in {Y} {date} on a visit devoted to {topic}.",
        "{A} paid a visit to {Y} {date}, with {topic} at the top of the agenda.",
        "{A} travelled to {Y} {date} to discuss {topic} there.",
    ),
    "meeting": (
        "{A} and {B} met in {place} {date} to discuss {topic}.",
        "{A} held talks with {B} in {place} {date} on {topic}.",
        "{A} met {B} {date} in {place}, and {topic} was discussed.",
        "{B} met with {A} in {place} {date}, officials said, to speak about {topic}.",
    ),
    "letter": (
        "{A} sent a letter to {B} {date} about {topic}.",
        "{B} received a letter from {A} {date}, in which {topic} was raised.",
        "{A} sent {B} a letter {date}, asking for his views on {topic}.",
    ),
    "plan": (
        "{A} will visit {Y} {date}, the ministry announced, to discuss {topic}.",
        "{A} is to travel to {Y} {date} for talks on {topic}.",
        "{A} plans to visit {Y} {date} with {topic} on the agenda.",
    ),
    "accuse": (
        "{X} accused {Y} {date} of {wrong}.",
        "{A} accused {Y} {date} of {wrong}.",
        "{date_first} {X} accused {Y} of {wrong}, its foreign ministry said.",
    ),
    "sanction": (
        "{X} imposed sanctions on {Y} {date} over {wrong}.",
        "{date_first} {X} imposed sanctions on {Y} because of {wrong}.",
        "{X} imposed new sanctions against {Y} {date}, citing {wrong}.",
    ),
    "sign": (
        "{X} and {Y} signed an agreement on {topic} {date}.",
        "{date_first} {X} and {Y} signed an accord on {topic} in {place}.",
        "{A} and {B} signed an agreement on {topic} in {place} {date}.",
    ),
}
KINDS = "call call call visit visit meeting meeting letter accuse sanction sign".split()
TOPICS = (
    *("salmon quotas", "a border crossing", "the price of grain", "student exchanges", "a railway", "water rights"),
    *("a gas pipeline", "visas for seamen", "vaccines", "a fibre cable", "wheat exports", "a joint museum"),
)
WRONGS = (
    *("jamming its satellites", "poisoning a river", "sheltering pirates", "hacking its railways"),
    *("dumping cheap steel", "jailing two of its journalists"),
)
ENDINGS = (
    "No further details were given.",
    "Rain fell on the capital all day, and the streets were empty.",
    "Analysts had expected little from it.",
    "The press was given a short note and coffee.",
    "It was a busy week for diplomats.",
)
OUTLETS = ("The Daily Post", "Nordic Wire", "Evening Herald", "World Tribune", "Morning Star News", "Gulf Courier")


def deeds(count: int, chance: random.Random) -> list[Deed]:
    """Every third one is followed by its like: the same people in the same way, a month or a year later."""
    made: list[Deed] = []
    while len(made) < count:
        one, other = chance.sample(PEOPLE, 2)
        kind, place = chance.choice(KINDS), chance.choice(PLACES)
        day = datetime.date(2015, 1, 1) + datetime.timedelta(chance.randrange(1500))
        made.append(Deed(len(made), kind, one, other, day, place))
        if len(made) % 3 == 1 and kind != "sign":
            again = day + datetime.timedelta(chance.choice((30, 365)))
            made.append(Deed(len(made), kind, one, other, again, chance.choice(PLACES)))
        if kind == "visit":
            made.append(Deed(len(made), "plan", one, other, day, place))
    return made[:count]


def reports(told: Sequence[Deed], count: int, chance: random.Random) -> Iterator[Simulated]:
    """Each deed is told at least twice, the first ones more often: news is not fair."""
    numbers = [deed.number for deed in told] * 2
    numbers += chance.choices(range(len(told)), weights=[1 / (n + 1) ** 0.5 for n in range(len(told))], k=count)
    for at, number in enumerate(numbers[:count]):
        deed = told[number]
        before = deed.kind == "plan"
        late = -chance.randint(2, 5) if before else chance.choice((0, 0, 1, 1, 2, 5))
        published = deed.day + datetime.timedelta(late)
        text = f"{_told(deed, published, chance)} {chance.choice(ENDINGS)}"
        date = Interval(published.isoformat(), published.isoformat(), "day", "given")
        name = f"report-{at:03}.txt"
        yield Simulated(Document(name, name, text, outlet=chance.choice(OUTLETS), published=date), number)


def _told(deed: Deed, published: datetime.date, chance: random.Random) -> str:
    choose = random.Random(deed.number).choice  # of one deed, topic and wrong are the same in all reports
    one, other = (chance.choice(person.spellings) for person in (deed.one, deed.other))
    date = chance.choice(_dates(deed.day, published))
    return chance.choice(TOLD[deed.kind]).format(
        A=f"{deed.one.demonym} {deed.one.office} {one}",
        B=f"{deed.other.demonym} {deed.other.office} {other}",
        X=deed.one.state,
        Y=deed.other.state,
        place=deed.place,
        topic=choose(TOPICS),
        wrong=choose(WRONGS),
        date=date,
        date_first=f"{date[0].upper()}{date[1:]},",
    )


def _dates(day: datetime.date, published: datetime.date) -> list[str]:
    gap = (published - day).days
    forms = [f"on {day.day} {day:%B} {day.year}", f"on {day:%B} {day.day}, {day.year}", f"on {day:%B} {day.day}"]
    forms += [f"on {day:%A}"] if 0 < gap < 6 else []
    forms += ["yesterday"] if gap == 1 else []
    return forms


def clusters(codings: Sequence[Coding]) -> dict[str, str]:
    """By document: the deed of its first event, as a fresh record sees it after these codings came in this order."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.db") as record:
        for coding in codings:
            record.add(coding)
        found = {coding.document.id: record.canonical(coding.document.id) for coding in codings}
    first = {coding.document.id: coding.events[0].id if coding.events else "" for coding in codings}
    return {document: deeds.get(first[document], f"nothing in {document}") for document, deeds in found.items()}


def simulate(
    code: Callable[[Document], Coding], *, deed_count: int, report_count: int, orders: int, seed: int = 7
) -> tuple[Score, bool]:
    """B³ in the first order, and whether all orders gave the same clusters."""
    chance = random.Random(seed)
    told = list(reports(deeds(deed_count, chance), report_count, chance))
    gold = {report.document.id: str(report.deed) for report in told}
    codings = [code(report.document) for report in told]
    found = clusters(codings)
    same = all(clusters(chance.sample(codings, len(codings))) == found for _ in range(orders - 1))
    return b_cubed(gold, found), same


def measure(code: Callable[[Document], Coding]) -> Report:
    """The full size: 200 reports of 40 deeds in 20 orders."""
    score, same = simulate(code, deed_count=40, report_count=200, orders=20)
    figures = (Figure("B³", score.f1, score.precision, score.recall), Figure("orders that give the same", float(same)))
    return Report("simulation", 200, "reports", figures)


def wrong(code: Callable[[Document], Coding], *, deed_count: int, report_count: int, seed: int = 7) -> Iterator[str]:
    """What was split or joined, with the texts: to be read by who mends the rules."""
    chance = random.Random(seed)
    told = list(reports(deeds(deed_count, chance), report_count, chance))
    found = clusters([code(report.document) for report in told])
    groups: defaultdict[str, list[Simulated]] = defaultdict(list)
    for report in told:
        groups[found[report.document.id]].append(report)
    for id, group in sorted(groups.items()):
        split = any(found[o.document.id] != id for o in told if o.deed in {g.deed for g in group})
        if split or len({g.deed for g in group}) > 1:
            yield from (f"{id} {g.deed:>3} {g.document.published.start} {g.document.text}" for g in group)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="show what was split or joined")
    arguments = parser.parse_args()
    from dragoman.runs.local import coder

    if arguments.wrong:
        print(*wrong(coder().code, deed_count=40, report_count=200), sep="\n")
    print(*measure(coder().code).lines(), sep="\n")


if __name__ == "__main__":
    main()
