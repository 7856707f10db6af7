"""The vectors that spaCy's parser has for words by themselves, each worked out once in a process.

Tables of norm, prefix, suffix and shape and a layer over them make a vector of each word before its neighbours are
looked at: a sixth of the tagger's and parser's work, and the same each time the word comes. After twenty reports three
words of four have come before, after forty nine of ten.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.pipeline import Tok2Vec
    from thinc.api import Model
    from thinc.types import Floats1d, Ragged

    Layer = Model[Ragged, Ragged]

_MOST = 30_000  # words kept, about 20 MB; then all are forgotten


def remember(pipe: Tok2Vec) -> None:
    """Let the first part of the pipe's model (spaCy's ``MultiHashEmbed``) keep what it works out.

    A pipe that is built otherwise, such as one with a table of vectors beside, is left as it is.
    """
    from thinc.api import Model, chain

    embed = pipe.model.get_ref("embed") if pipe.model.has_ref("embed") else pipe.model
    match [layer.name for layer in embed.layers]:
        case ["extract_features", "list2ragged", _, _, "ragged2list"]:
            words: Layer = chain(embed.layers[2], embed.layers[3])
            embed.layers[2:4] = [Model("remembered", _forward, layers=[words], attrs={"known": {}})]


def _forward(model: Layer, given: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    """A vector a row of ``given``, whose columns are the numbers of norm, prefix, suffix …"""
    from thinc.types import Ragged

    ops, rows = model.ops, given.data
    known: dict[bytes, Floats1d] = model.attrs["known"]
    if len(known) > _MOST:
        model.attrs["known"] = known = {}  # not cleared: another thread may be reading the one there was
    keys = [row.tobytes() for row in rows]
    new = {key: i for i, key in enumerate(keys) if key not in known}
    if new:
        once = rows[list(new.values())]
        vectors = model.layers[0].predict(Ragged(once, ops.asarray1i([len(once)])))
        known.update(zip(new, vectors.data, strict=True))
    return Ragged(ops.xp.stack([known[key] for key in keys]), given.lengths), _no_training


def _no_training(_: Ragged) -> Ragged:
    raise NotImplementedError("A pipeline that remembers its word vectors cannot be trained: load it anew.")
