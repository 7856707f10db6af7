"""The network: a small encoder, four views of the sentence put side by side, a layer, and heads."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel


class Network(nn.Module):
    """Token numbers (batch, length) to logits (batch, roots + 2): a number a root, then deed and done.

    ``fine`` gives, in training only, logits for each mode of each kind; it keeps kinds apart that share words.
    """

    def __init__(self, base: Path, marks: tuple[int, int], roots: int, modes: int, dropout: float = 0.2) -> None:
        """``marks`` are the numbers that open the source and the target."""
        super().__init__()
        self.body = BertModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False)
        self.marks = marks
        width = self.body.config.hidden_size
        self.layer = nn.Sequential(nn.Dropout(dropout), nn.Linear(4 * width, 2 * width), nn.GELU(), nn.Dropout(dropout))
        self.answers = nn.Linear(2 * width, roots + 2)
        self.modes = nn.Linear(2 * width, modes)

    def forward(self, numbers: Tensor) -> Tensor:
        return self.answers(self.views(numbers))

    def fine(self, numbers: Tensor) -> tuple[Tensor, Tensor]:
        """The answers and the logits of the modes."""
        seen = self.views(numbers)
        return self.answers(seen), self.modes(seen)

    def views(self, numbers: Tensor) -> Tensor:
        """Start of the sentence, source mark, target mark and the mean of all words; 0 is padding."""
        there = (numbers != 0).long()
        states = self.body(input_ids=numbers, attention_mask=there).last_hidden_state
        places = [numbers == mark for mark in self.marks] + [there.bool()]
        return self.layer(torch.cat([states[:, 0], *(_mean(states, place) for place in places)], dim=-1))

    def groups(self, rate: float, head_rate: float) -> list[dict[str, object]]:
        """Parameters with their learning rates: the new layers learn faster than the body."""
        body = set(map(id, self.body.parameters()))
        new = [p for p in self.parameters() if id(p) not in body]
        return [{"params": list(self.body.parameters()), "lr": rate}, {"params": new, "lr": head_rate}]


def _mean(states: Tensor, place: Tensor) -> Tensor:
    weight = place.to(states.dtype).unsqueeze(-1)
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1)
