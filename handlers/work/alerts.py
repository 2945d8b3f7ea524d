"""Alerts: a worker opens a concern, takes it, and everyone's card says so."""

from dataclasses import replace

from telegram import Update

from domain.concern import AlreadyTaken, Concern, State, has_ended, see, take
from domain.deadlines import UNTAKEN_RUNGS, Rung
from domain.entry import Entry
from domain.handover import may_answer
from domain.people import Member, StaffRole, Status, belongs, may_take_over
from domain.questionnaire import Answers
from handlers.after_sending import told
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues, lists, parting, said
from handlers.turn import Context, Turn
from handlers.work import cards, likenesses, media, steps
from storage.staff import Colleague, new_id


async def open_tapped(update: Update, context: Context) -> None:
    """Open a concern on the tapped card: `open/<concern>/<page>`."""
    turn, (_, concern_id, page) = context.turn, action(update)
    if await _known(turn, concern_id):
        await open_concern(turn, concern_id, int(page), at=tapped_message(update))


async def listed_tapped(update: Update, context: Context) -> None:
    """Open a concern from a list, which stays: `show/<concern>`."""
    turn, (_, concern_id) = context.turn, action(update)
    if await _known(turn, concern_id):
        await open_concern(turn, concern_id)


async def take_tapped(update: Update, context: Context) -> None:
    """Take a concern from a button: `take/<concern>`."""
    turn, (_, concern_id) = context.turn, action(update)
    if await _known(turn, concern_id):
        await take_concern(turn, concern_id, at=tapped_message(update))


async def list_tapped(update: Update, context: Context) -> None:
    """Show the open concerns, or turn to a page of them: `list`, `list/<page>`."""
    await show_open(context.turn, *lists.asked(update))


async def typed(turn: Turn, text: str) -> bool:
    """Show the open concerns if that was typed; False when it was something else."""
    page = said.page_behind(turn, text, "button-show-open")
    if page is None:
        return False
    await show_open(turn, page)
    return True


async def open_concern(turn: Turn, concern_id: str, page: int = 0, at: int = 0) -> None:
    """Show a concern's words on the speaker's card; the first opening marks it as seen.

    `at` is the tapped message, which becomes the card; 0 when the speaker typed.
    """
    before, member = await _read(turn, concern_id)
    if has_ended(before):
        return await show_as_it_stands(turn, before, at)
    staff = await colleagues.by_id(turn)
    if before.owner != member.id and not _free(staff, before, member):
        owner = colleagues.name(staff, turn.voice, before.owner)
        turn.note("refused: open", concern_id)
        return turn.reply(cards.taken_by(turn.voice, before, owner))
    concern = see(before)
    own = before.owner == member.id
    await steps.read_on(turn, before, concern)
    turn.note("opened", concern_id)
    if before.state is State.RECEIVED:
        await told.push(turn, concern, "told-read")
    given, later = await _words(turn, concern_id)
    text = cards.pages(turn.voice, concern, given, later)
    screen = cards.opened(turn.voice, concern, text, page, mine=own)
    screen = await media.with_button(turn, concern_id, screen)
    if own:
        rows = (*cards.together(turn.voice, concern, given), *screen.rows)
        screen = replace(screen, rows=rows)
    if own or member.role is StaffRole.LEAD:
        timeline = Button(turn.voice("button-timeline"), f"past/{concern_id}/0")
        screen = replace(screen, rows=(*screen.rows, (timeline,)))
    if page == 0:
        screen = await likenesses.with_hints(turn, concern, screen)
    return await show_on_card(turn, concern, screen, at)


async def take_concern(turn: Turn, concern_id: str, at: int = 0) -> None:
    """Give the concern to the speaker, or tell who was faster; taking is not reacting."""
    before, member = await _read(turn, concern_id)
    if has_ended(before):
        return await show_as_it_stands(turn, before, at)
    if member.status is Status.LEAVING and before.owner != member.id:
        return access.refuse(turn, "leaving-no-new", "take", concern_id)
    staff, offered = await colleagues.by_id(turn), may_answer(before, member)
    try:
        after = take(before, member.id, over=offered or _free(staff, before, member))
    except AlreadyTaken as taken:
        owner = colleagues.name(staff, turn.voice, taken.owner)
        turn.note("refused: take", concern_id)
        return turn.reply(Screen(turn.voice("too-late", nickname=before.nickname, owner=owner)))
    text = cards.pages(turn.voice, after, *await _words(turn, concern_id))
    screen = cards.taken(turn.voice, after, text)
    if before.owner != member.id:
        turn.write(turn.store.concerns.save(before, after))
        over = (*UNTAKEN_RUNGS, Rung.UNOWNED, Rung.OFFER, Rung.SNOOZED)
        turn.write(turn.store.reminders.cancel(concern_id, over))
        how = "accepted" if offered else "taken over" if before.owner else "taken"
        turn.note(how, concern_id)
        if before.state is State.RECEIVED:
            await told.push(turn, after, "told-read")
        await tell_former(turn, before, after)
        await colleagues.redraw(turn, after, but=(member.id,))
        screen = await steps.can_be_undone(turn, before, how, screen)
        await parting.when_done(turn, before.owner, after)
    return await show_on_card(turn, after, screen, at)


