"""A person's phone from outside: what somebody does and sees in a sandbox, over HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp


class NotPossible(Exception):
    """The sandbox refused; its sentence says why."""


@dataclass(frozen=True)
class Document:
    """A file as opening it shows it."""

    name: str
    text: str


@dataclass(frozen=True)
class Seen:
    """One message as the phone shows it; a deleted one is not shown at all.

    `kind` is "text" or the attachment's kind; `files` are the ids of the files it holds.
    """

    message_id: int
    by_bot: bool
    text: str
    buttons: tuple[str, ...]
    data: tuple[str, ...]
    edited: bool
    silent: bool
    protected: bool
    kind: str
    files: tuple[str, ...]
    document: Document | None
    picture: str | None  # where it can be fetched


class RemotePhone:
    """One person's chat with the bot."""

    def __init__(self, session: aiohttp.ClientSession, url: str, person: int) -> None:
        self._session = session
        self._sandbox = url
        self._url = f"{url}/sandbox/people/{person}"
        self.person = person

    @classmethod
    async def of_new_person(
        cls, session: aiohttp.ClientSession, url: str, **person: str
    ) -> "RemotePhone":
        """Let somebody new exist in the sandbox at `url` and return their phone."""
        async with session.post(f"{url}/sandbox/people", json=person) as response:
            return cls(session, url, (await response.json())["id"])

    async def says(self, text: str, **more: Any) -> list[int]:
        """Send a text and return the ids of the messages it became."""
        return list((await self._post("messages", text=text, **more))["message_ids"])

    async def sends(self, kind: str, **more: Any) -> int:
        """Send something else than text: voice, photo, sticker, location …; return its id."""
        return int((await self._post("messages", kind=kind, **more))["message_ids"][-1])

    async def sends_album(self, photos: int, **more: Any) -> list[int]:
        """Send that many photos as one album, and return their ids."""
        return list((await self._post("messages", album=photos, **more))["message_ids"])

    async def moves(self, message_id: int, latitude: float, longitude: float) -> None:
        """Be somewhere else while a place is shared live."""
        place = {"latitude": latitude, "longitude": longitude, "live": True}
        await self._post("moves", message_id=message_id, **place)

    async def starts(self, payload: str) -> None:
        """Open the bot's deep link."""
        await self._post("start", payload=payload)

    async def taps(self, message_id: int, button: str) -> None:
        """Press the button with that label under a message."""
        await self._post("taps", message_id=message_id, button=button)

    async def forges(self, message_id: int, data: str) -> None:
        """Press a button that was never there."""
        await self._post("taps", message_id=message_id, data=data)

    async def edits(self, message_id: int, text: str) -> None:
        """Change one's own message."""
        await self._post("edits", message_id=message_id, text=text)

    async def blocks(self) -> None:
        """Block the bot."""
        await self._post("block")

    async def unblocks(self) -> None:
        """Let the bot in again."""
        await self._post("unblock")

    async def chat(self) -> Sequence[Seen]:
        """Return every message in the chat, oldest first."""
        async with self._session.get(f"{self._url}/chat") as response:
            return [_seen(each) for each in (await response.json())["messages"]]

    async def picture(self, message: Seen) -> bytes:
        """Return a picture in a message as the phone shows it; b"" when there is none."""
        if message.picture is None:
            return b""
        async with self._session.get(f"{self._sandbox}{message.picture}") as response:
            return await response.read()

    async def _post(self, what: str, **body: Any) -> dict[str, Any]:
        async with self._session.post(f"{self._url}/{what}", json=body) as response:
            answer: dict[str, Any] = await response.json()
            if response.status >= 400:
                raise NotPossible(answer.get("error", f"The sandbox answered {response.status}."))
            return answer


def _seen(message: dict[str, Any]) -> Seen:
    rows, document = message.get("buttons") or [], message.get("document")
    return Seen(
        message_id=message["message_id"],
        by_bot=message["from"] == "bot",
        text=message["text"],
        buttons=tuple(button["text"] for row in rows for button in row),
        data=tuple(button.get("data") or "" for row in rows for button in row),
        edited=message["edited"],
        silent=message["silent"],
        protected=message["protected"],
        kind=message["kind"],
        files=tuple(message["files"]),
        document=Document(**document) if document else None,
        picture=message["picture"],
    )
