"""A step with a concern: its reminders as it stands, and five minutes in which it can be undone."""

from dataclasses import replace

from domain.concern import Concern, State, is_open
from domain.deadlines import DEADLINE_RUNGS, UNTAKEN_RUNGS, Reminder, Rung
from domain.obligations import obligations
from domain.people import Role
from domain.undo import WINDOW, Undo, before, undone
from handlers.screen import Button, Screen
from handlers.turn import Turn


def remind(turn: Turn, concern: Concern) -> None:
    """Let exactly those of the team's reminders live that the concern needs as it stands."""
    service, reminders = turn.house.service, turn.store.reminders
    turn.write(reminders.cancel(concern.id, (*UNTAKEN_RUNGS, Rung.UNOWNED, *DEADLINE_RUNGS)))
    owed = obligations(concern, turn.now, service.ladder, service.times)
    turn.write(*reminders.schedule(concern.id, owed))


async def can_be_undone(turn: Turn, concern: Concern, step: str, screen: Screen) -> Screen:
    """Keep what was before the speaker's step; return the screen with the button to undo it.

    `concern` is as it was before; `step` is what the journal calls it.
    """
    if turn.member is None:
        return screen
    waiting = await turn.store.reminders.of(concern.id)
    planned = [each.due_at for each in waiting if each.rung is Rung.FOLLOW_UP]
    undo = Undo(
        concern=concern.id,
        step=step,
        before=before(concern),
        version=concern.version + 1,
        member=turn.member.id,
        expires_at=turn.now + WINDOW,
        follow_up=next(iter(planned), None),
    )
    turn.write(turn.store.undos.keep(undo))
    return _undoable(turn, undo, screen)


async def just_did(turn: Turn, concern: Concern) -> bool:
    """Whether the newest step with a concern is the speaker's, and can still be undone."""
    return await _just_done(turn, concern) is not None


async def still_undoable(turn: Turn, concern: Concern, screen: Screen) -> Screen:
    """Return the screen with the button to undo the speaker's newest step, while that can be."""
    undo = await _just_done(turn, concern)
    return _undoable(turn, undo, screen) if undo is not None else screen


async def read_on(turn: Turn, before: Concern, after: Concern) -> None:
    """Store that somebody reads a concern, which is no step: what could be undone still can be.

    It is written even when nothing changes: if somebody takes it just now, this turn runs again.
    """
    turn.write(turn.store.concerns.save(before, after))
    undo = await turn.store.undos.of(before.id)
    if undo is not None and undo.version == before.version:
        turn.write(turn.store.undos.keep(replace(undo, version=before.version + 1)))


async def _just_done(turn: Turn, concern: Concern) -> Undo | None:
    undo, member = await turn.store.undos.of(concern.id), turn.member
    can_be = member is not None and undone(concern, undo, member.id, turn.now) is not None
    return undo if can_be else None


def _undoable(turn: Turn, undo: Undo, screen: Screen) -> Screen:
    button = Button(turn.voice("button-undo"), f"undo/{undo.concern}/{undo.mark}")
    return replace(screen, rows=(*screen.rows, (button,)))


def tell_later(turn: Turn, before: Concern, after: Concern) -> None:
    """Let the reporter hear of the step once it can no longer be undone; never twice a promise.

    Whatever the step was, the moment is the same (domain.md 5).
    """
    rungs = []
    if is_open(before) and not is_open(after):
        rungs.append(Rung.TELL_REACTED)
    if after.state is State.CLOSED and after.role is Role.CITIZEN:
        rungs.append(Rung.TELL_ENDED)
    due_at = turn.now + WINDOW
    turn.write(*turn.store.reminders.schedule(after.id, [Reminder(r, due_at) for r in rungs]))
