"""What a worker sees of their own concern, moment by moment, for the preview."""

from collections.abc import Mapping
from dataclasses import replace

from bot.preview.album import Act, Album, Person
from bot.preview.crew import Team
from domain.concern import Concern, Reaction, State
from domain.entry import Entry, EntryKind, Expected, Next
from domain.field_work import Bridge, Spot
from domain.likeness import Likeness
from domain.people import Role
from domain.snooze import Later
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.work import (
    attempts,
    bridging,
    cards,
    follow_up,
    likenesses,
    linking,
    notes,
    offers,
    snoozing,
    writing,
)

_ALL = (1 << len(Bridge)) - 1


async def chapters(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    """Show what the owner of a concern does with it; the relative's is taken by the worker."""
    worker, concern = crew.worker_at, sent[Role.RELATIVE]
    mine = replace(concern, owner=crew.worker.member.id, state=State.REACTED)
    album.begin("The team: one's own concern")
    await _tries(album, worker, mine)
    await _plans(album, worker, mine)
    await _ends(album, worker, mine, sent[Role.PARTNER])
    await _notes(album, worker, mine)
    free = replace(mine, owner=None)
    await album.show(worker, "Answered before it is taken", _refuses(free))


async def _tries(album: Album, worker: Person, mine: Concern) -> None:
    """Show an attempt to meet, from the reaction to what is noted."""
    await album.show(worker, "Been out: did you meet?", _has_been_out(mine))
    await album.show(worker, "Where was it?", lambda turn: attempts.where(turn, mine, "yes"))
    await album.show(
        worker, "An attempt is noted", lambda turn: attempts.log(turn, mine, "no", Spot.HOME)
    )


async def _plans(album: Album, worker: Person, mine: Concern) -> None:
    """Show the day of a follow-up, and being reminded later."""
    await album.show(worker, "Follow up: which day", lambda turn: follow_up.ask(turn, mine.id))
    for title, words in (("no day", "?"), ("a day gone by", "2020-01-01")):
        asked = _expecting(worker, Expected(Next.DAY, mine.id))
        await album.show(asked, f"Follow up: {title}", _types_day(words))
    await album.show(worker, "Reminded later: when", lambda turn: snoozing.ask(turn, mine))
    await album.show(
        worker, "Reminded later: set", lambda turn: snoozing.put_off(turn, mine, Later.TOMORROW)
    )
    await album.show(worker, "Reminder: as you asked", _nudged(mine))


async def _ends(album: Album, worker: Person, mine: Concern, other: Concern) -> None:
    """Show what a bridge and a concern about the same person ask before they end anything."""
    for title, act in (
        ("A bridge: did they say yes?", lambda turn: bridging.ask(turn, mine)),
        ("A bridge: not yet", lambda turn: bridging.not_yet(turn, mine)),
        ("A bridge: to whom", lambda turn: bridging.choose(turn, mine, 0)),
        ("A bridge: everybody", lambda turn: bridging.choose(turn, mine, _ALL)),
        ("The same person: which", lambda turn: linking.ask(turn, mine)),
    ):
        await album.show(worker, title, act)
    for how in Likeness:
        await album.show(worker, f"Perhaps the same person: {how}", _hints(other, how))


async def _notes(album: Album, worker: Person, mine: Concern) -> None:
    """Show a note, and everything a worker notes as it stands among the entries."""
    asked = _expecting(worker, Expected(Next.NOTE, mine.id))
    await album.show(worker, "A note", lambda turn: notes.begin(turn, mine))
    for title, words in (("kept", "Bo"), ("a CPR number", "010203-1234"), ("too long", "x" * 1001)):
        await album.show(asked, f"A note: {title}", _types_note(words))
    await album.show(asked, "A note: dropped", lambda turn: notes.drop(turn))
    await album.show(worker, "What was noted", _lists(mine))


def _has_been_out(mine: Concern) -> Act:
    def act(turn: Turn) -> None:
        reacted = cards.reacted(turn.voice, mine, Reaction.VISIT)
        turn.reply(offers.asking_if_met(turn.voice, mine, reacted))

    return act


def _nudged(mine: Concern) -> Act:
    def act(turn: Turn) -> None:
        nudge = cards.nudge(turn.voice, mine, "nudge-snoozed")
        turn.reply(offers.remindable(turn.voice, mine, nudge))

    return act


def _lists(mine: Concern) -> Act:
    def act(turn: Turn) -> None:
        noted = (
            *((EntryKind.MET, each) for each in Spot),
            (EntryKind.NOT_MET, Spot.HOME),
            *((EntryKind.BRIDGED, each) for each in Bridge),
            (EntryKind.LINKED, mine.nickname),
            (EntryKind.NOTE, "Bo"),
        )
        entries = [Entry(kind, words, turn.local_day) for kind, words in noted]
        turn.reply(Screen("\n".join(cards.entry_line(turn.voice, each) for each in entries)))

    return act


def _hints(other: Concern, how: Likeness) -> Act:
    return lambda turn: turn.reply(Screen(likenesses.named(turn.voice, [(other, how)])))


def _refuses(free: Concern) -> Act:
    return lambda turn: writing.not_theirs(turn, free)


def _types_day(words: str) -> Act:
    async def act(turn: Turn) -> None:
        if not await follow_up.take(turn, words):
            await follow_up.not_a_day(turn, words)

    return act


def _types_note(words: str) -> Act:
    return lambda turn: notes.take(turn, words)


def _expecting(person: Person, expected: Expected) -> Person:
    return replace(person, door=replace(person.door, expected=expected))
