"""What is held to be so across claims: by dragoman, with its reasons, or by a user, who has the last word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from dragoman.record.same_event import Met
from dragoman.texts.document import content_id

JudgementKind = Literal["same event", "held", "put off", "called off", "denied"]
Act = Literal["merge", "split", "recode", "reject", "confirm"]
ACTS: tuple[Act, ...] = get_args(Act)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two claims held to belong together, with the features that say so, and the rules (``by``) that weigh them.

    ``held``, ``put off``, ``called off`` and ``denied`` go from what was announced or reported to what became of it.
    The id is hashed from the content: judging again gives the same judgement.
    """

    kind: JudgementKind
    one: str
    other: str
    score: float
    why: tuple[Met, ...]
    by: str

    @property
    def id(self) -> str:
        return content_id("j", self.kind, self.one, self.other, self.score, self.why, self.by)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user decided of events. ``events`` are their ids as they are now, or were when the user saw them last.

    ``merge``: they are one deed. ``split``: each is another deed (of a single one: than all it was joined with).
    ``recode``: ``changes`` are its fields. ``reject``: there was no such deed. ``confirm``: it is right as coded.
    ``lost`` are those that no report is read to tell any more; the correction waits for them.
    """

    number: int
    act: Act
    events: tuple[str, ...]
    note: str
    user: str
    made: str
    changes: Mapping[str, Any] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
