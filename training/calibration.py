"""How right and how sure: temperatures that make the probabilities honest, and figures on the held-out sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from sentences import EVENTS, Example
from torch import Tensor
from torch.nn import functional

_GRID = [x / 20 for x in range(6, 61)]


def calibrate(logits: Tensor, examples: Sequence[Example]) -> tuple[dict[str, float], dict[str, object]]:
    """A temperature a head (what to divide its logits by) and the figures, for logits (examples, events + 1)."""
    deeds = torch.tensor([e.kind != "NONE" for e in examples])
    truth = torch.tensor([EVENTS.index(e.kind) for e in examples if e.kind != "NONE"])
    events, deed = logits[deeds, :-1], logits[:, -1]
    heat = {
        "event": min(_GRID, key=lambda t: functional.cross_entropy(events / t, truth).item()),
        "deed": min(_GRID, key=lambda t: functional.binary_cross_entropy_with_logits(deed / t, deeds.float()).item()),
    }
    sure, guess = (events / heat["event"]).softmax(-1).max(-1)
    raw = events.softmax(-1).max(-1).values
    said = (deed / heat["deed"]).sigmoid()
    errors = Counter((EVENTS[t], EVENTS[g]) for t, g in zip(truth.tolist(), guess.tolist(), strict=True) if t != g)
    return heat, {
        "held out": len(examples),
        "event accuracy": round((guess == truth).float().mean().item(), 4),
        "event macro-F1": round(_macro(guess.tolist(), truth.tolist()), 4),
        "event calibration error": round(_error(sure, guess == truth), 4),
        "event calibration error, raw": round(_error(raw, guess == truth), 4),
        "deed accuracy": round(((deed > 0) == deeds).float().mean().item(), 4),
        "deed calibration error": round(_error(torch.maximum(said, 1 - said), (deed > 0) == deeds), 4),
        "mistaken for": [f"{t} for {g}: {n}" for (t, g), n in errors.most_common(12)],
    }


def _macro(guess: list[int], truth: list[int]) -> float:
    scores = []
    for label in set(truth):
        hits = sum(g == t == label for g, t in zip(guess, truth, strict=True))
        scores.append(2 * hits / (guess.count(label) + truth.count(label)))
    return sum(scores) / len(scores)


def _error(sure: Tensor, right: Tensor, bins: int = 10) -> float:
    """Expected calibration error: how far, on the mean, the share of right answers lies from the confidence."""
    which = (sure * bins).long().clamp(max=bins - 1)
    gaps = [
        (which == b).float().mean() * (sure[which == b].mean() - right[which == b].float().mean()).abs()
        for b in range(bins)
        if (which == b).any()
    ]
    return float(sum(gaps))
