"""The learned opinion: which PLOVER event does a marked source do to a marked target?

A small encoder reads the sentence with marks round the two sides and answers two questions: which event, and is there a
deed by the one to the other at all. Whether it was done is judged from the syntax, as for patterns. It lies in
``dragoman/models/relation`` (see docs/model.md) and needs the extra ``model`` (onnxruntime).

Sentences go through one by one: the quantised layers take the range of their numbers from what is put in together, so
in a batch the neighbours would move an answer by up to 0.02, and one sentence would not always be told the same.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.errors import UsageError
from dragoman.events.word_pieces import WordPieces
from dragoman.texts.document import Span

FOLDER = "models/relation"
# BERT's vocabulary has rows that stand for nothing; four of them are the marks, so that no word can be taken for one.
MARKS: Mapping[str, tuple[str, str]] = {"source": ("[unused1]", "[unused2]"), "target": ("[unused3]", "[unused4]")}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and where its two sides stand in it, as offsets into ``text``; a side may stand in none or several."""

    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model thinks of one marked sentence. All probabilities are calibrated, from 0 to 1.

    ``chances`` holds each PLOVER event, given that there is a deed; they sum to 1. ``deed`` is how likely there is one
    by the source to the target.
    """

    chances: Mapping[str, float]
    deed: float

    @property
    def event(self) -> str:
        """The likeliest event, if there is a deed at all."""
        return max(self.chances, key=self.chances.__getitem__)

    @property
    def sureness(self) -> float:
        """How likely there is a deed and it is that event."""
        return self.deed * self.chances[self.event]


class Encoder:
    """Turns marked sentences into token numbers, in training and at work alike."""

    def __init__(self, words: WordPieces, longest: int) -> None:
        """A sentence gets at most ``longest`` numbers."""
        self.words, self._longest = words, longest
        self._start, self._end = words.number["[CLS]"], words.number["[SEP]"]
        self.unknown = words.number["[MASK]"]
        self.marks = {side: (words.number[opens], words.number[closes]) for side, (opens, closes) in MARKS.items()}

    def encode(self, marked: Marked) -> list[int]:
        """Token numbers with the marks among them; of a long sentence, the part round the marks."""
        numbers: list[int] = []
        at = 0
        for place, mark in self._boundaries(marked):
            numbers += [*self.words.numbers(marked.text[at:place]), mark]
            at = place
        numbers += self.words.numbers(marked.text[at:])
        return [self._start, *self._window(numbers), self._end]

    def _boundaries(self, marked: Marked) -> Iterator[tuple[int, int]]:
        found = [
            (place, not closes, self.marks[side][closes])
            for side, spans in (("source", marked.sources), ("target", marked.targets))
            for span in spans
            for closes, place in enumerate((span.start, span.end))
        ]
        return ((place, mark) for place, _, mark in sorted(found))  # where two touch, the first is closed first

    def _window(self, numbers: list[int]) -> list[int]:
        room, marks = self._longest - 2, {mark for pair in self.marks.values() for mark in pair}
        if len(numbers) <= room:
            return numbers
        places = [i for i, number in enumerate(numbers) if number in marks] or [0]
        spare = max(room - (places[-1] - places[0]), 0)
        start = max(min(places[0] - spare // 2, len(numbers) - room), 0)
        return numbers[start : start + room]


class RelationModel:
    """The shipped model with its vocabulary; one session on one thread, safe to share between threads."""

    def __init__(self, folder: Traversable) -> None:
        """``folder`` holds ``model.onnx``, ``vocabulary.txt`` and ``model.json`` (a path or packaged resource)."""
        import onnxruntime

        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.name: str = about["name"]
        self.events: tuple[str, ...] = tuple(about["events"])
        self._heat: Mapping[str, float] = about["temperatures"]
        pieces = (folder / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
        self._encoder = Encoder(WordPieces(pieces), about["longest"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession((folder / "model.onnx").read_bytes(), options)

    def opinion(self, pair: Marked) -> Opinion:
        """What it thinks of one pair in one sentence."""
        numbers = [self._encoder.encode(pair)]
        *events, deed = self._session.run(None, {"numbers": numbers})[0][0].tolist()
        chances = dict(zip(self.events, _shares([e / self._heat["event"] for e in events]), strict=True))
        return Opinion(chances, 1 / (1 + math.exp(-deed / self._heat["deed"])))


def _shares(logits: Sequence[float]) -> list[float]:
    odds = [math.exp(logit - max(logits)) for logit in logits]
    return [one / sum(odds) for one in odds]


@functools.cache
def load_model() -> RelationModel:
    """The shipped model, read once.

    :raises UsageError: it is not in this installation, or what it runs on is not.
    """
    folder = files("dragoman") / FOLDER
    if not (folder / "model.onnx").is_file():
        raise UsageError("This installation carries no relation model. Run 'make model' in a checkout to train it.")
    try:
        return RelationModel(folder)
    except ImportError as error:
        raise UsageError(
            f"The relation model needs {error.name}, which is not installed. Run: pip install 'dragoman[model]'"
        ) from error
