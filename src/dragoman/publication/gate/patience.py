"""That nobody holds a place for ever: neither by sending or taking slowly, nor by asking for too much."""

from __future__ import annotations

import asyncio

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.publication.api import ADDRESS
from dragoman.publication.faults import answer

LIVE = f"{ADDRESS}/live"  # lasts as long as somebody listens


class Patience:
    """``step`` is how long, in seconds, a piece of a request or of an answer may take to pass, ``whole`` how long the
    whole answer may."""

    def __init__(self, app: ASGIApp, step: float, whole: float) -> None:
        self.app = app
        self._step = step
        self._whole = whole

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, more = False, True

        async def receiving() -> Message:
            nonlocal more
            if not more:  # the body is there: what comes now is the end of the connection, whenever that is
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), self._step)
            except TimeoutError:
                told = f"Nothing more of the request came within {self._step:g} s. Send it again."
                raise HTTPException(408, told, {"connection": "close"}) from None
            more = message.get("more_body", False)
            return message

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await asyncio.wait_for(send(message), self._step)

        try:
            async with asyncio.timeout(None if scope["path"] == LIVE else self._whole):
                await self.app(scope, receiving, sending)
        except TimeoutError:
            if begun:  # too late to say anything: the connection is closed
                raise
            told = f"The answer takes longer than {self._whole:g} s. Ask for less: two states, a period, a source."
            await answer(Request(scope), 503, told, {"connection": "close"})(scope, receive, send)
