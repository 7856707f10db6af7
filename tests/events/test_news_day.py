"""The day that a whole report is about, in reports that name several."""

from __future__ import annotations

import pytest

import dragoman

# published, text, the CAMEO code of a deed without a day of its own, its day
NEWS = [
    (
        "2022-03-08",
        "Danish Foreign Minister Jens Holm met his Latvian counterpart Arta Krums in Riga on Tuesday, 8 March 2022. "
        "The two ministers signed an agreement on fisheries. Holm will travel to Tallinn on Thursday.",
        "057",
        "2022-03-08",
    ),
    (
        "2022-03-08",
        "Danish Foreign Minister Jens Holm and his Latvian counterpart Arta Krums signed an agreement on fisheries. "
        "The talks in Riga began on Sunday.",
        "057",
        "2022-03-06",
    ),
    (
        "2022-03-08",
        "RIGA, March 8, 2022 – Denmark and Latvia signed an agreement on fisheries. The talks in Riga began on Sunday.",
        "057",
        "2022-03-06",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("published", "text", "cameo", "day"), NEWS)
def test_the_day_is_neither_to_come_nor_at_the_head(published: str, text: str, cameo: str, day: str) -> None:
    found = [event.date for event in dragoman.code(text, published=published).events if event.cameo == cameo]
    assert [(date.start, date.end) for date in found] == [(day, day)]
