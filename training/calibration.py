"""How right and how sure: temperatures that make the probabilities honest, and figures on the held-out sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from sentences import Example

_GRID = [x / 20 for x in range(6, 61)]


def calibrate(
    logits: Tensor, examples: Sequence[Example], roots: Sequence[str]
) -> tuple[dict[str, float], dict[str, object]]:
    """A temperature a head (what to divide its logits by) and the figures, for logits (examples, roots + 2)."""
    deeds = torch.tensor([e.kind != "NONE" for e in examples])
    done = torch.tensor([e.done for e in examples])
    truth = torch.tensor([roots.index(e.kind) for e in examples if e.kind != "NONE"])
    root = logits[deeds, :-2].float()
    heads = {"deed": (logits[:, -2].float(), deeds), "done": (logits[deeds, -1].float(), done[deeds])}
    heat = {"root": min(_GRID, key=lambda t: functional.cross_entropy(root / t, truth).item())}
    for name, (head, answer) in heads.items():
        heat[name] = min(_GRID, key=lambda t, h=head, a=answer: _binary(h / t, a))  # type: ignore[misc]
    sure, guess = (root / heat["root"]).softmax(-1).max(-1)
    figures: dict[str, object] = {
        "held out": len(examples),
        "root accuracy": round((guess == truth).float().mean().item(), 4),
        "root macro-F1": round(_macro(guess.tolist(), truth.tolist()), 4),
        "root calibration error": round(_error(sure, guess == truth), 4),
        "root calibration error, raw": round(_error(root.softmax(-1).max(-1).values, guess == truth), 4),
    }
    for name, (head, answer) in heads.items():
        figures[f"{name} accuracy"] = round(((head > 0) == answer).float().mean().item(), 4)
        said = (head / heat[name]).sigmoid()
        figures[f"{name} calibration error"] = round(_error(torch.maximum(said, 1 - said), (head > 0) == answer), 4)
    errors = Counter((roots[t], roots[g]) for t, g in zip(truth.tolist(), guess.tolist(), strict=True) if t != g)
    figures["mistaken for"] = [f"{t} for {g}: {n}" for (t, g), n in errors.most_common(12)]
    return heat, figures


def _binary(head: Tensor, answer: Tensor) -> float:
    return functional.binary_cross_entropy_with_logits(head, answer.float()).item()


def _macro(guess: Sequence[int], truth: Sequence[int]) -> float:
    scores = []
    for label in set(truth):
        hits = sum(g == t == label for g, t in zip(guess, truth, strict=True))
        scores.append(2 * hits / (guess.count(label) + truth.count(label)))  # type: ignore[attr-defined]
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
