"""From a request to a parcel: a report as JSON, or files and a pasted text as a form."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Annotated, TypeVar

from fastapi import HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.datastructures import FormData, UploadFile

from dragoman.errors import UsageError
from dragoman.publication.desk import Desk
from dragoman.publication.readings.parcel import Parcel, file_name
from dragoman.publication.readings.reading import Reading
from dragoman.publication.readings.readings import WAITING
from dragoman.texts.document import UNKNOWN, content_id
from dragoman.texts.files import LARGEST
from dragoman.texts.metadata import Metadata
from dragoman.texts.named_days import interval_of

MOST_FILES = 50
_FIELDS = 20
Checked = TypeVar("Checked", bound=BaseModel)
_Line = Annotated[str, StringConstraints(max_length=1000)]


class Known(BaseModel):
    """What is known of a report. It comes before what its text says of itself."""

    model_config = ConfigDict(extra="forbid")

    title: _Line | None = None
    outlet: _Line | None = None
    url: _Line | None = Field(
        None, pattern=r"^https?://[^\s\x00-\x20\x7f-\xa0]+$", description="Where it was published."
    )
    published: _Line | None = Field(None, pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="Day, month or year.")
    language: _Line | None = Field(None, description="ISO 639-1; only `en` is read.")

    def metadata(self) -> Metadata:
        day = interval_of(self.published) if self.published else UNKNOWN
        return Metadata(self.title, self.outlet, self.url, self.language, day)


class Report(Known):
    """A report to be read."""

    text: str = Field(min_length=1, max_length=LARGEST, description="The report, as it is.")
    name: _Line | None = Field(None, description="What tells it from others; else it is made from the text.")


async def begun(request: Request, desk: Desk) -> Reading:
    """The reading of what a request holds.

    :raises HTTPException: it may not be read here (403), nothing can be read of it (400, 415), too many wait (429).
    """
    if not desk.serving.writing:
        raise HTTPException(
            403, "This record is served to be read only: nothing can be added. Serve it without --read-only."
        )
    parcel = Parcel()
    try:
        await _fill(parcel, request, desk.serving.longest)
        reading = desk.readings.begin(parcel)
    except BaseException:  # also when the client goes away: what it sent so far is not left lying about
        parcel.throw_away()
        raise
    if reading is None:
        parcel.throw_away()
        raise HTTPException(429, f"{WAITING} readings wait already. Send it again later.", {"retry-after": "60"})
    return reading


async def _fill(parcel: Parcel, request: Request, longest: int) -> None:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        _put_report(parcel, checked(Report, await request.body()))
    elif media == "multipart/form-data":
        async with request.form(max_files=MOST_FILES, max_fields=_FIELDS, max_part_size=longest) as form:
            _put_form(parcel, form)
    else:
        raise HTTPException(
            415,
            f"{media or 'Nothing'!r} is no type of what can be read. Allowed: application/json, multipart/form-data.",
        )


def checked(model: type[Checked], sent: bytes | dict[str, str]) -> Checked:
    """What was sent, as JSON or as the fields of a form.

    :raises RequestValidationError: it is none; says which field is wrong.
    """
    try:
        return model.model_validate(sent) if isinstance(sent, dict) else model.model_validate_json(sent)
    except ValidationError as error:
        raise RequestValidationError([{**fault, "loc": ("body", *fault["loc"])} for fault in error.errors()]) from error


def _put_form(parcel: Parcel, form: FormData) -> None:
    """Files, or a text, with what is known of all of them. A field left empty counts as not said: so browsers send it.

    The day is that of files that tell none.
    """
    said = {name: value for name, value in form.items() if isinstance(value, str) and value.strip()}
    if "text" in said:
        said["text"] = said["text"].replace("\r\n", "\n")  # which is how browsers send all line ends
        _put_report(parcel, checked(Report, said))
    known = checked(Known, {name: value for name, value in said.items() if name not in ("text", "name")})
    parcel.published = known.metadata().published
    for file in form.getlist("file"):
        if isinstance(file, UploadFile) and file.filename:
            _put_file(parcel, file, replace(known.metadata(), published=UNKNOWN))
    if not parcel.files:
        raise UsageError("Nothing was sent to be read. Send a text, or one file or more, in the field `file`.")


def _put_file(parcel: Parcel, file: UploadFile, known: Metadata) -> None:
    try:
        file_name(file.filename or "")
    except UsageError as error:
        raise HTTPException(415, str(error)) from error
    parcel.put(file.filename or "", file.file, known)


def _put_report(parcel: Parcel, report: Report) -> None:
    name = report.name or content_id("t", report.text)
    named = name if name.lower().endswith(".txt") else f"{name}.txt"
    parcel.put(named, io.BytesIO(report.text.encode()), report.metadata())
