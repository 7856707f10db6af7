"""The API, assembled: its lists, its single things, what can be sent to it, and what it tells while it goes on."""

from __future__ import annotations

from fastapi import APIRouter

from dragoman.publication.api import ADDRESS, corrections, live, readings, things
from dragoman.publication.api.listing import endpoint
from dragoman.publication.api.resources import RESOURCES


def lists() -> APIRouter:
    router = APIRouter(prefix=ADDRESS)
    for resource in RESOURCES:
        router.add_api_route(
            f"/{resource.name}", endpoint(resource), methods=["GET"], name=resource.name, description=resource.about
        )
    return router


API = (lists(), things.router, readings.router, corrections.router, live.router)
