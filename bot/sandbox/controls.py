"""The sandbox's controls over HTTP: the clock, faults, the record of calls, and all news."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.sandbox.errors import ConnectionCutError, PeopleApiError
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.forms import ClockStep, NewFault, read
from bot.sandbox.world import World


class Controls:
    """Serves whoever runs the sandbox; each path stands once in `routes`."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults

    def routes(self) -> list[Route]:
        """Return every path of the controls."""
        return [
            Route("/sandbox/pending", self.pending, methods=["GET"]),
            Route("/sandbox/clock", self.clock, methods=["GET"]),
            Route("/sandbox/clock", self.move_clock, methods=["POST"]),
            Route("/sandbox/calls", self.calls, methods=["GET"]),
            Route("/sandbox/faults", self.add_fault, methods=["POST"]),
            Route("/sandbox/faults", self.clear_faults, methods=["DELETE"]),
            Route("/sandbox/events", self.events, methods=["GET"]),
        ]

    async def pending(self, _request: Request) -> Response:
        """Tell how many updates the bot has not confirmed."""
        return JSONResponse({"updates": self._world.pending()})

    async def clock(self, _request: Request) -> Response:
        """Tell the time."""
        return JSONResponse({"now": self._world.now().isoformat()})

    async def move_clock(self, request: Request) -> Response:
        """Move the clock forward."""
        step = await read(request, ClockStep)
        if not self._world.move_clock(timedelta(seconds=step.seconds)):
            raise PeopleApiError(409, "This sandbox runs on a clock that cannot be moved.")
        return await self.clock(request)

    async def calls(self, request: Request) -> Response:
        """List the Bot API calls after a number."""
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            raise PeopleApiError(400, "The parameter after must be a call's number.")
        calls = self._world.calls[int(after) :]
        listed = [vars(call) | {"time": call.time.isoformat()} for call in calls]
        return JSONResponse({"calls": listed})

    async def add_fault(self, request: Request) -> Response:
        """Let something go wrong."""
        fault = Fault(**(await read(request, NewFault)).model_dump())
        if fault.kind == "duplicate":
            self._world.updates.repeat(fault.times or 1)
        else:
            self._faults.add(fault)
        if fault.kind == "down":
            self._world.updates.interrupt(ConnectionCutError())
        return JSONResponse({})

    async def clear_faults(self, _request: Request) -> Response:
        """Let everything work again."""
        self._faults.clear()
        self._world.updates.repeat(0)
        return JSONResponse({})

    async def events(self, _request: Request) -> Response:
        """Send one small event for every change, until the client or the sandbox closes."""
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        with self._world.changes.watch() as watcher:
            yield ": watching\n\n"
            while (event := await watcher.get()) is not None:
                yield f"data: {json.dumps(event)}\n\n"
