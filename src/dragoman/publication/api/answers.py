"""What the API answers with where it is no list, and what it takes, as JSON Schema."""

from __future__ import annotations

from typing import Any, get_args

from dragoman.publication.api.corrections import Correcting
from dragoman.publication.readings.parcel import SUFFIXES
from dragoman.publication.readings.reading import State, Told
from dragoman.publication.readings.received import MOST_FILES, Report
from dragoman.texts.files import LARGEST

Schema = dict[str, Any]


def _object(required: str, **properties: Schema) -> Schema:
    return {"type": "object", "required": required.split(), "properties": properties}


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


_TEXT: Schema = {"type": "string"}
_PERHAPS: Schema = {"type": ["string", "null"]}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_ANY: Schema = {"type": "object"}
_PLACE = _object("start end", start=_COUNT, end=_COUNT)
_EXPLAINED = _list(_object("field value", field=_TEXT, value=_TEXT))

FAULTY = _object("type title status detail", type=_TEXT, title=_TEXT, status=_COUNT, detail=_TEXT) | {
    "description": "RFC 9457. `detail` says what was found, what is allowed and what to do."
}
_TOLD = _object(
    " ".join(Told.__slots__),
    name=_TEXT, outcome={"enum": ["read", "unchanged", "skipped"]}, document=_PERHAPS, events=_COUNT, statements=_COUNT,
    reason=_PERHAPS, message=_PERHAPS,
)  # fmt: skip
_READING = _object(
    "id state files read unchanged skipped documents began ended message",
    id=_TEXT, state={"enum": list(get_args(State))}, files=_list(_TEXT), read=_COUNT, unchanged=_COUNT, skipped=_COUNT,
    documents=_list(_TOLD), began=_PERHAPS, ended=_PERHAPS, message=_PERHAPS,
)  # fmt: skip
_DOCUMENT = _object(
    "kind id path title outlet published language url text coder codebook actors events statements agreements figures "
    "skipped",
    kind={"const": "document"}, id=_TEXT, path=_TEXT, title=_PERHAPS, outlet=_PERHAPS, published=_ANY,
    language=_PERHAPS, url=_PERHAPS, text=_TEXT, coder=_TEXT, codebook=_TEXT, actors=_list(_ANY), events=_list(_ANY),
    statements=_list(_ANY), agreements=_list(_ANY), figures=_list(_ANY),
    skipped=_list(_object("start end reason", start=_COUNT, end=_COUNT, reason=_TEXT)),
)  # fmt: skip
_EVENT: Schema = {
    "oneOf": [
        _object(
            "id reports independent_reports tellings turns judgements",
            id={"type": "string", "pattern": "^x"}, reports=_COUNT, independent_reports=_COUNT, turns=_list(_ANY),
            judgements=_list(_ANY), tellings=_list(_object("id document_id explained", explained=_EXPLAINED)),
        ),
        _object(
            "id document document_id deed passages holds explained",
            id={"type": "string", "pattern": "^[^x]"}, document=_TEXT, document_id=_TEXT, deed=_PERHAPS,
            passages=_list(_PLACE), holds={"type": "boolean"}, explained=_EXPLAINED,
        ),
    ]
}  # fmt: skip
_CORRECTION = _object("number act events note user made", number=_COUNT, act=_TEXT, events=_list(_TEXT))
_LINE: Schema = {"type": "string", "maxLength": 1000}
_FORM: Schema = {
    "type": "object",
    "properties": {
        "file": _list({"type": "string", "format": "binary"}) | {"maxItems": MOST_FILES},
        "text": {"type": "string", "maxLength": LARGEST},
        **dict.fromkeys(("name", "title", "outlet", "language"), _LINE),
        "url": _LINE | {"pattern": r"^(https?://[^\s\x00-\x20\x7f-\xa0]+)?$"},
        "published": _LINE | {"pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"},
    },
    "additionalProperties": False,
    "description": f"Files whose names end in {', '.join(SUFFIXES)}, or a text; and what is known of them.",
}
_LOCATION = {"Location": {"description": "Where to ask how far it is.", "schema": _TEXT}}
_TAG = {"ETag": {"schema": _TEXT}}


def _given(schema: Schema) -> Schema:
    return {
        "200": {"description": "As asked.", "headers": _TAG, "content": _json(schema)},
        "304": {"description": "As you have it.", "headers": _TAG},
    }


def _body(model: Any, example: Schema, **more: Schema) -> Schema:
    content = {"application/json": {"schema": model.model_json_schema(), "example": example}, **more}
    return {"required": True, "content": content}


ANSWERS: dict[str, Schema] = {
    "get /api/v1/documents/{id}": {"responses": _given(_DOCUMENT)},
    "get /api/v1/events/{id}": {"responses": _given(_EVENT)},
    "get /api/v1/codebook/{name}": {"responses": _given(_object("version", version=_TEXT))},
    "get /api/v1/readings": {
        "responses": {"200": {"description": "As asked.", "content": _json(_object("items", items=_list(_READING)))}}
    },
    "get /api/v1/readings/{id}": {"responses": {"200": {"description": "As asked.", "content": _json(_READING)}}},
    "get /api/v1/live": {
        "responses": {"200": {"description": "Events.", "content": {"text/event-stream": {"schema": _TEXT}}}}
    },
    "post /api/v1/documents": {
        "requestBody": _body(
            Report,
            {"text": "On 3 March 2015 Sweden's foreign minister visited Helsinki.", "published": "2015-03-04"},
            **{"multipart/form-data": {"schema": _FORM}},
        ),
        "responses": {"202": {"description": "It will be read.", "headers": _LOCATION, "content": _json(_READING)}},
    },
    "post /api/v1/corrections": {
        "requestBody": _body(
            Correcting, {"act": "reject", "ids": ["x0123456789abcdef"], "note": "A quotation of 1955.", "user": "Ada"}
        ),
        "responses": {"201": {"description": "The correction, as it is kept.", "content": _json(_CORRECTION)}},
    },
}
