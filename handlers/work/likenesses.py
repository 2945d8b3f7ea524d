"""Concerns that may be about the same person: named to whoever of the team reads one of them."""

from collections.abc import Iterable
from dataclasses import replace

from domain.concern import Concern, has_ended
from domain.likeness import Likeness, likeness, traces
from domain.people import Member, may_take_over
from handlers.phrases import Voice
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn
from storage.staff import Colleague

Alike = tuple[Concern, Likeness]

_COMPARED = 200  # of the newest concerns that have not ended
_NAMED = 3


async def alike(turn: Turn, concern: Concern) -> list[Alike]:
    """Return up to three concerns that may be about the same person, the likeliest first.

    Only the newest that have not ended are compared; a likeness has no score.
    """
    towns = (turn.house.service.municipality,)
    mine = traces(await turn.store.concerns.words(concern.id), towns)
    found = [
        (other, how)
        for other, given in await turn.store.concerns.recent(_COMPARED)
        if other.id != concern.id and (how := likeness(mine, traces(given, towns))) is not None
    ]
    found.sort(key=lambda each: each[1] is not Likeness.PLACE_AND_TIME)
    return found[:_NAMED]


def named(voice: Voice, found: Iterable[Alike]) -> str:
    """Return the nicknames of concerns that may be about the same person, and what is alike."""
    names = (voice(f"alike-{how}", nickname=other.nickname) for other, how in found)
    return voice("alike", names=", ".join(names))


async def with_hints(turn: Turn, concern: Concern, screen: Screen) -> Screen:
    """Return an opened concern's screen with those named that may be about the same person.

    Each has a button if the reader may open it.
    """
    found = [] if has_ended(concern) else await alike(turn, concern)
    if not found or turn.member is None:
        return screen
    staff = await colleagues.by_id(turn)
    rows = [
        (Button(f"{turn.voice('button-open')} {other.nickname}", f"show/{other.id}"),)
        for other, _ in found
        if _may_read(staff, other, turn.member)
    ]
    text = f"{screen.text}\n\n{named(turn.voice, found)}"
    return replace(screen, text=text, rows=(*screen.rows, *rows))


async def others(turn: Turn, concern: Concern) -> list[Concern]:
    """Return the other concerns that can be meant, the newest first."""
    recent = await turn.store.concerns.recent(_COMPARED)
    return [each for each, _ in recent if each.id != concern.id]


def _may_read(staff: dict[str, Colleague], concern: Concern, member: Member) -> bool:
    owner = staff.get(concern.owner or "")
    mine = concern.owner == member.id
    return mine or may_take_over(member, owner.member if owner else None)
