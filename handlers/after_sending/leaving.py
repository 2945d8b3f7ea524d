"""Leaving: say no, take a concern back, cut the trace to it, or have it erased."""

import os
from dataclasses import replace

from domain.concern import Concern, State, withdraw
from domain.deadlines import Rung
from domain.entry import Expected, Next
from domain.people import Role
from domain.receipt import issue
from domain.retention import ended
from handlers.after_sending import told
from handlers.raising import asking
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.work import news


async def ask_to_withdraw(turn: Turn, concern: Concern) -> None:
    """Ask once; from then on nobody asks why (S27, S28)."""
    key = "really-say-no" if concern.role is Role.CITIZEN else "really-withdraw"
    _ask(turn, concern, key, "stop_yes")


async def withdrawn(turn: Turn, concern: Concern) -> None:
    """End the concern in any state: every reminder stops, and the worker hears it."""
    citizen = concern.role is Role.CITIZEN
    if concern.state is not State.WITHDRAWN:
        turn.write(turn.store.concerns.save(concern, _withdrawn(turn, concern)))
        turn.write(turn.store.reminders.cancel(concern.id, Rung))
        turn.note("withdrawn", concern.id)
        await news.end(turn, concern, "ended-no" if citizen else "ended-withdrawn")
    turn.keep(replace(turn.person, expected=None))
    rows = (told.buttons(turn.voice, concern.id, ("erase", "show")),)
    turn.reply(Screen(turn.voice("said-no" if citizen else "taken-back"), rows))
    asking.show_again(turn)


async def ask_to_cut(turn: Turn, concern: Concern) -> None:
    """Say what cutting the trace means, and ask once."""
    _ask(turn, concern, "really-cut", "cut_yes")


async def cut(turn: Turn, concern: Concern) -> None:
    """Forget the way from the concern to its reporter; the receipt leads back to it."""
    turn.write(turn.store.routes.cut(concern.id))
    turn.note("trace cut", concern.id)
    await _let_go(turn, concern)
    asking.show_again(turn, turn.voice("trace-cut"))


async def ask_to_erase(turn: Turn, concern: Concern) -> None:
    """Say what erasing means, and ask once."""
    _ask(turn, concern, "really-erase", "erase_yes")


async def erase(turn: Turn, concern: Concern) -> None:
    """Destroy everything that was told; what is left is that there was a concern."""
    if concern.state is not State.WITHDRAWN:
        turn.write(turn.store.concerns.save(concern, _withdrawn(turn, concern)))
    turn.write(turn.store.reminders.cancel(concern.id, Rung))
    turn.write(turn.store.outbox.drop(concern.id))
    turn.write(*turn.store.concerns.forget(concern.id, issue(os.urandom(10))))
    turn.note("erased", concern.id)
    await news.end(turn, concern, "ended-erased")
    await _let_go(turn, concern)
    asking.show_again(turn, turn.voice("erased"))


def _ask(turn: Turn, concern: Concern, key: str, yes: str) -> None:
    decide = Expected(Next.DECIDE, concern.id, words=f"{yes}/show")
    turn.keep(replace(turn.person, expected=decide))
    rows = tuple((each,) for each in told.buttons(turn.voice, concern.id, (yes, "show")))
    turn.reply(Screen(turn.voice(key), rows))


def _withdrawn(turn: Turn, concern: Concern) -> Concern:
    return ended(withdraw(concern), turn.local_day)


async def _let_go(turn: Turn, concern: Concern) -> None:
    """Forget on the person's own side, too, which concern was theirs."""
    person, store = turn.person, turn.store
    turn.write(store.inbox.loosen(person.chat_id))
    turn.write(*await store.outbox.loosen(person.chat_id, concern.id))
    turn.keep(
        replace(
            person,
            expected=None,
            concerns=tuple(each for each in person.concerns if each != concern.id),
            wrote={each: at for each, at in person.wrote.items() if at != concern.id},
        )
    )
