"""What the people's side and the controls take in, and the sentence for whatever does not fit."""

from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from bot.sandbox.errors import PeopleApiError
from bot.sandbox.faults import Kind

Attachment = Literal[
    "voice", "video_note", "photo", "video", "audio", "document", "sticker", "location",
    "venue", "contact", "dice", "poll", "animation", "story", "unheard_of",
]  # fmt: skip


class Body(BaseModel):
    """What a request holds, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class NewPerson(Body):
    """Somebody who is about to exist."""

    name: str = Field(min_length=1)
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    note: str | None = None


class NewPlace(Body):
    """A point on the map, shared once or while it moves."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    live: bool = False


class NewMove(NewPlace):
    """Where a place shared live has moved to."""

    message_id: int


class NewMessage(Body):
    """A text, an attachment or an album; a place is for the kinds that have one."""

    text: str | None = None
    kind: Attachment | None = None
    album: int | None = Field(None, ge=2, le=10)
    place: NewPlace | None = None
    caption: str = ""
    whole: bool = False
    forwarded: bool = False
    reply_to: int | None = None


class NewStart(Body):
    """A link that opens the bot."""

    payload: str = ""


class NewTap(Body):
    """A press on a button, by its label or by its data."""

    message_id: int
    button: str | None = None
    data: str | None = None


class NewEdit(Body):
    """Other words for a message."""

    message_id: int
    text: str


class NewFault(Body):
    """A fault for the calls to come."""

    kind: Kind
    method: str = "*"
    times: int | None = Field(1, ge=1)
    retry_after: int | None = Field(3, ge=0)
    seconds: float = Field(0.2, ge=0)
    chat_id: int | None = None


class ClockStep(Body):
    """How far the clock is to move."""

    seconds: float = Field(ge=0)


Wanted = TypeVar("Wanted", bound=Body)


async def read(request: Request, shape: type[Wanted]) -> Wanted:
    """Return the request's body in the wanted shape, or say in a sentence what does not fit."""
    try:
        return shape.model_validate_json(await request.body() or b"{}")
    except ValidationError as faulty:
        first = faulty.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or "the body"
        raise PeopleApiError(400, f"Cannot use {place}: {first['msg']}.") from faulty
