"""The people's side over HTTP: what persons do in the chat and what their phones show."""

from base64 import b64decode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox import screen
from bot.sandbox.chat import Message
from bot.sandbox.content import Place
from bot.sandbox.errors import PeopleApiError
from bot.sandbox.forms import (
    NewEdit,
    NewMessage,
    NewMove,
    NewPerson,
    NewPlace,
    NewStart,
    NewTap,
    read,
)
from bot.sandbox.phone import Circumstances, Phone
from bot.sandbox.world import World


class PeopleApi:
    """Serves tests and the page; each path stands once in `routes`."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Return every path of the people's side."""
        one = "/sandbox/people/{id:int}"
        return [
            Route("/sandbox/people", self.people, methods=["GET"]),
            Route("/sandbox/people", self.add_person, methods=["POST"]),
            Route(f"{one}/messages", self.send, methods=["POST"]),
            Route(f"{one}/messages/{{message:int}}", self.delete, methods=["DELETE"]),
            Route(f"{one}/start", self.start, methods=["POST"]),
            Route(f"{one}/taps", self.tap, methods=["POST"]),
            Route(f"{one}/edits", self.edit, methods=["POST"]),
            Route(f"{one}/moves", self.move, methods=["POST"]),
            Route(f"{one}/block", self.block, methods=["POST"]),
            Route(f"{one}/unblock", self.unblock, methods=["POST"]),
            Route(f"{one}/chat", self.chat, methods=["GET"]),
            Route(f"{one}/pictures/{{message:int}}", self.picture, methods=["GET"]),
        ]

    async def people(self, _request: Request) -> Response:
        """List everybody."""
        people = [screen.person_as_json(chat.person) for chat in self._world.chats.values()]
        return JSONResponse({"people": people})

    async def add_person(self, request: Request) -> Response:
        """Let somebody exist."""
        new = await read(request, NewPerson)
        return JSONResponse(screen.person_as_json(self._world.add_person(**new.model_dump())))

    async def send(self, request: Request) -> Response:
        """Let a person send something."""
        phone, new = self._phone(request), await read(request, NewMessage)
        how = Circumstances(new.forwarded, new.reply_to)
        if new.album:
            sent = phone.send_album(new.album, new.caption, how)
        elif new.kind:
            sent = phone.attach(new.kind, new.caption, how, _place(new.place))
        elif new.text is not None:
            sent = phone.say(new.text, new.whole, how)
        else:
            raise PeopleApiError(400, "A message needs a text, a kind or an album.")
        return _numbers(sent)

    async def start(self, request: Request) -> Response:
        """Let a person open the bot's link."""
        phone, new = self._phone(request), await read(request, NewStart)
        return _numbers(phone.start(new.payload))

    async def tap(self, request: Request) -> Response:
        """Let a person press a button."""
        phone, new = self._phone(request), await read(request, NewTap)
        if new.data is not None:
            tap_id = phone.tap_data(new.message_id, new.data)
        elif new.button is not None:
            tap_id = phone.tap_label(new.message_id, new.button)
        else:
            raise PeopleApiError(400, "A tap needs a button's label or its data.")
        return JSONResponse({"callback_query_id": tap_id})

    async def edit(self, request: Request) -> Response:
        """Let a person change a message."""
        phone, new = self._phone(request), await read(request, NewEdit)
        phone.edit(new.message_id, new.text)
        return JSONResponse({})

    async def move(self, request: Request) -> Response:
        """Let a person move, who shares their place live."""
        phone, new = self._phone(request), await read(request, NewMove)
        phone.move(new.message_id, Place(new.latitude, new.longitude, new.live))
        return JSONResponse({})

    async def delete(self, request: Request) -> Response:
        """Let a person delete a message."""
        self._phone(request).delete(request.path_params["message"])
        return JSONResponse({})

    async def block(self, request: Request) -> Response:
        """Let a person block the bot."""
        self._phone(request).block()
        return JSONResponse({})

    async def unblock(self, request: Request) -> Response:
        """Let a person unblock the bot."""
        self._phone(request).unblock()
        return JSONResponse({})

    async def chat(self, request: Request) -> Response:
        """Show what a person's phone shows."""
        return JSONResponse(screen.of(self._world, self._phone(request).chat))

    async def picture(self, request: Request) -> Response:
        """Show a picture that the bot uploaded."""
        message = self._phone(request).chat.find(request.path_params["message"])
        if message is None or message.kind != "photo" or message.upload is None:
            raise PeopleApiError(404, "There is no picture in that message.")
        return Response(b64decode(message.upload), media_type="image/png")

    def _phone(self, request: Request) -> Phone:
        number = request.path_params["id"]
        if number not in self._world.chats:
            raise PeopleApiError(404, f"There is no person {number}.")
        return Phone(self._world, self._world.chat(number))


def _place(new: NewPlace | None) -> Place | None:
    return Place(new.latitude, new.longitude, new.live) if new else None


def _numbers(sent: list[Message]) -> Response:
    return JSONResponse({"message_ids": [message.id for message in sent]})