async def show_on_card(turn: Turn, concern: Concern, screen: Screen, at: int = 0) -> None:
    """Show a screen on the speaker's one card of a concern.

    The card is the tapped message `at`, or else a new message at the end of the chat: sent
    without words, so that no push carries any, and then filled. An older card is emptied.
    """
    if turn.colleague is None:
        return
    member, outbox = turn.colleague.member.id, turn.store.outbox
    if at and await outbox.concern_at(turn.colleague.chat_id, at) not in (None, concern.id):
        at = 0  # a list in which two were taken: it is the first one's card already
    known = colleagues.card_of(await turn.store.concerns.alerts(concern.id), member)
    card = known or f"alert/{new_id()}"
    older = await outbox.shown(card) if known else None
    if older is not None and older != at:
        turn.rewrite(cards.moved(turn.voice, concern), older)
    if known is None:
        turn.write(turn.store.concerns.alert(concern.id, member, card))
    if at:
        turn.write(outbox.show(card, turn.colleague.chat_id, at))
        # A card that came twice is known by the one that was noted, and this may be the other.
        turn.write(outbox.about(turn.colleague.chat_id, at, concern.id))
    else:
        turn.alert(turn.colleague, cards.alert(turn.voice, concern), card, concern.id)
    turn.redraw(turn.colleague, screen, card)


async def show_open(turn: Turn, page: int = 0, at: int = 0) -> None:
    """List what nobody has reacted to, and what nobody owns, oldest first (S40)."""
    staff, concerns = await colleagues.by_id(turn), turn.store.concerns
    found = [*await concerns.open(), *await concerns.unowned()]
    part = lists.page(sorted(found, key=lambda each: each.received_at), page)
    owners = [
        colleagues.name(staff, turn.voice, each.owner) if each.owner else "" for each in part.shown
    ]
    lists.show(turn, cards.listing(turn.voice, part, owners), at)


async def show_as_it_stands(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Show the speaker's card of a concern without its words: of what has ended, all that stays.

    The speaker's newest step can be undone from it, while that can be.
    """
    if turn.colleague is not None:
        screen = await colleagues.card(turn, concern, turn.colleague)
        screen = await steps.still_undoable(turn, concern, screen)
        await show_on_card(turn, concern, screen, at)


async def tell_former(turn: Turn, before: Concern, concern: Concern) -> None:
    """Tell whoever owned a concern that the speaker has it now, unless that is the same."""
    former = (await colleagues.by_id(turn)).get(before.owner or "")
    if former is None or before.owner == concern.owner or not belongs(former.member):
        return
    voice = turn.house.phrases.voice(former.member.language)
    owner = turn.member.name if turn.member and turn.member.name else voice("somebody")
    turn.tell(former, cards.taken_by(voice, concern, owner), concern.id)


def _free(staff: dict[str, Colleague], concern: Concern, member: Member) -> bool:
    owner = staff.get(concern.owner or "")
    return may_take_over(member, owner.member if owner else None)


async def _known(turn: Turn, concern_id: str) -> bool:
    """Whether the concern exists; says so kindly if not."""
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or concern.state is State.WITHDRAWN:
        turn.reply(Screen(turn.voice("no-such-concern")))
        return False
    return True


async def _words(turn: Turn, concern_id: str) -> tuple[Answers, list[Entry]]:
    concerns = turn.store.concerns
    return await concerns.words(concern_id), await concerns.entries(concern_id)


async def _read(turn: Turn, concern_id: str) -> tuple[Concern, Member]:
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or turn.member is None:
        raise LookupError("The concern and the speaker must be known here.")
    return concern, turn.member
