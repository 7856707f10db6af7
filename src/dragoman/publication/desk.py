"""What every page and every answer of the API works with."""

from __future__ import annotations

from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Annotated

from fastapi import Depends, Request

from dragoman.codebook.codebook import Codebook
from dragoman.publication.glance import Glance
from dragoman.publication.plain_english import English, words
from dragoman.publication.readings.readings import Readings
from dragoman.publication.serving import Serving
from dragoman.publication.vitals.listeners import Listeners
from dragoman.publication.vitals.metrics import Metrics
from dragoman.record.record import Record


@dataclass(frozen=True, slots=True)
class Desk:
    """The record that is served, the codebook it is shown with, and how it is served; what is being read into it, who
    listens for that, and what is counted of all this.

    ``turns`` are taken by those who look at much of the record, so that they leave room for those who read pages.
    """

    record: Record
    book: Codebook
    serving: Serving
    readings: Readings
    listeners: Listeners
    metrics: Metrics
    turns: BoundedSemaphore
    glance: Glance

    @property
    def english(self) -> English:
        return English(self.book, words())


def desk(request: Request) -> Desk:
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(desk)]
