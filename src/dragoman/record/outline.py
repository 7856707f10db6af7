"""The outline of a telling: its report, kind, stage and days, which part it from most others already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import itemgetter
from typing import Any, Literal

Family = Literal["contact", "verbal", "material", "cooperation", "other"]
Stage = Literal["done", "ahead", "put off", "off", "denied"]


@dataclass(frozen=True, slots=True)
class Outline:
    """Days are text, as in ``days``; ``told`` is when the document was published. See ``Telling``."""

    document: str
    family: Family
    stage: Stage
    form: str
    first: str
    last: str
    presumed: bool
    told: tuple[str, ...]


_FIELDS = itemgetter(*(field.name for field in fields(Outline)))  # they have no defaults: a body has them all


def outline(packed: Mapping[str, Any]) -> Outline:
    """The outline of a telling that is packed still (see ``body``): a tenth of the work of making it whole."""
    return Outline(*_FIELDS(packed))
