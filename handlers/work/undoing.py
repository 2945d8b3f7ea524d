"""Undo: a member takes back their last step with a concern, within five minutes."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern
from domain.deadlines import Reminder, Rung
from domain.handover import ANYONE, keep, unanswered_offer
from domain.obligations import withheld
from domain.people import Status, takes_part
from domain.undo import Undo, undone
from handlers.screen import Screen, action, tapped_message
from handlers.team import access, colleagues, said
from handlers.turn import Context, Turn
from handlers.work import alerts, cards, steps
from storage.staff import Colleague


async def tapped(update: Update, context: Context) -> None:
    """Undo from a button: `undo/<concern>/<step>`; never a later step than the button's own."""
    turn, (_, concern_id, step) = context.turn, action(update)
    undo = await turn.store.undos.of(concern_id)
    if undo is not None and undo.member == turn.me.member.id and undo.mark != step:
        return turn.reply(Screen(turn.voice("undo-over")))
    return await take_back(turn, concern_id, tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Undo the speaker's last step, or the last with that nickname; False for anything else."""
    alone = turn.house.phrases.means(text, "button-undo")
    if not alone and said.words_behind(turn, text, "button-undo") is None:
        return False
    mine = await turn.store.undos.by(turn.member.id) if turn.member else []
    found = [await turn.store.concerns.get(each.concern) for each in mine]
    known = [each for each in found if each is not None]
    concern = said.which(turn, text, "button-undo", known[:1] if alone else known)
    if concern is None:
        turn.reply(Screen(turn.voice("undo-over")))
    else:
        await take_back(turn, concern.id)
    return True


async def take_back(turn: Turn, concern_id: str, at: int = 0) -> None:
    """Make the concern what it was before the speaker's step: columns, reminders, every card."""
    undo, concern = await turn.store.undos.of(concern_id), await turn.store.concerns.get(concern_id)
    if undo is None or concern is None or turn.colleague is None:
        return turn.reply(Screen(turn.voice("undo-over")))
    me = turn.colleague.member.id
    if undo.member != me:
        return access.refuse(turn, "undo-over", "undo", concern_id)
    staff = await colleagues.by_id(turn)
    after = undone(concern, undo, me, turn.now)
    former = staff.get(undo.before.owner or "")
    lost = former is not None and former.member.id != me and not takes_part(former.member)
    if after is None or lost:
        return turn.reply(Screen(turn.voice("undo-over")))
    if after.offered_to not in (None, ANYONE, *_active(staff)):
        after = keep(after)
    turn.write(turn.store.concerns.save(concern, after), turn.store.undos.forget(concern_id))
    _remind(turn, after, undo)
    turn.note(f"undone: {undo.step}", concern_id)
    await colleagues.redraw(turn, after, but=(me,))
    if former is not None and former.member.id != me:
        voice = turn.house.phrases.voice(former.member.language)
        turn.tell(former, cards.nudge(voice, after, "undone-yours"), concern_id)
    screen = await colleagues.card(turn, after, turn.colleague)
    head = turn.voice("undone", nickname=after.nickname)
    screen = replace(screen, text=f"{head}\n\n{screen.text}")
    return await alerts.show_on_card(turn, after, screen, at)


def _active(staff: dict[str, Colleague]) -> list[str]:
    return [id_ for id_, each in staff.items() if each.member.status is Status.ACTIVE]


def _remind(turn: Turn, concern: Concern, undo: Undo) -> None:
    """Bring back the reminders of before; what the reporter has not heard yet they never do."""
    steps.remind(turn, concern)
    stale = (*withheld(concern), Rung.FOLLOW_UP, Rung.OFFER)
    turn.write(turn.store.reminders.cancel(concern.id, stale))
    again = [Reminder(Rung.FOLLOW_UP, undo.follow_up)] if undo.follow_up else []
    if concern.offered_to is not None:
        again.append(unanswered_offer(turn.now, turn.house.service.times))
    turn.write(*turn.store.reminders.schedule(concern.id, again))
