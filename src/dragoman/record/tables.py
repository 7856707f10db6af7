"""The tables of the record.

``documents``, ``readings`` and ``claims`` are what reports say, ``judgements`` what dragoman holds to be so across
them, ``corrections`` (with ``anchors``) what users decided: rows are added and marked as superseded, never deleted.
The other tables are an index over the claims that hold now; they can be thrown away and made again from these.

Days are text (``2020-04-01``) so that all databases compare them alike; see ``days``. Offsets are half-open and point
into ``documents.text``.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text

LAYOUT = 9
OLDEST = 1  # the oldest layout that can be brought up to date

LISTED_BY = ("first_day", "last_day", "document", "start", "id")

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("language", Text),
    Column("first_day", Text, nullable=False, comment="of publication"),
    Column("last_day", Text, nullable=False),
    Column("number", BigInteger, comment="in order of publication; see ``findable``"),
    Index("documents_by_name", "name", "id"),
    Index("documents_by_number", "number", unique=True),
)

# One row for each (document with its metadata, coder, codebook). ``body`` is JSON: the document without its text, the
# sentences, those skipped with their reason, and the ids of the claims made, in order.
readings = Table(
    "readings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("coder", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("first_seen", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("last_seen", Text, nullable=False),
    Column("superseded_by", ForeignKey("readings.id"), comment="null: the reading that holds now"),
    Column("body", Text, nullable=False),
    Index("readings_of_document", "document", "superseded_by"),
    Index("readings_by_time", "superseded_by", "first_seen"),
    Index("readings_by_coder", "superseded_by", "coder", "codebook", "first_seen"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("thing", Text, nullable=False, comment="id of the actor, event, statement, agreement or figure"),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("first_reading", ForeignKey("readings.id"), nullable=False),
    Column("last_reading", ForeignKey("readings.id"), nullable=False),
    Column("superseded_by", ForeignKey("readings.id"), comment="the reading that no longer made this claim"),
    Column("body", Text, nullable=False, comment="JSON"),
    Index("claims_by_document", "document"),
    Index("claims_by_thing", "thing"),
)


def _claim() -> Column[str]:
    return Column("claim", ForeignKey("claims.id"), primary_key=True)


def _document() -> Column[str]:
    return Column("document", ForeignKey("documents.id"), nullable=False)


def _told() -> tuple[Column[str], ...]:
    """Of what a document tells: its claim, its id and the document."""
    return _claim(), Column("id", Text, nullable=False), _document()


def _placed(of: str) -> tuple[Column[Any], ...]:
    """When it was (or is held to be), and the sentence that tells it."""
    return (
        Column("first_day", Text, nullable=False, comment=of),
        Column("last_day", Text, nullable=False),
        Column("start", Integer, nullable=False),
        Column("stop", Integer, nullable=False),
    )


def _listed(table: str) -> tuple[Index, ...]:
    """The indexes of what is listed by day, and found by its document and its id."""
    return (
        Index(f"{table}_by_day", *LISTED_BY),
        Index(f"{table}_by_document", "document"),
        Index(f"{table}_by_id", "id"),
    )


actors = Table(
    "actors",
    metadata,
    *_told(),
    Column("name", Text, nullable=False),
    Column("actor_kind", Text, nullable=False),
    Column("country", Text),
    Column("sector", Text),
    Column("office", Text),
    Column("level", Text),
    Column("cameo", Text),
    Index("actors_by_document", "document", "id"),
    Index("actors_of_country", "country", "document"),
    Index("actors_by_name", "actor_kind", "country", "name"),
)

events = Table(
    "events",
    metadata,
    *_told(),
    Column("event", Text),
    Column("mode", Text),
    Column("cameo", Text, nullable=False),
    Column("goldstein", Float),
    Column("quad", Integer),
    Column("status", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("symmetric", Boolean, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("last_day", Text, nullable=False),
    Column("place", Text),
    Column("coded_by", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("start", Integer, nullable=False, comment="of the sentence that reports it first"),
    Column("stop", Integer, nullable=False),
    Column("corrected", Text, comment="JSON: the body as a user recoded it"),
    *_listed("events"),
    Index("events_by_type", "event", "first_day"),
)

statements = Table(
    "statements",
    metadata,
    *_told(),
    Column("mode", Text, nullable=False),
    *_placed("when it was said, else of the report's publication"),
    *_listed("statements"),
)

agreements = Table(
    "agreements",
    metadata,
    *_told(),
    Column("name", Text, nullable=False),
    Column("agreement_kind", Text, nullable=False),
    Column("stage", Text, nullable=False),
    *_placed("of the report's publication; the sentence tells a step, else it has the first mention"),
    *_listed("agreements"),
)

figures = Table(
    "figures",
    metadata,
    *_told(),
    Column("figure_kind", Text),
    Column("unit", Text),
    Column("currency", Text),
    Column("measures", Text, nullable=False),
    *_placed("of its period, else of the report's publication"),
    *_listed("figures"),
)

# Who takes part in an event (actor, recipient, third_party), a statement (speaker, addressee, about), an agreement or a
# figure (party, speaker).
sides = Table(
    "sides",
    metadata,
    _claim(),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("actor", Text, comment="null where only a country is known"),
    Column("country", Text),
    Index("sides_by_country", "country", "role", "claim"),
    sqlite_with_rowid=False,
)

# What is listed for a state (``other`` is empty) and for two (ISO3, in order), with what it is listed by: a page of two
# busy states is read from one place of an index. Made from ``sides``; see ``by_states``.
by_states = Table(
    "by_states",
    metadata,
    _claim(),
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("kind", Text, nullable=False, comment="the table that the claim is in"),
    *(Column(name, Integer if name == "start" else Text, nullable=False) for name in LISTED_BY),
    Index("by_states_listed", "kind", "one", "other", *LISTED_BY),
    Index("by_states_of_document", "document"),
    sqlite_with_rowid=False,
)

# Every passage that a claim rests on: mention, evidence, evidence:date (of that field only), cue, content.
places = Table(
    "places",
    metadata,
    _claim(),
    Column("position", Integer, primary_key=True),
    Column("role", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What a statement is about: PLOVER contexts.
topics = Table(
    "topics",
    metadata,
    _claim(),
    Column("topic", Text, primary_key=True),
    Index("topics_by_topic", "topic", "claim"),
    sqlite_with_rowid=False,
)

# What shows which deed an event tells of (JSON, see ``telling``), the deed it is held to tell of, and from where.
tellings = Table(
    "tellings",
    metadata,
    _claim(),
    Column("event", Text, nullable=False),
    _document(),
    Column("deed", Text, nullable=False),
    Column("origin", Text, nullable=False, comment="the document of its origin published first"),
    Column("body", Text, nullable=False),
    Index("tellings_by_document", "document"),
    Index("tellings_by_deed", "deed"),
    Index("tellings_by_event", "event"),
)

# Keys that two tellings must share one of to be compared.
blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("claim", ForeignKey("claims.id"), primary_key=True),
    Column("first", Integer, comment="number of the day; null: whatever its date"),
    Column("last", Integer),
    Index("blocks_by_claim", "claim"),
    sqlite_with_rowid=False,
)

# What dragoman holds of two claims (same event, held, put off, called off, denied), and why.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False, comment="JSON: feature, the two values that met, what it adds"),
    Column("by", Text, nullable=False, comment="the rules, with their version"),
    Column("superseded_by", Text, comment="the reading that took one of the two away; null: it holds"),
    Index("judgements_by_one", "one", "kind"),
    Index("judgements_by_other", "other", "kind"),
)

# What a user decided. The newest (by ``number``) on the same events holds.
corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False, comment="merge, split, recode, reject or confirm"),
    Column("changes", Text, nullable=False, comment="JSON: the fields recoded; or alone: the first from all others"),
    Column("note", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("made", Text, nullable=False, comment="UTC, ISO 8601"),
)

# The events that a correction is about: as they were then, and the claim that is the same event now.
anchors = Table(
    "anchors",
    metadata,
    Column("correction", ForeignKey("corrections.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event", Text, nullable=False),
    _document(),
    Column("body", Text, nullable=False, comment="JSON: the event when it was corrected"),
    Column("claim", ForeignKey("claims.id"), comment="null: the report is no longer read so"),
    Index("anchors_by_document", "document"),
    Index("anchors_by_claim", "claim"),
)

INDEX = (places, sides, by_states, topics, events, statements, agreements, figures, actors)
