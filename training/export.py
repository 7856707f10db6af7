"""Writes the network as an ONNX file with 8-bit weights, its tokenizer, and what it needs to be used."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from dragoman.events.relation_model import Encoder, RelationModel
from network import Network
from sentences import Example


def export(
    network: Network,
    words: Tokenizer,
    folder: Path,
    *,
    roots: Sequence[str],
    longest: int,
    temperatures: Mapping[str, float],
    held: Sequence[Example],
    figures: dict[str, object],
) -> None:
    """Writes model.onnx, tokenizer.json, model.json and figures.json; figures tell how well the 8 bits follow."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole, ready = Path(scratch) / "whole.onnx", Path(scratch) / "ready.onnx"
        row = torch.tensor([Encoder(words, longest).encode(held[0].marked)] * 2)
        free = {"numbers": {0: "batch", 1: "length"}, "logits": {0: "batch"}}
        torch.onnx.export(
            network, (row,), whole, input_names=["numbers"], output_names=["logits"], dynamic_axes=free, dynamo=False,
            opset_version=17,
        )  # fmt: skip
        quant_pre_process(whole, ready, skip_symbolic_shape=True)
        # One range a column of a weight rather than one a matrix: costs nothing, follows the network closer.
        quantize_dynamic(ready, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    (folder / "tokenizer.json").write_text(words.to_str(pretty=False), encoding="utf-8")
    about = {"roots": list(roots), "longest": longest, "temperatures": dict(temperatures)}
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    figures.update(_follows(network, RelationModel(folder), Encoder(words, longest), held, roots))
    (Path(__file__).with_name("figures.json")).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


@torch.no_grad()
def _follows(
    network: Network, shipped: RelationModel, encoder: Encoder, held: Sequence[Example], roots: Sequence[str]
) -> dict[str, object]:
    """How often the shipped file gives the root that the network gives, and how right it is itself."""
    told = [opinion.root for opinion in shipped.predict([e.marked for e in held])]
    own = [roots[int(network(torch.tensor([encoder.encode(e.marked)]))[0, :-2].argmax())] for e in held]
    deeds = [(a, e.kind) for a, e in zip(told, held, strict=True) if e.kind != "NONE"]
    return {
        "same root in 8 bits": round(sum(a == b for a, b in zip(told, own, strict=True)) / len(held), 4),
        "root accuracy in 8 bits": round(sum(a == b for a, b in deeds) / len(deeds), 4),
    }
