"""Writes the network as an ONNX file with 8-bit weights, its vocabulary, and what it needs to be used."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from network import Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from sentences import EVENTS, Example

from dragoman.events.relation_model import Encoder, RelationModel


def export(
    network: Network,
    encoder: Encoder,
    folder: Path,
    *,
    about: Mapping[str, object],
    held: Sequence[Example],
    figures: Mapping[str, object],
) -> None:
    """Writes model.onnx, vocabulary.txt and model.json to ``folder`` and figures.json beside this file."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        row = torch.tensor([encoder.encode(held[0].marked)] * 2)
        free = {"numbers": {0: "batch", 1: "length"}, "logits": {0: "batch"}}
        torch.onnx.export(
            network, (row,), whole, input_names=["numbers"], output_names=["logits"], dynamic_axes=free, dynamo=False,
            opset_version=17,
        )  # fmt: skip
        quant_pre_process(whole, ready, skip_symbolic_shape=True)
        # One range a column of a weight rather than one a matrix: costs nothing, follows the network closer.
        quantize_dynamic(ready, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    (folder / "vocabulary.txt").write_text("\n".join(encoder.words.number), encoding="utf-8")
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    told = {**figures, **_follows(network, RelationModel(folder), encoder, held)}
    Path(__file__).with_name("figures.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(told, indent=1))


@torch.no_grad()
def _follows(network: Network, shipped: RelationModel, encoder: Encoder, held: Sequence[Example]) -> dict[str, object]:
    """How often the shipped file gives the event that the network gives, and how right it is itself."""
    told = [shipped.opinion(e.marked).event for e in held]
    own = [EVENTS[int(network(torch.tensor([encoder.encode(e.marked)]))[0, :-1].argmax())] for e in held]
    deeds = [(a, e.kind) for a, e in zip(told, held, strict=True) if e.kind != "NONE"]
    return {
        "same event in 8 bits": round(sum(a == b for a, b in zip(told, own, strict=True)) / len(held), 4),
        "event accuracy in 8 bits": round(sum(a == b for a, b in deeds) / len(deeds), 4),
    }
