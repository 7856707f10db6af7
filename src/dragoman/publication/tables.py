"""The record as tables to be read on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.events.event import Event, Statement
from dragoman.events.figure import Figure
from dragoman.publication.exports import Match, titled
from dragoman.publication.wording import amount, printable, shown
from dragoman.record.contradiction import Contradiction
from dragoman.record.deed import Deed
from dragoman.record.found import Contact, Found, Source
from dragoman.record.search import Hit, Named
from dragoman.texts.document import Interval

ID = 9  # the letter of the kind and 32 bits: enough for `explain` in a record of some ten thousand things


def events(found: Iterable[Found[Event]]) -> Table:
    """Date; event, code and status; who did it to whom, with the sentence below; id."""
    table = _table("Date", "Event", "Who", "Id")
    for item in found:
        event = item.thing
        kind = f"{event.event or 'statement'} {event.mode or ''}".strip()
        what = f"{kind}\n{event.cameo} {event.status}"
        table.add_row(shown(event.date), what, _told([_who(item)], item), event.id[:ID])
    return table


def deeds(found: Iterable[Deed]) -> Table:
    """Date; event, status and how many reports; who did it to whom, with the best sentence below; id."""
    table = _table("Date", "Event", "Who", "Id")
    for deed in found:
        event = deed.telling.thing
        kind = f"{event.event or 'statement'} {event.mode or ''}".strip()
        turns = (f"was {turn.kind}" if not turn.before else f"{turn.kind} as announced" for turn in deed.turns)
        what = "\n".join((kind, event.status, *dict.fromkeys(turns), counted(deed)))
        table.add_row(shown(event.date), what, _told([_who(deed.telling)], deed.telling), deed.id[:ID])
    return table


def contradictions(found: Iterable[Contradiction]) -> Table:
    """Kind, and whether it is only apparent; the question and the passages, each with its source; id."""
    table = _table("Kind", "What", "Id")
    for one in found:
        parts = [plain(one.about)]
        for passage in one.passages:
            parts += [Text(printable(passage.text), style="dim"), _source(passage.source)]
        if one.apparent:
            parts.append(plain(f"Perhaps only apparent: {one.apparent}."))
        table.add_row(one.kind, Group(*parts), one.id[:ID])
    return table


def contacts(found: Iterable[Contact]) -> Table:
    """Date; channel, place, level and status; the people of each side, with the sentence below; id."""
    table = _table("Date", "How", "Who", "Id")
    for contact in found:
        event = contact.found.thing
        place = event.place.name if event.place else ""
        how = "\n".join(filter(None, (event.channel, place, *event.level, event.status))).replace("_", " ")
        who = [f"{side.country or '–'}  {', '.join(map(titled, side.people))}" for side in contact.sides]
        table.add_row(shown(event.date), plain(how), _told(who, contact.found), event.id[:ID])
    return table


def statements(found: Iterable[Found[Statement]]) -> Table:
    """Date; the states it is about, with its stance where it takes one, and its topics; who said what; id."""
    table = _table("Date", "About", "Said", "Id")
    for item in found:
        statement = item.thing
        stances = {stance.state: f" {stance.stance}" for stance in statement.stances if stance.stance != "neutral"}
        about = "\n".join(f"{state}{stances.get(state, '')}" for state in statement.about)
        topics = Text(", ".join(statement.topics).replace("_", " "), style="dim")
        speakers = Text(printable(", ".join(map(titled, item.who(statement.speakers))) or "?"), style="bold")
        said = Group(speakers, plain(item.words(statement.content)), _source(item.source))
        table.add_row(
            _when(statement.date, item.source), Group(*([about] if about else []), topics), said, statement.id[:ID]
        )
    return table


def figures(found: Iterable[Found[Figure]]) -> Table:
    """Period, or the day of the report that tells it; amount, direction and sort; what is measured, of whom, who says
    so, with the sentence below, but not twice in a row; id."""
    table, before = _table("Period", "Figure", "What", "Id"), ""
    for item in found:
        figure = item.thing
        kind = " · ".join(filter(None, (figure.direction if figure.value is not None else None, figure.figure_kind)))
        measured = figure.measures if figure.figure_kind != "term" else ""
        said_by = ", ".join(map(titled, item.who(figure.said_by)))
        lines = [line for line in (" · ".join(filter(None, (measured, " ".join(figure.countries)))), said_by) if line]
        what = Group(*map(plain, lines)) if item.passage == before else _told(lines, item)
        table.add_row(_when(figure.period, item.source), plain(f"{amount(figure)}\n{kind}"), what, figure.id[:ID])
        before = item.passage
    return table


def _when(date: Interval, source: Source) -> str:
    """The day of a thing, or that of the report which tells it."""
    if date.start or date.end or not (source.published.start or source.published.end):
        return shown(date)
    return f"told\n{shown(source.published)}"


def counted(deed: Deed) -> str:
    """``1 report``; ``5 reports, 2 independent``."""
    count = len(deed.reports)
    return f"{count} report{'s' * (count > 1)}" + (f", {deed.origins} independent" if count > 1 else "")


def plain(words: str) -> Text:
    """Words of a report as they are: no markup of ours in them, no control characters that would move the cursor."""
    return Text("\n".join(map(printable, words.split("\n"))))


def _table(*headers: str) -> Table:
    """One wide column for the words of reports; the others as narrow as they may be."""
    table = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold")
    widths = {"Date": 12, "Period": 12, "How": 18, "Event": 18, "Figure": 18, "About": 18, "Id": ID}
    for header in headers:
        width = widths.get(header)
        table.add_column(header, width=width, ratio=None if width else 1)
    return table


def matches(found: Iterable[Match]) -> Table:
    """Those of the name with the number of reports; then the reports: day, title, and the sentence with its words."""
    table = _table("Date", "Kind", "What")
    for match in found:
        if isinstance(match, Named):
            country = f" ({match.country})" if match.country else ""
            reports = f"{match.documents} report{'s' if match.documents != 1 else ''}"
            table.add_row("", match.actor_kind, Text(f"{printable(match.name)}{country}, {reports}"))
        else:
            table.add_row(shown(match.source.published), "report", _marked(match))
    return table


def _marked(hit: Hit) -> Text:
    """The title, the sentence with the words marked, and where it stands."""
    sentence = Text(printable(hit.passage), style="dim")
    for span in hit.words:
        sentence.stylize("bold not dim", span.start - hit.sentence.start, span.end - hit.sentence.start)
    outlet = f", {plain(hit.source.outlet)}" if hit.source.outlet else ""
    return Text("\n").join([Text(printable(hit.source.title or "")), sentence, Text(f"{hit.source.name}{outlet}")])


def _who(found: Found[Event]) -> str:
    event = found.thing
    actors, recipients = (", ".join(map(titled, found.who(ids))) for ids in (event.actors, event.recipients))
    return f"{actors} → {recipients}" if recipients else actors


def _told(who: list[str], found: Found[Event] | Found[Figure]) -> Group:
    sentence = Text(printable(found.passage), style="dim")
    return Group(*map(plain, who), sentence, _source(found.source))


def teller(source: Source) -> str:
    """The outlet, or the report's name where no outlet is known."""
    return printable(source.outlet or source.name)


def _source(source: Source) -> Text:
    return Text(f"— {teller(source)}", style="italic dim")
