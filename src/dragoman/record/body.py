"""Values as JSON and back: how frozen dataclasses are kept in the record."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def pack(value: object) -> Any:
    """A value as plain lists and dicts.

    Fields that have their default value are left out: a field that is added to a noun later changes neither the
    bodies nor the ids of claims already kept.
    """
    if isinstance(value, tuple):
        return [pack(item) for item in value]
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    return {name: pack(field) for name, default in _fields(type(value)) if (field := getattr(value, name)) != default}


def unpack(kind: type[T], data: Any) -> T:
    """The value that ``pack`` was given."""
    return _build(kind, data)  # type: ignore[no-any-return]


def dumps(data: object) -> str:
    """JSON in one spelling only, so that it can be hashed."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Names and defaults of a dataclass's fields; a field without a default gets ``MISSING``, which equals nothing."""
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _build(next(arg for arg in inner if arg is not type(None)), data)
    if origin is tuple:
        return tuple(_build(inner[0], item) for item in data)
    if dataclasses.is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        return kind(**{name: _build(hints[name], field) for name, field in data.items()})  # type: ignore[operator]
    return data
