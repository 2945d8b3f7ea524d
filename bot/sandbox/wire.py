"""Reads the parameters of a Bot API call from any of the forms in which Telegram takes them."""

import json
from base64 import b64encode
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.errors import bad_request

Json = dict[str, Any]

WORDS = frozenset(
    {
        "action", "callback_query_id", "caption", "description", "language_code", "name",
        "parse_mode", "secret_token", "short_description", "text", "url",
    }
)  # fmt: skip


async def read_params(request: Request) -> Json:
    """Return the call's parameters, those of its query and of its body, decoded."""
    params: Json = dict(request.query_params) if request.url.query else {}
    if request.method == "POST":
        params |= _read_body(await request.body(), request.headers.get("content-type", ""))
    return {name: _decode(name, value) for name, value in params.items()}


def _read_body(body: bytes, kind: str) -> Json:
    if not body:
        return {}
    if kind.startswith("application/json"):
        return _read_json(body)
    if kind.startswith("multipart/form-data"):
        return _read_multipart(body, kind)
    return dict(parse_qsl(_text(body), keep_blank_values=True))


def _read_json(body: bytes) -> Json:
    try:
        params = json.loads(body)
    except ValueError:
        params = None
    if not isinstance(params, dict):
        raise bad_request("can't parse JSON object")
    return params


def _read_multipart(body: bytes, kind: str) -> Json:
    whole = BytesParser(policy=HTTP).parsebytes(
        b"content-type: " + kind.encode() + b"\r\n\r\n" + body
    )
    params: Json = {}
    for part in whole.walk():
        name, filename = part.get_param("name", header="content-disposition"), part.get_filename()
        data = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(data, bytes):
            params[name] = _upload(filename, data) if filename else _text(data)
    return params


def _upload(filename: str, data: bytes) -> Json:
    """Return an uploaded file; its bytes also as text, with marks in place of what is none."""
    text = data.decode("utf-8", "replace")
    whole = b64encode(data).decode()
    return {"file_name": filename, "size": len(data), "text": text, "base64": whole}


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as faulty:
        raise bad_request("strings must be encoded in UTF-8") from faulty


def _decode(name: str, value: Any) -> Any:
    if name in WORDS:
        return value if isinstance(value, str) or value is None else str(value)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
