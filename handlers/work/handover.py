"""A concern changes hands: passed on once a colleague accepts it, or put back on the list."""

from telegram import Update

from domain.concern import Concern, by_nickname, has_ended
from domain.deadlines import Rung
from domain.handover import ANYONE, keep, may_answer, offer, release, unanswered_offer
from domain.people import everyone, first_to_alert
from handlers.screen import Screen, action, tapped_message
from handlers.team import access, colleagues, parting, said
from handlers.turn import Context, Turn
from handlers.work import alerts, cards, standing, steps
from storage.staff import Colleague


async def pass_tapped(update: Update, context: Context) -> None:
    """Pass on from a button: `pass/<concern>/<ask, keep, anyone or a member's number>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if has_ended(concern):
        return await alerts.show_as_it_stands(turn, concern, tapped_message(update))
    if what == "keep":
        return await keep_it(turn, concern, tapped_message(update))
    numbers = {str(each.member.number): each for each in await _able(turn)}
    return await _pass_to(turn, concern, what, numbers.get(what), tapped_message(update))


async def answer_tapped(update: Update, context: Context) -> None:
    """Accept or decline from a button: `offer/<concern>/<yes or no>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or what not in ("yes", "no"):
        return access.outdated(turn)
    return await answer(turn, concern, accepts=what == "yes", at=tapped_message(update))


async def release_tapped(update: Update, context: Context) -> None:
    """Put a concern back from a button: `release/<concern>`; a second tap changes nothing."""
    turn, (_, concern_id) = context.turn, action(update)
    concern, at = await turn.store.concerns.get(concern_id), tapped_message(update)
    if concern is None:
        return access.refuse(turn, "no-such-concern", "release", concern_id)
    mine = concern.owner == turn.me.member.id
    if mine and not has_ended(concern):
        return await put_back(turn, concern, at)
    if mine or await steps.just_did(turn, concern):
        return await alerts.show_as_it_stands(turn, concern, at)
    return access.refuse(turn, "no-such-concern", "release", concern_id)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about passing on; False when it was something else."""
    mine = await parting.owned(turn, turn.member) if turn.member else []
    if (concern := said.which(turn, text, "button-release", mine)) is not None:
        await put_back(turn, concern)
    elif (concern := said.which(turn, text, "button-keep", mine)) is not None:
        await keep_it(turn, concern)
    else:
        return await _passed(turn, text, mine) or await _answered(turn, text)
    return True


async def put_back(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Release the speaker's concern: whoever is on duty hears of it, the search begins anew."""
    me = turn.me.member
    after = release(concern, me.id)
    turn.write(turn.store.concerns.save(concern, after))
    turn.note("released", concern.id)
    steps.remind(turn, after)
    staff = await colleagues.by_id(turn)
    others = [each for each in colleagues.members(staff) if each.id != me.id]
    told = [staff[each.id] for each in first_to_alert(others, acute=after.acute)]
    await _redraw_and_bring(turn, after, told)
    screen = cards.nudge(turn.voice, after, "released-by-you")
    screen = await steps.can_be_undone(turn, concern, "released", screen)
    await alerts.show_on_card(turn, after, screen, at)
    await parting.when_done(turn, me.id, after)


async def offer_to(turn: Turn, concern: Concern, to: str) -> Concern:
    """Offer the speaker's concern to a member's id or ANYONE; return what it became."""
    after = offer(concern, turn.me.member.id, to)
    turn.write(turn.store.concerns.save(concern, after))
    turn.write(turn.store.reminders.cancel(concern.id, (Rung.OFFER,)))
    reminder = unanswered_offer(turn.now, turn.house.service.times)
    turn.write(*turn.store.reminders.schedule(concern.id, [reminder]))
    turn.note("offered", concern.id)
    told = [each for each in await _able(turn) if to in (ANYONE, each.member.id)]
    await _redraw_and_bring(turn, after, told)
    return after


async def keep_it(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Take the speaker's offer back."""
    after = keep(concern)
    if after != concern:
        turn.write(turn.store.concerns.save(concern, after))
        turn.write(turn.store.reminders.cancel(concern.id, (Rung.OFFER,)))
        turn.note("offer taken back", concern.id)
        await colleagues.redraw(turn, after, but=(turn.me.member.id,))
    await alerts.show_as_it_stands(turn, after, at)


async def answer(turn: Turn, concern: Concern, *, accepts: bool, at: int = 0) -> None:
    """Accept or decline what was offered to the speaker; nobody else may."""
    me = turn.me.member
    if concern.owner == me.id and accepts:
        return await alerts.take_concern(turn, concern.id, at)
    if not may_answer(concern, me):
        return access.refuse(turn, "offer-over", "offer", concern.id)
    if accepts:
        return await alerts.take_concern(turn, concern.id, at)
    return await _decline(turn, concern, at)


async def _decline(turn: Turn, concern: Concern, at: int) -> None:
    me = turn.me.member
    after = keep(concern) if concern.offered_to == me.id else concern
    turn.write(turn.store.concerns.save(concern, after))
    if after != concern:
        turn.write(turn.store.reminders.cancel(concern.id, (Rung.OFFER,)))
        await colleagues.redraw(turn, after, but=(me.id,))
    turn.note("declined", concern.id)
    staff = await colleagues.by_id(turn)
    if concern.owner in staff:
        owner = staff[concern.owner]
        voice = turn.house.phrases.voice(owner.member.language)
        turn.tell(owner, cards.nudge(voice, after, "offer-declined"), concern.id)
    name = colleagues.name(staff, turn.voice, concern.owner)
    screen = Screen(turn.voice("declined", nickname=concern.nickname, owner=name))
    await alerts.show_on_card(turn, after, screen, at)


async def _pass_to(
    turn: Turn, concern: Concern, what: str, colleague: Colleague | None, at: int = 0
) -> None:
    """Offer the concern as chosen, or ask to whom."""
    if what == ANYONE or colleague is not None:
        to = colleague.member.id if colleague else ANYONE
        asked = concern.offered_to == to  # a second tap
        after = concern if asked else await offer_to(turn, concern, to)
        return await alerts.show_as_it_stands(turn, after, at)
    able = await _able(turn)
    if not able:
        return turn.reply(Screen(turn.voice("pass-nobody", nickname=concern.nickname)))
    staff = {each.member.id: each for each in able}
    named = [
        (each.member.number, colleagues.name(staff, turn.voice, each.member.id)) for each in able
    ]
    rows = standing.colleagues_to_choose(turn.voice, concern, named)
    screen = Screen(turn.voice("pass-who", nickname=concern.nickname), rows)
    return await alerts.show_on_card(turn, concern, screen, at)


async def _passed(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle "Giv videre <nickname> til <name>"; without a name, ask to whom."""
    bare = turn.house.phrases.means(text, "button-pass")
    rest = "" if bare else said.words_behind(turn, text, "button-pass")
    if rest is None:
        return False
    nickname, name = _parted(turn, rest)
    concern = by_nickname(mine, nickname) if nickname else None
    if concern is None and not nickname and len(mine) == 1:
        concern = mine[0]
    if concern is None:
        turn.reply(Screen(turn.voice("no-such-concern")))
        return True
    anyone = turn.house.phrases.means(name, "button-pass-anyone")
    staff = await colleagues.by_id(turn)
    able = await _able(turn)
    called = [each for each in colleagues.called(staff, turn.voice, name) if each in able]
    what = ANYONE if anyone else "ask"
    await _pass_to(turn, concern, what, called[0] if len(called) == 1 else None)
    return True


async def _answered(turn: Turn, text: str) -> bool:
    """Handle "Tag imod" and "Nej tak", each followed by a nickname if needed."""
    member, found = turn.member, await turn.store.concerns.offered()
    mine = [each for each in found if member is not None and may_answer(each, member)]
    for key in ("button-accept", "button-decline"):
        concern = said.which(turn, text, key, mine) or said.which(turn, text, key, found)
        if concern is not None:
            await answer(turn, concern, accepts=key == "button-accept")
            return True
        if turn.house.phrases.means(text, key) or said.words_behind(turn, text, key):
            turn.reply(Screen(turn.voice("offer-over")))
            return True
    return False


def _parted(turn: Turn, words: str) -> tuple[str, str]:
    """Split "Stille Bæk til Bo" into a nickname and a name, in any language."""
    for voice in turn.house.phrases.speaking("pass-to"):
        nickname, found, name = f" {words}".partition(f" {voice('pass-to')} ")
        if found:
            return nickname.strip(), name.strip()
    return words, ""


async def _able(turn: Turn) -> list[Colleague]:
    """Return the colleagues of the speaker who can be reached."""
    staff = await colleagues.by_id(turn)
    me = turn.me.member.id
    others = [each for each in colleagues.members(staff) if each.id != me]
    return [staff[each.id] for each in everyone(others)]


async def _redraw_and_bring(turn: Turn, concern: Concern, told: list[Colleague]) -> None:
    """Make every card agree but the speaker's, and push it to those who must know at once."""
    ids = [each.member.id for each in told]
    await colleagues.redraw(turn, concern, but=(turn.me.member.id, *ids))
    await colleagues.bring_card(turn, concern, told)
