"""Libraries that not everybody needs: imported where they are used, with a word on how to get them."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Literal

from dragoman.errors import UsageError

Extra = Literal["exports", "frames", "brief"]


def library(name: str, *, what: str, extra: Extra = "exports") -> ModuleType:
    """The module of this name. ``what`` is what it is needed for, as the subject of a sentence: ``"Parquet"``.

    :raises UsageError: it is not installed; says how to install it.
    """
    try:
        return import_module(name)
    except ImportError as missing:
        package = name.partition(".")[0]
        raise UsageError(
            f"{what} needs the library {package}, which is not installed. Install it: pip install 'dragoman[{extra}]'"
        ) from missing
