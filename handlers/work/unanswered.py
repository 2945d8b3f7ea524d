"""An offer that nobody has answered: its owner is reminded, and in the end everybody is asked."""

from domain.concern import Concern
from domain.handover import ANYONE, offer, unanswered_offer
from domain.people import Member, Status, everyone
from handlers.team import colleagues
from handlers.turn import Turn
from handlers.work import cards
from storage.staff import Colleague


async def remind(turn: Turn, concern: Concern) -> None:
    """Remind whoever offered a concern that nobody has answered, and that it is still theirs.

    An offer to anyone, or of somebody who leaves, comes again every working day to everybody.
    """
    staff = await colleagues.by_id(turn)
    owner = staff.get(concern.owner or "")
    if owner is None or concern.offered_to is None:
        return
    turn.note("offer unanswered", concern.id)
    if concern.offered_to == ANYONE or owner.member.status is Status.LEAVING:
        await _ask_everybody(turn, staff, concern, owner.member)
    voice = turn.house.phrases.voice(owner.member.language)
    turn.tell(owner, cards.nudge(voice, concern, "offer-unanswered"), concern.id)


async def _ask_everybody(
    turn: Turn, staff: dict[str, Colleague], concern: Concern, owner: Member
) -> None:
    """Bring the offer to everybody at work, and again when the next working day opens."""
    after = offer(concern, owner.id, ANYONE)
    turn.write(turn.store.concerns.save(concern, after))  # somebody accepts just now: runs again
    reminder = unanswered_offer(turn.now, turn.house.service.times)
    turn.write(*turn.store.reminders.schedule(concern.id, [reminder]))
    others = [each for each in colleagues.members(staff) if each.id != owner.id]
    told = [staff[each.id] for each in everyone(others)]
    await colleagues.redraw(turn, after, but=[each.member.id for each in told])
    await colleagues.bring_card(turn, after, told)
