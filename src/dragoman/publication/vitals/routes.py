"""Addresses for those who look after the server: whether it is well, and what it counts."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from dragoman.publication.desk import AtDesk

router = APIRouter()


@router.get("/health")
def health(desk: AtDesk) -> Response:
    """200 while the record can be reached; open to all, and tells nothing of what is in it."""
    desk.record.pulse()
    return JSONResponse({"status": "well", "version": version("dragoman")})


@router.get("/metrics")
def metrics(desk: AtDesk) -> Response:
    return Response(desk.metrics.text(), media_type=CONTENT_TYPE_LATEST)
