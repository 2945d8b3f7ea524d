"""Coming back with a receipt: what anyone who holds it may be told (domain.md 5)."""

from dataclasses import replace
from datetime import datetime

from telegram import Message

from domain.concern import Concern
from domain.disclosure import may_be_written_to
from domain.people import leads
from domain.questionnaire import Answer
from domain.receipt import meant_as_receipt, read
from handlers import forgetting
from handlers.after_sending import mine
from handlers.roster import spoken
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn
from storage.routes import Route

_WAITED = "its_turn"  # marks a code that has waited until it may be looked up


async def with_receipt(turn: Turn, message: Message) -> bool:
    """Answer a message that is a receipt, and return whether it was one.

    The holder is where the reporter was, from whatever account they write. A receipt nobody
    knows gets the same answer, after the same work, as one mistyped; but only the unknown one
    counts as a try, for a mistyped one cannot be guessed right.
    """
    text = (message.text or "").strip()
    # Both are looked at whatever the other says: the same work for every code (A22).
    code, meant = read(text), meant_as_receipt(text)
    if code is None and not meant:
        return False
    tries, me, typed = turn.house.tries, turn.person.chat_id, code or text
    waited = bool(message.api_kwargs.get(_WAITED))
    at = turn.now if waited else tries.take(me, typed, turn.now)
    if at is None:
        turn.reply(Screen(turn.voice("receipt-enough-tries")))
        return True
    tries.give_back(me, typed, really=code is None)
    if code is not None and at > turn.now:
        await _let_wait(turn, message, code, at)
        return True
    concern = await turn.store.concerns.by_receipt(text)
    if concern is None or code is None:
        turn.reply(Screen(turn.voice("receipt-unknown")))
        return True
    tries.give_back(me, typed)
    await _come_back(turn, concern)
    await mine.show(turn, concern)
    return True


async def _let_wait(turn: Turn, message: Message, code: str, at: datetime) -> None:
    """Put the code where it waits for its turn, beside everything else this person writes."""
    again = {
        "message_id": message.message_id,
        "date": int(message.date.timestamp()),
        "chat": {"id": message.chat_id, "type": "private"},
        "text": message.text,
        _WAITED: True,
    }
    number = turn.house.tries.number(message.chat_id, code, at)
    turn.write(turn.store.inbox.later(number, {"update_id": number, "message": again}, at))
    when = spoken.until(turn.voice, turn.house.service.times.zone, turn.now, at)
    turn.reply(Screen(turn.voice("receipt-waits", when=when)))
    if turn.house.tries.is_news(message.chat_id, code, turn.now):
        await tell_leads(turn)


async def tell_leads(turn: Turn) -> None:
    """Tell the leads that many codes are tried: nobody knows by whom."""
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice("many-codes-lead")))
    turn.note("many codes were tried")


async def _come_back(turn: Turn, concern: Concern) -> None:
    """Find the way to the holder again: whoever holds the receipt is the reporter."""
    route = await turn.store.routes.of(concern.id)
    if route is not None and route.chat_id != turn.person.chat_id:  # it must not know it any more
        turn.write(*await turn.store.outbox.loosen(route.chat_id, concern.id))
        await forgetting.leave_the_door(turn, concern.id)
    given = await turn.store.concerns.words(concern.id)
    chosen = given.get("language", Answer()).option or turn.house.service.language
    language = turn.person.language or chosen
    known = (each for each in turn.person.concerns if each != concern.id)
    person = replace(turn.person, language=language, expected=None)
    turn.keep(replace(person, concerns=(*known, concern.id)))
    may_write = may_be_written_to(concern.role, given)
    here = Route(turn.person.chat_id, language, may_write)
    turn.write(await turn.store.routes.reach(concern.id, here))
    turn.note("came back by receipt", concern.id)
