"""The network: a small encoder, four views of the sentence put side by side, a layer, and heads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel


class Network(nn.Module):
    """Token numbers (batch, length) to logits (batch, events + 1): a number an event, then whether there is a deed.

    ``fine`` gives, in training only, logits for each mode of each event; it keeps events apart that share words. The
    vectors of words stay as they are, so that a word which the sentences lack keeps its place among those they have;
    only the marks get vectors of their own.
    """

    def __init__(self, base: Path, marks: Sequence[int], events: int, modes: int, dropout: float = 0.3) -> None:
        """``marks`` are the numbers of the four marks; the first opens the source, the third the target."""
        super().__init__()
        # Dropout within the body took half the time of training on a processor; hidden sides and averaged weights
        # keep it from learning by heart.
        still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
        self.body = BertModel.from_pretrained(base, attn_implementation="eager", add_pooling_layer=False, **still)
        words = self.body.get_input_embeddings().weight.requires_grad_(False)
        self.opening = (marks[0], marks[2])
        which = torch.zeros(len(words), dtype=torch.long)
        which[list(marks)] = torch.arange(1, len(marks) + 1)
        self.register_buffer("which", which)
        width = words.shape[1]
        self.marks = nn.Embedding(len(marks) + 1, width, padding_idx=0)
        nn.init.normal_(self.marks.weight[1:], std=0.02)
        self.layer = nn.Sequential(nn.Dropout(dropout), nn.Linear(4 * width, 2 * width), nn.GELU(), nn.Dropout(dropout))
        self.answers = nn.Linear(2 * width, events + 1)
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
        vectors = self.body.get_input_embeddings()(numbers) + self.marks(self.which[numbers])
        states = self.body(inputs_embeds=vectors, attention_mask=there).last_hidden_state
        places = [numbers == mark for mark in self.opening] + [there.bool()]
        return self.layer(torch.cat([states[:, 0], *(_mean(states, place) for place in places)], dim=-1))

    def groups(self, rate: float, head_rate: float) -> list[dict[str, object]]:
        """Parameters with their learning rates: the new layers learn faster than the body."""
        body = [p for p in self.body.parameters() if p.requires_grad]
        known = set(map(id, self.body.parameters()))
        new = [p for p in self.parameters() if id(p) not in known]
        return [{"params": body, "lr": rate}, {"params": new, "lr": head_rate}]


def _mean(states: Tensor, place: Tensor) -> Tensor:
    weight = place.to(states.dtype).unsqueeze(-1)
    return (states * weight).sum(1) / weight.sum(1).clamp(min=1)
