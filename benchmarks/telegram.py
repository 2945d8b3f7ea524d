"""A Bot API server that costs almost nothing, so that what is measured is the bot behind it."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

Params = dict[str, str]
Saw = Callable[[str, Params, int], None]  # method, parameters, and the new message's id

_LONGEST = 100  # updates in one answer
_ME = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
_SENDS = frozenset({"sendMessage", "editMessageText", "editMessageReplyMarkup"})


class Telegram:
    """Queues updates, answers every call, and tells `saw` of each call as it arrives.

    `trip` is how many seconds a call and its answer need on the way together.
    """

    def __init__(self, saw: Saw, trip: float = 0.0) -> None:
        self.saw = saw
        self.half = trip / 2
        self.polled = asyncio.Event()
        self.port = 0
        self._updates: list[tuple[int, bytes]] = []
        self._next_update, self._next_message = 1, 1
        self._waiting: _Connection | None = None
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "Telegram":
        """Listen on a free port."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    @property
    def url(self) -> str:
        """The address that a bot is given."""
        return f"http://127.0.0.1:{self.port}"

    def message_id(self) -> int:
        """Return the number of the next message."""
        self._next_message += 1
        return self._next_message

    def update(self, content: dict[str, Any]) -> None:
        """Let something happen that the bot hears of."""
        number, self._next_update = self._next_update, self._next_update + 1
        told = json.dumps({"update_id": number, **content}, separators=(",", ":")).encode()
        self._updates.append((number, told))
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            # A moment later, so that what happens together is told together, as by Telegram.
            asyncio.get_running_loop().call_soon(waiting.answer, self._batch)

    def call(self, connection: "_Connection", method: str, params: Params) -> None:
        """Take a call that has arrived."""
        if method == "getUpdates":
            self._poll(connection, params)
            return
        message_id = 0
        if method in _SENDS:
            message_id = int(params.get("message_id") or 0) or self.message_id()
        self.saw(method, params, message_id)
        connection.answer(lambda: _result(method, params, message_id))

    def _poll(self, connection: "_Connection", params: Params) -> None:
        self.polled.set()
        offset = int(params.get("offset") or 0)
        if offset:
            self._updates = [each for each in self._updates if each[0] >= offset]
        if self._updates or not float(params.get("timeout") or 0):
            connection.answer(self._batch)
        else:
            self._waiting = connection

    def _batch(self) -> bytes:
        return b"[" + b",".join(told for _, told in self._updates[:_LONGEST]) + b"]"

    def lost(self, connection: "_Connection") -> None:
        """Forget a connection that was closed."""
        if self._waiting is connection:
            self._waiting = None


class _Connection(asyncio.Protocol):
    """One kept-alive HTTP/1.1 connection; calls on it come one after the other."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        """Do not answer any more."""
        self._transport = None
        self._telegram.lost(self)

    def data_received(self, data: bytes) -> None:
        """Take in a call, once all of it is there."""
        self._buffer += data
        head, found, rest = self._buffer.partition(b"\r\n\r\n")
        if not found:
            return
        fields = _fields(head)
        if b"chunked" in fields.get(b"transfer-encoding", b""):
            if not rest.endswith(b"0\r\n\r\n"):
                return
            body = _unchunked(rest)
        else:
            length = int(fields.get(b"content-length", b"0"))
            if len(rest) < length:
                return
            body = rest[:length]
        self._buffer = b""
        path = head.split(b" ", 2)[1].decode()
        query = path.partition("?")[2]
        params = _params(fields.get(b"content-type", b""), body) | dict(parse_qsl(query))
        method = path.partition("?")[0].rpartition("/")[2]
        self._later(lambda: self._telegram.call(self, method, params))

    def answer(self, result: Callable[[], bytes]) -> None:
        """Send a call's answer on its way."""
        body = b'{"ok":true,"result":' + result() + b"}"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        self._later(lambda: self._write(head % len(body) + body))

    def _write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)

    def _later(self, act: Callable[[], None]) -> None:
        half = self._telegram.half
        if half:
            asyncio.get_running_loop().call_later(half, act)
        else:
            act()


def _fields(head: bytes) -> dict[bytes, bytes]:
    lines = head.split(b"\r\n")[1:]
    return {
        name.lower(): value.strip() for name, _, value in (each.partition(b":") for each in lines)
    }


def _unchunked(data: bytes) -> bytes:
    body = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        body, data = body + data[: int(size, 16)], data[int(size, 16) + 2 :]
    return body


def _params(kind: bytes, body: bytes) -> Params:
    if b"json" in kind:
        return {name: str(value) for name, value in json.loads(body or b"{}").items()}
    if b"multipart" in kind:
        boundary = kind.partition(b"boundary=")[2].strip(b'"')
        return dict(_parts(body, boundary))
    return dict(parse_qsl(body.decode(), keep_blank_values=True))


def _parts(body: bytes, boundary: bytes) -> list[tuple[str, str]]:
    found = []
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        name = head.partition(b'name="')[2].partition(b'"')[0]
        found.append((name.decode(), value.removesuffix(b"\r\n").decode()))
    return found


def _result(method: str, params: Params, message_id: int) -> bytes:
    if method == "getMe":
        return json.dumps(_ME).encode()
    if method in _SENDS:
        chat = {"id": int(params.get("chat_id") or 0), "type": "private", "first_name": "B"}
        message: dict[str, Any] = {"message_id": message_id, "date": 1_700_000_000, "chat": chat}
        message["text"] = params.get("text", "")
        return json.dumps(message).encode()
    return b"true"
