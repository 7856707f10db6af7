"""The commands that list what the record holds: each asks the library's verb of the same name and shows what comes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dragoman.cli_options import BY, FORM, RECORD, STAGE, STATUS, asked, listing, opened


@click.command()
@listing
@STATUS
def events(form: str, record: Path | None, **wishes: Any) -> None:
    """Events of one state, or between two.

    TYPE is a PLOVER event or mode, a channel, or a CAMEO code or its beginning: CONSULT, visit, phone_call, 04.
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("events", kept.events(asked(**wishes)), form)


@click.command()
@listing
@STATUS
def deeds(form: str, record: Path | None, **wishes: Any) -> None:
    """What was done, each deed once.

    With the number of reports that tell of it, and of those that are independent of each other.

    TYPE is a PLOVER event or mode, a channel, or a CAMEO code or its beginning: CONSULT, visit, phone_call, 04.
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("deeds", kept.deeds(asked(**wishes)), form)


@click.command()
@listing
def contradictions(form: str, record: Path | None, **wishes: Any) -> None:
    """Where reports contradict each other, or themselves.

    Each with its passages, and how both may be right after all, where the words leave that open. Of two states: in
    reports that name both, on what concerns both. --since and --until are of publication.

    TYPE is date, place, people, count, figure, term, stage, member, one-sided, denied, corrected, wording, "old date"
    or unclear.
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("contradictions", kept.contradictions(asked(**wishes)), form)


@click.command()
@listing
@STATUS
def contacts(form: str, record: Path | None, **wishes: Any) -> None:
    """Who met, called or wrote to whom.

    Visits, calls, meetings, messages and talks, with the people on each side.

    TYPE is visit, phone, multilateral, third-party, a channel (phone_call, message_or_letter) or a CAMEO code.
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("contacts", kept.contacts(asked(**wishes)), form)


@click.command()
@listing
@BY
@click.option("--about", metavar="STATE", help="Only what speaks of this state.")
@click.option("--topic", "topics", multiple=True, metavar="CONTEXT", help="Only on this topic; may be repeated.")
def statements(form: str, record: Path | None, **wishes: Any) -> None:
    """Who said what.

    Statements of one state, or of one of two about or to the other.

    TYPE is direct, indirect or mixed. CONTEXT is one of PLOVER's: economic, health (see `dragoman codebook contexts`).
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("statements", kept.statements(asked(**wishes)), form)


@click.command()
@listing
@STAGE
@BY
def agreements(form: str, record: Path | None, **wishes: Any) -> None:
    """Which treaties, deals and regimes there are, and how they stand.

    Agreements that one state, or both of two, are parties to: each once, with its terms and all the steps that the
    reports tell of, in the order of time. --since and --until are days of reports. CSV and JSON have a row for each
    report that tells of an agreement; "agreement" is the same in those of one.

    TYPE is treaty, agreement, arrangement, understanding, process, sanctions, embargo, loan, membership or bundle.
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("agreements", kept.tracked(asked(**wishes)), form)


@click.command()
@listing
@BY
@click.option("--measure", metavar="WORDS", help="Only figures of this: trade, visit, oil.")
def figures(form: str, record: Path | None, **wishes: Any) -> None:
    """Which numbers were named, of what, and by whom.

    Figures about one state, or about both of two.

    TYPE is casualties, aid, trade, forces (troops and arms), finance, sanctions, prisoners, term (of an agreement) or
    count ("third visit"); a unit (percent, barrel) or a currency (USD).
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        show("figures", kept.figures(asked(**wishes)), form)


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="At most so many of each.")
@click.option("--after", metavar="ID", help="Go on after this report: the last document_id of the rows before.")
@FORM
@RECORD
def search(words: tuple[str, ...], limit: int, after: str | None, form: str, record: Path | None) -> None:
    """Reports with these words, and who is named so.

    Reports in which all WORDS stand, the newest first, each with the sentence that has most of them; before them
    states, people, offices and bodies with words in their names that begin so. Case and accents do not matter. What is
    quoted twice ('"trade deal"') must stand as it is; a word with * at its end may go on (enrich*).
    """
    from dragoman.publication.terminal import show

    with opened(record) as kept:
        found = kept.search(" ".join(words), limit=limit, after=after)
        show("search", (*found.named, *found.hits), form)


LISTINGS: tuple[click.Command, ...] = (events, deeds, contradictions, contacts, statements, agreements, figures, search)
