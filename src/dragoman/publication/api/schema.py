"""The description of the API (OpenAPI): what the routes say of themselves, made exact by the table of lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from fastapi import FastAPI

from dragoman.publication.api import ADDRESS
from dragoman.publication.api.answers import ANSWERS, FAULTY, Schema
from dragoman.publication.api.examples import EXAMPLES
from dragoman.publication.api.forms import FORMS
from dragoman.publication.api.resource import Kind, Resource
from dragoman.publication.api.resources import RESOURCES

_KINDS: dict[Kind, Schema] = {
    "text": {"type": ["string", "null"]},
    "list": {"type": "array", "items": {"type": "string"}},
    "whole": {"type": ["integer", "null"]},
    "real": {"type": ["number", "null"]},
}
_MEASURE: Schema = {"type": "object", "additionalProperties": {"type": ["string", "number", "null"]}}


def described(app: FastAPI) -> None:
    """Have the application describe itself so; the description is made once."""
    plain: Callable[[], Schema] = app.openapi

    def openapi() -> Schema:
        if app.openapi_schema is None:
            made = plain()
            for resource in RESOURCES:
                _list(made, resource)
            for path, operations in made["paths"].items():
                for method, operation in operations.items():
                    _operation(operation, f"{method} {path}")
            made["components"] = {"schemas": {"Problem": FAULTY}}
            made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
            made["security"] = [{}, {"token": []}]
            app.openapi_schema = made
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _list(made: Schema, resource: Resource) -> None:
    """Only the words that the list heeds, and its rows in all forms."""
    operation = made["paths"][f"{ADDRESS}/{resource.name}"]["get"]
    operation["parameters"] = [one for one in operation["parameters"] if one["name"] in resource.heeded]
    page = {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": _row(resource)},
            "next": {"type": ["string", "null"], "description": "The address of the page that follows."},
        },
    }
    content: Schema = {form.media: {"schema": {"type": "string", "format": "binary"}} for form in FORMS}
    content["text/csv"] = {"schema": {"type": "string"}}
    content["application/json"] = {"schema": page}
    operation["responses"] = {"200": _good("A page of the list.", content), "304": _good("As you have it.", {})}


def _row(resource: Resource) -> Schema:
    if resource.columns is None:
        return _MEASURE
    properties = {name: _KINDS[resource.kinds.get(name, "text")] for name in resource.columns}
    return {"type": "object", "required": list(properties), "properties": properties, "additionalProperties": False}


def _operation(operation: Schema, name: str) -> None:
    """What all have: how they fail, and examples."""
    operation.update(ANSWERS.get(name, {}))
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    operation["responses"] = {
        status: answer for status, answer in operation["responses"].items() if int(status) < 400
    } | {status: {"description": told, "content": problem} for status, told in _faults(name)}
    for parameter in operation.get("parameters", ()):
        _said_so(parameter, EXAMPLES)


def _faults(name: str) -> Iterator[tuple[str, str]]:
    yield "400", "It cannot be met: an unknown state, a date that is none, a word that is not heeded."
    yield "401", "A token is needed."
    yield "403", "The token may not do this, or another site sent it."
    yield "404", "There is no such thing."
    if name.startswith("get"):
        yield "406", "There is no such form, or a library for it is missing."
    else:
        yield "408", "It came too slowly."
        yield "413", "It is too long."
        yield "415", "It is of no type that can be read."
    yield "422", "A word has a value that it cannot have."
    yield "429", "Too many requests; `Retry-After` says when to ask again."
    yield "503", "Not now: others ask for too much, or it takes too long."


def _said_so(parameter: Schema, examples: dict[str, Any]) -> None:
    if parameter["name"] in examples:
        parameter["description"], parameter["example"] = examples[parameter["name"]]


def _good(told: str, content: Schema) -> Schema:
    headers = {name: {"schema": {"type": "string"}} for name in ("ETag", "Link") if content or name == "ETag"}
    return {"description": told, "headers": headers} | ({"content": content} if content else {})
