"""The server that carries the application: uvicorn, with the limits that only it can hold."""

from __future__ import annotations

import gc
import sys
from types import FrameType

import uvicorn
from fastapi import FastAPI

from dragoman.publication.desk import Desk

_CONNECTIONS = 200  # at once; more are told to come again
_GOODBYE = 3  # seconds that answers under way have, when the server ends
# Seconds after which a thread makes room for others. A page asks the record many small questions, and waits so long
# after each of them while another page is made: with Python's 5 ms an easy page took as long as the heaviest.
_TURN = 0.0005
_OBJECTS = 50_000  # made before the young ones are looked through: about as many as a page makes


class Server(uvicorn.Server):
    """Tells those who listen for what is new that it ends; else it would wait for them."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        desk: Desk = self.config.app.state.desk  # type: ignore[union-attr]
        desk.listeners.over = True
        super().handle_exit(sig, frame)


def run(app: FastAPI, host: str, port: int) -> None:
    """Serve until Ctrl-C."""
    sys.setswitchinterval(_TURN)
    gc.collect()
    gc.freeze()  # what is there before the first page stays; to go through it again and again took a third of a page
    gc.set_threshold(_OBJECTS, 20, 20)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        proxy_headers=False,  # the application heeds them itself, and only behind a proxy
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GOODBYE,
    )
    Server(config).run()
