"""What a measurement says: figures with a name, in a report that can be printed and written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, from 0 to 1. Where ``precision`` and ``recall`` are given, ``value`` is F1; else it is a share."""

    name: str
    value: float
    precision: float | None = None
    recall: float | None = None

    def __str__(self) -> str:
        if self.precision is None or self.recall is None:
            return f"{self.name:<28} {self.value:.4f}"
        return f"{self.name:<28} P {self.precision:.4f}  R {self.recall:.4f}  F1 {self.value:.4f}"


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one set: ``kind`` of measurement, ``items`` judged (``unit`` says what they are), and remarks."""

    kind: str
    items: int
    unit: str
    figures: tuple[Figure, ...]
    remarks: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report as text, a line each."""
        yield f"{self.kind}: {self.items} {self.unit}"
        yield from map(str, self.figures)
        yield from self.remarks


def figure(name: str, *, hits: int, answers: int, wanted: int) -> Figure:
    """Precision, recall and F1 from counts; 0 where there is nothing to divide by."""
    precision = hits / answers if answers else 0.0
    recall = hits / wanted if wanted else 0.0
    return Figure(name, f1(precision, recall), precision, recall)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
