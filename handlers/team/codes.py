"""One-time codes: where a municipality asks for them, no word of a concern is shown without one."""

from dataclasses import replace
from datetime import time

from telegram.ext import ApplicationHandlerStop

from domain.one_time import Lock, is_open, is_shut, tried
from domain.people import belongs, leads
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Context, Turn
from storage.one_time import CodeNeeded, address, new_secret, step_of
from storage.staff import Colleague


async def needed(_update: object, context: Context) -> None:
    """Ask for a code where a word of a concern was about to be shown or written without one.

    This is the one gate: whatever asked, nothing of what it collected follows.
    """
    if isinstance(context.error, CodeNeeded):
        context.turn.drop()
        ask(context.turn)
        raise ApplicationHandlerStop


def ask(turn: Turn) -> None:
    """Ask the speaker for a code; whoever has no secret yet is handed one."""
    colleague = turn.colleague
    if colleague is None:
        return
    turn.note("asked for a code")
    if colleague.lock is None:
        turn.colleague = with_secret(colleague)
        turn.write(turn.store.staff.save(turn.colleague))
        hand_out(turn)
    elif is_shut(colleague.lock, turn.now):
        _say_shut(turn, colleague.lock)
    else:
        turn.reply(Screen(turn.voice("one-time-needed")))


async def close_again(turn: Turn) -> None:
    """Empty the cards of every member whose code does not hold any more, once each."""
    for colleague in await turn.store.staff.all():
        lock, member = colleague.lock, colleague.member
        if lock is None or lock.open_until is None or is_open(lock, turn.now):
            continue
        closed = replace(colleague, lock=replace(lock, open_until=None))
        turn.write(turn.store.staff.save(closed))
        known = await turn.store.concerns.cards_of(member.id) if belongs(member) else []
        for concern, card in known:
            turn.redraw(colleague, await colleagues.card(turn, concern, colleague), card)


def with_secret(colleague: Colleague) -> Colleague:
    """Return the colleague with a new secret."""
    return replace(colleague, lock=Lock(new_secret()))


def hand_out(turn: Turn) -> None:
    """Show the speaker their secret, once: by an edit, so that it is in no push."""
    colleague = turn.colleague
    if colleague is None or colleague.lock is None:
        return
    secret = colleague.lock.secret
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    uri = address(secret, turn.house.service.name)
    turn.note("secret handed out")
    turn.reply(Screen(turn.voice("secret-coming")), card=_card(colleague))
    shown = Screen(turn.voice("secret", secret=groups, uri=uri))
    turn.redraw(colleague, shown, _card(colleague))


async def take(turn: Turn, text: str, message_id: int) -> bool:
    """Take six digits as a code while the chat is shut; False when they are none."""
    colleague, open_for = turn.colleague, turn.house.service.unlocks_for
    code = "".join(text.split())
    if not (len(code) == 6 and code.isascii() and code.isdecimal()):
        return False
    if colleague is None or open_for is None or is_open(colleague.lock, turn.now):
        return False
    turn.delete(message_id)
    if colleague.lock is None or is_shut(colleague.lock, turn.now):
        ask(turn)
        return True
    lock = tried(colleague.lock, step_of(colleague.lock.secret, code, turn.now), turn.now, open_for)
    turn.colleague = replace(colleague, lock=lock)
    turn.write(turn.store.staff.save(turn.colleague))
    if is_open(lock, turn.now):
        _opened(turn, colleague, colleague.lock)
    elif is_shut(lock, turn.now):
        await _too_many(turn, colleague, lock)
    else:
        turn.note("wrong code")
        turn.reply(Screen(turn.voice("one-time-wrong")))
    return True


def _opened(turn: Turn, colleague: Colleague, before: Lock) -> None:
    turn.note("opened by a code")
    if not before.proven:
        turn.redraw(colleague, Screen(turn.voice("secret-kept")), _card(colleague))
    turn.reply(Screen(turn.voice("one-time-right")))


async def _too_many(turn: Turn, colleague: Colleague, lock: Lock) -> None:
    turn.note("too many wrong codes")
    _say_shut(turn, lock)
    staff = await colleagues.by_id(turn)
    for lead in leads(each for each in colleagues.members(staff) if each.id != colleague.member.id):
        voice = turn.house.phrases.voice(lead.language)
        name = colleagues.name(staff, voice, colleague.member.id)
        text = voice("one-time-wrong-lead", name=name, time=_shut_until(turn, lock))
        turn.tell(staff[lead.id], Screen(text))


def _say_shut(turn: Turn, lock: Lock) -> None:
    turn.reply(Screen(turn.voice("one-time-shut", time=_shut_until(turn, lock))))


def _shut_until(turn: Turn, lock: Lock) -> time:
    """Return the time of day at which codes are looked at again."""
    return (lock.shut_until or turn.now).astimezone(turn.house.service.times.zone).time()


def _card(colleague: Colleague) -> str:
    return f"secret/{colleague.member.id}"
