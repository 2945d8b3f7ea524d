"""Serves the chat page and its files, from its own folder only."""

import mimetypes
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

FOLDER = Path(__file__).parent / "page"
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


def routes() -> list[Route]:
    """Return the paths of the page."""
    return [Route("/", _index), Route("/page/{path:path}", _file)]


async def _index(_request: Request) -> Response:
    return _served("index.html")


async def _file(request: Request) -> Response:
    return _served(request.path_params["path"])


def _served(name: str) -> Response:
    path = (FOLDER / name).resolve()
    if not path.is_relative_to(FOLDER.resolve()) or not path.is_file():
        return JSONResponse({"error": f"There is no file {name}."}, 404, HEADERS)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Response(path.read_bytes(), headers=HEADERS, media_type=kind)
