"""The demo over HTTP, beside the sandbox's own paths: its bot, its faults, and what is stored."""

from typing import Literal

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.demo.show import Show, Telegram
from bot.sandbox.errors import PeopleApiError
from bot.sandbox.forms import Body, read


class BotOrder(Body):
    """What is done to the bot's process."""

    do: Literal["kill", "start"]


class TelegramOrder(Body):
    """How Telegram shall be."""

    state: Telegram


class Reset(Body):
    """How the next run begins."""

    on_duty: bool = True


class ClockOrder(Body):
    """Where the clock is moved."""

    to: Literal["next"]


class DemoApi:
    """Serves the page; each path stands once in `routes`."""

    def __init__(self, show: Show) -> None:
        self._show = show

    def routes(self) -> list[Route]:
        """Return every path of the demo."""
        return [
            Route("/demo", self.state, methods=["GET"]),
            Route("/demo/bot", self.bot, methods=["POST"]),
            Route("/demo/telegram", self.telegram, methods=["POST"]),
            Route("/demo/reset", self.reset, methods=["POST"]),
            Route("/demo/clock", self.clock, methods=["POST"]),
            Route("/demo/timeline", self.timeline, methods=["GET"]),
            Route("/demo/stored", self.stored, methods=["GET"]),
            Route("/demo/rows", self.rows, methods=["GET"]),
        ]

    async def state(self, _request: Request) -> Response:
        """Tell how everything is."""
        show, run = self._show, self._show.run
        await run.stored.look()
        return JSONResponse(
            {
                "language": show.facts.language,
                "profile": show.facts.profile,
                "run": show.number,
                "ready": run.is_ready,
                "bot": run.bot.state,
                "kills": show.kills,
                "telegram": show.telegram,
                "cast": run.cast.ids(),
                "counts": run.counts,
            }
        )

    async def bot(self, request: Request) -> Response:
        """Kill the bot's process, or start it."""
        order = await read(request, BotOrder)
        if not self._show.run.is_ready:
            raise PeopleApiError(409, "The team is still joining; wait a moment.")
        await (self._show.kill_bot() if order.do == "kill" else self._show.start_bot())
        return await self.state(request)

    async def telegram(self, request: Request) -> Response:
        """Let Telegram be well, down, slow or busy."""
        self._show.telegram_is((await read(request, TelegramOrder)).state)
        return await self.state(request)

    async def reset(self, request: Request) -> Response:
        """Begin anew."""
        await self._show.begin_anew(on_duty=(await read(request, Reset)).on_duty)
        return await self.state(request)

    async def clock(self, request: Request) -> Response:
        """Move the clock to the next moment at which something is due."""
        await read(request, ClockOrder)
        return JSONResponse({"now": (await self._show.move_to_next()).isoformat()})

    async def timeline(self, _request: Request) -> Response:
        """List what was due and what will be."""
        moments = self._show.run.timeline.moments()
        return JSONResponse({"moments": [each.as_json() for each in moments]})

    async def stored(self, request: Request) -> Response:
        """List the changes of what is stored after a number."""
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            raise PeopleApiError(400, "The parameter after must be a change's number.")
        return JSONResponse(self._show.run.stored.changes(int(after)))

    async def rows(self, _request: Request) -> Response:
        """List everything that is stored now."""
        return JSONResponse(self._show.run.stored.rows())
