"""Values as JSON and back: how frozen dataclasses are kept in the record."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_PLAIN = frozenset({str, int, float, bool, type(None)})


def pack(value: object) -> Any:
    """A value as plain lists and dicts.

    Fields that have their default value are left out: a field that is added to a noun later changes neither the
    bodies nor the ids of claims already kept.
    """
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [pack(item) for item in value]
    return {name: pack(field) for name, default in _fields(kind) if (field := getattr(value, name)) != default}


def unpack(kind: type[T], data: Any) -> T:
    """The value that ``pack`` was given."""
    known: Any = kind  # mypy takes a type[T] for unhashable
    return _builder(known)(data)  # type: ignore[no-any-return]


def dumps(data: object) -> str:
    """JSON in one spelling only, so that it can be hashed."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """Names and defaults of a dataclass's fields; a field without a default gets ``MISSING``, which equals nothing."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@functools.cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of this type from packed data. Worked out once a type: a listing builds 100,000 values."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        build = _builder(next(arg for arg in inner if arg is not types.NoneType))
        return _plain if build is _plain else lambda data: None if data is None else build(data)
    if origin is tuple:
        build = _builder(inner[0])
        return tuple if build is _plain else lambda data: tuple(map(build, data))
    if dataclasses.is_dataclass(kind):
        return _of_fields(kind, {name: _builder(hint) for name, hint in get_type_hints(kind).items()})
    return _plain


def _of_fields(kind: Any, builders: Mapping[str, Callable[[Any], Any]]) -> Callable[[Any], Any]:
    """Most fields are plain: only the others are gone through, which takes half the time."""
    made = [(name, build) for name, build in builders.items() if build is not _plain]
    return lambda data: kind(**data | {name: build(data[name]) for name, build in made if name in data})


def _plain(data: Any) -> Any:
    return data
