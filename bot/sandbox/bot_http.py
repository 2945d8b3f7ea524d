"""The Bot API's HTTP side: token, parameters, faults, answers, and the record of every call."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from secrets import compare_digest
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.sandbox.bot_api import BotApi
from bot.sandbox.chat import Json
from bot.sandbox.errors import BotApiError, ConnectionCutError
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.wire import read_params
from bot.sandbox.world import CUT, World


class CutConnection(Response):
    """Promises an answer and closes the connection without giving it."""

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send the head of an answer that never comes."""
        head = [(b"content-length", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": head})


@dataclass(frozen=True)
class Answer:
    """What a call comes to: the HTTP status and either the result or the refusal."""

    status: int
    result: Any

    @classmethod
    def refused(cls, error: BotApiError) -> "Answer":
        """Return the answer that carries a refusal."""
        body: Json = {"ok": False, "error_code": error.code, "description": error.description}
        if error.parameters:
            body["parameters"] = error.parameters
        return cls(error.code, body)

    def response(self) -> Response:
        """Return the answer as it goes over the wire."""
        if self.status == CUT:
            return CutConnection()
        body = {"ok": True, "result": self.result} if self.status == 200 else self.result
        return JSONResponse(body, self.status)


@dataclass(frozen=True)
class BotHttp:
    """Takes the bot's requests."""

    token: str
    world: World
    api: BotApi
    faults: Faults

    async def answer(self, request: Request) -> Response:
        """Answer one request, and remember it."""
        if self.faults.down:
            return CutConnection()
        spelled = request.path_params["method"]
        method = self.api.name_of(spelled)
        params: Json = {}
        fault: Fault | None = None
        try:
            params = await read_params(request)
            self._check_token(request)
            fault = self.faults.take(method or spelled, params)
            answer = Answer(200, await self._result(method, params, fault, request))
        except BotApiError as refusal:
            answer = Answer.refused(refusal)
        except (ConnectionCutError, ClientDisconnect):
            answer = Answer(CUT, None)
        self.world.record(
            method=method or spelled,
            params=params,
            status=answer.status,
            result=answer.result,
            fault=fault.kind if fault else None,
        )
        return await _delivered(answer, fault)

    def _check_token(self, request: Request) -> None:
        if not compare_digest(request.path_params["token"].encode(), self.token.encode()):
            raise BotApiError(401, "Unauthorized")

    async def _result(
        self, method: str | None, params: Json, fault: Fault | None, request: Request
    ) -> Any:
        if fault:
            fault.strike()
        call = self.api.call(method, params)
        return await (_unless_left(request, call) if method == "getUpdates" else call)


async def _delivered(answer: Answer, fault: Fault | None) -> Response:
    if fault and fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
    if fault and fault.kind == "cut_after":
        return CutConnection()
    return answer.response()


async def _unless_left(request: Request, call: Coroutine[Any, Any, Any]) -> Any:
    """Do a call that may wait, but give it up when the client closes the connection."""
    work, left = asyncio.create_task(call), asyncio.create_task(_leaving(request))
    try:
        await asyncio.wait({work, left}, return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            return work.result()
        raise ConnectionCutError
    finally:
        work.cancel()
        left.cancel()


async def _leaving(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
